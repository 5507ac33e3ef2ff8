/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What the run sheets say for each phase and action, and what is written down when they are done.
 */
#include "waxseal-run-sheet.h"

#include <string.h>

#include "rollout-fixture.h"
#include "waxseal-portal-links.h"
#include "waxseal-portal-value.h"
#include "waxseal-rollout-event.h"

#define DEPLOY    WAXSEAL_ROLLOUT_ACTION_DEPLOY
#define WIDEN     WAXSEAL_ROLLOUT_ACTION_WIDEN
#define NARROW    WAXSEAL_ROLLOUT_ACTION_NARROW
#define METHOD    WAXSEAL_ROLLOUT_ACTION_CHANGE_METHOD
#define UPDATE    WAXSEAL_ROLLOUT_ACTION_UPDATE
#define PAUSE     WAXSEAL_ROLLOUT_ACTION_PAUSE
#define RESUME    WAXSEAL_ROLLOUT_ACTION_RESUME
#define ROLL_BACK WAXSEAL_ROLLOUT_ACTION_ROLL_BACK
#define PERSON    WAXSEAL_RECIPIENT_KIND_PERSON
#define GROUP     WAXSEAL_RECIPIENT_KIND_GROUP

#define FILE_NAME "waxseal-contoso-1.0.0.0.xml"

static char *
join_titles (GListModel *steps, const char *prefix)
{
  g_autoptr (GString) titles = g_string_new (prefix);

  for (guint i = 0; i < g_list_model_get_n_items (steps); i++)
    {
      g_autoptr (WaxsealRunSheetStep) step = g_list_model_get_item (steps, i);

      g_string_append_printf (titles, "%s\n", waxseal_run_sheet_step_get_title (step));
    }
  return g_string_free (g_steal_pointer (&titles), FALSE);
}

static void
assert_titles (RolloutFixture *f, guint phase, WaxsealRolloutAction action, const char *expected)
{
  WaxsealRolloutOrder order = rollout_fixture_order (f, phase, action);
  g_autoptr (GListModel) steps =
    waxseal_run_sheet_build (&order, WAXSEAL_ROAD_ADMIN_CENTER, FILE_NAME);
  g_autofree char *titles = join_titles (steps, "");

  g_assert_cmpstr (titles, ==, expected);
}

static char *
find_value (GListModel *steps, const char *label)
{
  for (guint i = 0; i < g_list_model_get_n_items (steps); i++)
    {
      g_autoptr (WaxsealRunSheetStep) step = g_list_model_get_item (steps, i);
      GListModel *values = waxseal_run_sheet_step_get_values (step);

      for (guint j = 0; j < g_list_model_get_n_items (values); j++)
        {
          g_autoptr (WaxsealPortalValue) value = g_list_model_get_item (values, j);

          if (g_str_equal (waxseal_portal_value_get_label (value), label))
            return g_strdup (waxseal_portal_value_get_value (value));
        }
    }
  return NULL;
}

static void
assert_value (RolloutFixture *f,
              guint phase,
              WaxsealRolloutAction action,
              const char *label,
              const char *expected)
{
  WaxsealRolloutOrder order = rollout_fixture_order (f, phase, action);
  g_autoptr (GListModel) steps =
    waxseal_run_sheet_build (&order, WAXSEAL_ROAD_ADMIN_CENTER, FILE_NAME);
  g_autofree char *value = find_value (steps, label);

  g_assert_cmpstr (value, ==, expected);
}

#define OPEN   "Open Settings › Integrated apps, then Add-ins\n"
#define UPLOAD "“Deploy Add-in”, then “Next”\n“Upload custom apps”\n"
#define CHOOSE "Choose the add-in in the list\n"
#define EDIT   "“Edit” under “Who has Access”\n"
#define SOME   "Assign users: “Specific users or groups”\n"
#define FIXED  "Deployment method: “Fixed (Default)”\n"
#define FINISH "“Deploy”\n“Next”, to the end\n"
#define KEEP   "If the pane has no deployment method, leave it as it is\n"
#define SAVE   "“Save”\n"
#define LESS   "Remove these from the list\n"

