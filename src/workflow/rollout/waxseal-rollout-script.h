/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "waxseal-rollout-assignment.h"

G_BEGIN_DECLS

/** WAXSEAL_ROLLOUT_SCRIPT_MODULE: Microsoft's module for Windows PowerShell (microsoft.md, 3.3). */
#define WAXSEAL_ROLLOUT_SCRIPT_MODULE "O365CentralizedAddInDeployment"

GBytes *waxseal_rollout_script_build (const WaxsealRolloutOrder *order,
                                      GBytes *manifest,
                                      const char *manifest_name,
                                      GError **error);
char *waxseal_rollout_script_dup_name (const WaxsealRolloutOrder *order);

G_END_DECLS
