/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gio/gio.h>
#include <libsecret/secret.h>

G_BEGIN_DECLS

/*
 * Waits on this computer for a browser to bring an authorization code back (RFC 8252, 7.3;
 * microsoft.md, 1.3). Errors: G_IO_ERROR_CANCELLED, WAXSEAL_ERROR_SIGN_IN_TIMED_OUT, and those of
 * waxseal_aadsts_new_redirect_error().
 */
#define WAXSEAL_TYPE_LOOPBACK_LISTENER (waxseal_loopback_listener_get_type ())
G_DECLARE_FINAL_TYPE (WaxsealLoopbackListener,
                      waxseal_loopback_listener,
                      WAXSEAL,
                      LOOPBACK_LISTENER,
                      GObject)

WaxsealLoopbackListener *waxseal_loopback_listener_new (const char *state, GError **error);

const char *waxseal_loopback_listener_get_redirect_uri (WaxsealLoopbackListener *self);

void waxseal_loopback_listener_wait_async (WaxsealLoopbackListener *self,
                                           guint limit,
                                           GCancellable *cancellable,
                                           GAsyncReadyCallback callback,
                                           gpointer user_data);
SecretValue *waxseal_loopback_listener_wait_finish (WaxsealLoopbackListener *self,
                                                    GAsyncResult *result,
                                                    GError **error);

G_END_DECLS
