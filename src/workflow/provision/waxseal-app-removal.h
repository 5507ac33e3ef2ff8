/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Taking away what a rotation, a failed run or practice left behind. What is gone already counts as
 * removed. */
#pragma once

#include "waxseal-tenant-session.h"

G_BEGIN_DECLS

/* @object_id: the application's; @key_id: the secret's. Its value leaves the keyring too, and the
 * record where it named it. */
void waxseal_app_removal_remove_secret_async (WaxsealTenantSession *session,
                                              const char *object_id,
                                              const char *key_id,
                                              GCancellable *cancellable,
                                              GAsyncReadyCallback callback,
                                              gpointer user_data);
gboolean waxseal_app_removal_remove_secret_finish (GAsyncResult *result, GError **error);

/* Deletes the application and, with it, its service principal, grants and secrets. Entra keeps it
 * for 30 days under "Deleted applications", from where it can be restored (microsoft.md, 2.2).
 * Where it was the organisation's own, the record forgets it, and the keyring its secrets. */
void waxseal_app_removal_delete_app_async (WaxsealTenantSession *session,
                                           const char *object_id,
                                           GCancellable *cancellable,
                                           GAsyncReadyCallback callback,
                                           gpointer user_data);
gboolean waxseal_app_removal_delete_app_finish (GAsyncResult *result, GError **error);

G_END_DECLS
