/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "waxseal-direct-aim.h"

G_BEGIN_DECLS

/**
 * WaxsealDirectOutcome:
 * @version: (nullable): of the manifest that was added anew; %NULL where none was
 * @by: who is signed in
 * @request_id: (nullable): the service's name of the request
 * @details: (nullable): what the service said besides
 *
 * What was read back after a run.
 */
typedef struct
{
  const char *version;
  const char *seen_version;
  const char *by;
  const char *request_id;
  const char *details;
} WaxsealDirectOutcome;

void waxseal_direct_record_done (const WaxsealDirectAim *aim, const WaxsealDirectOutcome *outcome);
void waxseal_direct_record_removed (const WaxsealDirectAim *aim,
                                    const WaxsealDirectOutcome *outcome);

G_END_DECLS
