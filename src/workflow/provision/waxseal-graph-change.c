/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "waxseal-graph-change.h"

#include "waxseal-error.h"
#include "waxseal-remedy.h"

/** WaxsealGraphChange: see the header. */
struct _WaxsealGraphChange
{
  GObject parent_instance;

  WaxsealTenantSession *session;
  const WaxsealGraphChangeShape *shape;
  char *subject;
  char *look_path;
  char *write_path;
  gboolean fresh;
  gpointer data;

  JsonNode *seen;
  char *object_id;
  char *marker;
  char *request_id;
  WaxsealJournalEntry *entry; /* of what was sent, in this run or an earlier one; not settled */
  GError *write_error;
  guint n_writes;
  guint n_waits;
  guint max_waits;
};

G_DEFINE_FINAL_TYPE (WaxsealGraphChange, waxseal_graph_change, G_TYPE_OBJECT)

#define MAX_PAGES  20
#define MAX_WRITES 3
/* After a refusal that may mean “it is there already”. */
#define DOUBT_WAITS 3

static void look (GTask *task);
static void start_write (GTask *task);

static void
waxseal_graph_change_finalize (GObject *object)
{
  WaxsealGraphChange *self = WAXSEAL_GRAPH_CHANGE (object);

  g_clear_object (&self->session);
  g_free (self->subject);
  g_free (self->look_path);
  g_free (self->write_path);
  g_clear_pointer (&self->seen, json_node_unref);
  g_free (self->object_id);
  g_free (self->marker);
  g_free (self->request_id);
  g_clear_object (&self->entry);
  g_clear_error (&self->write_error);
  G_OBJECT_CLASS (waxseal_graph_change_parent_class)->finalize (object);
}

static void
waxseal_graph_change_class_init (WaxsealGraphChangeClass *klass)
{
  G_OBJECT_CLASS (klass)->finalize = waxseal_graph_change_finalize;
}

static void
waxseal_graph_change_init (WaxsealGraphChange *self)
{
}

static WaxsealJournal *
get_journal (WaxsealGraphChange *self)
{
  return waxseal_tenant_session_get_journal (self->session);
}

static void
fail (GTask *task, GError *error)
{
  g_task_return_error (task, error);
  g_object_unref (task);
}

static void
made_settled_cb (GObject *source, GAsyncResult *result, gpointer user_data)
{
  GTask *task = user_data;
  GError *error = NULL;

  if (!waxseal_journal_settle_finish (WAXSEAL_JOURNAL (source), result, &error))
    {
      fail (task, error);
      return;
    }
  g_task_return_boolean (task, TRUE);
  g_object_unref (task);
}

static void
settle (GTask *task, const char *outcome, GAsyncReadyCallback callback)
{
  WaxsealGraphChange *self = g_task_get_source_object (task);

  waxseal_journal_settle_async (
    get_journal (self), self->entry, outcome, self->object_id, self->request_id, callback, task);
}

static void
absent_settled_cb (GObject *source, GAsyncResult *result, gpointer user_data)
{
  GTask *task = user_data;
  WaxsealGraphChange *self = g_task_get_source_object (task);
  GError *error = NULL;
  gboolean again;

  if (!waxseal_journal_settle_finish (WAXSEAL_JOURNAL (source), result, &error))
    {
      fail (task, error);
      return;
    }
  g_clear_object (&self->entry);
  again = self->write_error == NULL ||
          waxseal_graph_write_judge (self->write_error) == WAXSEAL_WRITE_UNKNOWN;
  if (again && self->n_writes < MAX_WRITES)
    start_write (task);
  else
    fail (task, g_steal_pointer (&self->write_error));
}

