/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Any text in any field: nothing is lost, nothing is taken for markup, and the manifest stays XML.
 * A warning of any library ends the test. */
#include "ui-fixture.h"

#include "store-fixture.h"
#include "waxseal-field-row.h"
#include "waxseal-locale-names.h"
#include "waxseal-mail-domain.h"

/* As markup the first reads “bold”, and the second is none. */
#define BOLD   "<b>bold</b>"
#define BROKEN "<b>&amp; & </i>"

static const char *const pastes[] = {
  "🙂👩‍👩‍👧‍👦🏴󠁧󠁢󠁳󠁣󠁴󠁿",
  "مرحبا \xE2\x80\xAE"
  "gnp.exe"
  "\xE2\x80\xAC",
  "\x01\x02\x07\x1B[31m\x7F",
  "\xC2\x85 \xE2\x80\xA8 \xEF\xBB\xBF \xEF\xBF\xBE",
  "one\ntwo\r\nthree\tfour",
  " blank at both ends ",
  "]]>",
  "-->",
  "<?xml version=\"1.0\"?><!DOCTYPE x [<!ENTITY a \"b\">]>&a;",
  BOLD,
  BROKEN,
  "%s%n%d",
  "\\u0000 \\\" {\"json\": [1]}",
  "",
};

static gboolean
collect_field (GtkWidget *widget, gpointer rows)
{
  if (WAXSEAL_IS_FIELD_ROW (widget))
    g_ptr_array_add (rows, widget);
  return FALSE;
}

static void
add_domain (UiFixture *fixture)
{
  GListStore *domains = waxseal_record_get_list (ui_fixture_get_organization (fixture), "domains");
  g_autofree char *refused = NULL;

  waxseal_mail_domain_add_all (domains, "contoso.com", &refused);
}

static GPtrArray *
list_fields (UiFixture *fixture)
{
  GPtrArray *rows = g_ptr_array_new ();

  ui_driver_visit (ui_fixture_make_pages (fixture), collect_field, rows);
  g_assert_cmpuint (rows->len, >, 30);
  return rows;
}

static gboolean
is_text_field (GtkWidget *row)
{
  g_autoptr (WaxsealRecord) record = NULL;
  g_autofree char *field = NULL;

  g_object_get (row, "record", &record, "field", &field, NULL);
  if (record == NULL)
    return FALSE;
  return g_object_class_find_property (G_OBJECT_GET_CLASS (record), field)->value_type ==
         G_TYPE_STRING;
}

static void
assert_well_formed (UiFixture *fixture)
{
  WaxsealManifestDraft *draft = ui_fixture_get_draft (fixture);

  g_assert_nonnull (
    waxseal_manifest_document_get_root (waxseal_manifest_draft_get_document (draft)));
}

/* Pastes @text into every field; each keeps it, in the file too. */
static void
paste (UiFixture *fixture, const char *text)
{
  g_autoptr (GPtrArray) rows = list_fields (fixture);
  guint i;

  for (i = 0; i < rows->len; i++)
    {
      GtkEditable *row = rows->pdata[i];
      g_autoptr (WaxsealRecord) record = NULL;
      g_autofree char *field = NULL;

      gtk_editable_set_text (row, text);
      if (!is_text_field (GTK_WIDGET (row)))
        continue;
      g_object_get (row, "record", &record, "field", &field, NULL);
      g_assert_cmpstr (gtk_editable_get_text (row), ==, text);
      g_assert_cmpstr (waxseal_record_get_text (record, field), ==, text);
    }
  assert_well_formed (fixture);
}

static void
assert_file_has (UiFixture *fixture, const char *text)
{
  static const char *const members[] = {
    "entra-app/display-name", "entra-app/secret-expires", "cres-account/notes",
    "domains/0/flag-value",   "addin/display-name",       "addin/id",
    "addin/taskpane-url",     "addin/mailbox-version",    "addin/locales/0/button-tooltip",
    "phases/0/planned-on",
  };
  g_autoptr (JsonNode) root = NULL;
  gsize i;

  ui_fixture_flush (fixture);
  root = ui_fixture_read_json (fixture);
  for (i = 0; i < G_N_ELEMENTS (members); i++)
    g_assert_cmpstr (json_node_get_string (ui_fixture_find_member (root, members[i])), ==, text);
}

