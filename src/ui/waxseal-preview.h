/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <adwaita.h>

#include "waxseal-manifest-document.h"

G_BEGIN_DECLS

#define WAXSEAL_TYPE_PREVIEW (waxseal_preview_get_type ())
G_DECLARE_FINAL_TYPE (WaxsealPreview, waxseal_preview, WAXSEAL, PREVIEW, AdwBin)

void waxseal_preview_show (WaxsealPreview *self,
                           WaxsealManifestDocument *document,
                           GListModel *findings,
                           const char *file_name);
gboolean waxseal_preview_go_to_field (WaxsealPreview *self, const char *place);
void waxseal_preview_go_to_line (WaxsealPreview *self, guint line);
guint waxseal_preview_get_line (WaxsealPreview *self);
void waxseal_preview_grab_source (WaxsealPreview *self);
void waxseal_preview_add_tool (WaxsealPreview *self, GtkWidget *button);
void waxseal_preview_set_linked (WaxsealPreview *self, gboolean linked);
char *waxseal_preview_dup_text (WaxsealPreview *self);

G_END_DECLS
