/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <json-glib/json-glib.h>
#include <libsoup/soup.h>

#include "waxseal-practice-caller.h"
#include "waxseal-practice-tenant.h"

G_BEGIN_DECLS

/**
 * WaxsealPracticeCall:
 * @message: (nullable): %NULL for a call inside a batch
 * @route: (nullable): method and path as its route spells them; set once it was found
 * @path: (array zero-terminated=1): the decoded segments of the path
 * @keys: (array zero-terminated=1): what stands for each "{}" of the route, in order
 * @query: the decoded query; the last of a name wins
 * @form: (nullable): the form that was sent
 * @body: (nullable): the JSON that was sent
 * @host: scheme and host as the client wrote them, for links in the reply ("https://x:1")
 * @caller: (nullable): whose token it is; %NULL without a valid one
 * @proceed: runs rights, handler and the faults after it; for a fault whose wait is over
 * @status: of the reply; 0 before there is one
 * @reply: (nullable): the JSON that is replied
 *
 * One request on its way through routing, rights and faults. A handler replies by one of the
 * functions below, once. Counted; a fault that keeps it waiting holds a reference, and resumes it.
 */
typedef struct _WaxsealPracticeCall
{
  SoupServerMessage *message;
  WaxsealPracticeTenant *tenant;
  struct _WaxsealPracticeIdentity *identity;
  struct _WaxsealPracticeFaults *faults;
  struct _WaxsealPracticeCres *cres;
  void (*proceed) (struct _WaxsealPracticeCall *self);
  gpointer service; /* of the server alone */
  const char *method;
  char *route;
  char **path;
  char **keys;
  GHashTable *query;
  GHashTable *headers;
  GHashTable *form;
  JsonNode *body;
  char *host;
  char *request_id;
  WaxsealPracticeCaller *caller;
  gboolean is_behind; /* Exchange is seen as before its last change */
  guint status;
  JsonNode *reply;
  JsonObject *reply_headers; /* of a call inside a batch */
} WaxsealPracticeCall;

WaxsealPracticeCall *waxseal_practice_call_new (SoupServerMessage *message);
WaxsealPracticeCall *waxseal_practice_call_new_inner (WaxsealPracticeCall *outer,
                                                      JsonObject *request);
WaxsealPracticeCall *waxseal_practice_call_ref (WaxsealPracticeCall *self);
void waxseal_practice_call_unref (WaxsealPracticeCall *self);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (WaxsealPracticeCall, waxseal_practice_call_unref)
void waxseal_practice_call_pause (WaxsealPracticeCall *self); /* holds back the reply alone */
void waxseal_practice_call_resume (WaxsealPracticeCall *self);

void waxseal_practice_call_reply (WaxsealPracticeCall *self, guint status, JsonNode *body);
void waxseal_practice_call_reply_text (WaxsealPracticeCall *self,
                                       guint status,
                                       const char *content_type,
                                       const char *text);
void waxseal_practice_call_fail (WaxsealPracticeCall *self,
                                 guint status,
                                 const char *code,
                                 const char *message);

void
waxseal_practice_call_set_header (WaxsealPracticeCall *self, const char *name, const char *value);
const char *waxseal_practice_call_get_query (WaxsealPracticeCall *self, const char *name);
const char *waxseal_practice_call_get_header (WaxsealPracticeCall *self, const char *name);

G_END_DECLS
