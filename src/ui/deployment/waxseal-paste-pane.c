/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "waxseal-paste-pane.h"

#include <glib/gi18n.h>
#include <string.h>

#include "waxseal-address-paste.h"
#include "waxseal-natural-layout.h"
#include "waxseal-phase-recipients.h"

/* After the last key. */
#define READ_MS 300

/**
 * WaxsealPastePane:
 *
 * Takes a list of addresses, typed, pasted or from a file, says what became of each, and puts them
 * into the phase.
 */
struct _WaxsealPastePane
{
  AdwBin parent_instance;

  GtkWidget *text_scroller;
  GtkTextView *text_view;
  AdwActionRow *file_row;
  AdwActionRow *report_row;
  AdwExpanderRow *left_row;
  GtkListView *left_view;
  GtkSpinner *spinner;
  GtkButton *add_button;

  WaxsealRolloutPhase *phase;
  GCancellable *cancellable;  /* of what is being read, or NULL */
  WaxsealAddressPaste *paste; /* or NULL */
  guint timeout;              /* until it is read, or 0 */
};

enum
{
  ADDED,
  N_SIGNALS
};

static guint signals[N_SIGNALS];

G_DEFINE_FINAL_TYPE (WaxsealPastePane, waxseal_paste_pane, ADW_TYPE_BIN)

static guint
get_n_taken (WaxsealPastePane *self)
{
  return self->paste != NULL
           ? g_list_model_get_n_items (waxseal_address_paste_get_taken (self->paste))
           : 0;
}

static void
show_add_button (WaxsealPastePane *self)
{
  guint n = get_n_taken (self);
  g_autofree char *label =
    g_strdup_printf (ngettext ("_Add %u Address", "_Add %u Addresses", n), n);

  gtk_button_set_label (self->add_button, n > 0 ? label : _ ("_Add"));
  gtk_widget_set_sensitive (GTK_WIDGET (self->add_button), n > 0);
}

/* What is no address first: that wants to be put right. */
static GListModel *
join_left (WaxsealAddressPaste *paste)
{
  GListStore *lists = g_list_store_new (G_TYPE_LIST_MODEL);

  g_list_store_append (lists, waxseal_address_paste_get_refused (paste));
  g_list_store_append (lists, waxseal_address_paste_get_repeated (paste));
  return G_LIST_MODEL (gtk_flatten_list_model_new (G_LIST_MODEL (lists)));
}

static void
show_left (WaxsealPastePane *self)
{
  guint n_refused = waxseal_address_paste_get_n_refused (self->paste);
  guint n = n_refused + waxseal_address_paste_get_n_repeated (self->paste);
  g_autofree char *subtitle =
    g_strdup_printf (ngettext ("%u, with the line and the reason", "%u, with lines and reasons", n),
                     n);
  GtkSelectionModel *model = GTK_SELECTION_MODEL (gtk_no_selection_new (join_left (self->paste)));

  gtk_widget_set_visible (GTK_WIDGET (self->left_row), n > 0);
  adw_expander_row_set_subtitle (self->left_row, subtitle);
  adw_expander_row_set_expanded (self->left_row, n_refused > 0);
  gtk_list_view_set_model (self->left_view, model);
  g_object_unref (model);
}

static GListModel *
make_recipients (WaxsealPastePane *self)
{
  g_auto (GStrv) addresses = waxseal_address_paste_dup_addresses (self->paste);

  return waxseal_recipients_new_from_addresses ((const char *const *) addresses);
}

/* Why not all of it was read, or how much of it is nothing new. */
static char *
describe_rest (WaxsealPastePane *self)
{
  const char *problem = waxseal_address_paste_get_problem (self->paste);
  g_autoptr (GListModel) recipients = make_recipients (self);
  guint n = waxseal_phase_recipients_count_there (self->phase, recipients);

  if (problem != NULL)
    return g_strdup (problem);
  if (n == 0)
    return g_strdup ("");
  return g_strdup_printf (
    ngettext ("%u is in this phase already", "%u are in this phase already", n), n);
}

static void
show_report (WaxsealPastePane *self)
{
  gboolean shown = self->paste != NULL;

  gtk_spinner_set_spinning (self->spinner, FALSE);
  gtk_widget_set_visible (GTK_WIDGET (self->report_row), shown);
  gtk_widget_set_visible (GTK_WIDGET (self->left_row), FALSE);
  if (shown)
    {
      g_autofree char *title = waxseal_address_paste_describe (self->paste);
      g_autofree char *subtitle = describe_rest (self);

      adw_preferences_row_set_title (ADW_PREFERENCES_ROW (self->report_row), title);
      adw_action_row_set_subtitle (self->report_row, subtitle);
      show_left (self);
    }
  show_add_button (self);
}

static void
forget (WaxsealPastePane *self)
{
  g_clear_handle_id (&self->timeout, g_source_remove);
  if (self->cancellable != NULL)
    g_cancellable_cancel (self->cancellable);
  g_clear_object (&self->cancellable);
  g_clear_object (&self->paste);
}

