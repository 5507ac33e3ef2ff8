/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "waxseal-line-diff.h"

#include <string.h>

/* How many lines, of both texts together, a change is followed before all up to the end counts as
 * changed: enough for what an edit of a manifest does, and a bound on the time it takes. */
#define MAX_DISTANCE 200

typedef struct
{
  const char *start;
  gsize length;
} Line;

static GArray *
split_lines (const char *text)
{
  GArray *lines = g_array_new (FALSE, FALSE, sizeof (Line));

  while (*text != '\0')
    {
      const char *newline = strchr (text, '\n');
      gsize length = newline != NULL ? (gsize) (newline - text) + 1 : strlen (text);
      Line line = { text, length };

      g_array_append_val (lines, line);
      text += length;
    }
  return lines;
}

static gboolean
lines_equal (GArray *a, guint i, GArray *b, guint j)
{
  const Line *line_a = &g_array_index (a, Line, i);
  const Line *line_b = &g_array_index (b, Line, j);

  return line_a->length == line_b->length &&
         memcmp (line_a->start, line_b->start, line_a->length) == 0;
}

/* The nearest lines behind i and j that are equal again; both ends where there are none. */
static void
find_meeting (GArray *old_lines, GArray *new_lines, guint *i, guint *j)
{
  guint distance, step;

  for (distance = 1; distance <= MAX_DISTANCE; distance++)
    for (step = 0; step <= distance; step++)
      {
        guint a = *i + step, b = *j + distance - step;

        if (a < old_lines->len && b < new_lines->len && lines_equal (old_lines, a, new_lines, b))
          {
            *i = a;
            *j = b;
            return;
          }
      }
  *i = old_lines->len;
  *j = new_lines->len;
}

static gsize
measure_bytes (GArray *lines, guint from, guint to)
{
  gsize length = 0;
  guint i;

  for (i = from; i < to; i++)
    length += g_array_index (lines, Line, i).length;
  return length;
}

static glong
measure_characters (GArray *lines, guint from, guint to)
{
  if (from == to)
    return 0;
  return g_utf8_strlen (g_array_index (lines, Line, from).start, measure_bytes (lines, from, to));
}

/**
 * waxseal_line_diff:
 * @old_text: UTF-8
 * @new_text: UTF-8; must outlive the result
 *
 * Returns: (transfer full) (element-type WaxsealLineChange): what makes the new text of the old
 * one, in the order of the text; empty where they are equal.
 */
GArray *
waxseal_line_diff (const char *old_text, const char *new_text)
{
  g_autoptr (GArray) old_lines = split_lines (old_text);
  g_autoptr (GArray) new_lines = split_lines (new_text);
  GArray *changes = g_array_new (FALSE, FALSE, sizeof (WaxsealLineChange));
  guint i = 0, j = 0;
  glong offset = 0;

  while (i < old_lines->len || j < new_lines->len)
    {
      guint old_start = i, new_start = j;
      WaxsealLineChange change;

      if (i < old_lines->len && j < new_lines->len && lines_equal (old_lines, i, new_lines, j))
        {
          offset += measure_characters (old_lines, i, i + 1);
          i++;
          j++;
          continue;
        }
      find_meeting (old_lines, new_lines, &i, &j);
      change.offset = offset;
      change.n_deleted = measure_characters (old_lines, old_start, i);
      change.text = j > new_start ? g_array_index (new_lines, Line, new_start).start : "";
      change.length = measure_bytes (new_lines, new_start, j);
      g_array_append_val (changes, change);
      offset += change.n_deleted;
    }
  return changes;
}
