/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "waxseal-rollout-phase.h"

G_BEGIN_DECLS

GBytes *waxseal_audience_csv_build (WaxsealRolloutPhase *phase);
char *waxseal_audience_csv_dup_name (WaxsealRolloutPhase *phase);

G_END_DECLS
