/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gio/gio.h>

#include "waxseal-manifest-document.h"

G_BEGIN_DECLS

void waxseal_manifest_file_load_async (GFile *file,
                                       GCancellable *cancellable,
                                       GAsyncReadyCallback callback,
                                       gpointer user_data);
WaxsealManifestDocument *waxseal_manifest_file_load_finish (GFile *file,
                                                            GAsyncResult *result,
                                                            GListModel **findings,
                                                            GError **error);

G_END_DECLS
