/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "waxseal-practice-server.h"

#include <libsoup/soup.h>
#include <libxml/parser.h>

#include "waxseal-practice-cres-session.h"
#include "waxseal-practice-faults.h"
#include "waxseal-practice-identity.h"
#include "waxseal-practice-route.h"
#include "waxseal-practice-tenant.h"

#define MAX_BODY  (4 * 1024 * 1024)
#define MAX_TRIES 8
#define TOO_BIG   "waxseal-practice-too-big"

/* What only the server's thread touches. */
typedef struct
{
  WaxsealPracticeTenant *tenant;
  WaxsealPracticeIdentity *identity;
  WaxsealPracticeFaults *faults;
  WaxsealPracticeCres *cres;
  const char *state_file;
} Service;

struct _WaxsealPracticeServer
{
  GObject parent_instance;

  guint n_people;
  GTlsCertificate *certificate;
  char *state_file;
  JsonNode *script;

  GThread *thread;
  GMainLoop *loop;
  GMutex lock;
  GCond started_cond;
  gboolean started;
  GError *error;
  guint16 port;
  char *base;
};

G_DEFINE_FINAL_TYPE (WaxsealPracticeServer, waxseal_practice_server, G_TYPE_OBJECT)

static const WaxsealPracticeRoute *
find_route (WaxsealPracticeCall *call)
{
  const WaxsealPracticeRoute *tables[] = {
    waxseal_practice_identity_routes, waxseal_practice_graph_routes,
    waxseal_practice_exchange_routes, waxseal_practice_cres_routes,
    waxseal_practice_control_routes,
  };
  const WaxsealPracticeRoute *route = NULL;
  gsize i;

  for (i = 0; i < G_N_ELEMENTS (tables) && route == NULL; i++)
    route = waxseal_practice_route_find (tables[i], call);
  return route;
}

static gboolean
is_control (const WaxsealPracticeRoute *route)
{
  const WaxsealPracticeRoute *row;

  for (row = waxseal_practice_control_routes; row->method != NULL; row++)
    if (row == route)
      return TRUE;
  return FALSE;
}

/* As Graph words it for its own addresses. */
static void
answer_stranger (WaxsealPracticeCall *call)
{
  g_autofree char *message = NULL;
  guint n = call->path != NULL ? g_strv_length (call->path) : 0;

  message =
    g_strdup_printf ("Resource not found for the segment '%s'.", n > 0 ? call->path[n - 1] : "");
  if (n > 1 && g_str_equal (call->path[0], "v1.0"))
    waxseal_practice_call_fail (call, 400, "BadRequest", message);
  else
    waxseal_practice_call_fail (call, 404, "ResourceNotFound", message);
}

static void
save_state (Service *service)
{
  g_autoptr (JsonNode) state = waxseal_practice_tenant_save (service->tenant);
  g_autofree char *json = json_to_string (state, FALSE);
  g_autoptr (GError) error = NULL;

  if (!g_file_set_contents_full (
        service->state_file, json, -1, G_FILE_SET_CONTENTS_CONSISTENT, 0600, &error))
    g_warning ("The practice tenant’s state was not saved: %s", error->message);
}

static void
proceed_with (WaxsealPracticeCall *call, Service *service)
{
  const WaxsealPracticeRoute *route = find_route (call);

  if (route == NULL)
    answer_stranger (call);
  else if (waxseal_practice_route_check_rights (route, call))
    route->handle (call);
  if (route == NULL || !is_control (route))
    waxseal_practice_faults_after (call->faults, call, call->route != NULL ? call->route : "");
  if (service->state_file != NULL && call->method != SOUP_METHOD_GET)
    save_state (service);
  g_debug ("practice: %s %u", call->route != NULL ? call->route : call->method, call->status);
}

static void
proceed (WaxsealPracticeCall *call)
{
  proceed_with (call, call->service);
}

