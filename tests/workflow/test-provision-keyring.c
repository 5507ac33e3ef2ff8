/* SPDX-License-Identifier: GPL-3.0-or-later */
/* A keyring that cannot take the secret: nothing is made that is of no use to anyone. */
#include "../services/mock-secret-service.h"
#include "provision-fixture.h"
#include "waxseal-error.h"

#define ADD_SECRET    "POST /v1.0/applications/{}/addPassword"
#define REMOVE_SECRET "POST /v1.0/applications/{}/removePassword"

static void
stop (MockSecretService *service)
{
  /* The next test meets another service of the same name. */
  secret_service_disconnect ();
  g_clear_pointer (&service, mock_secret_service_free);
  while (g_main_context_iteration (NULL, FALSE))
    continue;
}

static void
assert_fails (ProvisionFixture *fixture, int code, guint n_added, const char *counts)
{
  g_autoptr (GError) error = NULL;

  provision_fixture_try (fixture, &error);
  g_assert_error (error, WAXSEAL_ERROR, code);
  g_assert_cmpuint (provision_fixture_count_requests (fixture, ADD_SECRET), ==, n_added);
  provision_fixture_assert_counts (fixture, counts);
  g_assert_cmpuint (provision_fixture_count_pending (fixture), ==, 0);
  g_assert_cmpstr (waxseal_record_get_text (fixture->app, "secret-key-id"), ==, "");
}

static void
test_absent (ProvisionFixture *fixture, gconstpointer data)
{
  assert_fails (fixture, WAXSEAL_ERROR_KEYRING_UNAVAILABLE, 0, "1 1 0 0");
  /* The plan said so before anything was sent. */
  g_assert_nonnull (waxseal_provision_plan_get_warning (fixture->plan));
}

static void
test_locked (ProvisionFixture *fixture, gconstpointer data)
{
  MockSecretService *service = mock_secret_service_new ();

  service->locked = TRUE;
  assert_fails (fixture, WAXSEAL_ERROR_KEYRING_DISMISSED, 0, "1 1 0 0");
  g_assert_cmpuint (service->n_prompts, ==, 1);
  stop (service);
}

static void
test_unlocked (ProvisionFixture *fixture, gconstpointer data)
{
  MockSecretService *service = mock_secret_service_new ();

  service->locked = TRUE;
  service->answer = MOCK_ANSWER_CONFIRM;
  provision_fixture_try (fixture, NULL);
  g_assert_cmpuint (service->n_prompts, ==, 1);
  g_assert_cmpuint (service->n_stored, ==, 1);
  g_assert_cmpuint (provision_fixture_count_requests (fixture, ADD_SECRET), ==, 1);
  stop (service);
}

/* It could be looked at, but not written to: the new secret is removed again. */
static void
test_refused (ProvisionFixture *fixture, gconstpointer data)
{
  MockSecretService *service = mock_secret_service_new ();

  service->has_keyring = FALSE;
  assert_fails (fixture, WAXSEAL_ERROR_KEYRING_DISMISSED, 1, "1 1 0 0");
  g_assert_cmpuint (provision_fixture_count_requests (fixture, REMOVE_SECRET), ==, 1);
  stop (service);
}

/* And where that fails too, it is said. */
static void
test_refused_and_stuck (ProvisionFixture *fixture, gconstpointer data)
{
  MockSecretService *service = mock_secret_service_new ();
  g_autoptr (GError) error = NULL;

  service->has_keyring = FALSE;
  provision_fixture_make_trouble (fixture,
                                  "[{'on':'" REMOVE_SECRET
                                  "','fault':'status','status':500,'times':1}]");
  assert_fails (fixture, WAXSEAL_ERROR_ORPHAN_SECRET, 1, "1 1 0 1");
  assert_fails (fixture, WAXSEAL_ERROR_ORPHAN_SECRET, 1, "1 1 0 1");
  provision_fixture_remove_orphans (fixture, &error);
  g_assert_no_error (error);
  provision_fixture_assert_counts (fixture, "1 1 0 0");
  stop (service);
}

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);

  provision_fixture_add ("/provision-keyring/absent", NULL, test_absent);
  provision_fixture_add ("/provision-keyring/locked", NULL, test_locked);
  provision_fixture_add ("/provision-keyring/unlocked", NULL, test_unlocked);
  provision_fixture_add ("/provision-keyring/refused", NULL, test_refused);
  provision_fixture_add ("/provision-keyring/refused-and-stuck", NULL, test_refused_and_stuck);
  return provision_fixture_run ();
}
