/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Several organisations: made, renamed, duplicated, removed, brought back, found among many; and
 * files that are damaged or too new. */
#include "ui-fixture.h"

#include "store-fixture.h"
#include "waxseal-field-row.h"
#include "waxseal-organization-dialog.h"

typedef struct
{
  UiFixture *fixture;
  const char *name;
} Shown;

static gboolean
shows_name (gpointer user_data)
{
  Shown *shown = user_data;
  WaxsealOrganization *organization = waxseal_window_get_organization (shown->fixture->window);

  return organization != NULL &&
         g_str_equal (waxseal_organization_get_name (organization), shown->name) &&
         g_str_equal (ui_fixture_get_visible (shown->fixture, "root"), "main");
}

static void
wait_shown (UiFixture *fixture, const char *name)
{
  Shown shown = { fixture, name };

  ui_driver_wait (shows_name, &shown);
  g_assert_nonnull (ui_driver_find_label (ui_fixture_get_child (fixture, "switcher"), name));
}

static gboolean
shows_welcome (gpointer fixture)
{
  return g_str_equal (ui_fixture_get_visible (fixture, "root"), "welcome");
}

static void
activate (UiFixture *fixture, const char *action)
{
  g_assert_true (gtk_widget_activate_action (GTK_WIDGET (fixture->window), action, NULL));
}

static guint
count (UiFixture *fixture)
{
  return g_list_model_get_n_items (G_LIST_MODEL (waxseal_window_get_store (fixture->window)));
}

static char *
dup_path (UiFixture *fixture)
{
  g_autofree char *name = ui_fixture_dup_file_name (fixture);

  return g_build_filename (ui_fixture_get_folder (), name, NULL);
}

static void
test_create (UiFixture *fixture)
{
  GtkWindow *dialog;
  GtkWidget *entry;
  g_autofree char *path = NULL;

  activate (fixture, "win.new-organization");
  dialog = ui_driver_wait_dialog (WAXSEAL_TYPE_ORGANIZATION_DIALOG);
  g_assert_false (gtk_widget_is_sensitive (ui_driver_find_button (GTK_WIDGET (dialog), "_Create")));
  entry = ui_driver_get_child (GTK_WIDGET (dialog), "name_row");
  ui_driver_type (entry, "  ");
  g_assert_false (gtk_widget_is_sensitive (ui_driver_find_button (GTK_WIDGET (dialog), "_Create")));
  ui_driver_type (entry, "Fabrikam");
  ui_driver_click (GTK_WIDGET (dialog), "_Create");
  wait_shown (fixture, "Fabrikam");
  g_assert_cmpstr (ui_fixture_get_visible (fixture, "pages"), ==, "overview");
  ui_fixture_flush (fixture);
  path = dup_path (fixture);
  g_assert_true (g_file_test (path, G_FILE_TEST_EXISTS));
}

static void
test_cancel (UiFixture *fixture)
{
  GtkWindow *dialog;

  activate (fixture, "win.new-organization");
  dialog = ui_driver_wait_dialog (WAXSEAL_TYPE_ORGANIZATION_DIALOG);
  ui_driver_type (ui_driver_get_child (GTK_WIDGET (dialog), "name_row"), "Fabrikam");
  ui_driver_click (GTK_WIDGET (dialog), "_Cancel");
  ui_driver_settle (300);
  g_assert_true (shows_welcome (fixture));
  g_assert_cmpuint (count (fixture), ==, 0);
}

static void
test_rename (UiFixture *fixture)
{
  GtkWindow *dialog;
  GtkWidget *entry;
  g_autoptr (JsonNode) root = NULL;

  activate (fixture, "win.rename-organization");
  dialog = ui_driver_wait_dialog (WAXSEAL_TYPE_ORGANIZATION_DIALOG);
  entry = ui_driver_get_child (GTK_WIDGET (dialog), "name_row");
  g_assert_cmpstr (gtk_editable_get_text (GTK_EDITABLE (entry)), ==, "Contoso");
  gtk_editable_set_text (GTK_EDITABLE (entry), "Contoso & Söhne");
  ui_driver_click (GTK_WIDGET (dialog), "_Rename");
  wait_shown (fixture, "Contoso & Söhne");
  ui_fixture_flush (fixture);
  root = ui_fixture_read_json (fixture);
  g_assert_cmpstr (json_node_get_string (ui_fixture_find_member (root, "name")),
                   ==,
                   "Contoso & Söhne");
}