static void
date_reply (WaxsealPracticeCall *call)
{
  g_autoptr (GDateTime) now =
    g_date_time_new_from_unix_utc (waxseal_practice_tenant_get_now (call->tenant));
  g_autofree char *date = soup_date_time_to_string (now, SOUP_DATE_HTTP);

  soup_message_headers_replace (soup_server_message_get_response_headers (call->message),
                                "Date",
                                date);
}

/*
 * Over plain HTTP a name that merely leads here (DNS rebinding) is refused, so that no web page can
 * use the practice tenant through its reader's browser. With a certificate any name will do: a
 * hosts file may lead Microsoft's names here.
 */
static gboolean
is_host_welcome (WaxsealPracticeCall *call)
{
  g_autoptr (GUri) uri = g_uri_parse (call->host, G_URI_FLAGS_NONE, NULL);
  const char *host = uri != NULL ? g_uri_get_host (uri) : NULL;

  if (host == NULL)
    return FALSE;
  return g_str_equal (g_uri_get_scheme (uri), "https") || g_str_equal (host, "127.0.0.1") ||
         g_str_equal (host, "::1") || g_ascii_strcasecmp (host, "localhost") == 0;
}

static void
server_cb (SoupServer *soup,
           SoupServerMessage *message,
           const char *path,
           GHashTable *query,
           gpointer user_data)
{
  Service *service = user_data;
  g_autoptr (WaxsealPracticeCall) call = NULL;
  const WaxsealPracticeRoute *route;

  if (g_object_get_data (G_OBJECT (message), TOO_BIG) != NULL)
    {
      soup_server_message_set_status (message, 413, NULL);
      return;
    }
  call = waxseal_practice_call_new (message);
  call->tenant = g_object_ref (service->tenant);
  call->identity = service->identity;
  call->faults = service->faults;
  call->cres = service->cres;
  call->service = service;
  call->proceed = proceed;
  date_reply (call);
  if (!is_host_welcome (call))
    {
      waxseal_practice_call_fail (call, 421, "BadRequest", "Not a name of the practice tenant.");
      return;
    }
  route = find_route (call);
  if ((route == NULL || !is_control (route)) &&
      waxseal_practice_faults_before (call->faults, call, call->route != NULL ? call->route : ""))
    return;
  proceed (call);
}

/* A body that tells its size is refused before it is read. */
static void
early_cb (SoupServer *soup,
          SoupServerMessage *message,
          const char *path,
          GHashTable *query,
          gpointer user_data)
{
  SoupMessageHeaders *headers = soup_server_message_get_request_headers (message);

  if (soup_message_headers_get_encoding (headers) == SOUP_ENCODING_CONTENT_LENGTH &&
      soup_message_headers_get_content_length (headers) > MAX_BODY)
    soup_server_message_set_status (message, 413, NULL);
}

/* One that does not is dropped from where it is too big. */
static void
chunk_cb (SoupServerMessage *message, GBytes *chunk, gpointer user_data)
{
  SoupMessageBody *body = soup_server_message_get_request_body (message);

  if (body->length <= MAX_BODY)
    return;
  g_object_set_data (G_OBJECT (message), TOO_BIG, message);
  soup_message_body_truncate (body);
  soup_message_body_set_accumulate (body, FALSE);
}

static void
started_cb (SoupServer *soup, SoupServerMessage *message, gpointer user_data)
{
  g_signal_connect (message, "got-chunk", G_CALLBACK (chunk_cb), NULL);
}

static guint16
get_port (SoupServer *soup)
{
  g_autoslist (GUri) uris = soup_server_get_uris (soup);

  return uris != NULL ? g_uri_get_port (uris->data) : 0;
}

/* On both loopback addresses, since "localhost" may be either; the second may not exist. */
static gboolean
listen_once (SoupServer *soup, guint16 port, SoupServerListenOptions options, GError **error)
{
  g_autoptr (GSocketAddress) v4 = g_inet_socket_address_new_from_string ("127.0.0.1", port);
  g_autoptr (GSocketAddress) v6 = NULL;
  g_autoptr (GError) local = NULL;

  if (!soup_server_listen (soup, v4, options, error))
    return FALSE;
  v6 = g_inet_socket_address_new_from_string ("::1", get_port (soup));
  if (soup_server_listen (soup, v6, options, &local) ||
      !g_error_matches (local, G_IO_ERROR, G_IO_ERROR_ADDRESS_IN_USE))
    return TRUE;
  g_propagate_error (error, g_steal_pointer (&local));
  return FALSE;
}

