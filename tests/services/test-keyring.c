/* SPDX-License-Identifier: GPL-3.0-or-later */
#include <string.h>

#include "keyring-fixture.h"
#include "waxseal-error.h"
#include "waxseal-keyring-error.h"

/* Against the real gnome-keyring-daemon that with-keyring.sh starts. */

#define SECRETS_NAME      "org.freedesktop.secrets"
#define SECRETS_PATH      "/org/freedesktop/secrets"
#define LOGIN_PATH        SECRETS_PATH "/collection/login"
#define SERVICE_INTERFACE "org.freedesktop.Secret.Service"

static GVariant *
call_service (const char *interface, const char *method, GVariant *parameters)
{
  g_autoptr (GDBusConnection) bus = g_bus_get_sync (G_BUS_TYPE_SESSION, NULL, NULL);
  g_autoptr (GError) error = NULL;
  GVariant *reply;

  reply = g_dbus_connection_call_sync (bus,
                                       SECRETS_NAME,
                                       SECRETS_PATH,
                                       interface,
                                       method,
                                       parameters,
                                       NULL,
                                       G_DBUS_CALL_FLAGS_NONE,
                                       -1,
                                       NULL,
                                       &error);
  g_assert_no_error (error);
  return reply;
}

static void
lock_login_keyring (void)
{
  const char *paths[] = { LOGIN_PATH, NULL };
  g_autoptr (GVariant) reply = NULL;

  reply = call_service (SERVICE_INTERFACE, "Lock", g_variant_new ("(^ao)", paths));
}

/* By a private call of GNOME Keyring, since nobody can type into a prompt here. */
static void
unlock_login_keyring (void)
{
  const char *password = g_getenv ("WAXSEAL_TEST_KEYRING_PASSWORD");
  g_autoptr (GVariant) session = NULL, reply = NULL;
  const char *path;

  session = call_service (SERVICE_INTERFACE,
                          "OpenSession",
                          g_variant_new ("(sv)", "plain", g_variant_new_string ("")));
  g_variant_get_child (session, 1, "&o", &path);
  reply = call_service (
    "org.gnome.keyring.InternalUnsupportedGuiltRiddenInterface",
    "UnlockWithMasterPassword",
    g_variant_new ("(o(o@ay@ays))",
                   LOGIN_PATH,
                   path,
                   g_variant_new_fixed_array (G_VARIANT_TYPE_BYTE, NULL, 0, 1),
                   g_variant_new_fixed_array (G_VARIANT_TYPE_BYTE, password, strlen (password), 1),
                   "text/plain"));
}

static void
appeared_cb (GDBusConnection *bus, const char *name, const char *owner, gpointer user_data)
{
  char **current = user_data;

  g_free (*current);
  *current = g_strdup (owner);
}

/* Waits until a daemon other than @previous serves the keyring. */
static char *
wait_for_daemon (const char *previous)
{
  g_autofree char *owner = g_strdup (previous);
  guint watch;

  watch = g_bus_watch_name (G_BUS_TYPE_SESSION,
                            SECRETS_NAME,
                            G_BUS_NAME_WATCHER_FLAGS_NONE,
                            appeared_cb,
                            NULL,
                            &owner,
                            NULL);
  while (g_strcmp0 (owner, previous) == 0)
    g_main_context_iteration (NULL, TRUE);
  g_bus_unwatch_name (watch);
  return g_steal_pointer (&owner);
}

/* The new daemon knows the keyring's file, but has never had it open. */
static void
replace_daemon (void)
{
  g_autofree char *first = wait_for_daemon (NULL), *second = NULL;
  g_autoptr (GError) error = NULL;
  g_autoptr (GSubprocessLauncher) launcher = NULL;
  g_autoptr (GSubprocess) daemon = NULL;

  launcher = g_subprocess_launcher_new (G_SUBPROCESS_FLAGS_STDOUT_SILENCE);
  /* Warnings are fatal to the test, not to the daemon, which gives some of its own. */
  g_subprocess_launcher_unsetenv (launcher, "G_DEBUG");
  daemon = g_subprocess_launcher_spawn (launcher,
                                        &error,
                                        "gnome-keyring-daemon",
                                        "--components=secrets",
                                        "--daemonize",
                                        "--replace",
                                        NULL);
  g_assert_no_error (error);
  g_assert_true (g_subprocess_wait_check (daemon, NULL, NULL));
  second = wait_for_daemon (first);
}

static guint
count_items (KeyringFixture *fixture, const char *organization)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (GListModel) list = keyring_fixture_list (fixture, organization, &error);

  g_assert_no_error (error);
  return g_list_model_get_n_items (list);
}

static void
assert_stored (KeyringFixture *fixture,
               const char *organization,
               const char *key_id,
               const char *text)
{
  g_autoptr (GError) error = NULL;

  g_assert_true (keyring_fixture_store (fixture, organization, key_id, text, &error));
  g_assert_no_error (error);
}

