/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Many reads in few requests. */
#include <string.h>

#include "graph-batch-fixture.h"
#include "waxseal-json.h"

static const char *
answer_well (const char *url, guint n_asked)
{
  return BATCH_OK;
}

static void
test_many (BatchFixture *fixture, gconstpointer unused)
{
  g_autoptr (GError) error = NULL;

  batch_fixture_add (fixture, 45);
  g_assert_true (batch_fixture_run (fixture, &error));
  g_assert_no_error (error);
  batch_fixture_assert_answered (fixture, 45, BATCH_NONE, 0);
  batch_fixture_assert_numbers (fixture, 45, 45, 3, 0);
  for (guint i = 0; i < 3; i++)
    g_assert_true (fixture->service.batch_sizes[i] == 20 || fixture->service.batch_sizes[i] == 5);
}

static void
test_nothing (BatchFixture *fixture, gconstpointer unused)
{
  g_autoptr (GError) error = NULL;

  g_assert_true (batch_fixture_run (fixture, &error));
  g_assert_no_error (error);
  batch_fixture_assert_numbers (fixture, 0, 0, 0, 0);
}

static void
test_again (BatchFixture *fixture, gconstpointer unused)
{
  g_autoptr (GError) error = NULL;

  batch_fixture_add (fixture, 3);
  g_assert_true (batch_fixture_run (fixture, &error));
  waxseal_graph_batch_add (fixture->batch, "users/3?$select=id", WAXSEAL_GRAPH_PLAIN);
  g_assert_true (batch_fixture_run (fixture, &error));
  g_assert_no_error (error);
  batch_fixture_assert_answered (fixture, 4, BATCH_NONE, 0);
}

static void
test_more (BatchFixture *fixture, gconstpointer unused)
{
  g_autoptr (GError) error = NULL;

  batch_fixture_add (fixture, 1);
  g_ptr_array_add (fixture->more, g_strdup ("users/1?$select=id"));
  g_ptr_array_add (fixture->more, g_strdup ("users/2?$select=id"));
  g_assert_true (batch_fixture_run (fixture, &error));
  g_assert_no_error (error);
  batch_fixture_assert_answered (fixture, 3, BATCH_NONE, 0);
  batch_fixture_assert_numbers (fixture, 3, 3, 2, 0);
}

static void
handle_headers (HttpFixture *http, SoupServerMessage *message)
{
  g_autoptr (GBytes) body =
    soup_message_body_flatten (soup_server_message_get_request_body (message));
  g_autofree char *text = g_strndup (g_bytes_get_data (body, NULL), g_bytes_get_size (body));

  g_assert_cmpstr (text,
                   ==,
                   "{\"requests\":["
                   "{\"id\":\"0\",\"method\":\"GET\",\"url\":\"/users?$count=true\","
                   "\"headers\":{\"ConsistencyLevel\":\"eventual\"}},"
                   "{\"id\":\"1\",\"method\":\"GET\",\"url\":\"/me\"}]}");
  http_fixture_reply (message,
                      200,
                      "{\"responses\":[{\"id\":\"0\",\"status\":200,\"body\":{}},"
                      "{\"id\":\"1\",\"status\":200,\"body\":{}}]}");
}

/* The header of an advanced query goes with each read (microsoft.md, 2.6). */
static void
test_headers (BatchFixture *fixture, gconstpointer unused)
{
  g_autoptr (GError) error = NULL;

  fixture->graph.http.handle = handle_headers;
  waxseal_graph_batch_add (fixture->batch, "users?$count=true", WAXSEAL_GRAPH_EVENTUAL);
  waxseal_graph_batch_add (fixture->batch, "me", WAXSEAL_GRAPH_PLAIN);
  g_assert_true (batch_fixture_run (fixture, &error));
  g_assert_no_error (error);
}

static char *base;

