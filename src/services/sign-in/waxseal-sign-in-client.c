/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "waxseal-sign-in-client.h"

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
