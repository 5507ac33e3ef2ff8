/* SPDX-License-Identifier: GPL-3.0-or-later */
#include <string.h>

#include "graph-fixture.h"
#include "waxseal-directory-search.h"
#include "waxseal-error.h"

#define PAGE 25

typedef struct
{
  GraphFixture graph;
  WaxsealDirectorySearch *search;
  GListModel *model;
  /* The server's: */
  guint n_people;
  char *query;      /* that came last, decoded */
  const char *held; /* a query with this text is held back */
  SoupServerMessage *holding;
  guint status; /* 200, or that of every reply */
} Fixture;

static char *
build_page (Fixture *fixture, guint first, const char *text)
{
  g_autoptr (GString) json = g_string_new ("{\"value\":[");
  guint end = MIN (first + PAGE, fixture->n_people);

  for (guint i = first; i < end; i++)
    g_string_append_printf (json,
                            "%s{\"id\":\"%s-%u\",\"displayName\":\"Person %u\",\"mail\":null,"
                            "\"userPrincipalName\":\"p%u@example.com\"}",
                            i > first ? "," : "",
                            text,
                            i,
                            i,
                            i);
  g_string_append (json, "]");
  if (first == 0)
    g_string_append_printf (json, ",\"@odata.count\":%u", fixture->n_people);
  if (end < fixture->n_people)
    g_string_append_printf (json,
                            ",\"@odata.nextLink\":\"%s/v1.0/users?$skiptoken=%s,%u\"",
                            fixture->graph.http.base,
                            text,
                            end);
  g_string_append (json, "}");
  return g_strdup (json->str);
}

static void
handle_directory (HttpFixture *http, SoupServerMessage *message)
{
  Fixture *fixture = (Fixture *) http;
  GUri *uri = soup_server_message_get_uri (message);
  SoupMessageHeaders *headers = soup_server_message_get_request_headers (message);
  g_autofree char *json = NULL, *text = NULL;
  const char *token, *search;
  guint first = 0;

  g_assert_cmpstr (soup_message_headers_get_one (headers, "ConsistencyLevel"), ==, "eventual");
  g_free (fixture->query);
  fixture->query = g_strdup_printf ("%s?%s", g_uri_get_path (uri), g_uri_get_query (uri));
  token = strstr (fixture->query, "$skiptoken=");
  search = strstr (fixture->query, "displayName%3A");
  if (token != NULL)
    {
      text = g_strndup (token + 11, strcspn (token + 11, ","));
      first = atoi (strchr (token, ',') + 1);
    }
  else if (search != NULL)
    text = g_strndup (search + 14, strcspn (search + 14, "%"));
  else
    text = g_strdup ("all");

  json = build_page (fixture, first, text);
  http_fixture_reply (message, fixture->status, fixture->status == 200 ? json : "{}");
  if (g_strcmp0 (fixture->held, text) == 0)
    {
      soup_server_message_pause (message);
      fixture->holding = g_object_ref (message);
    }
}

static void
set_up (Fixture *fixture, gconstpointer kind)
{
  graph_fixture_set_up (&fixture->graph, handle_directory);
  fixture->n_people = 60;
  fixture->status = 200;
  fixture->search = waxseal_directory_search_new (fixture->graph.graph, GPOINTER_TO_INT (kind));
  fixture->model = G_LIST_MODEL (fixture->search);
}

static void
tear_down (Fixture *fixture, gconstpointer unused)
{
  if (fixture->search != NULL)
    g_assert_finalize_object (fixture->search);
  /* What was given up ends as cancelled, and lets go of Graph. */
  while (G_OBJECT (fixture->graph.graph)->ref_count > 1)
    g_main_context_iteration (NULL, TRUE);
  graph_fixture_tear_down (&fixture->graph, NULL);
  g_clear_object (&fixture->holding);
  g_free (fixture->query);
}

static void
wait_until_loaded (Fixture *fixture)
{
  while (waxseal_directory_search_is_loading (fixture->search))
    g_main_context_iteration (NULL, TRUE);
}

static void
search (Fixture *fixture, const char *text)
{
  waxseal_directory_search_set_text (fixture->search, text);
  wait_until_loaded (fixture);
}

static char *
dup_id (Fixture *fixture, guint position)
{
  g_autoptr (WaxsealDirectoryEntry) entry = g_list_model_get_item (fixture->model, position);

  return g_strdup (waxseal_directory_entry_get_id (entry));
}

static void
assert_id (Fixture *fixture, guint position, const char *expected)
{
  g_autofree char *id = dup_id (fixture, position);

  g_assert_cmpstr (id, ==, expected);
}

