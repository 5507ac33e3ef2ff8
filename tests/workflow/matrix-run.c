/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "matrix-run.h"

#include "waxseal-error.h"
#include "waxseal-remedy.h"

/* How often a person who has read the remedy tries again. */
#define MAX_ATTEMPTS 4

/** Row: what came of a trouble. */
typedef struct
{
  guint n_runs;
  guint n_at_once;
  guint n_resumed;
  guint n_refused;
  guint n_requests;
} Row;

/** Matrix: @requests are those of a job without trouble. */
typedef struct
{
  const MatrixJob *job;
  const MatrixTrouble *troubles;
  WaxsealSignInWay way;
  MatrixFixture *fixture;
  GPtrArray *requests;
  Row *rows;
  guint n_cases;
} Matrix;

static Matrix matrix;

/* Pages are the person's; whatever happens there, Waxseal only waits. */
static gboolean
is_own_request (const char *route)
{
  return g_str_has_prefix (route, "/v1.0/") || g_str_has_prefix (route, "/adminapi/") ||
         g_str_has_suffix (route, "/devicecode") || g_str_has_suffix (route, "/token");
}

static JsonNode *
get_log (void)
{
  return matrix_fixture_steer (matrix.fixture, "GET", "/practice/log", NULL);
}

/* As a rule names it: a cmdlet behind the route. */
static char *
name_request (JsonObject *entry)
{
  const char *cmdlet = waxseal_json_get_text (entry, "cmdlet");

  return g_strdup_printf ("%s %s%s%s",
                          waxseal_json_get_text (entry, "method"),
                          waxseal_json_get_text (entry, "route"),
                          *cmdlet != '\0' ? " " : "",
                          cmdlet);
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

      if (is_own_request (waxseal_json_get_text (entry, "route")))
        g_ptr_array_add (requests, name_request (entry));
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

static void
set_script (const char *script)
{
  g_autoptr (JsonNode) faults =
    matrix_fixture_steer (matrix.fixture, "POST", "/practice/faults", script);

  g_assert_nonnull (faults);
}

/* Half of them in a Waxseal that was started again. */
static gboolean
try_again (const GError *error, GError **again)
{
  if (matrix.n_cases % 2 == 1)
    matrix_fixture_reopen (matrix.fixture);
  if (matrix.job->repair != NULL && !matrix.job->repair (matrix.fixture, error, again))
    return FALSE;
  return matrix.job->attempt (matrix.fixture, again);
}

static gboolean
is_expected (const MatrixTrouble *trouble, const GError *error)
{
  return error->code == trouble->refusal ||
         (matrix.job->is_expected != NULL && matrix.job->is_expected (trouble, error));
}

static char *
check_failure (const GError *error)
{
  char *problem = matrix.job->check_half_made (matrix.fixture);

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
run_case (const MatrixTrouble *trouble, Row *row)
{
  g_autoptr (GError) error = NULL;
  g_autofree char *problem = NULL;
  gboolean done = matrix.job->attempt (matrix.fixture, &error);
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
      if (trouble->refusal == MATRIX_NO_REFUSAL)
        set_script ("[]");
      done = try_again (before, &error);
    }
  row->n_resumed += done && n_attempts > 1;
  if (done)
    problem = matrix.job->check_done (matrix.fixture);
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

/* With a server of its own: one of libsoup 3.2 does not let go of connections that the client
 * closes, so that it would run out of them after some hundred cases. */
static void
begin (double pace)
{
  g_clear_pointer (&matrix.fixture, matrix_fixture_free);
  matrix.fixture = matrix_fixture_new (10, matrix.way);
  matrix.fixture->pace = pace;
  matrix_fixture_renew (matrix.fixture);
  if (matrix.job->begin != NULL)
    matrix.job->begin (matrix.fixture);
}

static void
meet (const MatrixTrouble *trouble, Row *row, const char *request, guint occurrence)
{
  g_autofree char *script =
    g_strdup_printf ("[{\"on\":\"%s\",\"skip\":%u,%s}]", request, occurrence, trouble->rule);
  g_autoptr (GPtrArray) requests = NULL;

  g_test_message ("%s, the %u. time", request, occurrence + 1);
  matrix.n_cases++;
  begin (trouble->pace != 0 ? trouble->pace : matrix.job->pace);
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
  const MatrixTrouble *trouble = data;
  g_autoptr (GHashTable) seen = g_hash_table_new (g_str_hash, g_str_equal);

  for (guint i = 0; i < matrix.requests->len; i++)
    {
      const char *request = matrix.requests->pdata[i];
      guint occurrence = GPOINTER_TO_UINT (g_hash_table_lookup (seen, request));

      g_hash_table_insert (seen, (gpointer) request, GUINT_TO_POINTER (occurrence + 1));
      if ((trouble->is_at == NULL || trouble->is_at (request)) &&
          (matrix.job->is_met == NULL || matrix.job->is_met (request)))
        meet (trouble, &matrix.rows[trouble - matrix.troubles], request, occurrence);
    }
}

static void
test_clean (void)
{
  g_autoptr (GError) error = NULL;
  g_autofree char *problem = NULL;

  begin (matrix.job->pace);
  matrix.job->attempt (matrix.fixture, &error);
  g_assert_no_error (error);
  problem = matrix.job->check_done (matrix.fixture);
  g_assert_cmpstr (problem, ==, NULL);
  matrix.requests = list_requests ();
  g_assert_cmpuint (matrix.requests->len, >, 10);
}

static void
print_table (guint n_troubles)
{
  g_print ("# %-28s %5s %8s %8s %8s %9s\n",
           "trouble",
           "runs",
           "at once",
           "resumed",
           "refused",
           "requests");
  for (guint i = 0; i < n_troubles; i++)
    {
      const Row *row = &matrix.rows[i];

      if (row->n_runs > 0)
        g_print ("# %-28s %5u %8u %8u %8u %9u\n",
                 matrix.troubles[i].name,
                 row->n_runs,
                 row->n_at_once,
                 row->n_resumed,
                 row->n_refused,
                 row->n_requests);
    }
}

int
matrix_run (const MatrixJob *job,
            const MatrixTrouble *troubles,
            guint n_troubles,
            WaxsealSignInWay way,
            gboolean all)
{
  g_autofree char *clean = g_strdup_printf ("/%s/none", job->name);
  int status;

  matrix.job = job;
  matrix.troubles = troubles;
  matrix.rows = g_new0 (Row, n_troubles);
  matrix.way = way;
  g_test_add_func (clean, test_clean);
  for (guint i = 0; i < n_troubles; i++)
    {
      g_autofree char *path = g_strdup_printf ("/%s/%s", job->name, troubles[i].name);

      if (all || troubles[i].is_quick)
        g_test_add_data_func (path, &troubles[i], test_trouble);
    }
  status = g_test_run ();
  print_table (n_troubles);
  g_clear_pointer (&matrix.requests, g_ptr_array_unref);
  g_clear_pointer (&matrix.fixture, matrix_fixture_free);
  g_free (matrix.rows);
  return status;
}
