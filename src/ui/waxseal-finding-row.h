/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <adwaita.h>

#include "waxseal-finding.h"

G_BEGIN_DECLS

#define WAXSEAL_TYPE_FINDING_ROW (waxseal_finding_row_get_type ())
G_DECLARE_FINAL_TYPE (WaxsealFindingRow, waxseal_finding_row, WAXSEAL, FINDING_ROW, GtkListBoxRow)

GtkWidget *waxseal_finding_row_new (WaxsealFinding *finding);
void waxseal_finding_row_offer_fix (WaxsealFindingRow *self);
WaxsealFinding *waxseal_finding_row_get_finding (WaxsealFindingRow *self);

G_END_DECLS
