/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Where requests go, and what goes along: plain HTTP, and redirects. */
#include <string.h>

#include "http-fixture.h"
#include "waxseal-error.h"
#include "waxseal-http-address.h"

typedef struct
{
  const char *uri;
  gboolean really;
  gboolean in_practice;
} Row;

static const Row rows[] = {
  { "https://graph.microsoft.com/v1.0/me", TRUE, TRUE },
  { "HTTPS://graph.microsoft.com/", TRUE, TRUE },
  { "http://graph.microsoft.com/", FALSE, FALSE },
  { "http://127.0.0.1:8080/", FALSE, TRUE },
  { "http://127.1.2.3/", FALSE, TRUE },
  { "http://localhost:1/", FALSE, TRUE },
  { "http://[::1]:1/", FALSE, TRUE },
  { "http://192.168.0.1/", FALSE, FALSE },
  { "http://localhost.example.com/", FALSE, FALSE },
  { "http://127.0.0.1.example.com/", FALSE, FALSE },
  { "ftp://127.0.0.1/", FALSE, FALSE },
  { "file:///etc/passwd", FALSE, FALSE },
};

static void
test_allowed (void)
{
  for (guint i = 0; i < G_N_ELEMENTS (rows); i++)
    {
      g_autoptr (GUri) uri = g_uri_parse (rows[i].uri, SOUP_HTTP_URI_FLAGS, NULL);

      g_test_message ("%s", rows[i].uri);
      g_assert_cmpint (waxseal_http_address_is_allowed (uri, FALSE), ==, rows[i].really);
      g_assert_cmpint (waxseal_http_address_is_allowed (uri, TRUE), ==, rows[i].in_practice);
    }
}

static void
test_same_origin (void)
{
  const struct
  {
    const char *a;
    const char *b;
    gboolean is_same;
  } pairs[] = {
    { "https://graph.microsoft.com/a", "https://Graph.Microsoft.com:443/b", TRUE },
    { "https://graph.microsoft.com", "https://graph.microsoft.com:8443", FALSE },
    { "https://graph.microsoft.com", "http://graph.microsoft.com", FALSE },
    { "https://graph.microsoft.com", "https://graph.microsoft.com.example.com", FALSE },
    { "https://graph.microsoft.com", "https://graph.microsoft.com@example.com", FALSE },
  };

  for (guint i = 0; i < G_N_ELEMENTS (pairs); i++)
    {
      g_autoptr (GUri) a = g_uri_parse (pairs[i].a, SOUP_HTTP_URI_FLAGS, NULL);
      g_autoptr (GUri) b = g_uri_parse (pairs[i].b, SOUP_HTTP_URI_FLAGS, NULL);

      g_assert_cmpint (waxseal_http_address_is_same_origin (a, b), ==, pairs[i].is_same);
    }
}

static void
handle_nothing (HttpFixture *fixture, SoupServerMessage *message)
{
  g_assert_not_reached ();
}

static void
assert_plain (WaxsealHttp *http, const char *method, const char *uri)
{
  g_autoptr (WaxsealHttpRequest) request = waxseal_http_request_new (method, uri);
  g_autoptr (GError) error = NULL;

  g_assert_null (http_fixture_send (http, request, NULL, &error));
  g_assert_error (error, WAXSEAL_ERROR, WAXSEAL_ERROR_PLAIN_HTTP);
}

static void
test_plain (HttpFixture *fixture, gconstpointer unused)
{
  g_autoptr (WaxsealHttp) http = waxseal_http_new (FALSE);

  assert_plain (http, "GET", fixture->base);
  assert_plain (http, "POST", fixture->base);
  assert_plain (fixture->http, "GET", "http://192.0.2.1/");
  assert_plain (fixture->http, "POST", "no address");
}

static void
handle_empty (HttpFixture *fixture, SoupServerMessage *message)
{
  http_fixture_reply (message, SOUP_STATUS_OK, "{}");
}

/* The proxy of the network, at a port where nobody answers, is not asked for practice. */
static void
test_past_proxy (void)
{
  HttpFixture fixture = { 0 };
  g_autoptr (WaxsealHttpRequest) request = NULL;
  g_autoptr (WaxsealHttpReply) reply = NULL;
  g_autoptr (GError) error = NULL;

  if (!g_test_subprocess ())
    {
      g_test_trap_subprocess (NULL, 0, 0);
      g_test_trap_assert_passed ();
      return;
    }
  g_unsetenv ("no_proxy");
  g_setenv ("http_proxy", "http://127.0.0.1:9", TRUE);
  http_fixture_set_up (&fixture, handle_empty);
  request = http_fixture_request (&fixture, "GET", "/");
  reply = http_fixture_send (fixture.http, request, NULL, &error);
  g_assert_no_error (error);
  g_assert_cmpuint (fixture.n_requests, ==, 1);
  http_fixture_tear_down (&fixture, NULL);
}

