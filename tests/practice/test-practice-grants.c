/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Refresh tokens, device codes and client secrets, over real HTTP (microsoft.md, 1.4 and 2.8). */
#include <glib/gstdio.h>
#include <string.h>

#include "app-client.h"
#include "waxseal-json.h"

#define DEVICE_GRANT "urn:ietf:params:oauth:grant-type:device_code"

static Reply *
refresh (Practice *practice, const char *client_id, const char *token, const char *scope)
{
  return practice_post (practice,
                        TOKEN,
                        "client_id",
                        client_id,
                        "grant_type",
                        "refresh_token",
                        "refresh_token",
                        token,
                        "scope",
                        scope,
                        NULL);
}

/* A used one is good until its successor is used: a reply may have been lost. */
static void
test_rotation (void)
{
  g_autoptr (Practice) practice = practice_new ();
  g_autoptr (Reply) first = sign_in_tokens (practice, "global-administrator", ADMIN);
  const char *old = reply_get_text (first, "refresh_token");
  g_autoptr (Reply) lost = refresh (practice, GRAPH_CLI, old, "User.Read");
  g_autoptr (Reply) second = refresh (practice, GRAPH_CLI, old, "User.Read");
  const char *young = reply_get_text (second, "refresh_token");
  g_autoptr (Reply) third = NULL;
  g_autoptr (Reply) replay = NULL;

  g_assert_cmpuint (lost->status, ==, 200);
  g_assert_cmpuint (second->status, ==, 200);
  g_assert_cmpstr (young, !=, "");
  g_assert_cmpstr (young, !=, old);
  third = refresh (practice, GRAPH_CLI, young, "User.Read");
  g_assert_cmpuint (third->status, ==, 200);
  replay = refresh (practice, GRAPH_CLI, old, "User.Read");
  sign_in_assert_error (replay, 400, "invalid_grant", 70008);
}

/* As if every refresh token had been given out so much earlier. */
static void
age_refresh_tokens (Practice *practice, gint64 seconds)
{
  g_autoptr (Reply) state = sign_in_call (practice, NULL, "GET", "/practice/state", NULL);
  JsonArray *tokens =
    waxseal_json_get_array (waxseal_json_get_object (reply_get_object (state), "collections"),
                            "practiceRefreshTokens");
  g_autofree char *json = NULL;
  g_autoptr (Reply) changed = NULL;
  guint i;

  g_assert_cmpuint (json_array_get_length (tokens), >, 0);
  for (i = 0; i < json_array_get_length (tokens); i++)
    {
      JsonObject *token = json_array_get_object_element (tokens, i);

      json_object_set_int_member (token,
                                  "issued",
                                  waxseal_json_get_number (token, "issued", 0) - seconds);
    }
  json = json_to_string (state->json, FALSE);
  changed = sign_in_call (practice, NULL, "POST", "/practice/state", json);
  g_assert_cmpuint (changed->status, <, 300);
}

static void
test_refresh_refused (void)
{
  g_autoptr (Practice) practice = practice_new ();
  g_autoptr (Reply) tokens = sign_in_tokens (practice, "global-administrator", ADMIN);
  const char *token = reply_get_text (tokens, "refresh_token");
  g_autoptr (Reply) other =
    refresh (practice, "04b07795-8ddb-461a-bbee-02f9e1bf7b46", token, "User.Read");
  g_autoptr (Reply) guessed = refresh (practice, GRAPH_CLI, "guessed", "User.Read");
  g_autoptr (Reply) more = refresh (practice, GRAPH_CLI, token, "Policy.Read.All");
  g_autoptr (Reply) old = NULL;

  sign_in_assert_error (other, 400, "invalid_grant", 70000);
  sign_in_assert_error (guessed, 400, "invalid_grant", 70008);
  sign_in_assert_error (more, 400, "invalid_grant", 65001);
  age_refresh_tokens (practice, 91 * 24 * 60 * 60);
  old = refresh (practice, GRAPH_CLI, token, "User.Read");
  sign_in_assert_error (old, 400, "invalid_grant", 70008);
}

static void
test_old_code (void)
{
  g_autoptr (Practice) practice = practice_new ();
  g_autofree char *code = sign_in_get_code (practice, "user", "User.Read");
  g_autoptr (Reply) reply = NULL;

  sign_in_set_clock (practice, 11 * 60);
  reply = sign_in_redeem (practice, code);
  sign_in_assert_error (reply, 400, "invalid_grant", 70008);
}

static Reply *
ask_for_device_code (Practice *practice, const char *scope)
{
  Reply *reply = practice_post (practice,
                                "/organizations/oauth2/v2.0/devicecode",
                                "client_id",
                                GRAPH_CLI,
                                "scope",
                                scope,
                                NULL);

  g_assert_cmpuint (reply->status, ==, 200);
  g_assert_cmpint (waxseal_json_get_number (reply_get_object (reply), "expires_in", 0), ==, 900);
  g_assert_nonnull (
    strstr (reply_get_text (reply, "message"), reply_get_text (reply, "user_code")));
  return reply;
}

