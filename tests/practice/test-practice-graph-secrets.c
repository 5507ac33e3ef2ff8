/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Client secrets in the practice tenant, and the policy on them (microsoft.md, 2.3 and 2.4). */
#include <string.h>

#include "graph-fixture.h"
#include "waxseal-practice-graph-policy.h"

#define NONSENSE "11111111-2222-4333-8444-555555555555"
#define POLICY   "/policies/defaultAppManagementPolicy"

static char *
add_secret (Graph *graph, const char *application, const char *body)
{
  g_autofree char *url = g_strdup_printf ("/applications/%s/addPassword", application);
  g_autoptr (JsonObject) secret = graph_expect (graph, 200, "POST", url, body);

  return g_strdup (waxseal_json_get_text (secret, "keyId"));
}

static void
test_secret (void)
{
  g_auto (Graph) graph = { 0 };
  g_autofree char *application = NULL, *add = NULL, *url = NULL, *text = NULL, *hash = NULL;
  g_autoptr (JsonObject) secret = NULL, shown = NULL;
  g_autoptr (JsonNode) state = NULL;
  const char *value;
  JsonObject *kept;

  graph_init (&graph, 0);
  application = graph_add_application (&graph, "x", NULL, NULL);
  add = g_strdup_printf ("/applications/%s/addPassword", application);
  secret = graph_expect (&graph,
                         200,
                         "POST",
                         add,
                         "{'passwordCredential':{'displayName':'秘密 “1”',"
                         "'endDateTime':'2199-01-31T09:00:00+09:00'}}");
  value = waxseal_json_get_text (secret, "secretText");
  g_assert_cmpuint (strlen (value), ==, 40);
  for (const char *letter = "~._-"; *letter != '\0'; letter++)
    g_assert_nonnull (strchr (value, *letter));
  g_assert_cmpuint (strlen (waxseal_json_get_text (secret, "hint")), ==, 3);
  g_assert_true (g_str_has_prefix (value, waxseal_json_get_text (secret, "hint")));
  g_assert_cmpstr (waxseal_json_get_text (secret, "displayName"), ==, "秘密 “1”");
  g_assert_cmpstr (waxseal_json_get_text (secret, "endDateTime"), ==, "2199-01-31T00:00:00Z");

  url = g_strconcat ("/applications/", application, NULL);
  shown = graph_expect (&graph, 200, "GET", url, NULL);
  kept = waxseal_json_array_get_object (waxseal_json_get_array (shown, "passwordCredentials"), 0);
  g_assert_true (json_object_get_null_member (kept, "secretText"));
  g_assert_cmpstr (waxseal_json_get_text (kept, "keyId"),
                   ==,
                   waxseal_json_get_text (secret, "keyId"));
  state = waxseal_practice_tenant_save (graph.tenant);
  text = json_to_string (state, FALSE);
  hash = g_compute_checksum_for_string (G_CHECKSUM_SHA256, value, -1);
  g_assert_null (strstr (text, value));
  g_assert_nonnull (strstr (text, hash));
}

/* Without an end it is two years (microsoft.md, 2.3). */
static void
test_secret_default_end (void)
{
  g_auto (Graph) graph = { 0 };
  g_autofree char *application = NULL, *add = NULL;
  g_autoptr (JsonObject) secret = NULL;

  graph_init (&graph, 0);
  application = graph_add_application (&graph, "x", NULL, NULL);
  add = g_strdup_printf ("/applications/%s/addPassword", application);
  secret = graph_expect (
    &graph, 200, "POST", add, "{'passwordCredential':{'startDateTime':'2190-03-01T00:00:00Z'}}");
  g_assert_cmpstr (waxseal_json_get_text (secret, "endDateTime"), ==, "2192-03-01T00:00:00Z");
}