typedef struct
{
  guint status;
  const char *method;
  const char *location; /* %u is the port */
  int code;             /* -1: it arrives */
  guint final_status;
  guint n_requests;
  gboolean has_token; /* at the end */
} Redirect;

static const Redirect redirects[] = {
  { 302, "GET", "/there", -1, 200, 2, TRUE },
  { 301, "GET", "/there", -1, 200, 2, TRUE },
  { 307, "GET", "/there", -1, 200, 2, TRUE },
  { 308, "GET", "/there", -1, 200, 2, TRUE },
  { 302, "GET", "http://localhost:%u/there", -1, 200, 2, FALSE },
  { 302, "GET", "http://192.0.2.1/there", WAXSEAL_ERROR_PLAIN_HTTP, 0, 1, FALSE },
  { 302, "GET", "file:///etc/passwd", WAXSEAL_ERROR_PLAIN_HTTP, 0, 1, FALSE },
  { 302, "GET", NULL, WAXSEAL_ERROR_BAD_REPLY, 0, 1, FALSE },
  { 302, "GET", "/", WAXSEAL_ERROR_BAD_REPLY, 0, 6, FALSE },
  { 302, "POST", "/there", -1, 302, 1, FALSE },
  { 307, "PATCH", "/there", -1, 307, 1, FALSE },
};

static void
handle_redirect (HttpFixture *fixture, SoupServerMessage *message)
{
  const Redirect *redirect = fixture->data;
  SoupMessageHeaders *sent = soup_server_message_get_request_headers (message);
  SoupMessageHeaders *headers = soup_server_message_get_response_headers (message);
  GUri *uri = soup_server_message_get_uri (message);
  g_autofree char *port = g_strdup_printf ("%d", g_uri_get_port (uri));
  g_auto (GStrv) parts = NULL;
  g_autofree char *location = NULL;

  if (g_str_equal (g_uri_get_path (uri), "/there"))
    {
      g_assert_cmpint (soup_message_headers_get_one (sent, "Authorization") != NULL,
                       ==,
                       redirect->has_token);
      http_fixture_reply (message, 200, "{}");
      return;
    }
  g_assert_nonnull (soup_message_headers_get_one (sent, "Authorization"));
  if (redirect->location != NULL)
    {
      parts = g_strsplit (redirect->location, "%u", -1);
      location = g_strjoinv (port, parts);
      soup_message_headers_append (headers, "Location", location);
    }
  http_fixture_reply (message, redirect->status, "{}");
}

static void
test_redirect (gconstpointer data)
{
  const Redirect *redirect = data;
  HttpFixture fixture = { .data = redirect };
  g_autoptr (SecretValue) token = secret_value_new ("token", -1, "text/plain");
  g_autoptr (WaxsealHttpRequest) request = NULL;
  g_autoptr (WaxsealHttpReply) reply = NULL;
  g_autoptr (GError) error = NULL;

  http_fixture_set_up (&fixture, handle_redirect);
  request = http_fixture_request (&fixture, redirect->method, "/");
  waxseal_http_request_set_bearer (request, token);
  reply = http_fixture_send (fixture.http, request, NULL, &error);
  if (redirect->code >= 0)
    g_assert_error (error, WAXSEAL_ERROR, redirect->code);
  else
    {
      g_assert_no_error (error);
      g_assert_cmpuint (waxseal_http_reply_get_status (reply), ==, redirect->final_status);
    }
  g_assert_cmpuint (fixture.n_requests, ==, redirect->n_requests);
  http_fixture_tear_down (&fixture, NULL);
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/http-address/allowed", test_allowed);
  g_test_add_func ("/http-address/same-origin", test_same_origin);
  g_test_add_func ("/http-address/past-proxy", test_past_proxy);
  g_test_add ("/http-address/plain",
              HttpFixture,
              handle_nothing,
              http_fixture_set_up,
              test_plain,
              http_fixture_tear_down);
  for (guint i = 0; i < G_N_ELEMENTS (redirects); i++)
    {
      g_autofree char *name = g_strdup_printf ("/http-address/redirect/%u", i);

      g_test_add_data_func (name, &redirects[i], test_redirect);
    }
  return g_test_run ();
}
