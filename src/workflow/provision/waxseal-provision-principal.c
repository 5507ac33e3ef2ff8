/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The steps about the service principal, and what is granted to it. */
#include "waxseal-app-proof-record.h"
#include "waxseal-error.h"
#include "waxseal-graph-change.h"
#include "waxseal-graph-role.h"
#include "waxseal-json.h"
#include "waxseal-provision-run.h"

static const char *const app_scopes[] = { "Application.ReadWrite.All", NULL };
static const char *const grant_scopes[] = {
  "AppRoleAssignment.ReadWrite.All",
  "Application.Read.All",
  NULL,
};

static gboolean
is_created (WaxsealChange *change, JsonNode *seen)
{
  WaxsealProvisionRun *run = waxseal_change_get_data (change);
  const char *id = waxseal_json_get_text (waxseal_json_node_get_object (seen), "id");

  if (*id == '\0')
    return FALSE;
  waxseal_change_set_object_id (change, id);
  waxseal_record_set_text (run->record, "service-principal-id", id);
  return TRUE;
}

static JsonNode *
build_principal (WaxsealChange *change, JsonNode *seen)
{
  WaxsealProvisionRun *run = waxseal_change_get_data (change);
  JsonNode *node = json_node_new (JSON_NODE_OBJECT);

  json_node_take_object (node, json_object_new ());
  json_object_set_string_member (json_node_get_object (node),
                                 "appId",
                                 waxseal_record_get_text (run->record, "client-id"));
  return node;
}

static const WaxsealGraphChangeShape creation = {
  .action = WAXSEAL_JOURNAL_CREATE_SP,
  .method = "POST",
  .is_made = is_created,
  .build_body = build_principal,
  .scopes = app_scopes,
};

static void
created_cb (GObject *source, GAsyncResult *result, gpointer user_data)
{
  WaxsealChange *change = WAXSEAL_CHANGE (source);
  GError *error = NULL;
  gboolean made = waxseal_change_run_finish (change, result, &error);

  waxseal_provision_run_finish_step (user_data,
                                     made && !waxseal_change_was_made_now (change)
                                       ? WAXSEAL_PROVISION_ALREADY
                                       : WAXSEAL_PROVISION_DONE,
                                     error);
}

/** waxseal_provision_run_service_principal: Creates it where there is none (microsoft.md, 2.5). */
void
waxseal_provision_run_service_principal (WaxsealProvisionRun *run)
{
  g_autofree char *path = g_strdup_printf ("servicePrincipals(appId='%s')?$select=id,appId",
                                           waxseal_record_get_text (run->record, "client-id"));
  g_autoptr (WaxsealChange) change =
    waxseal_graph_change_new (run->session,
                              &creation,
                              waxseal_record_get_text (run->record, "display-name"),
                              path,
                              "servicePrincipals",
                              waxseal_provision_run_is_young (run, "object-id"));

  waxseal_change_set_data (change, run);
  waxseal_change_run_async (change, run->cancellable, created_cb, run);
}

static const WaxsealGraphRole *
find_role (const char *name)
{
  for (guint i = 0; i < WAXSEAL_N_GRAPH_ROLES; i++)
    if (g_str_equal (waxseal_graph_role_get (i)->name, name))
      return waxseal_graph_role_get (i);
  return NULL;
}

static const char *
get_graph_id (WaxsealProvisionRun *run)
{
  return waxseal_tenant_review_get_graph_service_principal_id (
    waxseal_provision_plan_get_review (run->plan));
}

