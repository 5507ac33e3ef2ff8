/* SPDX-License-Identifier: GPL-3.0-or-later */
#include <string.h>

#include "waxseal-device-code.h"
#include "waxseal-json.h"
#include "waxseal-token-claims.h"
#include "waxseal-token.h"

/* A token with @payload, of which nothing but the payload is ever read. */
static SecretValue *
new_jwt (const char *payload, gssize length)
{
  g_autofree char *encoded =
    g_base64_encode ((const guchar *) payload, length < 0 ? strlen (payload) : (gsize) length);
  g_autofree char *text = NULL;

  g_strdelimit (encoded, "+", '-');
  g_strdelimit (encoded, "/", '_');
  encoded[strcspn (encoded, "=")] = '\0';
  text = g_strdup_printf ("e30.%s.c2lnbmF0dXJl", encoded);
  return secret_value_new (text, -1, "text/plain");
}

static WaxsealToken *
new_token (const char *payload, gint64 expires_in, const char *const *scopes)
{
  g_autoptr (SecretValue) value = new_jwt (payload, -1);

  return waxseal_token_new (value, expires_in, scopes);
}

static void
test_claims (void)
{
  /* Lengths of 0 to 3 modulo 4 once encoded, and both characters that base64 spells otherwise. */
  static const char *const names[] = {
    "Ann", "Anna", "Annas", "Annaso", "日本語", "ÿÿÿ?~", "\?\?\?>>>", "",
  };

  for (guint i = 0; i < G_N_ELEMENTS (names); i++)
    {
      g_autofree char *payload = g_strdup_printf ("{\"name\":\"%s\",\"iat\":1}", names[i]);
      g_autoptr (WaxsealToken) token = new_token (payload, 3600, NULL);

      g_assert_cmpstr (waxseal_token_get_claim (token, "name"), ==, names[i]);
      g_assert_cmpstr (waxseal_token_get_claim (token, "iat"), ==, "");
      g_assert_cmpstr (waxseal_token_get_claim (token, "absent"), ==, "");
    }
}

static void
test_claim_lists (void)
{
  g_autoptr (WaxsealToken) token =
    new_token ("{\"roles\":[\"Mail.Read\",7,\"Mail.Send\"],\"wids\":\"x\"}", 3600, NULL);
  g_auto (GStrv) roles = waxseal_token_dup_claim_list (token, "roles");
  g_auto (GStrv) wids = waxseal_token_dup_claim_list (token, "wids");
  g_auto (GStrv) absent = waxseal_token_dup_claim_list (token, "absent");

  g_assert_cmpuint (g_strv_length (roles), ==, 2);
  g_assert_cmpstr (roles[0], ==, "Mail.Read");
  g_assert_cmpstr (roles[1], ==, "Mail.Send");
  g_assert_cmpuint (g_strv_length (wids), ==, 0);
  g_assert_cmpuint (g_strv_length (absent), ==, 0);
}

static void
test_hostile_tokens (void)
{
  static const char *const texts[] = {
    "", ".", "..", "...", "opaque", "a.b", "a.!!!!.c", "a.e30", "a.bnVsbA.c", "a.W10.c", "a.eyJ4.c",
  };
  g_autofree char *deep = g_strnfill (5000, '[');
  g_autofree char *long_name = g_strnfill (70000, 'x');
  g_autofree char *large = g_strdup_printf ("{\"name\":\"%s\"}", long_name);
  const char *const payloads[] = { deep, large, "{\"a\":1,\"a\":2}", "{\"name\":\"\xff\"}" };

  for (guint i = 0; i < G_N_ELEMENTS (texts); i++)
    {
      g_autoptr (SecretValue) value = secret_value_new (texts[i], -1, "text/plain");
      g_autoptr (WaxsealToken) token = waxseal_token_new (value, 3600, NULL);

      g_assert_null (waxseal_token_claims_read (value));
      g_assert_cmpstr (waxseal_token_get_claim (token, "name"), ==, "");
      g_assert_true (waxseal_token_is_usable (token, NULL));
      g_assert_cmpstr (secret_value_get_text (waxseal_token_get_value (token)), ==, texts[i]);
    }
  for (guint i = 0; i < G_N_ELEMENTS (payloads); i++)
    {
      g_autoptr (SecretValue) value = new_jwt (payloads[i], -1);

      g_assert_null (waxseal_token_claims_read (value));
    }
}

static void
test_expiry (void)
{
  static const struct
  {
    gint64 expires_in;
    gboolean usable;
  } cases[] = {
    { 3600, TRUE }, { 60, TRUE },          { 0, FALSE },
    { -1, FALSE },  { G_MININT64, FALSE }, { G_MAXINT64, TRUE },
  };

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autoptr (WaxsealToken) token = new_token ("{}", cases[i].expires_in, NULL);

      g_assert_cmpint (waxseal_token_is_usable (token, NULL), ==, cases[i].usable);
    }
}

static void
test_scopes (void)
{
  const char *granted[] = { "User.Read", "https://graph.microsoft.com/Group.Read.All", NULL };
  static const struct
  {
    const char *wanted[3];
    gboolean usable;
  } cases[] = {
    { { NULL }, TRUE },
    { { "User.Read" }, TRUE },
    { { "user.read", "Group.Read.All" }, TRUE },
    { { "https://graph.microsoft.com/User.Read", "offline_access" }, TRUE },
    { { "https://graph.microsoft.com/.default" }, TRUE },
    { { "User.Read.All" }, FALSE },
    { { "User.Read", "Application.Read.All" }, FALSE },
    { { "Read" }, FALSE },
  };
  g_autoptr (WaxsealToken) token = new_token ("{}", 3600, granted);
  g_autoptr (WaxsealToken) any = new_token ("{}", 3600, NULL);
  g_autoptr (WaxsealToken) old = new_token ("{}", 0, granted);

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_assert_cmpint (waxseal_token_is_usable (token, cases[i].wanted), ==, cases[i].usable);
      g_assert_true (waxseal_token_is_usable (any, cases[i].wanted));
      g_assert_false (waxseal_token_is_usable (old, cases[i].wanted));
    }
}

static void
test_device_code (void)
{
  g_autoptr (WaxsealDeviceCode) code = waxseal_device_code_new ("ABC-123", "https://x.test/d", 900);
  g_autoptr (WaxsealDeviceCode) old = waxseal_device_code_new ("ABC-123", "https://x.test/d", 0);
  g_autofree char *user_code = NULL, *uri = NULL;
  gint64 expires;

  g_object_get (code, "user-code", &user_code, "verification-uri", &uri, "expires", &expires, NULL);
  g_assert_cmpstr (user_code, ==, "ABC-123");
  g_assert_cmpstr (uri, ==, "https://x.test/d");
  g_assert_cmpint (expires, >, g_get_monotonic_time ());
  g_assert_cmpuint (waxseal_device_code_get_seconds_left (code), <=, 900);
  g_assert_cmpuint (waxseal_device_code_get_seconds_left (code), >, 800);
  g_assert_cmpuint (waxseal_device_code_get_seconds_left (old), ==, 0);
}

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/token/claims", test_claims);
  g_test_add_func ("/token/claim-lists", test_claim_lists);
  g_test_add_func ("/token/hostile", test_hostile_tokens);
  g_test_add_func ("/token/expiry", test_expiry);
  g_test_add_func ("/token/scopes", test_scopes);
  g_test_add_func ("/token/device-code", test_device_code);
  return g_test_run ();
}
