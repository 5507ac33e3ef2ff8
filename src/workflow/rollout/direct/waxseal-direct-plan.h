/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "waxseal-direct-aim.h"
#include "waxseal-direct-step.h"

G_BEGIN_DECLS

/* What a run will send to Exchange for one action on one phase; shown before anything is sent. */
#define WAXSEAL_TYPE_DIRECT_PLAN (waxseal_direct_plan_get_type ())
G_DECLARE_FINAL_TYPE (WaxsealDirectPlan, waxseal_direct_plan, WAXSEAL, DIRECT_PLAN, GObject)

/* @manifest: the bytes to deploy; NULL where there are none yet. */
WaxsealDirectPlan *waxseal_direct_plan_new (WaxsealOrganization *organization,
                                            WaxsealRolloutPhase *phase,
                                            WaxsealRolloutAction action,
                                            WaxsealDirectReview *review,
                                            GBytes *manifest);

/* Of #WaxsealDirectStep, in the order of the run; none where it cannot be run. */
GListModel *waxseal_direct_plan_get_steps (WaxsealDirectPlan *self);
/* “3 people get the add-in, and 1 person loses it. It will change nothing else.” */
const char *waxseal_direct_plan_get_summary (WaxsealDirectPlan *self);
/* Who gets it and who loses it by this, as addresses, sorted; empty where that is everyone. */
const char *const *waxseal_direct_plan_get_added (WaxsealDirectPlan *self);
const char *const *waxseal_direct_plan_get_removed (WaxsealDirectPlan *self);
/* What is not as in the admin center, and what to know about this one; a sentence or two each. */
const char *const *waxseal_direct_plan_get_notes (WaxsealDirectPlan *self);
/* Why it cannot be run: what has to come first, or the admin center to be used; a sentence or two
 * each. Empty where it can. */
const char *const *waxseal_direct_plan_get_refusals (WaxsealDirectPlan *self);
gboolean waxseal_direct_plan_can_run (WaxsealDirectPlan *self);

/* For the run. */
const WaxsealDirectAim *waxseal_direct_plan_get_aim (WaxsealDirectPlan *self);
WaxsealDirectReview *waxseal_direct_plan_get_review (WaxsealDirectPlan *self);

G_END_DECLS
