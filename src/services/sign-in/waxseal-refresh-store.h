/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gio/gio.h>
#include <libsecret/secret.h>

#include "waxseal-organization.h"

G_BEGIN_DECLS

/*
 * Keeps the refresh token of one organisation in the keyring, as an item of a kind of its own
 * beside the client secrets. Errors: as of waxseal-keyring.h. Only a save that may prompt shows the
 * keyring's own prompt.
 */
#define WAXSEAL_TYPE_REFRESH_STORE (waxseal_refresh_store_get_type ())
G_DECLARE_FINAL_TYPE (WaxsealRefreshStore, waxseal_refresh_store, WAXSEAL, REFRESH_STORE, GObject)

WaxsealRefreshStore *waxseal_refresh_store_new (WaxsealOrganization *organization,
                                                const char *login);

void waxseal_refresh_store_save_async (WaxsealRefreshStore *self,
                                       const char *client_id,
                                       SecretValue *token,
                                       gboolean may_prompt,
                                       GCancellable *cancellable,
                                       GAsyncReadyCallback callback,
                                       gpointer user_data);
gboolean
waxseal_refresh_store_save_finish (WaxsealRefreshStore *self, GAsyncResult *result, GError **error);

void waxseal_refresh_store_load_async (WaxsealRefreshStore *self,
                                       const char *client_id,
                                       GCancellable *cancellable,
                                       GAsyncReadyCallback callback,
                                       gpointer user_data);
SecretValue *
waxseal_refresh_store_load_finish (WaxsealRefreshStore *self, GAsyncResult *result, GError **error);

void waxseal_refresh_store_clear_async (WaxsealRefreshStore *self,
                                        GCancellable *cancellable,
                                        GAsyncReadyCallback callback,
                                        gpointer user_data);
gboolean waxseal_refresh_store_clear_finish (WaxsealRefreshStore *self,
                                             GAsyncResult *result,
                                             GError **error);

G_END_DECLS
