/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What Graph of the practice tenant tells of people, groups and the tenant, and batches. */
#include <string.h>

#include "graph-fixture.h"

#define MANY 100000

/* Follows the links to the end; whether the host and the options are kept. */
static guint
follow (Graph *graph, const char *url, GHashTable *ids, guint *n_pages)
{
  g_autofree char *next = g_strdup (url);
  guint n = 0;

  for (*n_pages = 0; next != NULL; ++*n_pages)
    {
      g_autoptr (WaxsealPracticeCall) call = graph_call (graph, "GET", next, NULL);
      JsonObject *reply = waxseal_json_node_get_object (call->reply);
      JsonArray *value = waxseal_json_get_array (reply, "value");
      const char *link = waxseal_json_get_text (reply, "@odata.nextLink");

      g_assert_cmpuint (call->status, ==, 200);
      for (guint i = 0; i < json_array_get_length (value); i++, n++)
        g_hash_table_add (ids,
                          g_strdup (waxseal_json_get_text (waxseal_json_array_get_object (value, i),
                                                           "id")));
      g_free (next);
      next = NULL;
      if (link[0] == '\0')
        continue;
      g_assert_true (g_str_has_prefix (link, "https://graph.example:8443/v1.0/"));
      next = g_strdup (link + strlen ("https://graph.example:8443/v1.0"));
    }
  return n;
}

static void
test_pages (void)
{
  static const struct
  {
    const char *url;
    gboolean all;
    guint top;
  } rows[] = {
    { "/users?$top=999&$select=id", TRUE, 999 },
    { "/users?$top=500&$select=id,displayName&$orderby=displayName%20desc", TRUE, 500 },
    { "/users?$select=id&$filter=userType%20eq%20'Guest'", FALSE, 100 },
    { "/users?$count=true&$search=%22displayName%3Aann%22%20OR%20%22mail%3Aann%22", FALSE, 100 },
  };
  g_auto (Graph) graph = { 0 };

  graph_init (&graph, MANY);
  graph.eventual = TRUE;
  for (guint i = 0; i < G_N_ELEMENTS (rows); i++)
    {
      g_autoptr (GHashTable) ids = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
      guint n_pages, n = follow (&graph, rows[i].url, ids, &n_pages);

      g_assert_cmpuint (g_hash_table_size (ids), ==, n);
      g_assert_cmpuint (n_pages, ==, (n + rows[i].top - 1) / rows[i].top);
      if (rows[i].all)
        g_assert_cmpuint (n, ==, MANY);
      else
        g_assert_cmpuint (n, >, 1000);
    }
}

static JsonObject *
get_only (JsonObject *reply)
{
  JsonArray *value = waxseal_json_get_array (reply, "value");

  g_assert_cmpuint (json_array_get_length (value), ==, 1);
  return waxseal_json_array_get_object (value, 0);
}

/* Doubles the single quotes and escapes the whole. */
static char *
build_filter (const char *collection, const char *member, const char *value)
{
  g_auto (GStrv) parts = g_strsplit (value, "'", -1);
  g_autofree char *doubled = g_strjoinv ("''", parts);
  g_autofree char *filter = g_strdup_printf ("%s eq '%s'", member, doubled);
  g_autofree char *escaped = g_uri_escape_string (filter, NULL, FALSE);

  return g_strdup_printf ("/%s?$filter=%s", collection, escaped);
}

