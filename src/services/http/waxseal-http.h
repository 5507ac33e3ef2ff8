/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "waxseal-http-request.h"

G_BEGIN_DECLS

/*
 * The one way out to the network: a SoupSession, the waits between repeated requests, and nothing
 * in the log but method, host, path and status. A reply of any status is a success here; the errors
 * are G_IO_ERROR_CANCELLED, WAXSEAL_ERROR_OFFLINE, _UNTRUSTED, _PLAIN_HTTP, _BAD_REPLY, and
 * _REPLY_LOST where a write may have taken effect.
 */
#define WAXSEAL_TYPE_HTTP (waxseal_http_get_type ())
G_DECLARE_FINAL_TYPE (WaxsealHttp, waxseal_http, WAXSEAL, HTTP, GObject)

WaxsealHttp *waxseal_http_new (gboolean practice);
void waxseal_http_set_pace (WaxsealHttp *self, double pace);
void waxseal_http_set_patience (WaxsealHttp *self, guint milliseconds);
double waxseal_http_get_pace (WaxsealHttp *self);

void waxseal_http_send_async (WaxsealHttp *self,
                              WaxsealHttpRequest *request,
                              GCancellable *cancellable,
                              GAsyncReadyCallback callback,
                              gpointer user_data);
WaxsealHttpReply *
waxseal_http_send_finish (WaxsealHttp *self, GAsyncResult *result, GError **error);

G_END_DECLS
