/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What the table of faults has of Exchange's; each does what a rule says to a call. */
#pragma once

#include "waxseal-practice-rule.h"

G_BEGIN_DECLS

void waxseal_practice_exchange_answer_silence (WaxsealPracticeCall *call,
                                               const WaxsealPracticeRule *rule);
void waxseal_practice_exchange_answer_nuls (WaxsealPracticeCall *call,
                                            const WaxsealPracticeRule *rule);
void waxseal_practice_exchange_answer_refusal (WaxsealPracticeCall *call,
                                               const WaxsealPracticeRule *rule);
void waxseal_practice_exchange_answer_warning (WaxsealPracticeCall *call,
                                               const WaxsealPracticeRule *rule);
void waxseal_practice_exchange_spoil_value (WaxsealPracticeCall *call,
                                            const WaxsealPracticeRule *rule);
void waxseal_practice_exchange_alter_view (WaxsealPracticeCall *call,
                                           const WaxsealPracticeRule *rule);
void waxseal_practice_exchange_change_view (WaxsealPracticeCall *call,
                                            const WaxsealPracticeRule *rule);

G_END_DECLS
