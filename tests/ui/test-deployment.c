/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The Deployment page: its cards, and what is planned for a phase, by clicks. */
#include "ui-phases.h"

#include "waxseal-phase-name-dialog.h"
#include "waxseal-rollout-enums.h"

static void
test_cards (UiFixture *fixture)
{
  waxseal_window_show_page (fixture->window, "deployment");
  g_assert_null (ui_phases_get_card (fixture, 3));
  g_assert_cmpstr (ui_phases_get_card_text (fixture, 0, "name"), ==, "Test");
  g_assert_cmpstr (ui_phases_get_card_text (fixture, 0, "stage"), ==, "Ready");
  g_assert_cmpstr (ui_phases_get_card_text (fixture, 1, "stage"), ==, "Waiting");
  g_assert_cmpstr (ui_phases_get_card_text (fixture, 2, "audience"), ==, "Everyone · Fixed");
  g_assert_cmpstr (ui_phases_get_card_text (fixture, 0, "gate"),
                   ==,
                   "Before Pilot opens: 0 of 4 criteria met");
  g_assert_cmpstr (ui_phases_get_title (fixture), ==, "Test");
  g_assert_cmpstr (ui_phases_get_next (fixture), ==, "Name the Users");

  ui_phases_select_card (fixture, 1);
  g_assert_cmpstr (ui_phases_get_title (fixture), ==, "Pilot");
  g_assert_cmpstr (ui_phases_get_next (fixture), ==, "Phase Before");
  ui_phases_press_next (fixture);
  g_assert_cmpstr (ui_phases_get_title (fixture), ==, "Test");
  g_assert_true (
    gtk_toggle_button_get_active (GTK_TOGGLE_BUTTON (ui_phases_get_card (fixture, 0))));
}

/* What is planned for one phase is not shown, or set, for another. */
static void
test_plan (UiFixture *fixture)
{
  GtkWidget *plan = ui_phases_get_child (fixture, "plan");

  ui_phases_show (fixture, "plan");
  ui_phases_select_card (fixture, 1);
  gtk_editable_set_text (GTK_EDITABLE (ui_driver_find (plan, ADW_TYPE_ENTRY_ROW, "Notes")),
                         "Second");
  ui_phases_select_card (fixture, 0);
  g_assert_cmpstr (gtk_editable_get_text (
                     GTK_EDITABLE (ui_driver_find (plan, ADW_TYPE_ENTRY_ROW, "Notes"))),
                   ==,
                   "");
  g_assert_cmpstr (waxseal_record_get_text (ui_phases_get_phase (fixture, 1), "notes"),
                   ==,
                   "Second");
  adw_combo_row_set_selected (ADW_COMBO_ROW (ui_driver_get_child (plan, "method_row")),
                              WAXSEAL_DEPLOYMENT_METHOD_AVAILABLE);
  g_assert_nonnull (ui_driver_find_label (plan, "Not on the ribbon until users get it"));
  g_assert_cmpstr (ui_phases_get_card_text (fixture, 0, "audience"),
                   ==,
                   "Nobody named yet · Available");
}

static gboolean
is_date_button (GtkWidget *widget, gpointer user_data)
{
  return g_str_equal (G_OBJECT_TYPE_NAME (widget), "WaxsealDateButton");
}

/* A day can be typed, or chosen in the calendar; what is no day says so. */
static void
test_date (UiFixture *fixture)
{
  GtkWidget *plan = ui_phases_get_child (fixture, "plan");
  GtkWidget *button = ui_driver_visit (plan, is_date_button, NULL);
  GtkWidget *warning = ui_driver_get_child (button, "warning");
  GtkLabel *weekday = GTK_LABEL (ui_driver_get_child (button, "weekday"));
  GtkWidget *entry;
  g_autoptr (GDateTime) day = g_date_time_new_local (2026, 12, 8, 0, 0, 0);

  ui_phases_show (fixture, "plan");
  entry = ui_driver_find (plan, ADW_TYPE_ENTRY_ROW, "Planned For (YYYY-MM-DD)");
  ui_driver_type (entry, "2026-12-1");
  g_assert_true (gtk_widget_get_visible (warning));
  gtk_editable_set_text (GTK_EDITABLE (entry), "2026-12-01");
  g_assert_false (gtk_widget_get_visible (warning));
  g_assert_cmpstr (gtk_label_get_text (weekday), ==, "Tuesday");
  g_assert_cmpstr (ui_phases_get_card_text (fixture, 0, "date"), ==, "Planned for 1 Dec 2026");

  gtk_menu_button_popup (GTK_MENU_BUTTON (ui_driver_get_child (button, "button")));
  g_assert_cmpstr (waxseal_record_get_text (ui_phases_get_phase (fixture, 0), "planned-on"),
                   ==,
                   "2026-12-01");
  gtk_calendar_select_day (GTK_CALENDAR (ui_driver_get_child (button, "calendar")), day);
  g_assert_cmpstr (gtk_editable_get_text (GTK_EDITABLE (entry)), ==, "2026-12-08");
  g_signal_emit_by_name (ui_driver_get_child (button, "clear_button"), "clicked");
  g_assert_cmpstr (gtk_editable_get_text (GTK_EDITABLE (entry)), ==, "");
}

static AdwMessageDialog *
ask_name (UiFixture *fixture, const char *action, const char *name)
{
  GtkWindow *dialog;

  gtk_widget_activate_action (ui_phases_get_page (fixture), action, NULL);
  dialog = ui_driver_wait_dialog (WAXSEAL_TYPE_PHASE_NAME_DIALOG);
  gtk_editable_set_text (GTK_EDITABLE (ui_driver_get_child (GTK_WIDGET (dialog), "name_row")),
                         name);
  return ADW_MESSAGE_DIALOG (dialog);
}

