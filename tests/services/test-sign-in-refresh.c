/* SPDX-License-Identifier: GPL-3.0-or-later */
#include <string.h>

#include "sign-in-fixture.h"
#include "waxseal-error.h"

/* Signed in by the browser, with a token that is used up already. */
static void
set_up (SignInFixture *fixture, gconstpointer unused)
{
  g_autoptr (GError) error = NULL;

  sign_in_fixture_set_up (fixture, NULL);
  sign_in_fixture_script_tokens (fixture, "0", 0, "User.Read");
  sign_in_fixture_sign_in (fixture, WAXSEAL_SIGN_IN_BROWSER, "User.Read", &error);
  g_assert_no_error (error);
  g_ptr_array_set_size (fixture->requests, 0);
}

static WaxsealToken *
get_token (SignInFixture *fixture, const char *scope, gboolean fresh, GError **error)
{
  return sign_in_fixture_get_token (
    fixture, WAXSEAL_AUTHORIZER (fixture->account), NULL, scope, NULL, fresh, error);
}

static void
assert_gets (SignInFixture *fixture, const char *scope, gboolean fresh, const char *name)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (WaxsealToken) token = get_token (fixture, scope, fresh, &error);

  g_assert_no_error (error);
  sign_in_fixture_assert_token (token, name);
}

static void
assert_refused (SignInFixture *fixture, const char *scope, WaxsealError code)
{
  g_autoptr (GError) error = NULL;

  g_assert_null (get_token (fixture, scope, FALSE, &error));
  g_assert_error (error, WAXSEAL_ERROR, (int) code);
}

static void
assert_redeemed (SignInFixture *fixture, int index, const char *name)
{
  g_autofree char *refresh = g_strconcat (MARKER "-refresh-", name, NULL);

  g_assert_cmpstr (sign_in_fixture_get_field (fixture, index, "grant_type"), ==, "refresh_token");
  g_assert_cmpstr (sign_in_fixture_get_field (fixture, index, "refresh_token"), ==, refresh);
}

static void
test_rotation (SignInFixture *fixture, gconstpointer unused)
{
  sign_in_fixture_script_tokens (fixture, "1", 3600, "User.Read");
  assert_gets (fixture, "User.Read", FALSE, "1");
  assert_redeemed (fixture, 0, "0");
  /* Of the tenant that the person turned out to belong to. */
  g_assert_cmpstr (sign_in_fixture_get_field (fixture, 0, ""),
                   ==,
                   "/" TENANT_ID "/oauth2/v2.0/token");

  assert_gets (fixture, "User.Read", FALSE, "1");
  g_assert_cmpuint (fixture->requests->len, ==, 1);

  sign_in_fixture_script_tokens (fixture, "2", 3600, "User.Read");
  assert_gets (fixture, "User.Read", TRUE, "2");
  assert_redeemed (fixture, 1, "1");
  assert_gets (fixture, "User.Read", FALSE, "2");
  g_assert_cmpuint (fixture->n_links, ==, 1);
}

/* Some services do not rotate: then the old one goes on being good. */
static void
test_no_rotation (SignInFixture *fixture, gconstpointer unused)
{
  for (guint i = 0; i < 2; i++)
    {
      sign_in_fixture_script (fixture,
                              200,
                              "{\"access_token\":\"e30.e30." MARKER "-access-1\","
                              "\"expires_in\":3600}");
      assert_gets (fixture, "User.Read", TRUE, "1");
      assert_redeemed (fixture, i, "0");
    }
}

