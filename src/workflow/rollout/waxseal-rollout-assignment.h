/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "waxseal-organization.h"
#include "waxseal-rollout-action.h"
#include "waxseal-rollout-enums.h"
#include "waxseal-rollout-phase.h"

G_BEGIN_DECLS

/**
 * WaxsealRolloutOrder:
 * @own_address: (nullable): of the administrator, for “Just me”
 *
 * What is to be done, with which phase; borrows all of it.
 */
typedef struct
{
  WaxsealOrganization *organization;
  WaxsealRolloutPhase *phase;
  WaxsealRolloutAction action;
  const char *own_address;
} WaxsealRolloutOrder;

/**
 * WaxsealRolloutAssignment:
 * @audience: what “Assign users” has to say afterwards
 * @people: whom it has to list then, where it is for specific users or groups
 * @added: those of them whom it does not list yet
 * @removed: those whom it lists, and is not to list any more
 * @own_people: those of the order's phase among @people
 * @own_audience: what the phase is assigned to then
 * @with_me: whether the administrator belongs to @people, and their address is not known
 * @was_everyone: whether it says “Everyone” now
 * @is_upload: whether the add-in is not there yet
 * @is_removal: whether nobody is left
 * @method: the deployment method that it has to have afterwards
 * @changes_method: whether it has another one now
 * @is_shared: whether it belongs to another phase, too
 *
 * What the one add-in that all phases share has to be assigned to.
 */
typedef struct
{
  WaxsealAudience audience;
  char **people;
  char **added;
  char **removed;
  char **own_people;
  WaxsealAudience own_audience;
  gboolean with_me;
  gboolean was_everyone;
  gboolean is_upload;
  gboolean is_removal;
  WaxsealDeploymentMethod method;
  gboolean changes_method;
  gboolean is_shared;
} WaxsealRolloutAssignment;

WaxsealRolloutAssignment *waxseal_rollout_assignment_new (const WaxsealRolloutOrder *order);
void waxseal_rollout_assignment_free (WaxsealRolloutAssignment *self);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (WaxsealRolloutAssignment, waxseal_rollout_assignment_free)

gboolean waxseal_rollout_assignment_shares (WaxsealRolloutPhase *phase);

G_END_DECLS
