/* SPDX-License-Identifier: GPL-3.0-or-later */
#include <gio/gio.h>
#include <libsecret/secret.h>
#include <string.h>

#include "waxseal-keyring-error.h"

static void
test_every_code_has_a_remedy (void)
{
  g_autoptr (GHashTable) messages = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
  int code;

  for (code = WAXSEAL_ERROR_KEYRING_UNAVAILABLE; code <= WAXSEAL_ERROR_KEYRING_BAD_VALUE; code++)
    {
      g_autoptr (GError) error = waxseal_keyring_error_new (code, "as it was said");
      g_autoptr (GError) copy = g_error_copy (error);

      g_assert_error (error, WAXSEAL_ERROR, code);
      g_assert_true (g_str_has_suffix (error->message, "."));
      g_assert_true (g_hash_table_add (messages, g_strdup (error->message)));
      g_assert_cmpstr (waxseal_error_get_details (error), ==, "as it was said");
      g_assert_cmpstr (waxseal_error_get_details (copy), ==, "as it was said");
      g_assert_true (g_str_has_suffix (waxseal_keyring_error_get_remedy (error), "."));
      g_assert_cmpuint (strlen (waxseal_keyring_error_get_action_label (error)), >, 3);
    }
}

static void
test_only_the_keyrings_errors_have_one (void)
{
  g_autoptr (GError) ours = g_error_new_literal (WAXSEAL_ERROR, WAXSEAL_ERROR_NOT_FOUND, "None");
  g_autoptr (GError) other = g_error_new_literal (G_IO_ERROR, G_IO_ERROR_EXISTS, "There is");

  g_assert_null (waxseal_error_get_details (ours));
  g_assert_null (waxseal_error_get_details (other));
  g_assert_null (waxseal_keyring_error_get_remedy (ours));
  g_assert_null (waxseal_keyring_error_get_action_label (ours));
  g_assert_null (waxseal_keyring_error_get_remedy (other));
  g_assert_null (waxseal_keyring_error_get_action_label (other));
}

/* The states that were seen on a real session, in the words that were seen. */
static void
test_translation (void)
{
  static const struct
  {
    const char *domain;
    int code;
    const char *text;
    WaxsealError expected;
  } seen[] = {
    { "secret-error",
      SECRET_ERROR_IS_LOCKED,
      "Cannot create an item in a locked collection",
      WAXSEAL_ERROR_KEYRING_LOCKED },
    { "secret-error",
      SECRET_ERROR_NO_SUCH_OBJECT,
      "The item does not exist",
      WAXSEAL_ERROR_KEYRING_ITEM_GONE },
    { "secret-error",
      SECRET_ERROR_PROTOCOL,
      "Received invalid secret from the secret storage",
      WAXSEAL_ERROR_KEYRING_FAILED },
    { "g-dbus-error-quark",
      G_DBUS_ERROR_SERVICE_UNKNOWN,
      "The name org.freedesktop.secrets was not provided by any .service files",
      WAXSEAL_ERROR_KEYRING_UNAVAILABLE },
    { "g-dbus-error-quark",
      G_DBUS_ERROR_NO_REPLY,
      "Message recipient disconnected from message bus",
      WAXSEAL_ERROR_KEYRING_UNAVAILABLE },
    { "g-io-error-quark",
      G_IO_ERROR_NOT_FOUND,
      "Could not connect: No such file or directory",
      WAXSEAL_ERROR_KEYRING_UNAVAILABLE },
    { "g-io-error-quark",
      G_IO_ERROR_FAILED,
      "Cannot autolaunch D-Bus without X11 $DISPLAY",
      WAXSEAL_ERROR_KEYRING_UNAVAILABLE },
    { "g-io-error-quark",
      G_IO_ERROR_INVALID_ARGUMENT,
      "master password is not retrievable",
      WAXSEAL_ERROR_KEYRING_FAILED },
  };
  guint i;

  g_assert_cmpuint (SECRET_ERROR, !=, 0);
  g_assert_cmpuint (G_DBUS_ERROR, !=, 0);
  g_assert_cmpuint (G_IO_ERROR, !=, 0);
  for (i = 0; i < G_N_ELEMENTS (seen); i++)
    {
      g_autoptr (GError) error = NULL;

      g_assert_cmpuint (g_quark_try_string (seen[i].domain), !=, 0);
      error = waxseal_keyring_error_translate (
        g_error_new_literal (g_quark_try_string (seen[i].domain), seen[i].code, seen[i].text));
      g_assert_error (error, WAXSEAL_ERROR, (int) seen[i].expected);
      g_assert_cmpstr (waxseal_error_get_details (error), ==, seen[i].text);
    }
}

static void
test_cancellation_passes_through (void)
{
  GError *cancelled = g_error_new_literal (G_IO_ERROR, G_IO_ERROR_CANCELLED, "Cancelled");
  g_autoptr (GError) error = waxseal_keyring_error_translate (cancelled);

  g_assert_true (error == cancelled);
  g_assert_cmpstr (error->message, ==, "Cancelled");
}

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/keyring-error/remedies", test_every_code_has_a_remedy);
  g_test_add_func ("/keyring-error/others", test_only_the_keyrings_errors_have_one);
  g_test_add_func ("/keyring-error/translation", test_translation);
  g_test_add_func ("/keyring-error/cancellation", test_cancellation_passes_through);
  return g_test_run ();
}
