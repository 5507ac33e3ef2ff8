/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Staying signed in, with the real gnome-keyring-daemon that with-keyring.sh starts. */
#include <string.h>

#include "sign-in-fixture.h"
#include "waxseal-error.h"
#include "waxseal-refresh-store.h"

#define CLIENT_ID "22222222-2222-2222-2222-222222222222"

static void
sign_in (SignInFixture *fixture, const char *name)
{
  g_autoptr (GError) error = NULL;

  sign_in_fixture_script_tokens (fixture, name, 0, "User.Read");
  sign_in_fixture_sign_in (fixture, WAXSEAL_SIGN_IN_BROWSER, "User.Read", &error);
  g_assert_no_error (error);
  g_assert_cmpuint (fixture->n_not_kept, ==, 0);
}

static SecretValue *
load (SignInFixture *fixture, const char *login, const char *client_id, GError **error)
{
  g_autoptr (WaxsealRefreshStore) store = waxseal_refresh_store_new (fixture->organization, login);
  g_autoptr (GAsyncResult) result = NULL;

  waxseal_refresh_store_load_async (store, client_id, NULL, sign_in_fixture_result_cb, &result);
  while (result == NULL)
    g_main_context_iteration (NULL, TRUE);
  return waxseal_refresh_store_load_finish (store, result, error);
}

static void
assert_kept (SignInFixture *fixture, const char *name)
{
  g_autofree char *expected = g_strconcat (MARKER "-refresh-", name, NULL);
  g_autoptr (GError) error = NULL;
  g_autoptr (SecretValue) value = load (fixture, fixture->base, CLIENT_ID, &error);

  g_assert_no_error (error);
  g_assert_cmpstr (secret_value_get_text (value), ==, expected);
}

static void
assert_not_kept (SignInFixture *fixture, const char *login, const char *client_id)
{
  g_autoptr (GError) error = NULL;

  g_assert_null (load (fixture, login, client_id, &error));
  g_assert_error (error, WAXSEAL_ERROR, WAXSEAL_ERROR_KEYRING_ITEM_GONE);
}

static void
clean_up (SignInFixture *fixture)
{
  g_autoptr (GError) error = NULL;

  g_assert_true (sign_in_fixture_sign_out (fixture, &error));
  g_assert_no_error (error);
  assert_not_kept (fixture, fixture->base, CLIENT_ID);
}

static void
assert_silent (SignInFixture *fixture)
{
  g_autoptr (GError) error = NULL;

  g_assert_true (sign_in_fixture_sign_in (fixture, WAXSEAL_SIGN_IN_SILENT, "User.Read", &error));
  g_assert_no_error (error);
  g_assert_true (waxseal_account_is_signed_in (fixture->account));
}

static void
assert_not_silent (SignInFixture *fixture)
{
  g_autoptr (GError) error = NULL;

  g_assert_false (sign_in_fixture_sign_in (fixture, WAXSEAL_SIGN_IN_SILENT, "User.Read", &error));
  g_assert_error (error, WAXSEAL_ERROR, WAXSEAL_ERROR_SIGN_IN_NEEDED);
  g_assert_false (waxseal_account_is_signed_in (fixture->account));
}

static void
test_after_a_restart (SignInFixture *fixture, gconstpointer unused)
{
  sign_in (fixture, "1");
  assert_kept (fixture, "1");

  sign_in_fixture_renew_account (fixture);
  g_assert_false (waxseal_account_is_signed_in (fixture->account));
  sign_in_fixture_script_tokens (fixture, "2", 0, "User.Read");
  assert_silent (fixture);
  g_assert_cmpstr (sign_in_fixture_get_field (fixture, -1, "refresh_token"),
                   ==,
                   MARKER "-refresh-1");
  assert_kept (fixture, "2");

  sign_in_fixture_renew_account (fixture);
  sign_in_fixture_script_tokens (fixture, "3", 3600, "User.Read");
  assert_silent (fixture);
  g_assert_cmpstr (sign_in_fixture_get_field (fixture, -1, "refresh_token"),
                   ==,
                   MARKER "-refresh-2");
  g_assert_cmpuint (fixture->n_links, ==, 1);
  clean_up (fixture);
  sign_in_fixture_renew_account (fixture);
  assert_not_silent (fixture);
}

static void
test_dead_token_is_cleared (SignInFixture *fixture, gconstpointer unused)
{
  sign_in (fixture, "1");
  sign_in_fixture_renew_account (fixture);
  sign_in_fixture_script_refusal (fixture, "invalid_grant", 700082);
  assert_not_silent (fixture);
  assert_not_kept (fixture, fixture->base, CLIENT_ID);
}

