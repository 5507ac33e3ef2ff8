/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "waxseal-provision-step.h"
#include "waxseal-tenant-review.h"

G_BEGIN_DECLS

/* What a run will do, step by step; nothing is sent before it is shown. */
#define WAXSEAL_TYPE_PROVISION_PLAN (waxseal_provision_plan_get_type ())
G_DECLARE_FINAL_TYPE (WaxsealProvisionPlan,
                      waxseal_provision_plan,
                      WAXSEAL,
                      PROVISION_PLAN,
                      GObject)

WaxsealProvisionPlan *waxseal_provision_plan_new (WaxsealOrganization *organization,
                                                  WaxsealTenantReview *review,
                                                  WaxsealRegisteredApp *adopt,
                                                  const char *expires,
                                                  GError **error);
WaxsealProvisionPlan *waxseal_provision_plan_new_for_another (WaxsealOrganization *organization,
                                                              WaxsealTenantReview *review,
                                                              const char *expires,
                                                              GError **error);

WaxsealTenantReview *waxseal_provision_plan_get_review (WaxsealProvisionPlan *self);
/* The application that is there already and will be used; NULL where one will be created. */
WaxsealRegisteredApp *waxseal_provision_plan_get_app (WaxsealProvisionPlan *self);
/* The end of the new client secret, ISO 8601; NULL where none is needed. */
const char *waxseal_provision_plan_get_expires (WaxsealProvisionPlan *self);
/* Of #WaxsealProvisionStep, in the order of the run. */
GListModel *waxseal_provision_plan_get_steps (WaxsealProvisionPlan *self);
WaxsealProvisionStep *waxseal_provision_plan_find_step (WaxsealProvisionPlan *self,
                                                        WaxsealProvisionKind kind,
                                                        const char *permission);

/* “Waxseal will create 1 application, … It will change nothing else.” */
const char *waxseal_provision_plan_get_summary (WaxsealProvisionPlan *self);
/* What may go wrong: a role that is missing, or a keyring; NULL where nothing is known. */
const char *waxseal_provision_plan_get_warning (WaxsealProvisionPlan *self);
gboolean waxseal_provision_plan_hands_over (WaxsealProvisionPlan *self);

G_END_DECLS
