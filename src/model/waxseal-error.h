/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

#define WAXSEAL_ERROR (waxseal_error_quark ())

/**
 * WaxsealError:
 * @WAXSEAL_ERROR_FILE_DAMAGED: a set-up file cannot be understood; it is kept aside
 * @WAXSEAL_ERROR_FILE_NEWER: a set-up file was written by a newer Waxseal; it opens read-only
 * @WAXSEAL_ERROR_NOT_FOUND: no organisation of that name
 * @WAXSEAL_ERROR_AMBIGUOUS: several organisations of that name
 * @WAXSEAL_ERROR_MANIFEST_UNREADABLE: a file is not a manifest that can be read
 * @WAXSEAL_ERROR_KEYRING_UNAVAILABLE: no keyring service answers; start or install one
 * @WAXSEAL_ERROR_KEYRING_LOCKED: the keyring is locked; unlock it
 * @WAXSEAL_ERROR_KEYRING_DISMISSED: the unlock prompt was closed; try again
 * @WAXSEAL_ERROR_KEYRING_ITEM_GONE: the item is no longer in the keyring; store it again
 * @WAXSEAL_ERROR_KEYRING_FAILED: the keyring refused for another reason
 * @WAXSEAL_ERROR_KEYRING_BAD_VALUE: the text cannot be a client secret; copy the value again
 *
 * One code for each remedy that the user can take.
 */
typedef enum
{
  WAXSEAL_ERROR_FILE_DAMAGED,
  WAXSEAL_ERROR_FILE_NEWER,
  WAXSEAL_ERROR_NOT_FOUND,
  WAXSEAL_ERROR_AMBIGUOUS,
  WAXSEAL_ERROR_MANIFEST_UNREADABLE,
  WAXSEAL_ERROR_KEYRING_UNAVAILABLE,
  WAXSEAL_ERROR_KEYRING_LOCKED,
  WAXSEAL_ERROR_KEYRING_DISMISSED,
  WAXSEAL_ERROR_KEYRING_ITEM_GONE,
  WAXSEAL_ERROR_KEYRING_FAILED,
  WAXSEAL_ERROR_KEYRING_BAD_VALUE,
} WaxsealError;

GQuark waxseal_error_quark (void);
void waxseal_error_set_details (GError *error, const char *details);
const char *waxseal_error_get_details (const GError *error);

G_END_DECLS
