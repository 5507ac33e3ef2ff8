/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <json-glib/json-glib.h>
#include <libsoup/soup.h>

#include "waxseal-practice-tenant.h"

G_BEGIN_DECLS

/**
 * WaxsealPracticeCall:
 * @path: (array zero-terminated=1): the decoded segments of the path
 * @query: (element-type utf8 utf8): the decoded query; the last of a name wins
 * @body: (nullable): the JSON that was sent
 * @host: scheme and host as the client wrote them, for links in the reply ("https://x:1")
 * @caller: (nullable): whose token it is; %NULL without a valid one
 *
 * One request to the practice tenant on its way through routing, rights and faults. A handler
 * replies by reply() or fail(), once, in the server's thread.
 */
typedef struct
{
  SoupServerMessage *message;
  WaxsealPracticeTenant *tenant;
  const char *method;
  char **path;
  GHashTable *query;
  JsonNode *body;
  char *host;
  char *request_id;
  struct _WaxsealPracticeCaller *caller;
} WaxsealPracticeCall;

/** WaxsealPracticeCaller: what a valid access token says. */
typedef struct _WaxsealPracticeCaller
{
  char *user_id; /* "" for an application */
  char *app_id;
  char **scopes; /* delegated */
  char **roles;  /* application */
  char **wids;   /* directory role template IDs of the person */
} WaxsealPracticeCaller;

void waxseal_practice_call_reply (WaxsealPracticeCall *self, guint status, JsonNode *body);
void waxseal_practice_call_reply_text (WaxsealPracticeCall *self,
                                       guint status,
                                       const char *content_type,
                                       const char *text);
void waxseal_practice_call_fail (WaxsealPracticeCall *self,
                                 guint status,
                                 const char *code,
                                 const char *message);

const char *waxseal_practice_call_get_query (WaxsealPracticeCall *self, const char *name);
const char *waxseal_practice_call_get_header (WaxsealPracticeCall *self, const char *name);

G_END_DECLS
