/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "waxseal-practice-token.h"

#include <string.h>

#include "waxseal-json.h"
#include "waxseal-practice-base64.h"
#include "waxseal-practice-consent.h"
#include "waxseal-practice-identity.h"

#define LIFETIME         3599
#define REFRESH_LIFETIME (90 * 24 * 60 * 60)
#define REFRESH_TOKENS   "practiceRefreshTokens"
/* What every person has besides directory roles. */
#define NO_ROLE "b79fbf4d-3ef9-4689-8143-76b194e85509"

static JsonObject *
new_claims (WaxsealPracticeCall *call, const char *audience)
{
  JsonObject *claims = json_object_new ();
  gint64 now = waxseal_practice_tenant_get_now (call->tenant);

  json_object_set_string_member (claims, "aud", audience);
  json_object_set_int_member (claims, "iat", now);
  json_object_set_int_member (claims, "nbf", now);
  json_object_set_int_member (claims, "exp", now + LIFETIME);
  json_object_set_string_member (claims, "tid", waxseal_practice_tenant_get_id (call->tenant));
  return claims;
}

static char *
sign (WaxsealPracticeCall *call, JsonObject *claims)
{
  g_autoptr (JsonNode) node = json_node_init_object (json_node_alloc (), claims);

  json_object_unref (claims);
  return waxseal_practice_keys_sign (call->identity->keys, node);
}

/* Such as "https://graph.microsoft.com"; the application's ID where it has no address. */
static const char *
get_audience (JsonObject *resource)
{
  JsonArray *names = waxseal_json_get_array (resource, "servicePrincipalNames");
  guint i;

  if (g_str_equal (waxseal_json_get_text (resource, "appId"), WAXSEAL_PRACTICE_GRAPH_APP_ID))
    return WAXSEAL_PRACTICE_GRAPH;
  for (i = 0; names != NULL && i < json_array_get_length (names); i++)
    if (g_str_has_prefix (json_array_get_string_element (names, i), "https://"))
      return json_array_get_string_element (names, i);
  return waxseal_json_get_text (resource, "appId");
}

static JsonObject *
new_access_claims (WaxsealPracticeCall *call,
                   WaxsealPracticeClient *client,
                   JsonObject *resource,
                   const char *object_id,
                   gboolean is_app)
{
  JsonObject *claims = new_claims (call, get_audience (resource));
  g_autofree char *issuer =
    g_strdup_printf ("https://sts.windows.net/%s/", waxseal_practice_tenant_get_id (call->tenant));
  g_autofree char *id = g_uuid_string_random ();

  json_object_set_string_member (claims, "iss", issuer);
  json_object_set_string_member (claims, "ver", "1.0");
  json_object_set_string_member (claims, "uti", id);
  json_object_set_string_member (claims, "appid", client->id);
  json_object_set_string_member (claims, "app_displayname", client->name);
  json_object_set_string_member (claims, "appidacr", is_app ? "1" : "0");
  json_object_set_string_member (claims, "idtyp", is_app ? "app" : "user");
  json_object_set_string_member (claims, "oid", object_id);
  json_object_set_string_member (claims, "sub", object_id);
  return claims;
}

static JsonArray *
list_roles (JsonObject *person)
{
  JsonArray *roles = waxseal_json_get_array (person, "practiceRoles");
  JsonArray *wids = json_array_new ();
  guint i;

  for (i = 0; roles != NULL && i < json_array_get_length (roles); i++)
    json_array_add_string_element (wids, json_array_get_string_element (roles, i));
  json_array_add_string_element (wids, NO_ROLE);
  return wids;
}

static char *
make_access_token (WaxsealPracticeCall *call,
                   WaxsealPracticeClient *client,
                   JsonObject *person,
                   JsonObject *resource,
                   char **scopes)
{
  JsonObject *claims =
    new_access_claims (call, client, resource, waxseal_json_get_text (person, "id"), FALSE);
  const char *upn = waxseal_json_get_text (person, "userPrincipalName");
  g_autofree char *scp = g_strjoinv (" ", scopes);

  json_object_set_string_member (claims, "name", waxseal_json_get_text (person, "displayName"));
  json_object_set_string_member (claims, "upn", upn);
  json_object_set_string_member (claims, "unique_name", upn);
  json_object_set_string_member (claims, "scp", scp);
  json_object_set_array_member (claims, "wids", list_roles (person));
  return sign (call, claims);
}

