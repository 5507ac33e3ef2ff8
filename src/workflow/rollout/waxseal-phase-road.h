/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The road on which a phase is carried out. */
#pragma once

#include "waxseal-organization.h"
#include "waxseal-rollout-enums.h"
#include "waxseal-rollout-phase.h"

G_BEGIN_DECLS

gboolean waxseal_phase_road_is_fixed (WaxsealRolloutPhase *phase);
WaxsealRoad waxseal_phase_road_get (WaxsealOrganization *organization, WaxsealRolloutPhase *phase);
void waxseal_phase_road_set (WaxsealOrganization *organization, WaxsealRoad road);
char *waxseal_phase_road_dup_caution (WaxsealOrganization *organization,
                                      WaxsealRolloutPhase *phase);

G_END_DECLS
