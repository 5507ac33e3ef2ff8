/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gtk/gtk.h>

G_BEGIN_DECLS

void waxseal_save_bytes_async (GtkWindow *parent,
                               const char *title,
                               const char *file_name,
                               GBytes *bytes,
                               GAsyncReadyCallback callback,
                               gpointer user_data);
gboolean waxseal_save_bytes_finish (GtkWindow *parent, GAsyncResult *result);

G_END_DECLS
