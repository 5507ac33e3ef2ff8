/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * Each request of a whole set-up meets each trouble that the practice tenant can make. What fails
 * is resumed as its remedy says; in the end there is one of each, or a refusal with a remedy.
 *
 *   test-fault-matrix all|some code|browser
 */
#include "matrix-state.h"
#include "waxseal-error.h"
#include "waxseal-remedy.h"

/* How often a person who has read the remedy tries again. */
#define MAX_ATTEMPTS 4

#define NO_REFUSAL -1

/* Two minutes of patience take a quarter of a second; in the practice tenant a new secret takes a
 * whole one, whatever the pace. */
#define PACE      0.002
#define SLOW_PACE 0.02

/** Where a trouble can come from. */
typedef enum
{
  ANYWHERE,
  GRAPH,
  GRAPH_WRITE,
  SIGN_IN,
  TOKEN,
  ADD_SECRET,
} Place;

/**
 * Trouble: a row of the matrix.
 * @rule: the members of the rule besides "on" and "skip"
 * @refusal: how a set-up may end for good while the trouble stays
 * @is_quick: whether it is in the reduced matrix
 */
typedef struct
{
  const char *name;
  Place place;
  const char *rule;
  int refusal;
  gboolean is_quick;
} Trouble;

#define FAULT(name)      "\"fault\":\"" name "\""
#define STAYS            ",\"times\":-1"
#define SECONDS(seconds) ",\"seconds\":" seconds
#define STATUS(status)   ",\"status\":" status

static const Trouble troubles[] = {
  { "latency", ANYWHERE, FAULT ("latency") SECONDS ("0.05"), NO_REFUSAL },
  { "slow-body", ANYWHERE, FAULT ("slow-body") SECONDS ("0.05"), NO_REFUSAL },
  { "reset-before", ANYWHERE, FAULT ("reset-before"), NO_REFUSAL, TRUE },
  { "reset-after", ANYWHERE, FAULT ("reset-after"), NO_REFUSAL, TRUE },
  { "truncated", ANYWHERE, FAULT ("truncated"), NO_REFUSAL, TRUE },
  { "wrong-json", ANYWHERE, FAULT ("wrong-json"), NO_REFUSAL },
  { "cut-json", ANYWHERE, FAULT ("cut-json"), NO_REFUSAL },
  { "status 500", ANYWHERE, FAULT ("status") STATUS ("500"), NO_REFUSAL },
  { "status 502", ANYWHERE, FAULT ("status") STATUS ("502"), NO_REFUSAL },
  { "status 503", ANYWHERE, FAULT ("status") STATUS ("503"), NO_REFUSAL },
  { "503, five times", ANYWHERE, FAULT ("status") STATUS ("503") ",\"times\":5", NO_REFUSAL },
  { "throttled", ANYWHERE, FAULT ("throttled") SECONDS ("2") ",\"times\":2", NO_REFUSAL },
  { "not-found", GRAPH, FAULT ("not-found"), NO_REFUSAL },
  { "not-found, 3 times", GRAPH, FAULT ("not-found") ",\"times\":3", NO_REFUSAL, TRUE },
  { "no-application", GRAPH_WRITE, FAULT ("no-application") ",\"times\":3", NO_REFUSAL },
  { "not-a-valid-reference",
    GRAPH_WRITE,
    FAULT ("not-a-valid-reference") ",\"times\":3",
    NO_REFUSAL },
  { "forbidden", GRAPH, FAULT ("forbidden"), NO_REFUSAL, TRUE },
  { "forbidden for good", GRAPH, FAULT ("forbidden") STAYS, WAXSEAL_ERROR_ROLE_MISSING },
  { "conflict", GRAPH, FAULT ("conflict"), NO_REFUSAL },
  { "expired-token", GRAPH, FAULT ("expired-token"), NO_REFUSAL, TRUE },
  { "expired-token, twice", GRAPH, FAULT ("expired-token") ",\"times\":2", NO_REFUSAL },
  { "clock an hour slow", ANYWHERE, FAULT ("clock-skew") SECONDS ("-3600"), NO_REFUSAL },
  { "clock an hour fast", ANYWHERE, FAULT ("clock-skew") SECONDS ("3600"), NO_REFUSAL },
  { "consent-refused", SIGN_IN, FAULT ("consent-refused"), NO_REFUSAL },
  { "consent-refused for good",
    SIGN_IN,
    FAULT ("consent-refused") STAYS,
    WAXSEAL_ERROR_SIGN_IN_DECLINED,
    TRUE },
  { "refresh-rotated-early", TOKEN, FAULT ("refresh-rotated-early"), NO_REFUSAL },
  { "secret-not-yet, told", TOKEN, FAULT ("secret-not-yet") ",\"times\":3", NO_REFUSAL },
  { "secret-not-yet", ADD_SECRET, FAULT ("secret-not-yet") SECONDS ("2"), NO_REFUSAL, TRUE },
  { "policy-lifetime", ADD_SECRET, FAULT ("policy-lifetime"), NO_REFUSAL },
  { "policy-lifetime for good",
    ADD_SECRET,
    FAULT ("policy-lifetime") STAYS,
    WAXSEAL_ERROR_SECRET_LIFETIME,
    TRUE },
  { "policy-blocked", ADD_SECRET, FAULT ("policy-blocked"), NO_REFUSAL },
  { "policy-blocked for good",
    ADD_SECRET,
    FAULT ("policy-blocked") STAYS,
    WAXSEAL_ERROR_SECRETS_BLOCKED,
    TRUE },
};

