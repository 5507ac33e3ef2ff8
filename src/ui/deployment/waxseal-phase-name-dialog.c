/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "waxseal-phase-name-dialog.h"

#include <glib/gi18n.h>

#include "waxseal-phase-list.h"

/**
 * WaxsealPhaseNameDialog:
 *
 * Asks what a phase is called, or a new one; the response is “apply” when the user wants that.
 */
struct _WaxsealPhaseNameDialog
{
  AdwMessageDialog parent_instance;

  AdwEntryRow *name_row;
  GtkLabel *refusal_label;

  GListModel *phases;
  WaxsealRolloutPhase *phase; /* or NULL for a new one */
};

G_DEFINE_FINAL_TYPE (WaxsealPhaseNameDialog, waxseal_phase_name_dialog, ADW_TYPE_MESSAGE_DIALOG)

static void
name_changed_cb (WaxsealPhaseNameDialog *self)
{
  g_autofree char *name = waxseal_phase_name_dialog_dup_name (self);
  const char *refusal = waxseal_phase_list_get_name_refusal (self->phases, self->phase, name);

  adw_message_dialog_set_response_enabled (ADW_MESSAGE_DIALOG (self), "apply", refusal == NULL);
  gtk_label_set_label (self->refusal_label, refusal != NULL ? refusal : "");
}

static void
waxseal_phase_name_dialog_dispose (GObject *object)
{
  WaxsealPhaseNameDialog *self = WAXSEAL_PHASE_NAME_DIALOG (object);

  g_clear_object (&self->phases);
  g_clear_object (&self->phase);
  G_OBJECT_CLASS (waxseal_phase_name_dialog_parent_class)->dispose (object);
}

static void
waxseal_phase_name_dialog_class_init (WaxsealPhaseNameDialogClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = waxseal_phase_name_dialog_dispose;
  gtk_widget_class_set_template_from_resource (
    widget_class, "/io/github/waxseal/Waxseal/ui/waxseal-phase-name-dialog.ui");
  gtk_widget_class_bind_template_child (widget_class, WaxsealPhaseNameDialog, name_row);
  gtk_widget_class_bind_template_child (widget_class, WaxsealPhaseNameDialog, refusal_label);
  gtk_widget_class_bind_template_callback (widget_class, name_changed_cb);
}

static void
waxseal_phase_name_dialog_init (WaxsealPhaseNameDialog *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
}

/**
 * waxseal_phase_name_dialog_new:
 * @phase: (nullable): the one to rename; %NULL to ask for the name of a new one
 *
 * Returns: (transfer none): the dialog, not shown yet.
 */
WaxsealPhaseNameDialog *
waxseal_phase_name_dialog_new (GtkWindow *parent, GListModel *phases, WaxsealRolloutPhase *phase)
{
  WaxsealPhaseNameDialog *self =
    g_object_new (WAXSEAL_TYPE_PHASE_NAME_DIALOG, "transient-for", parent, NULL);
  g_autofree char *name = phase != NULL ? g_strdup (waxseal_rollout_phase_get_label (phase))
                                        : waxseal_phase_list_propose_name (phases);

  self->phases = g_object_ref (phases);
  g_set_object (&self->phase, phase);
  if (phase != NULL)
    {
      adw_message_dialog_set_heading (ADW_MESSAGE_DIALOG (self), _ ("Rename Phase"));
      adw_message_dialog_set_body (ADW_MESSAGE_DIALOG (self), "");
      adw_message_dialog_set_response_label (ADW_MESSAGE_DIALOG (self), "apply", _ ("_Rename"));
    }
  gtk_editable_set_text (GTK_EDITABLE (self->name_row), name);
  gtk_editable_select_region (GTK_EDITABLE (self->name_row), 0, -1);
  name_changed_cb (self);
  return self;
}

/** waxseal_phase_name_dialog_dup_name: Returns: (transfer full): without blanks at its ends. */
char *
waxseal_phase_name_dialog_dup_name (WaxsealPhaseNameDialog *self)
{
  return g_strstrip (g_strdup (gtk_editable_get_text (GTK_EDITABLE (self->name_row))));
}
