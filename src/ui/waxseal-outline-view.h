/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <adwaita.h>

#include "waxseal-manifest-document.h"

G_BEGIN_DECLS

#define WAXSEAL_TYPE_OUTLINE_VIEW (waxseal_outline_view_get_type ())
G_DECLARE_FINAL_TYPE (WaxsealOutlineView, waxseal_outline_view, WAXSEAL, OUTLINE_VIEW, AdwBin)

void waxseal_outline_view_show (WaxsealOutlineView *self, WaxsealManifestDocument *document);
void waxseal_outline_view_follow (WaxsealOutlineView *self, guint line);
guint waxseal_outline_view_get_selected_line (WaxsealOutlineView *self);

G_END_DECLS
