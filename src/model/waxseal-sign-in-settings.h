/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "waxseal-record.h"

G_BEGIN_DECLS

#define WAXSEAL_TYPE_SIGN_IN_SETTINGS (waxseal_sign_in_settings_get_type ())
G_DECLARE_FINAL_TYPE (WaxsealSignInSettings,
                      waxseal_sign_in_settings,
                      WAXSEAL,
                      SIGN_IN_SETTINGS,
                      WaxsealRecord)

G_END_DECLS
