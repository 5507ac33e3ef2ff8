/* SPDX-License-Identifier: GPL-3.0-or-later */
/* “I’ll do it in the portal”: the road of the Entra App page on which the administrator walks. */
#include "ui-fixture.h"

static GtkWidget *
get_page_child (UiFixture *fixture, const char *id)
{
  return ui_driver_get_child (ui_fixture_get_page (fixture, "entra-app"), id);
}

static const char *
get_road (UiFixture *fixture)
{
  return gtk_stack_get_visible_child_name (GTK_STACK (get_page_child (fixture, "roads")));
}

/* The road that was chosen is there again at the next start. */
static void
test_switch (UiFixture *fixture)
{
  waxseal_window_show_page (fixture->window, "entra-app");
  gtk_widget_set_visible (get_page_child (fixture, "run"), TRUE);
  g_assert_true (gtk_widget_get_mapped (get_page_child (fixture, "run_button")));

  gtk_toggle_button_set_active (GTK_TOGGLE_BUTTON (get_page_child (fixture, "portal_button")),
                                TRUE);
  g_assert_cmpstr (get_road (fixture), ==, "portal");
  gtk_toggle_button_set_active (GTK_TOGGLE_BUTTON (get_page_child (fixture, "run_button")), TRUE);
  g_assert_cmpstr (get_road (fixture), ==, "run");
  gtk_toggle_button_set_active (GTK_TOGGLE_BUTTON (get_page_child (fixture, "portal_button")),
                                TRUE);

  ui_fixture_restart (fixture);
  g_assert_cmpstr (get_road (fixture), ==, "portal");
  g_assert_true (
    gtk_toggle_button_get_active (GTK_TOGGLE_BUTTON (get_page_child (fixture, "portal_button"))));
}

int
main (int argc, char **argv)
{
  static const UiTest tests[] = {
    { "/portal-road/switch", test_switch, "Contoso" },
  };

  return ui_fixture_run (argc, argv, tests, G_N_ELEMENTS (tests));
}
