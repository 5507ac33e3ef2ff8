/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What the tenant's policy says of client secrets (microsoft.md, 2.4). */
#pragma once

#include "waxseal-practice-call.h"

G_BEGIN_DECLS

gboolean waxseal_practice_policy_check_secret (WaxsealPracticeCall *call,
                                               JsonObject *application,
                                               gint64 start,
                                               gint64 end);
gboolean waxseal_practice_policy_parse_duration (const char *text, gint64 *seconds);

G_END_DECLS
