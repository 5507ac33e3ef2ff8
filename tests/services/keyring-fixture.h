/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "waxseal-keyring.h"

G_BEGIN_DECLS

/* with-keyring.sh looks for this in all that a session leaves behind. */
#define MARKER "WaxsealTestSecret"

typedef struct
{
  WaxsealKeyring *keyring;
  GCancellable *cancellable;
  GMainLoop *loop;
  GAsyncResult *result;
} KeyringFixture;

void keyring_fixture_set_up (KeyringFixture *fixture, gconstpointer data);
void keyring_fixture_tear_down (KeyringFixture *fixture, gconstpointer data);

WaxsealKeyringItem *
keyring_fixture_new_item (const char *organization, const char *key_id, const char *expires);
gboolean keyring_fixture_store_item (KeyringFixture *fixture,
                                     WaxsealKeyringItem *item,
                                     SecretValue *value,
                                     GError **error);
gboolean keyring_fixture_store (KeyringFixture *fixture,
                                const char *organization,
                                const char *key_id,
                                const char *text,
                                GError **error);
SecretValue *keyring_fixture_lookup (KeyringFixture *fixture,
                                     const char *organization,
                                     const char *key_id,
                                     GError **error);
gboolean keyring_fixture_clear (KeyringFixture *fixture,
                                const char *organization,
                                const char *key_id,
                                GError **error);
GListModel *
keyring_fixture_list (KeyringFixture *fixture, const char *organization, GError **error);
gboolean keyring_fixture_unlock (KeyringFixture *fixture, GError **error);

void keyring_fixture_assert_value (SecretValue *value, const char *text);
void keyring_fixture_assert_every_call_fails (KeyringFixture *fixture, GQuark domain, int code);

G_END_DECLS
