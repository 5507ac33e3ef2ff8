/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "waxseal-directory-pane.h"

#include <glib/gi18n.h>

#include "waxseal-access-group.h"
#include "waxseal-directory-cell.h"
#include "waxseal-error-row.h"
#include "waxseal-phase-recipients.h"

/**
 * WaxsealDirectoryPane:
 *
 * Searches the people and groups of the tenant while one types; a row is put into the phase, or
 * taken out of it again, by activating it.
 */
struct _WaxsealDirectoryPane
{
  GtkBox parent_instance;

  WaxsealAccessGroup *access;
  GtkWidget *search_box;
  GtkEditable *entry;
  GtkToggleButton *people_button;
  WaxsealErrorRow *error_row;
  GtkScrolledWindow *scroller;
  GtkListView *view;
  GtkSpinner *spinner;
  GtkLabel *status_label;

  WaxsealRolloutPhase *phase;
  WaxsealEntraDesk *desk;
  WaxsealDirectorySearch *search; /* or NULL before somebody has signed in */
  WaxsealDirectoryKind kind;      /* of it */
  GHashTable *index;              /* of whom the phase names */
  GHashTable *bound;              /* the GtkListItems on screen */
};

G_DEFINE_FINAL_TYPE (WaxsealDirectoryPane, waxseal_directory_pane, GTK_TYPE_BOX)

static void
show_item (WaxsealDirectoryPane *self, GtkListItem *item)
{
  WaxsealDirectoryEntry *entry = gtk_list_item_get_item (item);

  waxseal_directory_cell_show (WAXSEAL_DIRECTORY_CELL (gtk_list_item_get_child (item)),
                               self->kind,
                               entry,
                               waxseal_phase_recipients_find (self->index, entry) != NULL);
}

static void
setup_cb (WaxsealDirectoryPane *self, GtkListItem *item)
{
  gtk_list_item_set_child (item, g_object_new (WAXSEAL_TYPE_DIRECTORY_CELL, NULL));
}

static void
bind_cb (WaxsealDirectoryPane *self, GtkListItem *item)
{
  g_hash_table_add (self->bound, item);
  show_item (self, item);
}

static void
unbind_cb (WaxsealDirectoryPane *self, GtkListItem *item)
{
  g_hash_table_remove (self->bound, item);
}

static void
recipients_changed_cb (WaxsealDirectoryPane *self)
{
  GHashTableIter iter;
  gpointer item;

  g_clear_pointer (&self->index, g_hash_table_unref);
  self->index = waxseal_phase_recipients_index (self->phase);
  g_hash_table_iter_init (&iter, self->bound);
  while (g_hash_table_iter_next (&iter, &item, NULL))
    show_item (self, item);
}

static void
add (WaxsealDirectoryPane *self, WaxsealDirectoryEntry *entry)
{
  g_autoptr (GListStore) recipients = g_list_store_new (WAXSEAL_TYPE_RECIPIENT);
  g_autoptr (WaxsealRecipient) recipient = waxseal_recipient_new_from_entry (self->kind, entry);

  g_list_store_append (recipients, recipient);
  waxseal_phase_recipients_add (self->phase, G_LIST_MODEL (recipients));
}

static void
take_out (WaxsealDirectoryPane *self, WaxsealRecipient *recipient)
{
  g_autoptr (GHashTable) unwanted = g_hash_table_new (NULL, NULL);
  g_autoptr (GListModel) removed = NULL;

  g_hash_table_add (unwanted, recipient);
  removed = waxseal_phase_recipients_remove (self->phase, unwanted);
}

static void
activate_cb (WaxsealDirectoryPane *self, guint position)
{
  g_autoptr (WaxsealDirectoryEntry) entry =
    g_list_model_get_item (G_LIST_MODEL (self->search), position);
  WaxsealRecipient *recipient;

  if (entry == NULL || *waxseal_directory_entry_get_id (entry) == '\0')
    return;
  recipient = waxseal_phase_recipients_find (self->index, entry);
  if (recipient == NULL)
    add (self, entry);
  else
    take_out (self, recipient);
}

/* Before the end of the rows is on screen. */
static void
scrolled_cb (WaxsealDirectoryPane *self)
{
  GtkAdjustment *adjustment = gtk_scrolled_window_get_vadjustment (self->scroller);
  double page = gtk_adjustment_get_page_size (adjustment);
  double below =
    gtk_adjustment_get_upper (adjustment) - gtk_adjustment_get_value (adjustment) - page;

  if (self->search != NULL && gtk_widget_get_mapped (GTK_WIDGET (self)) && below < page &&
      waxseal_directory_search_get_error (self->search) == NULL)
    waxseal_directory_search_more (self->search);
}

