/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <adwaita.h>

#include "waxseal-organization.h"
#include "waxseal-run-sheet-step.h"

G_BEGIN_DECLS

/* Signal "checked": the step was checked off, or not any more. */
#define WAXSEAL_TYPE_SHEET_ROW (waxseal_sheet_row_get_type ())
G_DECLARE_FINAL_TYPE (WaxsealSheetRow, waxseal_sheet_row, WAXSEAL, SHEET_ROW, AdwExpanderRow)

GtkWidget *waxseal_sheet_row_new (WaxsealRunSheetStep *step, WaxsealOrganization *organization);
gboolean waxseal_sheet_row_is_checked (WaxsealSheetRow *self);

G_END_DECLS
