/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "waxseal-phase-list.h"

#include <glib/gi18n.h>

#include "waxseal-organization-defaults.h"
#include "waxseal-phase-stage.h"

/** waxseal_phase_list_find: Returns: the position of @phase; %G_MAXUINT where it is not there. */
guint
waxseal_phase_list_find (GListModel *phases, WaxsealRolloutPhase *phase)
{
  for (guint i = 0; i < g_list_model_get_n_items (phases); i++)
    {
      g_autoptr (WaxsealRolloutPhase) item = g_list_model_get_item (phases, i);

      if (item == phase)
        return i;
    }
  return G_MAXUINT;
}

/** waxseal_phase_list_find_name: Returns: (transfer none) (nullable): the first one called @name,
 * as the file has it. */
WaxsealRolloutPhase *
waxseal_phase_list_find_name (GListModel *phases, const char *name)
{
  for (guint i = 0; i < g_list_model_get_n_items (phases); i++)
    {
      g_autoptr (WaxsealRolloutPhase) item = g_list_model_get_item (phases, i);

      if (g_str_equal (waxseal_record_get_text (item, "name"), name))
        return item; /* the list keeps it */
    }
  return NULL;
}

/** waxseal_phase_list_get_beside: Returns: (transfer none) (nullable): the phase before (-1) or
 * after (1) @phase. */
WaxsealRolloutPhase *
waxseal_phase_list_get_beside (GListModel *phases, WaxsealRolloutPhase *phase, int offset)
{
  guint position = waxseal_phase_list_find (phases, phase);
  g_autoptr (WaxsealRolloutPhase) beside = NULL;

  if (position != G_MAXUINT)
    beside = g_list_model_get_item (phases, position + offset);
  return beside; /* the list keeps it */
}

/* Paused is out too: people get the add-in back when it goes on. */
static gboolean
is_deployed (GListModel *phases, WaxsealRolloutPhase *phase)
{
  g_autoptr (GDateTime) now = g_date_time_new_now_utc ();
  WaxsealPhaseStage stage = waxseal_phase_stage_get (phase, phases, now);

  return waxseal_phase_stage_is_out (stage) || stage == WAXSEAL_PHASE_STAGE_PAUSED;
}

static gboolean
is_called (WaxsealRolloutPhase *phase, const char *name)
{
  g_autofree char *folded = g_utf8_casefold (name, -1);
  g_autofree char *own = g_utf8_casefold (waxseal_record_get_text (phase, "name"), -1);
  g_autofree char *shown = g_utf8_casefold (waxseal_rollout_phase_get_label (phase), -1);

  return g_str_equal (folded, own) || g_str_equal (folded, shown);
}

/* @but: (nullable): not looked at */
static gboolean
is_taken (GListModel *phases, WaxsealRolloutPhase *but, const char *name)
{
  for (guint i = 0; i < g_list_model_get_n_items (phases); i++)
    {
      g_autoptr (WaxsealRolloutPhase) phase = g_list_model_get_item (phases, i);

      if (phase != but && is_called (phase, name))
        return TRUE;
    }
  return FALSE;
}

/** waxseal_phase_list_propose_name: Returns: (transfer full): a name that no phase has yet. */
char *
waxseal_phase_list_propose_name (GListModel *phases)
{
  guint number = g_list_model_get_n_items (phases) + 1;

  for (;; number++)
    {
      /* Translators: the name of a phase that was added; %u is a number */
      g_autofree char *name = g_strdup_printf (_ ("Phase %u"), number);

      if (!is_taken (phases, NULL, name))
        return g_steal_pointer (&name);
    }
}

/**
 * waxseal_phase_list_get_name_refusal:
 * @phase: (nullable): that gets the name; %NULL for one that is not there yet
 *
 * Returns: (transfer none) (nullable): why it cannot be called @name, translated; %NULL where it
 *   can, and empty where @name is.
 */
const char *
waxseal_phase_list_get_name_refusal (GListModel *phases,
                                     WaxsealRolloutPhase *phase,
                                     const char *name)
{
  if (*name == '\0')
    return "";
  if (is_taken (phases, phase, name))
    return _ ("Another phase is called that.");
  return NULL;
}

/**
 * waxseal_phase_list_get_move_refusal:
 * @offset: -1 for earlier, 1 for later
 *
 * Returns: (transfer none) (nullable): why @phase stays where it is, translated; %NULL where it can
 *   be moved. What is deployed was judged in its order, and is rolled back in it.
 */
const char *
waxseal_phase_list_get_move_refusal (GListModel *phases, WaxsealRolloutPhase *phase, int offset)
{
  WaxsealRolloutPhase *beside = waxseal_phase_list_get_beside (phases, phase, offset);

  if (beside == NULL)
    return offset < 0 ? _ ("It is the first phase already.") : _ ("It is the last phase already.");
  if (is_deployed (phases, phase) || is_deployed (phases, beside))
    return _ ("The order of phases that are deployed stays as it is.");
  return NULL;
}

/** waxseal_phase_list_get_removal_refusal: Returns: (transfer none) (nullable): why @phase has to
 * stay, translated; %NULL where it can be removed. */
const char *
waxseal_phase_list_get_removal_refusal (GListModel *phases, WaxsealRolloutPhase *phase)
{
  if (is_deployed (phases, phase))
    return _ (
      "This phase is deployed: roll it back first, or its users keep the add-in and nothing "
      "here tells of them any more.");
  if (g_list_model_get_n_items (phases) == 1)
    return _ ("It is the only phase: without one there is nothing to deploy.");
  return NULL;
}

static guint
get_position_after (GListModel *phases, WaxsealRolloutPhase *after)
{
  guint position = waxseal_phase_list_find (phases, after) + 1;

  for (guint i = position; i < g_list_model_get_n_items (phases); i++)
    {
      g_autoptr (WaxsealRolloutPhase) phase = g_list_model_get_item (phases, i);

      if (is_deployed (phases, phase))
        position = i + 1;
    }
  return position;
}

/**
 * waxseal_phase_list_add:
 * @after: what it comes after; later, where phases after that are deployed
 *
 * Returns: (transfer none): the new phase, with the criteria that Waxseal proposes.
 */
WaxsealRolloutPhase *
waxseal_phase_list_add (GListStore *phases, WaxsealRolloutPhase *after, const char *name)
{
  g_autoptr (WaxsealRolloutPhase) phase =
    g_object_new (WAXSEAL_TYPE_ROLLOUT_PHASE, "name", name, NULL);

  waxseal_rollout_phase_fill_defaults (phase);
  g_list_store_insert (phases, get_position_after (G_LIST_MODEL (phases), after), phase);
  return phase; /* the list keeps it */
}

/** waxseal_phase_list_move: @offset: -1 for earlier, 1 for later; nothing must be against it. */
void
waxseal_phase_list_move (GListStore *phases, WaxsealRolloutPhase *phase, int offset)
{
  guint first = waxseal_phase_list_find (G_LIST_MODEL (phases), phase) - (offset < 0);
  g_autoptr (GObject) earlier = g_list_model_get_item (G_LIST_MODEL (phases), first);
  g_autoptr (GObject) later = g_list_model_get_item (G_LIST_MODEL (phases), first + 1);
  gpointer swapped[] = { later, earlier };

  g_list_store_splice (phases, first, 2, swapped, 2);
}
