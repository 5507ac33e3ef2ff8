/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The parts of the sketch of Outlook that are not of the add-in: grey, and only to look at. */
#pragma once

#include "waxseal-ribbon-client.h"
#include "waxseal-ribbon-strip.h"

G_BEGIN_DECLS

GtkWidget *waxseal_ribbon_chrome_create_action (const char *text, gboolean is_primary);
GtkWidget *waxseal_ribbon_chrome_create_dots (void);
void waxseal_ribbon_chrome_add_bits (WaxsealRibbonStrip *strip, int n_bits);
void waxseal_ribbon_chrome_add_groups (WaxsealRibbonStrip *strip, gboolean has_captions);

void waxseal_ribbon_chrome_fill_title (WaxsealRibbonStrip *strip,
                                       WaxsealRibbonClient client,
                                       const WaxsealRibbonWindow *window);
void waxseal_ribbon_chrome_fill_tabs (WaxsealRibbonStrip *strip,
                                      WaxsealRibbonClient client,
                                      const WaxsealRibbonWindow *window);
void waxseal_ribbon_chrome_fill_body (GtkBox *body,
                                      WaxsealRibbonClient client,
                                      const WaxsealRibbonWindow *window);
void waxseal_ribbon_chrome_fill_menu (GtkBox *menu, int n_rows);

G_END_DECLS
