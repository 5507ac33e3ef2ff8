/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gio/gio.h>

#include "waxseal-graph.h"

G_BEGIN_DECLS

/*
 * Counts who is in the groups that are named for a phase, and keeps their addresses in the record
 * (waxseal-recipient.h). Only reads. A group that is gone or whose membership is hidden is said so
 * and does not hold up the others; errors of the whole: those of WaxsealGraph. Properties,
 * notified: "waiting" (uint, milliseconds that Graph wants to be left alone).
 */
#define WAXSEAL_TYPE_GROUP_CENSUS (waxseal_group_census_get_type ())
G_DECLARE_FINAL_TYPE (WaxsealGroupCensus, waxseal_group_census, WAXSEAL, GROUP_CENSUS, GObject)

/* @recipients: of WaxsealRecipient; people, and groups without an object ID, are passed over. */
WaxsealGroupCensus *waxseal_group_census_new (WaxsealGraph *graph, GListModel *recipients);

void waxseal_group_census_run_async (WaxsealGroupCensus *self,
                                     GCancellable *cancellable,
                                     GAsyncReadyCallback callback,
                                     gpointer user_data);
gboolean
waxseal_group_census_run_finish (WaxsealGroupCensus *self, GAsyncResult *result, GError **error);

/* Of WaxsealGroupCount, from the beginning; each changes when it is counted. */
GListModel *waxseal_group_census_get_counts (WaxsealGroupCensus *self);

G_END_DECLS
