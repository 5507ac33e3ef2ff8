/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "waxseal-http-visitor.h"

#include "config.h"

#include <errno.h>
#include <libsoup/soup.h>

#include "waxseal-http-address.h"
#include "waxseal-public-address.h"

#define MAX_REDIRECTS 5
#define TIME_LIMIT    15000 /* milliseconds, from the look-up to the last byte */
#define CHUNK         (16 * 1024)
#define MAX_AT_ONCE   8

struct _WaxsealHttpVisitor
{
  GObject parent_instance;
  SoupSession *session;
  gboolean practice;
  guint time_limit;
};

G_DEFINE_FINAL_TYPE (WaxsealHttpVisitor, waxseal_http_visitor, G_TYPE_OBJECT)

typedef struct
{
  WaxsealHttpVisitor *visitor;
  GUri *uri;
  SoupMessage *message;
  GInputStream *stream;
  GCancellable *io; /* cancelled by the caller's, and when the time is over */
  GSource *cancelled;
  GSource *timer;
  gboolean is_late;
  gboolean is_refused; /* where it leads to it may not */
  guint n_redirects;
  gsize max_bytes;
  GByteArray *body;
  char chunk[CHUNK];
  WaxsealVisitAnswer *answer;
} Visit;

static void
waxseal_http_visitor_finalize (GObject *object)
{
  g_clear_object (&WAXSEAL_HTTP_VISITOR (object)->session);
  G_OBJECT_CLASS (waxseal_http_visitor_parent_class)->finalize (object);
}

static void
waxseal_http_visitor_class_init (WaxsealHttpVisitorClass *klass)
{
  G_OBJECT_CLASS (klass)->finalize = waxseal_http_visitor_finalize;
}

static void
waxseal_http_visitor_init (WaxsealHttpVisitor *self)
{
  self->session = soup_session_new_with_options ("user-agent",
                                                 "Waxseal/" PACKAGE_VERSION,
                                                 "timeout",
                                                 0,
                                                 "max-conns",
                                                 MAX_AT_ONCE,
                                                 "max-conns-per-host",
                                                 MAX_AT_ONCE,
                                                 NULL);
  self->time_limit = TIME_LIMIT;
}

/** waxseal_http_visitor_new: Returns: (transfer full): a visitor; in @practice it asks only this
 * computer, by plain HTTP too. */
WaxsealHttpVisitor *
waxseal_http_visitor_new (gboolean practice)
{
  WaxsealHttpVisitor *self = g_object_new (WAXSEAL_TYPE_HTTP_VISITOR, NULL);

  self->practice = practice;
  /* No proxy leads to this computer's own loopback. */
  if (practice)
    soup_session_set_proxy_resolver (self->session, NULL);
  return self;
}

/** waxseal_http_visitor_set_time_limit: @milliseconds: for a visit from its beginning to its end;
 * 15 seconds, if this is not called. */
void
waxseal_http_visitor_set_time_limit (WaxsealHttpVisitor *self, guint milliseconds)
{
  self->time_limit = milliseconds;
}

static void
drop_source (GSource **source)
{
  if (*source != NULL)
    g_source_destroy (*source);
  g_clear_pointer (source, g_source_unref);
}

static void
drop_message (Visit *visit)
{
  if (visit->message != NULL)
    g_signal_handlers_disconnect_by_data (visit->message, visit);
  g_clear_object (&visit->stream);
  g_clear_object (&visit->message);
}

static void
free_visit (gpointer user_data)
{
  Visit *visit = user_data;

  drop_source (&visit->cancelled);
  drop_source (&visit->timer);
  drop_message (visit);
  g_clear_pointer (&visit->uri, g_uri_unref);
  g_clear_object (&visit->io);
  g_byte_array_unref (visit->body);
  g_clear_pointer (&visit->answer, waxseal_visit_answer_free);
  g_free (visit);
}

