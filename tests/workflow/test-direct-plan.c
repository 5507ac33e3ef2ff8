/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What is shown before anything is sent to Exchange, and what is not sent at all. */
#include "direct-job.h"
#include "waxseal-enums.h"
#include "waxseal-error.h"
#include "waxseal-exchange-cmdlet.h"
#include "waxseal-recipient.h"

static MatrixFixture *fixture;

static void
prepare (void)
{
  fixture->pace = 0.01;
  fixture->person = "global-administrator";
  matrix_fixture_renew (fixture);
  direct_job_prepare (fixture);
}

static WaxsealDirectPlan *
plan (guint index, WaxsealRolloutAction action)
{
  g_autoptr (GError) error = NULL;
  WaxsealDirectPlan *made = direct_job_plan (fixture, index, action, &error);

  g_assert_no_error (error);
  return made;
}

static void
act (guint index, WaxsealRolloutAction action)
{
  g_autoptr (GError) error = NULL;

  direct_job_do (fixture, index, action, &error);
  g_assert_no_error (error);
}

static void
assert_command (WaxsealDirectPlan *self, guint index, const char *wanted)
{
  g_autoptr (WaxsealDirectStep) step =
    g_list_model_get_item (waxseal_direct_plan_get_steps (self), index);
  g_auto (GStrv) sizes = NULL;
  g_autofree char *text = NULL;

  g_assert_nonnull (step);
  /* However long the manifest is. */
  text = g_strdup (waxseal_direct_step_get_text (step));
  sizes = g_regex_split_simple ("the manifest, [0-9]+ bytes", text, 0, 0);
  g_free (text);
  text = g_strjoinv ("the manifest", sizes);
  g_assert_cmpstr (text, ==, wanted);
  g_assert_cmpint (waxseal_direct_step_get_state (step), ==, WAXSEAL_DIRECT_STEP_PENDING);
}

static guint
count_steps (WaxsealDirectPlan *self)
{
  return g_list_model_get_n_items (waxseal_direct_plan_get_steps (self));
}

static gboolean
has_text (const char *const *texts, const char *part)
{
  for (guint i = 0; texts[i] != NULL; i++)
    if (strstr (texts[i], part) != NULL)
      return TRUE;
  return FALSE;
}

#define ID        "0c0ffee0-1111-4222-8333-444455556666"
#define IDENTITY  "\n  -Identity '" ID "'\n  -OrganizationApp"
#define TEST      "'" DIRECT_GRACE "', 'sean.o''brien@contoso-practice.example'"
#define TEST_ONLY "\n  -ProvidedTo 'SpecificUsers'\n  -UserList " TEST

/* Exactly what will be called, for each action. */
static void
test_commands (void)
{
  g_autoptr (WaxsealDirectPlan) deploy = NULL, widen = NULL, pause = NULL, method = NULL;
  g_autoptr (WaxsealDirectPlan) update = NULL, roll_back = NULL;
  WaxsealRolloutPhase *phase;

  prepare ();
  phase = direct_job_get_phase (fixture, 0);
  deploy = plan (0, WAXSEAL_ROLLOUT_ACTION_DEPLOY);
  g_assert_cmpuint (count_steps (deploy), ==, 1);
  assert_command (deploy,
                  0,
                  "New-App\n  -OrganizationApp\n  -FileData (the manifest)" TEST_ONLY
                  "\n  -DefaultStateForUser 'AlwaysEnabled'\n  -Enabled $true");
  act (0, WAXSEAL_ROLLOUT_ACTION_DEPLOY);

  pause = plan (0, WAXSEAL_ROLLOUT_ACTION_PAUSE);
  assert_command (pause, 0, "Set-App" IDENTITY "\n  -Enabled $false");
  direct_job_name (phase, DIRECT_UMA);
  widen = plan (0, WAXSEAL_ROLLOUT_ACTION_WIDEN);
  assert_command (widen,
                  0,
                  "Set-App" IDENTITY TEST_ONLY ", '" DIRECT_UMA
                  "'\n  -DefaultStateForUser 'AlwaysEnabled'");
  g_object_set (phase, "method", WAXSEAL_DEPLOYMENT_METHOD_AVAILABLE, NULL);
  method = plan (0, WAXSEAL_ROLLOUT_ACTION_CHANGE_METHOD);
  assert_command (method, 0, "Set-App" IDENTITY TEST_ONLY "\n  -DefaultStateForUser 'Disabled'");
  update = plan (0, WAXSEAL_ROLLOUT_ACTION_UPDATE);
  g_assert_cmpuint (count_steps (update), ==, 2);
  assert_command (update, 0, "Remove-App" IDENTITY "\n  -Confirm:$false");
  assert_command (update,
                  1,
                  "New-App\n  -OrganizationApp\n  -FileData (the manifest)" TEST_ONLY
                  "\n  -DefaultStateForUser 'AlwaysEnabled'\n  -Enabled $true");
  roll_back = plan (0, WAXSEAL_ROLLOUT_ACTION_ROLL_BACK);
  g_assert_cmpuint (count_steps (roll_back), ==, 1);
  assert_command (roll_back, 0, "Remove-App" IDENTITY "\n  -Confirm:$false");
  matrix_fixture_end (fixture);
}

