/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <adwaita.h>

#include "waxseal-entra-desk.h"

G_BEGIN_DECLS

#define WAXSEAL_TYPE_SIGN_IN_GROUP (waxseal_sign_in_group_get_type ())
G_DECLARE_FINAL_TYPE (WaxsealSignInGroup,
                      waxseal_sign_in_group,
                      WAXSEAL,
                      SIGN_IN_GROUP,
                      AdwPreferencesGroup)

void waxseal_sign_in_group_set_desk (WaxsealSignInGroup *self, WaxsealEntraDesk *desk);

G_END_DECLS
