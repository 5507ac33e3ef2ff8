/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Authorization code with PKCE, over real HTTP (microsoft.md, 1.2, 1.3 and 1.5). */
#include <string.h>

#include "sign-in-client.h"
#include "waxseal-json.h"

static void
test_whole_flow (void)
{
  g_autoptr (Practice) practice = practice_new ();
  g_autofree char *path = sign_in_make_path (NULL, NULL, NULL);
  g_autoptr (Reply) page = practice_get (practice, path, NULL, NULL);
  g_autoptr (Reply) end = sign_in_follow (practice, "global-administrator", NULL);
  g_autofree char *state = sign_in_read_location (end, "state");
  g_autofree char *code = sign_in_read_location (end, "code");
  g_autoptr (Reply) tokens = sign_in_redeem (practice, code);
  g_autoptr (JsonObject) access = sign_in_read_claims (reply_get_text (tokens, "access_token"));
  g_autoptr (JsonObject) id = sign_in_read_claims (reply_get_text (tokens, "id_token"));

  g_assert_cmpuint (page->status, ==, 200);
  g_assert_true (g_str_has_prefix (reply_get_header (end, "Location"), REDIRECT "/?"));
  g_assert_cmpstr (state, ==, "a&b=c");
  g_assert_cmpstr (reply_get_text (tokens, "token_type"), ==, "Bearer");
  g_assert_cmpstr (reply_get_text (tokens, "scope"),
                   ==,
                   "openid profile User.Read Application.ReadWrite.All");
  g_assert_cmpstr (reply_get_text (tokens, "refresh_token"), !=, "");
  g_assert_cmpstr (waxseal_json_get_text (access, "aud"), ==, "https://graph.microsoft.com");
  g_assert_cmpstr (waxseal_json_get_text (access, "appid"), ==, GRAPH_CLI);
  g_assert_cmpstr (waxseal_json_get_text (access, "scp"),
                   ==,
                   "User.Read Application.ReadWrite.All");
  g_assert_cmpstr (json_array_get_string_element (waxseal_json_get_array (access, "wids"), 0),
                   ==,
                   "62e90394-69f5-4237-9190-012177145e10");
  g_assert_cmpstr (waxseal_json_get_text (id, "aud"), ==, GRAPH_CLI);
  g_assert_cmpstr (waxseal_json_get_text (id, "nonce"), ==, "n-1");
  g_assert_cmpstr (waxseal_json_get_text (id, "oid"), ==, waxseal_json_get_text (access, "oid"));
}

/* What was not asked for is not given. */
static void
test_few_scopes (void)
{
  g_autoptr (Practice) practice = practice_new ();
  g_autoptr (Reply) tokens = sign_in_tokens (practice, "user", "User.Read");

  g_assert_false (json_object_has_member (reply_get_object (tokens), "refresh_token"));
  g_assert_false (json_object_has_member (reply_get_object (tokens), "id_token"));
}

/* The state comes back, with the error that the program is told. */
static void
assert_sent_back (Practice *practice,
                  const char *name,
                  const char *value,
                  const char *scope,
                  const char *wanted,
                  const char *number)
{
  g_autofree char *path = sign_in_make_path (name, value, scope);
  g_autofree char *answered = g_strconcat (path, "&person=user&answer=cancel", NULL);
  g_autoptr (Reply) reply = practice_get (practice, answered, NULL, NULL);
  g_autofree char *error = sign_in_read_location (reply, "error");
  g_autofree char *description = sign_in_read_location (reply, "error_description");
  g_autofree char *state = sign_in_read_location (reply, "state");

  g_test_message ("%s=%s %s", name, value, scope);
  g_assert_cmpstr (error, ==, wanted);
  g_assert_true (g_str_has_prefix (description, number));
  g_assert_cmpstr (state, ==, "a&b=c");
}

static void
test_sent_back (void)
{
  g_autoptr (Practice) practice = practice_new ();
  static const struct
  {
    const char *name;
    const char *value;
    const char *scope;
    const char *error;
    const char *number;
  } cases[] = {
    { "code_challenge", NULL, "User.Read", "invalid_request", "AADSTS9002325:" },
    { "code_challenge_method", "plain", "User.Read", "invalid_request", "AADSTS9002325:" },
    { "response_type", "token", "User.Read", "unsupported_response_type", "AADSTS70007:" },
    { "prompt", "none", "User.Read", "login_required", "AADSTS50058:" },
    { NULL, NULL, "User.Read", "access_denied", "AADSTS65004:" },
    { NULL, NULL, "Directory.Read.All", "access_denied", "AADSTS90094:" },
    { NULL, NULL, "Nothing.Like.This", "invalid_client", "AADSTS650053:" },
    { NULL, NULL, "https://nobody.example/x", "invalid_resource", "AADSTS500011:" },
    { "scope", NULL, NULL, "invalid_request", "AADSTS900144:" },
  };
  gsize i;

  for (i = 0; i < G_N_ELEMENTS (cases); i++)
    assert_sent_back (
      practice, cases[i].name, cases[i].value, cases[i].scope, cases[i].error, cases[i].number);
}