static void
test_everyone (void)
{
  g_autoptr (WaxsealDirectPlan) everyone = NULL;

  prepare ();
  g_object_set (direct_job_get_phase (fixture, 0), "audience", WAXSEAL_AUDIENCE_EVERYONE, NULL);
  everyone = plan (0, WAXSEAL_ROLLOUT_ACTION_DEPLOY);
  assert_command (everyone,
                  0,
                  "New-App\n  -OrganizationApp\n  -FileData (the manifest)\n"
                  "  -ProvidedTo 'Everyone'\n"
                  "  -DefaultStateForUser 'AlwaysEnabled'\n  -Enabled $true");
  g_assert_true (g_str_has_prefix (waxseal_direct_plan_get_summary (everyone), "Everyone gets"));
  matrix_fixture_end (fixture);
}

static void
name_group (WaxsealRolloutPhase *phase, const char *read_on)
{
  const char *members[] = { "Rina.Honda@renshu.example", DIRECT_UMA, NULL };
  g_autoptr (WaxsealRecipient) group = g_object_new (WAXSEAL_TYPE_RECIPIENT,
                                                     "kind",
                                                     WAXSEAL_RECIPIENT_KIND_GROUP,
                                                     "address",
                                                     "sales@contoso-practice.example",
                                                     "member-addresses",
                                                     members,
                                                     "members-on",
                                                     read_on,
                                                     NULL);

  g_list_store_append (waxseal_record_get_list (phase, "recipients"), group);
}

/* Who gets it and who loses it, what is a snapshot, and what is not as in the admin center. */
static void
test_words (void)
{
  g_autoptr (WaxsealDirectPlan) widen = NULL, narrow = NULL, deploy = NULL;
  g_autofree char *added = NULL, *removed = NULL;
  WaxsealRolloutPhase *phase;

  prepare ();
  phase = direct_job_get_phase (fixture, 0);
  deploy = plan (0, WAXSEAL_ROLLOUT_ACTION_DEPLOY);
  g_assert_true (has_text (waxseal_direct_plan_get_notes (deploy), "not be shown in the"));
  g_assert_true (has_text (waxseal_direct_plan_get_notes (deploy), "up to a day"));
  g_assert_true (has_text (waxseal_direct_plan_get_notes (deploy), "not the same"));
  g_assert_false (has_text (waxseal_direct_plan_get_notes (deploy), "no groups"));
  act (0, WAXSEAL_ROLLOUT_ACTION_DEPLOY);
  name_group (phase, "2026-11-20T09:00:00Z");
  direct_job_name_no_more (phase, DIRECT_SEAN);
  widen = plan (0, WAXSEAL_ROLLOUT_ACTION_WIDEN);
  added = g_strjoinv (" ", (char **) waxseal_direct_plan_get_added (widen));
  g_assert_cmpstr (added, ==, DIRECT_RINA " " DIRECT_UMA);
  g_assert_null (waxseal_direct_plan_get_removed (widen)[0]);
  g_assert_cmpstr (waxseal_direct_plan_get_summary (widen),
                   ==,
                   "2 people get the add-in, and 0 people lose it. Nothing else is changed.");
  g_assert_true (has_text (waxseal_direct_plan_get_notes (widen), "20 Nov 2026"));
  g_assert_true (has_text (waxseal_direct_plan_get_notes (widen), "4 of at most 1,000"));
  narrow = plan (0, WAXSEAL_ROLLOUT_ACTION_NARROW);
  removed = g_strjoinv (" ", (char **) waxseal_direct_plan_get_removed (narrow));
  g_assert_cmpstr (removed, ==, DIRECT_SEAN);
  g_assert_null (waxseal_direct_plan_get_added (narrow)[0]);
  matrix_fixture_end (fixture);
}

