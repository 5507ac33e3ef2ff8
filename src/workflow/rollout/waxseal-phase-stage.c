/* SPDX-License-Identifier: GPL-3.0-or-later */
/* guide.md, C4 and best practice: twelve hours to the ribbon; each phase after judging the one
 * before.
 */
#include "waxseal-phase-stage.h"

#include <glib/gi18n.h>

#include "waxseal-date.h"
#include "waxseal-rollout-enums.h"

/* microsoft.md, 3.1: up to 12 h to appear, 24 h elsewhere; only then is it called late. */
#define EXPECTED_WITHIN 12
#define LATE_AFTER      24

static gboolean
has_date (gpointer phase, const char *property)
{
  return *waxseal_record_get_text (phase, property) != '\0';
}

static gboolean
is_judged_good (gpointer phase)
{
  return has_date (phase, "judged-on") && !has_date (phase, "rolled-back-on") &&
         waxseal_record_get_enum (phase, "verdict") == WAXSEAL_VERDICT_GO;
}

/* The first phase waits for none. */
static gboolean
is_open (WaxsealRolloutPhase *phase, GListModel *phases)
{
  g_autoptr (WaxsealRolloutPhase) before = NULL;

  for (guint i = 0; i < g_list_model_get_n_items (phases); i++)
    {
      g_autoptr (WaxsealRolloutPhase) item = g_list_model_get_item (phases, i);

      if (item == phase)
        break;
      g_set_object (&before, item);
    }
  return before == NULL || is_judged_good (before);
}

static GDateTime *
add_hours (WaxsealRolloutPhase *phase, int hours)
{
  const char *text = waxseal_record_get_text (phase, "deployed-on");
  g_autoptr (GDateTime) deployed = g_date_time_new_from_iso8601 (text, NULL);

  return deployed != NULL ? g_date_time_add_hours (deployed, hours) : NULL;
}

/** waxseal_phase_stage_get_expected_by: Returns: (transfer full) (nullable): when the button should
 * be on every ribbon; %NULL where nothing was assigned. */
GDateTime *
waxseal_phase_stage_get_expected_by (WaxsealRolloutPhase *phase)
{
  return add_hours (phase, EXPECTED_WITHIN);
}

/** waxseal_phase_stage_get_late_after: Returns: (transfer full) (nullable): from when it is late.
 */
GDateTime *
waxseal_phase_stage_get_late_after (WaxsealRolloutPhase *phase)
{
  return add_hours (phase, LATE_AFTER);
}

static WaxsealPhaseStage
get_stage_on_the_way (WaxsealRolloutPhase *phase, GDateTime *now)
{
  g_autoptr (GDateTime) late_after = waxseal_phase_stage_get_late_after (phase);

  if (late_after != NULL && g_date_time_compare (now, late_after) > 0)
    return WAXSEAL_PHASE_STAGE_LATE;
  return WAXSEAL_PHASE_STAGE_SPREADING;
}

/**
 * waxseal_phase_stage_get:
 * @phases: of #WaxsealRolloutPhase, in their order, with @phase among them
 *
 * Returns: how far @phase is at @now.
 */
WaxsealPhaseStage
waxseal_phase_stage_get (WaxsealRolloutPhase *phase, GListModel *phases, GDateTime *now)
{
  if (has_date (phase, "rolled-back-on"))
    return WAXSEAL_PHASE_STAGE_ROLLED_BACK;
  if (has_date (phase, "paused-on"))
    return WAXSEAL_PHASE_STAGE_PAUSED;
  if (has_date (phase, "judged-on"))
    return is_judged_good (phase) ? WAXSEAL_PHASE_STAGE_GO : WAXSEAL_PHASE_STAGE_NO_GO;
  if (has_date (phase, "first-seen-on"))
    return WAXSEAL_PHASE_STAGE_SEEN;
  if (has_date (phase, "deployed-on"))
    return get_stage_on_the_way (phase, now);
  if (has_date (phase, "uploaded-on"))
    return WAXSEAL_PHASE_STAGE_UPLOADED;
  return is_open (phase, phases) ? WAXSEAL_PHASE_STAGE_READY : WAXSEAL_PHASE_STAGE_BLOCKED;
}

/** waxseal_phase_stage_is_out: Returns: whether people of the phase have the add-in, or are getting
 * it.
 */
gboolean
waxseal_phase_stage_is_out (WaxsealPhaseStage stage)
{
  return stage >= WAXSEAL_PHASE_STAGE_SPREADING && stage <= WAXSEAL_PHASE_STAGE_NO_GO;
}

typedef struct
{
  const char *label;
  WaxsealState state; /* where nothing was read back */
  const char *text;   /* NULL: a sentence with a time */
} Words;

