/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "app-client.h"

#include <string.h>

#include "waxseal-json.h"

static char *
post (Practice *practice, const char *token, const char *path, const char *json, const char *member)
{
  g_autoptr (Reply) reply = sign_in_call (practice, token, "POST", path, json);

  g_assert_cmpuint (reply->status, >=, 200);
  g_assert_cmpuint (reply->status, <, 300);
  return g_strdup (reply_get_text (reply, member));
}

App
app_register (Practice *practice, const char *token, const char *declared)
{
  App app = { NULL };
  g_autofree char *json = g_strdup_printf ("{\"displayName\":\"A\",\"signInAudience\":"
                                           "\"AzureADMyOrg\",\"requiredResourceAccess\":%s}",
                                           declared);
  g_autoptr (Reply) created = sign_in_call (practice, token, "POST", "/v1.0/applications", json);

  g_assert_cmpuint (created->status, ==, 201);
  app.id = g_strdup (reply_get_text (created, "id"));
  app.app_id = g_strdup (reply_get_text (created, "appId"));
  return app;
}

void
app_add_principal (App *self, Practice *practice, const char *token)
{
  g_autofree char *json = g_strdup_printf ("{\"appId\":\"%s\"}", self->app_id);

  g_free (self->principal_id);
  self->principal_id = post (practice, token, "/v1.0/servicePrincipals", json, "id");
}

char *
app_add_secret (App *self, Practice *practice, const char *token, const char *end)
{
  g_autofree char *path = g_strdup_printf ("/v1.0/applications/%s/addPassword", self->id);
  g_autofree char *json =
    g_strdup_printf ("{\"passwordCredential\":{\"displayName\":\"a\",\"endDateTime\":\"%s\"}}",
                     end);
  g_autoptr (Reply) added = sign_in_call (practice, token, "POST", path, json);

  g_assert_cmpuint (added->status, ==, 200);
  g_free (self->secret);
  self->secret = g_strdup (reply_get_text (added, "secretText"));
  return g_strdup (reply_get_text (added, "keyId"));
}

char *
app_grant (App *self, Practice *practice, const char *token, const char *role)
{
  g_autoptr (Reply) graph =
    sign_in_call (practice, token, "GET", "/v1.0/servicePrincipals(appId='" APP_GRAPH "')", NULL);
  const char *id = reply_get_text (graph, "id");
  g_autofree char *path = g_strdup_printf ("/v1.0/servicePrincipals/%s/appRoleAssignedTo", id);
  g_autofree char *json =
    g_strdup_printf ("{\"principalId\":\"%s\",\"resourceId\":\"%s\",\"appRoleId\":\"%s\"}",
                     self->principal_id,
                     id,
                     role);

  return post (practice, token, path, json, "id");
}

void
app_clear (App *self)
{
  g_free (self->id);
  g_free (self->app_id);
  g_free (self->principal_id);
  g_free (self->secret);
}

Reply *
app_prove (App *self, Practice *practice, const char *secret, const char *tenant, const char *scope)
{
  g_autofree char *path = g_strdup_printf ("/%s/oauth2/v2.0/token", tenant);

  return practice_post (practice,
                        path,
                        "client_id",
                        self->app_id,
                        "grant_type",
                        "client_credentials",
                        "client_secret",
                        secret,
                        "scope",
                        scope,
                        NULL);
}

static int
compare (gconstpointer a, gconstpointer b)
{
  return strcmp (*(const char *const *) a, *(const char *const *) b);
}

char *
app_dup_roles (App *self, Practice *practice)
{
  g_autoptr (Reply) token = app_prove (self, practice, self->secret, APP_TENANT, APP_SCOPE);
  g_autoptr (JsonObject) claims = NULL;
  g_auto (GStrv) roles = NULL;
  JsonArray *array;

  g_assert_cmpuint (token->status, ==, 200);
  claims = sign_in_read_claims (reply_get_text (token, "access_token"));
  array = waxseal_json_get_array (claims, "roles");
  roles = array != NULL ? waxseal_json_array_dup_texts (array) : g_new0 (char *, 1);
  qsort (roles, g_strv_length (roles), sizeof *roles, compare);
  return g_strjoinv (" ", roles);
}
