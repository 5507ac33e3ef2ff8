/* SPDX-License-Identifier: GPL-3.0-or-later */
/* A run of a plan on its way: for the steps only. */
#pragma once

#include "waxseal-provision.h"

G_BEGIN_DECLS

/**
 * WaxsealProvisionRun:
 * @step: the one under way
 * @assignments: (nullable): what is granted to the service principal, as it was read last
 */
typedef struct
{
  WaxsealTenantSession *session;
  WaxsealEntraApp *record;
  WaxsealProvisionPlan *plan;
  GCancellable *cancellable;
  WaxsealProvisionStep *step;
  JsonNode *assignments;
} WaxsealProvisionRun;

/* Each ends with waxseal_provision_run_finish_step(). */
void waxseal_provision_run_application (WaxsealProvisionRun *run);
void waxseal_provision_run_declare (WaxsealProvisionRun *run);
void waxseal_provision_run_service_principal (WaxsealProvisionRun *run);
void waxseal_provision_run_secret (WaxsealProvisionRun *run);
void waxseal_provision_run_grant (WaxsealProvisionRun *run);
void waxseal_provision_run_proof (WaxsealProvisionRun *run);
/* A step whose end was there before the run, but for application, secret and proof. */
void waxseal_provision_run_known (WaxsealProvisionRun *run);

/* DONE, ALREADY or HANDED_OVER; or FAILED with @error (transfer full). */
void waxseal_provision_run_finish_step (WaxsealProvisionRun *run,
                                        WaxsealProvisionState state,
                                        GError *error);

/* Sets what the application is in the record. */
void waxseal_provision_run_record_app (WaxsealProvisionRun *run,
                                       const char *object_id,
                                       const char *client_id);
gboolean waxseal_provision_run_looks_at_secrets (WaxsealProvisionRun *run);
gboolean waxseal_provision_run_is_young (WaxsealProvisionRun *run, const char *property);

G_END_DECLS
