/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "waxseal-plan-row.h"

#include <glib/gi18n.h>

/**
 * WaxsealPlanRow:
 *
 * A line of the plan, then its progress, then its record: icon and word.
 */
struct _WaxsealPlanRow
{
  AdwActionRow parent_instance;

  GtkStack *stack;
  GtkImage *icon;
  GtkSpinner *spinner;

  WaxsealProvisionStep *step;
};

G_DEFINE_FINAL_TYPE (WaxsealPlanRow, waxseal_plan_row, ADW_TYPE_ACTION_ROW)

static const char *const icons[] = {
  [WAXSEAL_PROVISION_PENDING] = "waxseal-todo-symbolic",
  [WAXSEAL_PROVISION_RUNNING] = "waxseal-todo-symbolic",
  [WAXSEAL_PROVISION_WAITING] = "waxseal-todo-symbolic",
  [WAXSEAL_PROVISION_DONE] = "waxseal-verified-symbolic",
  [WAXSEAL_PROVISION_ALREADY] = "waxseal-verified-symbolic",
  [WAXSEAL_PROVISION_FAILED] = "dialog-warning-symbolic",
  [WAXSEAL_PROVISION_HANDED_OVER] = "avatar-default-symbolic",
  [WAXSEAL_PROVISION_CANCELLED] = "process-stop-symbolic",
};

static void
update (WaxsealPlanRow *self)
{
  WaxsealProvisionState state = waxseal_provision_step_get_state (self->step);
  const char *note = waxseal_provision_step_get_note (self->step);
  const char *word = waxseal_provision_state_describe (state);
  gboolean busy = state == WAXSEAL_PROVISION_RUNNING || state == WAXSEAL_PROVISION_WAITING;
  g_autofree char *both = NULL;

  if (*note != '\0' && !g_str_equal (note, word))
    /* Translators: how far a step is, and a note about it */
    both = g_strdup_printf (_ ("%s · %s"), word, note);
  adw_preferences_row_set_title (ADW_PREFERENCES_ROW (self),
                                 waxseal_provision_step_get_title (self->step));
  adw_action_row_set_subtitle (ADW_ACTION_ROW (self), both != NULL ? both : word);
  gtk_image_set_from_icon_name (self->icon, icons[state]);
  gtk_spinner_set_spinning (self->spinner, busy);
  gtk_stack_set_visible_child_name (self->stack, busy ? "spinner" : "icon");
}

static void
waxseal_plan_row_dispose (GObject *object)
{
  g_clear_object (&WAXSEAL_PLAN_ROW (object)->step);
  G_OBJECT_CLASS (waxseal_plan_row_parent_class)->dispose (object);
}

static void
waxseal_plan_row_class_init (WaxsealPlanRowClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = waxseal_plan_row_dispose;

  gtk_widget_class_set_template_from_resource (widget_class,
                                               "/io/github/waxseal/Waxseal/ui/waxseal-plan-row.ui");
  gtk_widget_class_bind_template_child (widget_class, WaxsealPlanRow, stack);
  gtk_widget_class_bind_template_child (widget_class, WaxsealPlanRow, icon);
  gtk_widget_class_bind_template_child (widget_class, WaxsealPlanRow, spinner);
}

static void
waxseal_plan_row_init (WaxsealPlanRow *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
}

/** waxseal_plan_row_new: Returns: (transfer floating): a row that follows @step. */
GtkWidget *
waxseal_plan_row_new (WaxsealProvisionStep *step)
{
  WaxsealPlanRow *self = g_object_new (WAXSEAL_TYPE_PLAN_ROW, NULL);

  self->step = g_object_ref (step);
  g_signal_connect_object (step, "notify", G_CALLBACK (update), self, G_CONNECT_SWAPPED);
  update (self);
  return GTK_WIDGET (self);
}
