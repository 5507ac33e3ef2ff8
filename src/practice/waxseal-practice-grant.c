/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The token endpoint (microsoft.md, 1.2, 1.4 and 2.8). */
#include "waxseal-practice-grant.h"

#include <string.h>

#include "waxseal-json.h"
#include "waxseal-practice-base64.h"
#include "waxseal-practice-consent.h"
#include "waxseal-practice-discovery.h"
#include "waxseal-practice-identity-error.h"
#include "waxseal-practice-token.h"
#include "waxseal-practice-visit.h"

#define CODE_LIFETIME 600

typedef void (*Redeem) (WaxsealPracticeCall *call, WaxsealPracticeClient *client);

static const char *
get_field (WaxsealPracticeCall *call, const char *name)
{
  return g_hash_table_lookup (call->form, name);
}

static gboolean
has_field (WaxsealPracticeCall *call, const char *name)
{
  if (get_field (call, name) != NULL)
    return TRUE;
  waxseal_practice_identity_fail (call, 900144, name);
  return FALSE;
}

/* NULL, and an answer, where no token can be had for it: one is for one service. */
static WaxsealPracticeScopes *
read_scopes (WaxsealPracticeCall *call, WaxsealPracticeClient *client, const char *text)
{
  guint problem = 0;
  g_autofree char *detail = NULL;
  g_autoptr (WaxsealPracticeScopes) scopes =
    waxseal_practice_scopes_parse (call, client, text, &problem, &detail);

  if (scopes == NULL)
    waxseal_practice_identity_fail (call, problem, detail);
  else if (scopes->is_mixed)
    waxseal_practice_identity_fail (call, 28000, text);
  else
    return g_steal_pointer (&scopes);
  return NULL;
}

/* The scopes asked for now; without any, those of the visit. */
static void
reply_to_person (WaxsealPracticeCall *call,
                 WaxsealPracticeClient *client,
                 const char *user_id,
                 const char *scope,
                 const char *nonce,
                 JsonObject *refresh_token)
{
  JsonObject *person = waxseal_practice_tenant_find (call->tenant, "users", "id", user_id);
  g_autoptr (WaxsealPracticeScopes) scopes = NULL;
  g_autoptr (GArray) lacking = NULL;

  if (person == NULL)
    {
      waxseal_practice_identity_fail (call, 50034, NULL);
      return;
    }
  scopes = read_scopes (call, client, scope);
  if (scopes == NULL)
    return;
  lacking = waxseal_practice_consent_find_lacking (scopes, call, client->id, person);
  if (lacking->len > 0 && (!scopes->is_default || lacking->len == scopes->items->len))
    waxseal_practice_identity_fail (call, 65001, client->id);
  else
    waxseal_practice_token_reply_person (call, client, person, scopes, nonce, refresh_token);
}

static gboolean
is_verified (WaxsealPracticeVisit *visit, const char *verifier)
{
  g_autoptr (GChecksum) checksum = g_checksum_new (G_CHECKSUM_SHA256);
  guint8 digest[32];
  gsize size = sizeof digest;
  g_autofree char *challenge = NULL;

  g_checksum_update (checksum, (const guchar *) verifier, -1);
  g_checksum_get_digest (checksum, digest, &size);
  challenge = waxseal_practice_base64_encode (digest, size);
  return g_str_equal (challenge, visit->challenge);
}

/* The number of what is wrong with redeeming the code of @visit, or 0. */
static guint
check_code (WaxsealPracticeVisit *visit, WaxsealPracticeCall *call, WaxsealPracticeClient *client)
{
  if (visit == NULL || visit->redirect_uri == NULL || !g_str_equal (visit->client_id, client->id))
    return 70000;
  if (visit->state == WAXSEAL_PRACTICE_VISIT_REDEEMED)
    return 54005;
  if (waxseal_practice_visit_get_age (visit, call) >= CODE_LIFETIME)
    return 70008;
  if (!g_str_equal (visit->redirect_uri, get_field (call, "redirect_uri")))
    return 500112;
  return is_verified (visit, get_field (call, "code_verifier")) ? 0 : 501481;
}

static void
redeem_code (WaxsealPracticeCall *call, WaxsealPracticeClient *client)
{
  WaxsealPracticeVisit *visit;
  const char *scope = get_field (call, "scope");
  gboolean is_public = FALSE;
  guint problem;

  if (!has_field (call, "code") || !has_field (call, "redirect_uri") ||
      !has_field (call, "code_verifier"))
    return;
  waxseal_practice_client_owns_redirect (client, get_field (call, "redirect_uri"), &is_public);
  visit = waxseal_practice_visit_find (call, get_field (call, "code"));
  problem = waxseal_practice_client_check_secret (client, call, is_public || client->is_public);
  if (problem == 0)
    problem = check_code (visit, call, client);
  if (problem != 0)
    {
      waxseal_practice_identity_fail (call, problem, client->id);
      return;
    }
  visit->state = WAXSEAL_PRACTICE_VISIT_REDEEMED;
  reply_to_person (
    call, client, visit->user_id, scope != NULL ? scope : visit->scope, visit->nonce, NULL);
}

/* Whether @client has a way to sign people in without a secret. */
static gboolean
has_public_way (WaxsealPracticeClient *client)
{
  JsonArray *uris =
    waxseal_json_get_array (waxseal_json_get_object (client->application, "publicClient"),
                            "redirectUris");

  return client->is_public || (uris != NULL && json_array_get_length (uris) > 0);
}

