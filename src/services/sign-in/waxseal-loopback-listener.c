/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "waxseal-loopback-listener.h"

#include <string.h>

#include "waxseal-loopback-request.h"
#include "waxseal-remedy.h"

/* Browsers send the cookies of every other server on localhost along. */
#define MAX_HEAD 65536
/* Connections that say nothing: browsers open some beforehand. The oldest goes when another comes.
 */
#define MAX_CLIENTS 32
/* How often a port is tried that is free in one of the two families only. */
#define MAX_PORTS 16

/**
 * WaxsealLoopbackListener:
 *
 * On 127.0.0.1 and, where there is one, on ::1, at the same port: "localhost" may be either.
 */
struct _WaxsealLoopbackListener
{
  GObject parent_instance;

  GSocketService *service;
  char *state;
  char *redirect_uri;
  GQueue clients; /* of Client: those that have not asked yet */
  GTask *task;    /* or NULL */
  GSource *timeout;
  GSource *cancelled;
};

G_DEFINE_FINAL_TYPE (WaxsealLoopbackListener, waxseal_loopback_listener, G_TYPE_OBJECT)

typedef struct
{
  WaxsealLoopbackListener *listener; /* NULL once it is not waited for any more */
  GSocketConnection *connection;
  GCancellable *cancellable;
  GBytes *answer;
  gsize length;
  char head[MAX_HEAD];
} Client;

static void
client_free (Client *client)
{
  g_object_unref (client->connection);
  g_object_unref (client->cancellable);
  g_clear_pointer (&client->answer, g_bytes_unref);
  explicit_bzero (client->head, client->length);
  g_free (client);
}

static void
forget_client (Client *client)
{
  if (client->listener != NULL)
    g_queue_remove (&client->listener->clients, client);
  client->listener = NULL;
}

static void
drop_client (Client *client)
{
  forget_client (client);
  g_cancellable_cancel (client->cancellable);
}

static void
clear_source (GSource **source)
{
  if (*source != NULL)
    g_source_destroy (*source);
  g_clear_pointer (source, g_source_unref);
}

static void
stop (WaxsealLoopbackListener *self)
{
  clear_source (&self->timeout);
  clear_source (&self->cancelled);
  if (self->service != NULL)
    {
      g_signal_handlers_disconnect_by_data (self->service, self);
      g_socket_service_stop (self->service);
      g_socket_listener_close (G_SOCKET_LISTENER (self->service));
    }
  g_clear_object (&self->service);
  while (!g_queue_is_empty (&self->clients))
    drop_client (g_queue_peek_head (&self->clients));
}

static void
waxseal_loopback_listener_dispose (GObject *object)
{
  stop (WAXSEAL_LOOPBACK_LISTENER (object));
  G_OBJECT_CLASS (waxseal_loopback_listener_parent_class)->dispose (object);
}

static void
waxseal_loopback_listener_finalize (GObject *object)
{
  WaxsealLoopbackListener *self = WAXSEAL_LOOPBACK_LISTENER (object);

  g_free (self->state);
  g_free (self->redirect_uri);
  G_OBJECT_CLASS (waxseal_loopback_listener_parent_class)->finalize (object);
}

static void
waxseal_loopback_listener_class_init (WaxsealLoopbackListenerClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);

  object_class->dispose = waxseal_loopback_listener_dispose;
  object_class->finalize = waxseal_loopback_listener_finalize;
}

static void
waxseal_loopback_listener_init (WaxsealLoopbackListener *self)
{
  g_queue_init (&self->clients);
}

static gboolean
add_address (GSocketService *service, const char *address, guint16 *port, GError **error)
{
  g_autoptr (GSocketAddress) wanted = g_inet_socket_address_new_from_string (address, *port);
  g_autoptr (GSocketAddress) effective = NULL;

  if (!g_socket_listener_add_address (G_SOCKET_LISTENER (service),
                                      wanted,
                                      G_SOCKET_TYPE_STREAM,
                                      G_SOCKET_PROTOCOL_TCP,
                                      NULL,
                                      &effective,
                                      error))
    return FALSE;
  *port = g_inet_socket_address_get_port (G_INET_SOCKET_ADDRESS (effective));
  return TRUE;
}

