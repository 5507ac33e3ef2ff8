/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What the token endpoint hands out (microsoft.md, 1.2 and 2.8). */
#pragma once

#include "waxseal-practice-scopes.h"

G_BEGIN_DECLS

/* @nonce: (nullable); @refresh_token: (nullable): the one that is being redeemed */
void waxseal_practice_token_reply_person (WaxsealPracticeCall *call,
                                          WaxsealPracticeClient *client,
                                          JsonObject *person,
                                          WaxsealPracticeScopes *scopes,
                                          const char *nonce,
                                          JsonObject *refresh_token);
void waxseal_practice_token_reply_application (WaxsealPracticeCall *call,
                                               WaxsealPracticeClient *client,
                                               JsonObject *principal,
                                               JsonObject *resource);

/* Of the form's refresh_token; NULL if it is not known or no longer good. */
JsonObject *waxseal_practice_token_find_refresh (WaxsealPracticeCall *call);

G_END_DECLS