/* What is still under way is given up, so that nothing is read that nobody asked for. */
static void
end (GTask *task, WaxsealVisitEnd how, const char *details)
{
  Visit *visit = g_task_get_task_data (task);

  drop_source (&visit->timer);
  g_cancellable_cancel (visit->io);
  if (g_task_return_error_if_cancelled (task))
    return;
  visit->answer->end = how;
  visit->answer->details = g_strdup (details);
  if (visit->uri != NULL)
    {
      g_free (visit->answer->address);
      visit->answer->address = g_uri_to_string_partial (visit->uri, G_URI_HIDE_USERINFO);
    }
  g_task_return_pointer (task,
                         g_steal_pointer (&visit->answer),
                         (GDestroyNotify) waxseal_visit_answer_free);
}

static gboolean
late_cb (gpointer user_data)
{
  Visit *visit = user_data;

  visit->is_late = TRUE;
  g_cancellable_cancel (visit->io);
  return G_SOURCE_REMOVE;
}

static gboolean
cancelled_cb (GCancellable *cancellable, gpointer user_data)
{
  g_cancellable_cancel (((Visit *) user_data)->io);
  return G_SOURCE_REMOVE;
}

static void
watch (GTask *task)
{
  WaxsealHttpVisitor *self = g_task_get_source_object (task);
  Visit *visit = g_task_get_task_data (task);
  GCancellable *cancellable = g_task_get_cancellable (task);

  visit->timer = g_timeout_source_new (self->time_limit);
  g_source_set_callback (visit->timer, late_cb, visit, NULL);
  g_source_attach (visit->timer, g_task_get_context (task));
  if (cancellable == NULL)
    return;
  visit->cancelled = g_cancellable_source_new (cancellable);
  g_source_set_callback (visit->cancelled, G_SOURCE_FUNC (cancelled_cb), visit, NULL);
  g_source_attach (visit->cancelled, g_task_get_context (task));
}

static void
end_with_error (GTask *task, const GError *error)
{
  WaxsealHttpVisitor *self = g_task_get_source_object (task);
  Visit *visit = g_task_get_task_data (task);

  visit->answer->certificate = soup_message_get_tls_peer_certificate_errors (visit->message);
  if (visit->is_refused)
    end (task, self->practice ? WAXSEAL_VISIT_OUTSIDE : WAXSEAL_VISIT_PRIVATE, NULL);
  else if (visit->is_late)
    end (task, WAXSEAL_VISIT_SLOW, NULL);
  else if (visit->answer->certificate != 0)
    end (task, WAXSEAL_VISIT_UNTRUSTED, error->message);
  else
    end (task, WAXSEAL_VISIT_UNREACHABLE, error->message);
}

static void
end_with_reply (GTask *task)
{
  Visit *visit = g_task_get_task_data (task);
  SoupMessageHeaders *headers = soup_message_get_response_headers (visit->message);

  visit->answer->status = soup_message_get_status (visit->message);
  visit->answer->content_type = g_strdup (soup_message_headers_get_content_type (headers, NULL));
  visit->answer->caching = g_strdup (soup_message_headers_get_list (headers, "Cache-Control"));
  if (visit->answer->status == SOUP_STATUS_OK)
    visit->answer->body = g_bytes_new (visit->body->data, visit->body->len);
  end (task, WAXSEAL_VISIT_ANSWERED, NULL);
}

static void read_on (GTask *task);

static void
read_cb (GObject *source, GAsyncResult *result, gpointer user_data)
{
  g_autoptr (GTask) task = user_data;
  Visit *visit = g_task_get_task_data (task);
  g_autoptr (GError) error = NULL;
  gssize n_read = g_input_stream_read_finish (G_INPUT_STREAM (source), result, &error);

  if (n_read < 0)
    {
      end_with_error (task, error);
      return;
    }
  g_byte_array_append (visit->body, (guint8 *) visit->chunk, n_read);
  visit->answer->is_cut = visit->body->len > visit->max_bytes;
  if (visit->answer->is_cut)
    g_byte_array_set_size (visit->body, visit->max_bytes);
  if (n_read == 0 || visit->answer->is_cut)
    end_with_reply (task);
  else
    read_on (task);
}

