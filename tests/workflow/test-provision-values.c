/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What provisioning knows without a network. */
#include "waxseal-app-proof-record.h"
#include "waxseal-app-proof.h"
#include "waxseal-consent-hand-over.h"
#include "waxseal-date.h"
#include "waxseal-error.h"
#include "waxseal-graph-role.h"
#include "waxseal-write-end.h"
#include "waxseal-json.h"
#include "waxseal-provision-step.h"
#include "waxseal-provision-summary.h"
#include "waxseal-registered-app.h"
#include "waxseal-remedy.h"
#include "waxseal-secret-policy.h"
#include "waxseal-secret-review.h"

/* With single quotes for double ones. */
static JsonNode *
parse (const char *text)
{
  g_autofree char *json = g_strdelimit (g_strdup (text), "'", '"');
  g_autoptr (GError) error = NULL;
  JsonNode *node = json_from_string (json, &error);

  g_assert_no_error (error);
  return node;
}

#define ROLE(value, id) "{'value':'" value "','id':'" id "','allowedMemberTypes':['Application']}"
#define READ            ROLE ("Mail.Read", "810c84a8-4a9e-49e6-bf7d-12d183f40d01")
#define WRITE           ROLE ("Mail.ReadWrite", "e2a3a72e-5f79-4c64-b1b1-878b674786c9")
#define SEND            ROLE ("Mail.Send", "B633E1C5-b582-4048-a93e-9f11b44c7e96")
#define USERS           ROLE ("User.Read.All", "df021288-bdef-4463-88db-98f22de89214")

static void
test_roles_known (void)
{
  g_autoptr (JsonNode) node =
    parse ("{'appRoles':[{'value':'Mail.Read','id':'1','allowedMemberTypes':['User']}," READ
           "," WRITE "," SEND "," USERS "]}");
  g_autoptr (GError) error = NULL;

  g_assert_true (waxseal_graph_role_check (json_node_get_object (node), &error));
  g_assert_no_error (error);
}

static void
test_roles_unknown (void)
{
  static const char *const offers[] = {
    "{}",
    "{'appRoles':null}",
    "{'appRoles':[" READ "," WRITE "," SEND "]}",
    "{'appRoles':[" READ "," WRITE "," SEND "," ROLE ("User.Read.All", "other") "]}",
    "{'appRoles':[" READ "," WRITE "," SEND ",{'value':'User.Read.All','id':"
    "'df021288-bdef-4463-88db-98f22de89214','allowedMemberTypes':['User']}]}",
  };

  for (guint i = 0; i < G_N_ELEMENTS (offers); i++)
    {
      g_autoptr (JsonNode) node = parse (offers[i]);
      g_autoptr (GError) error = NULL;

      g_assert_false (waxseal_graph_role_check (json_node_get_object (node), &error));
      g_assert_error (error, WAXSEAL_ERROR, WAXSEAL_ERROR_PERMISSIONS_UNKNOWN);
      g_assert_nonnull (waxseal_error_get_details (error));
    }
}

#define OTHERS                                                                                     \
  "{'resourceAppId':'00000002-0000-0ff1-ce00-000000000000','resourceAccess':[{'id':'x',"           \
  "'type':'Role'}]}"
#define GRAPH(access)                                                                              \
  "{'resourceAppId':'00000003-0000-0000-C000-000000000000','resourceAccess':[" access "]}"
#define MAIL_READ "{'id':'810c84a8-4a9e-49e6-bf7d-12d183f40d01','type':'Role'}"
#define DELEGATED "{'id':'b633e1c5-b582-4048-a93e-9f11b44c7e96','type':'Scope'}"