static void
read_cb (GObject *source, GAsyncResult *result, gpointer user_data)
{
  g_autoptr (WaxsealPastePane) self = user_data;
  WaxsealAddressPaste *paste = waxseal_address_paste_read_finish (result, NULL);

  if (paste == NULL)
    return; /* something else was typed since */
  g_clear_object (&self->cancellable);
  self->paste = paste;
  show_report (self);
}

static void
read_bytes (WaxsealPastePane *self, GBytes *bytes)
{
  waxseal_address_paste_read_async (bytes, self->cancellable, read_cb, g_object_ref (self));
}

static gboolean
read_text_cb (gpointer user_data)
{
  WaxsealPastePane *self = user_data;
  GtkTextBuffer *buffer = gtk_text_view_get_buffer (self->text_view);
  g_autoptr (GBytes) bytes = NULL;
  GtkTextIter start, end;
  char *text;

  self->timeout = 0;
  gtk_text_buffer_get_bounds (buffer, &start, &end);
  text = gtk_text_buffer_get_text (buffer, &start, &end, FALSE);
  bytes = g_bytes_new_take (text, strlen (text));
  self->cancellable = g_cancellable_new ();
  read_bytes (self, bytes);
  return G_SOURCE_REMOVE;
}

static void
text_changed_cb (WaxsealPastePane *self)
{
  GtkTextBuffer *buffer = gtk_text_view_get_buffer (self->text_view);

  forget (self);
  show_report (self);
  if (gtk_text_buffer_get_char_count (buffer) == 0)
    return;
  gtk_spinner_set_spinning (self->spinner, TRUE);
  self->timeout = g_timeout_add (READ_MS, read_text_cb, self);
}

static void
show_file (WaxsealPastePane *self, const char *name, const char *problem)
{
  gtk_widget_set_visible (self->text_scroller, name == NULL);
  gtk_widget_set_visible (GTK_WIDGET (self->file_row), name != NULL);
  adw_preferences_row_set_title (ADW_PREFERENCES_ROW (self->file_row), name != NULL ? name : "");
  adw_action_row_set_subtitle (self->file_row, problem != NULL ? problem : "");
}

static void
loaded_cb (GObject *source, GAsyncResult *result, gpointer user_data)
{
  g_autoptr (WaxsealPastePane) self = user_data;
  g_autofree char *name = g_file_get_basename (G_FILE (source));
  g_autoptr (GError) error = NULL;
  g_autoptr (GBytes) bytes = g_file_load_bytes_finish (G_FILE (source), result, NULL, &error);

  if (g_error_matches (error, G_IO_ERROR, G_IO_ERROR_CANCELLED))
    return;
  if (bytes != NULL)
    {
      read_bytes (self, bytes);
      return;
    }
  show_file (self, name, error->message);
  show_report (self);
}

static void
size_cb (GObject *source, GAsyncResult *result, gpointer user_data)
{
  g_autoptr (WaxsealPastePane) self = user_data;
  g_autoptr (GFileInfo) info = g_file_query_info_finish (G_FILE (source), result, NULL);
  g_autofree char *name = g_file_get_basename (G_FILE (source));

  if (self->cancellable == NULL || g_cancellable_is_cancelled (self->cancellable))
    return;
  if (info == NULL || g_file_info_get_size (info) <= WAXSEAL_ADDRESS_PASTE_MAX_BYTES)
    {
      g_file_load_bytes_async (G_FILE (source), self->cancellable, loaded_cb, g_object_ref (self));
      return;
    }
  show_file (self, name, _ ("Larger than 10 MiB. Divide it, or choose groups instead."));
  show_report (self);
}

/** waxseal_paste_pane_take_file: Reads @file in the place of what was typed. */
void
waxseal_paste_pane_take_file (WaxsealPastePane *self, GFile *file)
{
  g_autofree char *name = g_file_get_basename (file);

  forget (self);
  show_report (self);
  show_file (self, name, NULL);
  gtk_spinner_set_spinning (self->spinner, TRUE);
  self->cancellable = g_cancellable_new ();
  g_file_query_info_async (file,
                           G_FILE_ATTRIBUTE_STANDARD_SIZE,
                           G_FILE_QUERY_INFO_NONE,
                           G_PRIORITY_DEFAULT,
                           self->cancellable,
                           size_cb,
                           g_object_ref (self));
}

/** waxseal_paste_pane_take_text: Adds @text to what was typed. */
void
waxseal_paste_pane_take_text (WaxsealPastePane *self, const char *text)
{
  GtkTextBuffer *buffer = gtk_text_view_get_buffer (self->text_view);
  GtkTextIter end;

  show_file (self, NULL, NULL);
  gtk_text_buffer_get_end_iter (buffer, &end);
  if (gtk_text_buffer_get_char_count (buffer) > 0)
    gtk_text_buffer_insert (buffer, &end, "\n", 1);
  gtk_text_buffer_insert (buffer, &end, text, -1);
}

