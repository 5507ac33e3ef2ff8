/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The cmdlets for add-ins: what they do, and what they refuse (microsoft.md, 3.2). */
#include <string.h>

#include "exchange-fixture.h"
#include "waxseal-json.h"

#define LISTED    "{\"OrganizationApp\":true}"
#define SPECIFIC  ",\"ProvidedTo\":\"SpecificUsers\",\"UserList\":"
#define GRACE     "grace.hall@contoso-practice.example"
#define SET(more) "{\"OrganizationApp\":true,\"Identity\":\"" EXCHANGE_APP "\"" more "}"

static void
assert_texts (JsonObject *object, const char *const *members)
{
  for (guint i = 0; members[i] != NULL; i += 2)
    g_assert_cmpstr (waxseal_json_get_text (object, members[i]), ==, members[i + 1]);
}

static guint
count (JsonObject *object, const char *member)
{
  JsonArray *array = waxseal_json_get_array (object, member);

  g_assert_nonnull (array);
  return json_array_get_length (array);
}

static void
assert_users (ExchangeFixture *fixture, const char *first, guint n)
{
  g_autoptr (JsonObject) app = exchange_find_app (fixture, EXCHANGE_APP);

  g_assert_cmpuint (count (app, "UserList"), ==, n);
  if (n > 0)
    g_assert_cmpstr (json_array_get_string_element (waxseal_json_get_array (app, "UserList"), 0),
                     ==,
                     first);
}

/* What the manifest says, and what is so where nothing is said. */
static void
test_new (ExchangeFixture *fixture, gconstpointer data)
{
  static const char *const members[] = {
    "AppId",        EXCHANGE_APP,    "Identity",     EXCHANGE_APP, "DisplayName",
    "Seal",         "ProviderName",  "Example 例",   "AppVersion", "1.2.3.4",
    "Description",  "Seals mail",    "ProvidedTo",   "Everyone",   "DefaultStateForUser",
    "Disabled",     "Scope",         "Organization", "IconURL",    "https://example.com/icon.png",
    "Requirements", "ReadWriteItem", NULL,
  };
  g_autofree char *parameters = exchange_new_app (EXCHANGE_APP, "Seal", NULL);
  g_autofree char *manifest = exchange_manifest (EXCHANGE_APP, "Seal");
  g_autoptr (JsonObject) none = exchange_find_app (fixture, EXCHANGE_APP);
  g_autoptr (JsonObject) made = exchange_expect (fixture, "New-App", parameters);
  g_autoptr (JsonObject) app = exchange_find_app (fixture, EXCHANGE_APP);
  JsonArray *value = waxseal_json_get_array (made, "value");

  g_assert_null (none);
  g_assert_cmpuint (json_array_get_length (value), ==, 1);
  assert_texts (waxseal_json_array_get_object (value, 0), members);
  assert_texts (app, members);
  g_assert_cmpstr (waxseal_json_get_text (app, "ManifestXml"), ==, manifest);
  g_assert_true (waxseal_json_get_flag (app, "Enabled"));
  g_assert_cmpuint (count (app, "UserList"), ==, 0);
  g_assert_cmpstr (waxseal_json_get_text (app, "UserList@odata.type"), ==, "#Collection(String)");
  g_assert_cmpuint (count (made, "@adminapi.warnings"), ==, 0);
  g_assert_true (g_str_has_suffix (waxseal_json_get_text (made, "@odata.context"),
                                   "/adminapi/beta/" EXCHANGE_TENANT
                                   "/$metadata#Collection(Exchange.GenericHashTable)"));
}

/* Each availability as it is asked for; enumeration values in any case, as PowerShell takes them.
 */
