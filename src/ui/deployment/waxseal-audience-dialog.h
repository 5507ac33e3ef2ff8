/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <adwaita.h>

#include "waxseal-entra-desk.h"
#include "waxseal-rollout-phase.h"

G_BEGIN_DECLS

#define WAXSEAL_TYPE_AUDIENCE_DIALOG (waxseal_audience_dialog_get_type ())
G_DECLARE_FINAL_TYPE (WaxsealAudienceDialog,
                      waxseal_audience_dialog,
                      WAXSEAL,
                      AUDIENCE_DIALOG,
                      AdwWindow)

GtkWidget *waxseal_audience_dialog_present (GtkWindow *parent,
                                            WaxsealRolloutPhase *phase,
                                            WaxsealEntraDesk *desk);

G_END_DECLS
