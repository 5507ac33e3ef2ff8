/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <adwaita.h>

#include "waxseal-organization.h"
#include "waxseal-rollout-phase.h"

G_BEGIN_DECLS

#define WAXSEAL_TYPE_MESSAGE_GROUP (waxseal_message_group_get_type ())
G_DECLARE_FINAL_TYPE (WaxsealMessageGroup, waxseal_message_group, WAXSEAL, MESSAGE_GROUP, AdwBin)

void waxseal_message_group_show (WaxsealMessageGroup *self,
                                 WaxsealOrganization *organization,
                                 WaxsealRolloutPhase *phase);
void waxseal_message_group_update (WaxsealMessageGroup *self);

G_END_DECLS
