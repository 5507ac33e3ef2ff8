/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "waxseal-flag-rule.h"

G_BEGIN_DECLS

char *waxseal_gateway_filter_build_pattern (const WaxsealFlagRule *rule);
char *waxseal_gateway_filter_build_condition (const WaxsealFlagRule *rule);
char *waxseal_gateway_filter_build_text (const WaxsealFlagRule *rule,
                                         const char *domain,
                                         const char *profile);

G_END_DECLS
