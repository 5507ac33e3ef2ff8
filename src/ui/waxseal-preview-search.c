/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "waxseal-preview-search.h"

#include <glib/gi18n.h>

/**
 * WaxsealPreviewSearch:
 *
 * A search bar over the source of a manifest: what is found is marked, counted, and gone through.
 */
struct _WaxsealPreviewSearch
{
  AdwBin parent_instance;

  GtkSearchBar *bar;
  GtkSearchEntry *entry;
  GtkLabel *count;
  GtkWidget *previous_button;
  GtkWidget *next_button;

  GtkSourceView *view; /* the parent's, which outlives this */
  GtkSourceSearchContext *context;
  GCancellable *cancellable;
};

G_DEFINE_FINAL_TYPE (WaxsealPreviewSearch, waxseal_preview_search, ADW_TYPE_BIN)

static GtkTextBuffer *
get_buffer (WaxsealPreviewSearch *self)
{
  return gtk_text_view_get_buffer (GTK_TEXT_VIEW (self->view));
}

static const char *
get_wanted (WaxsealPreviewSearch *self)
{
  return gtk_editable_get_text (GTK_EDITABLE (self->entry));
}

static char *
describe_count (WaxsealPreviewSearch *self, int n)
{
  GtkTextIter start, end;
  int position;

  if (n == 0)
    return g_strdup (_ ("Not found"));
  gtk_text_buffer_get_selection_bounds (get_buffer (self), &start, &end);
  position = gtk_source_search_context_get_occurrence_position (self->context, &start, &end);
  if (position > 0)
    /* Translators: which one of how many that were found */
    return g_strdup_printf (_ ("%d of %d"), position, n);
  return g_strdup_printf (ngettext ("%d match", "%d matches", n), n);
}

/* Counting goes on in idle time; until it is done, the label stays as it is. */
static void
update_count_cb (WaxsealPreviewSearch *self)
{
  int n = gtk_source_search_context_get_occurrences_count (self->context);
  gboolean searching = *get_wanted (self) != '\0';
  g_autofree char *text = NULL;

  gtk_widget_set_sensitive (self->previous_button, searching && n != 0);
  gtk_widget_set_sensitive (self->next_button, searching && n != 0);
  if (searching && n < 0)
    return;
  text = searching ? describe_count (self, n) : g_strdup ("");
  gtk_label_set_label (self->count, text);
  if (searching && n == 0)
    gtk_widget_add_css_class (GTK_WIDGET (self->entry), "error");
  else
    gtk_widget_remove_css_class (GTK_WIDGET (self->entry), "error");
}

static void
found (WaxsealPreviewSearch *self, GtkTextIter *start, GtkTextIter *end)
{
  GtkTextBuffer *buffer = get_buffer (self);

  gtk_text_buffer_select_range (buffer, start, end);
  gtk_text_view_scroll_to_mark (
    GTK_TEXT_VIEW (self->view), gtk_text_buffer_get_insert (buffer), 0.15, FALSE, 0, 0);
  update_count_cb (self);
}

static void
found_forward_cb (GObject *context, GAsyncResult *result, gpointer user_data)
{
  g_autoptr (WaxsealPreviewSearch) self = user_data;
  GtkTextIter start, end;

  if (gtk_source_search_context_forward_finish (
        GTK_SOURCE_SEARCH_CONTEXT (context), result, &start, &end, NULL, NULL))
    found (self, &start, &end);
}

static void
found_backward_cb (GObject *context, GAsyncResult *result, gpointer user_data)
{
  g_autoptr (WaxsealPreviewSearch) self = user_data;
  GtkTextIter start, end;

  if (gtk_source_search_context_backward_finish (
        GTK_SOURCE_SEARCH_CONTEXT (context), result, &start, &end, NULL, NULL))
    found (self, &start, &end);
}

static void
search_from (WaxsealPreviewSearch *self, const GtkTextIter *from, gboolean forward)
{
  g_cancellable_cancel (self->cancellable);
  g_set_object (&self->cancellable, NULL);
  self->cancellable = g_cancellable_new ();
  if (forward)
    gtk_source_search_context_forward_async (
      self->context, from, self->cancellable, found_forward_cb, g_object_ref (self));
  else
    gtk_source_search_context_backward_async (
      self->context, from, self->cancellable, found_backward_cb, g_object_ref (self));
}

