/* SPDX-License-Identifier: GPL-3.0-or-later */
#define _GNU_SOURCE
#include <net/if.h>
#include <sched.h>
#include <stdio.h>
#include <string.h>
#include <sys/ioctl.h>
#include <sys/socket.h>
#include <unistd.h>

#include "waxseal-error.h"
#include "waxseal-loopback-listener.h"

#define STATE "c3RhdGU-_x"
#define GOOD  "/?code=the%2Dcode&state=" STATE "&session_state=1"

typedef struct
{
  WaxsealLoopbackListener *listener;
  GCancellable *cancellable;
  GAsyncResult *result;
  guint16 port;
} Fixture;

static void
done_cb (GObject *source, GAsyncResult *result, gpointer user_data)
{
  Fixture *fixture = user_data;

  g_assert_null (fixture->result);
  fixture->result = g_object_ref (result);
}

static void
wait_for_browser (Fixture *fixture, guint limit)
{
  waxseal_loopback_listener_wait_async (
    fixture->listener, limit, fixture->cancellable, done_cb, fixture);
}

static void
set_up (Fixture *fixture, gconstpointer limit)
{
  g_autoptr (GError) error = NULL;
  const char *uri;

  fixture->listener = waxseal_loopback_listener_new (STATE, &error);
  g_assert_no_error (error);
  fixture->cancellable = g_cancellable_new ();
  uri = waxseal_loopback_listener_get_redirect_uri (fixture->listener);
  g_assert_true (g_str_has_prefix (uri, "http://localhost:"));
  fixture->port = g_ascii_strtoull (uri + strlen ("http://localhost:"), NULL, 10);
  g_assert_cmpuint (fixture->port, >, 1023);
  wait_for_browser (fixture, GPOINTER_TO_UINT (limit));
}

static void
tear_down (Fixture *fixture, gconstpointer limit)
{
  g_clear_object (&fixture->result);
  g_assert_finalize_object (fixture->listener);
  g_clear_object (&fixture->cancellable);
}

static GSocketConnection *
try_connect (Fixture *fixture, const char *host, GError **error)
{
  g_autoptr (GSocketClient) client = g_socket_client_new ();
  g_autoptr (GSocketAddress) address = g_inet_socket_address_new_from_string (host, fixture->port);

  g_socket_client_set_enable_proxy (client, FALSE);
  return g_socket_client_connect (client, G_SOCKET_CONNECTABLE (address), NULL, error);
}

static GSocketConnection *
connect_to (Fixture *fixture, const char *host)
{
  g_autoptr (GError) error = NULL;
  GSocketConnection *connection = try_connect (fixture, host, &error);

  g_assert_no_error (error);
  return connection;
}

static void
send_text (GSocketConnection *connection, const char *text)
{
  GOutputStream *stream = g_io_stream_get_output_stream (G_IO_STREAM (connection));
  g_autoptr (GError) error = NULL;

  g_output_stream_write_all (stream, text, strlen (text), NULL, NULL, &error);
  g_assert_no_error (error);
}

static void
read_cb (GObject *source, GAsyncResult *result, gpointer user_data)
{
  *(GAsyncResult **) user_data = g_object_ref (result);
}

/* All that comes until the other side closes. */
static char *
receive (GSocketConnection *connection)
{
  GInputStream *stream = g_io_stream_get_input_stream (G_IO_STREAM (connection));
  g_autoptr (GString) text = g_string_new (NULL);
  char buffer[4096];
  gssize length;

  do
    {
      g_autoptr (GAsyncResult) result = NULL;

      g_input_stream_read_async (stream, buffer, sizeof buffer, 0, NULL, read_cb, &result);
      while (result == NULL)
        g_main_context_iteration (NULL, TRUE);
      length = g_input_stream_read_finish (stream, result, NULL);
      g_string_append_len (text, buffer, MAX (length, 0));
    }
  while (length > 0);
  return g_string_free (g_steal_pointer (&text), FALSE);
}

static char *
ask_at (Fixture *fixture, const char *host, const char *method, const char *target)
{
  g_autoptr (GSocketConnection) connection = connect_to (fixture, host);
  g_autofree char *request =
    g_strdup_printf ("%s %s HTTP/1.1\r\nHost: localhost\r\n\r\n", method, target);

  send_text (connection, request);
  return receive (connection);
}

static void
assert_answer (Fixture *fixture, const char *method, const char *target, const char *status)
{
  g_autofree char *answer = ask_at (fixture, "127.0.0.1", method, target);
  g_autofree char *line = g_strdup_printf ("HTTP/1.1 %s\r\n", status);

  g_assert_true (g_str_has_prefix (answer, line));
  g_assert_null (strstr (answer, "the-code"));
  g_assert_null (strstr (answer, STATE));
  g_assert_null (strstr (answer, "<script"));
}

