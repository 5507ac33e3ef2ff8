/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "waxseal-sign-in-ask.h"

G_BEGIN_DECLS

/*
 * Signs a person in by the browser: authorization code with PKCE on a loopback listener
 * (microsoft.md, 1.2 and 1.3). Signal: "open-link" (const char *uri).
 */
#define WAXSEAL_TYPE_BROWSER_SIGN_IN (waxseal_browser_sign_in_get_type ())
G_DECLARE_FINAL_TYPE (WaxsealBrowserSignIn,
                      waxseal_browser_sign_in,
                      WAXSEAL,
                      BROWSER_SIGN_IN,
                      GObject)

WaxsealBrowserSignIn *waxseal_browser_sign_in_new (WaxsealLogin *login, WaxsealSignInAsk *ask);

void waxseal_browser_sign_in_run_async (WaxsealBrowserSignIn *self,
                                        GCancellable *cancellable,
                                        GAsyncReadyCallback callback,
                                        gpointer user_data);
WaxsealLoginReply *waxseal_browser_sign_in_run_finish (WaxsealBrowserSignIn *self,
                                                       GAsyncResult *result,
                                                       GError **error);

G_END_DECLS
