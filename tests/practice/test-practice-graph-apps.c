/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Applications and grants of the practice tenant's Graph, and who may change what
 * (microsoft.md, 1.8 and 2). */
#include "graph-fixture.h"

#define NONSENSE "11111111-2222-4333-8444-555555555555"
#define POLICY   "/policies/defaultAppManagementPolicy"

/* Who may do each write: Global, Privileged Role, Cloud Application Administrator, nobody. In an
 * address or a body, A is an application's object ID, C its appId, S its service principal, G
 * Graph's, D a deleted application, R a grant, K a secret. */
static const struct
{
  const char *method;
  const char *url;
  const char *body;
  guint status; /* for those who may */
  gboolean may[4];
} writes[] = {
  { "POST", "/applications", "{'displayName':'x'}", 201, { TRUE, FALSE, TRUE, FALSE } },
  { "PATCH", "/applications/<A>", "{'displayName':'x'}", 204, { TRUE, FALSE, TRUE, FALSE } },
  { "DELETE", "/applications/<A>", NULL, 204, { TRUE, FALSE, TRUE, FALSE } },
  { "POST", "/applications/<A>/addPassword", "{}", 200, { TRUE, FALSE, TRUE, FALSE } },
  { "POST",
    "/applications(appId='<C>')/removePassword",
    "{'keyId':'<K>'}",
    204,
    { TRUE, FALSE, TRUE, FALSE } },
  { "POST", "/servicePrincipals", "{'appId':'<C>'}", 409, { TRUE, FALSE, TRUE, FALSE } },
  { "DELETE", "/servicePrincipals/<S>", NULL, 204, { TRUE, FALSE, TRUE, FALSE } },
  { "POST", "/directory/deletedItems/<D>/restore", NULL, 200, { TRUE, FALSE, TRUE, FALSE } },
  { "DELETE", "/directory/deletedItems/<D>", NULL, 204, { TRUE, FALSE, TRUE, FALSE } },
  { "POST",
    "/servicePrincipals/<G>/appRoleAssignedTo",
    "{'principalId':'<S>','resourceId':'<G>','appRoleId':'b633e1c5-b582-4048-a93e-9f11b44c7e96'}",
    201,
    { TRUE, TRUE, FALSE, FALSE } },
  { "POST",
    "/servicePrincipals/<S>/appRoleAssignments",
    "{'principalId':'<S>','resourceId':'<G>','appRoleId':'b633e1c5-b582-4048-a93e-9f11b44c7e96'}",
    201,
    { TRUE, TRUE, FALSE, FALSE } },
  { "DELETE",
    "/servicePrincipals/<S>/appRoleAssignments/<R>",
    NULL,
    204,
    { TRUE, TRUE, FALSE, FALSE } },
  { "DELETE",
    "/servicePrincipals/<G>/appRoleAssignedTo/<R>",
    NULL,
    204,
    { TRUE, TRUE, FALSE, FALSE } },
  { "PATCH", POLICY, "{'isEnabled':false}", 204, { TRUE, FALSE, FALSE, FALSE } },
};

static const char *const people[] = {
  "global-administrator",
  "privileged-role-administrator",
  "cloud-application-administrator",
  "user",
};

/* A letter of the address or body, and what it stands for. */
typedef char *Names[128];

static JsonObject *
grant (Graph *graph, const char *principal, const char *service, const char *role)
{
  g_autofree char *url = g_strdup_printf ("/servicePrincipals/%s/appRoleAssignedTo", service);
  g_autofree char *body = g_strdup_printf (
    "{'principalId':'%s','resourceId':'%s','appRoleId':'%s'}", principal, service, role);

  return graph_expect (graph, 201, "POST", url, body);
}

static char *
add_secret (Graph *graph, const char *application, const char *body)
{
  g_autofree char *url = g_strdup_printf ("/applications/%s/addPassword", application);
  g_autoptr (JsonObject) secret = graph_expect (graph, 200, "POST", url, body);

  return g_strdup (waxseal_json_get_text (secret, "keyId"));
}

static void
set_scene (Graph *graph, Names names)
{
  g_autoptr (JsonObject) granted = NULL;
  g_autofree char *deleted = NULL;

  names['A'] = graph_add_application (graph, "Scene", &names['C'], &names['S']);
  names['G'] = graph_get_service (graph);
  names['K'] = add_secret (graph, names['A'], "{}");
  granted = grant (graph, names['S'], names['G'], MAIL_READ);
  names['R'] = g_strdup (waxseal_json_get_text (granted, "id"));
  names['D'] = graph_add_application (graph, "Deleted", NULL, NULL);
  deleted = g_strconcat ("/applications/", names['D'], NULL);
  g_assert_cmpuint (graph_get_status (graph, "DELETE", deleted, NULL), ==, 204);
}

