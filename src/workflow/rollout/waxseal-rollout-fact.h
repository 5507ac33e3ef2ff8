/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "waxseal-enums.h"
#include "waxseal-rollout-enums.h"
#include "waxseal-rollout-phase.h"

G_BEGIN_DECLS

/**
 * WaxsealRolloutFact:
 * @state: %WAXSEAL_STATE_DECLARED, or _VERIFIED where it was read back
 * @by: (nullable): who did or saw it
 * @version: (nullable): of the manifest, where the fact is about one
 * @addresses: (nullable): whom the add-in is assigned to for this phase now
 * @request_id: (nullable): the service's name of the request
 * @details: (nullable): in the administrator's words or the service's
 *
 * Something that happened to a phase, to be written down. Only what goes with @kind is looked at:
 * audience, method, road and addresses with an assignment; @verdict with a judgement.
 */
typedef struct
{
  WaxsealRolloutEventKind kind;
  WaxsealState state;
  WaxsealRoad road;
  WaxsealAudience audience;
  WaxsealDeploymentMethod method;
  WaxsealVerdict verdict;
  const char *by;
  const char *version;
  const char *const *addresses;
  const char *request_id;
  const char *details;
} WaxsealRolloutFact;

void waxseal_rollout_fact_record (const WaxsealRolloutFact *fact, WaxsealRolloutPhase *phase);
const char *waxseal_rollout_event_kind_get_label (WaxsealRolloutEventKind kind);

G_END_DECLS