static SecretValue *
finish (Fixture *fixture, GError **error)
{
  while (fixture->result == NULL)
    g_main_context_iteration (NULL, TRUE);
  return waxseal_loopback_listener_wait_finish (fixture->listener, fixture->result, error);
}

static void
assert_code (Fixture *fixture)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (SecretValue) code = finish (fixture, &error);

  g_assert_no_error (error);
  g_assert_cmpstr (secret_value_get_text (code), ==, "the-code");
}

static void
assert_failed (Fixture *fixture, GQuark domain, int code)
{
  g_autoptr (GError) error = NULL;

  g_assert_null (finish (fixture, &error));
  g_assert_error (error, domain, code);
}

static void
assert_closed (Fixture *fixture)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (GSocketConnection) connection = try_connect (fixture, "127.0.0.1", &error);

  g_assert_error (error, G_IO_ERROR, G_IO_ERROR_CONNECTION_REFUSED);
}

static void
assert_reached_at (Fixture *fixture, const char *host)
{
  g_autofree char *answer = ask_at (fixture, host, "GET", GOOD);

  g_assert_true (g_str_has_prefix (answer, "HTTP/1.1 200 OK\r\n"));
  assert_code (fixture);
  assert_closed (fixture);
}

static void
test_v4 (Fixture *fixture, gconstpointer limit)
{
  assert_reached_at (fixture, "127.0.0.1");
}

static void
test_v6 (Fixture *fixture, gconstpointer limit)
{
  if (g_file_test ("/proc/net/if_inet6", G_FILE_TEST_EXISTS))
    assert_reached_at (fixture, "::1");
  else
    {
      g_test_skip ("this computer has no IPv6");
      assert_reached_at (fixture, "127.0.0.1");
    }
}

static void
test_page (Fixture *fixture, gconstpointer limit)
{
  static const char *const parts[] = {
    "\r\nContent-Security-Policy: default-src 'none'; style-src 'unsafe-inline'\r\n",
    "\r\nReferrer-Policy: no-referrer\r\n",
    "\r\nCache-Control: no-store\r\n",
    "\r\nConnection: close\r\n",
    "\r\nContent-Type: text/html; charset=utf-8\r\n",
    "<html lang=\"en-US\">",
    "Close this page, and go on in Waxseal.",
  };
  g_autofree char *answer = ask_at (fixture, "127.0.0.1", "GET", GOOD);
  const char *body = strstr (answer, "\r\n\r\n");
  const char *length = strstr (answer, "\r\nContent-Length: ");

  for (guint i = 0; i < G_N_ELEMENTS (parts); i++)
    g_assert_nonnull (strstr (answer, parts[i]));
  g_assert_cmpuint (g_ascii_strtoull (length + strlen ("\r\nContent-Length: "), NULL, 10),
                    ==,
                    strlen (body + 4));
  assert_code (fixture);
}

static void
test_strangers (Fixture *fixture, gconstpointer limit)
{
  static const struct
  {
    const char *method;
    const char *target;
    const char *status;
  } cases[] = {
    { "GET", "/favicon.ico", "404 Not Found" },
    { "GET", "/callback?code=x&state=" STATE, "404 Not Found" },
    { "GET", "http://localhost/?code=x&state=" STATE, "404 Not Found" },
    { "GET", "/", "400 Bad Request" },
    { "GET", "/?", "400 Bad Request" },
    { "GET", "/?code=the-code", "400 Bad Request" },
    { "GET", "/?code=the-code&state=other", "400 Bad Request" },
    { "GET", "/?code=the-code&state=" STATE "x", "400 Bad Request" },
    { "GET", "/?code=the-code&state=" STATE "&state=" STATE, "400 Bad Request" },
    { "GET", "/?code=a&code=b&state=" STATE, "400 Bad Request" },
    { "GET", "/?code=&state=" STATE, "400 Bad Request" },
    { "GET", "/?state=" STATE, "400 Bad Request" },
    { "GET", "/?error=access_denied&state=other", "400 Bad Request" },
    { "GET", "/?error=access_denied", "400 Bad Request" },
    { "GET", "/?code=%zz&state=" STATE, "400 Bad Request" },
    { "GET", "/?code=%00&state=" STATE, "400 Bad Request" },
    { "POST", GOOD, "405 Method Not Allowed" },
    { "HEAD", GOOD, "405 Method Not Allowed" },
    { "GETT", GOOD, "405 Method Not Allowed" },
    { "x", "", "405 Method Not Allowed" },
  };

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      assert_answer (fixture, cases[i].method, cases[i].target, cases[i].status);
      g_assert_null (fixture->result);
    }
  assert_answer (fixture, "GET", GOOD, "200 OK");
  assert_code (fixture);
}

