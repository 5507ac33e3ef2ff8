/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Every row of every page: what is set in it is in the right member of the file, and there again
 * when the file is opened anew. */
#include "ui-fixture.h"

#include "waxseal-choice-row.h"
#include "waxseal-declare-row.h"
#include "waxseal-field-row.h"
#include "waxseal-mail-domain.h"
#include "waxseal-number-row.h"

typedef enum
{
  TEXT,
  WORDS,
  CHOICE,
  NUMBER,
  DECLARE,
} Kind;

/* @value: what is typed, or the position that is chosen; @nick: how the file spells that. */
typedef struct
{
  const char *page;
  Kind kind;
  const char *title;
  const char *inside;
  const char *member;
  const char *value;
  const char *nick;
} Case;

#define SEES     "Every user of the phase sees the button"
#define SENT     "An encrypted message was sent from each Outlook client in use"
#define OPENED   "A recipient outside could open it"
#define CLEAR    "No problem is open that would stop more users"
#define REGISTER "3. Register an application"
#define SECRET   "4. Add a client secret"
#define SIGN_IN  "Where Waxseal Signs In"
#define IDS      "5. Copy the IDs"

static const Case cases[] = {
  { "overview",
    DECLARE,
    "Cloud Application Administrator in Microsoft Entra",
    NULL,
    "prerequisites/0/declared-on" },
  { "overview",
    DECLARE,
    "Privileged Role Administrator for the consent",
    NULL,
    "prerequisites/1/declared-on" },
  { "overview",
    DECLARE,
    "Microsoft 365 with Exchange Online",
    NULL,
    "prerequisites/2/declared-on" },
  { "overview", DECLARE, "Account administrator in CRES", NULL, "prerequisites/3/declared-on" },
  { "overview", DECLARE, "Administrator of Microsoft 365", NULL, "prerequisites/4/declared-on" },
  { "overview", DECLARE, "End users registered with CRES", NULL, "prerequisites/5/declared-on" },

  { "entra-app",
    TEXT,
    "Client ID of your own public client",
    SIGN_IN,
    "sign-in/client-id",
    "6731de76-14a6-49ae-97bc-6eba6914391e" },
  { "entra-app", CHOICE, "Microsoft Cloud", SIGN_IN, "cloud", "2", "dod" },
  { "entra-app", TEXT, "Sign-in host", SIGN_IN, "sign-in/login-host", "login.contoso.example" },
  { "entra-app", TEXT, "Graph host", SIGN_IN, "sign-in/graph-host", "graph.contoso.example" },
  { "entra-app", TEXT, "Exchange host", SIGN_IN, "sign-in/exchange-host", "mail.contoso.example" },
  { "entra-app", TEXT, "Name", NULL, "entra-app/display-name", "Mail" },
  { "entra-app",
    TEXT,
    "Redirect URI (optional)",
    "More",
    "entra-app/redirect-uri",
    "https://contoso.com/before" },
  { "entra-app", TEXT, "Name", REGISTER, "entra-app/display-name", "Mail & More" },
  { "entra-app",
    CHOICE,
    "Supported account types",
    REGISTER,
    "entra-app/account-type",
    "2",
    "multitenant-and-personal" },
  { "entra-app",
    TEXT,
    "Redirect URI (optional)",
    REGISTER,
    "entra-app/redirect-uri",
    "https://contoso.com/after" },
  { "entra-app", TEXT, "Description", SECRET, "entra-app/secret-description", "Zeroth secret" },
  { "entra-app", TEXT, "Expires (YYYY-MM-DD)", SECRET, "entra-app/secret-expires", "2027-01-01" },
  { "entra-app", TEXT, "Secret ID", SECRET, "entra-app/secret-key-id", "k0" },
  { "entra-app", TEXT, "Application (client) ID", IDS, "entra-app/client-id", "c0" },
  { "entra-app", TEXT, "Directory (tenant) ID", IDS, "entra-app/tenant-id", "t0" },
  { "entra-app",
    TEXT,
    "Application (client) ID",
    NULL,
    "entra-app/client-id",
    "6731de76-14a6-49ae-97bc-6eba6914391e" },
  { "entra-app",
    TEXT,
    "Directory (tenant) ID",
    NULL,
    "entra-app/tenant-id",
    "aaaabbbb-0000-cccc-1111-dddd2222eeee" },
  { "entra-app", TEXT, "Description", NULL, "entra-app/secret-description", "First secret" },
  { "entra-app",
    TEXT,
    "Secret ID",
    NULL,
    "entra-app/secret-key-id",
    "11112222-bbbb-3333-cccc-4444dddd5555" },
  { "entra-app", TEXT, "Expires (YYYY-MM-DD)", NULL, "entra-app/secret-expires", "2027-05-18" },
  { "entra-app", DECLARE, "Mail.Read", NULL, "entra-app/permissions/0/granted-on" },
  { "entra-app", DECLARE, "Mail.ReadWrite", NULL, "entra-app/permissions/1/granted-on" },
  { "entra-app", DECLARE, "Mail.Send", NULL, "entra-app/permissions/2/granted-on" },
  { "entra-app", DECLARE, "User.Read.All", NULL, "entra-app/permissions/3/granted-on" },

  { "cres-account",
    TEXT,
    "Portal Address",
    NULL,
    "cres-account/portal-url",
    "https://res.cisco.com/elsewhere" },
  { "cres-account", TEXT, "Account Number", NULL, "cres-account/account-number", "1000123" },
  { "cres-account",
    TEXT,
    "Account Administrators",
    NULL,
    "cres-account/administrators",
    "Ann, Bob" },
  { "cres-account", DECLARE, "contoso.com", NULL, "domains/0/in-profiles-on" },
  { "cres-account", TEXT, "Notes", NULL, "cres-account/notes", "Ticket 4711" },

  { "addin-settings",
    CHOICE,
    "Encryption Type",
    "contoso.com",
    "domains/0/encryption-type",
    "1",
    "flag" },
  { "addin-settings",
    NUMBER,
    "Password Remembered",
    "contoso.com",
    "domains/0/password-days",
    "30" },
  { "addin-settings", CHOICE, "Flag Type", "contoso.com", "domains/0/flag-type", "1", "header" },
  { "addin-settings", TEXT, "Flag Value", "contoso.com", "domains/0/flag-value", "[SECURE]" },
  { "addin-settings",
    DECLARE,
    "Saved in the CRES portal",
    "contoso.com",
    "domains/0/settings-saved-on" },
  { "addin-settings", TEXT, "Display Name", NULL, "addin/display-name", "Encrypt It" },
  { "addin-settings", TEXT, "Description", NULL, "addin/description", "Encrypts it." },
  { "addin-settings", TEXT, "Provider", NULL, "addin/provider-name", "Contoso" },
  { "addin-settings", TEXT, "Button Label", NULL, "addin/button-label", "Do It" },
  { "addin-settings", TEXT, "Button Tooltip", NULL, "addin/button-tooltip", "Does it." },
  { "addin-settings", TEXT, "Version", NULL, "addin/version", "1.2.3.4" },
  { "addin-settings", TEXT, "Default Language", NULL, "addin/default-locale", "en-GB" },
  { "addin-settings", TEXT, "Display Name", "ja-JP", "addin/locales/0/display-name", "名前" },
  { "addin-settings", TEXT, "Description", "ja-JP", "addin/locales/0/description", "説明" },
  { "addin-settings", TEXT, "Button Label", "ja-JP", "addin/locales/0/button-label", "ボタン" },
  { "addin-settings", TEXT, "Button Tooltip", "ja-JP", "addin/locales/0/button-tooltip", "ヒント" },
  { "addin-settings", TEXT, "Id", NULL, "addin/id", "5d7e5a23-5d4a-4f3b-9d0e-5b2f6b1f0001" },
  { "addin-settings",
    TEXT,
    "Task Pane Address",
    NULL,
    "addin/taskpane-url",
    "https://a.test/pane" },
  { "addin-settings", TEXT, "Support Address", NULL, "addin/support-url", "https://a.test/help" },
  { "addin-settings", TEXT, "Icon, 64 × 64", NULL, "addin/icon-url", "https://a.test/64.png" },
  { "addin-settings",
    TEXT,
    "Icon, 128 × 128",
    NULL,
    "addin/high-resolution-icon-url",
    "https://a.test/128.png" },
  { "addin-settings",
    TEXT,
    "Button Icon, 16 × 16",
    NULL,
    "addin/button-icon-16",
    "https://a.test/16.png" },
  { "addin-settings",
    TEXT,
    "Button Icon, 32 × 32",
    NULL,
    "addin/button-icon-32",
    "https://a.test/32.png" },
  { "addin-settings",
    TEXT,
    "Button Icon, 80 × 80",
    NULL,
    "addin/button-icon-80",
    "https://a.test/80.png" },
  { "addin-settings",
    WORDS,
    "App Domains, with Blanks Between",
    NULL,
    "addin/app-domains",
    "https://a.test https://b.test" },
  { "addin-settings", CHOICE, "Permissions", NULL, "addin/permissions", "1", "ReadItem" },
  { "addin-settings", TEXT, "Mailbox Requirement Set", NULL, "addin/mailbox-version", "1.5" },

  { "deployment", CHOICE, "Deployment Method", NULL, "phases/0/method", "1", "available" },
  { "deployment", TEXT, "Planned For (YYYY-MM-DD)", NULL, "phases/0/planned-on", "2026-12-01" },
  { "deployment", TEXT, "Notes", NULL, "phases/0/notes", "Went well" },
  { "deployment", TEXT, "Judged By", SEES, "phases/0/criteria/0/judged-by", "Ann 0" },
  { "deployment", TEXT, "Notes", SEES, "phases/0/criteria/0/notes", "Note 0" },
  { "deployment", TEXT, "Judged By", SENT, "phases/0/criteria/1/judged-by", "Ann 1" },
  { "deployment", TEXT, "Notes", SENT, "phases/0/criteria/1/notes", "Note 1" },
  { "deployment", TEXT, "Judged By", OPENED, "phases/0/criteria/2/judged-by", "Ann 2" },
  { "deployment", TEXT, "Notes", OPENED, "phases/0/criteria/2/notes", "Note 2" },
  { "deployment", TEXT, "Judged By", CLEAR, "phases/0/criteria/3/judged-by", "Ann 3" },
  { "deployment", TEXT, "Notes", CLEAR, "phases/0/criteria/3/notes", "Note 3" },
};

