/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Each control of each page and dialog has a name for people who do not see it: a text of its own,
 * a label, or a relation to one. What libadwaita and GTK build inside their widgets is theirs. */
#include "ui-fixture.h"

#include "waxseal-audience-dialog.h"
#include "waxseal-mail-domain.h"
#include "waxseal-organization-dialog.h"
#include "waxseal-page.h"
#include "waxseal-phase-recipients.h"
#include "waxseal-rollout-enums.h"

static gboolean
is_text (GtkWidget *widget, gpointer user_data)
{
  return GTK_IS_LABEL (widget) && *gtk_label_get_text (GTK_LABEL (widget)) != '\0';
}

static gboolean
has_label (GtkWidget *widget)
{
  GtkAccessible *accessible = GTK_ACCESSIBLE (widget);

  return gtk_test_accessible_has_property (accessible, GTK_ACCESSIBLE_PROPERTY_LABEL) ||
         gtk_test_accessible_has_relation (accessible, GTK_ACCESSIBLE_RELATION_LABELLED_BY);
}

static gboolean
is_control (GtkWidget *widget)
{
  return GTK_IS_BUTTON (widget) || GTK_IS_MENU_BUTTON (widget) || GTK_IS_CHECK_BUTTON (widget) ||
         GTK_IS_SPIN_BUTTON (widget) || GTK_IS_ENTRY (widget) || GTK_IS_SEARCH_ENTRY (widget) ||
         GTK_IS_SWITCH (widget) || GTK_IS_LIST_BOX (widget) || GTK_IS_LIST_VIEW (widget) ||
         GTK_IS_TEXT_VIEW (widget);
}

/* Parts that no template of ours made: their names are the libraries' to give. */
static gboolean
is_foreign (GtkWidget *widget)
{
  static const char *const owners[] = {
    "GtkWindowControls",   "GtkMenuButton",        "GtkSpinButton",       "AdwViewSwitcher",
    "GtkSearchEntry",      "AdwEntryRow",          "AdwPasswordEntryRow", "AdwAboutWindow",
    "GtkPopoverMenu",      "AdwComboRow",          "AdwExpanderRow",      "GtkShortcutsWindow",
    "AdwPreferencesGroup", "AdwPreferencesWindow", "GtkDropDown",
  };
  const char *id = gtk_buildable_get_buildable_id (GTK_BUILDABLE (widget));
  GtkWidget *parent;
  gsize i;

  for (parent = gtk_widget_get_parent (widget); parent != NULL;
       parent = gtk_widget_get_parent (parent))
    {
      GType type = G_OBJECT_TYPE (parent);

      if (g_str_has_prefix (g_type_name (type), "Waxseal") && id != NULL &&
          gtk_widget_get_template_child (parent, type, id) == G_OBJECT (widget))
        return FALSE;
      for (i = 0; i < G_N_ELEMENTS (owners); i++)
        {
          GType owner = g_type_from_name (owners[i]);

          if (owner != 0 && g_type_is_a (type, owner) &&
              (id == NULL || gtk_widget_get_template_child (parent, owner, id) != NULL ||
               GTK_IS_LIST_BOX (widget)))
            return TRUE;
        }
    }
  return FALSE;
}

static gboolean
is_nameless (GtkWidget *widget, gpointer user_data)
{
  guint *n_named = user_data;

  if (!is_control (widget) || !gtk_widget_get_visible (widget))
    return FALSE;
  if (has_label (widget))
    {
      (*n_named)++;
      return FALSE;
    }
  if ((GTK_IS_BUTTON (widget) || GTK_IS_MENU_BUTTON (widget) || GTK_IS_CHECK_BUTTON (widget)) &&
      ui_driver_visit (widget, is_text, NULL) != NULL)
    {
      (*n_named)++;
      return FALSE;
    }
  return !is_foreign (widget);
}

static char *
describe (GtkWidget *widget)
{
  GString *text = g_string_new (NULL);

  for (; widget != NULL; widget = gtk_widget_get_parent (widget))
    {
      const char *id = gtk_buildable_get_buildable_id (GTK_BUILDABLE (widget));

      g_string_append_printf (text,
                              " < %s%s%s",
                              G_OBJECT_TYPE_NAME (widget),
                              id != NULL ? "#" : "",
                              id != NULL ? id : "");
    }
  return g_string_free (text, FALSE);
}

static void
assert_named (GtkWidget *root)
{
  guint n_named = 0;
  GtkWidget *nameless = ui_driver_visit (root, is_nameless, &n_named);
  g_autofree char *description = NULL;

  if (nameless != NULL)
    {
      description = describe (nameless);
      g_error ("No name:%s", description);
    }
  g_assert_cmpuint (n_named, >, 0);
}

static void
add_domain (UiFixture *fixture)
{
  GListStore *domains = waxseal_record_get_list (ui_fixture_get_organization (fixture), "domains");
  g_autofree char *refused = NULL;

  waxseal_mail_domain_add_all (domains, "contoso.com", &refused);
}

static void
test_pages (UiFixture *fixture)
{
  static const char *const pages[] = {
    "overview", "entra-app", "cres-account", "addin-settings", "manifest", "deployment",
  };
  gsize i;

  add_domain (fixture);
  for (i = 0; i < G_N_ELEMENTS (pages); i++)
    {
      g_test_message ("%s", pages[i]);
      waxseal_window_show_page (fixture->window, pages[i]);
      ui_driver_settle (50);
      assert_named (ui_fixture_get_page (fixture, pages[i]));
    }
}

