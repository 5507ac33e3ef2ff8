/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The six pages: each is reached by its row, by its action and by its key, and tells its state. */
#include "ui-fixture.h"

#include "waxseal-step-row.h"

static const struct
{
  const char *name;
  const char *title;
  const char *accel;
} pages[] = {
  { "overview", "Overview", "<Alt>1" },         { "entra-app", "Entra App", "<Alt>2" },
  { "cres-account", "CRES Account", "<Alt>3" }, { "addin-settings", "Add-in Settings", "<Alt>4" },
  { "manifest", "Manifest", "<Alt>5" },         { "deployment", "Deployment", "<Alt>6" },
};

static GtkListBoxRow *
get_row (UiFixture *fixture, gsize i)
{
  return gtk_list_box_get_row_at_index (GTK_LIST_BOX (ui_fixture_get_child (fixture, "sidebar")),
                                        i);
}

static void
assert_shown (UiFixture *fixture, gsize i)
{
  GtkWidget *title = ui_fixture_get_child (fixture, "title");
  GtkListBoxRow *selected =
    gtk_list_box_get_selected_row (GTK_LIST_BOX (ui_fixture_get_child (fixture, "sidebar")));

  g_assert_cmpstr (ui_fixture_get_visible (fixture, "pages"), ==, pages[i].name);
  g_assert_cmpstr (adw_window_title_get_title (ADW_WINDOW_TITLE (title)), ==, pages[i].title);
  g_assert_cmpstr (adw_window_title_get_subtitle (ADW_WINDOW_TITLE (title)), ==, "Contoso");
  g_assert_true (selected == get_row (fixture, i));
}

static void
test_rows (UiFixture *fixture)
{
  gsize i;

  for (i = G_N_ELEMENTS (pages); i-- > 0;)
    {
      g_assert_true (gtk_widget_activate (GTK_WIDGET (get_row (fixture, i))));
      ui_driver_settle (20);
      assert_shown (fixture, i);
    }
  g_assert_null (get_row (fixture, G_N_ELEMENTS (pages)));
}

static void
test_actions (UiFixture *fixture)
{
  gsize i;

  for (i = G_N_ELEMENTS (pages); i-- > 0;)
    {
      gtk_widget_activate_action (GTK_WIDGET (fixture->window),
                                  "win.show-page",
                                  "s",
                                  pages[i].name);
      assert_shown (fixture, i);
    }
}

/* The key is bound to the action with the page's name, and that action leads there. */
static void
test_accelerators (UiFixture *fixture)
{
  gsize i;

  for (i = G_N_ELEMENTS (pages); i-- > 0;)
    {
      g_auto (GStrv) actions =
        gtk_application_get_actions_for_accel (GTK_APPLICATION (fixture->application),
                                               pages[i].accel);
      g_autofree char *name = NULL;
      g_autoptr (GVariant) target = NULL;
      g_autoptr (GError) error = NULL;

      g_assert_cmpuint (g_strv_length (actions), ==, 1);
      g_action_parse_detailed_name (actions[0], &name, &target, &error);
      g_assert_no_error (error);
      gtk_widget_activate_action_variant (GTK_WIDGET (fixture->window), name, target);
      assert_shown (fixture, i);
    }
}

/* What the Overview lists leads to its page too. */
static void
test_way (UiFixture *fixture)
{
  gsize i;

  for (i = 1; i < G_N_ELEMENTS (pages); i++)
    {
      GtkWidget *overview = ui_fixture_get_page (fixture, "overview");
      GtkWidget *box = ui_driver_get_child (overview, "steps_box");

      waxseal_window_show_page (fixture->window, "overview");
      ui_driver_settle (20);
      g_assert_true (gtk_widget_activate (
        GTK_WIDGET (gtk_list_box_get_row_at_index (GTK_LIST_BOX (box), i - 1))));
      assert_shown (fixture, i);
    }
}

/* “Continue” leads to what is next, however far one is. */
static void
test_next (UiFixture *fixture)
{
  waxseal_window_show_page (fixture->window, "overview");
  ui_driver_settle (50);
  ui_driver_wait_label (GTK_WIDGET (fixture->window), "Next: ");
  ui_driver_click (GTK_WIDGET (fixture->window), "Continue");
  g_assert_cmpstr (ui_fixture_get_visible (fixture, "pages"), !=, "overview");
}

/* Never colour alone: an icon and a word, which are those of the state. */
static void
test_states (UiFixture *fixture)
{
  gsize i;

  for (i = 0; i < G_N_ELEMENTS (pages); i++)
    {
      GtkWidget *row = GTK_WIDGET (get_row (fixture, i));
      WaxsealStep *step = waxseal_step_row_get_step (WAXSEAL_STEP_ROW (row));
      GtkWidget *icon = ui_driver_get_child (row, "icon");
      GtkWidget *summary = ui_driver_get_child (row, "summary");
      const char *icon_name = gtk_image_get_icon_name (GTK_IMAGE (icon));
      const char *word = waxseal_state_get_label (waxseal_step_get_state (step));
      GtkIconTheme *theme = gtk_icon_theme_get_for_display (gtk_widget_get_display (icon));

      g_assert_nonnull (icon_name);
      g_assert_true (gtk_icon_theme_has_icon (theme, icon_name));
      g_assert_cmpstr (word, !=, "");
      g_assert_true (g_str_has_prefix (gtk_label_get_text (GTK_LABEL (summary)), word));
    }
}

