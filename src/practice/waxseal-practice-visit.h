/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What is remembered between someone's sign-in on a page and the program's asking for the tokens.
 */
#pragma once

#include "waxseal-practice-call.h"

G_BEGIN_DECLS

/** WaxsealPracticeVisitState: how far a visit got. */
typedef enum
{
  WAXSEAL_PRACTICE_VISIT_PENDING,
  WAXSEAL_PRACTICE_VISIT_ACCEPTED,
  WAXSEAL_PRACTICE_VISIT_DECLINED,
  WAXSEAL_PRACTICE_VISIT_REDEEMED,
} WaxsealPracticeVisitState;

/**
 * WaxsealPracticeVisit:
 * @user_code: (nullable): of the device code flow
 * @redirect_uri: (nullable): this, @challenge and @nonce of the authorization code flow
 * @issued: seconds since 1970 by the tenant's clock
 * @polled: monotonic microseconds
 */
typedef struct
{
  WaxsealPracticeVisitState state;
  char *client_id;
  char *scope;
  char *user_id;
  char *user_code;
  char *redirect_uri;
  char *challenge;
  char *nonce;
  gint64 issued;
  gint64 polled;
} WaxsealPracticeVisit;

WaxsealPracticeVisit *
waxseal_practice_visit_begin (WaxsealPracticeCall *call, const char *client_id, char **secret);
WaxsealPracticeVisit *waxseal_practice_visit_find (WaxsealPracticeCall *call, const char *secret);
WaxsealPracticeVisit *waxseal_practice_visit_find_by_code (WaxsealPracticeCall *call,
                                                           const char *user_code);
gint64 waxseal_practice_visit_get_age (WaxsealPracticeVisit *self, WaxsealPracticeCall *call);
void waxseal_practice_visit_free (WaxsealPracticeVisit *self);

G_END_DECLS
