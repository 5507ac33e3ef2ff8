/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "waxseal-enums.h"
#include "waxseal-organization.h"
#include "waxseal-rollout-phase.h"

G_BEGIN_DECLS

WaxsealRolloutPhase *waxseal_rollout_summary_find_phase (GListModel *phases, GDateTime *now);
WaxsealState waxseal_rollout_summary_get_state (WaxsealOrganization *organization, GDateTime *now);
char *waxseal_rollout_summary_describe (WaxsealOrganization *organization, GDateTime *now);

G_END_DECLS
