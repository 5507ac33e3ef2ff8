/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <adwaita.h>

#include "waxseal-client-test.h"
#include "waxseal-organization.h"

G_BEGIN_DECLS

#define WAXSEAL_TYPE_TRY_GROUP (waxseal_try_group_get_type ())
G_DECLARE_FINAL_TYPE (WaxsealTryGroup, waxseal_try_group, WAXSEAL, TRY_GROUP, AdwBin)

void waxseal_try_group_show (WaxsealTryGroup *self,
                             WaxsealOrganization *organization,
                             WaxsealClientTest *test);

G_END_DECLS