/* Nobody is sent to an address that is not the program's. */
static void
test_not_sent_back (void)
{
  g_autoptr (Practice) practice = practice_new ();
  static const char *const uris[] = {
    "https://evil.example/",
    "http://localhost.evil.example/",
    "http://localhost@evil.example/",
    "http://evil@localhost/",
    "http://localhost:1/path",
    "http://localhost:1/#fragment",
    "http://localhost:1/\r\nSet-Cookie: x=y",
    "https://localhost:1/",
    "http://[::1]:1/",
    "javascript:alert(1)",
    "",
  };
  gsize i;

  for (i = 0; i < G_N_ELEMENTS (uris); i++)
    {
      g_autofree char *path = sign_in_make_path ("redirect_uri", uris[i], NULL);
      g_autofree char *answered = g_strconcat (path, "&person=user&answer=cancel", NULL);
      g_autoptr (Reply) reply = practice_get (practice, answered, NULL, NULL);

      g_test_message ("%s", uris[i]);
      g_assert_cmpuint (reply->status, ==, 400);
      g_assert_null (reply_get_header (reply, "Location"));
      g_assert_nonnull (strstr (reply->text, "AADSTS50011"));
    }
}

static void
test_unknown_client (void)
{
  g_autoptr (Practice) practice = practice_new ();
  g_autofree char *path =
    sign_in_make_path ("client_id", "00000000-1111-2222-3333-444444444444", NULL);
  g_autoptr (Reply) page = practice_get (practice, path, NULL, NULL);
  g_autoptr (Reply) token = practice_post (practice,
                                           TOKEN,
                                           "client_id",
                                           "00000000-1111-2222-3333-444444444444",
                                           "grant_type",
                                           "authorization_code",
                                           NULL);

  g_assert_cmpuint (page->status, ==, 400);
  g_assert_nonnull (strstr (page->text, "AADSTS700016"));
  sign_in_assert_error (token, 400, "unauthorized_client", 700016);
}

static Reply *
redeem_with (Practice *practice, const char *code, const char *name, const char *value)
{
  const char *fields[][2] = {
    { "client_id", GRAPH_CLI },
    { "grant_type", "authorization_code" },
    { "code", code },
    { "redirect_uri", REDIRECT },
    { "code_verifier", VERIFIER },
    { "client_secret", NULL },
    { "scope", NULL },
  };
  gsize i;

  for (i = 0; i < G_N_ELEMENTS (fields); i++)
    if (g_str_equal (fields[i][0], name))
      fields[i][1] = value;
  return practice_post (practice,
                        TOKEN,
                        fields[0][0],
                        fields[0][1],
                        fields[1][0],
                        fields[1][1],
                        fields[2][0],
                        fields[2][1],
                        fields[3][0],
                        fields[3][1],
                        fields[4][0],
                        fields[4][1],
                        fields[5][0],
                        fields[5][1],
                        fields[6][0],
                        fields[6][1],
                        NULL);
}

static void
test_redeem (void)
{
  g_autoptr (Practice) practice = practice_new ();
  static const struct
  {
    const char *name;
    const char *value;
    guint status;
    const char *error;
    guint number;
  } cases[] = {
    { "code_verifier",
      "an-other-verifier-that-is-long-enough-to-be-one",
      400,
      "invalid_grant",
      501481 },
    { "code_verifier", NULL, 400, "invalid_request", 900144 },
    { "code", NULL, 400, "invalid_request", 900144 },
    { "code", "guessed", 400, "invalid_grant", 70000 },
    { "redirect_uri", "http://localhost:49153", 400, "invalid_client", 500112 },
    { "client_id", "04b07795-8ddb-461a-bbee-02f9e1bf7b46", 400, "invalid_grant", 70000 },
    { "client_secret", "has-none", 401, "invalid_client", 700025 },
    { "grant_type", "password", 400, "unsupported_grant_type", 70003 },
    { "grant_type", NULL, 400, "invalid_request", 900144 },
  };
  g_autofree char *code = sign_in_get_code (practice, "user", "User.Read");
  g_autoptr (Reply) good = NULL;
  gsize i;

  for (i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autoptr (Reply) reply = redeem_with (practice, code, cases[i].name, cases[i].value);

      g_test_message ("%s=%s", cases[i].name, cases[i].value);
      sign_in_assert_error (reply, cases[i].status, cases[i].error, cases[i].number);
    }
  /* None of it used the code up. */
  good = sign_in_redeem (practice, code);
  g_assert_cmpuint (good->status, ==, 200);
}