static void
read_on (GTask *task)
{
  Visit *visit = g_task_get_task_data (task);

  g_input_stream_read_async (visit->stream,
                             visit->chunk,
                             sizeof visit->chunk,
                             G_PRIORITY_DEFAULT,
                             visit->io,
                             read_cb,
                             g_object_ref (task));
}

static gboolean
is_https (GUri *uri)
{
  return g_ascii_strcasecmp (g_uri_get_scheme (uri), "https") == 0;
}

static void send_message (GTask *task);

static void
follow_redirect (GTask *task)
{
  Visit *visit = g_task_get_task_data (task);
  SoupMessageHeaders *headers = soup_message_get_response_headers (visit->message);
  const char *location = soup_message_headers_get_one (headers, "Location");
  gboolean was_safe = is_https (visit->uri);
  GUri *uri = NULL;

  if (location != NULL)
    uri = g_uri_parse_relative (visit->uri, location, SOUP_HTTP_URI_FLAGS, NULL);
  if (uri == NULL || ++visit->n_redirects > MAX_REDIRECTS)
    {
      g_clear_pointer (&uri, g_uri_unref);
      end (task, WAXSEAL_VISIT_LOST, NULL);
      return;
    }
  g_uri_unref (visit->uri);
  visit->uri = uri;
  drop_message (visit);
  if (was_safe && !is_https (uri))
    end (task, WAXSEAL_VISIT_PLAIN, NULL);
  else
    send_message (task);
}

static gboolean
is_redirect (guint status)
{
  static const guint statuses[] = { 301, 302, 303, 307, 308 };

  for (guint i = 0; i < G_N_ELEMENTS (statuses); i++)
    if (statuses[i] == status)
      return TRUE;
  return FALSE;
}

static void
sent_cb (GObject *source, GAsyncResult *result, gpointer user_data)
{
  g_autoptr (GTask) task = user_data;
  Visit *visit = g_task_get_task_data (task);
  g_autoptr (GError) error = NULL;

  visit->stream = soup_session_send_finish (SOUP_SESSION (source), result, &error);
  g_debug ("GET %s%s %u",
           g_uri_get_host (visit->uri),
           g_uri_get_path (visit->uri),
           soup_message_get_status (visit->message));
  if (visit->stream == NULL)
    end_with_error (task, error);
  else if (is_redirect (soup_message_get_status (visit->message)))
    follow_redirect (task);
  else if (soup_message_get_status (visit->message) != SOUP_STATUS_OK)
    end_with_reply (task);
  else
    read_on (task);
}

/* In practice this computer, else anything but private networks. Behind a proxy it is the proxy
 * that looks the name up, and its own address may well be private. */
static gboolean
may_connect (WaxsealHttpVisitor *self, GSocketAddress *address)
{
  GInetAddress *inet;

  if (G_IS_PROXY_ADDRESS (address))
    return TRUE;
  if (!G_IS_INET_SOCKET_ADDRESS (address))
    return FALSE;
  inet = g_inet_socket_address_get_address (G_INET_SOCKET_ADDRESS (address));
  return self->practice ? g_inet_address_get_is_loopback (inet) : waxseal_public_address_is (inet);
}

/* Called for each address that the name has, before it is connected to: a socket that is closed
 * sends nothing. A name that leads to a forbidden address is given up as a whole. */
static void
network_event_cb (SoupMessage *message,
                  GSocketClientEvent event,
                  GSocketConnection *connection,
                  gpointer user_data)
{
  Visit *visit = user_data;
  g_autoptr (GSocketAddress) address = NULL;

  if (event != G_SOCKET_CLIENT_CONNECTING)
    return;
  address = g_socket_connection_get_remote_address (connection, NULL);
  visit->is_refused |= !may_connect (visit->visitor, address);
  if (visit->is_refused)
    g_socket_close (g_socket_connection_get_socket (connection), NULL);
}

