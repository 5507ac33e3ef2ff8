/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <adwaita.h>

#include "waxseal-entra-desk.h"

G_BEGIN_DECLS

#define WAXSEAL_TYPE_PERMISSIONS_GROUP (waxseal_permissions_group_get_type ())
G_DECLARE_FINAL_TYPE (WaxsealPermissionsGroup,
                      waxseal_permissions_group,
                      WAXSEAL,
                      PERMISSIONS_GROUP,
                      AdwPreferencesGroup)

void waxseal_permissions_group_open (WaxsealPermissionsGroup *self,
                                     WaxsealOrganization *organization,
                                     WaxsealEntraDesk *desk);

G_END_DECLS