static void
test_refused (Fixture *fixture, gconstpointer limit)
{
  g_autoptr (GError) error = NULL;

  assert_answer (
    fixture,
    "GET",
    "/?error=access_denied&error_description=AADSTS65004%3a+User+Ann+declined&state=" STATE,
    "200 OK");
  g_assert_null (finish (fixture, &error));
  g_assert_error (error, WAXSEAL_ERROR, WAXSEAL_ERROR_SIGN_IN_DECLINED);
  g_assert_cmpstr (waxseal_error_get_details (error), ==, "AADSTS65004, access_denied");
  assert_closed (fixture);
}

/* As browsers do: a socket before there is anything to ask, and one for the next page. */
static void
test_preconnect (Fixture *fixture, gconstpointer limit)
{
  g_autoptr (GSocketConnection) idle = connect_to (fixture, "127.0.0.1");
  g_autoptr (GSocketConnection) gone = connect_to (fixture, "127.0.0.1");
  g_autofree char *rest = NULL;

  g_io_stream_close (G_IO_STREAM (gone), NULL, NULL);
  assert_answer (fixture, "GET", "/favicon.ico", "404 Not Found");
  assert_answer (fixture, "GET", GOOD, "200 OK");
  assert_code (fixture);
  rest = receive (idle);
  g_assert_cmpstr (rest, ==, "");
}

static void
test_tls (Fixture *fixture, gconstpointer limit)
{
  g_autoptr (GSocketConnection) connection = connect_to (fixture, "127.0.0.1");
  g_autofree char *rest = NULL;

  send_text (connection, "\x16\x03\x01\x02");
  rest = receive (connection);
  g_assert_cmpstr (rest, ==, "");
  assert_answer (fixture, "GET", GOOD, "200 OK");
  assert_code (fixture);
}

static void
test_two_browsers (Fixture *fixture, gconstpointer limit)
{
  g_autoptr (GSocketConnection) first = connect_to (fixture, "127.0.0.1");
  g_autoptr (GSocketConnection) second = connect_to (fixture, "127.0.0.1");
  g_autofree char *answer = NULL, *other = NULL;

  send_text (first, "GET " GOOD " HT");
  send_text (second, "GET " GOOD " HTTP/1.1\r\nHost: localhost\r\n\r\n");
  answer = receive (second);
  g_assert_true (g_str_has_prefix (answer, "HTTP/1.1 200 OK\r\n"));
  other = receive (first);
  g_assert_cmpstr (other, ==, "");
  assert_code (fixture);
}

static void
test_slow_browser (Fixture *fixture, gconstpointer limit)
{
  g_autoptr (GSocketConnection) connection = connect_to (fixture, "127.0.0.1");
  const char *request = "GET " GOOD " HTTP/1.1\r\nHost: localhost\r\n\r\n";
  g_autofree char *answer = NULL;

  for (guint i = 0; request[i] != '\0'; i++)
    {
      char letter[] = { request[i], '\0' };

      send_text (connection, letter);
      while (g_main_context_iteration (NULL, FALSE))
        ;
    }
  answer = receive (connection);
  g_assert_true (g_str_has_prefix (answer, "HTTP/1.1 200 OK\r\n"));
  assert_code (fixture);
}

static void
test_huge_heads (Fixture *fixture, gconstpointer limit)
{
  g_autofree char *cookies = g_strnfill (60000, 'c');
  g_autofree char *large = g_strdup_printf ("/favicon.ico HTTP/1.1\r\nCookie: %s", cookies);
  g_autofree char *endless = g_strnfill (65536, 'c');
  g_autoptr (GSocketConnection) connection = connect_to (fixture, "127.0.0.1");
  g_autofree char *answer = NULL;

  assert_answer (fixture, "GET", large, "404 Not Found");
  send_text (connection, endless);
  answer = receive (connection);
  g_assert_true (g_str_has_prefix (answer, "HTTP/1.1 431 "));
  assert_answer (fixture, "GET", GOOD, "200 OK");
  assert_code (fixture);
}

/* Whoever opens many connections keeps no browser out. */
static void
test_crowd (Fixture *fixture, gconstpointer limit)
{
  g_autoptr (GPtrArray) crowd = g_ptr_array_new_with_free_func (g_object_unref);
  g_autofree char *rest = NULL;

  for (guint i = 0; i < 40; i++)
    {
      g_ptr_array_add (crowd, connect_to (fixture, "127.0.0.1"));
      while (g_main_context_iteration (NULL, FALSE))
        ;
    }
  rest = receive (crowd->pdata[0]);
  g_assert_cmpstr (rest, ==, "");
  assert_answer (fixture, "GET", GOOD, "200 OK");
  assert_code (fixture);
}

