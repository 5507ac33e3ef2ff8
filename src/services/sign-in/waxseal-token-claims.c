/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "waxseal-token-claims.h"

#include <string.h>

#include "waxseal-json-guard.h"
#include "waxseal-json.h"

/* Real payloads have some 3 kB; a person with hundreds of groups gets a link instead of them. */
#define MAX_PAYLOAD 65536

static guchar *
decode_base64url (const char *start, gsize length, gsize *size)
{
  g_autofree char *text = g_malloc (length + 4);
  guchar *bytes;

  memcpy (text, start, length);
  while (length % 4 != 0)
    text[length++] = '=';
  text[length] = '\0';
  g_strdelimit (text, "-", '+');
  g_strdelimit (text, "_", '/');
  bytes = g_base64_decode (text, size);
  explicit_bzero (text, length);
  return bytes;
}

/**
 * waxseal_token_claims_read:
 * @token: an access token or an ID token
 *
 * Reads the middle one of a token's three parts (RFC 7519). The signature is not checked: this is
 * for display and for the choice of what to offer only, the service decides by itself
 * (microsoft.md, 2.8: clients must not validate Graph's tokens).
 *
 * Returns: (transfer full) (nullable): the claims; %NULL where the token is not of this form, as
 *   those of personal accounts are not
 */
JsonObject *
waxseal_token_claims_read (SecretValue *token)
{
  gsize length, size;
  const char *text = secret_value_get (token, &length);
  const char *start = memchr (text, '.', length);
  const char *end = start != NULL ? memchr (start + 1, '.', text + length - start - 1) : NULL;
  g_autoptr (JsonNode) node = NULL;
  JsonObject *claims;
  guchar *bytes;

  if (end == NULL || end - start - 1 > MAX_PAYLOAD)
    return NULL;
  bytes = decode_base64url (start + 1, end - start - 1, &size);
  node = waxseal_json_parse ((const char *) bytes, size, NULL);
  explicit_bzero (bytes, size);
  g_free (bytes);
  claims = waxseal_json_node_get_object (node);
  return claims != NULL ? json_object_ref (claims) : NULL;
}
