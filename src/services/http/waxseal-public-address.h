/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Whether an address belongs to everybody's network, or to this computer or a private one. */
#pragma once

#include <gio/gio.h>

G_BEGIN_DECLS

gboolean waxseal_public_address_is (GInetAddress *address);
gboolean waxseal_public_address_is_host (const char *host);

G_END_DECLS
