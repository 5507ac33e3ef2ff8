/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "waxseal-phase-date.h"

#include <glib/gi18n.h>

#include "waxseal-date.h"
#include "waxseal-phase-due.h"

static char *
describe_plan (WaxsealRolloutPhase *phase)
{
  const char *planned = waxseal_record_get_text (phase, "planned-on");
  g_autoptr (GDateTime) time = waxseal_phase_due_get_since (WAXSEAL_PHASE_DUE_DEPLOY, phase);
  g_autofree char *day = time != NULL ? waxseal_date_format_day (time) : g_strdup (planned);

  if (*planned == '\0')
    return g_strdup (_ ("No date planned yet"));
  /* Translators: %s is a day */
  return g_strdup_printf (_ ("Planned for %s"), day);
}

static char *
describe_way (WaxsealRolloutPhase *phase, GDateTime *now)
{
  g_autoptr (GDateTime) expected_by = waxseal_phase_stage_get_expected_by (phase);
  g_autofree char *time = NULL;

  if (expected_by == NULL)
    return g_strdup (_ ("When is not known"));
  time = waxseal_date_format_moment (expected_by, now);
  if (g_date_time_compare (now, expected_by) > 0)
    /* Translators: %s is a time, or a day and a time */
    return g_strdup_printf (_ ("Expected since %s"), time);
  /* Translators: %s is a time, or a day and a time */
  return g_strdup_printf (_ ("Expected by %s"), time);
}

static char *
dup_day (WaxsealRolloutPhase *phase, const char *property)
{
  return waxseal_date_format (waxseal_record_get_text (phase, property));
}

static char *
describe_past (WaxsealPhaseStage stage, WaxsealRolloutPhase *phase)
{
  g_autofree char *day = NULL;

  switch (stage)
    {
    case WAXSEAL_PHASE_STAGE_UPLOADED:
      day = dup_day (phase, "uploaded-on");
      /* Translators: %s is a day */
      return g_strdup_printf (_ ("Uploaded on %s"), day);
    case WAXSEAL_PHASE_STAGE_SEEN:
      day = dup_day (phase, "first-seen-on");
      /* Translators: %s is a day */
      return g_strdup_printf (_ ("First seen on %s"), day);
    case WAXSEAL_PHASE_STAGE_PAUSED:
      day = dup_day (phase, "paused-on");
      /* Translators: %s is a day */
      return g_strdup_printf (_ ("Paused on %s"), day);
    case WAXSEAL_PHASE_STAGE_ROLLED_BACK:
      day = dup_day (phase, "rolled-back-on");
      /* Translators: %s is a day */
      return g_strdup_printf (_ ("Rolled back on %s"), day);
    case WAXSEAL_PHASE_STAGE_GO:
    case WAXSEAL_PHASE_STAGE_NO_GO:
    case WAXSEAL_PHASE_STAGE_BLOCKED:
    case WAXSEAL_PHASE_STAGE_READY:
    case WAXSEAL_PHASE_STAGE_SPREADING:
    case WAXSEAL_PHASE_STAGE_LATE:
    default:
      day = dup_day (phase, "judged-on");
      return g_strdup_printf (_ ("Judged on %s"), day);
    }
}

/** waxseal_phase_date_describe: Returns: (transfer full): the date that matters at this @stage. */
char *
waxseal_phase_date_describe (WaxsealPhaseStage stage, WaxsealRolloutPhase *phase, GDateTime *now)
{
  if (stage == WAXSEAL_PHASE_STAGE_BLOCKED || stage == WAXSEAL_PHASE_STAGE_READY)
    return describe_plan (phase);
  if (stage == WAXSEAL_PHASE_STAGE_SPREADING || stage == WAXSEAL_PHASE_STAGE_LATE)
    return describe_way (phase, now);
  return describe_past (stage, phase);
}
