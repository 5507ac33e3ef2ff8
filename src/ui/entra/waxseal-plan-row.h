/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <adwaita.h>

#include "waxseal-provision-step.h"

G_BEGIN_DECLS

#define WAXSEAL_TYPE_PLAN_ROW (waxseal_plan_row_get_type ())
G_DECLARE_FINAL_TYPE (WaxsealPlanRow, waxseal_plan_row, WAXSEAL, PLAN_ROW, AdwActionRow)

GtkWidget *waxseal_plan_row_new (WaxsealProvisionStep *step);

G_END_DECLS
