/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Go or no-go, and the timeline, on the Deployment page, by clicks. */
#include "ui-phases.h"

#include "waxseal-criterion.h"
#include "waxseal-enums.h"
#include "waxseal-expected-row.h"
#include "waxseal-judge-dialog.h"
#include "waxseal-rollout-enums.h"
#include "waxseal-rollout-event.h"

static WaxsealCriterion *
get_criterion (UiFixture *fixture, guint i)
{
  GListStore *criteria = waxseal_record_get_list (ui_phases_get_phase (fixture, 0), "criteria");
  g_autoptr (WaxsealCriterion) criterion = g_list_model_get_item (G_LIST_MODEL (criteria), i);

  return criterion; /* the list keeps it */
}

static GtkWidget *
get_criterion_row (UiFixture *fixture, guint i)
{
  GtkWidget *box = ui_phases_get_part (fixture, "judgement", "criteria_box");

  return GTK_WIDGET (gtk_list_box_get_row_at_index (GTK_LIST_BOX (box), i));
}

static void
test_criteria (UiFixture *fixture)
{
  GtkWidget *row, *check;

  ui_phases_show (fixture, "judge");
  row = get_criterion_row (fixture, 0);
  check = ui_driver_get_child (row, "check");
  gtk_check_button_set_active (GTK_CHECK_BUTTON (check), TRUE);
  g_assert_cmpint (waxseal_record_get_enum (get_criterion (fixture, 0), "result"),
                   ==,
                   WAXSEAL_TEST_RESULT_PASSED);
  g_assert_true (
    g_str_has_prefix (adw_expander_row_get_subtitle (ADW_EXPANDER_ROW (row)), "Met on "));
  g_assert_cmpstr (ui_phases_get_card_text (fixture, 0, "gate"),
                   ==,
                   "Before Pilot opens: 1 of 4 criteria met");

  adw_combo_row_set_selected (ADW_COMBO_ROW (ui_driver_get_child (row, "result_row")),
                              WAXSEAL_TEST_RESULT_FAILED);
  g_assert_false (gtk_check_button_get_active (GTK_CHECK_BUTTON (check)));
  g_assert_cmpstr (adw_expander_row_get_icon_name (ADW_EXPANDER_ROW (row)),
                   ==,
                   "dialog-warning-symbolic");
  g_assert_cmpstr (waxseal_record_get_text (get_criterion (fixture, 0), "judged-on"), !=, "");
}

static void
test_own_criterion (UiFixture *fixture)
{
  GtkWidget *add_row, *row;

  ui_phases_show (fixture, "judge");
  add_row = ui_phases_get_part (fixture, "judgement", "add_row");
  gtk_editable_set_text (GTK_EDITABLE (add_row), " <b>Ours</b> ");
  g_signal_emit_by_name (add_row, "apply");
  row = get_criterion_row (fixture, 4);
  g_assert_cmpstr (adw_preferences_row_get_title (ADW_PREFERENCES_ROW (row)), ==, "<b>Ours</b>");
  g_assert_cmpstr (gtk_editable_get_text (GTK_EDITABLE (add_row)), ==, "");
  g_signal_emit_by_name (add_row, "apply");
  g_assert_null (get_criterion_row (fixture, 5));

  adw_expander_row_set_expanded (ADW_EXPANDER_ROW (row), TRUE);
  ui_driver_settle (400);
  ui_driver_click (row, "Remove");
  g_assert_null (get_criterion_row (fixture, 4));
  ui_driver_wait_label (GTK_WIDGET (fixture->window), "“<b>Ours</b>” removed");
  ui_driver_click (GTK_WIDGET (fixture->window), "_Undo");
  g_assert_nonnull (get_criterion_row (fixture, 4));
}

static AdwMessageDialog *
ask_verdict (UiFixture *fixture)
{
  ui_driver_click (ui_phases_get_child (fixture, "judgement"), "Judge…");
  return ADW_MESSAGE_DIALOG (ui_driver_wait_dialog (WAXSEAL_TYPE_JUDGE_DIALOG));
}

static void
judge (UiFixture *fixture, const char *response, const char *why)
{
  AdwMessageDialog *dialog = ask_verdict (fixture);

  gtk_editable_set_text (GTK_EDITABLE (ui_driver_get_child (GTK_WIDGET (dialog), "reason_row")),
                         why);
  adw_message_dialog_response (dialog, response);
}

