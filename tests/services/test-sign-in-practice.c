/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Signs in to the practice tenant, both ways, with the real keyring that with-keyring.sh starts. */
#include <string.h>

#include "session-search.h"
#include "sign-in-fixture.h"
#include "waxseal-entra-roles.h"
#include "waxseal-error.h"
#include "waxseal-practice-person.h"
#include "waxseal-practice-server.h"
#include "waxseal-refresh-store.h"
#include "waxseal-sign-in-client.h"

typedef struct
{
  WaxsealPracticeServer *server;
  WaxsealHttp *http;
  WaxsealEndpoints *endpoints;
  WaxsealKeyring *keyring;
  WaxsealOrganization *organization;
  WaxsealAccount *account;
  const char *person;
  guint n_asked;
} Fixture;

static void
followed_cb (GObject *source, GAsyncResult *result, gpointer user_data)
{
  g_autoptr (GError) error = NULL;

  waxseal_practice_person_finish (result, &error);
  g_assert_no_error (error);
}

static void
open_link_cb (Fixture *fixture, const char *link)
{
  fixture->n_asked++;
  waxseal_practice_person_follow_link_async (fixture->person, link, NULL, followed_cb, NULL);
}

static void
device_code_cb (Fixture *fixture, WaxsealDeviceCode *code)
{
  fixture->n_asked++;
  waxseal_practice_person_enter_code_async (fixture->person,
                                            waxseal_device_code_get_verification_uri (code),
                                            waxseal_device_code_get_user_code (code),
                                            NULL,
                                            followed_cb,
                                            NULL);
}

/* As when Waxseal is started again. */
static void
renew_account (Fixture *fixture)
{
  if (fixture->account != NULL)
    g_assert_finalize_object (fixture->account);
  fixture->account = waxseal_account_new (fixture->http,
                                          fixture->endpoints,
                                          fixture->keyring,
                                          fixture->organization);
  g_signal_connect_swapped (fixture->account, "open-link", G_CALLBACK (open_link_cb), fixture);
  g_signal_connect_swapped (fixture->account, "device-code", G_CALLBACK (device_code_cb), fixture);
}

static void
set_up (Fixture *fixture, gconstpointer person)
{
  g_autoptr (GError) error = NULL;

  fixture->person = person;
  fixture->server = waxseal_practice_server_new (30);
  waxseal_practice_server_start (fixture->server, 0, &error);
  g_assert_no_error (error);
  fixture->endpoints =
    waxseal_endpoints_new_for_practice (waxseal_practice_server_get_base (fixture->server));
  fixture->http = waxseal_http_new (TRUE);
  waxseal_http_set_pace (fixture->http, 0.01);
  fixture->keyring = waxseal_keyring_new ();
  fixture->organization = waxseal_organization_new ("Contoso", WAXSEAL_CLOUD_GLOBAL);
  renew_account (fixture);
  g_object_set (fixture->account, "stay-signed-in", TRUE, NULL);
}

static void
tear_down (Fixture *fixture, gconstpointer person)
{
  while (g_main_context_iteration (NULL, FALSE))
    ;
  g_assert_finalize_object (fixture->account);
  g_object_unref (fixture->organization);
  g_object_unref (fixture->keyring);
  g_object_unref (fixture->http);
  waxseal_endpoints_unref (fixture->endpoints);
  waxseal_practice_server_stop (fixture->server);
  g_object_unref (fixture->server);
}

static gboolean
sign_in (Fixture *fixture, WaxsealSignInWay way, const char *const *scopes, GError **error)
{
  g_autoptr (GAsyncResult) result = NULL;

  waxseal_account_sign_in_async (
    fixture->account, way, scopes, NULL, sign_in_fixture_result_cb, &result);
  while (result == NULL)
    g_main_context_iteration (NULL, TRUE);
  return waxseal_account_sign_in_finish (fixture->account, result, error);
}

