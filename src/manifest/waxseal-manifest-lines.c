/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "waxseal-manifest-lines.h"

#include <string.h>

/* What is set aside for the lines of a manifest. */
#define USUAL_LINES 256

/**
 * waxseal_manifest_lines_new:
 * @text: UTF-8
 *
 * Returns: (transfer full) (element-type gsize): where each line of @text begins, in bytes; never
 *   empty. A line ends with LF, CR LF or a lone CR, as in a text view.
 */
GArray *
waxseal_manifest_lines_new (const char *text)
{
  GArray *lines = g_array_sized_new (FALSE, FALSE, sizeof (gsize), USUAL_LINES);
  gboolean has_returns = strchr (text, '\r') != NULL;
  const char *p = text;
  gsize start = 0;

  g_array_append_val (lines, start);
  while ((p = has_returns ? strpbrk (p, "\r\n") : strchr (p, '\n')) != NULL)
    {
      p += p[0] == '\r' && p[1] == '\n' ? 2 : 1;
      start = p - text;
      g_array_append_val (lines, start);
    }
  return lines;
}

/** waxseal_manifest_lines_find: @offset: in bytes, at most the length of the text
 * Returns: the line that it is in, from 1. Quick, also where lines are long. */
guint
waxseal_manifest_lines_find (GArray *lines, gsize offset)
{
  guint low = 0, high = lines->len;

  while (high - low > 1)
    {
      guint middle = low + (high - low) / 2;

      if (g_array_index (lines, gsize, middle) <= offset)
        low = middle;
      else
        high = middle;
    }
  return low + 1;
}

/**
 * waxseal_manifest_lines_locate:
 * @lines: what waxseal_manifest_lines_new() made of @text
 * @offset: in bytes, at most the length of @text
 * @line: (out): from 1
 * @column: (out): in characters, from 1
 */
void
waxseal_manifest_lines_locate (GArray *lines,
                               const char *text,
                               gsize offset,
                               guint *line,
                               guint *column)
{
  gsize start;

  *line = waxseal_manifest_lines_find (lines, offset);
  start = g_array_index (lines, gsize, *line - 1);
  *column = g_utf8_pointer_to_offset (text + start, text + offset) + 1;
}
