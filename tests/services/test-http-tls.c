/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Whom the service trusts, and how it gets out through a company's proxy. */
#include <string.h>

#include "http-fixture.h"
#include "tls-fixture.h"
#include "waxseal-error.h"

#define HOST "graph.example.test"

typedef struct
{
  TlsFixture fixture;
  SoupServer *server;
  char *base; /* by the name "localhost" */
  guint16 port;
  guint n_requests;
  WaxsealHttp *http;
} Tls;

static void
handle_cb (SoupServer *server,
           SoupServerMessage *message,
           const char *path,
           GHashTable *query,
           gpointer user_data)
{
  Tls *tls = user_data;

  tls->n_requests++;
  http_fixture_reply (message, 200, "{}");
}

static gboolean
set_up (Tls *tls)
{
  g_autofree char *address = NULL;
  g_autoptr (GUri) uri = NULL;

  if (!tls_fixture_set_up (&tls->fixture, "DNS:" HOST ",DNS:localhost", 2))
    return FALSE;
  tls->server = soup_server_new ("tls-certificate", tls->fixture.certificate, NULL);
  soup_server_add_handler (tls->server, NULL, handle_cb, tls, NULL);
  address = http_fixture_listen (tls->server, TRUE);
  uri = g_uri_parse (address, G_URI_FLAGS_NONE, NULL);
  tls->port = g_uri_get_port (uri);
  tls->base = g_strdup_printf ("https://localhost:%u", tls->port);
  return TRUE;
}

static void
tear_down (Tls *tls)
{
  g_clear_object (&tls->http);
  soup_server_disconnect (tls->server);
  g_clear_object (&tls->server);
  tls_fixture_tear_down (&tls->fixture);
  g_free (tls->base);
}

static WaxsealHttpReply *
send (Tls *tls, const char *method, const char *uri, GError **error)
{
  g_autoptr (WaxsealHttpRequest) request = waxseal_http_request_new (method, uri);
  g_autoptr (SecretValue) token = secret_value_new ("token", -1, "text/plain");

  if (tls->http == NULL)
    tls->http = waxseal_http_new (FALSE);
  waxseal_http_set_pace (tls->http, 0.001);
  waxseal_http_request_set_bearer (request, token);
  return http_fixture_send (tls->http, request, NULL, error);
}

static void
test_trusted (void)
{
  Tls tls = { 0 };
  g_autoptr (WaxsealHttpReply) reply = NULL;
  g_autoptr (GError) error = NULL;

  if (!set_up (&tls))
    return;
  tls_fixture_trust (&tls.fixture);
  reply = send (&tls, "POST", tls.base, &error);
  g_assert_no_error (error);
  g_assert_cmpuint (waxseal_http_reply_get_status (reply), ==, 200);
  tear_down (&tls);
}

static void
test_untrusted (void)
{
  Tls tls = { 0 };
  g_autoptr (GError) error = NULL;

  if (!set_up (&tls))
    return;
  g_assert_null (send (&tls, "POST", tls.base, &error));
  g_assert_error (error, WAXSEAL_ERROR, WAXSEAL_ERROR_UNTRUSTED);
  g_assert_nonnull (strstr (waxseal_error_get_details (error), "UNKNOWN_CA"));
  g_assert_nonnull (strstr (waxseal_error_get_details (error), "The company"));
  g_assert_cmpuint (tls.n_requests, ==, 0);
  tear_down (&tls);
}

static void
test_other_name (void)
{
  Tls tls = { 0 };
  g_autofree char *uri = NULL;
  g_autoptr (GError) error = NULL;

  if (!set_up (&tls))
    return;
  tls_fixture_trust (&tls.fixture);
  uri = g_strdup_printf ("https://127.0.0.1:%u/", tls.port);
  g_assert_null (send (&tls, "GET", uri, &error));
  g_assert_error (error, WAXSEAL_ERROR, WAXSEAL_ERROR_UNTRUSTED);
  g_assert_nonnull (strstr (waxseal_error_get_details (error), "BAD_IDENTITY"));
  g_assert_cmpuint (tls.n_requests, ==, 0);
  tear_down (&tls);
}

typedef struct
{
  GSocketService *service;
  guint16 port;
  guint16 target; /* where every tunnel ends; 0: none is allowed */
  char *head;
  guint n_tunnels;
  guint n_open;
} Proxy;

static void
spliced_cb (GObject *source, GAsyncResult *result, gpointer user_data)
{
  Proxy *proxy = user_data;

  g_io_stream_splice_finish (result, NULL);
  proxy->n_open--;
}

static void
answer_proxy (Proxy *proxy, GIOStream *client, const char *answer)
{
  g_autoptr (GError) error = NULL;

  g_output_stream_write_all (
    g_io_stream_get_output_stream (client), answer, strlen (answer), NULL, NULL, &error);
  g_assert_no_error (error);
}

