/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What changes the list of the phases: each asks or explains, on top of the window of a page. */
#pragma once

#include "waxseal-phase-cards.h"

G_BEGIN_DECLS

void waxseal_phase_edit_add (WaxsealPhaseCards *cards, GListStore *phases);
void waxseal_phase_edit_rename (WaxsealPhaseCards *cards, GListStore *phases);
void waxseal_phase_edit_remove (WaxsealPhaseCards *cards, GListStore *phases);

G_END_DECLS
