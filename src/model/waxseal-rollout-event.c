/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "waxseal-rollout-event.h"

#include "waxseal-enums.h"
#include "waxseal-enum-types.h"
#include "waxseal-rollout-enums.h"

/**
 * WaxsealRolloutEvent:
 *
 * Something that happened to a phase: declared by the administrator, or verified, that is, read
 * back from the service. "n-people" is how many it was assigned to, 0 for everyone or not known;
 * "verdict" counts with a judgement only.
 */
struct _WaxsealRolloutEvent
{
  WaxsealRecord parent_instance;
};

G_DEFINE_FINAL_TYPE (WaxsealRolloutEvent, waxseal_rollout_event, WAXSEAL_TYPE_RECORD)

static void
waxseal_rollout_event_class_init (WaxsealRolloutEventClass *klass)
{
  waxseal_record_class_install (
    klass,
    waxseal_record_text_pspec ("time"),
    waxseal_record_enum_pspec ("kind",
                               WAXSEAL_TYPE_ROLLOUT_EVENT_KIND,
                               WAXSEAL_ROLLOUT_EVENT_KIND_UPLOADED),
    waxseal_record_enum_pspec ("state", WAXSEAL_TYPE_STATE, WAXSEAL_STATE_DECLARED),
    waxseal_record_enum_pspec ("verdict", WAXSEAL_TYPE_VERDICT, WAXSEAL_VERDICT_GO),
    waxseal_record_enum_pspec ("road", WAXSEAL_TYPE_ROAD, WAXSEAL_ROAD_ADMIN_CENTER),
    waxseal_record_text_pspec ("by"),
    waxseal_record_text_pspec ("version"),
    waxseal_record_number_pspec ("n-people", 0),
    waxseal_record_text_pspec ("request-id"),
    waxseal_record_text_pspec ("details"),
    NULL);
}

static void
waxseal_rollout_event_init (WaxsealRolloutEvent *self)
{
}