static WaxsealToken *
get_token (Fixture *fixture, const char *scope, gboolean fresh)
{
  const char *scopes[] = { scope, NULL };
  g_autoptr (GAsyncResult) result = NULL;
  g_autoptr (GError) error = NULL;
  WaxsealToken *token;

  waxseal_authorizer_get_token_async (WAXSEAL_AUTHORIZER (fixture->account),
                                      waxseal_endpoints_get_graph (fixture->endpoints),
                                      scopes,
                                      NULL,
                                      fresh,
                                      NULL,
                                      sign_in_fixture_result_cb,
                                      &result);
  while (result == NULL)
    g_main_context_iteration (NULL, TRUE);
  token =
    waxseal_authorizer_get_token_finish (WAXSEAL_AUTHORIZER (fixture->account), result, &error);
  g_assert_no_error (error);
  return token;
}

static SecretValue *
load_refresh_token (Fixture *fixture)
{
  g_autoptr (WaxsealRefreshStore) store =
    waxseal_refresh_store_new (fixture->organization,
                               waxseal_endpoints_get_login (fixture->endpoints));
  g_autoptr (GAsyncResult) result = NULL;
  g_autoptr (GError) error = NULL;
  SecretValue *value;

  waxseal_refresh_store_load_async (
    store, WAXSEAL_SIGN_IN_CLIENT_PRACTICE, NULL, sign_in_fixture_result_cb, &result);
  while (result == NULL)
    g_main_context_iteration (NULL, TRUE);
  value = waxseal_refresh_store_load_finish (store, result, &error);
  g_assert_no_error (error);
  return value;
}

static void
sign_out (Fixture *fixture)
{
  g_autoptr (GAsyncResult) result = NULL;
  g_autoptr (GError) error = NULL;

  waxseal_account_sign_out_async (fixture->account, NULL, sign_in_fixture_result_cb, &result);
  while (result == NULL)
    g_main_context_iteration (NULL, TRUE);
  waxseal_account_sign_out_finish (fixture->account, result, &error);
  g_assert_no_error (error);
}

static void
assert_graph_knows (Fixture *fixture, WaxsealToken *token)
{
  g_autofree char *uri =
    g_strconcat (waxseal_endpoints_get_graph (fixture->endpoints), "/v1.0/me", NULL);
  g_autoptr (WaxsealHttpRequest) request = waxseal_http_request_new ("GET", uri);
  g_autoptr (GAsyncResult) result = NULL;
  g_autoptr (WaxsealHttpReply) reply = NULL;

  waxseal_http_request_set_bearer (request, waxseal_token_get_value (token));
  waxseal_http_send_async (fixture->http, request, NULL, sign_in_fixture_result_cb, &result);
  while (result == NULL)
    g_main_context_iteration (NULL, TRUE);
  reply = waxseal_http_send_finish (fixture->http, result, NULL);
  g_assert_cmpuint (waxseal_http_reply_get_status (reply), ==, 200);
}

/* Signs in by @way, then again without being asked, and leaves nothing readable anywhere. */
static void
check_way (Fixture *fixture, WaxsealSignInWay way)
{
  const char *scopes[] = { "User.Read", "Application.ReadWrite.All", NULL };
  g_autoptr (WaxsealToken) token = NULL, fresh = NULL;
  g_autoptr (SecretValue) first = NULL, second = NULL;
  g_autofree char *user_name = NULL, *tenant_id = NULL;
  g_autoptr (GError) error = NULL;

  g_assert_true (sign_in (fixture, way, scopes, &error));
  g_assert_no_error (error);
  g_object_get (fixture->account, "user-name", &user_name, "tenant-id", &tenant_id, NULL);
  g_assert_nonnull (strchr (user_name, '@'));
  g_assert_true (g_uuid_string_is_valid (tenant_id));
  token = get_token (fixture, "User.Read", FALSE);
  assert_graph_knows (fixture, token);
  first = load_refresh_token (fixture);

  renew_account (fixture);
  g_assert_true (sign_in (fixture, WAXSEAL_SIGN_IN_SILENT, scopes, &error));
  g_assert_no_error (error);
  fresh = get_token (fixture, "Application.ReadWrite.All", TRUE);
  second = load_refresh_token (fixture);
  g_assert_cmpstr (secret_value_get_text (first), !=, secret_value_get_text (second));
  g_assert_cmpuint (fixture->n_asked, ==, 1);

  session_search_assert_absent (waxseal_token_get_value (token));
  session_search_assert_absent (waxseal_token_get_value (fresh));
  session_search_assert_absent (first);
  session_search_assert_absent (second);
  sign_out (fixture);
}

static void
test_browser (Fixture *fixture, gconstpointer person)
{
  check_way (fixture, WAXSEAL_SIGN_IN_BROWSER);
}

