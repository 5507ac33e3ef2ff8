/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What the journal tells of the add-in in Exchange. */
#pragma once

#include "waxseal-direct-state.h"
#include "waxseal-organization.h"

G_BEGIN_DECLS

/** WaxsealDirectLately: what became of the add-in so short a time ago that not every server may
 * know. */
typedef enum
{
  WAXSEAL_DIRECT_LATELY_NOTHING,
  WAXSEAL_DIRECT_LATELY_THERE, /* deployed or changed */
  WAXSEAL_DIRECT_LATELY_REMOVED,
  WAXSEAL_DIRECT_LATELY_UNKNOWN, /* a change is open */
} WaxsealDirectLately;

WaxsealDirectLately waxseal_direct_history_get_lately (WaxsealOrganization *organization,
                                                       const char *app_id);
gboolean waxseal_direct_history_is_ours (WaxsealOrganization *organization,
                                         const WaxsealDirectState *addin);

G_END_DECLS
