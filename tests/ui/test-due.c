/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Notifications of phases that are due, as the desktop gets them; and what the sidebar says. */
#include "ui-desktop.h"
#include "ui-phases.h"

#include "waxseal-step-row.h"

static gboolean
has_one (gpointer user_data)
{
  return ui_desktop_count_shown () == 1;
}

static gboolean
has_none (gpointer user_data)
{
  return ui_desktop_count_shown () == 0;
}

static void
assert_text (const char *member, const char *start)
{
  const char *text = NULL;

  g_assert_true (g_variant_lookup (ui_desktop_get_one (), member, "&s", &text));
  g_assert_true (g_str_has_prefix (text, start));
}

static char *
make_date (int seconds_ago)
{
  g_autoptr (GDateTime) now = g_date_time_new_now_utc ();
  g_autoptr (GDateTime) then = g_date_time_add_seconds (now, -seconds_ago);

  return g_date_time_format (then, "%Y-%m-%dT%H:%M:%SZ");
}

static void
deploy_seconds_ago (UiFixture *fixture, int seconds)
{
  g_autofree char *date = make_date (seconds);

  waxseal_record_set_text (ui_phases_get_phase (fixture, 0), "deployed-on", date);
}

/* Nobody has to touch anything for it; once is enough, also after a restart. */
static void
test_time (UiFixture *fixture)
{
  ui_desktop_clear ();
  waxseal_window_show_page (fixture->window, "overview");
  deploy_seconds_ago (fixture, 12 * 3600 - 2);
  ui_driver_settle (100);
  g_assert_cmpuint (ui_desktop_count_sent (), ==, 0);
  ui_driver_wait (has_one, NULL);
  assert_text ("title", "Contoso");
  assert_text ("body", "Test: the button should be on every ribbon now.");

  ui_fixture_flush (fixture);
  ui_fixture_restart (fixture);
  ui_driver_settle (300);
  g_assert_cmpuint (ui_desktop_count_sent (), ==, 1);
  /* It is late then, which is something else. */
  deploy_seconds_ago (fixture, 25 * 3600);
  waxseal_record_set_text (ui_phases_get_phase (fixture, 0), "told-on", "2026-01-01T00:00:00Z");
  ui_driver_settle (300);
  g_assert_cmpuint (ui_desktop_count_sent (), ==, 2);
  assert_text ("body", "Test: deployed more than a day ago");
}

/* What is not true any more is taken back, also what an earlier run showed. */
static void
test_withdrawn (UiFixture *fixture)
{
  ui_desktop_clear ();
  waxseal_window_show_page (fixture->window, "overview");
  deploy_seconds_ago (fixture, 13 * 3600);
  ui_driver_wait (has_one, NULL);
  ui_fixture_flush (fixture);
  ui_fixture_restart (fixture);
  ui_driver_settle (300);
  g_assert_true (has_one (NULL));
  waxseal_record_set_text (ui_phases_get_phase (fixture, 0),
                           "first-seen-on",
                           "2026-11-25T09:00:00Z");
  ui_driver_wait (has_none, NULL);
  g_assert_cmpuint (ui_desktop_count_sent (), ==, 1);
}

/* A phase that is not there cannot be due. */
static void
test_removed (UiFixture *fixture)
{
  ui_desktop_clear ();
  waxseal_window_show_page (fixture->window, "overview");
  waxseal_record_set_text (ui_phases_get_phase (fixture, 0), "planned-on", "2026-01-01");
  ui_driver_wait (has_one, NULL);
  assert_text ("body", "Test: its planned day has come.");
  g_list_store_remove (ui_phases_get_phases (fixture), 0);
  ui_driver_wait (has_none, NULL);
}

static gboolean
shows_pilot (gpointer fixture)
{
  return g_strcmp0 (ui_fixture_get_visible (fixture, "pages"), "deployment") == 0 &&
         g_str_equal (ui_phases_get_title (fixture), "Pilot");
}

