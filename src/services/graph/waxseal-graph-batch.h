/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "waxseal-graph.h"

G_BEGIN_DECLS

/**
 * WaxsealGraphBatchFunc:
 * @index: of waxseal_graph_batch_add()
 * @body: (nullable): what was answered: an object, or a page of a collection; %NULL with @error
 * @error: (nullable): why that one request failed, after all waiting: as of
 * waxseal_graph_call_async()
 *
 * Called as answers come, in any order; more requests may be added in it.
 *
 * Returns: whether the next page is wanted, if there is one
 */
typedef gboolean (*WaxsealGraphBatchFunc) (guint index,
                                           JsonObject *body,
                                           const GError *error,
                                           gpointer user_data);

/*
 * Many reads in few requests: POST /$batch, 20 at a time, four under way. A read that Graph
 * throttles or that fails is asked again for itself, when its own Retry-After is over; until then
 * nothing is sent, since what is refused counts as well (learn.microsoft.com/graph/throttling).
 * Pages are followed on Graph's own host only. Properties, notified: "n-answered" (of requests,
 * with all their pages), "n-sent" (reads), "n-batches" (requests that carried them), "n-repeated"
 * (reads sent again), "waiting" (milliseconds, 0 while it does not); all uint.
 */
#define WAXSEAL_TYPE_GRAPH_BATCH (waxseal_graph_batch_get_type ())
G_DECLARE_FINAL_TYPE (WaxsealGraphBatch, waxseal_graph_batch, WAXSEAL, GRAPH_BATCH, GObject)

WaxsealGraphBatch *waxseal_graph_batch_new (WaxsealGraph *graph,
                                            const char *const *scopes,
                                            WaxsealGraphBatchFunc func,
                                            gpointer user_data);

guint waxseal_graph_batch_add (WaxsealGraphBatch *self, const char *path, WaxsealGraphFlags flags);
void waxseal_graph_batch_give_up (WaxsealGraphBatch *self, const GError *error);

void waxseal_graph_batch_run_async (WaxsealGraphBatch *self,
                                    GCancellable *cancellable,
                                    GAsyncReadyCallback callback,
                                    gpointer user_data);
gboolean
waxseal_graph_batch_run_finish (WaxsealGraphBatch *self, GAsyncResult *result, GError **error);

G_END_DECLS
