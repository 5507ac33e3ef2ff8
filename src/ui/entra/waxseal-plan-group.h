/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <adwaita.h>

#include "waxseal-entra-desk.h"

G_BEGIN_DECLS

#define WAXSEAL_TYPE_PLAN_GROUP (waxseal_plan_group_get_type ())
G_DECLARE_FINAL_TYPE (WaxsealPlanGroup, waxseal_plan_group, WAXSEAL, PLAN_GROUP, GtkBox)

void waxseal_plan_group_set_desk (WaxsealPlanGroup *self, WaxsealEntraDesk *desk);

G_END_DECLS
