/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <adwaita.h>

#include "waxseal-rollout-phase.h"

G_BEGIN_DECLS

#define WAXSEAL_TYPE_PHASE_NAME_DIALOG (waxseal_phase_name_dialog_get_type ())
G_DECLARE_FINAL_TYPE (WaxsealPhaseNameDialog,
                      waxseal_phase_name_dialog,
                      WAXSEAL,
                      PHASE_NAME_DIALOG,
                      AdwMessageDialog)

WaxsealPhaseNameDialog *
waxseal_phase_name_dialog_new (GtkWindow *parent, GListModel *phases, WaxsealRolloutPhase *phase);
char *waxseal_phase_name_dialog_dup_name (WaxsealPhaseNameDialog *self);

G_END_DECLS