static void
test_availability (ExchangeFixture *fixture, gconstpointer data)
{
  static const struct
  {
    const char *more;
    const char *members[5];
    gboolean enabled;
    guint users;
  } rows[] = {
    { ",\"DefaultStateForUser\":\"AlwaysEnabled\"",
      { "ProvidedTo", "Everyone", "DefaultStateForUser", "AlwaysEnabled" },
      TRUE },
    { ",\"DefaultStateForUser\":\"enabled\",\"Enabled\":false,\"ProvidedTo\":\"everyone\"",
      { "ProvidedTo", "Everyone", "DefaultStateForUser", "Enabled" },
      FALSE },
    { SPECIFIC "[\"" GRACE "\"],\"DefaultStateForUser\":\"Disabled\"",
      { "ProvidedTo", "SpecificUsers", "DefaultStateForUser", "Disabled" },
      TRUE,
      1 },
    { ",\"AllowReadWriteMailbox\":true,\"Confirm\":false,\"UserList\":[]",
      { "ProvidedTo", "Everyone", "DefaultStateForUser", "Disabled" },
      TRUE },
  };

  for (guint i = 0; i < G_N_ELEMENTS (rows); i++)
    {
      g_autofree char *id = g_strdup_printf ("0000000%u-2222-4333-8444-555555555555", i);
      g_autoptr (JsonObject) app = NULL;

      exchange_add_app (fixture, id, rows[i].more);
      app = exchange_find_app (fixture, id);
      assert_texts (app, rows[i].members);
      g_assert_cmpint (waxseal_json_get_flag (app, "Enabled"), ==, rows[i].enabled);
      g_assert_cmpuint (count (app, "UserList"), ==, rows[i].users);
    }
}

static void
test_new_refused (ExchangeFixture *fixture, gconstpointer data)
{
  static const struct
  {
    const char *more;
    guint status;
    const char *reason;
  } rows[] = {
    { ",\"ProvidedTo\":\"SpecificUsers\"", 400, "needs a UserList" },
    { SPECIFIC "[]", 400, "needs a UserList" },
    { ",\"UserList\":[\"" GRACE "\"]", 400, "UserList is for ProvidedTo SpecificUsers" },
    { SPECIFIC "[\"nobody@contoso-practice.example\"]", 404, "'nobody@contoso-practice.example'" },
    { SPECIFIC "[\"" GRACE "\",\"\"]", 404, "object ''" },
    { SPECIFIC "[\"nomail@waxsealpractice.onmicrosoft.com\"]", 404, "'nomail@" },
    { SPECIFIC "[\"pilot@contoso-practice.example\"]", 400, "is a group" },
    { SPECIFIC "[\"5b7e0808-31c4-4a0d-9e68-2f9d60c1a708\"]", 400, "is a group" },
    { SPECIFIC "\"" GRACE "\"", 400, "parameter 'UserList'" },
    { SPECIFIC "[1]", 400, "parameter 'UserList'" },
    { SPECIFIC "[[]]", 400, "parameter 'UserList'" },
    { SPECIFIC "{\"add\":[]}", 400, "parameter 'UserList'" },
    { ",\"ProvidedTo\":\"Everybody\"", 400, "\"Everyone,SpecificUsers\"" },
    { ",\"ProvidedTo\":true", 400, "parameter 'ProvidedTo'" },
    { ",\"DefaultStateForUser\":\"Always\"", 400, "\"Enabled,Disabled,AlwaysEnabled\"" },
    { ",\"DefaultStateForUser\":\"\"", 400, "\"Enabled,Disabled,AlwaysEnabled\"" },
    { ",\"Enabled\":\"true\"", 400, "parameter 'Enabled'" },
    { ",\"Enabled\":1", 400, "parameter 'Enabled'" },
    { ",\"Url\":\"https://example.com/m.xml\"", 400, "parameter name 'Url'" },
    { ",\"Mailbox\":\"" GRACE "\"", 400, "parameter name 'Mailbox'" },
  };
  g_autoptr (JsonObject) app = NULL;

  for (guint i = 0; i < G_N_ELEMENTS (rows); i++)
    {
      g_autofree char *parameters = exchange_new_app (EXCHANGE_APP, "Seal", rows[i].more);

      exchange_expect_refusal (fixture, rows[i].status, rows[i].reason, "New-App", parameters);
    }
  app = exchange_find_app (fixture, EXCHANGE_APP);
  g_assert_null (app);
}

