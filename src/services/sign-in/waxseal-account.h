/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "waxseal-authorizer.h"
#include "waxseal-device-code.h"
#include "waxseal-endpoints.h"
#include "waxseal-http.h"
#include "waxseal-keyring.h"
#include "waxseal-sign-in-way.h"

G_BEGIN_DECLS

/*
 * The person who is signed in, for one organisation. Implements WaxsealAuthorizer. Tokens are in
 * memory only; with "stay-signed-in" the refresh token is in the keyring.
 * Properties: "signed-in", "user-name", "display-name", "tenant-id" (read-only, notified),
 * "asking" (read-only, notified: TRUE from "open-link" or "device-code" until that sign-in has
 * ended, however it did), "stay-signed-in" (writable).
 * Signals: "open-link" (const char *uri): the browser has to open it, or the user copies it;
 * "device-code" (WaxsealDeviceCode *): to be shown; "not-kept" (const GError *): the keyring could
 * not keep or clear the refresh token.
 */
#define WAXSEAL_TYPE_ACCOUNT (waxseal_account_get_type ())
G_DECLARE_FINAL_TYPE (WaxsealAccount, waxseal_account, WAXSEAL, ACCOUNT, GObject)

WaxsealAccount *waxseal_account_new (WaxsealHttp *http,
                                     WaxsealEndpoints *endpoints,
                                     WaxsealKeyring *keyring,
                                     WaxsealOrganization *organization);

/* Silent where it can be (cached, refresh token, keyring), else asks the person by @way. */
void waxseal_account_sign_in_async (WaxsealAccount *self,
                                    WaxsealSignInWay way,
                                    const char *const *scopes,
                                    GCancellable *cancellable,
                                    GAsyncReadyCallback callback,
                                    gpointer user_data);
gboolean
waxseal_account_sign_in_finish (WaxsealAccount *self, GAsyncResult *result, GError **error);
void waxseal_account_renew_code (WaxsealAccount *self);

void waxseal_account_sign_out_async (WaxsealAccount *self,
                                     GCancellable *cancellable,
                                     GAsyncReadyCallback callback,
                                     gpointer user_data);
gboolean
waxseal_account_sign_out_finish (WaxsealAccount *self, GAsyncResult *result, GError **error);

gboolean waxseal_account_is_signed_in (WaxsealAccount *self);
gboolean waxseal_account_has_role (WaxsealAccount *self, const char *template_id);

G_END_DECLS
