/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "waxseal-rollout-phase.h"

#include "waxseal-enums.h"
#include "waxseal-enum-types.h"

/**
 * WaxsealRolloutPhase:
 *
 * One phase of the staged deployment (guide.md, C and best practice).
 */
struct _WaxsealRolloutPhase
{
  WaxsealRecord parent_instance;
};

G_DEFINE_FINAL_TYPE (WaxsealRolloutPhase, waxseal_rollout_phase, WAXSEAL_TYPE_RECORD)

static void
waxseal_rollout_phase_class_init (WaxsealRolloutPhaseClass *klass)
{
  waxseal_record_class_install (klass,
                                waxseal_record_text_pspec ("name"),
                                waxseal_record_enum_pspec ("audience",
                                                           WAXSEAL_TYPE_AUDIENCE,
                                                           WAXSEAL_AUDIENCE_SPECIFIC),
                                waxseal_record_text_pspec ("members"),
                                waxseal_record_enum_pspec ("method",
                                                           WAXSEAL_TYPE_DEPLOYMENT_METHOD,
                                                           WAXSEAL_DEPLOYMENT_METHOD_FIXED),
                                waxseal_record_text_pspec ("planned-on"),
                                waxseal_record_text_pspec ("deployed-on"),
                                waxseal_record_text_pspec ("judged-on"),
                                waxseal_record_text_pspec ("notes"),
                                NULL);
}

static void
waxseal_rollout_phase_init (WaxsealRolloutPhase *self)
{
}
