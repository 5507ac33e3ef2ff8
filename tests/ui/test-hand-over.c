/* SPDX-License-Identifier: GPL-3.0-or-later */
/* A hand-over file from one window to another: made, shown for what it is, opened or not. */
#include "ui-fixture.h"

#include <string.h>

#include "report-fixture.h"
#include "ui-saving.h"
#include "waxseal-hand-over-dialog.h"
#include "waxseal-hand-over.h"
#include "waxseal-record-json.h"
#include "waxseal-report-dialog.h"
#include "waxseal-take-over-dialog.h"

static char *
write_text (const char *name, const char *text, gssize length)
{
  char *path = g_build_filename (g_get_user_data_dir (), name, NULL);
  g_autoptr (GError) error = NULL;

  g_file_set_contents (path, text, length, &error);
  g_assert_no_error (error);
  return path;
}

static char *
write_hand_over (WaxsealOrganization *organization)
{
  g_autoptr (WaxsealHandOver) hand_over =
    waxseal_hand_over_new (organization, REPORT_FIXTURE_PERSON);
  g_autoptr (GBytes) bytes = waxseal_record_serialize (hand_over);

  return write_text ("contoso.waxseal", g_bytes_get_data (bytes, NULL), g_bytes_get_size (bytes));
}

/* As the file manager and the command line do. */
static void
open_path (UiFixture *fixture, const char *path)
{
  g_autoptr (GFile) file = g_file_new_for_path (path);

  g_application_open (G_APPLICATION (fixture->application), &file, 1, "");
}

static GtkWidget *
wait_dialog (void)
{
  return GTK_WIDGET (ui_driver_wait_dialog (WAXSEAL_TYPE_TAKE_OVER_DIALOG));
}

static guint
count (UiFixture *fixture)
{
  return g_list_model_get_n_items (G_LIST_MODEL (waxseal_window_get_store (fixture->window)));
}

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
  ui_driver_settle (200);
}

/* From the welcome page; then once more, and the two are told apart. */
static void
test_open (UiFixture *fixture)
{
  g_autoptr (WaxsealOrganization) organization = report_fixture_create ();
  g_autofree char *path = write_hand_over (organization);
  g_autofree char *second_name = g_strconcat (REPORT_FIXTURE_NAME, " (handed over)", NULL);
  g_autofree char *first_id = NULL;
  GtkWidget *dialog;

  open_path (fixture, path);
  dialog = wait_dialog ();
  g_assert_nonnull (ui_driver_find_label (dialog, REPORT_FIXTURE_PERSON));
  g_assert_nonnull (ui_driver_find_label (dialog, "3 of 3 phases deployed"));
  ui_driver_click (dialog, "_Open");
  wait_shown (fixture, REPORT_FIXTURE_NAME);
  g_assert_cmpuint (count (fixture), ==, 1);
  g_assert_cmpstr (ui_fixture_get_visible (fixture, "pages"), ==, "overview");
  first_id = g_strdup (waxseal_organization_get_id (ui_fixture_get_organization (fixture)));
  g_assert_cmpstr (first_id, !=, waxseal_organization_get_id (organization));
  ui_fixture_flush (fixture);
  ui_fixture_make_pages (fixture); /* each page can show it */
  ui_driver_settle (300);

  open_path (fixture, path);
  ui_driver_click (wait_dialog (), "_Open");
  wait_shown (fixture, second_name);
  g_assert_cmpuint (count (fixture), ==, 2);
  g_assert_cmpstr (waxseal_organization_get_id (ui_fixture_get_organization (fixture)),
                   !=,
                   first_id);
  ui_fixture_flush (fixture);
}

/* A file may say next to nothing: every page can show that too, and the report. */
static void
test_hollow (UiFixture *fixture)
{
  static const char *const pages[] = {
    "overview", "entra-app", "cres-account", "addin-settings", "manifest", "deployment",
  };
  g_autofree char *path =
    write_text ("hollow.waxseal", "{\"kind\": \"waxseal-hand-over\", \"organization\": {}}", -1);
  GtkWidget *dialog;

  open_path (fixture, path);
  dialog = wait_dialog ();
  g_assert_false (gtk_widget_is_sensitive (ui_driver_find_button (dialog, "_Open")));
  ui_driver_type (ui_driver_get_child (dialog, "name_row"), "Hollow");
  ui_driver_click (dialog, "_Open");
  wait_shown (fixture, "Hollow");
  for (guint i = 0; i < G_N_ELEMENTS (pages); i++)
    {
      waxseal_window_show_page (fixture->window, pages[i]);
      ui_driver_settle (200);
    }
  gtk_widget_activate_action (GTK_WIDGET (fixture->window), "win.create-report", NULL);
  ui_driver_click (GTK_WIDGET (ui_driver_wait_dialog (WAXSEAL_TYPE_REPORT_DIALOG)), "_Save…");
  ui_saving_cancel ("waxseal-report-hollow.pdf");
}

