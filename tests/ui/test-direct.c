/* SPDX-License-Identifier: GPL-3.0-or-later */
/* A rollout by Exchange Online directly, by clicks, on the practice tenant. */
#include <string.h>

#include "ui-job.h"
#include "ui-keyring.h"
#include "ui-phases.h"
#include "ui-practice.h"
#include "waxseal-direct-road.h"
#include "waxseal-direct-step-row.h"
#include "waxseal-json.h"
#include "waxseal-page.h"
#include "waxseal-phase-recipients.h"
#include "waxseal-rollout-action.h"
#include "waxseal-rollout-words.h"

#define ADDIN_ID "0c0ffee0-1111-4222-8333-444455556666"
#define GRACE    "grace.hall@contoso-practice.example"
#define SEAN     "sean.o'brien@contoso-practice.example"
#define UMA      "uma.patel@contoso-practice.example"
#define PILOT_ID "5b7e0c0c-31c4-4a0d-9e68-2f9d60c1a70c"
#define ON       "'on': 'POST /adminapi/beta/{}/InvokeCommand "

/** Direct: the road of one phase after the other, in a window over the real one. */
typedef struct
{
  UiJob job;
  GtkWindow *host;
  GtkWidget *road;
  UiKeyring *keyring;
} Direct;

static WaxsealRolloutPhase *
get_phase (Direct *direct, guint index)
{
  WaxsealOrganization *organization = ui_fixture_get_organization (direct->job.fixture);
  g_autoptr (WaxsealRolloutPhase) phase =
    g_list_model_get_item (waxseal_organization_get_phases (organization), index);

  return phase; /* the organisation keeps it */
}

static void
name (Direct *direct, guint index, const char *address)
{
  const char *const addresses[] = { address, NULL };
  g_autoptr (GListModel) recipients = waxseal_recipients_new_from_addresses (addresses);

  waxseal_phase_recipients_add (get_phase (direct, index), recipients);
}

static GtkWindow *
make_host (UiFixture *fixture, GtkWidget *road)
{
  GtkWidget *scroller = gtk_scrolled_window_new ();

  gtk_scrolled_window_set_child (GTK_SCROLLED_WINDOW (scroller), road);
  return g_object_new (ADW_TYPE_WINDOW,
                       "transient-for",
                       fixture->window,
                       "modal",
                       TRUE,
                       "default-width",
                       640,
                       "default-height",
                       900,
                       "content",
                       scroller,
                       NULL);
}

/* FALSE: there is no keyring to do it with. */
static gboolean
open_road (Direct *direct, UiFixture *fixture, UiPerson *person)
{
  WaxsealPage *page;

  *direct = (Direct){ .job = { fixture, NULL, person }, .keyring = ui_keyring_start () };
  if (direct->keyring == NULL)
    return FALSE;
  ui_job_open_practice (&direct->job);
  page = WAXSEAL_PAGE (ui_fixture_get_page (fixture, "entra-app"));
  waxseal_record_set_text (waxseal_organization_get_addin (ui_fixture_get_organization (fixture)),
                           "id",
                           ADDIN_ID);
  name (direct, 0, GRACE);
  name (direct, 0, SEAN);
  direct->road = g_object_new (WAXSEAL_TYPE_DIRECT_ROAD,
                               "draft",
                               ui_fixture_get_draft (fixture),
                               "phase",
                               get_phase (direct, 0),
                               "desk",
                               waxseal_page_get_desk (page),
                               NULL);
  direct->host = make_host (fixture, direct->road);
  direct->job.page = direct->road;
  gtk_window_present (direct->host);
  ui_driver_settle (200);
  return TRUE;
}

static void
close_road (Direct *direct)
{
  gtk_window_destroy (direct->host);
  ui_keyring_stop (direct->keyring, "eyJ");
}

static void
aim (Direct *direct, guint index, WaxsealRolloutAction action)
{
  g_object_set (direct->road, "phase", get_phase (direct, index), "action", action, NULL);
}

static void
accept_and_sign_in (Direct *direct)
{
  GtkWidget *by = ui_driver_find_row (direct->road, ADW_TYPE_ENTRY_ROW, "Accepted By", NULL);

  gtk_editable_set_text (GTK_EDITABLE (by), "Ann Admin");
  ui_driver_click (direct->road, "_Accept");
  ui_driver_click (direct->road, "Use a _Code…");
  ui_job_wait_label (&direct->job, "Plan: ");
}

