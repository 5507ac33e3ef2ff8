/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Text of unknown encoding, as files that people export and save have it. */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

char *waxseal_text_decode (const char *data, gsize length);

G_END_DECLS
