/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "waxseal-http-transfer.h"

#include <string.h>

#include "waxseal-http-address.h"
#include "waxseal-http-reply-private.h"
#include "waxseal-http-request-private.h"
#include "waxseal-json-guard.h"
#include "waxseal-remedy.h"
#include "waxseal-secret-cutter.h"

#define MAX_REDIRECTS 5
#define MAX_BODY      (32 * 1024 * 1024)
#define CHUNK         (16 * 1024)

typedef struct
{
  SoupSession *session;
  WaxsealHttpRequest *request;
  WaxsealHttpRules rules;
  GUri *first_uri;
  GUri *uri;
  SoupMessage *message;
  char *client_request_id;
  GCancellable *io; /* cancelled by the caller's, and when the service is silent */
  GSource *cancelled;
  GSource *silence;
  gboolean is_sent;
  gboolean is_silent;
  guint n_redirects;
  GInputStream *stream;
  WaxsealWipedBuffer body;
  char chunk[CHUNK];
  gboolean repeat;
} Transfer;

static void
drop_source (GSource **source)
{
  if (*source != NULL)
    g_source_destroy (*source);
  g_clear_pointer (source, g_source_unref);
}

static void
drop_message (Transfer *run)
{
  if (run->message != NULL)
    g_signal_handlers_disconnect_by_data (run->message, run);
  g_clear_object (&run->stream);
  g_clear_object (&run->message);
}

static void
free_transfer (gpointer user_data)
{
  Transfer *run = user_data;

  drop_source (&run->cancelled);
  drop_source (&run->silence);
  drop_message (run);
  g_clear_object (&run->session);
  g_clear_object (&run->request);
  g_clear_pointer (&run->first_uri, g_uri_unref);
  g_clear_pointer (&run->uri, g_uri_unref);
  g_free (run->client_request_id);
  g_clear_object (&run->io);
  waxseal_wiped_buffer_clear (&run->body);
  explicit_bzero (run->chunk, sizeof run->chunk);
  g_free (run);
}

static void
return_error (GTask *task, WaxsealError code, gboolean repeat, const char *details)
{
  Transfer *run = g_task_get_task_data (task);

  run->repeat = repeat;
  g_task_return_error (task, waxseal_remedy_new_error (code, details));
}

static void
note_life (Transfer *run)
{
  g_source_set_ready_time (run->silence,
                           g_get_monotonic_time () + (gint64) run->rules.patience * 1000);
}

static gboolean
silent_cb (gpointer user_data)
{
  Transfer *run = user_data;

  g_source_set_ready_time (run->silence, -1);
  run->is_silent = TRUE;
  g_cancellable_cancel (run->io);
  return G_SOURCE_REMOVE;
}

/* A source and not a handler: a handler may not be disconnected while it runs, and by cancelling
 * @io it could bring the transfer to its end. */
static gboolean
cancelled_cb (GCancellable *cancellable, gpointer user_data)
{
  Transfer *run = user_data;

  g_cancellable_cancel (run->io);
  return G_SOURCE_REMOVE;
}

static void
watch (GTask *task)
{
  Transfer *run = g_task_get_task_data (task);
  GCancellable *cancellable = g_task_get_cancellable (task);

  run->silence = g_timeout_source_new (run->rules.patience);
  g_source_set_callback (run->silence, silent_cb, run, NULL);
  g_source_attach (run->silence, g_task_get_context (task));
  if (cancellable == NULL)
    return;
  run->cancelled = g_cancellable_source_new (cancellable);
  g_source_set_callback (run->cancelled, G_SOURCE_FUNC (cancelled_cb), run, NULL);
  g_source_attach (run->cancelled, g_task_get_context (task));
}

/* What stands in the way of trust, for whoever has to add a company's certificate authority. */
static char *
describe_certificate (SoupMessage *message, const GError *error)
{
  GTlsCertificate *certificate = soup_message_get_tls_peer_certificate (message);
  g_autofree char *issuer = NULL;
  g_autofree char *flags =
    g_flags_to_string (G_TYPE_TLS_CERTIFICATE_FLAGS,
                       soup_message_get_tls_peer_certificate_errors (message));

  if (certificate != NULL)
    issuer = g_tls_certificate_get_issuer_name (certificate);
  return g_strdup_printf ("%s\n%s\n%s", error->message, flags, issuer != NULL ? issuer : "");
}

/* What no reply means: for a write that was sent, that nobody knows what became of it. */
static void
return_failure (GTask *task, const GError *error)
{
  Transfer *run = g_task_get_task_data (task);
  gboolean repeatable = waxseal_http_request_is_repeatable (run->request);
  const char *details = run->is_silent ? g_strerror (ETIMEDOUT) : error->message;
  g_autofree char *certificate = NULL;

  if (g_task_return_error_if_cancelled (task))
    return;
  if (soup_message_get_tls_peer_certificate_errors (run->message) != 0)
    {
      certificate = describe_certificate (run->message, error);
      return_error (task, WAXSEAL_ERROR_UNTRUSTED, FALSE, certificate);
    }
  else if (run->is_sent && !repeatable)
    return_error (task, WAXSEAL_ERROR_REPLY_LOST, FALSE, details);
  else if (run->is_silent)
    return_error (task, WAXSEAL_ERROR_OFFLINE, FALSE, details);
  else if (run->stream != NULL || error->domain == SOUP_SESSION_ERROR)
    return_error (task, WAXSEAL_ERROR_BAD_REPLY, TRUE, details);
  else
    return_error (task, WAXSEAL_ERROR_OFFLINE, TRUE, details);
}

