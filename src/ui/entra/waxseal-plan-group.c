/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "waxseal-plan-group.h"

#include <glib/gi18n.h>

#include "waxseal-error-row.h"
#include "waxseal-hand-over-group.h"
#include "waxseal-plan-row.h"

/**
 * WaxsealPlanGroup:
 *
 * The plan before anything is sent, then its progress, and then the record of what was done.
 */
struct _WaxsealPlanGroup
{
  GtkBox parent_instance;

  AdwPreferencesGroup *group;
  WaxsealErrorRow *error_row;
  AdwActionRow *warning_row;
  GtkListBox *steps_box;
  GtkWidget *caution_label;
  WaxsealHandOverGroup *hand_over_group;
  GtkWidget *back_button;
  GtkWidget *cancel_button;
  GtkWidget *resume_button;
  GtkWidget *start_button;

  WaxsealEntraDesk *desk;
  WaxsealProvisionPlan *plan; /* that is shown */
};

G_DEFINE_FINAL_TYPE (WaxsealPlanGroup, waxseal_plan_group, GTK_TYPE_BOX)

static GtkWidget *
create_row_cb (gpointer step, gpointer user_data)
{
  return waxseal_plan_row_new (step);
}

static void
show_plan (WaxsealPlanGroup *self)
{
  WaxsealProvisionPlan *plan = waxseal_entra_desk_get_plan (self->desk);
  const char *warning;

  if (plan == NULL || !g_set_object (&self->plan, plan))
    return;
  warning = waxseal_provision_plan_get_warning (plan);
  gtk_widget_set_visible (GTK_WIDGET (self->warning_row), warning != NULL);
  adw_preferences_row_set_title (ADW_PREFERENCES_ROW (self->warning_row),
                                 warning != NULL ? warning : "");
  gtk_list_box_bind_model (
    self->steps_box, waxseal_provision_plan_get_steps (plan), create_row_cb, NULL, NULL);
}

static gboolean
is_unfinished (WaxsealPlanGroup *self)
{
  GListModel *steps = waxseal_provision_plan_get_steps (self->plan);

  for (guint i = 0; i < g_list_model_get_n_items (steps); i++)
    {
      g_autoptr (WaxsealProvisionStep) step = g_list_model_get_item (steps, i);

      if (!waxseal_provision_step_is_over (step))
        return TRUE;
    }
  return FALSE;
}

static void
show_buttons (WaxsealPlanGroup *self, WaxsealEntraStage stage)
{
  gboolean ended = stage == WAXSEAL_ENTRA_STAGE_ENDED;
  gboolean failed = ended && waxseal_entra_desk_get_error (self->desk) != NULL;
  gboolean waiting = waxseal_entra_desk_is_handed_over (self->desk);
  gboolean stopped = ended && !failed && !waiting && is_unfinished (self);
  GtkWidget *starters[] = { self->start_button, self->back_button, self->resume_button };

  for (guint i = 0; i < G_N_ELEMENTS (starters); i++)
    gtk_widget_set_sensitive (starters[i], !waxseal_entra_desk_is_busy (self->desk));
  gtk_widget_set_visible (self->start_button, stage == WAXSEAL_ENTRA_STAGE_PLANNED);
  gtk_widget_set_visible (self->back_button,
                          stage == WAXSEAL_ENTRA_STAGE_PLANNED || failed || stopped || waiting);
  gtk_widget_set_visible (self->cancel_button, stage == WAXSEAL_ENTRA_STAGE_RUNNING);
  gtk_widget_set_visible (self->resume_button, stopped);
  gtk_widget_set_visible (self->caution_label, stage == WAXSEAL_ENTRA_STAGE_PLANNED);
  adw_preferences_group_set_title (self->group,
                                   stage == WAXSEAL_ENTRA_STAGE_PLANNED ? _ ("Plan")
                                                                        : _ ("Progress"));
}

static void
update (WaxsealPlanGroup *self)
{
  WaxsealEntraStage stage = waxseal_entra_desk_get_stage (self->desk);
  gboolean shown = waxseal_entra_desk_get_plan (self->desk) != NULL;

  gtk_widget_set_visible (GTK_WIDGET (self), shown);
  if (!shown)
    return;
  show_plan (self);
  /* What it was going to do is told by the lines, once it is done. */
  adw_preferences_group_set_description (self->group,
                                         stage != WAXSEAL_ENTRA_STAGE_ENDED
                                           ? waxseal_provision_plan_get_summary (self->plan)
                                           : NULL);
  show_buttons (self, stage);
  waxseal_error_row_show (
    self->error_row,
    stage == WAXSEAL_ENTRA_STAGE_ENDED ? waxseal_entra_desk_get_error (self->desk) : NULL,
    waxseal_tenant_session_get_way (waxseal_entra_desk_get_session (self->desk)));
  waxseal_hand_over_group_update (self->hand_over_group, self->desk);
}

static void
start_clicked_cb (WaxsealPlanGroup *self)
{
  waxseal_entra_desk_start (self->desk);
}

static void
back_clicked_cb (WaxsealPlanGroup *self)
{
  waxseal_entra_desk_drop_plan (self->desk);
}

static void
cancel_clicked_cb (WaxsealPlanGroup *self)
{
  waxseal_entra_desk_cancel (self->desk);
}

static void
resume_clicked_cb (WaxsealPlanGroup *self)
{
  waxseal_entra_desk_resume (self->desk);
}

