/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "waxseal-phase-cards.h"

#include "waxseal-cards-layout.h"
#include "waxseal-phase-card.h"

/**
 * WaxsealPhaseCards:
 *
 * The phases as cards, one of which is selected.
 */
struct _WaxsealPhaseCards
{
  GtkBox parent_instance;

  GListModel *phases;
  WaxsealRolloutPhase *selected;
};

G_DEFINE_FINAL_TYPE (WaxsealPhaseCards, waxseal_phase_cards, GTK_TYPE_BOX)

static guint selected_signal;

static WaxsealPhaseCard *
find_card (WaxsealPhaseCards *self, WaxsealRolloutPhase *phase)
{
  for (GtkWidget *card = gtk_widget_get_first_child (GTK_WIDGET (self)); card != NULL;
       card = gtk_widget_get_next_sibling (card))
    if (waxseal_phase_card_get_phase (WAXSEAL_PHASE_CARD (card)) == phase)
      return WAXSEAL_PHASE_CARD (card);
  return NULL;
}

static void
toggled_cb (WaxsealPhaseCards *self, GtkToggleButton *card)
{
  WaxsealRolloutPhase *phase = waxseal_phase_card_get_phase (WAXSEAL_PHASE_CARD (card));

  /* A card alone is in no group that would keep it on. */
  if (!gtk_toggle_button_get_active (card) && g_list_model_get_n_items (self->phases) == 1)
    gtk_toggle_button_set_active (card, TRUE);
  if (gtk_toggle_button_get_active (card) && g_set_object (&self->selected, phase))
    g_signal_emit (self, selected_signal, 0);
}

static void
add_card (WaxsealPhaseCards *self, WaxsealRolloutPhase *phase)
{
  GtkWidget *first = gtk_widget_get_first_child (GTK_WIDGET (self));
  GtkWidget *card = waxseal_phase_card_new (phase, self->phases);

  if (first != NULL)
    gtk_toggle_button_set_group (GTK_TOGGLE_BUTTON (card), GTK_TOGGLE_BUTTON (first));
  g_signal_connect_object (card, "toggled", G_CALLBACK (toggled_cb), self, G_CONNECT_SWAPPED);
  gtk_box_append (GTK_BOX (self), card);
}

static void
remove_cards (WaxsealPhaseCards *self)
{
  GtkWidget *card;

  while ((card = gtk_widget_get_first_child (GTK_WIDGET (self))) != NULL)
    {
      g_signal_handlers_disconnect_by_func (card, toggled_cb, self);
      gtk_box_remove (GTK_BOX (self), card);
    }
}

/* The one that was selected stays so; else it is the one in its place. */
static void
phases_changed_cb (WaxsealPhaseCards *self, guint position)
{
  guint n = g_list_model_get_n_items (self->phases);
  g_autoptr (WaxsealRolloutPhase) instead = NULL;

  remove_cards (self);
  for (guint i = 0; i < n; i++)
    {
      g_autoptr (WaxsealRolloutPhase) phase = g_list_model_get_item (self->phases, i);

      add_card (self, phase);
    }
  if (self->selected != NULL && find_card (self, self->selected) != NULL)
    {
      gtk_toggle_button_set_active (GTK_TOGGLE_BUTTON (find_card (self, self->selected)), TRUE);
      return;
    }
  if (n > 0)
    instead = g_list_model_get_item (self->phases, MIN (position, n - 1));
  waxseal_phase_cards_select (self, instead);
}

static void
forget_phases (WaxsealPhaseCards *self)
{
  if (self->phases != NULL)
    g_signal_handlers_disconnect_by_func (self->phases, phases_changed_cb, self);
  g_clear_object (&self->phases);
  g_clear_object (&self->selected);
}

static void
waxseal_phase_cards_dispose (GObject *object)
{
  forget_phases (WAXSEAL_PHASE_CARDS (object));
  G_OBJECT_CLASS (waxseal_phase_cards_parent_class)->dispose (object);
}

static void
waxseal_phase_cards_class_init (WaxsealPhaseCardsClass *klass)
{
  G_OBJECT_CLASS (klass)->dispose = waxseal_phase_cards_dispose;

  selected_signal = g_signal_new (
    "selected", WAXSEAL_TYPE_PHASE_CARDS, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL, G_TYPE_NONE, 0);
  gtk_widget_class_set_layout_manager_type (GTK_WIDGET_CLASS (klass), WAXSEAL_TYPE_CARDS_LAYOUT);
  gtk_widget_class_set_accessible_role (GTK_WIDGET_CLASS (klass), GTK_ACCESSIBLE_ROLE_GROUP);
}

static void
waxseal_phase_cards_init (WaxsealPhaseCards *self)
{
}

/** waxseal_phase_cards_set_phases: Shows @phases, of #WaxsealRolloutPhase; selects the first. */
void
waxseal_phase_cards_set_phases (WaxsealPhaseCards *self, GListModel *phases)
{
  forget_phases (self);
  self->phases = g_object_ref (phases);
  g_signal_connect_object (
    phases, "items-changed", G_CALLBACK (phases_changed_cb), self, G_CONNECT_SWAPPED);
  phases_changed_cb (self, 0);
}

/** waxseal_phase_cards_get_selected: Returns: (transfer none) (nullable): %NULL without phases. */
WaxsealRolloutPhase *
waxseal_phase_cards_get_selected (WaxsealPhaseCards *self)
{
  return self->selected;
}

/** waxseal_phase_cards_select: @phase: (nullable): one of those that it shows. */
void
waxseal_phase_cards_select (WaxsealPhaseCards *self, WaxsealRolloutPhase *phase)
{
  WaxsealPhaseCard *card = phase != NULL ? find_card (self, phase) : NULL;

  if (card != NULL)
    {
      gtk_toggle_button_set_active (GTK_TOGGLE_BUTTON (card), TRUE);
      return;
    }
  if (g_set_object (&self->selected, NULL))
    g_signal_emit (self, selected_signal, 0);
}

/** waxseal_phase_cards_update: Shows how each phase is now. */
void
waxseal_phase_cards_update (WaxsealPhaseCards *self)
{
  for (GtkWidget *card = gtk_widget_get_first_child (GTK_WIDGET (self)); card != NULL;
       card = gtk_widget_get_next_sibling (card))
    waxseal_phase_card_update (WAXSEAL_PHASE_CARD (card));
}
