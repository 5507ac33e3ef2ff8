/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What a visitor sends, how it ends, and where it does not go. */
#include <string.h>

#include "http-fixture.h"
#include "tls-fixture.h"
#include "waxseal-http-visitor.h"

#define LIMIT (64 * 1024)

/** Site: a server, over TLS or without, that answers by the path. */
typedef struct
{
  TlsFixture tls;
  SoupServer *server;
  char *base;
  guint n_requests;
  guint n_connections;
  gsize n_written;
  char *headers; /* of the last request */
} Site;

/** Page: what is answered at a path; the header takes the site's own address for a “%s”. */
typedef struct
{
  const char *path;
  guint status;
  const char *header;
  const char *value;
} Page;

static const Page pages[] = {
  { "/fine", 200, "Cache-Control", "no-store" },
  { "/cookie", 302, "Location", "/fine" },
  { "/missing", 404, "X-Nothing", "to see" },
  { "/broken", 500, "X-Nothing", "to see" },
  { "/sign-in", 401, "WWW-Authenticate", "Basic realm=\"x\"" },
  { "/moved", 301, "Location", "/fine" },
  { "/moved-twice", 307, "Location", "%s/moved" },
  { "/plain", 302, "Location", "http://localhost/fine" },
  { "/round", 302, "Location", "/round" },
  { "/nowhere", 302, "X-Nothing", "to see" },
  { "/user", 302, "Location", "https://me:it@localhost/fine" },
  { "/file", 302, "Location", "file:///etc/passwd" },
  { "/out", 302, "Location", "https://www.example.com/" },
  { "/other-net", 302, "Location", "https://10.255.255.1/" },
};

static void
note_header_cb (const char *name, const char *value, gpointer user_data)
{
  g_string_append_printf (user_data, "%s: %s\n", name, value);
}

static void
wrote_cb (SoupServerMessage *message, guint n_bytes, gpointer user_data)
{
  ((Site *) user_data)->n_written += n_bytes;
}

/* A body of 32 MB, which nobody needs. */
static void
send_much (Site *site, SoupServerMessage *message)
{
  static char block[1 << 20];
  SoupMessageBody *body = soup_server_message_get_response_body (message);

  g_signal_connect (message, "wrote-body-data", G_CALLBACK (wrote_cb), site);
  soup_server_message_set_status (message, 200, NULL);
  soup_message_headers_set_encoding (soup_server_message_get_response_headers (message),
                                     SOUP_ENCODING_CHUNKED);
  for (guint i = 0; i < 32; i++)
    soup_message_body_append (body, SOUP_MEMORY_STATIC, block, sizeof block);
}

static void
send_page (Site *site, SoupServerMessage *message, const Page *page)
{
  SoupMessageHeaders *headers = soup_server_message_get_response_headers (message);
  g_auto (GStrv) parts = g_strsplit (page->value, "%s", 2);
  g_autofree char *value = g_strjoinv (site->base, parts);

  soup_server_message_set_status (message, page->status, NULL);
  soup_message_headers_append (headers, page->header, value);
  soup_message_headers_append (headers, "Set-Cookie", "a=b; Path=/");
  soup_server_message_set_response (
    message, "text/html; charset=utf-8", SOUP_MEMORY_STATIC, "<p>hello", 8);
}

static void
handle_cb (SoupServer *server,
           SoupServerMessage *message,
           const char *path,
           GHashTable *query,
           gpointer user_data)
{
  Site *site = user_data;
  GString *headers = g_string_new (NULL);

  site->n_requests++;
  soup_message_headers_foreach (soup_server_message_get_request_headers (message),
                                note_header_cb,
                                headers);
  g_free (site->headers);
  site->headers = g_string_free (headers, FALSE);
  if (g_str_equal (path, "/silent"))
    {
      soup_server_message_pause (message);
      return;
    }
  if (g_str_equal (path, "/much"))
    {
      send_much (site, message);
      return;
    }
  for (guint i = 0; i < G_N_ELEMENTS (pages); i++)
    if (g_str_equal (path, pages[i].path))
      send_page (site, message, &pages[i]);
}

