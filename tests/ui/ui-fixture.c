/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "ui-fixture.h"

#include <glib/gi18n.h>
#include <glib/gstdio.h>
#include <locale.h>

#include "store-fixture.h"
#include "ui-desktop.h"

static const char *
get_root_page (WaxsealWindow *window)
{
  GtkWidget *root = ui_driver_get_child (GTK_WIDGET (window), "root");

  return gtk_stack_get_visible_child_name (GTK_STACK (root));
}

static gboolean
is_ready (gpointer window)
{
  return gtk_widget_get_mapped (window) && !g_str_equal (get_root_page (window), "loading");
}

static void
start (UiFixture *fixture)
{
  fixture->application = ui_driver_start ();
  fixture->window = ui_driver_get_window (fixture->application);
  ui_driver_wait (is_ready, fixture->window);
}

/* Closes the window, and opens another on the same folder and settings. */
void
ui_fixture_restart (UiFixture *fixture)
{
  ui_driver_stop (fixture->application);
  start (fixture);
}

static void
reset_settings (void)
{
  g_autoptr (GSettings) settings = g_settings_new (APPLICATION_ID);
  g_autoptr (GSettingsSchema) schema = NULL;
  g_auto (GStrv) keys = NULL;
  guint i;

  g_object_get (settings, "settings-schema", &schema, NULL);
  keys = g_settings_schema_list_keys (schema);
  for (i = 0; keys[i] != NULL; i++)
    g_settings_reset (settings, keys[i]);
}

static void
set_up (UiFixture *fixture, gconstpointer data)
{
  const UiTest *test = data;
  g_autoptr (WaxsealOrganization) organization = NULL;

  store_fixture_delete (g_get_user_data_dir ());
  g_mkdir_with_parents (ui_fixture_get_folder (), 0700);
  reset_settings ();
  start (fixture);
  if (test->organization == NULL)
    return;
  organization = waxseal_organization_new (test->organization, WAXSEAL_CLOUD_GLOBAL);
  waxseal_organization_store_add (waxseal_window_get_store (fixture->window), organization);
  waxseal_window_set_organization (fixture->window, organization);
  ui_fixture_flush (fixture);
}

static void
run (UiFixture *fixture, gconstpointer data)
{
  ((const UiTest *) data)->run (fixture);
}

static void
tear_down (UiFixture *fixture, gconstpointer data)
{
  ui_driver_stop (fixture->application);
}

/* The environment decides before GLib and GTK look at it. */
static char *
make_environment (void)
{
  g_autoptr (GError) error = NULL;
  char *folder = g_dir_make_tmp ("waxseal-ui-XXXXXX", &error);
  g_autofree char *data = NULL;

  g_assert_no_error (error);
  data = g_build_filename (folder, "data", NULL);
  g_setenv ("XDG_DATA_HOME", data, TRUE);
  g_setenv ("XDG_CONFIG_HOME", folder, FALSE);
  g_setenv ("GSETTINGS_BACKEND", "memory", TRUE);
  g_setenv ("GSK_RENDERER", "cairo", FALSE);
  g_setenv ("GTK_A11Y", "none", FALSE);
  setlocale (LC_ALL, "");
  bindtextdomain (GETTEXT_PACKAGE,
                  g_getenv ("WAXSEAL_LOCALE_DIR") != NULL ? g_getenv ("WAXSEAL_LOCALE_DIR")
                                                          : LOCALEDIR);
  bind_textdomain_codeset (GETTEXT_PACKAGE, "UTF-8");
  textdomain (GETTEXT_PACKAGE);
  return folder;
}

/* It ends with the process, not before: libadwaita never lets go of its connection. */
static void
start_bus (void)
{
  static GTestDBus *bus;

  bus = g_test_dbus_new (G_TEST_DBUS_NONE);
  g_test_dbus_up (bus);
  ui_desktop_start ();
}

static int
skip (const char *reason)
{
  g_print ("1..0 # SKIP %s\n", reason);
  return 0;
}

/* Runs each of @tests on a window of its own, or skips them all where there is no display. */
int
ui_fixture_run (int argc, char **argv, const UiTest *tests, gsize n_tests)
{
  g_autofree char *folder = make_environment ();
  gsize i;
  int status;

  if (!gtk_init_check ())
    return skip ("no display: run it by build-aux/headless");
  if (g_getenv ("LANGUAGE") != NULL && g_str_equal (_ ("Pages"), "Pages"))
    return skip ("no translation for LANGUAGE is built");
  g_test_init (&argc, &argv, NULL);
  start_bus ();
  for (i = 0; i < n_tests; i++)
    g_test_add (tests[i].path, UiFixture, &tests[i], set_up, run, tear_down);
  status = g_test_run ();
  store_fixture_delete (folder);
  return status;
}

