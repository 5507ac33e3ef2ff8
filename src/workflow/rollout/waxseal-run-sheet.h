/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What to do on the roads that a person drives: the admin center, and the script. */
#pragma once

#include "waxseal-rollout-assignment.h"
#include "waxseal-run-sheet-step.h"

G_BEGIN_DECLS

GListModel *waxseal_run_sheet_build (const WaxsealRolloutOrder *order,
                                     WaxsealRoad road,
                                     const char *manifest_name);
GListModel *waxseal_run_sheet_list_limits (const WaxsealRolloutOrder *order, WaxsealRoad road);
void waxseal_run_sheet_declare (const WaxsealRolloutOrder *order, WaxsealRoad road, const char *by);

G_END_DECLS
