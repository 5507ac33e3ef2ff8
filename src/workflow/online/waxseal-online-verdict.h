/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What an answer means for the manifest that the address stands in. */
#pragma once

#include "waxseal-http-visitor.h"
#include "waxseal-manifest-addresses.h"

G_BEGIN_DECLS

/**
 * WaxsealOnlineState:
 * @WAXSEAL_ONLINE_UNKNOWN: nothing can be said: it was not asked, or did not answer
 * @WAXSEAL_ONLINE_VERIFIED: it answered, as the manifest claims
 * @WAXSEAL_ONLINE_WRONG: it answered otherwise
 */
typedef enum
{
  WAXSEAL_ONLINE_UNKNOWN,
  WAXSEAL_ONLINE_VERIFIED,
  WAXSEAL_ONLINE_WRONG,
} WaxsealOnlineState;

GPtrArray *waxseal_online_verdict_list (const WaxsealManifestAddress *address,
                                        const WaxsealVisitAnswer *answer);
WaxsealOnlineState waxseal_online_verdict_get_state (const WaxsealManifestAddress *address,
                                                     const WaxsealVisitAnswer *answer);
char *waxseal_online_verdict_describe (const WaxsealManifestAddress *address,
                                       const WaxsealVisitAnswer *answer);

G_END_DECLS
