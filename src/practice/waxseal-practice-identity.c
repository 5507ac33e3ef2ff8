/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "waxseal-practice-identity.h"

#include <string.h>

#include "waxseal-json.h"
#include "waxseal-practice-visit.h"

#define BEARER "Bearer "
/* How far the clocks of a token's maker and reader may be apart, in seconds. */
#define LEEWAY 300

/** waxseal_practice_identity_new: Returns: (transfer full): a sign-in service with a new key */
WaxsealPracticeIdentity *
waxseal_practice_identity_new (void)
{
  WaxsealPracticeIdentity *self = g_new0 (WaxsealPracticeIdentity, 1);

  self->keys = waxseal_practice_keys_new ();
  self->visits = g_hash_table_new_full (g_str_hash,
                                        g_str_equal,
                                        g_free,
                                        (GDestroyNotify) waxseal_practice_visit_free);
  return self;
}

/** waxseal_practice_identity_free: @self: (transfer full): the service */
void
waxseal_practice_identity_free (WaxsealPracticeIdentity *self)
{
  g_hash_table_unref (self->visits);
  waxseal_practice_keys_free (self->keys);
  g_free (self);
}

static const char *
find_problem (WaxsealPracticeCall *call, JsonObject *claims, const char *audience)
{
  gint64 now = waxseal_practice_tenant_get_now (call->tenant);

  if (claims == NULL)
    return "Access token validation failure.";
  if (!g_str_equal (waxseal_json_get_text (claims, "aud"), audience))
    return "Access token validation failure. Invalid audience.";
  if (waxseal_json_get_number (claims, "nbf", G_MAXINT64) > now + LEEWAY)
    return "Lifetime validation failed, the token is not yet valid.";
  if (waxseal_json_get_number (claims, "exp", 0) <= now)
    return "Lifetime validation failed, the token is expired.";
  return NULL;
}

static char **
split_claim (JsonObject *claims, const char *name)
{
  const char *text = waxseal_json_get_text (claims, name);

  return g_strsplit (text, " ", text[0] != '\0' ? -1 : 0);
}

static char **
list_claim (JsonObject *claims, const char *name)
{
  JsonArray *array = waxseal_json_get_array (claims, name);

  return array != NULL ? waxseal_json_array_dup_texts (array) : g_new0 (char *, 1);
}

/**
 * waxseal_practice_identity_recognise:
 * @audience: the service that is called
 * @problem: (out): why it is not recognised, as Graph says it
 *
 * Returns: (transfer full) (nullable): who the access token of @call says is calling; %NULL without
 *   one for @audience that is valid by the tenant's clock
 */
WaxsealPracticeCaller *
waxseal_practice_identity_recognise (WaxsealPracticeCall *call,
                                     const char *audience,
                                     const char **problem)
{
  const char *header = waxseal_practice_call_get_header (call, "Authorization");
  g_autoptr (JsonObject) claims = NULL;
  WaxsealPracticeCaller *caller;

  *problem = "Access token is empty.";
  if (header == NULL || g_ascii_strncasecmp (header, BEARER, strlen (BEARER)) != 0)
    return NULL;
  claims = waxseal_practice_keys_verify (call->identity->keys, header + strlen (BEARER));
  *problem = find_problem (call, claims, audience);
  if (*problem != NULL)
    return NULL;
  caller = waxseal_practice_caller_new ();
  caller->app_id = g_strdup (waxseal_json_get_text (claims, "appid"));
  caller->scopes = split_claim (claims, "scp");
  caller->user_id =
    g_strdup (json_object_has_member (claims, "scp") ? waxseal_json_get_text (claims, "oid") : "");
  caller->roles = list_claim (claims, "roles");
  caller->wids = list_claim (claims, "wids");
  return caller;
}
