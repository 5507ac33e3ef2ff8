/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The steps of an action on the Deployment page, by clicks. */
#include "ui-phases.h"

#include <glib/gstdio.h>
#include <string.h>

#include "waxseal-copy-row.h"
#include "waxseal-rollout-enums.h"

static void
test_declared (UiFixture *fixture)
{
  WaxsealRolloutPhase *phase = ui_phases_get_phase (fixture, 0);
  GtkWidget *head = ui_phases_get_child (fixture, "head");

  ui_phases_deploy (fixture, 0);
  g_assert_cmpstr (ui_phases_get_stage (fixture), ==, "On its way");
  g_assert_nonnull (ui_driver_find_label (head, "Declared on "));
  g_assert_cmpstr (ui_phases_get_card_text (fixture, 0, "stage"), ==, "On its way");
  g_assert_true (g_str_has_prefix (ui_phases_get_card_text (fixture, 0, "date"), "Expected by "));
  g_assert_cmpstr (waxseal_record_get_texts (phase, "assigned")[0], ==, "ann@contoso.com");
  g_assert_cmpstr (waxseal_record_get_text (phase, "assignment-verified-on"), ==, "");
  g_assert_false (adw_expander_row_get_enable_expansion (
    ADW_EXPANDER_ROW (ui_phases_get_part (fixture, "roll_out", "road_row"))));

  g_assert_cmpstr (ui_phases_get_next (fixture), ==, "I See the Button");
  ui_phases_press_next (fixture);
  g_assert_cmpstr (ui_phases_get_stage (fixture), ==, "Seen");
  g_assert_cmpstr (ui_phases_get_next (fixture), ==, "Judge…");
}

/* A phase that is out stays on its road; the others take the one that is chosen. */
static void
test_road (UiFixture *fixture)
{
  GtkWidget *road, *caution, *script;

  ui_phases_deploy (fixture, 0);
  ui_phases_select_card (fixture, 1);
  ui_phases_show (fixture, "roll-out");
  road = ui_phases_get_part (fixture, "roll_out", "road_row");
  caution = ui_phases_get_part (fixture, "roll_out", "caution_row");
  script = ui_phases_get_part (fixture, "roll_out", "script_group");
  g_assert_cmpstr (adw_expander_row_get_subtitle (ADW_EXPANDER_ROW (road)), ==, "Admin center");
  g_assert_false (gtk_widget_get_visible (caution));
  g_assert_false (gtk_widget_get_visible (script));
  adw_expander_row_set_expanded (ADW_EXPANDER_ROW (road), TRUE);
  ui_driver_settle (400);
  adw_action_row_activate (
    ADW_ACTION_ROW (ui_driver_find (road, ADW_TYPE_ACTION_ROW, "PowerShell script")));
  g_assert_cmpstr (adw_expander_row_get_subtitle (ADW_EXPANDER_ROW (road)),
                   ==,
                   "PowerShell script");
  g_assert_true (gtk_widget_get_visible (script));
  ui_phases_select_card (fixture, 0);
  g_assert_cmpstr (adw_expander_row_get_subtitle (ADW_EXPANDER_ROW (road)), ==, "Admin center");
  g_assert_true (gtk_widget_get_visible (caution));
  g_assert_false (adw_expander_row_get_enable_expansion (ADW_EXPANDER_ROW (road)));
}

static GtkWidget *
get_step_row (UiFixture *fixture, int i)
{
  GtkWidget *group = ui_phases_get_part (fixture, "roll_out", "sheet_group");
  GtkWidget *box = ui_driver_get_child (ui_driver_get_child (group, "steps_list"), "box");

  return GTK_WIDGET (gtk_list_box_get_row_at_index (GTK_LIST_BOX (box), i));
}

static gboolean
is_step_open (UiFixture *fixture, int i)
{
  return adw_expander_row_get_expanded (ADW_EXPANDER_ROW (get_step_row (fixture, i)));
}

static void
check_step (UiFixture *fixture, int i)
{
  GtkWidget *check = ui_driver_get_child (get_step_row (fixture, i), "check");

  gtk_check_button_set_active (GTK_CHECK_BUTTON (check), TRUE);
}

