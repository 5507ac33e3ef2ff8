/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "waxseal-direct-plan-group.h"

#include <glib/gi18n.h>

#include "waxseal-date.h"
#include "waxseal-direct-step-row.h"
#include "waxseal-error-row.h"
#include "waxseal-phase-road.h"

/**
 * WaxsealDirectPlanGroup:
 *
 * What would be sent to Exchange, before anything is; then its progress, and then the record of
 * what was done and read back.
 */
struct _WaxsealDirectPlanGroup
{
  GtkBox parent_instance;

  AdwPreferencesGroup *group;
  GtkListBox *refusals_box;
  GtkListBox *steps_box;
  WaxsealErrorRow *error_row;
  GtkWidget *instead_row;
  GtkWidget *notes_row;
  GtkLabel *notes_label;
  GtkWidget *cancel_button;
  GtkWidget *start_button;

  WaxsealDirectJob *job;
  WaxsealDirectPlan *plan; /* that is shown, or NULL */
};

enum
{
  USE_ADMIN_CENTER,
  N_SIGNALS
};

static guint signals[N_SIGNALS];

G_DEFINE_FINAL_TYPE (WaxsealDirectPlanGroup, waxseal_direct_plan_group, GTK_TYPE_BOX)

static GtkWidget *
create_step_row_cb (gpointer step, gpointer user_data)
{
  return waxseal_direct_step_row_new (step);
}

static GtkWidget *
create_refusal_row_cb (gpointer refusal, gpointer user_data)
{
  return g_object_new (ADW_TYPE_ACTION_ROW,
                       "use-markup",
                       FALSE,
                       "title",
                       gtk_string_object_get_string (refusal),
                       "title-lines",
                       0,
                       "icon-name",
                       "dialog-warning-symbolic",
                       NULL);
}

static void
list_plan (WaxsealDirectPlanGroup *self)
{
  const char *const *refusals = waxseal_direct_plan_get_refusals (self->plan);
  g_autoptr (GtkStringList) list = gtk_string_list_new (refusals);
  g_autofree char *notes =
    g_strjoinv ("\n\n", (char **) waxseal_direct_plan_get_notes (self->plan));

  gtk_list_box_bind_model (
    self->refusals_box, G_LIST_MODEL (list), create_refusal_row_cb, NULL, NULL);
  gtk_widget_set_visible (GTK_WIDGET (self->refusals_box), refusals[0] != NULL);
  gtk_label_set_label (self->notes_label, notes);
  gtk_list_box_bind_model (
    self->steps_box, waxseal_direct_plan_get_steps (self->plan), create_step_row_cb, NULL, NULL);
  gtk_widget_set_visible (GTK_WIDGET (self->steps_box), refusals[0] == NULL);
}

static gboolean
is_done (WaxsealDirectPlanGroup *self)
{
  GListModel *steps = waxseal_direct_plan_get_steps (self->plan);

  for (guint i = 0; i < g_list_model_get_n_items (steps); i++)
    {
      g_autoptr (WaxsealDirectStep) step = g_list_model_get_item (steps, i);

      if (!waxseal_direct_step_is_over (step))
        return FALSE;
    }
  return TRUE;
}

/* With the name of the action and the phase. */
static const char *
get_heading (WaxsealDirectPlanGroup *self, WaxsealDirectStage stage)
{
  if (stage == WAXSEAL_DIRECT_STAGE_PLANNED)
    /* Translators: what is planned, such as “Deploy” or “Widen” */
    return _ ("Plan: %s");
  if (stage != WAXSEAL_DIRECT_STAGE_ENDED)
    /* Translators: what is under way, such as “Deploy” or “Widen” */
    return _ ("Under Way: %s");
  /* Translators: what was done, such as “Deploy” or “Widen” */
  return is_done (self) ? _ ("Done: %s")
                        /* Translators: what was stopped, such as “Deploy” or “Widen” */
                        : _ ("Not Done: %s");
}

