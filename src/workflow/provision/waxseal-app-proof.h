/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Proving that the application works with the secret in the keyring (microsoft.md, 2.8). */
#pragma once

#include "waxseal-enums.h"
#include "waxseal-tenant-session.h"

G_BEGIN_DECLS

/* The subject of the check in the organisation's record. */
#define WAXSEAL_APP_PROOF_SUBJECT "entra-app"

/*
 * Signs in as the application, looks whether its token has the four roles, and reads the ID of one
 * user; never mail. Nobody has to be signed in. New secrets and grants are given time. Writes a
 * dated check and the permissions' dates into the record. Errors: WAXSEAL_ERROR_SECRET_WRONG,
 * _SECRET_EXPIRED, _WRONG_CLIENT, _WRONG_TENANT, _NOT_PROVED, _KEYRING_…, those of WaxsealHttp.
 */
void waxseal_app_proof_run_async (WaxsealTenantSession *session,
                                  GCancellable *cancellable,
                                  GAsyncReadyCallback callback,
                                  gpointer user_data);
gboolean waxseal_app_proof_run_finish (GAsyncResult *result, GError **error);

/* VERIFIED, ATTENTION (the last proof failed), STALE (another app or secret since), or still to do.
 */
WaxsealState waxseal_app_proof_get_state (WaxsealOrganization *organization);
const char *waxseal_app_proof_get_date (WaxsealOrganization *organization);

G_END_DECLS
