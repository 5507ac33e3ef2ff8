/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What clients ask before they sign anyone in (OpenID Connect Discovery 1.0, and MSAL's own). */
#include "waxseal-practice-discovery.h"

#include "waxseal-json.h"
#include "waxseal-practice-identity-error.h"
#include "waxseal-practice-identity.h"

/* Names that stand for the tenant of whoever signs in. */
static gboolean
is_anyone (const char *name)
{
  return g_str_equal (name, "organizations") || g_str_equal (name, "common");
}

/**
 * waxseal_practice_discovery_is_tenant:
 * @name: as it stands in an address
 *
 * Returns: whether it leads to this tenant: "organizations", "common", its ID, or one of its
 *   verified domains
 */
gboolean
waxseal_practice_discovery_is_tenant (WaxsealPracticeCall *call, const char *name)
{
  GPtrArray *domains = waxseal_practice_tenant_get_collection (call->tenant, "domains");
  guint i;

  if (is_anyone (name) ||
      g_ascii_strcasecmp (name, waxseal_practice_tenant_get_id (call->tenant)) == 0)
    return TRUE;
  for (i = 0; i < domains->len; i++)
    {
      JsonObject *domain = g_ptr_array_index (domains, i);

      if (g_ascii_strcasecmp (name, waxseal_json_get_text (domain, "id")) == 0)
        return waxseal_json_get_flag (domain, "isVerified");
    }
  return FALSE;
}

static const char discovery[] =
  "{\"token_endpoint\":\"@HOST@/@NAME@/oauth2/v2.0/token\","
  "\"token_endpoint_auth_methods_supported\":[\"client_secret_post\",\"client_secret_basic\"],"
  "\"jwks_uri\":\"@HOST@/@NAME@/discovery/v2.0/keys\","
  "\"response_modes_supported\":[\"query\"],"
  "\"subject_types_supported\":[\"pairwise\"],"
  "\"id_token_signing_alg_values_supported\":[\"RS256\"],"
  "\"response_types_supported\":[\"code\"],"
  "\"scopes_supported\":[\"openid\",\"profile\",\"email\",\"offline_access\"],"
  "\"issuer\":\"@HOST@/@TENANT@/v2.0\","
  "\"authorization_endpoint\":\"@HOST@/@NAME@/oauth2/v2.0/authorize\","
  "\"device_authorization_endpoint\":\"@HOST@/@NAME@/oauth2/v2.0/devicecode\","
  "\"code_challenge_methods_supported\":[\"S256\"],"
  "\"claims_supported\":[\"sub\",\"iss\",\"aud\",\"exp\",\"iat\",\"nonce\",\"tid\",\"oid\","
  "\"name\",\"preferred_username\"],"
  "\"tenant_region_scope\":\"AS\",\"cloud_instance_name\":\"practice\"}";

static const char instance[] =
  "{\"tenant_discovery_endpoint\":\"@HOST@/@NAME@/v2.0/.well-known/openid-configuration\","
  "\"api-version\":\"1.1\","
  "\"metadata\":[{\"preferred_network\":\"@AUTHORITY@\",\"preferred_cache\":\"@AUTHORITY@\","
  "\"aliases\":[\"@AUTHORITY@\"]}]}";

/* As the inside of a JSON text: a Host header may have anything in it. */
static char *
quote (const char *text)
{
  g_autoptr (JsonNode) node = json_node_init_string (json_node_alloc (), text);
  char *json = json_to_string (node, FALSE);

  json[strlen (json) - 1] = '\0';
  memmove (json, json + 1, strlen (json));
  return json;
}

static void
fill_in (GString *json, const char *mark, const char *value)
{
  g_autofree char *quoted = quote (value);

  g_string_replace (json, mark, quoted, 0);
}

static void
reply_filled (WaxsealPracticeCall *call, const char *template, const char *name)
{
  g_autoptr (GString) json = g_string_new (template);
  g_autoptr (JsonNode) node = NULL;

  fill_in (json, "@NAME@", name);
  fill_in (json,
           "@TENANT@",
           is_anyone (name) ? "{tenantid}" : waxseal_practice_tenant_get_id (call->tenant));
  fill_in (json, "@AUTHORITY@", strstr (call->host, "://") + 3);
  fill_in (json, "@HOST@", call->host);
  node = json_from_string (json->str, NULL);
  waxseal_practice_call_reply (call, SOUP_STATUS_OK, node);
}

/** waxseal_practice_discovery_serve: /{tenant}/v2.0/.well-known/openid-configuration */
void
waxseal_practice_discovery_serve (WaxsealPracticeCall *call)
{
  if (waxseal_practice_discovery_is_tenant (call, call->keys[0]))
    reply_filled (call, discovery, call->keys[0]);
  else
    waxseal_practice_identity_fail (call, 90002, call->keys[0]);
}

/** waxseal_practice_discovery_serve_keys: /{tenant}/discovery/v2.0/keys */
void
waxseal_practice_discovery_serve_keys (WaxsealPracticeCall *call)
{
  g_autoptr (JsonNode) node = waxseal_practice_keys_describe (call->identity->keys);

  if (waxseal_practice_discovery_is_tenant (call, call->keys[0]))
    waxseal_practice_call_reply (call, SOUP_STATUS_OK, node);
  else
    waxseal_practice_identity_fail (call, 90002, call->keys[0]);
}

/**
 * waxseal_practice_discovery_serve_instance:
 *
 * /common/discovery/instance?authorization_endpoint=…: MSAL asks it whether a host is to be
 * trusted, and where its tenant is described.
 */
void
waxseal_practice_discovery_serve_instance (WaxsealPracticeCall *call)
{
  const char *endpoint = waxseal_practice_call_get_query (call, "authorization_endpoint");
  g_autoptr (GUri) uri = NULL;
  g_auto (GStrv) parts = NULL;

  uri = endpoint != NULL ? g_uri_parse (endpoint, G_URI_FLAGS_NONE, NULL) : NULL;
  parts = g_strsplit (uri != NULL ? g_uri_get_path (uri) : "", "/", 3);
  if (g_strv_length (parts) < 2)
    waxseal_practice_identity_fail (call, 900144, "authorization_endpoint");
  else if (!waxseal_practice_discovery_is_tenant (call, parts[1]))
    waxseal_practice_identity_fail (call, 90002, parts[1]);
  else
    reply_filled (call, instance, parts[1]);
}
