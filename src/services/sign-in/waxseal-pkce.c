/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "waxseal-pkce.h"

#include <errno.h>
#include <string.h>
#include <sys/random.h>

#include "waxseal-remedy.h"

/* 256 bits, which RFC 7636 (7.1) wants of a verifier; 43 characters of base64url. */
#define N_BYTES 32

struct _WaxsealPkce
{
  SecretValue *verifier;
  char *challenge;
  char *state;
  char *nonce;
};

static char *
encode_base64url (const guchar *bytes, gsize length)
{
  char *text = g_base64_encode (bytes, length);

  g_strdelimit (text, "+", '-');
  g_strdelimit (text, "/", '_');
  text[strcspn (text, "=")] = '\0';
  return text;
}

/* From the kernel: GLib's random numbers can be guessed from a few of them. */
static char *
make_random_text (void)
{
  guchar bytes[N_BYTES];
  gssize length;
  char *text;

  do
    length = getrandom (bytes, sizeof bytes, 0);
  while (length < 0 && errno == EINTR);
  if (length != sizeof bytes)
    return NULL;
  text = encode_base64url (bytes, sizeof bytes);
  explicit_bzero (bytes, sizeof bytes);
  return text;
}

/**
 * waxseal_pkce_new:
 * @error: %WAXSEAL_ERROR_SIGN_IN_FAILED where the system gives no random numbers
 *
 * Returns: (transfer full): a verifier, a state and a nonce that nobody can guess
 */
WaxsealPkce *
waxseal_pkce_new (GError **error)
{
  g_autoptr (WaxsealPkce) self = g_new0 (WaxsealPkce, 1);
  char *verifier = make_random_text ();

  self->state = make_random_text ();
  self->nonce = make_random_text ();
  if (verifier != NULL)
    {
      self->verifier = secret_value_new (verifier, -1, "text/plain");
      explicit_bzero (verifier, strlen (verifier));
      g_free (verifier);
    }
  if (self->verifier == NULL || self->state == NULL || self->nonce == NULL)
    {
      g_propagate_error (error,
                         waxseal_remedy_new_error (WAXSEAL_ERROR_SIGN_IN_FAILED,
                                                   g_strerror (errno)));
      return NULL;
    }
  self->challenge = waxseal_pkce_build_challenge (self->verifier);
  return g_steal_pointer (&self);
}

/** waxseal_pkce_free: @self: (transfer full): no longer needed */
void
waxseal_pkce_free (WaxsealPkce *self)
{
  g_clear_pointer (&self->verifier, secret_value_unref);
  g_free (self->challenge);
  g_free (self->state);
  g_free (self->nonce);
  g_free (self);
}

/** waxseal_pkce_get_verifier: Returns: (transfer none): goes with the code to the token endpoint */
SecretValue *
waxseal_pkce_get_verifier (WaxsealPkce *self)
{
  return self->verifier;
}

/** waxseal_pkce_get_challenge: Returns: (transfer none): goes with the authorize request */
const char *
waxseal_pkce_get_challenge (WaxsealPkce *self)
{
  return self->challenge;
}

/** waxseal_pkce_get_state: Returns: (transfer none): comes back with the code */
const char *
waxseal_pkce_get_state (WaxsealPkce *self)
{
  return self->state;
}

/** waxseal_pkce_get_nonce: Returns: (transfer none): comes back within the ID token */
const char *
waxseal_pkce_get_nonce (WaxsealPkce *self)
{
  return self->nonce;
}

/**
 * waxseal_pkce_build_challenge:
 * @verifier: a code verifier
 *
 * Returns: (transfer full): its challenge by the method S256 (RFC 7636, 4.2)
 */
char *
waxseal_pkce_build_challenge (SecretValue *verifier)
{
  g_autoptr (GChecksum) checksum = g_checksum_new (G_CHECKSUM_SHA256);
  guchar digest[N_BYTES];
  gsize length, digest_length = sizeof digest;
  const char *text = secret_value_get (verifier, &length);

  g_checksum_update (checksum, (const guchar *) text, length);
  g_checksum_get_digest (checksum, digest, &digest_length);
  return encode_base64url (digest, digest_length);
}
