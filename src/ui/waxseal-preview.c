/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "waxseal-preview.h"

#include <glib/gi18n.h>
#include <gtksourceview/gtksource.h>

#include "waxseal-finding-counts.h"
#include "waxseal-finding-gutter.h"
#include "waxseal-finding-row.h"
#include "waxseal-finding.h"
#include "waxseal-manifest-field.h"
#include "waxseal-manifest-fix.h"
#include "waxseal-preview-search.h"
#include "waxseal-preview-text.h"

/**
 * WaxsealPreview:
 *
 * A manifest as it is exported, with its findings above it. The text follows the set-up at each
 * keystroke and never jumps; while nobody sees it, it waits. A finding, and the line that the
 * cursor is in, lead to their field; not so in a file that is only looked at.
 */
struct _WaxsealPreview
{
  AdwBin parent_instance;

  GtkBox *toolbar;
  GtkLabel *file_name;
  GtkLabel *counts;
  GtkButton *field_button;
  GtkWidget *findings_area;
  GtkListBox *findings_box;
  GtkStack *stack;
  GtkSourceView *view;
  WaxsealPreviewSearch *search;
  WaxsealFindingGutter *gutter;

  WaxsealManifestDocument *document;
  GListStore *findings;
  gboolean linked;
  GListModel *new_findings; /* what is not on screen yet, or NULL */
  gboolean updating;
};

static guint cursor_moved_signal;

G_DEFINE_FINAL_TYPE (WaxsealPreview, waxseal_preview, ADW_TYPE_BIN)

static GtkTextBuffer *
get_buffer (WaxsealPreview *self)
{
  return gtk_text_view_get_buffer (GTK_TEXT_VIEW (self->view));
}

static const char *
get_cursor_field (WaxsealPreview *self)
{
  if (self->document == NULL)
    return NULL;
  return waxseal_manifest_field_at_line (self->document, waxseal_preview_get_line (self));
}

static void
update_field_button (WaxsealPreview *self)
{
  gtk_widget_set_sensitive (GTK_WIDGET (self->field_button), get_cursor_field (self) != NULL);
}

static void
cursor_moved_cb (WaxsealPreview *self)
{
  if (self->updating)
    return;
  update_field_button (self);
  g_signal_emit (self, cursor_moved_signal, 0, waxseal_preview_get_line (self));
}

static void
field_clicked_cb (WaxsealPreview *self)
{
  const char *field = get_cursor_field (self);

  if (field != NULL)
    gtk_widget_activate_action (GTK_WIDGET (self), "preview.edit-field", "s", field);
}

static void
finding_activated_cb (WaxsealPreview *self, WaxsealFindingRow *row)
{
  WaxsealFinding *finding = waxseal_finding_row_get_finding (row);

  if (waxseal_finding_get_line (finding) == 0)
    return;
  waxseal_preview_go_to_line (self, waxseal_finding_get_line (finding));
  gtk_widget_grab_focus (GTK_WIDGET (self->view));
}

static gboolean
findings_equal (WaxsealFinding *a, WaxsealFinding *b)
{
  return g_str_equal (waxseal_finding_get_rule (a), waxseal_finding_get_rule (b)) &&
         waxseal_finding_get_severity (a) == waxseal_finding_get_severity (b) &&
         waxseal_finding_get_line (a) == waxseal_finding_get_line (b) &&
         waxseal_finding_get_column (a) == waxseal_finding_get_column (b) &&
         g_strcmp0 (waxseal_finding_get_field (a), waxseal_finding_get_field (b)) == 0 &&
         g_strcmp0 (waxseal_finding_get_message (a), waxseal_finding_get_message (b)) == 0;
}

static gboolean
items_equal (GListModel *a, guint position_a, GListModel *b, guint position_b)
{
  g_autoptr (WaxsealFinding) finding_a = g_list_model_get_item (a, position_a);
  g_autoptr (WaxsealFinding) finding_b = g_list_model_get_item (b, position_b);

  return findings_equal (finding_a, finding_b);
}

/* Rows of findings that are the same as before stay, so that typing does not make the list flicker
 * or lose the focus. */
