/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Each trouble on the way: what the caller is told, and how many requests the server saw. */
#include "http-fixture.h"

#include <string.h>

#include "waxseal-error.h"

#define REPEATABLE "!" /* before a method: marked as repeatable */

typedef struct
{
  const char *name;
  const char *method;
  const char *bytes; /* what the server answers */
  gboolean stays;    /* and then says nothing, instead of closing */
  int code;          /* -1: the caller gets the last reply */
  guint n_requests;
} Fault;

#define HEAD(status) "HTTP/1.1 " status "\r\nContent-Length: 7\r\n\r\n"
#define CLOSE        "HTTP/1.1 200 OK\r\nConnection: close\r\n\r\n"

static const Fault faults[] = {
  { "reset", "GET", "", FALSE, WAXSEAL_ERROR_OFFLINE, 4 },
  { "reset", "POST", "", FALSE, WAXSEAL_ERROR_REPLY_LOST, 1 },
  { "reset", "PATCH", "", FALSE, WAXSEAL_ERROR_REPLY_LOST, 1 },
  { "reset", "DELETE", "", FALSE, WAXSEAL_ERROR_REPLY_LOST, 1 },
  { "reset", REPEATABLE "POST", "", FALSE, WAXSEAL_ERROR_OFFLINE, 4 },
  { "half-a-head", "GET", "HTTP/1.1 20", FALSE, WAXSEAL_ERROR_BAD_REPLY, 4 },
  { "half-a-head", "POST", "HTTP/1.1 20", FALSE, WAXSEAL_ERROR_REPLY_LOST, 1 },
  { "no-http", "GET", "SSH-2.0\r\n\r\n", FALSE, WAXSEAL_ERROR_BAD_REPLY, 4 },
  { "no-http", "POST", "SSH-2.0\r\n\r\n", FALSE, WAXSEAL_ERROR_REPLY_LOST, 1 },
  { "truncated", "GET", HEAD ("200 OK") "{\"a\"", FALSE, WAXSEAL_ERROR_BAD_REPLY, 4 },
  { "truncated", "POST", HEAD ("201 Created") "{\"a\"", FALSE, WAXSEAL_ERROR_REPLY_LOST, 1 },
  { "truncated-refusal", "GET", HEAD ("404 No") "{\"a\"", FALSE, WAXSEAL_ERROR_BAD_REPLY, 4 },
  { "truncated-refusal", "POST", HEAD ("404 No") "{\"a\"", FALSE, -1, 1 },
  { "wrong-json", "GET", HEAD ("200 OK") "{\"a\":1]", FALSE, WAXSEAL_ERROR_BAD_REPLY, 4 },
  { "wrong-json", "POST", HEAD ("200 OK") "{\"a\":1]", FALSE, WAXSEAL_ERROR_REPLY_LOST, 1 },
  { "html", "GET", CLOSE "<html>Sign in to the hotel", FALSE, WAXSEAL_ERROR_BAD_REPLY, 4 },
  { "html-refusal", "GET", HEAD ("404 No") "<html/>", FALSE, -1, 1 },
  { "html-refusal", "POST", HEAD ("403 No") "<html/>", FALSE, -1, 1 },
  { "silent", "GET", "", TRUE, WAXSEAL_ERROR_OFFLINE, 1 },
  { "silent", "POST", "", TRUE, WAXSEAL_ERROR_REPLY_LOST, 1 },
  { "silent-body", "GET", HEAD ("200 OK") "{\"a", TRUE, WAXSEAL_ERROR_OFFLINE, 1 },
  { "silent-body", "POST", HEAD ("200 OK") "{\"a", TRUE, WAXSEAL_ERROR_REPLY_LOST, 1 },
  { "fails", "GET", HEAD ("500 Oh") "{\"a\":1}", FALSE, -1, 4 },
  { "fails", "POST", HEAD ("500 Oh") "{\"a\":1}", FALSE, -1, 1 },
  { "gateway-fails", "GET", HEAD ("502 Oh") "<html/>", FALSE, -1, 4 },
  { "gateway-fails", "POST", HEAD ("502 Oh") "<html/>", FALSE, -1, 1 },
  { "busy", "GET", HEAD ("503 Busy") "{\"a\":1}", FALSE, -1, 7 },
  { "busy", "POST", HEAD ("503 Busy") "{\"a\":1}", FALSE, -1, 1 },
  { "too-many", "GET", HEAD ("429 Stop") "{\"a\":1}", FALSE, -1, 7 },
  { "too-many", "POST", HEAD ("429 Stop") "{\"a\":1}", FALSE, -1, 7 },
  { "redirected-write", "POST", HEAD ("307 There") "{\"a\":1}", FALSE, -1, 1 },
};

static void
handle_fault (HttpFixture *fixture, SoupServerMessage *message)
{
  const Fault *fault = fixture->data;

  http_fixture_reply_raw (fixture, message, fault->bytes, !fault->stays);
}

