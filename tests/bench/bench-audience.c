/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * A pasted list of 10,000 addresses against a tenant of 100,000 people, which is another process:
 * how many requests it takes, how long and how much memory, with throttling and without. Fails
 * where a figure is worse than it should be, or anybody is lost.
 *
 *   bench-audience PRACTICE-TENANT [PEOPLE]
 */
#include <libsoup/soup.h>
#include <locale.h>
#include <signal.h>
#include <stdlib.h>
#include <string.h>

#include "waxseal-account.h"
#include "waxseal-address-paste.h"
#include "waxseal-audience-match.h"
#include "waxseal-json.h"
#include "waxseal-practice-people.h"
#include "waxseal-practice-person.h"

#define PEOPLE "100000"
#define PERSON "global-administrator"

#define N_ADDRESSES 10000
#define N_GUESTS    120
#define N_DISABLED  120
#define N_UNKNOWN   250
#define N_ALIASES   600
#define N_REPEATED  300 /* lines beside the 10,000 */

/* By 15 to a read and 20 reads to a request: what all of them take by mail alone, and some room for
 * the other ways, which only the rest goes through. */
#define MOST_READS    900
#define MOST_REQUESTS 50
#define MOST_MIB      200

/* Each tenth read, for a second each time. */
#define THROTTLING                                                                                 \
  "[{\"on\":\"GET /v1.0/*s\",\"fault\":\"throttled\",\"seconds\":1,\"every\":10,\"times\":-1}]"

static const char *const groups[] = {
  "all@contoso-practice.example",     "zenshain@renshu.example", "pilot@contoso-practice.example",
  "phase-2@contoso-practice.example", "osaka@renshu.example",
};

typedef struct
{
  GSubprocess *tenant;
  char *base;
  SoupSession *control;
  WaxsealHttp *http;
  WaxsealAccount *account;
  WaxsealGraph *graph;
  guint n_people;
  char *list;   /* as it is pasted */
  guint n_good; /* who should be found */
} Bench;

static void
start_tenant (Bench *bench, const char *program, const char *people)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (GDataInputStream) lines = NULL;
  g_autofree char *line = NULL;

  bench->n_people = g_ascii_strtoull (people, NULL, 10);
  bench->tenant =
    g_subprocess_new (G_SUBPROCESS_FLAGS_STDOUT_PIPE, &error, program, "--users", people, NULL);
  g_assert_no_error (error);
  lines = g_data_input_stream_new (g_subprocess_get_stdout_pipe (bench->tenant));
  line = g_data_input_stream_read_line (lines, NULL, NULL, NULL);
  g_assert_true (line != NULL && g_str_has_prefix (line, "Ready: "));
  bench->base = g_strdup (line + strlen ("Ready: "));
}

static void
open_link_cb (WaxsealAccount *account, const char *uri)
{
  waxseal_practice_person_follow_link_async (PERSON, uri, NULL, NULL, NULL);
}

static void
store_result_cb (GObject *source, GAsyncResult *result, gpointer user_data)
{
  *(GAsyncResult **) user_data = g_object_ref (result);
}

static void
sign_in (Bench *bench)
{
  static const char *const scopes[] = { "User.Read.All", "Group.Read.All", NULL };
  g_autoptr (WaxsealEndpoints) endpoints = waxseal_endpoints_new_for_practice (bench->base);
  g_autoptr (WaxsealOrganization) organization = waxseal_organization_new_for_practice ("P");
  g_autoptr (GAsyncResult) result = NULL;
  g_autoptr (GError) error = NULL;

  bench->control = soup_session_new ();
  bench->http = waxseal_http_new (TRUE);
  bench->account = waxseal_account_new (bench->http, endpoints, NULL, organization);
  bench->graph = waxseal_graph_new (bench->http, endpoints, WAXSEAL_AUTHORIZER (bench->account));
  g_signal_connect (bench->account, "open-link", G_CALLBACK (open_link_cb), NULL);
  waxseal_account_sign_in_async (
    bench->account, WAXSEAL_SIGN_IN_BROWSER, scopes, NULL, store_result_cb, &result);
  while (result == NULL)
    g_main_context_iteration (NULL, TRUE);
  waxseal_account_sign_in_finish (bench->account, result, &error);
  g_assert_no_error (error);
}

