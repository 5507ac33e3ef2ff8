/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <adwaita.h>

#include "waxseal-organization.h"
#include "waxseal-rollout-phase.h"

G_BEGIN_DECLS

#define WAXSEAL_TYPE_JUDGE_DIALOG (waxseal_judge_dialog_get_type ())
G_DECLARE_FINAL_TYPE (WaxsealJudgeDialog,
                      waxseal_judge_dialog,
                      WAXSEAL,
                      JUDGE_DIALOG,
                      AdwMessageDialog)

WaxsealJudgeDialog *waxseal_judge_dialog_new (GtkWindow *parent,
                                              WaxsealOrganization *organization,
                                              WaxsealRolloutPhase *phase);

G_END_DECLS
