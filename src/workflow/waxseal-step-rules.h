/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "waxseal-manifest-draft.h"
#include "waxseal-organization.h"
#include "waxseal-step.h"

G_BEGIN_DECLS

void waxseal_step_rules_apply (WaxsealStep *step,
                               WaxsealOrganization *organization,
                               WaxsealManifestDraft *draft);

G_END_DECLS
