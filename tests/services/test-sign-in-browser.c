/* SPDX-License-Identifier: GPL-3.0-or-later */
#include <string.h>

#include "sign-in-fixture.h"
#include "waxseal-entra-roles.h"
#include "waxseal-error.h"
#include "waxseal-pkce.h"

static gboolean
sign_in (SignInFixture *fixture, GError **error)
{
  return sign_in_fixture_sign_in (fixture, WAXSEAL_SIGN_IN_BROWSER, "User.Read", error);
}

static void
assert_fails (SignInFixture *fixture, GQuark domain, int code)
{
  g_autoptr (GError) error = NULL;

  g_assert_false (sign_in (fixture, &error));
  g_assert_error (error, domain, code);
  g_assert_false (waxseal_account_is_signed_in (fixture->account));
}

static void
assert_identity (SignInFixture *fixture)
{
  g_autofree char *user_name = NULL, *display_name = NULL, *tenant_id = NULL;
  gboolean signed_in;

  g_object_get (fixture->account,
                "signed-in",
                &signed_in,
                "user-name",
                &user_name,
                "display-name",
                &display_name,
                "tenant-id",
                &tenant_id,
                NULL);
  g_assert_true (signed_in);
  g_assert_cmpstr (user_name, ==, "ann@contoso.example");
  g_assert_cmpstr (display_name, ==, "Ann Admin");
  g_assert_cmpstr (tenant_id, ==, TENANT_ID);
  g_assert_cmpstr (waxseal_record_get_text (fixture->settings, "user-name"),
                   ==,
                   "ann@contoso.example");
}

static void
test_signs_in (SignInFixture *fixture, gconstpointer unused)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (SecretValue) verifier = NULL;
  g_autofree char *challenge = NULL;

  sign_in_fixture_script_tokens (fixture, "1", 3600, "User.Read");
  g_assert_true (sign_in (fixture, &error));
  g_assert_no_error (error);
  assert_identity (fixture);
  g_assert_true (waxseal_account_has_role (fixture->account,
                                           WAXSEAL_ENTRA_ROLE_CLOUD_APPLICATION_ADMINISTRATOR));
  g_assert_false (
    waxseal_account_has_role (fixture->account, WAXSEAL_ENTRA_ROLE_GLOBAL_ADMINISTRATOR));

  sign_in_fixture_assert_link (fixture, "", "/organizations/oauth2/v2.0/authorize");
  sign_in_fixture_assert_link (fixture, "client_id", "22222222-2222-2222-2222-222222222222");
  sign_in_fixture_assert_link (fixture, "response_type", "code");
  sign_in_fixture_assert_link (fixture, "response_mode", "query");
  sign_in_fixture_assert_link (fixture, "scope", "openid profile offline_access User.Read");
  sign_in_fixture_assert_link (fixture, "prompt", "select_account");
  sign_in_fixture_assert_link (fixture, "login_hint", NULL);
  sign_in_fixture_assert_link (fixture, "code_challenge_method", "S256");

  g_assert_cmpuint (fixture->requests->len, ==, 1);
  verifier =
    secret_value_new (sign_in_fixture_get_field (fixture, 0, "code_verifier"), -1, "text/plain");
  challenge = waxseal_pkce_build_challenge (verifier);
  sign_in_fixture_assert_link (fixture, "code_challenge", challenge);
  sign_in_fixture_assert_link (fixture,
                               "redirect_uri",
                               sign_in_fixture_get_field (fixture, 0, "redirect_uri"));
  g_assert_cmpstr (sign_in_fixture_get_field (fixture, 0, ""),
                   ==,
                   "/organizations/oauth2/v2.0/token");
  g_assert_cmpstr (sign_in_fixture_get_field (fixture, 0, "code"), ==, MARKER "-code");
  g_assert_cmpstr (sign_in_fixture_get_field (fixture, 0, "grant_type"), ==, "authorization_code");
  g_assert_null (sign_in_fixture_get_field (fixture, 0, "client_secret"));
}