/* A plan that is refused has no steps, and a run of it sends nothing. */
static void
assert_refused (guint index, WaxsealRolloutAction action, const char *reason)
{
  g_autoptr (WaxsealDirectPlan) refused = plan (index, action);
  g_autofree char *before = direct_job_describe (fixture);
  g_autofree char *after = NULL;
  g_autoptr (GError) error = NULL;

  g_test_message ("%s", reason);
  g_assert_true (has_text (waxseal_direct_plan_get_refusals (refused), reason));
  g_assert_false (waxseal_direct_plan_can_run (refused));
  g_assert_cmpuint (count_steps (refused), ==, 0);
  g_assert_false (direct_job_run (fixture, refused, &error));
  g_assert_error (error, WAXSEAL_ERROR, WAXSEAL_ERROR_EXCHANGE_REFUSED);
  after = direct_job_describe (fixture);
  g_assert_cmpstr (before, ==, after);
}

static void
test_not_accepted (void)
{
  prepare ();
  g_object_set (waxseal_record_get_child (fixture->organization, "rollout"),
                "exchange-accepted-on",
                "",
                NULL);
  assert_refused (0, WAXSEAL_ROLLOUT_ACTION_DEPLOY, "does not publish");
  matrix_fixture_end (fixture);
}

static void
test_order (void)
{
  prepare ();
  assert_refused (1, WAXSEAL_ROLLOUT_ACTION_DEPLOY, "Judge the phase before");
  assert_refused (0, WAXSEAL_ROLLOUT_ACTION_WIDEN, "not deployed");
  act (0, WAXSEAL_ROLLOUT_ACTION_DEPLOY);
  assert_refused (0, WAXSEAL_ROLLOUT_ACTION_DEPLOY, "deployed already");
  act (0, WAXSEAL_ROLLOUT_ACTION_PAUSE);
  direct_job_judge (fixture, 0);
  assert_refused (1, WAXSEAL_ROLLOUT_ACTION_DEPLOY, "The add-in is off");
  matrix_fixture_end (fixture);
}

static void
test_people (void)
{
  WaxsealRolloutPhase *phase;

  prepare ();
  phase = direct_job_get_phase (fixture, 0);
  name_group (phase, "");
  assert_refused (0, WAXSEAL_ROLLOUT_ACTION_DEPLOY, "Exchange takes people only");
  g_list_store_remove_all (waxseal_record_get_list (phase, "recipients"));
  assert_refused (0, WAXSEAL_ROLLOUT_ACTION_DEPLOY, "Name the users or groups");
  for (guint i = 0; i <= WAXSEAL_EXCHANGE_MAX_USERS; i++)
    {
      g_autofree char *address = g_strdup_printf ("user-%u@contoso-practice.example", i);

      direct_job_name (phase, address);
    }
  assert_refused (0, WAXSEAL_ROLLOUT_ACTION_DEPLOY, "More than 1,000");
  matrix_fixture_end (fixture);
}

