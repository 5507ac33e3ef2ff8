/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What is pasted into the fields of the Entra app, from the clipboard, as a person does. */
#include "ui-fixture.h"

#include <string.h>

#include "store-fixture.h"
#include "waxseal-field-row.h"

#define CLIENT "6731de76-14a6-49ae-97bc-6eba6914391e"
#define TENANT "aaaabbbb-0000-cccc-1111-dddd2222eeee"
#define OTHER  "c5393580-f805-4401-95e8-94b7a6ef2fc2"
#define GRAPH  "00000003-0000-0000-c000-000000000000"

/* In pieces, so that no scanner takes it for a real one. */
#define VALUE                                                                                      \
  "abc8Q"                                                                                          \
  "~"                                                                                              \
  "NotARealSecret.of_Waxseal-0123456789"

static GtkWidget *
get_group (UiFixture *fixture, const char *id)
{
  return ui_driver_get_child (ui_fixture_get_page (fixture, "entra-app"), id);
}

static GtkWidget *
get_client_row (UiFixture *fixture)
{
  return ui_driver_get_child (get_group (fixture, "identifiers_group"), "client_id_row");
}

static WaxsealEntraApp *
get_app (UiFixture *fixture)
{
  return waxseal_organization_get_entra_app (ui_fixture_get_organization (fixture));
}

static gboolean
is_mapped (gpointer widget)
{
  return gtk_widget_get_mapped (widget);
}

static void
read_cb (GObject *clipboard, GAsyncResult *result, gpointer done)
{
  g_autofree char *text = gdk_clipboard_read_text_finish (GDK_CLIPBOARD (clipboard), result, NULL);

  *(gboolean *) done = TRUE;
}

static gboolean
is_true (gpointer done)
{
  return *(gboolean *) done;
}

/* In the place of what was there. It is not selected first: on X11, an entry drops its selection
 * when the display says late that another one was made. The second reading of the clipboard ends
 * after the entry's own. */
static void
paste (UiFixture *fixture, GtkWidget *row, const char *text)
{
  GtkWidget *entry = GTK_WIDGET (gtk_editable_get_delegate (GTK_EDITABLE (row)));
  GdkClipboard *clipboard = gtk_widget_get_clipboard (entry);
  gboolean done = FALSE;

  waxseal_window_show_page (fixture->window, "entra-app");
  ui_driver_wait (is_mapped, row);
  gdk_clipboard_set_text (clipboard, text);
  gtk_widget_grab_focus (row);
  gtk_editable_set_text (GTK_EDITABLE (row), "");
  gtk_widget_activate_action (entry, "clipboard.paste", NULL);
  gdk_clipboard_read_text_async (clipboard, NULL, read_cb, &done);
  ui_driver_wait (is_true, &done);
}

static gboolean
has_hint (UiFixture *fixture, const char *group, const char *hint, const char *text)
{
  GtkWidget *widget = ui_driver_get_child (get_group (fixture, group), hint);
  GtkWidget *label = ui_driver_get_child (widget, "label");

  if (!gtk_widget_get_visible (widget))
    return text == NULL;
  return text != NULL && strstr (gtk_label_get_text (GTK_LABEL (label)), text) != NULL;
}

/* Each over what the one before left. */
static void
test_ids (UiFixture *fixture)
{
  static const struct
  {
    const char *text;
    const char *client_id;
    const char *hint;
  } cases[] = {
    { CLIENT, CLIENT, NULL },
    { "Application (client) ID : " OTHER "\nDirectory (tenant) ID : " TENANT,
      OTHER,
      "Took the ID" },
    { "https://entra.microsoft.com/#view/x/appId/" CLIENT "/isMSAApp~/false",
      CLIENT,
      "Took the ID" },
    { GRAPH, GRAPH, "Microsoft Graph" },
    { TENANT, TENANT, "This is the Directory (tenant) ID" },
    { "Object ID " OTHER, OTHER, "This is an Object ID" },
    { "Contoso and others", "Contoso and others", "There is no ID in this" },
    { "https://entra.microsoft.us/#view/x/appId/" CLIENT, CLIENT, "another Microsoft cloud" },
    { "Ann", "Ann", NULL },
  };
  gsize i;

  waxseal_record_set_text (get_app (fixture), "tenant-id", TENANT);
  for (i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_test_message ("%" G_GSIZE_FORMAT, i);
      paste (fixture, get_client_row (fixture), cases[i].text);
      g_assert_cmpstr (waxseal_record_get_text (get_app (fixture), "client-id"),
                       ==,
                       cases[i].client_id);
      g_assert_true (has_hint (fixture, "identifiers_group", "client_id_hint", cases[i].hint));
    }
}

