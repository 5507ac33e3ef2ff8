/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <adwaita.h>

#include "waxseal-organization.h"
#include "waxseal-rollout-phase.h"

G_BEGIN_DECLS

#define WAXSEAL_TYPE_ROAD_ROW (waxseal_road_row_get_type ())
G_DECLARE_FINAL_TYPE (WaxsealRoadRow, waxseal_road_row, WAXSEAL, ROAD_ROW, AdwExpanderRow)

void waxseal_road_row_show (WaxsealRoadRow *self,
                            WaxsealOrganization *organization,
                            WaxsealRolloutPhase *phase);
void waxseal_road_row_update (WaxsealRoadRow *self);

G_END_DECLS
