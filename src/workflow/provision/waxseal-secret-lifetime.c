/* SPDX-License-Identifier: GPL-3.0-or-later */
/* How long a new client secret is to live. */
#include "waxseal-secret-policy.h"

#include <glib/gi18n.h>

static const guint lifetimes[WAXSEAL_N_SECRET_LIFETIMES] = { 90, 180, 365, 545, 730 };

/* The service counts from its own clock, which may be behind: so much earlier than the full life, a
 * secret of the longest life allowed is not refused as a second too long. */
#define CLOCK_MARGIN (G_TIME_SPAN_HOUR)

/** waxseal_secret_lifetime_get_days: Returns: the choice at @index, from the shortest. */
guint
waxseal_secret_lifetime_get_days (guint index)
{
  g_return_val_if_fail (index < WAXSEAL_N_SECRET_LIFETIMES, 0);

  return lifetimes[index];
}

/** waxseal_secret_lifetime_get_default: Returns: 180 days, or less where the policy wants less
 * (microsoft.md, 2.4). */
guint
waxseal_secret_lifetime_get_default (WaxsealSecretPolicy *self, const char *created)
{
  return MIN (WAXSEAL_SECRET_LIFETIME_DEFAULT, waxseal_secret_policy_get_max_days (self, created));
}

/**
 * waxseal_secret_lifetime_build_expires:
 * @days: one or more
 *
 * Returns: (transfer full): the end of a secret that is made now, ISO 8601, UTC
 */
char *
waxseal_secret_lifetime_build_expires (guint days)
{
  g_autoptr (GDateTime) now = g_date_time_new_now_utc ();
  g_autoptr (GDateTime) end = g_date_time_add (now, days * G_TIME_SPAN_DAY - CLOCK_MARGIN);

  return g_date_time_format (end, "%Y-%m-%dT%H:%M:%SZ");
}

/** waxseal_secret_lifetime_describe: Returns: (transfer full): “180 days (6 months)”, as the portal
 * words its choices. */
char *
waxseal_secret_lifetime_describe (guint days)
{
  guint months = (days + 15) * 12 / 365;

  /* Translators: how long a client secret is valid */
  g_autofree char *text = g_strdup_printf (ngettext ("%u day", "%u days", days), days);
  g_autofree char *about = NULL;

  for (guint i = 0; i < WAXSEAL_N_SECRET_LIFETIMES; i++)
    if (lifetimes[i] == days)
      {
        about = g_strdup_printf (ngettext ("%u month", "%u months", months), months);
        /* Translators: “180 days (6 months)” */
        return g_strdup_printf (_ ("%s (%s)"), text, about);
      }
  return g_steal_pointer (&text);
}
