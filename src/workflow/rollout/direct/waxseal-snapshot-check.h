/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "waxseal-rollout-phase.h"
#include "waxseal-tenant-session.h"

G_BEGIN_DECLS

/*
 * Reads the members of a phase's groups again, and says who joined and who left since they were
 * read for it: Exchange was given people, not groups (microsoft.md, 3.2). Only reads; signs in by
 * the session's way. Errors: those of WaxsealGraph.
 */
void waxseal_snapshot_check_async (WaxsealTenantSession *session,
                                   WaxsealRolloutPhase *phase,
                                   GCancellable *cancellable,
                                   GAsyncReadyCallback callback,
                                   gpointer user_data);
/* Of #WaxsealSnapshotChange, one for each group that was read before; maybe none. */
GListModel *waxseal_snapshot_check_finish (GAsyncResult *result, GError **error);

G_END_DECLS
