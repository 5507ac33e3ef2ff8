/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <glib.h>
#include <stdio.h>

G_BEGIN_DECLS

void
waxseal_differences_print_text (FILE *stream, const char *const *files, GPtrArray *differences);
void
waxseal_differences_print_json (FILE *stream, const char *const *files, GPtrArray *differences);

G_END_DECLS
