/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <adwaita.h>

#include "waxseal-client-test.h"

G_BEGIN_DECLS

/* Signal "selected": another try was chosen. */
#define WAXSEAL_TYPE_CLIENT_GRID (waxseal_client_grid_get_type ())
G_DECLARE_FINAL_TYPE (WaxsealClientGrid, waxseal_client_grid, WAXSEAL, CLIENT_GRID, AdwBin)

void waxseal_client_grid_show (WaxsealClientGrid *self, GListModel *tests);
WaxsealClientTest *waxseal_client_grid_get_selected (WaxsealClientGrid *self);

G_END_DECLS
