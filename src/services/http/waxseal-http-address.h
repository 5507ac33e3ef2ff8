/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Which addresses requests may go to. */
#pragma once

#include <gio/gio.h>

G_BEGIN_DECLS

gboolean waxseal_http_address_is_allowed (GUri *uri, gboolean practice);
gboolean waxseal_http_address_is_same_origin (GUri *a, GUri *b);

G_END_DECLS
