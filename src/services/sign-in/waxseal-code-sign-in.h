/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "waxseal-device-code.h"
#include "waxseal-sign-in-ask.h"

G_BEGIN_DECLS

/*
 * Signs a person in by a code that is typed on another page or device (RFC 8628; microsoft.md,
 * 1.4). Signal: "device-code" (WaxsealDeviceCode *), again after each renewal.
 */
#define WAXSEAL_TYPE_CODE_SIGN_IN (waxseal_code_sign_in_get_type ())
G_DECLARE_FINAL_TYPE (WaxsealCodeSignIn, waxseal_code_sign_in, WAXSEAL, CODE_SIGN_IN, GObject)

WaxsealCodeSignIn *waxseal_code_sign_in_new (WaxsealLogin *login, WaxsealSignInAsk *ask);

void waxseal_code_sign_in_run_async (WaxsealCodeSignIn *self,
                                     GCancellable *cancellable,
                                     GAsyncReadyCallback callback,
                                     gpointer user_data);
WaxsealLoginReply *
waxseal_code_sign_in_run_finish (WaxsealCodeSignIn *self, GAsyncResult *result, GError **error);
void waxseal_code_sign_in_renew (WaxsealCodeSignIn *self);

G_END_DECLS