static void
click_notification (UiFixture *fixture, GVariant *notification)
{
  g_autofree char *action = NULL;
  g_autoptr (GVariant) target = NULL;

  g_assert_true (g_variant_lookup (notification, "default-action", "s", &action));
  target = g_variant_lookup_value (notification, "default-action-target", NULL);
  g_assert_true (g_str_has_prefix (action, "app."));
  g_action_group_activate_action (G_ACTION_GROUP (fixture->application),
                                  action + strlen ("app."),
                                  target);
}

/* A click leads to the phase, whatever is open meanwhile. */
static void
test_click (UiFixture *fixture)
{
  WaxsealRolloutPhase *test = ui_phases_get_phase (fixture, 0);
  WaxsealRolloutPhase *pilot = ui_phases_get_phase (fixture, 1);
  g_autoptr (GVariant) notification = NULL;

  ui_desktop_clear ();
  waxseal_window_show_page (fixture->window, "overview");
  waxseal_record_set_text (test, "deployed-on", "2026-11-20T09:00:00Z");
  waxseal_record_set_text (test, "judged-on", "2026-11-20T09:00:00Z");
  waxseal_record_set_text (pilot, "planned-on", "2026-01-01");
  ui_driver_wait (has_one, NULL);
  notification = g_variant_ref (ui_desktop_get_one ());
  click_notification (fixture, notification);
  ui_driver_wait (shows_pilot, fixture);

  waxseal_window_show_page (fixture->window, "overview");
  ui_fixture_flush (fixture);
  gtk_widget_activate_action (GTK_WIDGET (fixture->window), "win.duplicate-organization", NULL);
  ui_driver_settle (200);
  ui_fixture_flush (fixture);
  click_notification (fixture, notification);
  ui_driver_wait (shows_pilot, fixture);
  g_assert_cmpstr (waxseal_organization_get_name (ui_fixture_get_organization (fixture)),
                   ==,
                   "Contoso");
}

static gboolean
is_active (gpointer window)
{
  return gtk_window_is_active (window);
}

/* Who looks at the phases is not told of them besides. */
static void
test_looked_at (UiFixture *fixture)
{
  ui_desktop_clear ();
  waxseal_window_show_page (fixture->window, "deployment");
  gtk_window_present (GTK_WINDOW (fixture->window));
  ui_driver_settle (300);
  if (!is_active (fixture->window))
    {
      g_test_skip ("nothing gives the window the focus here");
      return;
    }
  deploy_seconds_ago (fixture, 13 * 3600);
  ui_driver_settle (300);
  g_assert_cmpuint (ui_desktop_count_sent (), ==, 0);
  g_assert_cmpstr (waxseal_record_get_text (ui_phases_get_phase (fixture, 0), "told-on"), !=, "");
}

static const char *
get_summary (UiFixture *fixture)
{
  GtkListBox *sidebar = GTK_LIST_BOX (ui_fixture_get_child (fixture, "sidebar"));
  GtkWidget *row = GTK_WIDGET (gtk_list_box_get_row_at_index (sidebar, 5));

  return gtk_label_get_text (GTK_LABEL (ui_driver_get_child (row, "summary")));
}

static gboolean
is_late (gpointer fixture)
{
  return g_str_has_prefix (get_summary (fixture), "Needs attention · Test: ");
}

/* The sidebar says so by itself, too. */
static void
test_sidebar (UiFixture *fixture)
{
  ui_desktop_clear ();
  ui_phases_name_ann (ui_phases_get_phase (fixture, 0));
  deploy_seconds_ago (fixture, 24 * 3600 - 2);
  g_assert_true (
    g_str_has_prefix (get_summary (fixture), "To do · Test: 1 person, expected since "));
  ui_driver_wait (is_late, fixture);
}

static const UiTest tests[] = {
  { "/ui/due/time", test_time, "Contoso" },
  { "/ui/due/withdrawn", test_withdrawn, "Contoso" },
  { "/ui/due/removed", test_removed, "Contoso" },
  { "/ui/due/click", test_click, "Contoso" },
  { "/ui/due/looked-at", test_looked_at, "Contoso" },
  { "/ui/due/sidebar", test_sidebar, "Contoso" },
};

int
main (int argc, char **argv)
{
  return ui_fixture_run (argc, argv, tests, G_N_ELEMENTS (tests));
}
