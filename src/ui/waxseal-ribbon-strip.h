/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gtk/gtk.h>

G_BEGIN_DECLS

#define WAXSEAL_TYPE_RIBBON_STRIP (waxseal_ribbon_strip_get_type ())
G_DECLARE_FINAL_TYPE (WaxsealRibbonStrip, waxseal_ribbon_strip, WAXSEAL, RIBBON_STRIP, GtkWidget)

void waxseal_ribbon_strip_append (WaxsealRibbonStrip *self, GtkWidget *child, gboolean is_optional);
void waxseal_ribbon_strip_clear (WaxsealRibbonStrip *self);

G_END_DECLS
