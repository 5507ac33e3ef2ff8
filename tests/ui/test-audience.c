/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Whom a phase reaches: chosen from the practice tenant's directory, pasted, and from a file. */
#include <string.h>

#include "ui-audience.h"
#include "ui-keyring.h"
#include "ui-practice.h"
#include "waxseal-audience-dialog.h"
#include "waxseal-directory-cell.h"
#include "waxseal-json.h"
#include "waxseal-phase-recipients.h"
#include "waxseal-practice-people.h"
#include "waxseal-recipient-cell.h"
#include "waxseal-recipient-words.h"
#include "waxseal-rollout-enums.h"

static gboolean
has_name (GtkWidget *widget, gpointer name)
{
  return WAXSEAL_IS_DIRECTORY_CELL (widget) && gtk_widget_get_mapped (widget) &&
         ui_driver_find_label (widget, name) != NULL;
}

/* Activates the row that reads @name. */
static void
pick (UiAudience *audience, const char *name)
{
  GtkWidget *cell;

  ui_job_wait_label (&audience->job, name);
  cell = ui_driver_visit (audience->job.page, has_name, (gpointer) name);
  g_assert_nonnull (cell);
  /* The row around the cell. */
  gtk_widget_activate (gtk_widget_get_parent (cell));
}

static void
search (UiAudience *audience, const char *text)
{
  GtkWidget *entry = ui_driver_find (audience->job.page, GTK_TYPE_SEARCH_ENTRY, NULL);

  gtk_editable_set_text (GTK_EDITABLE (entry), text);
}

static WaxsealRecipient *
get_recipient (UiAudience *audience, guint position)
{
  WaxsealRecipient *recipient =
    g_list_model_get_item (G_LIST_MODEL (waxseal_record_get_list (audience->phase, "recipients")),
                           position);

  g_assert_nonnull (recipient);
  g_object_unref (recipient); /* the phase keeps it */
  return recipient;
}

/* Signing in is asked for in the search alone; a person and a group are found and put in. */
static void
test_search (UiFixture *fixture)
{
  g_autoptr (UiPerson) person = ui_person_new ("global-administrator");
  UiKeyring *keyring = ui_keyring_start ();
  UiAudience audience;
  GtkWidget *dialog;

  if (keyring == NULL)
    return;
  ui_audience_open (&audience, fixture, person, 0);
  g_assert_nonnull (ui_driver_find_label (audience.group, "Nobody named yet"));
  dialog = ui_audience_open_dialog (&audience);
  g_assert_nonnull (ui_driver_find_label (dialog, "Sign In to Search"));
  g_assert_null (ui_driver_find (dialog, GTK_TYPE_SEARCH_ENTRY, NULL));
  ui_audience_sign_in (&audience);

  search (&audience, "grace");
  ui_job_wait_label (&audience.job, "1 found");
  pick (&audience, "Grace Hall");
  g_assert_cmpuint (ui_audience_count (&audience), ==, 1);
  ui_job_wait_label (&audience.job, "Chosen");
  g_assert_true (waxseal_recipient_is_verified (get_recipient (&audience, 0)));

  gtk_toggle_button_set_active (GTK_TOGGLE_BUTTON (ui_driver_find_button (dialog, "_Groups")),
                                TRUE);
  search (&audience, "sales");
  pick (&audience, "Sales Everywhere");
  g_assert_cmpuint (ui_audience_count (&audience), ==, 2);
  g_assert_true (waxseal_recipient_is_group (get_recipient (&audience, 1)));
  /* Once more takes it out. */
  pick (&audience, "Sales Everywhere");
  g_assert_cmpuint (ui_audience_count (&audience), ==, 1);
  gtk_window_close (GTK_WINDOW (dialog));
  g_assert_nonnull (ui_driver_wait_label (audience.group, "Verified on"));
  ui_audience_close (&audience);
  ui_keyring_stop (keyring, "eyJ");
}

/* “person0@renshu.example” and so on, one a line. */
static char *
make_list (guint n)
{
  GString *list = g_string_new (NULL);

  for (guint i = 0; i < n; i++)
    g_string_append_printf (list, "person%u@renshu.example\n", i);
  return g_string_free (list, FALSE);
}

static void
show_paste (GtkWidget *dialog)
{
  adw_view_stack_set_visible_child_name (ADW_VIEW_STACK (ui_driver_get_child (dialog, "views")),
                                         "paste");
}

