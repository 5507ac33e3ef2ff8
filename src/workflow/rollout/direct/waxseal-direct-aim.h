/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "waxseal-direct-review.h"
#include "waxseal-rollout-action.h"

G_BEGIN_DECLS

/**
 * WaxsealDirectAim:
 * @others: (element-type WaxsealRolloutPhase): those that have the add-in by this road, without
 *   @phase
 * @audience: what @phase adds to the whole; with @addresses and @method
 * @wanted: (nullable): what the organisation's one add-in has to be; %NULL for gone
 * @aspects: what of it the action is about
 *
 * What an action on one phase comes to, where all phases share one add-in: it goes to the people of
 * all phases that are rolled out, and everyone wins. The method can only be one for all.
 */
typedef struct
{
  WaxsealRolloutAction action;
  WaxsealRolloutPhase *phase;
  GPtrArray *others;
  WaxsealAudience audience;
  char **addresses;
  WaxsealDeploymentMethod method;
  WaxsealDirectState *wanted;
  WaxsealDirectAspects aspects;
} WaxsealDirectAim;

WaxsealDirectAim *waxseal_direct_aim_new (WaxsealOrganization *organization,
                                          WaxsealRolloutPhase *phase,
                                          WaxsealRolloutAction action,
                                          WaxsealDirectReview *review,
                                          const char *version);
void waxseal_direct_aim_free (WaxsealDirectAim *self);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (WaxsealDirectAim, waxseal_direct_aim_free)

gboolean waxseal_direct_aim_is_deployed (WaxsealRolloutPhase *phase);
gboolean waxseal_direct_aim_uses_plan (const WaxsealDirectAim *self);

G_END_DECLS
