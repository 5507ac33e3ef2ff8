/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gtk/gtk.h>

G_BEGIN_DECLS

#define WAXSEAL_TYPE_NATURAL_LAYOUT (waxseal_natural_layout_get_type ())
G_DECLARE_FINAL_TYPE (WaxsealNaturalLayout,
                      waxseal_natural_layout,
                      WAXSEAL,
                      NATURAL_LAYOUT,
                      GtkLayoutManager)

G_END_DECLS
