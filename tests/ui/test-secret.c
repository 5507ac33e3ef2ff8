/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The client secret's Value: into the keyring and nowhere else; and without a keyring all else
 * works. */
#include "ui-fixture.h"

#include "store-fixture.h"
#include "waxseal-field-row.h"

#define VALUE "WaxsealTestSecret~8Q_not.a.real-one"

static GtkWidget *
get_group (UiFixture *fixture)
{

  return ui_driver_get_child (ui_fixture_get_page (fixture, "entra-app"), "secret_group");
}

static GtkWidget *
get_entry (UiFixture *fixture)
{
  return ui_driver_get_child (get_group (fixture), "value_row");
}

static void
apply (UiFixture *fixture, const char *value)
{
  GtkWidget *entry = get_entry (fixture);

  gtk_editable_set_text (GTK_EDITABLE (entry), "");
  ui_driver_type (entry, value);
  g_signal_emit_by_name (entry, "apply");
}

static void
enter_secret_id (UiFixture *fixture)
{
  ui_driver_type (
    ui_driver_find_row (get_group (fixture), WAXSEAL_TYPE_FIELD_ROW, "Secret ID", NULL), "k1");
}

static gboolean
contains (const char *path, const char *text)
{
  g_autoptr (GDir) dir = g_dir_open (path, 0, NULL);
  g_autofree char *data = NULL;
  const char *name;
  gsize length;

  if (dir == NULL)
    return g_file_get_contents (path, &data, &length, NULL) &&
           g_strstr_len (data, length, text) != NULL;
  while ((name = g_dir_read_name (dir)) != NULL)
    {
      g_autofree char *child = g_build_filename (path, name, NULL);

      if (contains (child, text))
        return TRUE;
    }
  return FALSE;
}

static gboolean
shows_banner (gpointer group)
{
  GtkWidget *banner = ui_driver_get_child (group, "banner");
  GtkWidget *revealer = ui_driver_get_child (banner, "revealer");

  return gtk_revealer_get_reveal_child (GTK_REVEALER (revealer));
}

/* The banner says what is the matter and what to do; nothing typed is lost; the rest works. */
static void
test_no_service (UiFixture *fixture)
{
  GtkWidget *title;
  g_autoptr (JsonNode) root = NULL;

  waxseal_window_show_page (fixture->window, "entra-app");
  ui_driver_wait (shows_banner, get_group (fixture));
  title = ui_driver_get_child (ui_driver_get_child (get_group (fixture), "banner"), "title");
  g_assert_cmpuint (strlen (gtk_label_get_text (GTK_LABEL (title))), >, 30);
  g_assert_nonnull (strstr (gtk_label_get_text (GTK_LABEL (title)), ". "));

  enter_secret_id (fixture);
  apply (fixture, VALUE);
  ui_driver_settle (200);
  g_assert_true (shows_banner (get_group (fixture)));
  g_assert_cmpstr (gtk_editable_get_text (GTK_EDITABLE (get_entry (fixture))), ==, VALUE);
  ui_fixture_flush (fixture);
  root = ui_fixture_read_json (fixture);
  g_assert_cmpstr (json_node_get_string (ui_fixture_find_member (root, "entra-app/secret-key-id")),
                   ==,
                   "k1");
  g_assert_false (contains (g_get_user_data_dir (), VALUE));
}

/* Who pastes the Value first is told what is missing, and keeps it. */
static void
test_value_first (UiFixture *fixture)
{
  waxseal_window_show_page (fixture->window, "entra-app");
  apply (fixture, VALUE);
  ui_driver_wait_label (ui_fixture_get_child (fixture, "toasts"), "Enter the Secret ID first");
  g_assert_cmpstr (gtk_editable_get_text (GTK_EDITABLE (get_entry (fixture))), ==, VALUE);
}

static void
test_secret_id (UiFixture *fixture)
{
  const char *const id = "11112222-bbbb-3333-cccc-4444dddd5555";

  waxseal_window_show_page (fixture->window, "entra-app");
  apply (fixture, id);
  ui_driver_wait_label (ui_fixture_get_child (fixture, "toasts"), "This looks like the Secret ID");
  g_assert_true (gtk_widget_has_css_class (get_entry (fixture), "error"));
  g_assert_cmpstr (gtk_editable_get_text (GTK_EDITABLE (get_entry (fixture))), ==, id);
}

static gboolean
has_service (gpointer connection)
{
  g_autoptr (GVariant) reply =
    g_dbus_connection_call_sync (connection,
                                 "org.freedesktop.DBus",
                                 "/org/freedesktop/DBus",
                                 "org.freedesktop.DBus",
                                 "NameHasOwner",
                                 g_variant_new ("(s)", "org.freedesktop.secrets"),
                                 NULL,
                                 G_DBUS_CALL_FLAGS_NONE,
                                 -1,
                                 NULL,
                                 NULL);
  gboolean owned = FALSE;

  g_variant_get (reply, "(b)", &owned);
  return owned;
}

