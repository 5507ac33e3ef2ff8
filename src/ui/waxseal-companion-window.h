/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <adwaita.h>

#include "waxseal-organization.h"

G_BEGIN_DECLS

#define WAXSEAL_TYPE_COMPANION_WINDOW (waxseal_companion_window_get_type ())
G_DECLARE_FINAL_TYPE (WaxsealCompanionWindow,
                      waxseal_companion_window,
                      WAXSEAL,
                      COMPANION_WINDOW,
                      AdwWindow)

WaxsealCompanionWindow *waxseal_companion_window_new (GtkWindow *parent,
                                                      WaxsealOrganization *organization);

G_END_DECLS
