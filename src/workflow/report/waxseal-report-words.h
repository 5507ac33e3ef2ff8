/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What the report calls the values of records, translated; labels of portals as those have them.
 * All returned texts are (transfer none). */
#pragma once

#include "waxseal-enums.h"
#include "waxseal-rollout-enums.h"

G_BEGIN_DECLS

const char *waxseal_report_words_for_cloud (WaxsealCloud cloud);
const char *waxseal_report_words_for_account_type (WaxsealAccountType type);
const char *waxseal_report_words_for_encryption_type (WaxsealEncryptionType type);
const char *waxseal_report_words_for_flag_type (WaxsealFlagType type);

const char *waxseal_report_words_for_audience (WaxsealAudience audience);
const char *waxseal_report_words_for_verdict (WaxsealVerdict verdict);

const char *waxseal_report_words_for_action (const char *action);
const char *waxseal_report_words_for_outcome (const char *outcome);
const char *waxseal_report_words_for_check (const char *subject);

G_END_DECLS
