/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "waxseal-graph-role.h"

#include "waxseal-error.h"
#include "waxseal-json.h"
#include "waxseal-remedy.h"

/* microsoft.md, 2.1 */
static const WaxsealGraphRole roles[WAXSEAL_N_GRAPH_ROLES] = {
  { "Mail.Read", "810c84a8-4a9e-49e6-bf7d-12d183f40d01" },
  { "Mail.ReadWrite", "e2a3a72e-5f79-4c64-b1b1-878b674786c9" },
  { "Mail.Send", "b633e1c5-b582-4048-a93e-9f11b44c7e96" },
  { "User.Read.All", "df021288-bdef-4463-88db-98f22de89214" },
};

/** waxseal_graph_role_get: Returns: (transfer none): the permission at @index, below
 * %WAXSEAL_N_GRAPH_ROLES. */
const WaxsealGraphRole *
waxseal_graph_role_get (guint index)
{
  g_return_val_if_fail (index < WAXSEAL_N_GRAPH_ROLES, NULL);

  return &roles[index];
}

/** waxseal_graph_role_find_name: Returns: (transfer none) (nullable): the name of one of the four.
 */
const char *
waxseal_graph_role_find_name (const char *id)
{
  for (guint i = 0; i < WAXSEAL_N_GRAPH_ROLES; i++)
    if (g_ascii_strcasecmp (roles[i].id, id) == 0)
      return roles[i].name;
  return NULL;
}

static gboolean
is_for_applications (JsonObject *role)
{
  g_auto (GStrv) types =
    waxseal_json_array_dup_texts (waxseal_json_get_array (role, "allowedMemberTypes"));

  return g_strv_contains ((const char *const *) types, "Application");
}

/* The ID that the service gives the application permission @name, or "". */
static const char *
find_offered_id (JsonArray *offered, const char *name)
{
  guint n = offered != NULL ? json_array_get_length (offered) : 0;

  for (guint i = 0; i < n; i++)
    {
      JsonObject *role = waxseal_json_array_get_object (offered, i);

      if (g_str_equal (waxseal_json_get_text (role, "value"), name) && is_for_applications (role))
        return waxseal_json_get_text (role, "id");
    }
  return "";
}

/**
 * waxseal_graph_role_check:
 * @service_principal: Microsoft Graph's own, with "appRoles"
 * @error: %WAXSEAL_ERROR_PERMISSIONS_UNKNOWN
 *
 * Resolves the four permissions by name and compares their IDs with those known (microsoft.md,
 * 2.1), so that nothing else is ever granted by mistake.
 *
 * Returns: whether the tenant's Graph offers exactly the permissions that Waxseal knows
 */
gboolean
waxseal_graph_role_check (JsonObject *service_principal, GError **error)
{
  JsonArray *offered = waxseal_json_get_array (service_principal, "appRoles");

  for (guint i = 0; i < WAXSEAL_N_GRAPH_ROLES; i++)
    {
      const char *id = find_offered_id (offered, roles[i].name);
      g_autofree char *details = NULL;

      if (g_ascii_strcasecmp (id, roles[i].id) == 0)
        continue;
      details = g_strdup_printf ("%s: %s", roles[i].name, *id != '\0' ? id : "-");
      g_propagate_error (error,
                         waxseal_remedy_new_error (WAXSEAL_ERROR_PERMISSIONS_UNKNOWN, details));
      return FALSE;
    }
  return TRUE;
}

/* Graph's entry of requiredResourceAccess, or NULL. */
static JsonObject *
find_graph_access (JsonArray *access)
{
  guint n = access != NULL ? json_array_get_length (access) : 0;

  for (guint i = 0; i < n; i++)
    {
      JsonObject *entry = waxseal_json_array_get_object (access, i);
      const char *app_id = waxseal_json_get_text (entry, "resourceAppId");

      if (g_ascii_strcasecmp (app_id, WAXSEAL_GRAPH_APP_ID) == 0)
        return entry;
    }
  return NULL;
}

static gboolean
has_role (JsonArray *access, const char *id)
{
  guint n = access != NULL ? json_array_get_length (access) : 0;

  for (guint i = 0; i < n; i++)
    {
      JsonObject *role = waxseal_json_array_get_object (access, i);

      if (g_ascii_strcasecmp (waxseal_json_get_text (role, "id"), id) == 0 &&
          g_str_equal (waxseal_json_get_text (role, "type"), "Role"))
        return TRUE;
    }
  return FALSE;
}

static JsonObject *
add_graph_access (JsonArray *access)
{
  JsonObject *entry = json_object_new ();

  json_object_set_string_member (entry, "resourceAppId", WAXSEAL_GRAPH_APP_ID);
  json_array_add_object_element (access, entry);
  return entry;
}

static JsonArray *
ensure_roles (JsonObject *entry)
{
  JsonArray *list = waxseal_json_get_array (entry, "resourceAccess");

  if (list != NULL)
    return list;
  list = json_array_new ();
  json_object_set_array_member (entry, "resourceAccess", list);
  return list;
}

/* A copy that can be changed: json_node_copy() shares what is below it. */
static JsonNode *
copy_deeply (JsonArray *array)
{
  g_autoptr (JsonNode) node = json_node_new (JSON_NODE_ARRAY);
  g_autofree char *text = NULL;

  json_node_set_array (node, array);
  text = json_to_string (node, FALSE);
  return json_from_string (text, NULL);
}

/**
 * waxseal_graph_role_merge_access:
 * @required_resource_access: (nullable): what an application declares now
 *
 * Writing "requiredResourceAccess" replaces all of it: what others declared is kept, and the four
 * are added where they are missing (microsoft.md, 2.2).
 *
 * Returns: (transfer full): what it has to declare
 */
JsonNode *
waxseal_graph_role_merge_access (JsonArray *required_resource_access)
{
  g_autoptr (JsonArray) none = json_array_new ();
  g_autoptr (JsonNode) merged =
    copy_deeply (required_resource_access != NULL ? required_resource_access : none);
  JsonObject *entry = find_graph_access (json_node_get_array (merged));
  JsonArray *list;

  if (entry == NULL)
    entry = add_graph_access (json_node_get_array (merged));
  list = ensure_roles (entry);
  for (guint i = 0; i < WAXSEAL_N_GRAPH_ROLES; i++)
    if (!has_role (list, roles[i].id))
      {
        JsonObject *role = json_object_new ();

        json_object_set_string_member (role, "id", roles[i].id);
        json_object_set_string_member (role, "type", "Role");
        json_array_add_object_element (list, role);
      }
  return g_steal_pointer (&merged);
}

/**
 * waxseal_graph_role_dup_declared:
 * @required_resource_access: (nullable): what an application declares
 *
 * Returns: (transfer full): the names of the four that are among it, as application permissions
 */
char **
waxseal_graph_role_dup_declared (JsonArray *required_resource_access)
{
  g_autoptr (GStrvBuilder) names = g_strv_builder_new ();
  JsonObject *entry = find_graph_access (required_resource_access);
  JsonArray *list = waxseal_json_get_array (entry, "resourceAccess");

  for (guint i = 0; i < WAXSEAL_N_GRAPH_ROLES; i++)
    if (has_role (list, roles[i].id))
      g_strv_builder_add (names, roles[i].name);
  return g_strv_builder_end (names);
}
