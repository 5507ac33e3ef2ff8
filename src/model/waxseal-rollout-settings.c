/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "waxseal-rollout-settings.h"

#include "waxseal-enum-types.h"
#include "waxseal-rollout-enums.h"

/**
 * WaxsealRolloutSettings:
 *
 * What all phases have in common: the road chosen for the next one, whether the unpublished
 * interface of Exchange Online was accepted and by whom, and the messages to the users as they were
 * edited (empty: as Waxseal proposes them).
 */
struct _WaxsealRolloutSettings
{
  WaxsealRecord parent_instance;
};

G_DEFINE_FINAL_TYPE (WaxsealRolloutSettings, waxseal_rollout_settings, WAXSEAL_TYPE_RECORD)

static void
waxseal_rollout_settings_class_init (WaxsealRolloutSettingsClass *klass)
{
  waxseal_record_class_install (klass,
                                waxseal_record_enum_pspec ("road",
                                                           WAXSEAL_TYPE_ROAD,
                                                           WAXSEAL_ROAD_ADMIN_CENTER),
                                waxseal_record_text_pspec ("exchange-accepted-on"),
                                waxseal_record_text_pspec ("exchange-accepted-by"),
                                waxseal_record_text_pspec ("message-en"),
                                waxseal_record_text_pspec ("message-ja"),
                                NULL);
}

static void
waxseal_rollout_settings_init (WaxsealRolloutSettings *self)
{
}
