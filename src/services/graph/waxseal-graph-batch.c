/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "waxseal-graph-batch.h"

#include "waxseal-graph-fault.h"
#include "waxseal-graph-private.h"
#include "waxseal-http-reply-private.h"
#include "waxseal-http-waits.h"
#include "waxseal-json.h"
#include "waxseal-remedy.h"

/* learn.microsoft.com/graph/json-batching: at most. */
#define MAX_REQUESTS 20
#define MAX_FLIGHTS  4

/* One read, until it is answered with all its pages. */
typedef struct
{
  guint index;
  char *path;
  WaxsealGraphFlags flags;
  WaxsealGraphCall *call;
  WaxsealHttpWaits waits;
  guint n_pages; /* that were answered when it was last put off */
} Request;

struct _WaxsealGraphBatch
{
  GObject parent_instance;
  WaxsealGraph *graph;
  char **scopes;
  WaxsealGraphBatchFunc func;
  gpointer user_data;
  GQueue *queue; /* of requests to be sent, now or when the wait is over */
  guint n_added;
  guint n_flights;
  guint n_pages;     /* that were answered, of all */
  gint64 not_before; /* monotonic time until which nothing is sent */
  guint numbers[6];  /* by property */
  GTask *task;       /* while it runs */
  GSource *timer;
  GError *error; /* after which nothing more is sent */
};

G_DEFINE_FINAL_TYPE (WaxsealGraphBatch, waxseal_graph_batch, G_TYPE_OBJECT)

enum
{
  PROP_N_ANSWERED = 1,
  PROP_N_SENT,
  PROP_N_BATCHES,
  PROP_N_REPEATED,
  PROP_WAITING,
  N_PROPS,
};

static GParamSpec *properties[N_PROPS];

static void
free_request (gpointer user_data)
{
  Request *request = user_data;

  g_free (request->path);
  waxseal_graph_call_free (request->call);
  g_free (request);
}

static void
waxseal_graph_batch_get_property (GObject *object, guint id, GValue *value, GParamSpec *pspec)
{
  g_value_set_uint (value, WAXSEAL_GRAPH_BATCH (object)->numbers[id]);
}

static void
waxseal_graph_batch_finalize (GObject *object)
{
  WaxsealGraphBatch *self = WAXSEAL_GRAPH_BATCH (object);

  g_queue_free_full (self->queue, free_request);
  g_clear_error (&self->error);
  g_clear_object (&self->graph);
  g_strfreev (self->scopes);
  G_OBJECT_CLASS (waxseal_graph_batch_parent_class)->finalize (object);
}

static void
waxseal_graph_batch_class_init (WaxsealGraphBatchClass *klass)
{
  static const char *const names[N_PROPS] = {
    [PROP_N_ANSWERED] = "n-answered", [PROP_N_SENT] = "n-sent",   [PROP_N_BATCHES] = "n-batches",
    [PROP_N_REPEATED] = "n-repeated", [PROP_WAITING] = "waiting",
  };
  GObjectClass *object_class = G_OBJECT_CLASS (klass);

  object_class->get_property = waxseal_graph_batch_get_property;
  object_class->finalize = waxseal_graph_batch_finalize;
  for (guint i = 1; i < N_PROPS; i++)
    properties[i] = g_param_spec_uint (
      names[i], NULL, NULL, 0, G_MAXUINT, 0, G_PARAM_READABLE | G_PARAM_STATIC_STRINGS);
  g_object_class_install_properties (object_class, N_PROPS, properties);
}

static void
waxseal_graph_batch_init (WaxsealGraphBatch *self)
{
  self->queue = g_queue_new ();
}

/**
 * waxseal_graph_batch_new:
 * @graph: (transfer none): whom to ask
 * @scopes: (array zero-terminated=1): what a person's token needs for all of it
 * @func: gets the answers
 *
 * Returns: (transfer full): an empty batch
 */
WaxsealGraphBatch *
waxseal_graph_batch_new (WaxsealGraph *graph,
                         const char *const *scopes,
                         WaxsealGraphBatchFunc func,
                         gpointer user_data)
{
  WaxsealGraphBatch *self = g_object_new (WAXSEAL_TYPE_GRAPH_BATCH, NULL);

  self->graph = g_object_ref (graph);
  self->scopes = g_strdupv ((char **) scopes);
  self->func = func;
  self->user_data = user_data;
  return self;
}

static void
set_number (WaxsealGraphBatch *self, guint id, guint number)
{
  if (self->numbers[id] == number)
    return;
  self->numbers[id] = number;
  g_object_notify_by_pspec (G_OBJECT (self), properties[id]);
}

