/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "waxseal-endpoints.h"
#include "waxseal-http.h"
#include "waxseal-token.h"

G_BEGIN_DECLS

/* Microsoft's sign-in, as one client of one tenant; immutable, counted. */
typedef struct _WaxsealLogin WaxsealLogin;

/**
 * WaxsealLoginReply:
 * @token: (nullable): what was asked for; %NULL where it was refused
 * @refresh_token: (nullable): takes the place of the one before
 * @id_claims: (nullable): of the ID token
 * @error: (nullable): why it was refused
 * @refusal: the same in OAuth's words, such as "authorization_pending"; or ""
 * @claims: (nullable): a challenge that the next sign-in has to pass on
 * @ends_session: whether the refresh token that was sent is dead
 *
 * What the token endpoint answered.
 */
typedef struct
{
  WaxsealToken *token;
  SecretValue *refresh_token;
  JsonObject *id_claims;
  GError *error;
  char *refusal;
  char *claims;
  gboolean ends_session;
} WaxsealLoginReply;

void waxseal_login_reply_free (WaxsealLoginReply *self);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (WaxsealLoginReply, waxseal_login_reply_free)

WaxsealLogin *waxseal_login_new (WaxsealHttp *http,
                                 WaxsealEndpoints *endpoints,
                                 const char *tenant,
                                 const char *client_id);
WaxsealLogin *waxseal_login_ref (WaxsealLogin *self);
void waxseal_login_unref (WaxsealLogin *self);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (WaxsealLogin, waxseal_login_unref)

WaxsealHttp *waxseal_login_get_http (WaxsealLogin *self);
WaxsealEndpoints *waxseal_login_get_endpoints (WaxsealLogin *self);
const char *waxseal_login_get_client_id (WaxsealLogin *self);
guint waxseal_login_scale (WaxsealLogin *self, guint milliseconds);

char *waxseal_login_build_uri (WaxsealLogin *self, const char *endpoint);
WaxsealHttpRequest *waxseal_login_new_request (WaxsealLogin *self, const char *endpoint);
WaxsealHttpRequest *
waxseal_login_new_token_request (WaxsealLogin *self, const char *grant_type, const char *scope);

void waxseal_login_ask_async (WaxsealLogin *self,
                              WaxsealHttpRequest *request,
                              const char *const *scopes,
                              GCancellable *cancellable,
                              GAsyncReadyCallback callback,
                              gpointer user_data);
WaxsealLoginReply *waxseal_login_ask_finish (GAsyncResult *result, GError **error);

GError *waxseal_login_new_reply_error (WaxsealHttpReply *reply);

G_END_DECLS
