/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Which client ID Waxseal signs in with (microsoft.md, 1.6). */
#pragma once

#include "waxseal-endpoints.h"

G_BEGIN_DECLS

/**
 * WaxsealSignInClient:
 * @id: its client ID
 * @name: as Microsoft's consent page shows it
 *
 * A client of Microsoft's own, which a person may choose for a quick start, and is told so.
 */
typedef struct
{
  const char *id;
  const char *name;
} WaxsealSignInClient;

/* Microsoft Graph Command Line Tools. */
#define WAXSEAL_SIGN_IN_CLIENT_QUICK_START "14d82eec-204b-4c2f-b7e8-296a70dab67e"
/* Exchange's own PowerShell: the quick start's client can't get a token for Exchange. */
#define WAXSEAL_SIGN_IN_CLIENT_EXCHANGE "fb78d390-0c51-40cd-8e17-fdbfab77341b"
/* As the practice tenant knows it. */
#define WAXSEAL_SIGN_IN_CLIENT_PRACTICE "5ea15ea1-0000-4000-8000-7ac71ce00001"

const WaxsealSignInClient *waxseal_sign_in_client_find (const char *id);
char *waxseal_sign_in_client_choose (WaxsealEndpoints *endpoints,
                                     WaxsealOrganization *organization);
char *waxseal_sign_in_client_choose_for_exchange (WaxsealEndpoints *endpoints,
                                                  WaxsealOrganization *organization);
char **waxseal_sign_in_client_dup_exchange_scopes (WaxsealEndpoints *endpoints,
                                                   WaxsealOrganization *organization);
gboolean waxseal_sign_in_client_is_for_exchange (const char *const *scopes);

G_END_DECLS