static void
test_scopes_and_resources (SignInFixture *fixture, gconstpointer unused)
{
  g_autoptr (WaxsealToken) exchange = NULL;
  g_autoptr (GError) error = NULL;

  sign_in_fixture_script_tokens (fixture, "1", 3600, "User.Read");
  assert_gets (fixture, "User.Read", FALSE, "1");
  sign_in_fixture_script_tokens (fixture, "2", 3600, "Application.ReadWrite.All");
  assert_gets (fixture, "Application.ReadWrite.All", FALSE, "2");
  g_assert_cmpstr (sign_in_fixture_get_field (fixture, 1, "scope"),
                   ==,
                   "openid profile offline_access Application.ReadWrite.All");

  sign_in_fixture_script_tokens (fixture, "3", 3600, "https://outlook.test/Exchange.Manage");
  exchange = sign_in_fixture_get_token (fixture,
                                        WAXSEAL_AUTHORIZER (fixture->account),
                                        "https://outlook.test",
                                        "Exchange.Manage",
                                        NULL,
                                        FALSE,
                                        &error);
  g_assert_no_error (error);
  sign_in_fixture_assert_token (exchange, "3");
  assert_redeemed (fixture, 2, "2");
  g_assert_cmpstr (sign_in_fixture_get_field (fixture, 2, "scope"),
                   ==,
                   "openid profile offline_access https://outlook.test/Exchange.Manage");

  /* Each is still there. */
  assert_gets (fixture, "User.Read", FALSE, "1");
  assert_gets (fixture, "Application.ReadWrite.All", FALSE, "2");
  g_assert_cmpuint (fixture->requests->len, ==, 3);
}

/* A missing consent, or factor, is no reason to sign in anew. */
static void
test_session_survives (SignInFixture *fixture, gconstpointer unused)
{
  static const struct
  {
    guint number;
    WaxsealError code;
  } cases[] = {
    { 65001, WAXSEAL_ERROR_CONSENT_NEEDED },  { 90094, WAXSEAL_ERROR_ADMIN_CONSENT_NEEDED },
    { 50076, WAXSEAL_ERROR_SIGN_IN_NEEDED },  { 53003, WAXSEAL_ERROR_BLOCKED },
    { 650052, WAXSEAL_ERROR_SERVICE_ABSENT }, { 1, WAXSEAL_ERROR_SIGN_IN_NEEDED },
  };

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      sign_in_fixture_script_refusal (fixture, "invalid_grant", cases[i].number);
      assert_refused (fixture, "Policy.Read.All", cases[i].code);
      assert_redeemed (fixture, i, "0");
      g_assert_true (waxseal_account_is_signed_in (fixture->account));
    }
  sign_in_fixture_script_tokens (fixture, "1", 3600, "User.Read");
  assert_gets (fixture, "User.Read", FALSE, "1");
  assert_redeemed (fixture, -1, "0");
}

static void
test_session_ends (SignInFixture *fixture, gconstpointer number)
{
  sign_in_fixture_script_refusal (fixture, "invalid_grant", GPOINTER_TO_UINT (number));
  assert_refused (fixture, "User.Read", WAXSEAL_ERROR_SIGN_IN_NEEDED);
  g_assert_false (waxseal_account_is_signed_in (fixture->account));
  assert_refused (fixture, "User.Read", WAXSEAL_ERROR_SIGN_IN_NEEDED);
  g_assert_cmpuint (fixture->requests->len, ==, 1);
}

static void
test_repeated (SignInFixture *fixture, gconstpointer unused)
{
  sign_in_fixture_script_lost (fixture);
  sign_in_fixture_script (fixture, 503, "{}");
  sign_in_fixture_script_tokens (fixture, "1", 3600, "User.Read");
  assert_gets (fixture, "User.Read", FALSE, "1");
  assert_redeemed (fixture, 0, "0");
  assert_redeemed (fixture, 2, "0");
}