/* Whoever has a name or an address that means something elsewhere is found by it, and shown. */
static void
test_names (void)
{
  g_auto (Graph) graph = { 0 };
  GPtrArray *users;

  graph_init (&graph, 300);
  users = waxseal_practice_tenant_get_collection (graph.tenant, "users");
  g_assert_cmpuint (users->len, >=, 15);
  for (guint i = 0; i < users->len; i++)
    {
      const char *name = waxseal_json_get_text (users->pdata[i], "displayName");
      const char *id = waxseal_json_get_text (users->pdata[i], "userPrincipalName");
      g_autofree char *by_name = build_filter ("users", "displayName", name);
      g_autofree char *by_id = build_filter ("users", "userPrincipalName", id);
      g_autofree char *escaped = g_uri_escape_string (id, NULL, FALSE);
      g_autofree char *path = g_strconcat ("/users/", escaped, NULL);
      g_autoptr (JsonObject) named = graph_expect (&graph, 200, "GET", by_name, NULL);
      g_autoptr (JsonObject) found = graph_expect (&graph, 200, "GET", by_id, NULL);
      g_autoptr (JsonObject) shown = graph_expect (&graph, 200, "GET", path, NULL);

      g_assert_cmpstr (waxseal_json_get_text (get_only (named), "userPrincipalName"), ==, id);
      g_assert_cmpstr (waxseal_json_get_text (get_only (found), "displayName"), ==, name);
      g_assert_cmpstr (waxseal_json_get_text (shown, "displayName"), ==, name);
    }
}

static void
test_group_names (void)
{
  g_auto (Graph) graph = { 0 };
  GPtrArray *groups;

  graph_init (&graph, 300);
  groups = waxseal_practice_tenant_get_collection (graph.tenant, "groups");
  for (guint i = 0; i < groups->len; i++)
    {
      const char *name = waxseal_json_get_text (groups->pdata[i], "displayName");
      g_autofree char *by_name = build_filter ("groups", "displayName", name);
      g_autoptr (JsonObject) named = graph_expect (&graph, 200, "GET", by_name, NULL);

      g_assert_cmpstr (waxseal_json_get_text (get_only (named), "id"),
                       ==,
                       waxseal_json_get_text (groups->pdata[i], "id"));
    }
}

/* A user without $select is not told apart from a guest: Graph sends what it says it sends. */
static void
test_selection (void)
{
  g_auto (Graph) graph = { 0 };
  g_autoptr (JsonObject) plain = NULL, chosen = NULL;

  graph_init (&graph, 300);
  plain = graph_expect (&graph, 200, "GET", "/me", NULL);
  g_assert_true (json_object_has_member (plain, "mail"));
  g_assert_false (json_object_has_member (plain, "accountEnabled"));
  chosen = graph_expect (&graph, 200, "GET", "/me?$select=accountEnabled,userType", NULL);
  g_assert_true (waxseal_json_get_flag (chosen, "accountEnabled"));
  g_assert_cmpstr (waxseal_json_get_text (chosen, "userType"), ==, "Member");
  g_assert_false (json_object_has_member (chosen, "mail"));
  g_assert_cmpstr (
    waxseal_json_get_text (chosen, "@odata.context"),
    ==,
    "https://graph.example:8443/v1.0/$metadata#users(accountEnabled,userType)/$entity");
}

static void
test_refused (void)
{
  static const struct
  {
    const char *url;
    guint status;
    const char *code;
  } rows[] = {
    { "/users?$search=%22mail%3Aann%22", 400, "Request_UnsupportedQuery" },
    { "/users?$filter=displayName%20eq%20'O'Brien'", 400, "BadRequest" },
    { "/users?$filter=nonsense%20eq%20'x'", 400, "BadRequest" },
    { "/users?$top=1000", 400, "Request_UnsupportedQuery" },
    { "/users?$expand=manager", 400, "BadRequest" },
    { "/users/nobody", 404, "Request_ResourceNotFound" },
    { "/groups/nothing", 404, "Request_ResourceNotFound" },
    { "/groups/nothing/members", 404, "Request_ResourceNotFound" },
  };
  g_auto (Graph) graph = { 0 };

  graph_init (&graph, 300);
  for (guint i = 0; i < G_N_ELEMENTS (rows); i++)
    graph_expect_error (&graph, rows[i].status, rows[i].code, "GET", rows[i].url, NULL);
}