/* Returns: (transfer none): the organisation that the window shows; there must be one. */
WaxsealOrganization *
ui_fixture_get_organization (UiFixture *fixture)
{
  WaxsealOrganization *organization = waxseal_window_get_organization (fixture->window);

  g_assert_nonnull (organization);
  return organization;
}

/* Returns: (transfer none): a widget of the window's template, or of its workspace's. */
GtkWidget *
ui_fixture_get_child (UiFixture *fixture, const char *id)
{
  GtkWidget *window = GTK_WIDGET (fixture->window);
  GObject *child = gtk_widget_get_template_child (window, WAXSEAL_TYPE_WINDOW, id);

  if (child != NULL)
    return GTK_WIDGET (child);
  return ui_driver_get_child (GTK_WIDGET (waxseal_window_get_workspace (fixture->window)), id);
}

/* Returns: (transfer none): a page of the organisation, made where it was not shown yet. */
GtkWidget *
ui_fixture_get_page (UiFixture *fixture, const char *name)
{
  return waxseal_workspace_get_page (waxseal_window_get_workspace (fixture->window), name);
}

/* Returns: (transfer none): what has all the pages in it. */
GtkWidget *
ui_fixture_make_pages (UiFixture *fixture)
{
  static const char *const names[] = {
    "overview", "entra-app", "cres-account", "addin-settings", "manifest", "deployment",
  };
  gsize i;

  for (i = 0; i < G_N_ELEMENTS (names); i++)
    ui_fixture_get_page (fixture, names[i]);
  return ui_fixture_get_child (fixture, "pages");
}

/* Returns: (transfer none): the manifest of the organisation that the window shows. */
WaxsealManifestDraft *
ui_fixture_get_draft (UiFixture *fixture)
{
  return waxseal_workspace_get_draft (waxseal_window_get_workspace (fixture->window));
}

/* Returns: (transfer none): the name of what a stack of the window's template shows. */
const char *
ui_fixture_get_visible (UiFixture *fixture, const char *stack_id)
{
  return gtk_stack_get_visible_child_name (GTK_STACK (ui_fixture_get_child (fixture, stack_id)));
}

/* Returns: (transfer none): where the organisations' files are. */
const char *
ui_fixture_get_folder (void)
{
  static char *folder;

  if (folder == NULL)
    folder = g_build_filename (g_get_user_data_dir (), "waxseal", "organizations", NULL);
  return folder;
}

/* Saves what is not saved yet. */
void
ui_fixture_flush (UiFixture *fixture)
{
  g_autoptr (GError) error = NULL;

  store_fixture_flush (waxseal_window_get_store (fixture->window), &error);
  g_assert_no_error (error);
}

/* Returns: (transfer full): the name of the file of the organisation that the window shows. */
char *
ui_fixture_dup_file_name (UiFixture *fixture)
{
  return g_strconcat (waxseal_organization_get_id (ui_fixture_get_organization (fixture)),
                      ".json",
                      NULL);
}

/* Returns: (transfer full): the file of the organisation that the window shows. */
JsonNode *
ui_fixture_read_json (UiFixture *fixture)
{
  g_autofree char *name = ui_fixture_dup_file_name (fixture);
  g_autofree char *text = store_fixture_read (ui_fixture_get_folder (), name);
  g_autoptr (GError) error = NULL;
  JsonNode *root = json_from_string (text, &error);

  g_assert_no_error (error);
  return root;
}

/* Returns: (transfer none): what is at @path, such as “domains/0/flag-value”; it must be there. */
JsonNode *
ui_fixture_find_member (JsonNode *root, const char *path)
{
  g_auto (GStrv) names = g_strsplit (path, "/", -1);
  JsonNode *node = root;
  guint i;

  for (i = 0; names[i] != NULL; i++)
    {
      if (JSON_NODE_HOLDS_ARRAY (node))
        node = json_array_get_element (json_node_get_array (node),
                                       g_ascii_strtoull (names[i], NULL, 10));
      else
        node = json_object_get_member (json_node_get_object (node), names[i]);
      if (node == NULL)
        g_error ("The file has no %s", path);
    }
  return node;
}
