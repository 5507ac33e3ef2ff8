/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "waxseal-icon-set.h"
#include "waxseal-ribbon-button.h"

G_BEGIN_DECLS

#define WAXSEAL_TYPE_RIBBON_BAR (waxseal_ribbon_bar_get_type ())
G_DECLARE_FINAL_TYPE (WaxsealRibbonBar, waxseal_ribbon_bar, WAXSEAL, RIBBON_BAR, GtkBox)

WaxsealRibbonBar *waxseal_ribbon_bar_new (int max_width_chars);
void waxseal_ribbon_bar_set_icons (WaxsealRibbonBar *self, WaxsealIconSet *icons);

void waxseal_ribbon_bar_show (WaxsealRibbonBar *self,
                              GListModel *buttons,
                              const char *name,
                              const char *locale);
void waxseal_ribbon_bar_show_addin (WaxsealRibbonBar *self,
                                    const char *name,
                                    const char *icon,
                                    const char *locale);
void waxseal_ribbon_bar_clear (WaxsealRibbonBar *self);
WaxsealRibbonButton *waxseal_ribbon_bar_get_pressed (WaxsealRibbonBar *self);
void waxseal_ribbon_bar_release (WaxsealRibbonBar *self);

G_END_DECLS
