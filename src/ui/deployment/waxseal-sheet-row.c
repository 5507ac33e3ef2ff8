/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "waxseal-sheet-row.h"

#include <glib/gi18n.h>

#include "waxseal-copy-row.h"
#include "waxseal-link-row.h"
#include "waxseal-portal-value.h"

/**
 * WaxsealSheetRow:
 *
 * One step of a run sheet: what to do, what to enter, what there is to see then. Its check mark
 * only keeps one's place; what counts is the word for all of them together.
 */
struct _WaxsealSheetRow
{
  AdwExpanderRow parent_instance;

  GtkCheckButton *check;
  GtkWidget *assumed_label;
  AdwActionRow *text_row;
  WaxsealLinkRow *link_row;
  AdwActionRow *file_row;
  AdwActionRow *shows_row;
  AdwActionRow *source_row;
};

G_DEFINE_FINAL_TYPE (WaxsealSheetRow, waxseal_sheet_row, ADW_TYPE_EXPANDER_ROW)

static guint checked_signal;

static void
toggled_cb (WaxsealSheetRow *self)
{
  g_signal_emit (self, checked_signal, 0);
}

static void
waxseal_sheet_row_class_init (WaxsealSheetRowClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  checked_signal = g_signal_new (
    "checked", WAXSEAL_TYPE_SHEET_ROW, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL, G_TYPE_NONE, 0);

  g_type_ensure (WAXSEAL_TYPE_LINK_ROW);
  gtk_widget_class_set_template_from_resource (
    widget_class, "/io/github/waxseal/Waxseal/ui/waxseal-sheet-row.ui");
  gtk_widget_class_bind_template_child (widget_class, WaxsealSheetRow, check);
  gtk_widget_class_bind_template_child (widget_class, WaxsealSheetRow, assumed_label);
  gtk_widget_class_bind_template_child (widget_class, WaxsealSheetRow, text_row);
  gtk_widget_class_bind_template_child (widget_class, WaxsealSheetRow, link_row);
  gtk_widget_class_bind_template_child (widget_class, WaxsealSheetRow, file_row);
  gtk_widget_class_bind_template_child (widget_class, WaxsealSheetRow, shows_row);
  gtk_widget_class_bind_template_child (widget_class, WaxsealSheetRow, source_row);
  gtk_widget_class_bind_template_callback (widget_class, toggled_cb);
}

static void
waxseal_sheet_row_init (WaxsealSheetRow *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
}

static void
show_title (WaxsealSheetRow *self, WaxsealRunSheetStep *step)
{
  const char *title = waxseal_run_sheet_step_get_title (step);
  /* Translators: the number of a step, then the step */
  g_autofree char *numbered =
    g_strdup_printf (_ ("%u. %s"), waxseal_run_sheet_step_get_number (step), title);
  /* Translators: %s is a step, such as “3. Register an application” */
  g_autofree char *label = g_strdup_printf (_ ("Done: %s"), numbered);

  adw_preferences_row_set_title (ADW_PREFERENCES_ROW (self), numbered);
  gtk_accessible_update_property (GTK_ACCESSIBLE (self->check),
                                  GTK_ACCESSIBLE_PROPERTY_LABEL,
                                  label,
                                  -1);
}

static void
show_text (WaxsealSheetRow *self, const char *text)
{
  gtk_widget_set_visible (GTK_WIDGET (self->text_row), text != NULL);
  adw_preferences_row_set_title (ADW_PREFERENCES_ROW (self->text_row), text != NULL ? text : "");
}

static void
show_property (AdwActionRow *row, const char *text)
{
  gtk_widget_set_visible (GTK_WIDGET (row), text != NULL);
  adw_action_row_set_subtitle (row, text != NULL ? text : "");
}

static void
show_link (WaxsealSheetRow *self, const char *place, WaxsealOrganization *organization)
{
  gtk_widget_set_visible (GTK_WIDGET (self->link_row), place != NULL);
  if (place != NULL)
    g_object_set (self->link_row, "place", place, "organization", organization, NULL);
}

static void
add_values (WaxsealSheetRow *self, GListModel *values)
{
  for (guint i = 0; i < g_list_model_get_n_items (values); i++)
    {
      g_autoptr (WaxsealPortalValue) value = g_list_model_get_item (values, i);
      GtkWidget *row = g_object_new (WAXSEAL_TYPE_COPY_ROW,
                                     "title",
                                     waxseal_portal_value_get_label (value),
                                     "value",
                                     waxseal_portal_value_get_value (value),
                                     NULL);

      adw_expander_row_add_row (ADW_EXPANDER_ROW (self), row);
    }
}

/* What there is to see comes after what there is to enter. */
static void
move_to_end (WaxsealSheetRow *self, AdwActionRow *row)
{
  g_object_ref (row);
  adw_expander_row_remove (ADW_EXPANDER_ROW (self), GTK_WIDGET (row));
  adw_expander_row_add_row (ADW_EXPANDER_ROW (self), GTK_WIDGET (row));
  g_object_unref (row);
}

/** waxseal_sheet_row_new: Returns: (transfer floating): a row for @step. */
GtkWidget *
waxseal_sheet_row_new (WaxsealRunSheetStep *step, WaxsealOrganization *organization)
{
  WaxsealSheetRow *self = g_object_new (WAXSEAL_TYPE_SHEET_ROW, NULL);

  show_title (self, step);
  gtk_widget_set_visible (self->assumed_label, waxseal_run_sheet_step_get_is_assumed (step));
  show_text (self, waxseal_run_sheet_step_get_text (step));
  show_link (self, waxseal_run_sheet_step_get_place (step), organization);
  gtk_widget_set_visible (GTK_WIDGET (self->file_row),
                          waxseal_run_sheet_step_get_needs_file (step));
  show_property (self->shows_row, waxseal_run_sheet_step_get_shows (step));
  show_property (self->source_row, waxseal_run_sheet_step_get_source (step));
  add_values (self, waxseal_run_sheet_step_get_values (step));
  move_to_end (self, self->shows_row);
  move_to_end (self, self->source_row);
  return GTK_WIDGET (self);
}

/** waxseal_sheet_row_is_checked: Returns: whether it was checked off. */
gboolean
waxseal_sheet_row_is_checked (WaxsealSheetRow *self)
{
  return gtk_check_button_get_active (self->check);
}