static void
test_incomplete (ExchangeFixture *fixture, gconstpointer data)
{
  static const struct
  {
    const char *cmdlet;
    const char *parameters;
    guint status;
    const char *reason;
  } rows[] = {
    { "New-App", LISTED, 400, "mandatory parameters: FileData" },
    { "New-App", "{\"FileData\":null,\"OrganizationApp\":true}", 400, "parameters: FileData" },
    { "New-App", "{\"FileData\":\"PA==\"}", 400, "parameter 'FileData'" },
    { "New-App", "{\"FileData\":{}}", 400, "OrganizationApp switch" },
    { "Set-App", LISTED, 400, "mandatory parameters: Identity" },
    { "Set-App", "{\"Identity\":\"" EXCHANGE_MAPS "\"}", 400, "OrganizationApp switch" },
    { "Set-App", SET (",\"FileData\":{\"Data\":\"\"}"), 400, "parameter name 'FileData'" },
    { "Set-App", SET (",\"Version\":\"2\""), 400, "parameter name 'Version'" },
    { "Set-App", SET (",\"Enabled\":false"), 404, EXCHANGE_APP },
    { "Remove-App", LISTED, 400, "mandatory parameters: Identity" },
    { "Remove-App", SET (",\"Confirm\":false"), 404, EXCHANGE_APP },
    { "Remove-App", "{\"Identity\":\"" EXCHANGE_MAPS "\",\"Confirm\":false}", 400, "switch" },
    { "Get-App", "{\"Identity\":\"Bing Maps\"}", 400, "parameter 'Identity'" },
    { "Get-App", "{\"Identity\":7}", 400, "parameter 'Identity'" },
    { "Get-App", "{\"OrganizationApp\":\"true\"}", 400, "parameter 'OrganizationApp'" },
    { "Get-App", EXCHANGE_OF (EXCHANGE_APP), 404, "couldn't be found" },
    { "Get-App", "{\"ResultSize\":\"Unlimited\"}", 400, "parameter name 'ResultSize'" },
    { "Get-OrganizationConfig", LISTED, 400, "parameter name 'OrganizationApp'" },
  };

  for (guint i = 0; i < G_N_ELEMENTS (rows); i++)
    exchange_expect_refusal (
      fixture, rows[i].status, rows[i].reason, rows[i].cmdlet, rows[i].parameters);
}

/* One of the organization's, whatever the version, and whoever writes the ID how. */
static void
test_twice (ExchangeFixture *fixture, gconstpointer data)
{
  g_autofree char *upper = g_ascii_strup (EXCHANGE_OTHER, -1);
  g_autofree char *again = exchange_new_app (EXCHANGE_OTHER, "Another", NULL);
  g_autofree char *loud = exchange_new_app (upper, "Another", NULL);
  g_autoptr (JsonObject) app = NULL;

  exchange_add_app (fixture, EXCHANGE_OTHER, NULL);
  exchange_expect_refusal (fixture, 400, "has already been installed", "New-App", again);
  exchange_expect_refusal (fixture, 400, "has already been installed", "New-App", loud);
  app = exchange_find_app (fixture, EXCHANGE_OTHER);
  g_assert_cmpstr (waxseal_json_get_text (app, "DisplayName"), ==, "Seal");
}

