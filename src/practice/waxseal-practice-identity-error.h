/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Errors of the sign-in service, by their AADSTS number (microsoft.md, 1.2 and 1.5). */
#pragma once

#include "waxseal-practice-call.h"

G_BEGIN_DECLS

const char *waxseal_practice_identity_error_get_name (guint number);
char *waxseal_practice_identity_error_describe (WaxsealPracticeCall *call,
                                                guint number,
                                                const char *detail);
void waxseal_practice_identity_fail (WaxsealPracticeCall *call, guint number, const char *detail);

G_END_DECLS
