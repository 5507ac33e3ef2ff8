/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "waxseal-organization.h"
#include "waxseal-rollout-phase.h"

G_BEGIN_DECLS

GListModel *waxseal_missing_button_list (WaxsealOrganization *organization,
                                         WaxsealRolloutPhase *phase,
                                         GDateTime *now);

G_END_DECLS
