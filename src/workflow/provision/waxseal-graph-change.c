/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "waxseal-graph-change.h"

#include "waxseal-error.h"
#include "waxseal-graph-write.h"

/** WaxsealGraphChange: see the header. */
struct _WaxsealGraphChange
{
  WaxsealChange parent_instance;

  const WaxsealGraphChangeShape *shape;
  char *look_path;
  char *write_path;
  gboolean fresh;
};

G_DEFINE_FINAL_TYPE (WaxsealGraphChange, waxseal_graph_change, WAXSEAL_TYPE_CHANGE)

#define MAX_PAGES 20

static void
waxseal_graph_change_finalize (GObject *object)
{
  WaxsealGraphChange *self = WAXSEAL_GRAPH_CHANGE (object);

  g_free (self->look_path);
  g_free (self->write_path);
  G_OBJECT_CLASS (waxseal_graph_change_parent_class)->finalize (object);
}

static WaxsealGraph *
get_graph (WaxsealChange *change)
{
  return waxseal_tenant_session_get_graph (waxseal_change_get_session (change));
}

static void
look_async (WaxsealChange *change,
            GCancellable *cancellable,
            GAsyncReadyCallback callback,
            gpointer user_data)
{
  WaxsealGraphChange *self = WAXSEAL_GRAPH_CHANGE (change);
  gboolean unsent = !waxseal_change_was_made_now (change);
  gboolean lags = self->fresh && (self->shape->must_exist || (self->shape->removes && unsent));
  WaxsealGraphFlags flags = lags ? WAXSEAL_GRAPH_FRESH : WAXSEAL_GRAPH_PLAIN;

  if (self->shape->looks_at_list)
    waxseal_graph_list_async (get_graph (change),
                              self->look_path,
                              self->shape->scopes,
                              flags,
                              MAX_PAGES,
                              cancellable,
                              callback,
                              user_data);
  else
    waxseal_graph_call_async (get_graph (change),
                              "GET",
                              self->look_path,
                              NULL,
                              self->shape->scopes,
                              flags,
                              cancellable,
                              callback,
                              user_data);
}

static JsonNode *
finish_list (WaxsealGraph *graph, GAsyncResult *result, GError **error)
{
  g_autoptr (JsonArray) list = waxseal_graph_list_finish (graph, result, NULL, error);
  JsonNode *seen = NULL;

  if (list != NULL)
    {
      seen = json_node_new (JSON_NODE_ARRAY);
      json_node_set_array (seen, list);
    }
  return seen;
}

static JsonNode *
finish_call (WaxsealGraph *graph, GAsyncResult *result, GError **error)
{
  g_autoptr (WaxsealHttpReply) reply = waxseal_graph_call_finish (graph, result, error);
  JsonNode *json = reply != NULL ? waxseal_http_reply_get_json (reply) : NULL;

  return json != NULL ? json_node_ref (json) : NULL;
}

static gboolean
look_finish (WaxsealChange *change, GAsyncResult *result, JsonNode **seen, GError **error)
{
  WaxsealGraphChange *self = WAXSEAL_GRAPH_CHANGE (change);
  g_autoptr (GError) problem = NULL;

  if (self->shape->looks_at_list)
    *seen = finish_list (get_graph (change), result, &problem);
  else
    *seen = finish_call (get_graph (change), result, &problem);
  if (problem == NULL || (!self->shape->must_exist &&
                          g_error_matches (problem, WAXSEAL_ERROR, WAXSEAL_ERROR_OBJECT_GONE)))
    return TRUE;
  g_propagate_error (error, g_steal_pointer (&problem));
  return FALSE;
}

static void
write_async (WaxsealChange *change,
             GCancellable *cancellable,
             GAsyncReadyCallback callback,
             gpointer user_data)
{
  WaxsealGraphChange *self = WAXSEAL_GRAPH_CHANGE (change);
  g_autoptr (JsonNode) body = NULL;

  if (self->shape->build_body != NULL)
    body = self->shape->build_body (change, waxseal_change_get_seen (change));
  waxseal_graph_write_async (waxseal_change_get_session (change),
                             self->shape->method,
                             self->write_path,
                             body,
                             self->shape->scopes,
                             self->fresh ? WAXSEAL_GRAPH_FRESH : WAXSEAL_GRAPH_PLAIN,
                             cancellable,
                             callback,
                             user_data);
}

static gboolean
write_finish (WaxsealChange *change, GAsyncResult *result, char **request_id, GError **error)
{
  g_autoptr (WaxsealHttpReply) reply = waxseal_graph_write_finish (result, error);

  if (reply == NULL)
    return FALSE;
  *request_id = g_strdup (waxseal_http_reply_get_request_id (reply));
  return TRUE;
}

static gboolean
is_made (WaxsealChange *change, JsonNode *seen)
{
  return WAXSEAL_GRAPH_CHANGE (change)->shape->is_made (change, seen);
}

static void
waxseal_graph_change_class_init (WaxsealGraphChangeClass *klass)
{
  WaxsealChangeClass *change_class = WAXSEAL_CHANGE_CLASS (klass);

  G_OBJECT_CLASS (klass)->finalize = waxseal_graph_change_finalize;
  change_class->look_async = look_async;
  change_class->look_finish = look_finish;
  change_class->write_async = write_async;
  change_class->write_finish = write_finish;
  change_class->is_made = is_made;
}

static void
waxseal_graph_change_init (WaxsealGraphChange *self)
{
}

/**
 * waxseal_graph_change_new:
 * @shape: static
 * @subject: what it is about, as the administrator knows it
 * @look_path: where to see whether it is made; escaped
 * @write_path: where it is made; escaped
 * @fresh: whether what it is about is young: a 404 may be over soon (microsoft.md, 2.7)
 *
 * Returns: (transfer full): a change, nothing of which is sent yet
 */
WaxsealChange *
waxseal_graph_change_new (WaxsealTenantSession *session,
                          const WaxsealGraphChangeShape *shape,
                          const char *subject,
                          const char *look_path,
                          const char *write_path,
                          gboolean fresh)
{
  WaxsealGraphChange *self = g_object_new (WAXSEAL_TYPE_GRAPH_CHANGE, NULL);

  waxseal_change_set_up (WAXSEAL_CHANGE (self), session, shape->action, subject);
  if (shape->tags)
    waxseal_change_get_marker (WAXSEAL_CHANGE (self));
  self->shape = shape;
  self->look_path = g_strdup (look_path);
  self->write_path = g_strdup (write_path);
  self->fresh = fresh;
  return WAXSEAL_CHANGE (self);
}
