/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Who is in two phases, and who of the earlier one is missing from the later: usually a later phase
 * is to contain those before. */
#pragma once

#include "waxseal-rollout-phase.h"

G_BEGIN_DECLS

/**
 * WaxsealAudienceOverlap:
 * @both: addresses in both phases, in lower case, sorted; none where both are for everyone
 * @missing: addresses in the earlier one alone
 * @unknown: names of what nobody counted, so that more may be in both or missing
 * @earlier_is_everyone: then nobody can say who is missing, unless @later_is_everyone, too
 * @has_nested: whether people who are only in groups in a group count as reached, whom the admin
 *   center leaves out
 *
 * As far as the record knows; asks nobody.
 */
typedef struct
{
  char **both;
  char **missing;
  char **unknown;
  gboolean earlier_is_everyone;
  gboolean later_is_everyone;
  gboolean has_nested;
} WaxsealAudienceOverlap;

WaxsealAudienceOverlap *waxseal_audience_overlap_new (WaxsealRolloutPhase *earlier,
                                                      WaxsealRolloutPhase *later,
                                                      const char *own_address);
void waxseal_audience_overlap_free (WaxsealAudienceOverlap *self);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (WaxsealAudienceOverlap, waxseal_audience_overlap_free)

gboolean waxseal_audience_overlap_is_contained (const WaxsealAudienceOverlap *self);
char *waxseal_audience_overlap_describe (const WaxsealAudienceOverlap *self,
                                         WaxsealRolloutPhase *earlier,
                                         WaxsealRolloutPhase *later);

guint waxseal_audience_overlap_add_missing (WaxsealRolloutPhase *earlier,
                                            WaxsealRolloutPhase *later,
                                            const char *own_address);

G_END_DECLS
