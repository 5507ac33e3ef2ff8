/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <adwaita.h>

#include "waxseal-organization.h"
#include "waxseal-rollout-phase.h"

G_BEGIN_DECLS

#define WAXSEAL_TYPE_PHASE_VERIFY (waxseal_phase_verify_get_type ())
G_DECLARE_FINAL_TYPE (WaxsealPhaseVerify, waxseal_phase_verify, WAXSEAL, PHASE_VERIFY, GtkBox)

void waxseal_phase_verify_show (WaxsealPhaseVerify *self,
                                WaxsealOrganization *organization,
                                WaxsealRolloutPhase *phase);
void waxseal_phase_verify_update (WaxsealPhaseVerify *self);
void waxseal_phase_verify_look_into (WaxsealPhaseVerify *self);

G_END_DECLS
