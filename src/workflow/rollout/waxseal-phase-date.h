/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "waxseal-phase-stage.h"

G_BEGIN_DECLS

char *
waxseal_phase_date_describe (WaxsealPhaseStage stage, WaxsealRolloutPhase *phase, GDateTime *now);

G_END_DECLS
