/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The practice tenant in the window: an organisation that lives there is marked everywhere, finds
 * it running, and no other does. */
#include "ui-fixture.h"

#include <glib/gstdio.h>
#include <signal.h>
#include <string.h>

#include "waxseal-organization-switcher.h"
#include "waxseal-page.h"

#define STRIP "Practice tenant: nothing here touches Microsoft 365 or Cisco"

static gboolean
shows_practice (gpointer user_data)
{
  UiFixture *fixture = user_data;
  WaxsealOrganization *organization = waxseal_window_get_organization (fixture->window);

  return organization != NULL && waxseal_organization_get_practice (organization);
}

static void
open_practice (UiFixture *fixture)
{
  gtk_widget_activate_action (GTK_WIDGET (fixture->window), "win.practice", NULL);
  ui_driver_wait (shows_practice, fixture);
}

static const char *
get_base (UiFixture *fixture)
{
  return waxseal_page_get_practice_base (WAXSEAL_PAGE (ui_fixture_get_page (fixture, "entra-app")));
}

static gboolean
is_marked (UiFixture *fixture)
{
  GtkWidget *switcher = ui_fixture_get_child (fixture, "switcher");

  return gtk_widget_get_visible (ui_driver_get_child (switcher, "mark"));
}

static gboolean
has_strip (UiFixture *fixture)
{
  return ui_driver_find_label (GTK_WIDGET (fixture->window), STRIP) != NULL;
}

static guint
count_organizations (UiFixture *fixture)
{
  return g_list_model_get_n_items (G_LIST_MODEL (waxseal_window_get_store (fixture->window)));
}

static void
assert_answers (const char *base)
{
  g_autoptr (GSocketClient) client = g_socket_client_new ();
  g_autoptr (GSocketConnection) connection = NULL;
  g_autoptr (GError) error = NULL;

  g_assert_nonnull (base);
  g_assert_true (g_str_has_prefix (base, "http://"));
  connection = g_socket_client_connect_to_uri (client, base, 80, NULL, &error);
  g_assert_no_error (error);
}

static void
test_first_run (UiFixture *fixture)
{
  GtkWidget *window = GTK_WIDGET (fixture->window);

  ui_driver_wait_label (window, "Set Up an Organization…");
  g_assert_nonnull (ui_driver_find_label (window, "Try It on a Practice Tenant"));
  g_assert_nonnull (ui_driver_find_label (window, "Check a Manifest File…"));

  open_practice (fixture);
  ui_driver_wait_label (window, STRIP);
  g_assert_true (is_marked (fixture));
  assert_answers (get_base (fixture));

  /* It is the same one the next time. */
  open_practice (fixture);
  ui_driver_settle (100);
  g_assert_cmpuint (count_organizations (fixture), ==, 1);
}

/* A real organisation never gets the practice tenant, though that runs. */
static void
test_real (UiFixture *fixture)
{
  g_autoptr (WaxsealOrganization) real =
    g_object_ref (waxseal_window_get_organization (fixture->window));

  g_assert_null (get_base (fixture));
  g_assert_false (has_strip (fixture));
  open_practice (fixture);
  g_assert_nonnull (get_base (fixture));

  waxseal_window_set_organization (fixture->window, real);
  g_assert_null (get_base (fixture));
  g_assert_false (has_strip (fixture));
  g_assert_false (is_marked (fixture));
  g_assert_false (waxseal_organization_get_practice (real));
}

/* A real one that is chosen meanwhile is the one that is shown. */
static void
test_overtaken (UiFixture *fixture)
{
  g_autoptr (WaxsealOrganization) practice = waxseal_organization_new_for_practice ("Practice");
  WaxsealOrganization *real = waxseal_window_get_organization (fixture->window);

  waxseal_window_set_organization (fixture->window, practice);
  waxseal_window_set_organization (fixture->window, real);
  ui_driver_settle (1000);
  g_assert_true (waxseal_window_get_organization (fixture->window) == real);
  g_assert_false (has_strip (fixture));
}

