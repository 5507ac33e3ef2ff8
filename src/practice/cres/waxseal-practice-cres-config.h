/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "waxseal-practice-cres-session.h"

G_BEGIN_DECLS

void waxseal_practice_cres_config_show (WaxsealPracticeCall *call,
                                        WaxsealPracticeCresSession *session,
                                        const char *details_note,
                                        const char *settings_note);
void waxseal_practice_cres_config_save_details (WaxsealPracticeCall *call,
                                                WaxsealPracticeCresSession *session);
void waxseal_practice_cres_config_save_settings (WaxsealPracticeCall *call,
                                                 WaxsealPracticeCresSession *session);
void waxseal_practice_cres_config_download (WaxsealPracticeCall *call);

G_END_DECLS
