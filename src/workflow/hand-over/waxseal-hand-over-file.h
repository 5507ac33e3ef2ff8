/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gio/gio.h>

#include "waxseal-hand-over.h"

G_BEGIN_DECLS

void waxseal_hand_over_file_load_async (GFile *file,
                                        GCancellable *cancellable,
                                        GAsyncReadyCallback callback,
                                        gpointer user_data);
WaxsealHandOver *
waxseal_hand_over_file_load_finish (GFile *file, GAsyncResult *result, GError **error);

G_END_DECLS