static void
count (WaxsealGraphBatch *self, guint id, guint n)
{
  set_number (self, id, self->numbers[id] + n);
}

/**
 * waxseal_graph_batch_add:
 * @path: of a GET, as for waxseal_graph_call_async()
 *
 * Returns: by which number the answer is known
 */
guint
waxseal_graph_batch_add (WaxsealGraphBatch *self, const char *path, WaxsealGraphFlags flags)
{
  Request *request = g_new0 (Request, 1);

  request->index = self->n_added++;
  request->path = g_strdup (path);
  request->flags = flags;
  request->call = waxseal_graph_call_new ("GET", path, flags & WAXSEAL_GRAPH_FRESH);
  g_queue_push_tail (self->queue, request);
  return request->index;
}

/**
 * waxseal_graph_batch_give_up:
 * @error: what the run ends with
 *
 * Asks nothing more; for where one failure makes the rest useless. Answers that are under way are
 * waited for, but not told.
 */
void
waxseal_graph_batch_give_up (WaxsealGraphBatch *self, const GError *error)
{
  if (self->error == NULL)
    self->error = g_error_copy (error);
}

/* Requests on their way, by their id in the batch. */
typedef struct
{
  WaxsealGraphBatch *batch;
  Request *requests[MAX_REQUESTS];
} Flight;

static void
free_flight (Flight *flight)
{
  for (guint i = 0; i < MAX_REQUESTS; i++)
    g_clear_pointer (&flight->requests[i], free_request);
  g_object_unref (flight->batch);
  g_free (flight);
}

G_DEFINE_AUTOPTR_CLEANUP_FUNC (Flight, free_flight)

static JsonObject *
build_request (const Request *request, guint id)
{
  JsonObject *object = json_object_new ();
  g_autofree char *id_text = g_strdup_printf ("%u", id);
  g_autofree char *url = g_strconcat ("/", request->path, NULL);
  JsonObject *headers;

  json_object_set_string_member (object, "id", id_text);
  json_object_set_string_member (object, "method", "GET");
  json_object_set_string_member (object, "url", url);
  if (request->flags & WAXSEAL_GRAPH_EVENTUAL)
    {
      headers = json_object_new ();
      json_object_set_string_member (headers, "ConsistencyLevel", "eventual");
      json_object_set_object_member (object, "headers", headers);
    }
  return object;
}

static void sent_cb (GObject *source, GAsyncResult *result, gpointer user_data);

static void
send_batch (WaxsealGraphBatch *self)
{
  g_autoptr (JsonNode) body = json_node_new (JSON_NODE_OBJECT);
  JsonArray *requests = json_array_new ();
  JsonObject *object = json_object_new ();
  Flight *flight = g_new0 (Flight, 1);
  guint n;

  flight->batch = g_object_ref (self);
  for (n = 0; n < MAX_REQUESTS && !g_queue_is_empty (self->queue); n++)
    {
      flight->requests[n] = g_queue_pop_head (self->queue);
      json_array_add_object_element (requests, build_request (flight->requests[n], n));
    }
  json_object_set_array_member (object, "requests", requests);
  json_node_take_object (body, object);
  self->n_flights++;
  count (self, PROP_N_SENT, n);
  count (self, PROP_N_BATCHES, 1);
  waxseal_graph_call_async (self->graph,
                            "POST",
                            "$batch",
                            body,
                            (const char *const *) self->scopes,
                            WAXSEAL_GRAPH_READING,
                            g_task_get_cancellable (self->task),
                            sent_cb,
                            flight);
}

static void pump (WaxsealGraphBatch *self);

static gboolean
waited_cb (gpointer user_data)
{
  WaxsealGraphBatch *self = user_data;

  g_clear_pointer (&self->timer, g_source_unref);
  pump (self);
  return G_SOURCE_REMOVE;
}

/* Also ended by being cancelled. */
static void
wait (WaxsealGraphBatch *self)
{
  GCancellable *cancellable = g_task_get_cancellable (self->task);
  g_autoptr (GSource) cancelled = NULL;

  if (self->timer != NULL)
    return;
  self->timer = g_timeout_source_new (0);
  g_source_set_ready_time (self->timer, self->not_before);
  g_source_set_callback (self->timer, waited_cb, g_object_ref (self), g_object_unref);
  if (cancellable != NULL)
    {
      cancelled = g_cancellable_source_new (cancellable);
      g_source_set_dummy_callback (cancelled);
      g_source_add_child_source (self->timer, cancelled);
    }
  g_source_attach (self->timer, g_task_get_context (self->task));
}