static void
test_window (UiFixture *fixture)
{
  assert_named (GTK_WIDGET (fixture->window));
  assert_named (ui_driver_get_child (ui_fixture_get_child (fixture, "switcher"), "popover"));
}

static void
assert_dialog (GType type)
{
  GtkWindow *dialog = ui_driver_wait_dialog (type);

  assert_named (GTK_WIDGET (dialog));
  gtk_window_destroy (dialog);
}

static void
test_dialogs (UiFixture *fixture)
{
  GtkWidget *window = GTK_WIDGET (fixture->window);

  gtk_widget_activate_action (window, "win.new-organization", NULL);
  assert_dialog (WAXSEAL_TYPE_ORGANIZATION_DIALOG);
  gtk_widget_activate_action (window, "win.rename-organization", NULL);
  assert_dialog (WAXSEAL_TYPE_ORGANIZATION_DIALOG);
  g_action_group_activate_action (G_ACTION_GROUP (fixture->application), "preferences", NULL);
  assert_dialog (ADW_TYPE_PREFERENCES_WINDOW);
}

/* With people in it, and each way to add them. */
static void
test_audience (UiFixture *fixture)
{
  static const char *const addresses[] = { "ann@contoso.com", "bob@contoso.com", NULL };
  GListModel *phases = waxseal_organization_get_phases (ui_fixture_get_organization (fixture));
  g_autoptr (WaxsealRolloutPhase) phase = g_list_model_get_item (phases, 0);
  g_autoptr (GListModel) recipients = waxseal_recipients_new_from_addresses (addresses);
  GtkWidget *page = ui_fixture_get_page (fixture, "deployment");
  GtkWidget *dialog;

  waxseal_phase_recipients_add (phase, recipients);
  waxseal_window_show_page (fixture->window, "deployment");
  ui_driver_wait_label (page, "bob@contoso.com");
  assert_named (page);
  dialog = waxseal_audience_dialog_present (GTK_WINDOW (fixture->window),
                                            phase,
                                            waxseal_page_get_desk (WAXSEAL_PAGE (page)));
  ui_driver_settle (50);
  assert_named (dialog);
  adw_view_stack_set_visible_child_name (ADW_VIEW_STACK (ui_driver_get_child (dialog, "views")),
                                         "paste");
  ui_driver_settle (50);
  assert_named (dialog);
  gtk_window_destroy (GTK_WINDOW (dialog));
}

static void
test_direct (UiFixture *fixture)
{
  GtkWidget *page = ui_fixture_get_page (fixture, "deployment");
  gpointer settings = waxseal_record_get_child (ui_fixture_get_organization (fixture), "rollout");

  g_object_set (settings, "road", WAXSEAL_ROAD_EXCHANGE, NULL);
  waxseal_window_show_page (fixture->window, "deployment");
  adw_view_stack_set_visible_child_name (ADW_VIEW_STACK (ui_driver_get_child (page, "sections")),
                                         "roll-out");
  ui_driver_wait_label (page, "Microsoft does not publish it");
  assert_named (page);
  g_object_set (settings, "exchange-accepted-on", "2026-11-25T09:00:00Z", NULL);
  ui_driver_wait_label (page, "Sign In to Exchange Online");
  assert_named (page);
}

/* A state is never told by an icon alone. */
static gboolean
is_silent_icon (GtkWidget *widget, gpointer user_data)
{
  return GTK_IS_IMAGE (widget) && has_label (widget) == FALSE &&
         g_strcmp0 (gtk_buildable_get_buildable_id (GTK_BUILDABLE (widget)), "icon") == 0 &&
         gtk_accessible_get_accessible_role (GTK_ACCESSIBLE (widget)) !=
           GTK_ACCESSIBLE_ROLE_PRESENTATION &&
         g_str_has_prefix (G_OBJECT_TYPE_NAME (
                             gtk_widget_get_parent (gtk_widget_get_parent (widget))),
                           "Waxseal");
}

static void
test_states (UiFixture *fixture)
{
  GtkWidget *icon = ui_driver_visit (GTK_WIDGET (fixture->window), is_silent_icon, NULL);
  g_autofree char *description = NULL;

  if (icon == NULL)
    return;
  description = describe (icon);
  g_error ("An icon without a word:%s", description);
}

static const UiTest tests[] = {
  { "/ui/accessibility/pages", test_pages, "Contoso" },
  { "/ui/accessibility/window", test_window, "Contoso" },
  { "/ui/accessibility/welcome", test_window, NULL },
  { "/ui/accessibility/dialogs", test_dialogs, "Contoso" },
  { "/ui/accessibility/audience", test_audience, "Contoso" },
  { "/ui/accessibility/direct", test_direct, "Contoso" },
  { "/ui/accessibility/states", test_states, "Contoso" },
};

int
main (int argc, char **argv)
{
  /* Keeps names for tests to look at, and needs no bus. */
  g_setenv ("GTK_A11Y", "test", TRUE);
  return ui_fixture_run (argc, argv, tests, G_N_ELEMENTS (tests));
}
