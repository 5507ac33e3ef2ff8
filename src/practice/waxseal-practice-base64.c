/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "waxseal-practice-base64.h"

#include <gnutls/crypto.h>
#include <string.h>

/** waxseal_practice_base64_encode: Returns: (transfer full): @data without padding */
char *
waxseal_practice_base64_encode (gconstpointer data, gsize size)
{
  char *text = g_base64_encode (data, size);

  g_strdelimit (text, "+", '-');
  g_strdelimit (text, "/", '_');
  text[strcspn (text, "=")] = '\0';
  return text;
}

/** waxseal_practice_base64_decode: Returns: (transfer full) (nullable): %NULL if it is none */
GBytes *
waxseal_practice_base64_decode (const char *text)
{
  g_autoptr (GString) padded = g_string_new (text);
  gsize size;
  guchar *data;

  if (strspn (text, G_CSET_A_2_Z G_CSET_a_2_z G_CSET_DIGITS "-_") != padded->len ||
      padded->len % 4 == 1)
    return NULL;
  g_strdelimit (padded->str, "-", '+');
  g_strdelimit (padded->str, "_", '/');
  while (padded->len % 4 != 0)
    g_string_append_c (padded, '=');
  data = g_base64_decode (padded->str, &size);
  return g_bytes_new_take (data, size);
}

/** waxseal_practice_base64_random: Returns: (transfer full): 256 bits that nobody can guess */
char *
waxseal_practice_base64_random (void)
{
  guchar data[32];

  if (gnutls_rnd (GNUTLS_RND_KEY, data, sizeof data) < 0)
    g_error ("GnuTLS has no random numbers");
  return waxseal_practice_base64_encode (data, sizeof data);
}