/* The steps stand open one after the other, and nothing that is typed elsewhere loses the place. */
static void
test_steps (UiFixture *fixture)
{
  ui_phases_name_ann (ui_phases_get_phase (fixture, 0));
  ui_phases_show (fixture, "roll-out");
  g_assert_true (is_step_open (fixture, 0));
  check_step (fixture, 0);
  g_assert_false (is_step_open (fixture, 0));
  g_assert_true (is_step_open (fixture, 1));
  waxseal_record_set_text (ui_phases_get_phase (fixture, 0), "notes", "Something else");
  g_assert_true (is_step_open (fixture, 1));
  g_assert_nonnull (ui_driver_find_row (ui_phases_get_child (fixture, "roll_out"),
                                        WAXSEAL_TYPE_COPY_ROW,
                                        "To add",
                                        adw_preferences_row_get_title (
                                          ADW_PREFERENCES_ROW (get_step_row (fixture, 3)))));
  ui_phases_name_ann (ui_phases_get_phase (fixture, 0));
  waxseal_record_set_text (ui_phases_get_phase (fixture, 0), "name", "First");
  g_object_set (ui_phases_get_phase (fixture, 0), "audience", WAXSEAL_AUDIENCE_EVERYONE, NULL);
  g_assert_true (is_step_open (fixture, 0));
}

/* What comes first is told, and the word for it is not taken. */
static void
test_refused (UiFixture *fixture)
{
  ui_phases_show (fixture, "roll-out");
  g_assert_nonnull (ui_driver_find_label (ui_phases_get_child (fixture, "roll_out"),
                                          "Name the users or groups of this phase first."));
  g_assert_false (
    gtk_widget_get_sensitive (ui_phases_get_part (fixture, "roll_out", "done_button")));
  ui_phases_select_card (fixture, 2);
  g_assert_nonnull (ui_driver_find_label (ui_phases_get_child (fixture, "roll_out"),
                                          "Judge the phase before it first"));
  g_assert_false (
    gtk_widget_get_sensitive (ui_phases_get_part (fixture, "roll_out", "done_button")));
}

/* What else can be done leads to its own steps. */
static void
test_more (UiFixture *fixture)
{
  GtkWidget *more;

  ui_phases_deploy (fixture, 0);
  ui_phases_show (fixture, "judge");
  more = ui_phases_get_part (fixture, "head", "more_row");
  g_assert_cmpstr (adw_expander_row_get_subtitle (ADW_EXPANDER_ROW (more)),
                   ==,
                   "Pause · Roll Back");
  adw_expander_row_set_expanded (ADW_EXPANDER_ROW (more), TRUE);
  ui_driver_settle (400);
  adw_action_row_activate (ADW_ACTION_ROW (ui_driver_find (more, ADW_TYPE_ACTION_ROW, "Pause")));
  g_assert_cmpstr (ui_phases_get_section (fixture), ==, "roll-out");
  ui_driver_wait_label (ui_phases_get_child (fixture, "roll_out"), "Turn the add-in off");
  ui_driver_click (ui_phases_get_child (fixture, "roll_out"), "I Did It");
  g_assert_cmpstr (ui_phases_get_stage (fixture), ==, "Paused");
  g_assert_cmpstr (ui_phases_get_next (fixture), ==, "Resume");
  ui_driver_wait_label (ui_phases_get_child (fixture, "roll_out"), "Turn the add-in on");
}

static gboolean
has_file (gpointer folder)
{
  g_autoptr (GDir) dir = g_dir_open (folder, 0, NULL);

  return g_dir_read_name (dir) != NULL;
}

static char *
make_downloads (void)
{
  char *folder = g_dir_make_tmp ("waxseal-downloads-XXXXXX", NULL);
  g_autofree char *path = g_build_filename (g_get_user_config_dir (), "user-dirs.dirs", NULL);
  g_autofree char *text = g_strdup_printf ("XDG_DOWNLOAD_DIR=\"%s\"\n", folder);

  g_mkdir_with_parents (g_get_user_config_dir (), 0700);
  g_assert_true (g_file_set_contents (path, text, -1, NULL));
  g_reload_user_special_dirs_cache ();
  return folder;
}

