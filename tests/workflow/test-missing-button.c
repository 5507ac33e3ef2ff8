/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What is checked where the button is missing depends on how far the phase is, and how it got
 * there. */
#include "waxseal-missing-button.h"

#include <string.h>

#include "rollout-fixture.h"
#include "waxseal-portal-links.h"
#include "waxseal-portal-value.h"
#include "waxseal-run-sheet-step.h"
#include "waxseal-run-sheet.h"

/* The titles, a line each; every one has a source or is said to be assumed. */
static char *
list_titles (RolloutFixture *f, int hours)
{
  g_autoptr (GDateTime) now = g_date_time_new_now_utc ();
  g_autoptr (GDateTime) then = g_date_time_add_minutes (now, hours * 60 + 1);
  g_autoptr (GListModel) steps = waxseal_missing_button_list (f->organization, f->phases[0], then);
  g_autoptr (GString) titles = g_string_new ("\n");

  for (guint i = 0; i < g_list_model_get_n_items (steps); i++)
    {
      g_autoptr (WaxsealRunSheetStep) step = g_list_model_get_item (steps, i);
      const char *place = waxseal_run_sheet_step_get_place (step);

      g_assert_cmpuint (waxseal_run_sheet_step_get_number (step), ==, i + 1);
      g_assert_cmpint (waxseal_run_sheet_step_get_source (step) != NULL,
                       !=,
                       waxseal_run_sheet_step_get_is_assumed (step));
      g_assert_true (place == NULL || waxseal_portal_links_has (place));
      g_string_append_printf (titles, "%s\n", waxseal_run_sheet_step_get_title (step));
    }
  return g_string_free (g_steal_pointer (&titles), FALSE);
}

static void
assert_titles (RolloutFixture *f, int hours, const char *has, const char *has_not)
{
  g_autofree char *titles = list_titles (f, hours);

  if (strstr (titles, has) == NULL || strstr (titles, has_not) != NULL)
    g_error ("“%s” and not “%s” in %s", has, has_not, titles);
}

static void
test_time (RolloutFixture *f, gconstpointer data)
{
  rollout_fixture_declare (f, 0, WAXSEAL_ROLLOUT_ACTION_DEPLOY);
  assert_titles (f, 0, "\nWait: it is not late yet\nLook where the button is\n", "cache");
  assert_titles (f, 24, "\nLook where the button is\n", "Wait");
  assert_titles (f, 24, "\nClear Outlook’s cache of add-ins\n", "Wait");
  rollout_fixture_declare (f, 0, WAXSEAL_ROLLOUT_ACTION_PAUSE);
  assert_titles (f, 0, "\nThe add-in is turned off\nLook where", "Is the add-in on?");
}

static void
test_ways (RolloutFixture *f, gconstpointer data)
{
  WaxsealRolloutOrder order = rollout_fixture_order (f, 0, WAXSEAL_ROLLOUT_ACTION_DEPLOY);

  rollout_fixture_declare (f, 0, WAXSEAL_ROLLOUT_ACTION_DEPLOY);
  assert_titles (f, 24, "FailedWriteToExchange", "Has the user");
  g_object_set (f->phases[0], "deployed-method", WAXSEAL_DEPLOYMENT_METHOD_AVAILABLE, NULL);
  assert_titles (f, 24, "Has the user added it?", "Has the user removed it?");
  g_object_set (f->phases[0], "deployed-method", WAXSEAL_DEPLOYMENT_METHOD_OPTIONAL, NULL);
  assert_titles (f, 24, "Has the user removed it?", "Has the user added it?");
  assert_titles (f, 24, "Is the person assigned?", "Did the group change since?");
  g_object_set (f->phases[0], "audience", WAXSEAL_AUDIENCE_EVERYONE, NULL);
  assert_titles (f, 24, "Two buttons instead of one", "Is the person assigned?");
  waxseal_run_sheet_declare (&order, WAXSEAL_ROAD_EXCHANGE, "Ann");
  assert_titles (f, 24, "Did the group change since?", "FailedWriteToExchange");
}

static void
test_nested (RolloutFixture *f, gconstpointer data)
{
  g_autoptr (GDateTime) now = g_date_time_new_now_utc ();
  g_autoptr (GListModel) steps = NULL;
  guint n = 0;

  g_object_set (rollout_fixture_add (f, 0, WAXSEAL_RECIPIENT_KIND_GROUP, "it@contoso.com"),
                "n-nested",
                3,
                NULL);
  rollout_fixture_add (f, 0, WAXSEAL_RECIPIENT_KIND_GROUP, "all@contoso.com");
  steps = waxseal_missing_button_list (f->organization, f->phases[0], now);
  for (guint i = 0; i < g_list_model_get_n_items (steps); i++)
    {
      g_autoptr (WaxsealRunSheetStep) step = g_list_model_get_item (steps, i);
      GListModel *values = waxseal_run_sheet_step_get_values (step);
      g_autoptr (WaxsealPortalValue) value = g_list_model_get_item (values, 0);

      if (!g_str_equal (waxseal_run_sheet_step_get_title (step), "Is the person assigned?"))
        continue;
      n++;
      g_assert_cmpuint (g_list_model_get_n_items (values), ==, 1);
      g_assert_cmpstr (waxseal_portal_value_get_label (value), ==, "it@contoso.com");
      g_assert_cmpstr (waxseal_portal_value_get_value (value), ==, "3 people left out");
    }
  g_assert_cmpuint (n, ==, 1);
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
  add ("/missing-button/time", test_time);
  add ("/missing-button/ways", test_ways);
  add ("/missing-button/nested", test_nested);
  return g_test_run ();
}