/* The phases together are too many, though none of them is. */
static void
test_people_together (void)
{
  prepare ();
  act (0, WAXSEAL_ROLLOUT_ACTION_DEPLOY);
  direct_job_judge (fixture, 0);
  for (guint i = 0; i < WAXSEAL_EXCHANGE_MAX_USERS - 3; i++)
    {
      g_autofree char *address = g_strdup_printf ("user-%u@contoso-practice.example", i);

      direct_job_name (direct_job_get_phase (fixture, 1), address);
    }
  assert_refused (1, WAXSEAL_ROLLOUT_ACTION_DEPLOY, "More than 1,000");
  matrix_fixture_end (fixture);
}

static void
test_another_road (void)
{
  prepare ();
  g_object_set (direct_job_get_phase (fixture, 0),
                "deployed-on",
                "2026-11-20T09:00:00Z",
                "road",
                WAXSEAL_ROAD_ADMIN_CENTER,
                NULL);
  assert_refused (0, WAXSEAL_ROLLOUT_ACTION_WIDEN, "deployed another way");
  assert_refused (0, WAXSEAL_ROLLOUT_ACTION_ROLL_BACK, "deployed another way");
  matrix_fixture_end (fixture);
}

static void
result_cb (GObject *source, GAsyncResult *result, gpointer user_data)
{
  *(GAsyncResult **) user_data = g_object_ref (result);
}

/* As somebody with PowerShell does it: the journal has nothing of it. */
static void
deploy_as_somebody (void)
{
  g_autoptr (WaxsealExchangeCommand) command = waxseal_exchange_command_new ("New-App");
  g_autoptr (GBytes) manifest = direct_job_build_manifest (fixture);
  g_autoptr (WaxsealExchangeReply) reply = NULL;
  g_autoptr (GAsyncResult) result = NULL;
  g_autoptr (GError) error = NULL;

  waxseal_exchange_command_set_flag (command, "OrganizationApp", TRUE);
  waxseal_exchange_command_set_bytes (command, "FileData", manifest);
  waxseal_exchange_command_set_text (command, "ProvidedTo", "Everyone");
  waxseal_exchange_call_async (waxseal_tenant_session_get_exchange (fixture->session),
                               command,
                               waxseal_tenant_session_get_exchange_scopes (fixture->session),
                               NULL,
                               result_cb,
                               &result);
  while (result == NULL)
    g_main_context_iteration (NULL, TRUE);
  reply = waxseal_exchange_call_finish (waxseal_tenant_session_get_exchange (fixture->session),
                                        result,
                                        &error);
  g_assert_no_error (error);
}

/* It is seen before; and where it comes in between, Exchange refuses and it is left alone. */
static void
test_somebody (void)
{
  g_autoptr (WaxsealDirectPlan) early = NULL;
  g_autoptr (WaxsealDirectReview) review = NULL;
  g_autofree char *before = NULL, *after = NULL, *words = NULL;
  g_autoptr (GError) error = NULL, none = NULL;

  prepare ();
  early = plan (0, WAXSEAL_ROLLOUT_ACTION_DEPLOY);
  g_assert_true (waxseal_direct_plan_can_run (early));
  deploy_as_somebody ();
  before = direct_job_describe (fixture);
  g_assert_false (direct_job_run (fixture, early, &error));
  g_assert_error (error, WAXSEAL_ERROR, WAXSEAL_ERROR_EXCHANGE_REFUSED);
  assert_refused (0, WAXSEAL_ROLLOUT_ACTION_DEPLOY, "did not deploy it");
  assert_refused (0, WAXSEAL_ROLLOUT_ACTION_ROLL_BACK, "did not deploy it");
  after = direct_job_describe (fixture);
  g_assert_cmpstr (before, ==, after);
  review = direct_job_review (fixture, &none);
  g_assert_no_error (none);
  g_assert_cmpint (waxseal_direct_review_get_owner (review), ==, WAXSEAL_DIRECT_OWNER_SOMEBODY);
  words = waxseal_direct_review_describe (review);
  g_assert_nonnull (strstr (words, "for everyone"));
  matrix_fixture_end (fixture);
}

