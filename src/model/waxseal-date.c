/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "waxseal-date.h"

#include <glib/gi18n.h>

/** waxseal_date_now: Returns: (transfer full): now, in UTC, to the second. */
char *
waxseal_date_now (void)
{
  g_autoptr (GDateTime) now = g_date_time_new_now_utc ();

  return g_date_time_format (now, "%Y-%m-%dT%H:%M:%SZ");
}

/* A date without a time is the day as it is, wherever one is. */
static GDateTime *
parse (const char *iso8601)
{
  GDateTime *date = g_date_time_new_from_iso8601 (iso8601, NULL);
  g_autoptr (GTimeZone) local = g_time_zone_new_local ();
  g_autofree char *midnight = g_strconcat (iso8601, "T00:00:00", NULL);

  return date != NULL ? date : g_date_time_new_from_iso8601 (midnight, local);
}

/**
 * waxseal_date_format:
 * @iso8601: a date, with a time or without, as a set-up file has it
 *
 * Returns: (transfer full): the local day as a person writes it; @iso8601 itself where it is not a
 * date.
 */
char *
waxseal_date_format (const char *iso8601)
{
  g_autoptr (GDateTime) utc = parse (iso8601);

  return utc != NULL ? waxseal_date_format_day (utc) : g_strdup (iso8601);
}

/** waxseal_date_format_day: Returns: (transfer full): the local day as a person writes it. */
char *
waxseal_date_format_day (GDateTime *time)
{
  g_autoptr (GDateTime) local = g_date_time_to_local (time);

  /* Translators: a day, as g_date_time_format() takes it: 25 Nov 2026 */
  return g_date_time_format (local, _ ("%-d %b %Y"));
}

/** waxseal_date_format_moment: Returns: (transfer full): the local time, with its day where that is
 * not the day of @now.
 */
char *
waxseal_date_format_moment (GDateTime *time, GDateTime *now)
{
  g_autoptr (GDateTime) local = g_date_time_to_local (time);
  g_autoptr (GDateTime) today = g_date_time_to_local (now);

  if (g_date_time_get_year (local) == g_date_time_get_year (today) &&
      g_date_time_get_day_of_year (local) == g_date_time_get_day_of_year (today))
    /* Translators: a time, as g_date_time_format() takes it: 21:40 */
    return g_date_time_format (local, _ ("%H:%M"));
  /* Translators: a day and a time, as g_date_time_format() takes it: 25 Nov, 21:40 */
  return g_date_time_format (local, _ ("%-d %b, %H:%M"));
}

/**
 * waxseal_date_format_time:
 * @iso8601: a date and time as a set-up file has it
 *
 * Returns: (transfer full): as waxseal_date_format(), with the local time of day.
 */
char *
waxseal_date_format_time (const char *iso8601)
{
  g_autoptr (GDateTime) utc = g_date_time_new_from_iso8601 (iso8601, NULL);
  g_autoptr (GDateTime) local = NULL;

  if (utc == NULL)
    return g_strdup (iso8601);
  local = g_date_time_to_local (utc);
  /* Translators: a day and a time, as g_date_time_format() takes it: 25 Nov 2026, 21:40 */
  return g_date_time_format (local, _ ("%-d %b %Y, %H:%M"));
}

/**
 * waxseal_date_format_declared:
 * @iso8601: when the administrator said so; empty for never
 *
 * Returns: (transfer full): “Declared on …”, or an empty text.
 */
char *
waxseal_date_format_declared (const char *iso8601)
{
  g_autofree char *day = NULL;

  if (*iso8601 == '\0')
    return g_strdup ("");
  day = waxseal_date_format (iso8601);
  /* Translators: %s is a day; “declared” as opposed to verified with the service */
  return g_strdup_printf (_ ("Declared on %s"), day);
}

/**
 * waxseal_date_format_verified:
 * @iso8601: when a service said so; empty for never
 *
 * Returns: (transfer full): “Verified on …”, or an empty text.
 */
char *
waxseal_date_format_verified (const char *iso8601)
{
  g_autofree char *day = NULL;

  if (*iso8601 == '\0')
    return g_strdup ("");
  day = waxseal_date_format (iso8601);
  /* Translators: %s is a day; “verified” as opposed to declared by the administrator */
  return g_strdup_printf (_ ("Verified on %s"), day);
}
