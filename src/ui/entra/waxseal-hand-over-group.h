/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <adwaita.h>

#include "waxseal-entra-desk.h"

G_BEGIN_DECLS

#define WAXSEAL_TYPE_HAND_OVER_GROUP (waxseal_hand_over_group_get_type ())
G_DECLARE_FINAL_TYPE (WaxsealHandOverGroup,
                      waxseal_hand_over_group,
                      WAXSEAL,
                      HAND_OVER_GROUP,
                      AdwPreferencesGroup)

void waxseal_hand_over_group_update (WaxsealHandOverGroup *self, WaxsealEntraDesk *desk);

G_END_DECLS
