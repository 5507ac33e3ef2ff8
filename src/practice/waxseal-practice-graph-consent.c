/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The page on which an administrator consents for the whole tenant (microsoft.md, 2.5). */
#include "waxseal-json.h"
#include "waxseal-practice-client.h"
#include "waxseal-practice-consent.h"
#include "waxseal-practice-discovery.h"
#include "waxseal-practice-graph-handlers.h"
#include "waxseal-practice-graph-objects.h"
#include "waxseal-practice-sign-in-page.h"

static const char *const kept[] = { "client_id", "redirect_uri", "state", "person", NULL };

/* Who may consent to application permissions (microsoft.md, 1.8). */
static const char *const consenters[] = {
  "e8611ab8-c189-46e8-94e1-60213ab1f814",
  "62e90394-69f5-4237-9190-012177145e10",
};

static gboolean
may_consent (JsonObject *person)
{
  g_auto (GStrv) roles =
    waxseal_json_array_dup_texts (waxseal_json_get_array (person, "practiceRoles"));

  for (guint i = 0; i < G_N_ELEMENTS (consenters); i++)
    if (g_strv_contains ((const char *const *) roles, consenters[i]))
      return TRUE;
  return FALSE;
}

typedef JsonObject *(*Find) (JsonObject *resource, const char *id);

static void
add_needs (GArray *items, JsonObject *resource, JsonObject *service, const char *type, Find find)
{
  JsonArray *needs = waxseal_json_get_array (service, "resourceAccess");

  for (guint i = 0; needs != NULL && i < json_array_get_length (needs); i++)
    {
      JsonObject *need = waxseal_json_array_get_object (needs, i);
      WaxsealPracticeScope item = {
        resource,
        find (resource, waxseal_json_get_text (need, "id")),
      };

      if (g_str_equal (waxseal_json_get_text (need, "type"), type) && item.scope != NULL)
        g_array_append_val (items, item);
    }
}

/* The permissions of one type that @application declares, each with its service. */
static GArray *
list_declared (WaxsealPracticeCall *call, JsonObject *application, const char *type, Find find)
{
  GArray *items = g_array_new (FALSE, FALSE, sizeof (WaxsealPracticeScope));
  JsonArray *services = waxseal_json_get_array (application, "requiredResourceAccess");

  for (guint i = 0; services != NULL && i < json_array_get_length (services); i++)
    {
      JsonObject *service = waxseal_json_array_get_object (services, i);
      JsonObject *resource =
        waxseal_practice_tenant_find (call->tenant,
                                      "servicePrincipals",
                                      "appId",
                                      waxseal_json_get_text (service, "resourceAppId"));

      if (resource != NULL)
        add_needs (items, resource, service, type, find);
    }
  return items;
}

static GArray *
list_roles (WaxsealPracticeCall *call, JsonObject *application)
{
  return list_declared (call, application, "Role", waxseal_practice_graph_find_role);
}

static GArray *
list_scopes (WaxsealPracticeCall *call, JsonObject *application)
{
  return list_declared (call, application, "Scope", waxseal_practice_scopes_find);
}

static void
grant_roles (WaxsealPracticeCall *call, JsonObject *application, GArray *items)
{
  JsonObject *principal = waxseal_practice_tenant_find (
    call->tenant, "servicePrincipals", "appId", waxseal_json_get_text (application, "appId"));

  if (principal == NULL)
    principal = waxseal_practice_graph_add_principal (call->tenant, application);
  for (guint i = 0; i < items->len; i++)
    {
      WaxsealPracticeScope *item = &g_array_index (items, WaxsealPracticeScope, i);
      const char *role = waxseal_json_get_text (item->scope, "id");

      if (waxseal_practice_graph_find_grant (call->tenant, principal, item->resource, role) == NULL)
        waxseal_practice_graph_add_grant (call->tenant, principal, item->resource, role);
    }
}

static void
say (WaxsealPracticeCall *call, WaxsealPracticeWord title)
{
  waxseal_practice_sign_in_page_say (
    call, SOUP_STATUS_OK, title, waxseal_practice_word_get (call, WAXSEAL_PRACTICE_WORD_DONE_HELP));
}

static void
consent (WaxsealPracticeCall *call, JsonObject *application, JsonObject *person)
{
  const char *answer = waxseal_practice_sign_in_page_get_field (call, "answer");
  const char *name = waxseal_json_get_text (application, "displayName");
  const char *app_id = waxseal_json_get_text (application, "appId");
  g_autoptr (GArray) roles = list_roles (call, application);
  g_autoptr (GArray) scopes = list_scopes (call, application);
  g_autoptr (GArray) all = g_array_copy (roles);

  if (scopes->len > 0)
    g_array_append_vals (all, scopes->data, scopes->len);
  if (person == NULL || !may_consent (person))
    waxseal_practice_sign_in_page_fail (call, 90094, app_id);
  else if (answer == NULL)
    waxseal_practice_sign_in_page_consent (call, kept, name, all);
  else if (!g_str_equal (answer, "accept"))
    say (call, WAXSEAL_PRACTICE_WORD_NOT_GRANTED);
  else
    {
      grant_roles (call, application, roles);
      waxseal_practice_consent_add (scopes, call, app_id, NULL);
      say (call, WAXSEAL_PRACTICE_WORD_GRANTED);
    }
}

/* NULL, and an answer, where no application of the tenant has the ID, or not at this address. */
static JsonObject *
find_application (WaxsealPracticeCall *call)
{
  const char *client_id = waxseal_practice_sign_in_page_get_field (call, "client_id");
  guint problem = 0;
  g_autoptr (WaxsealPracticeClient) client =
    waxseal_practice_client_find (call, client_id != NULL ? client_id : "", &problem);

  if (!waxseal_practice_discovery_is_tenant (call, call->keys[0]))
    waxseal_practice_sign_in_page_fail (call, 90002, call->keys[0]);
  else if (client == NULL || client->application == NULL)
    waxseal_practice_sign_in_page_fail (call, problem != 0 ? problem : 700016, client_id);
  else
    return client->application;
  return NULL;
}

/* POST /{tenant}/adminconsent */
void
waxseal_practice_graph_give_consent (WaxsealPracticeCall *call)
{
  const char *name = waxseal_practice_sign_in_page_get_field (call, "person");
  JsonObject *application = find_application (call);

  if (application == NULL)
    return;
  if (name == NULL)
    waxseal_practice_sign_in_page_pick (call,
                                        kept,
                                        waxseal_json_get_text (application, "displayName"));
  else if (*name == '\0')
    say (call, WAXSEAL_PRACTICE_WORD_NOT_GRANTED);
  else
    consent (call,
             application,
             waxseal_practice_tenant_find (call->tenant, "users", "practicePerson", name));
}

/* GET /{tenant}/adminconsent: likewise, without a form yet */
void
waxseal_practice_graph_show_consent (WaxsealPracticeCall *call)
{
  waxseal_practice_graph_give_consent (call);
}
