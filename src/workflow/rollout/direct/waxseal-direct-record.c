/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Writes down what was read back, for every phase that it is about. */
#include "waxseal-direct-record.h"

#include "waxseal-date.h"
#include "waxseal-rollout-fact.h"

static WaxsealRolloutFact
begin_fact (WaxsealRolloutEventKind kind, const WaxsealDirectOutcome *outcome)
{
  return (WaxsealRolloutFact){
    .kind = kind,
    .state = WAXSEAL_STATE_VERIFIED,
    .road = WAXSEAL_ROAD_EXCHANGE,
    .by = outcome->by,
    .request_id = outcome->request_id,
    .details = outcome->details,
  };
}

static void
record_plain (WaxsealRolloutPhase *phase,
              WaxsealRolloutEventKind kind,
              const char *version,
              const WaxsealDirectOutcome *outcome)
{
  WaxsealRolloutFact fact = begin_fact (kind, outcome);

  fact.version = version;
  waxseal_rollout_fact_record (&fact, phase);
}

/* By this run, or by one that did not come to writing it down. */
static gboolean
was_uploaded (const WaxsealDirectAim *aim, const WaxsealDirectOutcome *outcome)
{
  return aim->action == WAXSEAL_ROLLOUT_ACTION_DEPLOY &&
         (outcome->version != NULL ||
          (aim->others->len == 0 && *waxseal_record_get_text (aim->phase, "uploaded-on") == '\0'));
}

static void
record_assignment (const WaxsealDirectAim *aim, const WaxsealDirectOutcome *outcome)
{
  WaxsealRolloutFact fact = begin_fact (waxseal_rollout_action_get_event (aim->action), outcome);

  if (was_uploaded (aim, outcome))
    record_plain (aim->phase, WAXSEAL_ROLLOUT_EVENT_KIND_UPLOADED, outcome->seen_version, outcome);
  fact.audience = aim->audience;
  fact.method = aim->method;
  fact.version = outcome->seen_version;
  fact.addresses = (const char *const *) aim->addresses;
  waxseal_rollout_fact_record (&fact, aim->phase);
}

/* Its people are among those that were read back; its method may be another since. */
static void
record_other (const WaxsealDirectAim *aim,
              WaxsealRolloutPhase *other,
              const WaxsealDirectOutcome *outcome)
{
  WaxsealRolloutFact fact = begin_fact (WAXSEAL_ROLLOUT_EVENT_KIND_METHOD_CHANGED, outcome);
  g_auto (GStrv) addresses = g_strdupv ((char **) waxseal_record_get_texts (other, "assigned"));
  g_autofree char *now = waxseal_date_now ();

  waxseal_record_set_text (other, "assignment-verified-on", now);
  if (waxseal_record_get_enum (other, "deployed-method") == (int) aim->method)
    return;
  fact.audience = waxseal_record_get_enum (other, "deployed-audience");
  fact.method = aim->method;
  fact.addresses = (const char *const *) addresses;
  waxseal_rollout_fact_record (&fact, other);
}

/* What is for all phases, since they share one add-in. */
static void
record_for_all (const WaxsealDirectAim *aim,
                const char *version,
                const WaxsealDirectOutcome *outcome)
{
  WaxsealRolloutEventKind kind = waxseal_rollout_action_get_event (aim->action);

  record_plain (aim->phase, kind, version, outcome);
  for (guint i = 0; i < aim->others->len; i++)
    {
      gboolean is_paused = *waxseal_record_get_text (aim->others->pdata[i], "paused-on") != '\0';

      if (aim->action == WAXSEAL_ROLLOUT_ACTION_UPDATE ||
          is_paused == (aim->action == WAXSEAL_ROLLOUT_ACTION_RESUME))
        record_plain (aim->others->pdata[i], kind, version, outcome);
    }
}

/** waxseal_direct_record_done: @aim was reached, and read back. */
void
waxseal_direct_record_done (const WaxsealDirectAim *aim, const WaxsealDirectOutcome *outcome)
{
  switch (aim->action)
    {
    case WAXSEAL_ROLLOUT_ACTION_PAUSE:
    case WAXSEAL_ROLLOUT_ACTION_RESUME:
      record_for_all (aim, NULL, outcome);
      return;
    case WAXSEAL_ROLLOUT_ACTION_UPDATE:
      record_for_all (aim, outcome->version, outcome);
      break;
    case WAXSEAL_ROLLOUT_ACTION_ROLL_BACK:
      record_plain (aim->phase, WAXSEAL_ROLLOUT_EVENT_KIND_ROLLED_BACK, NULL, outcome);
      break;
    case WAXSEAL_ROLLOUT_ACTION_DEPLOY:
    case WAXSEAL_ROLLOUT_ACTION_WIDEN:
    case WAXSEAL_ROLLOUT_ACTION_NARROW:
    case WAXSEAL_ROLLOUT_ACTION_CHANGE_METHOD:
      record_assignment (aim, outcome);
      break;
    case WAXSEAL_N_ROLLOUT_ACTIONS:
    default:
      g_return_if_reached ();
    }
  for (guint i = 0; i < aim->others->len; i++)
    record_other (aim, aim->others->pdata[i], outcome);
}

/** waxseal_direct_record_removed: The add-in was removed to be added anew, and was not: no phase
 * has it any more. */
void
waxseal_direct_record_removed (const WaxsealDirectAim *aim, const WaxsealDirectOutcome *outcome)
{
  record_plain (aim->phase, WAXSEAL_ROLLOUT_EVENT_KIND_ROLLED_BACK, NULL, outcome);
  for (guint i = 0; i < aim->others->len; i++)
    record_plain (aim->others->pdata[i], WAXSEAL_ROLLOUT_EVENT_KIND_ROLLED_BACK, NULL, outcome);
}