static void
paste (GtkWidget *dialog, const char *text)
{
  GtkWidget *view;

  show_paste (dialog);
  view = ui_driver_find (dialog, GTK_TYPE_TEXT_VIEW, NULL);
  gtk_text_buffer_set_text (gtk_text_view_get_buffer (GTK_TEXT_VIEW (view)), text, -1);
}

/* Nobody signs in; what was not taken is told with the reason, and copied. */
static void
test_paste (UiFixture *fixture)
{
  g_autofree char *list = make_list (300);
  g_autofree char *text =
    g_strconcat (list, "PERSON7@renshu.example\nAnn Lee\nann@, bob@contoso.com\n", NULL);
  g_autofree char *copied = NULL;
  UiAudience audience;
  GtkWidget *dialog;

  ui_audience_open (&audience, fixture, NULL, 0);
  dialog = ui_audience_open_dialog (&audience);
  paste (dialog, text);
  ui_driver_wait_label (dialog, "301 addresses · 1 repeated · 2 not understood");
  ui_driver_wait_label (dialog, "“Ann Lee” is not an e-mail address");
  ui_driver_click (dialog, "_Copy");
  copied = ui_job_read_clipboard (&audience.job);
  g_assert_true (g_str_has_prefix (copied, "302\t“Ann Lee” is not an e-mail address"));
  g_assert_nonnull (strstr (copied, "\n301\t“PERSON7@renshu.example” is in the list already"));
  ui_driver_click (dialog, "_Add 301 Addresses");
  g_assert_cmpuint (ui_audience_count (&audience), ==, 301);
  ui_driver_wait_label (audience.group, "301 people");
  ui_driver_wait_label (audience.group, "301 addresses are typed only");

  dialog = ui_audience_open_dialog (&audience);
  paste (dialog, "Person1@renshu.example; new@renshu.example");
  ui_driver_wait_label (dialog, "1 is in this phase already");
  ui_driver_click (dialog, "_Add 2 Addresses");
  g_assert_cmpuint (ui_audience_count (&audience), ==, 302);
  ui_audience_close (&audience);
}

/* The addresses of all people of the practice tenant, one a line. */
static char *
list_people (void)
{
  static const char *const names[] = { "mail", "userPrincipalName", NULL };
  g_autoptr (WaxsealPracticePeople) people = waxseal_practice_people_new (300);
  GString *list = g_string_new (NULL);

  for (guint i = 0; i < waxseal_practice_people_get_n (people); i++)
    {
      g_autoptr (JsonObject) person = waxseal_practice_people_build (people, i, names);
      const char *mail = waxseal_json_get_text (person, "mail");

      g_string_append_printf (list,
                              "%s\n",
                              *mail != '\0' ? mail
                                            : waxseal_json_get_text (person, "userPrincipalName"));
    }
  return g_string_free (list, FALSE);
}

static guint
count_verified (UiAudience *audience)
{
  guint n = 0;

  for (guint i = 0; i < ui_audience_count (audience); i++)
    n += waxseal_recipient_is_verified (get_recipient (audience, i));
  return n;
}

static gboolean
has_ended (gpointer group)
{
  return ui_driver_find_label (group, "Looked up in the directory") != NULL;
}

/* 300 people and a group, of whom a few cannot get the add-in: looked up by one click and a sign-in
 * of its own; what did not match is copied and removed. */
static void
test_match (UiFixture *fixture)
{
  g_autoptr (UiPerson) person = ui_person_new ("global-administrator");
  UiKeyring *keyring = ui_keyring_start ();
  g_autofree char *people = list_people ();
  g_autofree char *text =
    g_strconcat (people, "pilot@contoso-practice.example\nnobody@contoso-practice.example\n", NULL);
  g_autofree char *copied = NULL;
  UiAudience audience;
  guint n_verified;

  if (keyring == NULL)
    return;
  ui_audience_open (&audience, fixture, person, 1);
  paste (ui_audience_open_dialog (&audience), text);
  ui_driver_click (audience.job.page, "_Add 302 Addresses");
  audience.job.page = audience.group;
  ui_driver_wait_label (audience.group, "302 addresses are typed only");
  ui_driver_click (audience.group, "_Look Up");
  ui_driver_click (audience.group, "Use a _Code…");
  ui_job_wait_label (&audience.job, "Looked up in the directory");
  ui_driver_wait (has_ended, audience.group);
  n_verified = count_verified (&audience);
  g_assert_cmpuint (n_verified, >, 250);
  g_assert_cmpuint (n_verified, <, 302);
  g_assert_cmpuint (ui_audience_count (&audience), ==, 302);
  ui_driver_wait_label (audience.group, "and 1 group");

  adw_expander_row_set_expanded (ADW_EXPANDER_ROW (ui_driver_find_row (
                                   audience.group, ADW_TYPE_EXPANDER_ROW, "Did not match", NULL)),
                                 TRUE);
  ui_driver_click (audience.group, "_Copy");
  copied = ui_job_read_clipboard (&audience.job);
  g_assert_nonnull (strstr (copied, "nobody@contoso-practice.example\t"));
  ui_driver_click (audience.group, "Remove _Them");
  g_assert_cmpuint (ui_audience_count (&audience), ==, n_verified);
  g_assert_null (ui_driver_find_label (audience.group, "Did not match"));
  ui_driver_click (audience.group, "_Undo");
  g_assert_cmpuint (ui_audience_count (&audience), ==, 302);
  ui_audience_close (&audience);
  ui_keyring_stop (keyring, "eyJ");
}

