/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Signatures of tokens, checked by an implementation that is not the practice tenant's. */
#pragma once

#include <json-glib/json-glib.h>

G_BEGIN_DECLS

gboolean openssl_check_is_possible (void);
/* Whether @token is signed with the key of the JWKS. */
gboolean openssl_check_token (const char *token, JsonObject *jwk);

G_END_DECLS
