/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Whom a phase reaches: what it plans, and what was last assigned for it. */
#pragma once

#include "waxseal-rollout-enums.h"
#include "waxseal-rollout-phase.h"

G_BEGIN_DECLS

char **waxseal_phase_audience_dup_planned (WaxsealRolloutPhase *phase,
                                           WaxsealRoad road,
                                           const char *own_address);
char *waxseal_phase_audience_describe (WaxsealRolloutPhase *phase);
guint waxseal_phase_audience_count_unknown (WaxsealRolloutPhase *phase);

char **waxseal_addresses_sort (const char *const *addresses);
char **waxseal_addresses_unite (const char *const *a, const char *const *b);
char **waxseal_addresses_subtract (const char *const *a, const char *const *b);
gboolean waxseal_addresses_equal (const char *const *a, const char *const *b);

G_END_DECLS
