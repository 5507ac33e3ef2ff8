/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <adwaita.h>

#include "waxseal-icon-set.h"

G_BEGIN_DECLS

#define WAXSEAL_TYPE_RIBBON_VIEW (waxseal_ribbon_view_get_type ())
G_DECLARE_FINAL_TYPE (WaxsealRibbonView, waxseal_ribbon_view, WAXSEAL, RIBBON_VIEW, AdwBin)

void waxseal_ribbon_view_set_icons (WaxsealRibbonView *self, WaxsealIconSet *icons);
void waxseal_ribbon_view_show (WaxsealRibbonView *self, WaxsealManifestDocument *document);

G_END_DECLS
