/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "waxseal-practice-keys.h"

#include <gnutls/abstract.h>
#include <string.h>

#include "waxseal-json.h"
#include "waxseal-practice-base64.h"

#define BITS 2048

struct _WaxsealPracticeKeys
{
  gnutls_privkey_t private_key;
  gnutls_pubkey_t public_key;
  char *id;
  char *modulus;
  char *exponent;
};

/* Nothing here can fail but for want of memory or random numbers. */
static void
expect (int result)
{
  if (result < 0)
    g_error ("GnuTLS: %s", gnutls_strerror (result));
}

static char *
encode (gnutls_datum_t *datum)
{
  char *text = waxseal_practice_base64_encode (datum->data, datum->size);

  gnutls_free (datum->data);
  return text;
}

/** waxseal_practice_keys_new: Returns: (transfer full): a new RSA key */
WaxsealPracticeKeys *
waxseal_practice_keys_new (void)
{
  WaxsealPracticeKeys *self = g_new0 (WaxsealPracticeKeys, 1);
  gnutls_datum_t modulus, exponent;
  g_autofree char *digest = NULL;

  expect (gnutls_privkey_init (&self->private_key));
  expect (gnutls_pubkey_init (&self->public_key));
  expect (gnutls_privkey_generate (self->private_key, GNUTLS_PK_RSA, BITS, 0));
  expect (gnutls_pubkey_import_privkey (self->public_key, self->private_key, 0, 0));
  expect (gnutls_pubkey_export_rsa_raw2 (
    self->public_key, &modulus, &exponent, GNUTLS_EXPORT_FLAG_NO_LZ));
  digest = g_compute_checksum_for_data (G_CHECKSUM_SHA256, modulus.data, modulus.size);
  self->id = g_strndup (digest, 24);
  self->modulus = encode (&modulus);
  self->exponent = encode (&exponent);
  return self;
}

/** waxseal_practice_keys_free: @self: (transfer full): the key */
void
waxseal_practice_keys_free (WaxsealPracticeKeys *self)
{
  gnutls_privkey_deinit (self->private_key);
  gnutls_pubkey_deinit (self->public_key);
  g_free (self->id);
  g_free (self->modulus);
  g_free (self->exponent);
  g_free (self);
}

static char *
make_header (WaxsealPracticeKeys *self)
{
  g_autofree char *json =
    g_strdup_printf ("{\"typ\":\"JWT\",\"alg\":\"RS256\",\"kid\":\"%s\"}", self->id);

  return waxseal_practice_base64_encode (json, strlen (json));
}

/** waxseal_practice_keys_sign: Returns: (transfer full): @claims as a signed token */
char *
waxseal_practice_keys_sign (WaxsealPracticeKeys *self, JsonNode *claims)
{
  g_autofree char *json = json_to_string (claims, FALSE);
  g_autofree char *header = make_header (self);
  g_autofree char *payload = waxseal_practice_base64_encode (json, strlen (json));
  g_autofree char *content = g_strconcat (header, ".", payload, NULL);
  gnutls_datum_t data = { (guchar *) content, strlen (content) };
  gnutls_datum_t signature;
  g_autofree char *text = NULL;

  expect (gnutls_privkey_sign_data (self->private_key, GNUTLS_DIG_SHA256, 0, &data, &signature));
  text = encode (&signature);
  return g_strconcat (content, ".", text, NULL);
}

static JsonObject *
parse_part (const char *text)
{
  g_autoptr (GBytes) bytes = waxseal_practice_base64_decode (text);
  g_autoptr (JsonParser) parser = json_parser_new_immutable ();
  JsonObject *object;

  if (bytes == NULL || !json_parser_load_from_data (
                         parser, g_bytes_get_data (bytes, NULL), g_bytes_get_size (bytes), NULL))
    return NULL;
  object = waxseal_json_node_get_object (json_parser_get_root (parser));
  return object != NULL ? json_object_ref (object) : NULL;
}

static gboolean
is_signed (WaxsealPracticeKeys *self, const char *token, const char *signature)
{
  g_autoptr (GBytes) bytes = waxseal_practice_base64_decode (signature);
  gnutls_datum_t data = { (guchar *) token, signature - token - 1 };
  gnutls_datum_t datum;

  if (bytes == NULL)
    return FALSE;
  datum.data = (guchar *) g_bytes_get_data (bytes, NULL);
  datum.size = g_bytes_get_size (bytes);
  return gnutls_pubkey_verify_data2 (self->public_key, GNUTLS_SIGN_RSA_SHA256, 0, &data, &datum) >=
         0;
}

/**
 * waxseal_practice_keys_verify:
 * @token: whatever a client sent
 *
 * Returns: (transfer full) (nullable): what @token claims; %NULL if it was not signed here. The
 *   times in it are not looked at.
 */
JsonObject *
waxseal_practice_keys_verify (WaxsealPracticeKeys *self, const char *token)
{
  g_auto (GStrv) parts = g_strsplit (token, ".", 4);
  g_autoptr (JsonObject) header = NULL;

  if (g_strv_length (parts) != 3)
    return NULL;
  header = parse_part (parts[0]);
  if (header == NULL || !g_str_equal (waxseal_json_get_text (header, "alg"), "RS256") ||
      !is_signed (self, token, strrchr (token, '.') + 1))
    return NULL;
  return parse_part (parts[1]);
}

/** waxseal_practice_keys_describe: Returns: (transfer full): the public key (RFC 7517) */
JsonNode *
waxseal_practice_keys_describe (WaxsealPracticeKeys *self)
{
  g_autofree char *json =
    g_strdup_printf ("{\"keys\":[{\"kty\":\"RSA\",\"use\":\"sig\",\"alg\":\"RS256\",\"kid\":\"%s\","
                     "\"n\":\"%s\",\"e\":\"%s\"}]}",
                     self->id,
                     self->modulus,
                     self->exponent);

  return json_from_string (json, NULL);
}
