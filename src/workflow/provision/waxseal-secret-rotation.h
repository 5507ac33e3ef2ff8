/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "waxseal-provision-enums.h"
#include "waxseal-tenant-session.h"

G_BEGIN_DECLS

/*
 * Changes the client secret without a moment in which none works: add the new one, prove it, give
 * it to CRES (declared by the administrator), and only then remove the old one. How far it is, is
 * in the journal, so that it goes on after a restart.
 */
#define WAXSEAL_TYPE_SECRET_ROTATION (waxseal_secret_rotation_get_type ())
G_DECLARE_FINAL_TYPE (WaxsealSecretRotation,
                      waxseal_secret_rotation,
                      WAXSEAL,
                      SECRET_ROTATION,
                      GObject)

WaxsealSecretRotation *waxseal_secret_rotation_new (WaxsealTenantSession *session);
WaxsealRotationStage waxseal_secret_rotation_get_stage (WaxsealSecretRotation *self);
/* The key ID of the secret that will go; "" where none is under way, or there was none. */
const char *waxseal_secret_rotation_get_old_key_id (WaxsealSecretRotation *self);

/* From NONE or STARTED to PROVED. @expires: the end of the new secret, ISO 8601, UTC. */
void waxseal_secret_rotation_start_async (WaxsealSecretRotation *self,
                                          const char *expires,
                                          GCancellable *cancellable,
                                          GAsyncReadyCallback callback,
                                          gpointer user_data);
gboolean waxseal_secret_rotation_start_finish (WaxsealSecretRotation *self,
                                               GAsyncResult *result,
                                               GError **error);

/* From PROVED to HANDED_OVER, and back: the administrator says that CRES has the new value. */
void waxseal_secret_rotation_declare_handed_over (WaxsealSecretRotation *self, gboolean declared);

/* From HANDED_OVER to NONE: the old one goes, from Entra and from the keyring. */
void waxseal_secret_rotation_remove_old_async (WaxsealSecretRotation *self,
                                               GCancellable *cancellable,
                                               GAsyncReadyCallback callback,
                                               gpointer user_data);
gboolean waxseal_secret_rotation_remove_old_finish (WaxsealSecretRotation *self,
                                                    GAsyncResult *result,
                                                    GError **error);

G_END_DECLS