static gboolean
is_held (gpointer fixture)
{
  return ui_practice_has_held (fixture);
}

/* What is under way is given up; what the directory refuses is told, with what to do. */
static void
test_match_trouble (UiFixture *fixture)
{
  g_autoptr (UiPerson) person = ui_person_new ("global-administrator");
  UiKeyring *keyring = ui_keyring_start ();
  UiAudience audience;

  if (keyring == NULL)
    return;
  ui_audience_open (&audience, fixture, person, 1);
  paste (ui_audience_open_dialog (&audience), "grace.hall@contoso-practice.example");
  ui_driver_click (audience.job.page, "_Add 1 Address");
  audience.job.page = audience.group;
  ui_driver_click (audience.group, "_Look Up");
  ui_practice_make_trouble (fixture,
                            "[{'on':'POST /v1.0/$batch','fault':'hold-before','times':1}]");
  ui_driver_click (audience.group, "Use a _Code…");
  ui_job_wait_label (&audience.job, "0 of 1");
  ui_driver_wait (is_held, fixture);
  ui_driver_click (audience.group, "_Cancel");
  ui_job_wait_label (&audience.job, "1 address is typed only");
  g_assert_cmpuint (count_verified (&audience), ==, 0);

  ui_practice_make_trouble (fixture, "[{'on':'GET /v1.0/users','fault':'forbidden','times':1}]");
  ui_driver_click (audience.group, "_Look Up");
  ui_job_wait_label (&audience.job, "Your directory role does not allow this.");
  ui_practice_make_trouble (fixture, NULL);
  ui_driver_click (audience.group, "_Look Up");
  ui_job_wait_label (&audience.job, "1 person");
  ui_job_wait_label (&audience.job, "Grace Hall");
  g_assert_cmpuint (count_verified (&audience), ==, 1);
  ui_audience_close (&audience);
  ui_keyring_stop (keyring, "eyJ");
}

static gboolean
count_cell_cb (GtkWidget *widget, gpointer n)
{
  *(guint *) n += WAXSEAL_IS_RECIPIENT_CELL (widget);
  return FALSE;
}

/* The list has its height only once it was drawn. */
static gboolean
shows_last (gpointer list)
{
  ui_driver_scroll_to_end (list);
  return ui_driver_find_label (list, "person9999@renshu.example") != NULL;
}

/* Of ten thousand, only the rows on screen are widgets; each can be reached. */
static void
test_long (UiFixture *fixture)
{
  g_autofree char *text = make_list (10000);
  GtkWidget *dialog, *list;
  UiAudience audience;
  guint n_cells = 0;
  gint64 start;

  ui_audience_open (&audience, fixture, NULL, 0);
  dialog = ui_audience_open_dialog (&audience);
  paste (dialog, text);
  ui_driver_wait_label (dialog, "10000 addresses");
  start = g_get_monotonic_time ();
  ui_driver_click (dialog, "_Add 10000 Addresses");
  ui_driver_wait_label (audience.group, "10000 people");
  g_test_message ("Added in %.3f s", (g_get_monotonic_time () - start) / 1e6);
  list = ui_driver_get_child (audience.group, "list");
  ui_driver_visit (list, count_cell_cb, &n_cells);
  g_assert_cmpuint (n_cells, >, 3);
  g_assert_cmpuint (n_cells, <, 300);
  ui_driver_wait (shows_last, list);
  start = g_get_monotonic_time ();
  g_signal_emit_by_name (ui_driver_get_child (audience.group, "remove_all_button"), "clicked");
  ui_driver_wait_label (audience.group, "10000 removed from this phase");
  ui_driver_click (audience.group, "_Undo");
  ui_driver_wait_label (audience.group, "10000 people");
  g_test_message ("Removed and back in %.3f s", (g_get_monotonic_time () - start) / 1e6);
  ui_audience_close (&audience);
}

