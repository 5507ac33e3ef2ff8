/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "waxseal-http.h"

#include "config.h"

#include "waxseal-http-request-private.h"
#include "waxseal-http-transfer.h"
#include "waxseal-http-waits.h"

#define PATIENCE    60000 /* milliseconds */
#define CONNECTIONS 4     /* to a host at once */

struct _WaxsealHttp
{
  GObject parent_instance;
  SoupSession *session;
  WaxsealHttpRules rules;
  double pace;
};

G_DEFINE_FINAL_TYPE (WaxsealHttp, waxseal_http, G_TYPE_OBJECT)

static void
waxseal_http_finalize (GObject *object)
{
  WaxsealHttp *self = WAXSEAL_HTTP (object);

  g_clear_object (&self->session);
  G_OBJECT_CLASS (waxseal_http_parent_class)->finalize (object);
}

static void
waxseal_http_class_init (WaxsealHttpClass *klass)
{
  G_OBJECT_CLASS (klass)->finalize = waxseal_http_finalize;
}

static void
waxseal_http_init (WaxsealHttp *self)
{
  /* GIO's own proxies and trusted certificates, which are the system's. */
  self->session = soup_session_new_with_options ("user-agent",
                                                 "Waxseal/" PACKAGE_VERSION,
                                                 "timeout",
                                                 0,
                                                 "max-conns-per-host",
                                                 CONNECTIONS,
                                                 NULL);
  self->rules.patience = PATIENCE;
  self->pace = 1;
}

/**
 * waxseal_http_new:
 * @practice: whether plain HTTP to this computer is allowed, for the practice tenant
 *
 * Returns: (transfer full): the way out to the network; for use in the thread that made it
 */
WaxsealHttp *
waxseal_http_new (gboolean practice)
{
  WaxsealHttp *self = g_object_new (WAXSEAL_TYPE_HTTP, NULL);

  self->rules.practice = practice;
  /* No proxy leads to this computer's own loopback. */
  if (practice)
    soup_session_set_proxy_resolver (self->session, NULL);
  return self;
}

/** waxseal_http_set_pace: @pace: what all waits between repeated requests are multiplied by; 1, but
 * less in tests. */
void
waxseal_http_set_pace (WaxsealHttp *self, double pace)
{
  self->pace = pace;
}

/** waxseal_http_get_pace: Returns: what waits are multiplied by, for others that wait too. */
double
waxseal_http_get_pace (WaxsealHttp *self)
{
  return self->pace;
}

/** waxseal_http_set_patience: @milliseconds: without anything coming or going, until a service
 * counts as silent; a minute, if this is not called. */
void
waxseal_http_set_patience (WaxsealHttp *self, guint milliseconds)
{
  self->rules.patience = milliseconds;
}

typedef struct
{
  WaxsealHttpRequest *request;
  WaxsealHttpWaits waits;
} Run;

static void
free_run (gpointer user_data)
{
  Run *run = user_data;

  g_object_unref (run->request);
  g_free (run);
}

static void send_once (GTask *task);

static gboolean
waited_cb (gpointer user_data)
{
  GTask *task = user_data;

  if (!g_task_return_error_if_cancelled (task))
    send_once (task);
  return G_SOURCE_REMOVE;
}

/* On a timer, which being cancelled ends at once. */
static void
wait_and_send (GTask *task, WaxsealHttpVerdict why, int milliseconds)
{
  WaxsealHttp *self = g_task_get_source_object (task);
  Run *run = g_task_get_task_data (task);
  GCancellable *cancellable = g_task_get_cancellable (task);
  guint wait = (guint) (milliseconds * self->pace);
  g_autoptr (GSource) timer = g_timeout_source_new (wait);
  g_autoptr (GSource) cancelled = NULL;

  g_source_set_callback (timer, waited_cb, g_object_ref (task), g_object_unref);
  if (cancellable != NULL)
    {
      cancelled = g_cancellable_source_new (cancellable);
      g_source_set_dummy_callback (cancelled);
      g_source_add_child_source (timer, cancelled);
    }
  waxseal_http_request_emit_waiting (run->request, why, wait);
  g_source_attach (timer, g_task_get_context (task));
}