static Reply *
poll_as (Practice *practice, Reply *device, const char *client_id)
{
  return practice_post (practice,
                        TOKEN,
                        "client_id",
                        client_id,
                        "grant_type",
                        DEVICE_GRANT,
                        "device_code",
                        reply_get_text (device, "device_code"),
                        NULL);
}

/* Each of the pages' forms in one; @person and @answer as on the page. */
static Reply *
enter_code (Practice *practice, const char *code, const char *person, const char *answer)
{
  return practice_post (
    practice, "/practice/device", "code", code, "person", person, "answer", answer, NULL);
}

static void
test_device (void)
{
  g_autoptr (Practice) practice = practice_new ();
  g_autoptr (Reply) device = ask_for_device_code (practice, ADMIN);
  g_autofree char *lower = g_ascii_strdown (reply_get_text (device, "user_code"), -1);
  g_autofree char *typed = g_strdup_printf (" %.4s-%s ", lower, lower + 4);
  g_autoptr (Reply) pending = poll_as (practice, device, GRAPH_CLI);
  g_autoptr (Reply) hasty = poll_as (practice, device, GRAPH_CLI);
  g_autoptr (Reply) who = enter_code (practice, typed, NULL, NULL);
  g_autoptr (Reply) consent = enter_code (practice, typed, "global-administrator", NULL);
  g_autoptr (Reply) end = enter_code (practice, typed, "global-administrator", "accept");
  g_autoptr (Reply) other = poll_as (practice, device, "04b07795-8ddb-461a-bbee-02f9e1bf7b46");
  g_autoptr (Reply) done = poll_as (practice, device, GRAPH_CLI);
  g_autoptr (Reply) again = poll_as (practice, device, GRAPH_CLI);
  g_autoptr (Reply) used = enter_code (practice, typed, NULL, NULL);

  sign_in_assert_error (pending, 400, "authorization_pending", 70016);
  g_assert_cmpstr (reply_get_text (hasty, "error"), ==, "slow_down");
  g_assert_nonnull (strstr (who->text, "value=\"global-administrator\""));
  g_assert_nonnull (strstr (consent->text, "value=\"accept\""));
  g_assert_null (strstr (end->text, "<form"));
  sign_in_assert_error (other, 400, "bad_verification_code", 70018);
  g_assert_cmpuint (done->status, ==, 200);
  g_assert_cmpstr (reply_get_text (done, "refresh_token"), !=, "");
  g_assert_cmpstr (reply_get_text (done, "id_token"), !=, "");
  sign_in_assert_error (again, 400, "invalid_grant", 54005);
  g_assert_nonnull (strstr (used->text, "role=\"alert\""));
}

/* Nobody, no consent, and a person who may not consent. */
static void
test_device_declined (void)
{
  g_autoptr (Practice) practice = practice_new ();
  static const char *const answers[][2] = {
    { "", NULL },
    { "global-administrator", "cancel" },
    { "user", NULL },
  };
  gsize i;

  for (i = 0; i < G_N_ELEMENTS (answers); i++)
    {
      g_autoptr (Reply) device = ask_for_device_code (practice, ADMIN);
      g_autoptr (Reply) page =
        enter_code (practice, reply_get_text (device, "user_code"), answers[i][0], answers[i][1]);
      g_autoptr (Reply) end = poll_as (practice, device, GRAPH_CLI);

      g_assert_null (strstr (page->text, "<form"));
      g_assert_cmpuint (end->status, ==, 400);
      g_assert_cmpstr (reply_get_text (end, "error"), ==, "authorization_declined");
    }
}

static void
test_device_expired (void)
{
  g_autoptr (Practice) practice = practice_new ();
  g_autoptr (Reply) device = ask_for_device_code (practice, "User.Read");
  g_autoptr (Reply) page = NULL;
  g_autoptr (Reply) end = NULL;

  sign_in_set_clock (practice, 901);
  page = enter_code (practice, reply_get_text (device, "user_code"), NULL, NULL);
  end = poll_as (practice, device, GRAPH_CLI);
  g_assert_nonnull (strstr (page->text, "role=\"alert\""));
  sign_in_assert_error (end, 400, "expired_token", 70020);
}

static App
register_app (Practice *practice, const char *token, const char *end)
{
  App app = app_register (practice, token, "[]");
  g_autofree char *key_id = app_add_secret (&app, practice, token, end);

  app_add_principal (&app, practice, token);
  g_assert_cmpstr (key_id, !=, "");
  return app;
}