static char *
make_id_token (WaxsealPracticeCall *call,
               WaxsealPracticeClient *client,
               JsonObject *person,
               const char *nonce)
{
  JsonObject *claims = new_claims (call, client->id);
  const char *id = waxseal_json_get_text (person, "id");
  g_autofree char *issuer =
    g_strdup_printf ("%s/%s/v2.0", call->host, waxseal_practice_tenant_get_id (call->tenant));

  json_object_set_string_member (claims, "iss", issuer);
  json_object_set_string_member (claims, "ver", "2.0");
  json_object_set_string_member (claims, "oid", id);
  json_object_set_string_member (claims, "sub", id);
  json_object_set_string_member (claims, "name", waxseal_json_get_text (person, "displayName"));
  json_object_set_string_member (claims,
                                 "preferred_username",
                                 waxseal_json_get_text (person, "userPrincipalName"));
  if (nonce != NULL)
    json_object_set_string_member (claims, "nonce", nonce);
  return sign (call, claims);
}

static char *
hash (const char *secret)
{
  return g_compute_checksum_for_string (G_CHECKSUM_SHA256, secret, -1);
}

/*
 * A refresh token that is used gives another. The used one is good until the other is used, so that
 * a client to which the reply was lost can ask again; then it is refused.
 */
static char *
rotate_refresh_token (WaxsealPracticeCall *call,
                      WaxsealPracticeClient *client,
                      JsonObject *person,
                      JsonObject *old)
{
  const char *parent = waxseal_json_get_text (old, "parent");
  JsonObject *grandparent;
  char *token = waxseal_practice_base64_random ();
  g_autofree char *id = hash (token);
  JsonObject *object = json_object_new ();

  grandparent = parent[0] != '\0'
                  ? waxseal_practice_tenant_find (call->tenant, REFRESH_TOKENS, "id", parent)
                  : NULL;
  if (grandparent != NULL)
    waxseal_practice_tenant_remove (call->tenant, REFRESH_TOKENS, grandparent);
  json_object_set_string_member (object, "id", id);
  json_object_set_string_member (object, "client", client->id);
  json_object_set_string_member (object, "user", waxseal_json_get_text (person, "id"));
  json_object_set_int_member (object, "issued", waxseal_practice_tenant_get_now (call->tenant));
  json_object_set_string_member (object, "parent", waxseal_json_get_text (old, "id"));
  waxseal_practice_tenant_add (call->tenant, REFRESH_TOKENS, object);
  return token;
}

/** waxseal_practice_token_find_refresh: Returns: (transfer none) (nullable): what is known of it */
JsonObject *
waxseal_practice_token_find_refresh (WaxsealPracticeCall *call)
{
  g_autofree char *id = hash (g_hash_table_lookup (call->form, "refresh_token"));
  JsonObject *object = waxseal_practice_tenant_find (call->tenant, REFRESH_TOKENS, "id", id);

  if (object == NULL || waxseal_json_get_number (object, "issued", 0) + REFRESH_LIFETIME <=
                          waxseal_practice_tenant_get_now (call->tenant))
    return NULL;
  return object;
}

/* The scopes as they were asked for: with the service's address or without it. */
static char *
spell_scopes (WaxsealPracticeScopes *scopes, char **names)
{
  g_autoptr (GString) text = g_string_new (scopes->openid ? "openid profile" : "");
  guint i;

  for (i = 0; names[i] != NULL; i++)
    g_string_append_printf (text, "%s%s%s", text->len > 0 ? " " : "", scopes->prefix, names[i]);
  return g_strdup (text->str);
}

/* MSAL's key for the account. */
static void
add_client_info (WaxsealPracticeCall *call, JsonObject *reply, JsonObject *person)
{
  g_autofree char *json = g_strdup_printf ("{\"uid\":\"%s\",\"utid\":\"%s\"}",
                                           waxseal_json_get_text (person, "id"),
                                           waxseal_practice_tenant_get_id (call->tenant));
  g_autofree char *info = waxseal_practice_base64_encode (json, strlen (json));

  if (g_strcmp0 (g_hash_table_lookup (call->form, "client_info"), "1") == 0)
    json_object_set_string_member (reply, "client_info", info);
}

