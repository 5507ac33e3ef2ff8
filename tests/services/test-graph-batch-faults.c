/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What Graph can do to each of many reads, and to all of them. */
#include <string.h>

#include "graph-batch-fixture.h"
#include "waxseal-json.h"

static const char *
answer_well (const char *url, guint n_asked)
{
  return BATCH_OK;
}

static gboolean
is_third (const char *url)
{
  return g_str_has_prefix (url, "/users/3?");
}

static const char *
answer_throttled (const char *url, guint n_asked)
{
  return is_third (url) && n_asked < 2
           ? "\"status\":429,\"headers\":{\"Retry-After\":\"4\"},\"body\":{\"error\":{}}"
           : BATCH_OK;
}

/* Only the one that was throttled is asked again, after its own Retry-After and not before; and
 * nothing else is sent meanwhile, but what was under way. */
static void
test_throttled (BatchFixture *fixture, gconstpointer unused)
{
  const gint64 wait = 4 * 100 * 1000;
  g_autoptr (GError) error = NULL;
  gint64 last = 0;

  waxseal_http_set_pace (fixture->graph.http.http, 0.1);
  batch_fixture_add (fixture, 200);
  g_assert_true (batch_fixture_run (fixture, &error));
  g_assert_no_error (error);
  batch_fixture_assert_answered (fixture, 200, BATCH_NONE, 0);
  g_assert_cmpuint (batch_fixture_get_number (fixture, "n-repeated"), ==, 2);
  g_assert_cmpuint (batch_fixture_get_number (fixture, "n-sent"), ==, 202);
  g_assert_cmpuint (fixture->service.asked->len, ==, 202);
  for (guint i = 0, n = 0; i < fixture->service.asked->len; i++)
    {
      BatchAsked *asked = fixture->service.asked->pdata[i];
      gint64 since = asked->time - last;

      if (last != 0 && (n < 3 || is_third (asked->url)))
        g_assert_true (since < wait / 2 || since >= wait);
      if (!is_third (asked->url))
        continue;
      g_assert_true (last == 0 || since >= wait);
      last = asked->time;
      n++;
    }
}

static const char *
answer_busy (const char *url, guint n_asked)
{
  return is_third (url) ? "\"status\":429,\"body\":{\"error\":{\"code\":\"TooManyRequests\"}}"
                        : BATCH_OK;
}

/* Entra's own services say no Retry-After: ever longer, and in the end not at all, counted from
 * when the last of the others was answered. */
static void
test_busy (BatchFixture *fixture, gconstpointer unused)
{
  g_autoptr (GError) error = NULL;

  batch_fixture_add (fixture, 5);
  g_assert_true (batch_fixture_run (fixture, &error));
  g_assert_no_error (error);
  batch_fixture_assert_answered (fixture, 5, 3, WAXSEAL_ERROR_SERVICE_BUSY);
  batch_fixture_assert_numbers (fixture, 5, 12, 8, 7);
}

static const char *
answer_unlucky (const char *url, guint n_asked)
{
  if (is_third (url))
    return n_asked < 20 ? "\"status\":429,\"body\":{}" : BATCH_OK;
  /* One of the others after the other. */
  return n_asked < g_ascii_strtoull (url + strlen ("/users/"), NULL, 10) / 4
           ? "\"status\":429,\"body\":{}"
           : BATCH_OK;
}

/* As long as something is answered, each is asked again. */
static void
test_unlucky (BatchFixture *fixture, gconstpointer unused)
{
  g_autoptr (GError) error = NULL;

  batch_fixture_add (fixture, 80);
  g_assert_true (batch_fixture_run (fixture, &error));
  g_assert_no_error (error);
  batch_fixture_assert_answered (fixture, 80, BATCH_NONE, 0);
}

static const char *
answer_too_late (const char *url, guint n_asked)
{
  return is_third (url) ? "\"status\":429,\"headers\":{\"Retry-After\":\"301\"}" : BATCH_OK;
}

static void
test_too_late (BatchFixture *fixture, gconstpointer unused)
{
  g_autoptr (GError) error = NULL;

  batch_fixture_add (fixture, 5);
  g_assert_true (batch_fixture_run (fixture, &error));
  g_assert_no_error (error);
  batch_fixture_assert_answered (fixture, 5, 3, WAXSEAL_ERROR_SERVICE_BUSY);
  batch_fixture_assert_numbers (fixture, 5, 5, 1, 0);
}

static const char *
answer_failing (const char *url, guint n_asked)
{
  if (g_str_has_prefix (url, "/users/1?") && n_asked < 3)
    return "\"status\":500,\"body\":{}";
  if (g_str_has_prefix (url, "/users/2?") && n_asked < 5)
    return "\"status\":503,\"body\":\"busy\"";
  return is_third (url) ? "\"status\":502" : BATCH_OK;
}

