/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "waxseal-graph-private.h"

#include <libsoup/soup.h>

#include "waxseal-graph-fault.h"
#include "waxseal-http-address.h"
#include "waxseal-signed-call.h"

#define VERSION_PATH "/v1.0/"

struct _WaxsealGraph
{
  GObject parent_instance;
  WaxsealHttp *http;
  WaxsealEndpoints *endpoints;
  WaxsealAuthorizer *authorizer;
};

G_DEFINE_FINAL_TYPE (WaxsealGraph, waxseal_graph, G_TYPE_OBJECT)

static guint waiting_signal;

static void
waxseal_graph_finalize (GObject *object)
{
  WaxsealGraph *self = WAXSEAL_GRAPH (object);

  g_clear_object (&self->http);
  g_clear_pointer (&self->endpoints, waxseal_endpoints_unref);
  g_clear_object (&self->authorizer);
  G_OBJECT_CLASS (waxseal_graph_parent_class)->finalize (object);
}

static void
waxseal_graph_class_init (WaxsealGraphClass *klass)
{
  G_OBJECT_CLASS (klass)->finalize = waxseal_graph_finalize;

  waiting_signal = g_signal_new ("waiting",
                                 G_TYPE_FROM_CLASS (klass),
                                 G_SIGNAL_RUN_LAST,
                                 0,
                                 NULL,
                                 NULL,
                                 NULL,
                                 G_TYPE_NONE,
                                 2,
                                 G_TYPE_INT,
                                 G_TYPE_UINT);
}

static void
waxseal_graph_init (WaxsealGraph *self)
{
}

/**
 * waxseal_graph_new:
 * @http: (transfer none): the way there
 * @endpoints: (transfer none): where Graph is
 * @authorizer: (transfer none): who signs the requests
 *
 * Returns: (transfer full): Microsoft Graph, for them
 */
WaxsealGraph *
waxseal_graph_new (WaxsealHttp *http, WaxsealEndpoints *endpoints, WaxsealAuthorizer *authorizer)
{
  WaxsealGraph *self = g_object_new (WAXSEAL_TYPE_GRAPH, NULL);

  self->http = g_object_ref (http);
  self->endpoints = waxseal_endpoints_ref (endpoints);
  self->authorizer = g_object_ref (authorizer);
  return self;
}

/** waxseal_graph_build_address: Returns: (transfer full): where @path is. */
char *
waxseal_graph_build_address (WaxsealGraph *self, const char *path)
{
  return g_strconcat (waxseal_endpoints_get_graph (self->endpoints), VERSION_PATH, path, NULL);
}

/** waxseal_graph_owns_address: Returns: whether a token for Graph may be sent to @address. */
gboolean
waxseal_graph_owns_address (WaxsealGraph *self, const char *address)
{
  g_autoptr (GUri) uri = g_uri_parse (address, SOUP_HTTP_URI_FLAGS, NULL);
  g_autoptr (GUri) own =
    g_uri_parse (waxseal_endpoints_get_graph (self->endpoints), SOUP_HTTP_URI_FLAGS, NULL);

  return uri != NULL && own != NULL && waxseal_http_address_is_same_origin (uri, own) &&
         g_str_has_prefix (g_uri_get_path (uri), VERSION_PATH);
}

/** waxseal_graph_dup_path: Returns: (transfer full) (nullable): the path by which @address is asked
 * for; %NULL where it is not Graph's own. */
char *
waxseal_graph_dup_path (WaxsealGraph *self, const char *address)
{
  g_autoptr (GUri) uri = NULL;
  const char *query;

  if (!waxseal_graph_owns_address (self, address))
    return NULL;
  uri = g_uri_parse (address, SOUP_HTTP_URI_FLAGS, NULL);
  query = g_uri_get_query (uri);
  return g_strconcat (g_uri_get_path (uri) + strlen (VERSION_PATH),
                      query != NULL ? "?" : "",
                      query,
                      NULL);
}

/** waxseal_graph_get_pace: Returns: what waits are multiplied by. */
double
waxseal_graph_get_pace (WaxsealGraph *self)
{
  return waxseal_http_get_pace (self->http);
}

typedef struct
{
  WaxsealHttpRequest *request;
  WaxsealGraphCall *call;
} Run;

static void
free_run (gpointer user_data)
{
  Run *run = user_data;

  g_object_unref (run->request);
  waxseal_graph_call_free (run->call);
  g_free (run);
}

static void
waiting_cb (WaxsealHttpRequest *request, int why, guint milliseconds, gpointer user_data)
{
  g_signal_emit (user_data, waiting_signal, 0, why, milliseconds);
}

