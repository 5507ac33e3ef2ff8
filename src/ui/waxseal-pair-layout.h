/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gtk/gtk.h>

G_BEGIN_DECLS

#define WAXSEAL_TYPE_PAIR_LAYOUT (waxseal_pair_layout_get_type ())
G_DECLARE_FINAL_TYPE (WaxsealPairLayout,
                      waxseal_pair_layout,
                      WAXSEAL,
                      PAIR_LAYOUT,
                      GtkLayoutManager)

G_END_DECLS
