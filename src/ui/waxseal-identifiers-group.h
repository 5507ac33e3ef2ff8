/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <adwaita.h>

#include "waxseal-organization.h"

G_BEGIN_DECLS

#define WAXSEAL_TYPE_IDENTIFIERS_GROUP (waxseal_identifiers_group_get_type ())
G_DECLARE_FINAL_TYPE (WaxsealIdentifiersGroup,
                      waxseal_identifiers_group,
                      WAXSEAL,
                      IDENTIFIERS_GROUP,
                      AdwPreferencesGroup)

void waxseal_identifiers_group_open (WaxsealIdentifiersGroup *self,
                                     WaxsealOrganization *organization);

G_END_DECLS