static void
test_merge_keeps_others (void)
{
  g_autoptr (JsonNode) before = parse ("[" OTHERS "," GRAPH (MAIL_READ "," DELEGATED) "]");
  g_autoptr (JsonNode) after = waxseal_graph_role_merge_access (json_node_get_array (before));
  g_auto (GStrv) was = waxseal_graph_role_dup_declared (json_node_get_array (before));
  g_auto (GStrv) is = waxseal_graph_role_dup_declared (json_node_get_array (after));
  g_autofree char *text = json_to_string (after, FALSE);
  JsonObject *graph = json_array_get_object_element (json_node_get_array (after), 1);

  g_assert_cmpuint (g_strv_length (was), ==, 1);
  g_assert_cmpuint (g_strv_length (is), ==, 4);
  g_assert_cmpuint (json_array_get_length (json_node_get_array (after)), ==, 2);
  /* The four, and the delegated one of the same name, which is another permission. */
  g_assert_cmpuint (json_array_get_length (json_object_get_array_member (graph, "resourceAccess")),
                    ==,
                    5);
  g_assert_nonnull (strstr (text, "00000002-0000-0ff1-ce00-000000000000"));
}

static void
test_merge_into_nothing (void)
{
  g_autoptr (JsonNode) after = waxseal_graph_role_merge_access (NULL);
  g_autoptr (JsonNode) odd = parse ("[{'resourceAppId':'" WAXSEAL_GRAPH_APP_ID "'}]");
  g_autoptr (JsonNode) filled = waxseal_graph_role_merge_access (json_node_get_array (odd));
  g_auto (GStrv) is = waxseal_graph_role_dup_declared (json_node_get_array (after));
  g_auto (GStrv) too = waxseal_graph_role_dup_declared (json_node_get_array (filled));

  g_assert_cmpuint (g_strv_length (is), ==, 4);
  g_assert_cmpuint (g_strv_length (too), ==, 4);
}

static WaxsealRegisteredApp *
create_app (void)
{
  g_autoptr (JsonNode) node =
    parse ("{'id':'object','appId':'client','displayName':'A “b” & c','signInAudience':"
           "'AzureADMultipleOrgs','createdDateTime':'2026-11-25T04:00:00Z','tags':['Waxseal-1'],"
           "'requiredResourceAccess':[" GRAPH (
             MAIL_READ) "],'passwordCredentials':["
                        "{'keyId':'k1','displayName':'old','hint':'abc','endDateTime':'2020-01-"
                        "01T00:00:00Z'},"
                        "{'keyId':'k2','displayName':'new','hint':'def','endDateTime':'2999-01-"
                        "01T00:00:00Z',"
                        "'secretText':null},{'keyId':'k3','displayName':'','endDateTime':null}]}");

  return waxseal_registered_app_new_from_json (json_node_get_object (node));
}

static void
test_registered_app (void)
{
  g_autoptr (WaxsealRegisteredApp) app = create_app ();
  g_autoptr (JsonNode) grants =
    parse ("[{'appRoleId':'df021288-bdef-4463-88db-98f22de89214','resourceId':'graph'},"
           "{'appRoleId':'810c84a8-4a9e-49e6-bf7d-12d183f40d01','resourceId':'elsewhere'},"
           "{'appRoleId':'strange','resourceId':'graph'}]");

  waxseal_registered_app_set_granted (app, json_node_get_array (grants), "graph");
  g_assert_cmpstr (waxseal_record_get_text (app, "object-id"), ==, "object");
  g_assert_cmpstr (waxseal_record_get_text (app, "client-id"), ==, "client");
  g_assert_cmpint (waxseal_record_get_enum (app, "account-type"),
                   ==,
                   WAXSEAL_ACCOUNT_TYPE_MULTITENANT);
  g_assert_true (waxseal_registered_app_has_declared (app, "Mail.Read"));
  g_assert_false (waxseal_registered_app_has_declared (app, "Mail.Send"));
  g_assert_true (waxseal_registered_app_has_granted (app, "User.Read.All"));
  g_assert_true (waxseal_registered_app_has_granted (app, "strange"));
  g_assert_false (waxseal_registered_app_has_granted (app, "Mail.Read"));
}

