/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "waxseal-practice-graph-objects.h"

#include "waxseal-json.h"
#include "waxseal-practice-base64.h"
#include "waxseal-practice-graph.h"

static JsonObject *
find_by_address (WaxsealPracticeCall *call, const char *collection)
{
  const char *member = strstr (call->route, "(appId={})") != NULL ? "appId" : "id";
  JsonObject *object =
    waxseal_practice_tenant_find (call->tenant, collection, member, call->keys[0]);

  if (object == NULL)
    waxseal_practice_graph_fail_missing (call, call->keys[0]);
  return object;
}

/** waxseal_practice_graph_find_application: Returns: (transfer none) (nullable): that is named. */
JsonObject *
waxseal_practice_graph_find_application (WaxsealPracticeCall *call)
{
  return find_by_address (call, "applications");
}

/** waxseal_practice_graph_find_principal: Returns: (transfer none) (nullable): that is named. */
JsonObject *
waxseal_practice_graph_find_principal (WaxsealPracticeCall *call)
{
  return find_by_address (call, "servicePrincipals");
}

static void
set_list (JsonObject *object, const char *member, const char *text)
{
  JsonArray *array = json_array_new ();

  if (text != NULL)
    json_array_add_string_element (array, text);
  json_object_set_array_member (object, member, array);
}

/** waxseal_practice_graph_add_principal: Returns: (transfer none): that of @application. */
JsonObject *
waxseal_practice_graph_add_principal (WaxsealPracticeTenant *tenant, JsonObject *application)
{
  static const char *const lists[] = {
    "appRoles", "oauth2PermissionScopes", "tags", "keyCredentials", "passwordCredentials"
  };
  const char *name = waxseal_json_get_text (application, "displayName");
  const char *app_id = waxseal_json_get_text (application, "appId");
  g_autofree char *id = g_uuid_string_random (), *now = NULL;
  JsonObject *principal = json_object_new ();

  now = waxseal_practice_graph_format_time (waxseal_practice_tenant_get_now (tenant));
  json_object_set_string_member (principal, "id", id);
  json_object_set_string_member (principal, "appId", app_id);
  json_object_set_string_member (principal, "displayName", name);
  json_object_set_string_member (principal, "appDisplayName", name);
  json_object_set_string_member (principal,
                                 "appOwnerOrganizationId",
                                 waxseal_practice_tenant_get_id (tenant));
  json_object_set_string_member (principal, "createdDateTime", now);
  json_object_set_string_member (principal, "servicePrincipalType", "Application");
  json_object_set_string_member (principal,
                                 "signInAudience",
                                 waxseal_json_get_text (application, "signInAudience"));
  json_object_set_boolean_member (principal, "accountEnabled", TRUE);
  json_object_set_boolean_member (principal, "appRoleAssignmentRequired", FALSE);
  set_list (principal, "servicePrincipalNames", app_id);
  for (guint i = 0; i < G_N_ELEMENTS (lists); i++)
    set_list (principal, lists[i], NULL);
  waxseal_practice_tenant_add (tenant, "servicePrincipals", principal);
  return principal;
}

/** waxseal_practice_graph_remove_principal: takes what was granted to it away as well. */
void
waxseal_practice_graph_remove_principal (WaxsealPracticeTenant *tenant, JsonObject *principal)
{
  GPtrArray *grants = waxseal_practice_tenant_get_collection (tenant, "appRoleAssignments");
  const char *id = waxseal_json_get_text (principal, "id");

  for (guint i = grants->len; i > 0; i--)
    if (g_str_equal (waxseal_json_get_text (grants->pdata[i - 1], "principalId"), id))
      g_ptr_array_remove_index (grants, i - 1);
  waxseal_practice_tenant_remove (tenant, "servicePrincipals", principal);
}

static gboolean
is_for_applications (JsonObject *role)
{
  g_auto (GStrv) types =
    waxseal_json_array_dup_texts (waxseal_json_get_array (role, "allowedMemberTypes"));

  return waxseal_json_get_flag (role, "isEnabled") &&
         g_strv_contains ((const char *const *) types, "Application");
}

/** waxseal_practice_graph_find_role: Returns: (transfer none) (nullable): one for applications. */
JsonObject *
waxseal_practice_graph_find_role (JsonObject *resource, const char *id)
{
  JsonArray *roles = waxseal_json_get_array (resource, "appRoles");

  for (guint i = 0; roles != NULL && i < json_array_get_length (roles); i++)
    {
      JsonObject *role = waxseal_json_array_get_object (roles, i);

      if (g_ascii_strcasecmp (waxseal_json_get_text (role, "id"), id) == 0)
        return is_for_applications (role) ? role : NULL;
    }
  return NULL;
}

static gboolean
has_text (JsonObject *grant, const char *member, const char *text)
{
  return g_ascii_strcasecmp (waxseal_json_get_text (grant, member), text) == 0;
}

/** waxseal_practice_graph_find_grant: Returns: (transfer none) (nullable): of @role. */
JsonObject *
waxseal_practice_graph_find_grant (WaxsealPracticeTenant *tenant,
                                   JsonObject *principal,
                                   JsonObject *resource,
                                   const char *role)
{
  GPtrArray *grants = waxseal_practice_tenant_get_collection (tenant, "appRoleAssignments");

  for (guint i = 0; i < grants->len; i++)
    {
      JsonObject *grant = g_ptr_array_index (grants, i);

      if (has_text (grant, "principalId", waxseal_json_get_text (principal, "id")) &&
          has_text (grant, "resourceId", waxseal_json_get_text (resource, "id")) &&
          has_text (grant, "appRoleId", role))
        return grant;
    }
  return NULL;
}

/** waxseal_practice_graph_add_grant: Returns: (transfer none): a new one. */
JsonObject *
waxseal_practice_graph_add_grant (WaxsealPracticeTenant *tenant,
                                  JsonObject *principal,
                                  JsonObject *resource,
                                  const char *role)
{
  g_autofree char *id = waxseal_practice_base64_random (), *now = NULL;
  g_autofree char *role_id = g_ascii_strdown (role, -1);
  JsonObject *grant = json_object_new ();

  now = waxseal_practice_graph_format_time (waxseal_practice_tenant_get_now (tenant));
  json_object_set_string_member (grant, "id", id);
  json_object_set_string_member (grant, "appRoleId", role_id);
  json_object_set_string_member (grant, "createdDateTime", now);
  json_object_set_string_member (grant, "principalId", waxseal_json_get_text (principal, "id"));
  json_object_set_string_member (grant,
                                 "principalDisplayName",
                                 waxseal_json_get_text (principal, "displayName"));
  json_object_set_string_member (grant, "principalType", "ServicePrincipal");
  json_object_set_string_member (grant, "resourceId", waxseal_json_get_text (resource, "id"));
  json_object_set_string_member (grant,
                                 "resourceDisplayName",
                                 waxseal_json_get_text (resource, "displayName"));
  waxseal_practice_tenant_add (tenant, "appRoleAssignments", grant);
  return grant;
}

/** waxseal_practice_graph_move: takes @object out of one collection and puts it into another. */
void
waxseal_practice_graph_move (WaxsealPracticeTenant *tenant,
                             JsonObject *object,
                             const char *from,
                             const char *to)
{
  waxseal_practice_tenant_add (tenant, to, json_object_ref (object));
  waxseal_practice_tenant_remove (tenant, from, object);
}
