/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "waxseal-json.h"
#include "waxseal-practice-graph-handlers.h"
#include "waxseal-practice-graph-objects.h"
#include "waxseal-practice-graph.h"

#define MAX_NAME         256 /* characters; resources/application, displayName */
#define MAX_URI          256 /* microsoft.md, 1.3 */
#define DEFAULT_AUDIENCE "AzureADandPersonalMicrosoftAccount"

/* What an application has that nothing was said about. */
#define TEMPLATE                                                                                   \
  "{'id':null,'deletedDateTime':null,'appId':null,'displayName':null,'description':null,"          \
  "'createdDateTime':null,'publisherDomain':null,'signInAudience':null,'identifierUris':[],"       \
  "'tags':[],'notes':null,'isFallbackPublicClient':null,'groupMembershipClaims':null,"             \
  "'requiredResourceAccess':[],'appRoles':[],'keyCredentials':[],'passwordCredentials':[],"        \
  "'web':{'homePageUrl':null,'logoutUrl':null,'redirectUris':[],'implicitGrantSettings':"          \
  "{'enableAccessTokenIssuance':false,'enableIdTokenIssuance':false}},"                            \
  "'publicClient':{'redirectUris':[]},'spa':{'redirectUris':[]},"                                  \
  "'api':{'knownClientApplications':[],'oauth2PermissionScopes':[],"                               \
  "'preAuthorizedApplications':[],'requestedAccessTokenVersion':null},"                            \
  "'info':{'marketingUrl':null,'privacyStatementUrl':null,'supportUrl':null}}"

static const char *const audiences[] = {
  "AzureADMyOrg",
  "AzureADMultipleOrgs",
  "AzureADandPersonalMicrosoftAccount",
  "PersonalMicrosoftAccount",
  NULL,
};

/* Where redirect URIs are. */
static const char *const platforms[] = { "web", "publicClient", "spa" };

static gboolean
fail_value (WaxsealPracticeCall *call, const char *property, const char *resource)
{
  waxseal_practice_graph_fail_bad (call,
                                   "Invalid value specified for property '%s' of resource '%s'.",
                                   property,
                                   resource);
  return FALSE;
}

static gboolean
check_name (WaxsealPracticeCall *call, JsonObject *body)
{
  const char *name = waxseal_json_get_text (body, "displayName");

  if (name[0] != '\0' && g_utf8_strlen (name, -1) <= MAX_NAME)
    return TRUE;
  return fail_value (call, "displayName", "Application");
}

static gboolean
check_audience (WaxsealPracticeCall *call, JsonObject *body)
{
  if (g_strv_contains (audiences, waxseal_json_get_text (body, "signInAudience")))
    return TRUE;
  return fail_value (call, "signInAudience", "Application");
}

static gboolean
is_access (JsonObject *access)
{
  const char *type = waxseal_json_get_text (access, "type");

  return g_uuid_string_is_valid (waxseal_json_get_text (access, "id")) &&
         (g_str_equal (type, "Role") || g_str_equal (type, "Scope"));
}

static gboolean
is_resource (JsonObject *resource)
{
  JsonArray *accesses = waxseal_json_get_array (resource, "resourceAccess");

  if (accesses == NULL ||
      !g_uuid_string_is_valid (waxseal_json_get_text (resource, "resourceAppId")))
    return FALSE;
  for (guint i = 0; i < json_array_get_length (accesses); i++)
    if (!is_access (waxseal_json_array_get_object (accesses, i)))
      return FALSE;
  return TRUE;
}

static gboolean
check_permissions (WaxsealPracticeCall *call, JsonObject *body)
{
  JsonArray *resources = waxseal_json_get_array (body, "requiredResourceAccess");
  g_autoptr (GHashTable) seen = g_hash_table_new (g_str_hash, g_str_equal);

  if (resources == NULL)
    return fail_value (call, "requiredResourceAccess", "Application");
  for (guint i = 0; i < json_array_get_length (resources); i++)
    {
      JsonObject *resource = waxseal_json_array_get_object (resources, i);

      if (!is_resource (resource) ||
          !g_hash_table_add (seen, (char *) waxseal_json_get_text (resource, "resourceAppId")))
        return fail_value (call, "resourceAccess", "RequiredResourceAccess");
    }
  return TRUE;
}