/* Authorize may name several resources, redeeming may not. */
static void
test_one_resource_at_redemption (SignInFixture *fixture, gconstpointer unused)
{
  const char *scopes[] = { "User.Read", "https://outlook.test/Exchange.Manage", NULL };
  g_autoptr (GAsyncResult) result = NULL;

  sign_in_fixture_script_tokens (fixture, "1", 3600, "User.Read");
  waxseal_account_sign_in_async (
    fixture->account, WAXSEAL_SIGN_IN_BROWSER, scopes, NULL, sign_in_fixture_result_cb, &result);
  while (result == NULL)
    g_main_context_iteration (NULL, TRUE);
  g_assert_true (waxseal_account_sign_in_finish (fixture->account, result, NULL));
  sign_in_fixture_assert_link (
    fixture,
    "scope",
    "openid profile offline_access User.Read https://outlook.test/Exchange.Manage");
  g_assert_cmpstr (sign_in_fixture_get_field (fixture, 0, "scope"),
                   ==,
                   "openid profile offline_access User.Read");
}

static void
test_own_tenant (SignInFixture *fixture, gconstpointer unused)
{
  WaxsealEntraApp *app = waxseal_organization_get_entra_app (fixture->organization);

  waxseal_record_set_text (app, "tenant-id", TENANT_ID);
  sign_in_fixture_script_tokens (fixture, "1", 3600, "User.Read");
  g_assert_true (sign_in (fixture, NULL));
  sign_in_fixture_assert_link (fixture, "", "/" TENANT_ID "/oauth2/v2.0/authorize");

  g_assert_true (sign_in_fixture_sign_out (fixture, NULL));
  waxseal_record_set_text (app, "tenant-id", "33333333-3333-3333-3333-333333333333");
  sign_in_fixture_script_tokens (fixture, "2", 3600, "User.Read");
  assert_fails (fixture, WAXSEAL_ERROR, WAXSEAL_ERROR_WRONG_ACCOUNT);
}

static void
test_foreign_id_token (SignInFixture *fixture, gconstpointer unused)
{
  static const char *const payloads[] = { "e30", "eyJub25jZSI6Im90aGVyIn0" };

  for (guint i = 0; i < G_N_ELEMENTS (payloads); i++)
    {
      g_autofree char *json =
        g_strdup_printf ("{\"access_token\":\"" MARKER "\",\"expires_in\":3600,"
                         "\"id_token\":\"e30.%s." MARKER "\"}",
                         payloads[i]);

      sign_in_fixture_script (fixture, 200, json);
      assert_fails (fixture, WAXSEAL_ERROR, WAXSEAL_ERROR_SIGN_IN_FAILED);
    }
}

static void
test_declined (SignInFixture *fixture, gconstpointer unused)
{
  fixture->comes_back_with = "error=access_denied&error_description=AADSTS65004";
  assert_fails (fixture, WAXSEAL_ERROR, WAXSEAL_ERROR_SIGN_IN_DECLINED);
  fixture->comes_back_with = "error=consent_required&error_description=AADSTS90094%3A+no";
  assert_fails (fixture, WAXSEAL_ERROR, WAXSEAL_ERROR_ADMIN_CONSENT_NEEDED);
  g_assert_cmpuint (fixture->requests->len, ==, 0);
}

static void
test_refused_at_redemption (SignInFixture *fixture, gconstpointer unused)
{
  static const struct
  {
    const char *error;
    guint number;
    WaxsealError code;
  } cases[] = {
    { "invalid_grant", 54005, WAXSEAL_ERROR_SIGN_IN_NEEDED },
    { "invalid_client", 7000218, WAXSEAL_ERROR_WRONG_CLIENT },
    { "invalid_grant", 50020, WAXSEAL_ERROR_WRONG_ACCOUNT },
    { "invalid_request", 90002, WAXSEAL_ERROR_WRONG_TENANT },
    { "interaction_required", 53003, WAXSEAL_ERROR_BLOCKED },
  };

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      sign_in_fixture_script_refusal (fixture, cases[i].error, cases[i].number);
      assert_fails (fixture, WAXSEAL_ERROR, cases[i].code);
    }
}

static void
test_bad_replies (SignInFixture *fixture, gconstpointer unused)
{
  static const struct
  {
    guint status;
    const char *json;
    WaxsealError code;
  } cases[] = {
    { 200, "{}", WAXSEAL_ERROR_BAD_REPLY },
    { 200, "[]", WAXSEAL_ERROR_BAD_REPLY },
    { 200, "{\"access_token\":\"" MARKER, WAXSEAL_ERROR_OFFLINE }, /* cut short */
    { 400, "{}", WAXSEAL_ERROR_BAD_REPLY },
    { 500, "{}", WAXSEAL_ERROR_SERVICE_FAILED },
    { 503, "", WAXSEAL_ERROR_SERVICE_BUSY },
  };

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      sign_in_fixture_script (fixture, cases[i].status, cases[i].json);
      assert_fails (fixture, WAXSEAL_ERROR, cases[i].code);
    }
}

