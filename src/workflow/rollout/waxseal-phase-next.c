/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "waxseal-phase-next.h"

#include <glib/gi18n.h>

#include "waxseal-phase-list.h"

/* What was planned otherwise since comes first where nothing is wrong. */
static const WaxsealRolloutAction pending[] = {
  WAXSEAL_ROLLOUT_ACTION_WIDEN,
  WAXSEAL_ROLLOUT_ACTION_NARROW,
  WAXSEAL_ROLLOUT_ACTION_CHANGE_METHOD,
  WAXSEAL_ROLLOUT_ACTION_UPDATE,
};

static gboolean
find_pending (WaxsealOrganization *organization,
              WaxsealRolloutPhase *phase,
              const char *own_address,
              GDateTime *now,
              WaxsealRolloutAction *action)
{
  for (guint i = 0; i < G_N_ELEMENTS (pending); i++)
    if (waxseal_rollout_action_applies (pending[i], organization, phase, own_address, now) &&
        waxseal_rollout_action_get_refusal (pending[i], organization, phase, now) == NULL)
      {
        *action = pending[i];
        return TRUE;
      }
  return FALSE;
}

static gboolean
is_well (WaxsealPhaseStage stage)
{
  return stage == WAXSEAL_PHASE_STAGE_SPREADING || stage == WAXSEAL_PHASE_STAGE_SEEN ||
         stage == WAXSEAL_PHASE_STAGE_GO;
}

static WaxsealPhaseNext
get_deployment (WaxsealOrganization *organization, WaxsealRolloutPhase *phase, GDateTime *now)
{
  const char *refusal =
    waxseal_rollout_action_get_refusal (WAXSEAL_ROLLOUT_ACTION_DEPLOY, organization, phase, now);

  return refusal != NULL ? WAXSEAL_PHASE_NEXT_NAME_PEOPLE : WAXSEAL_PHASE_NEXT_ACT;
}

static WaxsealPhaseNext
get_after_go (WaxsealOrganization *organization, WaxsealRolloutPhase *phase, GDateTime *now)
{
  GListModel *phases = waxseal_organization_get_phases (organization);
  WaxsealRolloutPhase *after = waxseal_phase_list_get_beside (phases, phase, 1);

  if (after == NULL || waxseal_phase_stage_get (after, phases, now) == WAXSEAL_PHASE_STAGE_GO)
    return WAXSEAL_PHASE_NEXT_NOTHING;
  return WAXSEAL_PHASE_NEXT_GO_AFTER;
}

/**
 * waxseal_phase_next_get:
 * @own_address: (nullable): of the administrator, where it is known
 * @action: (out): which action it is, with %WAXSEAL_PHASE_NEXT_ACT
 *
 * Returns: what @phase waits for at @now.
 */
WaxsealPhaseNext
waxseal_phase_next_get (WaxsealOrganization *organization,
                        WaxsealRolloutPhase *phase,
                        const char *own_address,
                        GDateTime *now,
                        WaxsealRolloutAction *action)
{
  GListModel *phases = waxseal_organization_get_phases (organization);
  WaxsealPhaseStage stage = waxseal_phase_stage_get (phase, phases, now);

  *action = WAXSEAL_ROLLOUT_ACTION_DEPLOY;
  if (is_well (stage) && find_pending (organization, phase, own_address, now, action))
    return WAXSEAL_PHASE_NEXT_ACT;
  switch (stage)
    {
    case WAXSEAL_PHASE_STAGE_BLOCKED:
      return WAXSEAL_PHASE_NEXT_GO_BEFORE;
    case WAXSEAL_PHASE_STAGE_SPREADING:
      return WAXSEAL_PHASE_NEXT_SEE;
    case WAXSEAL_PHASE_STAGE_LATE:
      return WAXSEAL_PHASE_NEXT_LOOK_INTO;
    case WAXSEAL_PHASE_STAGE_SEEN:
      return WAXSEAL_PHASE_NEXT_JUDGE;
    case WAXSEAL_PHASE_STAGE_GO:
      return get_after_go (organization, phase, now);
    case WAXSEAL_PHASE_STAGE_NO_GO:
      *action = WAXSEAL_ROLLOUT_ACTION_ROLL_BACK;
      return WAXSEAL_PHASE_NEXT_ACT;
    case WAXSEAL_PHASE_STAGE_PAUSED:
      *action = WAXSEAL_ROLLOUT_ACTION_RESUME;
      return WAXSEAL_PHASE_NEXT_ACT;
    case WAXSEAL_PHASE_STAGE_READY:
    case WAXSEAL_PHASE_STAGE_UPLOADED:
    case WAXSEAL_PHASE_STAGE_ROLLED_BACK:
    default:
      return get_deployment (organization, phase, now);
    }
}

/** waxseal_phase_next_get_label: Returns: (transfer none): as on a button; empty for nothing. */
const char *
waxseal_phase_next_get_label (WaxsealPhaseNext next, WaxsealRolloutAction action)
{
  static const char *const labels[] = {
    [WAXSEAL_PHASE_NEXT_GO_BEFORE] = N_ ("Phase Before"),
    [WAXSEAL_PHASE_NEXT_NAME_PEOPLE] = N_ ("Name the Users"),
    [WAXSEAL_PHASE_NEXT_SEE] = N_ ("I See the Button"),
    [WAXSEAL_PHASE_NEXT_LOOK_INTO] = N_ ("What to Check"),
    [WAXSEAL_PHASE_NEXT_JUDGE] = N_ ("Judge…"),
    [WAXSEAL_PHASE_NEXT_GO_AFTER] = N_ ("Next Phase"),
  };

  if (next == WAXSEAL_PHASE_NEXT_NOTHING)
    return "";
  if (next == WAXSEAL_PHASE_NEXT_ACT)
    return waxseal_rollout_action_get_label (action);
  return _ (labels[next]);
}
