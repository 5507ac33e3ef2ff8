/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <adwaita.h>
#include <gtksourceview/gtksource.h>

G_BEGIN_DECLS

#define WAXSEAL_TYPE_PREVIEW_SEARCH (waxseal_preview_search_get_type ())
G_DECLARE_FINAL_TYPE (WaxsealPreviewSearch, waxseal_preview_search, WAXSEAL, PREVIEW_SEARCH, AdwBin)

void waxseal_preview_search_set_view (WaxsealPreviewSearch *self, GtkSourceView *view);
void waxseal_preview_search_open (WaxsealPreviewSearch *self);
void waxseal_preview_search_step (WaxsealPreviewSearch *self, gboolean forward);

G_END_DECLS