static JsonNode *
steer (Bench *bench, const char *method, const char *path, const char *body)
{
  g_autofree char *address = g_strconcat (bench->base, path, NULL);
  g_autoptr (SoupMessage) message = soup_message_new (method, address);
  g_autoptr (GBytes) sent = g_bytes_new_static (body, strlen (body)), reply = NULL;
  g_autofree char *text = NULL;

  soup_message_headers_replace (soup_message_get_request_headers (message),
                                "X-Waxseal-Practice",
                                "1");
  if (*body != '\0')
    soup_message_set_request_body_from_bytes (message, "application/json", sent);
  reply = soup_session_send_and_read (bench->control, message, NULL, NULL);
  g_assert_cmpuint (soup_message_get_status (message) / 100, ==, 2);
  if (g_bytes_get_size (reply) == 0)
    return NULL;
  text = g_strndup (g_bytes_get_data (reply, NULL), g_bytes_get_size (reply));
  return json_from_string (text, NULL);
}

typedef enum
{
  GOOD,
  GUEST,
  DISABLED,
  OTHER,
} Kind;

static Kind
judge (JsonObject *user)
{
  if (*waxseal_json_get_text (user, "mail") == '\0')
    return OTHER;
  if (g_str_equal (waxseal_json_get_text (user, "userType"), "Guest"))
    return GUEST;
  return waxseal_json_get_flag (user, "accountEnabled") ? GOOD : DISABLED;
}

/* As Outlook copies them, as a list has them, and each so that it stands for itself. */
static void
append_address (GString *list, JsonObject *user, const char *address, guint i)
{
  if (i % 3 == 0)
    g_string_append_printf (list,
                            "\"%s\" <%s>;\r\n",
                            waxseal_json_get_text (user, "displayName"),
                            address);
  else if (i % 3 == 1)
    g_string_append_printf (list, "%s\r\n", address);
  else
    g_string_append_printf (list, "mailto:%s, ", address);
}

/* Every few of the tenant, and those who are wanted for one reason or another until there are
 * enough. */
static void
append_people (Bench *bench, GString *list)
{
  guint most[] = { [GOOD] = N_ADDRESSES - N_GUESTS - N_DISABLED - N_UNKNOWN - G_N_ELEMENTS (groups),
                   [GUEST] = N_GUESTS,
                   [DISABLED] = N_DISABLED,
                   [OTHER] = 0 };
  guint n[G_N_ELEMENTS (most)] = { 0 };
  g_autoptr (WaxsealPracticePeople) people = waxseal_practice_people_new (bench->n_people);

  for (guint i = 0; i < bench->n_people; i++)
    {
      /* In steps that are prime to the number of people, so that all parts are there. */
      guint index = (guint) ((guint64) i * 7919 % bench->n_people);
      g_autoptr (JsonObject) user = waxseal_practice_people_build (people, index, NULL);
      Kind kind = index < waxseal_practice_people_get_n_written (people) ? OTHER : judge (user);
      gboolean by_alias = kind == GOOD && n[GOOD] < N_ALIASES;

      if (n[kind] == most[kind])
        continue;
      append_address (list,
                      user,
                      waxseal_json_get_text (user, by_alias ? "practiceAlias" : "mail"),
                      i);
      if (kind == GOOD && n[GOOD] >= N_ALIASES && n[GOOD] < N_ALIASES + N_REPEATED)
        append_address (list, user, waxseal_json_get_text (user, "mail"), i);
      n[kind]++;
    }
  for (guint kind = GOOD; kind < OTHER; kind++)
    g_assert_cmpuint (n[kind], ==, most[kind]);
  bench->n_good = n[GOOD] + G_N_ELEMENTS (groups);
}

static void
make_list (Bench *bench)
{
  GString *list = g_string_new (NULL);

  append_people (bench, list);
  for (guint i = 0; i < G_N_ELEMENTS (groups); i++)
    g_string_append_printf (list, "%s\n", groups[i]);
  for (guint i = 0; i < N_UNKNOWN; i++)
    g_string_append_printf (list, "nobody.%u@contoso-practice.example\n", i);
  bench->list = g_string_free (list, FALSE);
}

static char **
parse (Bench *bench)
{
  g_autoptr (GTimer) timer = g_timer_new ();
  g_autoptr (WaxsealAddressPaste) paste =
    waxseal_address_paste_new (bench->list, strlen (bench->list));
  double seconds = g_timer_elapsed (timer, NULL);
  g_autofree char *words = waxseal_address_paste_describe (paste);

  g_print ("paste: %s, %.0f ms\n", words, seconds * 1000);
  g_assert_cmpuint (waxseal_address_paste_get_n_repeated (paste), ==, N_REPEATED);
  g_assert_cmpuint (waxseal_address_paste_get_n_refused (paste), ==, 0);
  g_assert_cmpfloat (seconds, <, 1);
  return waxseal_address_paste_dup_addresses (paste);
}

/* The most that was ever resident, in MiB. */
static double
get_peak_memory (void)
{
  g_autofree char *status = NULL;
  const char *line;

  g_assert_true (g_file_get_contents ("/proc/self/status", &status, NULL, NULL));
  line = strstr (status, "VmHWM:");
  return g_ascii_strtoll (line + strlen ("VmHWM:"), NULL, 10) / 1024.0;
}