static void
started_cb (SoupServer *server, SoupServerMessage *message, gpointer user_data)
{
  ((Site *) user_data)->n_connections++;
}

static void
open_server (Site *site, GTlsCertificate *certificate)
{
  g_autofree char *address = NULL;
  g_autoptr (GUri) uri = NULL;

  site->server = soup_server_new ("tls-certificate", certificate, NULL);
  soup_server_add_handler (site->server, NULL, handle_cb, site, NULL);
  g_signal_connect (site->server, "request-started", G_CALLBACK (started_cb), site);
  address = http_fixture_listen (site->server, certificate != NULL);
  uri = g_uri_parse (address, G_URI_FLAGS_NONE, NULL);
  site->base = g_strdup_printf ("%s://localhost:%d", g_uri_get_scheme (uri), g_uri_get_port (uri));
}

/* FALSE where the test is skipped. */
static gboolean
set_up (Site *site, const char *names, int days)
{
  if (!tls_fixture_set_up (&site->tls, names, days))
    return FALSE;
  open_server (site, site->tls.certificate);
  return TRUE;
}

static void
tear_down (Site *site)
{
  soup_server_disconnect (site->server);
  g_clear_object (&site->server);
  g_free (site->base);
  g_free (site->headers);
  if (site->tls.folder != NULL)
    tls_fixture_tear_down (&site->tls);
}

static WaxsealVisitAnswer *
ask (WaxsealHttpVisitor *visitor, const char *address, GCancellable *cancellable, GError **error)
{
  g_autoptr (GAsyncResult) result = NULL;

  waxseal_http_visitor_visit_async (
    visitor, address, LIMIT, cancellable, http_fixture_store_result_cb, &result);
  while (result == NULL)
    g_main_context_iteration (NULL, TRUE);
  return waxseal_http_visitor_visit_finish (visitor, result, error);
}

static WaxsealVisitAnswer *
visit (Site *site, const char *path)
{
  g_autoptr (WaxsealHttpVisitor) visitor = waxseal_http_visitor_new (TRUE);
  g_autofree char *address = g_strconcat (site->base, path, NULL);
  g_autoptr (GError) error = NULL;
  WaxsealVisitAnswer *answer = ask (visitor, address, NULL, &error);

  g_assert_no_error (error);
  g_test_message (
    "%s: %d, %u, %s, %s", path, answer->end, answer->status, answer->address, answer->details);
  return answer;
}

static void
test_answers (void)
{
  static const struct
  {
    const char *path;
    WaxsealVisitEnd end;
    guint status;
    const char *where;
    guint n_requests;
  } cases[] = {
    { "/fine", WAXSEAL_VISIT_ANSWERED, 200, "/fine", 1 },
    { "/missing", WAXSEAL_VISIT_ANSWERED, 404, "/missing", 1 },
    { "/broken", WAXSEAL_VISIT_ANSWERED, 500, "/broken", 1 },
    { "/sign-in", WAXSEAL_VISIT_ANSWERED, 401, "/sign-in", 1 },
    { "/moved", WAXSEAL_VISIT_ANSWERED, 200, "/fine", 2 },
    { "/moved-twice", WAXSEAL_VISIT_ANSWERED, 200, "/fine", 3 },
    { "/plain", WAXSEAL_VISIT_PLAIN, 0, NULL, 1 },
    { "/file", WAXSEAL_VISIT_PLAIN, 0, NULL, 1 },
    { "/round", WAXSEAL_VISIT_LOST, 0, "/round", 6 },
    { "/nowhere", WAXSEAL_VISIT_LOST, 0, "/nowhere", 1 },
    { "/user", WAXSEAL_VISIT_LOST, 0, NULL, 1 },
    { "/out", WAXSEAL_VISIT_OUTSIDE, 0, NULL, 1 },
    { "/other-net", WAXSEAL_VISIT_OUTSIDE, 0, NULL, 1 },
  };
  Site site = { 0 };

  if (!set_up (&site, "DNS:localhost", 2))
    return;
  tls_fixture_trust (&site.tls);
  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autoptr (WaxsealVisitAnswer) answer = NULL;

      site.n_requests = 0;
      answer = visit (&site, cases[i].path);
      g_assert_cmpint (answer->end, ==, cases[i].end);
      g_assert_cmpuint (answer->status, ==, cases[i].status);
      g_assert_cmpuint (site.n_requests, ==, cases[i].n_requests);
      if (cases[i].where != NULL)
        g_assert_true (g_str_has_suffix (answer->address, cases[i].where));
      g_assert_cmpint (answer->body != NULL, ==, answer->status == 200);
    }
  tear_down (&site);
}