static void
assert_found (KeyringFixture *fixture,
              const char *organization,
              const char *key_id,
              const char *text)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (SecretValue) value = NULL;

  value = keyring_fixture_lookup (fixture, organization, key_id, &error);
  g_assert_no_error (error);
  keyring_fixture_assert_value (value, text);
}

static void
assert_gone (KeyringFixture *fixture, const char *organization, const char *key_id)
{
  g_autoptr (GError) error = NULL;

  g_assert_null (keyring_fixture_lookup (fixture, organization, key_id, &error));
  g_assert_error (error, WAXSEAL_ERROR, WAXSEAL_ERROR_KEYRING_ITEM_GONE);
}

static void
assert_cleared (KeyringFixture *fixture, const char *organization, const char *key_id)
{
  g_autoptr (GError) error = NULL;

  g_assert_true (keyring_fixture_clear (fixture, organization, key_id, &error));
  g_assert_no_error (error);
}

static void
test_life (KeyringFixture *fixture, gconstpointer data)
{
  assert_gone (fixture, "contoso", "k1");
  assert_stored (fixture, "contoso", "k1", MARKER "-1");
  assert_stored (fixture, "contoso", "k2", MARKER "-2");
  assert_stored (fixture, "fabrikam", "k1", MARKER "-3");

  assert_found (fixture, "contoso", "k1", MARKER "-1");
  assert_found (fixture, "contoso", "k2", MARKER "-2");
  assert_found (fixture, "fabrikam", "k1", MARKER "-3");
  assert_found (fixture, "fabrikam", NULL, MARKER "-3");
  assert_gone (fixture, "contoso", "k3");
  g_assert_cmpuint (count_items (fixture, "contoso"), ==, 2);
  g_assert_cmpuint (count_items (fixture, NULL), ==, 3);

  assert_cleared (fixture, "contoso", "k1");
  assert_gone (fixture, "contoso", "k1");
  assert_found (fixture, "contoso", "k2", MARKER "-2");
  assert_cleared (fixture, "contoso", NULL);
  assert_gone (fixture, "contoso", NULL);
  assert_cleared (fixture, "contoso", NULL);
  g_assert_cmpuint (count_items (fixture, "contoso"), ==, 0);
  assert_found (fixture, "fabrikam", "k1", MARKER "-3");
  assert_cleared (fixture, "fabrikam", NULL);
}

static void
test_item_is_recognisable (KeyringFixture *fixture, gconstpointer data)
{
  g_autoptr (GListModel) list = NULL;
  g_autoptr (WaxsealKeyringItem) item = NULL;
  g_autoptr (WaxsealKeyringItem) plain = keyring_fixture_new_item ("contoso", "k1", "");
  g_autofree char *label = NULL, *plain_label = waxseal_keyring_item_build_label (plain);

  assert_stored (fixture, "contoso", "k1", MARKER "-1");
  list = keyring_fixture_list (fixture, "contoso", NULL);
  g_assert_cmpuint (g_list_model_get_n_items (list), ==, 1);
  item = g_list_model_get_item (list, 0);
  label = waxseal_keyring_item_build_label (item);

  g_assert_cmpstr (waxseal_record_get_text (item, "organization"), ==, "contoso");
  g_assert_cmpstr (waxseal_record_get_text (item, "organization-name"), ==, "Contoso");
  g_assert_cmpstr (waxseal_record_get_text (item, "tenant-id"),
                   ==,
                   "11111111-1111-1111-1111-111111111111");
  g_assert_cmpstr (waxseal_record_get_text (item, "client-id"),
                   ==,
                   "22222222-2222-2222-2222-222222222222");
  g_assert_cmpstr (waxseal_record_get_text (item, "key-id"), ==, "k1");
  g_assert_cmpstr (waxseal_record_get_text (item, "expires"), ==, "2027-05-18");
  g_assert_cmpstr (label, ==, "Waxseal: Contoso, client secret until 2027-05-18");
  g_assert_cmpstr (plain_label, ==, "Waxseal: Contoso, client secret");
  assert_cleared (fixture, "contoso", NULL);
}

static void
searched_cb (GObject *source, GAsyncResult *result, gpointer user_data)
{
  GList **items = user_data;

  *items = secret_password_search_finish (result, NULL);
  g_assert_nonnull (*items);
}

