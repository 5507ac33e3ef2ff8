/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "waxseal-compare-text.h"

#include <glib/gi18n.h>
#include <gtksourceview/gtksource.h>

#include "waxseal-line-diff.h"
#include "waxseal-pair-layout.h"
#include "waxseal-preview-text.h"
#include "waxseal-scroll-link.h"

/**
 * WaxsealCompareText:
 *
 * Two manifests as text, side by side or below each other, which scroll together. The lines that
 * differ are marked.
 */
struct _WaxsealCompareText
{
  GtkWidget parent_instance;

  GtkLabel *old_title;
  GtkLabel *new_title;
  GtkSourceView *old_view;
  GtkSourceView *new_view;
  WaxsealScrollLink *link;
};

G_DEFINE_FINAL_TYPE (WaxsealCompareText, waxseal_compare_text, GTK_TYPE_WIDGET)

static const char tag_name[] = "different";

static GtkTextBuffer *
get_buffer (GtkSourceView *view)
{
  return gtk_text_view_get_buffer (GTK_TEXT_VIEW (view));
}

static void
follow_style_cb (WaxsealCompareText *self)
{
  gboolean dark = adw_style_manager_get_dark (adw_style_manager_get_default ());
  GtkSourceStyleSchemeManager *schemes = gtk_source_style_scheme_manager_get_default ();
  GtkSourceStyleScheme *scheme =
    gtk_source_style_scheme_manager_get_scheme (schemes, dark ? "Adwaita-dark" : "Adwaita");

  gtk_source_buffer_set_style_scheme (GTK_SOURCE_BUFFER (get_buffer (self->old_view)), scheme);
  gtk_source_buffer_set_style_scheme (GTK_SOURCE_BUFFER (get_buffer (self->new_view)), scheme);
}

static void
set_up_view (GtkSourceView *view, const GdkRGBA *color)
{
  GtkSourceLanguageManager *languages = gtk_source_language_manager_get_default ();
  GtkTextBuffer *buffer = get_buffer (view);

  gtk_text_buffer_set_enable_undo (buffer, FALSE);
  gtk_source_buffer_set_language (GTK_SOURCE_BUFFER (buffer),
                                  gtk_source_language_manager_get_language (languages, "xml"));
  gtk_source_buffer_set_highlight_matching_brackets (GTK_SOURCE_BUFFER (buffer), FALSE);
  gtk_text_buffer_create_tag (buffer, tag_name, "paragraph-background-rgba", color, NULL);
}

static void
waxseal_compare_text_dispose (GObject *object)
{
  GtkWidget *child;

  g_clear_object (&WAXSEAL_COMPARE_TEXT (object)->link);
  while ((child = gtk_widget_get_first_child (GTK_WIDGET (object))) != NULL)
    gtk_widget_unparent (child);
  G_OBJECT_CLASS (waxseal_compare_text_parent_class)->dispose (object);
}

static void
waxseal_compare_text_class_init (WaxsealCompareTextClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = waxseal_compare_text_dispose;
  g_type_ensure (GTK_SOURCE_TYPE_VIEW);
  gtk_widget_class_set_layout_manager_type (widget_class, WAXSEAL_TYPE_PAIR_LAYOUT);
  gtk_widget_class_set_template_from_resource (
    widget_class, "/io/github/waxseal/Waxseal/ui/waxseal-compare-text.ui");
  gtk_widget_class_bind_template_child (widget_class, WaxsealCompareText, old_title);
  gtk_widget_class_bind_template_child (widget_class, WaxsealCompareText, new_title);
  gtk_widget_class_bind_template_child (widget_class, WaxsealCompareText, old_view);
  gtk_widget_class_bind_template_child (widget_class, WaxsealCompareText, new_view);
}

static void
waxseal_compare_text_init (WaxsealCompareText *self)
{
  const GdkRGBA gone = { 0.88f, 0.11f, 0.14f, 0.22f };
  const GdkRGBA come = { 0.20f, 0.82f, 0.48f, 0.25f };

  gtk_widget_init_template (GTK_WIDGET (self));
  set_up_view (self->old_view, &gone);
  set_up_view (self->new_view, &come);
  self->link =
    waxseal_scroll_link_new (GTK_TEXT_VIEW (self->old_view), GTK_TEXT_VIEW (self->new_view));
  g_signal_connect_object (adw_style_manager_get_default (),
                           "notify::dark",
                           G_CALLBACK (follow_style_cb),
                           self,
                           G_CONNECT_SWAPPED);
  follow_style_cb (self);
}