static void
test_paste (UiFixture *fixture)
{
  gsize i;

  add_domain (fixture);
  waxseal_window_show_page (fixture->window, "addin-settings");
  for (i = 0; i < G_N_ELEMENTS (pastes); i++)
    {
      g_autofree char *escaped = g_strescape (pastes[i], NULL);

      g_test_message ("“%s”", escaped);
      paste (fixture, pastes[i]);
      assert_file_has (fixture, pastes[i]);
      ui_driver_settle (20);
    }
}

/* All of it is there again after a restart. */
static void
test_reopen (UiFixture *fixture)
{
  add_domain (fixture);
  paste (fixture, pastes[2]);
  ui_fixture_restart (fixture);
  g_assert_cmpstr (waxseal_record_get_text (waxseal_organization_get_addin (
                                              ui_fixture_get_organization (fixture)),
                                            "display-name"),
                   ==,
                   pastes[2]);
  assert_file_has (fixture, pastes[2]);
}

/* GTK lets no entry hold more than this. */
#define MAX_ENTRY 65534

/* Neither hangs: one text on screen, and the longest text in all fields of all pages. */
static void
test_long (UiFixture *fixture)
{
  g_autofree char *pasted = g_strnfill (100 * 1024, 'x');
  g_autofree char *text = g_strndup (pasted, MAX_ENTRY);
  GtkWidget *page = ui_fixture_get_page (fixture, "addin-settings");
  GtkWidget *row = ui_driver_find_row (page, WAXSEAL_TYPE_FIELD_ROW, "Display Name", NULL);
  gint64 start;

  add_domain (fixture);
  waxseal_window_show_page (fixture->window, "addin-settings");
  ui_driver_settle (200);
  start = g_get_monotonic_time ();
  gtk_editable_set_text (GTK_EDITABLE (row), pasted);
  ui_driver_settle (100);
  g_assert_nonnull (ui_driver_find_label (GTK_WIDGET (fixture->window), "its end was cut off"));
  g_assert_cmpint (g_get_monotonic_time () - start, <, 2 * UI_SLOWNESS * G_USEC_PER_SEC);
  paste (fixture, text);
  assert_file_has (fixture, text);
  start = g_get_monotonic_time ();
  waxseal_window_show_page (fixture->window, "manifest");
  ui_driver_settle (100);
  waxseal_window_show_page (fixture->window, "addin-settings");
  ui_driver_settle (100);
  g_assert_cmpint (g_get_monotonic_time () - start, <, 4 * UI_SLOWNESS * G_USEC_PER_SEC);
}

typedef struct
{
  const char *text;
  guint n_literal;
} Literal;

static gboolean
count_literal (GtkWidget *widget, gpointer user_data)
{
  Literal *literal = user_data;
  const char *shown;

  if (!GTK_IS_LABEL (widget))
    return FALSE;
  shown = gtk_label_get_text (GTK_LABEL (widget));
  if (g_str_equal (literal->text, BOLD))
    g_assert_cmpstr (shown, !=, "bold");
  if (strstr (shown, literal->text) != NULL)
    literal->n_literal++;
  return FALSE;
}

static void
assert_literal (UiFixture *fixture, GtkWidget *root, const char *text, guint n_wanted)
{
  Literal literal = { text, 0 };

  ui_driver_visit (root, count_literal, &literal);
  g_assert_cmpuint (literal.n_literal, >=, n_wanted);
}

