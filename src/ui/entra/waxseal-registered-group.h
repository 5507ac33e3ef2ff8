/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <adwaita.h>

#include "waxseal-entra-desk.h"

G_BEGIN_DECLS

#define WAXSEAL_TYPE_REGISTERED_GROUP (waxseal_registered_group_get_type ())
G_DECLARE_FINAL_TYPE (WaxsealRegisteredGroup,
                      waxseal_registered_group,
                      WAXSEAL,
                      REGISTERED_GROUP,
                      AdwPreferencesGroup)

void waxseal_registered_group_set_desk (WaxsealRegisteredGroup *self, WaxsealEntraDesk *desk);

G_END_DECLS