static void
test_duplicate (UiFixture *fixture)
{
  g_autofree char *path = dup_path (fixture);
  g_autofree char *copy_path = NULL;

  activate (fixture, "win.duplicate-organization");
  wait_shown (fixture, "Contoso (copy)");
  ui_fixture_flush (fixture);
  copy_path = dup_path (fixture);
  g_assert_cmpuint (count (fixture), ==, 2);
  g_assert_cmpstr (path, !=, copy_path);
  g_assert_true (g_file_test (path, G_FILE_TEST_EXISTS));
  g_assert_true (g_file_test (copy_path, G_FILE_TEST_EXISTS));
}

static void
test_undo (UiFixture *fixture)
{
  g_autofree char *path = dup_path (fixture);
  g_autofree char *before = NULL;
  g_autofree char *after = NULL;

  g_assert_true (g_file_get_contents (path, &before, NULL, NULL));
  activate (fixture, "win.remove-organization");
  ui_driver_wait (shows_welcome, fixture);
  ui_driver_wait_label (GTK_WIDGET (fixture->window), "“Contoso” removed");
  g_assert_false (g_file_test (path, G_FILE_TEST_EXISTS));
  g_assert_cmpuint (count (fixture), ==, 0);

  ui_driver_click (GTK_WIDGET (fixture->window), "_Undo");
  wait_shown (fixture, "Contoso");
  g_assert_true (g_file_get_contents (path, &after, NULL, NULL));
  g_assert_cmpstr (before, ==, after);
  g_assert_cmpuint (count (fixture), ==, 1);
}

static gboolean
has_no_file (gpointer folder)
{
  g_autoptr (GDir) dir = g_dir_open (folder, 0, NULL);
  const char *name;

  while (dir != NULL && (name = g_dir_read_name (dir)) != NULL)
    {
      g_autofree char *path = g_build_filename (folder, name, NULL);

      if (g_file_test (path, G_FILE_TEST_IS_DIR) ? !has_no_file (path)
                                                 : strstr (name, ".json") != NULL)
        return FALSE;
    }
  return TRUE;
}

/* When the toast goes, nothing of it is left on the disk. */
static void
test_purge (UiFixture *fixture)
{
  activate (fixture, "win.remove-organization");
  ui_driver_wait (shows_welcome, fixture);
  g_assert_false (has_no_file ((gpointer) g_get_user_data_dir ()));
  ui_driver_wait (has_no_file, (gpointer) g_get_user_data_dir ());
}

/* Of two, the other is shown; and the one that is removed is the one that the toast names. */
static void
test_remove_one (UiFixture *fixture)
{
  activate (fixture, "win.duplicate-organization");
  wait_shown (fixture, "Contoso (copy)");
  activate (fixture, "win.remove-organization");
  wait_shown (fixture, "Contoso");
  ui_driver_wait_label (GTK_WIDGET (fixture->window), "“Contoso (copy)” removed");
  g_assert_cmpuint (count (fixture), ==, 1);
}

/* A second press before the first is done harms nobody. */
static void
test_remove_twice (UiFixture *fixture)
{
  activate (fixture, "win.duplicate-organization");
  wait_shown (fixture, "Contoso (copy)");
  activate (fixture, "win.remove-organization");
  activate (fixture, "win.remove-organization");
  wait_shown (fixture, "Contoso");
  ui_driver_settle (300);
  g_assert_cmpuint (count (fixture), ==, 1);
  g_assert_cmpstr (waxseal_organization_get_name (ui_fixture_get_organization (fixture)),
                   ==,
                   "Contoso");
}

