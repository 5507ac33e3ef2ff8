/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "waxseal-tenant-review-private.h"

G_BEGIN_DECLS

/** WaxsealTenantReading: one review on its way, the data of its task; @held: (nullable): what the
 * keyring has; @next_app: the application whose service principal is read next. */
typedef struct
{
  WaxsealTenantSession *session;
  WaxsealEntraApp *record;
  WaxsealTenantReview *review;
  GListModel *held;
  guint next_app;
} WaxsealTenantReading;

/* The last part of a review: the applications. It ends the task. */
void waxseal_tenant_reading_read_apps (GTask *task);

void waxseal_tenant_reading_get (GTask *task,
                                 const char *path,
                                 const char *const *scopes,
                                 GAsyncReadyCallback callback);
void waxseal_tenant_reading_list (GTask *task, const char *path, GAsyncReadyCallback callback);
void waxseal_tenant_reading_fail (GTask *task, GError *error);
const char *const *waxseal_tenant_reading_get_scopes (void);

G_END_DECLS
