/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "waxseal-token.h"

#include <string.h>
#include <time.h>

#include "waxseal-json.h"
#include "waxseal-token-claims.h"

/* A token is not used for its last seconds: a request takes its time, and clocks differ. */
#define MARGIN 120

struct _WaxsealToken
{
  SecretValue *value;
  gint64 usable_until; /* of get_seconds() */
  char **scopes;
  JsonObject *claims; /* or NULL */
};

G_DEFINE_BOXED_TYPE (WaxsealToken, waxseal_token, waxseal_token_ref, waxseal_token_unref)

/* Unlike the monotonic time of GLib, this one goes on while the computer sleeps. */
static gint64
get_seconds (void)
{
  struct timespec now;

  clock_gettime (CLOCK_BOOTTIME, &now);
  return now.tv_sec;
}

/**
 * waxseal_token_new:
 * @value: the token
 * @expires_in: for how many seconds from now it is good
 * @scopes: (nullable): what it is good for; %NULL for whatever its resource has
 *
 * Returns: (transfer full): a token that counts as used up a little before it is
 */
WaxsealToken *
waxseal_token_new (SecretValue *value, gint64 expires_in, const char *const *scopes)
{
  WaxsealToken *self = g_rc_box_new0 (WaxsealToken);
  /* More than a day is nothing that Microsoft issues; a hostile number must not overflow. */
  gint64 seconds = CLAMP (expires_in, 0, 24 * 3600);

  self->value = secret_value_ref (value);
  self->usable_until = get_seconds () + seconds - MIN (MARGIN, seconds / 10);
  self->scopes = g_strdupv ((char **) scopes);
  self->claims = waxseal_token_claims_read (value);
  return self;
}

/** waxseal_token_ref: Returns: (transfer full): @self */
WaxsealToken *
waxseal_token_ref (WaxsealToken *self)
{
  return g_rc_box_acquire (self);
}

static void
clear_token (gpointer data)
{
  WaxsealToken *self = data;

  secret_value_unref (self->value);
  g_strfreev (self->scopes);
  g_clear_pointer (&self->claims, json_object_unref);
}

/** waxseal_token_unref: @self: (transfer full): a token */
void
waxseal_token_unref (WaxsealToken *self)
{
  g_rc_box_release_full (self, clear_token);
}

/** waxseal_token_get_value: Returns: (transfer none): what to sign a request with */
SecretValue *
waxseal_token_get_value (WaxsealToken *self)
{
  return self->value;
}

/* "https://graph.microsoft.com/User.Read" and "User.Read" are the same scope of one resource. */
static const char *
get_last_part (const char *scope)
{
  const char *slash = strrchr (scope, '/');

  return slash != NULL ? slash + 1 : scope;
}

/* Scopes of the sign-in itself, which no access token shows; ".default" is what was granted. */
static gboolean
is_always_covered (const char *scope)
{
  static const char *const names[] = { ".default", "email",   "offline_access",
                                       "openid",   "profile", NULL };

  return g_strv_contains (names, scope);
}

static gboolean
covers (WaxsealToken *self, const char *scope)
{
  const char *part = get_last_part (scope);

  if (self->scopes == NULL || is_always_covered (part))
    return TRUE;
  for (guint i = 0; self->scopes[i] != NULL; i++)
    if (g_ascii_strcasecmp (get_last_part (self->scopes[i]), part) == 0)
      return TRUE;
  return FALSE;
}

/**
 * waxseal_token_is_usable:
 * @scopes: (nullable): what it is wanted for
 *
 * Returns: whether it is good for all of @scopes, and for some time yet
 */
gboolean
waxseal_token_is_usable (WaxsealToken *self, const char *const *scopes)
{
  if (get_seconds () >= self->usable_until)
    return FALSE;
  for (guint i = 0; scopes != NULL && scopes[i] != NULL; i++)
    if (!covers (self, scopes[i]))
      return FALSE;
  return TRUE;
}

/**
 * waxseal_token_get_claim:
 * @claim: the name of a text in the payload, such as "tid"
 *
 * For display and for the choice of what to offer only: see waxseal_token_claims_read().
 *
 * Returns: (transfer none): the text, or ""
 */
const char *
waxseal_token_get_claim (WaxsealToken *self, const char *claim)
{
  return waxseal_json_get_text (self->claims, claim);
}

/**
 * waxseal_token_dup_claim_list:
 * @claim: the name of an array of texts in the payload, such as "roles" or "wids"
 *
 * For display and for the choice of what to offer only: see waxseal_token_claims_read().
 *
 * Returns: (transfer full) (array zero-terminated=1): the texts; none where it is absent
 */
char **
waxseal_token_dup_claim_list (WaxsealToken *self, const char *claim)
{
  return waxseal_json_array_dup_texts (waxseal_json_get_array (self->claims, claim));
}
