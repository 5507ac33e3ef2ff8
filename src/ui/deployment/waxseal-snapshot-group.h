/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <adwaita.h>

#include "waxseal-entra-desk.h"
#include "waxseal-rollout-phase.h"

G_BEGIN_DECLS

#define WAXSEAL_TYPE_SNAPSHOT_GROUP (waxseal_snapshot_group_get_type ())
G_DECLARE_FINAL_TYPE (WaxsealSnapshotGroup,
                      waxseal_snapshot_group,
                      WAXSEAL,
                      SNAPSHOT_GROUP,
                      AdwPreferencesGroup)

void waxseal_snapshot_group_show (WaxsealSnapshotGroup *self,
                                  WaxsealRolloutPhase *phase,
                                  WaxsealEntraDesk *desk);

G_END_DECLS
