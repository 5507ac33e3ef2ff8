/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "waxseal-organization.h"
#include "waxseal-phase-stage.h"
#include "waxseal-rollout-enums.h"

G_BEGIN_DECLS

/** WaxsealRolloutAction: what can be done with a phase; each has its own steps on each road. */
typedef enum
{
  WAXSEAL_ROLLOUT_ACTION_DEPLOY, /* upload the manifest where it is not there yet, and assign */
  WAXSEAL_ROLLOUT_ACTION_WIDEN,
  WAXSEAL_ROLLOUT_ACTION_NARROW,
  WAXSEAL_ROLLOUT_ACTION_CHANGE_METHOD,
  WAXSEAL_ROLLOUT_ACTION_UPDATE, /* the manifest, to a higher version */
  WAXSEAL_ROLLOUT_ACTION_PAUSE,
  WAXSEAL_ROLLOUT_ACTION_RESUME,
  WAXSEAL_ROLLOUT_ACTION_ROLL_BACK, /* to the phases before, or remove it where there is none */
  WAXSEAL_N_ROLLOUT_ACTIONS,
} WaxsealRolloutAction;

const char *waxseal_rollout_action_get_label (WaxsealRolloutAction action);
const char *waxseal_rollout_action_get_text (WaxsealRolloutAction action);
WaxsealRolloutEventKind waxseal_rollout_action_get_event (WaxsealRolloutAction action);

gboolean waxseal_rollout_action_applies (WaxsealRolloutAction action,
                                         WaxsealOrganization *organization,
                                         WaxsealRolloutPhase *phase,
                                         const char *own_address,
                                         GDateTime *now);
const char *waxseal_rollout_action_get_refusal (WaxsealRolloutAction action,
                                                WaxsealOrganization *organization,
                                                WaxsealRolloutPhase *phase,
                                                GDateTime *now);

G_END_DECLS