static gboolean
drop (GtkWidget *dialog, GFile *file)
{
  g_autoptr (GListModel) controllers = gtk_widget_observe_controllers (dialog);
  g_auto (GValue) value = G_VALUE_INIT;
  gboolean taken = FALSE;

  g_value_init (&value, G_TYPE_FILE);
  g_value_set_object (&value, file);
  for (guint i = 0; i < g_list_model_get_n_items (controllers); i++)
    {
      g_autoptr (GtkEventController) controller = g_list_model_get_item (controllers, i);

      if (GTK_IS_DROP_TARGET (controller))
        g_signal_emit_by_name (controller, "drop", &value, 0.0, 0.0, &taken);
    }
  return taken;
}

/* A table as the admin center exports it, dropped while the directory is on screen; and one that
 * is not there. */
static void
test_drop (UiFixture *fixture)
{
  static const char csv[] = "\xEF\xBB\xBF"
                            "Display name,User principal name,Usage location\r\n"
                            "\"Lee, Ann\",ann@contoso.com,JP\r\n"
                            "佐藤 花子,hanako@renshu.example,JP\r\n"
                            "Nobody,,JP\r\n";
  g_autoptr (GFileIOStream) stream = NULL;
  g_autoptr (GError) error = NULL;
  g_autoptr (GFile) file = g_file_new_tmp ("waxseal-XXXXXX.csv", &stream, &error);
  UiAudience audience;
  GtkWidget *dialog;

  g_assert_no_error (error);
  g_file_replace_contents (file, csv, strlen (csv), NULL, FALSE, 0, NULL, NULL, &error);
  g_assert_no_error (error);
  ui_audience_open (&audience, fixture, NULL, 0);
  dialog = ui_audience_open_dialog (&audience);
  g_assert_true (drop (dialog, file));
  ui_driver_wait_label (dialog, "2 addresses · 1 not understood");
  ui_driver_click (dialog, "_Remove File");
  g_assert_null (ui_driver_find_label (dialog, "2 addresses"));
  g_assert_true (drop (dialog, file));
  ui_driver_click (dialog, "_Add 2 Addresses");
  g_assert_cmpuint (ui_audience_count (&audience), ==, 2);
  g_assert_cmpstr (waxseal_record_get_text (get_recipient (&audience, 1), "address"),
                   ==,
                   "hanako@renshu.example");
  g_file_delete (file, NULL, NULL);
  dialog = ui_audience_open_dialog (&audience);
  g_assert_true (drop (dialog, file));
  ui_driver_wait_label (dialog, "No such file");
  gtk_window_close (GTK_WINDOW (dialog));
  ui_audience_close (&audience);
}

/* Who is only in a group in a group will not get the add-in by the admin center: told before; and
 * who of an earlier phase is missing is added by one click. */
static void
test_groups (UiFixture *fixture)
{
  g_autoptr (UiPerson) person = ui_person_new ("global-administrator");
  UiKeyring *keyring = ui_keyring_start ();
  g_autoptr (WaxsealRolloutPhase) first = NULL;
  g_autoptr (GListModel) typed = NULL;
  const char *const addresses[] = { "ann@contoso.com", "bob@contoso.com", NULL };
  UiAudience audience;
  GtkWidget *dialog;

  if (keyring == NULL)
    return;
  ui_audience_open (&audience, fixture, person, 1);
  dialog = ui_audience_open_dialog (&audience);
  ui_audience_sign_in (&audience);
  gtk_toggle_button_set_active (GTK_TOGGLE_BUTTON (ui_driver_find_button (dialog, "_Groups")),
                                TRUE);
  search (&audience, "sales every");
  pick (&audience, "Sales Everywhere");
  gtk_window_close (GTK_WINDOW (dialog));
  audience.job.page = audience.group;
  ui_job_wait_label (&audience.job, "and will not get the add-in");
  ui_job_wait_label (&audience.job, "1 group counted");
  ui_job_wait_label (&audience.job, "members on ");
  g_object_set (waxseal_record_get_child (ui_fixture_get_organization (fixture), "rollout"),
                "road",
                WAXSEAL_ROAD_EXCHANGE,
                NULL);
  ui_job_wait_label (&audience.job, "Exchange Online gets those addresses too");

  first =
    g_list_model_get_item (waxseal_organization_get_phases (ui_fixture_get_organization (fixture)),
                           0);
  typed = waxseal_recipients_new_from_addresses (addresses);
  waxseal_phase_recipients_add (first, typed);
  ui_job_wait_label (&audience.job, "Compared with Test");
  ui_job_wait_label (&audience.job, "2 people of Test are missing from Pilot");
  ui_driver_click (audience.group, "Add _Them");
  ui_job_wait_label (&audience.job, "Everybody of Test is in Pilot, too");
  g_assert_cmpuint (ui_audience_count (&audience), ==, 3);
  g_assert_null (ui_driver_find_button (audience.group, "Add _Them"));
  ui_audience_close (&audience);
  ui_keyring_stop (keyring, "eyJ");
}

