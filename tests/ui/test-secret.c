/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The client secret's Value: into the keyring and nowhere else; and without a keyring all else
 * works. */
#include "ui-fixture.h"

#include "ui-keyring.h"
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
  g_assert_false (ui_keyring_is_in_folder (g_get_user_data_dir (), VALUE));
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

static void
assert_stored (UiFixture *fixture)
{
  GtkWidget *group = get_group (fixture);

  ui_driver_wait_label (group, "In the keyring");
  g_assert_cmpstr (gtk_editable_get_text (GTK_EDITABLE (get_entry (fixture))), ==, "");
  g_assert_false (shows_banner (group));
  ui_fixture_flush (fixture);
  g_assert_false (ui_keyring_is_in_folder (g_get_user_data_dir (), VALUE));
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
  UiKeyring *keyring = ui_keyring_start ();
  g_autoptr (WaxsealOrganization) again = NULL;

  if (keyring == NULL)
    return;
  again = g_object_ref (ui_fixture_get_organization (fixture));
  waxseal_window_set_organization (fixture->window, again);
  store_and_remove (fixture);
  ui_keyring_stop (keyring, VALUE);
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