static gboolean
is_granted (WaxsealChange *change, JsonNode *seen)
{
  WaxsealProvisionRun *run = waxseal_change_get_data (change);
  const char *name = waxseal_provision_step_get_permission (run->step);
  JsonArray *assignments = seen != NULL ? json_node_get_array (seen) : NULL;

  for (guint i = 0; assignments != NULL && i < json_array_get_length (assignments); i++)
    {
      JsonObject *assignment = waxseal_json_array_get_object (assignments, i);
      const char *role = waxseal_json_get_text (assignment, "appRoleId");
      const char *resource = waxseal_json_get_text (assignment, "resourceId");

      if (g_ascii_strcasecmp (role, find_role (name)->id) == 0 &&
          g_ascii_strcasecmp (resource, get_graph_id (run)) == 0)
        {
          waxseal_change_set_object_id (change, waxseal_json_get_text (assignment, "id"));
          return TRUE;
        }
    }
  return FALSE;
}

static JsonNode *
build_grant (WaxsealChange *change, JsonNode *seen)
{
  WaxsealProvisionRun *run = waxseal_change_get_data (change);
  const char *name = waxseal_provision_step_get_permission (run->step);
  JsonNode *node = json_node_new (JSON_NODE_OBJECT);
  JsonObject *body = json_object_new ();

  json_object_set_string_member (body,
                                 "principalId",
                                 waxseal_record_get_text (run->record, "service-principal-id"));
  json_object_set_string_member (body, "resourceId", get_graph_id (run));
  json_object_set_string_member (body, "appRoleId", find_role (name)->id);
  json_node_take_object (node, body);
  return node;
}

static const WaxsealGraphChangeShape granting = {
  .action = WAXSEAL_JOURNAL_GRANT,
  .method = "POST",
  .looks_at_list = TRUE,
  .must_exist = TRUE,
  .is_made = is_granted,
  .build_body = build_grant,
  .scopes = grant_scopes,
};

static void
granted_cb (GObject *source, GAsyncResult *result, gpointer user_data)
{
  WaxsealChange *change = WAXSEAL_CHANGE (source);
  WaxsealProvisionRun *run = user_data;
  g_autoptr (GError) error = NULL;
  JsonNode *seen = waxseal_change_get_seen (change);
  gboolean made = waxseal_change_run_finish (change, result, &error);

  g_clear_pointer (&run->assignments, json_node_unref);
  run->assignments = made && seen != NULL ? json_node_ref (seen) : NULL;
  if (made)
    waxseal_app_proof_record_granted (waxseal_tenant_session_get_organization (run->session),
                                      waxseal_provision_step_get_permission (run->step));
  if (g_error_matches (error, WAXSEAL_ERROR, WAXSEAL_ERROR_ROLE_MISSING))
    waxseal_provision_run_finish_step (run, WAXSEAL_PROVISION_HANDED_OVER, NULL);
  else
    waxseal_provision_run_finish_step (run,
                                       made && !waxseal_change_was_made_now (change)
                                         ? WAXSEAL_PROVISION_ALREADY
                                         : WAXSEAL_PROVISION_DONE,
                                       g_steal_pointer (&error));
}

/** waxseal_provision_run_grant: Grants one permission, or leaves it to whoever may; once one was
 * refused for the person's role, the others are not tried. */
void
waxseal_provision_run_grant (WaxsealProvisionRun *run)
{
  g_autofree char *look_path = NULL;
  g_autofree char *write_path = NULL;
  g_autoptr (WaxsealChange) change = NULL;

  if (waxseal_provision_plan_hands_over (run->plan))
    {
      waxseal_provision_run_finish_step (run, WAXSEAL_PROVISION_HANDED_OVER, NULL);
      return;
    }
  look_path = g_strdup_printf ("servicePrincipals/%s/appRoleAssignments",
                               waxseal_record_get_text (run->record, "service-principal-id"));
  write_path = g_strdup_printf ("servicePrincipals/%s/appRoleAssignedTo", get_graph_id (run));
  change = waxseal_graph_change_new (run->session,
                                     &granting,
                                     waxseal_provision_step_get_permission (run->step),
                                     look_path,
                                     write_path,
                                     waxseal_provision_run_is_young (run, "service-principal-id"));
  waxseal_change_set_data (change, run);
  waxseal_change_set_seen (change, run->assignments);
  waxseal_change_run_async (change, run->cancellable, granted_cb, run);
}
