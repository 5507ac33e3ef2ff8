/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Whether the groups of a phase still are what it was assigned by: Exchange takes no groups, but
 * the members that they had (microsoft.md, 3.2). */
#pragma once

#include "waxseal-rollout-phase.h"

G_BEGIN_DECLS

/**
 * WaxsealGroupDrift:
 * @joined: addresses in a group that do not have the add-in by the phase
 * @left: addresses that have it, and that nothing in the phase names any more
 * @read_on: when the group that was read first was read; "" where one was not
 *
 * As the groups were when they were last read.
 */
typedef struct
{
  char **joined;
  char **left;
  char *read_on;
} WaxsealGroupDrift;

WaxsealGroupDrift *waxseal_group_drift_new (WaxsealRolloutPhase *phase);
void waxseal_group_drift_free (WaxsealGroupDrift *self);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (WaxsealGroupDrift, waxseal_group_drift_free)

char *waxseal_group_drift_describe (const WaxsealGroupDrift *self);

G_END_DECLS