/* The guide's order, and that the phases after the first share its add-in. */
static void
test_phases (RolloutFixture *f, gconstpointer data)
{
  rollout_fixture_add (f, 0, PERSON, "Ann@contoso.com");
  rollout_fixture_add (f, 0, GROUP, "it@contoso.com");
  rollout_fixture_add (f, 1, PERSON, "ann@contoso.com");
  rollout_fixture_add (f, 1, PERSON, "bob@contoso.com");
  assert_titles (f, 0, DEPLOY, OPEN UPLOAD SOME FIXED FINISH);
  assert_value (f, 0, DEPLOY, "To add", "ann@contoso.com\nit@contoso.com");
  assert_value (f, 0, DEPLOY, "Manifest file", FILE_NAME);
  rollout_fixture_declare (f, 0, DEPLOY);

  assert_titles (f, 1, DEPLOY, OPEN CHOOSE EDIT SOME SAVE);
  assert_value (f, 1, DEPLOY, "To add", "bob@contoso.com");
  rollout_fixture_declare (f, 1, DEPLOY);

  assert_titles (f, 2, DEPLOY, OPEN CHOOSE EDIT "Assign users: “Everyone”\n" SAVE);
  rollout_fixture_declare (f, 2, DEPLOY);

  /* Back to the people of the phases before, whom the portal has to be told again. */
  assert_titles (f, 2, ROLL_BACK, OPEN CHOOSE EDIT SOME SAVE);
  assert_value (f, 2, ROLL_BACK, "To add", "ann@contoso.com\nbob@contoso.com\nit@contoso.com");
  rollout_fixture_declare (f, 2, ROLL_BACK);
  /* Ann keeps it: she is in the test, too. */
  assert_titles (f, 1, ROLL_BACK, OPEN CHOOSE EDIT LESS SAVE);
  assert_value (f, 1, ROLL_BACK, "To remove", "bob@contoso.com");
  rollout_fixture_declare (f, 1, ROLL_BACK);
  assert_titles (f,
                 0,
                 ROLL_BACK,
                 OPEN CHOOSE "“Delete Add-In”, at the bottom right of the pane\n"
                             "“Remove add-in”\n");
  rollout_fixture_declare (f, 0, ROLL_BACK);
  assert_titles (f, 0, DEPLOY, OPEN UPLOAD SOME FIXED FINISH);
}

static void
test_changes (RolloutFixture *f, gconstpointer data)
{
  rollout_fixture_add (f, 0, PERSON, "ann@contoso.com");
  rollout_fixture_add (f, 0, PERSON, "bob@contoso.com");
  rollout_fixture_declare (f, 0, DEPLOY);
  rollout_fixture_add (f, 0, PERSON, "zoe@contoso.com");
  g_list_store_remove (waxseal_record_get_list (f->phases[0], "recipients"), 0);
  /* Each does its own half, and leaves the other as it is. */
  assert_titles (f, 0, WIDEN, OPEN CHOOSE EDIT SOME SAVE);
  assert_value (f, 0, WIDEN, "To add", "zoe@contoso.com");
  assert_titles (f, 0, NARROW, OPEN CHOOSE EDIT LESS SAVE);
  assert_value (f, 0, NARROW, "To remove", "ann@contoso.com");
  rollout_fixture_declare (f, 0, WIDEN);
  g_assert_cmpuint (g_strv_length ((char **) waxseal_record_get_texts (f->phases[0], "assigned")),
                    ==,
                    3);
  rollout_fixture_declare (f, 0, NARROW);
  g_assert_cmpstr (waxseal_record_get_texts (f->phases[0], "assigned")[0], ==, "bob@contoso.com");
  g_assert_cmpstr (waxseal_record_get_texts (f->phases[0], "assigned")[1], ==, "zoe@contoso.com");

  g_object_set (f->phases[0], "method", WAXSEAL_DEPLOYMENT_METHOD_AVAILABLE, NULL);
  assert_titles (f, 0, METHOD, OPEN CHOOSE EDIT "Deployment method: “Available”\n" KEEP SAVE);
  assert_titles (f, 0, PAUSE, OPEN CHOOSE "Turn the add-in off\n");
  assert_titles (f, 0, RESUME, OPEN CHOOSE "Turn the add-in on\n");
  assert_titles (f,
                 0,
                 UPDATE,
                 OPEN CHOOSE "“Update”, at the bottom right of the pane\n"
                             "Accept the permissions if you are asked to\n");
  assert_value (f, 0, UPDATE, "Manifest file", FILE_NAME);
}

static void
assert_phase (WaxsealRolloutPhase *phase, const char *version, WaxsealDeploymentMethod method)
{
  g_assert_cmpstr (waxseal_record_get_text (phase, "deployed-version"), ==, version);
  g_assert_cmpint (waxseal_record_get_enum (phase, "deployed-method"), ==, (int) method);
}

static guint
count_events (WaxsealRolloutPhase *phase)
{
  return g_list_model_get_n_items (G_LIST_MODEL (waxseal_record_get_list (phase, "events")));
}

