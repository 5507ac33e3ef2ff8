/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <adwaita.h>

#include "waxseal-direct-job.h"

G_BEGIN_DECLS

/* Signal "use-admin-center": the person gives this way up. */
#define WAXSEAL_TYPE_DIRECT_PLAN_GROUP (waxseal_direct_plan_group_get_type ())
G_DECLARE_FINAL_TYPE (WaxsealDirectPlanGroup,
                      waxseal_direct_plan_group,
                      WAXSEAL,
                      DIRECT_PLAN_GROUP,
                      GtkBox)

void waxseal_direct_plan_group_set_job (WaxsealDirectPlanGroup *self, WaxsealDirectJob *job);

G_END_DECLS