/* It was looked for in vain, and is not going to turn up. */
static void
give_up (GTask *task)
{
  WaxsealGraphChange *self = g_task_get_source_object (task);

  if (self->n_writes > 0 && self->write_error == NULL)
    /* The service said that it made it: the entry stays, and the next run looks again. */
    fail (task, waxseal_remedy_new_error (WAXSEAL_ERROR_SERVICE_BUSY, NULL));
  else if (self->write_error != NULL &&
           waxseal_graph_write_judge (self->write_error) != WAXSEAL_WRITE_UNKNOWN)
    settle (task, WAXSEAL_OUTCOME_REFUSED, absent_settled_cb);
  else
    settle (task, WAXSEAL_OUTCOME_ABSENT, absent_settled_cb);
}

static void
waited_cb (GObject *source, GAsyncResult *result, gpointer user_data)
{
  GTask *task = user_data;
  GError *error = NULL;

  if (waxseal_tenant_session_wait_finish (WAXSEAL_TENANT_SESSION (source), result, &error))
    look (task);
  else
    fail (task, error);
}

static void
decide (GTask *task)
{
  WaxsealGraphChange *self = g_task_get_source_object (task);

  if (self->shape->is_made (self, self->seen))
    {
      if (self->entry != NULL)
        settle (task, WAXSEAL_OUTCOME_DONE, made_settled_cb);
      else
        {
          g_task_return_boolean (task, TRUE);
          g_object_unref (task);
        }
    }
  else if (self->entry == NULL)
    start_write (task);
  else if (self->n_waits < self->max_waits)
    waxseal_tenant_session_wait_async (
      self->session, self->n_waits++, g_task_get_cancellable (task), waited_cb, task);
  else
    give_up (task);
}

static void
take_seen (GTask *task, JsonNode *seen, GError *error)
{
  WaxsealGraphChange *self = g_task_get_source_object (task);

  g_clear_pointer (&self->seen, json_node_unref);
  self->seen = seen;
  if (error != NULL && (self->shape->must_exist ||
                        !g_error_matches (error, WAXSEAL_ERROR, WAXSEAL_ERROR_OBJECT_GONE)))
    {
      fail (task, error);
      return;
    }
  g_clear_error (&error);
  decide (task);
}

static void
looked_cb (GObject *source, GAsyncResult *result, gpointer user_data)
{
  GError *error = NULL;
  g_autoptr (WaxsealHttpReply) reply =
    waxseal_graph_call_finish (WAXSEAL_GRAPH (source), result, &error);
  JsonNode *json = reply != NULL ? waxseal_http_reply_get_json (reply) : NULL;

  take_seen (user_data, json != NULL ? json_node_ref (json) : NULL, error);
}

static void
listed_cb (GObject *source, GAsyncResult *result, gpointer user_data)
{
  GError *error = NULL;
  g_autoptr (JsonArray) list =
    waxseal_graph_list_finish (WAXSEAL_GRAPH (source), result, NULL, &error);
  JsonNode *seen = NULL;

  if (list != NULL)
    {
      seen = json_node_new (JSON_NODE_ARRAY);
      json_node_set_array (seen, list);
    }
  take_seen (user_data, seen, error);
}

static void
look (GTask *task)
{
  WaxsealGraphChange *self = g_task_get_source_object (task);
  WaxsealGraph *graph = waxseal_tenant_session_get_graph (self->session);
  /* What was just sent is looked at once even where the user has cancelled meanwhile. */
  gboolean just_sent = self->n_writes > 0 && self->n_waits == 0;
  GCancellable *cancellable = just_sent ? NULL : g_task_get_cancellable (task);
  gboolean lags =
    self->fresh && (self->shape->must_exist || (self->shape->removes && self->n_writes == 0));
  WaxsealGraphFlags flags = lags ? WAXSEAL_GRAPH_FRESH : WAXSEAL_GRAPH_PLAIN;

  if (self->shape->looks_at_list)
    waxseal_graph_list_async (
      graph, self->look_path, self->shape->scopes, flags, MAX_PAGES, cancellable, listed_cb, task);
  else
    waxseal_graph_call_async (graph,
                              "GET",
                              self->look_path,
                              NULL,
                              self->shape->scopes,
                              flags,
                              cancellable,
                              looked_cb,
                              task);
}

