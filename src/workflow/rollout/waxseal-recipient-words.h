/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What is known of a person or group that a phase names, in words. */
#pragma once

#include "waxseal-recipient.h"
#include "waxseal-rollout-enums.h"

G_BEGIN_DECLS

char *waxseal_recipient_dup_title (WaxsealRecipient *self);
char *waxseal_recipient_describe_state (WaxsealRecipient *self);
char *waxseal_recipient_describe_members (WaxsealRecipient *self);
char *waxseal_recipient_describe_problem (WaxsealRecipient *self, WaxsealRoad road);

gboolean waxseal_recipient_is_group (WaxsealRecipient *self);
gboolean waxseal_recipient_is_verified (WaxsealRecipient *self);
gboolean waxseal_recipient_is_counted (WaxsealRecipient *self);

G_END_DECLS
