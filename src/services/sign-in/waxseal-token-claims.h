/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <json-glib/json-glib.h>
#include <libsecret/secret.h>

G_BEGIN_DECLS

JsonObject *waxseal_token_claims_read (SecretValue *token);

G_END_DECLS
