/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "waxseal-compare-view.h"

#include <glib/gi18n.h>

#include "waxseal-compare-text.h"
#include "waxseal-difference-row.h"
#include "waxseal-manifest-compare.h"
#include "waxseal-manifest-file.h"

/**
 * WaxsealCompareView:
 *
 * Two manifests compared: what differs in plain words with what it leads to, and as text. Until the
 * user chooses, it is what was imported and the manifest now, or the manifest now and a file that
 * is looked at.
 */
struct _WaxsealCompareView
{
  AdwBin parent_instance;

  GtkStack *root;
  AdwComboRow *old_row;
  AdwComboRow *new_row;
  GtkLabel *headline;
  GtkStack *views;
  GtkListBox *list;
  WaxsealCompareText *text;

  GListStore *sources; /* the wish to choose another is the last */
  GListStore *differences;
  WaxsealCompareSource *old_source;
  WaxsealCompareSource *new_source;
  gboolean is_chosen; /* by the user, so that it stays */
  gboolean is_updating;
  gboolean is_stale;
  GCancellable *comparing;
  GCancellable *loading;
};

G_DEFINE_FINAL_TYPE (WaxsealCompareView, waxseal_compare_view, ADW_TYPE_BIN)

/** Documents: the two that a thread compares. */
typedef struct
{
  WaxsealManifestDocument *old_document;
  WaxsealManifestDocument *new_document;
} Documents;

static void
documents_free (gpointer data)
{
  Documents *documents = data;

  g_object_unref (documents->old_document);
  g_object_unref (documents->new_document);
  g_free (documents);
}

static void
compare_thread (GTask *task, gpointer source, gpointer data, GCancellable *cancellable)
{
  Documents *documents = data;

  g_task_return_pointer (task,
                         waxseal_manifest_compare (documents->old_document,
                                                   documents->new_document),
                         (GDestroyNotify) g_ptr_array_unref);
}

static void
show_differences (WaxsealCompareView *self, GPtrArray *differences, const char *headline)
{
  g_list_store_splice (self->differences,
                       0,
                       g_list_model_get_n_items (G_LIST_MODEL (self->differences)),
                       differences != NULL ? differences->pdata : NULL,
                       differences != NULL ? differences->len : 0);
  gtk_widget_set_visible (GTK_WIDGET (self->list), differences != NULL && differences->len > 0);
  gtk_label_set_label (self->headline, headline);
}

static void
compared_cb (GObject *object, GAsyncResult *result, gpointer data)
{
  WaxsealCompareView *self = data;
  g_autoptr (GError) error = NULL;
  g_autoptr (GPtrArray) differences = g_task_propagate_pointer (G_TASK (result), &error);
  g_autofree char *headline = NULL;

  if (differences == NULL)
    return;
  headline = waxseal_difference_describe_all (differences);
  show_differences (self, differences, headline);
}

static void
cancel (GCancellable **cancellable)
{
  if (*cancellable != NULL)
    g_cancellable_cancel (*cancellable);
  g_clear_object (cancellable);
}

static gboolean
is_readable (WaxsealCompareSource *source)
{
  return waxseal_manifest_document_get_root (waxseal_compare_source_get_document (source)) != NULL;
}

/* The task does not hold the view, which a thread must not be the last to let go; what is disposed
 * of is cancelled. */
static void
compare (WaxsealCompareView *self)
{
  g_autoptr (GTask) task = NULL;
  Documents *documents = g_new (Documents, 1);

  documents->old_document = g_object_ref (waxseal_compare_source_get_document (self->old_source));
  documents->new_document = g_object_ref (waxseal_compare_source_get_document (self->new_source));
  self->comparing = g_cancellable_new ();
  task = g_task_new (NULL, self->comparing, compared_cb, self);
  g_task_set_source_tag (task, compare);
  g_task_set_task_data (task, documents, documents_free);
  g_task_run_in_thread (task, compare_thread);
}