static char *
describe_found (WaxsealDirectoryPane *self)
{
  gint64 found = waxseal_directory_search_get_found (self->search);

  if (waxseal_directory_search_is_loading (self->search))
    return g_strdup (_ ("Searching…"));
  if (found == 0)
    return g_strdup (_ ("Nobody is called so. Someone added a minute ago may be missing still"));
  if (found < 0)
    return g_strdup ("");
  return g_strdup_printf (ngettext ("%u found", "%u found", (guint) found), (guint) found);
}

static void
show_access (WaxsealDirectoryPane *self, gboolean granted)
{
  gtk_widget_set_visible (GTK_WIDGET (self->access), !granted);
  gtk_widget_set_visible (self->search_box, granted);
}

static void
state_changed_cb (WaxsealDirectoryPane *self)
{
  const GError *error = waxseal_directory_search_get_error (self->search);
  g_autofree char *status = describe_found (self);

  /* What a sign-in puts right is shown with the sign-in. */
  if (error != NULL && waxseal_access_group_is_remedy (error))
    {
      waxseal_access_group_show_error (self->access, error);
      show_access (self, FALSE);
      return;
    }
  waxseal_error_row_show (self->error_row,
                          error,
                          waxseal_tenant_session_get_way (
                            waxseal_entra_desk_get_session (self->desk)));
  gtk_label_set_label (self->status_label, error != NULL ? "" : status);
  gtk_spinner_set_spinning (self->spinner, waxseal_directory_search_is_loading (self->search));
  scrolled_cb (self);
}

static void
drop_search (WaxsealDirectoryPane *self)
{
  if (self->search == NULL)
    return;
  g_signal_handlers_disconnect_by_data (self->search, self);
  gtk_list_view_set_model (self->view, NULL);
  g_clear_object (&self->search);
}

static void
start_search (WaxsealDirectoryPane *self)
{
  WaxsealTenantSession *session = waxseal_entra_desk_get_session (self->desk);
  GtkSelectionModel *selection;

  drop_search (self);
  self->kind = gtk_toggle_button_get_active (self->people_button) ? WAXSEAL_DIRECTORY_PEOPLE
                                                                  : WAXSEAL_DIRECTORY_GROUPS;
  self->search =
    waxseal_directory_search_new (waxseal_tenant_session_get_graph (session), self->kind);
  g_signal_connect_swapped (self->search, "notify::loading", G_CALLBACK (state_changed_cb), self);
  selection =
    GTK_SELECTION_MODEL (gtk_no_selection_new (G_LIST_MODEL (g_object_ref (self->search))));
  gtk_list_view_set_model (self->view, selection);
  g_object_unref (selection);
  waxseal_directory_search_set_text (self->search, gtk_editable_get_text (self->entry));
}

static void
granted_cb (WaxsealDirectoryPane *self)
{
  show_access (self, TRUE);
  start_search (self);
  gtk_widget_grab_focus (GTK_WIDGET (self->entry));
}

static void
search_changed_cb (WaxsealDirectoryPane *self)
{
  if (self->search == NULL)
    return;
  gtk_adjustment_set_value (gtk_scrolled_window_get_vadjustment (self->scroller), 0);
  waxseal_directory_search_set_text (self->search, gtk_editable_get_text (self->entry));
}

/* Escape: first the text goes, then the dialog. */
static void
stop_search_cb (WaxsealDirectoryPane *self)
{
  if (*gtk_editable_get_text (self->entry) != '\0')
    gtk_editable_set_text (self->entry, "");
  else
    gtk_window_close (GTK_WINDOW (gtk_widget_get_root (GTK_WIDGET (self))));
}

static void
kind_toggled_cb (WaxsealDirectoryPane *self)
{
  if (self->search != NULL)
    start_search (self);
}

static void
remedy_cb (WaxsealDirectoryPane *self, guint action)
{
  waxseal_directory_search_set_text (self->search, gtk_editable_get_text (self->entry));
}