static void
update_findings (WaxsealPreview *self, GListModel *findings)
{
  GListModel *old = G_LIST_MODEL (self->findings);
  guint n_old = g_list_model_get_n_items (old);
  guint n_new = g_list_model_get_n_items (findings);
  guint head = 0, tail = 0, i;
  g_autoptr (GPtrArray) added = g_ptr_array_new_with_free_func (g_object_unref);

  while (head < MIN (n_old, n_new) && items_equal (old, head, findings, head))
    head++;
  while (tail < MIN (n_old, n_new) - head &&
         items_equal (old, n_old - 1 - tail, findings, n_new - 1 - tail))
    tail++;
  for (i = head; i < n_new - tail; i++)
    g_ptr_array_add (added, g_list_model_get_item (findings, i));
  if (added->len > 0 || n_old - head - tail > 0)
    g_list_store_splice (self->findings, head, n_old - head - tail, added->pdata, added->len);
}

static void
edit_field_action (GtkWidget *widget, const char *name, GVariant *place)
{
  gtk_widget_activate_action_variant (widget, "win.edit-field", place);
}

static void
fix_finding_action (GtkWidget *widget, const char *name, GVariant *finding)
{
  gtk_widget_activate_action_variant (widget, "win.fix-finding", finding);
}

static void
find_action (GtkWidget *widget, const char *name, GVariant *parameter)
{
  waxseal_preview_search_open (WAXSEAL_PREVIEW (widget)->search);
}

static void
copy_action (GtkWidget *widget, const char *name, GVariant *parameter)
{
  WaxsealPreview *self = WAXSEAL_PREVIEW (widget);
  const char *text = waxseal_manifest_document_get_text (self->document);

  if (text == NULL)
    return;
  gdk_clipboard_set_text (gtk_widget_get_clipboard (widget), text);
  gtk_widget_activate_action (widget, "win.notify", "s", _ ("Manifest copied"));
}

/* Of two previews, the keys are for the one on screen. */
static gboolean
find_cb (GtkWidget *widget, GVariant *arguments, gpointer user_data)
{
  if (!gtk_widget_get_mapped (widget))
    return FALSE;
  waxseal_preview_search_open (WAXSEAL_PREVIEW (widget)->search);
  return TRUE;
}

static gboolean
find_again_cb (GtkWidget *widget, GVariant *forward, gpointer user_data)
{
  if (!gtk_widget_get_mapped (widget))
    return FALSE;
  waxseal_preview_search_step (WAXSEAL_PREVIEW (widget)->search, g_variant_get_boolean (forward));
  return TRUE;
}

static void
add_shortcut (GtkEventController *controller, GtkShortcut *shortcut)
{
  gtk_shortcut_controller_add_shortcut (GTK_SHORTCUT_CONTROLLER (controller), shortcut);
}

static void
set_up_keys (WaxsealPreview *self)
{
  GtkEventController *keys = gtk_shortcut_controller_new ();
  const GdkModifierType control = GDK_CONTROL_MASK;

  gtk_shortcut_controller_set_scope (GTK_SHORTCUT_CONTROLLER (keys), GTK_SHORTCUT_SCOPE_GLOBAL);
  add_shortcut (keys,
                gtk_shortcut_new (gtk_keyval_trigger_new (GDK_KEY_f, control),
                                  gtk_callback_action_new (find_cb, NULL, NULL)));
  add_shortcut (
    keys,
    gtk_shortcut_new_with_arguments (gtk_keyval_trigger_new (GDK_KEY_g, control),
                                     gtk_callback_action_new (find_again_cb, NULL, NULL),
                                     "b",
                                     TRUE));
  add_shortcut (
    keys,
    gtk_shortcut_new_with_arguments (gtk_keyval_trigger_new (GDK_KEY_g, control | GDK_SHIFT_MASK),
                                     gtk_callback_action_new (find_again_cb, NULL, NULL),
                                     "b",
                                     FALSE));
  gtk_widget_add_controller (GTK_WIDGET (self), keys);
}

static GtkWidget *
create_finding_row_cb (gpointer item, gpointer user_data)
{
  WaxsealPreview *self = user_data;
  GtkWidget *row = waxseal_finding_row_new (item);
  g_autoptr (GBytes) fixed = self->linked ? waxseal_manifest_fix (self->document, item) : NULL;

  if (fixed != NULL)
    waxseal_finding_row_offer_fix (WAXSEAL_FINDING_ROW (row));
  return row;
}

static void
follow_style_cb (WaxsealPreview *self)
{
  gboolean dark = adw_style_manager_get_dark (adw_style_manager_get_default ());
  GtkSourceStyleSchemeManager *schemes = gtk_source_style_scheme_manager_get_default ();

  gtk_source_buffer_set_style_scheme (
    GTK_SOURCE_BUFFER (get_buffer (self)),
    gtk_source_style_scheme_manager_get_scheme (schemes, dark ? "Adwaita-dark" : "Adwaita"));
}

