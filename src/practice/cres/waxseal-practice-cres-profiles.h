/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "waxseal-practice-cres-session.h"

G_BEGIN_DECLS

void waxseal_practice_cres_profiles_show (WaxsealPracticeCall *call);
void waxseal_practice_cres_profiles_add (WaxsealPracticeCall *call,
                                         WaxsealPracticeCresSession *session);
void waxseal_practice_cres_profiles_confirm (WaxsealPracticeCall *call,
                                             WaxsealPracticeCresSession *session);

G_END_DECLS
