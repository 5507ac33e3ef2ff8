/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

char *waxseal_manifest_decode (GBytes *bytes,
                               char **encoding,
                               gboolean *byte_order_mark,
                               GPtrArray *problems);
GBytes *waxseal_manifest_encode (const char *text, const char *encoding, gboolean byte_order_mark);

G_END_DECLS
