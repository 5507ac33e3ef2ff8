/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "waxseal-record.h"

G_BEGIN_DECLS

#define WAXSEAL_TYPE_ROLLOUT_SETTINGS (waxseal_rollout_settings_get_type ())
G_DECLARE_FINAL_TYPE (WaxsealRolloutSettings,
                      waxseal_rollout_settings,
                      WAXSEAL,
                      ROLLOUT_SETTINGS,
                      WaxsealRecord)

G_END_DECLS
