/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <adwaita.h>

G_BEGIN_DECLS

#define WAXSEAL_TYPE_DECLARE_ROW (waxseal_declare_row_get_type ())
G_DECLARE_FINAL_TYPE (WaxsealDeclareRow, waxseal_declare_row, WAXSEAL, DECLARE_ROW, AdwActionRow)

G_END_DECLS
