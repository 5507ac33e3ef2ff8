/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <adwaita.h>

#include "waxseal-difference.h"

G_BEGIN_DECLS

GtkWidget *waxseal_difference_row_new (WaxsealDifference *difference);

G_END_DECLS