static void
test_reply (void)
{
  Site site = { 0 };
  g_autoptr (WaxsealVisitAnswer) answer = NULL;

  if (!set_up (&site, "DNS:localhost", 2))
    return;
  tls_fixture_trust (&site.tls);
  answer = visit (&site, "/fine");
  g_assert_cmpstr (answer->content_type, ==, "text/html");
  g_assert_cmpstr (answer->caching, ==, "no-store");
  g_assert_cmpuint (g_bytes_get_size (answer->body), ==, 8);
  g_assert_false (answer->is_cut);
  tear_down (&site);
}

/* Nothing of the user's goes out: no cookie that was set, no credential, no referrer. */
static void
test_headers (void)
{
  static const char *const never[] = { "Cookie", "Authorization", "Referer", "Accept-Language" };
  Site site = { 0 };

  open_server (&site, NULL);
  for (guint i = 0; i < 2; i++)
    {
      g_autoptr (WaxsealVisitAnswer) answer = visit (&site, "/cookie");

      g_assert_cmpuint (answer->status, ==, 200);
      for (guint j = 0; j < G_N_ELEMENTS (never); j++)
        g_assert_null (strstr (site.headers, never[j]));
    }
  g_assert_nonnull (strstr (site.headers, "User-Agent: Waxseal/"));
  tear_down (&site);
}

static void
test_limit (void)
{
  Site site = { 0 };
  g_autoptr (WaxsealVisitAnswer) answer = NULL;

  open_server (&site, NULL);
  answer = visit (&site, "/much");
  g_assert_true (answer->is_cut);
  g_assert_cmpuint (g_bytes_get_size (answer->body), ==, LIMIT);
  while (g_main_context_iteration (NULL, FALSE))
    continue;
  /* What is in the pipes, but not the 32 MB. */
  g_assert_cmpuint (site.n_written, <, 16 << 20);
  tear_down (&site);
}

static void
test_slow (void)
{
  Site site = { 0 };
  g_autoptr (WaxsealHttpVisitor) visitor = waxseal_http_visitor_new (TRUE);
  g_autoptr (WaxsealVisitAnswer) answer = NULL;
  g_autofree char *address = NULL;

  open_server (&site, NULL);
  address = g_strconcat (site.base, "/silent", NULL);
  waxseal_http_visitor_set_time_limit (visitor, 100);
  answer = ask (visitor, address, NULL, NULL);
  g_assert_cmpint (answer->end, ==, WAXSEAL_VISIT_SLOW);
  g_assert_cmpuint (site.n_requests, ==, 1);
  tear_down (&site);
}

static gboolean
cancel_cb (gpointer user_data)
{
  g_cancellable_cancel (user_data);
  return G_SOURCE_REMOVE;
}

