/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "waxseal-tenant-session.h"

G_BEGIN_DECLS

/**
 * WaxsealSecretDeposit:
 * @key_id: (nullable): of the secret, where one was made for certain
 * @request_id: (nullable): the service's name of the request
 * @item: (nullable): what the keyring shows of it; %NULL where it is not stored
 * @keyring_error: (nullable): why it is not stored
 * @removed: whether it was removed again since it could not be stored
 *
 * How making a secret and putting its value into the keyring ended.
 */
typedef struct
{
  char *key_id;
  char *request_id;
  WaxsealKeyringItem *item;
  GError *keyring_error;
  gboolean removed;
} WaxsealSecretDeposit;

void waxseal_secret_deposit_free (WaxsealSecretDeposit *self);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (WaxsealSecretDeposit, waxseal_secret_deposit_free)

/* Sends one addPassword. @fresh: the application is young. The value goes from the reply into the
 * keyring; where that refuses, the secret is removed again. */
void waxseal_secret_deposit_async (WaxsealTenantSession *session,
                                   const char *description,
                                   const char *expires,
                                   gboolean fresh,
                                   GCancellable *cancellable,
                                   GAsyncReadyCallback callback,
                                   gpointer user_data);
WaxsealSecretDeposit *waxseal_secret_deposit_finish (GAsyncResult *result, GError **error);

G_END_DECLS