/* What is declared is so for every phase that has the add-in, and for no other. */
static void
test_declared (RolloutFixture *f, gconstpointer data)
{
  WaxsealAddinIdentity *addin = waxseal_organization_get_addin (f->organization);
  g_autoptr (WaxsealRolloutEvent) event = NULL;

  rollout_fixture_add (f, 0, PERSON, "ann@contoso.com");
  rollout_fixture_add (f, 1, PERSON, "bob@contoso.com");
  rollout_fixture_declare (f, 0, DEPLOY);
  g_assert_cmpuint (count_events (f->phases[0]), ==, 2);
  event =
    g_list_model_get_item (G_LIST_MODEL (waxseal_record_get_list (f->phases[0], "events")), 1);
  g_assert_cmpint (waxseal_record_get_enum (event, "state"), ==, WAXSEAL_STATE_DECLARED);
  g_assert_cmpstr (waxseal_record_get_text (event, "by"), ==, "Ann");
  g_assert_cmpint (waxseal_record_get_number (event, "n-people"), ==, 1);
  assert_phase (f->phases[0], "1.0.0.0", WAXSEAL_DEPLOYMENT_METHOD_FIXED);

  waxseal_record_set_text (addin, "version", "1.0.0.1");
  g_object_set (f->phases[1], "method", WAXSEAL_DEPLOYMENT_METHOD_OPTIONAL, NULL);
  rollout_fixture_declare (f, 1, DEPLOY);
  /* The manifest was not uploaded again, and the method is the add-in's. */
  assert_phase (f->phases[1], "1.0.0.0", WAXSEAL_DEPLOYMENT_METHOD_OPTIONAL);
  assert_phase (f->phases[0], "1.0.0.0", WAXSEAL_DEPLOYMENT_METHOD_OPTIONAL);
  rollout_fixture_declare (f, 1, UPDATE);
  assert_phase (f->phases[1], "1.0.0.1", WAXSEAL_DEPLOYMENT_METHOD_OPTIONAL);
  assert_phase (f->phases[0], "1.0.0.1", WAXSEAL_DEPLOYMENT_METHOD_OPTIONAL);
  rollout_fixture_declare (f, 0, PAUSE);
  g_assert_cmpstr (waxseal_record_get_text (f->phases[1], "paused-on"), !=, "");
  rollout_fixture_declare (f, 1, RESUME);
  g_assert_cmpstr (waxseal_record_get_text (f->phases[0], "paused-on"), ==, "");
  g_assert_cmpuint (count_events (f->phases[2]), ==, 0);
  g_assert_cmpstr (waxseal_record_get_texts (f->phases[0], "assigned")[0], ==, "ann@contoso.com");
  g_assert_null (waxseal_record_get_texts (f->phases[0], "assigned")[1]);
}

/* A phase that has an add-in of its own through Exchange is none of these. */
static void
test_exchange (RolloutFixture *f, gconstpointer data)
{
  WaxsealRolloutOrder order = rollout_fixture_order (f, 0, DEPLOY);

  rollout_fixture_add (f, 0, PERSON, "ann@contoso.com");
  rollout_fixture_add (f, 1, PERSON, "bob@contoso.com");
  waxseal_run_sheet_declare (&order, WAXSEAL_ROAD_EXCHANGE, "Ann");
  assert_titles (f, 1, DEPLOY, OPEN UPLOAD SOME FIXED FINISH);
  assert_value (f, 1, DEPLOY, "To add", "bob@contoso.com");
}

static void
test_just_me (RolloutFixture *f, gconstpointer data)
{
  g_object_set (f->phases[0], "audience", WAXSEAL_AUDIENCE_JUST_ME, NULL);
  assert_titles (f, 0, DEPLOY, OPEN UPLOAD "Assign users: “Just me”\n" FIXED FINISH);
  rollout_fixture_declare (f, 0, DEPLOY);
  rollout_fixture_add (f, 1, PERSON, "bob@contoso.com");
  assert_titles (f, 1, DEPLOY, OPEN CHOOSE EDIT SOME "Add yourself, too\n" SAVE);
}

static void
assert_limits (RolloutFixture *f, WaxsealRoad road, const char *has, const char *has_not)
{
  WaxsealRolloutOrder order = rollout_fixture_order (f, 0, DEPLOY);
  g_autoptr (GListModel) limits = waxseal_run_sheet_list_limits (&order, road);
  g_autofree char *titles = join_titles (limits, "\n");

  if (has != NULL)
    g_assert_nonnull (strstr (titles, has));
  if (has_not != NULL)
    g_assert_null (strstr (titles, has_not));
}

