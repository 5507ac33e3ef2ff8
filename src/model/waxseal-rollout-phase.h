/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "waxseal-record.h"

G_BEGIN_DECLS

#define WAXSEAL_TYPE_ROLLOUT_PHASE (waxseal_rollout_phase_get_type ())
G_DECLARE_FINAL_TYPE (WaxsealRolloutPhase,
                      waxseal_rollout_phase,
                      WAXSEAL,
                      ROLLOUT_PHASE,
                      WaxsealRecord)

const char *waxseal_rollout_phase_get_label (WaxsealRolloutPhase *self);
void waxseal_rollout_phase_forget (WaxsealRolloutPhase *self);

G_END_DECLS
