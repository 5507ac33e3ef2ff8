/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

const char *waxseal_secret_shape_find (const char *text, gsize *length);
const char *waxseal_secret_shape_find_any (const char *text, gsize *length);
char *waxseal_secret_shape_leave_out (const char *text);
const char *waxseal_secret_shape_get_words (void);
gboolean waxseal_secret_shape_is_possible (const char *word, gsize length);
gboolean waxseal_secret_shape_is_masked (const char *text);
gboolean waxseal_secret_shape_next_word (const char **text, gsize *length);

G_END_DECLS
