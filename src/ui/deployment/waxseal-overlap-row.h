/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <adwaita.h>

#include "waxseal-organization.h"
#include "waxseal-rollout-phase.h"

G_BEGIN_DECLS

#define WAXSEAL_TYPE_OVERLAP_ROW (waxseal_overlap_row_get_type ())
G_DECLARE_FINAL_TYPE (WaxsealOverlapRow, waxseal_overlap_row, WAXSEAL, OVERLAP_ROW, AdwActionRow)

GtkWidget *waxseal_overlap_row_new (WaxsealOrganization *organization,
                                    WaxsealRolloutPhase *earlier,
                                    WaxsealRolloutPhase *later);

G_END_DECLS
