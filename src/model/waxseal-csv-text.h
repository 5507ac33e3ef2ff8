/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Cells of a table (RFC 4180) that no spreadsheet takes for a formula. */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

/* Excel takes a file without it for one in the code page of the machine. */
#define WAXSEAL_CSV_TEXT_MARK "\xEF\xBB\xBF"

void waxseal_csv_text_append_name (GString *csv, const char *name);
void waxseal_csv_text_append_address (GString *csv, const char *address);

G_END_DECLS
