/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "waxseal-sheet-list.h"

#include "waxseal-portal-value.h"
#include "waxseal-run-sheet-step.h"
#include "waxseal-sheet-row.h"

/**
 * WaxsealSheetList:
 *
 * Steps, one after the other: the first that is not checked off stands open.
 */
struct _WaxsealSheetList
{
  AdwBin parent_instance;

  GtkListBox *box;

  GListModel *steps;
};

G_DEFINE_FINAL_TYPE (WaxsealSheetList, waxseal_sheet_list, ADW_TYPE_BIN)

static gboolean
are_same_values (GListModel *a, GListModel *b)
{
  guint n = g_list_model_get_n_items (a);

  if (g_list_model_get_n_items (b) != n)
    return FALSE;
  for (guint i = 0; i < n; i++)
    {
      g_autoptr (WaxsealPortalValue) of_a = g_list_model_get_item (a, i);
      g_autoptr (WaxsealPortalValue) of_b = g_list_model_get_item (b, i);

      if (!g_str_equal (waxseal_portal_value_get_value (of_a),
                        waxseal_portal_value_get_value (of_b)))
        return FALSE;
    }
  return TRUE;
}

/* A step is one of a table: its words are the same where these are. */
static gboolean
have_same_words (WaxsealRunSheetStep *a, WaxsealRunSheetStep *b)
{
  return waxseal_run_sheet_step_get_title (a) == waxseal_run_sheet_step_get_title (b) &&
         waxseal_run_sheet_step_get_text (a) == waxseal_run_sheet_step_get_text (b) &&
         waxseal_run_sheet_step_get_is_assumed (a) == waxseal_run_sheet_step_get_is_assumed (b);
}

/**
 * waxseal_sheet_list_are_same:
 * @a: (nullable): of #WaxsealRunSheetStep
 * @b: of #WaxsealRunSheetStep
 *
 * Returns: whether they say the same.
 */
gboolean
waxseal_sheet_list_are_same (GListModel *a, GListModel *b)
{
  guint n = g_list_model_get_n_items (b);

  if (a == NULL || g_list_model_get_n_items (a) != n)
    return FALSE;
  for (guint i = 0; i < n; i++)
    {
      g_autoptr (WaxsealRunSheetStep) of_a = g_list_model_get_item (a, i);
      g_autoptr (WaxsealRunSheetStep) of_b = g_list_model_get_item (b, i);

      if (!have_same_words (of_a, of_b) ||
          !are_same_values (waxseal_run_sheet_step_get_values (of_a),
                            waxseal_run_sheet_step_get_values (of_b)))
        return FALSE;
    }
  return TRUE;
}

static void
checked_cb (WaxsealSheetList *self)
{
  waxseal_sheet_list_open_next (self);
}

static void
waxseal_sheet_list_dispose (GObject *object)
{
  g_clear_object (&WAXSEAL_SHEET_LIST (object)->steps);
  G_OBJECT_CLASS (waxseal_sheet_list_parent_class)->dispose (object);
}

static void
waxseal_sheet_list_class_init (WaxsealSheetListClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = waxseal_sheet_list_dispose;
  gtk_widget_class_set_template_from_resource (
    widget_class, "/io/github/waxseal/Waxseal/ui/waxseal-sheet-list.ui");
  gtk_widget_class_bind_template_child (widget_class, WaxsealSheetList, box);
}

static void
waxseal_sheet_list_init (WaxsealSheetList *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
}

/** waxseal_sheet_list_open_next: Shows the first step that is not checked off. */
void
waxseal_sheet_list_open_next (WaxsealSheetList *self)
{
  gboolean found = FALSE;

  for (GtkWidget *row = gtk_widget_get_first_child (GTK_WIDGET (self->box)); row != NULL;
       row = gtk_widget_get_next_sibling (row))
    {
      gboolean next = !found && !waxseal_sheet_row_is_checked (WAXSEAL_SHEET_ROW (row));

      adw_expander_row_set_expanded (ADW_EXPANDER_ROW (row), next);
      found = found || next;
    }
}

/**
 * waxseal_sheet_list_show:
 * @steps: of #WaxsealRunSheetStep; where they say the same as before, what was checked off stays
 */
void
waxseal_sheet_list_show (WaxsealSheetList *self,
                         GListModel *steps,
                         WaxsealOrganization *organization)
{
  GtkWidget *row;

  if (waxseal_sheet_list_are_same (self->steps, steps))
    return;
  g_set_object (&self->steps, steps);
  while ((row = gtk_widget_get_first_child (GTK_WIDGET (self->box))) != NULL)
    gtk_list_box_remove (self->box, row);
  for (guint i = 0; i < g_list_model_get_n_items (steps); i++)
    {
      g_autoptr (WaxsealRunSheetStep) step = g_list_model_get_item (steps, i);

      row = waxseal_sheet_row_new (step, organization);
      g_signal_connect_object (row, "checked", G_CALLBACK (checked_cb), self, G_CONNECT_SWAPPED);
      gtk_list_box_append (self->box, row);
    }
  waxseal_sheet_list_open_next (self);
}
