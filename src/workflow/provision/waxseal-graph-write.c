/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "waxseal-graph-write.h"

#include "waxseal-late-cancel.h"

static void
written_cb (GObject *source, GAsyncResult *result, gpointer user_data)
{
  g_autoptr (GTask) task = user_data;
  GError *error = NULL;
  WaxsealHttpReply *reply = waxseal_graph_call_finish (WAXSEAL_GRAPH (source), result, &error);

  if (reply != NULL)
    g_task_return_pointer (task, reply, g_object_unref);
  else
    g_task_return_error (task, error);
}

/** waxseal_graph_write_async: As waxseal_graph_call_async(). */
void
waxseal_graph_write_async (WaxsealTenantSession *session,
                           const char *method,
                           const char *path,
                           JsonNode *body,
                           const char *const *scopes,
                           WaxsealGraphFlags flags,
                           GCancellable *cancellable,
                           GAsyncReadyCallback callback,
                           gpointer user_data)
{
  GTask *task = g_task_new (session, NULL, callback, user_data);
  WaxsealLateCancel *cancel = waxseal_late_cancel_new (session, cancellable);

  g_task_set_source_tag (task, waxseal_graph_write_async);
  g_task_set_task_data (task, cancel, (GDestroyNotify) waxseal_late_cancel_free);
  waxseal_graph_call_async (waxseal_tenant_session_get_graph (session),
                            method,
                            path,
                            body,
                            scopes,
                            flags,
                            waxseal_late_cancel_get (cancel),
                            written_cb,
                            task);
}

/** waxseal_graph_write_finish: Returns: (transfer full): the reply, or %NULL with an error. */
WaxsealHttpReply *
waxseal_graph_write_finish (GAsyncResult *result, GError **error)
{
  return g_task_propagate_pointer (G_TASK (result), error);
}