static void
test_replay (void)
{
  g_autoptr (Practice) practice = practice_new ();
  g_autofree char *code = sign_in_get_code (practice, "user", "User.Read");
  g_autoptr (Reply) first = sign_in_redeem (practice, code);
  g_autoptr (Reply) second = sign_in_redeem (practice, code);

  g_assert_cmpuint (first->status, ==, 200);
  sign_in_assert_error (second, 400, "invalid_grant", 54005);
}

/* Of several services that were consented to, a token is for one. */
static void
test_one_resource (void)
{
  g_autoptr (Practice) practice = practice_new ();
  g_autofree char *base =
    g_strconcat (waxseal_practice_server_get_base (practice->server), "/User.Read", NULL);
  static const char *const same[] = {
    "https://graph.microsoft.com/User.Read",
    "00000003-0000-0000-c000-000000000000/User.Read",
    "user.read",
  };
  g_autofree char *code = NULL;
  g_autoptr (Reply) own = NULL;
  gsize i;

  for (i = 0; i < G_N_ELEMENTS (same); i++)
    {
      g_autoptr (Reply) tokens = sign_in_tokens (practice, "user", same[i]);
      g_autoptr (JsonObject) claims = sign_in_read_claims (reply_get_text (tokens, "access_token"));

      g_assert_cmpstr (waxseal_json_get_text (claims, "scp"), ==, "User.Read");
    }
  code = sign_in_get_code (practice, "user", base);
  own = sign_in_redeem (practice, code);
  g_assert_cmpstr (reply_get_text (own, "scope"), ==, base);
}

/* Consent is remembered, for this program and this person alone; more scopes ask again. */
static gboolean
is_asked (Practice *practice, const char *person, const char *scope)
{
  g_autofree char *path = sign_in_make_path ("person", person, scope);
  g_autoptr (Reply) reply = practice_get (practice, path, NULL, NULL);

  return reply->status == 200;
}

static void
test_consent (void)
{
  g_autoptr (Practice) practice = practice_new ();
  g_autofree char *code = NULL;
  g_autofree char *second = NULL;
  g_autoptr (Reply) lacking = NULL;
  g_autoptr (Reply) tokens = NULL;
  const char *admin = "cloud-application-administrator";

  g_assert_true (is_asked (practice, admin, "User.Read"));
  code = sign_in_get_code (practice, admin, "User.Read");
  g_assert_false (is_asked (practice, admin, "User.Read"));
  g_assert_true (is_asked (practice, "user", "User.Read"));
  g_assert_true (is_asked (practice, admin, "User.Read Directory.Read.All"));
  lacking = redeem_with (practice, code, "scope", "Directory.Read.All");
  sign_in_assert_error (lacking, 400, "invalid_grant", 65001);
  g_assert_cmpstr (reply_get_text (lacking, "suberror"), ==, "consent_required");
  second = sign_in_get_code (practice, admin, "Directory.Read.All");
  tokens = sign_in_redeem (practice, second);
  g_assert_cmpstr (reply_get_text (tokens, "scope"), ==, "User.Read Directory.Read.All");
}

/* A tenant that does not exist, on the page and at the token endpoint. */
static void
test_tenant_names (void)
{
  g_autoptr (Practice) practice = practice_new ();
  g_autoptr (Reply) tenant = practice_get (
    practice, "/nobody.example/oauth2/v2.0/authorize?client_id=" GRAPH_CLI, NULL, NULL);
  g_autoptr (Reply) token =
    practice_post (practice, "/nobody.example/oauth2/v2.0/token", "client_id", GRAPH_CLI, NULL);

  g_assert_cmpuint (tenant->status, ==, 400);
  g_assert_nonnull (strstr (tenant->text, "AADSTS90002"));
  sign_in_assert_error (token, 400, "invalid_request", 90002);
}

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/practice/authorize/whole-flow", test_whole_flow);
  g_test_add_func ("/practice/authorize/few-scopes", test_few_scopes);
  g_test_add_func ("/practice/authorize/sent-back", test_sent_back);
  g_test_add_func ("/practice/authorize/not-sent-back", test_not_sent_back);
  g_test_add_func ("/practice/authorize/unknown-client", test_unknown_client);
  g_test_add_func ("/practice/authorize/redeem", test_redeem);
  g_test_add_func ("/practice/authorize/replay", test_replay);
  g_test_add_func ("/practice/authorize/one-resource", test_one_resource);
  g_test_add_func ("/practice/authorize/consent", test_consent);
  g_test_add_func ("/practice/authorize/tenant-names", test_tenant_names);
  return g_test_run ();
}
