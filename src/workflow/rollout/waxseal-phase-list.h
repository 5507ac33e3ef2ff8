/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The phases as a list: what may be added, renamed, moved and removed. */
#pragma once

#include "waxseal-organization.h"
#include "waxseal-rollout-phase.h"

G_BEGIN_DECLS

guint waxseal_phase_list_find (GListModel *phases, WaxsealRolloutPhase *phase);
WaxsealRolloutPhase *waxseal_phase_list_find_name (GListModel *phases, const char *name);
WaxsealRolloutPhase *
waxseal_phase_list_get_beside (GListModel *phases, WaxsealRolloutPhase *phase, int offset);

char *waxseal_phase_list_propose_name (GListModel *phases);
const char *waxseal_phase_list_get_name_refusal (GListModel *phases,
                                                 WaxsealRolloutPhase *phase,
                                                 const char *name);
const char *
waxseal_phase_list_get_move_refusal (GListModel *phases, WaxsealRolloutPhase *phase, int offset);
const char *waxseal_phase_list_get_removal_refusal (GListModel *phases, WaxsealRolloutPhase *phase);

WaxsealRolloutPhase *
waxseal_phase_list_add (GListStore *phases, WaxsealRolloutPhase *after, const char *name);
void waxseal_phase_list_move (GListStore *phases, WaxsealRolloutPhase *phase, int offset);

G_END_DECLS
