/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What an application gets with its secrets, from their making to their end, over real HTTP
 * (microsoft.md, 2.3, 2.5 and 2.8), and that nothing secret is kept where it can be read. */
#include <glib/gstdio.h>
#include <string.h>

#include "app-client.h"
#include "openssl-check.h"
#include "waxseal-json.h"

#define FOUR "Mail.Read Mail.ReadWrite Mail.Send User.Read.All"

static const char *const roles[] = {
  APP_MAIL_READ,
  APP_MAIL_READ_WRITE,
  APP_MAIL_SEND,
  APP_USER_READ_ALL,
};

static void
assert_proof_refused (App *app, Practice *practice, const char *secret, guint status, guint number)
{
  g_autoptr (Reply) reply = app_prove (app, practice, secret, APP_TENANT, APP_SCOPE);

  g_test_message ("%u", number);
  sign_in_assert_error (reply,
                        status,
                        status == 401 ? "invalid_client" : "unauthorized_client",
                        number);
}

static guint
call (Practice *practice, const char *token, const char *method, const char *path, const char *json)
{
  g_autoptr (Reply) reply = sign_in_call (practice, token, method, path, json);

  return reply->status;
}

/* The roles are the grants, as they come and go; a service principal is needed first. */
static void
test_roles (void)
{
  g_autoptr (Practice) practice = practice_new ();
  g_autoptr (Reply) tokens = sign_in_tokens (practice, "global-administrator", APP_RIGHTS);
  const char *token = reply_get_text (tokens, "access_token");
  g_auto (App) app = app_register (practice, token, "[]");
  g_autofree char *key_id = app_add_secret (&app, practice, token, APP_FAR);
  g_autofree char *none = NULL, *all = NULL, *fewer = NULL, *grant = NULL, *path = NULL;

  assert_proof_refused (&app, practice, "wrong", 401, 7000215);
  assert_proof_refused (&app, practice, app.secret, 401, 7000229);
  app_add_principal (&app, practice, token);
  none = app_dup_roles (&app, practice);
  g_assert_cmpstr (none, ==, "");
  for (guint i = 0; i < G_N_ELEMENTS (roles); i++)
    {
      g_free (grant);
      grant = app_grant (&app, practice, token, roles[i]);
    }
  all = app_dup_roles (&app, practice);
  g_assert_cmpstr (all, ==, FOUR);
  path =
    g_strdup_printf ("/v1.0/servicePrincipals/%s/appRoleAssignments/%s", app.principal_id, grant);
  g_assert_cmpuint (call (practice, token, "DELETE", path, NULL), ==, 204);
  fewer = app_dup_roles (&app, practice);
  g_assert_cmpstr (fewer, ==, "Mail.Read Mail.ReadWrite Mail.Send");
}

/* Each secret works until it is removed, alone; as rotation needs it. */
static void
test_two_secrets (void)
{
  g_autoptr (Practice) practice = practice_new ();
  g_autoptr (Reply) tokens = sign_in_tokens (practice, "global-administrator", APP_RIGHTS);
  const char *token = reply_get_text (tokens, "access_token");
  g_auto (App) app = app_register (practice, token, "[]");
  g_autofree char *old_id = app_add_secret (&app, practice, token, APP_FAR);
  g_autofree char *old = g_strdup (app.secret);
  g_autofree char *young_id = app_add_secret (&app, practice, token, APP_FAR);
  g_autofree char *path = g_strdup_printf ("/v1.0/applications/%s/removePassword", app.id);
  g_autofree char *json = g_strdup_printf ("{\"keyId\":\"%s\"}", old_id);
  g_autoptr (Reply) with_old = NULL;
  g_autoptr (Reply) with_young = NULL;
  g_autoptr (Reply) still = NULL;

  app_add_principal (&app, practice, token);
  g_assert_cmpstr (old, !=, app.secret);
  with_old = app_prove (&app, practice, old, APP_TENANT, APP_SCOPE);
  with_young = app_prove (&app, practice, app.secret, APP_TENANT, APP_SCOPE);
  g_assert_cmpuint (with_old->status, ==, 200);
  g_assert_cmpuint (with_young->status, ==, 200);
  g_assert_cmpuint (call (practice, token, "POST", path, json), ==, 204);
  assert_proof_refused (&app, practice, old, 401, 7000215);
  still = app_prove (&app, practice, app.secret, APP_TENANT, APP_SCOPE);
  g_assert_cmpuint (still->status, ==, 200);
  /* Its id is not the secret. */
  assert_proof_refused (&app, practice, young_id, 401, 7000215);
}