static void
test_registered_secrets (void)
{
  g_autoptr (WaxsealRegisteredApp) app = create_app ();
  WaxsealRegisteredSecret *expired = waxseal_registered_app_find_secret (app, "K1");
  WaxsealRegisteredSecret *live = waxseal_registered_app_find_secret (app, "k2");
  WaxsealRegisteredSecret *endless = waxseal_registered_app_find_secret (app, "k3");

  g_assert_null (waxseal_registered_app_find_secret (app, "k4"));
  g_assert_true (waxseal_registered_secret_is_expired (expired));
  g_assert_false (waxseal_registered_secret_is_expired (live));
  g_assert_false (waxseal_registered_secret_is_expired (endless));
  g_assert_null (waxseal_registered_app_find_usable_secret (app));
  g_object_set (expired, "held", TRUE, NULL);
  g_assert_null (waxseal_registered_app_find_usable_secret (app));
  g_object_set (endless, "held", TRUE, NULL);
  g_assert_true (waxseal_registered_app_find_usable_secret (app) == endless);
  g_object_set (live, "held", TRUE, "current", TRUE, NULL);
  g_assert_true (waxseal_registered_app_find_usable_secret (app) == live);
  g_object_set (live, "current", FALSE, NULL);
  g_object_set (endless, "current", TRUE, NULL);
  g_assert_true (waxseal_registered_app_find_usable_secret (app) == endless);
}

#define POLICY(items)                                                                              \
  "{'isEnabled':true,'applicationRestrictions':{'passwordCredentials':[" items "]}}"
#define LIFETIME(life, after)                                                                      \
  "{'restrictionType':'passwordLifetime','maxLifetime':'" life "','state':'enabled','"             \
  "restrictForAppsCreatedAfterDateTime':" after "}"
#define ADDITION(state)                                                                            \
  "{'restrictionType':'passwordAddition','state':'" state "','maxLifetime':null}"

static void
test_policy (void)
{
  static const struct
  {
    const char *policy;
    const char *created;
    gboolean blocking;
    guint max_days;
  } cases[] = {
    { "{}", NULL, FALSE, 730 },
    { POLICY (LIFETIME ("P180D", "null")), NULL, FALSE, 180 },
    { POLICY (LIFETIME ("P6M", "null") "," LIFETIME ("P1Y", "null")), NULL, FALSE, 180 },
    { POLICY (LIFETIME ("P2Y6M10DT2H30M", "null")), NULL, FALSE, 730 },
    { POLICY (LIFETIME ("P4DT12H30M5S", "null")), NULL, FALSE, 4 },
    { POLICY (LIFETIME ("nonsense", "null")), NULL, FALSE, 730 },
    { POLICY (ADDITION ("enabled")), NULL, TRUE, 730 },
    { POLICY (ADDITION ("disabled")), NULL, FALSE, 730 },
    { POLICY (LIFETIME ("P90D", "'2999-01-01T00:00:00Z'")), NULL, FALSE, 730 },
    { POLICY (LIFETIME ("P90D", "'2020-01-01T00:00:00Z'")), NULL, FALSE, 90 },
    { POLICY (LIFETIME ("P90D", "'2020-01-01T00:00:00Z'")), "2019-01-01T00:00:00Z", FALSE, 730 },
    { POLICY (LIFETIME ("P90D", "'2020-01-01T00:00:00Z'")), "2021-01-01T00:00:00Z", FALSE, 90 },
    { "{'isEnabled':false,'applicationRestrictions':{'passwordCredentials':["
      "{'restrictionType':'passwordAddition','state':'enabled'}]}}",
      NULL,
      FALSE,
      730 },
  };

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autoptr (JsonNode) node = parse (cases[i].policy);
      g_autoptr (WaxsealSecretPolicy) policy =
        waxseal_secret_policy_new (json_node_get_object (node));

      g_test_message ("%s", cases[i].policy);
      g_assert_true (waxseal_secret_policy_is_known (policy));
      g_assert_cmpint (waxseal_secret_policy_is_blocking (policy, cases[i].created),
                       ==,
                       cases[i].blocking);
      g_assert_cmpuint (waxseal_secret_policy_get_max_days (policy, cases[i].created),
                        ==,
                        cases[i].max_days);
    }
}

static void
assert_check (WaxsealSecretPolicy *policy, const char *expires, int code)
{
  g_autoptr (GError) error = NULL;
  gboolean allowed = waxseal_secret_policy_check (policy, NULL, expires, &error);

  g_assert_cmpint (allowed, ==, code < 0);
  if (code >= 0)
    g_assert_error (error, WAXSEAL_ERROR, code);
}