/* NULL where it is not shown: a sentence takes its place. */
static const char *
get_text (WaxsealCompareSource *source)
{
  const char *text =
    waxseal_manifest_document_get_text (waxseal_compare_source_get_document (source));

  return text != NULL && waxseal_preview_text_can_show (text) ? text : NULL;
}

/* Marks a part of the text, and finds the lines where it begins and ends. */
static void
mark (GtkSourceView *view, glong offset, glong length, int *first_line, int *end_line)
{
  GtkTextBuffer *buffer = get_buffer (view);
  GtkTextIter start, end;

  gtk_text_buffer_get_iter_at_offset (buffer, &start, offset);
  gtk_text_buffer_get_iter_at_offset (buffer, &end, offset + length);
  gtk_text_buffer_apply_tag_by_name (buffer, tag_name, &start, &end);
  *first_line = gtk_text_iter_get_line (&start);
  *end_line = gtk_text_iter_get_line (&end);
}

static void
mark_differences (WaxsealCompareText *self, const char *old_text, const char *new_text)
{
  g_autoptr (GArray) changes = waxseal_line_diff (old_text, new_text);
  glong shift = 0;

  for (guint i = 0; i < changes->len; i++)
    {
      const WaxsealLineChange *change = &g_array_index (changes, WaxsealLineChange, i);
      glong n_inserted = g_utf8_strlen (change->text, change->length);
      int old_first, old_end, new_first, new_end;

      mark (self->old_view, change->offset, change->n_deleted, &old_first, &old_end);
      mark (self->new_view, change->offset + shift, n_inserted, &new_first, &new_end);
      waxseal_scroll_link_add (self->link, old_first, new_first);
      waxseal_scroll_link_add (self->link, old_end, new_end);
      shift += n_inserted - change->n_deleted;
    }
}

static void
show_text (GtkSourceView *view, const char *text)
{
  GtkTextBuffer *buffer = get_buffer (view);
  GtkTextIter start;

  gtk_text_buffer_set_text (buffer,
                            text != NULL ? text : _ ("This file is no text, or too large to show."),
                            -1);
  gtk_text_buffer_get_start_iter (buffer, &start);
  gtk_text_buffer_place_cursor (buffer, &start);
}

/** waxseal_compare_text_show: shows the texts of both, from their first lines. */
void
waxseal_compare_text_show (WaxsealCompareText *self,
                           WaxsealCompareSource *old_source,
                           WaxsealCompareSource *new_source)
{
  const char *old_text = get_text (old_source);
  const char *new_text = get_text (new_source);

  gtk_label_set_label (self->old_title, waxseal_compare_source_get_title (old_source));
  gtk_label_set_label (self->new_title, waxseal_compare_source_get_title (new_source));
  show_text (self->old_view, old_text);
  show_text (self->new_view, new_text);
  waxseal_scroll_link_clear (self->link);
  if (old_text != NULL && new_text != NULL)
    mark_differences (self, old_text, new_text);
}

static void
go_to_line (GtkSourceView *view, guint line)
{
  GtkTextBuffer *buffer = get_buffer (view);
  GtkTextIter iter;

  if (line == 0)
    return;
  gtk_text_buffer_get_iter_at_line (buffer, &iter, (int) line - 1);
  gtk_text_buffer_place_cursor (buffer, &iter);
  gtk_text_view_scroll_to_mark (
    GTK_TEXT_VIEW (view), gtk_text_buffer_get_insert (buffer), 0, TRUE, 0, 0.3);
}

/** waxseal_compare_text_go_to_lines: puts the cursors there; a line of 0 leaves its own alone. */
void
waxseal_compare_text_go_to_lines (WaxsealCompareText *self, guint old_line, guint new_line)
{
  go_to_line (self->old_view, old_line);
  go_to_line (self->new_view, new_line);
  gtk_widget_grab_focus (GTK_WIDGET (new_line != 0 ? self->new_view : self->old_view));
}