static JsonObject *
new_reply (const char *access_token)
{
  JsonObject *reply = json_object_new ();

  json_object_set_string_member (reply, "token_type", "Bearer");
  json_object_set_int_member (reply, "expires_in", LIFETIME);
  json_object_set_int_member (reply, "ext_expires_in", LIFETIME);
  json_object_set_string_member (reply, "access_token", access_token);
  return reply;
}

static void
send_reply (WaxsealPracticeCall *call, JsonObject *reply)
{
  g_autoptr (JsonNode) node = json_node_init_object (json_node_alloc (), reply);
  SoupMessageHeaders *headers = soup_server_message_get_response_headers (call->message);

  json_object_unref (reply);
  soup_message_headers_replace (headers, "Cache-Control", "no-store");
  waxseal_practice_call_reply (call, SOUP_STATUS_OK, node);
}

/**
 * waxseal_practice_token_reply_person:
 * @nonce: (nullable): for the ID token
 * @refresh_token: (nullable): what is known of the one that is redeemed
 *
 * Answers with tokens for @person, who consented to @scopes: an ID token for openid, a refresh
 * token for offline_access.
 */
void
waxseal_practice_token_reply_person (WaxsealPracticeCall *call,
                                     WaxsealPracticeClient *client,
                                     JsonObject *person,
                                     WaxsealPracticeScopes *scopes,
                                     const char *nonce,
                                     JsonObject *refresh_token)
{
  g_auto (GStrv) names =
    waxseal_practice_consent_dup_scopes (call, client, person, scopes->resource);
  g_autofree char *access = make_access_token (call, client, person, scopes->resource, names);
  g_autofree char *scope = spell_scopes (scopes, names);
  g_autofree char *id = scopes->openid ? make_id_token (call, client, person, nonce) : NULL;
  g_autofree char *refresh = NULL;
  JsonObject *reply = new_reply (access);

  if (scopes->offline_access || refresh_token != NULL)
    refresh = rotate_refresh_token (call, client, person, refresh_token);
  json_object_set_string_member (reply, "scope", scope);
  if (id != NULL)
    json_object_set_string_member (reply, "id_token", id);
  if (refresh != NULL)
    json_object_set_string_member (reply, "refresh_token", refresh);
  add_client_info (call, reply, person);
  send_reply (call, reply);
}

static const char *
find_role (JsonObject *resource, const char *id)
{
  JsonArray *roles = waxseal_json_get_array (resource, "appRoles");
  guint i;

  for (i = 0; roles != NULL && i < json_array_get_length (roles); i++)
    {
      JsonObject *role = waxseal_json_array_get_object (roles, i);

      if (g_ascii_strcasecmp (waxseal_json_get_text (role, "id"), id) == 0)
        return waxseal_json_get_text (role, "value");
    }
  return NULL;
}

static JsonArray *
list_app_roles (WaxsealPracticeCall *call, JsonObject *principal, JsonObject *resource)
{
  GPtrArray *grants = waxseal_practice_tenant_get_collection (call->tenant, "appRoleAssignments");
  JsonArray *values = json_array_new ();
  guint i;

  for (i = 0; i < grants->len; i++)
    {
      JsonObject *grant = g_ptr_array_index (grants, i);
      const char *value;

      if (!g_str_equal (waxseal_json_get_text (grant, "principalId"),
                        waxseal_json_get_text (principal, "id")) ||
          !g_str_equal (waxseal_json_get_text (grant, "resourceId"),
                        waxseal_json_get_text (resource, "id")))
        continue;
      value = find_role (resource, waxseal_json_get_text (grant, "appRoleId"));
      if (value != NULL)
        json_array_add_string_element (values, value);
    }
  return values;
}

/**
 * waxseal_practice_token_reply_application:
 * @principal: of the application in this tenant
 *
 * Answers with a token for the application itself; its roles are those granted to @principal.
 */
void
waxseal_practice_token_reply_application (WaxsealPracticeCall *call,
                                          WaxsealPracticeClient *client,
                                          JsonObject *principal,
                                          JsonObject *resource)
{
  JsonObject *claims =
    new_access_claims (call, client, resource, waxseal_json_get_text (principal, "id"), TRUE);
  JsonArray *roles = list_app_roles (call, principal, resource);
  g_autofree char *access = NULL;

  if (json_array_get_length (roles) > 0)
    json_object_set_array_member (claims, "roles", roles);
  else
    json_array_unref (roles);
  access = sign (call, claims);
  send_reply (call, new_reply (access));
}