static gboolean
is_redirect (const char *text)
{
  g_autoptr (GUri) uri = g_uri_parse (text, G_URI_FLAGS_NONE, NULL);
  const char *host;

  if (uri == NULL || g_utf8_strlen (text, -1) > MAX_URI || strpbrk (text, "!$'(),;") != NULL)
    return FALSE;
  host = g_uri_get_host (uri) != NULL ? g_uri_get_host (uri) : "";
  if (g_str_equal (g_uri_get_scheme (uri), "http"))
    return g_str_equal (host, "localhost") || g_str_equal (host, "127.0.0.1");
  return TRUE;
}

static gboolean
check_redirects (WaxsealPracticeCall *call, JsonObject *body)
{
  for (guint i = 0; i < G_N_ELEMENTS (platforms); i++)
    {
      JsonArray *uris =
        waxseal_json_get_array (waxseal_json_get_object (body, platforms[i]), "redirectUris");
      g_auto (GStrv) texts = waxseal_json_array_dup_texts (uris);

      if (uris != NULL && g_strv_length (texts) != json_array_get_length (uris))
        return fail_value (call, "redirectUris", platforms[i]);
      for (guint k = 0; texts[k] != NULL; k++)
        if (!is_redirect (texts[k]))
          return fail_value (call, "redirectUris", platforms[i]);
    }
  return TRUE;
}

static const struct
{
  const char *member; /* NULL: whatever was sent */
  gboolean (*check) (WaxsealPracticeCall *call, JsonObject *body);
} checks[] = {
  { "displayName", check_name },
  { "signInAudience", check_audience },
  { "requiredResourceAccess", check_permissions },
  { NULL, check_redirects },
};

static gboolean
check_application (WaxsealPracticeCall *call)
{
  JsonObject *body;

  if (!waxseal_practice_graph_check_body (call, &waxseal_practice_type_application))
    return FALSE;
  body = json_node_get_object (call->body);
  for (guint i = 0; i < G_N_ELEMENTS (checks); i++)
    if ((checks[i].member == NULL || json_object_has_member (body, checks[i].member)) &&
        !checks[i].check (call, body))
      return FALSE;
  return TRUE;
}

static JsonObject *
build_template (void)
{
  g_autofree char *text = g_strdelimit (g_strdup (TEMPLATE), "'", '"');
  g_autoptr (JsonNode) node = json_from_string (text, NULL);

  return json_node_dup_object (node);
}

static JsonObject *
build_application (WaxsealPracticeCall *call)
{
  JsonObject *application = build_template ();
  JsonObject *domain = waxseal_practice_tenant_get_collection (call->tenant, "domains")->pdata[0];
  g_autofree char *id = g_uuid_string_random (), *app_id = g_uuid_string_random ();
  g_autofree char *now = NULL;

  now = waxseal_practice_graph_format_time (waxseal_practice_tenant_get_now (call->tenant));
  json_object_set_string_member (application, "id", id);
  json_object_set_string_member (application, "appId", app_id);
  json_object_set_string_member (application, "createdDateTime", now);
  json_object_set_string_member (application, "signInAudience", DEFAULT_AUDIENCE);
  json_object_set_string_member (application,
                                 "publisherDomain",
                                 waxseal_json_get_text (domain, "id"));
  waxseal_practice_graph_merge (application, json_node_get_object (call->body));
  return application;
}

/* POST /applications (microsoft.md, 2.2); names need not be unique. */
void
waxseal_practice_graph_post_application (WaxsealPracticeCall *call)
{
  JsonObject *application;

  if (!check_application (call))
    return;
  if (!json_object_has_member (json_node_get_object (call->body), "displayName"))
    {
      waxseal_practice_graph_fail_bad (
        call, "A value is required for property 'displayName' of resource 'Application'.");
      return;
    }
  application = build_application (call);
  waxseal_practice_tenant_add (call->tenant, "applications", application);
  waxseal_practice_graph_show (call, 201, &waxseal_practice_type_application, application);
}

void
waxseal_practice_graph_get_applications (WaxsealPracticeCall *call)
{
  waxseal_practice_graph_list (call,
                               &waxseal_practice_type_application,
                               waxseal_practice_tenant_get_collection (call->tenant,
                                                                       "applications"));
}

void
waxseal_practice_graph_get_application (WaxsealPracticeCall *call)
{
  JsonObject *application = waxseal_practice_graph_find_application (call);

  if (application != NULL)
    waxseal_practice_graph_show (call, 200, &waxseal_practice_type_application, application);
}

void
waxseal_practice_graph_patch_application (WaxsealPracticeCall *call)
{
  JsonObject *application = waxseal_practice_graph_find_application (call);

  if (application == NULL || !check_application (call))
    return;
  waxseal_practice_graph_merge (application, json_node_get_object (call->body));
  waxseal_practice_call_reply (call, 204, NULL);
}
