/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <adwaita.h>

#include "waxseal-entra-desk.h"

G_BEGIN_DECLS

#define WAXSEAL_TYPE_PROFILES_GROUP (waxseal_profiles_group_get_type ())
G_DECLARE_FINAL_TYPE (WaxsealProfilesGroup,
                      waxseal_profiles_group,
                      WAXSEAL,
                      PROFILES_GROUP,
                      AdwPreferencesGroup)

void waxseal_profiles_group_open (WaxsealProfilesGroup *self,
                                  WaxsealOrganization *organization,
                                  WaxsealEntraDesk *desk);

G_END_DECLS