/* A client that signed someone in by a redirect that wants no secret has none now either. */
static void
redeem_refresh_token (WaxsealPracticeCall *call, WaxsealPracticeClient *client)
{
  JsonObject *token;
  gboolean is_public =
    client->is_public || (has_public_way (client) && get_field (call, "client_secret") == NULL);
  guint problem = waxseal_practice_client_check_secret (client, call, is_public);

  if (problem != 0)
    {
      waxseal_practice_identity_fail (call, problem, client->id);
      return;
    }
  if (!has_field (call, "refresh_token") || !has_field (call, "scope"))
    return;
  token = waxseal_practice_token_find_refresh (call);
  if (token == NULL)
    waxseal_practice_identity_fail (call, 70008, NULL);
  else if (!g_str_equal (waxseal_json_get_text (token, "client"), client->id))
    waxseal_practice_identity_fail (call, 70000, NULL);
  else
    reply_to_person (
      call, client, waxseal_json_get_text (token, "user"), get_field (call, "scope"), NULL, token);
}

/* RFC 8628, 3.5. Whoever has consented meanwhile need not wait. */
static guint
check_device (WaxsealPracticeVisit *visit, WaxsealPracticeCall *call, WaxsealPracticeClient *client)
{
  gint64 now = g_get_monotonic_time (), polled;

  if (visit == NULL || visit->user_code == NULL || !g_str_equal (visit->client_id, client->id))
    return 70018;
  if (visit->state == WAXSEAL_PRACTICE_VISIT_DECLINED)
    return 700161;
  if (visit->state == WAXSEAL_PRACTICE_VISIT_REDEEMED)
    return 54005;
  if (waxseal_practice_visit_get_age (visit, call) >= WAXSEAL_PRACTICE_DEVICE_LIFETIME)
    return 70020;
  if (visit->state == WAXSEAL_PRACTICE_VISIT_ACCEPTED)
    return 0;
  polled = visit->polled;
  visit->polled = now;
  return polled != 0 && now - polled < WAXSEAL_PRACTICE_DEVICE_INTERVAL * G_USEC_PER_SEC * 9 / 10
           ? 700160
           : 70016;
}

static void
redeem_device_code (WaxsealPracticeCall *call, WaxsealPracticeClient *client)
{
  WaxsealPracticeVisit *visit;
  guint problem = waxseal_practice_client_check_secret (client, call, client->is_public);

  if (problem == 0 && !has_field (call, "device_code"))
    return;
  visit = problem == 0 ? waxseal_practice_visit_find (call, get_field (call, "device_code")) : NULL;
  if (problem == 0)
    problem = check_device (visit, call, client);
  if (problem != 0)
    {
      waxseal_practice_identity_fail (call, problem, client->id);
      return;
    }
  visit->state = WAXSEAL_PRACTICE_VISIT_REDEEMED;
  reply_to_person (call, client, visit->user_id, visit->scope, NULL, NULL);
}

static gboolean
is_default_scope (const char *scope)
{
  return g_str_has_suffix (scope, "/.default") && strchr (scope, ' ') == NULL;
}

static void
redeem_secret (WaxsealPracticeCall *call, WaxsealPracticeClient *client)
{
  JsonObject *principal =
    waxseal_practice_tenant_find (call->tenant, "servicePrincipals", "appId", client->id);
  guint problem = waxseal_practice_client_check_secret (client, call, client->application == NULL);
  g_autoptr (WaxsealPracticeScopes) scopes = NULL;

  if (problem == 0 && client->application == NULL)
    problem = 7000218;
  if (problem == 0 && principal == NULL)
    problem = 7000229;
  if (problem != 0)
    {
      waxseal_practice_identity_fail (call, problem, client->id);
      return;
    }
  if (!has_field (call, "scope"))
    return;
  if (!is_default_scope (get_field (call, "scope")))
    {
      waxseal_practice_identity_fail (call, 1002012, get_field (call, "scope"));
      return;
    }
  scopes = read_scopes (call, client, get_field (call, "scope"));
  if (scopes != NULL)
    waxseal_practice_token_reply_application (call, client, principal, scopes->resource);
}

static const struct
{
  const char *type;
  Redeem redeem;
} grants[] = {
  { "authorization_code", redeem_code },
  { "refresh_token", redeem_refresh_token },
  { "urn:ietf:params:oauth:grant-type:device_code", redeem_device_code },
  { "device_code", redeem_device_code }, /* Microsoft's older spelling */
  { "client_credentials", redeem_secret },
};

static void
redeem (WaxsealPracticeCall *call, WaxsealPracticeClient *client)
{
  const char *type = get_field (call, "grant_type");
  gsize i;

  for (i = 0; i < G_N_ELEMENTS (grants); i++)
    if (g_str_equal (type, grants[i].type))
      {
        grants[i].redeem (call, client);
        return;
      }
  waxseal_practice_identity_fail (call, 70003, type);
}

/** waxseal_practice_grant_serve: gives tokens for a code, a refresh token or a secret */
void
waxseal_practice_grant_serve (WaxsealPracticeCall *call)
{
  g_autoptr (WaxsealPracticeClient) client = NULL;
  guint problem = 0;

  if (!waxseal_practice_discovery_is_tenant (call, call->keys[0]))
    {
      waxseal_practice_identity_fail (call, 90002, call->keys[0]);
      return;
    }
  if (call->form == NULL)
    call->form = g_hash_table_new (g_str_hash, g_str_equal);
  if (!has_field (call, "grant_type") || !has_field (call, "client_id"))
    return;
  client = waxseal_practice_client_find (call, get_field (call, "client_id"), &problem);
  if (client == NULL)
    waxseal_practice_identity_fail (call, problem, get_field (call, "client_id"));
  else
    redeem (call, client);
}