/* A code can be used once, so it is not sent twice; a person signs in again. */
static void
test_lost_reply (SignInFixture *fixture, gconstpointer unused)
{
  sign_in_fixture_script_lost (fixture);
  assert_fails (fixture, WAXSEAL_ERROR, WAXSEAL_ERROR_OFFLINE);
  g_assert_cmpuint (fixture->requests->len, ==, 1);
}

static void
test_time_limit (SignInFixture *fixture, gconstpointer unused)
{
  fixture->comes_back_with = NULL;
  waxseal_http_set_pace (fixture->http, 0.00001);
  assert_fails (fixture, WAXSEAL_ERROR, WAXSEAL_ERROR_SIGN_IN_TIMED_OUT);
  g_assert_cmpuint (fixture->n_links, ==, 1);
}

static void
cancel_cb (GCancellable *cancellable)
{
  g_cancellable_cancel (cancellable);
}

static void
test_cancel (SignInFixture *fixture, gconstpointer unused)
{
  fixture->comes_back_with = NULL;
  g_signal_connect_swapped (fixture->account,
                            "open-link",
                            G_CALLBACK (cancel_cb),
                            fixture->cancellable);
  assert_fails (fixture, G_IO_ERROR, G_IO_ERROR_CANCELLED);
  assert_fails (fixture, G_IO_ERROR, G_IO_ERROR_CANCELLED);
  g_assert_cmpuint (fixture->n_links, ==, 1);
}

static void
test_no_client (SignInFixture *fixture, gconstpointer unused)
{
  g_autoptr (WaxsealEndpoints) endpoints = NULL;
  g_autoptr (WaxsealAccount) account = NULL;
  g_autoptr (GAsyncResult) result = NULL;
  g_autoptr (GError) error = NULL;

  waxseal_record_set_text (fixture->settings, "client-id", "");
  endpoints = waxseal_endpoints_new (fixture->organization);
  account = waxseal_account_new (fixture->http, endpoints, NULL, fixture->organization);
  waxseal_account_sign_in_async (
    account, WAXSEAL_SIGN_IN_BROWSER, NULL, NULL, sign_in_fixture_result_cb, &result);
  while (result == NULL)
    g_main_context_iteration (NULL, TRUE);
  g_assert_false (waxseal_account_sign_in_finish (account, result, &error));
  g_assert_error (error, WAXSEAL_ERROR, WAXSEAL_ERROR_WRONG_CLIENT);
}

static void
test_silent_asks_nobody (SignInFixture *fixture, gconstpointer unused)
{
  g_autoptr (GError) error = NULL;

  g_assert_false (sign_in_fixture_sign_in (fixture, WAXSEAL_SIGN_IN_SILENT, "User.Read", &error));
  g_assert_error (error, WAXSEAL_ERROR, WAXSEAL_ERROR_SIGN_IN_NEEDED);
  g_assert_cmpuint (fixture->n_links, ==, 0);
  g_assert_cmpuint (fixture->requests->len, ==, 0);
}

int
main (int argc, char *argv[])
{
  static const struct
  {
    const char *path;
    void (*run) (SignInFixture *fixture, gconstpointer unused);
  } tests[] = {
    { "/sign-in-browser/signs-in", test_signs_in },
    { "/sign-in-browser/one-resource", test_one_resource_at_redemption },
    { "/sign-in-browser/own-tenant", test_own_tenant },
    { "/sign-in-browser/foreign-id-token", test_foreign_id_token },
    { "/sign-in-browser/declined", test_declined },
    { "/sign-in-browser/refused", test_refused_at_redemption },
    { "/sign-in-browser/bad-replies", test_bad_replies },
    { "/sign-in-browser/lost-reply", test_lost_reply },
    { "/sign-in-browser/time-limit", test_time_limit },
    { "/sign-in-browser/cancel", test_cancel },
    { "/sign-in-browser/no-client", test_no_client },
    { "/sign-in-browser/silent", test_silent_asks_nobody },
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
