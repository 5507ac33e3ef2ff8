/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <adwaita.h>

#include "waxseal-entra-desk.h"
#include "waxseal-manifest-draft.h"
#include "waxseal-rollout-action.h"

G_BEGIN_DECLS

#define WAXSEAL_TYPE_PHASE_ROLL_OUT (waxseal_phase_roll_out_get_type ())
G_DECLARE_FINAL_TYPE (WaxsealPhaseRollOut, waxseal_phase_roll_out, WAXSEAL, PHASE_ROLL_OUT, GtkBox)

void waxseal_phase_roll_out_open (WaxsealPhaseRollOut *self,
                                  WaxsealManifestDraft *draft,
                                  WaxsealEntraDesk *desk,
                                  GCancellable *cancellable);
void waxseal_phase_roll_out_show (WaxsealPhaseRollOut *self, WaxsealRolloutPhase *phase);
void waxseal_phase_roll_out_set_action (WaxsealPhaseRollOut *self, WaxsealRolloutAction action);
void waxseal_phase_roll_out_update (WaxsealPhaseRollOut *self, const char *own_address);

G_END_DECLS
