/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "waxseal-phase-gate.h"

#include <glib/gi18n.h>

#include "waxseal-date.h"
#include "waxseal-phase-list.h"
#include "waxseal-phase-stage.h"

/** waxseal_phase_gate_count: Returns: how many criteria of @phase have @result. */
guint
waxseal_phase_gate_count (WaxsealRolloutPhase *phase, WaxsealTestResult result)
{
  GListModel *criteria = G_LIST_MODEL (waxseal_record_get_list (phase, "criteria"));
  guint n = 0;

  for (guint i = 0; i < g_list_model_get_n_items (criteria); i++)
    {
      g_autoptr (WaxsealRecord) criterion = g_list_model_get_item (criteria, i);

      n += waxseal_record_get_enum (criterion, "result") == (int) result;
    }
  return n;
}

static guint
count_all (WaxsealRolloutPhase *phase)
{
  return g_list_model_get_n_items (G_LIST_MODEL (waxseal_record_get_list (phase, "criteria")));
}

/** waxseal_phase_gate_describe_criteria: Returns: (transfer full): how many are met, not met, open;
 * a sentence. */
char *
waxseal_phase_gate_describe_criteria (WaxsealRolloutPhase *phase)
{
  guint n = count_all (phase);
  guint met = waxseal_phase_gate_count (phase, WAXSEAL_TEST_RESULT_PASSED);
  guint failed = waxseal_phase_gate_count (phase, WAXSEAL_TEST_RESULT_FAILED);

  if (n == 0)
    return g_strdup (_ ("There is no criterion: your word alone decides."));
  if (met == n)
    return g_strdup (_ ("All criteria are met."));
  if (failed > 0)
    /* Translators: how many criteria are met, of how many, and how many are not met */
    return g_strdup_printf (_ ("%u of %u criteria are met; %u not met."), met, n, failed);
  /* Translators: how many criteria are met, of how many */
  return g_strdup_printf (_ ("%u of %u criteria are met so far."), met, n);
}

static gboolean
is_good (WaxsealRolloutPhase *phase, GListModel *phases)
{
  g_autoptr (GDateTime) now = g_date_time_new_now_utc ();

  return waxseal_phase_stage_get (phase, phases, now) == WAXSEAL_PHASE_STAGE_GO;
}

/** waxseal_phase_gate_describe: Returns: (transfer full): what must be true before the phase after
 * @phase opens, and how much of it is. */
char *
waxseal_phase_gate_describe (WaxsealRolloutPhase *phase, GListModel *phases)
{
  WaxsealRolloutPhase *after = waxseal_phase_list_get_beside (phases, phase, 1);
  guint n = count_all (phase);
  guint met = waxseal_phase_gate_count (phase, WAXSEAL_TEST_RESULT_PASSED);

  if (is_good (phase, phases))
    return g_strdup (after != NULL ? _ ("The next phase is open") : _ ("The rollout is complete"));
  if (after == NULL)
    /* Translators: how many criteria of the last phase are met, of how many */
    return g_strdup_printf (_ ("To finish: %u of %u criteria met"), met, n);
  /* Translators: a phase, such as “Pilot”; then how many criteria are met, of how many */
  return g_strdup_printf (_ ("Before %s opens: %u of %u criteria met"),
                          waxseal_rollout_phase_get_label (after),
                          met,
                          n);
}

/**
 * waxseal_phase_gate_settle:
 * @by: (nullable): who says so, where it is known
 *
 * Writes down whether @criterion is met, with the day; an open one was not looked at by anybody.
 */
void
waxseal_phase_gate_settle (WaxsealCriterion *criterion, WaxsealTestResult result, const char *by)
{
  g_autofree char *now = result != WAXSEAL_TEST_RESULT_OPEN ? waxseal_date_now () : NULL;

  g_object_set (criterion,
                "result",
                result,
                "judged-on",
                now,
                "judged-by",
                result != WAXSEAL_TEST_RESULT_OPEN ? by : NULL,
                NULL);
}

/** waxseal_phase_gate_get_result_label: Returns: (transfer none): of a criterion, in a word or two.
 */
const char *
waxseal_phase_gate_get_result_label (WaxsealTestResult result)
{
  static const char *const labels[] = {
    [WAXSEAL_TEST_RESULT_OPEN] = N_ ("Open"),
    [WAXSEAL_TEST_RESULT_PASSED] = N_ ("Met"),
    [WAXSEAL_TEST_RESULT_FAILED] = N_ ("Not met"),
  };

  return _ (labels[result]);
}

/** waxseal_phase_gate_describe_result: Returns: (transfer full): whether it is met, who says so,
 * and when. */
char *
waxseal_phase_gate_describe_result (WaxsealCriterion *criterion)
{
  const char *label =
    waxseal_phase_gate_get_result_label (waxseal_record_get_enum (criterion, "result"));
  const char *date = waxseal_record_get_text (criterion, "judged-on");
  const char *by = waxseal_record_get_text (criterion, "judged-by");
  g_autofree char *day = waxseal_date_format (date);

  if (*date == '\0')
    return g_strdup (label);
  if (*by == '\0')
    /* Translators: a result, then a day */
    return g_strdup_printf (_ ("%s on %s"), label, day);
  /* Translators: a result, then a day, then a person: “Met on 25 Nov 2026 by Ann” */
  return g_strdup_printf (_ ("%s on %s by %s"), label, day, by);
}