static void
return_bad_body (GTask *task, gboolean repeat, const char *details)
{
  Transfer *run = g_task_get_task_data (task);

  if (waxseal_http_request_is_repeatable (run->request))
    return_error (task, WAXSEAL_ERROR_BAD_REPLY, repeat, details);
  else
    return_error (task, WAXSEAL_ERROR_REPLY_LOST, FALSE, details);
}

static void
return_reply (GTask *task, JsonNode *json, GHashTable *secrets)
{
  Transfer *run = g_task_get_task_data (task);

  g_task_return_pointer (task,
                         waxseal_http_reply_new (soup_message_get_status (run->message),
                                                 soup_message_get_response_headers (run->message),
                                                 run->client_request_id,
                                                 json,
                                                 secrets),
                         g_object_unref);
}

/* From 400 on the status says enough: gateways explain themselves in HTML. */
static void
read_body (GTask *task)
{
  Transfer *run = g_task_get_task_data (task);
  const char *const *members = waxseal_http_request_get_secret_members (run->request);
  g_autoptr (GHashTable) secrets = NULL;
  g_autoptr (GError) error = NULL;
  JsonNode *json = NULL;

  if (members != NULL)
    secrets = waxseal_secret_cutter_cut (&run->body, members);
  if (run->body.length > 0)
    json = waxseal_json_parse (run->body.data, run->body.length, &error);
  if (error != NULL && soup_message_get_status (run->message) < 400)
    return_bad_body (task, TRUE, error->message);
  else
    return_reply (task, json, g_steal_pointer (&secrets));
}

/* From 400 on the status is what counts: a refusal whose body is lost on the way of a write, or is
 * not compressed as it says (as Exchange's, microsoft.md, 3.2), is still one. */
static gboolean
is_refusal (Transfer *run, const GError *error)
{
  return soup_message_get_status (run->message) >= 400 &&
         (!waxseal_http_request_is_repeatable (run->request) ||
          g_error_matches (error, G_IO_ERROR, G_IO_ERROR_INVALID_DATA));
}

static void
read_cb (GObject *source, GAsyncResult *result, gpointer user_data)
{
  g_autoptr (GTask) task = user_data;
  Transfer *run = g_task_get_task_data (task);
  g_autoptr (GError) error = NULL;
  gssize n_read = g_input_stream_read_finish (G_INPUT_STREAM (source), result, &error);

  if (n_read < 0 && is_refusal (run, error) &&
      !g_cancellable_is_cancelled (g_task_get_cancellable (task)))
    return_reply (task, NULL, NULL);
  else if (n_read < 0)
    return_failure (task, error);
  else if (n_read == 0)
    read_body (task);
  else if (run->body.length + n_read > MAX_BODY)
    return_bad_body (task, FALSE, g_strerror (EMSGSIZE));
  else
    {
      waxseal_wiped_buffer_append (&run->body, run->chunk, n_read);
      note_life (run);
      g_input_stream_read_async (run->stream,
                                 run->chunk,
                                 sizeof run->chunk,
                                 G_PRIORITY_DEFAULT,
                                 run->io,
                                 read_cb,
                                 g_object_ref (task));
    }
}

static gboolean
is_redirect (Transfer *run)
{
  static const guint statuses[] = { 301, 302, 303, 307, 308 };

  for (guint i = 0; i < G_N_ELEMENTS (statuses); i++)
    if (statuses[i] == soup_message_get_status (run->message))
      return waxseal_http_request_is_get (run->request);
  return FALSE;
}

static void send_message (GTask *task);

/* Not libsoup's own, which would carry the token to another host and go on to plain HTTP. */
static void
follow_redirect (GTask *task)
{
  Transfer *run = g_task_get_task_data (task);
  SoupMessageHeaders *headers = soup_message_get_response_headers (run->message);
  const char *location = soup_message_headers_get_one (headers, "Location");
  GUri *uri = NULL;

  if (location != NULL)
    uri = g_uri_parse_relative (run->uri, location, SOUP_HTTP_URI_FLAGS, NULL);
  if (uri == NULL || ++run->n_redirects > MAX_REDIRECTS)
    {
      g_clear_pointer (&uri, g_uri_unref);
      return_error (task, WAXSEAL_ERROR_BAD_REPLY, FALSE, "Location");
      return;
    }
  g_uri_unref (run->uri);
  run->uri = uri;
  drop_message (run);
  send_message (task);
}

