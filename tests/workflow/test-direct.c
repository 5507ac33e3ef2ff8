/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Three phases rolled out by Exchange directly, against the practice tenant. */
#include "direct-job.h"
#include "waxseal-error.h"
#include "waxseal-remedy.h"
#include "waxseal-sign-in-client.h"

#define PACE 0.01

static MatrixFixture *fixture;

static void
prepare (void)
{
  fixture->pace = PACE;
  fixture->person = "global-administrator";
  matrix_fixture_renew (fixture);
  direct_job_prepare (fixture);
}

static void
assert_is (const char *wanted)
{
  g_autofree char *found = direct_job_describe (fixture);

  g_assert_cmpstr (found, ==, wanted);
}

static void
act (guint index, WaxsealRolloutAction action, const char *wanted)
{
  g_autoptr (GError) error = NULL;

  direct_job_do (fixture, index, action, &error);
  g_assert_no_error (error);
  assert_is (wanted);
  g_assert_cmpuint (direct_job_count_open (fixture), ==, 0);
}

static void
assert_events (guint index, const char *wanted)
{
  g_autofree char *found = direct_job_describe_events (fixture, index);

  g_assert_cmpstr (found, ==, wanted);
}

static void
assert_assigned (guint index, const char *wanted)
{
  WaxsealRolloutPhase *phase = direct_job_get_phase (fixture, index);
  g_autofree char *found = g_strjoinv (" ", (char **) waxseal_record_get_texts (phase, "assigned"));

  g_assert_cmpstr (found, ==, wanted);
}

#define TEST  DIRECT_GRACE " " DIRECT_SEAN
#define PILOT "h.sato@xn--vh0a51b.example " DIRECT_RINA
#define BOTH  DIRECT_GRACE " " DIRECT_SATO " " DIRECT_RINA " " DIRECT_SEAN

/* Three phases, each after the one before was judged; widened, narrowed, and one rolled back. */
static void
test_phases (void)
{
  WaxsealRolloutPhase *pilot;

  prepare ();
  act (0, WAXSEAL_ROLLOUT_ACTION_DEPLOY, "on AlwaysEnabled 1.0.0.0: " TEST);
  assert_assigned (0, TEST);
  direct_job_judge (fixture, 0);
  act (1, WAXSEAL_ROLLOUT_ACTION_DEPLOY, "on AlwaysEnabled 1.0.0.0: " BOTH);
  assert_assigned (1, PILOT);
  pilot = direct_job_get_phase (fixture, 1);
  direct_job_name (pilot, DIRECT_UMA);
  act (1, WAXSEAL_ROLLOUT_ACTION_WIDEN, "on AlwaysEnabled 1.0.0.0: " BOTH " " DIRECT_UMA);
  direct_job_name_no_more (pilot, DIRECT_SATO);
  act (1,
       WAXSEAL_ROLLOUT_ACTION_NARROW,
       "on AlwaysEnabled 1.0.0.0: " DIRECT_GRACE " " DIRECT_RINA " " DIRECT_SEAN " " DIRECT_UMA);
  direct_job_judge (fixture, 1);
  act (2, WAXSEAL_ROLLOUT_ACTION_DEPLOY, "on AlwaysEnabled 1.0.0.0 Everyone");
  act (2,
       WAXSEAL_ROLLOUT_ACTION_ROLL_BACK,
       "on AlwaysEnabled 1.0.0.0: " DIRECT_GRACE " " DIRECT_RINA " " DIRECT_SEAN " " DIRECT_UMA);
  act (1, WAXSEAL_ROLLOUT_ACTION_ROLL_BACK, "on AlwaysEnabled 1.0.0.0: " TEST);
  act (0, WAXSEAL_ROLLOUT_ACTION_ROLL_BACK, "none");

  assert_events (0, "uploaded verified, assigned verified, judged declared, rolled-back verified");
  assert_events (1,
                 "assigned verified, widened verified, narrowed verified, judged declared, "
                 "rolled-back verified");
  assert_events (2, "assigned verified, rolled-back verified");
  g_assert_cmpuint (direct_job_count_calls (fixture, "New-App"), ==, 1);
  g_assert_cmpuint (direct_job_count_calls (fixture, "Remove-App"), ==, 1);
  matrix_fixture_end (fixture);
}