/* “on AlwaysEnabled 1.0.0.0: a@b.c”, as the tenant has it, or “none”. */
static void
assert_app (Direct *direct, const char *wanted)
{
  g_autoptr (JsonNode) state =
    ui_practice_steer (direct->job.fixture, "GET", "/practice/state", NULL);
  JsonArray *apps =
    waxseal_json_get_array (waxseal_json_get_object (waxseal_json_node_get_object (state),
                                                     "collections"),
                            "organizationApps");
  g_autofree char *found = g_strdup ("none");

  for (guint i = 0; i < json_array_get_length (apps); i++)
    {
      JsonObject *app = waxseal_json_array_get_object (apps, i);
      g_auto (GStrv) users =
        waxseal_json_array_dup_texts (waxseal_json_get_array (app, "UserList"));
      g_autofree char *joined = g_strjoinv (" ", users);

      if (g_ascii_strcasecmp (waxseal_json_get_text (app, "AppId"), ADDIN_ID) != 0)
        continue;
      g_free (found);
      found = g_strdup_printf ("%s %s: %s",
                               waxseal_json_get_flag (app, "Enabled") ? "on" : "off",
                               waxseal_json_get_text (app, "DefaultStateForUser"),
                               joined);
    }
  g_assert_cmpstr (found, ==, wanted);
}

static gboolean
is_undone (GtkWidget *widget, gpointer user_data)
{
  return WAXSEAL_IS_DIRECT_STEP_ROW (widget) && gtk_widget_get_mapped (widget) &&
         !g_str_has_prefix (adw_expander_row_get_subtitle (ADW_EXPANDER_ROW (widget)),
                            "Done, and read back");
}

static void
do_it (Direct *direct)
{
  ui_driver_click (direct->road, "_Do It");
  ui_job_wait_label (&direct->job, "Read back from Exchange Online on ");
  g_assert_nonnull (ui_driver_find (direct->road, WAXSEAL_TYPE_DIRECT_STEP_ROW, NULL));
  g_assert_null (ui_driver_visit (direct->road, is_undone, NULL));
}

static void
plan (Direct *direct, const char *heading)
{
  ui_driver_click (direct->road, "_Look Again");
  ui_job_wait_label (&direct->job, heading);
}

static const char *
get_text (Direct *direct, guint index, const char *property)
{
  return waxseal_record_get_text (get_phase (direct, index), property);
}

/* Nothing is asked or sent before it was accepted, nothing changed before it was shown; then
 * deployed, widened and rolled back, and each read back. */
static void
test_whole (UiFixture *fixture)
{
  g_autoptr (UiPerson) person = ui_person_new ("global-administrator");
  gpointer settings;
  g_autofree char *copied = NULL;
  GtkWidget *step;
  Direct direct;

  if (!open_road (&direct, fixture, person))
    return;
  settings = waxseal_record_get_child (ui_fixture_get_organization (fixture), "rollout");
  g_assert_nonnull (ui_driver_find_label (direct.road, "Microsoft does not publish it"));
  g_assert_null (ui_driver_find_button (direct.road, "Use a _Code…"));
  accept_and_sign_in (&direct);
  g_assert_cmpstr (waxseal_record_get_text (settings, "exchange-accepted-by"), ==, "Ann Admin");
  ui_job_wait_label (&direct.job, "Plan: Deploy");
  ui_job_wait_label (&direct.job, "2 people get the add-in");
  ui_job_wait_label (&direct.job, "not be shown in the Microsoft 365 admin center");
  assert_app (&direct, "none");
  step = ui_driver_find (direct.road, WAXSEAL_TYPE_DIRECT_STEP_ROW, NULL);
  adw_expander_row_set_expanded (ADW_EXPANDER_ROW (step), TRUE);
  ui_job_wait_label (&direct.job, "New-App");
  g_assert_nonnull (ui_driver_find_label (step, "'sean.o''brien@contoso-practice.example'"));
  ui_driver_click (step, "_Copy");
  copied = ui_job_read_clipboard (&direct.job);
  g_assert_true (g_str_has_prefix (copied, "New-App\n  -OrganizationApp\n"));

  do_it (&direct);
  assert_app (&direct, "on AlwaysEnabled: " GRACE " " SEAN);
  g_assert_cmpstr (get_text (&direct, 0, "assignment-verified-on"), !=, "");
  ui_job_wait_label (&direct.job, "Request ID");

  name (&direct, 0, UMA);
  aim (&direct, 0, WAXSEAL_ROLLOUT_ACTION_WIDEN);
  plan (&direct, "Plan: Widen");
  ui_job_wait_label (&direct.job, "1 person gets the add-in");
  do_it (&direct);
  assert_app (&direct, "on AlwaysEnabled: " GRACE " " SEAN " " UMA);

  aim (&direct, 0, WAXSEAL_ROLLOUT_ACTION_ROLL_BACK);
  plan (&direct, "Plan: Roll Back");
  do_it (&direct);
  assert_app (&direct, "none");
  g_assert_cmpstr (get_text (&direct, 0, "rolled-back-on"), !=, "");
  close_road (&direct);
}

