/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <adwaita.h>

G_BEGIN_DECLS

#define WAXSEAL_TYPE_NUMBER_ROW (waxseal_number_row_get_type ())
G_DECLARE_FINAL_TYPE (WaxsealNumberRow, waxseal_number_row, WAXSEAL, NUMBER_ROW, AdwActionRow)

G_END_DECLS