static void
test_secret_refused (void)
{
  static const struct
  {
    const char *body;
    const char *code;
  } rows[] = {
    { NULL, "BadRequest" },
    { "{'passwordCredential':{'keyId':'" NONSENSE "'}}", "Request_BadRequest" },
    { "{'passwordCredential':{'secretText':'x'}}", "Request_BadRequest" },
    { "{'passwordCredential':{'hint':'x'}}", "Request_BadRequest" },
    { "{'passwordCredential':{'endDateTime':'soon'}}", "Request_BadRequest" },
    { "{'passwordCredential':{'endDateTime':'2001-01-01T00:00:00Z'}}",
      "KeyCredentialsInvalidEndDate" },
    { "{'passwordCredential':{'startDateTime':'2190-01-01T00:00:00Z',"
      "'endDateTime':'2189-01-01T00:00:00Z'}}",
      "KeyCredentialsInvalidEndDate" },
  };
  g_auto (Graph) graph = { 0 };
  g_autofree char *application = NULL, *add = NULL, *removal = NULL;

  graph_init (&graph, 0);
  application = graph_add_application (&graph, "x", NULL, NULL);
  add = g_strdup_printf ("/applications/%s/addPassword", application);
  for (guint i = 0; i < G_N_ELEMENTS (rows); i++)
    graph_expect_error (&graph, 400, rows[i].code, "POST", add, rows[i].body);
  removal = g_strdup_printf ("/applications/%s/removePassword", application);
  graph_expect_error (
    &graph, 400, "Request_BadRequest", "POST", removal, "{'keyId':'" NONSENSE "'}");
  graph_expect_error (
    &graph, 404, "Request_ResourceNotFound", "POST", "/applications/x/addPassword", "{}");
}

static void
fill_with_secrets (Graph *graph, const char *body, guint most)
{
  g_autoptr (JsonObject) application = graph_expect (graph, 201, "POST", "/applications", body);
  const char *id = waxseal_json_get_text (application, "id");
  g_autofree char *add = g_strdup_printf ("/applications/%s/addPassword", id);

  for (guint i = 0; i < most; i++)
    {
      g_autofree char *key_id = add_secret (graph, id, "{}");

      g_assert_cmpstr (key_id, !=, "");
    }
  graph_expect_error (graph, 400, "TooManyAppPasswords", "POST", add, "{}");
}

static void
test_too_many_secrets (void)
{
  g_auto (Graph) graph = { 0 };
  JsonObject *settings;

  graph_init (&graph, 0);
  settings = waxseal_practice_tenant_find (graph.tenant, "settings", "id", "settings");
  json_object_set_int_member (settings, "maxSecrets", 5);
  fill_with_secrets (&graph, "{'displayName':'x','signInAudience':'AzureADMyOrg'}", 5);
  fill_with_secrets (&graph, "{'displayName':'x'}", 2);
}

static void
test_secret_delay (void)
{
  g_auto (Graph) graph = { 0 };
  g_autofree char *application = NULL, *key_id = NULL;
  JsonObject *settings, *kept;

  graph_init (&graph, 0);
  settings = waxseal_practice_tenant_find (graph.tenant, "settings", "id", "settings");
  json_object_set_int_member (settings, "secretDelay", 3600);
  application = graph_add_application (&graph, "x", NULL, NULL);
  key_id = add_secret (&graph, application, "{}");
  kept = waxseal_json_array_get_object (
    waxseal_json_get_array (
      waxseal_practice_tenant_find (graph.tenant, "applications", "id", application),
      "passwordCredentials"),
    0);
  g_assert_cmpint (waxseal_json_get_number (kept, "practiceWorksFrom", 0),
                   >,
                   waxseal_practice_tenant_get_now (graph.tenant) + 3000);
}

static void
test_durations (void)
{
  static const struct
  {
    const char *text;
    gint64 seconds; /* 0: not one */
  } rows[] = {
    { "P180D", 180 * 86400 },
    { "P1DT2H3M4S", 86400 + 7200 + 180 + 4 },
    { "P1Y", 365 * 86400 },
    { "P2W", 14 * 86400 },
    { "PT5M", 300 },
    { "", 0 },
    { "P", 0 },
    { "180D", 0 },
    { "PD", 0 },
    { "P-1D", 0 },
    { "P1H", 0 },
    { "PT1T1S", 0 },
    { "P99999999999999999999D", 0 },
  };

  for (guint i = 0; i < G_N_ELEMENTS (rows); i++)
    {
      gint64 seconds;
      gboolean is_one = waxseal_practice_policy_parse_duration (rows[i].text, &seconds);

      g_test_message ("%s", rows[i].text);
      g_assert_cmpint (is_one ? seconds : 0, ==, rows[i].seconds);
    }
}