static void
set_method (guint index, WaxsealDeploymentMethod method)
{
  g_object_set (direct_job_get_phase (fixture, index), "method", method, NULL);
}

/* One add-in has one method: the last one said counts for all, until its phase is rolled back. */
static void
test_methods (void)
{
  prepare ();
  set_method (0, WAXSEAL_DEPLOYMENT_METHOD_AVAILABLE);
  act (0, WAXSEAL_ROLLOUT_ACTION_DEPLOY, "on Disabled 1.0.0.0: " TEST);
  set_method (0, WAXSEAL_DEPLOYMENT_METHOD_OPTIONAL);
  act (0, WAXSEAL_ROLLOUT_ACTION_CHANGE_METHOD, "on Enabled 1.0.0.0: " TEST);
  direct_job_judge (fixture, 0);
  act (1, WAXSEAL_ROLLOUT_ACTION_DEPLOY, "on AlwaysEnabled 1.0.0.0: " BOTH);
  assert_events (0,
                 "uploaded verified, assigned verified, method-changed verified, judged declared, "
                 "method-changed verified");
  assert_assigned (0, TEST);
  act (1, WAXSEAL_ROLLOUT_ACTION_ROLL_BACK, "on Enabled 1.0.0.0: " TEST);
  g_assert_cmpint (waxseal_record_get_enum (direct_job_get_phase (fixture, 0), "deployed-method"),
                   ==,
                   WAXSEAL_DEPLOYMENT_METHOD_OPTIONAL);
  matrix_fixture_end (fixture);
}

static void
test_pause (void)
{
  prepare ();
  act (0, WAXSEAL_ROLLOUT_ACTION_DEPLOY, "on AlwaysEnabled 1.0.0.0: " TEST);
  direct_job_judge (fixture, 0);
  act (1, WAXSEAL_ROLLOUT_ACTION_DEPLOY, "on AlwaysEnabled 1.0.0.0: " BOTH);
  act (1, WAXSEAL_ROLLOUT_ACTION_PAUSE, "off AlwaysEnabled 1.0.0.0: " BOTH);
  act (0, WAXSEAL_ROLLOUT_ACTION_RESUME, "on AlwaysEnabled 1.0.0.0: " BOTH);
  assert_events (0,
                 "uploaded verified, assigned verified, judged declared, paused verified, "
                 "resumed verified");
  assert_events (1, "assigned verified, paused verified, resumed verified");
  matrix_fixture_end (fixture);
}

static void
test_just_me (void)
{
  prepare ();
  g_object_set (direct_job_get_phase (fixture, 0), "audience", WAXSEAL_AUDIENCE_JUST_ME, NULL);
  act (0, WAXSEAL_ROLLOUT_ACTION_DEPLOY, "on AlwaysEnabled 1.0.0.0: " DIRECT_GRACE);
  assert_assigned (0, DIRECT_GRACE);
  matrix_fixture_end (fixture);
}

static void
set_version (const char *version)
{
  waxseal_record_set_text (waxseal_organization_get_addin (fixture->organization),
                           "version",
                           version);
}

static void
test_update (void)
{
  prepare ();
  act (0, WAXSEAL_ROLLOUT_ACTION_DEPLOY, "on AlwaysEnabled 1.0.0.0: " TEST);
  set_version ("1.0.0.1");
  direct_job_name (direct_job_get_phase (fixture, 0), DIRECT_UMA);
  act (0, WAXSEAL_ROLLOUT_ACTION_WIDEN, "on AlwaysEnabled 1.0.0.0: " TEST " " DIRECT_UMA);
  act (0, WAXSEAL_ROLLOUT_ACTION_UPDATE, "on AlwaysEnabled 1.0.0.1: " TEST " " DIRECT_UMA);
  assert_events (0, "uploaded verified, assigned verified, widened verified, updated verified");
  g_assert_cmpstr (waxseal_record_get_text (direct_job_get_phase (fixture, 0), "deployed-version"),
                   ==,
                   "1.0.0.1");
  matrix_fixture_end (fixture);
}

