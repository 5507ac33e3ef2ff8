/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "graph-fixture.h"

#include <string.h>

#include "waxseal-practice-route.h"

void
graph_init (Graph *self, guint n_people)
{
  self->tenant = waxseal_practice_tenant_new (n_people);
  self->person = "global-administrator";
  self->scopes = GRAPH_ALL_SCOPES;
}

void
graph_clear (Graph *self)
{
  g_clear_object (&self->tenant);
}

static WaxsealPracticeCaller *
make_caller (Graph *self)
{
  JsonObject *user =
    waxseal_practice_tenant_find (self->tenant, "users", "practicePerson", self->person);
  WaxsealPracticeCaller *caller = waxseal_practice_caller_new ();

  g_assert_nonnull (user);
  caller->user_id = g_strdup (waxseal_json_get_text (user, "id"));
  caller->app_id = g_strdup ("");
  caller->scopes = g_strsplit (self->scopes, " ", -1);
  caller->roles = g_new0 (char *, 1);
  caller->wids = waxseal_json_array_dup_texts (waxseal_json_get_array (user, "practiceRoles"));
  return caller;
}

static JsonObject *
make_request (Graph *self, const char *method, const char *url, const char *body)
{
  JsonObject *request = json_object_new (), *headers = json_object_new ();

  json_object_set_string_member (request, "method", method);
  json_object_set_string_member (request, "url", url);
  if (self->eventual)
    json_object_set_string_member (headers, "ConsistencyLevel", "eventual");
  json_object_set_object_member (request, "headers", headers);
  if (body != NULL)
    {
      g_autofree char *json = g_strdelimit (g_strdup (body), "'", '"');
      g_autoptr (GError) error = NULL;
      JsonNode *node = json_from_string (json, &error);

      g_assert_no_error (error);
      json_object_set_member (request, "body", node);
    }
  return request;
}

WaxsealPracticeCall *
graph_call (Graph *self, const char *method, const char *url, const char *body)
{
  g_autoptr (WaxsealPracticeCaller) caller = make_caller (self);
  g_autoptr (JsonObject) request = make_request (self, method, url, body);
  g_autofree char *host = g_strdup ("https://graph.example:8443");
  WaxsealPracticeCall outer = { .tenant = self->tenant, .caller = caller, .host = host };
  WaxsealPracticeCall *call = waxseal_practice_call_new_inner (&outer, request);

  g_assert_true (waxseal_practice_route_serve (waxseal_practice_graph_routes, call));
  g_assert_cmpuint (call->status, !=, 0);
  return call;
}

guint
graph_get_status (Graph *self, const char *method, const char *url, const char *body)
{
  g_autoptr (WaxsealPracticeCall) call = graph_call (self, method, url, body);

  return call->status;
}

JsonObject *
graph_expect (Graph *self, guint status, const char *method, const char *url, const char *body)
{
  g_autoptr (WaxsealPracticeCall) call = graph_call (self, method, url, body);
  g_autofree char *text = call->reply != NULL ? json_to_string (call->reply, FALSE) : NULL;

  /* Not the reply: there may be a secret in it. */
  g_test_message ("%s %s: %u", method, url, call->status);
  g_assert_cmpuint (call->status, ==, status);
  g_assert_true (text == NULL || strstr (text, "\"practice") == NULL);
  return call->reply != NULL ? json_node_dup_object (call->reply) : NULL;
}

void
graph_expect_error (Graph *self,
                    guint status,
                    const char *code,
                    const char *method,
                    const char *url,
                    const char *body)
{
  g_autoptr (JsonObject) reply = graph_expect (self, status, method, url, body);
  JsonObject *error = waxseal_json_get_object (reply, "error");

  g_assert_cmpstr (waxseal_json_get_text (error, "code"), ==, code);
  g_assert_cmpstr (waxseal_json_get_text (error, "message"), !=, "");
}

guint
graph_count (Graph *self, const char *url)
{
  g_autoptr (JsonObject) reply = graph_expect (self, 200, "GET", url, NULL);

  return json_array_get_length (waxseal_json_get_array (reply, "value"));
}

char *
graph_add_application (Graph *self, const char *name, char **app_id, char **principal)
{
  g_autofree char *body =
    g_strdup_printf ("{'displayName':'%s','signInAudience':'AzureADMyOrg'}", name);
  g_autoptr (JsonObject) application = graph_expect (self, 201, "POST", "/applications", body);
  const char *id = waxseal_json_get_text (application, "appId");

  if (app_id != NULL)
    *app_id = g_strdup (id);
  if (principal != NULL)
    {
      g_autofree char *sp_body = g_strdup_printf ("{'appId':'%s'}", id);
      g_autoptr (JsonObject) sp = graph_expect (self, 201, "POST", "/servicePrincipals", sp_body);

      *principal = g_strdup (waxseal_json_get_text (sp, "id"));
    }
  return g_strdup (waxseal_json_get_text (application, "id"));
}

char *
graph_get_service (Graph *self)
{
  g_autoptr (JsonObject) service =
    graph_expect (self, 200, "GET", "/servicePrincipals(appId='" GRAPH_APP_ID "')", NULL);

  return g_strdup (waxseal_json_get_text (service, "id"));
}
