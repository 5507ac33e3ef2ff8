/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <libsoup/soup.h>

#include "waxseal-http-reply.h"

G_BEGIN_DECLS

WaxsealHttpReply *waxseal_http_reply_new (guint status,
                                          SoupMessageHeaders *headers,
                                          const char *client_request_id,
                                          JsonNode *json,
                                          GHashTable *secrets);

G_END_DECLS
