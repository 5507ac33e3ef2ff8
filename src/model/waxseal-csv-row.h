/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Rows of comma-separated values, and of those that Excel separates by semicolons or tabs. */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

char **waxseal_csv_row_read (const char **rest, char delimiter, guint *line);

G_END_DECLS
