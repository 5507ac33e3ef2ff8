/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What the people of the practice tenant have consented to, each for herself and per program. */
#pragma once

#include "waxseal-practice-scopes.h"

G_BEGIN_DECLS

gboolean waxseal_practice_consent_is_admin (JsonObject *person);

GArray *waxseal_practice_consent_find_lacking (WaxsealPracticeScopes *scopes,
                                               WaxsealPracticeCall *call,
                                               const char *client_id,
                                               JsonObject *person);
void waxseal_practice_consent_add (GArray *items,
                                   WaxsealPracticeCall *call,
                                   const char *client_id,
                                   JsonObject *person);
char **waxseal_practice_consent_dup_scopes (WaxsealPracticeCall *call,
                                            const char *client_id,
                                            JsonObject *person,
                                            JsonObject *resource);

G_END_DECLS