/* A judgement is somebody's; until then, and by cancelling, nothing is judged. */
static void
test_judge_by_whom (UiFixture *fixture)
{
  AdwMessageDialog *dialog;

  ui_phases_show (fixture, "judge");
  g_assert_false (
    gtk_widget_get_sensitive (ui_phases_get_part (fixture, "judgement", "judge_button")));
  ui_phases_deploy (fixture, 0);
  ui_phases_show (fixture, "judge");
  dialog = ask_verdict (fixture);
  g_assert_cmpstr (gtk_editable_get_text (
                     GTK_EDITABLE (ui_driver_get_child (GTK_WIDGET (dialog), "by_row"))),
                   ==,
                   "Ann");
  gtk_editable_set_text (GTK_EDITABLE (ui_driver_get_child (GTK_WIDGET (dialog), "by_row")), " ");
  g_assert_false (adw_message_dialog_get_response_enabled (dialog, "go"));
  g_assert_false (adw_message_dialog_get_response_enabled (dialog, "no-go"));
  adw_message_dialog_response (dialog, "cancel");
  g_assert_cmpstr (waxseal_record_get_text (ui_phases_get_phase (fixture, 0), "judged-on"), ==, "");
}

static void
test_go (UiFixture *fixture)
{
  ui_phases_deploy (fixture, 0);
  ui_phases_show (fixture, "judge");
  judge (fixture, "go", "");
  g_assert_cmpstr (ui_phases_get_stage (fixture), ==, "Judged good");
  g_assert_cmpstr (waxseal_record_get_text (ui_phases_get_phase (fixture, 0), "judged-by"),
                   ==,
                   "Ann");
  g_assert_cmpstr (ui_phases_get_card_text (fixture, 1, "stage"), ==, "Ready");
  g_assert_cmpstr (ui_phases_get_next (fixture), ==, "Next Phase");
  ui_phases_press_next (fixture);
  g_assert_cmpstr (ui_phases_get_title (fixture), ==, "Pilot");
  g_assert_cmpstr (ui_phases_get_next (fixture), ==, "Name the Users");
  ui_phases_press_next (fixture);
  g_assert_cmpstr (ui_phases_get_section (fixture), ==, "plan");
}

static void
test_no_go (UiFixture *fixture)
{
  ui_phases_deploy (fixture, 0);
  ui_phases_show (fixture, "judge");
  judge (fixture, "no-go", "Two could not sign in");
  g_assert_cmpstr (ui_phases_get_stage (fixture), ==, "Judged not good");
  g_assert_nonnull (
    ui_driver_find_label (ui_phases_get_child (fixture, "judgement"), "Two could not sign in"));
  g_assert_cmpstr (ui_phases_get_card_text (fixture, 1, "stage"), ==, "Waiting");
  g_assert_cmpstr (ui_phases_get_next (fixture), ==, "Roll Back");
  ui_phases_press_next (fixture);
  g_assert_cmpstr (ui_phases_get_section (fixture), ==, "roll-out");
  ui_driver_click (ui_phases_get_child (fixture, "roll_out"), "I Did It");
  g_assert_cmpstr (ui_phases_get_stage (fixture), ==, "Rolled back");
}

static gboolean
is_late (gpointer fixture)
{
  return g_str_equal (ui_phases_get_card_text (fixture, 0, "stage"), "Late");
}

static char *
make_date (int seconds_ago)
{
  g_autoptr (GDateTime) now = g_date_time_new_now_utc ();
  g_autoptr (GDateTime) then = g_date_time_add_seconds (now, -seconds_ago);

  return g_date_time_format (then, "%Y-%m-%dT%H:%M:%SZ");
}

/* Nobody has to touch anything for a phase to become late on screen. */
static void
test_time_passes (UiFixture *fixture)
{
  g_autofree char *almost = make_date (24 * 3600 - 2);

  ui_phases_deploy (fixture, 0);
  waxseal_record_set_text (ui_phases_get_phase (fixture, 0), "deployed-on", almost);
  g_assert_cmpstr (ui_phases_get_card_text (fixture, 0, "stage"), ==, "On its way");
  ui_driver_wait (is_late, fixture);
  g_assert_cmpstr (ui_phases_get_next (fixture), ==, "What to Check");
  g_assert_nonnull (
    ui_driver_find_label (ui_phases_get_child (fixture, "timeline"), "Late since "));
}

