/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "waxseal-audience-match.h"
#include "waxseal-group-census.h"
#include "waxseal-rollout-phase.h"

G_BEGIN_DECLS

/**
 * WaxsealLookUpNeed:
 * @n_typed: addresses that nobody has looked up, or that were not in the directory
 * @n_uncounted: groups whose members nobody has counted, or which the directory does not tell
 *
 * What the directory could say about a phase.
 */
typedef struct
{
  guint n_typed;
  guint n_uncounted;
} WaxsealLookUpNeed;

WaxsealLookUpNeed waxseal_look_up_need_find (WaxsealRolloutPhase *phase);

/*
 * Asks the directory about a phase: whose the typed addresses are, and who is in its groups, those
 * among the addresses as well. What is found is put into the phase as it comes. Signal "changed":
 * it is further now. Errors: those of WaxsealGraph.
 */
#define WAXSEAL_TYPE_AUDIENCE_LOOK_UP (waxseal_audience_look_up_get_type ())
G_DECLARE_FINAL_TYPE (WaxsealAudienceLookUp,
                      waxseal_audience_look_up,
                      WAXSEAL,
                      AUDIENCE_LOOK_UP,
                      GObject)

WaxsealAudienceLookUp *waxseal_audience_look_up_new (WaxsealGraph *graph,
                                                     WaxsealRolloutPhase *phase);

/* @recounts: groups that were counted before, as well. */
void waxseal_audience_look_up_run_async (WaxsealAudienceLookUp *self,
                                         gboolean recounts,
                                         GCancellable *cancellable,
                                         GAsyncReadyCallback callback,
                                         gpointer user_data);
gboolean waxseal_audience_look_up_run_finish (WaxsealAudienceLookUp *self,
                                              GAsyncResult *result,
                                              GError **error);

char *waxseal_audience_look_up_describe_progress (WaxsealAudienceLookUp *self);
double waxseal_audience_look_up_get_fraction (WaxsealAudienceLookUp *self);

/* NULL before it was looked up, or where there was nothing to. */
WaxsealAudienceMatch *waxseal_audience_look_up_get_match (WaxsealAudienceLookUp *self);
/* Of WaxsealGroupCount; NULL as well. */
GListModel *waxseal_audience_look_up_get_counts (WaxsealAudienceLookUp *self);

G_END_DECLS