static char *
describe (WaxsealDirectPlanGroup *self, WaxsealDirectStage stage)
{
  g_autofree char *time = NULL;

  if (stage == WAXSEAL_DIRECT_STAGE_PLANNED)
    return g_strdup (waxseal_direct_plan_get_summary (self->plan));
  if (stage != WAXSEAL_DIRECT_STAGE_ENDED)
    return NULL;
  time = waxseal_date_format_time (waxseal_direct_job_get_ended_on (self->job));
  /* Translators: %s is a day and a time */
  return g_strdup_printf (is_done (self) ? _ ("Read back from Exchange Online on %s")
                                         /* Translators: %s is a day and a time */
                                         : _ ("Ended on %s"),
                          time);
}

static void
show_heading (WaxsealDirectPlanGroup *self, WaxsealDirectStage stage)
{
  const WaxsealDirectAim *aim = waxseal_direct_plan_get_aim (self->plan);
  g_autofree char *action = g_strdup_printf ("%s · %s",
                                             waxseal_rollout_action_get_label (aim->action),
                                             waxseal_rollout_phase_get_label (aim->phase));
  g_auto (GStrv) halves = g_strsplit (get_heading (self, stage), "%s", 2);
  g_autofree char *title = g_strjoinv (action, halves);
  g_autofree char *description = describe (self, stage);

  adw_preferences_group_set_title (self->group, title);
  adw_preferences_group_set_description (self->group, description);
}

/* Where it failed or cannot be done; people who have it by this way would get it twice otherwise.
 */
static gboolean
offers_admin_center (WaxsealDirectPlanGroup *self, WaxsealDirectStage stage)
{
  WaxsealRolloutPhase *phase = waxseal_direct_plan_get_aim (self->plan)->phase;
  gboolean in_vain =
    (stage == WAXSEAL_DIRECT_STAGE_PLANNED && !waxseal_direct_plan_can_run (self->plan)) ||
    (stage == WAXSEAL_DIRECT_STAGE_ENDED && waxseal_direct_job_get_error (self->job) != NULL);

  return in_vain && !waxseal_phase_road_is_fixed (phase);
}

static void
show_buttons (WaxsealDirectPlanGroup *self, WaxsealDirectStage stage)
{
  gboolean can_run = waxseal_direct_plan_can_run (self->plan);

  gtk_widget_set_visible (self->start_button, stage == WAXSEAL_DIRECT_STAGE_PLANNED && can_run);
  gtk_widget_set_sensitive (self->start_button,
                            !waxseal_entra_desk_is_busy (waxseal_direct_job_get_desk (self->job)));
  gtk_widget_set_visible (self->cancel_button, stage == WAXSEAL_DIRECT_STAGE_RUNNING);
  gtk_widget_set_visible (self->notes_row, stage == WAXSEAL_DIRECT_STAGE_PLANNED && can_run);
  gtk_widget_set_visible (self->instead_row, offers_admin_center (self, stage));
}

static void
update (WaxsealDirectPlanGroup *self)
{
  WaxsealDirectStage stage = waxseal_direct_job_get_stage (self->job);
  WaxsealDirectPlan *plan = waxseal_direct_job_get_plan (self->job);

  gtk_widget_set_visible (GTK_WIDGET (self), plan != NULL);
  if (plan == NULL)
    return;
  if (g_set_object (&self->plan, plan))
    list_plan (self);
  show_heading (self, stage);
  show_buttons (self, stage);
  waxseal_error_row_show (self->error_row,
                          stage == WAXSEAL_DIRECT_STAGE_ENDED
                            ? waxseal_direct_job_get_error (self->job)
                            : NULL,
                          waxseal_tenant_session_get_way (waxseal_entra_desk_get_session (
                            waxseal_direct_job_get_desk (self->job))));
}

static void
start_clicked_cb (WaxsealDirectPlanGroup *self)
{
  waxseal_direct_job_run (self->job);
}

static void
cancel_clicked_cb (WaxsealDirectPlanGroup *self)
{
  waxseal_direct_job_cancel (self->job);
}

static void
instead_clicked_cb (WaxsealDirectPlanGroup *self)
{
  g_signal_emit (self, signals[USE_ADMIN_CENTER], 0);
}

