/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "waxseal-criterion-row.h"

#include <glib/gi18n.h>

#include "waxseal-field-row.h"
#include "waxseal-list-removal.h"
#include "waxseal-page.h"
#include "waxseal-phase-gate.h"
#include "waxseal-rollout-person.h"

/**
 * WaxsealCriterionRow:
 *
 * One criterion of a phase: whether it is met, who says so, and what they add to it. What is set
 * here is the administrator's word.
 */
struct _WaxsealCriterionRow
{
  WaxsealRecordRow parent_instance;

  GtkCheckButton *check;
  AdwComboRow *result_row;
};

G_DEFINE_FINAL_TYPE (WaxsealCriterionRow, waxseal_criterion_row, WAXSEAL_TYPE_RECORD_ROW)

static void check_toggled_cb (WaxsealCriterionRow *self);
static void result_selected_cb (WaxsealCriterionRow *self);

static WaxsealCriterion *
get_criterion (WaxsealCriterionRow *self)
{
  return WAXSEAL_CRITERION (waxseal_record_row_get_record (WAXSEAL_RECORD_ROW (self)));
}

static void
show_check (WaxsealCriterionRow *self, WaxsealTestResult result, const char *title)
{
  /* Translators: %s is a criterion, a sentence */
  g_autofree char *label = g_strdup_printf (_ ("Met: %s"), title);

  g_signal_handlers_block_by_func (self->check, check_toggled_cb, self);
  gtk_check_button_set_active (self->check, result == WAXSEAL_TEST_RESULT_PASSED);
  g_signal_handlers_unblock_by_func (self->check, check_toggled_cb, self);
  gtk_accessible_update_property (GTK_ACCESSIBLE (self->check),
                                  GTK_ACCESSIBLE_PROPERTY_LABEL,
                                  label,
                                  -1);
}

static void
waxseal_criterion_row_update (WaxsealRecordRow *row, WaxsealRecord *record)
{
  WaxsealCriterionRow *self = WAXSEAL_CRITERION_ROW (row);
  WaxsealCriterion *criterion = WAXSEAL_CRITERION (record);
  WaxsealTestResult result = waxseal_record_get_enum (record, "result");
  const char *title = waxseal_criterion_get_label (criterion);
  g_autofree char *subtitle = waxseal_phase_gate_describe_result (criterion);

  waxseal_record_row_set_titles (row, title, subtitle);
  show_check (self, result, title);
  adw_expander_row_set_icon_name (ADW_EXPANDER_ROW (self),
                                  result == WAXSEAL_TEST_RESULT_FAILED ? "dialog-warning-symbolic"
                                                                       : NULL);
  g_signal_handlers_block_by_func (self->result_row, result_selected_cb, self);
  adw_combo_row_set_selected (self->result_row, result);
  g_signal_handlers_unblock_by_func (self->result_row, result_selected_cb, self);
}

static void
settle (WaxsealCriterionRow *self, WaxsealTestResult result)
{
  GtkWidget *page = gtk_widget_get_ancestor (GTK_WIDGET (self), WAXSEAL_TYPE_PAGE);
  g_autofree char *by =
    waxseal_rollout_person_suggest (waxseal_page_get_organization (WAXSEAL_PAGE (page)));

  waxseal_phase_gate_settle (get_criterion (self), result, by);
}

static void
check_toggled_cb (WaxsealCriterionRow *self)
{
  settle (self,
          gtk_check_button_get_active (self->check) ? WAXSEAL_TEST_RESULT_PASSED
                                                    : WAXSEAL_TEST_RESULT_OPEN);
}

static void
result_selected_cb (WaxsealCriterionRow *self)
{
  WaxsealTestResult result = adw_combo_row_get_selected (self->result_row);

  if (get_criterion (self) != NULL &&
      waxseal_record_get_enum (get_criterion (self), "result") != (int) result)
    settle (self, result);
}

static void
remove_clicked_cb (WaxsealRecordRow *self)
{
  WaxsealRecord *criterion = waxseal_record_row_get_record (self);

  waxseal_list_removal_run (GTK_WIDGET (self),
                            waxseal_record_row_get_list (self),
                            criterion,
                            waxseal_criterion_get_label (WAXSEAL_CRITERION (criterion)));
}

static void
waxseal_criterion_row_class_init (WaxsealCriterionRowClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  WAXSEAL_RECORD_ROW_CLASS (klass)->update = waxseal_criterion_row_update;
  g_type_ensure (WAXSEAL_TYPE_FIELD_ROW);
  gtk_widget_class_set_template_from_resource (
    widget_class, "/io/github/waxseal/Waxseal/ui/waxseal-criterion-row.ui");
  gtk_widget_class_bind_template_child (widget_class, WaxsealCriterionRow, check);
  gtk_widget_class_bind_template_child (widget_class, WaxsealCriterionRow, result_row);
  gtk_widget_class_bind_template_callback (widget_class, check_toggled_cb);
  gtk_widget_class_bind_template_callback (widget_class, remove_clicked_cb);
  gtk_widget_class_bind_template_callback (widget_class, result_selected_cb);
}

static void
waxseal_criterion_row_init (WaxsealCriterionRow *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
}
