/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "waxseal-tenant-session.h"

G_BEGIN_DECLS

/*
 * Adds a client secret to the organisation's application, once, and puts its value into the keyring
 * and nowhere else. First sees that the keyring can take it, and what became of earlier ones: a
 * secret whose value is lost ends this with WAXSEAL_ERROR_ORPHAN_SECRET, and no second one is made.
 * Where an earlier one turns out to be complete, it is taken. The record gets its key ID and end.
 */
void waxseal_secret_addition_run_async (WaxsealTenantSession *session,
                                        const char *expires,
                                        GCancellable *cancellable,
                                        GAsyncReadyCallback callback,
                                        gpointer user_data);
gboolean waxseal_secret_addition_run_finish (GAsyncResult *result, GError **error);

G_END_DECLS