static void
test_label_in_the_keyring (KeyringFixture *fixture, gconstpointer data)
{
  g_autoptr (GHashTable) query = waxseal_keyring_item_build_query ("contoso", "k1");
  g_autofree char *label = NULL;
  GList *items = NULL;

  assert_stored (fixture, "contoso", "k1", MARKER "-1");
  secret_password_searchv (
    waxseal_keyring_item_get_schema (), query, SECRET_SEARCH_ALL, NULL, searched_cb, &items);
  while (items == NULL)
    g_main_context_iteration (NULL, TRUE);
  g_assert_cmpuint (g_list_length (items), ==, 1);
  label = secret_retrievable_get_label (items->data);
  g_assert_cmpstr (label, ==, "Waxseal: Contoso, client secret until 2027-05-18");
  g_list_free_full (items, g_object_unref);
  assert_cleared (fixture, "contoso", NULL);
}

static void
test_one_key_id_has_one_item (KeyringFixture *fixture, gconstpointer data)
{
  const char *dates[] = { "2027-05-18", "2027-05-18", "", "2028-01-01" };
  guint i;

  assert_stored (fixture, "contoso", "k2", MARKER "-other");
  for (i = 0; i < G_N_ELEMENTS (dates); i++)
    {
      g_autoptr (WaxsealKeyringItem) item = keyring_fixture_new_item ("contoso", "k1", dates[i]);
      g_autofree char *text = g_strdup_printf (MARKER "-%u", i);
      g_autoptr (SecretValue) value = secret_value_new (text, -1, "text/plain");
      g_autoptr (GError) error = NULL;

      keyring_fixture_store_item (fixture, item, value, &error);
      g_assert_no_error (error);
      assert_found (fixture, "contoso", "k1", text);
      g_assert_cmpuint (count_items (fixture, "contoso"), ==, 2);
    }
  assert_found (fixture, "contoso", "k2", MARKER "-other");
  assert_cleared (fixture, "contoso", NULL);
}

static void
test_values (KeyringFixture *fixture, gconstpointer data)
{
  static const struct
  {
    const char *text;
    gssize length;
    const char *type;
  } refused[] = {
    { "", 0, "text/plain" },
    { MARKER "\0rest", sizeof MARKER + 4, "text/plain" },
    { MARKER "\xff", -1, "text/plain" },
    { "\xff\xfe", -1, "application/octet-stream" },
    { MARKER, -1, "image/png" },
  };
  g_autoptr (WaxsealKeyringItem) item = keyring_fixture_new_item ("contoso", "k1", "");
  g_autofree char *long_text = g_strnfill (64 * 1024, 'x');
  guint i;

  for (i = 0; i < G_N_ELEMENTS (refused); i++)
    {
      g_autoptr (SecretValue) value = NULL;
      g_autoptr (GError) error = NULL;

      value = secret_value_new (refused[i].text, refused[i].length, refused[i].type);
      g_assert_false (keyring_fixture_store_item (fixture, item, value, &error));
      g_assert_error (error, WAXSEAL_ERROR, WAXSEAL_ERROR_KEYRING_BAD_VALUE);
      g_assert_null (strstr (error->message, MARKER));
    }
  assert_gone (fixture, "contoso", "k1");

  memcpy (long_text, MARKER, strlen (MARKER));
  assert_stored (fixture, "contoso", "k1", long_text);
  assert_found (fixture, "contoso", "k1", long_text);
  assert_stored (fixture, "contoso", "k1", MARKER " 日本語 ~.Q8");
  assert_found (fixture, "contoso", "k1", MARKER " 日本語 ~.Q8");
  assert_cleared (fixture, "contoso", NULL);
}

/* Whether the kernel has locked the page at @address: “lo” among the VmFlags of proc(5). */
static gboolean
is_locked_in_memory (gconstpointer address)
{
  g_autofree char *smaps = NULL;
  g_auto (GStrv) lines = NULL;
  gboolean here = FALSE;
  guint i;

  g_assert_true (g_file_get_contents ("/proc/self/smaps", &smaps, NULL, NULL));
  lines = g_strsplit (smaps, "\n", -1);
  for (i = 0; lines[i] != NULL; i++)
    {
      g_auto (GStrv) range = g_strsplit_set (lines[i], "- ", 3);

      if (g_str_has_prefix (lines[i], "VmFlags:") && here)
        return strstr (lines[i], " lo") != NULL;
      if (g_strv_length (range) == 3 && strchr (range[0], ':') == NULL)
        here = g_ascii_strtoull (range[0], NULL, 16) <= GPOINTER_TO_SIZE (address) &&
               GPOINTER_TO_SIZE (address) < g_ascii_strtoull (range[1], NULL, 16);
    }
  return FALSE;
}

static void
test_values_are_not_pageable (KeyringFixture *fixture, gconstpointer data)
{
  g_autoptr (SecretValue) value = NULL;
  g_autofree char *ordinary = g_strdup ("ordinary");

#ifdef __SANITIZE_ADDRESS__
  g_test_skip ("AddressSanitizer replaces mlock() with one that does nothing");
  return;
#endif
  assert_stored (fixture, "contoso", "k1", MARKER "-1");
  value = keyring_fixture_lookup (fixture, "contoso", "k1", NULL);
  g_assert_true (is_locked_in_memory (secret_value_get (value, NULL)));
  g_assert_false (is_locked_in_memory (ordinary));
  assert_cleared (fixture, "contoso", NULL);
}

