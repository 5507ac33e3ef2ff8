/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "keyring-fixture.h"
#include "mock-secret-service.h"
#include "waxseal-error.h"

/* What a person does with a prompt, and what a service does that a real one cannot be made to. */

typedef struct
{
  KeyringFixture keyring;
  MockSecretService *service;
} PromptFixture;

static void
set_up (PromptFixture *fixture, gconstpointer data)
{
  fixture->service = mock_secret_service_new ();
  keyring_fixture_set_up (&fixture->keyring, NULL);
}

static void
tear_down (PromptFixture *fixture, gconstpointer data)
{
  keyring_fixture_tear_down (&fixture->keyring, NULL);
  /* The next test meets another service of the same name. */
  secret_service_disconnect ();
  g_clear_pointer (&fixture->service, mock_secret_service_free);
  while (g_main_context_iteration (NULL, FALSE))
    continue;
}

static gboolean
store (PromptFixture *fixture, GError **error)
{
  return keyring_fixture_store (&fixture->keyring, "contoso", "k1", MARKER "-1", error);
}

static void
test_unlock_dismissed (PromptFixture *fixture, gconstpointer data)
{
  g_autoptr (GError) error = NULL;

  fixture->service->locked = TRUE;
  g_assert_false (keyring_fixture_unlock (&fixture->keyring, &error));
  g_assert_error (error, WAXSEAL_ERROR, WAXSEAL_ERROR_KEYRING_DISMISSED);
  g_assert_cmpuint (fixture->service->n_prompts, ==, 1);
}

static void
test_unlock_confirmed (PromptFixture *fixture, gconstpointer data)
{
  g_autoptr (GError) error = NULL;

  fixture->service->locked = TRUE;
  fixture->service->answer = MOCK_ANSWER_CONFIRM;
  g_assert_true (keyring_fixture_unlock (&fixture->keyring, &error));
  g_assert_no_error (error);
  g_assert_cmpuint (fixture->service->n_prompts, ==, 1);

  g_assert_true (keyring_fixture_unlock (&fixture->keyring, &error));
  g_assert_cmpuint (fixture->service->n_prompts, ==, 1);
}

static void
test_unlock_cancelled (PromptFixture *fixture, gconstpointer data)
{
  g_autoptr (GError) error = NULL;
  guint timer;

  fixture->service->locked = TRUE;
  fixture->service->answer = MOCK_ANSWER_WAIT;
  timer =
    g_timeout_add_once (100, (GSourceOnceFunc) g_cancellable_cancel, fixture->keyring.cancellable);
  g_assert_cmpuint (timer, >, 0);
  g_assert_false (keyring_fixture_unlock (&fixture->keyring, &error));
  g_assert_error (error, G_IO_ERROR, G_IO_ERROR_CANCELLED);
  g_assert_cmpuint (fixture->service->n_prompts, ==, 1);
}

static void
test_store_dismissed (PromptFixture *fixture, gconstpointer data)
{
  g_autoptr (GError) error = NULL;

  fixture->service->locked = TRUE;
  g_assert_false (store (fixture, &error));
  g_assert_error (error, WAXSEAL_ERROR, WAXSEAL_ERROR_KEYRING_LOCKED);
  g_assert_nonnull (waxseal_error_get_details (error));
  g_assert_cmpuint (fixture->service->n_prompts, ==, 1);
  g_assert_cmpuint (fixture->service->n_stored, ==, 0);
}

static void
test_store_confirmed (PromptFixture *fixture, gconstpointer data)
{
  g_autoptr (GError) error = NULL;

  fixture->service->locked = TRUE;
  fixture->service->answer = MOCK_ANSWER_CONFIRM;
  g_assert_true (store (fixture, &error));
  g_assert_no_error (error);
  g_assert_cmpuint (fixture->service->n_prompts, ==, 1);
  g_assert_cmpuint (fixture->service->n_stored, ==, 1);
}

static void
test_new_keyring_dismissed (PromptFixture *fixture, gconstpointer data)
{
  g_autoptr (GError) error = NULL;

  fixture->service->has_keyring = FALSE;
  g_assert_false (store (fixture, &error));
  g_assert_error (error, WAXSEAL_ERROR, WAXSEAL_ERROR_KEYRING_DISMISSED);
  g_assert_cmpuint (fixture->service->n_stored, ==, 0);
}

