/* SPDX-License-Identifier: GPL-3.0-or-later */
/* How the whole rollout is, in a line: that of the phase that waits for the administrator. */
#include "waxseal-rollout-summary.h"

#include <glib/gi18n.h>

#include "waxseal-date.h"
#include "waxseal-phase-audience.h"
#include "waxseal-phase-due.h"
#include "waxseal-phase-stage.h"

static gboolean
needs_attention (WaxsealPhaseStage stage)
{
  return stage == WAXSEAL_PHASE_STAGE_LATE || stage == WAXSEAL_PHASE_STAGE_NO_GO ||
         stage == WAXSEAL_PHASE_STAGE_PAUSED;
}

static gboolean
is_unfinished (WaxsealPhaseStage stage)
{
  return stage != WAXSEAL_PHASE_STAGE_GO;
}

static WaxsealRolloutPhase *
find (GListModel *phases, GDateTime *now, gboolean (*matches) (WaxsealPhaseStage stage))
{
  for (guint i = 0; i < g_list_model_get_n_items (phases); i++)
    {
      g_autoptr (WaxsealRolloutPhase) phase = g_list_model_get_item (phases, i);

      if (matches (waxseal_phase_stage_get (phase, phases, now)))
        return phase; /* the list keeps it */
    }
  return NULL;
}

/** waxseal_rollout_summary_find_phase: Returns: (transfer none) (nullable): where something is
 * wrong, else what is not judged good yet; %NULL where all is done. */
WaxsealRolloutPhase *
waxseal_rollout_summary_find_phase (GListModel *phases, GDateTime *now)
{
  WaxsealRolloutPhase *phase = find (phases, now, needs_attention);

  return phase != NULL ? phase : find (phases, now, is_unfinished);
}

static gboolean
was_read_back (GListModel *phases)
{
  for (guint i = 0; i < g_list_model_get_n_items (phases); i++)
    {
      g_autoptr (WaxsealRolloutPhase) phase = g_list_model_get_item (phases, i);

      if (*waxseal_record_get_text (phase, "assignment-verified-on") == '\0')
        return FALSE;
    }
  return TRUE;
}

/** waxseal_rollout_summary_get_state: Returns: declared once every phase was judged good, verified
 * where the assignment of each was read back, too. */
WaxsealState
waxseal_rollout_summary_get_state (WaxsealOrganization *organization, GDateTime *now)
{
  GListModel *phases = waxseal_organization_get_phases (organization);
  WaxsealRolloutPhase *phase = waxseal_rollout_summary_find_phase (phases, now);

  if (g_list_model_get_n_items (phases) == 0)
    return WAXSEAL_STATE_TODO;
  if (phase == NULL)
    return was_read_back (phases) ? WAXSEAL_STATE_VERIFIED : WAXSEAL_STATE_DECLARED;
  return needs_attention (waxseal_phase_stage_get (phase, phases, now)) ? WAXSEAL_STATE_ATTENTION
                                                                        : WAXSEAL_STATE_TODO;
}

static char *
describe_spread (WaxsealRolloutPhase *phase, GDateTime *now)
{
  const char *name = waxseal_rollout_phase_get_label (phase);
  g_autoptr (GDateTime) expected_by = waxseal_phase_stage_get_expected_by (phase);
  g_autofree char *people = waxseal_phase_audience_describe (phase);
  g_autofree char *time = NULL;

  if (expected_by == NULL)
    /* Translators: a phase, such as “Pilot”, then whom it reaches, such as “40 people” */
    return g_strdup_printf (_ ("%s: %s, on the way"), name, people);
  time = waxseal_date_format_moment (expected_by, now);
  if (g_date_time_compare (now, expected_by) > 0)
    /* Translators: a phase, such as “Pilot”; whom it reaches, such as “40 people”; a time */
    return g_strdup_printf (_ ("%s: %s, expected since %s"), name, people, time);
  /* Translators: a phase, such as “Pilot”; whom it reaches, such as “40 people”; a time */
  return g_strdup_printf (_ ("%s: %s, expected by %s"), name, people, time);
}

static char *
describe_ready (WaxsealRolloutPhase *phase)
{
  g_autoptr (GDateTime) planned = waxseal_phase_due_get_since (WAXSEAL_PHASE_DUE_DEPLOY, phase);
  g_autofree char *day = planned != NULL ? waxseal_date_format_day (planned) : NULL;

  if (day == NULL)
    /* Translators: %s is a phase, such as “Pilot” */
    return g_strdup_printf (_ ("%s: not deployed yet"), waxseal_rollout_phase_get_label (phase));
  /* Translators: a phase, such as “Pilot”, then a day */
  return g_strdup_printf (_ ("%s: planned for %s"), waxseal_rollout_phase_get_label (phase), day);
}

static char *
describe_stage (WaxsealRolloutPhase *phase, WaxsealPhaseStage stage)
{
  /* Translators: a phase, such as “Pilot”, then how far it is, such as “Paused” */
  return g_strdup_printf (_ ("%s: %s"),
                          waxseal_rollout_phase_get_label (phase),
                          waxseal_phase_stage_get_label (stage));
}

/** waxseal_rollout_summary_describe: Returns: (transfer full): a line for the overview. */
char *
waxseal_rollout_summary_describe (WaxsealOrganization *organization, GDateTime *now)
{
  GListModel *phases = waxseal_organization_get_phases (organization);
  WaxsealRolloutPhase *phase = waxseal_rollout_summary_find_phase (phases, now);
  WaxsealPhaseStage stage;

  if (g_list_model_get_n_items (phases) == 0)
    return g_strdup (_ ("No phase yet"));
  if (phase == NULL)
    return g_strdup (_ ("All phases judged good"));
  stage = waxseal_phase_stage_get (phase, phases, now);
  if (stage == WAXSEAL_PHASE_STAGE_READY || stage == WAXSEAL_PHASE_STAGE_BLOCKED)
    return describe_ready (phase);
  if (stage == WAXSEAL_PHASE_STAGE_SPREADING || stage == WAXSEAL_PHASE_STAGE_LATE)
    return describe_spread (phase, now);
  return describe_stage (phase, stage);
}