static void
test_cancel (UiFixture *fixture)
{
  g_autoptr (WaxsealOrganization) organization = report_fixture_create ();
  g_autofree char *path = write_hand_over (organization);

  open_path (fixture, path);
  ui_driver_click (wait_dialog (), "_Cancel");
  ui_driver_settle (300);
  g_assert_cmpuint (count (fixture), ==, 1);
  g_assert_cmpstr (waxseal_organization_get_name (ui_fixture_get_organization (fixture)),
                   ==,
                   "Fabrikam");
}

/* Under the name that the administrator here gives it. */
static void
test_name (UiFixture *fixture)
{
  g_autoptr (WaxsealOrganization) organization = report_fixture_create ();
  g_autofree char *path = write_hand_over (organization);
  GtkWidget *dialog, *entry;

  open_path (fixture, path);
  dialog = wait_dialog ();
  entry = ui_driver_get_child (dialog, "name_row");
  gtk_editable_set_text (GTK_EDITABLE (entry), "  ");
  g_assert_false (gtk_widget_is_sensitive (ui_driver_find_button (dialog, "_Open")));
  ui_driver_type (entry, "Woodgrove ");
  ui_driver_click (dialog, "_Open");
  wait_shown (fixture, "Woodgrove");
  ui_fixture_flush (fixture);
}

static void
test_practice (UiFixture *fixture)
{
  g_autoptr (WaxsealOrganization) practice = waxseal_organization_new_for_practice ("Practice");
  g_autoptr (WaxsealOrganization) real = waxseal_organization_new ("Contoso", WAXSEAL_CLOUD_GLOBAL);
  g_autofree char *practice_path = write_hand_over (practice);
  g_autofree char *real_path = NULL;
  GtkWidget *dialog;

  open_path (fixture, practice_path);
  dialog = wait_dialog ();
  g_assert_true (gtk_widget_get_visible (ui_driver_get_child (dialog, "practice_label")));
  ui_driver_click (dialog, "_Open");
  wait_shown (fixture, "Practice");
  g_assert_true (waxseal_organization_get_practice (ui_fixture_get_organization (fixture)));

  real_path = write_hand_over (real);
  open_path (fixture, real_path);
  dialog = wait_dialog ();
  g_assert_false (gtk_widget_get_visible (ui_driver_get_child (dialog, "practice_label")));
  ui_driver_click (dialog, "_Open");
  wait_shown (fixture, "Contoso");
  g_assert_false (waxseal_organization_get_practice (ui_fixture_get_organization (fixture)));
}

static const struct
{
  const char *name;
  const char *text;
  const char *says;
} bad_files[] = {
  { "<b>&amp; x.waxseal", "{}", "This is not a hand-over file" },
  { "damaged.waxseal", "{\"kind\": \"waxseal-hand-over\", \"organiz", "damaged" },
  { "newer.waxseal", "{\"kind\": \"waxseal-hand-over\", \"format\": 7}", "newer version" },
  { "EMPTY.WAXSEAL", "", "not a hand-over file" },
};

static void
assert_refused (UiFixture *fixture, const char *path, const char *says)
{
  g_autofree char *name = g_path_get_basename (path);
  GtkWidget *dialog;

  open_path (fixture, path);
  dialog = GTK_WIDGET (ui_driver_wait_dialog (ADW_TYPE_MESSAGE_DIALOG));
  g_assert_nonnull (strstr (adw_message_dialog_get_heading (ADW_MESSAGE_DIALOG (dialog)), name));
  g_assert_nonnull (ui_driver_find_label (dialog, says));
  ui_driver_click (dialog, "_Close");
  ui_driver_settle (200);
}

/* Whatever it is, it is refused in words, and nothing is added. */
static void
test_refused (UiFixture *fixture)
{
  g_autofree char *folder = g_build_filename (g_get_user_data_dir (), "folder.waxseal", NULL);
  g_autofree char *missing = g_build_filename (g_get_user_data_dir (), "missing.waxseal", NULL);

  for (guint i = 0; i < G_N_ELEMENTS (bad_files); i++)
    {
      g_autofree char *path = write_text (bad_files[i].name, bad_files[i].text, -1);

      assert_refused (fixture, path, bad_files[i].says);
    }
  g_assert_cmpint (g_mkdir_with_parents (folder, 0700), ==, 0);
  assert_refused (fixture, folder, "a folder or a device");
  assert_refused (fixture, missing, "No such file");
  g_assert_cmpuint (count (fixture), ==, 1);
}

