/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * Searching for people in a tenant of 100,000: how many requests until the first rows are there,
 * and how much memory it takes to scroll through all.
 *
 *   bench-people PRACTICE-TENANT [PEOPLE]
 */
#include <libsoup/soup.h>
#include <locale.h>
#include <signal.h>
#include <stdlib.h>
#include <unistd.h>

#include "waxseal-account.h"
#include "waxseal-directory-search.h"
#include "waxseal-json.h"
#include "waxseal-practice-person.h"

#define PEOPLE "100000"
/* Of the tenant, for tests; what a person types. */
#define PERSON  "global-administrator"
#define TEXT    "an"
#define N_PARTS 10
/* Growth that is noise of the allocator; each row kept would make 100 times that. */
#define FLAT_KIB 4096

typedef struct
{
  GSubprocess *tenant;
  char *base;
  WaxsealHttp *http;
  WaxsealEndpoints *endpoints;
  WaxsealOrganization *organization;
  WaxsealAccount *account;
  WaxsealGraph *graph;
  WaxsealDirectorySearch *search;
} Bench;

static void
start_tenant (Bench *bench, const char *program, const char *people)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (GDataInputStream) lines = NULL;
  g_autofree char *line = NULL;

  bench->tenant =
    g_subprocess_new (G_SUBPROCESS_FLAGS_STDOUT_PIPE, &error, program, "--users", people, NULL);
  g_assert_no_error (error);
  lines = g_data_input_stream_new (g_subprocess_get_stdout_pipe (bench->tenant));
  line = g_data_input_stream_read_line (lines, NULL, NULL, NULL);
  g_assert_true (line != NULL && g_str_has_prefix (line, "Ready: "));
  bench->base = g_strdup (line + strlen ("Ready: "));
}

static void
signed_in_cb (GObject *account, GAsyncResult *result, gpointer user_data)
{
  g_autoptr (GError) error = NULL;

  waxseal_account_sign_in_finish (WAXSEAL_ACCOUNT (account), result, &error);
  g_assert_no_error (error);
  *(gboolean *) user_data = TRUE;
}

static void
open_link_cb (WaxsealAccount *account, const char *uri)
{
  waxseal_practice_person_follow_link_async (PERSON, uri, NULL, NULL, NULL);
}

static void
sign_in (Bench *bench)
{
  static const char *const scopes[] = { "User.Read.All", NULL };
  gboolean done = FALSE;

  bench->http = waxseal_http_new (TRUE);
  bench->endpoints = waxseal_endpoints_new_for_practice (bench->base);
  bench->organization = waxseal_organization_new_for_practice ("P");
  bench->account = waxseal_account_new (bench->http, bench->endpoints, NULL, bench->organization);
  bench->graph =
    waxseal_graph_new (bench->http, bench->endpoints, WAXSEAL_AUTHORIZER (bench->account));
  g_signal_connect (bench->account, "open-link", G_CALLBACK (open_link_cb), NULL);
  waxseal_account_sign_in_async (
    bench->account, WAXSEAL_SIGN_IN_BROWSER, scopes, NULL, signed_in_cb, &done);
  while (!done)
    g_main_context_iteration (NULL, TRUE);
}

static JsonNode *
steer (Bench *bench, const char *method, const char *path)
{
  g_autoptr (SoupSession) session = soup_session_new ();
  g_autofree char *address = g_strconcat (bench->base, path, NULL);
  g_autoptr (SoupMessage) message = soup_message_new (method, address);
  g_autoptr (GBytes) body = NULL;
  g_autofree char *text = NULL;

  soup_message_headers_replace (soup_message_get_request_headers (message),
                                "X-Waxseal-Practice",
                                "1");
  body = soup_session_send_and_read (session, message, NULL, NULL);
  g_assert_cmpuint (soup_message_get_status (message) / 100, ==, 2);
  if (g_bytes_get_size (body) == 0)
    return NULL;
  text = g_strndup (g_bytes_get_data (body, NULL), g_bytes_get_size (body));
  return json_from_string (text, NULL);
}

static guint
count_requests (Bench *bench)
{
  g_autoptr (JsonNode) log = steer (bench, "GET", "/practice/log");

  return json_array_get_length (json_node_get_array (log));
}