/* The portal's file dialog finds the bytes of the preview. */
static void
test_place_manifest (UiFixture *fixture)
{
  g_autofree char *folder = make_downloads ();
  g_autofree char *name = waxseal_manifest_draft_dup_file_name (ui_fixture_get_draft (fixture));
  GBytes *bytes = waxseal_manifest_draft_get_bytes (ui_fixture_get_draft (fixture));
  g_autofree char *path = g_build_filename (folder, name, NULL);
  g_autofree char *contents = NULL;
  gsize length;

  ui_phases_name_ann (ui_phases_get_phase (fixture, 0));
  ui_phases_show (fixture, "roll-out");
  adw_expander_row_set_expanded (ADW_EXPANDER_ROW (get_step_row (fixture, 2)), TRUE);
  gtk_widget_activate_action (ui_phases_get_child (fixture, "roll_out"),
                              "roll-out.place-manifest",
                              NULL);
  ui_driver_wait (has_file, (gpointer) folder);
  ui_driver_wait_label (GTK_WIDGET (fixture->window), "is in Downloads");
  g_assert_true (g_file_get_contents (path, &contents, &length, NULL));
  g_assert_cmpmem (contents, length, g_bytes_get_data (bytes, NULL), g_bytes_get_size (bytes));
  g_unlink (path);
  g_rmdir (folder);
}

static char *
read_clipboard (UiFixture *fixture)
{
  GdkClipboard *clipboard = gtk_widget_get_clipboard (GTK_WIDGET (fixture->window));
  g_auto (GValue) value = G_VALUE_INIT;
  g_autoptr (GError) error = NULL;

  g_value_init (&value, G_TYPE_STRING);
  gdk_content_provider_get_value (gdk_clipboard_get_content (clipboard), &value, &error);
  g_assert_no_error (error);
  return g_value_dup_string (&value);
}

static GtkWidget *
get_message_part (UiFixture *fixture, const char *id)
{
  return ui_driver_get_child (ui_phases_get_part (fixture, "roll_out", "message_group"), id);
}

static GtkTextBuffer *
get_message (UiFixture *fixture)
{
  return gtk_text_view_get_buffer (GTK_TEXT_VIEW (get_message_part (fixture, "view")));
}

static gboolean
message_has (UiFixture *fixture, const char *text)
{
  g_autofree char *message = NULL;

  g_object_get (get_message (fixture), "text", &message, NULL);
  return strstr (message, text) != NULL;
}

/* Both languages can be edited, copied with the time, and had as they were proposed again. */
static void
test_message (UiFixture *fixture)
{
  GtkWidget *group = ui_phases_get_part (fixture, "roll_out", "message_group");
  g_autofree char *copied = NULL;

  ui_phases_show (fixture, "roll-out");
  g_assert_true (message_has (fixture, "{when}"));
  ui_driver_click (group, "Copy");
  copied = read_clipboard (fixture);
  g_assert_null (strstr (copied, "{when}"));
  g_assert_false (gtk_widget_get_sensitive (get_message_part (fixture, "reset_button")));

  gtk_text_buffer_set_text (get_message (fixture), "Ours, {when}", -1);
  gtk_toggle_button_set_active (GTK_TOGGLE_BUTTON (ui_driver_find_button (group, "日本語")), TRUE);
  g_assert_false (message_has (fixture, "Ours"));
  ui_phases_select_card (fixture, 1);
  gtk_toggle_button_set_active (GTK_TOGGLE_BUTTON (get_message_part (fixture, "english_button")),
                                TRUE);
  g_assert_true (message_has (fixture, "Ours, {when}"));
  ui_driver_click (group, "Reset");
  g_assert_false (message_has (fixture, "Ours"));
  /* An empty one is no reason to put words into somebody's mouth. */
  gtk_text_buffer_set_text (get_message (fixture), "", -1);
  g_assert_cmpint (gtk_text_buffer_get_char_count (get_message (fixture)), ==, 0);
}

static const UiTest tests[] = {
  { "/ui/roll-out/declared", test_declared, "Contoso" },
  { "/ui/roll-out/road", test_road, "Contoso" },
  { "/ui/roll-out/steps", test_steps, "Contoso" },
  { "/ui/roll-out/refused", test_refused, "Contoso" },
  { "/ui/roll-out/more", test_more, "Contoso" },
  { "/ui/roll-out/message", test_message, "Contoso" },
  { "/ui/roll-out/place-manifest", test_place_manifest, "Contoso" },
};

int
main (int argc, char **argv)
{
  return ui_fixture_run (argc, argv, tests, G_N_ELEMENTS (tests));
}
