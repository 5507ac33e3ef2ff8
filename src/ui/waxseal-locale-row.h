/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "waxseal-record-row.h"

G_BEGIN_DECLS

#define WAXSEAL_TYPE_LOCALE_ROW (waxseal_locale_row_get_type ())
G_DECLARE_FINAL_TYPE (WaxsealLocaleRow, waxseal_locale_row, WAXSEAL, LOCALE_ROW, WaxsealRecordRow)

G_END_DECLS