/* Leaves @error unset where another port may do. */
static GSocketService *
listen_at_some_port (guint16 *port, GError **error)
{
  g_autoptr (GSocketService) service = g_socket_service_new ();
  g_autoptr (GError) v6_error = NULL;

  g_socket_service_stop (service);
  *port = 0;
  if (!add_address (service, "127.0.0.1", port, error))
    return NULL;
  /* Where it is in use, a browser could bring the code to whoever uses it. Any other error means
   * that this computer has no IPv6. */
  if (!add_address (service, "::1", port, &v6_error) &&
      g_error_matches (v6_error, G_IO_ERROR, G_IO_ERROR_ADDRESS_IN_USE))
    {
      g_socket_listener_close (G_SOCKET_LISTENER (service));
      return NULL;
    }
  return g_steal_pointer (&service);
}

/**
 * waxseal_loopback_listener_new:
 * @state: what a browser has to bring back
 * @error: %WAXSEAL_ERROR_SIGN_IN_FAILED where no port can be had
 *
 * Returns: (transfer full): a listener; from now on a browser can connect, and is answered while
 *   waxseal_loopback_listener_wait_async() is under way
 */
WaxsealLoopbackListener *
waxseal_loopback_listener_new (const char *state, GError **error)
{
  g_autoptr (WaxsealLoopbackListener) self = g_object_new (WAXSEAL_TYPE_LOOPBACK_LISTENER, NULL);
  g_autoptr (GError) cause = NULL;
  guint16 port;

  for (guint i = 0; i < MAX_PORTS && self->service == NULL && cause == NULL; i++)
    self->service = listen_at_some_port (&port, &cause);
  if (self->service == NULL)
    {
      g_propagate_error (error,
                         waxseal_remedy_new_error (WAXSEAL_ERROR_SIGN_IN_FAILED,
                                                   cause != NULL ? cause->message : NULL));
      return NULL;
    }
  self->state = g_strdup (state);
  self->redirect_uri = g_strdup_printf ("http://localhost:%u", port);
  return g_steal_pointer (&self);
}

/** waxseal_loopback_listener_get_redirect_uri: Returns: (transfer none): where the browser is sent
 */
const char *
waxseal_loopback_listener_get_redirect_uri (WaxsealLoopbackListener *self)
{
  return self->redirect_uri;
}

static void
settle (WaxsealLoopbackListener *self, SecretValue *code, GError *error)
{
  g_autoptr (GTask) task = g_steal_pointer (&self->task);

  stop (self);
  if (error != NULL)
    g_task_return_error (task, error);
  else
    g_task_return_pointer (task, code, secret_value_unref);
}

static void
written_cb (GObject *source, GAsyncResult *result, gpointer user_data)
{
  Client *client = user_data;

  /* A browser that went away without reading has brought what it had to. */
  g_output_stream_write_all_finish (G_OUTPUT_STREAM (source), result, NULL, NULL);
  g_socket_shutdown (g_socket_connection_get_socket (client->connection), FALSE, TRUE, NULL);
  client_free (client);
}

static void
answer (Client *client, WaxsealLoopbackPage page)
{
  GOutputStream *stream = g_io_stream_get_output_stream (G_IO_STREAM (client->connection));
  gsize size;
  const char *data;

  forget_client (client);
  client->answer = waxseal_loopback_page_build (page);
  data = g_bytes_get_data (client->answer, &size);
  g_output_stream_write_all_async (
    stream, data, size, G_PRIORITY_DEFAULT, NULL, written_cb, client);
}

static void
serve (Client *client)
{
  WaxsealLoopbackListener *self = client->listener;
  SecretValue *code = NULL;
  GError *error = NULL;
  WaxsealLoopbackPage page;

  page = waxseal_loopback_request_read (client->head, client->length, self->state, &code, &error);
  answer (client, page);
  if (code != NULL || error != NULL)
    settle (self, code, error);
}

