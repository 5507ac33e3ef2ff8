/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Whom a phase reaches, as far as its record knows: people by address, groups as they were counted.
 */
#pragma once

#include "waxseal-recipient.h"
#include "waxseal-rollout-phase.h"

G_BEGIN_DECLS

/**
 * WaxsealPhaseReach:
 * @is_everyone: whether there is nobody whom it does not reach
 * @people: (element-type utf8): addresses in lower case, of counted groups as well
 * @groups: (element-type utf8): ids in lower case of all groups
 * @unknown: (element-type WaxsealRecipient): groups that were not counted, and people without an
 *   address; borrowed from the phase
 * @has_nested: whether groups in its groups count as if they were reached, too
 */
typedef struct
{
  gboolean is_everyone;
  GHashTable *people;
  GHashTable *groups;
  GPtrArray *unknown;
  gboolean has_nested;
} WaxsealPhaseReach;

void waxseal_phase_reach_init (WaxsealPhaseReach *self,
                               WaxsealRolloutPhase *phase,
                               const char *own_address);
void waxseal_phase_reach_clear (WaxsealPhaseReach *self);
G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (WaxsealPhaseReach, waxseal_phase_reach_clear)

gboolean waxseal_phase_reach_has_group (const WaxsealPhaseReach *self, WaxsealRecipient *group);
gboolean waxseal_phase_reach_contains (const WaxsealPhaseReach *self, WaxsealRecipient *recipient);

G_END_DECLS