static void
test_code (Fixture *fixture, gconstpointer person)
{
  check_way (fixture, WAXSEAL_SIGN_IN_CODE);
}

static void
test_roles (Fixture *fixture, gconstpointer person)
{
  static const struct
  {
    const char *person;
    WaxsealEntraTask task;
    gboolean enough;
  } cases[] = {
    { "global-administrator", WAXSEAL_ENTRA_TASK_CREATE_APP, TRUE },
    { "global-administrator", WAXSEAL_ENTRA_TASK_CONSENT, TRUE },
    { "privileged-role-administrator", WAXSEAL_ENTRA_TASK_CONSENT, TRUE },
    { "cloud-application-administrator", WAXSEAL_ENTRA_TASK_CREATE_APP, TRUE },
    { "cloud-application-administrator", WAXSEAL_ENTRA_TASK_CONSENT, FALSE },
    { "user", WAXSEAL_ENTRA_TASK_CREATE_APP, FALSE },
    { "user", WAXSEAL_ENTRA_TASK_CONSENT, FALSE },
  };
  const char *scopes[] = { "User.Read", NULL };

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      const char *const *roles = waxseal_entra_roles_for_task (cases[i].task);
      g_autoptr (GError) error = NULL;
      gboolean enough = FALSE;

      fixture->person = cases[i].person;
      g_assert_true (sign_in (fixture, WAXSEAL_SIGN_IN_BROWSER, scopes, &error));
      g_assert_no_error (error);
      for (guint j = 0; roles[j] != NULL; j++)
        enough = enough || waxseal_account_has_role (fixture->account, roles[j]);
      g_assert_cmpint (enough, ==, cases[i].enough);
      sign_out (fixture);
    }
}

/* Steps ask for more than the sign-in did: silent until a consent is missing, then by consent. */
static void
test_step_by_step (Fixture *fixture, gconstpointer person)
{
  const char *start[] = { "User.Read", NULL };
  const char *more[] = { "Application.ReadWrite.All", NULL };
  g_autoptr (GError) error = NULL;

  g_assert_true (sign_in (fixture, WAXSEAL_SIGN_IN_BROWSER, start, &error));
  g_assert_no_error (error);
  g_assert_false (sign_in (fixture, WAXSEAL_SIGN_IN_SILENT, more, &error));
  g_assert_error (error, WAXSEAL_ERROR, WAXSEAL_ERROR_CONSENT_NEEDED);
  g_clear_error (&error);
  g_assert_true (waxseal_account_is_signed_in (fixture->account));
  g_assert_true (sign_in (fixture, WAXSEAL_SIGN_IN_BROWSER, more, &error));
  g_assert_no_error (error);
  g_assert_true (sign_in (fixture, WAXSEAL_SIGN_IN_SILENT, more, &error));
  g_assert_cmpuint (fixture->n_asked, ==, 2);
  sign_out (fixture);
}

static WaxsealToken *
get_exchange_token (Fixture *fixture)
{
  g_auto (GStrv) scopes =
    waxseal_sign_in_client_dup_exchange_scopes (fixture->endpoints, fixture->organization);
  g_autoptr (GAsyncResult) result = NULL;
  g_autoptr (GError) error = NULL;
  WaxsealToken *token;

  g_assert_true (sign_in (fixture, WAXSEAL_SIGN_IN_BROWSER, (const char *const *) scopes, &error));
  g_assert_no_error (error);
  waxseal_authorizer_get_token_async (WAXSEAL_AUTHORIZER (fixture->account),
                                      waxseal_endpoints_get_exchange (fixture->endpoints),
                                      (const char *const *) scopes,
                                      NULL,
                                      FALSE,
                                      NULL,
                                      sign_in_fixture_result_cb,
                                      &result);
  while (result == NULL)
    g_main_context_iteration (NULL, TRUE);
  token =
    waxseal_authorizer_get_token_finish (WAXSEAL_AUTHORIZER (fixture->account), result, &error);
  g_assert_no_error (error);
  return token;
}

static void
assert_is_for_exchange (WaxsealToken *token)
{
  g_assert_cmpstr (waxseal_token_get_claim (token, "aud"), ==, "https://outlook.office365.com");
  g_assert_nonnull (strchr (waxseal_token_get_claim (token, "upn"), '@'));
  g_assert_true (g_uuid_string_is_valid (waxseal_token_get_claim (token, "tid")));
}

