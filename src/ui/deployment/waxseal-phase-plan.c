/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "waxseal-phase-plan.h"

#include "waxseal-audience-group.h"
#include "waxseal-choice-row.h"
#include "waxseal-date-button.h"
#include "waxseal-field-row.h"
#include "waxseal-rollout-words.h"

/**
 * WaxsealPhasePlan:
 *
 * What is planned for a phase: who, how and when (guide.md, C2 and C3).
 */
struct _WaxsealPhasePlan
{
  GtkBox parent_instance;

  WaxsealAudienceGroup *audience_group;
  AdwActionRow *method_row;

  WaxsealRolloutPhase *phase;
};

enum
{
  PROP_PHASE = 1,
  N_PROPS
};

static GParamSpec *props[N_PROPS];

G_DEFINE_FINAL_TYPE (WaxsealPhasePlan, waxseal_phase_plan, GTK_TYPE_BOX)

static void
show_method (WaxsealPhasePlan *self)
{
  adw_action_row_set_subtitle (self->method_row,
                               waxseal_deployment_method_get_text (
                                 waxseal_record_get_enum (self->phase, "method")));
}

static void
forget_phase (WaxsealPhasePlan *self)
{
  if (self->phase != NULL)
    g_signal_handlers_disconnect_by_func (self->phase, show_method, self);
  g_clear_object (&self->phase);
}

static void
waxseal_phase_plan_get_property (GObject *object, guint prop_id, GValue *value, GParamSpec *pspec)
{
  g_value_set_object (value, WAXSEAL_PHASE_PLAN (object)->phase);
}

static void
waxseal_phase_plan_dispose (GObject *object)
{
  forget_phase (WAXSEAL_PHASE_PLAN (object));
  G_OBJECT_CLASS (waxseal_phase_plan_parent_class)->dispose (object);
}

static void
waxseal_phase_plan_class_init (WaxsealPhasePlanClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  object_class->get_property = waxseal_phase_plan_get_property;
  object_class->dispose = waxseal_phase_plan_dispose;
  props[PROP_PHASE] = g_param_spec_object (
    "phase", NULL, NULL, WAXSEAL_TYPE_ROLLOUT_PHASE, G_PARAM_READABLE | G_PARAM_STATIC_STRINGS);
  g_object_class_install_properties (object_class, N_PROPS, props);

  g_type_ensure (WAXSEAL_TYPE_AUDIENCE_GROUP);
  g_type_ensure (WAXSEAL_TYPE_CHOICE_ROW);
  g_type_ensure (WAXSEAL_TYPE_DATE_BUTTON);
  g_type_ensure (WAXSEAL_TYPE_FIELD_ROW);
  gtk_widget_class_set_template_from_resource (
    widget_class, "/io/github/waxseal/Waxseal/ui/waxseal-phase-plan.ui");
  gtk_widget_class_bind_template_child (widget_class, WaxsealPhasePlan, audience_group);
  gtk_widget_class_bind_template_child (widget_class, WaxsealPhasePlan, method_row);
}

static void
waxseal_phase_plan_init (WaxsealPhasePlan *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
}

/**
 * waxseal_phase_plan_open:
 * @desk: (nullable): where the directory is; %NULL where nobody can be looked up
 *
 * Is about another organisation; a phase has to be shown next.
 */
void
waxseal_phase_plan_open (WaxsealPhasePlan *self,
                         WaxsealOrganization *organization,
                         WaxsealEntraDesk *desk)
{
  forget_phase (self);
  g_object_notify_by_pspec (G_OBJECT (self), props[PROP_PHASE]);
  g_object_set (
    self->audience_group, "phase", NULL, "organization", organization, "desk", desk, NULL);
}

/** waxseal_phase_plan_show: Shows another phase. */
void
waxseal_phase_plan_show (WaxsealPhasePlan *self, WaxsealRolloutPhase *phase)
{
  forget_phase (self);
  self->phase = g_object_ref (phase);
  g_signal_connect_object (
    phase, "notify::method", G_CALLBACK (show_method), self, G_CONNECT_SWAPPED);
  g_object_notify_by_pspec (G_OBJECT (self), props[PROP_PHASE]);
  g_object_set (self->audience_group, "phase", phase, NULL);
  show_method (self);
}