static GtkCheckButton *
get_check (UiAudience *audience, const char *id)
{
  return GTK_CHECK_BUTTON (ui_driver_get_child (audience->group, id));
}

static void
assert_audience (UiAudience *audience, WaxsealAudience expected)
{
  g_assert_cmpint (waxseal_record_get_enum (audience->phase, "audience"), ==, expected);
}

/* Everyone warns, Just me says who, and what was removed comes back. */
static void
test_choices (UiFixture *fixture)
{
  UiAudience audience;
  GtkWidget *dialog;
  GtkWidget *cell;

  ui_audience_open (&audience, fixture, NULL, 1);
  assert_audience (&audience, WAXSEAL_AUDIENCE_SPECIFIC);
  g_assert_nonnull (ui_driver_find_label (audience.group, "the address is not known"));
  waxseal_record_set_text (waxseal_record_get_child (ui_fixture_get_organization (fixture),
                                                     "sign-in"),
                           "user-name",
                           "grace@contoso.com");
  ui_driver_wait_label (audience.group, "Only grace@contoso.com");
  gtk_check_button_set_active (get_check (&audience, "everyone_check"), TRUE);
  assert_audience (&audience, WAXSEAL_AUDIENCE_EVERYONE);
  ui_driver_wait_label (audience.group, "Everyone gets the add-in at once");
  gtk_check_button_set_active (get_check (&audience, "just_me_check"), TRUE);
  assert_audience (&audience, WAXSEAL_AUDIENCE_JUST_ME);
  gtk_check_button_set_active (get_check (&audience, "specific_check"), TRUE);
  ui_driver_wait_label (audience.group, "Nobody named yet");
  g_assert_null (ui_driver_find_label (audience.group, "Everyone gets the add-in at once"));

  dialog = ui_audience_open_dialog (&audience);
  paste (dialog, "ann@contoso.com, bob@contoso.com, cy@contoso.com");
  ui_driver_click (dialog, "_Add 3 Addresses");
  ui_driver_wait_label (audience.group, "bob@contoso.com");
  cell = ui_driver_find (audience.group, WAXSEAL_TYPE_RECIPIENT_CELL, NULL);
  g_signal_emit_by_name (ui_driver_get_child (cell, "remove_button"), "clicked");
  g_assert_cmpuint (ui_audience_count (&audience), ==, 2);
  ui_driver_wait_label (audience.group, "1 removed from this phase");
  g_signal_emit_by_name (ui_driver_get_child (audience.group, "remove_all_button"), "clicked");
  g_assert_cmpuint (ui_audience_count (&audience), ==, 0);
  ui_driver_wait_label (audience.group, "2 removed from this phase");
  ui_driver_click (audience.group, "_Undo");
  g_assert_cmpuint (ui_audience_count (&audience), ==, 2);
  g_assert_null (ui_driver_find_button (audience.group, "_Undo"));
  ui_audience_close (&audience);
}

int
main (int argc, char **argv)
{
  const UiTest tests[] = {
    { "/audience/search", test_search, NULL },
    { "/audience/paste", test_paste, NULL },
    { "/audience/match", test_match, NULL },
    { "/audience/match-trouble", test_match_trouble, NULL },
    { "/audience/long", test_long, NULL },
    { "/audience/drop", test_drop, NULL },
    { "/audience/groups", test_groups, NULL },
    { "/audience/choices", test_choices, NULL },
  };

  return ui_fixture_run (argc, argv, tests, G_N_ELEMENTS (tests));
}
