/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <adwaita.h>

#include "waxseal-rollout-phase.h"

G_BEGIN_DECLS

#define WAXSEAL_TYPE_EXPECTED_ROW (waxseal_expected_row_get_type ())
G_DECLARE_FINAL_TYPE (WaxsealExpectedRow, waxseal_expected_row, WAXSEAL, EXPECTED_ROW, AdwActionRow)

GtkWidget *waxseal_expected_row_new (WaxsealRolloutPhase *phase);
void waxseal_expected_row_update (WaxsealExpectedRow *self);

G_END_DECLS
