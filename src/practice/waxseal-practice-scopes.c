/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "waxseal-practice-scopes.h"

#include <string.h>

#include "waxseal-json.h"
#include "waxseal-practice-identity.h"

static gboolean
is_named (JsonObject *principal, const char *name)
{
  JsonArray *array = waxseal_json_get_array (principal, "servicePrincipalNames");
  g_auto (GStrv) names = array != NULL ? waxseal_json_array_dup_texts (array) : NULL;

  return g_ascii_strcasecmp (waxseal_json_get_text (principal, "appId"), name) == 0 ||
         (names != NULL && g_strv_contains ((const char *const *) names, name));
}

static JsonObject *
find_scope (JsonObject *resource, const char *member, const char *value)
{
  JsonArray *scopes = waxseal_json_get_array (resource, "oauth2PermissionScopes");
  guint i;

  for (i = 0; scopes != NULL && i < json_array_get_length (scopes); i++)
    {
      JsonObject *scope = waxseal_json_array_get_object (scopes, i);

      if (g_ascii_strcasecmp (waxseal_json_get_text (scope, member), value) == 0)
        return scope;
    }
  return NULL;
}

static JsonObject *
find_service (WaxsealPracticeCall *call, const char *app_id)
{
  return waxseal_practice_tenant_find (call->tenant, "servicePrincipals", "appId", app_id);
}

/* Who asks for nothing in particular means Graph, or the only service that it may call. */
static JsonObject *
find_usual (WaxsealPracticeCall *call, WaxsealPracticeClient *client)
{
  return find_service (call,
                       client->resource != NULL ? client->resource : WAXSEAL_PRACTICE_GRAPH_APP_ID);
}

/*
 * No address, and that at which the practice tenant itself is called, are Graph's; but Exchange is
 * called there, too, so a scope that only Exchange has is Exchange's.
 */
static JsonObject *
find_at_home (WaxsealPracticeCall *call, WaxsealPracticeClient *client, const char *name)
{
  JsonObject *graph = find_service (call, WAXSEAL_PRACTICE_GRAPH_APP_ID);
  JsonObject *exchange = find_service (call, WAXSEAL_PRACTICE_EXCHANGE_APP_ID);

  if (g_str_equal (name, ".default"))
    return find_usual (call, client);
  if (find_scope (graph, "value", name) == NULL && find_scope (exchange, "value", name) != NULL)
    return exchange;
  return graph;
}

static JsonObject *
find_resource (WaxsealPracticeCall *call,
               WaxsealPracticeClient *client,
               const char *prefix,
               const char *name)
{
  GPtrArray *principals =
    waxseal_practice_tenant_get_collection (call->tenant, "servicePrincipals");
  gsize length = strlen (prefix);
  g_autofree char *address = NULL;
  guint i;

  while (length > 0 && prefix[length - 1] == '/')
    length--;
  address = g_strndup (prefix, length);
  if (length == 0 || g_ascii_strcasecmp (address, call->host) == 0)
    return find_at_home (call, client, name);
  for (i = 0; i < principals->len; i++)
    if (is_named (g_ptr_array_index (principals, i), address))
      return g_ptr_array_index (principals, i);
  return NULL;
}

static gboolean
has_item (GArray *items, JsonObject *scope)
{
  guint i;

  for (i = 0; i < items->len; i++)
    if (g_array_index (items, WaxsealPracticeScope, i).scope == scope)
      return TRUE;
  return FALSE;
}

static void
add_item (WaxsealPracticeScopes *self, JsonObject *resource, JsonObject *scope)
{
  WaxsealPracticeScope item = { resource, scope };

  if (scope != NULL && !has_item (self->items, scope))
    g_array_append_val (self->items, item);
}

/* OpenID Connect's own, which every program may ask for; whether @name is one. */
static gboolean
read_openid (WaxsealPracticeScopes *self, const char *name)
{
  if (g_str_equal (name, "openid"))
    self->openid = TRUE;
  else if (g_str_equal (name, "offline_access"))
    self->offline_access = TRUE;
  else
    return g_str_equal (name, "profile") || g_str_equal (name, "email");
  return TRUE;
}

static void
add_everything (WaxsealPracticeScopes *self, JsonObject *resource)
{
  JsonArray *scopes = waxseal_json_get_array (resource, "oauth2PermissionScopes");
  guint i;

  for (i = 0; scopes != NULL && i < json_array_get_length (scopes); i++)
    {
      JsonObject *scope = waxseal_json_array_get_object (scopes, i);

      if (!read_openid (self, waxseal_json_get_text (scope, "value")))
        add_item (self, resource, scope);
    }
}

