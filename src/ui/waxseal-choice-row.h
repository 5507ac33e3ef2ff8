/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <adwaita.h>

G_BEGIN_DECLS

#define WAXSEAL_TYPE_CHOICE_ROW (waxseal_choice_row_get_type ())
G_DECLARE_FINAL_TYPE (WaxsealChoiceRow, waxseal_choice_row, WAXSEAL, CHOICE_ROW, AdwComboRow)

G_END_DECLS
