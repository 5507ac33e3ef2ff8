/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "waxseal-phase-stage.h"

G_BEGIN_DECLS

/** WaxsealPhaseDue: why a phase wants to be looked at. */
typedef enum
{
  WAXSEAL_PHASE_DUE_NOTHING,
  WAXSEAL_PHASE_DUE_DEPLOY, /* its day has come */
  WAXSEAL_PHASE_DUE_LOOK,   /* the button should be there by now */
  WAXSEAL_PHASE_DUE_LATE,
} WaxsealPhaseDue;

WaxsealPhaseDue
waxseal_phase_due_get (WaxsealRolloutPhase *phase, GListModel *phases, GDateTime *now);
char *waxseal_phase_due_describe (WaxsealPhaseDue due, WaxsealRolloutPhase *phase);
GDateTime *waxseal_phase_due_get_since (WaxsealPhaseDue due, WaxsealRolloutPhase *phase);
gboolean waxseal_phase_due_is_told (WaxsealPhaseDue due, WaxsealRolloutPhase *phase);

G_END_DECLS
