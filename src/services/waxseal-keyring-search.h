/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gio/gio.h>
#include <libsecret/secret.h>

G_BEGIN_DECLS

/**
 * WaxsealKeyringSearch:
 * @items: (element-type SecretRetrievable): what matches, locked or not
 * @locked: (element-type GDBusProxy): the locked ones of the items, and the default keyring if
 * locked
 * @service: (nullable): the service, or %NULL where libsecret keeps a file of its own
 *
 * What a search found, and whether the keyring could answer it at all.
 */
typedef struct
{
  GList *items;
  GList *locked;
  SecretService *service;
} WaxsealKeyringSearch;

void waxseal_keyring_search_unref (WaxsealKeyringSearch *self);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (WaxsealKeyringSearch, waxseal_keyring_search_unref)

void waxseal_keyring_search_async (const SecretSchema *schema,
                                   GHashTable *query,
                                   GCancellable *cancellable,
                                   GAsyncReadyCallback callback,
                                   gpointer user_data);
WaxsealKeyringSearch *waxseal_keyring_search_finish (GAsyncResult *result, GError **error);

gboolean waxseal_keyring_search_is_locked (WaxsealKeyringSearch *self);

G_END_DECLS
