/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "waxseal-sheet-group.h"

#include <glib/gi18n.h>

#include "waxseal-run-sheet.h"
#include "waxseal-sheet-list.h"

/**
 * WaxsealSheetGroup:
 *
 * The steps of an action on a road that a person drives, in the portal's order; before them, what
 * that road cannot do.
 */
struct _WaxsealSheetGroup
{
  AdwBin parent_instance;

  AdwPreferencesGroup *group;
  AdwExpanderRow *limits_row;
  WaxsealSheetList *steps_list;

  GPtrArray *limit_rows; /* (element-type GtkWidget), of limits_row */
  GListModel *limits;
};

G_DEFINE_FINAL_TYPE (WaxsealSheetGroup, waxseal_sheet_group, ADW_TYPE_BIN)

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
  g_clear_object (&self->limits);
  G_OBJECT_CLASS (waxseal_sheet_group_parent_class)->dispose (object);
}

static void
waxseal_sheet_group_class_init (WaxsealSheetGroupClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = waxseal_sheet_group_dispose;
  g_type_ensure (WAXSEAL_TYPE_SHEET_LIST);
  gtk_widget_class_set_template_from_resource (
    widget_class, "/io/github/waxseal/Waxseal/ui/waxseal-sheet-group.ui");
  gtk_widget_class_bind_template_child (widget_class, WaxsealSheetGroup, group);
  gtk_widget_class_bind_template_child (widget_class, WaxsealSheetGroup, limits_row);
  gtk_widget_class_bind_template_child (widget_class, WaxsealSheetGroup, steps_list);
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
  waxseal_sheet_list_show (self->steps_list, steps, order->organization);
  if (!waxseal_sheet_list_are_same (self->limits, limits))
    {
      g_set_object (&self->limits, limits);
      show_limits (self);
    }
}
