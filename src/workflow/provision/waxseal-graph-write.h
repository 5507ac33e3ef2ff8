/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "waxseal-tenant-session.h"

G_BEGIN_DECLS

/* A write to Graph that is not cut off by a cancellation: see waxseal-late-cancel.h. */
void waxseal_graph_write_async (WaxsealTenantSession *session,
                                const char *method,
                                const char *path,
                                JsonNode *body,
                                const char *const *scopes,
                                WaxsealGraphFlags flags,
                                GCancellable *cancellable,
                                GAsyncReadyCallback callback,
                                gpointer user_data);
WaxsealHttpReply *waxseal_graph_write_finish (GAsyncResult *result, GError **error);

G_END_DECLS