/* Which scope opens what, and that another does not (microsoft.md, 1.7). */
static void
test_scopes (void)
{
  static const struct
  {
    const char *url;
    const char *scope;
    const char *other;
  } rows[] = {
    { "/me", "User.Read", "Group.Read.All" },
    { "/me/transitiveMemberOf", "User.Read", "Domain.Read.All" },
    { "/organization", "Organization.Read.All", "User.Read.All" },
    { "/domains", "Domain.Read.All", "User.Read" },
    { "/users", "User.ReadBasic.All", "User.Read" },
    { "/users", "Directory.Read.All", "Group.Read.All" },
    { "/groups", "GroupMember.Read.All", "User.Read.All" },
    { "/applications", "Application.Read.All", "User.Read.All" },
    { "/servicePrincipals", "Application.ReadWrite.All", "AppRoleAssignment.ReadWrite.All" },
    { "/policies/defaultAppManagementPolicy", "Policy.Read.All", "Application.Read.All" },
  };
  g_auto (Graph) graph = { 0 };

  graph_init (&graph, 300);
  for (guint i = 0; i < G_N_ELEMENTS (rows); i++)
    {
      g_autoptr (JsonObject) reply = NULL;

      graph.scopes = rows[i].scope;
      reply = graph_expect (&graph, 200, "GET", rows[i].url, NULL);
      graph.scopes = rows[i].other;
      graph_expect_error (&graph, 403, "Authorization_RequestDenied", "GET", rows[i].url, NULL);
    }
}

static guint
count_users_of (Graph *graph, const char *name, const char *end)
{
  JsonObject *group = waxseal_practice_tenant_find (graph->tenant, "groups", "displayName", name);
  g_autofree char *url =
    g_strdup_printf ("/groups/%s/%s", waxseal_json_get_text (group, "id"), end);

  return graph_count (graph, url);
}

/* Nested groups count once each, and two that are in each other come to an end. */
static void
test_members (void)
{
  g_auto (Graph) graph = { 0 };

  graph_init (&graph, 300);
  g_assert_cmpuint (count_users_of (&graph, "All Staff", "members?$top=999"), ==, 300);
  g_assert_cmpuint (count_users_of (&graph, "Sales Everywhere", "members"), ==, 3 + 2);
  g_assert_cmpuint (count_users_of (&graph,
                                    "Sales Everywhere",
                                    "transitiveMembers/microsoft.graph.user?$top=999"),
                    ==,
                    2 + 40 + 12 + 12 - 1); /* one of them is in two */
  g_assert_cmpuint (count_users_of (&graph, "Loop A", "transitiveMembers/microsoft.graph.user"),
                    ==,
                    2);
  g_assert_cmpuint (count_users_of (&graph,
                                    "Add-in Everyone",
                                    "transitiveMembers/microsoft.graph.user?$top=999"),
                    ==,
                    300);
  g_assert_cmpuint (count_users_of (&graph, "Empty Group", "members"), ==, 0);
}

/* Of all kinds, here and in the groups in it: “Sales, Europe” has 12, of whom two are in it, too.
 */
static void
test_members_of_all_kinds (void)
{
  static const struct
  {
    const char *end;
    guint n;
  } rows[] = {
    { "members?$top=999", 35 + 1 + 3 },
    { "members/microsoft.graph.user?$top=999", 35 },
    { "transitiveMembers?$top=999", 35 + 1 + 3 + 12 - 2 },
    { "transitiveMembers/microsoft.graph.user?$top=999", 35 + 12 - 2 },
  };
  g_auto (Graph) graph = { 0 };

  graph_init (&graph, 300);
  for (guint i = 0; i < G_N_ELEMENTS (rows); i++)
    g_assert_cmpuint (count_users_of (&graph, "Rooms; \"Partners\" & Others", rows[i].end),
                      ==,
                      rows[i].n);
  g_assert_cmpuint (count_users_of (&graph, "Loop A", "transitiveMembers"), ==, 2 + 1);
}