/* A deleted application is not known; a restored one has its secrets and service principal. */
static void
test_deleted (void)
{
  g_autoptr (Practice) practice = practice_new ();
  g_autoptr (Reply) tokens = sign_in_tokens (practice, "global-administrator", APP_RIGHTS);
  const char *token = reply_get_text (tokens, "access_token");
  g_auto (App) app = app_register (practice, token, "[]");
  g_autofree char *key_id = app_add_secret (&app, practice, token, APP_FAR);
  g_autofree char *path = g_strconcat ("/v1.0/applications/", app.id, NULL);
  g_autofree char *restore = g_strdup_printf ("/v1.0/directory/deletedItems/%s/restore", app.id);
  g_autoptr (Reply) back = NULL;

  app_add_principal (&app, practice, token);
  g_assert_cmpuint (call (practice, token, "DELETE", path, NULL), ==, 204);
  assert_proof_refused (&app, practice, app.secret, 400, 700016);
  g_assert_cmpuint (call (practice, token, "POST", restore, NULL), ==, 200);
  back = app_prove (&app, practice, app.secret, APP_TENANT, APP_SCOPE);
  g_assert_cmpuint (back->status, ==, 200);
}

static JsonObject *
find_key (JsonArray *keys, const char *id)
{
  for (guint i = 0; i < json_array_get_length (keys); i++)
    if (g_str_equal (waxseal_json_get_text (waxseal_json_array_get_object (keys, i), "kid"), id))
      return waxseal_json_array_get_object (keys, i);
  return NULL;
}

static JsonObject *
read_header (const char *token)
{
  /* A header is read as claims are, from a token that has it in their place. */
  g_autofree char *header = g_strndup (token, strchr (token, '.') - token);
  g_autofree char *moved = g_strdup_printf ("x.%s.x", header);

  return sign_in_read_claims (moved);
}

/* Both tokens are signed with the key that discovery leads to, and with no other text. */
static void
test_signature (void)
{
  g_autoptr (Practice) practice = practice_new ();
  const char *base = waxseal_practice_server_get_base (practice->server);
  g_autoptr (Reply) tokens = sign_in_tokens (practice, "user", "openid User.Read");
  g_autoptr (Reply) discovery =
    practice_get (practice, "/organizations/v2.0/.well-known/openid-configuration", NULL, NULL);
  g_autoptr (Reply) jwks =
    practice_get (practice, reply_get_text (discovery, "jwks_uri") + strlen (base), NULL, NULL);
  static const char *const names[] = { "access_token", "id_token" };

  if (!openssl_check_is_possible ())
    {
      g_test_skip ("There is no openssl here.");
      return;
    }
  for (guint i = 0; i < G_N_ELEMENTS (names); i++)
    {
      const char *token = reply_get_text (tokens, names[i]);
      g_autoptr (JsonObject) header = read_header (token);
      JsonObject *key = find_key (waxseal_json_get_array (reply_get_object (jwks), "keys"),
                                  waxseal_json_get_text (header, "kid"));
      g_autofree char *forged = g_strdup (token);
      char *claims = strchr (forged, '.') + 1;

      g_assert_cmpstr (waxseal_json_get_text (header, "alg"), ==, "RS256");
      g_assert_nonnull (key);
      g_assert_true (openssl_check_token (token, key));
      claims[5] = claims[5] == 'A' ? 'B' : 'A';
      g_assert_false (openssl_check_token (forged, key));
    }
}