/* A copy lives there too, and so does all of it after the next start. */
static void
test_copy (UiFixture *fixture)
{
  GListModel *entries;
  guint i;

  open_practice (fixture);
  gtk_widget_activate_action (GTK_WIDGET (fixture->window), "win.duplicate-organization", NULL);
  g_assert_true (waxseal_organization_get_practice (ui_fixture_get_organization (fixture)));
  ui_fixture_flush (fixture);
  ui_fixture_restart (fixture);

  ui_driver_wait (shows_practice, fixture);
  g_assert_true (has_strip (fixture));
  g_assert_true (is_marked (fixture));
  assert_answers (get_base (fixture));
  entries = G_LIST_MODEL (waxseal_window_get_store (fixture->window));
  g_assert_cmpuint (g_list_model_get_n_items (entries), ==, 2);
  for (i = 0; i < g_list_model_get_n_items (entries); i++)
    {
      g_autoptr (WaxsealOrganizationEntry) entry = g_list_model_get_item (entries, i);

      g_assert_true (waxseal_organization_entry_get_practice (entry));
    }
}

/* What cannot be read any more is kept, and does not keep anyone from practising. */
static void
test_damaged_state (UiFixture *fixture)
{
  g_autofree char *folder = g_build_filename (g_get_user_data_dir (), "waxseal", NULL);
  g_autofree char *state = g_build_filename (folder, "practice-tenant.json", NULL);
  g_autofree char *aside = g_strconcat (state, ".damaged", NULL);
  g_autofree char *kept = NULL;

  g_assert_true (g_file_set_contents (state, "{\"users\": [", -1, NULL));
  open_practice (fixture);
  assert_answers (get_base (fixture));
  g_assert_true (g_file_get_contents (aside, &kept, NULL, NULL));
  g_assert_cmpstr (kept, ==, "{\"users\": [");
}

typedef struct
{
  char *folder;
  char *text;
} Wait;

static gboolean
has_practice_file (gpointer user_data)
{
  Wait *wait = user_data;
  g_autoptr (GDir) dir = g_dir_open (wait->folder, 0, NULL);
  const char *name;

  while (dir != NULL && (name = g_dir_read_name (dir)) != NULL)
    {
      g_autofree char *path = g_build_filename (wait->folder, name, NULL);

      g_clear_pointer (&wait->text, g_free);
      if (g_str_has_suffix (name, ".json") && g_file_get_contents (path, &wait->text, NULL, NULL) &&
          strstr (wait->text, "\"practice\" : true") != NULL)
        return TRUE;
    }
  return FALSE;
}

static void
assert_no_core (const char *pid)
{
  g_autofree char *path = g_build_filename ("/proc", pid, "limits", NULL);
  g_autofree char *limits = NULL;
  g_autoptr (GError) error = NULL;

  g_assert_true (g_file_get_contents (path, &limits, NULL, &error));
  g_assert_true (
    g_regex_match_simple ("^Max core file size +0 +0 +bytes", limits, G_REGEX_MULTILINE, 0));
}

/* “waxseal --practice”, in a process of its own. */
static void
test_option (UiFixture *fixture)
{
  g_autoptr (GSubprocessLauncher) launcher = g_subprocess_launcher_new (G_SUBPROCESS_FLAGS_NONE);
  g_autoptr (GSubprocess) process = NULL;
  g_autoptr (GError) error = NULL;
  g_autofree char *data = g_build_filename (g_get_user_data_dir (), "other", NULL);
  Wait wait = { g_build_filename (data, "waxseal", "organizations", NULL), NULL };

  g_subprocess_launcher_setenv (launcher, "XDG_DATA_HOME", data, TRUE);
  /* GTestDBus takes it out of the environment. */
  g_subprocess_launcher_setenv (launcher,
                                "DISPLAY",
                                gdk_display_get_name (gdk_display_get_default ()),
                                TRUE);
  process =
    g_subprocess_launcher_spawn (launcher, &error, g_getenv ("WAXSEAL_WINDOW"), "--practice", NULL);
  g_assert_no_error (error);
  ui_driver_wait (has_practice_file, &wait);
  assert_no_core (g_subprocess_get_identifier (process));

  g_subprocess_send_signal (process, SIGTERM);
  g_subprocess_wait (process, NULL, NULL);
  g_free (wait.folder);
  g_free (wait.text);
}

int
main (int argc, char **argv)
{
  static const UiTest tests[] = {
    { "/practice-mode/first-run", test_first_run, NULL },
    { "/practice-mode/real", test_real, "Contoso" },
    { "/practice-mode/overtaken", test_overtaken, "Contoso" },
    { "/practice-mode/copy", test_copy, NULL },
    { "/practice-mode/damaged-state", test_damaged_state, NULL },
    { "/practice-mode/option", test_option, NULL },
  };

  return ui_fixture_run (argc, argv, tests, G_N_ELEMENTS (tests));
}
