/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <libsecret/secret.h>

G_BEGIN_DECLS

gboolean waxseal_keyring_is_usable_value (SecretValue *value);

G_END_DECLS