static GtkWidget *
find_row (UiFixture *fixture, const Case *c)
{
  const GType types[] = {
    [TEXT] = WAXSEAL_TYPE_FIELD_ROW,      [WORDS] = WAXSEAL_TYPE_FIELD_ROW,
    [CHOICE] = WAXSEAL_TYPE_CHOICE_ROW,   [NUMBER] = WAXSEAL_TYPE_NUMBER_ROW,
    [DECLARE] = WAXSEAL_TYPE_DECLARE_ROW,
  };

  return ui_driver_find_row (ui_fixture_get_page (fixture, c->page),
                             types[c->kind],
                             c->title,
                             c->inside);
}

static void
set_row (GtkWidget *row, const Case *c)
{
  switch (c->kind)
    {
    case TEXT:
    case WORDS:
      gtk_editable_set_text (GTK_EDITABLE (row), "");
      ui_driver_type (row, c->value);
      break;
    case CHOICE:
      adw_combo_row_set_selected (ADW_COMBO_ROW (row), g_ascii_strtoull (c->value, NULL, 10));
      break;
    case NUMBER:
      gtk_spin_button_set_value (GTK_SPIN_BUTTON (ui_driver_get_child (row, "spin")),
                                 g_ascii_strtod (c->value, NULL));
      break;
    case DECLARE:
    default:
      adw_action_row_activate (ADW_ACTION_ROW (row));
    }
}

