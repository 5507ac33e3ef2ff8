/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "waxseal-practice-client.h"

#include <string.h>

#include "waxseal-json.h"
#include "waxseal-practice-identity.h"

/* Microsoft's shell for Exchange has scopes that nobody else may ask for, not Exchange.Manage. */
static const struct
{
  const char *id;
  const char *name;
  const char *resource;
  gboolean has_everything;
  const char *preauthorized;
} known[] = {
  { "14d82eec-204b-4c2f-b7e8-296a70dab67e",
    "Microsoft Graph Command Line Tools",
    WAXSEAL_PRACTICE_GRAPH_APP_ID,
    FALSE },
  { "04b07795-8ddb-461a-bbee-02f9e1bf7b46", "Microsoft Azure CLI", NULL, TRUE },
  { "fb78d390-0c51-40cd-8e17-fdbfab77341b",
    "Microsoft Exchange REST API Based PowerShell",
    WAXSEAL_PRACTICE_EXCHANGE_APP_ID,
    FALSE,
    "AdminApi.AccessAsUser.All FfoPowerShell.AccessAsUser.All RemotePowerShell.AccessAsUser.All" },
  { WAXSEAL_PRACTICE_CLIENT_ID, "Waxseal Practice Client", NULL, TRUE },
};

static WaxsealPracticeClient *
find_known (const char *id)
{
  WaxsealPracticeClient *self;
  gsize i;

  for (i = 0; i < G_N_ELEMENTS (known); i++)
    if (g_ascii_strcasecmp (id, known[i].id) == 0)
      {
        self = g_new0 (WaxsealPracticeClient, 1);
        self->id = g_strdup (known[i].id);
        self->name = g_strdup (known[i].name);
        self->resource = known[i].resource;
        self->is_public = TRUE;
        self->has_everything = known[i].has_everything;
        self->preauthorized = known[i].preauthorized;
        return self;
      }
  return NULL;
}

/* Addresses that do not say which tenant, for applications that only one tenant knows. */
static gboolean
is_anyones (WaxsealPracticeCall *call)
{
  return g_str_equal (call->keys[0], "organizations") || g_str_equal (call->keys[0], "common");
}

/**
 * waxseal_practice_client_find:
 * @call: to an address whose first key is the tenant
 * @id: as the client wrote it
 * @problem: (out): the number of the error where there is none
 *
 * Returns: (transfer full) (nullable): the program; %NULL where none has the ID in this tenant
 */
WaxsealPracticeClient *
waxseal_practice_client_find (WaxsealPracticeCall *call, const char *id, guint *problem)
{
  WaxsealPracticeClient *self = find_known (id);
  JsonObject *application;
  gboolean single;

  if (self != NULL)
    return self;
  application = waxseal_practice_tenant_find (call->tenant, "applications", "appId", id);
  single = g_str_equal (waxseal_json_get_text (application, "signInAudience"), "AzureADMyOrg");
  *problem = application == NULL ? 700016 : single && is_anyones (call) ? 50194 : 0;
  if (*problem != 0)
    return NULL;
  self = g_new0 (WaxsealPracticeClient, 1);
  self->id = g_strdup (waxseal_json_get_text (application, "appId"));
  self->name = g_strdup (waxseal_json_get_text (application, "displayName"));
  self->application = json_object_ref (application);
  self->is_public = waxseal_json_get_flag (application, "isFallbackPublicClient");
  return self;
}

/** waxseal_practice_client_free: @self: (transfer full): a client */
void
waxseal_practice_client_free (WaxsealPracticeClient *self)
{
  g_free (self->id);
  g_free (self->name);
  g_clear_pointer (&self->application, json_object_unref);
  g_free (self);
}

/* Without the port, which does not count on loopback, nor a slash for no path (microsoft.md, 1.3).
 */
