/* SPDX-License-Identifier: GPL-3.0-or-later */
#include <glib/gstdio.h>
#include <string.h>

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

static void
write_bytes (const char *folder, const char *name, GBytes *bytes)
{
  g_autofree char *path = g_build_filename (folder, name, NULL);
  g_autoptr (GError) error = NULL;
  gsize size;
  const char *data = g_bytes_get_data (bytes, &size);

  g_file_set_contents (path, data, size, &error);
  g_assert_no_error (error);
}

/* The public key of the JWKS, as the configuration from which OpenSSL puts a key together. */
static char *
describe_key (JsonObject *jwk)
{
  g_autoptr (GBytes) n = waxseal_practice_base64_decode (waxseal_json_get_text (jwk, "n"));
  g_autoptr (GBytes) e = waxseal_practice_base64_decode (waxseal_json_get_text (jwk, "e"));
  g_autoptr (GString) text =
    g_string_new ("asn1=SEQUENCE:key\n[key]\nalg=SEQUENCE:alg\nbits=BITWRAP,SEQUENCE:rsa\n"
                  "[alg]\noid=OID:rsaEncryption\nnull=NULL\n[rsa]\n");
  GBytes *numbers[] = { n, e };
  gsize i, j, size;

  for (i = 0; i < G_N_ELEMENTS (numbers); i++)
    {
      const guchar *data = g_bytes_get_data (numbers[i], &size);

      g_string_append (text, i == 0 ? "n=INTEGER:0x" : "\ne=INTEGER:0x");
      for (j = 0; j < size; j++)
        g_string_append_printf (text, "%02x", data[j]);
    }
  g_string_append_c (text, '\n');
  return g_strdup (text->str);
}

static const char script[] =
  "set -e; cd \"$1\"; openssl asn1parse -genconf key.conf -noout -out key.der; "
  "openssl dgst -sha256 -verify key.der -keyform DER -signature signature content";

/* Signed as an independent implementation checks it, with the key as it is published. */
static void
test_openssl (void)
{
  g_autoptr (WaxsealPracticeKeys) keys = waxseal_practice_keys_new ();
  g_autoptr (JsonNode) claims = make_claims ();
  g_autofree char *token = waxseal_practice_keys_sign (keys, claims);
  g_autoptr (JsonNode) jwks = waxseal_practice_keys_describe (keys);
  JsonArray *array = waxseal_json_get_array (json_node_get_object (jwks), "keys");
  g_autofree char *config = describe_key (waxseal_json_array_get_object (array, 0));
  g_autoptr (GBytes) key = g_bytes_new (config, strlen (config));
  g_autoptr (GBytes) content = g_bytes_new (token, strrchr (token, '.') - token);
  g_autoptr (GBytes) signature = waxseal_practice_base64_decode (strrchr (token, '.') + 1);
  g_autofree char *openssl = g_find_program_in_path ("openssl");
  g_autofree char *folder = NULL;
  char *argv[] = { "sh", "-c", (char *) script, "sh", NULL, NULL };
  const char *names[] = { "key.conf", "key.der", "content", "signature" };
  g_autoptr (GError) error = NULL;
  int status;
  gsize i;

  if (openssl == NULL)
    {
      g_test_skip ("There is no openssl here.");
      return;
    }
  folder = g_dir_make_tmp ("waxseal-keys-XXXXXX", &error);
  g_assert_no_error (error);
  write_bytes (folder, "key.conf", key);
  write_bytes (folder, "content", content);
  write_bytes (folder, "signature", signature);
  argv[4] = folder;
  g_spawn_sync (NULL,
                argv,
                NULL,
                G_SPAWN_SEARCH_PATH | G_SPAWN_STDOUT_TO_DEV_NULL,
                NULL,
                NULL,
                NULL,
                NULL,
                &status,
                &error);
  g_assert_no_error (error);
  g_spawn_check_wait_status (status, &error);
  g_assert_no_error (error);
  for (i = 0; i < G_N_ELEMENTS (names); i++)
    {
      g_autofree char *path = g_build_filename (folder, names[i], NULL);

      g_unlink (path);
    }
  g_rmdir (folder);
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
