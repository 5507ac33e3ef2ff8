/* SPDX-License-Identifier: GPL-3.0-or-later */
#include <string.h>

#include "sign-in-fixture.h"
#include "waxseal-error.h"

static gboolean
sign_in (SignInFixture *fixture, GError **error)
{
  return sign_in_fixture_sign_in (fixture, WAXSEAL_SIGN_IN_CODE, "User.Read", error);
}

static void
assert_shown (SignInFixture *fixture, guint index, const char *user_code)
{
  g_autoptr (WaxsealDeviceCode) code = g_list_model_get_item (G_LIST_MODEL (fixture->codes), index);

  g_assert_nonnull (code);
  g_assert_cmpstr (waxseal_device_code_get_user_code (code), ==, user_code);
  g_assert_cmpstr (waxseal_device_code_get_verification_uri (code),
                   ==,
                   "http://localhost/devicelogin");
  g_assert_cmpuint (waxseal_device_code_get_seconds_left (code), >, 800);
}

static void
test_signs_in (SignInFixture *fixture, gconstpointer unused)
{
  g_autoptr (GError) error = NULL;

  sign_in_fixture_script_code (fixture, "A");
  sign_in_fixture_script_refusal (fixture, "authorization_pending", 70016);
  sign_in_fixture_script_refusal (fixture, "slow_down", 0);
  sign_in_fixture_script_tokens (fixture, "1", 3600, "User.Read");
  g_assert_true (sign_in (fixture, &error));
  g_assert_no_error (error);
  g_assert_true (waxseal_account_is_signed_in (fixture->account));
  assert_shown (fixture, 0, "A");
  g_assert_cmpuint (g_list_model_get_n_items (G_LIST_MODEL (fixture->codes)), ==, 1);

  g_assert_cmpuint (fixture->requests->len, ==, 4);
  g_assert_cmpstr (sign_in_fixture_get_field (fixture, 0, ""),
                   ==,
                   "/organizations/oauth2/v2.0/devicecode?mkt=en-US");
  g_assert_cmpstr (sign_in_fixture_get_field (fixture, 0, "scope"),
                   ==,
                   "openid profile offline_access User.Read");
  for (int i = 1; i < 4; i++)
    {
      g_assert_cmpstr (sign_in_fixture_get_field (fixture, i, "grant_type"),
                       ==,
                       "urn:ietf:params:oauth:grant-type:device_code");
      g_assert_cmpstr (sign_in_fixture_get_field (fixture, i, "device_code"),
                       ==,
                       MARKER "-device-A");
    }
}

/* How long it waits at least, since a timer is never early: 50 ms at this pace, then twice that. */
static void
test_slow_down (SignInFixture *fixture, gconstpointer unused)
{
  waxseal_http_set_pace (fixture->http, 0.01);
  sign_in_fixture_script_code (fixture, "A");
  sign_in_fixture_script_refusal (fixture, "slow_down", 0);
  sign_in_fixture_script_tokens (fixture, "1", 3600, "User.Read");
  g_assert_true (sign_in (fixture, NULL));
  g_assert_cmpint (g_array_index (fixture->times, gint64, 1) -
                     g_array_index (fixture->times, gint64, 0),
                   >=,
                   49000);
  g_assert_cmpint (g_array_index (fixture->times, gint64, 2) -
                     g_array_index (fixture->times, gint64, 1),
                   >=,
                   99000);
}

static void
test_hiccups (SignInFixture *fixture, gconstpointer unused)
{
  g_autoptr (GError) error = NULL;

  sign_in_fixture_script_code (fixture, "A");
  sign_in_fixture_script_lost (fixture);
  sign_in_fixture_script (fixture, 502, "<html>");
  sign_in_fixture_script (fixture, 503, "{}");
  sign_in_fixture_script (fixture, 200, "<html>Welcome to the hotel");
  sign_in_fixture_script_refusal (fixture, "temporarily_unavailable", 0);
  sign_in_fixture_script_tokens (fixture, "1", 3600, "User.Read");
  g_assert_true (sign_in (fixture, &error));
  g_assert_no_error (error);
}

