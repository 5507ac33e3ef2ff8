/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The key with which the practice tenant signs its tokens (RFC 7515 and 7518: RS256), made anew at
 * each start. Owned by one thread. */
#pragma once

#include <json-glib/json-glib.h>

G_BEGIN_DECLS

typedef struct _WaxsealPracticeKeys WaxsealPracticeKeys;

WaxsealPracticeKeys *waxseal_practice_keys_new (void);
void waxseal_practice_keys_free (WaxsealPracticeKeys *self);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (WaxsealPracticeKeys, waxseal_practice_keys_free)

char *waxseal_practice_keys_sign (WaxsealPracticeKeys *self, JsonNode *claims);
JsonObject *waxseal_practice_keys_verify (WaxsealPracticeKeys *self, const char *token);
JsonNode *waxseal_practice_keys_describe (WaxsealPracticeKeys *self);

G_END_DECLS