/* A port that was free on the one address may be taken on the other: then it is another's turn. */
static gboolean
listen_on (SoupServer *soup, guint16 port, gboolean tls, GError **error)
{
  SoupServerListenOptions options = tls ? SOUP_SERVER_LISTEN_HTTPS : 0;
  guint tries;

  for (tries = 1; port == 0 && tries < MAX_TRIES; tries++)
    {
      if (listen_once (soup, 0, options, NULL))
        return TRUE;
      soup_server_disconnect (soup);
    }
  return listen_once (soup, port, options, error);
}

static SoupServer *
make_soup (WaxsealPracticeServer *self, Service *service)
{
  SoupServer *soup = soup_server_new ("tls-certificate", self->certificate, NULL);

  g_signal_connect (soup, "request-started", G_CALLBACK (started_cb), NULL);
  soup_server_add_early_handler (soup, NULL, early_cb, NULL, NULL);
  soup_server_add_handler (soup, NULL, server_cb, service, NULL);
  return soup;
}

static gboolean
load_state (Service *service, GError **error)
{
  g_autoptr (JsonParser) parser = json_parser_new ();

  if (service->state_file == NULL || !g_file_test (service->state_file, G_FILE_TEST_EXISTS))
    return TRUE;
  return json_parser_load_from_file (parser, service->state_file, error) &&
         waxseal_practice_tenant_load (service->tenant, json_parser_get_root (parser), error);
}

static void
tell_started (WaxsealPracticeServer *self, SoupServer *soup, GError *error)
{
  g_autoptr (GMutexLocker) locker = g_mutex_locker_new (&self->lock);

  self->error = error;
  self->port = error == NULL ? get_port (soup) : 0;
  self->started = TRUE;
  g_cond_signal (&self->started_cond);
}

/* The Graph people are made, and the key, on this thread: both take a moment. */
static gpointer
run_thread (gpointer data)
{
  WaxsealPracticeServer *self = data;
  GMainContext *context = g_main_loop_get_context (self->loop);
  Service service = { .state_file = self->state_file };
  g_autoptr (SoupServer) soup = NULL;
  GError *error = NULL;

  g_main_context_push_thread_default (context);
  service.tenant = waxseal_practice_tenant_new (self->n_people);
  service.identity = waxseal_practice_identity_new ();
  service.faults = waxseal_practice_faults_new ();
  service.cres = waxseal_practice_cres_new ();
  soup = make_soup (self, &service);
  if ((self->script == NULL ||
       waxseal_practice_faults_read (service.faults, self->script, &error)) &&
      load_state (&service, &error))
    listen_on (soup, self->port, self->certificate != NULL, &error);
  tell_started (self, soup, error);
  if (error == NULL)
    g_main_loop_run (self->loop);
  soup_server_disconnect (soup);
  while (g_main_context_iteration (context, FALSE))
    ;
  g_clear_object (&soup);
  waxseal_practice_cres_free (service.cres);
  g_object_unref (service.faults);
  waxseal_practice_identity_free (service.identity);
  g_object_unref (service.tenant);
  g_main_context_pop_thread_default (context);
  return NULL;
}

static gboolean
quit_cb (gpointer data)
{
  g_main_loop_quit (data);
  return G_SOURCE_REMOVE;
}

static void
waxseal_practice_server_dispose (GObject *object)
{
  waxseal_practice_server_stop (WAXSEAL_PRACTICE_SERVER (object));
  G_OBJECT_CLASS (waxseal_practice_server_parent_class)->dispose (object);
}

static void
waxseal_practice_server_finalize (GObject *object)
{
  WaxsealPracticeServer *self = WAXSEAL_PRACTICE_SERVER (object);

  g_clear_object (&self->certificate);
  g_free (self->state_file);
  g_clear_pointer (&self->script, json_node_unref);
  g_free (self->base);
  g_mutex_clear (&self->lock);
  g_cond_clear (&self->started_cond);
  G_OBJECT_CLASS (waxseal_practice_server_parent_class)->finalize (object);
}