/* Names from a file that somebody else wrote, which no entry of ours let through. */
static WaxsealOrganization *
make_hostile (const char *text)
{
  WaxsealOrganization *organization = waxseal_organization_new (text, WAXSEAL_CLOUD_GLOBAL);
  const char *const lists[] = { "domains", "phases", "prerequisites" };
  WaxsealEntraApp *app = waxseal_organization_get_entra_app (organization);
  g_autoptr (WaxsealMailDomain) domain =
    g_object_new (WAXSEAL_TYPE_MAIL_DOMAIN, "name", text, "encryption-type", 1, NULL);
  g_autoptr (WaxsealRecord) permission =
    g_list_model_get_item (G_LIST_MODEL (waxseal_record_get_list (app, "permissions")), 0);
  g_autoptr (WaxsealRecord) locale =
    g_list_model_get_item (G_LIST_MODEL (
                             waxseal_record_get_list (waxseal_organization_get_addin (organization),
                                                      "locales")),
                           0);
  g_autoptr (WaxsealRecord) phase =
    g_list_model_get_item (G_LIST_MODEL (waxseal_record_get_list (organization, lists[1])), 0);
  g_autoptr (WaxsealRecord) prerequisite =
    g_list_model_get_item (G_LIST_MODEL (waxseal_record_get_list (organization, lists[2])), 0);

  waxseal_record_set_text (domain, "flag-value", text);
  g_list_store_append (waxseal_record_get_list (organization, lists[0]), domain);
  waxseal_record_set_text (permission, "name", text);
  waxseal_record_set_text (permission, "granted-on", text);
  waxseal_record_set_text (locale, "locale", text);
  waxseal_record_set_text (locale, "button-label", text);
  waxseal_record_set_text (phase, "name", text);
  waxseal_record_set_text (phase, "planned-on", text);
  waxseal_record_set_text (prerequisite, "key", text);
  return organization;
}

static void
assert_titles_literal (UiFixture *fixture, const char *text)
{
  static const struct
  {
    const char *page;
    guint n_wanted;
  } pages[] = {
    /* the name of an organisation, of a prerequisite, of a permission, of a domain, and so on */
    { "overview", 1 },       { "entra-app", 1 },  { "cres-account", 1 },
    { "addin-settings", 4 }, { "deployment", 2 },
  };
  g_autoptr (WaxsealOrganization) organization = make_hostile (text);
  gsize i;

  waxseal_organization_store_add (waxseal_window_get_store (fixture->window), organization);
  waxseal_window_set_organization (fixture->window, organization);
  for (i = 0; i < G_N_ELEMENTS (pages); i++)
    {
      g_test_message ("%s", pages[i].page);
      waxseal_window_show_page (fixture->window, pages[i].page);
      ui_driver_settle (50);
      assert_literal (fixture,
                      ui_fixture_get_page (fixture, pages[i].page),
                      text,
                      pages[i].n_wanted);
    }
  assert_literal (fixture, ui_fixture_get_child (fixture, "title"), text, 1);
  assert_literal (fixture, ui_fixture_get_child (fixture, "switcher"), text, 1);
}

static void
test_titles (UiFixture *fixture)
{
  assert_titles_literal (fixture, BOLD);
  assert_titles_literal (fixture, BROKEN);
}

static void
test_toasts (UiFixture *fixture)
{
  static const char *const texts[] = { BOLD, BROKEN };
  gsize i;

  for (i = 0; i < G_N_ELEMENTS (texts); i++)
    {
      waxseal_window_notify (fixture->window, texts[i]);
      ui_driver_wait_label (ui_fixture_get_child (fixture, "toasts"), texts[i]);
    }
}

/* A name that somebody typed, in the toast that says it is removed. */
static void
test_removed (UiFixture *fixture)
{
  GtkWidget *window = GTK_WIDGET (fixture->window);

  gtk_widget_activate_action (window, "win.remove-organization", NULL);
  ui_driver_wait_label (window, "“" BROKEN "” removed");
}

static const UiTest tests[] = {
  { "/ui/hostile/paste", test_paste, "Contoso" },
  { "/ui/hostile/reopen", test_reopen, "Contoso" },
  { "/ui/hostile/long", test_long, "Contoso" },
  { "/ui/hostile/titles", test_titles, "Contoso" },
  { "/ui/hostile/toasts", test_toasts, "Contoso" },
  { "/ui/hostile/removed", test_removed, BROKEN },
};

int
main (int argc, char **argv)
{
  return ui_fixture_run (argc, argv, tests, G_N_ELEMENTS (tests));
}