static void
test_ends (SignInFixture *fixture, gconstpointer unused)
{
  static const struct
  {
    const char *error;
    guint number;
    WaxsealError code;
  } cases[] = {
    { "authorization_declined", 0, WAXSEAL_ERROR_SIGN_IN_DECLINED },
    { "bad_verification_code", 0, WAXSEAL_ERROR_CODE_EXPIRED },
    { "expired_token", 0, WAXSEAL_ERROR_CODE_EXPIRED },
    { "invalid_grant", 53003, WAXSEAL_ERROR_BLOCKED },
  };

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autoptr (GError) error = NULL;

      sign_in_fixture_script_code (fixture, "A");
      sign_in_fixture_script_refusal (fixture, "authorization_pending", 70016);
      sign_in_fixture_script_refusal (fixture, cases[i].error, cases[i].number);
      g_assert_false (sign_in (fixture, &error));
      g_assert_error (error, WAXSEAL_ERROR, (int) cases[i].code);
      g_assert_false (waxseal_account_is_signed_in (fixture->account));
    }
}

static void
test_bad_codes (SignInFixture *fixture, gconstpointer unused)
{
  static const char *const codes[] = {
    "{}",
    "{\"device_code\":\"" MARKER "\",\"user_code\":\"A\"}",
    "{\"device_code\":\"" MARKER "\",\"user_code\":\"A\",\"verification_uri\":\"file:///x\"}",
    "{\"device_code\":\"" MARKER "\",\"user_code\":\"\",\"verification_uri\":\"https://x\"}",
    "{\"user_code\":\"A\",\"verification_uri\":\"https://x\"}",
  };

  for (guint i = 0; i < G_N_ELEMENTS (codes); i++)
    {
      g_autoptr (GError) error = NULL;

      sign_in_fixture_script (fixture, 200, codes[i]);
      g_assert_false (sign_in (fixture, &error));
      g_assert_error (error, WAXSEAL_ERROR, WAXSEAL_ERROR_BAD_REPLY);
    }
  g_assert_cmpuint (g_list_model_get_n_items (G_LIST_MODEL (fixture->codes)), ==, 0);
}

/* A service's own end of the code counts too, and no number that it names overflows. */
static void
test_runs_out (SignInFixture *fixture, gconstpointer unused)
{
  g_autoptr (GError) error = NULL;

  waxseal_http_set_pace (fixture->http, 1.2);
  sign_in_fixture_script (
    fixture,
    200,
    "{\"device_code\":\"" MARKER "\",\"user_code\":\"A\",\"interval\":-7,"
    "\"verification_uri\":\"https://x\",\"expires_in\":-9223372036854775808}");
  g_assert_false (sign_in (fixture, &error));
  g_assert_error (error, WAXSEAL_ERROR, WAXSEAL_ERROR_CODE_EXPIRED);
  g_assert_cmpuint (fixture->requests->len, ==, 1);
}

static void
test_refused_code (SignInFixture *fixture, gconstpointer unused)
{
  g_autoptr (GError) error = NULL;

  sign_in_fixture_script_refusal (fixture, "unauthorized_client", 700016);
  g_assert_false (sign_in (fixture, &error));
  g_assert_error (error, WAXSEAL_ERROR, WAXSEAL_ERROR_WRONG_CLIENT);
}

static void
renew (gpointer user_data)
{
  SignInFixture *fixture = user_data;

  waxseal_account_renew_code (fixture->account);
}

