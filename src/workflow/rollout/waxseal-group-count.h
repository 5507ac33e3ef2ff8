/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "waxseal-group-tally.h"
#include "waxseal-recipient.h"

G_BEGIN_DECLS

/** WaxsealGroupCountState: what came of counting a group. */
typedef enum
{
  WAXSEAL_GROUP_COUNT_OPEN,
  WAXSEAL_GROUP_COUNT_DONE,
  WAXSEAL_GROUP_COUNT_LARGE,  /* only how many there are */
  WAXSEAL_GROUP_COUNT_HIDDEN, /* Graph does not say who is in it */
  WAXSEAL_GROUP_COUNT_GONE,
} WaxsealGroupCountState;

/*
 * A group of a phase, and who is in it. Properties: "recipient", "state" (int), "message" (what to
 * know before the group is chosen, translated, in lines), "n-direct" and "n-nested" (people with a
 * mailbox: in it, and only in groups in it, whom the admin center leaves out); the last four change
 * together, once.
 */
#define WAXSEAL_TYPE_GROUP_COUNT (waxseal_group_count_get_type ())
G_DECLARE_FINAL_TYPE (WaxsealGroupCount, waxseal_group_count, WAXSEAL, GROUP_COUNT, GObject)

WaxsealGroupCount *waxseal_group_count_new (WaxsealRecipient *recipient);

void waxseal_group_count_set_group (WaxsealGroupCount *self, JsonObject *group);
void waxseal_group_count_finish (WaxsealGroupCount *self, const WaxsealGroupTally *tally);
void waxseal_group_count_finish_large (WaxsealGroupCount *self, guint n_direct, guint n_all);
void waxseal_group_count_fail (WaxsealGroupCount *self, WaxsealGroupCountState state);

WaxsealRecipient *waxseal_group_count_get_recipient (WaxsealGroupCount *self);
WaxsealGroupCountState waxseal_group_count_get_state (WaxsealGroupCount *self);
guint waxseal_group_count_get_n_direct (WaxsealGroupCount *self);
guint waxseal_group_count_get_n_nested (WaxsealGroupCount *self);
char *waxseal_group_count_dup_message (WaxsealGroupCount *self);

G_END_DECLS
