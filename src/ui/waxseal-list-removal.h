/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gtk/gtk.h>

G_BEGIN_DECLS

void
waxseal_list_removal_run (GtkWidget *widget, GListStore *list, gpointer item, const char *name);

G_END_DECLS
