/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "waxseal-rollout-action.h"

G_BEGIN_DECLS

/** WaxsealPhaseNext: the one thing that a phase waits for. */
typedef enum
{
  WAXSEAL_PHASE_NEXT_GO_BEFORE,   /* the phase before has to be judged */
  WAXSEAL_PHASE_NEXT_NAME_PEOPLE, /* nobody is named yet */
  WAXSEAL_PHASE_NEXT_ACT,         /* a #WaxsealRolloutAction */
  WAXSEAL_PHASE_NEXT_SEE,         /* the button on a ribbon */
  WAXSEAL_PHASE_NEXT_LOOK_INTO,   /* why nobody sees it */
  WAXSEAL_PHASE_NEXT_JUDGE,
  WAXSEAL_PHASE_NEXT_GO_AFTER, /* the phase after it is open */
  WAXSEAL_PHASE_NEXT_NOTHING,
} WaxsealPhaseNext;

WaxsealPhaseNext waxseal_phase_next_get (WaxsealOrganization *organization,
                                         WaxsealRolloutPhase *phase,
                                         const char *own_address,
                                         GDateTime *now,
                                         WaxsealRolloutAction *action);
const char *waxseal_phase_next_get_label (WaxsealPhaseNext next, WaxsealRolloutAction action);

G_END_DECLS