/* A secret is good in another start with the same state. */
static void
test_restart (void)
{
  g_autofree char *folder = g_dir_make_tmp ("waxseal-credentials-XXXXXX", NULL);
  g_autofree char *path = g_build_filename (folder, "state.json", NULL);
  WaxsealPracticeServer *server = waxseal_practice_server_new (4);
  g_autoptr (Practice) practice = NULL;
  g_autoptr (Reply) tokens = NULL;
  g_auto (App) app = { NULL };
  g_autofree char *key_id = NULL, *grant = NULL, *kept = NULL;

  waxseal_practice_server_set_state_file (server, path);
  practice = practice_new_for (server);
  tokens = sign_in_tokens (practice, "global-administrator", APP_RIGHTS);
  app = app_register (practice, reply_get_text (tokens, "access_token"), "[]");
  key_id = app_add_secret (&app, practice, reply_get_text (tokens, "access_token"), APP_FAR);
  app_add_principal (&app, practice, reply_get_text (tokens, "access_token"));
  grant = app_grant (&app, practice, reply_get_text (tokens, "access_token"), APP_MAIL_SEND);
  waxseal_practice_server_stop (server);
  g_assert_true (waxseal_practice_server_start (server, 0, NULL));
  kept = app_dup_roles (&app, practice);
  g_assert_cmpstr (kept, ==, "Mail.Send");
  g_unlink (path);
  g_assert_cmpint (g_rmdir (folder), ==, 0);
}

static void
assert_lacks (Practice *practice, const char *path, const char *const *secrets)
{
  g_autoptr (Reply) reply = sign_in_call (practice, NULL, "GET", path, NULL);

  g_test_message ("%s", path);
  g_assert_cmpuint (reply->status, ==, 200);
  g_assert_cmpuint (strlen (reply->text), >, 50);
  for (guint i = 0; secrets[i] != NULL; i++)
    {
      g_assert_cmpuint (strlen (secrets[i]), >, 10);
      g_assert_null (strstr (reply->text, secrets[i]));
    }
}

/* Neither the state nor the log has a code, a token or a secret, though bodies be logged. */
static void
test_kept (void)
{
  g_autoptr (Practice) practice = practice_new ();
  g_autoptr (Reply) cleared =
    sign_in_call (practice, NULL, "POST", "/practice/log/clear", "{\"bodies\":true}");
  g_autofree char *code = sign_in_get_code (practice, "global-administrator", APP_RIGHTS " openid");
  g_autoptr (Reply) device = practice_post (practice,
                                            "/organizations/oauth2/v2.0/devicecode",
                                            "client_id",
                                            GRAPH_CLI,
                                            "scope",
                                            "User.Read",
                                            NULL);
  g_autoptr (Reply) tokens = sign_in_redeem (practice, code);
  const char *token = reply_get_text (tokens, "access_token");
  g_auto (App) app = app_register (practice, token, "[]");
  g_autofree char *key_id = app_add_secret (&app, practice, token, APP_FAR);
  g_autoptr (Reply) proof = NULL;

  g_assert_cmpuint (cleared->status, <, 300);
  app_add_principal (&app, practice, token);
  proof = app_prove (&app, practice, app.secret, APP_TENANT, APP_SCOPE);
  {
    const char *secrets[] = {
      code,
      token,
      reply_get_text (tokens, "refresh_token"),
      reply_get_text (tokens, "id_token"),
      reply_get_text (device, "device_code"),
      app.secret,
      reply_get_text (proof, "access_token"),
      VERIFIER,
      NULL,
    };

    assert_lacks (practice, "/practice/state", secrets);
    assert_lacks (practice, "/practice/log", secrets);
    assert_lacks (practice, "/practice/summary", secrets);
  }
}

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/practice/credentials/roles", test_roles);
  g_test_add_func ("/practice/credentials/two-secrets", test_two_secrets);
  g_test_add_func ("/practice/credentials/deleted", test_deleted);
  g_test_add_func ("/practice/credentials/signature", test_signature);
  g_test_add_func ("/practice/credentials/restart", test_restart);
  g_test_add_func ("/practice/credentials/kept", test_kept);
  return g_test_run ();
}
