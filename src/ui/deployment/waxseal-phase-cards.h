/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gtk/gtk.h>

#include "waxseal-rollout-phase.h"

G_BEGIN_DECLS

/* Signal "selected": the user chose another phase. */
#define WAXSEAL_TYPE_PHASE_CARDS (waxseal_phase_cards_get_type ())
G_DECLARE_FINAL_TYPE (WaxsealPhaseCards, waxseal_phase_cards, WAXSEAL, PHASE_CARDS, GtkBox)

void waxseal_phase_cards_set_phases (WaxsealPhaseCards *self, GListModel *phases);
WaxsealRolloutPhase *waxseal_phase_cards_get_selected (WaxsealPhaseCards *self);
void waxseal_phase_cards_select (WaxsealPhaseCards *self, WaxsealRolloutPhase *phase);
void waxseal_phase_cards_update (WaxsealPhaseCards *self);

G_END_DECLS
