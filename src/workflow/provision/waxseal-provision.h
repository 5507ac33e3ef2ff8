/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "waxseal-provision-plan.h"

G_BEGIN_DECLS

/*
 * Does what a plan says: the steps in series, each looked at before and read back after, each in
 * the journal. Whatever happens (a failure, a cancellation, a crash), a run of a new plan goes on
 * from there: what is there is adopted, and nothing is made twice.
 */
#define WAXSEAL_TYPE_PROVISION (waxseal_provision_get_type ())
G_DECLARE_FINAL_TYPE (WaxsealProvision, waxseal_provision, WAXSEAL, PROVISION, GObject)

WaxsealProvision *waxseal_provision_new (WaxsealTenantSession *session);

/*
 * A plan is run once. Stops at the step that fails; its error is also the run's. A change that is
 * on its way when @cancellable is cancelled is still waited for and recorded. TRUE: every step is
 * done, was there already, or was handed over (then the proof is still to be made).
 * Errors: those of the session's parts, WAXSEAL_ERROR_ORPHAN_SECRET (then remove the orphans and
 * run again), _NOT_PROVED, G_IO_ERROR_CANCELLED.
 */
void waxseal_provision_run_async (WaxsealProvision *self,
                                  WaxsealProvisionPlan *plan,
                                  GCancellable *cancellable,
                                  GAsyncReadyCallback callback,
                                  gpointer user_data);
gboolean
waxseal_provision_run_finish (WaxsealProvision *self, GAsyncResult *result, GError **error);

/* Removes the secrets that Waxseal made and whose value is lost. */
void waxseal_provision_remove_orphans_async (WaxsealProvision *self,
                                             GCancellable *cancellable,
                                             GAsyncReadyCallback callback,
                                             gpointer user_data);
gboolean waxseal_provision_remove_orphans_finish (WaxsealProvision *self,
                                                  GAsyncResult *result,
                                                  GError **error);

G_END_DECLS
