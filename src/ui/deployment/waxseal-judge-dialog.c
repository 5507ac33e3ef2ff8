/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "waxseal-judge-dialog.h"

#include <glib/gi18n.h>

#include "waxseal-phase-gate.h"
#include "waxseal-phase-list.h"
#include "waxseal-rollout-fact.h"
#include "waxseal-rollout-person.h"
#include "waxseal-short-text.h"

/**
 * WaxsealJudgeDialog:
 *
 * Asks for the judgement of a phase, says what follows from it, and writes it down.
 */
struct _WaxsealJudgeDialog
{
  AdwMessageDialog parent_instance;

  AdwEntryRow *by_row;
  AdwEntryRow *reason_row;

  WaxsealRolloutPhase *phase;
};

G_DEFINE_FINAL_TYPE (WaxsealJudgeDialog, waxseal_judge_dialog, ADW_TYPE_MESSAGE_DIALOG)

static char *
dup_text (AdwEntryRow *row)
{
  return g_strstrip (g_strdup (gtk_editable_get_text (GTK_EDITABLE (row))));
}

/* A judgement is somebody's. */
static void
by_changed_cb (WaxsealJudgeDialog *self)
{
  g_autofree char *by = dup_text (self->by_row);

  adw_message_dialog_set_response_enabled (ADW_MESSAGE_DIALOG (self), "go", *by != '\0');
  adw_message_dialog_set_response_enabled (ADW_MESSAGE_DIALOG (self), "no-go", *by != '\0');
}

static void
waxseal_judge_dialog_response (AdwMessageDialog *dialog, const char *response)
{
  WaxsealJudgeDialog *self = WAXSEAL_JUDGE_DIALOG (dialog);
  g_autofree char *by = dup_text (self->by_row);
  g_autofree char *reason = dup_text (self->reason_row);
  WaxsealRolloutFact fact = {
    .kind = WAXSEAL_ROLLOUT_EVENT_KIND_JUDGED,
    .state = WAXSEAL_STATE_DECLARED,
    .verdict = g_str_equal (response, "go") ? WAXSEAL_VERDICT_GO : WAXSEAL_VERDICT_NO_GO,
    .by = by,
    .details = reason,
  };

  if (!g_str_equal (response, "cancel"))
    waxseal_rollout_fact_record (&fact, self->phase);
}

static void
waxseal_judge_dialog_dispose (GObject *object)
{
  g_clear_object (&WAXSEAL_JUDGE_DIALOG (object)->phase);
  G_OBJECT_CLASS (waxseal_judge_dialog_parent_class)->dispose (object);
}

static void
waxseal_judge_dialog_class_init (WaxsealJudgeDialogClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = waxseal_judge_dialog_dispose;
  ADW_MESSAGE_DIALOG_CLASS (klass)->response = waxseal_judge_dialog_response;
  gtk_widget_class_set_template_from_resource (
    widget_class, "/io/github/waxseal/Waxseal/ui/waxseal-judge-dialog.ui");
  gtk_widget_class_bind_template_child (widget_class, WaxsealJudgeDialog, by_row);
  gtk_widget_class_bind_template_child (widget_class, WaxsealJudgeDialog, reason_row);
  gtk_widget_class_bind_template_callback (widget_class, by_changed_cb);
}

static void
waxseal_judge_dialog_init (WaxsealJudgeDialog *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
}

static char *
describe_go (WaxsealOrganization *organization, WaxsealRolloutPhase *phase)
{
  WaxsealRolloutPhase *after =
    waxseal_phase_list_get_beside (waxseal_organization_get_phases (organization), phase, 1);

  if (after == NULL)
    return g_strdup (_ ("With Go the rollout is complete."));
  /* Translators: %s is a phase of the deployment, such as “Production” */
  return g_strdup_printf (_ ("Go opens %s."), waxseal_rollout_phase_get_label (after));
}

/**
 * waxseal_judge_dialog_new:
 *
 * Returns: (transfer none): the dialog, not shown yet; it does by itself what is answered.
 */
WaxsealJudgeDialog *
waxseal_judge_dialog_new (GtkWindow *parent,
                          WaxsealOrganization *organization,
                          WaxsealRolloutPhase *phase)
{
  WaxsealJudgeDialog *self =
    g_object_new (WAXSEAL_TYPE_JUDGE_DIALOG, "transient-for", parent, NULL);
  g_autofree char *name = waxseal_short_text (waxseal_rollout_phase_get_label (phase));
  /* Translators: %s is a phase of the deployment, such as “Pilot” */
  g_autofree char *heading = g_strdup_printf (_ ("Is “%s” Good?"), name);
  g_autofree char *criteria = waxseal_phase_gate_describe_criteria (phase);
  g_autofree char *go = describe_go (organization, phase);
  g_autofree char *body = NULL;
  g_autofree char *by = waxseal_rollout_person_suggest (organization);

  /* Translators: two sentences: how many criteria are met, and what Go does */
  body = g_strdup_printf (_ ("%s\n\n%s No-go keeps everything after it closed: roll the phase back "
                             "then, or pause it until the problem is solved."),
                          criteria,
                          go);
  g_set_object (&self->phase, phase);
  adw_message_dialog_set_heading (ADW_MESSAGE_DIALOG (self), heading);
  adw_message_dialog_set_body (ADW_MESSAGE_DIALOG (self), body);
  gtk_editable_set_text (GTK_EDITABLE (self->by_row), by);
  by_changed_cb (self);
  return self;
}
