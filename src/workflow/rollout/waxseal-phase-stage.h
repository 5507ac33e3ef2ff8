/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "waxseal-enums.h"
#include "waxseal-rollout-phase.h"

G_BEGIN_DECLS

/** WaxsealPhaseStage: how far a phase is; it follows from its dates. */
typedef enum
{
  WAXSEAL_PHASE_STAGE_BLOCKED, /* the phase before is not judged good */
  WAXSEAL_PHASE_STAGE_READY,
  WAXSEAL_PHASE_STAGE_UPLOADED,
  WAXSEAL_PHASE_STAGE_SPREADING, /* assigned, and on its way to the ribbon */
  WAXSEAL_PHASE_STAGE_LATE,      /* the same, for longer than a day */
  WAXSEAL_PHASE_STAGE_SEEN,
  WAXSEAL_PHASE_STAGE_GO,
  WAXSEAL_PHASE_STAGE_NO_GO,
  WAXSEAL_PHASE_STAGE_PAUSED,
  WAXSEAL_PHASE_STAGE_ROLLED_BACK,
} WaxsealPhaseStage;

WaxsealPhaseStage
waxseal_phase_stage_get (WaxsealRolloutPhase *phase, GListModel *phases, GDateTime *now);
gboolean waxseal_phase_stage_is_out (WaxsealPhaseStage stage);

const char *waxseal_phase_stage_get_label (WaxsealPhaseStage stage);
WaxsealState waxseal_phase_stage_get_state (WaxsealPhaseStage stage, WaxsealRolloutPhase *phase);
char *waxseal_phase_stage_describe (WaxsealPhaseStage stage, WaxsealRolloutPhase *phase);

GDateTime *waxseal_phase_stage_get_expected_by (WaxsealRolloutPhase *phase);
GDateTime *waxseal_phase_stage_get_late_after (WaxsealRolloutPhase *phase);

G_END_DECLS
