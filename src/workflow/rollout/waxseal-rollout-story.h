/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What happened to a phase, in words. */
#pragma once

#include "waxseal-rollout-event.h"
#include "waxseal-rollout-phase.h"

G_BEGIN_DECLS

char *waxseal_rollout_story_tell (WaxsealRolloutEvent *event, WaxsealRolloutPhase *phase);
char *waxseal_rollout_story_tell_when (WaxsealRolloutEvent *event);
const char *waxseal_rollout_story_get_road (WaxsealRolloutEvent *event);

G_END_DECLS