static void
test_failing (BatchFixture *fixture, gconstpointer unused)
{
  g_autoptr (GError) error = NULL;

  batch_fixture_add (fixture, 5);
  g_assert_true (batch_fixture_run (fixture, &error));
  g_assert_no_error (error);
  batch_fixture_assert_answered (fixture, 5, 3, WAXSEAL_ERROR_SERVICE_FAILED);
  batch_fixture_assert_numbers (fixture, 5, 5 + 3 + 5 + 3, 6, 3 + 5 + 3);
}

static const char *
answer_refused (const char *url, guint n_asked)
{
  return is_third (url) ? "\"status\":403,\"body\":{\"error\":{\"code\":"
                          "\"Authorization_RequestDenied\",\"message\":\"No.\"}}"
                        : BATCH_OK;
}

/* One that is refused does not hold up the others, and says what it was told. */
static void
test_refused (BatchFixture *fixture, gconstpointer unused)
{
  g_autoptr (GError) error = NULL;
  GError *refusal;

  batch_fixture_add (fixture, 5);
  g_assert_true (batch_fixture_run (fixture, &error));
  g_assert_no_error (error);
  batch_fixture_assert_answered (fixture, 5, 3, WAXSEAL_ERROR_ROLE_MISSING);
  refusal = fixture->errors->pdata[3];
  g_assert_nonnull (strstr (waxseal_error_get_details (refusal), "No."));
}

static const char *
answer_odd (const char *url, guint n_asked)
{
  return is_third (url) ? "\"status\":200,\"body\":[1]" : BATCH_OK;
}

static const char *
answer_without_body (const char *url, guint n_asked)
{
  return is_third (url) ? "\"status\":200" : BATCH_OK;
}

static const char *
answer_without_status (const char *url, guint n_asked)
{
  return is_third (url) ? "\"body\":{}" : BATCH_OK;
}

static const char *
answer_silently (const char *url, guint n_asked)
{
  return is_third (url) ? NULL : BATCH_OK;
}

/* What cannot be understood, and what is missing. */
static void
test_bad_reply (BatchFixture *fixture, gconstpointer unused)
{
  g_autoptr (GError) error = NULL;

  batch_fixture_add (fixture, 5);
  g_assert_true (batch_fixture_run (fixture, &error));
  g_assert_no_error (error);
  batch_fixture_assert_answered (fixture, 5, 3, WAXSEAL_ERROR_BAD_REPLY);
}

static const char *
answer_late (const char *url, guint n_asked)
{
  return is_third (url) && n_asked == 0 ? NULL : BATCH_OK;
}

static void
test_asked_again (BatchFixture *fixture, gconstpointer unused)
{
  g_autoptr (GError) error = NULL;

  batch_fixture_add (fixture, 5);
  g_assert_true (batch_fixture_run (fixture, &error));
  g_assert_no_error (error);
  batch_fixture_assert_answered (fixture, 5, BATCH_NONE, 0);
  batch_fixture_assert_numbers (fixture, 5, 6, 2, 1);
}

static void
handle_strange (HttpFixture *http, SoupServerMessage *message)
{
  http_fixture_reply (message, 200, http->data);
}

static const char *const strange[] = {
  "{}",
  "[]",
  "{\"responses\":{}}",
  "{\"responses\":[1,null,\"x\",[],{}]}",
  "{\"responses\":[{\"id\":0,\"status\":200,\"body\":{}},{\"id\":\"-1\",\"status\":200},"
  "{\"id\":\"20\",\"status\":200},{\"id\":\"1x\",\"status\":200},{\"id\":\"1\",\"status\":200}]}",
};

static void
test_strange (BatchFixture *fixture, gconstpointer unused)
{
  for (guint i = 0; i < G_N_ELEMENTS (strange); i++)
    {
      g_autoptr (GError) error = NULL;

      fixture->graph.http.handle = handle_strange;
      fixture->graph.http.data = strange[i];
      waxseal_graph_batch_add (fixture->batch, "me", WAXSEAL_GRAPH_PLAIN);
      g_assert_true (batch_fixture_run (fixture, &error));
      g_assert_no_error (error);
      g_assert_error ((GError *) fixture->errors->pdata[i], WAXSEAL_ERROR, WAXSEAL_ERROR_BAD_REPLY);
    }
}

/* The batch as a whole: repeated, though it is a POST, since it only reads. */
static void
test_outer_busy (BatchFixture *fixture, gconstpointer unused)
{
  static const char *const statuses[] = { "429", "503", "500" };

  for (guint i = 0; i < G_N_ELEMENTS (statuses); i++)
    {
      g_autoptr (GError) error = NULL;

      fixture->service.outer = statuses[i];
      fixture->graph.http.n_requests = 0;
      waxseal_graph_batch_add (fixture->batch, "me", WAXSEAL_GRAPH_PLAIN);
      g_assert_true (batch_fixture_run (fixture, &error));
      g_assert_no_error (error);
      g_assert_cmpuint (fixture->graph.http.n_requests, ==, 2);
      g_assert_null (fixture->errors->pdata[i]);
    }
}

