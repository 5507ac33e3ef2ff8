/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <adwaita.h>

#include "waxseal-organization.h"
#include "waxseal-rollout-phase.h"

G_BEGIN_DECLS

#define WAXSEAL_TYPE_PHASE_JUDGEMENT (waxseal_phase_judgement_get_type ())
G_DECLARE_FINAL_TYPE (WaxsealPhaseJudgement,
                      waxseal_phase_judgement,
                      WAXSEAL,
                      PHASE_JUDGEMENT,
                      GtkBox)

void waxseal_phase_judgement_show (WaxsealPhaseJudgement *self,
                                   WaxsealOrganization *organization,
                                   WaxsealRolloutPhase *phase);
void waxseal_phase_judgement_update (WaxsealPhaseJudgement *self);
void waxseal_phase_judgement_judge (WaxsealPhaseJudgement *self);

G_END_DECLS
