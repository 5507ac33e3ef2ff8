/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gtk/gtk.h>

G_BEGIN_DECLS

void waxseal_preview_text_update (GtkTextBuffer *buffer, const char *text);
gboolean waxseal_preview_text_can_show (const char *text);

G_END_DECLS
