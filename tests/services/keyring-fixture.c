/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "keyring-fixture.h"

/* The asynchronous calls as ordinary ones, for tests. */

void
keyring_fixture_set_up (KeyringFixture *fixture, gconstpointer data)
{
  fixture->keyring = waxseal_keyring_new ();
  fixture->cancellable = g_cancellable_new ();
  fixture->loop = g_main_loop_new (NULL, FALSE);
}

void
keyring_fixture_tear_down (KeyringFixture *fixture, gconstpointer data)
{
  g_clear_object (&fixture->result);
  g_clear_object (&fixture->cancellable);
  g_assert_finalize_object (fixture->keyring);
  g_clear_pointer (&fixture->loop, g_main_loop_unref);
}

static void
done_cb (GObject *source, GAsyncResult *result, gpointer user_data)
{
  KeyringFixture *fixture = user_data;

  g_set_object (&fixture->result, result);
  g_main_loop_quit (fixture->loop);
}

WaxsealKeyringItem *
keyring_fixture_new_item (const char *organization, const char *key_id, const char *expires)
{
  return g_object_new (WAXSEAL_TYPE_KEYRING_ITEM,
                       "organization",
                       organization,
                       "organization-name",
                       "Contoso",
                       "tenant-id",
                       "11111111-1111-1111-1111-111111111111",
                       "client-id",
                       "22222222-2222-2222-2222-222222222222",
                       "key-id",
                       key_id,
                       "expires",
                       expires,
                       NULL);
}

gboolean
keyring_fixture_store_item (KeyringFixture *fixture,
                            WaxsealKeyringItem *item,
                            SecretValue *value,
                            GError **error)
{
  waxseal_keyring_store_async (
    fixture->keyring, item, value, fixture->cancellable, done_cb, fixture);
  g_main_loop_run (fixture->loop);
  return waxseal_keyring_store_finish (fixture->keyring, fixture->result, error);
}

gboolean
keyring_fixture_store (KeyringFixture *fixture,
                       const char *organization,
                       const char *key_id,
                       const char *text,
                       GError **error)
{
  g_autoptr (WaxsealKeyringItem) item = NULL;
  g_autoptr (SecretValue) value = secret_value_new (text, -1, "text/plain");

  item = keyring_fixture_new_item (organization, key_id, "2027-05-18");
  return keyring_fixture_store_item (fixture, item, value, error);
}

SecretValue *
keyring_fixture_lookup (KeyringFixture *fixture,
                        const char *organization,
                        const char *key_id,
                        GError **error)
{
  waxseal_keyring_lookup_async (
    fixture->keyring, organization, key_id, fixture->cancellable, done_cb, fixture);
  g_main_loop_run (fixture->loop);
  return waxseal_keyring_lookup_finish (fixture->keyring, fixture->result, error);
}

gboolean
keyring_fixture_clear (KeyringFixture *fixture,
                       const char *organization,
                       const char *key_id,
                       GError **error)
{
  waxseal_keyring_clear_async (
    fixture->keyring, organization, key_id, fixture->cancellable, done_cb, fixture);
  g_main_loop_run (fixture->loop);
  return waxseal_keyring_clear_finish (fixture->keyring, fixture->result, error);
}

GListModel *
keyring_fixture_list (KeyringFixture *fixture, const char *organization, GError **error)
{
  waxseal_keyring_list_async (
    fixture->keyring, organization, fixture->cancellable, done_cb, fixture);
  g_main_loop_run (fixture->loop);
  return waxseal_keyring_list_finish (fixture->keyring, fixture->result, error);
}

gboolean
keyring_fixture_unlock (KeyringFixture *fixture, GError **error)
{
  waxseal_keyring_unlock_async (fixture->keyring, fixture->cancellable, done_cb, fixture);
  g_main_loop_run (fixture->loop);
  return waxseal_keyring_unlock_finish (fixture->keyring, fixture->result, error);
}

/* Does not print the texts where they differ: what is printed is searched for secrets. */
void
keyring_fixture_assert_value (SecretValue *value, const char *text)
{
  g_assert_nonnull (value);
  g_assert_true (g_str_equal (secret_value_get_text (value), text));
}

void
keyring_fixture_assert_every_call_fails (KeyringFixture *fixture, GQuark domain, int code)
{
  g_autoptr (GError) store_error = NULL;
  g_autoptr (GError) lookup_error = NULL;
  g_autoptr (GError) clear_error = NULL;
  g_autoptr (GError) list_error = NULL;

  g_assert_false (keyring_fixture_store (fixture, "contoso", "k1", MARKER "-1", &store_error));
  g_assert_error (store_error, domain, code);
  g_assert_null (keyring_fixture_lookup (fixture, "contoso", "k1", &lookup_error));
  g_assert_error (lookup_error, domain, code);
  g_assert_false (keyring_fixture_clear (fixture, "contoso", "k1", &clear_error));
  g_assert_error (clear_error, domain, code);
  g_assert_null (keyring_fixture_list (fixture, NULL, &list_error));
  g_assert_error (list_error, domain, code);
}
