/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "waxseal-field-row.h"

G_BEGIN_DECLS

/** WaxsealFieldFunc: Returns: %TRUE to stop at this row. */
typedef gboolean (*WaxsealFieldFunc) (WaxsealFieldRow *row, gpointer user_data);

WaxsealFieldRow *
waxseal_field_search_each (GtkWidget *root, WaxsealFieldFunc func, gpointer user_data);

G_END_DECLS
