/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The icon of a state, the same everywhere; a word always stands beside it. */
#pragma once

#include <gtk/gtk.h>

#include "waxseal-enums.h"

G_BEGIN_DECLS

void waxseal_state_icon_show (GtkImage *icon, WaxsealState state);

G_END_DECLS