static void
waxseal_practice_server_class_init (WaxsealPracticeServerClass *klass)
{
  G_OBJECT_CLASS (klass)->dispose = waxseal_practice_server_dispose;
  G_OBJECT_CLASS (klass)->finalize = waxseal_practice_server_finalize;
}

static void
waxseal_practice_server_init (WaxsealPracticeServer *self)
{
  g_mutex_init (&self->lock);
  g_cond_init (&self->started_cond);
}

/**
 * waxseal_practice_server_new:
 * @n_people: how many users the tenant has
 *
 * Returns: (transfer full): a practice tenant that nobody can reach yet
 */
WaxsealPracticeServer *
waxseal_practice_server_new (guint n_people)
{
  WaxsealPracticeServer *self = g_object_new (WAXSEAL_TYPE_PRACTICE_SERVER, NULL);

  /* Before there is a second thread that may read XML. */
  xmlInitParser ();
  self->n_people = n_people;
  return self;
}

/** waxseal_practice_server_set_certificate: serves HTTPS; before start */
void
waxseal_practice_server_set_certificate (WaxsealPracticeServer *self, GTlsCertificate *certificate)
{
  g_set_object (&self->certificate, certificate);
}

/** waxseal_practice_server_set_state_file: keeps the tenant in @path; before start */
void
waxseal_practice_server_set_state_file (WaxsealPracticeServer *self, const char *path)
{
  g_free (self->state_file);
  self->state_file = g_strdup (path);
}

/** waxseal_practice_server_set_script: faults to begin with (waxseal-practice-faults.h); before
 * start
 */
void
waxseal_practice_server_set_script (WaxsealPracticeServer *self, JsonNode *script)
{
  g_clear_pointer (&self->script, json_node_unref);
  self->script = json_node_ref (script);
}

/**
 * waxseal_practice_server_start:
 * @port: 0 for any that is free
 * @error: %G_IO_ERROR where the port is taken or the script no good; %G_FILE_ERROR,
 *   %JSON_PARSER_ERROR or the tenant's where the state file is no good
 *
 * Returns once the practice tenant answers, with a main context of its own.
 */
gboolean
waxseal_practice_server_start (WaxsealPracticeServer *self, guint16 port, GError **error)
{
  g_autoptr (GMainContext) context = g_main_context_new ();

  g_return_val_if_fail (self->thread == NULL, FALSE);
  self->loop = g_main_loop_new (context, FALSE);
  self->port = port;
  self->started = FALSE;
  self->thread = g_thread_new ("practice-tenant", run_thread, self);
  g_mutex_lock (&self->lock);
  while (!self->started)
    g_cond_wait (&self->started_cond, &self->lock);
  g_mutex_unlock (&self->lock);
  if (self->error != NULL)
    {
      waxseal_practice_server_stop (self);
      g_propagate_error (error, g_steal_pointer (&self->error));
      return FALSE;
    }
  self->base = self->certificate != NULL ? g_strdup_printf ("https://localhost:%u", self->port)
                                         : g_strdup_printf ("http://127.0.0.1:%u", self->port);
  return TRUE;
}

/** waxseal_practice_server_stop: returns once nothing of it is left; harmless where it is stopped
 */
void
waxseal_practice_server_stop (WaxsealPracticeServer *self)
{
  if (self->thread == NULL)
    return;
  g_main_context_invoke (g_main_loop_get_context (self->loop), quit_cb, self->loop);
  g_thread_join (g_steal_pointer (&self->thread));
  g_clear_pointer (&self->loop, g_main_loop_unref);
  g_clear_pointer (&self->base, g_free);
}

/** waxseal_practice_server_get_base: Returns: (nullable): its address, without a slash at the end
 */
const char *
waxseal_practice_server_get_base (WaxsealPracticeServer *self)
{
  return self->base;
}