/* Nothing is compared for nobody: it waits until it is seen. */
static void
refresh (WaxsealCompareView *self)
{
  WaxsealCompareSource *bad = NULL;

  self->is_stale = !gtk_widget_get_mapped (GTK_WIDGET (self));
  cancel (&self->comparing);
  if (self->is_stale || self->old_source == NULL || self->new_source == NULL)
    return;

  waxseal_compare_text_show (self->text, self->old_source, self->new_source);
  if (!is_readable (self->old_source))
    bad = self->old_source;
  else if (!is_readable (self->new_source))
    bad = self->new_source;
  if (bad != NULL)
    {
      /* Translators: %s is a file, such as “File: manifest.xml” */
      g_autofree char *headline = g_strdup_printf (
        _ ("%s – this cannot be read as a manifest, and so there is nothing to compare."),
        waxseal_compare_source_get_title (bad));

      show_differences (self, NULL, headline);
      return;
    }
  compare (self);
}

static WaxsealCompareSource *
find_source (WaxsealCompareView *self, WaxsealCompareRole role, guint *position)
{
  GListModel *model = G_LIST_MODEL (self->sources);

  for (guint i = 0; i < g_list_model_get_n_items (model); i++)
    {
      g_autoptr (WaxsealCompareSource) source = g_list_model_get_item (model, i);

      if (position != NULL)
        *position = i;
      if (waxseal_compare_source_get_role (source) == role)
        return source; /* the list keeps it */
    }
  return NULL;
}

/* Always one that is there: with none selected, a combo row of libadwaita 1.2 breaks when its model
 * changes. */
static void
select_source (WaxsealCompareView *self, AdwComboRow *row, WaxsealCompareSource *source)
{
  guint position;

  if (source != NULL && g_list_store_find (self->sources, source, &position))
    adw_combo_row_set_selected (row, position);
}

static void
show_choice (WaxsealCompareView *self)
{
  gboolean complete = self->old_source != NULL && self->new_source != NULL;

  self->is_updating = TRUE;
  select_source (self, self->old_row, self->old_source);
  select_source (self, self->new_row, self->new_source);
  self->is_updating = FALSE;
  gtk_stack_set_visible_child_name (self->root, complete ? "compare" : "empty");
  refresh (self);
}

static void
choose_default (WaxsealCompareView *self)
{
  WaxsealCompareSource *now = find_source (self, WAXSEAL_COMPARE_ROLE_NOW, NULL);
  WaxsealCompareSource *imported = find_source (self, WAXSEAL_COMPARE_ROLE_IMPORTED, NULL);
  WaxsealCompareSource *file = find_source (self, WAXSEAL_COMPARE_ROLE_FILE, NULL);

  g_set_object (&self->old_source, imported);
  g_set_object (&self->new_source, now);
  if (file == NULL)
    return;
  g_set_object (&self->old_source, now);
  g_set_object (&self->new_source, file);
}

static void
set_chosen (WaxsealCompareView *self, gboolean as_new, WaxsealCompareSource *source)
{
  self->is_chosen = TRUE;
  if (as_new)
    g_set_object (&self->new_source, source);
  else
    g_set_object (&self->old_source, source);
}

static void
loaded_cb (GObject *file, GAsyncResult *result, gpointer data)
{
  WaxsealCompareView *self = data;
  g_autoptr (GError) error = NULL;
  g_autoptr (GListModel) findings = NULL;
  g_autoptr (WaxsealManifestDocument) document =
    waxseal_manifest_file_load_finish (G_FILE (file), result, &findings, &error);
  g_autofree char *name = g_file_get_basename (G_FILE (file));
  g_autoptr (WaxsealCompareSource) source = NULL;
  gboolean as_new = GPOINTER_TO_INT (g_object_get_data (file, "as-new"));

  if (g_error_matches (error, G_IO_ERROR, G_IO_ERROR_CANCELLED))
    return;
  if (document == NULL)
    {
      gtk_widget_activate_action (GTK_WIDGET (self), "win.notify", "s", error->message);
      return;
    }
  source = waxseal_compare_source_new (WAXSEAL_COMPARE_ROLE_OTHER, name, document);
  self->is_updating = TRUE;
  g_list_store_insert (self->sources,
                       g_list_model_get_n_items (G_LIST_MODEL (self->sources)) - 1,
                       source);
  self->is_updating = FALSE;
  set_chosen (self, as_new, source);
  if (self->new_source == NULL)
    g_set_object (&self->new_source, find_source (self, WAXSEAL_COMPARE_ROLE_NOW, NULL));
  show_choice (self);
}