/* What the application declares that it needs of @resource. */
static void
add_declared (WaxsealPracticeScopes *self, JsonObject *resource, JsonObject *application)
{
  JsonArray *services = waxseal_json_get_array (application, "requiredResourceAccess");
  const char *app_id = waxseal_json_get_text (resource, "appId");
  guint i, j;

  for (i = 0; services != NULL && i < json_array_get_length (services); i++)
    {
      JsonObject *service = waxseal_json_array_get_object (services, i);
      JsonArray *needs = waxseal_json_get_array (service, "resourceAccess");

      if (!g_str_equal (waxseal_json_get_text (service, "resourceAppId"), app_id))
        continue;
      for (j = 0; needs != NULL && j < json_array_get_length (needs); j++)
        add_item (self,
                  resource,
                  find_scope (resource,
                              "id",
                              waxseal_json_get_text (waxseal_json_array_get_object (needs, j),
                                                     "id")));
    }
}

static void
add_default (WaxsealPracticeScopes *self, JsonObject *resource, WaxsealPracticeClient *client)
{
  gboolean openid = self->openid, offline_access = self->offline_access;

  self->is_default = TRUE;
  if (client->has_everything)
    add_everything (self, resource);
  else if (client->application != NULL)
    add_declared (self, resource, client->application);
  if (self->items->len == 0)
    add_item (self, resource, find_scope (resource, "value", "User.Read"));
  self->openid = openid;
  self->offline_access = offline_access;
}

/* What needs no consent is no item. */
static guint
read_preauthorized (WaxsealPracticeScopes *self, WaxsealPracticeClient *client, const char *name)
{
  g_auto (GStrv) names = g_strsplit (client->preauthorized, " ", -1);

  self->is_default = self->is_default || g_str_equal (name, ".default");
  return self->is_default || g_strv_contains ((const char *const *) names, name) ? 0 : 65002;
}

/* One of the words of a request; the number of what is wrong with it, or 0. */
static guint
read_word (WaxsealPracticeScopes *self,
           WaxsealPracticeCall *call,
           WaxsealPracticeClient *client,
           const char *word)
{
  const char *slash = strrchr (word, '/');
  const char *name = slash != NULL ? slash + 1 : word;
  g_autofree char *prefix = g_strndup (word, name - word);
  JsonObject *resource, *scope;

  if (read_openid (self, word))
    return 0;
  resource = find_resource (call, client, prefix, name);
  if (resource == NULL)
    return 500011;
  if (client->resource != NULL &&
      !g_str_equal (client->resource, waxseal_json_get_text (resource, "appId")))
    return 65002;
  if (self->resource == NULL)
    {
      self->resource = resource;
      self->prefix = g_steal_pointer (&prefix);
    }
  self->is_mixed = self->is_mixed || self->resource != resource;
  if (client->preauthorized != NULL)
    return read_preauthorized (self, client, name);
  if (g_str_equal (name, ".default"))
    {
      add_default (self, resource, client);
      return 0;
    }
  scope = find_scope (resource, "value", name);
  add_item (self, resource, scope);
  return scope != NULL ? 0 : 650053;
}

/**
 * waxseal_practice_scopes_parse:
 * @text: (nullable): scopes, separated by spaces
 * @problem: (out): the number of the error, if there is one
 * @detail: (out) (transfer full): what it is about
 *
 * Returns: (transfer full) (nullable): what is asked for
 */
WaxsealPracticeScopes *
waxseal_practice_scopes_parse (WaxsealPracticeCall *call,
                               WaxsealPracticeClient *client,
                               const char *text,
                               guint *problem,
                               char **detail)
{
  g_autoptr (WaxsealPracticeScopes) self = g_new0 (WaxsealPracticeScopes, 1);
  g_auto (GStrv) words = g_strsplit_set (text != NULL ? text : "", " \t\r\n", -1);
  guint i;

  self->items = g_array_new (FALSE, FALSE, sizeof (WaxsealPracticeScope));
  *problem = text == NULL || text[strspn (text, " ")] == '\0' ? 900144 : 0;
  *detail = *problem != 0 ? g_strdup ("scope") : NULL;
  for (i = 0; words[i] != NULL && *problem == 0; i++)
    {
      if (words[i][0] == '\0')
        continue;
      *problem = read_word (self, call, client, words[i]);
      if (*problem != 0)
        *detail = g_strdup (words[i]);
    }
  if (*problem != 0)
    return NULL;
  if (self->resource == NULL)
    {
      self->resource = find_usual (call, client);
      self->prefix = g_strdup ("");
    }
  return g_steal_pointer (&self);
}

/** waxseal_practice_scopes_free: @self: (transfer full): scopes */
void
waxseal_practice_scopes_free (WaxsealPracticeScopes *self)
{
  g_array_unref (self->items);
  g_free (self->prefix);
  g_free (self);
}

/** waxseal_practice_scopes_find: Returns: (transfer none) (nullable): the scope of @resource */
JsonObject *
waxseal_practice_scopes_find (JsonObject *resource, const char *id)
{
  return find_scope (resource, "id", id);
}

/** waxseal_practice_scopes_need_admin: Returns: whether only an administrator may consent to them
 */
gboolean
waxseal_practice_scopes_need_admin (GArray *items)
{
  guint i;

  for (i = 0; i < items->len; i++)
    if (g_str_equal (waxseal_json_get_text (g_array_index (items, WaxsealPracticeScope, i).scope,
                                            "type"),
                     "Admin"))
      return TRUE;
  return FALSE;
}
