/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "waxseal-keyring-error.h"

#include <gio/gio.h>
#include <glib/gi18n.h>
#include <libsecret/secret.h>

typedef struct
{
  WaxsealError code;
  const char *message;
  const char *remedy;
  const char *action_label;
} KeyringRemedy;

static const KeyringRemedy remedies[] = {
  {
    WAXSEAL_ERROR_KEYRING_UNAVAILABLE,
    N_ ("No keyring answers, so client secrets can be neither stored nor read."),
    N_ ("Start or install a keyring service, such as GNOME Keyring or KWallet, then try again. "
        "Everything else in Waxseal keeps working."),
    N_ ("Try Again"),
  },
  {
    WAXSEAL_ERROR_KEYRING_LOCKED,
    N_ ("The keyring is locked."),
    N_ ("Unlock it with the keyring’s password, which usually is your login password."),
    N_ ("Unlock…"),
  },
  {
    WAXSEAL_ERROR_KEYRING_DISMISSED,
    N_ ("The keyring asked for a password and got no answer."),
    N_ ("Try again, and type the keyring’s password when you are asked for it."),
    N_ ("Try Again"),
  },
  {
    WAXSEAL_ERROR_KEYRING_ITEM_GONE,
    N_ ("The client secret is not in the keyring."),
    N_ ("If you still have its value, store it again. If not, create a new client secret: "
        "Microsoft Entra shows a value only once."),
    N_ ("Store Again"),
  },
  {
    WAXSEAL_ERROR_KEYRING_FAILED,
    N_ ("The keyring could not do what it was asked to."),
    N_ ("Try again. If it fails again, the details say what the keyring answered."),
    N_ ("Try Again"),
  },
  {
    WAXSEAL_ERROR_KEYRING_BAD_VALUE,
    N_ ("This cannot be a client secret: it is empty or not plain text."),
    N_ ("Copy the text of the Value column under Certificates & secrets, and store it again."),
    N_ ("Store Again"),
  },
};

typedef struct
{
  GQuark (*get_domain) (void);
  int error;
  WaxsealError code;
} KeyringMapping;

/* What was seen in each state is in feasibility.md, section 3. Whatever is not here is FAILED. */
static const KeyringMapping mappings[] = {
  { secret_error_get_quark, SECRET_ERROR_IS_LOCKED, WAXSEAL_ERROR_KEYRING_LOCKED },
  { secret_error_get_quark, SECRET_ERROR_NO_SUCH_OBJECT, WAXSEAL_ERROR_KEYRING_ITEM_GONE },
  { g_dbus_error_quark, G_DBUS_ERROR_UNKNOWN_OBJECT, WAXSEAL_ERROR_KEYRING_ITEM_GONE },
  { g_dbus_error_quark, G_DBUS_ERROR_UNKNOWN_METHOD, WAXSEAL_ERROR_KEYRING_ITEM_GONE },
  { g_dbus_error_quark, G_DBUS_ERROR_SERVICE_UNKNOWN, WAXSEAL_ERROR_KEYRING_UNAVAILABLE },
  { g_dbus_error_quark, G_DBUS_ERROR_NAME_HAS_NO_OWNER, WAXSEAL_ERROR_KEYRING_UNAVAILABLE },
  { g_dbus_error_quark, G_DBUS_ERROR_NO_REPLY, WAXSEAL_ERROR_KEYRING_UNAVAILABLE },
  { g_dbus_error_quark, G_DBUS_ERROR_BAD_ADDRESS, WAXSEAL_ERROR_KEYRING_UNAVAILABLE },
  { g_dbus_error_quark, G_DBUS_ERROR_ACCESS_DENIED, WAXSEAL_ERROR_KEYRING_UNAVAILABLE },
  { g_dbus_error_quark, G_DBUS_ERROR_AUTH_FAILED, WAXSEAL_ERROR_KEYRING_UNAVAILABLE },
  { g_dbus_error_quark, G_DBUS_ERROR_NO_SERVER, WAXSEAL_ERROR_KEYRING_UNAVAILABLE },
  { g_dbus_error_quark, G_DBUS_ERROR_TIMEOUT, WAXSEAL_ERROR_KEYRING_UNAVAILABLE },
  { g_dbus_error_quark, G_DBUS_ERROR_TIMED_OUT, WAXSEAL_ERROR_KEYRING_UNAVAILABLE },
  { g_dbus_error_quark, G_DBUS_ERROR_DISCONNECTED, WAXSEAL_ERROR_KEYRING_UNAVAILABLE },
  { g_dbus_error_quark, G_DBUS_ERROR_SPAWN_EXEC_FAILED, WAXSEAL_ERROR_KEYRING_UNAVAILABLE },
  { g_dbus_error_quark, G_DBUS_ERROR_SPAWN_CHILD_EXITED, WAXSEAL_ERROR_KEYRING_UNAVAILABLE },
  { g_dbus_error_quark, G_DBUS_ERROR_SPAWN_CHILD_SIGNALED, WAXSEAL_ERROR_KEYRING_UNAVAILABLE },
  { g_dbus_error_quark, G_DBUS_ERROR_SPAWN_FAILED, WAXSEAL_ERROR_KEYRING_UNAVAILABLE },
  { g_dbus_error_quark, G_DBUS_ERROR_SPAWN_SERVICE_NOT_FOUND, WAXSEAL_ERROR_KEYRING_UNAVAILABLE },
  { g_io_error_quark, G_IO_ERROR_FAILED, WAXSEAL_ERROR_KEYRING_UNAVAILABLE },
  { g_io_error_quark, G_IO_ERROR_NOT_FOUND, WAXSEAL_ERROR_KEYRING_UNAVAILABLE },
  { g_io_error_quark, G_IO_ERROR_PERMISSION_DENIED, WAXSEAL_ERROR_KEYRING_UNAVAILABLE },
  { g_io_error_quark, G_IO_ERROR_CLOSED, WAXSEAL_ERROR_KEYRING_UNAVAILABLE },
  { g_io_error_quark, G_IO_ERROR_TIMED_OUT, WAXSEAL_ERROR_KEYRING_UNAVAILABLE },
  { g_io_error_quark, G_IO_ERROR_CONNECTION_REFUSED, WAXSEAL_ERROR_KEYRING_UNAVAILABLE },
  { g_io_error_quark, G_IO_ERROR_BROKEN_PIPE, WAXSEAL_ERROR_KEYRING_UNAVAILABLE },
};

