/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "waxseal-sign-in-ask.h"

#include <string.h>

#include "waxseal-sign-in-scopes.h"

/* "https://outlook.office365.com/Exchange.Manage" is of "https://outlook.office365.com". */
static char *
dup_resource (WaxsealEndpoints *endpoints, const char *scope)
{
  if (strstr (scope, "://") == NULL)
    return g_strdup (waxseal_endpoints_get_graph (endpoints));
  return g_strndup (scope, strrchr (scope, '/') - scope);
}

static char *
build_scope (WaxsealEndpoints *endpoints, const char *const *scopes)
{
  const char *graph = waxseal_endpoints_get_graph (endpoints);
  g_autofree char *joined = waxseal_sign_in_scopes_join (graph, graph, scopes);

  return g_strconcat (WAXSEAL_SIGN_IN_SCOPE_IDENTITY, *joined != '\0' ? " " : "", joined, NULL);
}

/**
 * waxseal_sign_in_ask_new:
 * @scopes: (nullable) (array zero-terminated=1): Graph's by their names, those of another resource
 *   with its address. The first one's resource is the one that gets a token
 *
 * Returns: (transfer full): what to ask for, with no hint and no challenge
 */
WaxsealSignInAsk *
waxseal_sign_in_ask_new (WaxsealEndpoints *endpoints, const char *const *scopes)
{
  WaxsealSignInAsk *self = g_new0 (WaxsealSignInAsk, 1);
  g_autoptr (GStrvBuilder) builder = g_strv_builder_new ();
  gboolean any = scopes != NULL && scopes[0] != NULL;

  self->resource =
    any ? dup_resource (endpoints, scopes[0]) : g_strdup (waxseal_endpoints_get_graph (endpoints));
  for (guint i = 0; any && scopes[i] != NULL; i++)
    {
      g_autofree char *resource = dup_resource (endpoints, scopes[i]);

      if (strcmp (resource, self->resource) == 0)
        g_strv_builder_add (builder, scopes[i]);
    }
  self->token_scopes = g_strv_builder_end (builder);
  self->scope = build_scope (endpoints, scopes);
  self->token_scope = build_scope (endpoints, (const char *const *) self->token_scopes);
  return self;
}

/** waxseal_sign_in_ask_free: @self: (transfer full): no longer needed */
void
waxseal_sign_in_ask_free (WaxsealSignInAsk *self)
{
  g_free (self->scope);
  g_free (self->resource);
  g_free (self->token_scope);
  g_strfreev (self->token_scopes);
  g_free (self->hint);
  g_free (self->claims);
  g_free (self);
}