static guint
get_number (WaxsealAudienceMatch *match, const char *property)
{
  guint number;

  g_object_get (match, property, &number, NULL);
  return number;
}

/* What the tenant saw is what the match says it sent. */
static guint
check_log (Bench *bench, WaxsealAudienceMatch *match)
{
  g_autoptr (JsonNode) log = steer (bench, "GET", "/practice/log", "");
  JsonArray *entries = json_node_get_array (log);
  guint n_requests = 0, n_reads = 0, n_throttled = 0;

  for (guint i = 0; i < json_array_get_length (entries); i++)
    {
      JsonObject *entry = waxseal_json_array_get_object (entries, i);

      n_requests += g_str_equal (waxseal_json_get_text (entry, "route"), "/v1.0/$batch");
      n_reads += waxseal_json_get_flag (entry, "batched");
      n_throttled += waxseal_json_get_number (entry, "status", 0) == 429;
    }
  g_assert_cmpuint (n_requests, ==, get_number (match, "n-requests"));
  g_assert_cmpuint (n_reads, ==, get_number (match, "n-reads"));
  g_assert_cmpuint (n_throttled, ==, get_number (match, "n-repeated"));
  return n_throttled;
}

static void
match_all (Bench *bench, const char *name, char **addresses, const char *script)
{
  g_autoptr (JsonNode) faults = steer (bench, "POST", "/practice/faults", script);
  g_autoptr (JsonNode) cleared = steer (bench, "POST", "/practice/log/clear", "");
  g_autoptr (WaxsealAudienceMatch) match =
    waxseal_audience_match_new (bench->graph, (const char *const *) addresses);
  g_autoptr (GTimer) timer = g_timer_new ();
  g_autoptr (GAsyncResult) result = NULL;
  g_autoptr (GError) error = NULL;
  g_autofree char *words = NULL;
  double seconds;

  waxseal_audience_match_run_async (match, NULL, store_result_cb, &result);
  while (result == NULL)
    g_main_context_iteration (NULL, TRUE);
  seconds = g_timer_elapsed (timer, NULL);
  g_assert_true (waxseal_audience_match_run_finish (match, result, &error));
  g_assert_no_error (error);
  words = waxseal_audience_match_describe (match);
  g_print ("%s: %s\n", name, words);
  g_print ("  %u requests with %u reads, %u of them again, %.1f s, %.0f MiB at most\n",
           get_number (match, "n-requests"),
           get_number (match, "n-reads"),
           check_log (bench, match),
           seconds,
           get_peak_memory ());
  g_assert_cmpuint (g_list_model_get_n_items (waxseal_audience_match_get_recipients (match)),
                    ==,
                    bench->n_good);
  g_assert_cmpuint (g_list_model_get_n_items (waxseal_audience_match_get_unmatched (match)),
                    ==,
                    N_GUESTS + N_DISABLED + N_UNKNOWN);
  g_assert_cmpuint (get_number (match, "n-reads") - get_number (match, "n-repeated"),
                    <=,
                    MOST_READS);
  if (get_number (match, "n-repeated") == 0)
    g_assert_cmpuint (get_number (match, "n-requests"), <=, MOST_REQUESTS);
  g_assert_cmpfloat (get_peak_memory (), <, MOST_MIB);
}

static void
clear_bench (Bench *bench)
{
  g_object_unref (bench->graph);
  g_object_unref (bench->account);
  g_object_unref (bench->http);
  g_object_unref (bench->control);
  g_subprocess_send_signal (bench->tenant, SIGTERM);
  g_subprocess_wait (bench->tenant, NULL, NULL);
  g_object_unref (bench->tenant);
  g_free (bench->base);
  g_free (bench->list);
}

int
main (int argc, char **argv)
{
  Bench bench = { 0 };
  g_auto (GStrv) addresses = NULL;

  setlocale (LC_ALL, "");
  if (argc < 2)
    {
      g_printerr ("usage: bench-audience PRACTICE-TENANT [PEOPLE]\n");
      return EXIT_FAILURE;
    }
  start_tenant (&bench, argv[1], argc > 2 ? argv[2] : PEOPLE);
  sign_in (&bench);
  make_list (&bench);
  g_print ("before: %.0f MiB\n", get_peak_memory ());
  addresses = parse (&bench);
  g_assert_cmpuint (g_strv_length (addresses), ==, N_ADDRESSES);
  match_all (&bench, "match", addresses, "[]");
  match_all (&bench, "throttled", addresses, THROTTLING);
  clear_bench (&bench);
  return EXIT_SUCCESS;
}
