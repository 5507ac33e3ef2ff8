/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <libsecret/secret.h>

#include "waxseal-record.h"

G_BEGIN_DECLS

#define WAXSEAL_TYPE_KEYRING_ITEM (waxseal_keyring_item_get_type ())
G_DECLARE_FINAL_TYPE (WaxsealKeyringItem,
                      waxseal_keyring_item,
                      WAXSEAL,
                      KEYRING_ITEM,
                      WaxsealRecord)

/*
 * Text properties, none of them secret: "organization" (its id, required), "organization-name",
 * "tenant-id", "client-id", "key-id" (Microsoft Entra's "Secret ID", required) and "expires" (ISO
 * 8601 date, may be empty). Make one with g_object_new (WAXSEAL_TYPE_KEYRING_ITEM, ..., NULL).
 */
WaxsealKeyringItem *waxseal_keyring_item_new_from_attributes (GHashTable *attributes);

const SecretSchema *waxseal_keyring_item_get_schema (void);
GHashTable *waxseal_keyring_item_build_attributes (WaxsealKeyringItem *self);
GHashTable *waxseal_keyring_item_build_query (const char *organization, const char *key_id);
char *waxseal_keyring_item_build_label (WaxsealKeyringItem *self);

G_END_DECLS
