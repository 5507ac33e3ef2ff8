/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <adwaita.h>

#include "waxseal-entra-desk.h"
#include "waxseal-rollout-phase.h"

G_BEGIN_DECLS

/* Signal "remove" (GHashTable *, a set of WaxsealRecipient): wants them gone. */
#define WAXSEAL_TYPE_LOOK_UP_GROUP (waxseal_look_up_group_get_type ())
G_DECLARE_FINAL_TYPE (WaxsealLookUpGroup, waxseal_look_up_group, WAXSEAL, LOOK_UP_GROUP, GtkBox)

void waxseal_look_up_group_show (WaxsealLookUpGroup *self,
                                 WaxsealRolloutPhase *phase,
                                 WaxsealEntraDesk *desk);
void waxseal_look_up_group_update (WaxsealLookUpGroup *self);
void waxseal_look_up_group_start (WaxsealLookUpGroup *self);

G_END_DECLS