static void
test_cancelled (void)
{
  Site site = { 0 };
  g_autoptr (WaxsealHttpVisitor) visitor = waxseal_http_visitor_new (TRUE);
  g_autoptr (GCancellable) cancellable = g_cancellable_new ();
  g_autofree char *address = NULL;

  open_server (&site, NULL);
  address = g_strconcat (site.base, "/silent", NULL);
  g_timeout_add (50, cancel_cb, cancellable);
  for (guint i = 0; i < 2; i++)
    {
      g_autoptr (GError) error = NULL;

      g_assert_null (ask (visitor, address, cancellable, &error));
      g_assert_error (error, G_IO_ERROR, G_IO_ERROR_CANCELLED);
    }
  tear_down (&site);
}

static void
test_certificates (void)
{
  static const struct
  {
    const char *names;
    int days;
    gboolean is_trusted;
    GTlsCertificateFlags flag;
  } cases[] = {
    { "DNS:localhost", 2, FALSE, G_TLS_CERTIFICATE_UNKNOWN_CA },
    { "DNS:localhost", -1, TRUE, G_TLS_CERTIFICATE_EXPIRED },
    { "DNS:www.example.com", 2, TRUE, G_TLS_CERTIFICATE_BAD_IDENTITY },
  };

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      Site site = { 0 };
      g_autoptr (WaxsealVisitAnswer) answer = NULL;

      if (!set_up (&site, cases[i].names, cases[i].days))
        return;
      if (cases[i].is_trusted)
        tls_fixture_trust (&site.tls);
      answer = visit (&site, "/fine");
      g_assert_cmpint (answer->end, ==, WAXSEAL_VISIT_UNTRUSTED);
      g_assert_cmpuint (answer->certificate & cases[i].flag, !=, 0);
      g_assert_cmpuint (site.n_requests, ==, 0);
      tear_down (&site);
    }
}

static gboolean
incoming_cb (GSocketService *service,
             GSocketConnection *connection,
             GObject *source,
             gpointer user_data)
{
  (*(guint *) user_data)++;
  return TRUE;
}

/* A real organisation's visitor does not even knock at this computer, by whatever name. */
static void
test_private (void)
{
  static const char *const hosts[] = {
    "localhost", "127.0.0.1", "[::1]", "[::ffff:127.0.0.1]", "2130706433", "10.255.255.1",
  };
  g_autoptr (GSocketService) service = g_socket_service_new ();
  g_autoptr (WaxsealHttpVisitor) visitor = waxseal_http_visitor_new (FALSE);
  guint n_connections = 0;
  guint16 port = g_socket_listener_add_any_inet_port (G_SOCKET_LISTENER (service), NULL, NULL);

  g_signal_connect (service, "incoming", G_CALLBACK (incoming_cb), &n_connections);
  for (guint i = 0; i < G_N_ELEMENTS (hosts); i++)
    {
      g_autofree char *address = g_strdup_printf ("https://%s:%u/", hosts[i], port);
      g_autoptr (WaxsealVisitAnswer) answer = ask (visitor, address, NULL, NULL);

      g_test_message ("%s", address);
      g_assert_cmpint (answer->end, ==, WAXSEAL_VISIT_PRIVATE);
    }
  while (g_main_context_iteration (NULL, FALSE))
    continue;
  g_assert_cmpuint (n_connections, ==, 0);
}

#define RESOLVER_TYPE (resolver_get_type ())
G_DECLARE_FINAL_TYPE (Resolver, resolver, TEST, RESOLVER, GResolver)

/** Resolver: a name server of somebody who means no good: any name leads to this computer. */
struct _Resolver
{
  GResolver parent_instance;
};

G_DEFINE_FINAL_TYPE (Resolver, resolver, G_TYPE_RESOLVER)

static void
look_up_async (GResolver *resolver,
               const char *name,
               GResolverNameLookupFlags flags,
               GCancellable *cancellable,
               GAsyncReadyCallback callback,
               gpointer user_data)
{
  g_autoptr (GTask) task = g_task_new (resolver, cancellable, callback, user_data);
  GInetAddress *address = g_inet_address_new_loopback (G_SOCKET_FAMILY_IPV4);

  g_task_return_pointer (task, g_list_append (NULL, address), NULL);
}

