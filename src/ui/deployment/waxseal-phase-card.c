/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "waxseal-phase-card.h"

#include <glib/gi18n.h>

#include "waxseal-phase-audience.h"
#include "waxseal-phase-date.h"
#include "waxseal-phase-gate.h"
#include "waxseal-phase-stage.h"
#include "waxseal-rollout-words.h"
#include "waxseal-short-text.h"
#include "waxseal-state-icon.h"

/**
 * WaxsealPhaseCard:
 *
 * A phase at a glance: who, how, when, how far it is, and what must be true before the next opens.
 */
struct _WaxsealPhaseCard
{
  GtkToggleButton parent_instance;

  GtkLabel *name;
  GtkImage *icon;
  GtkLabel *stage;
  GtkLabel *audience;
  GtkLabel *date;
  GtkLabel *gate;

  WaxsealRolloutPhase *phase;
  GListModel *phases;
};

G_DEFINE_FINAL_TYPE (WaxsealPhaseCard, waxseal_phase_card, GTK_TYPE_TOGGLE_BUTTON)

static void
show_text (GtkLabel *label, const char *text)
{
  g_autofree char *short_text = waxseal_short_text (text);

  gtk_label_set_label (label, short_text);
  gtk_widget_set_visible (GTK_WIDGET (label), *text != '\0');
}

static char *
describe_audience (WaxsealRolloutPhase *phase)
{
  g_autofree char *people = waxseal_phase_audience_describe (phase);

  /* Translators: whom a phase reaches, then its deployment method: “40 people · Fixed” */
  return g_strdup_printf (_ ("%s · %s"),
                          people,
                          waxseal_deployment_method_get_label (
                            waxseal_record_get_enum (phase, "method")));
}

static void
waxseal_phase_card_dispose (GObject *object)
{
  WaxsealPhaseCard *self = WAXSEAL_PHASE_CARD (object);

  g_clear_object (&self->phase);
  g_clear_object (&self->phases);
  G_OBJECT_CLASS (waxseal_phase_card_parent_class)->dispose (object);
}

static void
waxseal_phase_card_class_init (WaxsealPhaseCardClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = waxseal_phase_card_dispose;
  gtk_widget_class_set_template_from_resource (
    widget_class, "/io/github/waxseal/Waxseal/ui/waxseal-phase-card.ui");
  gtk_widget_class_bind_template_child (widget_class, WaxsealPhaseCard, name);
  gtk_widget_class_bind_template_child (widget_class, WaxsealPhaseCard, icon);
  gtk_widget_class_bind_template_child (widget_class, WaxsealPhaseCard, stage);
  gtk_widget_class_bind_template_child (widget_class, WaxsealPhaseCard, audience);
  gtk_widget_class_bind_template_child (widget_class, WaxsealPhaseCard, date);
  gtk_widget_class_bind_template_child (widget_class, WaxsealPhaseCard, gate);
}

static void
waxseal_phase_card_init (WaxsealPhaseCard *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
}

/** waxseal_phase_card_new: Returns: (transfer floating): @phases: with @phase among them. */
GtkWidget *
waxseal_phase_card_new (WaxsealRolloutPhase *phase, GListModel *phases)
{
  WaxsealPhaseCard *self = g_object_new (WAXSEAL_TYPE_PHASE_CARD, NULL);

  self->phase = g_object_ref (phase);
  self->phases = g_object_ref (phases);
  waxseal_phase_card_update (self);
  return GTK_WIDGET (self);
}

/** waxseal_phase_card_get_phase: Returns: (transfer none): what it shows. */
WaxsealRolloutPhase *
waxseal_phase_card_get_phase (WaxsealPhaseCard *self)
{
  return self->phase;
}

/** waxseal_phase_card_update: Shows how @self's phase is now. */
void
waxseal_phase_card_update (WaxsealPhaseCard *self)
{
  g_autoptr (GDateTime) now = g_date_time_new_now_utc ();
  WaxsealPhaseStage stage = waxseal_phase_stage_get (self->phase, self->phases, now);
  g_autofree char *audience = describe_audience (self->phase);
  g_autofree char *date = waxseal_phase_date_describe (stage, self->phase, now);
  g_autofree char *gate = waxseal_phase_gate_describe (self->phase, self->phases);

  show_text (self->name, waxseal_rollout_phase_get_label (self->phase));
  waxseal_state_icon_show (self->icon, waxseal_phase_stage_get_state (stage, self->phase));
  show_text (self->stage, waxseal_phase_stage_get_label (stage));
  show_text (self->audience, audience);
  show_text (self->date, date);
  show_text (self->gate, gate);
}