static void
set_up_view (WaxsealPreview *self)
{
  GtkSourceLanguageManager *languages = gtk_source_language_manager_get_default ();
  GtkSourceBuffer *buffer = GTK_SOURCE_BUFFER (get_buffer (self));

  gtk_text_buffer_set_enable_undo (GTK_TEXT_BUFFER (buffer), FALSE);
  gtk_source_buffer_set_language (buffer,
                                  gtk_source_language_manager_get_language (languages, "xml"));
  gtk_source_buffer_set_highlight_matching_brackets (buffer, FALSE);
  waxseal_preview_search_set_view (self->search, self->view);
  self->gutter = waxseal_finding_gutter_new (self->view);
  g_signal_connect_object (
    buffer, "notify::cursor-position", G_CALLBACK (cursor_moved_cb), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (adw_style_manager_get_default (),
                           "notify::dark",
                           G_CALLBACK (follow_style_cb),
                           self,
                           G_CONNECT_SWAPPED);
  follow_style_cb (self);
}

static const char *
choose_page (const char *text)
{
  if (text == NULL)
    return "unreadable";
  return waxseal_preview_text_can_show (text) ? "text" : "large";
}

/* Puts on screen what waxseal_preview_show() was given last. */
static void
update (WaxsealPreview *self)
{
  g_autoptr (GListModel) findings = g_steal_pointer (&self->new_findings);
  g_autofree char *counts = NULL;
  const char *text, *page;

  if (findings == NULL)
    return;
  text = waxseal_manifest_document_get_text (self->document);
  page = choose_page (text);
  counts = waxseal_finding_describe_all (findings);
  gtk_label_set_label (self->counts, counts);
  update_findings (self, findings);
  gtk_widget_set_visible (self->findings_area, g_list_model_get_n_items (findings) > 0);

  self->updating = TRUE;
  waxseal_preview_text_update (get_buffer (self), g_str_equal (page, "text") ? text : "");
  self->updating = FALSE;
  waxseal_finding_gutter_show (self->gutter, G_LIST_MODEL (self->findings));
  gtk_stack_set_visible_child_name (self->stack, page);
  update_field_button (self);
}

static void
waxseal_preview_map (GtkWidget *widget)
{
  update (WAXSEAL_PREVIEW (widget));
  GTK_WIDGET_CLASS (waxseal_preview_parent_class)->map (widget);
}

static void
waxseal_preview_dispose (GObject *object)
{
  WaxsealPreview *self = WAXSEAL_PREVIEW (object);

  g_clear_object (&self->document);
  g_clear_object (&self->findings);
  g_clear_object (&self->new_findings);
  G_OBJECT_CLASS (waxseal_preview_parent_class)->dispose (object);
}

static void
waxseal_preview_class_init (WaxsealPreviewClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = waxseal_preview_dispose;
  widget_class->map = waxseal_preview_map;

  /** WaxsealPreview::cursor-moved: @line: where the cursor is now, from 1. */
  cursor_moved_signal = g_signal_new ("cursor-moved",
                                      G_TYPE_FROM_CLASS (klass),
                                      G_SIGNAL_RUN_LAST,
                                      0,
                                      NULL,
                                      NULL,
                                      NULL,
                                      G_TYPE_NONE,
                                      1,
                                      G_TYPE_UINT);

  g_type_ensure (GTK_SOURCE_TYPE_VIEW);
  g_type_ensure (WAXSEAL_TYPE_PREVIEW_SEARCH);
  gtk_widget_class_set_template_from_resource (widget_class,
                                               "/io/github/waxseal/Waxseal/ui/waxseal-preview.ui");
  gtk_widget_class_bind_template_child (widget_class, WaxsealPreview, toolbar);
  gtk_widget_class_bind_template_child (widget_class, WaxsealPreview, search);
  gtk_widget_class_bind_template_child (widget_class, WaxsealPreview, file_name);
  gtk_widget_class_bind_template_child (widget_class, WaxsealPreview, counts);
  gtk_widget_class_bind_template_child (widget_class, WaxsealPreview, field_button);
  gtk_widget_class_bind_template_child (widget_class, WaxsealPreview, findings_area);
  gtk_widget_class_bind_template_child (widget_class, WaxsealPreview, findings_box);
  gtk_widget_class_bind_template_child (widget_class, WaxsealPreview, stack);
  gtk_widget_class_bind_template_child (widget_class, WaxsealPreview, view);
  gtk_widget_class_install_action (widget_class, "preview.edit-field", "s", edit_field_action);
  gtk_widget_class_install_action (widget_class,
                                   "preview.fix-finding",
                                   "(suu)",
                                   fix_finding_action);
  gtk_widget_class_install_action (widget_class, "preview.find", NULL, find_action);
  gtk_widget_class_install_action (widget_class, "preview.copy", NULL, copy_action);
  gtk_widget_class_bind_template_callback (widget_class, field_clicked_cb);
  gtk_widget_class_bind_template_callback (widget_class, finding_activated_cb);
}

static void
waxseal_preview_init (WaxsealPreview *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
  self->findings = g_list_store_new (WAXSEAL_TYPE_FINDING);
  self->linked = TRUE;
  gtk_list_box_bind_model (
    self->findings_box, G_LIST_MODEL (self->findings), create_finding_row_cb, self, NULL);
  set_up_view (self);
  set_up_keys (self);
}

/**
 * waxseal_preview_show:
 * @document: what to show
 * @findings: of #WaxsealFinding
 * @file_name: as the file is called, or would be
 */
void
waxseal_preview_show (WaxsealPreview *self,
                      WaxsealManifestDocument *document,
                      GListModel *findings,
                      const char *file_name)
{
  g_set_object (&self->document, document);
  g_set_object (&self->new_findings, findings);
  gtk_label_set_label (self->file_name, file_name);
  if (gtk_widget_get_mapped (GTK_WIDGET (self)))
    update (self);
}

/** waxseal_preview_get_line: Returns: where the cursor is, from 1. */
guint
waxseal_preview_get_line (WaxsealPreview *self)
{
  GtkTextBuffer *buffer = get_buffer (self);
  GtkTextIter cursor;

  gtk_text_buffer_get_iter_at_mark (buffer, &cursor, gtk_text_buffer_get_insert (buffer));
  return gtk_text_iter_get_line (&cursor) + 1;
}

/** waxseal_preview_go_to_line: Puts the cursor into @line (from 1) and shows it. */
void
waxseal_preview_go_to_line (WaxsealPreview *self, guint line)
{
  GtkTextBuffer *buffer = get_buffer (self);
  GtkTextIter iter;

  update (self);
  gtk_text_buffer_get_iter_at_line (buffer, &iter, (int) line - 1);
  gtk_text_buffer_place_cursor (buffer, &iter);
  gtk_text_view_scroll_to_mark (
    GTK_TEXT_VIEW (self->view), gtk_text_buffer_get_insert (buffer), 0.15, FALSE, 0, 0);
}

/**
 * waxseal_preview_go_to_field:
 * @place: a field's name, with “@” and a locale for a translated one
 *
 * Returns: whether the manifest has that field.
 */
gboolean
waxseal_preview_go_to_field (WaxsealPreview *self, const char *place)
{
  guint line, column;

  if (self->document == NULL ||
      !waxseal_manifest_field_locate (self->document, place, &line, &column))
    return FALSE;
  waxseal_preview_go_to_line (self, line);
  return TRUE;
}

/** waxseal_preview_set_linked: @linked: whether the manifest comes from fields that can be edited.
 */
void
waxseal_preview_set_linked (WaxsealPreview *self, gboolean linked)
{
  /* What a row offers depends on it. */
  if (linked != self->linked)
    g_list_store_remove_all (self->findings);
  self->linked = linked;
  gtk_widget_action_set_enabled (GTK_WIDGET (self), "preview.edit-field", linked);
  gtk_widget_set_visible (GTK_WIDGET (self->field_button), linked);
}

/** waxseal_preview_grab_source: Puts the focus into the text. */
void
waxseal_preview_grab_source (WaxsealPreview *self)
{
  gtk_widget_grab_focus (GTK_WIDGET (self->view));
}

/** waxseal_preview_add_tool: Puts one more button before the file's name. */
void
waxseal_preview_add_tool (WaxsealPreview *self, GtkWidget *button)
{
  gtk_box_prepend (self->toolbar, button);
}

/** waxseal_preview_dup_text: Returns: (transfer full): what is on screen. */
char *
waxseal_preview_dup_text (WaxsealPreview *self)
{
  GtkTextIter start, end;

  update (self);
  gtk_text_buffer_get_bounds (get_buffer (self), &start, &end);
  return gtk_text_buffer_get_text (get_buffer (self), &start, &end, TRUE);
}
