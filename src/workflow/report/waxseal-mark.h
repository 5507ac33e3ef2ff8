/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <glib.h>

#include "waxseal-enums.h"

G_BEGIN_DECLS

/** WaxsealMark: how a fact is known, or how bad a finding is; never two of them for one. */
typedef enum
{
  WAXSEAL_MARK_NONE,
  WAXSEAL_MARK_VERIFIED,  /* read back from the service */
  WAXSEAL_MARK_DECLARED,  /* an administrator says so, or typed it */
  WAXSEAL_MARK_ASSUMED,   /* proposed by Waxseal, confirmed by nobody */
  WAXSEAL_MARK_PLANNED,   /* meant, not done */
  WAXSEAL_MARK_UNKNOWN,   /* nothing is written down */
  WAXSEAL_MARK_STALE,     /* was true of something that has changed since */
  WAXSEAL_MARK_ATTENTION, /* looked at, and not as it should be */
  WAXSEAL_MARK_HINT,
  WAXSEAL_N_MARKS,
} WaxsealMark;

const char *waxseal_mark_get_symbol (WaxsealMark mark);
const char *waxseal_mark_get_nick (WaxsealMark mark);
const char *waxseal_mark_get_label (WaxsealMark mark);
const char *waxseal_mark_get_meaning (WaxsealMark mark);
char *waxseal_mark_describe (WaxsealMark mark, const char *when, const char *by);
WaxsealMark waxseal_mark_from_state (WaxsealState state);

G_END_DECLS
