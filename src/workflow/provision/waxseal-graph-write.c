/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "waxseal-graph-write.h"

#include "waxseal-error.h"

/* Microseconds before the end of a wait, in which the request may be on its way already. */
#define MARGIN 2000

typedef struct
{
  GCancellable *outer;
  GCancellable *inner; /* what the request is cancelled by */
  gint64 sent_again;   /* monotonic microseconds: until then nothing is on its way */
  gulong cancelled_handler;
} Write;

static void
write_free (gpointer data)
{
  Write *write = data;

  if (write->cancelled_handler != 0)
    g_signal_handler_disconnect (write->outer, write->cancelled_handler);
  g_clear_object (&write->outer);
  g_object_unref (write->inner);
  g_free (write);
}

static void
stop_if_waiting (Write *write)
{
  if (g_cancellable_is_cancelled (write->outer) && g_get_monotonic_time () < write->sent_again)
    g_cancellable_cancel (write->inner);
}

static void
cancelled_cb (GCancellable *cancellable, gpointer user_data)
{
  stop_if_waiting (user_data);
}

static void
waiting_cb (GTask *task, guint milliseconds)
{
  Write *write = g_task_get_task_data (task);

  write->sent_again = g_get_monotonic_time () + milliseconds * (gint64) 1000 - MARGIN;
  stop_if_waiting (write);
}

static void
written_cb (GObject *source, GAsyncResult *result, gpointer user_data)
{
  g_autoptr (GTask) task = user_data;
  GError *error = NULL;
  WaxsealHttpReply *reply;

  g_signal_handlers_disconnect_by_data (g_task_get_source_object (task), task);
  reply = waxseal_graph_call_finish (WAXSEAL_GRAPH (source), result, &error);
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
  Write *write = g_new0 (Write, 1);

  g_task_set_source_tag (task, waxseal_graph_write_async);
  g_task_set_task_data (task, write, write_free);
  write->inner = g_cancellable_new ();
  if (cancellable != NULL)
    {
      write->outer = g_object_ref (cancellable);
      write->cancelled_handler =
        g_signal_connect (cancellable, "cancelled", G_CALLBACK (cancelled_cb), write);
    }
  g_signal_connect_swapped (session, "waiting", G_CALLBACK (waiting_cb), task);
  waxseal_graph_call_async (waxseal_tenant_session_get_graph (session),
                            method,
                            path,
                            body,
                            scopes,
                            flags,
                            write->inner,
                            written_cb,
                            task);
}

/** waxseal_graph_write_finish: Returns: (transfer full): the reply, or %NULL with an error. */
WaxsealHttpReply *
waxseal_graph_write_finish (GAsyncResult *result, GError **error)
{
  return g_task_propagate_pointer (G_TASK (result), error);
}

/**
 * waxseal_graph_write_judge:
 * @error: of a write that failed
 *
 * Returns: whether what it asked for may be there now. A conflict or a refusal can mean that it was
 *   there before, and a reply of 5xx that it was made, and only the telling failed.
 */
WaxsealWriteEnd
waxseal_graph_write_judge (const GError *error)
{
  static const struct
  {
    WaxsealError code;
    WaxsealWriteEnd end;
  } ends[] = {
    { WAXSEAL_ERROR_REPLY_LOST, WAXSEAL_WRITE_UNKNOWN },
    { WAXSEAL_ERROR_BAD_REPLY, WAXSEAL_WRITE_UNKNOWN },
    { WAXSEAL_ERROR_SERVICE_FAILED, WAXSEAL_WRITE_UNKNOWN },
    { WAXSEAL_ERROR_SERVICE_BUSY, WAXSEAL_WRITE_UNKNOWN },
    { WAXSEAL_ERROR_CONFLICT, WAXSEAL_WRITE_DOUBTED },
    { WAXSEAL_ERROR_REFUSED, WAXSEAL_WRITE_DOUBTED },
    { WAXSEAL_ERROR_OBJECT_GONE, WAXSEAL_WRITE_DOUBTED },
  };

  for (guint i = 0; i < G_N_ELEMENTS (ends); i++)
    if (g_error_matches (error, WAXSEAL_ERROR, ends[i].code))
      return ends[i].end;
  return WAXSEAL_WRITE_UNSENT;
}
