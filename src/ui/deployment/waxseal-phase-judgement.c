/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "waxseal-phase-judgement.h"

#include <glib/gi18n.h>

#include "waxseal-criterion-row.h"
#include "waxseal-criterion.h"
#include "waxseal-judge-dialog.h"
#include "waxseal-phase-gate.h"
#include "waxseal-phase-stage.h"
#include "waxseal-rollout-event.h"
#include "waxseal-rollout-words.h"
#include "waxseal-short-text.h"
#include "waxseal-state-icon.h"

/**
 * WaxsealPhaseJudgement:
 *
 * Go or no-go: the criteria of a phase, and how it was judged by them.
 */
struct _WaxsealPhaseJudgement
{
  GtkBox parent_instance;

  AdwActionRow *verdict_row;
  GtkImage *icon;
  GtkWidget *judge_button;
  AdwPreferencesGroup *criteria_group;
  GtkListBox *criteria_box;
  AdwEntryRow *add_row;

  WaxsealOrganization *organization;
  WaxsealRolloutPhase *phase;
};

G_DEFINE_FINAL_TYPE (WaxsealPhaseJudgement, waxseal_phase_judgement, GTK_TYPE_BOX)

static void
add_cb (WaxsealPhaseJudgement *self)
{
  g_autofree char *text =
    g_strstrip (g_strdup (gtk_editable_get_text (GTK_EDITABLE (self->add_row))));
  g_autoptr (WaxsealCriterion) criterion = NULL;

  if (*text == '\0')
    return;
  criterion = g_object_new (WAXSEAL_TYPE_CRITERION, "text", text, NULL);
  g_list_store_append (waxseal_record_get_list (self->phase, "criteria"), criterion);
  gtk_editable_set_text (GTK_EDITABLE (self->add_row), "");
}

static void
judge_clicked_cb (WaxsealPhaseJudgement *self)
{
  waxseal_phase_judgement_judge (self);
}

/* The reason that went with the last judgement. */
static char *
dup_reason (WaxsealRolloutPhase *phase)
{
  GListModel *events = G_LIST_MODEL (waxseal_record_get_list (phase, "events"));

  for (guint i = g_list_model_get_n_items (events); i-- > 0;)
    {
      g_autoptr (WaxsealRolloutEvent) event = g_list_model_get_item (events, i);

      if (waxseal_record_get_enum (event, "kind") == WAXSEAL_ROLLOUT_EVENT_KIND_JUDGED)
        return waxseal_short_text (waxseal_record_get_text (event, "details"));
    }
  return g_strdup ("");
}

static char *
describe_judged (WaxsealRolloutPhase *phase, WaxsealVerdict verdict)
{
  g_autofree char *reason = dup_reason (phase);
  g_autofree char *text =
    waxseal_phase_stage_describe (verdict == WAXSEAL_VERDICT_GO ? WAXSEAL_PHASE_STAGE_GO
                                                                : WAXSEAL_PHASE_STAGE_NO_GO,
                                  phase);

  return *reason != '\0' ? g_strdup_printf ("%s\n%s", text, reason) : g_steal_pointer (&text);
}

static void
show_judged (WaxsealPhaseJudgement *self)
{
  WaxsealVerdict verdict = waxseal_record_get_enum (self->phase, "verdict");
  g_autofree char *text = describe_judged (self->phase, verdict);

  waxseal_state_icon_show (self->icon,
                           verdict == WAXSEAL_VERDICT_GO ? WAXSEAL_STATE_DECLARED
                                                         : WAXSEAL_STATE_ATTENTION);
  adw_preferences_row_set_title (ADW_PREFERENCES_ROW (self->verdict_row),
                                 waxseal_verdict_get_label (verdict));
  adw_action_row_set_subtitle (self->verdict_row, text);
}

static void
show_unjudged (WaxsealPhaseJudgement *self, gboolean out)
{
  waxseal_state_icon_show (self->icon, WAXSEAL_STATE_TODO);
  adw_preferences_row_set_title (ADW_PREFERENCES_ROW (self->verdict_row), _ ("Not judged yet"));
  adw_action_row_set_subtitle (self->verdict_row,
                               out ? "" : _ ("Deploy the phase first, and let its users try it"));
}

static void
waxseal_phase_judgement_dispose (GObject *object)
{
  WaxsealPhaseJudgement *self = WAXSEAL_PHASE_JUDGEMENT (object);

  g_clear_object (&self->organization);
  g_clear_object (&self->phase);
  G_OBJECT_CLASS (waxseal_phase_judgement_parent_class)->dispose (object);
}

static void
waxseal_phase_judgement_class_init (WaxsealPhaseJudgementClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = waxseal_phase_judgement_dispose;
  gtk_widget_class_set_template_from_resource (
    widget_class, "/io/github/waxseal/Waxseal/ui/waxseal-phase-judgement.ui");
  gtk_widget_class_bind_template_child (widget_class, WaxsealPhaseJudgement, verdict_row);
  gtk_widget_class_bind_template_child (widget_class, WaxsealPhaseJudgement, icon);
  gtk_widget_class_bind_template_child (widget_class, WaxsealPhaseJudgement, judge_button);
  gtk_widget_class_bind_template_child (widget_class, WaxsealPhaseJudgement, criteria_group);
  gtk_widget_class_bind_template_child (widget_class, WaxsealPhaseJudgement, criteria_box);
  gtk_widget_class_bind_template_child (widget_class, WaxsealPhaseJudgement, add_row);
  gtk_widget_class_bind_template_callback (widget_class, add_cb);
  gtk_widget_class_bind_template_callback (widget_class, judge_clicked_cb);
}

static void
waxseal_phase_judgement_init (WaxsealPhaseJudgement *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
}

/** waxseal_phase_judgement_show: Is about another phase; an update shows the rest. */
void
waxseal_phase_judgement_show (WaxsealPhaseJudgement *self,
                              WaxsealOrganization *organization,
                              WaxsealRolloutPhase *phase)
{
  g_set_object (&self->organization, organization);
  g_set_object (&self->phase, phase);
  waxseal_record_row_bind_list (self->criteria_box,
                                waxseal_record_get_list (phase, "criteria"),
                                WAXSEAL_TYPE_CRITERION_ROW);
}

/** waxseal_phase_judgement_update: Shows how it is judged now. */
void
waxseal_phase_judgement_update (WaxsealPhaseJudgement *self)
{
  GListModel *phases = waxseal_organization_get_phases (self->organization);
  g_autoptr (GDateTime) now = g_date_time_new_now_utc ();
  WaxsealPhaseStage stage = waxseal_phase_stage_get (self->phase, phases, now);
  g_autofree char *criteria = waxseal_phase_gate_describe_criteria (self->phase);

  if (*waxseal_record_get_text (self->phase, "judged-on") != '\0')
    show_judged (self);
  else
    show_unjudged (self, waxseal_phase_stage_is_out (stage));
  gtk_widget_set_sensitive (self->judge_button, waxseal_phase_stage_is_out (stage));
  adw_preferences_group_set_description (self->criteria_group, criteria);
}

/** waxseal_phase_judgement_judge: Asks for the judgement. */
void
waxseal_phase_judgement_judge (WaxsealPhaseJudgement *self)
{
  GtkWindow *parent = GTK_WINDOW (gtk_widget_get_root (GTK_WIDGET (self)));

  gtk_window_present (
    GTK_WINDOW (waxseal_judge_dialog_new (parent, self->organization, self->phase)));
}
