/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Drives the real window in its own process: waits, finds widgets, takes pictures. */
#pragma once

#include "waxseal-application.h"
#include "waxseal-window.h"

G_BEGIN_DECLS

/* How much longer things take under the sanitizers. */
#ifdef __SANITIZE_ADDRESS__
#define UI_SLOWNESS 5
#else
#define UI_SLOWNESS 1
#endif

/** UiCondition: Returns: whether it holds now. */
typedef gboolean (*UiCondition) (gpointer user_data);

/** UiVisitor: Returns: whether this widget was the one. */
typedef gboolean (*UiVisitor) (GtkWidget *widget, gpointer user_data);

WaxsealApplication *ui_driver_start (void);
WaxsealWindow *ui_driver_get_window (WaxsealApplication *application);
void ui_driver_wait (UiCondition condition, gpointer user_data);
void ui_driver_settle (guint milliseconds);
GtkWidget *ui_driver_get_child (GtkWidget *owner, const char *id);
GtkWidget *ui_driver_find (GtkWidget *root, GType type, const char *title);
GtkWidget *ui_driver_find_row (GtkWidget *root, GType type, const char *title, const char *inside);
GtkWidget *ui_driver_find_label (GtkWidget *root, const char *text);
GtkWidget *ui_driver_find_button (GtkWidget *root, const char *label);
GtkWidget *ui_driver_wait_label (GtkWidget *root, const char *text);
GtkWindow *ui_driver_wait_dialog (GType type);
void ui_driver_click (GtkWidget *root, const char *label);
void ui_driver_type (GtkWidget *entry_row, const char *text);
GtkWidget *ui_driver_visit (GtkWidget *root, UiVisitor visitor, gpointer user_data);
void ui_driver_scroll_to_end (GtkWidget *root);
void ui_driver_save_picture (GtkWidget *window, const char *path);
void ui_driver_stop (WaxsealApplication *application);

G_END_DECLS
