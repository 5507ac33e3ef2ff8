/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Tokens for Exchange Online: whose, for which program, and how far they reach (microsoft.md, 1.1,
 * 1.2, 1.6 and 1.7). */
#include <string.h>

#include "app-client.h"
#include "waxseal-json.h"
#include "waxseal-practice-client.h"

#define SHELL    "fb78d390-0c51-40cd-8e17-fdbfab77341b"
#define EXCHANGE "https://outlook.office365.com"
#define MANAGE   EXCHANGE "/Exchange.Manage"
#define MANAGED  "ab4f2b77-0b06-4fc1-a9de-02113fc2ab7c"
#define SERVICE  "00000002-0000-0ff1-ce00-000000000000"
#define LOGIN    "/" APP_TENANT "/oauth2/v2.0/"

/* The page's answer to someone who is signed in for @scope, and consents if asked. */
static Reply *
authorize (Practice *practice, const char *client_id, const char *person, const char *scope)
{
  return practice_post (practice,
                        LOGIN "authorize",
                        "client_id",
                        client_id,
                        "response_type",
                        "code",
                        "redirect_uri",
                        REDIRECT,
                        "scope",
                        scope,
                        "code_challenge",
                        CHALLENGE,
                        "code_challenge_method",
                        "S256",
                        "person",
                        person,
                        "answer",
                        "accept",
                        NULL);
}

/* @scope: (nullable): that of the visit without it */
static Reply *
redeem (Practice *practice, const char *client_id, const char *code, const char *scope)
{
  return practice_post (practice,
                        LOGIN "token",
                        "client_id",
                        client_id,
                        "grant_type",
                        "authorization_code",
                        "code",
                        code,
                        "redirect_uri",
                        REDIRECT,
                        "code_verifier",
                        VERIFIER,
                        "scope",
                        scope,
                        NULL);
}

static Reply *
refresh (Practice *practice, const char *client_id, Reply *tokens, const char *scope)
{
  return practice_post (practice,
                        LOGIN "token",
                        "client_id",
                        client_id,
                        "grant_type",
                        "refresh_token",
                        "refresh_token",
                        reply_get_text (tokens, "refresh_token"),
                        "scope",
                        scope,
                        NULL);
}

static Reply *
ask_for_code (Practice *practice, const char *client_id, const char *scope)
{
  return practice_post (practice, LOGIN "devicecode", "client_id", client_id, "scope", scope, NULL);
}

static Reply *
enter_code (Practice *practice, Reply *device, const char *client_id, const char *person)
{
  g_autoptr (Reply) page = practice_post (practice,
                                          "/practice/device",
                                          "code",
                                          reply_get_text (device, "user_code"),
                                          "person",
                                          person,
                                          "answer",
                                          "accept",
                                          NULL);

  return practice_post (practice,
                        LOGIN "token",
                        "client_id",
                        client_id,
                        "grant_type",
                        "urn:ietf:params:oauth:grant-type:device_code",
                        "device_code",
                        reply_get_text (device, "device_code"),
                        NULL);
}

static void
assert_token (Reply *reply, const char *audience, const char *scopes)
{
  g_autoptr (JsonObject) claims = NULL;

  g_assert_cmpuint (reply->status, ==, 200);
  claims = sign_in_read_claims (reply_get_text (reply, "access_token"));
  g_assert_cmpstr (waxseal_json_get_text (claims, "aud"), ==, audience);
  g_assert_cmpstr (waxseal_json_get_text (claims, "scp"), ==, scopes);
}

/* A program of the tenant's own that may ask for Exchange.Manage. */
static App
register_client (Practice *practice, const char *token)
{
  App app = app_register (practice,
                          token,
                          "[{\"resourceAppId\":\"" SERVICE "\",\"resourceAccess\":["
                          "{\"id\":\"" MANAGED "\",\"type\":\"Scope\"}]}]");
  g_autofree char *path = g_strconcat ("/v1.0/applications/", app.id, NULL);
  g_autoptr (Reply) patched =
    sign_in_call (practice,
                  token,
                  "PATCH",
                  path,
                  "{\"isFallbackPublicClient\":true,\"publicClient\":{\"redirectUris\":["
                  "\"http://localhost\"]}}");

  g_assert_cmpuint (patched->status, ==, 204);
  return app;
}