/* Several at once: the refresh token is redeemed by one after the other, always the newest. */
static void
test_crowd (SignInFixture *fixture, gconstpointer unused)
{
  const char *scopes[] = { "User.Read", NULL };
  GAsyncResult *results[6] = { NULL };
  gboolean fresh[] = { FALSE, FALSE, TRUE, FALSE, TRUE, FALSE };
  const char *names[] = { "1", "1", "2", "2", "3", "3" };

  sign_in_fixture_script_tokens (fixture, "1", 3600, "User.Read");
  sign_in_fixture_script_tokens (fixture, "2", 3600, "User.Read");
  sign_in_fixture_script_tokens (fixture, "3", 3600, "User.Read");
  for (guint i = 0; i < G_N_ELEMENTS (results); i++)
    waxseal_authorizer_get_token_async (WAXSEAL_AUTHORIZER (fixture->account),
                                        fixture->base,
                                        scopes,
                                        NULL,
                                        fresh[i],
                                        NULL,
                                        sign_in_fixture_result_cb,
                                        &results[i]);
  for (guint i = 0; i < G_N_ELEMENTS (results); i++)
    {
      g_autoptr (WaxsealToken) token = NULL;

      while (results[i] == NULL)
        g_main_context_iteration (NULL, TRUE);
      token = waxseal_authorizer_get_token_finish (WAXSEAL_AUTHORIZER (fixture->account),
                                                   results[i],
                                                   NULL);
      sign_in_fixture_assert_token (token, names[i]);
      g_object_unref (results[i]);
    }
  g_assert_cmpuint (fixture->requests->len, ==, 3);
  assert_redeemed (fixture, 0, "0");
  assert_redeemed (fixture, 1, "1");
  assert_redeemed (fixture, 2, "2");
}

static void
test_cancelled_in_a_crowd (SignInFixture *fixture, gconstpointer unused)
{
  const char *scopes[] = { "User.Read", NULL };
  g_autoptr (GAsyncResult) first = NULL, second = NULL;
  g_autoptr (GError) error = NULL;
  g_autoptr (WaxsealToken) token = NULL;

  sign_in_fixture_script_tokens (fixture, "1", 3600, "User.Read");
  waxseal_authorizer_get_token_async (WAXSEAL_AUTHORIZER (fixture->account),
                                      fixture->base,
                                      scopes,
                                      NULL,
                                      FALSE,
                                      NULL,
                                      sign_in_fixture_result_cb,
                                      &first);
  waxseal_authorizer_get_token_async (WAXSEAL_AUTHORIZER (fixture->account),
                                      fixture->base,
                                      scopes,
                                      NULL,
                                      TRUE,
                                      fixture->cancellable,
                                      sign_in_fixture_result_cb,
                                      &second);
  g_cancellable_cancel (fixture->cancellable);
  while (first == NULL || second == NULL)
    g_main_context_iteration (NULL, TRUE);
  token = waxseal_authorizer_get_token_finish (WAXSEAL_AUTHORIZER (fixture->account), first, NULL);
  sign_in_fixture_assert_token (token, "1");
  g_assert_null (
    waxseal_authorizer_get_token_finish (WAXSEAL_AUTHORIZER (fixture->account), second, &error));
  g_assert_error (error, G_IO_ERROR, G_IO_ERROR_CANCELLED);
}

static void
test_consent (SignInFixture *fixture, gconstpointer unused)
{
  g_autoptr (GError) error = NULL;

  sign_in_fixture_script_refusal (fixture, "invalid_grant", 65001);
  sign_in_fixture_script_tokens (fixture, "1", 3600, "Application.ReadWrite.All");
  g_assert_true (sign_in_fixture_sign_in (
    fixture, WAXSEAL_SIGN_IN_BROWSER, "Application.ReadWrite.All", &error));
  g_assert_no_error (error);
  sign_in_fixture_assert_link (fixture, "prompt", "consent");
  sign_in_fixture_assert_link (fixture, "login_hint", "ann@contoso.example");
  sign_in_fixture_assert_link (fixture,
                               "scope",
                               "openid profile offline_access Application.ReadWrite.All");

  /* Now it is there, and nobody is asked again. */
  g_assert_true (sign_in_fixture_sign_in (
    fixture, WAXSEAL_SIGN_IN_BROWSER, "Application.ReadWrite.All", &error));
  g_assert_cmpuint (fixture->n_links, ==, 2);
}