/* A write is sent again only if it did nothing: that a 503 cannot promise. */
static gboolean
may_repeat (WaxsealHttpRequest *request, WaxsealHttpVerdict verdict, guint status)
{
  if (verdict == WAXSEAL_HTTP_DONE)
    return FALSE;
  if (waxseal_http_request_is_repeatable (request) || verdict == WAXSEAL_HTTP_LAGGING)
    return TRUE;
  return verdict == WAXSEAL_HTTP_BUSY && status < 500;
}

static void
settle_reply (GTask *task, WaxsealHttpReply *reply)
{
  Run *run = g_task_get_task_data (task);
  WaxsealHttpVerdict verdict = waxseal_http_request_judge (run->request, reply);
  int wait = -1;

  if (may_repeat (run->request, verdict, waxseal_http_reply_get_status (reply)))
    wait = waxseal_http_waits_next (&run->waits,
                                    verdict,
                                    waxseal_http_reply_get_header (reply, "Retry-After"),
                                    waxseal_http_reply_get_header (reply, "Date"));
  if (wait >= 0)
    wait_and_send (task, verdict, wait);
  else
    g_task_return_pointer (task, g_object_ref (reply), g_object_unref);
}

static void
transferred_cb (GObject *source, GAsyncResult *result, gpointer user_data)
{
  g_autoptr (GTask) task = user_data;
  Run *run = g_task_get_task_data (task);
  GError *error = NULL;
  gboolean repeat;
  g_autoptr (WaxsealHttpReply) reply = waxseal_http_transfer_finish (result, &repeat, &error);
  int wait = -1;

  if (reply != NULL)
    {
      settle_reply (task, reply);
      return;
    }
  if (repeat)
    wait = waxseal_http_waits_next (&run->waits, WAXSEAL_HTTP_FAILED, NULL, NULL);
  if (wait < 0)
    {
      g_task_return_error (task, error);
      return;
    }
  g_error_free (error);
  wait_and_send (task, WAXSEAL_HTTP_FAILED, wait);
}

static void
send_once (GTask *task)
{
  WaxsealHttp *self = g_task_get_source_object (task);
  Run *run = g_task_get_task_data (task);

  waxseal_http_transfer_async (self->session,
                               run->request,
                               &self->rules,
                               g_task_get_cancellable (task),
                               transferred_cb,
                               g_object_ref (task));
}

/**
 * waxseal_http_send_async:
 * @request: (transfer none): not to be changed until it is done
 *
 * Sends @request, and again as its judge says. A service that asks for more than five minutes, or
 * for too much of the caller's time in all, is given up: the caller gets the last reply.
 */
void
waxseal_http_send_async (WaxsealHttp *self,
                         WaxsealHttpRequest *request,
                         GCancellable *cancellable,
                         GAsyncReadyCallback callback,
                         gpointer user_data)
{
  g_autoptr (GTask) task = g_task_new (self, cancellable, callback, user_data);
  Run *run = g_new0 (Run, 1);

  g_task_set_source_tag (task, waxseal_http_send_async);
  g_task_set_check_cancellable (task, FALSE);
  run->request = g_object_ref (request);
  g_task_set_task_data (task, run, free_run);
  send_once (task);
}

/**
 * waxseal_http_send_finish:
 * @error: see waxseal-http.h
 *
 * Being cancelled does not take back what was sent: a write that was cancelled may have been made.
 *
 * Returns: (transfer full): the last reply, whatever its status
 */
WaxsealHttpReply *
waxseal_http_send_finish (WaxsealHttp *self, GAsyncResult *result, GError **error)
{
  g_return_val_if_fail (g_task_is_valid (result, self), NULL);

  return g_task_propagate_pointer (G_TASK (result), error);
}