static const KeyringRemedy *
find_remedy (int code)
{
  guint i;

  for (i = 0; i < G_N_ELEMENTS (remedies); i++)
    if ((int) remedies[i].code == code)
      return &remedies[i];
  return NULL;
}

static WaxsealError
map_error (const GError *error)
{
  guint i;

  for (i = 0; i < G_N_ELEMENTS (mappings); i++)
    if (g_error_matches (error, mappings[i].get_domain (), mappings[i].error))
      return mappings[i].code;
  return WAXSEAL_ERROR_KEYRING_FAILED;
}

/**
 * waxseal_keyring_error_new:
 * @code: one of the WAXSEAL_ERROR_KEYRING codes
 * @details: (nullable): what the service said; never a secret
 *
 * Returns: (transfer full): an error of %WAXSEAL_ERROR that says, to the user, what happened
 */
GError *
waxseal_keyring_error_new (WaxsealError code, const char *details)
{
  const KeyringRemedy *remedy = find_remedy (code);
  GError *error;

  g_assert (remedy != NULL);
  error = g_error_new_literal (WAXSEAL_ERROR, code, _ (remedy->message));
  waxseal_error_set_details (error, details);
  return error;
}

/**
 * waxseal_keyring_error_translate:
 * @error: (transfer full): as libsecret, GDBus or GIO reported it
 *
 * %G_IO_ERROR_CANCELLED and errors of %WAXSEAL_ERROR pass through untouched. The text of any other
 * becomes the details, so that nothing is lost.
 *
 * Returns: (transfer full): an error of %WAXSEAL_ERROR, or %G_IO_ERROR_CANCELLED
 */
GError *
waxseal_keyring_error_translate (GError *error)
{
  g_autoptr (GError) original = error;

  if (error->domain == WAXSEAL_ERROR || g_error_matches (error, G_IO_ERROR, G_IO_ERROR_CANCELLED))
    return g_steal_pointer (&original);

  g_dbus_error_strip_remote_error (original);
  return waxseal_keyring_error_new (map_error (original), original->message);
}

static const KeyringRemedy *
find_error_remedy (const GError *error)
{
  return error->domain == WAXSEAL_ERROR ? find_remedy (error->code) : NULL;
}

/**
 * waxseal_keyring_error_get_remedy:
 *
 * Returns: (transfer none) (nullable): what the user can do about it, translated; %NULL where the
 *   error is not the keyring's
 */
const char *
waxseal_keyring_error_get_remedy (const GError *error)
{
  const KeyringRemedy *remedy = find_error_remedy (error);

  return remedy != NULL ? _ (remedy->remedy) : NULL;
}

/**
 * waxseal_keyring_error_get_action_label:
 *
 * Returns: (transfer none) (nullable): the label of the banner's button, translated; %NULL where
 *   the error is not the keyring's
 */
const char *
waxseal_keyring_error_get_action_label (const GError *error)
{
  const KeyringRemedy *remedy = find_error_remedy (error);

  return remedy != NULL ? _ (remedy->action_label) : NULL;
}
