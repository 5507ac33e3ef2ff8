/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "waxseal-manifest-draft.h"
#include "waxseal-organization.h"
#include "waxseal-step.h"

G_BEGIN_DECLS

#define WAXSEAL_TYPE_STEP_LIST (waxseal_step_list_get_type ())
G_DECLARE_FINAL_TYPE (WaxsealStepList, waxseal_step_list, WAXSEAL, STEP_LIST, GObject)

WaxsealStepList *waxseal_step_list_new (WaxsealOrganization *organization,
                                        WaxsealManifestDraft *draft);

void waxseal_step_list_update (WaxsealStepList *self);
WaxsealStep *waxseal_step_list_get_step (WaxsealStepList *self, WaxsealStepId id);
WaxsealStep *waxseal_step_list_get_next (WaxsealStepList *self);

G_END_DECLS
