/* SPDX-License-Identifier: GPL-3.0-or-later */
#include <gio/gio.h>
#include <string.h>

#include "waxseal-remedy.h"

/* All that a service can give: the keyring's, and from the network to the proof. */
static void
test_every_code_has_a_remedy (void)
{
  g_autoptr (GHashTable) messages = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
  int code;

  for (code = WAXSEAL_ERROR_KEYRING_UNAVAILABLE; code <= WAXSEAL_ERROR_NOT_PROVED; code++)
    {
      g_autoptr (GError) error = waxseal_remedy_new_error (code, "as it was said");
      const char *label = waxseal_remedy_get_action_label (error);

      g_assert_error (error, WAXSEAL_ERROR, code);
      g_assert_cmpstr (waxseal_error_get_details (error), ==, "as it was said");
      g_assert_true (g_str_has_suffix (error->message, "."));
      g_assert_true (g_hash_table_add (messages, g_strdup (error->message)));
      g_assert_true (g_str_has_suffix (waxseal_remedy_get_text (error), "."));
      g_assert_true (g_hash_table_add (messages, g_strdup (waxseal_remedy_get_text (error))));
      g_assert_cmpint (label == NULL, ==, waxseal_remedy_get_action (error) == WAXSEAL_REMEDY_NONE);
    }
}

static void
test_a_role_is_handed_over (void)
{
  g_autoptr (GError) error = waxseal_remedy_new_error (WAXSEAL_ERROR_ROLE_MISSING, NULL);

  g_assert_null (waxseal_error_get_details (error));
  g_assert_cmpint (waxseal_remedy_get_action (error), ==, WAXSEAL_REMEDY_HAND_OVER);
  g_assert_cmpstr (waxseal_remedy_get_action_label (error), ==, "Hand Over");
}

/* Whoever was refused in the browser is not sent there again. */
static void
test_the_other_way (void)
{
  g_autoptr (GError) blocked = waxseal_remedy_new_error (WAXSEAL_ERROR_BLOCKED, NULL);
  g_autoptr (GError) offline = waxseal_remedy_new_error (WAXSEAL_ERROR_OFFLINE, NULL);
  const char *label;

  g_assert_cmpint (waxseal_remedy_choose (blocked, TRUE, &label), ==, WAXSEAL_REMEDY_USE_CODE);
  g_assert_cmpstr (label, ==, "Use a Code");
  g_assert_cmpint (waxseal_remedy_choose (blocked, FALSE, &label), ==, WAXSEAL_REMEDY_USE_BROWSER);
  g_assert_cmpstr (label, ==, "Use the Browser");
  g_assert_cmpint (waxseal_remedy_choose (offline, TRUE, &label), ==, WAXSEAL_REMEDY_TRY_AGAIN);
  g_assert_cmpstr (label, ==, "Try Again");
}

static void
test_the_keyring_says_it_itself (void)
{
  g_autoptr (GError) error = waxseal_remedy_new_error (WAXSEAL_ERROR_KEYRING_LOCKED, NULL);

  g_assert_cmpint (waxseal_remedy_get_action (error), ==, WAXSEAL_REMEDY_TRY_AGAIN);
  g_assert_cmpstr (waxseal_remedy_get_action_label (error), ==, "Unlock…");
}

static void
test_others_have_none (void)
{
  g_autoptr (GError) ours = g_error_new_literal (WAXSEAL_ERROR, WAXSEAL_ERROR_NOT_FOUND, "None");
  g_autoptr (GError) other = g_error_new_literal (G_IO_ERROR, WAXSEAL_ERROR_OFFLINE, "Other");
  const GError *errors[] = { ours, other };

  for (guint i = 0; i < G_N_ELEMENTS (errors); i++)
    {
      g_assert_null (waxseal_remedy_get_text (errors[i]));
      g_assert_cmpint (waxseal_remedy_get_action (errors[i]), ==, WAXSEAL_REMEDY_NONE);
      g_assert_null (waxseal_remedy_get_action_label (errors[i]));
    }
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/remedy/every-code-has-a-remedy", test_every_code_has_a_remedy);
  g_test_add_func ("/remedy/a-role-is-handed-over", test_a_role_is_handed_over);
  g_test_add_func ("/remedy/the-other-way", test_the_other_way);
  g_test_add_func ("/remedy/the-keyring-says-it-itself", test_the_keyring_says_it_itself);
  g_test_add_func ("/remedy/others-have-none", test_others_have_none);
  return g_test_run ();
}
