/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <adwaita.h>

#include "waxseal-finding.h"

G_BEGIN_DECLS

#define WAXSEAL_TYPE_FIELD_ROW (waxseal_field_row_get_type ())
G_DECLARE_FINAL_TYPE (WaxsealFieldRow, waxseal_field_row, WAXSEAL, FIELD_ROW, AdwEntryRow)

const char *waxseal_field_row_get_place (WaxsealFieldRow *self);
void waxseal_field_row_set_finding (WaxsealFieldRow *self, WaxsealFinding *finding);

G_END_DECLS
