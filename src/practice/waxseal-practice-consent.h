/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What the people of the practice tenant have consented to per program, each for herself, or an
 * administrator for everyone. */
#pragma once

#include "waxseal-practice-scopes.h"

G_BEGIN_DECLS

gboolean waxseal_practice_consent_is_admin (JsonObject *person);

GArray *waxseal_practice_consent_find_lacking (WaxsealPracticeScopes *scopes,
                                               WaxsealPracticeCall *call,
                                               const char *client_id,
                                               JsonObject *person);
/* @person: (nullable): %NULL for everyone */
void waxseal_practice_consent_add (GArray *items,
                                   WaxsealPracticeCall *call,
                                   const char *client_id,
                                   JsonObject *person);
char **waxseal_practice_consent_dup_scopes (WaxsealPracticeCall *call,
                                            WaxsealPracticeClient *client,
                                            JsonObject *person,
                                            JsonObject *resource);

G_END_DECLS