static void read_more (Client *client);

static void
read_cb (GObject *source, GAsyncResult *result, gpointer user_data)
{
  Client *client = user_data;
  gssize length = g_input_stream_read_finish (G_INPUT_STREAM (source), result, NULL);

  /* What is no HTTP, such as a browser that tries TLS first, is not kept waiting for an answer. */
  if (length <= 0 || client->listener == NULL || !g_ascii_isalpha (client->head[0]))
    {
      forget_client (client);
      client_free (client);
      return;
    }
  client->length += length;
  if (waxseal_loopback_request_is_complete (client->head, client->length))
    serve (client);
  else if (client->length == MAX_HEAD)
    answer (client, WAXSEAL_LOOPBACK_PAGE_TOO_LARGE);
  else
    read_more (client);
}

static void
read_more (Client *client)
{
  g_input_stream_read_async (g_io_stream_get_input_stream (G_IO_STREAM (client->connection)),
                             client->head + client->length,
                             MAX_HEAD - client->length,
                             G_PRIORITY_DEFAULT,
                             client->cancellable,
                             read_cb,
                             client);
}

static gboolean
incoming_cb (WaxsealLoopbackListener *self, GSocketConnection *connection)
{
  Client *client = g_new0 (Client, 1);

  client->listener = self;
  client->connection = g_object_ref (connection);
  client->cancellable = g_cancellable_new ();
  g_queue_push_tail (&self->clients, client);
  if (g_queue_get_length (&self->clients) > MAX_CLIENTS)
    drop_client (g_queue_peek_head (&self->clients));
  read_more (client);
  return TRUE;
}

static gboolean
timeout_cb (gpointer user_data)
{
  settle (user_data, NULL, waxseal_remedy_new_error (WAXSEAL_ERROR_SIGN_IN_TIMED_OUT, NULL));
  return G_SOURCE_REMOVE;
}

static gboolean
cancelled_cb (GCancellable *cancellable, gpointer user_data)
{
  GError *error = NULL;

  g_cancellable_set_error_if_cancelled (cancellable, &error);
  settle (user_data, NULL, error);
  return G_SOURCE_REMOVE;
}

/**
 * waxseal_loopback_listener_wait_async:
 * @limit: for how many milliseconds
 *
 * Answers whoever connects until a browser comes with the right state; that one is answered too,
 * and nobody after it. To be called once.
 */
void
waxseal_loopback_listener_wait_async (WaxsealLoopbackListener *self,
                                      guint limit,
                                      GCancellable *cancellable,
                                      GAsyncReadyCallback callback,
                                      gpointer user_data)
{
  GMainContext *context = g_main_context_get_thread_default ();

  g_return_if_fail (self->service != NULL && self->task == NULL);

  self->task = g_task_new (self, cancellable, callback, user_data);
  g_task_set_source_tag (self->task, waxseal_loopback_listener_wait_async);
  self->timeout = g_timeout_source_new (limit);
  g_source_set_callback (self->timeout, timeout_cb, self, NULL);
  g_source_attach (self->timeout, context);
  if (cancellable != NULL)
    {
      self->cancelled = g_cancellable_source_new (cancellable);
      g_source_set_callback (self->cancelled, G_SOURCE_FUNC (cancelled_cb), self, NULL);
      g_source_attach (self->cancelled, context);
    }
  g_signal_connect_swapped (self->service, "incoming", G_CALLBACK (incoming_cb), self);
  g_socket_service_start (self->service);
}

/**
 * waxseal_loopback_listener_wait_finish:
 * @error: see waxseal-loopback-listener.h
 *
 * Returns: (transfer full): the authorization code
 */
SecretValue *
waxseal_loopback_listener_wait_finish (WaxsealLoopbackListener *self,
                                       GAsyncResult *result,
                                       GError **error)
{
  g_return_val_if_fail (g_task_is_valid (result, self), NULL);

  return g_task_propagate_pointer (G_TASK (result), error);
}
