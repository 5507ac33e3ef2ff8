/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gio/gio.h>
#include <libsecret/secret.h>

G_BEGIN_DECLS

gboolean waxseal_keyring_is_usable_value (SecretValue *value);
gboolean waxseal_keyring_finish_store (GAsyncResult *result, GError **error);

G_END_DECLS
