/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <adwaita.h>

#include "waxseal-rollout-event.h"
#include "waxseal-rollout-phase.h"

G_BEGIN_DECLS

#define WAXSEAL_TYPE_EVENT_ROW (waxseal_event_row_get_type ())
G_DECLARE_FINAL_TYPE (WaxsealEventRow, waxseal_event_row, WAXSEAL, EVENT_ROW, AdwExpanderRow)

GtkWidget *waxseal_event_row_new (WaxsealRolloutEvent *event, WaxsealRolloutPhase *phase);

G_END_DECLS