static void
test_add (UiFixture *fixture)
{
  AdwMessageDialog *dialog;

  waxseal_window_show_page (fixture->window, "deployment");
  dialog = ask_name (fixture, "deployment.add", " pilot ");
  g_assert_false (adw_message_dialog_get_response_enabled (dialog, "apply"));
  g_assert_nonnull (ui_driver_find_label (GTK_WIDGET (dialog), "Another phase is called that."));
  gtk_editable_set_text (GTK_EDITABLE (ui_driver_get_child (GTK_WIDGET (dialog), "name_row")),
                         "Branch");
  g_assert_true (adw_message_dialog_get_response_enabled (dialog, "apply"));
  adw_message_dialog_response (dialog, "apply");
  g_assert_cmpstr (ui_phases_get_title (fixture), ==, "Branch");
  g_assert_cmpstr (ui_phases_get_card_text (fixture, 1, "name"), ==, "Branch");

  ui_fixture_flush (fixture);
  ui_fixture_restart (fixture);
  g_assert_cmpstr (ui_phases_get_card_text (fixture, 1, "name"), ==, "Branch");
}

static void
test_rename (UiFixture *fixture)
{
  AdwMessageDialog *dialog;

  waxseal_window_show_page (fixture->window, "deployment");
  dialog = ask_name (fixture, "deployment.rename", "");
  g_assert_false (adw_message_dialog_get_response_enabled (dialog, "apply"));
  adw_message_dialog_response (dialog, "cancel");
  g_assert_cmpstr (ui_phases_get_title (fixture), ==, "Test");
  dialog = ask_name (fixture, "deployment.rename", "Try & See");
  adw_message_dialog_response (dialog, "apply");
  g_assert_cmpstr (ui_phases_get_title (fixture), ==, "Try & See");
  g_assert_cmpstr (ui_phases_get_card_text (fixture, 0, "name"), ==, "Try & See");
}

static void
test_move (UiFixture *fixture)
{
  waxseal_window_show_page (fixture->window, "deployment");
  gtk_widget_activate_action (ui_phases_get_page (fixture), "deployment.move-earlier", NULL);
  g_assert_cmpstr (ui_phases_get_card_text (fixture, 0, "name"), ==, "Test");
  gtk_widget_activate_action (ui_phases_get_page (fixture), "deployment.move-later", NULL);
  g_assert_cmpstr (ui_phases_get_card_text (fixture, 1, "name"), ==, "Test");
  g_assert_cmpstr (ui_phases_get_card_text (fixture, 1, "stage"), ==, "Waiting");
  g_assert_true (
    gtk_toggle_button_get_active (GTK_TOGGLE_BUTTON (ui_phases_get_card (fixture, 1))));
  g_assert_cmpstr (ui_phases_get_title (fixture), ==, "Test");
}

static void
test_remove (UiFixture *fixture)
{
  waxseal_window_show_page (fixture->window, "deployment");
  ui_phases_select_card (fixture, 1);
  gtk_widget_activate_action (ui_phases_get_page (fixture), "deployment.remove", NULL);
  g_assert_cmpstr (ui_phases_get_card_text (fixture, 1, "name"), ==, "Production");
  g_assert_cmpstr (ui_phases_get_title (fixture), ==, "Production");
  ui_driver_wait_label (GTK_WIDGET (fixture->window), "“Pilot” removed");
  ui_driver_click (GTK_WIDGET (fixture->window), "_Undo");
  g_assert_cmpstr (ui_phases_get_card_text (fixture, 1, "name"), ==, "Pilot");
  g_assert_cmpstr (ui_phases_get_card_text (fixture, 2, "name"), ==, "Production");
}

/* What people have cannot just be forgotten. */
static void
test_remove_deployed (UiFixture *fixture)
{
  GtkWindow *dialog;

  ui_phases_deploy (fixture, 0);
  gtk_widget_activate_action (ui_phases_get_page (fixture), "deployment.remove", NULL);
  dialog = ui_driver_wait_dialog (ADW_TYPE_MESSAGE_DIALOG);
  g_assert_true (g_str_has_prefix (adw_message_dialog_get_body (ADW_MESSAGE_DIALOG (dialog)),
                                   "This phase is deployed: roll it back first"));
  adw_message_dialog_response (ADW_MESSAGE_DIALOG (dialog), "close");
  g_assert_cmpstr (ui_phases_get_card_text (fixture, 0, "name"), ==, "Test");
}

/* The page without any phase, as a file of others may be, is no trap. */
static void
test_no_phase (UiFixture *fixture)
{
  waxseal_window_show_page (fixture->window, "deployment");
  g_list_store_remove_all (ui_phases_get_phases (fixture));
  ui_driver_settle (50);
  g_assert_false (gtk_widget_get_visible (ui_phases_get_child (fixture, "details")));
}

static const UiTest tests[] = {
  { "/ui/deployment/cards", test_cards, "Contoso" },
  { "/ui/deployment/plan", test_plan, "Contoso" },
  { "/ui/deployment/date", test_date, "Contoso" },
  { "/ui/deployment/add", test_add, "Contoso" },
  { "/ui/deployment/rename", test_rename, "Contoso" },
  { "/ui/deployment/move", test_move, "Contoso" },
  { "/ui/deployment/remove", test_remove, "Contoso" },
  { "/ui/deployment/remove-deployed", test_remove_deployed, "Contoso" },
  { "/ui/deployment/no-phase", test_no_phase, "Contoso" },
};

int
main (int argc, char **argv)
{
  return ui_fixture_run (argc, argv, tests, G_N_ELEMENTS (tests));
}
