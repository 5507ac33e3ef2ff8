/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gio/gio.h>

#include "waxseal-graph.h"

G_BEGIN_DECLS

/*
 * Looks typed addresses up in the tenant: whose they are, and what each of the others is instead.
 * Only reads. Properties, notified as it goes on, all uint: "total" and "done" (addresses),
 * "n-requests", "n-reads" (inside them), "n-repeated" (reads that were throttled and sent again)
 * and "waiting" (milliseconds that Graph wants to be left alone, 0 while it does not). The lists
 * are filled at the end, and only if all of it was answered. Errors: those of WaxsealGraph.
 */
#define WAXSEAL_TYPE_AUDIENCE_MATCH (waxseal_audience_match_get_type ())
G_DECLARE_FINAL_TYPE (WaxsealAudienceMatch,
                      waxseal_audience_match,
                      WAXSEAL,
                      AUDIENCE_MATCH,
                      GObject)

WaxsealAudienceMatch *waxseal_audience_match_new (WaxsealGraph *graph,
                                                  const char *const *addresses);

void waxseal_audience_match_run_async (WaxsealAudienceMatch *self,
                                       GCancellable *cancellable,
                                       GAsyncReadyCallback callback,
                                       gpointer user_data);
gboolean waxseal_audience_match_run_finish (WaxsealAudienceMatch *self,
                                            GAsyncResult *result,
                                            GError **error);

/* Of WaxsealRecipient, each once; and of WaxsealUnmatchedAddress: those that are nobody, and those
 * that are somebody's who is among the recipients by another address. */
GListModel *waxseal_audience_match_get_recipients (WaxsealAudienceMatch *self);
GListModel *waxseal_audience_match_get_unmatched (WaxsealAudienceMatch *self);
GListModel *waxseal_audience_match_get_merged (WaxsealAudienceMatch *self);
char *waxseal_audience_match_describe (WaxsealAudienceMatch *self);

G_END_DECLS