static const char *
answer_pages (const char *url, guint n_asked)
{
  static char answer[256];
  guint page = g_ascii_strtoull (url + strlen ("/users?page="), NULL, 10);

  g_snprintf (answer,
              sizeof answer,
              "\"status\":200,\"body\":{\"value\":[],\"@odata.nextLink\":"
              "\"%s/v1.0/users?page=%u\"}",
              page < 3 ? base : "https://other.example",
              page + 1);
  return page == 2 ? "\"status\":200,\"body\":{\"value\":[]}" : answer;
}

static void
test_pages (BatchFixture *fixture, gconstpointer unused)
{
  g_autoptr (GError) error = NULL;

  base = fixture->graph.http.base;
  waxseal_graph_batch_add (fixture->batch, "users?page=0", WAXSEAL_GRAPH_PLAIN);
  g_assert_true (batch_fixture_run (fixture, &error));
  g_assert_no_error (error);
  g_assert_cmpuint (fixture->n_calls, ==, 3);
  batch_fixture_assert_numbers (fixture, 1, 3, 3, 0);
}

static void
test_first_page (BatchFixture *fixture, gconstpointer unused)
{
  g_autoptr (GError) error = NULL;

  base = fixture->graph.http.base;
  fixture->wants_pages = FALSE;
  waxseal_graph_batch_add (fixture->batch, "users?page=0", WAXSEAL_GRAPH_PLAIN);
  g_assert_true (batch_fixture_run (fixture, &error));
  batch_fixture_assert_numbers (fixture, 1, 1, 1, 0);
}

/* The token goes to Graph alone. */
static void
test_foreign_page (BatchFixture *fixture, gconstpointer unused)
{
  g_autoptr (GError) error = NULL;

  base = fixture->graph.http.base;
  waxseal_graph_batch_add (fixture->batch, "users?page=3", WAXSEAL_GRAPH_PLAIN);
  g_assert_true (batch_fixture_run (fixture, &error));
  g_assert_error ((GError *) fixture->errors->pdata[0], WAXSEAL_ERROR, WAXSEAL_ERROR_BAD_REPLY);
}

static gboolean
release_cb (gpointer user_data)
{
  BatchService *service = user_data;

  g_assert_cmpuint (service->held->len, <=, 4);
  service->n_held = MAX (service->n_held, service->held->len);
  while (service->held->len > 0)
    {
      g_autoptr (SoupServerMessage) message = g_ptr_array_steal_index (service->held, 0);

      soup_server_message_unpause (message);
    }
  return G_SOURCE_CONTINUE;
}

/* Not more than four at a time, and not fewer where there is enough to do. */
static void
test_at_once (BatchFixture *fixture, gconstpointer unused)
{
  g_autoptr (GError) error = NULL;
  guint timer;

  fixture->service.held = g_ptr_array_new_with_free_func (g_object_unref);
  timer = g_timeout_add (50, release_cb, &fixture->service);
  batch_fixture_add (fixture, 250);
  g_assert_true (batch_fixture_run (fixture, &error));
  g_source_remove (timer);
  g_assert_no_error (error);
  g_assert_cmpuint (fixture->service.n_held, ==, 4);
  batch_fixture_assert_answered (fixture, 250, BATCH_NONE, 0);
  batch_fixture_assert_numbers (fixture, 250, 250, 13, 0);
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  BATCH_ADD ("many", answer_well, test_many);
  BATCH_ADD ("nothing", answer_well, test_nothing);
  BATCH_ADD ("again", answer_well, test_again);
  BATCH_ADD ("more", answer_well, test_more);
  BATCH_ADD ("headers", answer_well, test_headers);
  BATCH_ADD ("pages", answer_pages, test_pages);
  BATCH_ADD ("first-page", answer_pages, test_first_page);
  BATCH_ADD ("foreign-page", answer_pages, test_foreign_page);
  BATCH_ADD ("at-once", answer_well, test_at_once);
  return g_test_run ();
}