static void
test_new_keyring_confirmed (PromptFixture *fixture, gconstpointer data)
{
  g_autoptr (GError) error = NULL;

  fixture->service->has_keyring = FALSE;
  fixture->service->answer = MOCK_ANSWER_CONFIRM;
  g_assert_true (store (fixture, &error));
  g_assert_no_error (error);
  g_assert_cmpuint (fixture->service->n_stored, ==, 1);
}

static void
test_no_keyring_is_empty (PromptFixture *fixture, gconstpointer data)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (GListModel) list = NULL;

  fixture->service->has_keyring = FALSE;
  list = keyring_fixture_list (&fixture->keyring, NULL, &error);
  g_assert_no_error (error);
  g_assert_cmpuint (g_list_model_get_n_items (list), ==, 0);
  g_assert_cmpuint (fixture->service->n_prompts, ==, 0);
}

/* As KWallet: what is in a locked keyring is not found, and that is not the same as gone. */
static void
test_locked_and_hidden (PromptFixture *fixture, gconstpointer data)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (SecretValue) value = NULL;

  fixture->service->has_item = TRUE;
  fixture->service->locked = TRUE;
  fixture->service->hides_locked = TRUE;
  g_assert_null (keyring_fixture_lookup (&fixture->keyring, "contoso", "k1", &error));
  g_assert_error (error, WAXSEAL_ERROR, WAXSEAL_ERROR_KEYRING_LOCKED);
  g_assert_cmpuint (fixture->service->n_prompts, ==, 0);

  fixture->service->locked = FALSE;
  value = keyring_fixture_lookup (&fixture->keyring, "contoso", "k1", NULL);
  keyring_fixture_assert_value (value, "mock");
}

static void
test_gone_between_search_and_look (PromptFixture *fixture, gconstpointer data)
{
  g_autoptr (GError) error = NULL;

  fixture->service->has_item = TRUE;
  fixture->service->has_secret = FALSE;
  g_assert_null (keyring_fixture_lookup (&fixture->keyring, "contoso", "k1", &error));
  g_assert_error (error, WAXSEAL_ERROR, WAXSEAL_ERROR_KEYRING_ITEM_GONE);
}

static void
test_silent_service_cancelled (PromptFixture *fixture, gconstpointer data)
{
  g_autoptr (GError) error = NULL;
  gint64 start = g_get_monotonic_time ();

  fixture->service->is_silent = TRUE;
  g_timeout_add_once (100, (GSourceOnceFunc) g_cancellable_cancel, fixture->keyring.cancellable);
  g_assert_null (keyring_fixture_lookup (&fixture->keyring, "contoso", "k1", &error));
  g_assert_error (error, G_IO_ERROR, G_IO_ERROR_CANCELLED);
  g_assert_cmpint (g_get_monotonic_time () - start, <, 5 * G_USEC_PER_SEC);
}

int
main (int argc, char *argv[])
{
  static const struct
  {
    const char *path;
    void (*run) (PromptFixture *fixture, gconstpointer data);
  } tests[] = {
    { "/keyring-prompt/unlock/dismissed", test_unlock_dismissed },
    { "/keyring-prompt/unlock/confirmed", test_unlock_confirmed },
    { "/keyring-prompt/unlock/cancelled", test_unlock_cancelled },
    { "/keyring-prompt/store/dismissed", test_store_dismissed },
    { "/keyring-prompt/store/confirmed", test_store_confirmed },
    { "/keyring-prompt/new-keyring/dismissed", test_new_keyring_dismissed },
    { "/keyring-prompt/new-keyring/confirmed", test_new_keyring_confirmed },
    { "/keyring-prompt/no-keyring", test_no_keyring_is_empty },
    { "/keyring-prompt/hidden", test_locked_and_hidden },
    { "/keyring-prompt/gone-meanwhile", test_gone_between_search_and_look },
    { "/keyring-prompt/silent", test_silent_service_cancelled },
  };
  guint i;

  g_test_init (&argc, &argv, NULL);
  for (i = 0; i < G_N_ELEMENTS (tests); i++)
    g_test_add (tests[i].path, PromptFixture, NULL, set_up, tests[i].run, tear_down);
  return g_test_run ();
}
