/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "waxseal-recipient-list.h"

#include "waxseal-natural-layout.h"
#include "waxseal-recipient-cell.h"

/**
 * WaxsealRecipientList:
 *
 * Whom a phase names, be it ten thousand: only the rows on screen are widgets.
 */
struct _WaxsealRecipientList
{
  AdwBin parent_instance;

  GtkListView *view;

  GtkMultiSelection *selection; /* or NULL */
  WaxsealRoad road;
};

enum
{
  REMOVE,
  N_SIGNALS
};

static guint signals[N_SIGNALS];

G_DEFINE_FINAL_TYPE (WaxsealRecipientList, waxseal_recipient_list, ADW_TYPE_BIN)

static void
emit_remove (WaxsealRecipientList *self, GHashTable *unwanted)
{
  if (g_hash_table_size (unwanted) > 0)
    g_signal_emit (self, signals[REMOVE], 0, unwanted);
}

static GHashTable *
make_set (void)
{
  return g_hash_table_new_full (NULL, NULL, g_object_unref, NULL);
}

static void
cell_remove_cb (WaxsealRecipientList *self, WaxsealRecipient *recipient)
{
  g_autoptr (GHashTable) unwanted = make_set ();

  g_hash_table_add (unwanted, g_object_ref (recipient));
  emit_remove (self, unwanted);
}

static void
remove_selected_action (GtkWidget *widget, const char *name, GVariant *parameter)
{
  WaxsealRecipientList *self = WAXSEAL_RECIPIENT_LIST (widget);
  g_autoptr (GtkBitset) chosen =
    gtk_selection_model_get_selection (GTK_SELECTION_MODEL (self->selection));
  g_autoptr (GHashTable) unwanted = make_set ();

  for (guint64 i = 0; i < gtk_bitset_get_size (chosen); i++)
    g_hash_table_add (unwanted,
                      g_list_model_get_item (G_LIST_MODEL (self->selection),
                                             gtk_bitset_get_nth (chosen, i)));
  emit_remove (self, unwanted);
}

static void
setup_cb (WaxsealRecipientList *self, GtkListItem *item)
{
  GtkWidget *cell = g_object_new (WAXSEAL_TYPE_RECIPIENT_CELL, NULL);

  g_signal_connect_object (cell, "remove", G_CALLBACK (cell_remove_cb), self, G_CONNECT_SWAPPED);
  gtk_list_item_set_child (item, cell);
}

static void
bind_cb (WaxsealRecipientList *self, GtkListItem *item)
{
  waxseal_recipient_cell_show (WAXSEAL_RECIPIENT_CELL (gtk_list_item_get_child (item)),
                               gtk_list_item_get_item (item),
                               self->road);
}

static void
unbind_cb (WaxsealRecipientList *self, GtkListItem *item)
{
  waxseal_recipient_cell_show (WAXSEAL_RECIPIENT_CELL (gtk_list_item_get_child (item)),
                               NULL,
                               self->road);
}

/* A new factory makes the cells anew. */
static void
make_cells (WaxsealRecipientList *self)
{
  g_autoptr (GtkListItemFactory) factory = gtk_signal_list_item_factory_new ();

  g_signal_connect_object (factory, "setup", G_CALLBACK (setup_cb), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (factory, "bind", G_CALLBACK (bind_cb), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (factory, "unbind", G_CALLBACK (unbind_cb), self, G_CONNECT_SWAPPED);
  gtk_list_view_set_factory (self->view, factory);
}

static void
waxseal_recipient_list_dispose (GObject *object)
{
  g_clear_object (&WAXSEAL_RECIPIENT_LIST (object)->selection);
  G_OBJECT_CLASS (waxseal_recipient_list_parent_class)->dispose (object);
}

static void
waxseal_recipient_list_class_init (WaxsealRecipientListClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = waxseal_recipient_list_dispose;

  /** WaxsealRecipientList::remove: */
  signals[REMOVE] = g_signal_new ("remove",
                                  G_OBJECT_CLASS_TYPE (klass),
                                  G_SIGNAL_RUN_LAST,
                                  0,
                                  NULL,
                                  NULL,
                                  NULL,
                                  G_TYPE_NONE,
                                  1,
                                  G_TYPE_HASH_TABLE);

  g_type_ensure (WAXSEAL_TYPE_NATURAL_LAYOUT);
  gtk_widget_class_set_template_from_resource (
    widget_class, "/io/github/waxseal/Waxseal/ui/waxseal-recipient-list.ui");
  gtk_widget_class_bind_template_child (widget_class, WaxsealRecipientList, view);
  gtk_widget_class_install_action (widget_class,
                                   "recipients.remove-selected",
                                   NULL,
                                   remove_selected_action);
}

static void
waxseal_recipient_list_init (WaxsealRecipientList *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
  make_cells (self);
}

/** waxseal_recipient_list_show: @recipients: (nullable): of #WaxsealRecipient. */
void
waxseal_recipient_list_show (WaxsealRecipientList *self, GListModel *recipients)
{
  g_clear_object (&self->selection);
  if (recipients != NULL)
    self->selection = gtk_multi_selection_new (g_object_ref (recipients));
  gtk_list_view_set_model (self->view, GTK_SELECTION_MODEL (self->selection));
}

/** waxseal_recipient_list_set_road: Says who is left out on the way that is taken. */
void
waxseal_recipient_list_set_road (WaxsealRecipientList *self, WaxsealRoad road)
{
  if (self->road == road)
    return;
  self->road = road;
  make_cells (self);
}