static char *
fill_in (const char *text, Names names)
{
  GString *filled;

  if (text == NULL)
    return NULL;
  filled = g_string_new (text);
  for (guint letter = 'A'; letter <= 'Z'; letter++)
    {
      char mark[] = { '<', letter, '>', '\0' };

      if (names[letter] != NULL)
        g_string_replace (filled, mark, names[letter], 0);
    }
  return g_string_free (filled, FALSE);
}

static void
try_write (guint write, guint person)
{
  g_auto (Graph) graph = { 0 };
  Names names = { NULL };
  g_autofree char *url = NULL, *body = NULL, *before = NULL, *after = NULL;
  g_autoptr (JsonNode) state_before = NULL, state_after = NULL;
  guint status;

  graph_init (&graph, 0);
  set_scene (&graph, names);
  url = fill_in (writes[write].url, names);
  body = fill_in (writes[write].body, names);
  state_before = waxseal_practice_tenant_save (graph.tenant);
  before = json_to_string (state_before, FALSE);
  graph.person = people[person];
  status = graph_get_status (&graph, writes[write].method, url, body);
  state_after = waxseal_practice_tenant_save (graph.tenant);
  after = json_to_string (state_after, FALSE);

  g_test_message ("%s: %s %s", people[person], writes[write].method, url);
  g_assert_cmpuint (status, ==, writes[write].may[person] ? writes[write].status : 403);
  if (status == 403)
    g_assert_cmpstr (before, ==, after);
  for (guint i = 0; i < G_N_ELEMENTS (names); i++)
    g_free (names[i]);
}

static void
test_rights (void)
{
  for (guint write = 0; write < G_N_ELEMENTS (writes); write++)
    for (guint person = 0; person < G_N_ELEMENTS (people); person++)
      try_write (write, person);
}

/* Granting needs two scopes (microsoft.md, 1.7). */
static void
test_grant_scopes (void)
{
  g_auto (Graph) graph = { 0 };
  g_autofree char *principal = NULL, *service = NULL, *url = NULL, *body = NULL;
  g_autofree char *application = NULL;

  graph_init (&graph, 0);
  application = graph_add_application (&graph, "x", NULL, &principal);
  service = graph_get_service (&graph);
  url = g_strdup_printf ("/servicePrincipals/%s/appRoleAssignedTo", service);
  body = g_strdup_printf ("{'principalId':'%s','resourceId':'%s','appRoleId':'" MAIL_READ "'}",
                          principal,
                          service);
  graph.scopes = "AppRoleAssignment.ReadWrite.All";
  g_assert_cmpuint (graph_get_status (&graph, "POST", url, body), ==, 403);
  graph.scopes = "Application.Read.All";
  g_assert_cmpuint (graph_get_status (&graph, "POST", url, body), ==, 403);
  graph.scopes = "AppRoleAssignment.ReadWrite.All Application.Read.All";
  g_assert_cmpuint (graph_get_status (&graph, "POST", url, body), ==, 201);
}

static void
test_application_refused (void)
{
  static const char *const bodies[] = {
    "{}",
    "{'displayName':''}",
    "{'displayName':null}",
    "{'displayName':7}",
    "{'displayName':'x','nonsense':1}",
    "{'displayName':'x','appId':'" NONSENSE "'}",
    "{'displayName':'x','passwordCredentials':[]}",
    "{'displayName':'x','signInAudience':'Everybody'}",
    "{'displayName':'x','tags':'one'}",
    "{'displayName':'x','requiredResourceAccess':{}}",
    "{'displayName':'x','requiredResourceAccess':[{'resourceAppId':'x','resourceAccess':[]}]}",
    "{'displayName':'x','requiredResourceAccess':[{'resourceAppId':'" GRAPH_APP_ID "'}]}",
    "{'displayName':'x','requiredResourceAccess':[{'resourceAppId':'" GRAPH_APP_ID
    "','resourceAccess':[{'id':'" MAIL_READ "','type':'role'}]}]}",
    "{'displayName':'x','requiredResourceAccess':[{'resourceAppId':'" GRAPH_APP_ID
    "','resourceAccess':[]},{'resourceAppId':'" GRAPH_APP_ID "','resourceAccess':[]}]}",
    "{'displayName':'x','web':{'redirectUris':['http://example.org']}}",
    "{'displayName':'x','publicClient':{'redirectUris':['https://example.org/(x)']}}",
    "{'displayName':'x','publicClient':{'redirectUris':[1]}}",
  };
  g_auto (Graph) graph = { 0 };

  graph_init (&graph, 0);
  for (guint i = 0; i < G_N_ELEMENTS (bodies); i++)
    graph_expect_error (&graph, 400, "Request_BadRequest", "POST", "/applications", bodies[i]);
  graph_expect_error (&graph, 400, "BadRequest", "POST", "/applications", NULL);
  g_assert_cmpuint (graph_count (&graph, "/applications"), ==, 0);
}

