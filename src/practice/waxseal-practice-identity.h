/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The sign-in service of the practice tenant (microsoft.md, 1.2 to 1.6 and 2.8): what it remembers
 * between requests. Owned by the server's thread. */
#pragma once

#include "waxseal-practice-call.h"
#include "waxseal-practice-keys.h"

G_BEGIN_DECLS

/* Graph, as its tokens and as its principal in each tenant name it (microsoft.md, 2.1). */
#define WAXSEAL_PRACTICE_GRAPH_APP_ID "00000003-0000-0000-c000-000000000000"
#define WAXSEAL_PRACTICE_GRAPH        "https://graph.microsoft.com"
/* Exchange Online, likewise (microsoft.md, 1.1 and 1.7). */
#define WAXSEAL_PRACTICE_EXCHANGE_APP_ID "00000002-0000-0ff1-ce00-000000000000"
#define WAXSEAL_PRACTICE_EXCHANGE        "https://outlook.office365.com"

/**
 * WaxsealPracticeIdentity:
 * @keys: (owned): with which tokens are signed
 * @visits: (element-type utf8 WaxsealPracticeVisit): by the hash of the code for it
 */
typedef struct _WaxsealPracticeIdentity
{
  WaxsealPracticeKeys *keys;
  GHashTable *visits;
} WaxsealPracticeIdentity;

WaxsealPracticeIdentity *waxseal_practice_identity_new (void);
void waxseal_practice_identity_free (WaxsealPracticeIdentity *self);

WaxsealPracticeCaller *waxseal_practice_identity_recognise (WaxsealPracticeCall *call,
                                                            const char *audience,
                                                            const char **problem);

G_END_DECLS