static char *
normalise (const char *text)
{
  g_autoptr (GUri) uri = g_uri_parse (text, G_URI_FLAGS_ENCODED, NULL);
  const char *host = uri != NULL ? g_uri_get_host (uri) : NULL;
  const char *path;

  if (host == NULL || !g_str_equal (g_uri_get_scheme (uri), "http") ||
      g_uri_get_userinfo (uri) != NULL || g_uri_get_fragment (uri) != NULL ||
      !(g_str_equal (host, "localhost") || g_str_equal (host, "127.0.0.1")))
    return g_strdup (text);
  path = g_uri_get_path (uri);
  return g_uri_join (G_URI_FLAGS_ENCODED,
                     "http",
                     NULL,
                     host,
                     -1,
                     path[0] != '\0' ? path : "/",
                     g_uri_get_query (uri),
                     NULL);
}

static gboolean
is_listed (JsonObject *platform, const char *uri)
{
  JsonArray *array = waxseal_json_get_array (platform, "redirectUris");
  g_auto (GStrv) uris = array != NULL ? waxseal_json_array_dup_texts (array) : NULL;
  g_autofree char *wanted = normalise (uri);
  guint i;

  for (i = 0; uris != NULL && uris[i] != NULL; i++)
    {
      g_autofree char *listed = normalise (uris[i]);

      if (g_str_equal (listed, wanted))
        return TRUE;
    }
  return FALSE;
}

/**
 * waxseal_practice_client_owns_redirect:
 * @is_public: (out): whether no secret is wanted of who comes back there
 *
 * Returns: whether the person may be sent back to @uri
 */
gboolean
waxseal_practice_client_owns_redirect (WaxsealPracticeClient *self,
                                       const char *uri,
                                       gboolean *is_public)
{
  g_autofree char *normal = normalise (uri);
  JsonObject *application = self->application;

  *is_public = TRUE;
  if (application == NULL)
    return g_str_equal (normal, "http://localhost/");
  if (is_listed (waxseal_json_get_object (application, "publicClient"), uri))
    return TRUE;
  *is_public = FALSE;
  return is_listed (waxseal_json_get_object (application, "web"), uri);
}

static gboolean
has_ended (JsonObject *credential, gint64 now)
{
  g_autoptr (GDateTime) end =
    g_date_time_new_from_iso8601 (waxseal_json_get_text (credential, "endDateTime"), NULL);

  return end != NULL && g_date_time_to_unix (end) <= now;
}

static guint
compare_secret (WaxsealPracticeClient *self, WaxsealPracticeCall *call, const char *secret)
{
  g_autofree char *hash = g_compute_checksum_for_string (G_CHECKSUM_SHA256, secret, -1);
  JsonArray *array = waxseal_json_get_array (self->application, "passwordCredentials");
  gint64 now = waxseal_practice_tenant_get_now (call->tenant);
  guint i;

  for (i = 0; array != NULL && i < json_array_get_length (array); i++)
    {
      JsonObject *credential = waxseal_json_array_get_object (array, i);

      if (g_ascii_strcasecmp (hash, waxseal_json_get_text (credential, "practiceHash")) != 0)
        continue;
      if (waxseal_json_get_number (credential, "practiceWorksFrom", 0) > now)
        return 7000215;
      return has_ended (credential, now) ? 7000222 : 0;
    }
  return 7000215;
}

/**
 * waxseal_practice_client_check_secret:
 * @call: with a form
 * @is_public: whether this grant is for public clients
 *
 * Returns: 0 if the client proved who it is as it has to, else the number of the error
 */
guint
waxseal_practice_client_check_secret (WaxsealPracticeClient *self,
                                      WaxsealPracticeCall *call,
                                      gboolean is_public)
{
  const char *secret = g_hash_table_lookup (call->form, "client_secret");

  if (is_public)
    return secret != NULL ? 700025 : 0;
  return secret != NULL ? compare_secret (self, call, secret) : 7000218;
}