/* The proof of microsoft.md, 2.8: no roles before they are granted, then those granted. */
static void
test_secret (void)
{
  g_autoptr (Practice) practice = practice_new ();
  g_autoptr (Reply) tokens = sign_in_tokens (practice, "global-administrator", APP_RIGHTS);
  const char *token = reply_get_text (tokens, "access_token");
  g_auto (App) app = register_app (practice, token, APP_FAR);
  g_autoptr (Reply) before = app_prove (&app, practice, app.secret, APP_TENANT, APP_SCOPE);
  g_autoptr (JsonObject) without = sign_in_read_claims (reply_get_text (before, "access_token"));
  g_autoptr (Reply) denied = NULL;
  g_autoptr (Reply) after = NULL;
  g_autoptr (Reply) users = NULL;
  g_autoptr (JsonObject) claims = NULL;
  g_autofree char *grant = NULL;
  JsonArray *roles;

  g_assert_false (json_object_has_member (without, "roles"));
  denied = sign_in_call (
    practice, reply_get_text (before, "access_token"), "GET", "/v1.0/users?$top=1", NULL);
  g_assert_cmpuint (denied->status, ==, 403);
  grant = app_grant (&app, practice, token, APP_USER_READ_ALL);
  after = app_prove (&app, practice, app.secret, APP_TENANT, APP_SCOPE);
  claims = sign_in_read_claims (reply_get_text (after, "access_token"));
  roles = waxseal_json_get_array (claims, "roles");
  g_assert_cmpuint (json_array_get_length (roles), ==, 1);
  g_assert_cmpstr (json_array_get_string_element (roles, 0), ==, "User.Read.All");
  g_assert_cmpstr (waxseal_json_get_text (claims, "oid"), ==, app.principal_id);
  g_assert_false (json_object_has_member (claims, "scp"));
  users = sign_in_call (
    practice, reply_get_text (after, "access_token"), "GET", "/v1.0/users?$top=1", NULL);
  g_assert_cmpuint (users->status, ==, 200);
}

static void
test_secret_refused (void)
{
  g_autoptr (Practice) practice = practice_new ();
  g_autoptr (Reply) tokens = sign_in_tokens (practice, "global-administrator", APP_RIGHTS);
  const char *token = reply_get_text (tokens, "access_token");
  g_autoptr (GDateTime) now = g_date_time_new_now_utc ();
  g_autoptr (GDateTime) soon = g_date_time_add_hours (now, 1);
  g_autofree char *end = g_date_time_format_iso8601 (soon);
  g_auto (App) app = register_app (practice, token, end);
  g_autoptr (Reply) wrong = app_prove (&app, practice, "the Secret ID", APP_TENANT, APP_SCOPE);
  g_autoptr (Reply) none = app_prove (&app, practice, NULL, APP_TENANT, APP_SCOPE);
  g_autoptr (Reply) anyone = app_prove (&app, practice, app.secret, "organizations", APP_SCOPE);
  g_autoptr (Reply) single = app_prove (&app, practice, app.secret, APP_TENANT, "User.Read.All");
  g_autoptr (Reply) expired = NULL;

  sign_in_assert_error (wrong, 401, "invalid_client", 7000215);
  sign_in_assert_error (none, 401, "invalid_client", 7000218);
  sign_in_assert_error (anyone, 400, "invalid_request", 50194);
  sign_in_assert_error (single, 400, "invalid_scope", 1002012);
  sign_in_set_clock (practice, 2 * 60 * 60);
  expired = app_prove (&app, practice, app.secret, APP_TENANT, APP_SCOPE);
  sign_in_assert_error (expired, 401, "invalid_client", 7000222);
}

/* The tenant's own public client (microsoft.md, 1.6), which is one only once it says so. */
static void
test_own_client (void)
{
  g_autoptr (Practice) practice = practice_new ();
  g_autoptr (Reply) tokens = sign_in_tokens (practice, "global-administrator", APP_RIGHTS);
  const char *token = reply_get_text (tokens, "access_token");
  g_auto (App) app = register_app (practice, token, APP_FAR);
  g_autofree char *path = g_strconcat ("/v1.0/applications/", app.id, NULL);
  const char *token_path = "/" APP_TENANT "/oauth2/v2.0/token";
  g_autoptr (Reply) before = practice_post (practice,
                                            token_path,
                                            "client_id",
                                            app.app_id,
                                            "grant_type",
                                            DEVICE_GRANT,
                                            "device_code",
                                            "x",
                                            NULL);
  g_autoptr (Reply) patched =
    sign_in_call (practice, token, "PATCH", path, "{\"isFallbackPublicClient\":true}");
  g_autoptr (Reply) after = practice_post (practice,
                                           token_path,
                                           "client_id",
                                           app.app_id,
                                           "grant_type",
                                           DEVICE_GRANT,
                                           "device_code",
                                           "x",
                                           NULL);

  sign_in_assert_error (before, 401, "invalid_client", 7000218);
  g_assert_cmpuint (patched->status, ==, 204);
  sign_in_assert_error (after, 400, "bad_verification_code", 70018);
}