/* Each keeps its own values, and switching changes none. */
static void
test_switch (UiFixture *fixture)
{
  static const char *const names[] = { "Adatum", "Fabrikam", "Northwind" };
  GtkWidget *page = ui_fixture_get_page (fixture, "addin-settings");
  char *ids[G_N_ELEMENTS (names)];
  gsize i, j;

  for (i = 0; i < G_N_ELEMENTS (names); i++)
    {
      g_autoptr (WaxsealOrganization) organization =
        waxseal_organization_new (names[i], WAXSEAL_CLOUD_GLOBAL);

      waxseal_organization_store_add (waxseal_window_get_store (fixture->window), organization);
      waxseal_window_set_organization (fixture->window, organization);
      gtk_editable_set_text (GTK_EDITABLE (
                               ui_driver_find_row (page, WAXSEAL_TYPE_FIELD_ROW, "Provider", NULL)),
                             names[i]);
      ids[i] = g_strdup (waxseal_organization_get_id (organization));
    }
  for (j = 0; j < 3; j++)
    for (i = 0; i < G_N_ELEMENTS (names); i++)
      {
        GtkWidget *row = ui_driver_find_row (page, WAXSEAL_TYPE_FIELD_ROW, "Provider", NULL);

        gtk_widget_activate_action (GTK_WIDGET (fixture->window),
                                    "win.open-organization",
                                    "s",
                                    ids[i]);
        wait_shown (fixture, names[i]);
        g_assert_cmpstr (gtk_editable_get_text (GTK_EDITABLE (row)), ==, names[i]);
      }
  for (i = 0; i < G_N_ELEMENTS (names); i++)
    g_free (ids[i]);
}

static gboolean
has_thousand (gpointer store)
{
  return g_list_model_get_n_items (store) == 1001;
}

/* The popover opens, finds one among 1,000, and Enter opens it; no step is slow. */
static void
test_thousand (UiFixture *fixture)
{
  GtkWidget *switcher, *button, *search;
  gint64 start;
  guint i;

  for (i = 0; i < 1000; i++)
    {
      g_autofree char *name = g_strdup_printf ("Company %03u", i);

      g_free (store_fixture_create_file (ui_fixture_get_folder (), name));
    }
  start = g_get_monotonic_time ();
  ui_fixture_restart (fixture);
  wait_shown (fixture, "Contoso");
  ui_driver_wait (has_thousand, waxseal_window_get_store (fixture->window));
  g_assert_cmpint (g_get_monotonic_time () - start, <, 4 * UI_SLOWNESS * G_USEC_PER_SEC);

  switcher = ui_fixture_get_child (fixture, "switcher");
  button = ui_driver_get_child (switcher, "button");
  search = ui_driver_get_child (switcher, "search");
  start = g_get_monotonic_time ();
  gtk_menu_button_popup (GTK_MENU_BUTTON (button));
  ui_driver_wait_label (ui_driver_get_child (switcher, "popover"), "Company 000");
  g_assert_cmpint (g_get_monotonic_time () - start, <, 2 * UI_SLOWNESS * G_USEC_PER_SEC);

  start = g_get_monotonic_time ();
  gtk_editable_set_text (GTK_EDITABLE (search), "pany 987");
  ui_driver_wait_label (ui_driver_get_child (switcher, "popover"), "Company 987");
  g_assert_cmpint (g_get_monotonic_time () - start, <, 2 * UI_SLOWNESS * G_USEC_PER_SEC);
  g_signal_emit_by_name (search, "activate");
  wait_shown (fixture, "Company 987");
}

static void
write_file (const char *name, const char *text)
{
  store_fixture_write (ui_fixture_get_folder (), name, text);
}

#define DAMAGED "0b4dcafe-0000-4000-8000-000000000001.json"

static void
assert_usable (UiFixture *fixture)
{
  waxseal_window_show_page (fixture->window, "addin-settings");
  g_assert_true (gtk_widget_is_sensitive (ui_fixture_get_page (fixture, "addin-settings")));
}

/* Wherever it was put aside. */
static char *
read_damaged (UiFixture *fixture)
{
  GListModel *entries = G_LIST_MODEL (waxseal_window_get_store (fixture->window));
  char *text = NULL;
  guint i;

  for (i = 0; i < g_list_model_get_n_items (entries); i++)
    {
      g_autoptr (WaxsealOrganizationEntry) entry = g_list_model_get_item (entries, i);

      if (waxseal_organization_entry_get_problem (entry) == WAXSEAL_ORGANIZATION_PROBLEM_DAMAGED)
        g_assert_true (
          g_file_get_contents (waxseal_organization_entry_get_path (entry), &text, NULL, NULL));
    }
  return text;
}