static void
test_hidden_members (void)
{
  g_auto (Graph) graph = { 0 };
  JsonObject *group;
  g_autofree char *url = NULL;

  graph_init (&graph, 300);
  group = waxseal_practice_tenant_find (graph.tenant, "groups", "displayName", "Works Council");
  url = g_strdup_printf ("/groups/%s/members", waxseal_json_get_text (group, "id"));
  graph_expect_error (&graph, 403, "Authorization_RequestDenied", "GET", url, NULL);
  graph.scopes = GRAPH_ALL_SCOPES " Member.Read.Hidden";
  g_assert_cmpuint (count_users_of (&graph, "Works Council", "members"), ==, 5);
}

static guint
count_roles (Graph *graph, const char *id)
{
  g_autoptr (JsonObject) reply =
    graph_expect (graph, 200, "GET", "/me/transitiveMemberOf?$top=999", NULL);
  JsonArray *value = waxseal_json_get_array (reply, "value");
  guint n = 0;

  for (guint i = 0; i < json_array_get_length (value); i++)
    {
      JsonObject *object = waxseal_json_array_get_object (value, i);

      if (g_str_equal (waxseal_json_get_text (object, "@odata.type"),
                       "#microsoft.graph.directoryRole"))
        n += id == NULL || g_str_equal (waxseal_json_get_text (object, "roleTemplateId"), id);
    }
  return n;
}

static void
test_own_roles (void)
{
  g_auto (Graph) graph = { 0 };

  graph_init (&graph, 300);
  g_assert_cmpuint (count_roles (&graph, "62e90394-69f5-4237-9190-012177145e10"), ==, 1);
  g_assert_cmpuint (count_roles (&graph, NULL), ==, 1);
  graph.person = "user";
  g_assert_cmpuint (count_roles (&graph, NULL), ==, 0);
}

static void
test_tenant (void)
{
  g_auto (Graph) graph = { 0 };
  g_autoptr (JsonObject) organization = NULL;

  graph_init (&graph, 300);
  organization = graph_expect (&graph, 200, "GET", "/organization", NULL);
  g_assert_cmpstr (waxseal_json_get_text (get_only (organization), "id"),
                   ==,
                   waxseal_practice_tenant_get_id (graph.tenant));
  g_assert_cmpuint (graph_count (&graph, "/domains"), ==, 6);
}

/* The way in which a client that was not written here finds Graph, and Exchange. */
static void
test_service_names (void)
{
  static const char *const addresses[] = { "https://graph.microsoft.com",
                                           "https://outlook.office365.com" };
  g_auto (Graph) graph = { 0 };
  g_autoptr (JsonObject) reply = NULL;
  JsonArray *services;

  graph_init (&graph, 300);
  reply = graph_expect (&graph,
                        200,
                        "GET",
                        "/myorganization/servicePrincipals?$select=appId,appRoles,id,"
                        "oauth2PermissionScopes,servicePrincipalNames",
                        NULL);
  services = waxseal_json_get_array (reply, "value");
  g_assert_cmpuint (json_array_get_length (services), ==, G_N_ELEMENTS (addresses));
  for (guint i = 0; i < G_N_ELEMENTS (addresses); i++)
    {
      g_auto (GStrv) names = waxseal_json_array_dup_texts (
        waxseal_json_get_array (waxseal_json_array_get_object (services, i),
                                "servicePrincipalNames"));
      g_autofree char *url =
        g_strdup_printf ("/servicePrincipals?$filter=servicePrincipalNames/any(n:n%%20eq%%20'%s')",
                         addresses[i]);

      g_assert_true (g_strv_contains ((const char *const *) names, addresses[i]));
      g_assert_cmpuint (graph_count (&graph, url), ==, 1);
    }
}

static gint64
get_batch_status (JsonObject *reply, const char *id)
{
  JsonArray *responses = waxseal_json_get_array (reply, "responses");

  for (guint i = 0; i < json_array_get_length (responses); i++)
    {
      JsonObject *response = waxseal_json_array_get_object (responses, i);

      if (g_str_equal (waxseal_json_get_text (response, "id"), id))
        return waxseal_json_get_number (response, "status", 0);
    }
  return -1;
}