/* A token is good for an hour by the tenant's clock, and only as it was signed. */
static void
test_access_token (void)
{
  g_autoptr (Practice) practice = practice_new ();
  g_autoptr (Reply) tokens = sign_in_tokens (practice, "user", "openid User.Read");
  const char *token = reply_get_text (tokens, "access_token");
  g_autofree char *spoilt = g_strconcat (token, "A", NULL);
  g_autoptr (Reply) good = sign_in_call (practice, token, "GET", "/v1.0/me", NULL);
  g_autoptr (Reply) bad = sign_in_call (practice, spoilt, "GET", "/v1.0/me", NULL);
  g_autoptr (Reply) none = sign_in_call (practice, NULL, "GET", "/v1.0/me", NULL);
  g_autoptr (Reply) foreign =
    sign_in_call (practice, reply_get_text (tokens, "id_token"), "GET", "/v1.0/me", NULL);
  g_autoptr (Reply) users = sign_in_call (practice, token, "GET", "/v1.0/users", NULL);
  g_autoptr (Reply) late = NULL;

  g_assert_cmpuint (good->status, ==, 200);
  g_assert_cmpuint (bad->status, ==, 401);
  g_assert_cmpuint (none->status, ==, 401);
  g_assert_nonnull (reply_get_header (none, "WWW-Authenticate"));
  g_assert_cmpuint (foreign->status, ==, 401);
  g_assert_cmpuint (users->status, ==, 403);
  sign_in_set_clock (practice, 3600);
  late = sign_in_call (practice, token, "GET", "/v1.0/me", NULL);
  g_assert_cmpuint (late->status, ==, 401);
  g_assert_nonnull (strstr (late->text, "expired"));
}

static void
assert_lacks (const char *path, const char *const *secrets)
{
  g_autofree char *text = NULL;
  g_autoptr (GError) error = NULL;
  gsize i;

  g_file_get_contents (path, &text, NULL, &error);
  g_assert_no_error (error);
  for (i = 0; secrets[i] != NULL; i++)
    {
      g_assert_cmpuint (strlen (secrets[i]), >, 10);
      g_assert_null (strstr (text, secrets[i]));
    }
}

/* The state has consents and tokens as hashes alone; with it another start knows both. */
static void
test_state (void)
{
  g_autofree char *folder = g_dir_make_tmp ("waxseal-grants-XXXXXX", NULL);
  g_autofree char *path = g_build_filename (folder, "state.json", NULL);
  WaxsealPracticeServer *server = waxseal_practice_server_new (4);
  g_autoptr (Practice) practice = NULL;
  g_autofree char *token = NULL;
  GStatBuf info;

  waxseal_practice_server_set_state_file (server, path);
  practice = practice_new_for (server);
  {
    g_autoptr (Reply) tokens = sign_in_tokens (practice, "global-administrator", APP_RIGHTS);
    const char *access = reply_get_text (tokens, "access_token");
    g_auto (App) app = register_app (practice, access, APP_FAR);
    const char *secrets[] = { access, reply_get_text (tokens, "refresh_token"), app.secret, NULL };

    assert_lacks (path, secrets);
    token = g_strdup (secrets[1]);
  }
  g_assert_cmpint (g_stat (path, &info), ==, 0);
  g_assert_cmpint (info.st_mode & 0077, ==, 0);
  waxseal_practice_server_stop (server);
  g_assert_true (waxseal_practice_server_start (server, 0, NULL));
  {
    g_autoptr (Reply) kept = refresh (practice, GRAPH_CLI, token, "Application.Read.All");

    g_assert_cmpuint (kept->status, ==, 200);
  }
  g_unlink (path);
  g_rmdir (folder);
}

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/practice/grants/rotation", test_rotation);
  g_test_add_func ("/practice/grants/refresh-refused", test_refresh_refused);
  g_test_add_func ("/practice/grants/old-code", test_old_code);
  g_test_add_func ("/practice/grants/device", test_device);
  g_test_add_func ("/practice/grants/device-declined", test_device_declined);
  g_test_add_func ("/practice/grants/device-expired", test_device_expired);
  g_test_add_func ("/practice/grants/secret", test_secret);
  g_test_add_func ("/practice/grants/secret-refused", test_secret_refused);
  g_test_add_func ("/practice/grants/own-client", test_own_client);
  g_test_add_func ("/practice/grants/access-token", test_access_token);
  g_test_add_func ("/practice/grants/state", test_state);
  return g_test_run ();
}
