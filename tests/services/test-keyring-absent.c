/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "keyring-fixture.h"
#include "waxseal-error.h"
#include "waxseal-keyring-error.h"

/* On a bus that can start no keyring service, or with no bus at all: see with-keyring.sh. */

static void
test_unavailable (KeyringFixture *fixture, gconstpointer data)
{
  gint64 start = g_get_monotonic_time ();
  g_autoptr (GError) error = NULL;

  keyring_fixture_assert_every_call_fails (fixture,
                                           WAXSEAL_ERROR,
                                           WAXSEAL_ERROR_KEYRING_UNAVAILABLE);
  g_assert_false (keyring_fixture_unlock (fixture, &error));
  g_assert_error (error, WAXSEAL_ERROR, WAXSEAL_ERROR_KEYRING_UNAVAILABLE);
  g_assert_nonnull (waxseal_error_get_details (error));
  g_assert_cmpstr (waxseal_error_get_details (error), !=, error->message);
  g_assert_cmpint (g_get_monotonic_time () - start, <, 5 * G_USEC_PER_SEC);
}

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  g_test_add ("/keyring/absent/unavailable",
              KeyringFixture,
              NULL,
              keyring_fixture_set_up,
              test_unavailable,
              keyring_fixture_tear_down);
  return g_test_run ();
}