/* On the bus of the tests, with a folder of its own; warnings are fatal to us, not to it. */
static GSubprocess *
start_keyring (const char *folder)
{
  g_autoptr (GSubprocessLauncher) launcher =
    g_subprocess_launcher_new (G_SUBPROCESS_FLAGS_STDIN_PIPE | G_SUBPROCESS_FLAGS_STDOUT_SILENCE |
                               G_SUBPROCESS_FLAGS_STDERR_SILENCE);
  g_autoptr (GDBusConnection) bus = g_bus_get_sync (G_BUS_TYPE_SESSION, NULL, NULL);
  g_autoptr (GError) error = NULL;
  GSubprocess *keyring;
  GOutputStream *password;

  g_subprocess_launcher_unsetenv (launcher, "G_DEBUG");
  g_subprocess_launcher_unsetenv (launcher, "DISPLAY");
  g_subprocess_launcher_unsetenv (launcher, "GNOME_KEYRING_CONTROL");
  g_subprocess_launcher_setenv (launcher, "XDG_DATA_HOME", folder, TRUE);
  g_subprocess_launcher_setenv (launcher, "XDG_RUNTIME_DIR", folder, TRUE);
  keyring = g_subprocess_launcher_spawn (launcher,
                                         &error,
                                         "gnome-keyring-daemon",
                                         "--foreground",
                                         "--unlock",
                                         "--components=secrets",
                                         NULL);
  g_assert_no_error (error);
  password = g_subprocess_get_stdin_pipe (keyring);
  g_output_stream_write_all (password, "password", 8, NULL, NULL, &error);
  g_assert_no_error (error);
  g_output_stream_close (password, NULL, &error);
  ui_driver_wait (has_service, bus);
  return keyring;
}

static void
assert_stored (UiFixture *fixture)
{
  GtkWidget *group = get_group (fixture);

  ui_driver_wait_label (group, "In the keyring");
  g_assert_cmpstr (gtk_editable_get_text (GTK_EDITABLE (get_entry (fixture))), ==, "");
  g_assert_false (shows_banner (group));
  ui_fixture_flush (fixture);
  g_assert_false (contains (g_get_user_data_dir (), VALUE));
}

static void
store_and_remove (UiFixture *fixture)
{
  GtkWidget *group = get_group (fixture);
  GtkWindow *dialog;

  waxseal_window_show_page (fixture->window, "entra-app");
  ui_driver_wait_label (group, "Not in the keyring");
  gtk_editable_set_text (
    GTK_EDITABLE (ui_driver_find_row (group, WAXSEAL_TYPE_FIELD_ROW, "Expires (YYYY-MM-DD)", NULL)),
    "2027-05-18");
  enter_secret_id (fixture);
  apply (fixture, VALUE);
  assert_stored (fixture);
  ui_driver_wait_label (group, "2027");

  ui_fixture_restart (fixture);
  group = get_group (fixture);
  assert_stored (fixture);

  ui_driver_click (group, "Remove…");
  dialog = ui_driver_wait_dialog (ADW_TYPE_MESSAGE_DIALOG);
  adw_message_dialog_response (ADW_MESSAGE_DIALOG (dialog), "remove");
  ui_driver_wait_label (group, "Not in the keyring");
}

static void
test_store (UiFixture *fixture)
{
  g_autofree char *program = g_find_program_in_path ("gnome-keyring-daemon");
  g_autofree char *folder = NULL;
  g_autoptr (GSubprocess) keyring = NULL;
  g_autoptr (WaxsealOrganization) again = NULL;

  if (program == NULL)
    {
      g_test_skip ("gnome-keyring-daemon is not installed (package gnome-keyring)");
      return;
    }
  folder = g_dir_make_tmp ("waxseal-keyring-XXXXXX", NULL);
  keyring = start_keyring (folder);
  again = g_object_ref (ui_fixture_get_organization (fixture));
  waxseal_window_set_organization (fixture->window, again);
  store_and_remove (fixture);
  g_subprocess_force_exit (keyring);
  g_subprocess_wait (keyring, NULL, NULL);
  g_assert_false (contains (folder, VALUE));
  store_fixture_delete (folder);
}

static const UiTest tests[] = {
  { "/ui/secret/no-service", test_no_service, "Contoso" },
  { "/ui/secret/secret-id", test_secret_id, "Contoso" },
  { "/ui/secret/value-first", test_value_first, "Contoso" },
  { "/ui/secret/store", test_store, "Contoso" },
};

int
main (int argc, char **argv)
{
  return ui_fixture_run (argc, argv, tests, G_N_ELEMENTS (tests));
}
