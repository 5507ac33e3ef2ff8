/* SPDX-License-Identifier: GPL-3.0-or-later */
#include <string.h>

#include "waxseal-pkce.h"

/* RFC 7636, appendix B. */
static void
test_challenge (void)
{
  g_autoptr (SecretValue) verifier =
    secret_value_new ("dBjftJeZ4CVP-mB92K27uhbUJU1p1r_wW1gFWFOEjXk", -1, "text/plain");
  g_autofree char *challenge = waxseal_pkce_build_challenge (verifier);

  g_assert_cmpstr (challenge, ==, "E9Melhoa2OwvFrEMTJguCHaoeK1t8URWbuGJSstw-cM");
}

static void
assert_random_text (GHashTable *seen, const char *text)
{
  g_assert_cmpuint (strlen (text), ==, 43);
  g_assert_cmpuint (
    strspn (text, "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-_"), ==, 43);
  g_assert_true (g_hash_table_add (seen, g_strdup (text)));
}

static void
test_never_the_same (void)
{
  g_autoptr (GHashTable) seen = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);

  for (guint i = 0; i < 100; i++)
    {
      g_autoptr (GError) error = NULL;
      g_autoptr (WaxsealPkce) pkce = waxseal_pkce_new (&error);
      g_autofree char *challenge = NULL;

      g_assert_no_error (error);
      assert_random_text (seen, secret_value_get_text (waxseal_pkce_get_verifier (pkce)));
      assert_random_text (seen, waxseal_pkce_get_state (pkce));
      assert_random_text (seen, waxseal_pkce_get_nonce (pkce));
      assert_random_text (seen, waxseal_pkce_get_challenge (pkce));
      challenge = waxseal_pkce_build_challenge (waxseal_pkce_get_verifier (pkce));
      g_assert_cmpstr (waxseal_pkce_get_challenge (pkce), ==, challenge);
    }
}

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/pkce/challenge", test_challenge);
  g_test_add_func ("/pkce/never-the-same", test_never_the_same);
  return g_test_run ();
}