/* How a visit to @uri ends before anything is asked; ANSWERED where it does not. */
static WaxsealVisitEnd
judge_uri (WaxsealHttpVisitor *self, GUri *uri)
{
  const char *host = g_uri_get_host (uri);
  gboolean is_public;

  if (host == NULL || *host == '\0')
    return WAXSEAL_VISIT_PLAIN;
  is_public = waxseal_public_address_is_host (host);
  if (!self->practice && !is_public)
    return WAXSEAL_VISIT_PRIVATE;
  if (!waxseal_http_address_is_allowed (uri, self->practice))
    return WAXSEAL_VISIT_PLAIN;
  if (g_uri_get_userinfo (uri) != NULL)
    return WAXSEAL_VISIT_LOST;
  return self->practice && is_public ? WAXSEAL_VISIT_OUTSIDE : WAXSEAL_VISIT_ANSWERED;
}

/** waxseal_http_visitor_would_ask: Returns: whether a visit to @address would send anything, as far
 * as this can be said without looking its name up. */
gboolean
waxseal_http_visitor_would_ask (WaxsealHttpVisitor *self, const char *address)
{
  g_autoptr (GUri) uri = g_uri_parse (address, SOUP_HTTP_URI_FLAGS, NULL);

  return uri != NULL && judge_uri (self, uri) == WAXSEAL_VISIT_ANSWERED;
}

static void
send_message (GTask *task)
{
  WaxsealHttpVisitor *self = g_task_get_source_object (task);
  Visit *visit = g_task_get_task_data (task);
  WaxsealVisitEnd how = judge_uri (self, visit->uri);

  if (how != WAXSEAL_VISIT_ANSWERED)
    {
      end (task, how, NULL);
      return;
    }
  visit->message = soup_message_new_from_uri (SOUP_METHOD_GET, visit->uri);
  /* A connection that was kept would have no event to look at its address. */
  soup_message_add_flags (visit->message, SOUP_MESSAGE_NO_REDIRECT | SOUP_MESSAGE_NEW_CONNECTION);
  g_signal_connect (visit->message, "network-event", G_CALLBACK (network_event_cb), visit);
  soup_session_send_async (
    self->session, visit->message, G_PRIORITY_DEFAULT, visit->io, sent_cb, g_object_ref (task));
}

/**
 * waxseal_http_visitor_visit_async:
 * @max_bytes: how much of the body is read at most
 *
 * Asks @address, and follows redirects to https.
 */
void
waxseal_http_visitor_visit_async (WaxsealHttpVisitor *self,
                                  const char *address,
                                  gsize max_bytes,
                                  GCancellable *cancellable,
                                  GAsyncReadyCallback callback,
                                  gpointer user_data)
{
  g_autoptr (GTask) task = g_task_new (self, cancellable, callback, user_data);
  Visit *visit = g_new0 (Visit, 1);

  g_task_set_source_tag (task, waxseal_http_visitor_visit_async);
  g_task_set_task_data (task, visit, free_visit);
  visit->visitor = self;
  visit->io = g_cancellable_new ();
  visit->max_bytes = max_bytes;
  visit->body = g_byte_array_new ();
  visit->answer = g_new0 (WaxsealVisitAnswer, 1);
  visit->answer->address = g_strdup (address);
  visit->uri = g_uri_parse (address, SOUP_HTTP_URI_FLAGS, NULL);
  if (visit->uri == NULL)
    {
      end (task, WAXSEAL_VISIT_PLAIN, NULL);
      return;
    }
  watch (task);
  send_message (task);
}

/**
 * waxseal_http_visitor_visit_finish:
 * @error: G_IO_ERROR_CANCELLED only
 *
 * Returns: (transfer full): how it ended
 */
WaxsealVisitAnswer *
waxseal_http_visitor_visit_finish (WaxsealHttpVisitor *self, GAsyncResult *result, GError **error)
{
  g_return_val_if_fail (g_task_is_valid (result, self), NULL);

  return g_task_propagate_pointer (G_TASK (result), error);
}