/* Only what is said changes. */
static void
test_set (ExchangeFixture *fixture, gconstpointer data)
{
  static const char *const specific[] = {
    "ProvidedTo", "SpecificUsers", "DefaultStateForUser", "AlwaysEnabled", "AppVersion", "1.2.3.4",
    NULL
  };
  static const char *const everyone[] = {
    "ProvidedTo", "Everyone", "DefaultStateForUser", "AlwaysEnabled", NULL
  };
  g_autoptr (JsonObject) first = NULL, second = NULL, third = NULL, narrow = NULL, wide = NULL;

  exchange_add_app (fixture, EXCHANGE_APP, SPECIFIC "[\"" GRACE "\"]");
  first = exchange_expect (fixture, "Set-App", SET (",\"DefaultStateForUser\":\"AlwaysEnabled\""));
  g_assert_cmpuint (count (first, "value"), ==, 0);
  g_assert_cmpuint (count (first, "@adminapi.warnings"), ==, 0);
  narrow = exchange_find_app (fixture, EXCHANGE_APP);
  assert_texts (narrow, specific);
  assert_users (fixture, GRACE, 1);
  second = exchange_expect (fixture,
                            "Set-App",
                            SET (",\"UserList\":[\"uma.patel@contoso-practice.example\","
                                 "\"" GRACE "\"],\"Confirm\":false"));
  assert_users (fixture, "uma.patel@contoso-practice.example", 2);
  third =
    exchange_expect (fixture, "Set-App", SET (",\"ProvidedTo\":\"Everyone\",\"Enabled\":false"));
  wide = exchange_find_app (fixture, EXCHANGE_APP);
  assert_texts (wide, everyone);
  assert_users (fixture, NULL, 0);
  g_assert_false (waxseal_json_get_flag (wide, "Enabled"));
  exchange_expect_refusal (
    fixture, 400, "needs a UserList", "Set-App", SET (",\"ProvidedTo\":\"SpecificUsers\""));
  exchange_expect_refusal (
    fixture, 400, "is a group", "Set-App", SET (SPECIFIC "[\"all@contoso-practice.example\"]"));
}

/* Whoever changes nothing is told so. */
static void
test_set_nothing (ExchangeFixture *fixture, gconstpointer data)
{
  g_autoptr (JsonObject) reply = exchange_expect (fixture, "Set-App", EXCHANGE_OF (EXCHANGE_MAPS));
  JsonArray *warnings = waxseal_json_get_array (reply, "@adminapi.warnings");

  g_assert_cmpuint (count (reply, "value"), ==, 0);
  g_assert_cmpuint (json_array_get_length (warnings), ==, 1);
  g_assert_nonnull (strstr (json_array_get_string_element (warnings, 0), "no settings of"));
}

static void
test_remove (ExchangeFixture *fixture, gconstpointer data)
{
  g_autoptr (JsonObject) removed = NULL, app = NULL, maps = NULL;

  exchange_add_app (fixture, EXCHANGE_APP, NULL);
  exchange_expect_refusal (fixture, 400, "confirmation", "Remove-App", SET (""));
  exchange_expect_refusal (fixture, 400, "confirmation", "Remove-App", SET (",\"Confirm\":true"));
  app = exchange_find_app (fixture, EXCHANGE_APP);
  g_assert_nonnull (app);
  removed = exchange_expect (fixture, "Remove-App", SET (",\"Confirm\":false"));
  g_assert_cmpuint (count (removed, "value"), ==, 0);
  g_clear_pointer (&app, json_object_unref);
  app = exchange_find_app (fixture, EXCHANGE_APP);
  g_assert_null (app);
  exchange_expect_refusal (fixture, 404, EXCHANGE_APP, "Remove-App", SET (",\"Confirm\":false"));
  /* The default app is there, can be disabled, and stays. */
  exchange_expect_refusal (fixture,
                           400,
                           "not removed",
                           "Remove-App",
                           "{\"OrganizationApp\":true,\"Identity\":\"" EXCHANGE_MAPS
                           "\",\"Confirm\":false}");
  maps = exchange_find_app (fixture, EXCHANGE_MAPS);
  g_assert_nonnull (maps);
}

