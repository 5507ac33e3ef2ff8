/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <adwaita.h>

#include "waxseal-organization.h"

G_BEGIN_DECLS

#define WAXSEAL_TYPE_SECRET_GROUP (waxseal_secret_group_get_type ())
G_DECLARE_FINAL_TYPE (WaxsealSecretGroup,
                      waxseal_secret_group,
                      WAXSEAL,
                      SECRET_GROUP,
                      AdwPreferencesGroup)

void waxseal_secret_group_open (WaxsealSecretGroup *self,
                                WaxsealOrganization *organization,
                                GCancellable *cancellable);
void waxseal_secret_group_enter_value (WaxsealSecretGroup *self);

G_END_DECLS
