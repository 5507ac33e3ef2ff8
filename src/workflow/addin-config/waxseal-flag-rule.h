/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "waxseal-mail-domain.h"

G_BEGIN_DECLS

/**
 * WaxsealFlagRule:
 * @header: which header the gateway looks at: “Subject”, or the flag's own
 * @value: what it must contain; empty where the header's presence is enough
 * @ignore_case: whether the gateway is to ignore case
 * @at_start: whether @value must stand at the beginning
 *
 * What the gateway looks for in a message that the add-in has flagged (cisco.md, 5).
 */
typedef struct
{
  char *header;
  char *value;
  gboolean ignore_case;
  gboolean at_start;
} WaxsealFlagRule;

/** WaxsealFlagMatch: whether the gateway would see the flag, and why not. */
typedef enum
{
  WAXSEAL_FLAG_CAUGHT,
  WAXSEAL_FLAG_NOT_SET,
  WAXSEAL_FLAG_NO_HEADER,
  WAXSEAL_FLAG_OTHER_CASE,
  WAXSEAL_FLAG_OTHER_BLANKS,
  WAXSEAL_FLAG_OTHER_PLACE,
  WAXSEAL_FLAG_ABSENT,
} WaxsealFlagMatch;

WaxsealFlagRule *
waxseal_flag_rule_new (WaxsealMailDomain *domain, gboolean ignore_case, gboolean at_start);
void waxseal_flag_rule_free (WaxsealFlagRule *self);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (WaxsealFlagRule, waxseal_flag_rule_free)

gboolean waxseal_flag_rule_is_subject (const WaxsealFlagRule *self);
WaxsealFlagMatch waxseal_flag_rule_test (const WaxsealFlagRule *self, const char *message);
const char *waxseal_flag_match_describe (WaxsealFlagMatch match);

G_END_DECLS
