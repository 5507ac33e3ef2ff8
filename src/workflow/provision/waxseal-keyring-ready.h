/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "waxseal-keyring.h"

G_BEGIN_DECLS

/* Whether a secret can be stored, before one is made: a locked keyring is unlocked, by its own
 * prompt. Gives what it has of the organisation: a list of WaxsealKeyringItem. */
void waxseal_keyring_ready_async (WaxsealKeyring *keyring,
                                  const char *organization,
                                  GCancellable *cancellable,
                                  GAsyncReadyCallback callback,
                                  gpointer user_data);
GListModel *waxseal_keyring_ready_finish (GAsyncResult *result, GError **error);

gboolean waxseal_keyring_ready_has (GListModel *items, const char *key_id);

G_END_DECLS
