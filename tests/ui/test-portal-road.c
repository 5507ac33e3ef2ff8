/* SPDX-License-Identifier: GPL-3.0-or-later */
/* “I’ll do it in the portal”: the road of the Entra App page on which the administrator walks. */
#include "ui-fixture.h"

#include "waxseal-link-row.h"
#include "waxseal-portal-row.h"

static GtkWidget *
get_page_child (UiFixture *fixture, const char *id)
{
  return ui_driver_get_child (ui_fixture_get_page (fixture, "entra-app"), id);
}

static GtkWidget *
get_step (UiFixture *fixture, const char *id)
{
  return ui_driver_get_child (get_page_child (fixture, "portal"), id);
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

static void
check_off (UiFixture *fixture, const char *id, gboolean done)
{
  GtkWidget *check = ui_driver_get_child (get_step (fixture, id), "check");

  gtk_check_button_set_active (GTK_CHECK_BUTTON (check), done);
}

static gboolean
is_open (UiFixture *fixture, const char *id)
{
  return adw_expander_row_get_expanded (ADW_EXPANDER_ROW (get_step (fixture, id)));
}

static const struct
{
  const char *id;
  const char *member;
} steps[] = {
  { "sign_in", "signed-in-on" },       { "new_registration", "form-opened-on" },
  { "register_app", "registered-on" }, { "add_secret", "secret-added-on" },
  { "copy_ids", "ids-copied-on" },     { "add_permissions", "permissions-added-on" },
};

/* Each step that is checked off is declared in the file, and opens the next. */
static void
test_steps (UiFixture *fixture)
{
  g_autoptr (JsonNode) root = NULL;
  gsize i;

  for (i = 0; i < G_N_ELEMENTS (steps); i++)
    {
      g_assert_true (is_open (fixture, steps[i].id));
      check_off (fixture, steps[i].id, TRUE);
      g_assert_false (is_open (fixture, steps[i].id));
    }
  g_assert_true (is_open (fixture, "consent"));
  ui_fixture_flush (fixture);
  root = ui_fixture_read_json (fixture);
  for (i = 0; i < G_N_ELEMENTS (steps); i++)
    {
      g_autofree char *path = g_strconcat ("entra-app/portal-steps/", steps[i].member, NULL);
      const char *date = json_node_get_string (ui_fixture_find_member (root, path));

      g_assert_true (g_str_has_prefix (date, "20"));
    }

  ui_fixture_restart (fixture);
  g_assert_true (is_open (fixture, "consent"));
  check_off (fixture, "register_app", FALSE);
  g_assert_true (is_open (fixture, "register_app"));
}

static guint
count_granted (UiFixture *fixture)
{
  WaxsealEntraApp *app = waxseal_organization_get_entra_app (ui_fixture_get_organization (fixture));
  GListModel *permissions = G_LIST_MODEL (waxseal_record_get_list (app, "permissions"));
  guint i, n = 0;

  for (i = 0; i < g_list_model_get_n_items (permissions); i++)
    {
      g_autoptr (WaxsealRecord) permission = g_list_model_get_item (permissions, i);

      n += *waxseal_record_get_text (permission, "granted-on") != '\0';
    }
  return n;
}

/* The last step is done when each permission is granted, and the other way round. */
static void
test_consent (UiFixture *fixture)
{
  WaxsealPortalRow *consent = WAXSEAL_PORTAL_ROW (get_step (fixture, "consent"));
  WaxsealEntraApp *app = waxseal_organization_get_entra_app (ui_fixture_get_organization (fixture));
  g_autoptr (WaxsealRecord) first =
    g_list_model_get_item (G_LIST_MODEL (waxseal_record_get_list (app, "permissions")), 0);

  waxseal_record_set_text (first, "granted-on", "2026-01-02T03:04:05Z");
  g_assert_false (waxseal_portal_row_is_done (consent));
  check_off (fixture, "consent", TRUE);
  g_assert_cmpuint (count_granted (fixture), ==, 4);
  g_assert_cmpstr (waxseal_record_get_text (first, "granted-on"), ==, "2026-01-02T03:04:05Z");

  waxseal_record_set_text (first, "granted-on", "");
  g_assert_false (waxseal_portal_row_is_done (consent));
  g_assert_false (gtk_check_button_get_active (
    GTK_CHECK_BUTTON (ui_driver_get_child (GTK_WIDGET (consent), "check"))));
  waxseal_record_set_text (first, "granted-on", "2026-01-02T03:04:05Z");
  check_off (fixture, "consent", FALSE);
  g_assert_cmpuint (count_granted (fixture), ==, 0);
}

static gboolean
is_link_row (GtkWidget *widget, gpointer place)
{
  g_autofree char *own = NULL;

  if (!WAXSEAL_IS_LINK_ROW (widget))
    return FALSE;
  g_object_get (widget, "place", &own, NULL);
  return g_strcmp0 (own, place) == 0;
}

static GtkWidget *
get_link_row (UiFixture *fixture, const char *place)
{
  GtkWidget *row =
    ui_driver_visit (get_page_child (fixture, "portal"), is_link_row, (gpointer) place);

  g_assert_nonnull (row);
  return row;
}

static void
read_cb (GObject *clipboard, GAsyncResult *result, gpointer text)
{
  g_autoptr (GError) error = NULL;

  *(char **) text = gdk_clipboard_read_text_finish (GDK_CLIPBOARD (clipboard), result, &error);
  g_assert_no_error (error);
}

static gboolean
is_set (gpointer text)
{
  return *(char **) text != NULL;
}

static void
assert_clipboard (UiFixture *fixture, const char *expected)
{
  g_autofree char *text = NULL;

  gdk_clipboard_read_text_async (gtk_widget_get_clipboard (GTK_WIDGET (fixture->window)),
                                 NULL,
                                 read_cb,
                                 &text);
  ui_driver_wait (is_set, &text);
  g_assert_cmpstr (text, ==, expected);
}

#define LIST "https://entra.microsoft.com/#view/Microsoft_AAD_RegisteredApps/ApplicationsListBlade"

static void
test_copy_link (UiFixture *fixture)
{
  GtkWidget *row;

  waxseal_window_show_page (fixture->window, "entra-app");
  row = get_link_row (fixture, "app-secrets");
  g_signal_emit_by_name (ui_driver_get_child (row, "copy_button"), "clicked");
  ui_driver_wait_label (GTK_WIDGET (fixture->window), "Link copied");
  assert_clipboard (fixture, LIST);
}

static void
write_file (const char *folder, const char *name, const char *text, int mode)
{
  g_autofree char *path = g_build_filename (folder, name, NULL);
  g_autoptr (GError) error = NULL;

  g_file_set_contents_full (path, text, -1, G_FILE_SET_CONTENTS_NONE, mode, &error);
  g_assert_no_error (error);
}

#define BROWSER "waxseal-test.desktop"
#define HTTPS   "x-scheme-handler/https"

/* Whether @id, or nothing for NULL, opens https in the end; this computer may insist on another. */
static gboolean
wait_default (const char *id)
{
  guint i;

  for (i = 0; i < 40; i++)
    {
      g_autoptr (GAppInfo) browser = g_app_info_get_default_for_uri_scheme ("https");

      if (g_strcmp0 (browser != NULL ? g_app_info_get_id (browser) : NULL, id) == 0)
        return TRUE;
      ui_driver_settle (50);
    }
  g_test_skip ("another browser is the default");
  return FALSE;
}

static char *
make_folder (void)
{
  char *folder = g_build_filename (g_get_user_data_dir (), "applications", NULL);

  g_mkdir_with_parents (folder, 0700);
  return folder;
}

/* Makes @script what opens https. */
static gboolean
install_browser (const char *script)
{
  g_autofree char *folder = make_folder ();
  g_autofree char *desktop = g_strdup_printf ("[Desktop Entry]\nType=Application\nName=Browser\n"
                                              "MimeType=" HTTPS ";\nExec=%s/browser %%u\n",
                                              folder);

  write_file (folder, "browser", script, 0700);
  write_file (folder, BROWSER, desktop, 0600);
  write_file (folder, "mimeapps.list", "[Default Applications]\n" HTTPS "=" BROWSER "\n", 0600);
  return wait_default (BROWSER);
}

static gboolean
remove_browsers (void)
{
  g_autofree char *folder = make_folder ();
  g_autoptr (GString) list = g_string_new ("[Removed Associations]\n" HTTPS "=");
  GList *all = g_app_info_get_all_for_type (HTTPS);
  GList *l;

  for (l = all; l != NULL; l = l->next)
    g_string_append_printf (list, "%s;", g_app_info_get_id (l->data));
  g_list_free_full (all, g_object_unref);
  g_string_append_c (list, '\n');
  write_file (folder, "mimeapps.list", list->str, 0600);
  return wait_default (NULL);
}

static gboolean
exists (gpointer path)
{
  return g_file_test (path, G_FILE_TEST_EXISTS);
}

static void
test_browser (UiFixture *fixture)
{
  g_autofree char *path = g_build_filename (g_get_user_data_dir (), "opened", NULL);
  g_autofree char *script = g_strdup_printf (
    "#!/bin/sh\nprintf %%s \"$1\" >'%s.new' && mv '%s.new' '%s'\n", path, path, path);
  g_autofree char *opened = NULL;

  if (!install_browser (script))
    return;
  waxseal_window_show_page (fixture->window, "entra-app");
  g_signal_emit_by_name (get_link_row (fixture, "app-overview"), "activated");
  ui_driver_wait (exists, path);
  g_assert_true (g_file_get_contents (path, &opened, NULL, NULL));
  g_assert_cmpstr (opened, ==, LIST);
}

/* Where no browser answers, the link is on the clipboard. */
static void
test_no_browser (UiFixture *fixture)
{
  if (!remove_browsers ())
    return;
  waxseal_window_show_page (fixture->window, "entra-app");
  g_signal_emit_by_name (get_link_row (fixture, "app-overview"), "activated");
  ui_driver_wait_label (GTK_WIDGET (fixture->window), "No browser answered");
  assert_clipboard (fixture, LIST);
}

static gboolean
is_practice (gpointer window)
{
  WaxsealOrganization *organization = waxseal_window_get_organization (window);

  return waxseal_organization_get_practice (organization);
}

static void
test_practice (UiFixture *fixture)
{
  GtkWidget *row = get_link_row (fixture, "entra");

  g_assert_true (gtk_list_box_row_get_activatable (GTK_LIST_BOX_ROW (row)));
  gtk_widget_activate_action (GTK_WIDGET (fixture->window), "win.practice", NULL);
  ui_driver_wait (is_practice, fixture->window);
  g_assert_false (gtk_list_box_row_get_activatable (GTK_LIST_BOX_ROW (row)));
  g_assert_cmpstr (adw_action_row_get_subtitle (ADW_ACTION_ROW (row)),
                   ==,
                   "The practice tenant has no portal");
}

/* The Value has one place only, and the way to it is short. */
static void
test_enter_value (UiFixture *fixture)
{
  GtkWidget *group, *entry;

  waxseal_window_show_page (fixture->window, "entra-app");
  group = get_page_child (fixture, "secret_group");
  entry = ui_driver_get_child (group, "value_row");
  gtk_widget_activate_action (get_page_child (fixture, "portal"), "entra.enter-value", NULL);
  g_assert_true (gtk_root_get_focus (GTK_ROOT (fixture->window)) ==
                 GTK_WIDGET (gtk_editable_get_delegate (GTK_EDITABLE (entry))));
}

int
main (int argc, char **argv)
{
  static const UiTest tests[] = {
    { "/portal-road/switch", test_switch, "Contoso" },
    { "/portal-road/steps", test_steps, "Contoso" },
    { "/portal-road/consent", test_consent, "Contoso" },
    { "/portal-road/copy-link", test_copy_link, "Contoso" },
    { "/portal-road/browser", test_browser, "Contoso" },
    { "/portal-road/no-browser", test_no_browser, "Contoso" },
    { "/portal-road/practice", test_practice, "Contoso" },
    { "/portal-road/enter-value", test_enter_value, "Contoso" },
  };

  return ui_fixture_run (argc, argv, tests, G_N_ELEMENTS (tests));
}