#define ON      "'on': 'POST /adminapi/beta/{}/InvokeCommand "
#define REFUSAL "Use New-OrganizationAddIn of Centralized Deployment."

/* Removed, and then not added again: then nobody has it, and the phases say so. */
static void
test_half_update (void)
{
  g_autoptr (GError) error = NULL;

  prepare ();
  act (0, WAXSEAL_ROLLOUT_ACTION_DEPLOY, "on AlwaysEnabled 1.0.0.0: " TEST);
  set_version ("1.0.0.1");
  direct_job_make_trouble (fixture,
                           "[{" ON "New-App', 'fault': 'centralized-deployment', 'text': '" REFUSAL
                           "'}]");
  g_assert_false (direct_job_do (fixture, 0, WAXSEAL_ROLLOUT_ACTION_UPDATE, &error));
  g_assert_error (error, WAXSEAL_ERROR, WAXSEAL_ERROR_EXCHANGE_REFUSED);
  g_assert_nonnull (strstr (waxseal_error_get_details (error), REFUSAL));
  g_assert_nonnull (strstr (waxseal_error_get_details (error), "request-id"));
  g_assert_nonnull (waxseal_remedy_get_text (error));
  assert_is ("none");
  assert_events (0, "uploaded verified, assigned verified, rolled-back verified");
  act (0, WAXSEAL_ROLLOUT_ACTION_DEPLOY, "on AlwaysEnabled 1.0.0.1: " TEST);
  matrix_fixture_end (fixture);
}

/* The write arrived, and Waxseal was killed before it knew. */
static void
test_lost (void)
{
  static const char *const faults[] = { "reset-after", "truncated", "warnings-after" };

  for (guint i = 0; i < G_N_ELEMENTS (faults); i++)
    {
      g_autofree char *script =
        g_strdup_printf ("[{" ON "New-App', 'fault': '%s'},"
                         " {'on': 'POST /adminapi/beta/{}/InvokeCommand Get-App', 'skip': 2,"
                         " 'fault': 'status', 'status': 500, 'times': 4}]",
                         faults[i]);
      g_autoptr (GError) error = NULL;

      prepare ();
      direct_job_make_trouble (fixture, script);
      g_assert_false (direct_job_do (fixture, 0, WAXSEAL_ROLLOUT_ACTION_DEPLOY, &error));
      g_assert_cmpuint (direct_job_count_open (fixture), ==, 1);
      assert_is ("on AlwaysEnabled 1.0.0.0: " TEST);
      assert_events (0, "");
      matrix_fixture_reopen (fixture);
      act (0, WAXSEAL_ROLLOUT_ACTION_DEPLOY, "on AlwaysEnabled 1.0.0.0: " TEST);
      g_assert_cmpuint (direct_job_count_calls (fixture, "New-App"), ==, 1);
      assert_events (0, "uploaded verified, assigned verified");
      matrix_fixture_end (fixture);
    }
}

/* Looked for in vain for as long as servers take to agree, and then there all the same: it is what
 * was asked for, so it is ours. */
static void
test_late (void)
{
  g_autoptr (GError) error = NULL;

  prepare ();
  direct_job_make_trouble (fixture,
                           "[{" ON "New-App', 'fault': 'reset-after'},"
                           " {" ON "Get-App', 'fault': 'not-replicated', 'times': -1}]");
  g_assert_false (direct_job_do (fixture, 0, WAXSEAL_ROLLOUT_ACTION_DEPLOY, &error));
  g_assert_error (error, WAXSEAL_ERROR, WAXSEAL_ERROR_EXCHANGE_REFUSED);
  g_assert_cmpuint (direct_job_count_open (fixture), ==, 0);
  assert_events (0, "");
  direct_job_make_trouble (fixture, "[]");
  act (0, WAXSEAL_ROLLOUT_ACTION_DEPLOY, "on AlwaysEnabled 1.0.0.0: " TEST);
  assert_events (0, "uploaded verified, assigned verified");
  matrix_fixture_end (fixture);
}