/* Whether a secret of @days is refused with @code under a policy that restricts so. */
static void
try_policy (const char *enabled, const char *restriction, int days, const char *code)
{
  g_auto (Graph) graph = { 0 };
  g_autofree char *policy = NULL, *application = NULL, *add = NULL, *body = NULL, *end = NULL;
  g_autoptr (GDateTime) now = g_date_time_new_now_utc ();
  g_autoptr (GDateTime) then = g_date_time_add_days (now, days);

  graph_init (&graph, 0);
  policy =
    g_strdup_printf ("{'isEnabled':%s,'applicationRestrictions':{'passwordCredentials':[%s]}}",
                     enabled,
                     restriction);
  g_assert_cmpuint (graph_get_status (&graph, "PATCH", POLICY, policy), ==, 204);
  application = graph_add_application (&graph, "x", NULL, NULL);
  add = g_strdup_printf ("/applications/%s/addPassword", application);
  end = g_date_time_format (then, "%Y-%m-%dT%H:%M:%SZ");
  body = g_strdup_printf ("{'passwordCredential':{'endDateTime':'%s'}}", end);
  if (code != NULL)
    graph_expect_error (&graph, 400, code, "POST", add, body);
  else
    g_assert_cmpuint (graph_get_status (&graph, "POST", add, body), ==, 200);
}

#define LIFETIME "'restrictionType':'passwordLifetime','maxLifetime':'P180D'"
#define ADDITION "'restrictionType':'passwordAddition'"

static void
test_policy (void)
{
  static const struct
  {
    const char *enabled;
    const char *restriction;
    int days;
    const char *code;
  } rows[] = {
    { "true", "", 730, NULL },
    { "true", "{" LIFETIME "}", 180, NULL },
    { "true", "{" LIFETIME "}", 181, "CredentialInvalidLifetimeAsPerAppPolicy" },
    { "false", "{" LIFETIME "}", 181, NULL },
    { "true", "{" LIFETIME ",'state':'disabled'}", 181, NULL },
    { "true", "{" LIFETIME ",'state':'enabled'}", 181, "CredentialInvalidLifetimeAsPerAppPolicy" },
    { "true",
      "{" LIFETIME ",'restrictForAppsCreatedAfterDateTime':'2019-01-01T00:00:00Z'}",
      181,
      "CredentialInvalidLifetimeAsPerAppPolicy" },
    { "true",
      "{" LIFETIME ",'restrictForAppsCreatedAfterDateTime':'2199-01-01T00:00:00Z'}",
      181,
      NULL },
    { "true", "{" ADDITION "}", 1, "CredentialTypeNotAllowedAsPerAppPolicy" },
    { "true", "{'restrictionType':'customPasswordAddition'}", 181, NULL },
  };
  g_auto (Graph) graph = { 0 };
  g_autoptr (JsonObject) policy = NULL;

  graph_init (&graph, 0);
  policy = graph_expect (&graph, 200, "GET", POLICY, NULL);
  g_assert_false (waxseal_json_get_flag (policy, "isEnabled"));
  for (guint i = 0; i < G_N_ELEMENTS (rows); i++)
    {
      g_test_message ("%s %s", rows[i].enabled, rows[i].restriction);
      try_policy (rows[i].enabled, rows[i].restriction, rows[i].days, rows[i].code);
    }
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/practice/graph/secret", test_secret);
  g_test_add_func ("/practice/graph/secret-default-end", test_secret_default_end);
  g_test_add_func ("/practice/graph/secret-refused", test_secret_refused);
  g_test_add_func ("/practice/graph/secret-delay", test_secret_delay);
  g_test_add_func ("/practice/graph/too-many-secrets", test_too_many_secrets);
  g_test_add_func ("/practice/graph/durations", test_durations);
  g_test_add_func ("/practice/graph/policy", test_policy);
  return g_test_run ();
}