static void
test_missing_consent_clears_nothing (SignInFixture *fixture, gconstpointer unused)
{
  g_autoptr (GError) error = NULL;

  sign_in (fixture, "1");
  sign_in_fixture_script_refusal (fixture, "invalid_grant", 65001);
  g_assert_false (
    sign_in_fixture_sign_in (fixture, WAXSEAL_SIGN_IN_SILENT, "Group.Read.All", &error));
  g_assert_error (error, WAXSEAL_ERROR, WAXSEAL_ERROR_CONSENT_NEEDED);
  assert_kept (fixture, "1");
  clean_up (fixture);
}

static void
settle (void)
{
  g_autoptr (GDBusConnection) bus = g_bus_get_sync (G_BUS_TYPE_SESSION, NULL, NULL);

  for (guint i = 0; i < 20; i++)
    {
      g_autoptr (GVariant) reply = g_dbus_connection_call_sync (bus,
                                                                "org.freedesktop.secrets",
                                                                "/org/freedesktop/secrets",
                                                                "org.freedesktop.DBus.Peer",
                                                                "Ping",
                                                                NULL,
                                                                NULL,
                                                                G_DBUS_CALL_FLAGS_NONE,
                                                                -1,
                                                                NULL,
                                                                NULL);

      while (g_main_context_iteration (NULL, FALSE))
        ;
    }
}

static void
test_switch (SignInFixture *fixture, gconstpointer unused)
{
  gboolean stays;

  g_object_set (fixture->account, "stay-signed-in", FALSE, NULL);
  settle ();
  sign_in (fixture, "1");
  assert_not_kept (fixture, fixture->base, CLIENT_ID);

  g_object_set (fixture->account, "stay-signed-in", TRUE, NULL);
  g_assert_true (waxseal_record_get_flag (fixture->settings, "stay-signed-in"));
  settle ();
  assert_kept (fixture, "1");

  g_object_set (fixture->account, "stay-signed-in", FALSE, NULL);
  g_object_get (fixture->account, "stay-signed-in", &stays, NULL);
  g_assert_false (stays);
  settle ();
  assert_not_kept (fixture, fixture->base, CLIENT_ID);
  g_assert_true (waxseal_account_is_signed_in (fixture->account));
}

static void
test_nobody_elses (SignInFixture *fixture, gconstpointer unused)
{
  g_autoptr (WaxsealOrganization) other =
    waxseal_organization_new ("Fabrikam", WAXSEAL_CLOUD_GLOBAL);
  WaxsealOrganization *own = fixture->organization;

  sign_in (fixture, "1");
  assert_not_kept (fixture, "https://login.test", CLIENT_ID);
  assert_not_kept (fixture, fixture->base, "44444444-4444-4444-4444-444444444444");
  fixture->organization = other;
  assert_not_kept (fixture, fixture->base, CLIENT_ID);
  fixture->organization = own;
  assert_kept (fixture, "1");
  clean_up (fixture);
}

/* Another client, or another host, of the same organisation: only the last one's is kept. */
static void
test_only_the_last (SignInFixture *fixture, gconstpointer unused)
{
  g_autoptr (WaxsealRefreshStore) store =
    waxseal_refresh_store_new (fixture->organization, "https://login.test");
  g_autoptr (SecretValue) value = secret_value_new (MARKER "-refresh-x", -1, "text/plain");
  const char *clients[] = { "one", "two" };

  for (guint i = 0; i < G_N_ELEMENTS (clients); i++)
    {
      g_autoptr (GAsyncResult) result = NULL;
      g_autoptr (SecretValue) found = NULL;

      waxseal_refresh_store_save_async (
        store, clients[i], value, TRUE, NULL, sign_in_fixture_result_cb, &result);
      while (result == NULL)
        g_main_context_iteration (NULL, TRUE);
      g_assert_true (waxseal_refresh_store_save_finish (store, result, NULL));
      found = load (fixture, "https://login.test", clients[i], NULL);
      g_assert_nonnull (found);
    }
  assert_not_kept (fixture, "https://login.test", "one");
  sign_in (fixture, "1");
  assert_kept (fixture, "1");
  assert_not_kept (fixture, "https://login.test", "two");
  clean_up (fixture);
}

