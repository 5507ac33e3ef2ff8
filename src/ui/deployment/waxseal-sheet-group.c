/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "waxseal-sheet-group.h"

#include <glib/gi18n.h>

#include "waxseal-portal-value.h"
#include "waxseal-run-sheet.h"
#include "waxseal-sheet-row.h"

/**
 * WaxsealSheetGroup:
 *
 * The steps of an action on a road that a person drives, in the portal's order; before them, what
 * that road cannot do. The first step that is not checked off stands open.
 */
struct _WaxsealSheetGroup
{
  AdwBin parent_instance;

  AdwPreferencesGroup *group;
  AdwExpanderRow *limits_row;
  GtkListBox *steps_box;

  GPtrArray *limit_rows; /* (element-type GtkWidget), of limits_row */
  GListModel *steps;
  GListModel *limits;
};

G_DEFINE_FINAL_TYPE (WaxsealSheetGroup, waxseal_sheet_group, ADW_TYPE_BIN)

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

static gboolean
are_same (GListModel *a, GListModel *b)
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
open_next (WaxsealSheetGroup *self)
{
  gboolean found = FALSE;

  for (GtkWidget *row = gtk_widget_get_first_child (GTK_WIDGET (self->steps_box)); row != NULL;
       row = gtk_widget_get_next_sibling (row))
    {
      gboolean next = !found && !waxseal_sheet_row_is_checked (WAXSEAL_SHEET_ROW (row));

      adw_expander_row_set_expanded (ADW_EXPANDER_ROW (row), next);
      found = found || next;
    }
}

static void
show_steps (WaxsealSheetGroup *self, WaxsealOrganization *organization)
{
  GtkWidget *row;

  while ((row = gtk_widget_get_first_child (GTK_WIDGET (self->steps_box))) != NULL)
    gtk_list_box_remove (self->steps_box, row);
  for (guint i = 0; i < g_list_model_get_n_items (self->steps); i++)
    {
      g_autoptr (WaxsealRunSheetStep) step = g_list_model_get_item (self->steps, i);

      row = waxseal_sheet_row_new (step, organization);
      g_signal_connect_object (row, "checked", G_CALLBACK (open_next), self, G_CONNECT_SWAPPED);
      gtk_list_box_append (self->steps_box, row);
    }
  open_next (self);
}

static void
add_limit (WaxsealSheetGroup *self, WaxsealRunSheetStep *limit)
{
  GtkWidget *row = g_object_new (ADW_TYPE_ACTION_ROW,
                                 "use-markup",
                                 FALSE,
                                 "title",
                                 waxseal_run_sheet_step_get_title (limit),
                                 "subtitle",
                                 waxseal_run_sheet_step_get_text (limit),
                                 "title-lines",
                                 0,
                                 "subtitle-lines",
                                 0,
                                 NULL);

  g_ptr_array_add (self->limit_rows, row);
  adw_expander_row_add_row (self->limits_row, row);
}

static void
show_limits (WaxsealSheetGroup *self)
{
  guint n = g_list_model_get_n_items (self->limits);
  g_autofree char *subtitle = NULL;

  for (guint i = 0; i < self->limit_rows->len; i++)
    adw_expander_row_remove (self->limits_row, self->limit_rows->pdata[i]);
  g_ptr_array_set_size (self->limit_rows, 0);
  for (guint i = 0; i < n; i++)
    {
      g_autoptr (WaxsealRunSheetStep) limit = g_list_model_get_item (self->limits, i);

      add_limit (self, limit);
    }
  subtitle = g_strdup_printf (ngettext ("%u thing to know", "%u things to know", n), n);
  adw_expander_row_set_subtitle (self->limits_row, subtitle);
  gtk_widget_set_visible (GTK_WIDGET (self->limits_row), n > 0);
}

static void
waxseal_sheet_group_dispose (GObject *object)
{
  WaxsealSheetGroup *self = WAXSEAL_SHEET_GROUP (object);

  g_clear_pointer (&self->limit_rows, g_ptr_array_unref);
  g_clear_object (&self->steps);
  g_clear_object (&self->limits);
  G_OBJECT_CLASS (waxseal_sheet_group_parent_class)->dispose (object);
}

static void
waxseal_sheet_group_class_init (WaxsealSheetGroupClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = waxseal_sheet_group_dispose;
  gtk_widget_class_set_template_from_resource (
    widget_class, "/io/github/waxseal/Waxseal/ui/waxseal-sheet-group.ui");
  gtk_widget_class_bind_template_child (widget_class, WaxsealSheetGroup, group);
  gtk_widget_class_bind_template_child (widget_class, WaxsealSheetGroup, limits_row);
  gtk_widget_class_bind_template_child (widget_class, WaxsealSheetGroup, steps_box);
}

static void
waxseal_sheet_group_init (WaxsealSheetGroup *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
  self->limit_rows = g_ptr_array_new ();
}

/**
 * waxseal_sheet_group_show:
 * @road: %WAXSEAL_ROAD_ADMIN_CENTER or _SCRIPT
 *
 * Shows the steps of @order; where they are those that it shows, what was checked off stays.
 */
void
waxseal_sheet_group_show (WaxsealSheetGroup *self,
                          const WaxsealRolloutOrder *order,
                          WaxsealRoad road,
                          const char *manifest_name)
{
  g_autoptr (GListModel) steps = waxseal_run_sheet_build (order, road, manifest_name);
  g_autoptr (GListModel) limits = waxseal_run_sheet_list_limits (order, road);

  adw_preferences_group_set_title (self->group, waxseal_rollout_action_get_label (order->action));
  adw_preferences_group_set_description (self->group,
                                         waxseal_rollout_action_get_text (order->action));
  if (!are_same (self->steps, steps))
    {
      g_set_object (&self->steps, steps);
      show_steps (self, order->organization);
    }
  if (!are_same (self->limits, limits))
    {
      g_set_object (&self->limits, limits);
      show_limits (self);
    }
}