/** Row: what came of a trouble. */
typedef struct
{
  guint n_runs;
  guint n_at_once;
  guint n_resumed;
  guint n_refused;
  guint n_requests;
} Row;

/** Matrix: @requests are those of a set-up without trouble, "POST /v1.0/applications". */
typedef struct
{
  MatrixFixture *fixture;
  GPtrArray *requests;
  Row rows[G_N_ELEMENTS (troubles)];
  guint n_cases;
  gboolean signs_in_only; /* the rest is the same whatever the way of the sign-in */
} Matrix;

static Matrix matrix;

/* Pages are the person's; whatever happens there, Waxseal only waits. */
static gboolean
is_own_request (JsonObject *entry)
{
  const char *route = waxseal_json_get_text (entry, "route");

  return g_str_has_prefix (route, "/v1.0/") || g_str_has_suffix (route, "/devicecode") ||
         g_str_has_suffix (route, "/token");
}

static JsonNode *
get_log (void)
{
  return matrix_fixture_steer (matrix.fixture, "GET", "/practice/log", NULL);
}

static GPtrArray *
list_requests (void)
{
  g_autoptr (JsonNode) log = get_log ();
  JsonArray *entries = json_node_get_array (log);
  GPtrArray *requests = g_ptr_array_new_with_free_func (g_free);

  for (guint i = 0; i < json_array_get_length (entries); i++)
    {
      JsonObject *entry = waxseal_json_array_get_object (entries, i);

      if (is_own_request (entry))
        g_ptr_array_add (requests,
                         g_strdup_printf ("%s %s",
                                          waxseal_json_get_text (entry, "method"),
                                          waxseal_json_get_text (entry, "route")));
    }
  return requests;
}

static gboolean
was_met (void)
{
  g_autoptr (JsonNode) log = get_log ();
  JsonArray *entries = json_node_get_array (log);

  for (guint i = 0; i < json_array_get_length (entries); i++)
    if (*waxseal_json_get_text (waxseal_json_array_get_object (entries, i), "fault") != '\0')
      return TRUE;
  return FALSE;
}

static gboolean
is_at (const char *request, Place place)
{
  gboolean is_graph = strstr (request, " /v1.0/") != NULL;

  switch (place)
    {
    case GRAPH:
      return is_graph;
    case GRAPH_WRITE:
      return is_graph && !g_str_has_prefix (request, "GET ");
    case SIGN_IN:
      return !is_graph;
    case TOKEN:
      return g_str_has_suffix (request, "/token");
    case ADD_SECRET:
      return g_str_has_suffix (request, "/addPassword");
    case ANYWHERE:
    default:
      return TRUE;
    }
}

static void
set_script (const char *script)
{
  g_autoptr (JsonNode) faults =
    matrix_fixture_steer (matrix.fixture, "POST", "/practice/faults", script);

  g_assert_nonnull (faults);
}

/* As the remedy says: remove what is lost first; whoever has to sign in again is asked. */
static gboolean
try_again (const GError *error, GError **again)
{
  /* Half of them in a Waxseal that was started again. */
  if (matrix.n_cases % 2 == 1)
    matrix_fixture_reopen (matrix.fixture);
  if (g_error_matches (error, WAXSEAL_ERROR, WAXSEAL_ERROR_ORPHAN_SECRET) &&
      !matrix_fixture_remove_orphans (matrix.fixture, again))
    return FALSE;
  return matrix_fixture_attempt (matrix.fixture, again);
}

/* What the person may do, the application may not: only the proof tells that it does not work. */
static gboolean
is_expected (const Trouble *trouble, const GError *error)
{
  return error->code == trouble->refusal || (trouble->refusal == WAXSEAL_ERROR_ROLE_MISSING &&
                                             error->code == WAXSEAL_ERROR_NOT_PROVED);
}

static char *
check_failure (const GError *error)
{
  char *problem = matrix_state_check_half_made (matrix.fixture);

  if (problem == NULL && error->domain != WAXSEAL_ERROR)
    problem = g_strdup_printf ("%s", error->message);
  if (problem == NULL && waxseal_remedy_get_text (error) == NULL)
    problem = g_strdup_printf ("no remedy for: %s", error->message);
  return problem;
}

static void
complain (const char *problem, const GError *error)
{
  const char *details = error != NULL ? waxseal_error_get_details (error) : NULL;

  g_test_message ("  %s; %s (%s)",
                  problem,
                  error != NULL ? error->message : "",
                  details != NULL ? details : "");
  g_test_fail ();
}