/* The banner names it, also after another organisation is opened; the file stays as it is. */
static void
test_damaged (UiFixture *fixture)
{
  g_autofree char *left = NULL;

  write_file (DAMAGED, "{ \"name\": \"Fabri");
  ui_fixture_restart (fixture);
  wait_shown (fixture, "Contoso");
  ui_driver_wait_label (ui_fixture_get_child (fixture, "banner"), DAMAGED);
  assert_usable (fixture);
  activate (fixture, "win.duplicate-organization");
  wait_shown (fixture, "Contoso (copy)");
  ui_driver_wait_label (ui_fixture_get_child (fixture, "banner"), DAMAGED);
  ui_fixture_flush (fixture);
  left = read_damaged (fixture);
  g_assert_cmpstr (left, ==, "{ \"name\": \"Fabri");
}

/* Where there is nothing else, the welcome page says it. */
static void
test_only_damaged (UiFixture *fixture)
{
  write_file (DAMAGED, "\x01\x02");
  ui_fixture_restart (fixture);
  ui_driver_wait (shows_welcome, fixture);
  ui_driver_wait_label (GTK_WIDGET (fixture->window), DAMAGED);
}

static char *
make_newer (UiFixture *fixture)
{
  g_autofree char *name = ui_fixture_dup_file_name (fixture);
  g_autofree char *text = store_fixture_read (ui_fixture_get_folder (), name);
  g_auto (GStrv) parts = g_strsplit (text, "\"format\" : 1", 2);

  if (parts[1] == NULL)
    g_error ("There is no format in %s", text);
  return g_strconcat (parts[0], "\"format\" : 99", parts[1], NULL);
}

/* It can be read, and nothing that the window offers changes a byte of it. */
static void
test_newer (UiFixture *fixture)
{
  g_autofree char *name = ui_fixture_dup_file_name (fixture);
  g_autofree char *newer = make_newer (fixture);
  guint n_windows;
  g_autofree char *left = NULL;

  write_file (name, newer);
  ui_fixture_restart (fixture);
  wait_shown (fixture, "Contoso");
  ui_driver_wait_label (ui_fixture_get_child (fixture, "banner"), "A newer Waxseal");
  waxseal_window_show_page (fixture->window, "addin-settings");
  g_assert_false (gtk_widget_is_sensitive (ui_driver_find_row (
    ui_fixture_get_page (fixture, "addin-settings"), WAXSEAL_TYPE_FIELD_ROW, "Provider", NULL)));
  n_windows = g_list_model_get_n_items (gtk_window_get_toplevels ());
  activate (fixture, "win.rename-organization");
  ui_driver_settle (300);
  g_assert_cmpuint (g_list_model_get_n_items (gtk_window_get_toplevels ()), ==, n_windows);
  waxseal_record_set_text (ui_fixture_get_organization (fixture), "name", "Other");
  ui_fixture_flush (fixture);
  left = store_fixture_read (ui_fixture_get_folder (), name);
  g_assert_cmpstr (left, ==, newer);
}

static const UiTest tests[] = {
  { "/ui/organizations/create", test_create, NULL },
  { "/ui/organizations/cancel", test_cancel, NULL },
  { "/ui/organizations/rename", test_rename, "Contoso" },
  { "/ui/organizations/duplicate", test_duplicate, "Contoso" },
  { "/ui/organizations/undo", test_undo, "Contoso" },
  { "/ui/organizations/purge", test_purge, "Contoso" },
  { "/ui/organizations/remove-one", test_remove_one, "Contoso" },
  { "/ui/organizations/remove-twice", test_remove_twice, "Contoso" },
  { "/ui/organizations/switch", test_switch, "Contoso" },
  { "/ui/organizations/thousand", test_thousand, "Contoso" },
  { "/ui/organizations/damaged", test_damaged, "Contoso" },
  { "/ui/organizations/only-damaged", test_only_damaged, NULL },
  { "/ui/organizations/newer", test_newer, "Contoso" },
};

int
main (int argc, char **argv)
{
  return ui_fixture_run (argc, argv, tests, G_N_ELEMENTS (tests));
}
