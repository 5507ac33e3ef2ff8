/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <adwaita.h>

#include "waxseal-organization-store.h"
#include "waxseal-practice-mode.h"
#include "waxseal-workspace.h"

G_BEGIN_DECLS

#define WAXSEAL_TYPE_WINDOW (waxseal_window_get_type ())
G_DECLARE_FINAL_TYPE (WaxsealWindow, waxseal_window, WAXSEAL, WINDOW, AdwApplicationWindow)

WaxsealWindow *waxseal_window_new (GtkApplication *application,
                                   WaxsealOrganizationStore *store,
                                   WaxsealPracticeMode *practice);

void waxseal_window_open_file (WaxsealWindow *self, GFile *file);
void waxseal_window_show_page (WaxsealWindow *self, const char *name);
void waxseal_window_show_phase (WaxsealWindow *self, const char *id, const char *name);

WaxsealOrganizationStore *waxseal_window_get_store (WaxsealWindow *self);
WaxsealOrganization *waxseal_window_get_organization (WaxsealWindow *self);
WaxsealWorkspace *waxseal_window_get_workspace (WaxsealWindow *self);
GCancellable *waxseal_window_get_cancellable (WaxsealWindow *self);
void waxseal_window_set_organization (WaxsealWindow *self, WaxsealOrganization *organization);
void waxseal_window_open_first (WaxsealWindow *self);
void waxseal_window_practice (WaxsealWindow *self);
void waxseal_window_load (WaxsealWindow *self, const char *id);
void waxseal_window_add_toast (WaxsealWindow *self, AdwToast *toast);
void waxseal_window_notify (WaxsealWindow *self, const char *message);

G_END_DECLS