/* A Value that lands in the field of an ID gets into no file. */
static void
test_secret_in_id (UiFixture *fixture)
{
  g_autofree char *name = ui_fixture_dup_file_name (fixture);
  g_autofree char *file = NULL;

  waxseal_record_set_text (get_app (fixture), "client-id", CLIENT);
  paste (fixture, get_client_row (fixture), "Value: " VALUE);
  g_assert_true (has_hint (fixture, "identifiers_group", "client_id_hint", "not filled in"));
  g_assert_null (strstr (waxseal_record_get_text (get_app (fixture), "client-id"), "8Q"));
  ui_fixture_flush (fixture);
  file = store_fixture_read (ui_fixture_get_folder (), name);
  g_assert_null (strstr (file, VALUE));
}

/* Of several the person chooses, and what is said stays while they do. */
static void
test_several (UiFixture *fixture)
{
  GtkWidget *hint;

  paste (fixture, get_client_row (fixture), CLIENT "\n" OTHER);
  g_assert_true (has_hint (fixture, "identifiers_group", "client_id_hint", "several IDs"));
  g_assert_cmpstr (waxseal_record_get_text (get_app (fixture), "client-id"), ==, "");

  hint = ui_driver_get_child (get_group (fixture, "identifiers_group"), "client_id_hint");
  gtk_widget_grab_focus (ui_driver_get_child (hint, "choose_button"));
  g_assert_true (gtk_widget_get_visible (hint));
  gtk_widget_activate_action (hint, "hint.choose", "s", OTHER);
  g_assert_cmpstr (waxseal_record_get_text (get_app (fixture), "client-id"), ==, OTHER);
  g_assert_false (gtk_widget_get_visible (hint));
}

static void
test_value (UiFixture *fixture)
{
  GtkWidget *row = ui_driver_get_child (get_group (fixture, "secret_group"), "value_row");

  paste (fixture, row, "CRES Client Secret\t5/18/2027\t" VALUE "\t" OTHER);
  g_assert_cmpstr (gtk_editable_get_text (GTK_EDITABLE (row)), ==, VALUE);
  g_assert_true (has_hint (fixture, "secret_group", "value_hint", "Took the Value"));

  paste (fixture, row, OTHER);
  g_assert_true (has_hint (fixture, "secret_group", "value_hint", "looks like the Secret ID"));
  gtk_editable_set_text (GTK_EDITABLE (row), "");
  g_assert_true (has_hint (fixture, "secret_group", "value_hint", NULL));
  paste (fixture, row, "abc****************");
  g_assert_true (has_hint (fixture, "secret_group", "value_hint", "only the beginning"));
}

/* Typing is not interrupted, but a whole ID is looked at. */
static void
test_typed (UiFixture *fixture)
{
  GtkWidget *row = get_client_row (fixture);

  waxseal_window_show_page (fixture->window, "entra-app");
  ui_driver_wait (is_mapped, row);
  gtk_widget_grab_focus (row);
  ui_driver_type (row, "00000003-0000-0000-c000-00000000000");
  g_assert_true (has_hint (fixture, "identifiers_group", "client_id_hint", NULL));
  ui_driver_type (row, "0");
  g_assert_true (has_hint (fixture, "identifiers_group", "client_id_hint", "Microsoft Graph"));
}

/* What is in a file is shown as it is, though the field has the focus. */
static void
test_opened (UiFixture *fixture)
{
  g_autoptr (WaxsealOrganization) other =
    waxseal_organization_new ("Fabrikam", WAXSEAL_CLOUD_GLOBAL);
  WaxsealEntraApp *app = waxseal_organization_get_entra_app (other);

  waxseal_window_show_page (fixture->window, "entra-app");
  gtk_widget_grab_focus (get_client_row (fixture));
  waxseal_record_set_text (app, "client-id", "{" CLIENT "}");
  waxseal_window_set_organization (fixture->window, other);
  g_assert_cmpstr (waxseal_record_get_text (app, "client-id"), ==, "{" CLIENT "}");
}

int
main (int argc, char **argv)
{
  static const UiTest tests[] = {
    { "/paste/ids", test_ids, "Contoso" },
    { "/paste/secret-in-id", test_secret_in_id, "Contoso" },
    { "/paste/several", test_several, "Contoso" },
    { "/paste/value", test_value, "Contoso" },
    { "/paste/typed", test_typed, "Contoso" },
    { "/paste/opened", test_opened, "Contoso" },
  };

  return ui_fixture_run (argc, argv, tests, G_N_ELEMENTS (tests));
}