static void
wait_until_loaded (Bench *bench)
{
  while (waxseal_directory_search_is_loading (bench->search))
    g_main_context_iteration (NULL, TRUE);
  g_assert_null (waxseal_directory_search_get_error (bench->search));
}

/* Resident, in KiB. */
static gint64
get_memory (void)
{
  g_autofree char *statm = NULL;

  g_assert_true (g_file_get_contents ("/proc/self/statm", &statm, NULL, NULL));
  return g_ascii_strtoll (strchr (statm, ' '), NULL, 10) * sysconf (_SC_PAGESIZE) / 1024;
}

static void
find_first (Bench *bench)
{
  g_autoptr (JsonNode) cleared = steer (bench, "POST", "/practice/log/clear");
  g_autoptr (GTimer) timer = g_timer_new ();
  guint n_requests;

  waxseal_directory_search_set_text (bench->search, TEXT);
  wait_until_loaded (bench);
  g_timer_stop (timer);
  n_requests = count_requests (bench);
  g_print ("“" TEXT "”: %u rows of %d, %u request, %.0f ms\n",
           g_list_model_get_n_items (G_LIST_MODEL (bench->search)),
           (int) waxseal_directory_search_get_found (bench->search),
           n_requests,
           g_timer_elapsed (timer, NULL) * 1000);
  g_assert_cmpuint (n_requests, ==, 1);
  g_assert_cmpuint (g_list_model_get_n_items (G_LIST_MODEL (bench->search)), >, 0);
}

/* As a list does that is scrolled: it looks at the last rows, and asks for more. */
static void
scroll_to (Bench *bench, guint n_rows)
{
  GListModel *model = G_LIST_MODEL (bench->search);

  while (g_list_model_get_n_items (model) < n_rows &&
         waxseal_directory_search_has_more (bench->search))
    {
      g_autoptr (WaxsealDirectoryEntry) last =
        g_list_model_get_item (model, g_list_model_get_n_items (model) - 1);

      g_assert_cmpstr (waxseal_directory_entry_get_id (last), !=, "");
      waxseal_directory_search_more (bench->search);
      wait_until_loaded (bench);
    }
}

static void
scroll (Bench *bench)
{
  gint64 first = 0;
  gint64 now = 0;
  guint n_people;

  waxseal_directory_search_set_text (bench->search, "");
  wait_until_loaded (bench);
  n_people = waxseal_directory_search_get_found (bench->search);
  g_print ("%10s %12s\n", "rows", "memory, KiB");
  for (guint i = 1; i <= N_PARTS; i++)
    {
      scroll_to (bench, n_people / N_PARTS * i);
      now = get_memory ();
      first = i == 1 ? now : first;
      g_print ("%10u %12d\n", g_list_model_get_n_items (G_LIST_MODEL (bench->search)), (int) now);
    }
  scroll_to (bench, G_MAXUINT);
  g_assert_cmpuint (g_list_model_get_n_items (G_LIST_MODEL (bench->search)), ==, n_people);
  g_assert_cmpint (now - first, <, FLAT_KIB);
}

static void
clear_bench (Bench *bench)
{
  g_clear_object (&bench->search);
  g_clear_object (&bench->graph);
  g_clear_object (&bench->account);
  g_clear_object (&bench->organization);
  g_clear_pointer (&bench->endpoints, waxseal_endpoints_unref);
  g_clear_object (&bench->http);
  g_subprocess_send_signal (bench->tenant, SIGTERM);
  g_subprocess_wait (bench->tenant, NULL, NULL);
  g_clear_object (&bench->tenant);
  g_free (bench->base);
}

int
main (int argc, char **argv)
{
  Bench bench = { 0 };

  setlocale (LC_ALL, "");
  if (argc < 2)
    {
      g_printerr ("usage: bench-people PRACTICE-TENANT [PEOPLE]\n");
      return EXIT_FAILURE;
    }
  start_tenant (&bench, argv[1], argc > 2 ? argv[2] : PEOPLE);
  sign_in (&bench);
  bench.search = waxseal_directory_search_new (bench.graph, WAXSEAL_DIRECTORY_PEOPLE);
  find_first (&bench);
  scroll (&bench);
  clear_bench (&bench);
  return EXIT_SUCCESS;
}
