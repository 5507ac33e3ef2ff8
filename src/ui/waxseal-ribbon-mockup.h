/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <adwaita.h>

#include "waxseal-icon-set.h"
#include "waxseal-ribbon-client.h"

G_BEGIN_DECLS

#define WAXSEAL_TYPE_RIBBON_MOCKUP (waxseal_ribbon_mockup_get_type ())
G_DECLARE_FINAL_TYPE (WaxsealRibbonMockup, waxseal_ribbon_mockup, WAXSEAL, RIBBON_MOCKUP, AdwBin)

void waxseal_ribbon_mockup_set_icons (WaxsealRibbonMockup *self, WaxsealIconSet *icons);
void waxseal_ribbon_mockup_set_window (WaxsealRibbonMockup *self,
                                       WaxsealRibbonClient client,
                                       WaxsealManifestSurface surface);
void waxseal_ribbon_mockup_set_dark (WaxsealRibbonMockup *self, gboolean is_dark);
void waxseal_ribbon_mockup_show (WaxsealRibbonMockup *self,
                                 GListModel *buttons,
                                 const char *name,
                                 const char *icon,
                                 const char *locale);

G_END_DECLS
