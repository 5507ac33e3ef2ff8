/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <adwaita.h>

G_BEGIN_DECLS

#define WAXSEAL_TYPE_ADDRESS_GROUP (waxseal_address_group_get_type ())
G_DECLARE_FINAL_TYPE (WaxsealAddressGroup,
                      waxseal_address_group,
                      WAXSEAL,
                      ADDRESS_GROUP,
                      AdwPreferencesGroup)

G_END_DECLS