static GList *
look_up_finish (GResolver *resolver, GAsyncResult *result, GError **error)
{
  return g_task_propagate_pointer (G_TASK (result), error);
}

static void
look_up_plain_async (GResolver *resolver,
                     const char *name,
                     GCancellable *cancellable,
                     GAsyncReadyCallback callback,
                     gpointer user_data)
{
  look_up_async (resolver, name, 0, cancellable, callback, user_data);
}

static void
resolver_class_init (ResolverClass *klass)
{
  GResolverClass *resolver_class = G_RESOLVER_CLASS (klass);

  resolver_class->lookup_by_name_async = look_up_plain_async;
  resolver_class->lookup_by_name_finish = look_up_finish;
  resolver_class->lookup_by_name_with_flags_async = look_up_async;
  resolver_class->lookup_by_name_with_flags_finish = look_up_finish;
}

static void
resolver_init (Resolver *self)
{
}

/* A public name that leads here, too. In a process of its own: GLib has one resolver. */
static void
test_rebound (void)
{
  g_autoptr (GResolver) resolver = NULL;
  g_autoptr (GSocketService) service = NULL;
  g_autoptr (WaxsealHttpVisitor) visitor = NULL;
  g_autoptr (WaxsealVisitAnswer) answer = NULL;
  g_autofree char *address = NULL;
  guint n_connections = 0;

  if (!g_test_subprocess ())
    {
      g_test_trap_subprocess (NULL, 0, 0);
      g_test_trap_assert_passed ();
      return;
    }
  resolver = g_object_new (RESOLVER_TYPE, NULL);
  g_resolver_set_default (resolver);
  service = g_socket_service_new ();
  g_signal_connect (service, "incoming", G_CALLBACK (incoming_cb), &n_connections);
  address =
    g_strdup_printf ("https://www.example.com:%u/",
                     g_socket_listener_add_any_inet_port (G_SOCKET_LISTENER (service), NULL, NULL));
  visitor = waxseal_http_visitor_new (FALSE);
  answer = ask (visitor, address, NULL, NULL);
  g_assert_cmpint (answer->end, ==, WAXSEAL_VISIT_PRIVATE);
  while (g_main_context_iteration (NULL, FALSE))
    continue;
  g_assert_cmpuint (n_connections, ==, 0);
}

static void
test_unreachable (void)
{
  g_autoptr (WaxsealHttpVisitor) visitor = waxseal_http_visitor_new (TRUE);
  static const struct
  {
    const char *address;
    WaxsealVisitEnd end;
  } cases[] = {
    { "http://localhost:1/", WAXSEAL_VISIT_UNREACHABLE },
    { "http://res.cisco.com/", WAXSEAL_VISIT_PLAIN },
    { "https://", WAXSEAL_VISIT_PLAIN },
    { "no address", WAXSEAL_VISIT_PLAIN },
    { "~remoteAppUrl/icon.png", WAXSEAL_VISIT_PLAIN },
    { "https://me@localhost:1/", WAXSEAL_VISIT_LOST },
  };

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autoptr (WaxsealVisitAnswer) answer = ask (visitor, cases[i].address, NULL, NULL);

      g_test_message ("%s: %s", cases[i].address, answer->details);
      g_assert_cmpint (answer->end, ==, cases[i].end);
    }
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/http-visitor/answers", test_answers);
  g_test_add_func ("/http-visitor/reply", test_reply);
  g_test_add_func ("/http-visitor/headers", test_headers);
  g_test_add_func ("/http-visitor/limit", test_limit);
  g_test_add_func ("/http-visitor/slow", test_slow);
  g_test_add_func ("/http-visitor/cancelled", test_cancelled);
  g_test_add_func ("/http-visitor/certificates", test_certificates);
  g_test_add_func ("/http-visitor/private", test_private);
  g_test_add_func ("/http-visitor/rebound", test_rebound);
  g_test_add_func ("/http-visitor/unreachable", test_unreachable);
  return g_test_run ();
}
