/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <adwaita.h>

#include "waxseal-remedy.h"
#include "waxseal-sign-in-way.h"

G_BEGIN_DECLS

/* Signal "remedy" (guint WaxsealRemedyAction): its button was pressed. */
#define WAXSEAL_TYPE_ERROR_ROW (waxseal_error_row_get_type ())
G_DECLARE_FINAL_TYPE (WaxsealErrorRow, waxseal_error_row, WAXSEAL, ERROR_ROW, AdwExpanderRow)

void waxseal_error_row_show (WaxsealErrorRow *self, const GError *error, WaxsealSignInWay way);

G_END_DECLS
