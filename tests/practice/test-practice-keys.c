/* SPDX-License-Identifier: GPL-3.0-or-later */
#include <string.h>

#include "openssl-check.h"
#include "waxseal-json.h"
#include "waxseal-practice-base64.h"
#include "waxseal-practice-keys.h"

static JsonNode *
make_claims (void)
{
  return json_from_string ("{\"sub\":\"花子\",\"exp\":1234567890123}", NULL);
}

static void
test_round_trip (void)
{
  g_autoptr (WaxsealPracticeKeys) keys = waxseal_practice_keys_new ();
  g_autoptr (JsonNode) claims = make_claims ();
  g_autofree char *token = waxseal_practice_keys_sign (keys, claims);
  g_autoptr (JsonObject) read = waxseal_practice_keys_verify (keys, token);

  g_assert_nonnull (read);
  g_assert_cmpstr (waxseal_json_get_text (read, "sub"), ==, "花子");
  g_assert_cmpint (waxseal_json_get_number (read, "exp", 0), ==, 1234567890123);
}

static void
assert_refused (WaxsealPracticeKeys *keys, const char *token)
{
  g_autoptr (JsonObject) read = waxseal_practice_keys_verify (keys, token);

  g_assert_null (read);
}

/* RFC 8725, 3.1: neither another key nor no signature at all. */
static void
test_forgeries (void)
{
  g_autoptr (WaxsealPracticeKeys) keys = waxseal_practice_keys_new ();
  g_autoptr (WaxsealPracticeKeys) others = waxseal_practice_keys_new ();
  g_autoptr (JsonNode) claims = make_claims ();
  g_autofree char *token = waxseal_practice_keys_sign (keys, claims);
  g_autofree char *foreign = waxseal_practice_keys_sign (others, claims);
  g_auto (GStrv) parts = g_strsplit (token, ".", -1);
  g_autofree char *none = waxseal_practice_base64_encode ("{\"alg\":\"none\"}", 14);
  g_autofree char *unsigned_token = g_strjoin (".", none, parts[1], "", NULL);
  g_autofree char *relabelled = g_strjoin (".", none, parts[1], parts[2], NULL);
  g_autofree char *swapped = g_strjoin (".", parts[0], parts[0], parts[2], NULL);
  g_autofree char *longer = g_strconcat (token, ".", NULL);
  const char *bad[] = { "",         ".",     "..",  "a.b.c", "....", "é", foreign, unsigned_token,
                        relabelled, swapped, longer };
  gsize i;

  for (i = 0; i < G_N_ELEMENTS (bad); i++)
    assert_refused (keys, bad[i]);
}

/* Signed as an independent implementation checks it, with the key as it is published. */
static void
test_openssl (void)
{
  g_autoptr (WaxsealPracticeKeys) keys = waxseal_practice_keys_new ();
  g_autoptr (JsonNode) claims = make_claims ();
  g_autofree char *token = waxseal_practice_keys_sign (keys, claims);
  g_autoptr (JsonNode) jwks = waxseal_practice_keys_describe (keys);
  JsonArray *array = waxseal_json_get_array (json_node_get_object (jwks), "keys");

  if (!openssl_check_is_possible ())
    {
      g_test_skip ("There is no openssl here.");
      return;
    }
  g_assert_true (openssl_check_token (token, waxseal_json_array_get_object (array, 0)));
}

/* RFC 7636, appendix A. */
static void
test_base64 (void)
{
  const guchar octets[] = { 3, 236, 255, 224, 193 };
  g_autofree char *text = waxseal_practice_base64_encode (octets, sizeof octets);
  g_autoptr (GBytes) bytes = waxseal_practice_base64_decode (text);
  g_autoptr (GBytes) short_text = waxseal_practice_base64_decode ("A");
  g_autoptr (GBytes) padded = waxseal_practice_base64_decode ("A-z_4ME=");

  g_assert_cmpstr (text, ==, "A-z_4ME");
  g_assert_cmpmem (g_bytes_get_data (bytes, NULL), g_bytes_get_size (bytes), octets, sizeof octets);
  g_assert_null (short_text);
  g_assert_null (padded);
}

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/practice/keys/round-trip", test_round_trip);
  g_test_add_func ("/practice/keys/forgeries", test_forgeries);
  g_test_add_func ("/practice/keys/openssl", test_openssl);
  g_test_add_func ("/practice/keys/base64", test_base64);
  return g_test_run ();
}
