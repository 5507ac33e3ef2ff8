/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "waxseal-account.h"
#include "waxseal-code-sign-in.h"
#include "waxseal-refresh-store.h"
#include "waxseal-session.h"

G_BEGIN_DECLS

struct _WaxsealAccount
{
  GObject parent_instance;

  WaxsealHttp *http;
  WaxsealEndpoints *endpoints;
  WaxsealOrganization *organization;
  WaxsealRecord *settings; /* unowned: the organisation's "sign-in" */
  WaxsealRefreshStore *store;
  WaxsealSession *session;
  WaxsealSession *exchange_session; /* where Exchange takes a client of its own; kept nowhere */

  GQueue waiting; /* of GTask: who wants a token. One refresh token is not redeemed twice at once */
  GTask *current; /* or NULL */
  WaxsealCodeSignIn *code_sign_in; /* under way, or NULL */
  gboolean asking;                 /* a person was asked, and has not answered yet */
};

WaxsealSession *waxseal_account_find_session (WaxsealAccount *self, const char *const *scopes);
WaxsealLogin *waxseal_account_new_login (WaxsealAccount *self,
                                         WaxsealSession *session,
                                         const char *tenant_id,
                                         GError **error);
gboolean waxseal_account_keeps (WaxsealAccount *self, WaxsealSession *session);
void waxseal_account_session_changed (WaxsealAccount *self);
void waxseal_account_set_asking (WaxsealAccount *self, gboolean asking);
void waxseal_account_not_kept (WaxsealAccount *self, const GError *error);

void waxseal_account_get_token_async (WaxsealAccount *self,
                                      const char *resource,
                                      const char *const *scopes,
                                      const char *claims,
                                      gboolean fresh,
                                      GCancellable *cancellable,
                                      GAsyncReadyCallback callback,
                                      gpointer user_data);
WaxsealToken *
waxseal_account_get_token_finish (WaxsealAccount *self, GAsyncResult *result, GError **error);

void waxseal_account_open_link (WaxsealAccount *self, const char *uri);
void waxseal_account_show_code (WaxsealAccount *self, WaxsealDeviceCode *code);

G_END_DECLS
