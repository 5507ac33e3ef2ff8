/* SPDX-License-Identifier: GPL-3.0-or-later */
/* A search in a large practice tenant, which is another process: how soon its first rows are there,
 * and how much memory it takes to scroll through everybody.
 * Usage: bench-directory PROGRAM PEOPLE */

#include <malloc.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <unistd.h>

#include "waxseal-account.h"
#include "waxseal-directory-search.h"
#include "waxseal-practice-person.h"

#define N_SEARCHES 51
#define WARM_PAGES 200
/* What the links to 4,000 pages take, and some room. */
#define MOST_GROWTH_KIB 4096

static const char *const read_scopes[] = { "User.Read.All", NULL };

static GSubprocess *
start_tenant (const char *program, const char *n_people, char **base)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (GDataInputStream) output = NULL;
  g_autofree char *line = NULL;
  GSubprocess *tenant =
    g_subprocess_new (G_SUBPROCESS_FLAGS_STDOUT_PIPE, &error, program, "--users", n_people, NULL);

  g_assert_no_error (error);
  output = g_data_input_stream_new (g_subprocess_get_stdout_pipe (tenant));
  line = g_data_input_stream_read_line (output, NULL, NULL, &error);
  g_assert_no_error (error);
  g_assert_true (g_str_has_prefix (line, "Ready: "));
  *base = g_strdup (line + strlen ("Ready: "));
  return tenant;
}

static void
open_link_cb (WaxsealAccount *account, const char *uri, gpointer user_data)
{
  waxseal_practice_person_follow_link_async ("global-administrator", uri, NULL, NULL, NULL);
}

static void
signed_in_cb (GObject *source, GAsyncResult *result, gpointer user_data)
{
  g_autoptr (GError) error = NULL;

  waxseal_account_sign_in_finish (WAXSEAL_ACCOUNT (source), result, &error);
  g_assert_no_error (error);
  *(gboolean *) user_data = TRUE;
}

static WaxsealGraph *
sign_in (const char *base)
{
  g_autoptr (WaxsealHttp) http = waxseal_http_new (TRUE);
  g_autoptr (WaxsealEndpoints) endpoints = waxseal_endpoints_new_for_practice (base);
  g_autoptr (WaxsealKeyring) keyring = waxseal_keyring_new ();
  g_autoptr (WaxsealOrganization) organization =
    waxseal_organization_new ("Large", WAXSEAL_CLOUD_GLOBAL);
  g_autoptr (WaxsealAccount) account = NULL;
  gboolean is_done = FALSE;

  g_object_set (organization, "practice", TRUE, NULL);
  account = waxseal_account_new (http, endpoints, keyring, organization);
  g_signal_connect (account, "open-link", G_CALLBACK (open_link_cb), NULL);
  waxseal_account_sign_in_async (
    account, WAXSEAL_SIGN_IN_BROWSER, read_scopes, NULL, signed_in_cb, &is_done);
  while (!is_done)
    g_main_context_iteration (NULL, TRUE);
  return waxseal_graph_new (http, endpoints, WAXSEAL_AUTHORIZER (account));
}

static void
wait_until_loaded (WaxsealDirectorySearch *search)
{
  const GError *error;

  while (waxseal_directory_search_is_loading (search))
    g_main_context_iteration (NULL, TRUE);
  error = waxseal_directory_search_get_error (search);
  g_assert_no_error (error);
}

static int
compare_cb (gconstpointer a, gconstpointer b)
{
  const gint64 *first = a;
  const gint64 *second = b;

  return *first < *second ? -1 : *first > *second;
}

static void
time_searches (WaxsealGraph *graph)
{
  static const char *const texts[] = { "an", "sato", "m", "lee", "佐" };
  gint64 times[N_SEARCHES];

  for (guint i = 0; i < N_SEARCHES; i++)
    {
      g_autoptr (WaxsealDirectorySearch) search =
        waxseal_directory_search_new (graph, WAXSEAL_DIRECTORY_PEOPLE);

      times[i] = g_get_monotonic_time ();
      waxseal_directory_search_set_text (search, texts[i % G_N_ELEMENTS (texts)]);
      wait_until_loaded (search);
      times[i] = g_get_monotonic_time () - times[i];
    }
  qsort (times, N_SEARCHES, sizeof *times, compare_cb);
  printf ("first rows of a search: median %.1f ms, slowest %.1f ms\n",
          times[N_SEARCHES / 2] / 1000.0,
          times[N_SEARCHES - 1] / 1000.0);
}

static glong
get_resident_kib (void)
{
  g_autofree char *text = NULL;
  g_auto (GStrv) fields = NULL;

  malloc_trim (0);
  g_assert_true (g_file_get_contents ("/proc/self/statm", &text, NULL, NULL));
  fields = g_strsplit (text, " ", 3);
  return atol (fields[1]) * (sysconf (_SC_PAGESIZE) / 1024);
}

static void
scroll_through_all (WaxsealGraph *graph, guint n_people)
{
  g_autoptr (WaxsealDirectorySearch) search =
    waxseal_directory_search_new (graph, WAXSEAL_DIRECTORY_PEOPLE);
  GListModel *model = G_LIST_MODEL (search);
  gint64 start = g_get_monotonic_time ();
  glong warm = 0, growth;
  guint n_pages = 1;

  waxseal_directory_search_set_text (search, "");
  for (wait_until_loaded (search); waxseal_directory_search_has_more (search); n_pages++)
    {
      guint n_rows = g_list_model_get_n_items (model);
      g_autoptr (GObject) last = g_list_model_get_item (model, n_rows - 1);

      if (n_pages == WARM_PAGES)
        warm = get_resident_kib ();
      waxseal_directory_search_more (search);
      wait_until_loaded (search);
    }
  g_assert_cmpuint (g_list_model_get_n_items (model), >=, n_people);
  growth = get_resident_kib () - warm;
  printf ("all %u rows on %u pages: %.1f s; %ld KiB at page %u, and %ld KiB more at the end\n",
          g_list_model_get_n_items (model),
          n_pages,
          (g_get_monotonic_time () - start) / 1e6,
          warm,
          WARM_PAGES,
          growth);
  if (n_pages > WARM_PAGES)
    g_assert_cmpint (growth, <, MOST_GROWTH_KIB);
}

int
main (int argc, char **argv)
{
  g_autofree char *base = NULL;
  g_autoptr (GSubprocess) tenant = NULL;
  g_autoptr (WaxsealGraph) graph = NULL;

  if (argc != 3)
    return 2;
  tenant = start_tenant (argv[1], argv[2], &base);
  graph = sign_in (base);
  time_searches (graph);
  scroll_through_all (graph, atoi (argv[2]));
  g_subprocess_force_exit (tenant);
  return 0;
}
