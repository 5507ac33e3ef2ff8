/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <adwaita.h>

#include "waxseal-rollout-assignment.h"

G_BEGIN_DECLS

#define WAXSEAL_TYPE_SCRIPT_GROUP (waxseal_script_group_get_type ())
G_DECLARE_FINAL_TYPE (WaxsealScriptGroup, waxseal_script_group, WAXSEAL, SCRIPT_GROUP, AdwBin)

void waxseal_script_group_show (WaxsealScriptGroup *self,
                                const WaxsealRolloutOrder *order,
                                GBytes *manifest,
                                const char *manifest_name);

G_END_DECLS