static void
file_chosen_cb (GtkNativeDialog *chooser, int response, gpointer user_data)
{
  g_autoptr (WaxsealCompareView) self = user_data;
  g_autoptr (GFile) file = NULL;
  gboolean as_new = GPOINTER_TO_INT (g_object_get_data (G_OBJECT (chooser), "as-new"));

  if (response == GTK_RESPONSE_ACCEPT)
    file = gtk_file_chooser_get_file (GTK_FILE_CHOOSER (chooser));
  g_object_unref (chooser);
  if (file != NULL)
    waxseal_compare_view_add_file (self, file, as_new);
}

static void
choose_file (WaxsealCompareView *self, gboolean as_new)
{
  GtkWindow *window = GTK_WINDOW (gtk_widget_get_root (GTK_WIDGET (self)));
  GtkFileChooserNative *chooser = gtk_file_chooser_native_new (
    _ ("Compare With"), window, GTK_FILE_CHOOSER_ACTION_OPEN, NULL, NULL);

  g_object_set_data (G_OBJECT (chooser), "as-new", GINT_TO_POINTER (as_new));
  gtk_native_dialog_set_modal (GTK_NATIVE_DIALOG (chooser), TRUE);
  g_signal_connect (chooser, "response", G_CALLBACK (file_chosen_cb), g_object_ref (self));
  gtk_native_dialog_show (GTK_NATIVE_DIALOG (chooser));
}

static void
choose_clicked_cb (WaxsealCompareView *self)
{
  choose_file (self, FALSE);
}

static void
selected_cb (WaxsealCompareView *self, GParamSpec *pspec, AdwComboRow *row)
{
  WaxsealCompareSource *source = adw_combo_row_get_selected_item (row);
  gboolean as_new = row == self->new_row;

  if (self->is_updating || source == NULL)
    return;
  if (waxseal_compare_source_get_document (source) == NULL)
    {
      show_choice (self);
      choose_file (self, as_new);
      return;
    }
  set_chosen (self, as_new, source);
  refresh (self);
}

static void
difference_activated_cb (WaxsealCompareView *self, GtkListBoxRow *row)
{
  g_autoptr (WaxsealDifference) one =
    g_list_model_get_item (G_LIST_MODEL (self->differences), gtk_list_box_row_get_index (row));

  gtk_stack_set_visible_child_name (self->views, "text");
  waxseal_compare_text_go_to_lines (self->text,
                                    waxseal_difference_get_old_line (one),
                                    waxseal_difference_get_new_line (one));
}

static GtkWidget *
create_row_cb (gpointer item, gpointer user_data)
{
  return waxseal_difference_row_new (item);
}

static void
waxseal_compare_view_map (GtkWidget *widget)
{
  WaxsealCompareView *self = WAXSEAL_COMPARE_VIEW (widget);

  GTK_WIDGET_CLASS (waxseal_compare_view_parent_class)->map (widget);
  if (self->is_stale)
    refresh (self);
}

static void
waxseal_compare_view_dispose (GObject *object)
{
  WaxsealCompareView *self = WAXSEAL_COMPARE_VIEW (object);

  cancel (&self->comparing);
  cancel (&self->loading);
  g_clear_object (&self->sources);
  g_clear_object (&self->differences);
  g_clear_object (&self->old_source);
  g_clear_object (&self->new_source);
  G_OBJECT_CLASS (waxseal_compare_view_parent_class)->dispose (object);
}

static void
waxseal_compare_view_class_init (WaxsealCompareViewClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = waxseal_compare_view_dispose;
  widget_class->map = waxseal_compare_view_map;
  g_type_ensure (WAXSEAL_TYPE_COMPARE_TEXT);
  gtk_widget_class_set_template_from_resource (
    widget_class, "/io/github/waxseal/Waxseal/ui/waxseal-compare-view.ui");
  gtk_widget_class_bind_template_child (widget_class, WaxsealCompareView, root);
  gtk_widget_class_bind_template_child (widget_class, WaxsealCompareView, old_row);
  gtk_widget_class_bind_template_child (widget_class, WaxsealCompareView, new_row);
  gtk_widget_class_bind_template_child (widget_class, WaxsealCompareView, headline);
  gtk_widget_class_bind_template_child (widget_class, WaxsealCompareView, views);
  gtk_widget_class_bind_template_child (widget_class, WaxsealCompareView, list);
  gtk_widget_class_bind_template_child (widget_class, WaxsealCompareView, text);
  gtk_widget_class_bind_template_callback (widget_class, choose_clicked_cb);
  gtk_widget_class_bind_template_callback (widget_class, selected_cb);
  gtk_widget_class_bind_template_callback (widget_class, difference_activated_cb);
}

