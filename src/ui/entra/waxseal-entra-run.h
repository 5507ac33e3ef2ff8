/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <adwaita.h>

#include "waxseal-entra-desk.h"

G_BEGIN_DECLS

#define WAXSEAL_TYPE_ENTRA_RUN (waxseal_entra_run_get_type ())
G_DECLARE_FINAL_TYPE (WaxsealEntraRun, waxseal_entra_run, WAXSEAL, ENTRA_RUN, AdwBin)

void waxseal_entra_run_set_desk (WaxsealEntraRun *self, WaxsealEntraDesk *desk);

G_END_DECLS