static void
end (WaxsealGraphBatch *self)
{
  g_autoptr (GTask) task = g_steal_pointer (&self->task);

  g_signal_handlers_disconnect_by_data (self->graph, self);
  set_number (self, PROP_WAITING, 0);
  if (self->error != NULL)
    g_task_return_error (task, g_steal_pointer (&self->error));
  else
    g_task_return_boolean (task, TRUE);
}

static void
pump (WaxsealGraphBatch *self)
{
  GCancellable *cancellable = g_task_get_cancellable (self->task);
  gboolean must_wait = g_get_monotonic_time () < self->not_before;

  if (self->error == NULL)
    g_cancellable_set_error_if_cancelled (cancellable, &self->error);
  if (!must_wait)
    set_number (self, PROP_WAITING, 0);
  while (self->error == NULL && !must_wait && self->n_flights < MAX_FLIGHTS &&
         !g_queue_is_empty (self->queue))
    send_batch (self);
  if (self->n_flights > 0)
    return;
  if (self->error == NULL && !g_queue_is_empty (self->queue))
    wait (self);
  else
    end (self);
}

static void
hold_back (WaxsealGraphBatch *self, guint milliseconds)
{
  self->not_before = MAX (self->not_before, g_get_monotonic_time () + (gint64) milliseconds * 1000);
  set_number (self, PROP_WAITING, MAX (1, milliseconds));
}

/* A batch as a whole is waiting, which is repeated for us: no other is to start meanwhile. */
static void
graph_waiting_cb (WaxsealGraph *graph, int why, guint milliseconds, gpointer user_data)
{
  hold_back (user_data, milliseconds);
}

/* Returns: whether @request will be sent again. One that is throttled time and again while others
 * are answered has bad luck: its patience ends only where nothing is answered any more. */
static gboolean
repeat (WaxsealGraphBatch *self, Request *request, WaxsealHttpVerdict why, WaxsealHttpReply *reply)
{
  int milliseconds = -1;

  if (why == WAXSEAL_HTTP_BUSY && self->n_pages != request->n_pages)
    request->waits.n_waits[why] = 0;
  request->n_pages = self->n_pages;
  if (why != WAXSEAL_HTTP_DONE)
    milliseconds =
      waxseal_http_waits_next (&request->waits,
                               why,
                               reply != NULL ? waxseal_http_reply_get_header (reply, "Retry-After")
                                             : NULL,
                               reply != NULL ? waxseal_http_reply_get_header (reply, "Date")
                                             : NULL);
  if (milliseconds < 0)
    return FALSE;
  hold_back (self, milliseconds * waxseal_graph_get_pace (self->graph));
  count (self, PROP_N_REPEATED, 1);
  g_queue_push_head (self->queue, request);
  return TRUE;
}

static void
finish_request (WaxsealGraphBatch *self, Request *request)
{
  count (self, PROP_N_ANSWERED, 1);
  free_request (request);
}

static void
fail_request (WaxsealGraphBatch *self, Request *request, GError *error)
{
  g_autoptr (GError) owned = error;

  self->func (request->index, NULL, owned, self->user_data);
  finish_request (self, request);
}

static void
take_body (WaxsealGraphBatch *self, Request *request, WaxsealHttpReply *reply)
{
  JsonObject *body = waxseal_http_reply_get_object (reply);
  const char *link = waxseal_json_get_text (body, "@odata.nextLink");
  g_autofree char *next = *link != '\0' ? waxseal_graph_dup_path (self->graph, link) : NULL;
  g_autofree char *details = NULL;

  if (body == NULL || (*link != '\0' && next == NULL))
    {
      details = waxseal_http_reply_describe (reply);
      fail_request (self, request, waxseal_remedy_new_error (WAXSEAL_ERROR_BAD_REPLY, details));
      return;
    }
  self->n_pages++;
  if (!self->func (request->index, body, NULL, self->user_data) || next == NULL)
    {
      finish_request (self, request);
      return;
    }
  g_free (request->path);
  request->path = g_steal_pointer (&next);
  request->waits = (WaxsealHttpWaits){ 0 };
  g_queue_push_head (self->queue, request);
}

