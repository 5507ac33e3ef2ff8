/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Base64 as addresses and tokens have it (RFC 4648, section 5), without padding. */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

char *waxseal_practice_base64_encode (gconstpointer data, gsize size);
GBytes *waxseal_practice_base64_decode (const char *text);
char *waxseal_practice_base64_random (void);

G_END_DECLS
