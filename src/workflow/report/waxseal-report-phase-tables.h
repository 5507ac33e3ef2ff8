/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "waxseal-report-private.h"
#include "waxseal-rollout-phase.h"

G_BEGIN_DECLS

void waxseal_report_add_phase_tables (WaxsealReport *self, WaxsealRolloutPhase *phase);

G_END_DECLS
