/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gtk/gtk.h>

G_BEGIN_DECLS

#define WAXSEAL_TYPE_SCROLL_LINK (waxseal_scroll_link_get_type ())
G_DECLARE_FINAL_TYPE (WaxsealScrollLink, waxseal_scroll_link, WAXSEAL, SCROLL_LINK, GObject)

WaxsealScrollLink *waxseal_scroll_link_new (GtkTextView *first, GtkTextView *second);
void waxseal_scroll_link_clear (WaxsealScrollLink *self);
void waxseal_scroll_link_add (WaxsealScrollLink *self, int first_line, int second_line);

G_END_DECLS