/* What is typed is looked for from where the cursor is, so that typing on does not jump ahead. */
static void
search_changed_cb (WaxsealPreviewSearch *self)
{
  const char *wanted = get_wanted (self);
  GtkTextIter start, end;

  gtk_source_search_settings_set_search_text (gtk_source_search_context_get_settings (
                                                self->context),
                                              *wanted != '\0' ? wanted : NULL);
  update_count_cb (self);
  if (*wanted == '\0')
    return;
  gtk_text_buffer_get_selection_bounds (get_buffer (self), &start, &end);
  search_from (self, &start, TRUE);
}

static void
next_cb (WaxsealPreviewSearch *self)
{
  waxseal_preview_search_step (self, TRUE);
}

static void
previous_cb (WaxsealPreviewSearch *self)
{
  waxseal_preview_search_step (self, FALSE);
}

static void
mode_changed_cb (WaxsealPreviewSearch *self)
{
  GtkSourceSearchSettings *settings = gtk_source_search_context_get_settings (self->context);

  if (gtk_search_bar_get_search_mode (self->bar))
    return;
  gtk_source_search_settings_set_search_text (settings, NULL);
  gtk_widget_grab_focus (GTK_WIDGET (self->view));
}

static void
waxseal_preview_search_dispose (GObject *object)
{
  WaxsealPreviewSearch *self = WAXSEAL_PREVIEW_SEARCH (object);

  g_cancellable_cancel (self->cancellable);
  g_clear_object (&self->cancellable);
  g_clear_object (&self->context);
  G_OBJECT_CLASS (waxseal_preview_search_parent_class)->dispose (object);
}

static void
waxseal_preview_search_class_init (WaxsealPreviewSearchClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = waxseal_preview_search_dispose;
  gtk_widget_class_set_template_from_resource (
    widget_class, "/io/github/waxseal/Waxseal/ui/waxseal-preview-search.ui");
  gtk_widget_class_bind_template_child (widget_class, WaxsealPreviewSearch, bar);
  gtk_widget_class_bind_template_child (widget_class, WaxsealPreviewSearch, entry);
  gtk_widget_class_bind_template_child (widget_class, WaxsealPreviewSearch, count);
  gtk_widget_class_bind_template_child (widget_class, WaxsealPreviewSearch, previous_button);
  gtk_widget_class_bind_template_child (widget_class, WaxsealPreviewSearch, next_button);
  gtk_widget_class_bind_template_callback (widget_class, search_changed_cb);
  gtk_widget_class_bind_template_callback (widget_class, next_cb);
  gtk_widget_class_bind_template_callback (widget_class, previous_cb);
}

static void
waxseal_preview_search_init (WaxsealPreviewSearch *self)
{
  self->cancellable = g_cancellable_new ();
  gtk_widget_init_template (GTK_WIDGET (self));
  gtk_search_bar_connect_entry (self->bar, GTK_EDITABLE (self->entry));
}

/** waxseal_preview_search_set_view: @view: what is searched; once, and it must outlive @self. */
void
waxseal_preview_search_set_view (WaxsealPreviewSearch *self, GtkSourceView *view)
{
  g_autoptr (GtkSourceSearchSettings) settings = gtk_source_search_settings_new ();

  self->view = view;
  gtk_source_search_settings_set_wrap_around (settings, TRUE);
  self->context = gtk_source_search_context_new (GTK_SOURCE_BUFFER (get_buffer (self)), settings);
  g_signal_connect_object (self->context,
                           "notify::occurrences-count",
                           G_CALLBACK (update_count_cb),
                           self,
                           G_CONNECT_SWAPPED);
  g_signal_connect_object (self->bar,
                           "notify::search-mode-enabled",
                           G_CALLBACK (mode_changed_cb),
                           self,
                           G_CONNECT_SWAPPED);
}

/** waxseal_preview_search_open: Shows the bar, and puts the focus into it. */
void
waxseal_preview_search_open (WaxsealPreviewSearch *self)
{
  gtk_search_bar_set_search_mode (self->bar, TRUE);
  gtk_widget_grab_focus (GTK_WIDGET (self->entry));
  gtk_editable_select_region (GTK_EDITABLE (self->entry), 0, -1);
  search_changed_cb (self);
}

/** waxseal_preview_search_step: Goes to the next, or previous, place; opens the bar if need be. */
void
waxseal_preview_search_step (WaxsealPreviewSearch *self, gboolean forward)
{
  GtkTextIter start, end;

  if (!gtk_search_bar_get_search_mode (self->bar))
    {
      waxseal_preview_search_open (self);
      return;
    }
  if (*get_wanted (self) == '\0')
    return;
  gtk_text_buffer_get_selection_bounds (get_buffer (self), &start, &end);
  search_from (self, forward ? &end : &start, forward);
}
