/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <adwaita.h>

#include "waxseal-ribbon-bar.h"
#include "waxseal-ribbon-client.h"

G_BEGIN_DECLS

#define WAXSEAL_TYPE_RIBBON_STAGE (waxseal_ribbon_stage_get_type ())
G_DECLARE_FINAL_TYPE (WaxsealRibbonStage, waxseal_ribbon_stage, WAXSEAL, RIBBON_STAGE, AdwBin)

void waxseal_ribbon_stage_set_window (WaxsealRibbonStage *self,
                                      WaxsealRibbonClient client,
                                      const WaxsealRibbonWindow *window,
                                      GtkWidget *menu_button);
void waxseal_ribbon_stage_set_icons (WaxsealRibbonStage *self, WaxsealIconSet *icons);
WaxsealRibbonBar *waxseal_ribbon_stage_get_menu (WaxsealRibbonStage *self);
void waxseal_ribbon_stage_set_menu_open (WaxsealRibbonStage *self, gboolean is_open);
void waxseal_ribbon_stage_show (WaxsealRibbonStage *self,
                                WaxsealRibbonBar *entries,
                                GListModel *buttons,
                                const char *name,
                                const char *locale);

G_END_DECLS
