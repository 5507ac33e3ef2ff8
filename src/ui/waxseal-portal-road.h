/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <adwaita.h>

#include "waxseal-organization.h"

G_BEGIN_DECLS

#define WAXSEAL_TYPE_PORTAL_ROAD (waxseal_portal_road_get_type ())
G_DECLARE_FINAL_TYPE (WaxsealPortalRoad, waxseal_portal_road, WAXSEAL, PORTAL_ROAD, AdwBin)

void waxseal_portal_road_open (WaxsealPortalRoad *self, WaxsealOrganization *organization);

G_END_DECLS