/* Names are not unique; permissions are replaced as a whole, objects member by member. */
static void
test_application_changed (void)
{
  g_auto (Graph) graph = { 0 };
  g_autofree char *first = NULL, *second = NULL, *url = NULL;
  g_autoptr (JsonObject) application = NULL;
  JsonArray *permissions;

  graph_init (&graph, 0);
  first = graph_add_application (&graph, "Twice", NULL, NULL);
  second = graph_add_application (&graph, "Twice", NULL, NULL);
  g_assert_cmpuint (graph_count (&graph, "/applications?$filter=displayName%20eq%20'twice'"),
                    ==,
                    2);
  url = g_strconcat ("/applications/", second, NULL);
  g_assert_cmpuint (
    graph_get_status (&graph,
                      "PATCH",
                      url,
                      "{'web':{'homePageUrl':'https://example.org'},'requiredResourceAccess':"
                      "[{'resourceAppId':'" GRAPH_APP_ID "','resourceAccess':[{'id':'" MAIL_READ
                      "','type':'Role'}]}]}"),
    ==,
    204);
  g_assert_cmpuint (
    graph_get_status (
      &graph, "PATCH", url, "{'requiredResourceAccess':[],'web':{'logoutUrl':'https://x.org'}}"),
    ==,
    204);
  application = graph_expect (&graph, 200, "GET", url, NULL);
  permissions = waxseal_json_get_array (application, "requiredResourceAccess");
  g_assert_cmpuint (json_array_get_length (permissions), ==, 0);
  g_assert_cmpstr (waxseal_json_get_text (waxseal_json_get_object (application, "web"),
                                          "homePageUrl"),
                   ==,
                   "https://example.org");
  g_assert_nonnull (
    waxseal_json_get_array (waxseal_json_get_object (application, "web"), "redirectUris"));
}

/* The trap of microsoft.md, 2.2. */
static void
test_default_audience (void)
{
  g_auto (Graph) graph = { 0 };
  g_autoptr (JsonObject) application = NULL;

  graph_init (&graph, 0);
  application = graph_expect (&graph, 201, "POST", "/applications", "{'displayName':'x'}");
  g_assert_cmpstr (waxseal_json_get_text (application, "signInAudience"),
                   ==,
                   "AzureADandPersonalMicrosoftAccount");
}

static void
test_deleted (void)
{
  g_auto (Graph) graph = { 0 };
  g_autofree char *application = NULL, *principal = NULL, *app_id = NULL, *service = NULL;
  g_autofree char *url = NULL, *restore = NULL, *by_app_id = NULL, *item = NULL;
  g_autoptr (JsonObject) granted = NULL, restored = NULL, again = NULL;

  graph_init (&graph, 0);
  application = graph_add_application (&graph, "Gone", &app_id, &principal);
  service = graph_get_service (&graph);
  granted = grant (&graph, principal, service, MAIL_READ);
  url = g_strconcat ("/applications/", application, NULL);
  by_app_id = g_strdup_printf ("/servicePrincipals(appId='%s')", app_id);
  g_assert_cmpuint (graph_get_status (&graph, "DELETE", url, NULL), ==, 204);
  g_assert_cmpuint (graph_get_status (&graph, "GET", url, NULL), ==, 404);
  g_assert_cmpuint (graph_get_status (&graph, "GET", by_app_id, NULL), ==, 404);
  g_assert_cmpuint (
    waxseal_practice_tenant_get_collection (graph.tenant, "appRoleAssignments")->len, ==, 0);
  g_assert_cmpuint (graph_count (&graph, "/directory/deletedItems/microsoft.graph.application"),
                    ==,
                    1);

  restore = g_strdup_printf ("/directory/deletedItems/%s/restore", application);
  restored = graph_expect (&graph, 200, "POST", restore, NULL);
  g_assert_cmpstr (waxseal_json_get_text (restored, "appId"), ==, app_id);
  again = graph_expect (&graph, 200, "GET", by_app_id, NULL);
  g_assert_cmpstr (waxseal_json_get_text (again, "id"), ==, principal);

  g_assert_cmpuint (graph_get_status (&graph, "DELETE", url, NULL), ==, 204);
  item = g_strdup_printf ("/directory/deletedItems/%s", application);
  g_assert_cmpuint (graph_get_status (&graph, "DELETE", item, NULL), ==, 204);
  g_assert_cmpuint (graph_get_status (&graph, "POST", restore, NULL), ==, 404);
}

