/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Where the addresses are in a list that is a table. */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

#define WAXSEAL_ADDRESS_TABLE_MAX_COLUMNS 8

/**
 * WaxsealAddressTable:
 * @n_rows_before: what is before the people: a heading, and what programs write above it
 * @columns: those that have addresses, the best first; the next where it is empty
 */
typedef struct
{
  char delimiter;
  guint n_rows_before;
  guint columns[WAXSEAL_ADDRESS_TABLE_MAX_COLUMNS];
  guint n_columns;
} WaxsealAddressTable;

gboolean waxseal_address_table_find (WaxsealAddressTable *self, const char *text);
const char *waxseal_address_table_get_cell (const WaxsealAddressTable *self,
                                            const char *const *row);
gboolean waxseal_address_table_is_heading (const char *cell);

G_END_DECLS