static GtkWidget *
get_event_row (UiFixture *fixture, int i)
{
  GtkWidget *box = ui_phases_get_part (fixture, "timeline", "events_box");

  return GTK_WIDGET (gtk_list_box_get_row_at_index (GTK_LIST_BOX (box), i));
}

static const char *
get_event_title (UiFixture *fixture, int i)
{
  return adw_preferences_row_get_title (ADW_PREFERENCES_ROW (get_event_row (fixture, i)));
}

static void
test_timeline (UiFixture *fixture)
{
  GtkWidget *only = ui_phases_get_part (fixture, "timeline", "only_button");

  waxseal_window_show_page (fixture->window, "deployment");
  g_assert_nonnull (
    ui_driver_find_label (ui_phases_get_child (fixture, "timeline"), "Nothing happened yet"));
  ui_phases_deploy (fixture, 0);
  ui_phases_show (fixture, "judge");
  judge (fixture, "go", "");
  ui_phases_deploy (fixture, 1);
  g_assert_cmpstr (get_event_title (fixture, 0), ==, "Pilot · Assigned: 1 person");
  g_assert_cmpstr (get_event_title (fixture, 1), ==, "Test · Judged: Go");
  g_assert_cmpstr (get_event_title (fixture, 2), ==, "Test · Assigned: 1 person");
  g_assert_cmpstr (get_event_title (fixture, 3), ==, "Test · Manifest uploaded");
  g_assert_null (get_event_row (fixture, 4));
  g_assert_nonnull (
    ui_driver_find (ui_phases_get_child (fixture, "timeline"), WAXSEAL_TYPE_EXPECTED_ROW, NULL));

  gtk_toggle_button_set_active (GTK_TOGGLE_BUTTON (only), TRUE);
  g_assert_null (get_event_row (fixture, 1));
  ui_phases_select_card (fixture, 0);
  g_assert_cmpstr (get_event_title (fixture, 0), ==, "Test · Judged: Go");
  gtk_toggle_button_set_active (GTK_TOGGLE_BUTTON (only), FALSE);
  waxseal_record_set_text (ui_phases_get_phase (fixture, 1), "name", "Branch");
  g_assert_cmpstr (get_event_title (fixture, 0), ==, "Branch · Assigned: 1 person");
}

/* What was read back is told from what somebody says, and has its request to copy. */
static void
test_verified_event (UiFixture *fixture)
{
  GListStore *events = waxseal_record_get_list (ui_phases_get_phase (fixture, 0), "events");
  g_autoptr (WaxsealRolloutEvent) event = g_object_new (WAXSEAL_TYPE_ROLLOUT_EVENT,
                                                        "kind",
                                                        WAXSEAL_ROLLOUT_EVENT_KIND_ASSIGNED,
                                                        "state",
                                                        WAXSEAL_STATE_VERIFIED,
                                                        "time",
                                                        "2026-11-25T09:40:00Z",
                                                        "request-id",
                                                        "0f3c1d52",
                                                        NULL);
  GtkWidget *row, *copy;

  waxseal_window_show_page (fixture->window, "deployment");
  g_list_store_append (events, event);
  row = get_event_row (fixture, 0);
  ui_driver_wait_label (row, "Verified");
  adw_expander_row_set_expanded (ADW_EXPANDER_ROW (row), TRUE);
  ui_driver_settle (400);
  copy = ui_driver_get_child (row, "request_row");
  g_assert_cmpstr (adw_action_row_get_subtitle (ADW_ACTION_ROW (copy)), ==, "0f3c1d52");
  g_signal_emit_by_name (ui_driver_get_child (copy, "copy_button"), "clicked");
  ui_driver_wait_label (GTK_WIDGET (fixture->window), "Request ID copied");
}

static const UiTest tests[] = {
  { "/ui/judgement/criteria", test_criteria, "Contoso" },
  { "/ui/judgement/own-criterion", test_own_criterion, "Contoso" },
  { "/ui/judgement/judge-by-whom", test_judge_by_whom, "Contoso" },
  { "/ui/judgement/go", test_go, "Contoso" },
  { "/ui/judgement/no-go", test_no_go, "Contoso" },
  { "/ui/judgement/time-passes", test_time_passes, "Contoso" },
  { "/ui/judgement/timeline", test_timeline, "Contoso" },
  { "/ui/judgement/verified-event", test_verified_event, "Contoso" },
};

int
main (int argc, char **argv)
{
  return ui_fixture_run (argc, argv, tests, G_N_ELEMENTS (tests));
}
