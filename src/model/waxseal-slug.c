/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "waxseal-slug.h"

/* A file name that is longer than this is hard to read in a file chooser. */
#define MAX_LENGTH 40

/**
 * waxseal_slug_new:
 * @also: characters that stay, besides letters and digits
 *
 * Returns: (transfer full): @text for a file name that needs no quoting: letters and digits of any
 *   script, small, with single hyphens between them; empty where it has none.
 */
char *
waxseal_slug_new (const char *text, const char *also)
{
  GString *slug = g_string_new (NULL);
  gboolean gap = FALSE;
  guint n = 0;

  for (; *text != '\0' && n < MAX_LENGTH; text = g_utf8_next_char (text))
    {
      gunichar c = g_utf8_get_char (text);

      if (!g_unichar_isalnum (c) && !g_unichar_ismark (c) && g_utf8_strchr (also, -1, c) == NULL)
        {
          gap = slug->len > 0;
          continue;
        }
      if (gap)
        g_string_append_c (slug, '-');
      gap = FALSE;
      g_string_append_unichar (slug, g_unichar_tolower (c));
      n++;
    }
  return g_string_free (slug, FALSE);
}
