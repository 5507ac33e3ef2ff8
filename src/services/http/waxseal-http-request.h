/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <json-glib/json-glib.h>
#include <libsecret/secret.h>

#include "waxseal-http-reply.h"

G_BEGIN_DECLS

/** WaxsealHttpVerdict: what is to be done after a reply. */
typedef enum
{
  WAXSEAL_HTTP_DONE,    /* the caller gets the reply, whatever its status */
  WAXSEAL_HTTP_BUSY,    /* 429, 503: wait as Retry-After says, else ever longer */
  WAXSEAL_HTTP_LAGGING, /* not replicated yet: 0.5 to 16 s, two minutes in all (microsoft.md, 2.7)
                         */
  WAXSEAL_HTTP_FAILED,  /* 5xx or no reply: a few times, only where repeating is harmless */
} WaxsealHttpVerdict;

typedef WaxsealHttpVerdict (*WaxsealHttpJudge) (WaxsealHttpReply *reply, gpointer user_data);

/*
 * One request, sent at most once at a time. Signal "waiting" (WaxsealHttpVerdict why, guint
 * milliseconds): it will be sent again then. A request is a read, and repeated by condition, if its
 * method is GET or it was marked repeatable; a write is repeated only where the judge knows that it
 * did nothing (BUSY by 429, LAGGING).
 */
#define WAXSEAL_TYPE_HTTP_REQUEST (waxseal_http_request_get_type ())
G_DECLARE_FINAL_TYPE (WaxsealHttpRequest, waxseal_http_request, WAXSEAL, HTTP_REQUEST, GObject)

WaxsealHttpRequest *waxseal_http_request_new (const char *method, const char *uri);

void
waxseal_http_request_set_header (WaxsealHttpRequest *self, const char *name, const char *value);
void waxseal_http_request_set_bearer (WaxsealHttpRequest *self, SecretValue *token);
void waxseal_http_request_set_json (WaxsealHttpRequest *self, JsonNode *body);
void waxseal_http_request_add_field (WaxsealHttpRequest *self, const char *name, const char *text);
void waxseal_http_request_add_secret_field (WaxsealHttpRequest *self,
                                            const char *name,
                                            SecretValue *value);
void waxseal_http_request_set_repeatable (WaxsealHttpRequest *self, gboolean repeatable);
void waxseal_http_request_set_secret_members (WaxsealHttpRequest *self, const char *const *members);
void waxseal_http_request_set_judge (WaxsealHttpRequest *self,
                                     WaxsealHttpJudge judge,
                                     gpointer user_data,
                                     GDestroyNotify destroy);

G_END_DECLS