/* One client for both: one refresh token, but a consent for each. */
static void
test_exchange (Fixture *fixture, gconstpointer person)
{
  const char *start[] = { "User.Read", NULL };
  g_autoptr (WaxsealToken) graph = NULL, exchange = NULL, again = NULL;
  g_autoptr (GError) error = NULL;

  g_assert_true (sign_in (fixture, WAXSEAL_SIGN_IN_BROWSER, start, &error));
  g_assert_no_error (error);
  exchange = get_exchange_token (fixture);
  again = get_exchange_token (fixture);
  assert_is_for_exchange (exchange);
  g_assert_true (again == exchange);
  graph = get_token (fixture, "User.Read", FALSE);
  assert_graph_knows (fixture, graph);
  g_assert_cmpuint (fixture->n_asked, ==, 2);
  sign_out (fixture);
}

/* The quick start's client gets no token for Exchange: a second sign-in, which does not end the
 * first, and is not kept. */
static void
test_exchange_client (Fixture *fixture, gconstpointer person)
{
  WaxsealRecord *settings = waxseal_record_get_child (fixture->organization, "sign-in");
  const char *start[] = { "User.Read", NULL };
  g_autoptr (WaxsealToken) graph = NULL, exchange = NULL, again = NULL;
  g_autoptr (GError) error = NULL;

  waxseal_record_set_text (settings, "client-id", WAXSEAL_SIGN_IN_CLIENT_QUICK_START);
  g_assert_true (sign_in (fixture, WAXSEAL_SIGN_IN_BROWSER, start, &error));
  g_assert_no_error (error);
  exchange = get_exchange_token (fixture);
  again = get_exchange_token (fixture);
  assert_is_for_exchange (exchange);
  g_assert_true (again == exchange);
  graph = get_token (fixture, "User.Read", FALSE);
  assert_graph_knows (fixture, graph);
  g_assert_cmpuint (fixture->n_asked, ==, 2);

  renew_account (fixture);
  g_assert_true (sign_in (fixture, WAXSEAL_SIGN_IN_SILENT, start, &error));
  g_assert_no_error (error);
  g_clear_pointer (&again, waxseal_token_unref);
  again = get_exchange_token (fixture);
  g_assert_cmpuint (fixture->n_asked, ==, 3);
  sign_out (fixture);
  g_clear_pointer (&again, waxseal_token_unref);
  again = get_exchange_token (fixture);
  g_assert_cmpuint (fixture->n_asked, ==, 4);
  sign_out (fixture);
}

static void
test_unknown_client (Fixture *fixture, gconstpointer person)
{
  WaxsealRecord *settings = waxseal_record_get_child (fixture->organization, "sign-in");
  const char *scopes[] = { "User.Read", NULL };
  g_autoptr (GError) error = NULL;

  waxseal_record_set_text (settings, "client-id", "44444444-4444-4444-4444-444444444444");
  g_assert_false (sign_in (fixture, WAXSEAL_SIGN_IN_CODE, scopes, &error));
  g_assert_error (error, WAXSEAL_ERROR, WAXSEAL_ERROR_WRONG_CLIENT);
}

int
main (int argc, char *argv[])
{
  static const struct
  {
    const char *path;
    const char *person;
    void (*run) (Fixture *fixture, gconstpointer person);
  } tests[] = {
    { "/sign-in-practice/browser", "global-administrator", test_browser },
    { "/sign-in-practice/code", "cloud-application-administrator", test_code },
    { "/sign-in-practice/roles", NULL, test_roles },
    { "/sign-in-practice/step-by-step", "global-administrator", test_step_by_step },
    { "/sign-in-practice/exchange", "global-administrator", test_exchange },
    { "/sign-in-practice/exchange-client", "exchange-administrator", test_exchange_client },
    { "/sign-in-practice/unknown-client", "user", test_unknown_client },
  };

  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/sign-in-practice/search-works", session_search_assert_works);
  for (guint i = 0; i < G_N_ELEMENTS (tests); i++)
    g_test_add (tests[i].path, Fixture, tests[i].person, set_up, tests[i].run, tear_down);
  return g_test_run ();
}
