/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "waxseal-phase-edit.h"

#include <glib/gi18n.h>

#include "waxseal-list-removal.h"
#include "waxseal-phase-list.h"
#include "waxseal-phase-name-dialog.h"
#include "waxseal-short-text.h"

static GtkWindow *
get_window (WaxsealPhaseCards *cards)
{
  return GTK_WINDOW (gtk_widget_get_root (GTK_WIDGET (cards)));
}

static gboolean
is_in (GListStore *phases, WaxsealRolloutPhase *phase)
{
  return phase != NULL && g_list_store_find (phases, phase, NULL);
}

static void
add_chosen_cb (WaxsealPhaseCards *cards, const char *response, WaxsealPhaseNameDialog *dialog)
{
  g_autofree char *name = waxseal_phase_name_dialog_dup_name (dialog);
  GListStore *phases = g_object_get_data (G_OBJECT (dialog), "phases");
  WaxsealRolloutPhase *after = waxseal_phase_cards_get_selected (cards);

  if (g_str_equal (response, "apply") && is_in (phases, after))
    waxseal_phase_cards_select (cards, waxseal_phase_list_add (phases, after, name));
}

static void
present (WaxsealPhaseCards *cards,
         GListStore *phases,
         WaxsealPhaseNameDialog *dialog,
         GCallback chosen_cb)
{
  g_object_set_data_full (G_OBJECT (dialog), "phases", g_object_ref (phases), g_object_unref);
  g_signal_connect_object (dialog, "response", chosen_cb, cards, G_CONNECT_SWAPPED);
  gtk_window_present (GTK_WINDOW (dialog));
}

/** waxseal_phase_edit_add: Asks for the name of a phase after the selected one, and selects it. */
void
waxseal_phase_edit_add (WaxsealPhaseCards *cards, GListStore *phases)
{
  present (cards,
           phases,
           waxseal_phase_name_dialog_new (get_window (cards), G_LIST_MODEL (phases), NULL),
           G_CALLBACK (add_chosen_cb));
}

/* The guide's own names are stored in English, and shown in the user's language: one that was not
 * touched stays as it is. */
static void
rename_chosen_cb (WaxsealPhaseCards *cards, const char *response, WaxsealPhaseNameDialog *dialog)
{
  g_autofree char *name = waxseal_phase_name_dialog_dup_name (dialog);
  GListStore *phases = g_object_get_data (G_OBJECT (dialog), "phases");
  WaxsealRolloutPhase *phase = waxseal_phase_cards_get_selected (cards);

  if (!g_str_equal (response, "apply") || !is_in (phases, phase) ||
      g_str_equal (waxseal_rollout_phase_get_label (phase), name))
    return;
  waxseal_record_set_text (phase, "name", name);
}

/** waxseal_phase_edit_rename: Asks for another name of the selected phase. */
void
waxseal_phase_edit_rename (WaxsealPhaseCards *cards, GListStore *phases)
{
  present (cards,
           phases,
           waxseal_phase_name_dialog_new (get_window (cards),
                                          G_LIST_MODEL (phases),
                                          waxseal_phase_cards_get_selected (cards)),
           G_CALLBACK (rename_chosen_cb));
}

static void
explain (WaxsealPhaseCards *cards, const char *name, const char *refusal)
{
  g_autofree char *short_name = waxseal_short_text (name);
  /* Translators: %s is a phase of the deployment, such as “Pilot” */
  g_autofree char *heading = g_strdup_printf (_ ("“%s” Stays"), short_name);
  GtkWidget *dialog = adw_message_dialog_new (get_window (cards), heading, refusal);

  adw_message_dialog_add_response (ADW_MESSAGE_DIALOG (dialog), "close", _ ("_Close"));
  gtk_window_present (GTK_WINDOW (dialog));
}

/** waxseal_phase_edit_remove: Removes the selected phase, and offers to undo that; or says why it
 * has to stay. */
void
waxseal_phase_edit_remove (WaxsealPhaseCards *cards, GListStore *phases)
{
  WaxsealRolloutPhase *phase = waxseal_phase_cards_get_selected (cards);
  const char *refusal = waxseal_phase_list_get_removal_refusal (G_LIST_MODEL (phases), phase);
  const char *name = waxseal_rollout_phase_get_label (phase);

  if (refusal != NULL)
    explain (cards, name, refusal);
  else
    waxseal_list_removal_run (GTK_WIDGET (cards), phases, phase, name);
}