static void
test_first_rows (Fixture *fixture, gconstpointer unused)
{
  g_autoptr (WaxsealDirectoryEntry) entry = NULL;

  g_assert_cmpuint (g_list_model_get_n_items (fixture->model), ==, 0);
  g_assert_cmpint (waxseal_directory_search_get_found (fixture->search), ==, -1);
  g_assert_false (waxseal_directory_search_has_more (fixture->search));
  search (fixture, " ann ");
  g_assert_cmpuint (fixture->graph.http.n_requests, ==, 1);
  g_assert_cmpstr (fixture->graph.authorizer->scope, ==, "User.Read.All");
  g_assert_cmpstr (fixture->query,
                   ==,
                   "/v1.0/users?$search=%22displayName%3Aann%22%20OR%20%22mail%3Aann%22"
                   "&$count=true&$top=25&$select=id,displayName,mail,userPrincipalName");
  g_assert_cmpuint (g_list_model_get_n_items (fixture->model), ==, PAGE);
  g_assert_cmpint (waxseal_directory_search_get_found (fixture->search), ==, 60);
  g_assert_true (waxseal_directory_search_has_more (fixture->search));
  g_assert_null (waxseal_directory_search_get_error (fixture->search));

  entry = g_list_model_get_item (fixture->model, 7);
  g_assert_cmpstr (waxseal_directory_entry_get_id (entry), ==, "ann-7");
  g_assert_cmpstr (waxseal_directory_entry_get_display_name (entry), ==, "Person 7");
  g_assert_cmpstr (waxseal_directory_entry_get_mail (entry), ==, "");
  g_assert_cmpstr (waxseal_directory_entry_get_user_principal_name (entry), ==, "p7@example.com");
  g_assert_null (g_list_model_get_item (fixture->model, PAGE));
}

static void
test_groups (Fixture *fixture, gconstpointer unused)
{
  search (fixture, "a\"b\\c 封'&");
  g_assert_cmpstr (fixture->graph.authorizer->scope, ==, "Group.Read.All");
  g_assert_cmpstr (fixture->query,
                   ==,
                   "/v1.0/groups?$search=%22displayName%3Aa%5C%22b%5C%5Cc%20%E5%B0%81%27%26%22"
                   "%20OR%20%22mail%3Aa%5C%22b%5C%5Cc%20%E5%B0%81%27%26%22"
                   "&$count=true&$top=25&$select=id,displayName,mail");
  search (fixture, "");
  g_assert_cmpstr (fixture->query,
                   ==,
                   "/v1.0/groups?$orderby=displayName"
                   "&$count=true&$top=25&$select=id,displayName,mail");
}

static void
test_more (Fixture *fixture, gconstpointer unused)
{
  search (fixture, "ann");
  waxseal_directory_search_more (fixture->search);
  waxseal_directory_search_more (fixture->search);
  g_assert_true (waxseal_directory_search_is_loading (fixture->search));
  wait_until_loaded (fixture);
  g_assert_cmpuint (fixture->graph.http.n_requests, ==, 2);
  g_assert_cmpuint (g_list_model_get_n_items (fixture->model), ==, 2 * PAGE);
  waxseal_directory_search_more (fixture->search);
  wait_until_loaded (fixture);
  g_assert_cmpuint (g_list_model_get_n_items (fixture->model), ==, 60);
  g_assert_false (waxseal_directory_search_has_more (fixture->search));
  g_assert_cmpint (waxseal_directory_search_get_found (fixture->search), ==, 60);
  waxseal_directory_search_more (fixture->search);
  g_assert_false (waxseal_directory_search_is_loading (fixture->search));
  for (guint i = 0; i < 60; i++)
    {
      g_autofree char *expected = g_strdup_printf ("ann-%u", i);

      assert_id (fixture, i, expected);
    }
}

static void
count_change_cb (GListModel *model, guint position, guint removed, guint added, gpointer user_data)
{
  ++*(guint *) user_data;
}

/* The rows before stay until the new ones are there; those of a text in between never come. */
static void
test_newer_text (Fixture *fixture, gconstpointer unused)
{
  guint n_changes = 0;

  search (fixture, "first");
  g_signal_connect (fixture->model, "items-changed", G_CALLBACK (count_change_cb), &n_changes);
  fixture->held = "slow";
  waxseal_directory_search_set_text (fixture->search, "slow");
  while (fixture->holding == NULL)
    g_main_context_iteration (NULL, TRUE);
  assert_id (fixture, 0, "first-0");
  g_assert_cmpint (waxseal_directory_search_get_found (fixture->search), ==, -1);

  search (fixture, "quick");
  assert_id (fixture, 0, "quick-0");
  g_assert_cmpuint (n_changes, ==, 1);
  soup_server_message_unpause (fixture->holding);
  waxseal_directory_search_more (fixture->search);
  wait_until_loaded (fixture);
  g_assert_cmpuint (g_list_model_get_n_items (fixture->model), ==, 2 * PAGE);
  assert_id (fixture, 0, "quick-0");
  assert_id (fixture, PAGE, "quick-25");
  g_assert_cmpuint (n_changes, ==, 2);
  g_assert_null (waxseal_directory_search_get_error (fixture->search));
}