/* For whoever has the role that is missing. */
static void
copy_plan (WaxsealPlanGroup *self)
{
  GListModel *steps = waxseal_provision_plan_get_steps (self->plan);
  g_autoptr (GString) text = g_string_new (waxseal_provision_plan_get_summary (self->plan));

  g_string_append (text, "\n");
  for (guint i = 0; i < g_list_model_get_n_items (steps); i++)
    {
      g_autoptr (WaxsealProvisionStep) step = g_list_model_get_item (steps, i);

      g_string_append_printf (text,
                              "\n- %s: %s",
                              waxseal_provision_step_get_title (step),
                              waxseal_provision_state_describe (
                                waxseal_provision_step_get_state (step)));
    }
  gdk_clipboard_set_text (gtk_widget_get_clipboard (GTK_WIDGET (self)), text->str);
  gtk_widget_activate_action (GTK_WIDGET (self),
                              "win.notify",
                              "s",
                              _ ("Plan copied. Send it to someone who has the role"));
}

static void
remove_secrets (WaxsealPlanGroup *self)
{
  if (g_error_matches (waxseal_entra_desk_get_error (self->desk),
                       WAXSEAL_ERROR,
                       WAXSEAL_ERROR_ORPHAN_SECRET))
    waxseal_entra_desk_remove_orphans (self->desk);
  else
    waxseal_entra_desk_show_secrets (self->desk);
}

static void
remedy_cb (WaxsealPlanGroup *self, guint action)
{
  switch ((WaxsealRemedyAction) action)
    {
    case WAXSEAL_REMEDY_REMOVE_SECRET:
      remove_secrets (self);
      break;
    case WAXSEAL_REMEDY_HAND_OVER:
      copy_plan (self);
      break;
    case WAXSEAL_REMEDY_CHOOSE_APP:
    case WAXSEAL_REMEDY_SETTINGS:
      waxseal_entra_desk_drop_plan (self->desk);
      break;
    case WAXSEAL_REMEDY_USE_CODE:
    case WAXSEAL_REMEDY_NEW_CODE:
      waxseal_tenant_session_set_way (waxseal_entra_desk_get_session (self->desk),
                                      WAXSEAL_SIGN_IN_CODE);
      waxseal_entra_desk_resume (self->desk);
      break;
    case WAXSEAL_REMEDY_USE_BROWSER:
      waxseal_tenant_session_set_way (waxseal_entra_desk_get_session (self->desk),
                                      WAXSEAL_SIGN_IN_BROWSER);
      waxseal_entra_desk_resume (self->desk);
      break;
    case WAXSEAL_REMEDY_NONE:
    case WAXSEAL_REMEDY_TRY_AGAIN:
    case WAXSEAL_REMEDY_SIGN_IN:
    default:
      waxseal_entra_desk_resume (self->desk);
    }
}

static void
forget_desk (WaxsealPlanGroup *self)
{
  if (self->desk != NULL)
    g_signal_handlers_disconnect_by_data (self->desk, self);
  g_clear_object (&self->desk);
  g_clear_object (&self->plan);
}

static void
waxseal_plan_group_dispose (GObject *object)
{
  forget_desk (WAXSEAL_PLAN_GROUP (object));
  G_OBJECT_CLASS (waxseal_plan_group_parent_class)->dispose (object);
}

static void
waxseal_plan_group_class_init (WaxsealPlanGroupClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = waxseal_plan_group_dispose;

  g_type_ensure (WAXSEAL_TYPE_ERROR_ROW);
  g_type_ensure (WAXSEAL_TYPE_HAND_OVER_GROUP);
  gtk_widget_class_set_template_from_resource (
    widget_class, "/io/github/waxseal/Waxseal/ui/waxseal-plan-group.ui");
  gtk_widget_class_bind_template_child (widget_class, WaxsealPlanGroup, group);
  gtk_widget_class_bind_template_child (widget_class, WaxsealPlanGroup, error_row);
  gtk_widget_class_bind_template_child (widget_class, WaxsealPlanGroup, warning_row);
  gtk_widget_class_bind_template_child (widget_class, WaxsealPlanGroup, steps_box);
  gtk_widget_class_bind_template_child (widget_class, WaxsealPlanGroup, caution_label);
  gtk_widget_class_bind_template_child (widget_class, WaxsealPlanGroup, hand_over_group);
  gtk_widget_class_bind_template_child (widget_class, WaxsealPlanGroup, back_button);
  gtk_widget_class_bind_template_child (widget_class, WaxsealPlanGroup, cancel_button);
  gtk_widget_class_bind_template_child (widget_class, WaxsealPlanGroup, resume_button);
  gtk_widget_class_bind_template_child (widget_class, WaxsealPlanGroup, start_button);
  gtk_widget_class_bind_template_callback (widget_class, back_clicked_cb);
  gtk_widget_class_bind_template_callback (widget_class, cancel_clicked_cb);
  gtk_widget_class_bind_template_callback (widget_class, remedy_cb);
  gtk_widget_class_bind_template_callback (widget_class, resume_clicked_cb);
  gtk_widget_class_bind_template_callback (widget_class, start_clicked_cb);
}

static void
waxseal_plan_group_init (WaxsealPlanGroup *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
}

/** waxseal_plan_group_set_desk: Shows the plan of another desk. */
void
waxseal_plan_group_set_desk (WaxsealPlanGroup *self, WaxsealEntraDesk *desk)
{
  forget_desk (self);
  self->desk = g_object_ref (desk);
  g_signal_connect_swapped (desk, "changed", G_CALLBACK (update), self);
  update (self);
}
