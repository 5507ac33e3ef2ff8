/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <libsecret/secret.h>

G_BEGIN_DECLS

/* What ties the answer of a browser to the sign-in that asked for it. */
typedef struct _WaxsealPkce WaxsealPkce;

WaxsealPkce *waxseal_pkce_new (GError **error);
void waxseal_pkce_free (WaxsealPkce *self);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (WaxsealPkce, waxseal_pkce_free)

SecretValue *waxseal_pkce_get_verifier (WaxsealPkce *self);
const char *waxseal_pkce_get_challenge (WaxsealPkce *self);
const char *waxseal_pkce_get_state (WaxsealPkce *self);
const char *waxseal_pkce_get_nonce (WaxsealPkce *self);

char *waxseal_pkce_build_challenge (SecretValue *verifier);

G_END_DECLS