/* The plan is of what the phase is now: a change makes it again, and what is not to be done is not
 * offered. */
static void
test_plan (UiFixture *fixture)
{
  g_autoptr (UiPerson) person = ui_person_new ("global-administrator");
  Direct direct;

  if (!open_road (&direct, fixture, person))
    return;
  accept_and_sign_in (&direct);
  name (&direct, 0, UMA);
  ui_job_wait_label (&direct.job, "3 people get the add-in");
  g_object_set (get_phase (&direct, 0), "audience", WAXSEAL_AUDIENCE_EVERYONE, NULL);
  ui_job_wait_label (&direct.job, "Everyone gets the add-in");
  aim (&direct, 1, WAXSEAL_ROLLOUT_ACTION_DEPLOY);
  ui_job_wait_label (&direct.job, "Judge the phase before it first");
  g_assert_null (ui_driver_find_button (direct.road, "_Do It"));
  ui_driver_click (direct.road, "_Withdraw");
  g_assert_null (ui_driver_find_label (direct.road, "Plan: Deploy"));
  g_assert_cmpstr (waxseal_record_get_text (
                     waxseal_record_get_child (ui_fixture_get_organization (fixture), "rollout"),
                     "exchange-accepted-on"),
                   ==,
                   "");
  close_road (&direct);
}

/* What the service refuses is told in its own words, with another way; the same plan goes on once
 * it does not refuse any more, and nothing is there twice. */
static void
test_refused (UiFixture *fixture)
{
  g_autoptr (UiPerson) person = ui_person_new ("global-administrator");
  Direct direct;
  g_autofree char *details = NULL;

  if (!open_road (&direct, fixture, person))
    return;
  waxseal_record_get_child (ui_fixture_get_organization (fixture), "rollout");
  g_object_set (waxseal_record_get_child (ui_fixture_get_organization (fixture), "rollout"),
                "road",
                WAXSEAL_ROAD_EXCHANGE,
                NULL);
  accept_and_sign_in (&direct);
  ui_practice_make_trouble (fixture,
                            "[{" ON "New-App', 'fault': 'centralized-deployment', 'text': "
                            "'Use New-OrganizationAddIn.'}]");
  ui_driver_click (direct.road, "_Do It");
  ui_job_wait_label (&direct.job, "Exchange Online refused the request.");
  g_object_get (ui_driver_find_row (direct.road,
                                    ADW_TYPE_ACTION_ROW,
                                    "Details",
                                    "Exchange Online refused the request."),
                "value",
                &details,
                NULL);
  g_assert_nonnull (strstr (details, "Use New-OrganizationAddIn."));
  assert_app (&direct, "none");
  g_assert_cmpstr (get_text (&direct, 0, "deployed-on"), ==, "");

  plan (&direct, "Plan: Deploy");
  do_it (&direct);
  assert_app (&direct, "on AlwaysEnabled: " GRACE " " SEAN);
  close_road (&direct);
}

static void
test_instead (UiFixture *fixture)
{
  g_autoptr (UiPerson) person = ui_person_new ("global-administrator");
  gpointer settings;
  Direct direct;

  if (!open_road (&direct, fixture, person))
    return;
  settings = waxseal_record_get_child (ui_fixture_get_organization (fixture), "rollout");
  g_object_set (settings, "road", WAXSEAL_ROAD_EXCHANGE, NULL);
  accept_and_sign_in (&direct);
  ui_practice_make_trouble (fixture, "[{" ON "New-App', 'fault': 'centralized-deployment'}]");
  ui_driver_click (direct.road, "_Do It");
  ui_job_wait_button (&direct.job, "_Use the Admin Center");
  ui_driver_click (direct.road, "_Use the Admin Center");
  g_assert_cmpint (waxseal_record_get_enum (settings, "road"), ==, WAXSEAL_ROAD_ADMIN_CENTER);
  close_road (&direct);
}

