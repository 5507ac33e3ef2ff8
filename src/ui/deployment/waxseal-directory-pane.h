/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <adwaita.h>

#include "waxseal-entra-desk.h"
#include "waxseal-rollout-phase.h"

G_BEGIN_DECLS

#define WAXSEAL_TYPE_DIRECTORY_PANE (waxseal_directory_pane_get_type ())
G_DECLARE_FINAL_TYPE (WaxsealDirectoryPane, waxseal_directory_pane, WAXSEAL, DIRECTORY_PANE, GtkBox)

void waxseal_directory_pane_open (WaxsealDirectoryPane *self,
                                  WaxsealRolloutPhase *phase,
                                  WaxsealEntraDesk *desk);

G_END_DECLS
