/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The text of the live preview: only the lines that differ are touched, so that cursor, selection
 * and scrolling stay where they are, and they are marked for a moment. */
#include "waxseal-preview-text.h"

#include <string.h>

#include "waxseal-line-diff.h"

/* A view of a text lays out whole lines: beyond these sizes it would hang, not show. Microsoft
 * takes at most 256 KB (manifest.md, rule 1). */
#define MAX_TEXT (1024 * 1024)
#define MAX_LINE (32 * 1024)

#define MARK_TIME_MS 1500

static const char changed_tag[] = "changed";

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

static void
apply_change (GtkTextBuffer *buffer, const WaxsealLineChange *change)
{
  GtkTextIter start, end;

  gtk_text_buffer_get_iter_at_offset (buffer, &start, change->offset);
  gtk_text_buffer_get_iter_at_offset (buffer, &end, change->offset + change->n_deleted);
  gtk_text_buffer_delete (buffer, &start, &end);
  gtk_text_buffer_insert (buffer, &start, change->text, change->length);

  gtk_text_buffer_get_iter_at_offset (buffer, &end, change->offset);
  mark_changed (buffer, &end, &start);
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
  g_autoptr (GArray) changes = NULL;
  int line, column;
  guint i;

  gtk_text_buffer_get_bounds (buffer, &start, &end);
  old = gtk_text_buffer_get_text (buffer, &start, &end, TRUE);
  if (*old == '\0')
    {
      gtk_text_buffer_set_text (buffer, text, -1);
      restore_cursor (buffer, 0, 0);
      return;
    }

  gtk_text_buffer_get_iter_at_mark (buffer, &cursor, gtk_text_buffer_get_insert (buffer));
  line = gtk_text_iter_get_line (&cursor);
  column = gtk_text_iter_get_line_offset (&cursor);

  /* From the end, so that the offsets of the changes before stay right. */
  changes = waxseal_line_diff (old, text);
  for (i = changes->len; i > 0; i--)
    apply_change (buffer, &g_array_index (changes, WaxsealLineChange, i - 1));
  if (changes->len > 0)
    restore_cursor (buffer, line, column);
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