static void
assert_row (GtkWidget *row, const Case *c)
{
  switch (c->kind)
    {
    case TEXT:
    case WORDS:
      g_assert_cmpstr (gtk_editable_get_text (GTK_EDITABLE (row)), ==, c->value);
      break;
    case CHOICE:
      g_assert_cmpuint (adw_combo_row_get_selected (ADW_COMBO_ROW (row)),
                        ==,
                        g_ascii_strtoull (c->value, NULL, 10));
      break;
    case NUMBER:
      g_assert_cmpfloat (gtk_spin_button_get_value (
                           GTK_SPIN_BUTTON (ui_driver_get_child (row, "spin"))),
                         ==,
                         g_ascii_strtod (c->value, NULL));
      break;
    case DECLARE:
    default:
      g_assert_true (
        gtk_check_button_get_active (GTK_CHECK_BUTTON (ui_driver_get_child (row, "check"))));
    }
}

static void
assert_member (JsonNode *root, const Case *c)
{
  JsonNode *member = ui_fixture_find_member (root, c->member);
  g_auto (GStrv) words = NULL;
  guint i;

  switch (c->kind)
    {
    case TEXT:
      g_assert_cmpstr (json_node_get_string (member), ==, c->value);
      break;
    case WORDS:
      words = g_strsplit (c->value, " ", -1);
      g_assert_cmpuint (json_array_get_length (json_node_get_array (member)),
                        ==,
                        g_strv_length (words));
      for (i = 0; words[i] != NULL; i++)
        g_assert_cmpstr (json_array_get_string_element (json_node_get_array (member), i),
                         ==,
                         words[i]);
      break;
    case CHOICE:
      g_assert_cmpstr (json_node_get_string (member), ==, c->nick);
      break;
    case NUMBER:
      g_assert_cmpint (json_node_get_int (member), ==, g_ascii_strtoll (c->value, NULL, 10));
      break;
    case DECLARE:
    default:
      g_assert_true (g_regex_match_simple (
        "^20[0-9]{2}-[0-9]{2}-[0-9]{2}T[0-9:]{8}Z$", json_node_get_string (member), 0, 0));
    }
}

