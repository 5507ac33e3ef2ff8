/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gtk/gtk.h>

#include "waxseal-rollout-phase.h"

G_BEGIN_DECLS

#define WAXSEAL_TYPE_PHASE_CARD (waxseal_phase_card_get_type ())
G_DECLARE_FINAL_TYPE (WaxsealPhaseCard, waxseal_phase_card, WAXSEAL, PHASE_CARD, GtkToggleButton)

GtkWidget *waxseal_phase_card_new (WaxsealRolloutPhase *phase, GListModel *phases);

WaxsealRolloutPhase *waxseal_phase_card_get_phase (WaxsealPhaseCard *self);
void waxseal_phase_card_update (WaxsealPhaseCard *self);

G_END_DECLS