static void
waxseal_directory_pane_dispose (GObject *object)
{
  WaxsealDirectoryPane *self = WAXSEAL_DIRECTORY_PANE (object);

  if (self->phase != NULL)
    g_signal_handlers_disconnect_by_data (waxseal_record_get_list (self->phase, "recipients"),
                                          self);
  drop_search (self);
  g_clear_object (&self->phase);
  g_clear_object (&self->desk);
  g_clear_pointer (&self->index, g_hash_table_unref);
  G_OBJECT_CLASS (waxseal_directory_pane_parent_class)->dispose (object);
}

static void
waxseal_directory_pane_finalize (GObject *object)
{
  g_hash_table_unref (WAXSEAL_DIRECTORY_PANE (object)->bound);
  G_OBJECT_CLASS (waxseal_directory_pane_parent_class)->finalize (object);
}

static void
waxseal_directory_pane_class_init (WaxsealDirectoryPaneClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = waxseal_directory_pane_dispose;
  G_OBJECT_CLASS (klass)->finalize = waxseal_directory_pane_finalize;

  g_type_ensure (WAXSEAL_TYPE_ACCESS_GROUP);
  g_type_ensure (WAXSEAL_TYPE_ERROR_ROW);
  gtk_widget_class_set_template_from_resource (
    widget_class, "/io/github/waxseal/Waxseal/ui/waxseal-directory-pane.ui");
  gtk_widget_class_bind_template_child (widget_class, WaxsealDirectoryPane, access);
  gtk_widget_class_bind_template_child (widget_class, WaxsealDirectoryPane, search_box);
  gtk_widget_class_bind_template_child (widget_class, WaxsealDirectoryPane, entry);
  gtk_widget_class_bind_template_child (widget_class, WaxsealDirectoryPane, people_button);
  gtk_widget_class_bind_template_child (widget_class, WaxsealDirectoryPane, error_row);
  gtk_widget_class_bind_template_child (widget_class, WaxsealDirectoryPane, scroller);
  gtk_widget_class_bind_template_child (widget_class, WaxsealDirectoryPane, view);
  gtk_widget_class_bind_template_child (widget_class, WaxsealDirectoryPane, spinner);
  gtk_widget_class_bind_template_child (widget_class, WaxsealDirectoryPane, status_label);
  gtk_widget_class_bind_template_callback (widget_class, activate_cb);
  gtk_widget_class_bind_template_callback (widget_class, granted_cb);
  gtk_widget_class_bind_template_callback (widget_class, kind_toggled_cb);
  gtk_widget_class_bind_template_callback (widget_class, remedy_cb);
  gtk_widget_class_bind_template_callback (widget_class, search_changed_cb);
  gtk_widget_class_bind_template_callback (widget_class, stop_search_cb);
}

static void
waxseal_directory_pane_init (WaxsealDirectoryPane *self)
{
  g_autoptr (GtkListItemFactory) factory = gtk_signal_list_item_factory_new ();

  gtk_widget_init_template (GTK_WIDGET (self));
  self->bound = g_hash_table_new (NULL, NULL);
  waxseal_access_group_set_scopes (self->access, waxseal_directory_search_get_scopes ());
  g_signal_connect_object (factory, "setup", G_CALLBACK (setup_cb), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (factory, "bind", G_CALLBACK (bind_cb), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (factory, "unbind", G_CALLBACK (unbind_cb), self, G_CONNECT_SWAPPED);
  gtk_list_view_set_factory (self->view, factory);
  g_signal_connect_object (gtk_scrolled_window_get_vadjustment (self->scroller),
                           "value-changed",
                           G_CALLBACK (scrolled_cb),
                           self,
                           G_CONNECT_SWAPPED);
}

/**
 * waxseal_directory_pane_open:
 * @phase: whose recipients it changes
 * @desk: (nullable): where the directory is; %NULL where there is none
 *
 * Once. Whoever is signed in at @desk searches at once, and asks for more rights only where the
 * directory refuses.
 */
void
waxseal_directory_pane_open (WaxsealDirectoryPane *self,
                             WaxsealRolloutPhase *phase,
                             WaxsealEntraDesk *desk)
{
  gboolean granted =
    desk != NULL && waxseal_account_is_signed_in (
                      waxseal_tenant_session_get_account (waxseal_entra_desk_get_session (desk)));

  g_set_object (&self->phase, phase);
  g_set_object (&self->desk, desk);
  g_signal_connect_swapped (waxseal_record_get_list (phase, "recipients"),
                            "items-changed",
                            G_CALLBACK (recipients_changed_cb),
                            self);
  recipients_changed_cb (self);
  g_object_set (self->access, "desk", desk, NULL);
  show_access (self, granted);
  if (granted)
    granted_cb (self);
}
