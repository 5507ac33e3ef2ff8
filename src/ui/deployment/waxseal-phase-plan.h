/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <adwaita.h>

#include "waxseal-entra-desk.h"
#include "waxseal-rollout-phase.h"

G_BEGIN_DECLS

#define WAXSEAL_TYPE_PHASE_PLAN (waxseal_phase_plan_get_type ())
G_DECLARE_FINAL_TYPE (WaxsealPhasePlan, waxseal_phase_plan, WAXSEAL, PHASE_PLAN, GtkBox)

void waxseal_phase_plan_open (WaxsealPhasePlan *self,
                              WaxsealOrganization *organization,
                              WaxsealEntraDesk *desk);
void waxseal_phase_plan_show (WaxsealPhasePlan *self, WaxsealRolloutPhase *phase);

G_END_DECLS
