/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What was deleted is kept for a while (microsoft.md, 2.2): an application and, with it, its
 * service principal. What was granted is gone. */
#include "waxseal-json.h"
#include "waxseal-practice-graph-handlers.h"
#include "waxseal-practice-graph-objects.h"
#include "waxseal-practice-graph.h"

#define APPLICATIONS         "applications"
#define PRINCIPALS           "servicePrincipals"
#define DELETED_APPLICATIONS "deletedApplications"
#define DELETED_PRINCIPALS   "deletedServicePrincipals"

static void
delete_principal (WaxsealPracticeTenant *tenant, JsonObject *principal)
{
  waxseal_practice_tenant_add (tenant, DELETED_PRINCIPALS, json_object_ref (principal));
  waxseal_practice_graph_remove_principal (tenant, principal);
}

static JsonObject *
find_by_app_id (WaxsealPracticeTenant *tenant, const char *collection, JsonObject *application)
{
  return waxseal_practice_tenant_find (tenant,
                                       collection,
                                       "appId",
                                       waxseal_json_get_text (application, "appId"));
}

void
waxseal_practice_graph_delete_application (WaxsealPracticeCall *call)
{
  JsonObject *application = waxseal_practice_graph_find_application (call), *principal;
  g_autofree char *now = NULL;

  if (application == NULL)
    return;
  now = waxseal_practice_graph_format_time (waxseal_practice_tenant_get_now (call->tenant));
  json_object_set_string_member (application, "deletedDateTime", now);
  waxseal_practice_graph_move (call->tenant, application, APPLICATIONS, DELETED_APPLICATIONS);
  principal = find_by_app_id (call->tenant, PRINCIPALS, application);
  if (principal != NULL)
    delete_principal (call->tenant, principal);
  waxseal_practice_call_reply (call, 204, NULL);
}

void
waxseal_practice_graph_delete_principal (WaxsealPracticeCall *call)
{
  JsonObject *principal = waxseal_practice_graph_find_principal (call);

  if (principal == NULL)
    return;
  if (waxseal_json_get_flag (principal, "practiceSeed"))
    {
      waxseal_practice_call_fail (call,
                                  403,
                                  "Authorization_RequestDenied",
                                  "Specified App Principal ID is configured to be not deletable.");
      return;
    }
  delete_principal (call->tenant, principal);
  waxseal_practice_call_reply (call, 204, NULL);
}

void
waxseal_practice_graph_get_deleted (WaxsealPracticeCall *call)
{
  waxseal_practice_graph_list (call,
                               &waxseal_practice_type_application,
                               waxseal_practice_tenant_get_collection (call->tenant,
                                                                       DELETED_APPLICATIONS));
}

static JsonObject *
find_deleted (WaxsealPracticeCall *call)
{
  JsonObject *application =
    waxseal_practice_tenant_find (call->tenant, DELETED_APPLICATIONS, "id", call->keys[0]);

  if (application == NULL)
    waxseal_practice_graph_fail_missing (call, call->keys[0]);
  return application;
}

void
waxseal_practice_graph_get_deleted_item (WaxsealPracticeCall *call)
{
  JsonObject *application = find_deleted (call);

  if (application != NULL)
    waxseal_practice_graph_show (call, 200, &waxseal_practice_type_application, application);
}

void
waxseal_practice_graph_restore (WaxsealPracticeCall *call)
{
  JsonObject *application = find_deleted (call), *principal;

  if (application == NULL)
    return;
  json_object_set_null_member (application, "deletedDateTime");
  waxseal_practice_graph_move (call->tenant, application, DELETED_APPLICATIONS, APPLICATIONS);
  principal = find_by_app_id (call->tenant, DELETED_PRINCIPALS, application);
  if (principal != NULL)
    waxseal_practice_graph_move (call->tenant, principal, DELETED_PRINCIPALS, PRINCIPALS);
  waxseal_practice_graph_show (call, 200, &waxseal_practice_type_application, application);
}

void
waxseal_practice_graph_delete_for_good (WaxsealPracticeCall *call)
{
  JsonObject *application = find_deleted (call), *principal;

  if (application == NULL)
    return;
  principal = find_by_app_id (call->tenant, DELETED_PRINCIPALS, application);
  if (principal != NULL)
    waxseal_practice_tenant_remove (call->tenant, DELETED_PRINCIPALS, principal);
  waxseal_practice_tenant_remove (call->tenant, DELETED_APPLICATIONS, application);
  waxseal_practice_call_reply (call, 204, NULL);
}