static void
refused_settled_cb (GObject *source, GAsyncResult *result, gpointer user_data)
{
  GTask *task = user_data;
  WaxsealGraphChange *self = g_task_get_source_object (task);

  /* Why it was refused is what the user has to know, also where the file cannot be written. */
  waxseal_journal_settle_finish (WAXSEAL_JOURNAL (source), result, NULL);
  g_clear_object (&self->entry);
  fail (task, g_steal_pointer (&self->write_error));
}

static void
written_cb (GObject *source, GAsyncResult *result, gpointer user_data)
{
  GTask *task = user_data;
  WaxsealGraphChange *self = g_task_get_source_object (task);
  g_autoptr (WaxsealHttpReply) reply = waxseal_graph_write_finish (result, &self->write_error);
  WaxsealWriteEnd end;

  self->n_writes++;
  self->n_waits = 0;
  self->max_waits = WAXSEAL_TENANT_SESSION_WAITS;
  if (reply != NULL)
    {
      g_free (self->request_id);
      self->request_id = g_strdup (waxseal_http_reply_get_request_id (reply));
      look (task);
      return;
    }
  end = waxseal_graph_write_judge (self->write_error);
  if (end == WAXSEAL_WRITE_DOUBTED)
    self->max_waits = DOUBT_WAITS;
  if (end == WAXSEAL_WRITE_UNSENT)
    settle (task, WAXSEAL_OUTCOME_REFUSED, refused_settled_cb);
  else
    look (task);
}

static void
begun_cb (GObject *source, GAsyncResult *result, gpointer user_data)
{
  GTask *task = user_data;
  WaxsealGraphChange *self = g_task_get_source_object (task);
  g_autoptr (JsonNode) body = NULL;
  GError *error = NULL;

  if (!waxseal_journal_begin_finish (WAXSEAL_JOURNAL (source), result, &error))
    {
      g_clear_object (&self->entry);
      fail (task, error);
      return;
    }
  if (self->shape->build_body != NULL)
    body = self->shape->build_body (self, self->seen);
  waxseal_graph_write_async (self->session,
                             self->shape->method,
                             self->write_path,
                             body,
                             self->shape->scopes,
                             self->fresh ? WAXSEAL_GRAPH_FRESH : WAXSEAL_GRAPH_PLAIN,
                             g_task_get_cancellable (task),
                             written_cb,
                             task);
}

static void
start_write (GTask *task)
{
  WaxsealGraphChange *self = g_task_get_source_object (task);
  GError *error = NULL;

  if (g_cancellable_set_error_if_cancelled (g_task_get_cancellable (task), &error))
    {
      fail (task, error);
      return;
    }
  g_clear_error (&self->write_error);
  self->entry = g_object_new (WAXSEAL_TYPE_JOURNAL_ENTRY,
                              "action",
                              self->shape->action,
                              "subject",
                              self->subject,
                              "object-id",
                              self->object_id,
                              "marker",
                              self->shape->tags ? waxseal_graph_change_get_marker (self) : NULL,
                              NULL);
  waxseal_journal_begin_async (
    get_journal (self), self->entry, g_task_get_cancellable (task), begun_cb, task);
}

/**
 * waxseal_graph_change_new:
 * @shape: static
 * @subject: what it is about, as the administrator knows it
 * @look_path: where to see whether it is made
 * @write_path: where it is made
 *
 * Returns: (transfer full): a change, nothing of which is sent yet
 */
WaxsealGraphChange *
waxseal_graph_change_new (WaxsealTenantSession *session,
                          const WaxsealGraphChangeShape *shape,
                          const char *subject,
                          const char *look_path,
                          const char *write_path)
{
  WaxsealGraphChange *self = g_object_new (WAXSEAL_TYPE_GRAPH_CHANGE, NULL);

  self->session = g_object_ref (session);
  self->shape = shape;
  self->subject = g_strdup (subject);
  self->look_path = g_strdup (look_path);
  self->write_path = g_strdup (write_path);
  return self;
}