/* Accepted without a word, and not shown: it is not sent again, however often it is tried. */
static void
test_not_shown (void)
{
  prepare ();
  direct_job_make_trouble (fixture, "[{" ON "Get-App', 'fault': 'not-replicated', 'times': -1}]");
  for (guint i = 0; i < 3; i++)
    {
      g_autoptr (GError) error = NULL;

      g_assert_false (direct_job_do (fixture, 0, WAXSEAL_ROLLOUT_ACTION_DEPLOY, &error));
      g_assert_error (error, WAXSEAL_ERROR, WAXSEAL_ERROR_SERVICE_BUSY);
      g_assert_cmpuint (direct_job_count_open (fixture), ==, 1);
      g_assert_cmpuint (direct_job_count_calls (fixture, "New-App"), ==, 1);
      matrix_fixture_reopen (fixture);
    }
  direct_job_make_trouble (fixture, "[]");
  act (0, WAXSEAL_ROLLOUT_ACTION_DEPLOY, "on AlwaysEnabled 1.0.0.0: " TEST);
  g_assert_cmpuint (direct_job_count_calls (fixture, "New-App"), ==, 1);
  matrix_fixture_end (fixture);
}

/* Servers that are behind show what was there before: sent all the same, and waited for. */
static void
test_behind (void)
{
  WaxsealRolloutPhase *test;

  prepare ();
  test = direct_job_get_phase (fixture, 0);
  act (0, WAXSEAL_ROLLOUT_ACTION_DEPLOY, "on AlwaysEnabled 1.0.0.0: " TEST);
  direct_job_name (test, DIRECT_UMA);
  act (0, WAXSEAL_ROLLOUT_ACTION_WIDEN, "on AlwaysEnabled 1.0.0.0: " TEST " " DIRECT_UMA);
  direct_job_name_no_more (test, DIRECT_UMA);
  direct_job_make_trouble (fixture, "[{" ON "Get-App', 'fault': 'not-replicated', 'times': 4}]");
  act (0, WAXSEAL_ROLLOUT_ACTION_NARROW, "on AlwaysEnabled 1.0.0.0: " TEST);
  direct_job_make_trouble (fixture, "[{" ON "Get-App', 'fault': 'not-replicated', 'times': 4}]");
  act (0, WAXSEAL_ROLLOUT_ACTION_ROLL_BACK, "none");
  direct_job_make_trouble (fixture, "[{" ON "Get-App', 'fault': 'not-replicated', 'times': 4}]");
  act (0, WAXSEAL_ROLLOUT_ACTION_DEPLOY, "on AlwaysEnabled 1.0.0.0: " TEST);
  matrix_fixture_end (fixture);
}

/* What was asked for before the crash, and is not wanted any more. */
static void
test_other_way (void)
{
  g_autoptr (GError) error = NULL;

  prepare ();
  act (0, WAXSEAL_ROLLOUT_ACTION_DEPLOY, "on AlwaysEnabled 1.0.0.0: " TEST);
  direct_job_make_trouble (fixture,
                           "[{" ON "Set-App', 'fault': 'reset-after'},"
                           " {" ON "Get-App', 'skip': 2, 'fault': 'status', 'status': 500,"
                           " 'times': 4}]");
  g_assert_false (direct_job_do (fixture, 0, WAXSEAL_ROLLOUT_ACTION_PAUSE, &error));
  assert_is ("off AlwaysEnabled 1.0.0.0: " TEST);
  g_assert_cmpuint (direct_job_count_open (fixture), ==, 1);
  matrix_fixture_reopen (fixture);
  act (0, WAXSEAL_ROLLOUT_ACTION_ROLL_BACK, "none");
  assert_events (0, "uploaded verified, assigned verified, rolled-back verified");
  matrix_fixture_end (fixture);
}

