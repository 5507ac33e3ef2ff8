/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gtk/gtk.h>

#include "waxseal-client-test.h"

G_BEGIN_DECLS

#define WAXSEAL_TYPE_CLIENT_CELL (waxseal_client_cell_get_type ())
G_DECLARE_FINAL_TYPE (WaxsealClientCell, waxseal_client_cell, WAXSEAL, CLIENT_CELL, GtkToggleButton)

GtkWidget *waxseal_client_cell_new (WaxsealClientTest *test);
WaxsealClientTest *waxseal_client_cell_get_test (WaxsealClientCell *self);

G_END_DECLS