static void
test_deleted_behind_our_back (KeyringFixture *fixture, gconstpointer data)
{
  g_autoptr (GHashTable) query = waxseal_keyring_item_build_query ("contoso", "k1");

  assert_stored (fixture, "contoso", "k1", MARKER "-1");
  assert_found (fixture, "contoso", "k1", MARKER "-1");
  g_assert_true (
    secret_password_clearv_sync (waxseal_keyring_item_get_schema (), query, NULL, NULL));
  assert_gone (fixture, "contoso", "k1");
  g_assert_cmpuint (count_items (fixture, "contoso"), ==, 0);
}

static void
test_locked (KeyringFixture *fixture, gconstpointer data)
{
  g_autoptr (GError) error = NULL;

  assert_stored (fixture, "contoso", "k1", MARKER "-1");
  lock_login_keyring ();
  keyring_fixture_assert_every_call_fails (fixture, WAXSEAL_ERROR, WAXSEAL_ERROR_KEYRING_LOCKED);

  /* There is no display to show the prompt on: the same as a prompt that is closed. */
  g_assert_false (keyring_fixture_unlock (fixture, &error));
  g_assert_error (error, WAXSEAL_ERROR, WAXSEAL_ERROR_KEYRING_DISMISSED);

  unlock_login_keyring ();
  assert_found (fixture, "contoso", "k1", MARKER "-1");
  g_assert_true (keyring_fixture_unlock (fixture, NULL));
  assert_cleared (fixture, "contoso", NULL);
}

static void
test_locked_and_empty (KeyringFixture *fixture, gconstpointer data)
{
  g_assert_cmpuint (count_items (fixture, NULL), ==, 0);
  lock_login_keyring ();
  keyring_fixture_assert_every_call_fails (fixture, WAXSEAL_ERROR, WAXSEAL_ERROR_KEYRING_LOCKED);
  unlock_login_keyring ();
  assert_gone (fixture, "contoso", "k1");
}

/* A daemon that never had the keyring open knows its items only by hashes of their attributes. */
static void
test_daemon_replaced (KeyringFixture *fixture, gconstpointer data)
{
  assert_stored (fixture, "contoso", "k1", MARKER "-1");
  replace_daemon ();
  keyring_fixture_assert_every_call_fails (fixture, WAXSEAL_ERROR, WAXSEAL_ERROR_KEYRING_LOCKED);
  unlock_login_keyring ();
  assert_found (fixture, "contoso", "k1", MARKER "-1");
  g_assert_cmpuint (count_items (fixture, NULL), ==, 1);
  assert_cleared (fixture, "contoso", NULL);
}

static void
test_cancelled (KeyringFixture *fixture, gconstpointer data)
{
  g_autoptr (GError) error = NULL;

  g_cancellable_cancel (fixture->cancellable);
  keyring_fixture_assert_every_call_fails (fixture, G_IO_ERROR, G_IO_ERROR_CANCELLED);
  g_assert_false (keyring_fixture_unlock (fixture, &error));
  g_assert_error (error, G_IO_ERROR, G_IO_ERROR_CANCELLED);
  g_assert_null (waxseal_keyring_error_get_remedy (error));

  g_cancellable_reset (fixture->cancellable);
  g_assert_cmpuint (count_items (fixture, NULL), ==, 0);
}

int
main (int argc, char *argv[])
{
  static const struct
  {
    const char *path;
    void (*run) (KeyringFixture *fixture, gconstpointer data);
  } tests[] = {
    { "/keyring/life", test_life },
    { "/keyring/recognisable", test_item_is_recognisable },
    { "/keyring/label", test_label_in_the_keyring },
    { "/keyring/one-item-a-key-id", test_one_key_id_has_one_item },
    { "/keyring/values", test_values },
    { "/keyring/not-pageable", test_values_are_not_pageable },
    { "/keyring/deleted-behind-our-back", test_deleted_behind_our_back },
    { "/keyring/locked", test_locked },
    { "/keyring/locked-and-empty", test_locked_and_empty },
    { "/keyring/daemon-replaced", test_daemon_replaced },
    { "/keyring/cancelled", test_cancelled },
  };
  g_autofree char *owner = NULL;
  guint i;

  g_test_init (&argc, &argv, NULL);
  owner = wait_for_daemon (NULL);
  for (i = 0; i < G_N_ELEMENTS (tests); i++)
    g_test_add (tests[i].path,
                KeyringFixture,
                NULL,
                keyring_fixture_set_up,
                tests[i].run,
                keyring_fixture_tear_down);
  return g_test_run ();
}
