/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <adwaita.h>

#include "waxseal-phase-next.h"

G_BEGIN_DECLS

/*
 * Signals: "next" (guint WaxsealPhaseNext, guint WaxsealRolloutAction): what the phase waits for
 * was chosen, or something else that can be done with it.
 */
#define WAXSEAL_TYPE_PHASE_HEAD (waxseal_phase_head_get_type ())
G_DECLARE_FINAL_TYPE (WaxsealPhaseHead, waxseal_phase_head, WAXSEAL, PHASE_HEAD, AdwBin)

void waxseal_phase_head_show (WaxsealPhaseHead *self,
                              WaxsealOrganization *organization,
                              WaxsealRolloutPhase *phase);
void waxseal_phase_head_update (WaxsealPhaseHead *self, const char *own_address);

G_END_DECLS
