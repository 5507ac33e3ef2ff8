/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What must be true of a phase before the next one opens: its criteria, and the judgement. */
#pragma once

#include "waxseal-criterion.h"
#include "waxseal-rollout-enums.h"
#include "waxseal-rollout-phase.h"

G_BEGIN_DECLS

guint waxseal_phase_gate_count (WaxsealRolloutPhase *phase, WaxsealTestResult result);
char *waxseal_phase_gate_describe (WaxsealRolloutPhase *phase, GListModel *phases);
char *waxseal_phase_gate_describe_criteria (WaxsealRolloutPhase *phase);

void
waxseal_phase_gate_settle (WaxsealCriterion *criterion, WaxsealTestResult result, const char *by);
const char *waxseal_phase_gate_get_result_label (WaxsealTestResult result);
char *waxseal_phase_gate_describe_result (WaxsealCriterion *criterion);

G_END_DECLS
