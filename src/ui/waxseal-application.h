/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <adwaita.h>

G_BEGIN_DECLS

#define WAXSEAL_TYPE_APPLICATION (waxseal_application_get_type ())
G_DECLARE_FINAL_TYPE (WaxsealApplication, waxseal_application, WAXSEAL, APPLICATION, AdwApplication)

WaxsealApplication *waxseal_application_new (void);

G_END_DECLS