static void
test_cancelled (void)
{
  g_autoptr (WaxsealDirectPlan) plan = NULL;
  g_autoptr (WaxsealDirectStep) step = NULL;
  g_autoptr (GCancellable) cancellable = g_cancellable_new ();
  g_autoptr (GError) error = NULL;

  prepare ();
  plan = direct_job_plan (fixture, 0, WAXSEAL_ROLLOUT_ACTION_DEPLOY, &error);
  g_assert_no_error (error);
  g_cancellable_cancel (cancellable);
  g_assert_false (direct_job_run_cancellable (fixture, plan, cancellable, &error));
  g_assert_error (error, G_IO_ERROR, G_IO_ERROR_CANCELLED);
  step = g_list_model_get_item (waxseal_direct_plan_get_steps (plan), 0);
  g_assert_cmpint (waxseal_direct_step_get_state (step), ==, WAXSEAL_DIRECT_STEP_CANCELLED);
  assert_is ("none");
  assert_events (0, "");
  matrix_fixture_end (fixture);
}

/* In which form Exchange takes a file is not known; the other one does nothing, and can be had. */
static void
test_byte_form (void)
{
  g_autoptr (GError) error = NULL;

  prepare ();
  direct_job_set (fixture, "fileData", "\"numbers\"");
  g_assert_false (direct_job_do (fixture, 0, WAXSEAL_ROLLOUT_ACTION_DEPLOY, &error));
  g_assert_error (error, WAXSEAL_ERROR, WAXSEAL_ERROR_EXCHANGE_REFUSED);
  g_assert_nonnull (strstr (waxseal_error_get_details (error), "System.Byte[]"));
  assert_is ("none");
  waxseal_exchange_set_byte_form (waxseal_tenant_session_get_exchange (fixture->session),
                                  WAXSEAL_EXCHANGE_BYTES_NUMBERS);
  act (0, WAXSEAL_ROLLOUT_ACTION_DEPLOY, "on AlwaysEnabled 1.0.0.0: " TEST);
  matrix_fixture_end (fixture);
}

/* Somebody with just that role; the quick start's client has a second sign-in for Exchange. */
static void
test_exchange_administrator (void)
{
  prepare ();
  fixture->person = "exchange-administrator";
  waxseal_record_set_text (waxseal_record_get_child (fixture->organization, "sign-in"),
                           "client-id",
                           WAXSEAL_SIGN_IN_CLIENT_QUICK_START);
  act (0, WAXSEAL_ROLLOUT_ACTION_DEPLOY, "on AlwaysEnabled 1.0.0.0: " TEST);
  matrix_fixture_end (fixture);
}

static void
test_no_role (void)
{
  g_autoptr (GError) error = NULL;

  prepare ();
  fixture->person = "user";
  waxseal_record_set_text (waxseal_record_get_child (fixture->organization, "sign-in"),
                           "client-id",
                           WAXSEAL_SIGN_IN_CLIENT_QUICK_START);
  g_assert_false (direct_job_do (fixture, 0, WAXSEAL_ROLLOUT_ACTION_DEPLOY, &error));
  g_assert_error (error, WAXSEAL_ERROR, WAXSEAL_ERROR_EXCHANGE_ROLE);
  assert_is ("none");
  matrix_fixture_end (fixture);
}

int
main (int argc, char **argv)
{
  int status;

  g_test_init (&argc, &argv, NULL);
  fixture = matrix_fixture_new (30, WAXSEAL_SIGN_IN_BROWSER);
  g_test_add_func ("/direct/phases", test_phases);
  g_test_add_func ("/direct/methods", test_methods);
  g_test_add_func ("/direct/pause", test_pause);
  g_test_add_func ("/direct/just-me", test_just_me);
  g_test_add_func ("/direct/update", test_update);
  g_test_add_func ("/direct/half-update", test_half_update);
  g_test_add_func ("/direct/lost", test_lost);
  g_test_add_func ("/direct/late", test_late);
  g_test_add_func ("/direct/not-shown", test_not_shown);
  g_test_add_func ("/direct/behind", test_behind);
  g_test_add_func ("/direct/other-way", test_other_way);
  g_test_add_func ("/direct/cancelled", test_cancelled);
  g_test_add_func ("/direct/byte-form", test_byte_form);
  g_test_add_func ("/direct/exchange-administrator", test_exchange_administrator);
  g_test_add_func ("/direct/no-role", test_no_role);
  status = g_test_run ();
  matrix_fixture_free (fixture);
  return status;
}