static void
try_grant (Graph *graph,
           guint status,
           const char *named,
           const char *principal,
           const char *resource,
           const char *role)
{
  g_autofree char *url = g_strdup_printf ("/servicePrincipals/%s/appRoleAssignedTo", named);
  g_autofree char *body = g_strdup_printf (
    "{'principalId':'%s','resourceId':'%s','appRoleId':'%s'}", principal, resource, role);

  graph_expect_error (graph,
                      status,
                      status == 404 ? "Request_ResourceNotFound" : "Request_BadRequest",
                      "POST",
                      url,
                      body);
}

static void
test_grants (void)
{
  g_auto (Graph) graph = { 0 };
  g_autofree char *application = NULL, *principal = NULL, *service = NULL, *held = NULL, *to = NULL;
  g_autofree char *app_id = NULL;
  g_autoptr (JsonObject) granted = NULL;

  graph_init (&graph, 0);
  application = graph_add_application (&graph, "x", &app_id, &principal);
  service = graph_get_service (&graph);
  granted = grant (&graph, principal, service, MAIL_READ);
  g_assert_cmpstr (waxseal_json_get_text (granted, "principalDisplayName"), ==, "x");
  g_assert_cmpstr (waxseal_json_get_text (granted, "resourceDisplayName"), ==, "Microsoft Graph");
  g_assert_cmpstr (waxseal_json_get_text (granted, "principalType"), ==, "ServicePrincipal");

  try_grant (&graph, 400, service, principal, service, MAIL_READ);
  try_grant (&graph, 400, service, principal, service, NONSENSE);
  try_grant (&graph, 400, service, principal, service, "1d5effff-7a20-4c3b-8f41-90b2c3d4e5ff");
  try_grant (&graph, 400, service, principal, service, "Mail.Read");
  try_grant (&graph, 400, principal, principal, service, MAIL_READ);
  try_grant (&graph, 404, service, NONSENSE, service, MAIL_READ);
  try_grant (&graph, 404, service, app_id, service, MAIL_READ);
  try_grant (&graph, 404, service, principal, NONSENSE, MAIL_READ);
  try_grant (&graph, 404, NONSENSE, principal, service, MAIL_READ);
  held = g_strdup_printf ("/servicePrincipals/%s/appRoleAssignments", principal);
  to = g_strdup_printf ("/servicePrincipals(appId='" GRAPH_APP_ID "')/appRoleAssignedTo");
  g_assert_cmpuint (graph_count (&graph, held), ==, 1);
  g_assert_cmpuint (graph_count (&graph, to), ==, 1);
}

static void
test_principals (void)
{
  g_auto (Graph) graph = { 0 };
  g_autofree char *application = NULL, *app_id = NULL, *principal = NULL, *body = NULL, *url = NULL;

  graph_init (&graph, 0);
  application = graph_add_application (&graph, "x", &app_id, &principal);
  body = g_strdup_printf ("{'appId':'%s'}", app_id);
  graph_expect_error (
    &graph, 409, "Request_MultipleObjectsWithSameKeyValue", "POST", "/servicePrincipals", body);
  graph_expect_error (
    &graph, 400, "Request_BadRequest", "POST", "/servicePrincipals", "{'appId':'" NONSENSE "'}");
  graph_expect_error (&graph, 400, "Request_BadRequest", "POST", "/servicePrincipals", "{}");
  url = graph_get_service (&graph);
  g_clear_pointer (&body, g_free);
  body = g_strconcat ("/servicePrincipals/", url, NULL);
  graph_expect_error (&graph, 403, "Authorization_RequestDenied", "DELETE", body, NULL);
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/practice/graph/rights", test_rights);
  g_test_add_func ("/practice/graph/grant-scopes", test_grant_scopes);
  g_test_add_func ("/practice/graph/application-refused", test_application_refused);
  g_test_add_func ("/practice/graph/application-changed", test_application_changed);
  g_test_add_func ("/practice/graph/default-audience", test_default_audience);
  g_test_add_func ("/practice/graph/deleted", test_deleted);
  g_test_add_func ("/practice/graph/grants", test_grants);
  g_test_add_func ("/practice/graph/principals", test_principals);
  return g_test_run ();
}
