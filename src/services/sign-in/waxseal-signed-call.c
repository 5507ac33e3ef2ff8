/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "waxseal-signed-call.h"

#include <libsoup/soup.h>

#include "waxseal-json-guard.h"
#include "waxseal-json.h"

/* One call on its way: the task's data. */
typedef struct
{
  WaxsealAuthorizer *authorizer;
  WaxsealHttpRequest *request;
  char *resource;
  char **scopes;
  WaxsealSignedCallIsStale is_stale;
  gboolean has_fresh_token;
} Run;

static void
free_run (gpointer user_data)
{
  Run *run = user_data;

  g_object_unref (run->authorizer);
  g_object_unref (run->request);
  g_free (run->resource);
  g_strfreev (run->scopes);
  g_free (run);
}

/*
 * What the token lacks, as JSON, from a challenge such as
 *   Bearer realm="", error="insufficient_claims", claims="eyJhY2Nlc3…"
 * where it is in base64 (learn.microsoft.com/entra/identity-platform/claims-challenge).
 */
static char *
dup_claims (WaxsealHttpReply *reply)
{
  const char *challenge = waxseal_http_reply_get_header (reply, "WWW-Authenticate");
  g_autoptr (GRegex) pattern = g_regex_new ("\\bclaims=\"([A-Za-z0-9+/=_-]+)\"", 0, 0, NULL);
  g_autoptr (GMatchInfo) match = NULL;
  g_autoptr (JsonNode) json = NULL;
  g_autoptr (GString) base64 = NULL;
  g_autofree char *word = NULL;
  g_autofree guchar *bytes = NULL;
  gsize length;

  if (challenge == NULL || !g_regex_match (pattern, challenge, 0, &match))
    return NULL;
  word = g_match_info_fetch (match, 1);
  g_strdelimit (word, "-", '+');
  g_strdelimit (word, "_", '/');
  base64 = g_string_new (word);
  while (base64->len % 4 != 0)
    g_string_append_c (base64, '=');
  bytes = g_base64_decode (base64->str, &length);
  json = waxseal_json_parse ((const char *) bytes, length, NULL);
  return waxseal_json_node_get_object (json) != NULL ? g_strndup ((const char *) bytes, length)
                                                     : NULL;
}

static void get_token (GTask *task, const char *claims, gboolean fresh);

static void
sent_cb (GObject *source, GAsyncResult *result, gpointer user_data)
{
  g_autoptr (GTask) task = user_data;
  Run *run = g_task_get_task_data (task);
  GError *error = NULL;
  g_autoptr (WaxsealHttpReply) reply =
    waxseal_http_send_finish (WAXSEAL_HTTP (source), result, &error);
  g_autofree char *claims = NULL;

  if (reply == NULL)
    g_task_return_error (task, error);
  else if (run->is_stale (reply) && !run->has_fresh_token)
    {
      run->has_fresh_token = TRUE;
      claims = dup_claims (reply);
      get_token (task, claims, TRUE);
    }
  else
    g_task_return_pointer (task, g_steal_pointer (&reply), g_object_unref);
}

static void
got_token_cb (GObject *source, GAsyncResult *result, gpointer user_data)
{
  g_autoptr (GTask) task = user_data;
  Run *run = g_task_get_task_data (task);
  GError *error = NULL;
  g_autoptr (WaxsealToken) token =
    waxseal_authorizer_get_token_finish (WAXSEAL_AUTHORIZER (source), result, &error);

  if (token == NULL)
    {
      g_task_return_error (task, error);
      return;
    }
  waxseal_http_request_set_bearer (run->request, waxseal_token_get_value (token));
  waxseal_http_send_async (g_task_get_source_object (task),
                           run->request,
                           g_task_get_cancellable (task),
                           sent_cb,
                           g_object_ref (task));
}

static void
get_token (GTask *task, const char *claims, gboolean fresh)
{
  Run *run = g_task_get_task_data (task);

  waxseal_authorizer_get_token_async (run->authorizer,
                                      run->resource,
                                      (const char *const *) run->scopes,
                                      claims,
                                      fresh,
                                      g_task_get_cancellable (task),
                                      got_token_cb,
                                      g_object_ref (task));
}

/** waxseal_signed_call_is_unauthorized: Returns: whether @reply is a 401. */
gboolean
waxseal_signed_call_is_unauthorized (WaxsealHttpReply *reply)
{
  return waxseal_http_reply_get_status (reply) == SOUP_STATUS_UNAUTHORIZED;
}

/**
 * waxseal_signed_call_async:
 * @request: (transfer none): not to be changed until it is done
 * @resource: whose token it takes: a base address
 * @scopes: (array zero-terminated=1): what the token is wanted for
 * @is_stale: which replies another token may help against, such as
 *   waxseal_signed_call_is_unauthorized()
 */
void
waxseal_signed_call_async (WaxsealHttp *http,
                           WaxsealAuthorizer *authorizer,
                           WaxsealHttpRequest *request,
                           const char *resource,
                           const char *const *scopes,
                           WaxsealSignedCallIsStale is_stale,
                           GCancellable *cancellable,
                           GAsyncReadyCallback callback,
                           gpointer user_data)
{
  g_autoptr (GTask) task = g_task_new (http, cancellable, callback, user_data);
  Run *run = g_new0 (Run, 1);

  g_task_set_source_tag (task, waxseal_signed_call_async);
  g_task_set_check_cancellable (task, FALSE);
  g_task_set_task_data (task, run, free_run);
  run->authorizer = g_object_ref (authorizer);
  run->request = g_object_ref (request);
  run->resource = g_strdup (resource);
  run->scopes = g_strdupv ((char **) scopes);
  run->is_stale = is_stale;
  get_token (task, NULL, FALSE);
}

/** waxseal_signed_call_finish: Returns: (transfer full): the last reply, or %NULL with an error. */
WaxsealHttpReply *
waxseal_signed_call_finish (GAsyncResult *result, GError **error)
{
  return g_task_propagate_pointer (G_TASK (result), error);
}
