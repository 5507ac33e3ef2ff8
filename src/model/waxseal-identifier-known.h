/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

const char *waxseal_identifier_known_get_name (const char *guid);
gboolean waxseal_identifier_known_is_example (const char *guid);

G_END_DECLS