static void
test_fault (gconstpointer data)
{
  const Fault *fault = data;
  gboolean repeatable = *fault->method == '!';
  g_autoptr (WaxsealHttpRequest) request = NULL;
  g_autoptr (WaxsealHttpReply) reply = NULL;
  g_autoptr (GError) error = NULL;
  HttpFixture fixture = { .data = fault };

  http_fixture_set_up (&fixture, handle_fault);
  if (fault->stays)
    waxseal_http_set_patience (fixture.http, 200);
  request = http_fixture_request (&fixture, fault->method + repeatable, "/");
  if (repeatable)
    waxseal_http_request_set_repeatable (request, TRUE);

  reply = http_fixture_send (fixture.http, request, NULL, &error);
  g_assert_cmpuint (fixture.n_requests, ==, fault->n_requests);
  if (fault->code >= 0)
    g_assert_error (error, WAXSEAL_ERROR, fault->code);
  else
    {
      g_assert_no_error (error);
      g_assert_cmpuint (waxseal_http_reply_get_status (reply), ==, atoi (fault->bytes + 9));
      g_assert_cmpint (waxseal_http_reply_get_json (reply) != NULL,
                       ==,
                       strstr (fault->bytes, ":1}") != NULL);
    }
  http_fixture_tear_down (&fixture, NULL);
}

static void
handle_nothing (HttpFixture *fixture, SoupServerMessage *message)
{
  g_assert_not_reached ();
}

/* What was not sent is not lost: a write too is then only tried again. */
static void
test_nobody_there (void)
{
  const char *methods[] = { "GET", "POST" };

  for (guint i = 0; i < G_N_ELEMENTS (methods); i++)
    {
      HttpFixture fixture = { 0 };
      g_autoptr (WaxsealHttpRequest) request = NULL;
      g_autoptr (GError) error = NULL;

      http_fixture_set_up (&fixture, handle_nothing);
      soup_server_disconnect (fixture.server);
      request = http_fixture_request (&fixture, methods[i], "/");
      g_assert_null (http_fixture_send (fixture.http, request, NULL, &error));
      g_assert_error (error, WAXSEAL_ERROR, WAXSEAL_ERROR_OFFLINE);
      http_fixture_tear_down (&fixture, NULL);
    }
}

static void
test_no_such_host (void)
{
  g_autoptr (WaxsealHttp) http = waxseal_http_new (FALSE);
  g_autoptr (WaxsealHttpRequest) request =
    waxseal_http_request_new ("POST", "https://nowhere.invalid/");
  g_autoptr (GError) error = NULL;

  waxseal_http_set_pace (http, 0.001);
  g_assert_null (http_fixture_send (http, request, NULL, &error));
  g_assert_error (error, WAXSEAL_ERROR, WAXSEAL_ERROR_OFFLINE);
}

static void
handle_second_closes (HttpFixture *fixture, SoupServerMessage *message)
{
  if (fixture->n_requests == 2)
    http_fixture_reply_raw (fixture, message, "", TRUE);
  else
    http_fixture_reply (message, 200, "{}");
}

/* libsoup sends again, by itself, what gets no reply on a connection that was used before. */
static void
test_kept_connection (void)
{
  const char *methods[] = { "POST", "PUT", "PATCH", "DELETE" };

  for (guint i = 0; i < G_N_ELEMENTS (methods); i++)
    {
      HttpFixture fixture = { 0 };
      g_autoptr (WaxsealHttpRequest) first = NULL, write = NULL;
      g_autoptr (WaxsealHttpReply) reply = NULL;
      g_autoptr (GError) error = NULL;

      http_fixture_set_up (&fixture, handle_second_closes);
      first = http_fixture_request (&fixture, "GET", "/");
      reply = http_fixture_send (fixture.http, first, NULL, &error);
      g_assert_no_error (error);
      write = http_fixture_request (&fixture, methods[i], "/");
      g_assert_null (http_fixture_send (fixture.http, write, NULL, &error));
      g_assert_error (error, WAXSEAL_ERROR, WAXSEAL_ERROR_REPLY_LOST);
      g_assert_cmpuint (fixture.n_requests, ==, 2);
      http_fixture_tear_down (&fixture, NULL);
    }
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  for (guint i = 0; i < G_N_ELEMENTS (faults); i++)
    {
      g_autofree char *name =
        g_strdup_printf ("/http-faults/%s/%s", faults[i].name, faults[i].method);

      g_test_add_data_func (name, &faults[i], test_fault);
    }
  g_test_add_func ("/http-faults/nobody-there", test_nobody_there);
  g_test_add_func ("/http-faults/no-such-host", test_no_such_host);
  g_test_add_func ("/http-faults/kept-connection", test_kept_connection);
  return g_test_run ();
}