static void
drop_file_clicked_cb (WaxsealPastePane *self)
{
  show_file (self, NULL, NULL);
  text_changed_cb (self);
}

static void
chosen_cb (GtkNativeDialog *chooser, int response, gpointer user_data)
{
  g_autoptr (WaxsealPastePane) self = user_data;
  g_autoptr (GFile) file = NULL;

  if (response == GTK_RESPONSE_ACCEPT)
    file = gtk_file_chooser_get_file (GTK_FILE_CHOOSER (chooser));
  g_object_unref (chooser);
  if (file != NULL)
    waxseal_paste_pane_take_file (self, file);
}

static void
open_clicked_cb (WaxsealPastePane *self)
{
  GtkWindow *window = GTK_WINDOW (gtk_widget_get_root (GTK_WIDGET (self)));
  GtkFileChooserNative *chooser = gtk_file_chooser_native_new (
    _ ("Open a List of Addresses"), window, GTK_FILE_CHOOSER_ACTION_OPEN, NULL, NULL);

  gtk_native_dialog_set_modal (GTK_NATIVE_DIALOG (chooser), TRUE);
  g_signal_connect (chooser, "response", G_CALLBACK (chosen_cb), g_object_ref (self));
  gtk_native_dialog_show (GTK_NATIVE_DIALOG (chooser));
}

static void
copy_clicked_cb (WaxsealPastePane *self)
{
  g_autoptr (GListModel) left = join_left (self->paste);
  g_autoptr (GString) text = g_string_new (NULL);

  for (guint i = 0; i < g_list_model_get_n_items (left); i++)
    {
      g_autoptr (WaxsealPastedAddress) word = g_list_model_get_item (left, i);
      g_autofree char *message = waxseal_pasted_address_dup_message (word);

      g_string_append_printf (text, "%u\t%s\n", waxseal_pasted_address_get_line (word), message);
    }
  gdk_clipboard_set_text (gtk_widget_get_clipboard (GTK_WIDGET (self)), text->str);
}

static void
add_clicked_cb (WaxsealPastePane *self)
{
  g_autoptr (GListModel) recipients = make_recipients (self);

  g_signal_emit (self, signals[ADDED], 0, waxseal_phase_recipients_add (self->phase, recipients));
}

static void
waxseal_paste_pane_dispose (GObject *object)
{
  WaxsealPastePane *self = WAXSEAL_PASTE_PANE (object);

  forget (self);
  g_clear_object (&self->phase);
  G_OBJECT_CLASS (waxseal_paste_pane_parent_class)->dispose (object);
}

static void
waxseal_paste_pane_class_init (WaxsealPastePaneClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = waxseal_paste_pane_dispose;

  /** WaxsealPastePane::added: */
  signals[ADDED] = g_signal_new ("added",
                                 G_OBJECT_CLASS_TYPE (klass),
                                 G_SIGNAL_RUN_LAST,
                                 0,
                                 NULL,
                                 NULL,
                                 NULL,
                                 G_TYPE_NONE,
                                 1,
                                 G_TYPE_UINT);

  g_type_ensure (WAXSEAL_TYPE_NATURAL_LAYOUT);
  g_type_ensure (WAXSEAL_TYPE_PASTED_ADDRESS);
  gtk_widget_class_set_template_from_resource (
    widget_class, "/io/github/waxseal/Waxseal/ui/waxseal-paste-pane.ui");
  gtk_widget_class_bind_template_child (widget_class, WaxsealPastePane, text_scroller);
  gtk_widget_class_bind_template_child (widget_class, WaxsealPastePane, text_view);
  gtk_widget_class_bind_template_child (widget_class, WaxsealPastePane, file_row);
  gtk_widget_class_bind_template_child (widget_class, WaxsealPastePane, report_row);
  gtk_widget_class_bind_template_child (widget_class, WaxsealPastePane, left_row);
  gtk_widget_class_bind_template_child (widget_class, WaxsealPastePane, left_view);
  gtk_widget_class_bind_template_child (widget_class, WaxsealPastePane, spinner);
  gtk_widget_class_bind_template_child (widget_class, WaxsealPastePane, add_button);
  gtk_widget_class_bind_template_callback (widget_class, add_clicked_cb);
  gtk_widget_class_bind_template_callback (widget_class, copy_clicked_cb);
  gtk_widget_class_bind_template_callback (widget_class, drop_file_clicked_cb);
  gtk_widget_class_bind_template_callback (widget_class, open_clicked_cb);
}

static void
waxseal_paste_pane_init (WaxsealPastePane *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
  g_signal_connect_object (gtk_text_view_get_buffer (self->text_view),
                           "changed",
                           G_CALLBACK (text_changed_cb),
                           self,
                           G_CONNECT_SWAPPED);
}

/** waxseal_paste_pane_open: @phase: whom to add them to. */
void
waxseal_paste_pane_open (WaxsealPastePane *self, WaxsealRolloutPhase *phase)
{
  g_set_object (&self->phase, phase);
}
