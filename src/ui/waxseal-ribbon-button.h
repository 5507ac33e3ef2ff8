/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gtk/gtk.h>

#include "waxseal-manifest-button.h"

G_BEGIN_DECLS

#define WAXSEAL_TYPE_RIBBON_BUTTON (waxseal_ribbon_button_get_type ())
G_DECLARE_FINAL_TYPE (WaxsealRibbonButton,
                      waxseal_ribbon_button,
                      WAXSEAL,
                      RIBBON_BUTTON,
                      GtkToggleButton)

/** WaxsealRibbonShape: a big icon over its label, or a small one beside it. */
typedef enum
{
  WAXSEAL_RIBBON_SHAPE_TALL,
  WAXSEAL_RIBBON_SHAPE_FLAT,
} WaxsealRibbonShape;

GtkWidget *waxseal_ribbon_button_new (WaxsealRibbonShape shape, int max_width_chars);

void waxseal_ribbon_button_show (WaxsealRibbonButton *self,
                                 WaxsealManifestButton *button,
                                 const char *label,
                                 const char *locale);
void waxseal_ribbon_button_set_icon (WaxsealRibbonButton *self, GdkPaintable *icon);
const char *waxseal_ribbon_button_get_text (WaxsealRibbonButton *self);
WaxsealManifestButton *waxseal_ribbon_button_get_button (WaxsealRibbonButton *self);

G_END_DECLS