static void
test_manifest (void)
{
  WaxsealAddinIdentity *addin;

  prepare ();
  addin = waxseal_organization_get_addin (fixture->organization);
  waxseal_record_set_text (addin, "version", "one");
  assert_refused (0, WAXSEAL_ROLLOUT_ACTION_DEPLOY, "The manifest has errors");
  matrix_fixture_end (fixture);
}

static WaxsealDirectPlan *
plan_with (const char *manifest)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (WaxsealDirectReview) review = direct_job_review (fixture, &error);
  g_autoptr (GBytes) bytes =
    manifest != NULL ? g_bytes_new_static (manifest, strlen (manifest)) : NULL;

  g_assert_no_error (error);
  return waxseal_direct_plan_new (fixture->organization,
                                  direct_job_get_phase (fixture, 0),
                                  WAXSEAL_ROLLOUT_ACTION_DEPLOY,
                                  review,
                                  bytes);
}

static void
test_no_manifest (void)
{
  g_autoptr (WaxsealDirectPlan) none = NULL, hostile = NULL;

  prepare ();
  none = plan_with (NULL);
  hostile = plan_with ("<!DOCTYPE x [<!ENTITY a SYSTEM 'file:///etc/passwd'>]><x>&a;</x>");
  g_assert_true (has_text (waxseal_direct_plan_get_refusals (none), "no manifest"));
  g_assert_true (has_text (waxseal_direct_plan_get_refusals (hostile), "has errors"));
  g_assert_cmpuint (count_steps (hostile), ==, 0);
  matrix_fixture_end (fixture);
}

static void
test_forbidden (void)
{
  prepare ();
  direct_job_set (fixture, "appsForOfficeDisabled", "true");
  assert_refused (0, WAXSEAL_ROLLOUT_ACTION_DEPLOY, "AppsForOfficeEnabled");
  matrix_fixture_end (fixture);
}

/* Removed by somebody else: what is out is still what is recorded, and can be put right. */
static void
test_missing (void)
{
  g_autoptr (WaxsealDirectPlan) roll_back = NULL;

  prepare ();
  act (0, WAXSEAL_ROLLOUT_ACTION_DEPLOY);
  direct_job_forget_apps (fixture);
  assert_refused (0, WAXSEAL_ROLLOUT_ACTION_PAUSE, "does not have the add-in any more");
  act (0, WAXSEAL_ROLLOUT_ACTION_ROLL_BACK);
  act (0, WAXSEAL_ROLLOUT_ACTION_DEPLOY);
  matrix_fixture_end (fixture);
}

int
main (int argc, char **argv)
{
  int status;

  g_test_init (&argc, &argv, NULL);
  fixture = matrix_fixture_new (10, WAXSEAL_SIGN_IN_BROWSER);
  g_test_add_func ("/direct-plan/commands", test_commands);
  g_test_add_func ("/direct-plan/everyone", test_everyone);
  g_test_add_func ("/direct-plan/words", test_words);
  g_test_add_func ("/direct-plan/not-accepted", test_not_accepted);
  g_test_add_func ("/direct-plan/order", test_order);
  g_test_add_func ("/direct-plan/people", test_people);
  g_test_add_func ("/direct-plan/people-together", test_people_together);
  g_test_add_func ("/direct-plan/another-road", test_another_road);
  g_test_add_func ("/direct-plan/somebody", test_somebody);
  g_test_add_func ("/direct-plan/manifest", test_manifest);
  g_test_add_func ("/direct-plan/no-manifest", test_no_manifest);
  g_test_add_func ("/direct-plan/forbidden", test_forbidden);
  g_test_add_func ("/direct-plan/missing", test_missing);
  status = g_test_run ();
  matrix_fixture_free (fixture);
  return status;
}