/* While the last organisation is still loading, the file waits. */
static void
test_at_start (UiFixture *fixture)
{
  g_autoptr (WaxsealOrganization) organization = report_fixture_create ();
  g_autofree char *path = write_hand_over (organization);

  waxseal_window_load (fixture->window,
                       waxseal_organization_get_id (ui_fixture_get_organization (fixture)));
  open_path (fixture, path);
  ui_driver_click (wait_dialog (), "_Open");
  wait_shown (fixture, REPORT_FIXTURE_NAME);
}

static GtkWidget *
start_export (UiFixture *fixture)
{
  g_assert_true (gtk_widget_activate_action (GTK_WIDGET (fixture->window), "win.hand-over", NULL));
  return GTK_WIDGET (ui_driver_wait_dialog (WAXSEAL_TYPE_HAND_OVER_DIALOG));
}

/* From the window to a file, and by another administrator's name. */
static void
test_export (UiFixture *fixture)
{
  GtkWidget *dialog = start_export (fixture);
  g_autofree char *saved = NULL;
  g_autoptr (GBytes) bytes = NULL;
  g_autoptr (WaxsealHandOver) hand_over = NULL;
  g_autoptr (GError) error = NULL;

  gtk_editable_set_text (GTK_EDITABLE (ui_driver_get_child (dialog, "name_row")), " 佐藤 花子 ");
  ui_driver_click (dialog, "_Save…");
  saved = ui_saving_accept ("fabrikam.waxseal");
  bytes = g_bytes_new (saved, strlen (saved));
  hand_over = waxseal_hand_over_parse (bytes, &error);
  g_assert_no_error (error);
  g_assert_cmpstr (waxseal_record_get_text (hand_over, "made-by"), ==, "佐藤 花子");
  g_assert_cmpstr (waxseal_organization_get_name (waxseal_hand_over_get_organization (hand_over)),
                   ==,
                   "Fabrikam");

  ui_driver_click (start_export (fixture), "_Cancel");
  ui_driver_settle (200);
}

/* Who is signed in need not type a name. */
static void
test_own_name (UiFixture *fixture)
{
  GtkWidget *dialog;

  g_object_set (waxseal_record_get_child (ui_fixture_get_organization (fixture), "sign-in"),
                "user-name",
                "admin@fabrikam.com",
                NULL);
  dialog = start_export (fixture);
  g_assert_cmpstr (gtk_editable_get_text (GTK_EDITABLE (ui_driver_get_child (dialog, "name_row"))),
                   ==,
                   "admin@fabrikam.com");
  ui_driver_click (dialog, "_Cancel");
  ui_driver_settle (200);
}

static gboolean
is_enabled (UiFixture *fixture, const char *action)
{
  GtkWidget *button = gtk_button_new ();
  gboolean enabled;

  gtk_actionable_set_action_name (GTK_ACTIONABLE (button), action);
  gtk_box_append (GTK_BOX (ui_fixture_get_child (fixture, "file_box")), button);
  enabled = gtk_widget_is_sensitive (button);
  gtk_box_remove (GTK_BOX (ui_fixture_get_child (fixture, "file_box")), button);
  return enabled;
}

/* Without an organisation there is nothing to take away, but something to open. */
static void
test_actions (UiFixture *fixture)
{
  g_assert_false (is_enabled (fixture, "win.hand-over"));
  g_assert_false (is_enabled (fixture, "win.create-report"));
  g_assert_true (is_enabled (fixture, "win.open-hand-over"));
  g_assert_nonnull (ui_driver_find_label (ui_fixture_get_child (fixture, "welcome_page"),
                                          "Open a Hand-Over File…"));
}

static const UiTest tests[] = {
  { "/ui/hand-over/open", test_open, NULL },
  { "/ui/hand-over/hollow", test_hollow, NULL },
  { "/ui/hand-over/cancel", test_cancel, "Fabrikam" },
  { "/ui/hand-over/name", test_name, NULL },
  { "/ui/hand-over/practice", test_practice, NULL },
  { "/ui/hand-over/refused", test_refused, "Fabrikam" },
  { "/ui/hand-over/at-start", test_at_start, "Fabrikam" },
  { "/ui/hand-over/export", test_export, "Fabrikam" },
  { "/ui/hand-over/own-name", test_own_name, "Fabrikam" },
  { "/ui/hand-over/actions", test_actions, NULL },
};

int
main (int argc, char **argv)
{
  return ui_fixture_run (argc, argv, tests, G_N_ELEMENTS (tests));
}
