/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "waxseal-error.h"

typedef struct
{
  char *details; /* what the service below said, or NULL */
} WaxsealErrorPrivate;

static void
waxseal_error_private_init (WaxsealErrorPrivate *priv)
{
}

static void
waxseal_error_private_copy (const WaxsealErrorPrivate *source, WaxsealErrorPrivate *copy)
{
  copy->details = g_strdup (source->details);
}

static void
waxseal_error_private_clear (WaxsealErrorPrivate *priv)
{
  g_free (priv->details);
}

/** waxseal_error_quark: Returns: the domain of Waxseal's own errors. */
G_DEFINE_EXTENDED_ERROR (WaxsealError, waxseal_error)

/**
 * waxseal_error_set_details:
 * @error: an error of %WAXSEAL_ERROR
 * @details: (nullable): the text of the error below it, for an expander; never a secret
 */
void
waxseal_error_set_details (GError *error, const char *details)
{
  WaxsealErrorPrivate *priv = waxseal_error_get_private (error);

  g_free (priv->details);
  priv->details = g_strdup (details);
}

/**
 * waxseal_error_get_details:
 * @error: an error of any domain
 *
 * Returns: (transfer none) (nullable): what the service below said, as it said it; %NULL where it
 *   said nothing more than the message does. Valid as long as @error is.
 */
const char *
waxseal_error_get_details (const GError *error)
{
  return error->domain == WAXSEAL_ERROR ? waxseal_error_get_private (error)->details : NULL;
}
