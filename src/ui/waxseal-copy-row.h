/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <adwaita.h>

G_BEGIN_DECLS

#define WAXSEAL_TYPE_COPY_ROW (waxseal_copy_row_get_type ())
G_DECLARE_FINAL_TYPE (WaxsealCopyRow, waxseal_copy_row, WAXSEAL, COPY_ROW, AdwActionRow)

void waxseal_copy_row_set_value (WaxsealCopyRow *self, const char *value);

G_END_DECLS
