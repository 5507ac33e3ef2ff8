/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "waxseal-record-row.h"

G_BEGIN_DECLS

#define WAXSEAL_TYPE_CRITERION_ROW (waxseal_criterion_row_get_type ())
G_DECLARE_FINAL_TYPE (WaxsealCriterionRow,
                      waxseal_criterion_row,
                      WAXSEAL,
                      CRITERION_ROW,
                      WaxsealRecordRow)

G_END_DECLS