/* What the page could not put right does not open it. */
static void
test_not_for_a_person (SignInFixture *fixture, gconstpointer unused)
{
  static const struct
  {
    guint number;
    WaxsealError code;
  } cases[] = {
    { 90094, WAXSEAL_ERROR_ADMIN_CONSENT_NEEDED },
    { 650052, WAXSEAL_ERROR_SERVICE_ABSENT },
    { 700016, WAXSEAL_ERROR_WRONG_CLIENT },
    { 90002, WAXSEAL_ERROR_WRONG_TENANT },
  };

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autoptr (GError) error = NULL;

      sign_in_fixture_script_refusal (fixture, "invalid_grant", cases[i].number);
      g_assert_false (
        sign_in_fixture_sign_in (fixture, WAXSEAL_SIGN_IN_BROWSER, "User.Read", &error));
      g_assert_error (error, WAXSEAL_ERROR, (int) cases[i].code);
    }
  g_assert_cmpuint (fixture->n_links, ==, 1);
}

#define CHALLENGE "{\"access_token\":{\"nbf\":{\"essential\":true}}}"

static void
test_challenge (SignInFixture *fixture, gconstpointer unused)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (WaxsealToken) token = NULL;

  sign_in_fixture_script_tokens (fixture, "1", 3600, "User.Read");
  assert_gets (fixture, "User.Read", FALSE, "1");
  sign_in_fixture_script_refusal (fixture, "interaction_required", 50076);
  token = sign_in_fixture_get_token (
    fixture, WAXSEAL_AUTHORIZER (fixture->account), NULL, "User.Read", CHALLENGE, FALSE, &error);
  g_assert_null (token);
  g_assert_error (error, WAXSEAL_ERROR, WAXSEAL_ERROR_SIGN_IN_NEEDED);
  g_assert_cmpstr (sign_in_fixture_get_field (fixture, 1, "claims"), ==, CHALLENGE);
  g_clear_error (&error);

  sign_in_fixture_script_tokens (fixture, "2", 3600, "User.Read");
  g_assert_true (sign_in_fixture_sign_in (fixture, WAXSEAL_SIGN_IN_BROWSER, "User.Read", &error));
  sign_in_fixture_assert_link (fixture, "claims", CHALLENGE);
  g_assert_true (sign_in_fixture_sign_in (fixture, WAXSEAL_SIGN_IN_BROWSER, "User.Read", &error));
  g_assert_cmpuint (fixture->n_links, ==, 2);
}

static void
test_challenge_of_the_login (SignInFixture *fixture, gconstpointer unused)
{
  sign_in_fixture_script (fixture,
                          400,
                          "{\"error\":\"interaction_required\",\"error_codes\":[50076],"
                          "\"claims\":\"{\\\"a\\\":1}\"}");
  assert_refused (fixture, "User.Read", WAXSEAL_ERROR_SIGN_IN_NEEDED);
  sign_in_fixture_script_tokens (fixture, "1", 3600, "User.Read");
  g_assert_true (sign_in_fixture_sign_in (fixture, WAXSEAL_SIGN_IN_BROWSER, "User.Read", NULL));
  sign_in_fixture_assert_link (fixture, "claims", "{\"a\":1}");
}

static void
sign_out_now (gpointer user_data)
{
  SignInFixture *fixture = user_data;

  waxseal_account_sign_out_async (fixture->account, NULL, NULL, NULL);
}

/* The answer to a question that was asked before is not taken in. */
static void
test_signed_out_meanwhile (SignInFixture *fixture, gconstpointer unused)
{
  sign_in_fixture_script_tokens (fixture, "1", 3600, "User.Read");
  fixture->requested = sign_out_now;
  assert_refused (fixture, "User.Read", WAXSEAL_ERROR_SIGN_IN_NEEDED);
  g_assert_false (waxseal_account_is_signed_in (fixture->account));
  g_assert_cmpuint (fixture->requests->len, ==, 1);
}