/* As it is written for the cloud, and as Waxseal writes it in practice: the tenant's own address is
 * that of every service, and bare are the scopes of the service that it takes for Graph. */
static void
test_spellings (void)
{
  g_autoptr (Practice) practice = practice_new ();
  const char *base = waxseal_practice_server_get_base (practice->server);
  g_autofree char *at_home = g_strconcat (base, "/Exchange.Manage", NULL);
  const char *scopes[] = {
    MANAGE, "https://outlook.office.com/Exchange.Manage", at_home, "Exchange.Manage"
  };

  for (guint i = 0; i < G_N_ELEMENTS (scopes); i++)
    {
      g_autoptr (Reply) page =
        authorize (practice, WAXSEAL_PRACTICE_CLIENT_ID, "global-administrator", scopes[i]);
      g_autofree char *code = sign_in_read_location (page, "code");
      g_autoptr (Reply) tokens = redeem (practice, WAXSEAL_PRACTICE_CLIENT_ID, code, NULL);

      g_test_message ("%s", scopes[i]);
      assert_token (tokens, EXCHANGE, "Exchange.Manage");
      g_assert_cmpstr (reply_get_text (tokens, "scope"), ==, scopes[i]);
    }
}

/* Of the address that Graph and Exchange share ".default" is what the program usually asks. */
static void
test_default (void)
{
  g_autoptr (Practice) practice = practice_new ();
  const char *base = waxseal_practice_server_get_base (practice->server);
  g_autofree char *at_home = g_strconcat (base, "/.default", NULL);
  const char *scopes[] = { EXCHANGE "/.default", at_home };
  const char *ids[] = { "AdminApi.AccessAsUser.All FfoPowerShell.AccessAsUser.All "
                        "RemotePowerShell.AccessAsUser.All" };

  /* Microsoft's shell needs nobody's consent, and may ask for nothing else. */
  for (guint i = 0; i < G_N_ELEMENTS (scopes); i++)
    {
      g_autoptr (Reply) page = authorize (practice, SHELL, "exchange-administrator", scopes[i]);
      g_autofree char *code = sign_in_read_location (page, "code");
      g_autoptr (Reply) tokens = redeem (practice, SHELL, code, scopes[i]);

      assert_token (tokens, EXCHANGE, ids[0]);
    }
  {
    g_autoptr (Reply) page = authorize (practice, SHELL, "exchange-administrator", MANAGE);
    g_autofree char *said = sign_in_read_location (page, "error_description");

    g_assert_true (g_str_has_prefix (said, "AADSTS65002: "));
  }
  {
    g_autoptr (Reply) page =
      authorize (practice, WAXSEAL_PRACTICE_CLIENT_ID, "global-administrator", at_home);
    g_autofree char *code = sign_in_read_location (page, "code");
    g_autoptr (Reply) tokens = redeem (practice, WAXSEAL_PRACTICE_CLIENT_ID, code, at_home);
    g_autoptr (JsonObject) claims = sign_in_read_claims (reply_get_text (tokens, "access_token"));

    g_assert_cmpstr (waxseal_json_get_text (claims, "aud"), ==, "https://graph.microsoft.com");
  }
}

