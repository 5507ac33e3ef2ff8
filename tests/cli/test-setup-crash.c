/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * “waxseal setup” is killed while one of its requests is under way: before the tenant has read it,
 * or after it had its effect. The next run goes on from there.
 *
 *   test-setup-crash all|writes
 */
#include <signal.h>
#include <string.h>

#include "setup-fixture.h"
#include "waxseal-error.h"

#define OPTIONS "--organization P --browser"

#define MAX_RUNS 4

/** Count: what came of the crashes at one of the two moments. */
typedef struct
{
  guint n_crashes;
  guint n_next;    /* done by the next run */
  guint n_orphans; /* done after a lost secret was removed */
  guint n_more;    /* done by a later run */
} Count;

static const struct
{
  const char *fault;
  const char *name;
} moments[] = {
  { "hold-before", "before" },
  { "hold-after", "after" },
};

static GPtrArray *requests;
static Count counts[G_N_ELEMENTS (moments)];

static gboolean
is_write (const char *request)
{
  return strstr (request, " /v1.0/") != NULL && !g_str_has_prefix (request, "GET ");
}

static void
steer (SetupFixture *fixture, const char *method, const char *path)
{
  g_autoptr (JsonNode) reply =
    setup_fixture_steer (fixture, method, path, g_str_equal (method, "GET") ? NULL : "{}");

  g_assert_nonnull (reply);
}

static void
crash (SetupFixture *fixture, const char *fault, const char *request, guint occurrence)
{
  g_autofree char *script =
    g_strdup_printf ("[{\"on\":\"%s\",\"fault\":\"%s\",\"skip\":%u}]", request, fault, occurrence);

  setup_fixture_make_trouble (fixture, script);
  setup_fixture_start (fixture, OPTIONS);
  /* Replies once the request is held. */
  steer (fixture, "GET", "/practice/held");
  setup_fixture_assert_process_keeps_quiet (fixture);
  g_subprocess_send_signal (fixture->process, SIGKILL);
  setup_fixture_finish (fixture);
  g_assert_cmpint (fixture->exit, ==, -1);
  steer (fixture, "POST", "/practice/release");
  setup_fixture_assert_no_leak (fixture);
}

static void
resume (SetupFixture *fixture, Count *count)
{
  gboolean had_orphan = FALSE;
  guint n_runs = 0;

  for (fixture->exit = -1; fixture->exit != 0 && n_runs < MAX_RUNS; n_runs++)
    {
      gboolean has_orphan =
        fixture->exit >= 0 && setup_fixture_get_error (fixture) == WAXSEAL_ERROR_ORPHAN_SECRET;

      had_orphan = had_orphan || has_orphan;
      setup_fixture_run (fixture, has_orphan ? OPTIONS " --remove-orphans" : OPTIONS);
    }
  g_assert_cmpint (fixture->exit, ==, 0);
  count->n_crashes++;
  count->n_orphans += had_orphan;
  count->n_next += n_runs == 1;
  count->n_more += n_runs > 1 && !had_orphan;
}

static void
assert_end (SetupFixture *fixture)
{
  g_autofree char *described = setup_fixture_describe (fixture);

  g_assert_cmpstr (described, ==, "1 1 4 1");
  g_assert_true (setup_fixture_holds_secret (fixture));
}

static void
test_request (SetupFixture *fixture, guint moment, guint index)
{
  const char *request = requests->pdata[index];
  guint occurrence = 0;

  for (guint i = 0; i < index; i++)
    occurrence += g_str_equal (requests->pdata[i], request);
  g_test_message ("%s %s, the %u. time", moments[moment].name, request, occurrence + 1);
  setup_fixture_renew (fixture);
  crash (fixture, moments[moment].fault, request, occurrence);
  resume (fixture, &counts[moment]);
  assert_end (fixture);
}

static void
record_requests (SetupFixture *fixture)
{
  if (requests != NULL)
    return;
  setup_fixture_run (fixture, OPTIONS);
  assert_end (fixture);
  requests = setup_fixture_list_requests (fixture);
  g_assert_cmpuint (requests->len, >, 20);
}

static void
test_moment (SetupFixture *fixture, gconstpointer data, gboolean writes_only)
{
  guint moment = GPOINTER_TO_UINT (data);

  record_requests (fixture);
  for (guint i = 0; i < requests->len; i++)
    if (!writes_only || is_write (requests->pdata[i]))
      test_request (fixture, moment, i);
}

static void
test_writes (SetupFixture *fixture, gconstpointer data)
{
  test_moment (fixture, data, TRUE);
}

static void
test_all (SetupFixture *fixture, gconstpointer data)
{
  test_moment (fixture, data, FALSE);
}

static void
print_table (void)
{
  g_print ("# %-8s %8s %8s %8s %8s\n", "killed", "crashes", "next run", "orphan", "later");
  for (guint i = 0; i < G_N_ELEMENTS (moments); i++)
    g_print ("# %-8s %8u %8u %8u %8u\n",
             moments[i].name,
             counts[i].n_crashes,
             counts[i].n_next,
             counts[i].n_orphans,
             counts[i].n_more);
}

int
main (int argc, char **argv)
{
  gboolean all;
  int status;

  g_test_init (&argc, &argv, NULL);
  g_assert_cmpint (argc, ==, 2);
  all = g_str_equal (argv[1], "all");
  for (guint i = 0; i < G_N_ELEMENTS (moments); i++)
    {
      g_autofree char *path = g_strconcat ("/setup-crash/", moments[i].name, NULL);

      g_test_add (path,
                  SetupFixture,
                  GUINT_TO_POINTER (i),
                  setup_fixture_set_up,
                  all ? test_all : test_writes,
                  setup_fixture_tear_down);
    }
  status = g_test_run ();
  print_table ();
  g_clear_pointer (&requests, g_ptr_array_unref);
  return status;
}
