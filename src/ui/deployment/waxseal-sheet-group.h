/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <adwaita.h>

#include "waxseal-rollout-assignment.h"

G_BEGIN_DECLS

#define WAXSEAL_TYPE_SHEET_GROUP (waxseal_sheet_group_get_type ())
G_DECLARE_FINAL_TYPE (WaxsealSheetGroup, waxseal_sheet_group, WAXSEAL, SHEET_GROUP, AdwBin)

void waxseal_sheet_group_show (WaxsealSheetGroup *self,
                               const WaxsealRolloutOrder *order,
                               WaxsealRoad road,
                               const char *manifest_name);

G_END_DECLS
