/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <adwaita.h>

#include "waxseal-rollout-phase.h"

G_BEGIN_DECLS

/* Signal "added" (guint): so many were put into the phase. */
#define WAXSEAL_TYPE_PASTE_PANE (waxseal_paste_pane_get_type ())
G_DECLARE_FINAL_TYPE (WaxsealPastePane, waxseal_paste_pane, WAXSEAL, PASTE_PANE, AdwBin)

void waxseal_paste_pane_open (WaxsealPastePane *self, WaxsealRolloutPhase *phase);
void waxseal_paste_pane_take_file (WaxsealPastePane *self, GFile *file);
void waxseal_paste_pane_take_text (WaxsealPastePane *self, const char *text);

G_END_DECLS
