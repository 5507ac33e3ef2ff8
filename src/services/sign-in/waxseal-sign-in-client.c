/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "waxseal-sign-in-client.h"

#include <string.h>

/* A tenant's own public client is what Waxseal asks for. Microsoft's own one needs no set-up, but
 * is restricted in many tenants, and could vanish (microsoft.md, 1.6 and 4). */
static const WaxsealSignInClient clients[] = {
  { WAXSEAL_SIGN_IN_CLIENT_QUICK_START, "Microsoft Graph Command Line Tools" },
};

/**
 * waxseal_sign_in_client_find:
 *
 * Returns: (transfer none) (nullable): the client of Microsoft's own that has @id; %NULL for one
 *   of the tenant's
 */
const WaxsealSignInClient *
waxseal_sign_in_client_find (const char *id)
{
  for (guint i = 0; i < G_N_ELEMENTS (clients); i++)
    if (g_ascii_strcasecmp (clients[i].id, id) == 0)
      return &clients[i];
  return NULL;
}

/**
 * waxseal_sign_in_client_choose:
 *
 * The client ID of the organisation's sign-in settings, whether its own or the quick start, which
 * is never taken unasked. The practice tenant has one for everybody.
 *
 * Returns: (transfer full) (nullable): a client ID, %NULL where none has been chosen
 */
char *
waxseal_sign_in_client_choose (WaxsealEndpoints *endpoints, WaxsealOrganization *organization)
{
  WaxsealRecord *settings = waxseal_record_get_child (organization, "sign-in");
  char *id = g_strstrip (g_strdup (waxseal_record_get_text (settings, "client-id")));

  if (*id != '\0')
    return id;
  g_free (id);
  if (waxseal_endpoints_is_practice (endpoints))
    return g_strdup (WAXSEAL_SIGN_IN_CLIENT_PRACTICE);
  return NULL;
}

static gboolean
is_quick_start (const char *client_id)
{
  return client_id != NULL &&
         g_ascii_strcasecmp (client_id, WAXSEAL_SIGN_IN_CLIENT_QUICK_START) == 0;
}

/**
 * waxseal_sign_in_client_choose_for_exchange:
 *
 * The same as for Graph, unless that is the quick start, which Exchange gives no token to: then the
 * person signs in a second time, with Microsoft's own client for Exchange.
 *
 * Returns: (transfer full) (nullable): a client ID, %NULL where none has been chosen
 */
char *
waxseal_sign_in_client_choose_for_exchange (WaxsealEndpoints *endpoints,
                                            WaxsealOrganization *organization)
{
  g_autofree char *id = waxseal_sign_in_client_choose (endpoints, organization);

  return is_quick_start (id) ? g_strdup (WAXSEAL_SIGN_IN_CLIENT_EXCHANGE) : g_steal_pointer (&id);
}

/* microsoft.md, 1.7. */
#define OWN_SCOPE     "Exchange.Manage"
#define DEFAULT_SCOPE ".default"

/**
 * waxseal_sign_in_client_dup_exchange_scopes:
 *
 * Returns: (transfer full) (array zero-terminated=1): the delegated scopes for Exchange, with its
 *   address, that the client for Exchange may ask for
 */
char **
waxseal_sign_in_client_dup_exchange_scopes (WaxsealEndpoints *endpoints,
                                            WaxsealOrganization *organization)
{
  g_autofree char *id = waxseal_sign_in_client_choose (endpoints, organization);
  g_autoptr (GStrvBuilder) builder = g_strv_builder_new ();
  g_autofree char *scope = g_strdup_printf ("%s/%s",
                                            waxseal_endpoints_get_exchange (endpoints),
                                            is_quick_start (id) ? DEFAULT_SCOPE : OWN_SCOPE);

  g_strv_builder_add (builder, scope);
  return g_strv_builder_end (builder);
}

/** waxseal_sign_in_client_is_for_exchange: Returns: whether @scopes (nullable) are those. Not told
 * by the address, which in the practice tenant is Graph’s too. */
gboolean
waxseal_sign_in_client_is_for_exchange (const char *const *scopes)
{
  const char *slash = scopes != NULL && scopes[0] != NULL ? strrchr (scopes[0], '/') : NULL;

  return slash != NULL &&
         (g_str_equal (slash + 1, OWN_SCOPE) || g_str_equal (slash + 1, DEFAULT_SCOPE));
}