/* As if the answer had come by itself, so that all rules for replies hold for it. */
static WaxsealHttpReply *
unpack (JsonObject *answer)
{
  JsonObject *fields = waxseal_json_get_object (answer, "headers");
  SoupMessageHeaders *headers = soup_message_headers_new (SOUP_MESSAGE_HEADERS_RESPONSE);
  JsonNode *body = json_object_get_member (answer, "body");
  WaxsealHttpReply *reply;
  JsonObjectIter iter;
  const char *name;

  if (fields != NULL)
    json_object_iter_init (&iter, fields);
  while (fields != NULL && json_object_iter_next (&iter, &name, NULL))
    soup_message_headers_append (headers, name, waxseal_json_get_text (fields, name));
  reply = waxseal_http_reply_new (waxseal_json_get_number (answer, "status", 0),
                                  headers,
                                  NULL,
                                  body != NULL ? json_node_ref (body) : NULL,
                                  NULL);
  soup_message_headers_unref (headers);
  return reply;
}

static void
take_answer (WaxsealGraphBatch *self, Request *request, JsonObject *answer)
{
  g_autoptr (WaxsealHttpReply) reply = unpack (answer);
  WaxsealHttpVerdict verdict = waxseal_graph_fault_judge (reply, request->call);
  GError *error = NULL;

  if (repeat (self, request, verdict, reply))
    return;
  error = waxseal_graph_fault_to_error (reply, request->call);
  if (error != NULL)
    fail_request (self, request, error);
  else
    take_body (self, request, reply);
}

static void
take_answers (WaxsealGraphBatch *self, Flight *flight, JsonArray *answers)
{
  for (guint i = 0; self->error == NULL && answers != NULL && i < json_array_get_length (answers);
       i++)
    {
      JsonObject *answer = waxseal_json_array_get_object (answers, i);
      const char *id = waxseal_json_get_text (answer, "id");
      guint64 n;

      if (g_ascii_string_to_unsigned (id, 10, 0, MAX_REQUESTS - 1, &n, NULL) &&
          flight->requests[n] != NULL)
        take_answer (self, g_steal_pointer (&flight->requests[n]), answer);
    }
  /* What is not answered is asked again, a few times. */
  for (guint n = 0; self->error == NULL && n < MAX_REQUESTS; n++)
    {
      Request *request = g_steal_pointer (&flight->requests[n]);

      if (request != NULL && !repeat (self, request, WAXSEAL_HTTP_FAILED, NULL))
        fail_request (self, request, waxseal_remedy_new_error (WAXSEAL_ERROR_BAD_REPLY, NULL));
    }
}

static void
sent_cb (GObject *source, GAsyncResult *result, gpointer user_data)
{
  g_autoptr (Flight) flight = user_data;
  WaxsealGraphBatch *self = flight->batch;
  g_autoptr (GError) error = NULL;
  g_autoptr (WaxsealHttpReply) reply =
    waxseal_graph_call_finish (WAXSEAL_GRAPH (source), result, &error);

  self->n_flights--;
  if (self->error == NULL)
    g_cancellable_set_error_if_cancelled (g_task_get_cancellable (self->task), &self->error);
  if (self->error == NULL && error != NULL)
    self->error = g_steal_pointer (&error);
  if (self->error == NULL)
    take_answers (self,
                  flight,
                  waxseal_json_get_array (waxseal_http_reply_get_object (reply), "responses"));
  pump (self);
}

/**
 * waxseal_graph_batch_run_async:
 *
 * Asks all that was added, and what is added meanwhile. Once it is done more can be added, and it
 * can be run again.
 */
void
waxseal_graph_batch_run_async (WaxsealGraphBatch *self,
                               GCancellable *cancellable,
                               GAsyncReadyCallback callback,
                               gpointer user_data)
{
  g_return_if_fail (self->task == NULL);

  self->task = g_task_new (self, cancellable, callback, user_data);
  g_task_set_source_tag (self->task, waxseal_graph_batch_run_async);
  g_task_set_check_cancellable (self->task, FALSE);
  g_signal_connect (self->graph, "waiting", G_CALLBACK (graph_waiting_cb), self);
  pump (self);
}

/**
 * waxseal_graph_batch_run_finish:
 * @error: where a whole batch failed, as of waxseal_graph_call_async(), or %G_IO_ERROR_CANCELLED
 *
 * Returns: whether each request was answered, well or with an error of its own
 */
gboolean
waxseal_graph_batch_run_finish (WaxsealGraphBatch *self, GAsyncResult *result, GError **error)
{
  g_return_val_if_fail (g_task_is_valid (result, self), FALSE);

  return g_task_propagate_boolean (G_TASK (result), error);
}
