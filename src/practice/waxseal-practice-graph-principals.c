/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "waxseal-json.h"
#include "waxseal-practice-graph-handlers.h"
#include "waxseal-practice-graph-objects.h"
#include "waxseal-practice-graph.h"

void
waxseal_practice_graph_get_principals (WaxsealPracticeCall *call)
{
  waxseal_practice_graph_list (call,
                               &waxseal_practice_type_principal,
                               waxseal_practice_tenant_get_collection (call->tenant,
                                                                       "servicePrincipals"));
}

void
waxseal_practice_graph_get_principal (WaxsealPracticeCall *call)
{
  JsonObject *principal = waxseal_practice_graph_find_principal (call);

  if (principal != NULL)
    waxseal_practice_graph_show (call, 200, &waxseal_practice_type_principal, principal);
}

/* The application that was sent; otherwise NULL, and the 400 of microsoft.md, 2.7. */
static JsonObject *
find_application (WaxsealPracticeCall *call, const char *app_id)
{
  JsonObject *application =
    waxseal_practice_tenant_find (call->tenant, "applications", "appId", app_id);

  if (application == NULL)
    waxseal_practice_graph_fail_bad (
      call,
      "The appId '%s' of the service principal does not reference a valid application object.",
      app_id);
  return application;
}

/* POST /servicePrincipals (microsoft.md, 2.5) */
void
waxseal_practice_graph_post_principal (WaxsealPracticeCall *call)
{
  JsonObject *body = waxseal_practice_graph_get_body (call), *application;
  const char *app_id = waxseal_json_get_text (body, "appId");
  g_autofree char *message = NULL;

  if (body == NULL)
    return;
  if (!g_uuid_string_is_valid (app_id))
    {
      waxseal_practice_graph_fail_bad (
        call, "Invalid value specified for property 'appId' of resource 'ServicePrincipal'.");
      return;
    }
  if (waxseal_practice_tenant_find (call->tenant, "servicePrincipals", "appId", app_id) != NULL)
    {
      message = g_strdup_printf ("The service principal cannot be created, updated, or restored "
                                 "because the service principal name %s is already in use.",
                                 app_id);
      waxseal_practice_call_fail (call, 409, "Request_MultipleObjectsWithSameKeyValue", message);
      return;
    }
  application = find_application (call, app_id);
  if (application != NULL)
    waxseal_practice_graph_show (call,
                                 201,
                                 &waxseal_practice_type_principal,
                                 waxseal_practice_graph_add_principal (call->tenant, application));
}