static void
sent_cb (GObject *source, GAsyncResult *result, gpointer user_data)
{
  g_autoptr (GTask) task = user_data;
  Transfer *run = g_task_get_task_data (task);
  g_autoptr (GError) error = NULL;
  g_autofree char *proxy = NULL;

  run->stream = soup_session_send_finish (run->session, result, &error);
  g_debug ("%s %s%s %u",
           waxseal_http_request_get_method (run->request),
           g_uri_get_host (run->uri),
           g_uri_get_path (run->uri),
           soup_message_get_status (run->message));
  if (run->stream == NULL)
    return_failure (task, error);
  else if (!run->is_sent)
    {
      /* It is the proxy that answered, to the attempt to get through. */
      proxy = g_strdup_printf ("Proxy: HTTP %u", soup_message_get_status (run->message));
      return_error (task, WAXSEAL_ERROR_OFFLINE, TRUE, proxy);
    }
  else if (is_redirect (run))
    follow_redirect (task);
  else
    {
      note_life (run);
      g_input_stream_read_async (run->stream,
                                 run->chunk,
                                 sizeof run->chunk,
                                 G_PRIORITY_DEFAULT,
                                 run->io,
                                 read_cb,
                                 g_object_ref (task));
    }
}

/* Emitted when the connection is there, before the first byte goes out. */
static void
starting_cb (SoupMessage *message, gpointer user_data)
{
  Transfer *run = user_data;

  run->is_sent = TRUE;
  note_life (run);
}

/*
 * libsoup sends a GET again by itself where a connection that was kept turns out to be closed. Over
 * another kept one it does so before it has taken note of the failure, and crashes (3.2): over a
 * new one it takes note first.
 */
static void
restarted_cb (SoupMessage *message, gpointer user_data)
{
  soup_message_add_flags (message, SOUP_MESSAGE_NEW_CONNECTION);
}

static void
wrote_body_data_cb (SoupMessage *message, guint n_bytes, gpointer user_data)
{
  note_life (user_data);
}

static void
send_message (GTask *task)
{
  Transfer *run = g_task_get_task_data (task);
  g_autofree char *address = NULL;

  if (!waxseal_http_address_is_allowed (run->uri, run->rules.practice))
    {
      address = g_strdup_printf ("%s://%s", g_uri_get_scheme (run->uri), g_uri_get_host (run->uri));
      return_error (task, WAXSEAL_ERROR_PLAIN_HTTP, FALSE, address);
      return;
    }
  run->is_sent = FALSE;
  run->message =
    waxseal_http_request_build_message (run->request,
                                        run->uri,
                                        waxseal_http_address_is_same_origin (run->uri,
                                                                             run->first_uri),
                                        run->client_request_id);
  g_signal_connect (run->message, "starting", G_CALLBACK (starting_cb), run);
  g_signal_connect (run->message, "restarted", G_CALLBACK (restarted_cb), run);
  g_signal_connect (run->message, "wrote-body-data", G_CALLBACK (wrote_body_data_cb), run);
  note_life (run);
  soup_session_send_async (
    run->session, run->message, G_PRIORITY_DEFAULT, run->io, sent_cb, g_object_ref (task));
}

/**
 * waxseal_http_transfer_async:
 * @rules: copied
 *
 * Sends @request once, and follows redirects if it is a GET: to https only, and with the token to
 * the same host only.
 */
void
waxseal_http_transfer_async (SoupSession *session,
                             WaxsealHttpRequest *request,
                             const WaxsealHttpRules *rules,
                             GCancellable *cancellable,
                             GAsyncReadyCallback callback,
                             gpointer user_data)
{
  g_autoptr (GTask) task = g_task_new (session, cancellable, callback, user_data);
  Transfer *run = g_new0 (Transfer, 1);

  g_task_set_source_tag (task, waxseal_http_transfer_async);
  g_task_set_task_data (task, run, free_transfer);
  /* A reply that is there already is worth more than having been told to stop. */
  g_task_set_check_cancellable (task, FALSE);
  run->session = g_object_ref (session);
  run->request = g_object_ref (request);
  run->rules = *rules;
  run->client_request_id = g_uuid_string_random ();
  run->io = g_cancellable_new ();
  run->first_uri = waxseal_http_request_parse_uri (request);
  if (g_task_return_error_if_cancelled (task))
    return;
  if (run->first_uri == NULL)
    {
      return_error (task, WAXSEAL_ERROR_PLAIN_HTTP, FALSE, NULL);
      return;
    }
  run->uri = g_uri_ref (run->first_uri);
  watch (task);
  send_message (task);
}

/**
 * waxseal_http_transfer_finish:
 * @repeat: (out): after an error, whether sending it again is harmless and may help
 * @error: see waxseal-http.h
 *
 * Returns: (transfer full): the reply, whatever its status
 */
WaxsealHttpReply *
waxseal_http_transfer_finish (GAsyncResult *result, gboolean *repeat, GError **error)
{
  Transfer *run = g_task_get_task_data (G_TASK (result));

  *repeat = run->repeat;
  return g_task_propagate_pointer (G_TASK (result), error);
}
