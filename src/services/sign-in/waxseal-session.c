/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "waxseal-session.h"

#include <string.h>

#include "waxseal-json.h"

/* Of each step of the job there may be one with other scopes. */
#define MAX_TOKENS 8

typedef struct
{
  char *resource;
  WaxsealToken *token;
} Cached;

static void
cached_free (gpointer data)
{
  Cached *cached = data;

  g_free (cached->resource);
  waxseal_token_unref (cached->token);
  g_free (cached);
}

/** waxseal_session_new: Returns: (transfer full): nobody's session */
WaxsealSession *
waxseal_session_new (void)
{
  WaxsealSession *self = g_new0 (WaxsealSession, 1);

  self->tokens = g_ptr_array_new_with_free_func (cached_free);
  waxseal_session_reset (self);
  return self;
}

/** waxseal_session_free: @self: (transfer full): a session */
void
waxseal_session_free (WaxsealSession *self)
{
  g_clear_pointer (&self->refresh_token, secret_value_unref);
  g_free (self->client_id);
  g_free (self->claims);
  g_free (self->user_name);
  g_free (self->display_name);
  g_free (self->tenant_id);
  g_strfreev (self->roles);
  g_ptr_array_unref (self->tokens);
  g_free (self);
}

static void
set_text (char **text, const char *value)
{
  g_free (*text);
  *text = g_strdup (value);
}

/** waxseal_session_reset: Forgets everything; then nobody is signed in. */
void
waxseal_session_reset (WaxsealSession *self)
{
  set_text (&self->client_id, "");
  set_text (&self->user_name, "");
  set_text (&self->display_name, "");
  set_text (&self->tenant_id, "");
  set_text (&self->claims, NULL);
  g_clear_pointer (&self->refresh_token, secret_value_unref);
  g_clear_pointer (&self->roles, g_strfreev);
  self->roles = g_new0 (char *, 1);
  g_ptr_array_set_size (self->tokens, 0);
  self->signed_in = FALSE;
  self->generation++;
}

/** waxseal_session_set_claims: @claims: (nullable): a challenge for the next sign-in */
void
waxseal_session_set_claims (WaxsealSession *self, const char *claims)
{
  g_autofree char *old = self->claims;

  self->claims = g_strdup (claims);
}

/** waxseal_session_set_refresh_token: @refresh_token: takes the place of any before */
void
waxseal_session_set_refresh_token (WaxsealSession *self,
                                   const char *client_id,
                                   SecretValue *refresh_token)
{
  g_autoptr (SecretValue) old = self->refresh_token;

  self->refresh_token = secret_value_ref (refresh_token);
  set_text (&self->client_id, client_id);
}

/* The ID token is about the person; where there is none, an access token often tells as much. */
static const char *
find_claim (WaxsealLoginReply *reply, const char *const *names)
{
  for (guint i = 0; names[i] != NULL; i++)
    {
      const char *text = waxseal_json_get_text (reply->id_claims, names[i]);

      if (*text == '\0')
        text = waxseal_token_get_claim (reply->token, names[i]);
      if (*text != '\0')
        return text;
    }
  return "";
}

static void
read_identity (WaxsealSession *self, WaxsealLoginReply *reply)
{
  static const char *const user_names[] = { "preferred_username", "upn", "unique_name", NULL };
  static const char *const display_names[] = { "name", NULL };
  static const char *const tenant_ids[] = { "tid", NULL };
  const struct
  {
    char **text;
    const char *const *names;
  } parts[] = {
    { &self->user_name, user_names },
    { &self->display_name, display_names },
    { &self->tenant_id, tenant_ids },
  };
  g_auto (GStrv) roles = waxseal_token_dup_claim_list (reply->token, "wids");

  for (guint i = 0; i < G_N_ELEMENTS (parts); i++)
    {
      const char *text = find_claim (reply, parts[i].names);

      if (*text != '\0')
        set_text (parts[i].text, text);
    }
  if (roles[0] == NULL)
    return;
  g_strfreev (self->roles);
  self->roles = g_steal_pointer (&roles);
}

/* A new token is at least as good as any other for the same scopes: roles may have changed. */
static void
cache (WaxsealSession *self, const char *resource, WaxsealToken *token)
{
  Cached *cached = g_new0 (Cached, 1);

  cached->resource = g_strdup (resource);
  cached->token = waxseal_token_ref (token);
  g_ptr_array_insert (self->tokens, 0, cached);
  for (guint i = self->tokens->len - 1; i > 0; i--)
    {
      Cached *older = self->tokens->pdata[i];

      if (i >= MAX_TOKENS || !waxseal_token_is_usable (older->token, NULL))
        g_ptr_array_remove_index (self->tokens, i);
    }
}

/**
 * waxseal_session_accept:
 * @resource: what the token is for
 * @reply: a success
 *
 * Takes in what the token endpoint gave; a refresh token replaces the one before at once.
 */
void
waxseal_session_accept (WaxsealSession *self,
                        const char *client_id,
                        const char *resource,
                        WaxsealLoginReply *reply)
{
  if (reply->refresh_token != NULL)
    waxseal_session_set_refresh_token (self, client_id, reply->refresh_token);
  set_text (&self->client_id, client_id);
  waxseal_session_set_claims (self, NULL);
  read_identity (self, reply);
  cache (self, resource, reply->token);
  self->signed_in = TRUE;
}

/** waxseal_session_has_role: Returns: whether the person has the role, by the newest token. */
gboolean
waxseal_session_has_role (WaxsealSession *self, const char *template_id)
{
  for (guint i = 0; self->roles[i] != NULL; i++)
    if (g_ascii_strcasecmp (self->roles[i], template_id) == 0)
      return TRUE;
  return FALSE;
}

/**
 * waxseal_session_find_refresh_token:
 * @client_id: the client that signs in now
 *
 * Returns: (transfer none) (nullable): the refresh token, if it is that client's
 */
SecretValue *
waxseal_session_find_refresh_token (WaxsealSession *self, const char *client_id)
{
  return strcmp (self->client_id, client_id) == 0 ? self->refresh_token : NULL;
}

/**
 * waxseal_session_find_token:
 * @client_id: the client that signs in now
 *
 * Returns: (transfer none) (nullable): the newest token that is good for @scopes of @resource
 */
WaxsealToken *
waxseal_session_find_token (WaxsealSession *self,
                            const char *client_id,
                            const char *resource,
                            const char *const *scopes)
{
  if (strcmp (self->client_id, client_id) != 0)
    return NULL;
  for (guint i = 0; i < self->tokens->len; i++)
    {
      Cached *cached = self->tokens->pdata[i];

      if (strcmp (cached->resource, resource) == 0 &&
          waxseal_token_is_usable (cached->token, scopes))
        return cached->token;
    }
  return NULL;
}
