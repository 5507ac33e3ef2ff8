/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "waxseal-tenant-session.h"

G_BEGIN_DECLS

/*
 * A write to Graph that a cancellation does not cut off: it ends the waits between repeated
 * requests, but a request that is on its way is waited for, so that it is known what became of it.
 */
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

/** WaxsealWriteEnd: what a failed write may have done all the same. */
typedef enum
{
  WAXSEAL_WRITE_UNSENT,  /* nothing: it was refused, or never arrived */
  WAXSEAL_WRITE_DOUBTED, /* it was refused, maybe since it was made already */
  WAXSEAL_WRITE_UNKNOWN, /* anything: no reply that tells */
} WaxsealWriteEnd;

WaxsealWriteEnd waxseal_graph_write_judge (const GError *error);

G_END_DECLS