/* Client secrets and refresh tokens are items of two kinds, which do not see each other. */
static void
test_beside_client_secrets (SignInFixture *fixture, gconstpointer unused)
{
  g_autoptr (GAsyncResult) stored = NULL, listed = NULL, cleared = NULL;
  const char *id = waxseal_organization_get_id (fixture->organization);
  g_autoptr (SecretValue) value = secret_value_new (MARKER "-secret", -1, "text/plain");
  g_autoptr (WaxsealKeyringItem) item = NULL;
  g_autoptr (GListModel) list = NULL;

  item = g_object_new (WAXSEAL_TYPE_KEYRING_ITEM, "organization", id, "key-id", "k1", NULL);
  waxseal_keyring_store_async (
    fixture->keyring, item, value, NULL, sign_in_fixture_result_cb, &stored);
  while (stored == NULL)
    g_main_context_iteration (NULL, TRUE);
  g_assert_true (waxseal_keyring_store_finish (fixture->keyring, stored, NULL));
  sign_in (fixture, "1");
  clean_up (fixture);

  sign_in (fixture, "2");
  waxseal_keyring_list_async (fixture->keyring, id, NULL, sign_in_fixture_result_cb, &listed);
  while (listed == NULL)
    g_main_context_iteration (NULL, TRUE);
  list = waxseal_keyring_list_finish (fixture->keyring, listed, NULL);
  g_assert_cmpuint (g_list_model_get_n_items (list), ==, 1);
  waxseal_keyring_clear_async (
    fixture->keyring, id, NULL, NULL, sign_in_fixture_result_cb, &cleared);
  while (cleared == NULL)
    g_main_context_iteration (NULL, TRUE);
  g_assert_true (waxseal_keyring_clear_finish (fixture->keyring, cleared, NULL));
  assert_kept (fixture, "2");
  clean_up (fixture);
}

/* Whoever removes the item means it; and making another might ask the person. */
static void
test_removed_behind_our_back (SignInFixture *fixture, gconstpointer unused)
{
  g_autoptr (WaxsealRefreshStore) store =
    waxseal_refresh_store_new (fixture->organization, fixture->base);
  g_autoptr (GAsyncResult) result = NULL;

  sign_in (fixture, "1");
  waxseal_refresh_store_clear_async (store, NULL, sign_in_fixture_result_cb, &result);
  while (result == NULL)
    g_main_context_iteration (NULL, TRUE);
  g_assert_true (waxseal_refresh_store_clear_finish (store, result, NULL));

  sign_in_fixture_script_tokens (fixture, "2", 3600, "User.Read");
  assert_silent (fixture);
  g_assert_cmpuint (fixture->n_not_kept, ==, 1);
  assert_not_kept (fixture, fixture->base, CLIENT_ID);
}

/* Last, since nobody can unlock it again here. Nothing that is silent asks for that; and a rotated
 * token that cannot be kept is still good in memory. */
static void
test_locked (SignInFixture *fixture, gconstpointer unused)
{
  g_autoptr (SecretService) service = secret_service_get_sync (SECRET_SERVICE_NONE, NULL, NULL);
  g_autoptr (SecretCollection) collection = secret_collection_for_alias_sync (
    service, SECRET_COLLECTION_DEFAULT, SECRET_COLLECTION_NONE, NULL, NULL);
  GList objects = { .data = collection };
  g_autoptr (GError) error = NULL;

  sign_in (fixture, "1");
  secret_service_lock_sync (service, &objects, NULL, NULL, &error);
  g_assert_no_error (error);

  sign_in_fixture_script_tokens (fixture, "2", 0, "User.Read");
  assert_silent (fixture);
  g_assert_cmpuint (fixture->n_not_kept, ==, 1);
  sign_in_fixture_script_tokens (fixture, "3", 3600, "User.Read");
  assert_silent (fixture);
  g_assert_cmpstr (sign_in_fixture_get_field (fixture, -1, "refresh_token"),
                   ==,
                   MARKER "-refresh-2");

  sign_in_fixture_renew_account (fixture);
  assert_not_silent (fixture);
  g_assert_false (sign_in_fixture_sign_out (fixture, &error));
  g_assert_error (error, WAXSEAL_ERROR, WAXSEAL_ERROR_KEYRING_LOCKED);
}

int
main (int argc, char *argv[])
{
  static const struct
  {
    const char *path;
    void (*run) (SignInFixture *fixture, gconstpointer unused);
  } tests[] = {
    { "/sign-in-kept/after-a-restart", test_after_a_restart },
    { "/sign-in-kept/dead-token", test_dead_token_is_cleared },
    { "/sign-in-kept/missing-consent", test_missing_consent_clears_nothing },
    { "/sign-in-kept/switch", test_switch },
    { "/sign-in-kept/nobody-elses", test_nobody_elses },
    { "/sign-in-kept/only-the-last", test_only_the_last },
    { "/sign-in-kept/beside-client-secrets", test_beside_client_secrets },
    { "/sign-in-kept/removed", test_removed_behind_our_back },
    { "/sign-in-kept/locked", test_locked },
  };

  g_test_init (&argc, &argv, NULL);
  for (guint i = 0; i < G_N_ELEMENTS (tests); i++)
    g_test_add (tests[i].path,
                SignInFixture,
                NULL,
                sign_in_fixture_set_up_with_keyring,
                tests[i].run,
                sign_in_fixture_tear_down);
  return g_test_run ();
}
