/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gio/gio.h>
#include <libsecret/secret.h>

#include "waxseal-keyring-item.h"

G_BEGIN_DECLS

#define WAXSEAL_TYPE_KEYRING (waxseal_keyring_get_type ())
G_DECLARE_FINAL_TYPE (WaxsealKeyring, waxseal_keyring, WAXSEAL, KEYRING, GObject)

/*
 * Every call fails with G_IO_ERROR_CANCELLED, or with WAXSEAL_ERROR_KEYRING_UNAVAILABLE, _LOCKED,
 * _DISMISSED or _FAILED; store also with _BAD_VALUE, look-up also with _ITEM_GONE. The message is
 * for the user; waxseal-keyring-error.h has the remedy and the button, waxseal-error.h the details.
 * A NULL key ID means any of the organisation's; only list takes a NULL organisation (all).
 * List gives WaxsealKeyringItem. Only store and unlock may show the keyring's own prompt.
 */
WaxsealKeyring *waxseal_keyring_new (void);

void waxseal_keyring_store_async (WaxsealKeyring *self,
                                  WaxsealKeyringItem *item,
                                  SecretValue *value,
                                  GCancellable *cancellable,
                                  GAsyncReadyCallback callback,
                                  gpointer user_data);
gboolean waxseal_keyring_store_finish (WaxsealKeyring *self, GAsyncResult *result, GError **error);

void waxseal_keyring_lookup_async (WaxsealKeyring *self,
                                   const char *organization,
                                   const char *key_id,
                                   GCancellable *cancellable,
                                   GAsyncReadyCallback callback,
                                   gpointer user_data);
SecretValue *
waxseal_keyring_lookup_finish (WaxsealKeyring *self, GAsyncResult *result, GError **error);

void waxseal_keyring_clear_async (WaxsealKeyring *self,
                                  const char *organization,
                                  const char *key_id,
                                  GCancellable *cancellable,
                                  GAsyncReadyCallback callback,
                                  gpointer user_data);
gboolean waxseal_keyring_clear_finish (WaxsealKeyring *self, GAsyncResult *result, GError **error);

void waxseal_keyring_list_async (WaxsealKeyring *self,
                                 const char *organization,
                                 GCancellable *cancellable,
                                 GAsyncReadyCallback callback,
                                 gpointer user_data);
GListModel *
waxseal_keyring_list_finish (WaxsealKeyring *self, GAsyncResult *result, GError **error);

void waxseal_keyring_unlock_async (WaxsealKeyring *self,
                                   GCancellable *cancellable,
                                   GAsyncReadyCallback callback,
                                   gpointer user_data);
gboolean waxseal_keyring_unlock_finish (WaxsealKeyring *self, GAsyncResult *result, GError **error);

G_END_DECLS
