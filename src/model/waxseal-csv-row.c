/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "waxseal-csv-row.h"

#include <string.h>

/* Goes behind the end of the line that @p is at. */
static const char *
skip_line_end (const char *p, guint *line)
{
  if (*p == '\0')
    return p;
  (*line)++;
  return p[0] == '\r' && p[1] == '\n' ? p + 2 : p + 1;
}

/* The quote that ends what begins at @p, or NULL; two of them are one of the text. */
static const char *
find_closing (const char *p)
{
  while ((p = strchr (p, '"')) != NULL && p[1] == '"')
    p += 2;
  return p;
}

/* What stands in quotes, line breaks as well; @p is behind the opening one. */
static const char *
read_quoted (const char *p, const char *closing, GString *cell, guint *line)
{
  while (p < closing)
    {
      if (*p == '\n' || (*p == '\r' && p[1] != '\n'))
        (*line)++;
      if (*p == '"')
        p++;
      g_string_append_c (cell, *p++);
    }
  return closing + 1;
}

static char *
read_cell (const char **rest, char delimiter, guint *line)
{
  const char ends[] = { delimiter, '\r', '\n', '\0' };
  g_autoptr (GString) cell = g_string_new (NULL);
  const char *p = *rest + strspn (*rest, " ");
  const char *closing = *p == '"' ? find_closing (p + 1) : NULL;
  gsize length;

  if (closing != NULL)
    p = read_quoted (p + 1, closing, cell, line);
  length = strcspn (p, ends);
  g_string_append_len (cell, p, length);
  *rest = p + length;
  return g_strstrip (g_string_free (g_steal_pointer (&cell), FALSE));
}

/**
 * waxseal_csv_row_read:
 * @rest: (inout): what is left of the text; not its end
 * @line: (inout): where that is, from 1
 *
 * Reads a row (RFC 4180). A quote that nothing closes is a quote.
 *
 * Returns: (transfer full) (array zero-terminated=1): its cells, without blanks around them
 */
char **
waxseal_csv_row_read (const char **rest, char delimiter, guint *line)
{
  g_autoptr (GPtrArray) cells = g_ptr_array_new ();

  g_ptr_array_add (cells, read_cell (rest, delimiter, line));
  while (**rest == delimiter)
    {
      (*rest)++;
      g_ptr_array_add (cells, read_cell (rest, delimiter, line));
    }
  *rest = skip_line_end (*rest, line);
  g_ptr_array_add (cells, NULL);
  return (char **) g_ptr_array_steal (cells, NULL);
}
