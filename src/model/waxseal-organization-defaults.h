/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "waxseal-organization.h"
#include "waxseal-rollout-phase.h"

G_BEGIN_DECLS

void waxseal_organization_fill_defaults (WaxsealOrganization *self);
void waxseal_rollout_phase_fill_defaults (WaxsealRolloutPhase *self);
void waxseal_addin_identity_fill_defaults (WaxsealAddinIdentity *self);

G_END_DECLS