static void
test_policy_check (void)
{
  g_autoptr (JsonNode) node = parse (POLICY (LIFETIME ("P180D", "null")));
  g_autoptr (JsonNode) no = parse (POLICY (ADDITION ("enabled")));
  g_autoptr (WaxsealSecretPolicy) limited = waxseal_secret_policy_new (json_node_get_object (node));
  g_autoptr (WaxsealSecretPolicy) blocking = waxseal_secret_policy_new (json_node_get_object (no));
  g_autoptr (WaxsealSecretPolicy) unknown = waxseal_secret_policy_new (NULL);
  g_autofree char *half_a_year = waxseal_secret_lifetime_build_expires (180);
  g_autofree char *a_year = waxseal_secret_lifetime_build_expires (365);
  g_autofree char *longest = waxseal_secret_lifetime_build_expires (730);
  g_autofree char *too_long = waxseal_secret_lifetime_build_expires (731);

  g_assert_false (waxseal_secret_policy_is_known (unknown));
  assert_check (limited, half_a_year, -1);
  assert_check (limited, a_year, WAXSEAL_ERROR_SECRET_LIFETIME);
  assert_check (blocking, half_a_year, WAXSEAL_ERROR_SECRETS_BLOCKED);
  assert_check (unknown, longest, -1);
  assert_check (unknown, too_long, WAXSEAL_ERROR_SECRET_LIFETIME);
  assert_check (unknown, "2020-01-01T00:00:00Z", WAXSEAL_ERROR_SECRET_LIFETIME);
  assert_check (unknown, "tomorrow", WAXSEAL_ERROR_SECRET_LIFETIME);
  g_assert_true (g_str_has_suffix (half_a_year, "Z"));
  g_assert_cmpuint (waxseal_secret_lifetime_get_default (unknown, NULL), ==, 180);
  g_assert_cmpuint (waxseal_secret_lifetime_get_default (limited, NULL), ==, 180);
}

static void
test_lifetimes (void)
{
  static const char *const labels[] = {
    "90 days (3 months)",   "180 days (6 months)",  "365 days (12 months)",
    "545 days (18 months)", "730 days (24 months)",
  };

  for (guint i = 0; i < WAXSEAL_N_SECRET_LIFETIMES; i++)
    {
      g_autofree char *label =
        waxseal_secret_lifetime_describe (waxseal_secret_lifetime_get_days (i));

      g_assert_cmpstr (label, ==, labels[i]);
    }
}

static void
assert_summary (WaxsealProvisionCounts counts, const char *expected)
{
  g_autofree char *summary = waxseal_provision_summary_build (&counts);

  g_assert_cmpstr (summary, ==, expected);
}

static void
test_summary (void)
{
  assert_summary ((WaxsealProvisionCounts){ .application = TRUE,
                                            .service_principal = TRUE,
                                            .expires = "2027-05-24T12:00:00Z",
                                            .n_declare = 4,
                                            .n_grant = 4 },
                  "Waxseal will create 1 application, 1 service principal and 1 client secret "
                  "(until 24 May 2027), and ask for 4 permissions. It will change nothing else.");
  assert_summary ((WaxsealProvisionCounts){ .service_principal = TRUE,
                                            .expires = "2027-05-24T12:00:00Z",
                                            .n_declare = 1,
                                            .n_grant = 4,
                                            .hands_over = TRUE },
                  "Waxseal will create 1 service principal and 1 client secret (until 24 May "
                  "2027), add 1 permission to the application’s list, and prepare a message for "
                  "the person who may grant 4 permissions. It will change nothing else.");
  assert_summary ((WaxsealProvisionCounts){ .n_grant = 1 },
                  "Waxseal will ask for 1 permission. It will change nothing else.");
  assert_summary ((WaxsealProvisionCounts){ 0 },
                  "Everything is there already. Waxseal will only prove that it works, and change "
                  "nothing.");
}

static void
count_cb (GObject *object, GParamSpec *pspec, gpointer count)
{
  ++*(guint *) count;
}

