/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <json-glib/json-glib.h>
#include <libsecret/secret.h>

G_BEGIN_DECLS

/* An access token: never stored, never printed; immutable, counted. */
typedef struct _WaxsealToken WaxsealToken;

#define WAXSEAL_TYPE_TOKEN (waxseal_token_get_type ())
GType waxseal_token_get_type (void);

WaxsealToken *waxseal_token_new (SecretValue *value, gint64 expires_in, const char *const *scopes);
WaxsealToken *waxseal_token_ref (WaxsealToken *self);
void waxseal_token_unref (WaxsealToken *self);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (WaxsealToken, waxseal_token_unref)

SecretValue *waxseal_token_get_value (WaxsealToken *self);
gboolean waxseal_token_is_usable (WaxsealToken *self, const char *const *scopes);
const char *waxseal_token_get_claim (WaxsealToken *self, const char *claim);
char **waxseal_token_dup_claim_list (WaxsealToken *self, const char *claim);

G_END_DECLS