static void
test_limits (RolloutFixture *f, gconstpointer data)
{
  WaxsealRoad portal = WAXSEAL_ROAD_ADMIN_CENTER, script = WAXSEAL_ROAD_SCRIPT;

  assert_limits (f, portal, "\nIt takes up to 12 hours, at times 24\n", "\nGroups in groups");
  assert_limits (f,
                 portal,
                 "\nOnly people with a mailbox in Exchange Online",
                 "\nIt runs in Windows");
  assert_limits (f, script, "\nIt runs in Windows", "\nThe script cannot set Fixed");
  rollout_fixture_add (f, 0, GROUP, "it@contoso.com");
  g_object_set (f->phases[0], "method", WAXSEAL_DEPLOYMENT_METHOD_AVAILABLE, NULL);
  assert_limits (f, portal, "\nGroups in groups are left out\n", NULL);
  assert_limits (f, script, "\nThe script cannot set Fixed, Available or Optional\n", NULL);
}

static void
test_clouds (RolloutFixture *f, gconstpointer data)
{
  static const struct
  {
    WaxsealCloud cloud;
    const char *limit;
  } cases[] = {
    { WAXSEAL_CLOUD_GCC_HIGH, "\nGCC High: deployment is under Settings › Add-ins\n" },
    { WAXSEAL_CLOUD_DOD, "\nDoD: deployment is under Settings › Add-ins\n" },
    { WAXSEAL_CLOUD_CHINA, "\n21Vianet: deployment is under Settings › Add-ins\n" },
  };

  assert_limits (f, WAXSEAL_ROAD_ADMIN_CENTER, NULL, "under Settings › Add-ins");
  rollout_fixture_add (f, 0, PERSON, "ann@contoso.com");
  for (gsize i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_object_set (f->organization, "cloud", cases[i].cloud, NULL);
      assert_limits (f, WAXSEAL_ROAD_ADMIN_CENTER, cases[i].limit, NULL);
      assert_limits (f, WAXSEAL_ROAD_SCRIPT, "\nWhether the module reaches this cloud", NULL);
      assert_titles (f, 0, DEPLOY, "Open Settings › Add-ins\n" UPLOAD SOME FIXED FINISH);
    }
}

static void
assert_steps (RolloutFixture *f, const WaxsealRolloutOrder *order, WaxsealRoad road)
{
  g_autoptr (GListModel) steps = waxseal_run_sheet_build (order, road, FILE_NAME);
  gboolean needs_file = FALSE;

  g_assert_cmpuint (g_list_model_get_n_items (steps), >, 0);
  for (guint i = 0; i < g_list_model_get_n_items (steps); i++)
    {
      g_autoptr (WaxsealRunSheetStep) step = g_list_model_get_item (steps, i);
      const char *place = waxseal_run_sheet_step_get_place (step);

      g_assert_cmpuint (waxseal_run_sheet_step_get_number (step), ==, i + 1);
      g_assert_true (place == NULL || waxseal_portal_links_has (place));
      needs_file |= waxseal_run_sheet_step_get_needs_file (step);
    }
  g_assert_cmpint (needs_file, ==, order->action == DEPLOY || order->action == UPDATE);
}

/* Every action has steps on each road, and only what uploads needs the file. */
static void
test_all (RolloutFixture *f, gconstpointer data)
{
  rollout_fixture_add (f, 0, PERSON, "ann@contoso.com");
  for (WaxsealRolloutAction action = 0; action < WAXSEAL_N_ROLLOUT_ACTIONS; action++)
    {
      WaxsealRolloutOrder order = rollout_fixture_order (f, 0, action);

      assert_steps (f, &order, WAXSEAL_ROAD_ADMIN_CENTER);
      assert_steps (f, &order, WAXSEAL_ROAD_SCRIPT);
    }
}

static void
add (const char *path, void (*test) (RolloutFixture *f, gconstpointer data))
{
  g_test_add (path, RolloutFixture, NULL, rollout_fixture_set_up, test, rollout_fixture_tear_down);
}

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  add ("/run-sheet/phases", test_phases);
  add ("/run-sheet/changes", test_changes);
  add ("/run-sheet/declared", test_declared);
  add ("/run-sheet/exchange", test_exchange);
  add ("/run-sheet/just-me", test_just_me);
  add ("/run-sheet/limits", test_limits);
  add ("/run-sheet/clouds", test_clouds);
  add ("/run-sheet/all", test_all);
  return g_test_run ();
}