/* While a poll for the old code is under way, whose answer no longer counts. */
static void
test_renew (SignInFixture *fixture, gconstpointer unused)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (GAsyncResult) result = NULL;

  waxseal_account_renew_code (fixture->account);
  sign_in_fixture_script_code (fixture, "A");
  sign_in_fixture_script_refusal (fixture, "expired_token", 0);
  sign_in_fixture_script_code (fixture, "B");
  sign_in_fixture_script_tokens (fixture, "1", 3600, "User.Read");
  waxseal_account_sign_in_async (fixture->account,
                                 WAXSEAL_SIGN_IN_CODE,
                                 NULL,
                                 fixture->cancellable,
                                 sign_in_fixture_result_cb,
                                 &result);
  while (g_list_model_get_n_items (G_LIST_MODEL (fixture->codes)) == 0)
    g_main_context_iteration (NULL, TRUE);
  fixture->requested = renew;
  while (result == NULL)
    g_main_context_iteration (NULL, TRUE);
  g_assert_true (waxseal_account_sign_in_finish (fixture->account, result, &error));
  g_assert_no_error (error);
  assert_shown (fixture, 1, "B");
  g_assert_cmpstr (sign_in_fixture_get_field (fixture, -1, "device_code"), ==, MARKER "-device-B");
  waxseal_account_renew_code (fixture->account);
}

static void
renew_twice_cb (WaxsealAccount *account, WaxsealDeviceCode *code, GListModel *codes)
{
  if (g_list_model_get_n_items (codes) < 3)
    waxseal_account_renew_code (account);
}

/* Before the code has been asked for even once. */
static void
test_renew_at_once (SignInFixture *fixture, gconstpointer unused)
{
  g_autoptr (GError) error = NULL;

  g_signal_connect (fixture->account, "device-code", G_CALLBACK (renew_twice_cb), fixture->codes);
  sign_in_fixture_script_code (fixture, "A");
  sign_in_fixture_script_code (fixture, "B");
  sign_in_fixture_script_code (fixture, "C");
  sign_in_fixture_script_tokens (fixture, "1", 3600, "User.Read");
  g_assert_true (sign_in (fixture, &error));
  g_assert_no_error (error);
  assert_shown (fixture, 2, "C");
  g_assert_cmpuint (fixture->requests->len, ==, 4);
  g_assert_cmpstr (sign_in_fixture_get_field (fixture, -1, "device_code"), ==, MARKER "-device-C");
}

static void
cancel (gpointer user_data)
{
  SignInFixture *fixture = user_data;

  g_cancellable_cancel (fixture->cancellable);
}

static void
test_cancel (SignInFixture *fixture, gconstpointer unused)
{
  g_autoptr (GError) error = NULL;

  g_signal_connect_swapped (fixture->account, "device-code", G_CALLBACK (cancel), fixture);
  sign_in_fixture_script_code (fixture, "A");
  g_assert_false (sign_in (fixture, &error));
  g_assert_error (error, G_IO_ERROR, G_IO_ERROR_CANCELLED);
  g_assert_cmpuint (fixture->requests->len, ==, 1);
}

int
main (int argc, char *argv[])
{
  static const struct
  {
    const char *path;
    void (*run) (SignInFixture *fixture, gconstpointer unused);
  } tests[] = {
    { "/sign-in-code/signs-in", test_signs_in },
    { "/sign-in-code/slow-down", test_slow_down },
    { "/sign-in-code/hiccups", test_hiccups },
    { "/sign-in-code/ends", test_ends },
    { "/sign-in-code/bad-codes", test_bad_codes },
    { "/sign-in-code/runs-out", test_runs_out },
    { "/sign-in-code/refused", test_refused_code },
    { "/sign-in-code/renew", test_renew },
    { "/sign-in-code/renew-at-once", test_renew_at_once },
    { "/sign-in-code/cancel", test_cancel },
  };

  g_test_init (&argc, &argv, NULL);
  for (guint i = 0; i < G_N_ELEMENTS (tests); i++)
    g_test_add (tests[i].path,
                SignInFixture,
                NULL,
                sign_in_fixture_set_up,
                tests[i].run,
                sign_in_fixture_tear_down);
  return g_test_run ();
}
