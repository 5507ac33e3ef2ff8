/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "waxseal-outline-view.h"

#include "waxseal-manifest-outline.h"

/**
 * WaxsealOutlineView:
 *
 * The elements of a manifest as a tree in plain words. What is open and selected stays so while the
 * manifest changes.
 */
struct _WaxsealOutlineView
{
  AdwBin parent_instance;

  GtkStack *stack;
  GtkListView *list;

  WaxsealOutlineItem *root;
  GtkTreeListModel *tree;
  GtkSingleSelection *selection;
  gboolean following;
};

enum
{
  LINE_SELECTED,
  LINE_ACTIVATED,
  N_SIGNALS
};

static guint signals[N_SIGNALS];

G_DEFINE_FINAL_TYPE (WaxsealOutlineView, waxseal_outline_view, ADW_TYPE_BIN)

static GListModel *
list_children_cb (gpointer item, gpointer user_data)
{
  GListModel *children = waxseal_outline_item_get_children (item);

  return children != NULL ? g_object_ref (children) : NULL;
}

static void
selected_cb (WaxsealOutlineView *self)
{
  guint line = waxseal_outline_view_get_selected_line (self);

  if (!self->following && line > 0)
    g_signal_emit (self, signals[LINE_SELECTED], 0, line);
}

static void
activated_cb (WaxsealOutlineView *self)
{
  guint line = waxseal_outline_view_get_selected_line (self);

  if (line > 0)
    g_signal_emit (self, signals[LINE_ACTIVATED], 0, line);
}

static void
waxseal_outline_view_dispose (GObject *object)
{
  WaxsealOutlineView *self = WAXSEAL_OUTLINE_VIEW (object);

  g_clear_object (&self->selection);
  g_clear_object (&self->tree);
  g_clear_object (&self->root);
  G_OBJECT_CLASS (waxseal_outline_view_parent_class)->dispose (object);
}

static void
waxseal_outline_view_class_init (WaxsealOutlineViewClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);
  GType type = G_TYPE_FROM_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = waxseal_outline_view_dispose;

  /** WaxsealOutlineView::line-selected: @line: from 1; the user went to an item. */
  signals[LINE_SELECTED] = g_signal_new (
    "line-selected", type, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL, G_TYPE_NONE, 1, G_TYPE_UINT);
  /** WaxsealOutlineView::line-activated: @line: from 1; the user wants to be there. */
  signals[LINE_ACTIVATED] = g_signal_new (
    "line-activated", type, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL, G_TYPE_NONE, 1, G_TYPE_UINT);

  g_type_ensure (WAXSEAL_TYPE_OUTLINE_ITEM);
  gtk_widget_class_set_template_from_resource (
    widget_class, "/io/github/waxseal/Waxseal/ui/waxseal-outline-view.ui");
  gtk_widget_class_bind_template_child (widget_class, WaxsealOutlineView, stack);
  gtk_widget_class_bind_template_child (widget_class, WaxsealOutlineView, list);
  gtk_widget_class_bind_template_callback (widget_class, activated_cb);
}

static void
waxseal_outline_view_init (WaxsealOutlineView *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
  self->root = waxseal_outline_item_new ();
  self->tree =
    gtk_tree_list_model_new (g_object_ref (waxseal_outline_item_get_children (self->root)),
                             FALSE,
                             FALSE,
                             list_children_cb,
                             NULL,
                             NULL);
  self->selection = gtk_single_selection_new (NULL);
  gtk_single_selection_set_autoselect (self->selection, FALSE);
  gtk_single_selection_set_can_unselect (self->selection, TRUE);
  gtk_single_selection_set_model (self->selection, G_LIST_MODEL (self->tree));
  gtk_list_view_set_model (self->list, GTK_SELECTION_MODEL (self->selection));
  g_signal_connect_object (
    self->selection, "notify::selected-item", G_CALLBACK (selected_cb), self, G_CONNECT_SWAPPED);
}

/** waxseal_outline_view_show: Shows the elements of @document. */
void
waxseal_outline_view_show (WaxsealOutlineView *self, WaxsealManifestDocument *document)
{
  gboolean readable = waxseal_manifest_document_get_root (document) != NULL;

  self->following = TRUE;
  waxseal_outline_item_show (self->root, document);
  self->following = FALSE;
  gtk_stack_set_visible_child_name (self->stack, readable ? "list" : "empty");
}

/* The row of the innermost item on @line, whose outer ones are opened. */
static GtkTreeListRow *
reveal (WaxsealOutlineView *self, guint line)
{
  g_autoptr (WaxsealOutlineItem) item = g_object_ref (self->root);
  GtkTreeListRow *row = NULL;
  guint position;

  while (waxseal_outline_item_find_line (item, line, &position))
    {
      GtkTreeListRow *child;

      if (row != NULL)
        gtk_tree_list_row_set_expanded (row, TRUE);
      child = row != NULL ? gtk_tree_list_row_get_child_row (row, position)
                          : gtk_tree_list_model_get_child_row (self->tree, position);
      g_clear_object (&row);
      row = child;
      g_clear_object (&item);
      item = gtk_tree_list_row_get_item (row);
    }
  return row;
}

/** waxseal_outline_view_follow: @line: from 1. Selects the innermost item that is on it. */
void
waxseal_outline_view_follow (WaxsealOutlineView *self, guint line)
{
  g_autoptr (GtkTreeListRow) row = NULL;
  guint position = GTK_INVALID_LIST_POSITION;

  /* One line may have several items; the one that was chosen stays. */
  if (waxseal_outline_view_get_selected_line (self) == line)
    return;
  self->following = TRUE;
  row = reveal (self, line);
  if (row != NULL)
    position = gtk_tree_list_row_get_position (row);
  gtk_single_selection_set_selected (self->selection, position);
  if (row != NULL)
    gtk_widget_activate_action (GTK_WIDGET (self->list), "list.scroll-to-item", "u", position);
  self->following = FALSE;
}

/** waxseal_outline_view_get_selected_line: Returns: where the selected item begins, or 0. */
guint
waxseal_outline_view_get_selected_line (WaxsealOutlineView *self)
{
  GtkTreeListRow *row = gtk_single_selection_get_selected_item (self->selection);
  g_autoptr (WaxsealOutlineItem) item = row != NULL ? gtk_tree_list_row_get_item (row) : NULL;

  return item != NULL ? waxseal_outline_item_get_line (item) : 0;
}