static void
set_up_row (WaxsealCompareView *self, AdwComboRow *row)
{
  g_autoptr (GtkExpression) title =
    gtk_property_expression_new (WAXSEAL_TYPE_COMPARE_SOURCE, NULL, "title");

  adw_combo_row_set_expression (row, title);
  adw_combo_row_set_model (row, G_LIST_MODEL (self->sources));
}

static void
waxseal_compare_view_init (WaxsealCompareView *self)
{
  g_autoptr (WaxsealCompareSource) wish =
    waxseal_compare_source_new (WAXSEAL_COMPARE_ROLE_CHOOSE, "", NULL);

  self->sources = g_list_store_new (WAXSEAL_TYPE_COMPARE_SOURCE);
  self->differences = g_list_store_new (WAXSEAL_TYPE_DIFFERENCE);
  g_list_store_append (self->sources, wish);
  self->is_updating = TRUE;
  gtk_widget_init_template (GTK_WIDGET (self));
  set_up_row (self, self->old_row);
  set_up_row (self, self->new_row);
  self->is_updating = FALSE;
  gtk_list_box_bind_model (self->list, G_LIST_MODEL (self->differences), create_row_cb, NULL, NULL);
  show_choice (self);
}

/** waxseal_compare_view_reset: forgets the files that were chosen, and what was chosen. */
void
waxseal_compare_view_reset (WaxsealCompareView *self)
{
  guint position;

  cancel (&self->loading);
  self->is_updating = TRUE;
  while (find_source (self, WAXSEAL_COMPARE_ROLE_OTHER, &position) != NULL)
    g_list_store_remove (self->sources, position);
  self->is_updating = FALSE;
  self->is_chosen = FALSE;
  choose_default (self);
  gtk_stack_set_visible_child_name (self->views, "differences");
  show_choice (self);
}

static void
replace_chosen (WaxsealCompareSource **chosen,
                WaxsealCompareSource *gone,
                WaxsealCompareSource *now)
{
  if (gone != NULL && *chosen == gone)
    g_set_object (chosen, now);
}

/**
 * waxseal_compare_view_offer:
 * @role: any but that of other files
 * @file_name: (nullable): for people
 * @document: (nullable): %NULL where there is no such manifest any more
 *
 * Says which manifest has @role now. What the user has chosen stays chosen.
 */
void
waxseal_compare_view_offer (WaxsealCompareView *self,
                            WaxsealCompareRole role,
                            const char *file_name,
                            WaxsealManifestDocument *document)
{
  guint position = 0;
  WaxsealCompareSource *gone = find_source (self, role, &position);
  g_autoptr (WaxsealCompareSource) source = NULL;

  if (gone == NULL && document == NULL)
    return;
  if (document != NULL)
    source = waxseal_compare_source_new (role, file_name != NULL ? file_name : "", document);
  replace_chosen (&self->old_source, gone, source);
  replace_chosen (&self->new_source, gone, source);

  self->is_updating = TRUE;
  g_list_store_splice (self->sources,
                       gone != NULL ? position : MIN ((guint) role, position),
                       gone != NULL,
                       (gpointer *) &source,
                       source != NULL);
  self->is_updating = FALSE;
  if (!self->is_chosen || self->old_source == NULL || self->new_source == NULL)
    choose_default (self);
  show_choice (self);
}

/**
 * waxseal_compare_view_add_file:
 * @as_new: whether it is the new manifest, not the old one
 *
 * Reads @file and compares it.
 */
void
waxseal_compare_view_add_file (WaxsealCompareView *self, GFile *file, gboolean as_new)
{
  g_autoptr (GFile) own = g_file_dup (file);

  cancel (&self->loading);
  self->loading = g_cancellable_new ();
  g_object_set_data (G_OBJECT (own), "as-new", GINT_TO_POINTER (as_new));
  waxseal_manifest_file_load_async (own, self->loading, loaded_cb, self);
}
