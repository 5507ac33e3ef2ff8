/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "waxseal-login.h"

G_BEGIN_DECLS

/**
 * WaxsealSession:
 * @client_id: whose refresh token it is; or ""
 * @refresh_token: (nullable): the newest
 * @claims: (nullable): a challenge that the next sign-in of the person has to pass on
 * @generation: another after each reset
 * @roles: (array zero-terminated=1): directory roles, by template ID
 *
 * Who is signed in, and what came of it so far. In memory only.
 */
typedef struct
{
  char *client_id;
  SecretValue *refresh_token;
  char *claims;
  guint generation;
  gboolean signed_in;
  char *user_name;
  char *display_name;
  char *tenant_id;
  char **roles;
  GPtrArray *tokens;
} WaxsealSession;

WaxsealSession *waxseal_session_new (void);
void waxseal_session_free (WaxsealSession *self);

void waxseal_session_reset (WaxsealSession *self);
void waxseal_session_set_claims (WaxsealSession *self, const char *claims);
void waxseal_session_set_refresh_token (WaxsealSession *self,
                                        const char *client_id,
                                        SecretValue *refresh_token);
void waxseal_session_accept (WaxsealSession *self,
                             const char *client_id,
                             const char *resource,
                             WaxsealLoginReply *reply);

gboolean waxseal_session_has_role (WaxsealSession *self, const char *template_id);
SecretValue *waxseal_session_find_refresh_token (WaxsealSession *self, const char *client_id);
WaxsealToken *waxseal_session_find_token (WaxsealSession *self,
                                          const char *client_id,
                                          const char *resource,
                                          const char *const *scopes);

G_END_DECLS
