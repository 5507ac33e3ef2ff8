/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gtk/gtk.h>

G_BEGIN_DECLS

#define WAXSEAL_TYPE_CARDS_LAYOUT (waxseal_cards_layout_get_type ())
G_DECLARE_FINAL_TYPE (WaxsealCardsLayout,
                      waxseal_cards_layout,
                      WAXSEAL,
                      CARDS_LAYOUT,
                      GtkLayoutManager)

G_END_DECLS