static void
called_cb (GObject *source, GAsyncResult *result, gpointer user_data)
{
  g_autoptr (GTask) task = user_data;
  Run *run = g_task_get_task_data (task);
  GError *error = NULL;
  g_autoptr (WaxsealHttpReply) reply = waxseal_signed_call_finish (result, &error);

  if (reply != NULL)
    error = waxseal_graph_fault_to_error (reply, run->call);
  if (error != NULL)
    g_task_return_error (task, error);
  else
    g_task_return_pointer (task, g_steal_pointer (&reply), g_object_unref);
}

/* A change of properties to given values is the same when made twice; making, removing and actions
 * are not. */
static gboolean
is_repeatable (const char *method)
{
  return g_str_equal (method, "GET") || g_str_equal (method, "PATCH");
}

static WaxsealHttpRequest *
build_request (WaxsealGraph *self,
               const char *method,
               const char *address,
               JsonNode *body,
               WaxsealGraphFlags flags)
{
  static const char *const secret_members[] = { "secretText", NULL };
  WaxsealHttpRequest *request = waxseal_http_request_new (method, address);

  waxseal_http_request_set_repeatable (request,
                                       is_repeatable (method) || flags & WAXSEAL_GRAPH_READING);
  /* Of addPassword (microsoft.md, 2.3); wherever else it appeared it would be one too. */
  waxseal_http_request_set_secret_members (request, secret_members);
  if (body != NULL)
    waxseal_http_request_set_json (request, body);
  if (flags & WAXSEAL_GRAPH_EVENTUAL)
    waxseal_http_request_set_header (request, "ConsistencyLevel", "eventual");
  g_signal_connect_object (request, "waiting", G_CALLBACK (waiting_cb), self, 0);
  return request;
}

static void
start (WaxsealGraph *self, GTask *task, Run *run, const char *const *scopes)
{
  g_task_set_check_cancellable (task, FALSE);
  g_task_set_task_data (task, run, free_run);
  waxseal_http_request_set_judge (run->request, waxseal_graph_fault_judge, run->call, NULL);
  waxseal_signed_call_async (self->http,
                             self->authorizer,
                             run->request,
                             waxseal_endpoints_get_graph (self->endpoints),
                             scopes,
                             waxseal_signed_call_is_unauthorized,
                             g_task_get_cancellable (task),
                             called_cb,
                             g_object_ref (task));
}

/**
 * waxseal_graph_call_async:
 * @path: relative to /v1.0/, escaped, with its query
 * @body: (nullable) (transfer none): what is sent
 * @scopes: (array zero-terminated=1): what a person's token needs
 */
void
waxseal_graph_call_async (WaxsealGraph *self,
                          const char *method,
                          const char *path,
                          JsonNode *body,
                          const char *const *scopes,
                          WaxsealGraphFlags flags,
                          GCancellable *cancellable,
                          GAsyncReadyCallback callback,
                          gpointer user_data)
{
  g_autoptr (GTask) task = g_task_new (self, cancellable, callback, user_data);
  g_autofree char *address = waxseal_graph_build_address (self, path);
  Run *run = g_new0 (Run, 1);

  g_task_set_source_tag (task, waxseal_graph_call_async);
  run->request = build_request (self, method, address, body, flags);
  run->call = waxseal_graph_call_new (method, path, flags & WAXSEAL_GRAPH_FRESH);
  start (self, task, run, scopes);
}

/** waxseal_graph_call_address_async: @address: one that waxseal_graph_owns_address(). */
void
waxseal_graph_call_address_async (WaxsealGraph *self,
                                  const char *address,
                                  const char *const *scopes,
                                  WaxsealGraphFlags flags,
                                  GCancellable *cancellable,
                                  GAsyncReadyCallback callback,
                                  gpointer user_data)
{
  g_autoptr (GTask) task = g_task_new (self, cancellable, callback, user_data);
  Run *run = g_new0 (Run, 1);

  g_task_set_source_tag (task, waxseal_graph_call_address_async);
  run->request = build_request (self, "GET", address, NULL, flags);
  run->call = waxseal_graph_call_new ("GET", address, flags & WAXSEAL_GRAPH_FRESH);
  start (self, task, run, scopes);
}

/**
 * waxseal_graph_call_finish:
 * @error: see waxseal-graph.h. After a write, %WAXSEAL_ERROR_REPLY_LOST, _SERVICE_FAILED and
 *   %G_IO_ERROR_CANCELLED leave open what became of it
 *
 * Returns: (transfer full): a reply with a status from 200 to 299
 */
WaxsealHttpReply *
waxseal_graph_call_finish (WaxsealGraph *self, GAsyncResult *result, GError **error)
{
  g_return_val_if_fail (g_task_is_valid (result, self), NULL);

  return g_task_propagate_pointer (G_TASK (result), error);
}
