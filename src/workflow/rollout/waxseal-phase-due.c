/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "waxseal-phase-due.h"

#include <glib/gi18n.h>

/* "planned-on" is a day, and begins where the user is. */
static GDateTime *
get_planned (WaxsealRolloutPhase *phase)
{
  const char *day = waxseal_record_get_text (phase, "planned-on");
  g_autofree char *midnight = g_strconcat (day, "T00:00:00", NULL);
  g_autoptr (GTimeZone) local = g_time_zone_new_local ();

  return g_date_time_new_from_iso8601 (midnight, local);
}

/** waxseal_phase_due_get_since: Returns: (transfer full) (nullable): from when @phase is due so. */
GDateTime *
waxseal_phase_due_get_since (WaxsealPhaseDue due, WaxsealRolloutPhase *phase)
{
  switch (due)
    {
    case WAXSEAL_PHASE_DUE_DEPLOY:
      return get_planned (phase);
    case WAXSEAL_PHASE_DUE_LOOK:
      return waxseal_phase_stage_get_expected_by (phase);
    case WAXSEAL_PHASE_DUE_LATE:
      return waxseal_phase_stage_get_late_after (phase);
    case WAXSEAL_PHASE_DUE_NOTHING:
    default:
      return NULL;
    }
}

static gboolean
has_come (WaxsealPhaseDue due, WaxsealRolloutPhase *phase, GDateTime *now)
{
  g_autoptr (GDateTime) since = waxseal_phase_due_get_since (due, phase);

  return since != NULL && g_date_time_compare (now, since) >= 0;
}

/** waxseal_phase_due_get: Returns: what @phase waits for the administrator to do at @now. */
WaxsealPhaseDue
waxseal_phase_due_get (WaxsealRolloutPhase *phase, GListModel *phases, GDateTime *now)
{
  WaxsealPhaseStage stage = waxseal_phase_stage_get (phase, phases, now);

  if (stage == WAXSEAL_PHASE_STAGE_LATE)
    return WAXSEAL_PHASE_DUE_LATE;
  if (stage == WAXSEAL_PHASE_STAGE_SPREADING && has_come (WAXSEAL_PHASE_DUE_LOOK, phase, now))
    return WAXSEAL_PHASE_DUE_LOOK;
  if ((stage == WAXSEAL_PHASE_STAGE_READY || stage == WAXSEAL_PHASE_STAGE_UPLOADED) &&
      has_come (WAXSEAL_PHASE_DUE_DEPLOY, phase, now))
    return WAXSEAL_PHASE_DUE_DEPLOY;
  return WAXSEAL_PHASE_DUE_NOTHING;
}

/** waxseal_phase_due_is_told: Returns: whether the user was notified since it is due so. */
gboolean
waxseal_phase_due_is_told (WaxsealPhaseDue due, WaxsealRolloutPhase *phase)
{
  g_autoptr (GDateTime) since = waxseal_phase_due_get_since (due, phase);
  const char *text = waxseal_record_get_text (phase, "told-on");
  g_autoptr (GDateTime) told = g_date_time_new_from_iso8601 (text, NULL);

  return since == NULL || (told != NULL && g_date_time_compare (told, since) >= 0);
}

/** waxseal_phase_due_describe: Returns: (transfer full): a sentence for a notification. */
char *
waxseal_phase_due_describe (WaxsealPhaseDue due, WaxsealRolloutPhase *phase)
{
  const char *name = waxseal_rollout_phase_get_label (phase);

  switch (due)
    {
    case WAXSEAL_PHASE_DUE_DEPLOY:
      /* Translators: %s is a phase of the deployment, such as “Pilot” */
      return g_strdup_printf (_ ("%s: its planned day has come. It can be deployed."), name);
    case WAXSEAL_PHASE_DUE_LOOK:
      /* Translators: %s is a phase of the deployment, such as “Pilot” */
      return g_strdup_printf (_ ("%s: the button should be on every ribbon now. Look for it."),
                              name);
    case WAXSEAL_PHASE_DUE_LATE:
      /* Translators: %s is a phase of the deployment, such as “Pilot” */
      return g_strdup_printf (_ ("%s: deployed more than a day ago, and nobody has seen the button "
                                 "yet. See what to check."),
                              name);
    case WAXSEAL_PHASE_DUE_NOTHING:
    default:
      return g_strdup ("");
    }
}