static void
test_sign_out (SignInFixture *fixture, gconstpointer unused)
{
  g_autofree char *user_name = NULL;

  g_assert_true (sign_in_fixture_sign_out (fixture, NULL));
  g_assert_false (waxseal_account_is_signed_in (fixture->account));
  g_object_get (fixture->account, "user-name", &user_name, NULL);
  g_assert_cmpstr (user_name, ==, "");
  assert_refused (fixture, "User.Read", WAXSEAL_ERROR_SIGN_IN_NEEDED);
  g_assert_cmpuint (fixture->requests->len, ==, 0);
}

/* The refresh token is the client's that it was given to. */
static void
test_another_client (SignInFixture *fixture, gconstpointer unused)
{
  waxseal_record_set_text (fixture->settings, "client-id", "44444444-4444-4444-4444-444444444444");
  assert_refused (fixture, "User.Read", WAXSEAL_ERROR_SIGN_IN_NEEDED);
  g_assert_cmpuint (fixture->requests->len, ==, 0);
}

/* A role that was activated after the sign-in is in a fresh token. */
static void
test_roles_are_the_newest (SignInFixture *fixture, gconstpointer unused)
{
  g_assert_false (waxseal_account_has_role (fixture->account, "role-2"));
  sign_in_fixture_script_claims (fixture, "1", "{\"wids\":[\"role-1\",\"role-2\"]}");
  assert_gets (fixture, "User.Read", TRUE, "1");
  g_assert_true (waxseal_account_has_role (fixture->account, "ROLE-2"));
  sign_in_fixture_script_claims (fixture, "2", "{\"wids\":[\"role-1\"]}");
  assert_gets (fixture, "User.Read", TRUE, "2");
  g_assert_false (waxseal_account_has_role (fixture->account, "role-2"));
}

int
main (int argc, char *argv[])
{
  static const struct
  {
    const char *path;
    guint number;
    void (*run) (SignInFixture *fixture, gconstpointer number);
  } tests[] = {
    { "/sign-in-refresh/rotation", 0, test_rotation },
    { "/sign-in-refresh/no-rotation", 0, test_no_rotation },
    { "/sign-in-refresh/scopes-and-resources", 0, test_scopes_and_resources },
    { "/sign-in-refresh/session-survives", 0, test_session_survives },
    { "/sign-in-refresh/session-ends/70008", 70008, test_session_ends },
    { "/sign-in-refresh/session-ends/700082", 700082, test_session_ends },
    { "/sign-in-refresh/session-ends/50173", 50173, test_session_ends },
    { "/sign-in-refresh/session-ends/70043", 70043, test_session_ends },
    { "/sign-in-refresh/repeated", 0, test_repeated },
    { "/sign-in-refresh/crowd", 0, test_crowd },
    { "/sign-in-refresh/cancelled-in-a-crowd", 0, test_cancelled_in_a_crowd },
    { "/sign-in-refresh/consent", 0, test_consent },
    { "/sign-in-refresh/not-for-a-person", 0, test_not_for_a_person },
    { "/sign-in-refresh/challenge", 0, test_challenge },
    { "/sign-in-refresh/challenge-of-the-login", 0, test_challenge_of_the_login },
    { "/sign-in-refresh/signed-out-meanwhile", 0, test_signed_out_meanwhile },
    { "/sign-in-refresh/sign-out", 0, test_sign_out },
    { "/sign-in-refresh/another-client", 0, test_another_client },
    { "/sign-in-refresh/roles", 0, test_roles_are_the_newest },
  };

  g_test_init (&argc, &argv, NULL);
  for (guint i = 0; i < G_N_ELEMENTS (tests); i++)
    g_test_add (tests[i].path,
                SignInFixture,
                GUINT_TO_POINTER (tests[i].number),
                set_up,
                tests[i].run,
                sign_in_fixture_tear_down);
  return g_test_run ();
}