static void
test_step (void)
{
  g_autoptr (WaxsealProvisionStep) step =
    waxseal_provision_step_new (WAXSEAL_PROVISION_GRANT, "Mail.Read", "Grant");
  g_autoptr (GError) error = waxseal_remedy_new_error (WAXSEAL_ERROR_OFFLINE, NULL);
  guint states = 0, notes = 0, errors = 0;

  g_signal_connect (step, "notify::state", G_CALLBACK (count_cb), &states);
  g_signal_connect (step, "notify::note", G_CALLBACK (count_cb), &notes);
  g_signal_connect (step, "notify::error", G_CALLBACK (count_cb), &errors);
  g_assert_cmpstr (waxseal_provision_step_get_id (step), ==, "grant-Mail.Read");
  waxseal_provision_step_set_state (step, WAXSEAL_PROVISION_RUNNING, NULL);
  waxseal_provision_step_set_state (step, WAXSEAL_PROVISION_WAITING, "4 s");
  waxseal_provision_step_set_state (step, WAXSEAL_PROVISION_WAITING, "4 s");
  g_assert_false (waxseal_provision_step_is_over (step));
  waxseal_provision_step_fail (step, error);
  g_assert_cmpstr (waxseal_provision_step_get_note (step), ==, error->message);
  g_assert_error (waxseal_provision_step_get_error (step), WAXSEAL_ERROR, WAXSEAL_ERROR_OFFLINE);
  waxseal_provision_step_set_state (step, WAXSEAL_PROVISION_DONE, NULL);
  g_assert_true (waxseal_provision_step_is_over (step));
  g_assert_null (waxseal_provision_step_get_error (step));
  g_assert_cmpuint (states, ==, 4);
  g_assert_cmpuint (notes, ==, 3);
  g_assert_cmpuint (errors, ==, 2);
}

static void
test_write_ends (void)
{
  static const struct
  {
    WaxsealError code;
    WaxsealWriteEnd end;
  } cases[] = {
    { WAXSEAL_ERROR_OFFLINE, WAXSEAL_WRITE_UNSENT },
    { WAXSEAL_ERROR_ROLE_MISSING, WAXSEAL_WRITE_UNSENT },
    { WAXSEAL_ERROR_SECRET_LIFETIME, WAXSEAL_WRITE_UNSENT },
    { WAXSEAL_ERROR_REPLY_LOST, WAXSEAL_WRITE_UNKNOWN },
    { WAXSEAL_ERROR_SERVICE_FAILED, WAXSEAL_WRITE_UNKNOWN },
    { WAXSEAL_ERROR_BAD_REPLY, WAXSEAL_WRITE_UNKNOWN },
    { WAXSEAL_ERROR_REFUSED, WAXSEAL_WRITE_DOUBTED },
  };

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autoptr (GError) error = waxseal_remedy_new_error (cases[i].code, NULL);

      g_assert_cmpint (waxseal_write_end_judge (error), ==, cases[i].end);
    }
}

static void
assert_fate (const char *credentials, WaxsealJournalEntry *entry, GListModel *held, int fate)
{
  g_autoptr (JsonNode) node = parse (credentials);
  g_autofree char *key_id = NULL;
  g_autofree char *expires = NULL;

  g_assert_cmpint (
    waxseal_secret_review_find (json_node_get_array (node), entry, held, &key_id, &expires),
    ==,
    fate);
  g_assert_cmpstr (key_id, ==, fate == WAXSEAL_SECRET_NONE ? NULL : "k1");
}

static void
test_secret_fates (void)
{
  g_autoptr (GListStore) held = g_list_store_new (WAXSEAL_TYPE_RECORD);
  g_autoptr (WaxsealJournalEntry) entry = g_object_new (
    WAXSEAL_TYPE_JOURNAL_ENTRY, "subject", "CRES", "expires", "2027-05-24T10:00:00Z", NULL);

  assert_fate ("[]", entry, G_LIST_MODEL (held), WAXSEAL_SECRET_NONE);
  assert_fate ("[{'keyId':'k1','displayName':'CRES','endDateTime':'2027-05-24T10:00:01Z'}]",
               entry,
               G_LIST_MODEL (held),
               WAXSEAL_SECRET_NONE);
  assert_fate ("[{'keyId':'k1','displayName':'Other','endDateTime':'2027-05-24T10:00:00Z'}]",
               entry,
               G_LIST_MODEL (held),
               WAXSEAL_SECRET_NONE);
  /* However Graph writes the same second. */
  assert_fate ("[{'keyId':'k1','displayName':'CRES','endDateTime':'2027-05-24T10:00:00.0000000Z'}]",
               entry,
               G_LIST_MODEL (held),
               WAXSEAL_SECRET_ORPHAN);
  /* Where the reply came, by its key ID alone. */
  waxseal_record_set_text (entry, "object-id", "K1");
  assert_fate ("[{'keyId':'k0','displayName':'CRES','endDateTime':'2027-05-24T10:00:00Z'},"
               "{'keyId':'k1','displayName':'x','endDateTime':null}]",
               entry,
               G_LIST_MODEL (held),
               WAXSEAL_SECRET_ORPHAN);
}

