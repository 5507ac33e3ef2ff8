/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "waxseal-record-row.h"

G_BEGIN_DECLS

#define WAXSEAL_TYPE_PHASE_ROW (waxseal_phase_row_get_type ())
G_DECLARE_FINAL_TYPE (WaxsealPhaseRow, waxseal_phase_row, WAXSEAL, PHASE_ROW, WaxsealRecordRow)

G_END_DECLS
