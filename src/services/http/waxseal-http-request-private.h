/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What the sender of a request sees of it. */
#pragma once

#include <libsoup/soup.h>

#include "waxseal-http-request.h"

G_BEGIN_DECLS

GUri *waxseal_http_request_parse_uri (WaxsealHttpRequest *self);
const char *waxseal_http_request_get_method (WaxsealHttpRequest *self);
gboolean waxseal_http_request_is_get (WaxsealHttpRequest *self);
gboolean waxseal_http_request_is_repeatable (WaxsealHttpRequest *self);
const char *const *waxseal_http_request_get_secret_members (WaxsealHttpRequest *self);

SoupMessage *waxseal_http_request_build_message (WaxsealHttpRequest *self,
                                                 GUri *uri,
                                                 gboolean with_bearer,
                                                 const char *client_request_id);
WaxsealHttpVerdict waxseal_http_request_judge (WaxsealHttpRequest *self, WaxsealHttpReply *reply);
void waxseal_http_request_emit_waiting (WaxsealHttpRequest *self,
                                        WaxsealHttpVerdict why,
                                        guint milliseconds);

G_END_DECLS