static void
got_head_cb (GObject *source, GAsyncResult *result, gpointer user_data)
{
  Proxy *proxy = user_data;
  g_autoptr (GIOStream) client = g_object_steal_data (source, "client");
  g_autoptr (GSocketClient) connector = g_socket_client_new ();
  g_autoptr (GSocketConnection) server = NULL;
  g_autoptr (GError) error = NULL;

  g_free (proxy->head);
  proxy->head =
    g_data_input_stream_read_upto_finish (G_DATA_INPUT_STREAM (source), result, NULL, &error);
  g_assert_no_error (error);
  proxy->n_tunnels++;
  if (proxy->target == 0)
    {
      answer_proxy (proxy, client, "HTTP/1.1 403 No\r\nContent-Length: 0\r\n\r\n");
      return;
    }
  g_socket_client_set_enable_proxy (connector, FALSE);
  server = g_socket_client_connect_to_host (connector, "127.0.0.1", proxy->target, NULL, &error);
  g_assert_no_error (error);
  answer_proxy (proxy, client, "HTTP/1.1 200 OK\r\n\r\n");
  g_io_stream_splice_async (client,
                            G_IO_STREAM (server),
                            G_IO_STREAM_SPLICE_CLOSE_STREAM1 | G_IO_STREAM_SPLICE_CLOSE_STREAM2,
                            G_PRIORITY_DEFAULT,
                            NULL,
                            spliced_cb,
                            proxy);
  proxy->n_open++;
}

static gboolean
incoming_cb (GSocketService *service,
             GSocketConnection *connection,
             GObject *source,
             gpointer user_data)
{
  g_autoptr (GDataInputStream) input =
    g_data_input_stream_new (g_io_stream_get_input_stream (G_IO_STREAM (connection)));

  g_filter_input_stream_set_close_base_stream (G_FILTER_INPUT_STREAM (input), FALSE);
  g_object_set_data_full (G_OBJECT (input), "client", g_object_ref (connection), g_object_unref);
  g_data_input_stream_read_upto_async (
    input, "\r\n\r\n", -1, G_PRIORITY_DEFAULT, NULL, got_head_cb, user_data);
  return TRUE;
}

/* FALSE where the system's proxies are not read from the environment. */
static gboolean
start_proxy (Proxy *proxy)
{
  g_autofree char *address = NULL;
  g_auto (GStrv) proxies = NULL;
  g_autoptr (GError) error = NULL;

  proxy->service = g_socket_service_new ();
  g_signal_connect (proxy->service, "incoming", G_CALLBACK (incoming_cb), proxy);
  proxy->port =
    g_socket_listener_add_any_inet_port (G_SOCKET_LISTENER (proxy->service), NULL, &error);
  g_assert_no_error (error);
  address = g_strdup_printf ("http://127.0.0.1:%u", proxy->port);
  g_unsetenv ("no_proxy");
  g_setenv ("https_proxy", address, TRUE);
  proxies =
    g_proxy_resolver_lookup (g_proxy_resolver_get_default (), "https://" HOST "/", NULL, NULL);
  return proxies != NULL && g_str_has_prefix (proxies[0], address);
}

static void
stop_proxy (Proxy *proxy)
{
  while (proxy->n_open > 0)
    g_main_context_iteration (NULL, TRUE);
  g_socket_service_stop (proxy->service);
  g_object_unref (proxy->service);
  g_free (proxy->head);
}

static gboolean
is_parent (void)
{
  if (g_test_subprocess ())
    return FALSE;
  g_test_trap_subprocess (NULL, 0, 0);
  g_test_trap_assert_passed ();
  return TRUE;
}

static void
test_proxy (void)
{
  Tls tls = { 0 };
  Proxy proxy = { 0 };
  g_autoptr (WaxsealHttpReply) reply = NULL;
  g_autoptr (GError) error = NULL;

  if (is_parent () || !set_up (&tls))
    return;
  if (start_proxy (&proxy))
    {
      tls_fixture_trust (&tls.fixture);
      proxy.target = tls.port;
      reply = send (&tls, "POST", "https://" HOST "/path?query", &error);
      g_assert_no_error (error);
      g_assert_cmpuint (waxseal_http_reply_get_status (reply), ==, 200);
      g_assert_cmpuint (tls.n_requests, ==, 1);
      g_assert_true (g_str_has_prefix (proxy.head, "CONNECT " HOST ":443 HTTP/1."));
      g_assert_null (strstr (proxy.head, "Authorization"));
      g_assert_null (strstr (proxy.head, "path"));
    }
  else
    g_test_skip ("the system's proxy settings are not those of the environment");
  tear_down (&tls);
  stop_proxy (&proxy);
}

/* What the proxy says is not what the service says. */
static void
test_refusing_proxy (void)
{
  Tls tls = { 0 };
  Proxy proxy = { 0 };
  g_autoptr (GError) error = NULL;

  if (is_parent () || !set_up (&tls))
    return;
  if (start_proxy (&proxy))
    {
      tls_fixture_trust (&tls.fixture);
      g_assert_null (send (&tls, "POST", "https://" HOST "/", &error));
      g_assert_error (error, WAXSEAL_ERROR, WAXSEAL_ERROR_OFFLINE);
      g_test_message ("%s", waxseal_error_get_details (error));
      g_assert_cmpuint (tls.n_requests, ==, 0);
      g_assert_cmpuint (proxy.n_tunnels, ==, 4);
    }
  else
    g_test_skip ("the system's proxy settings are not those of the environment");
  tear_down (&tls);
  stop_proxy (&proxy);
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/http-tls/trusted", test_trusted);
  g_test_add_func ("/http-tls/untrusted", test_untrusted);
  g_test_add_func ("/http-tls/other-name", test_other_name);
  g_test_add_func ("/http-tls/proxy", test_proxy);
  g_test_add_func ("/http-tls/refusing-proxy", test_refusing_proxy);
  return g_test_run ();
}