static const Words words[] = {
  [WAXSEAL_PHASE_STAGE_BLOCKED] = { N_ ("Waiting"),
                                    WAXSEAL_STATE_TODO,
                                    N_ ("Opens when the phase before it is judged good") },
  [WAXSEAL_PHASE_STAGE_READY] = { N_ ("Ready"), WAXSEAL_STATE_TODO, N_ ("Can be deployed now") },
  [WAXSEAL_PHASE_STAGE_UPLOADED] = { N_ ("Uploaded"),
                                     WAXSEAL_STATE_DECLARED,
                                     N_ ("The manifest is uploaded; nobody is assigned yet") },
  [WAXSEAL_PHASE_STAGE_SPREADING] = { N_ ("On its way"), WAXSEAL_STATE_DECLARED, NULL },
  [WAXSEAL_PHASE_STAGE_LATE] = { N_ ("Late"), WAXSEAL_STATE_ATTENTION, NULL },
  [WAXSEAL_PHASE_STAGE_SEEN] = { N_ ("Seen"),
                                 WAXSEAL_STATE_DECLARED,
                                 N_ ("The button was seen. Try it in each client, then judge the "
                                     "phase.") },
  [WAXSEAL_PHASE_STAGE_GO] = { N_ ("Judged good"), WAXSEAL_STATE_DECLARED, NULL },
  [WAXSEAL_PHASE_STAGE_NO_GO] = { N_ ("Judged not good"), WAXSEAL_STATE_ATTENTION, NULL },
  [WAXSEAL_PHASE_STAGE_PAUSED] = { N_ ("Paused"),
                                   WAXSEAL_STATE_ATTENTION,
                                   N_ ("The add-in is turned off for everybody until you resume") },
  [WAXSEAL_PHASE_STAGE_ROLLED_BACK] = { N_ ("Rolled back"),
                                        WAXSEAL_STATE_ATTENTION,
                                        N_ ("Its users have the add-in no more, unless an earlier "
                                            "phase gives it to them") },
};

/** waxseal_phase_stage_get_label: Returns: (transfer none): a word or two, translated. */
const char *
waxseal_phase_stage_get_label (WaxsealPhaseStage stage)
{
  return _ (words[stage].label);
}

/** waxseal_phase_stage_get_state: Returns: verified only where the assignment was read back. */
WaxsealState
waxseal_phase_stage_get_state (WaxsealPhaseStage stage, WaxsealRolloutPhase *phase)
{
  if (stage == WAXSEAL_PHASE_STAGE_SPREADING && has_date (phase, "assignment-verified-on"))
    return WAXSEAL_STATE_VERIFIED;
  return words[stage].state;
}

static char *
format_time (GDateTime *time)
{
  g_autoptr (GDateTime) local = g_date_time_to_local (time);

  /* Translators: a day and a time, as g_date_time_format() takes it: 25 Nov, 21:40 */
  return g_date_time_format (local, _ ("%-d %b, %H:%M"));
}

static char *
describe_judgement (WaxsealRolloutPhase *phase)
{
  const char *by = waxseal_record_get_text (phase, "judged-by");
  g_autofree char *day = waxseal_date_format (waxseal_record_get_text (phase, "judged-on"));

  if (*by == '\0')
    /* Translators: %s is a day */
    return g_strdup_printf (_ ("Judged on %s"), day);
  /* Translators: a day, then a person */
  return g_strdup_printf (_ ("Judged on %s by %s"), day, by);
}

static char *
describe_way (WaxsealPhaseStage stage, WaxsealRolloutPhase *phase)
{
  g_autoptr (GDateTime) expected_by = waxseal_phase_stage_get_expected_by (phase);
  g_autofree char *time = NULL;

  if (expected_by == NULL)
    return g_strdup (_ ("Assigned, but when is not known"));
  time = format_time (expected_by);
  if (stage == WAXSEAL_PHASE_STAGE_LATE)
    /* Translators: %s is a day and a time */
    return g_strdup_printf (_ ("Should be on every ribbon since %s. See what to check below."),
                            time);
  /* Translators: %s is a day and a time */
  return g_strdup_printf (_ ("Expected on every ribbon by %s"), time);
}

/** waxseal_phase_stage_describe: Returns: (transfer full): what that means for @phase, a sentence.
 */
char *
waxseal_phase_stage_describe (WaxsealPhaseStage stage, WaxsealRolloutPhase *phase)
{
  if (words[stage].text != NULL)
    return g_strdup (_ (words[stage].text));
  if (stage == WAXSEAL_PHASE_STAGE_GO || stage == WAXSEAL_PHASE_STAGE_NO_GO)
    return describe_judgement (phase);
  return describe_way (stage, phase);
}
