/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "waxseal-check.h"

#include "waxseal-enums.h"
#include "waxseal-enum-types.h"

/**
 * WaxsealCheck:
 *
 * One dated check: what was looked at, how it ended, and a digest of the inputs it looked at, so
 * that it goes stale when they change.
 */
struct _WaxsealCheck
{
  WaxsealRecord parent_instance;
};

G_DEFINE_FINAL_TYPE (WaxsealCheck, waxseal_check, WAXSEAL_TYPE_RECORD)

static void
waxseal_check_class_init (WaxsealCheckClass *klass)
{
  waxseal_record_class_install (klass,
                                waxseal_record_text_pspec ("subject"),
                                waxseal_record_enum_pspec ("state",
                                                           WAXSEAL_TYPE_STATE,
                                                           WAXSEAL_STATE_TODO),
                                waxseal_record_text_pspec ("checked-on"),
                                waxseal_record_text_pspec ("inputs"),
                                waxseal_record_text_pspec ("details"),
                                NULL);
}

static void
waxseal_check_init (WaxsealCheck *self)
{
}