void
waxseal_graph_change_set_fresh (WaxsealGraphChange *self, gboolean fresh)
{
  self->fresh = fresh;
}

/** waxseal_graph_change_set_seen: @seen: (nullable): %NULL for nothing. */
void
waxseal_graph_change_set_seen (WaxsealGraphChange *self, JsonNode *seen)
{
  g_clear_pointer (&self->seen, json_node_unref);
  self->seen = seen != NULL ? json_node_ref (seen) : NULL;
}

void
waxseal_graph_change_set_data (WaxsealGraphChange *self, gpointer data)
{
  self->data = data;
}

/** waxseal_graph_change_get_data: Returns: (transfer none): for the shape's functions. */
gpointer
waxseal_graph_change_get_data (WaxsealGraphChange *self)
{
  return self->data;
}

static void
take_up_pending (WaxsealGraphChange *self)
{
  const char *marker;

  self->entry =
    waxseal_journal_find_pending (get_journal (self), self->shape->action, self->subject);
  if (self->entry == NULL)
    return;
  marker = waxseal_record_get_text (self->entry, "marker");
  if (*marker != '\0')
    {
      g_free (self->marker);
      self->marker = g_strdup (marker);
    }
  if (waxseal_journal_is_recent (self->entry))
    self->max_waits = WAXSEAL_TENANT_SESSION_WAITS;
}

/**
 * waxseal_graph_change_run_async:
 *
 * A change is run once. Cancelling it does not cut off what is on its way.
 */
void
waxseal_graph_change_run_async (WaxsealGraphChange *self,
                                GCancellable *cancellable,
                                GAsyncReadyCallback callback,
                                gpointer user_data)
{
  GTask *task = g_task_new (self, cancellable, callback, user_data);

  g_task_set_source_tag (task, waxseal_graph_change_run_async);
  /* The change counts even where the user has cancelled since. */
  g_task_set_check_cancellable (task, FALSE);
  take_up_pending (self);
  if (self->seen != NULL)
    decide (task);
  else
    look (task);
}

/**
 * waxseal_graph_change_run_finish:
 * @error: those of Graph, of the file, or %G_IO_ERROR_CANCELLED
 *
 * Returns: whether the change is made, now or before
 */
gboolean
waxseal_graph_change_run_finish (WaxsealGraphChange *self, GAsyncResult *result, GError **error)
{
  return g_task_propagate_boolean (G_TASK (result), error);
}

void
waxseal_graph_change_set_object_id (WaxsealGraphChange *self, const char *object_id)
{
  g_free (self->object_id);
  self->object_id = g_strdup (object_id);
}

/** waxseal_graph_change_get_object_id: Returns: (transfer none) (nullable): of what was made. */
const char *
waxseal_graph_change_get_object_id (WaxsealGraphChange *self)
{
  return self->object_id;
}

/** waxseal_graph_change_get_marker: Returns: (transfer none): made up when first asked for. */
const char *
waxseal_graph_change_get_marker (WaxsealGraphChange *self)
{
  if (self->marker == NULL)
    {
      g_autofree char *id = g_uuid_string_random ();

      self->marker = g_strconcat ("Waxseal-", id, NULL);
    }
  return self->marker;
}

/** waxseal_graph_change_get_seen: Returns: (transfer none) (nullable): what was read last. */
JsonNode *
waxseal_graph_change_get_seen (WaxsealGraphChange *self)
{
  return self->seen;
}

/** waxseal_graph_change_was_made_now: Returns: whether this run made it. */
gboolean
waxseal_graph_change_was_made_now (WaxsealGraphChange *self)
{
  return self->n_writes > 0;
}
