/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <adwaita.h>

#include "waxseal-organization.h"
#include "waxseal-rollout-phase.h"

G_BEGIN_DECLS

#define WAXSEAL_TYPE_TIMELINE_GROUP (waxseal_timeline_group_get_type ())
G_DECLARE_FINAL_TYPE (WaxsealTimelineGroup, waxseal_timeline_group, WAXSEAL, TIMELINE_GROUP, AdwBin)

void waxseal_timeline_group_open (WaxsealTimelineGroup *self, WaxsealOrganization *organization);
void waxseal_timeline_group_show (WaxsealTimelineGroup *self, WaxsealRolloutPhase *phase);
void waxseal_timeline_group_update (WaxsealTimelineGroup *self);

G_END_DECLS
