/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The numbers of a manifest's Version: one to four parts of at most five digits (manifest.md,
 * rule 6). */
#include "waxseal-manifest-version.h"

#include <string.h>

#define N_PARTS    4
#define MAX_DIGITS 5
#define MAX_PART   99999

/* Parts that are not there count as 0. */
static gboolean
read_parts (const char *version, guint parts[N_PARTS])
{
  g_auto (GStrv) texts = g_strsplit (version, ".", -1);
  guint n = g_strv_length (texts), i;

  if (n == 0 || n > N_PARTS)
    return FALSE;
  memset (parts, 0, N_PARTS * sizeof *parts);
  for (i = 0; i < n; i++)
    {
      gsize length = strlen (texts[i]);

      if (length == 0 || length > MAX_DIGITS || strspn (texts[i], "0123456789") != length)
        return FALSE;
      parts[i] = (guint) g_ascii_strtoull (texts[i], NULL, 10);
    }
  return TRUE;
}

/**
 * waxseal_manifest_version_is_higher:
 *
 * Returns: whether @version is higher than @than, number by number (manifest.md, rule 7); never
 *   where @version is no version, always where only @than is none.
 */
gboolean
waxseal_manifest_version_is_higher (const char *version, const char *than)
{
  guint a[N_PARTS], b[N_PARTS], i;

  if (!read_parts (version, a))
    return FALSE;
  if (!read_parts (than, b))
    return TRUE;
  for (i = 0; i < N_PARTS; i++)
    if (a[i] != b[i])
      return a[i] > b[i];
  return FALSE;
}

/**
 * waxseal_manifest_version_raise:
 *
 * Returns: (transfer full) (nullable): the next version, in four parts, as Excel on the web takes
 *   no fewer (manifest.md, rule 6); %NULL if @version is none, or the highest that there is.
 */
char *
waxseal_manifest_version_raise (const char *version)
{
  guint parts[N_PARTS], i = N_PARTS;

  if (!read_parts (version, parts))
    return NULL;
  while (i > 0 && parts[i - 1] == MAX_PART)
    parts[--i] = 0;
  if (i == 0)
    return NULL;
  parts[i - 1]++;
  return g_strdup_printf ("%u.%u.%u.%u", parts[0], parts[1], parts[2], parts[3]);
}