/* Without -OrganizationApp those that the caller has; with null for -Identity, all. */
static void
test_get (ExchangeFixture *fixture, gconstpointer data)
{
  g_autofree char *upper = g_ascii_strup (EXCHANGE_OF (EXCHANGE_MAPS), -1);
  g_autoptr (JsonObject) one = NULL, own = NULL, everything = NULL, mine = NULL, typed = NULL;

  exchange_add_app (fixture, EXCHANGE_APP, SPECIFIC "[\"" GRACE "\"]");
  exchange_add_app (fixture,
                    EXCHANGE_OTHER,
                    SPECIFIC "[\"sean.o'brien@contoso-practice.example\"]");
  one = exchange_expect (fixture, "Get-App", EXCHANGE_OF (EXCHANGE_APP));
  everything = exchange_expect (fixture, "Get-App", "{\"OrganizationApp\":true,\"Identity\":null}");
  own = exchange_expect (fixture, "Get-App", "{}");
  mine = exchange_expect (fixture, "Get-App", "{\"Identity\":\"" EXCHANGE_OTHER "\"}");
  typed = exchange_expect (fixture,
                           "get-APP",
                           "{\"organizationapp\":true,\"IDENTITY@odata.type\":\"#Guid\","
                           "\"IDENTITY\":\"7A774F0C-7A6F-11E0-85AD-07FB4824019B\"}");
  g_assert_cmpuint (count (one, "value"), ==, 1);
  g_assert_cmpuint (count (everything, "value"), ==, 3);
  g_assert_cmpuint (count (own, "value"), ==, 2);
  g_assert_cmpuint (count (mine, "value"), ==, 1);
  g_assert_cmpuint (count (typed, "value"), ==, 1);
  exchange_expect_refusal (
    fixture, 404, EXCHANGE_APP, "Get-App", "{\"Identity\":\"" EXCHANGE_APP "\"}");
}

static void
test_organization (ExchangeFixture *fixture, gconstpointer data)
{
  g_autoptr (JsonObject) reply = exchange_expect (fixture, "Get-OrganizationConfig", "{}");
  g_autoptr (JsonObject) later = NULL;
  JsonObject *config = waxseal_json_array_get_object (waxseal_json_get_array (reply, "value"), 0);

  g_assert_cmpuint (count (reply, "value"), ==, 1);
  g_assert_cmpstr (waxseal_json_get_text (config, "Name"), ==, "waxsealpractice.onmicrosoft.com");
  g_assert_cmpstr (waxseal_json_get_text (config, "DisplayName"), ==, "Waxseal Practice");
  g_assert_true (waxseal_json_get_flag (config, "AppsForOfficeEnabled"));
  exchange_set (fixture, "appsForOfficeDisabled", "true");
  later = exchange_expect (fixture, "Get-OrganizationConfig", "{}");
  config = waxseal_json_array_get_object (waxseal_json_get_array (later, "value"), 0);
  g_assert_false (waxseal_json_get_flag (config, "AppsForOfficeEnabled"));
}

/* What is meant by a name, a sign-in name or an id is the address; nobody is there twice. */
static void
test_users (ExchangeFixture *fixture, gconstpointer data)
{
  exchange_add_app (fixture,
                    EXCHANGE_APP,
                    SPECIFIC "[\"SEAN.O'BRIEN@contoso-practice.example\","
                             "\"sean.o'brien@contoso-practice.example\","
                             "\"sean.o'brien@waxsealpractice.onmicrosoft.com\","
                             "\"h.sato@renshu.example\",\"lee&sons@contoso-practice.example\","
                             "\"gina.guest@partner.example\","
                             "\"former.colleague@contoso-practice.example\"]");
  assert_users (fixture, "sean.o'brien@contoso-practice.example", 5);
  {
    g_autoptr (JsonObject) app = exchange_find_app (fixture, EXCHANGE_APP);

    g_assert_cmpstr (json_array_get_string_element (waxseal_json_get_array (app, "UserList"), 1),
                     ==,
                     "h.sato@xn--vh0a51b.example");
  }
}

