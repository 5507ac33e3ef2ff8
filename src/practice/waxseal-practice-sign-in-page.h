/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "waxseal-practice-consent.h"
#include "waxseal-practice-words.h"

G_BEGIN_DECLS

/* @keep: names of the form's or the query's fields that the next page needs, and NULL. */
void waxseal_practice_sign_in_page_pick (WaxsealPracticeCall *call,
                                         const char *const *keep,
                                         const char *client_name);
void waxseal_practice_sign_in_page_consent (WaxsealPracticeCall *call,
                                            const char *const *keep,
                                            const char *client_name,
                                            GArray *items);
void waxseal_practice_sign_in_page_approval (WaxsealPracticeCall *call,
                                             const char *const *keep,
                                             const char *client_name);
void waxseal_practice_sign_in_page_code (WaxsealPracticeCall *call, gboolean wrong);
void waxseal_practice_sign_in_page_say (WaxsealPracticeCall *call,
                                        guint status,
                                        WaxsealPracticeWord title,
                                        const char *text);
void
waxseal_practice_sign_in_page_fail (WaxsealPracticeCall *call, guint number, const char *detail);

/* From the form that was sent, else from the query. */
const char *waxseal_practice_sign_in_page_get_field (WaxsealPracticeCall *call, const char *name);

G_END_DECLS