static void
test_error (Fixture *fixture, gconstpointer unused)
{
  search (fixture, "ann");
  fixture->status = 403;
  waxseal_directory_search_more (fixture->search);
  wait_until_loaded (fixture);
  g_assert_error (waxseal_directory_search_get_error (fixture->search),
                  WAXSEAL_ERROR,
                  WAXSEAL_ERROR_REFUSED);
  g_assert_cmpuint (g_list_model_get_n_items (fixture->model), ==, PAGE);

  fixture->status = 200;
  waxseal_directory_search_more (fixture->search);
  g_assert_null (waxseal_directory_search_get_error (fixture->search));
  wait_until_loaded (fixture);
  g_assert_cmpuint (g_list_model_get_n_items (fixture->model), ==, 2 * PAGE);

  fixture->status = 403;
  search (fixture, "bob");
  g_assert_nonnull (waxseal_directory_search_get_error (fixture->search));
  g_assert_cmpuint (g_list_model_get_n_items (fixture->model), ==, 0);
  fixture->status = 200;
  search (fixture, "bob");
  g_assert_null (waxseal_directory_search_get_error (fixture->search));
  assert_id (fixture, 0, "bob-0");
}

static void
entry_gone_cb (gpointer user_data, GObject *entry)
{
  --*(guint *) user_data;
}

/* Scrolled through to the end and back again: few entries are there at any time, and those that are
 * looked at come. */
static void
test_scrolling (Fixture *fixture, gconstpointer unused)
{
  guint n_alive = 0, n_most = 0;

  fixture->n_people = 100 * PAGE;
  search (fixture, NULL);
  while (TRUE)
    {
      guint n_rows = g_list_model_get_n_items (fixture->model);

      for (guint i = n_rows - PAGE; i < n_rows; i++)
        {
          g_autoptr (GObject) entry = g_list_model_get_item (fixture->model, i);

          g_object_weak_ref (entry, entry_gone_cb, &n_alive);
          n_alive++;
        }
      n_most = MAX (n_most, n_alive);
      if (!waxseal_directory_search_has_more (fixture->search))
        break;
      waxseal_directory_search_more (fixture->search);
      wait_until_loaded (fixture);
    }
  g_assert_cmpuint (fixture->graph.http.n_requests, ==, 100);
  g_assert_cmpuint (g_list_model_get_n_items (fixture->model), ==, 100 * PAGE);
  g_assert_cmpuint (n_most, ==, 40 * PAGE);

  assert_id (fixture, 99 * PAGE, "all-2475");
  g_assert_false (waxseal_directory_search_is_loading (fixture->search));
  for (guint page = 100; page-- > 0;)
    {
      g_autofree char *expected = g_strdup_printf ("all-%u", page * PAGE);
      g_autofree char *before = dup_id (fixture, page * PAGE);

      g_assert_cmpstr (before, ==, page >= 60 ? expected : "");
      wait_until_loaded (fixture);
      assert_id (fixture, page * PAGE, expected);
    }
  g_assert_cmpuint (fixture->graph.http.n_requests, ==, 160);
  g_assert_cmpuint (n_alive, ==, 0);
}

static void
test_given_up (Fixture *fixture, gconstpointer unused)
{
  fixture->held = "slow";
  waxseal_directory_search_set_text (fixture->search, "slow");
  while (fixture->holding == NULL)
    g_main_context_iteration (NULL, TRUE);
  g_assert_finalize_object (fixture->search);
  fixture->search = NULL;
}

static void
test_properties (Fixture *fixture, gconstpointer unused)
{
  g_autofree char *text = NULL;
  g_autoptr (GError) error = NULL;
  gboolean loading, has_more;
  gint64 found;

  fixture->status = 403;
  g_object_set (fixture->search, "text", "ann", NULL);
  g_object_get (fixture->search, "loading", &loading, NULL);
  g_assert_true (loading);
  wait_until_loaded (fixture);
  g_object_get (fixture->search,
                "text",
                &text,
                "loading",
                &loading,
                "has-more",
                &has_more,
                "found",
                &found,
                "error",
                &error,
                NULL);
  g_assert_cmpstr (text, ==, "ann");
  g_assert_false (loading);
  g_assert_true (has_more);
  g_assert_cmpint (found, ==, -1);
  g_assert_nonnull (error);
}

#define ADD(name, kind, test)                                                                      \
  g_test_add ("/directory-search/" name, Fixture, GINT_TO_POINTER (kind), set_up, test, tear_down)

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  ADD ("first-rows", WAXSEAL_DIRECTORY_PEOPLE, test_first_rows);
  ADD ("groups", WAXSEAL_DIRECTORY_GROUPS, test_groups);
  ADD ("more", WAXSEAL_DIRECTORY_PEOPLE, test_more);
  ADD ("newer-text", WAXSEAL_DIRECTORY_PEOPLE, test_newer_text);
  ADD ("error", WAXSEAL_DIRECTORY_PEOPLE, test_error);
  ADD ("scrolling", WAXSEAL_DIRECTORY_PEOPLE, test_scrolling);
  ADD ("given-up", WAXSEAL_DIRECTORY_PEOPLE, test_given_up);
  ADD ("properties", WAXSEAL_DIRECTORY_PEOPLE, test_properties);
  return g_test_run ();
}