/* Each request has its own headers, rights and outcome. */
static void
test_batch (void)
{
  static const struct
  {
    const char *id;
    gint64 status;
  } rows[] = {
    { "ok", 200 },      { "search", 200 }, { "no-header", 400 }, { "missing", 404 },
    { "denied", 403 },  { "waits", 200 },  { "failed", 424 },    { "failed-too", 424 },
    { "nowhere", 400 }, { "inner", 400 },
  };
  g_auto (Graph) graph = { 0 };
  g_autoptr (JsonObject) reply = NULL;

  graph_init (&graph, 300);
  graph.person = "user";
  reply = graph_expect (
    &graph,
    200,
    "POST",
    "/$batch",
    "{'requests':["
    "{'id':'ok','method':'GET','url':'/me'},"
    "{'id':'search','method':'GET','url':'/users?$search=%22mail%3Aann%22',"
    "'headers':{'consistencylevel':'eventual'}},"
    "{'id':'no-header','method':'GET','url':'/users?$search=%22mail%3Aann%22'},"
    "{'id':'missing','method':'GET','url':'/users/nobody'},"
    "{'id':'denied','method':'POST','url':'/applications','body':{'displayName':'x'}},"
    "{'id':'waits','method':'GET','url':'me','dependsOn':['ok']},"
    "{'id':'failed','method':'GET','url':'/me','dependsOn':['ok','missing']},"
    "{'id':'failed-too','method':'GET','url':'/me','dependsOn':['failed']},"
    "{'id':'nowhere','method':'GET','url':'/nonsense'},"
    "{'id':'inner','method':'POST','url':'/$batch','body':{'requests':[]}}]}");
  for (guint i = 0; i < G_N_ELEMENTS (rows); i++)
    {
      g_test_message ("%s", rows[i].id);
      g_assert_cmpint (get_batch_status (reply, rows[i].id), ==, rows[i].status);
    }
}

static char *
build_batch (guint n)
{
  GString *body = g_string_new ("{'requests':[");

  for (guint i = 0; i < n; i++)
    g_string_append_printf (body, "%s{'id':'%u','method':'GET','url':'/me'}", i > 0 ? "," : "", i);
  g_string_append (body, "]}");
  return g_string_free (body, FALSE);
}

static void
test_batch_size (void)
{
  g_auto (Graph) graph = { 0 };
  g_autofree char *most = build_batch (20), *more = build_batch (21), *none = build_batch (0);

  graph_init (&graph, 300);
  g_assert_cmpuint (graph_get_status (&graph, "POST", "/$batch", most), ==, 200);
  graph_expect_error (&graph, 400, "BadRequest", "POST", "/$batch", more);
  graph_expect_error (&graph, 400, "BadRequest", "POST", "/$batch", none);
  graph_expect_error (&graph,
                      400,
                      "BadRequest",
                      "POST",
                      "/$batch",
                      "{'requests':[{'id':'a','method':'GET','url':'/me'},"
                      "{'id':'a','method':'GET','url':'/me'}]}");
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/practice/graph/pages", test_pages);
  g_test_add_func ("/practice/graph/names", test_names);
  g_test_add_func ("/practice/graph/group-names", test_group_names);
  g_test_add_func ("/practice/graph/selection", test_selection);
  g_test_add_func ("/practice/graph/refused", test_refused);
  g_test_add_func ("/practice/graph/scopes", test_scopes);
  g_test_add_func ("/practice/graph/members", test_members);
  g_test_add_func ("/practice/graph/members-of-all-kinds", test_members_of_all_kinds);
  g_test_add_func ("/practice/graph/hidden-members", test_hidden_members);
  g_test_add_func ("/practice/graph/own-roles", test_own_roles);
  g_test_add_func ("/practice/graph/tenant", test_tenant);
  g_test_add_func ("/practice/graph/service-names", test_service_names);
  g_test_add_func ("/practice/graph/batch", test_batch);
  g_test_add_func ("/practice/graph/batch-size", test_batch_size);
  return g_test_run ();
}
