/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gio/gio.h>

G_BEGIN_DECLS

void waxseal_download_place_async (const char *folder,
                                   const char *file_name,
                                   GBytes *bytes,
                                   GCancellable *cancellable,
                                   GAsyncReadyCallback callback,
                                   gpointer user_data);
GFile *waxseal_download_place_finish (GAsyncResult *result, GError **error);

G_END_DECLS
