/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <adwaita.h>

G_BEGIN_DECLS

#define WAXSEAL_TYPE_PREFERENCES_WINDOW (waxseal_preferences_window_get_type ())
G_DECLARE_FINAL_TYPE (WaxsealPreferencesWindow,
                      waxseal_preferences_window,
                      WAXSEAL,
                      PREFERENCES_WINDOW,
                      AdwPreferencesWindow)

WaxsealPreferencesWindow *waxseal_preferences_window_new (GtkWindow *parent);

G_END_DECLS
