/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gtk/gtk.h>

G_BEGIN_DECLS

#define WAXSEAL_TYPE_BANNER (waxseal_banner_get_type ())
G_DECLARE_FINAL_TYPE (WaxsealBanner, waxseal_banner, WAXSEAL, BANNER, GtkWidget)

void waxseal_banner_show (WaxsealBanner *self, const char *title, const char *button_label);
void waxseal_banner_hide (WaxsealBanner *self);

G_END_DECLS
