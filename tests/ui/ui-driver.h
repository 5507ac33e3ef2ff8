/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Drives the real window in its own process: waits, finds widgets, takes pictures. */
#pragma once

#include "waxseal-application.h"
#include "waxseal-window.h"

G_BEGIN_DECLS

typedef gboolean (*UiCondition) (gpointer user_data);

WaxsealApplication *ui_driver_start (void);
WaxsealWindow *ui_driver_get_window (WaxsealApplication *application);
void ui_driver_wait (UiCondition condition, gpointer user_data);
void ui_driver_settle (guint milliseconds);
GtkWidget *ui_driver_find (GtkWidget *root, GType type, const char *title);
void ui_driver_type (GtkWidget *entry_row, const char *text);
void ui_driver_save_picture (GtkWidget *window, const char *path);
void ui_driver_stop (WaxsealApplication *application);

G_END_DECLS
