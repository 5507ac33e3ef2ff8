/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "waxseal-direct-plan.h"

G_BEGIN_DECLS

/*
 * Does what a plan says, once: each step is in the journal before it is sent, and done when it was
 * read back; the phases say so only then. Whatever happens (a failure, a cancellation, a crash), a
 * run of a new plan for the same action goes on from there, and nothing is made twice.
 * Stops at the step that fails; its error is also the run's. A change that is on its way when
 * @cancellable is cancelled is still waited for and recorded. Errors: those of WaxsealExchange, of
 * the sign-in and of the file, G_IO_ERROR_CANCELLED.
 */
void waxseal_direct_run_async (WaxsealTenantSession *session,
                               WaxsealDirectPlan *plan,
                               GCancellable *cancellable,
                               GAsyncReadyCallback callback,
                               gpointer user_data);
gboolean waxseal_direct_run_finish (GAsyncResult *result, GError **error);

G_END_DECLS
