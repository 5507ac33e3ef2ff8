/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <json-glib/json-glib.h>
#include <libsecret/secret.h>

G_BEGIN_DECLS

/*
 * What a service answered. Members that the request named as secret are cut out of the bytes before
 * they are parsed: the JSON has an empty string in their place, and take_secret() the value.
 */
#define WAXSEAL_TYPE_HTTP_REPLY (waxseal_http_reply_get_type ())
G_DECLARE_FINAL_TYPE (WaxsealHttpReply, waxseal_http_reply, WAXSEAL, HTTP_REPLY, GObject)

guint waxseal_http_reply_get_status (WaxsealHttpReply *self);
JsonNode *waxseal_http_reply_get_json (WaxsealHttpReply *self);
JsonObject *waxseal_http_reply_get_object (WaxsealHttpReply *self);
const char *waxseal_http_reply_get_header (WaxsealHttpReply *self, const char *name);
const char *waxseal_http_reply_get_request_id (WaxsealHttpReply *self);
char *waxseal_http_reply_describe (WaxsealHttpReply *self);
char *waxseal_http_reply_describe_as (WaxsealHttpReply *self, const char *text);
SecretValue *waxseal_http_reply_take_secret (WaxsealHttpReply *self, const char *member);

G_END_DECLS