static void
test_hand_over (void)
{
  g_autoptr (WaxsealOrganization) organization =
    waxseal_organization_new ("Contoso", WAXSEAL_CLOUD_GCC_HIGH);
  g_autoptr (WaxsealEndpoints) endpoints = waxseal_endpoints_new (organization);
  g_autofree char *link = waxseal_consent_hand_over_build_link (endpoints, "contoso.com", "c&d");
  g_autofree char *message = NULL;

  waxseal_record_set_text (waxseal_organization_get_entra_app (organization),
                           "client-id",
                           "the-client-id");
  message = waxseal_consent_hand_over_build_message (organization, link);
  g_assert_cmpstr (link,
                   ==,
                   "https://login.microsoftonline.us/contoso.com/adminconsent?client_id=c%26d");
  g_assert_nonnull (strstr (message, link));
  g_assert_nonnull (strstr (message, "the-client-id"));
  for (guint i = 0; i < WAXSEAL_N_GRAPH_ROLES; i++)
    g_assert_nonnull (strstr (message, waxseal_graph_role_get (i)->name));
}

static void
test_proof_record (void)
{
  g_autoptr (WaxsealOrganization) organization =
    waxseal_organization_new ("Contoso", WAXSEAL_CLOUD_GLOBAL);
  WaxsealEntraApp *app = waxseal_organization_get_entra_app (organization);
  g_autoptr (GError) error = waxseal_remedy_new_error (WAXSEAL_ERROR_NOT_PROVED, NULL);

  g_assert_cmpint (waxseal_app_proof_get_state (organization), ==, WAXSEAL_STATE_TODO);
  g_assert_cmpstr (waxseal_app_proof_get_date (organization), ==, "");
  waxseal_record_set_text (app, "client-id", "one");
  waxseal_app_proof_record_result (organization, NULL, error);
  g_assert_cmpint (waxseal_app_proof_get_state (organization), ==, WAXSEAL_STATE_ATTENTION);
  waxseal_app_proof_record_result (organization, NULL, NULL);
  g_assert_cmpint (waxseal_app_proof_get_state (organization), ==, WAXSEAL_STATE_VERIFIED);
  g_assert_cmpstr (waxseal_app_proof_get_date (organization), !=, "");
  waxseal_record_set_text (app, "secret-key-id", "another");
  g_assert_cmpint (waxseal_app_proof_get_state (organization), ==, WAXSEAL_STATE_STALE);
}

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);

  g_test_add_func ("/provision-values/roles/known", test_roles_known);
  g_test_add_func ("/provision-values/roles/unknown", test_roles_unknown);
  g_test_add_func ("/provision-values/roles/merge-keeps-others", test_merge_keeps_others);
  g_test_add_func ("/provision-values/roles/merge-into-nothing", test_merge_into_nothing);
  g_test_add_func ("/provision-values/app", test_registered_app);
  g_test_add_func ("/provision-values/secrets", test_registered_secrets);
  g_test_add_func ("/provision-values/policy/limits", test_policy);
  g_test_add_func ("/provision-values/policy/check", test_policy_check);
  g_test_add_func ("/provision-values/lifetimes", test_lifetimes);
  g_test_add_func ("/provision-values/summary", test_summary);
  g_test_add_func ("/provision-values/step", test_step);
  g_test_add_func ("/provision-values/write-ends", test_write_ends);
  g_test_add_func ("/provision-values/secret-fates", test_secret_fates);
  g_test_add_func ("/provision-values/hand-over", test_hand_over);
  g_test_add_func ("/provision-values/proof-record", test_proof_record);
  return g_test_run ();
}