/* A thousand, and one more. */
static void
test_many_users (ExchangeFixture *fixture, gconstpointer data)
{
  g_autofree char *most = exchange_users (fixture, 1000);
  g_autofree char *too_many = exchange_users (fixture, 1001);
  g_autofree char *good = g_strconcat (SPECIFIC, most, NULL);
  g_autofree char *bad = g_strdup_printf (SET (SPECIFIC "%s"), too_many);

  exchange_add_app (fixture, EXCHANGE_APP, good);
  assert_users (fixture, GRACE, 1000);
  exchange_expect_refusal (fixture, 400, "more than 1000", "Set-App", bad);
  assert_users (fixture, GRACE, 1000);
}

/* Names are texts, whatever is in them. */
static void
test_names (ExchangeFixture *fixture, gconstpointer data)
{
  static const char *const names[] = {
    "O'Brien's \"Seal\" & <Sons>",
    "暗号化アドイン 花子",
    "100% #1 \\ {}",
    "مريم 🦭",
  };

  for (guint i = 0; i < G_N_ELEMENTS (names); i++)
    {
      g_autofree char *id = g_strdup_printf ("0000000%u-2222-4333-8444-555555555555", i);
      g_autofree char *parameters = exchange_new_app (id, names[i], NULL);
      g_autoptr (JsonObject) reply = exchange_expect (fixture, "New-App", parameters);
      g_autoptr (JsonObject) app = exchange_find_app (fixture, id);

      g_assert_cmpuint (count (reply, "value"), ==, 1);
      g_assert_cmpstr (waxseal_json_get_text (app, "DisplayName"), ==, names[i]);
    }
}

/* The tenant's state has the apps; in another start, or put back, they are as they were. */
static void
test_state (ExchangeFixture *fixture, gconstpointer data)
{
  g_autoptr (RawReply) state = NULL, reset = NULL, back = NULL, summary = NULL;
  g_autoptr (JsonObject) gone = NULL, app = NULL;

  exchange_add_app (fixture, EXCHANGE_APP, SPECIFIC "[\"" GRACE "\"]");
  state = exchange_steer (fixture, "GET", "/practice/state", NULL);
  g_assert_nonnull (strstr (state->body, "\"organizationApps\""));
  summary = exchange_steer (fixture, "GET", "/practice/summary", NULL);
  g_assert_nonnull (strstr (summary->body, "\"organizationApps\":1"));
  reset = exchange_steer (fixture, "POST", "/practice/reset", NULL);
  gone = exchange_find_app (fixture, EXCHANGE_APP);
  g_assert_null (gone);
  back = exchange_steer (fixture, "POST", "/practice/state", state->body);
  g_assert_cmpuint (back->status, ==, 204);
  assert_users (fixture, GRACE, 1);
  app = exchange_find_app (fixture, EXCHANGE_APP);
  g_assert_cmpstr (waxseal_json_get_text (app, "ProvidedTo"), ==, "SpecificUsers");
}

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  exchange_fixture_add ("/practice-exchange/new", NULL, test_new);
  exchange_fixture_add ("/practice-exchange/availability", NULL, test_availability);
  exchange_fixture_add ("/practice-exchange/new-refused", NULL, test_new_refused);
  exchange_fixture_add ("/practice-exchange/incomplete", NULL, test_incomplete);
  exchange_fixture_add ("/practice-exchange/twice", NULL, test_twice);
  exchange_fixture_add ("/practice-exchange/set", NULL, test_set);
  exchange_fixture_add ("/practice-exchange/set-nothing", NULL, test_set_nothing);
  exchange_fixture_add ("/practice-exchange/remove", NULL, test_remove);
  exchange_fixture_add ("/practice-exchange/get", NULL, test_get);
  exchange_fixture_add ("/practice-exchange/organization", NULL, test_organization);
  exchange_fixture_add ("/practice-exchange/users", NULL, test_users);
  exchange_fixture_add ("/practice-exchange/many-users", NULL, test_many_users);
  exchange_fixture_add ("/practice-exchange/names", NULL, test_names);
  exchange_fixture_add ("/practice-exchange/state", NULL, test_state);
  return exchange_fixture_run ();
}
