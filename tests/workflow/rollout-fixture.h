/* SPDX-License-Identifier: GPL-3.0-or-later */
/* An organization with three phases, and ways to say what became of them. */
#pragma once

#include "waxseal-organization.h"
#include "waxseal-recipient.h"
#include "waxseal-rollout-assignment.h"

G_BEGIN_DECLS

typedef struct
{
  WaxsealOrganization *organization;
  WaxsealRolloutPhase *phases[3];
} RolloutFixture;

void rollout_fixture_set_up (RolloutFixture *f, gconstpointer data);
void rollout_fixture_tear_down (RolloutFixture *f, gconstpointer data);

WaxsealRecipient *rollout_fixture_add (RolloutFixture *f,
                                       guint phase,
                                       WaxsealRecipientKind kind,
                                       const char *address);
WaxsealRolloutOrder
rollout_fixture_order (RolloutFixture *f, guint phase, WaxsealRolloutAction action);
void rollout_fixture_declare (RolloutFixture *f, guint phase, WaxsealRolloutAction action);

G_END_DECLS
