/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "waxseal-client-grid.h"

#include "waxseal-client-cell.h"
#include "waxseal-client-check.h"
#include "waxseal-enums.h"
#include "waxseal-rollout-words.h"

#define N_TYPES (WAXSEAL_ENCRYPTION_TYPE_FLAG + 1)

/**
 * WaxsealClientGrid:
 *
 * The tries as a table: a row for each client, a column for each encryption type that is in use.
 */
struct _WaxsealClientGrid
{
  AdwBin parent_instance;

  GtkGrid *grid;

  GListModel *tests;
  WaxsealClientTest *selected;
  GtkToggleButton *first; /* of the group of cells, or NULL */
};

G_DEFINE_FINAL_TYPE (WaxsealClientGrid, waxseal_client_grid, ADW_TYPE_BIN)

static guint selected_signal;

static void
toggled_cb (WaxsealClientGrid *self, GtkToggleButton *cell)
{
  WaxsealClientTest *test = waxseal_client_cell_get_test (WAXSEAL_CLIENT_CELL (cell));

  if (gtk_toggle_button_get_active (cell) && g_set_object (&self->selected, test))
    g_signal_emit (self, selected_signal, 0);
}

static void
attach_label (WaxsealClientGrid *self, const char *text, int column, int row, const char *css_class)
{
  GtkWidget *label = g_object_new (GTK_TYPE_LABEL,
                                   "label",
                                   text,
                                   "wrap",
                                   TRUE,
                                   "wrap-mode",
                                   PANGO_WRAP_WORD_CHAR,
                                   "xalign",
                                   column == 0 ? 0.0 : 0.5,
                                   NULL);

  gtk_widget_add_css_class (label, css_class);
  gtk_grid_attach (self->grid, label, column, row, 1, 1);
}

static void
attach_cell (WaxsealClientGrid *self, WaxsealClientTest *test, int column, int row)
{
  GtkWidget *cell = waxseal_client_cell_new (test);

  if (self->first != NULL)
    gtk_toggle_button_set_group (GTK_TOGGLE_BUTTON (cell), self->first);
  else
    self->first = GTK_TOGGLE_BUTTON (cell);
  gtk_toggle_button_set_active (GTK_TOGGLE_BUTTON (cell), test == self->selected);
  g_signal_connect_object (cell, "toggled", G_CALLBACK (toggled_cb), self, G_CONNECT_SWAPPED);
  gtk_grid_attach (self->grid, cell, column, row, 1, 1);
}

static void
clear (WaxsealClientGrid *self)
{
  GtkWidget *child;

  self->first = NULL;
  while ((child = gtk_widget_get_first_child (GTK_WIDGET (self->grid))) != NULL)
    gtk_grid_remove (self->grid, child);
}

static void
fill (WaxsealClientGrid *self)
{
  int columns[N_TYPES] = { 0 };
  int n_columns = 0;

  for (guint i = 0; i < g_list_model_get_n_items (self->tests); i++)
    {
      g_autoptr (WaxsealClientTest) test = g_list_model_get_item (self->tests, i);
      WaxsealOutlookClient client = waxseal_record_get_enum (test, "client");
      WaxsealEncryptionType type = waxseal_record_get_enum (test, "encryption-type");
      int row = client + 1;

      if (columns[type] == 0)
        {
          columns[type] = ++n_columns;
          attach_label (
            self, waxseal_encryption_type_get_label (type), columns[type], 0, "heading");
        }
      if (gtk_grid_get_child_at (self->grid, 0, row) == NULL)
        attach_label (self, waxseal_client_check_get_client_label (client), 0, row, "client-name");
      attach_cell (self, test, columns[type], row);
    }
}

static gboolean
is_there (WaxsealClientGrid *self, WaxsealClientTest *test)
{
  for (guint i = 0; i < g_list_model_get_n_items (self->tests); i++)
    {
      g_autoptr (WaxsealClientTest) item = g_list_model_get_item (self->tests, i);

      if (item == test)
        return TRUE;
    }
  return FALSE;
}

static void
tests_changed_cb (WaxsealClientGrid *self)
{
  g_autoptr (WaxsealClientTest) first = NULL;

  clear (self);
  if (self->selected == NULL || !is_there (self, self->selected))
    {
      first = g_list_model_get_item (self->tests, 0);
      g_set_object (&self->selected, first);
      g_signal_emit (self, selected_signal, 0);
    }
  fill (self);
}

static void
forget_tests (WaxsealClientGrid *self)
{
  if (self->tests != NULL)
    g_signal_handlers_disconnect_by_func (self->tests, tests_changed_cb, self);
  g_clear_object (&self->tests);
  g_clear_object (&self->selected);
}

static void
waxseal_client_grid_dispose (GObject *object)
{
  forget_tests (WAXSEAL_CLIENT_GRID (object));
  G_OBJECT_CLASS (waxseal_client_grid_parent_class)->dispose (object);
}

static void
waxseal_client_grid_class_init (WaxsealClientGridClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = waxseal_client_grid_dispose;
  selected_signal = g_signal_new (
    "selected", WAXSEAL_TYPE_CLIENT_GRID, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL, G_TYPE_NONE, 0);
  gtk_widget_class_set_template_from_resource (
    widget_class, "/io/github/waxseal/Waxseal/ui/waxseal-client-grid.ui");
  gtk_widget_class_bind_template_child (widget_class, WaxsealClientGrid, grid);
}

static void
waxseal_client_grid_init (WaxsealClientGrid *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
}

/** waxseal_client_grid_show: Shows @tests, of #WaxsealClientTest, and selects the first. */
void
waxseal_client_grid_show (WaxsealClientGrid *self, GListModel *tests)
{
  if (self->tests == tests)
    return;
  forget_tests (self);
  self->tests = g_object_ref (tests);
  g_signal_connect_object (
    tests, "items-changed", G_CALLBACK (tests_changed_cb), self, G_CONNECT_SWAPPED);
  tests_changed_cb (self);
}

/** waxseal_client_grid_get_selected: Returns: (transfer none) (nullable): %NULL without tests. */
WaxsealClientTest *
waxseal_client_grid_get_selected (WaxsealClientGrid *self)
{
  return self->selected;
}
