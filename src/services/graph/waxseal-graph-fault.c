/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "waxseal-graph-fault.h"

#include <string.h>

#include "waxseal-json.h"
#include "waxseal-remedy.h"

typedef struct
{
  guint status;
  const char *method; /* NULL: any */
  const char *ending; /* of the path; NULL: any */
  const char *code;   /* NULL: any */
  const char *phrase; /* in the message; NULL: any */
  guint n_times;      /* 0: until the two minutes are over */
} Lag;

/* microsoft.md, 2.7. A refusal whose body is lost is one of these, if the object is fresh. */
static const Lag lags[WAXSEAL_GRAPH_N_LAGS] = {
  { .status = 404, .code = "Request_ResourceNotFound" },
  { .status = 404, .code = "" },
  { .status = 400, .method = "POST", .phrase = "does not reference a valid application object" },
  { .status = 400, .method = "POST", .phrase = "Not a valid reference update" },
  { .status = 403, .method = "POST", .ending = "servicePrincipals", .n_times = 4 },
};

/* One writer at a time: what another is doing is soon over (microsoft.md, 2.7). */
#define CONCURRENCY_STATUS 409
#define CONCURRENCY_CODE   "Directory_ConcurrencyViolation"

typedef struct
{
  guint status; /* 0: any */
  const char *ending;
  const char *code;
  const char *phrase;
  WaxsealError error;
} Fault;

/* The first that fits counts (microsoft.md, 2.4 and 2.7, and section 4 for “Too Many Passwords”).
 */
static const Fault faults[] = {
  { 0, NULL, "CredentialInvalidLifetimeAsPerAppPolicy", NULL, WAXSEAL_ERROR_SECRET_LIFETIME },
  { 0, NULL, "CredentialTypeNotAllowedAsPerAppPolicy", NULL, WAXSEAL_ERROR_SECRETS_BLOCKED },
  { 0, "/addPassword", NULL, "Too Many Passwords", WAXSEAL_ERROR_TOO_MANY_SECRETS },
  { 0, "/addPassword", "Directory_QuotaExceeded", NULL, WAXSEAL_ERROR_TOO_MANY_SECRETS },
  { 401, NULL, NULL, NULL, WAXSEAL_ERROR_SIGN_IN_NEEDED },
  { 403, NULL, "Authorization_RequestDenied", NULL, WAXSEAL_ERROR_ROLE_MISSING },
  { 403, NULL, "AccessDenied", NULL, WAXSEAL_ERROR_ROLE_MISSING },
  { 404, NULL, NULL, NULL, WAXSEAL_ERROR_OBJECT_GONE },
  { 409, NULL, NULL, NULL, WAXSEAL_ERROR_CONFLICT },
  { 410, NULL, NULL, NULL, WAXSEAL_ERROR_OBJECT_GONE },
  { 429, NULL, NULL, NULL, WAXSEAL_ERROR_SERVICE_BUSY },
};

/** waxseal_graph_call_new: @path: without host and version; a query is left out of what is kept. */
WaxsealGraphCall *
waxseal_graph_call_new (const char *method, const char *path, gboolean fresh)
{
  WaxsealGraphCall *self = g_new0 (WaxsealGraphCall, 1);

  self->method = g_strdup (method);
  self->path = g_strndup (path, strcspn (path, "?"));
  self->fresh = fresh;
  return self;
}

/** waxseal_graph_call_free: @self: (transfer full): no longer needed */
void
waxseal_graph_call_free (WaxsealGraphCall *self)
{
  g_free (self->method);
  g_free (self->path);
  g_free (self);
}

static JsonObject *
get_error (WaxsealHttpReply *reply)
{
  return waxseal_json_get_object (waxseal_http_reply_get_object (reply), "error");
}

static gboolean
has_code (WaxsealHttpReply *reply, const char *code)
{
  return code == NULL ||
         g_ascii_strcasecmp (waxseal_json_get_text (get_error (reply), "code"), code) == 0;
}

static gboolean
has_phrase (WaxsealHttpReply *reply, const char *phrase)
{
  return phrase == NULL ||
         strstr (waxseal_json_get_text (get_error (reply), "message"), phrase) != NULL;
}

static gboolean
has_ending (const WaxsealGraphCall *call, const char *ending)
{
  return ending == NULL || g_str_has_suffix (call->path, ending);
}

static gboolean
is_lagging (WaxsealHttpReply *reply, WaxsealGraphCall *call)
{
  guint status = waxseal_http_reply_get_status (reply);

  for (guint i = 0; i < G_N_ELEMENTS (lags); i++)
    if (lags[i].status == status && has_ending (call, lags[i].ending) &&
        (lags[i].method == NULL || g_str_equal (call->method, lags[i].method)) &&
        has_code (reply, lags[i].code) && has_phrase (reply, lags[i].phrase))
      return ++call->seen[i] <= lags[i].n_times || lags[i].n_times == 0;
  return FALSE;
}

/**
 * waxseal_graph_fault_judge:
 * @call: a #WaxsealGraphCall
 *
 * A #WaxsealHttpJudge.
 */
WaxsealHttpVerdict
waxseal_graph_fault_judge (WaxsealHttpReply *reply, gpointer call)
{
  guint status = waxseal_http_reply_get_status (reply);

  if (status < 400)
    return WAXSEAL_HTTP_DONE;
  if (status == 429 || status == 503)
    return WAXSEAL_HTTP_BUSY;
  if (status >= 500)
    return WAXSEAL_HTTP_FAILED;
  if (status == CONCURRENCY_STATUS && has_code (reply, CONCURRENCY_CODE))
    return WAXSEAL_HTTP_LAGGING;
  return ((WaxsealGraphCall *) call)->fresh && is_lagging (reply, call) ? WAXSEAL_HTTP_LAGGING
                                                                        : WAXSEAL_HTTP_DONE;
}

static WaxsealError
find_error (WaxsealHttpReply *reply, const WaxsealGraphCall *call)
{
  guint status = waxseal_http_reply_get_status (reply);

  for (guint i = 0; i < G_N_ELEMENTS (faults); i++)
    if ((faults[i].status == 0 || faults[i].status == status) &&
        has_ending (call, faults[i].ending) && has_code (reply, faults[i].code) &&
        has_phrase (reply, faults[i].phrase))
      return faults[i].error;
  if (status < 400)
    return WAXSEAL_ERROR_BAD_REPLY;
  if (status < 500)
    return WAXSEAL_ERROR_REFUSED;
  /* Only of a read is it certain that being busy was all. */
  return status == 503 && g_str_equal (call->method, "GET") ? WAXSEAL_ERROR_SERVICE_BUSY
                                                            : WAXSEAL_ERROR_SERVICE_FAILED;
}

/**
 * waxseal_graph_fault_to_error:
 * @reply: one that is no success, after all waiting
 *
 * %WAXSEAL_ERROR_SERVICE_FAILED after a write leaves open what became of it; the other errors mean
 * that it did nothing.
 *
 * Returns: (transfer full) (nullable): what the user is told, with what Graph said as details;
 * %NULL if @reply is a success
 */
GError *
waxseal_graph_fault_to_error (WaxsealHttpReply *reply, const WaxsealGraphCall *call)
{
  guint status = waxseal_http_reply_get_status (reply);
  g_autofree char *details = NULL;

  if (status >= 200 && status < 300)
    return NULL;
  details = waxseal_http_reply_describe (reply);
  return waxseal_remedy_new_error (find_error (reply, call), details);
}