static void
test_outer_refused (BatchFixture *fixture, gconstpointer unused)
{
  g_autoptr (GError) error = NULL;

  fixture->service.outer = "403";
  batch_fixture_add (fixture, 100);
  g_assert_false (batch_fixture_run (fixture, &error));
  g_assert_error (error, WAXSEAL_ERROR, WAXSEAL_ERROR_ROLE_MISSING);
}

static void
test_no_token (BatchFixture *fixture, gconstpointer unused)
{
  g_autoptr (GError) error = NULL;

  fixture->graph.authorizer->error =
    g_error_new_literal (WAXSEAL_ERROR, WAXSEAL_ERROR_CONSENT_NEEDED, "x");
  batch_fixture_add (fixture, 100);
  g_assert_false (batch_fixture_run (fixture, &error));
  g_assert_error (error, WAXSEAL_ERROR, WAXSEAL_ERROR_CONSENT_NEEDED);
  g_assert_cmpuint (fixture->n_calls, ==, 0);
}

static gboolean
cancel_cb (gpointer cancellable)
{
  g_cancellable_cancel (cancellable);
  return G_SOURCE_REMOVE;
}

/* While it waits for as long as Graph wants: at once. */
static void
test_cancel_wait (BatchFixture *fixture, gconstpointer unused)
{
  g_autoptr (GError) error = NULL;
  gint64 start = g_get_monotonic_time ();

  waxseal_http_set_pace (fixture->graph.http.http, 20);
  batch_fixture_add (fixture, 5);
  g_timeout_add (100, cancel_cb, fixture->cancellable);
  g_assert_false (batch_fixture_run (fixture, &error));
  g_assert_error (error, G_IO_ERROR, G_IO_ERROR_CANCELLED);
  g_assert_cmpint (g_get_monotonic_time () - start, <, 10 * G_USEC_PER_SEC);
  g_assert_cmpuint (batch_fixture_get_number (fixture, "waiting"), ==, 0);
}

static void
test_cancel_flight (BatchFixture *fixture, gconstpointer unused)
{
  g_autoptr (GError) error = NULL;

  fixture->service.held = g_ptr_array_new_with_free_func (g_object_unref);
  batch_fixture_add (fixture, 200);
  g_timeout_add (100, cancel_cb, fixture->cancellable);
  g_assert_false (batch_fixture_run (fixture, &error));
  g_assert_error (error, G_IO_ERROR, G_IO_ERROR_CANCELLED);
  g_assert_cmpuint (fixture->n_calls, ==, 0);
}

static void
note_waiting_cb (WaxsealGraphBatch *batch, GParamSpec *pspec, guint *most)
{
  guint waiting;

  g_object_get (batch, "waiting", &waiting, NULL);
  *most = MAX (*most, waiting);
}

static void
test_waiting (BatchFixture *fixture, gconstpointer unused)
{
  g_autoptr (GError) error = NULL;
  guint most = 0;

  waxseal_http_set_pace (fixture->graph.http.http, 0.01);
  g_signal_connect (fixture->batch, "notify::waiting", G_CALLBACK (note_waiting_cb), &most);
  batch_fixture_add (fixture, 5);
  g_assert_true (batch_fixture_run (fixture, &error));
  g_assert_cmpuint (most, ==, 40);
  g_assert_cmpuint (batch_fixture_get_number (fixture, "waiting"), ==, 0);
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  BATCH_ADD ("throttled", answer_throttled, test_throttled);
  BATCH_ADD ("waiting", answer_throttled, test_waiting);
  BATCH_ADD ("busy", answer_busy, test_busy);
  BATCH_ADD ("unlucky", answer_unlucky, test_unlucky);
  BATCH_ADD ("too-late", answer_too_late, test_too_late);
  BATCH_ADD ("failing", answer_failing, test_failing);
  BATCH_ADD ("refused", answer_refused, test_refused);
  BATCH_ADD ("odd", answer_odd, test_bad_reply);
  BATCH_ADD ("without-body", answer_without_body, test_bad_reply);
  BATCH_ADD ("without-status", answer_without_status, test_bad_reply);
  BATCH_ADD ("silent", answer_silently, test_bad_reply);
  BATCH_ADD ("asked-again", answer_late, test_asked_again);
  BATCH_ADD ("strange", answer_well, test_strange);
  BATCH_ADD ("outer-busy", answer_well, test_outer_busy);
  BATCH_ADD ("outer-refused", answer_well, test_outer_refused);
  BATCH_ADD ("no-token", answer_well, test_no_token);
  BATCH_ADD ("cancel-wait", answer_throttled, test_cancel_wait);
  BATCH_ADD ("cancel-flight", answer_well, test_cancel_flight);
  return g_test_run ();
}
