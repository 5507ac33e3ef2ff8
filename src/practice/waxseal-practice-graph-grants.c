/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "waxseal-json.h"
#include "waxseal-practice-graph-handlers.h"
#include "waxseal-practice-graph-objects.h"
#include "waxseal-practice-graph.h"

/* Whether the address is …/appRoleAssignedTo: seen from the resource, not from who has it. */
static gboolean
is_from_resource (WaxsealPracticeCall *call)
{
  return strstr (call->route, "/appRoleAssignedTo") != NULL;
}

static const char *
get_end (WaxsealPracticeCall *call)
{
  return is_from_resource (call) ? "resourceId" : "principalId";
}

void
waxseal_practice_graph_get_grants (WaxsealPracticeCall *call)
{
  JsonObject *principal = waxseal_practice_graph_find_principal (call);
  GPtrArray *all = waxseal_practice_tenant_get_collection (call->tenant, "appRoleAssignments");
  g_autoptr (GPtrArray) grants = g_ptr_array_new ();

  if (principal == NULL)
    return;
  for (guint i = 0; i < all->len; i++)
    if (g_str_equal (waxseal_json_get_text (all->pdata[i], get_end (call)),
                     waxseal_json_get_text (principal, "id")))
      g_ptr_array_add (grants, all->pdata[i]);
  waxseal_practice_graph_list (call, &waxseal_practice_type_grant, grants);
}

static gboolean
check_ids (WaxsealPracticeCall *call, JsonObject *body)
{
  static const char *const members[] = { "principalId", "resourceId", "appRoleId" };

  for (guint i = 0; i < G_N_ELEMENTS (members); i++)
    if (!g_uuid_string_is_valid (waxseal_json_get_text (body, members[i])))
      {
        waxseal_practice_graph_fail_bad (call, "Invalid GUID:%s", members[i]);
        return FALSE;
      }
  return TRUE;
}

static JsonObject *
find_end (WaxsealPracticeCall *call, JsonObject *body, const char *member)
{
  const char *id = waxseal_json_get_text (body, member);
  JsonObject *principal =
    waxseal_practice_tenant_find (call->tenant, "servicePrincipals", "id", id);

  if (principal == NULL)
    waxseal_practice_graph_fail_missing (call, id);
  return principal;
}

static void
grant (WaxsealPracticeCall *call, JsonObject *principal, JsonObject *resource, const char *role)
{
  if (waxseal_practice_graph_find_role (resource, role) == NULL)
    waxseal_practice_graph_fail_bad (call, "Not a valid reference update.");
  else if (waxseal_practice_graph_find_grant (call->tenant, principal, resource, role) != NULL)
    waxseal_practice_graph_fail_bad (call,
                                     "Permission being assigned already exists on the object");
  else
    waxseal_practice_graph_show (
      call,
      201,
      &waxseal_practice_type_grant,
      waxseal_practice_graph_add_grant (call->tenant, principal, resource, role));
}

/* POST …/appRoleAssignedTo or …/appRoleAssignments (microsoft.md, 2.5 and 2.7) */
void
waxseal_practice_graph_post_grant (WaxsealPracticeCall *call)
{
  JsonObject *named = waxseal_practice_graph_find_principal (call), *body, *principal, *resource;

  if (named == NULL)
    return;
  body = waxseal_practice_graph_get_body (call);
  if (body == NULL || !check_ids (call, body) ||
      (principal = find_end (call, body, "principalId")) == NULL ||
      (resource = find_end (call, body, "resourceId")) == NULL)
    return;
  if (named != (is_from_resource (call) ? resource : principal))
    waxseal_practice_graph_fail_bad (call, "Not a valid reference update.");
  else
    grant (call, principal, resource, waxseal_json_get_text (body, "appRoleId"));
}

/* DELETE …/appRoleAssignments/{id} or …/appRoleAssignedTo/{id} */
void
waxseal_practice_graph_delete_grant (WaxsealPracticeCall *call)
{
  JsonObject *principal = waxseal_practice_graph_find_principal (call), *found;

  if (principal == NULL)
    return;
  found = waxseal_practice_tenant_find (call->tenant, "appRoleAssignments", "id", call->keys[1]);
  if (found == NULL || !g_str_equal (waxseal_json_get_text (found, get_end (call)),
                                     waxseal_json_get_text (principal, "id")))
    {
      waxseal_practice_graph_fail_missing (call, call->keys[1]);
      return;
    }
  waxseal_practice_tenant_remove (call->tenant, "appRoleAssignments", found);
  waxseal_practice_call_reply (call, 204, NULL);
}