static void
run_case (const Trouble *trouble, Row *row)
{
  g_autoptr (GError) error = NULL;
  g_autofree char *problem = NULL;
  gboolean done = matrix_fixture_attempt (matrix.fixture, &error);
  guint n_attempts;

  row->n_at_once += done;
  for (n_attempts = 1; !done && n_attempts < MAX_ATTEMPTS; n_attempts++)
    {
      g_autoptr (GError) before = g_steal_pointer (&error);

      problem = check_failure (before);
      if (problem != NULL)
        {
          complain (problem, before);
          return;
        }
      if (trouble->refusal == NO_REFUSAL)
        set_script ("[]");
      done = try_again (before, &error);
    }
  row->n_resumed += done && n_attempts > 1;
  if (done)
    problem = matrix_state_check_done (matrix.fixture);
  else if (!is_expected (trouble, error))
    problem = g_strdup ("not done in the end");
  else
    {
      row->n_refused++;
      problem = check_failure (error);
    }
  if (problem != NULL)
    complain (problem, error);
}

/* A code is entered before it is asked for. */
static double
choose_pace (const Trouble *trouble)
{
  return trouble->place == ADD_SECRET || matrix.signs_in_only ? SLOW_PACE : PACE;
}

static void
meet (const Trouble *trouble, Row *row, const char *request, guint occurrence)
{
  g_autofree char *script =
    g_strdup_printf ("[{\"on\":\"%s\",\"skip\":%u,%s}]", request, occurrence, trouble->rule);
  g_autoptr (GPtrArray) requests = NULL;

  g_test_message ("%s, the %u. time", request, occurrence + 1);
  matrix.n_cases++;
  matrix.fixture->pace = choose_pace (trouble);
  matrix_fixture_renew (matrix.fixture);
  set_script (script);
  run_case (trouble, row);
  g_assert_true (was_met ());
  requests = list_requests ();
  row->n_runs++;
  row->n_requests += requests->len;
}

static void
test_trouble (gconstpointer data)
{
  const Trouble *trouble = data;
  g_autoptr (GHashTable) seen = g_hash_table_new (g_str_hash, g_str_equal);

  for (guint i = 0; i < matrix.requests->len; i++)
    {
      const char *request = matrix.requests->pdata[i];
      guint occurrence = GPOINTER_TO_UINT (g_hash_table_lookup (seen, request));

      g_hash_table_insert (seen, (gpointer) request, GUINT_TO_POINTER (occurrence + 1));
      if (is_at (request, trouble->place) && (!matrix.signs_in_only || is_at (request, SIGN_IN)))
        meet (trouble, &matrix.rows[trouble - troubles], request, occurrence);
    }
}

static void
test_clean (void)
{
  g_autoptr (GError) error = NULL;
  g_autofree char *problem = NULL;

  matrix_fixture_renew (matrix.fixture);
  matrix_fixture_attempt (matrix.fixture, &error);
  g_assert_no_error (error);
  problem = matrix_state_check_done (matrix.fixture);
  g_assert_cmpstr (problem, ==, NULL);
  matrix.requests = list_requests ();
  g_assert_cmpuint (matrix.requests->len, >, 20);
}

static void
print_table (void)
{
  g_print ("# %-26s %5s %8s %8s %8s %9s\n",
           "trouble",
           "runs",
           "at once",
           "resumed",
           "refused",
           "requests");
  for (guint i = 0; i < G_N_ELEMENTS (troubles); i++)
    {
      const Row *row = &matrix.rows[i];

      if (row->n_runs > 0)
        g_print ("# %-26s %5u %8u %8u %8u %9u\n",
                 troubles[i].name,
                 row->n_runs,
                 row->n_at_once,
                 row->n_resumed,
                 row->n_refused,
                 row->n_requests);
    }
}

int
main (int argc, char **argv)
{
  gboolean all;
  WaxsealSignInWay way;
  int status;

  g_test_init (&argc, &argv, NULL);
  g_assert_cmpint (argc, ==, 3);
  all = g_str_equal (argv[1], "all");
  way = g_str_equal (argv[2], "code") ? WAXSEAL_SIGN_IN_CODE : WAXSEAL_SIGN_IN_BROWSER;
  matrix.signs_in_only = way == WAXSEAL_SIGN_IN_CODE;
  matrix.fixture = matrix_fixture_new (10, way);

  g_test_add_func ("/fault-matrix/none", test_clean);
  for (guint i = 0; i < G_N_ELEMENTS (troubles); i++)
    {
      g_autofree char *path = g_strconcat ("/fault-matrix/", troubles[i].name, NULL);

      if (all || troubles[i].is_quick)
        g_test_add_data_func (path, &troubles[i], test_trouble);
    }
  status = g_test_run ();
  print_table ();
  g_clear_pointer (&matrix.requests, g_ptr_array_unref);
  matrix_fixture_free (matrix.fixture);
  return status;
}