/* Whatever it was: what is there now is looked at first, and the plan shown again. */
static void
remedy_cb (WaxsealDirectPlanGroup *self, guint action)
{
  WaxsealTenantSession *session =
    waxseal_entra_desk_get_session (waxseal_direct_job_get_desk (self->job));

  if (action == WAXSEAL_REMEDY_USE_CODE || action == WAXSEAL_REMEDY_NEW_CODE)
    waxseal_tenant_session_set_way (session, WAXSEAL_SIGN_IN_CODE);
  else if (action == WAXSEAL_REMEDY_USE_BROWSER)
    waxseal_tenant_session_set_way (session, WAXSEAL_SIGN_IN_BROWSER);
  waxseal_direct_job_look (self->job);
}

static void
forget_job (WaxsealDirectPlanGroup *self)
{
  if (self->job != NULL)
    {
      g_signal_handlers_disconnect_by_data (self->job, self);
      g_signal_handlers_disconnect_by_data (waxseal_direct_job_get_desk (self->job), self);
    }
  g_clear_object (&self->job);
  g_clear_object (&self->plan);
}

static void
waxseal_direct_plan_group_dispose (GObject *object)
{
  forget_job (WAXSEAL_DIRECT_PLAN_GROUP (object));
  G_OBJECT_CLASS (waxseal_direct_plan_group_parent_class)->dispose (object);
}

static void
waxseal_direct_plan_group_class_init (WaxsealDirectPlanGroupClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = waxseal_direct_plan_group_dispose;

  /** WaxsealDirectPlanGroup::use-admin-center: */
  signals[USE_ADMIN_CENTER] = g_signal_new ("use-admin-center",
                                            G_OBJECT_CLASS_TYPE (klass),
                                            G_SIGNAL_RUN_LAST,
                                            0,
                                            NULL,
                                            NULL,
                                            NULL,
                                            G_TYPE_NONE,
                                            0);

  g_type_ensure (WAXSEAL_TYPE_ERROR_ROW);
  gtk_widget_class_set_template_from_resource (
    widget_class, "/io/github/waxseal/Waxseal/ui/waxseal-direct-plan-group.ui");
  gtk_widget_class_bind_template_child (widget_class, WaxsealDirectPlanGroup, group);
  gtk_widget_class_bind_template_child (widget_class, WaxsealDirectPlanGroup, refusals_box);
  gtk_widget_class_bind_template_child (widget_class, WaxsealDirectPlanGroup, steps_box);
  gtk_widget_class_bind_template_child (widget_class, WaxsealDirectPlanGroup, error_row);
  gtk_widget_class_bind_template_child (widget_class, WaxsealDirectPlanGroup, instead_row);
  gtk_widget_class_bind_template_child (widget_class, WaxsealDirectPlanGroup, notes_row);
  gtk_widget_class_bind_template_child (widget_class, WaxsealDirectPlanGroup, notes_label);
  gtk_widget_class_bind_template_child (widget_class, WaxsealDirectPlanGroup, cancel_button);
  gtk_widget_class_bind_template_child (widget_class, WaxsealDirectPlanGroup, start_button);
  gtk_widget_class_bind_template_callback (widget_class, cancel_clicked_cb);
  gtk_widget_class_bind_template_callback (widget_class, instead_clicked_cb);
  gtk_widget_class_bind_template_callback (widget_class, remedy_cb);
  gtk_widget_class_bind_template_callback (widget_class, start_clicked_cb);
}

static void
waxseal_direct_plan_group_init (WaxsealDirectPlanGroup *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
}

/** waxseal_direct_plan_group_set_job: @job: (nullable): whose plan it shows. */
void
waxseal_direct_plan_group_set_job (WaxsealDirectPlanGroup *self, WaxsealDirectJob *job)
{
  forget_job (self);
  if (job == NULL)
    return;
  self->job = g_object_ref (job);
  g_signal_connect_swapped (job, "changed", G_CALLBACK (update), self);
  g_signal_connect_swapped (waxseal_direct_job_get_desk (job),
                            "changed",
                            G_CALLBACK (update),
                            self);
  update (self);
}