static void
add_domain (UiFixture *fixture)
{
  GListStore *domains = waxseal_record_get_list (ui_fixture_get_organization (fixture), "domains");
  g_autofree char *refused = NULL;

  g_assert_cmpuint (waxseal_mail_domain_add_all (domains, "contoso.com", &refused), ==, 1);
}

static void
test_save (UiFixture *fixture)
{
  gsize i;

  add_domain (fixture);
  for (i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autoptr (JsonNode) root = NULL;

      g_test_message ("%s, “%s”", cases[i].page, cases[i].title);
      set_row (find_row (fixture, &cases[i]), &cases[i]);
      ui_fixture_flush (fixture);
      root = ui_fixture_read_json (fixture);
      assert_member (root, &cases[i]);
    }
}

/* Of two rows for one member, the later has the last word. */
static gboolean
is_overwritten (gsize i)
{
  gsize j;

  for (j = i + 1; j < G_N_ELEMENTS (cases); j++)
    if (g_str_equal (cases[i].member, cases[j].member))
      return TRUE;
  return FALSE;
}

static void
test_reopen (UiFixture *fixture)
{
  gsize i;

  add_domain (fixture);
  for (i = 0; i < G_N_ELEMENTS (cases); i++)
    set_row (find_row (fixture, &cases[i]), &cases[i]);
  ui_fixture_restart (fixture);
  for (i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_test_message ("%s, “%s”", cases[i].page, cases[i].title);
      if (!is_overwritten (i))
        assert_row (find_row (fixture, &cases[i]), &cases[i]);
    }
}

static gboolean
is_field (GtkWidget *widget)
{
  return WAXSEAL_IS_FIELD_ROW (widget) || WAXSEAL_IS_CHOICE_ROW (widget) ||
         WAXSEAL_IS_NUMBER_ROW (widget) || WAXSEAL_IS_DECLARE_ROW (widget);
}

/* Those of a try in a client have no record before somebody looks at it: test-verify.c. */
static gboolean
count_row (GtkWidget *widget, gpointer count)
{
  g_autoptr (WaxsealRecord) record = NULL;

  if (!is_field (widget))
    return FALSE;
  g_object_get (widget, "record", &record, NULL);
  *(guint *) count += record != NULL;
  return FALSE;
}

/* A row that is added to a page has to be added to the table. */
static void
test_complete (UiFixture *fixture)
{
  guint count = 0;

  add_domain (fixture);
  ui_driver_visit (ui_fixture_make_pages (fixture), count_row, &count);
  g_assert_cmpuint (count, ==, G_N_ELEMENTS (cases));
}

static gboolean
is_idle (gpointer store)
{
  return waxseal_organization_store_get_save_state (store) == WAXSEAL_SAVE_STATE_IDLE;
}

/* Nobody presses Save: it is saved a moment after the last key. */
static void
test_saved_by_itself (UiFixture *fixture)
{
  WaxsealOrganizationStore *store = waxseal_window_get_store (fixture->window);
  g_autoptr (JsonNode) root = NULL;
  gint64 start = g_get_monotonic_time ();

  g_assert_true (is_idle (store));
  set_row (find_row (fixture, &cases[6]), &cases[6]);
  g_assert_cmpint (waxseal_organization_store_get_save_state (store),
                   ==,
                   WAXSEAL_SAVE_STATE_PENDING);
  ui_driver_wait (is_idle, store);
  g_assert_cmpint (g_get_monotonic_time () - start, <, 3 * UI_SLOWNESS * G_USEC_PER_SEC);
  root = ui_fixture_read_json (fixture);
  assert_member (root, &cases[6]);
}

/* What is taken back is gone, and no date stays behind. */
static void
test_taken_back (UiFixture *fixture)
{
  GtkWidget *row = find_row (fixture, &cases[0]);
  g_autoptr (JsonNode) root = NULL;

  adw_action_row_activate (ADW_ACTION_ROW (row));
  adw_action_row_activate (ADW_ACTION_ROW (row));
  ui_fixture_flush (fixture);
  root = ui_fixture_read_json (fixture);
  g_assert_cmpstr (json_node_get_string (ui_fixture_find_member (root, cases[0].member)), ==, "");
}

static const UiTest tests[] = {
  { "/ui/fields/save", test_save, "Contoso" },
  { "/ui/fields/reopen", test_reopen, "Contoso" },
  { "/ui/fields/complete", test_complete, "Contoso" },
  { "/ui/fields/saved-by-itself", test_saved_by_itself, "Contoso" },
  { "/ui/fields/taken-back", test_taken_back, "Contoso" },
};

int
main (int argc, char **argv)
{
  return ui_fixture_run (argc, argv, tests, G_N_ELEMENTS (tests));
}
