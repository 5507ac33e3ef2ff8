/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <adwaita.h>

#include "waxseal-organization.h"

G_BEGIN_DECLS

/* Property "entra-app" (read-only): whose identifiers are entered. */
#define WAXSEAL_TYPE_ADDIN_CONFIG_GROUP (waxseal_addin_config_group_get_type ())
G_DECLARE_FINAL_TYPE (WaxsealAddinConfigGroup,
                      waxseal_addin_config_group,
                      WAXSEAL,
                      ADDIN_CONFIG_GROUP,
                      AdwPreferencesGroup)

void waxseal_addin_config_group_open (WaxsealAddinConfigGroup *self,
                                      WaxsealOrganization *organization,
                                      GCancellable *cancellable);

G_END_DECLS
