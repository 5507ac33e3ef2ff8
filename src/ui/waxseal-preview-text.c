/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The text of the live preview: only the lines that differ are touched, so that cursor, selection
 * and scrolling stay where they are, and they are marked for a moment. */
#include "waxseal-preview-text.h"

#include <string.h>

/* A view of a text lays out whole lines: beyond these sizes it would hang, not show. Microsoft
 * takes at most 256 KB (manifest.md, rule 1). */
#define MAX_TEXT (1024 * 1024)
#define MAX_LINE (32 * 1024)

#define MARK_TIME_MS 1500

static const char changed_tag[] = "changed";

/* The number of bytes, in whole lines, that both texts start with. */
static gsize
measure_common_start (const char *a, const char *b)
{
  gsize i, line = 0;

  for (i = 0; a[i] != '\0' && a[i] == b[i]; i++)
    if (a[i] == '\n')
      line = i + 1;
  return line;
}

/* The number of bytes, in whole lines, that both texts end with, beyond their common start. */
static gsize
measure_common_end (const char *a, gsize a_length, const char *b, gsize b_length)
{
  gsize i, line = 0;

  for (i = 0; i < a_length && i < b_length && a[a_length - 1 - i] == b[b_length - 1 - i]; i++)
    if (a[a_length - 1 - i] == '\n')
      line = i;
  return line;
}

static gboolean
unmark_cb (gpointer data)
{
  GtkTextBuffer *buffer = data;
  GtkTextIter start, end;

  gtk_text_buffer_get_bounds (buffer, &start, &end);
  gtk_text_buffer_remove_tag_by_name (buffer, changed_tag, &start, &end);
  g_object_steal_data (G_OBJECT (buffer), changed_tag);
  return G_SOURCE_REMOVE;
}

static void
cancel_unmark (gpointer data)
{
  g_source_remove (GPOINTER_TO_UINT (data));
}

/* One timer a buffer; it goes with the buffer. */
static void
restart_unmark (GtkTextBuffer *buffer)
{
  guint id;

  g_object_set_data (G_OBJECT (buffer), changed_tag, NULL);
  id = g_timeout_add (MARK_TIME_MS, unmark_cb, buffer);
  g_object_set_data_full (G_OBJECT (buffer), changed_tag, GUINT_TO_POINTER (id), cancel_unmark);
}

static void
mark_changed (GtkTextBuffer *buffer, GtkTextIter *start, GtkTextIter *end)
{
  if (gtk_text_tag_table_lookup (gtk_text_buffer_get_tag_table (buffer), changed_tag) == NULL)
    {
      const GdkRGBA glow = { 0.90f, 0.65f, 0.04f, 0.30f };

      gtk_text_buffer_create_tag (buffer, changed_tag, "paragraph-background-rgba", &glow, NULL);
    }
  /* Where lines only went away, the line that took their place is marked. */
  if (gtk_text_iter_equal (start, end))
    gtk_text_iter_forward_line (end);
  gtk_text_buffer_apply_tag_by_name (buffer, changed_tag, start, end);
  restart_unmark (buffer);
}

/* Puts the cursor back where it was, as far as its line still has that column. */
static void
restore_cursor (GtkTextBuffer *buffer, int line, int column)
{
  GtkTextIter cursor;

  gtk_text_buffer_get_iter_at_line (buffer, &cursor, line);
  gtk_text_iter_set_line_offset (&cursor,
                                 MIN (column,
                                      MAX (gtk_text_iter_get_chars_in_line (&cursor) - 1, 0)));
  gtk_text_buffer_place_cursor (buffer, &cursor);
}

/**
 * waxseal_preview_text_update:
 * @text: what @buffer shall hold
 *
 * Replaces the lines that differ and no others, and marks them for a moment; the first text of an
 * empty buffer is not marked.
 */
void
waxseal_preview_text_update (GtkTextBuffer *buffer, const char *text)
{
  GtkTextIter start, end, cursor;
  g_autofree char *old = NULL;
  gsize old_length, new_length, head, tail;
  glong first, last;
  int line, column;

  gtk_text_buffer_get_bounds (buffer, &start, &end);
  old = gtk_text_buffer_get_text (buffer, &start, &end, TRUE);
  if (strcmp (old, text) == 0)
    return;

  old_length = strlen (old);
  new_length = strlen (text);
  head = measure_common_start (old, text);
  tail = measure_common_end (old + head, old_length - head, text + head, new_length - head);
  first = g_utf8_strlen (old, head);
  last = first + g_utf8_strlen (old + head, old_length - head - tail);

  gtk_text_buffer_get_iter_at_mark (buffer, &cursor, gtk_text_buffer_get_insert (buffer));
  line = gtk_text_iter_get_line (&cursor);
  column = gtk_text_iter_get_line_offset (&cursor);

  gtk_text_buffer_get_iter_at_offset (buffer, &start, first);
  gtk_text_buffer_get_iter_at_offset (buffer, &end, last);
  gtk_text_buffer_delete (buffer, &start, &end);
  gtk_text_buffer_insert (buffer, &start, text + head, new_length - head - tail);
  restore_cursor (buffer, old_length > 0 ? line : 0, old_length > 0 ? column : 0);
  if (old_length == 0)
    return;

  gtk_text_buffer_get_iter_at_offset (buffer, &start, first);
  end = start;
  gtk_text_iter_forward_chars (&end, g_utf8_strlen (text + head, new_length - head - tail));
  mark_changed (buffer, &start, &end);
}

/** waxseal_preview_text_can_show: Returns: whether a text view can show @text without a hang. */
gboolean
waxseal_preview_text_can_show (const char *text)
{
  const char *line = text;

  while (line != NULL && *line != '\0')
    {
      const char *end = strchr (line, '\n');

      if (end == NULL)
        end = line + strlen (line);
      if (end - line > MAX_LINE || end - text > MAX_TEXT)
        return FALSE;
      line = *end == '\n' ? end + 1 : NULL;
    }
  return TRUE;
}
