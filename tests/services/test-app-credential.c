/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "sign-in-fixture.h"
#include "waxseal-app-credential.h"
#include "waxseal-error.h"

/* What secrets have in them, and a form has to escape (microsoft.md, 2.8). */
#define SECRET MARKER "~.Q8_+/=&% ?"

static WaxsealAuthorizer *
new_credential (SignInFixture *fixture)
{
  g_autoptr (WaxsealEndpoints) endpoints = waxseal_endpoints_new_for_practice (fixture->base);
  g_autoptr (SecretValue) secret = secret_value_new (SECRET, -1, "text/plain");

  return WAXSEAL_AUTHORIZER (
    waxseal_app_credential_new (fixture->http, endpoints, TENANT_ID, "app-id", secret));
}

static void
assert_gets (SignInFixture *fixture,
             WaxsealAuthorizer *credential,
             const char *resource,
             gboolean fresh,
             const char *name)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (WaxsealToken) token =
    sign_in_fixture_get_token (fixture, credential, resource, "User.Read.All", NULL, fresh, &error);

  g_assert_no_error (error);
  sign_in_fixture_assert_token (token, name);
}

static void
test_request (SignInFixture *fixture, gconstpointer unused)
{
  static const char *const fields[][2] = {
    { "", "/" TENANT_ID "/oauth2/v2.0/token" },
    { "client_id", "app-id" },
    { "client_secret", SECRET },
    { "grant_type", "client_credentials" },
    { "scope", "https://graph.test/.default" },
    { "refresh_token", NULL },
  };
  g_autoptr (WaxsealAuthorizer) credential = new_credential (fixture);

  sign_in_fixture_script_claims (fixture, "1", "{\"roles\":[\"Mail.Read\"]}");
  assert_gets (fixture, credential, "https://graph.test", FALSE, "1");
  for (guint i = 0; i < G_N_ELEMENTS (fields); i++)
    g_assert_cmpstr (sign_in_fixture_get_field (fixture, 0, fields[i][0]), ==, fields[i][1]);
}

static void
test_roles (SignInFixture *fixture, gconstpointer unused)
{
  g_autoptr (WaxsealAuthorizer) credential = new_credential (fixture);
  g_autoptr (WaxsealToken) token = NULL;
  g_auto (GStrv) roles = NULL;

  sign_in_fixture_script_claims (fixture, "1", "{\"roles\":[\"Mail.Read\",\"Mail.Send\"]}");
  token = sign_in_fixture_get_token (fixture, credential, NULL, NULL, NULL, FALSE, NULL);
  roles = waxseal_token_dup_claim_list (token, "roles");
  g_assert_cmpuint (g_strv_length (roles), ==, 2);
  g_assert_cmpstr (roles[1], ==, "Mail.Send");
}

static void
test_cache (SignInFixture *fixture, gconstpointer unused)
{
  g_autoptr (WaxsealAuthorizer) credential = new_credential (fixture);
  g_autoptr (WaxsealToken) token = NULL;

  sign_in_fixture_script_claims (fixture, "1", "{}");
  assert_gets (fixture, credential, NULL, FALSE, "1");
  assert_gets (fixture, credential, NULL, FALSE, "1");
  g_assert_cmpuint (fixture->requests->len, ==, 1);

  sign_in_fixture_script_claims (fixture, "2", "{}");
  assert_gets (fixture, credential, NULL, TRUE, "2");
  assert_gets (fixture, credential, NULL, FALSE, "2");
  sign_in_fixture_script_claims (fixture, "3", "{}");
  assert_gets (fixture, credential, "https://other.test", FALSE, "3");
  assert_gets (fixture, credential, NULL, FALSE, "2");

  sign_in_fixture_script_tokens (fixture, "4", 0, "");
  assert_gets (fixture, credential, NULL, TRUE, "4");
  sign_in_fixture_script_claims (fixture, "5", "{}");
  token = sign_in_fixture_get_token (fixture, credential, NULL, NULL, "{\"a\":1}", FALSE, NULL);
  sign_in_fixture_assert_token (token, "5");
  g_assert_cmpstr (sign_in_fixture_get_field (fixture, -1, "claims"), ==, "{\"a\":1}");
}

static void
test_refused (SignInFixture *fixture, gconstpointer unused)
{
  static const struct
  {
    const char *error;
    guint number;
    WaxsealError code;
  } cases[] = {
    { "invalid_client", 7000215, WAXSEAL_ERROR_SECRET_WRONG },
    { "invalid_client", 7000222, WAXSEAL_ERROR_SECRET_EXPIRED },
    { "unauthorized_client", 700016, WAXSEAL_ERROR_WRONG_CLIENT },
    { "invalid_client", 7000229, WAXSEAL_ERROR_WRONG_CLIENT },
    { "invalid_request", 90002, WAXSEAL_ERROR_WRONG_TENANT },
    { "invalid_client", 1, WAXSEAL_ERROR_SIGN_IN_FAILED },
  };
  g_autoptr (WaxsealAuthorizer) credential = new_credential (fixture);

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autoptr (GError) error = NULL;

      sign_in_fixture_script_refusal (fixture, cases[i].error, cases[i].number);
      g_assert_null (
        sign_in_fixture_get_token (fixture, credential, NULL, NULL, NULL, TRUE, &error));
      g_assert_error (error, WAXSEAL_ERROR, (int) cases[i].code);
      g_assert_null (g_strstr_len (error->message, -1, MARKER));
      g_assert_null (g_strstr_len (waxseal_error_get_details (error), -1, MARKER));
    }
}

static void
test_repeated (SignInFixture *fixture, gconstpointer unused)
{
  g_autoptr (WaxsealAuthorizer) credential = new_credential (fixture);

  sign_in_fixture_script_lost (fixture);
  sign_in_fixture_script (fixture, 500, "{}");
  sign_in_fixture_script_claims (fixture, "1", "{}");
  assert_gets (fixture, credential, NULL, FALSE, "1");
  g_assert_cmpuint (fixture->requests->len, ==, 3);
}

static void
test_cancelled (SignInFixture *fixture, gconstpointer unused)
{
  g_autoptr (WaxsealAuthorizer) credential = new_credential (fixture);
  g_autoptr (GError) error = NULL;

  g_cancellable_cancel (fixture->cancellable);
  g_assert_null (sign_in_fixture_get_token (fixture, credential, NULL, NULL, NULL, FALSE, &error));
  g_assert_error (error, G_IO_ERROR, G_IO_ERROR_CANCELLED);
}

int
main (int argc, char *argv[])
{
  static const struct
  {
    const char *path;
    void (*run) (SignInFixture *fixture, gconstpointer unused);
  } tests[] = {
    { "/app-credential/request", test_request },   { "/app-credential/roles", test_roles },
    { "/app-credential/cache", test_cache },       { "/app-credential/refused", test_refused },
    { "/app-credential/repeated", test_repeated }, { "/app-credential/cancelled", test_cancelled },
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
