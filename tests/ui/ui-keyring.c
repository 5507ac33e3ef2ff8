/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "ui-keyring.h"

#include "store-fixture.h"
#include "ui-driver.h"

struct _UiKeyring
{
  char *folder;
  GSubprocess *daemon;
};

/* Whether @text is in a file, or in any below a folder. */
gboolean
ui_keyring_is_in_folder (const char *folder, const char *text)
{
  g_autoptr (GDir) dir = g_dir_open (folder, 0, NULL);
  g_autofree char *data = NULL;
  const char *name;
  gsize length;

  if (dir == NULL)
    return g_file_get_contents (folder, &data, &length, NULL) &&
           g_strstr_len (data, length, text) != NULL;
  while ((name = g_dir_read_name (dir)) != NULL)
    {
      g_autofree char *child = g_build_filename (folder, name, NULL);

      if (ui_keyring_is_in_folder (child, text))
        return TRUE;
    }
  return FALSE;
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

/* Warnings are fatal to us, not to it. */
static GSubprocess *
start_daemon (const char *folder)
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

UiKeyring *
ui_keyring_start (void)
{
  g_autofree char *program = g_find_program_in_path ("gnome-keyring-daemon");
  UiKeyring *self;

  if (program == NULL)
    {
      g_test_skip ("gnome-keyring-daemon is not installed (package gnome-keyring)");
      return NULL;
    }
  self = g_new0 (UiKeyring, 1);
  self->folder = g_dir_make_tmp ("waxseal-keyring-XXXXXX", NULL);
  self->daemon = start_daemon (self->folder);
  return self;
}

void
ui_keyring_stop (UiKeyring *self, const char *secret)
{
  g_subprocess_force_exit (self->daemon);
  g_subprocess_wait (self->daemon, NULL, NULL);
  g_assert_false (ui_keyring_is_in_folder (self->folder, secret));
  store_fixture_delete (self->folder);
  g_object_unref (self->daemon);
  g_free (self->folder);
  g_free (self);
}