/* What is asked of whom does not exist there, or may not be asked. */
static void
test_refused (void)
{
  g_autoptr (Practice) practice = practice_new ();
  static const struct
  {
    const char *client;
    const char *person;
    const char *scope;
    const char *problem;
  } rows[] = {
    { WAXSEAL_PRACTICE_CLIENT_ID,
      "global-administrator",
      "https://outlook.example/Exchange.Manage",
      "AADSTS500011: " },
    { WAXSEAL_PRACTICE_CLIENT_ID,
      "global-administrator",
      EXCHANGE "/Exchange.ManageAll",
      "AADSTS650053: " },
    { WAXSEAL_PRACTICE_CLIENT_ID,
      "global-administrator",
      "https://graph.microsoft.com/Exchange.Manage",
      "AADSTS650053: " },
    { WAXSEAL_PRACTICE_CLIENT_ID, "global-administrator", "Exchange.Nothing", "AADSTS650053: " },
    { GRAPH_CLI, "global-administrator", MANAGE, "AADSTS65002: " },
    { GRAPH_CLI, "global-administrator", EXCHANGE "/.default", "AADSTS65002: " },
    { SHELL, "global-administrator", "User.Read", "AADSTS65002: " },
    { WAXSEAL_PRACTICE_CLIENT_ID, "exchange-administrator", MANAGE, "AADSTS90094: " },
    { WAXSEAL_PRACTICE_CLIENT_ID, "user", MANAGE, "AADSTS90094: " },
  };

  for (guint i = 0; i < G_N_ELEMENTS (rows); i++)
    {
      g_autoptr (Reply) page = authorize (practice, rows[i].client, rows[i].person, rows[i].scope);
      g_autofree char *said = sign_in_read_location (page, "error_description");

      g_test_message ("%s", rows[i].scope);
      g_assert_nonnull (said);
      g_assert_true (g_str_has_prefix (said, rows[i].problem));
    }
}

/* One may be signed in for several services; a token is for one, and the refresh token for each to
 * which there is consent. */
static void
test_two_services (void)
{
  g_autoptr (Practice) practice = practice_new ();
  const char *client = WAXSEAL_PRACTICE_CLIENT_ID;
  g_autoptr (Reply) page =
    authorize (practice, client, "global-administrator", "offline_access User.Read " MANAGE);
  g_autofree char *code = sign_in_read_location (page, "code");
  g_autofree char *second = NULL;
  g_autoptr (Reply) graph = redeem (practice, client, code, "offline_access User.Read");
  g_autoptr (Reply) exchange = refresh (practice, client, graph, MANAGE);
  g_autoptr (Reply) back = refresh (practice, client, exchange, "User.Read");
  g_autoptr (Reply) both = refresh (practice, client, back, "User.Read " MANAGE);
  g_autoptr (Reply) more = refresh (practice, client, back, EXCHANGE "/Exchange.ManageV2");
  g_autoptr (Reply) again = NULL;
  g_autoptr (Reply) mixed = NULL;

  assert_token (graph, "https://graph.microsoft.com", "User.Read");
  assert_token (exchange, EXCHANGE, "Exchange.Manage");
  assert_token (back, "https://graph.microsoft.com", "User.Read");
  sign_in_assert_error (both, 400, "invalid_request", 28000);
  sign_in_assert_error (more, 400, "invalid_grant", 65001);
  again = authorize (practice, client, "global-administrator", "User.Read " MANAGE);
  second = sign_in_read_location (again, "code");
  mixed = redeem (practice, client, second, NULL);
  sign_in_assert_error (mixed, 400, "invalid_request", 28000);
}

/* Asks for one service only; what it is is found by each way of writing it. */
static void
test_device (void)
{
  g_autoptr (Practice) practice = practice_new ();
  const char *client = WAXSEAL_PRACTICE_CLIENT_ID;
  g_autoptr (Reply) mixed = ask_for_code (practice, client, "User.Read " MANAGE);
  g_autoptr (Reply) device = ask_for_code (practice, client, "offline_access " MANAGE);
  g_autoptr (Reply) tokens = enter_code (practice, device, client, "global-administrator");
  g_autoptr (Reply) other = ask_for_code (practice, client, "openid User.Read");
  g_autoptr (Reply) graph = enter_code (practice, other, client, "global-administrator");
  g_autoptr (Reply) shell = ask_for_code (practice, SHELL, "openid " EXCHANGE "/.default");
  g_autoptr (Reply) admin = enter_code (practice, shell, SHELL, "exchange-administrator");

  sign_in_assert_error (mixed, 400, "invalid_request", 28000);
  assert_token (tokens, EXCHANGE, "Exchange.Manage");
  g_assert_cmpstr (reply_get_text (tokens, "refresh_token"), !=, "");
  assert_token (graph, "https://graph.microsoft.com", "User.Read");
  g_assert_cmpuint (admin->status, ==, 200);
}