/* A token that is older than the role gets a 403 without a word; looking again puts it right. */
static void
test_bodyless (UiFixture *fixture)
{
  g_autoptr (UiPerson) person = ui_person_new ("global-administrator");
  Direct direct;

  if (!open_road (&direct, fixture, person))
    return;
  accept_and_sign_in (&direct);
  ui_practice_make_trouble (fixture, "[{" ON "New-App', 'fault': 'forbidden-silent', 'times': 9}]");
  ui_driver_click (direct.road, "_Do It");
  ui_job_wait_label (&direct.job, "Exchange Online does not let you do this, or not yet.");
  assert_app (&direct, "none");
  ui_practice_make_trouble (fixture, NULL);
  ui_driver_click (direct.road, "Try Again");
  ui_job_wait_label (&direct.job, "Plan: Deploy");
  do_it (&direct);
  assert_app (&direct, "on AlwaysEnabled: " GRACE " " SEAN);
  close_road (&direct);
}

static gboolean
is_held (gpointer fixture)
{
  return ui_practice_has_held (fixture);
}

/* What was not sent yet is not sent any more; what was on its way is looked for first by the next
 * plan. */
static void
test_cancel (UiFixture *fixture)
{
  g_autoptr (UiPerson) person = ui_person_new ("global-administrator");
  g_autoptr (JsonNode) released = NULL;
  Direct direct;

  if (!open_road (&direct, fixture, person))
    return;
  accept_and_sign_in (&direct);
  ui_practice_make_trouble (fixture, "[{" ON "Get-App', 'fault': 'hold-before', 'times': 1}]");
  ui_driver_click (direct.road, "_Do It");
  ui_driver_wait (is_held, fixture);
  ui_driver_click (direct.road, "_Cancel");
  ui_job_wait_label (&direct.job, "Not Done: Deploy");
  ui_job_wait_label (&direct.job, "Cancelled");
  assert_app (&direct, "none");
  released = ui_practice_steer (fixture, "POST", "/practice/release", NULL);
  plan (&direct, "Plan: Deploy");
  do_it (&direct);
  assert_app (&direct, "on AlwaysEnabled: " GRACE " " SEAN);
  close_road (&direct);
}

/* Somebody without the role cannot even look. */
static void
test_without_role (UiFixture *fixture)
{
  g_autoptr (UiPerson) person = ui_person_new ("cloud-application-administrator");
  GtkWidget *by;
  Direct direct;

  if (!open_road (&direct, fixture, person))
    return;
  by = ui_driver_find_row (direct.road, ADW_TYPE_ENTRY_ROW, "Accepted By", NULL);
  gtk_editable_set_text (GTK_EDITABLE (by), "Ann Admin");
  ui_driver_click (direct.road, "_Accept");
  ui_driver_click (direct.road, "Use a _Code…");
  ui_job_wait_label (&direct.job, "It takes an Exchange Administrator");
  g_assert_null (ui_driver_find_button (direct.road, "_Do It"));
  close_road (&direct);
}

/* As it was when one person was in it, who is not in it any more. */
static void
name_pilot (Direct *direct)
{
  static const char *const members[] = { UMA, NULL };
  g_autoptr (GListStore) groups = g_list_store_new (WAXSEAL_TYPE_RECIPIENT);
  g_autoptr (WaxsealRecipient) pilot = g_object_new (WAXSEAL_TYPE_RECIPIENT,
                                                     "kind",
                                                     WAXSEAL_RECIPIENT_KIND_GROUP,
                                                     "name",
                                                     "Add-in Pilot",
                                                     "object-id",
                                                     PILOT_ID,
                                                     "matched-on",
                                                     "2026-11-25T09:00:00Z",
                                                     "members-on",
                                                     "2026-11-25T09:00:00Z",
                                                     "n-members",
                                                     1,
                                                     "member-addresses",
                                                     members,
                                                     NULL);

  g_list_store_append (groups, pilot);
  waxseal_phase_recipients_add (get_phase (direct, 0), G_LIST_MODEL (groups));
}

static guint
count_assigned (Direct *direct)
{
  return g_strv_length ((char **) waxseal_record_get_texts (get_phase (direct, 0), "assigned"));
}

static gboolean
has_all_who_joined (gpointer road)
{
  return ui_driver_find_label (road, "joined and do") == NULL;
}

/* A group goes in as the people that it had; who joined or left since is told when it is looked at
 * again, and widening gives the add-in to those who joined. */
