/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gtk/gtk.h>

G_BEGIN_DECLS

void waxseal_long_text_watch (GtkEditable *editable);

G_END_DECLS