static void
test_timeout (Fixture *fixture, gconstpointer limit)
{
  g_autoptr (GSocketConnection) idle = connect_to (fixture, "127.0.0.1");
  g_autofree char *rest = NULL;

  assert_failed (fixture, WAXSEAL_ERROR, WAXSEAL_ERROR_SIGN_IN_TIMED_OUT);
  rest = receive (idle);
  g_assert_cmpstr (rest, ==, "");
  assert_closed (fixture);
}

static void
test_cancel (Fixture *fixture, gconstpointer limit)
{
  g_autoptr (GSocketConnection) idle = connect_to (fixture, "127.0.0.1");

  while (g_main_context_iteration (NULL, FALSE))
    ;
  g_cancellable_cancel (fixture->cancellable);
  assert_failed (fixture, G_IO_ERROR, G_IO_ERROR_CANCELLED);
  assert_closed (fixture);
}

/* Nobody ever waits: nothing is left listening. */
static void
test_not_waited_for (void)
{
  g_autoptr (WaxsealLoopbackListener) listener = waxseal_loopback_listener_new (STATE, NULL);
  Fixture fixture = { NULL };
  const char *uri = waxseal_loopback_listener_get_redirect_uri (listener);

  fixture.port = g_ascii_strtoull (strrchr (uri, ':') + 1, NULL, 10);
  g_assert_finalize_object (g_steal_pointer (&listener));
  assert_closed (&fixture);
}

/* Into a network of its own, whose only interface has no IPv6. */
static gboolean
enter_network_without_v6 (void)
{
  struct ifreq request = { .ifr_name = "lo", .ifr_flags = IFF_UP };
  FILE *file;
  int control;
  gboolean up;

  if (unshare (CLONE_NEWUSER | CLONE_NEWNET) != 0)
    return FALSE;
  file = fopen ("/proc/sys/net/ipv6/conf/all/disable_ipv6", "w");
  if (file != NULL)
    {
      fputs ("1", file);
      fclose (file);
    }
  control = socket (AF_INET, SOCK_DGRAM, 0);
  up = ioctl (control, SIOCSIFFLAGS, &request) == 0;
  close (control);
  return up;
}

static void
test_without_v6 (void)
{
  Fixture fixture = { NULL };
  g_autoptr (GError) error = NULL;

  if (!g_test_subprocess ())
    {
      g_test_trap_subprocess (NULL, 0, G_TEST_SUBPROCESS_INHERIT_STDERR);
      g_test_trap_assert_passed ();
      return;
    }
  if (!enter_network_without_v6 ())
    return; /* a system that allows no such network */
  set_up (&fixture, GUINT_TO_POINTER (60000));
  g_assert_null (try_connect (&fixture, "::1", &error));
  assert_answer (&fixture, "GET", GOOD, "200 OK");
  assert_code (&fixture);
  tear_down (&fixture, NULL);
}

int
main (int argc, char *argv[])
{
  static const struct
  {
    const char *path;
    guint limit;
    void (*run) (Fixture *fixture, gconstpointer limit);
  } tests[] = {
    { "/loopback-listener/v4", 60000, test_v4 },
    { "/loopback-listener/v6", 60000, test_v6 },
    { "/loopback-listener/page", 60000, test_page },
    { "/loopback-listener/strangers", 60000, test_strangers },
    { "/loopback-listener/refused", 60000, test_refused },
    { "/loopback-listener/preconnect", 60000, test_preconnect },
    { "/loopback-listener/tls", 60000, test_tls },
    { "/loopback-listener/two-browsers", 60000, test_two_browsers },
    { "/loopback-listener/slow-browser", 60000, test_slow_browser },
    { "/loopback-listener/huge-heads", 60000, test_huge_heads },
    { "/loopback-listener/crowd", 60000, test_crowd },
    { "/loopback-listener/timeout", 1, test_timeout },
    { "/loopback-listener/cancel", 60000, test_cancel },
  };

  g_test_init (&argc, &argv, NULL);
  for (guint i = 0; i < G_N_ELEMENTS (tests); i++)
    g_test_add (
      tests[i].path, Fixture, GUINT_TO_POINTER (tests[i].limit), set_up, tests[i].run, tear_down);
  g_test_add_func ("/loopback-listener/not-waited-for", test_not_waited_for);
  g_test_add_func ("/loopback-listener/without-v6", test_without_v6);
  return g_test_run ();
}