static void
test_snapshot (UiFixture *fixture)
{
  g_autoptr (UiPerson) person = ui_person_new ("global-administrator");
  Direct direct;

  if (!open_road (&direct, fixture, person))
    return;
  name_pilot (&direct);
  g_assert_null (ui_driver_find_label (direct.road, "Groups, as They Were"));
  accept_and_sign_in (&direct);
  do_it (&direct);
  g_assert_cmpuint (count_assigned (&direct), ==, 3);
  ui_job_wait_label (&direct.job, "Groups, as They Were");
  ui_job_wait_label (&direct.job, "The members are those that it was assigned to");

  ui_driver_click (direct.road, "Look A_gain");
  ui_driver_click (direct.road, "Use a _Code…");
  ui_job_wait_label (&direct.job, "7 joined and do not have the add-in");
  ui_job_wait_label (&direct.job, "1 left and still has the add-in: " UMA);
  aim (&direct, 0, WAXSEAL_ROLLOUT_ACTION_WIDEN);
  plan (&direct, "Plan: Widen");
  do_it (&direct);
  g_assert_cmpuint (count_assigned (&direct), ==, 10);
  ui_driver_wait (has_all_who_joined, direct.road);
  ui_job_wait_label (&direct.job, "1 left and still has the add-in");
  aim (&direct, 0, WAXSEAL_ROLLOUT_ACTION_NARROW);
  plan (&direct, "Plan: Narrow");
  do_it (&direct);
  g_assert_cmpuint (count_assigned (&direct), ==, 9);
  ui_job_wait_label (&direct.job, "The members are those that it was assigned to");
  close_road (&direct);
}

/* Of “What else can be done”. */
static void
choose (UiFixture *fixture, const char *action)
{
  GtkWidget *page = ui_phases_get_page (fixture);

  g_signal_emit_by_name (ui_driver_find_row (page, ADW_TYPE_ACTION_ROW, action, "More You Can Do"),
                         "activated");
  ui_driver_settle (100);
}

static void
press_next (Direct *direct, const char *label)
{
  g_assert_cmpstr (ui_phases_get_next (direct->job.fixture), ==, label);
  ui_phases_press_next (direct->job.fixture);
}

/* On the page itself: the way is chosen there, and what the phase waits for is what is planned. */
static void
test_page (UiFixture *fixture)
{
  g_autoptr (UiPerson) person = ui_person_new ("global-administrator");
  Direct direct = { .job = { fixture, NULL, person }, .keyring = ui_keyring_start () };

  if (direct.keyring == NULL)
    return;
  ui_job_open_practice (&direct.job);
  waxseal_record_set_text (waxseal_organization_get_addin (ui_fixture_get_organization (fixture)),
                           "id",
                           ADDIN_ID);
  name (&direct, 0, GRACE);
  waxseal_window_show_page (fixture->window, "deployment");
  direct.road = direct.job.page = ui_phases_get_page (fixture);
  ui_phases_show (fixture, "roll-out");
  gtk_check_button_set_active (
    GTK_CHECK_BUTTON (adw_action_row_get_activatable_widget (ADW_ACTION_ROW (ui_driver_find_row (
      direct.road, ADW_TYPE_ACTION_ROW, waxseal_road_get_label (WAXSEAL_ROAD_EXCHANGE), "Way")))),
    TRUE);
  accept_and_sign_in (&direct);
  do_it (&direct);
  assert_app (&direct, "on AlwaysEnabled: " GRACE);
  g_assert_cmpstr (ui_phases_get_card_text (fixture, 0, "stage"), ==, "On its way");

  name (&direct, 0, UMA);
  ui_driver_settle (200);
  press_next (&direct, "Widen");
  plan (&direct, "Plan: Widen · Test");
  do_it (&direct);
  assert_app (&direct, "on AlwaysEnabled: " GRACE " " UMA);

  choose (fixture, "Pause");
  plan (&direct, "Plan: Pause · Test");
  do_it (&direct);
  assert_app (&direct, "off AlwaysEnabled: " GRACE " " UMA);
  press_next (&direct, "Resume");
  plan (&direct, "Plan: Resume · Test");
  do_it (&direct);
  choose (fixture, "Roll Back");
  plan (&direct, "Plan: Roll Back · Test");
  do_it (&direct);
  assert_app (&direct, "none");
  ui_keyring_stop (direct.keyring, "eyJ");
}

int
main (int argc, char **argv)
{
  const UiTest tests[] = {
    { "/direct/whole", test_whole, NULL },
    { "/direct/plan", test_plan, NULL },
    { "/direct/refused", test_refused, NULL },
    { "/direct/instead", test_instead, NULL },
    { "/direct/bodyless", test_bodyless, NULL },
    { "/direct/cancel", test_cancel, NULL },
    { "/direct/without-role", test_without_role, NULL },
    { "/direct/snapshot", test_snapshot, NULL },
    { "/direct/page", test_page, NULL },
  };

  return ui_fixture_run (argc, argv, tests, G_N_ELEMENTS (tests));
}
