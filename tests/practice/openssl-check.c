/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "openssl-check.h"

#include <glib/gstdio.h>
#include <string.h>

#include "waxseal-json.h"
#include "waxseal-practice-base64.h"

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

gboolean
openssl_check_is_possible (void)
{
  g_autofree char *openssl = g_find_program_in_path ("openssl");

  return openssl != NULL;
}

static gboolean
verify (const char *folder)
{
  char *argv[] = { "sh", "-c", (char *) script, "sh", (char *) folder, NULL };
  g_autoptr (GError) error = NULL;
  int status;

  g_spawn_sync (NULL,
                argv,
                NULL,
                G_SPAWN_SEARCH_PATH | G_SPAWN_STDOUT_TO_DEV_NULL | G_SPAWN_STDERR_TO_DEV_NULL,
                NULL,
                NULL,
                NULL,
                NULL,
                &status,
                &error);
  g_assert_no_error (error);
  return g_spawn_check_wait_status (status, NULL);
}

gboolean
openssl_check_token (const char *token, JsonObject *jwk)
{
  static const char *const names[] = { "key.conf", "key.der", "content", "signature" };
  g_autofree char *config = describe_key (jwk);
  g_autoptr (GBytes) key = g_bytes_new (config, strlen (config));
  g_autoptr (GBytes) content = g_bytes_new (token, strrchr (token, '.') - token);
  g_autoptr (GBytes) signature = waxseal_practice_base64_decode (strrchr (token, '.') + 1);
  g_autofree char *folder = g_dir_make_tmp ("waxseal-keys-XXXXXX", NULL);
  gboolean good;

  g_assert_nonnull (folder);
  write_bytes (folder, "key.conf", key);
  write_bytes (folder, "content", content);
  write_bytes (folder, "signature", signature);
  good = verify (folder);
  for (guint i = 0; i < G_N_ELEMENTS (names); i++)
    {
      g_autofree char *path = g_build_filename (folder, names[i], NULL);

      g_unlink (path);
    }
  g_assert_cmpint (g_rmdir (folder), ==, 0);
  return good;
}