/* An administrator consents once for everyone; then the Exchange Administrator gets on with the
 * tenant's own client. Nobody gets more than was declared. */
static void
test_consent_for_all (void)
{
  g_autoptr (Practice) practice = practice_new ();
  g_autoptr (Reply) tokens = sign_in_tokens (practice, "global-administrator", APP_RIGHTS);
  g_auto (App) app = register_client (practice, reply_get_text (tokens, "access_token"));
  g_autofree char *path = g_strdup_printf ("/" APP_TENANT "/adminconsent?client_id=%s", app.app_id);
  g_autoptr (Reply) before = authorize (practice, app.app_id, "exchange-administrator", MANAGE);
  g_autofree char *said = sign_in_read_location (before, "error_description");
  g_autoptr (Reply) shown = practice_post (practice, path, "person", "global-administrator", NULL);
  g_autoptr (Reply) given =
    practice_post (practice, path, "person", "global-administrator", "answer", "accept", NULL);
  g_autoptr (Reply) after = authorize (practice, app.app_id, "exchange-administrator", MANAGE);
  g_autoptr (Reply) more =
    authorize (practice, app.app_id, "exchange-administrator", EXCHANGE "/Exchange.ManageV2");
  g_autofree char *code = sign_in_read_location (after, "code");
  g_autofree char *refused = sign_in_read_location (more, "error_description");
  g_autoptr (Reply) got = redeem (practice, app.app_id, code, MANAGE);
  g_autoptr (JsonObject) claims = sign_in_read_claims (reply_get_text (got, "access_token"));
  g_auto (GStrv) wids = waxseal_json_array_dup_texts (waxseal_json_get_array (claims, "wids"));
  g_autoptr (Reply) usual =
    authorize (practice, app.app_id, "exchange-administrator", EXCHANGE "/.default");
  g_autofree char *usual_code = sign_in_read_location (usual, "code");
  g_autoptr (Reply) as_usual = redeem (practice, app.app_id, usual_code, EXCHANGE "/.default");

  assert_token (as_usual, EXCHANGE, "Exchange.Manage");
  g_assert_true (g_str_has_prefix (said, "AADSTS90094: "));
  g_assert_nonnull (strstr (shown->text, "<code>Exchange.Manage</code>"));
  g_assert_cmpuint (given->status, ==, 200);
  assert_token (got, EXCHANGE, "Exchange.Manage");
  g_assert_cmpstr (wids[0], ==, "29232cdf-9323-42fd-ade2-1d097af3e4de");
  g_assert_cmpstr (waxseal_json_get_text (claims, "upn"), ==, "sean.o'brien@" APP_TENANT);
  g_assert_true (g_str_has_prefix (refused, "AADSTS90094: "));
}

/* The one service's token is no good at the other. */
static void
test_audience (void)
{
  g_autoptr (Practice) practice = practice_new ();
  g_autoptr (Reply) page =
    authorize (practice, WAXSEAL_PRACTICE_CLIENT_ID, "global-administrator", MANAGE);
  g_autofree char *code = sign_in_read_location (page, "code");
  g_autoptr (Reply) tokens = redeem (practice, WAXSEAL_PRACTICE_CLIENT_ID, code, NULL);
  g_autoptr (Reply) me =
    sign_in_call (practice, reply_get_text (tokens, "access_token"), "GET", "/v1.0/me", NULL);

  g_assert_cmpuint (me->status, ==, 401);
}

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/practice/exchange-sign-in/spellings", test_spellings);
  g_test_add_func ("/practice/exchange-sign-in/default", test_default);
  g_test_add_func ("/practice/exchange-sign-in/refused", test_refused);
  g_test_add_func ("/practice/exchange-sign-in/two-services", test_two_services);
  g_test_add_func ("/practice/exchange-sign-in/device", test_device);
  g_test_add_func ("/practice/exchange-sign-in/consent-for-all", test_consent_for_all);
  g_test_add_func ("/practice/exchange-sign-in/audience", test_audience);
  return g_test_run ();
}