/* What is done is declared, not verified, and the row says so at once. */
static void
test_state_changes (UiFixture *fixture)
{
  GListStore *phases = waxseal_record_get_list (ui_fixture_get_organization (fixture), "phases");
  GtkWidget *summary = ui_driver_get_child (GTK_WIDGET (get_row (fixture, 5)), "summary");
  g_autofree char *before = g_strdup (gtk_label_get_text (GTK_LABEL (summary)));
  guint i;

  for (i = 0; i < g_list_model_get_n_items (G_LIST_MODEL (phases)); i++)
    {
      g_autoptr (WaxsealRecord) phase = g_list_model_get_item (G_LIST_MODEL (phases), i);

      waxseal_record_set_text (phase, "deployed-on", "2026-11-20T09:00:00Z");
      waxseal_record_set_text (phase, "judged-on", "2026-11-20T09:00:00Z");
    }
  g_assert_true (g_str_has_prefix (before, waxseal_state_get_label (WAXSEAL_STATE_TODO)));
  g_assert_true (g_str_has_prefix (gtk_label_get_text (GTK_LABEL (summary)),
                                   waxseal_state_get_label (WAXSEAL_STATE_DECLARED)));
}

/* Without an organisation there is no page to go to, and no key that does harm. */
static void
test_no_organization (UiFixture *fixture)
{
  gsize i;

  for (i = 0; i < G_N_ELEMENTS (pages); i++)
    gtk_widget_activate_action (GTK_WIDGET (fixture->window), "win.show-page", "s", pages[i].name);
  gtk_widget_activate_action (GTK_WIDGET (fixture->window), "win.export-manifest", NULL);
  gtk_widget_activate_action (GTK_WIDGET (fixture->window), "win.toggle-preview", NULL);
  gtk_widget_activate_action (GTK_WIDGET (fixture->window), "win.remove-organization", NULL);
  ui_driver_settle (50);
  g_assert_cmpstr (ui_fixture_get_visible (fixture, "root"), ==, "welcome");
}

static void
test_dialogs (UiFixture *fixture)
{
  GtkWindow *dialog;

  g_action_group_activate_action (G_ACTION_GROUP (fixture->application), "preferences", NULL);
  dialog = ui_driver_wait_dialog (ADW_TYPE_PREFERENCES_WINDOW);
  g_assert_nonnull (ui_driver_find (GTK_WIDGET (dialog), ADW_TYPE_COMBO_ROW, NULL));
  gtk_window_destroy (dialog);
  g_action_group_activate_action (G_ACTION_GROUP (fixture->application), "about", NULL);
  dialog = ui_driver_wait_dialog (ADW_TYPE_ABOUT_WINDOW);
  g_assert_nonnull (ui_driver_find_label (GTK_WIDGET (dialog), "Waxseal"));
  gtk_window_destroy (dialog);
  gtk_widget_activate_action (GTK_WIDGET (fixture->window), "win.show-help-overlay", NULL);
  dialog = ui_driver_wait_dialog (GTK_TYPE_SHORTCUTS_WINDOW);
  gtk_window_destroy (dialog);
}

/* GTK shows a broken picture, and says nothing, where the system cannot draw SVG. */
static void
test_icons (UiFixture *fixture)
{
  const char *folder = "/io/github/waxseal/Waxseal/icons/scalable/actions";
  g_auto (GStrv) names = g_resources_enumerate_children (folder, 0, NULL);

  g_assert_cmpuint (g_strv_length (names), >=, 5);
  for (guint i = 0; names[i] != NULL; i++)
    {
      g_autofree char *path = g_build_path ("/", folder, names[i], NULL);
      g_autoptr (GError) error = NULL;
      g_autoptr (GdkPixbuf) picture = gdk_pixbuf_new_from_resource (path, &error);

      g_assert_no_error (error);
      g_assert_nonnull (picture);
    }
}

static const UiTest tests[] = {
  { "/ui/pages/rows", test_rows, "Contoso" },
  { "/ui/pages/actions", test_actions, "Contoso" },
  { "/ui/pages/accelerators", test_accelerators, "Contoso" },
  { "/ui/pages/way", test_way, "Contoso" },
  { "/ui/pages/next", test_next, "Contoso" },
  { "/ui/pages/states", test_states, "Contoso" },
  { "/ui/pages/state-changes", test_state_changes, "Contoso" },
  { "/ui/pages/no-organization", test_no_organization, NULL },
  { "/ui/pages/dialogs", test_dialogs, "Contoso" },
  { "/ui/pages/icons", test_icons, "Contoso" },
};

int
main (int argc, char **argv)
{
  return ui_fixture_run (argc, argv, tests, G_N_ELEMENTS (tests));
}
