/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "waxseal-rollout-action.h"

#include <glib/gi18n.h>

#include "waxseal-phase-audience.h"

typedef struct
{
  WaxsealOrganization *organization;
  WaxsealRolloutPhase *phase;
  const char *own_address;
  WaxsealPhaseStage stage;
} Case;

static gboolean
is_out (const Case *c)
{
  return waxseal_phase_stage_is_out (c->stage);
}

static gboolean
may_deploy (const Case *c)
{
  return c->stage <= WAXSEAL_PHASE_STAGE_UPLOADED || c->stage == WAXSEAL_PHASE_STAGE_ROLLED_BACK;
}

static char **
dup_planned (const Case *c)
{
  return waxseal_phase_audience_dup_planned (c->phase,
                                             waxseal_record_get_enum (c->phase, "road"),
                                             c->own_address);
}

static gboolean
has_changed_to (const Case *c, WaxsealAudience from, WaxsealAudience to)
{
  return waxseal_record_get_enum (c->phase, "deployed-audience") == (int) from &&
         waxseal_record_get_enum (c->phase, "audience") == (int) to;
}

static gboolean
is_everyone (const Case *c)
{
  return waxseal_record_get_enum (c->phase, "audience") == WAXSEAL_AUDIENCE_EVERYONE ||
         waxseal_record_get_enum (c->phase, "deployed-audience") == WAXSEAL_AUDIENCE_EVERYONE;
}

static gboolean
may_widen (const Case *c)
{
  g_auto (GStrv) planned = dup_planned (c);
  g_auto (GStrv) added =
    waxseal_addresses_subtract ((const char *const *) planned,
                                waxseal_record_get_texts (c->phase, "assigned"));

  if (!is_out (c))
    return FALSE;
  if (is_everyone (c))
    return has_changed_to (c, WAXSEAL_AUDIENCE_SPECIFIC, WAXSEAL_AUDIENCE_EVERYONE) ||
           has_changed_to (c, WAXSEAL_AUDIENCE_JUST_ME, WAXSEAL_AUDIENCE_EVERYONE);
  return added[0] != NULL;
}

static gboolean
may_narrow (const Case *c)
{
  g_auto (GStrv) planned = dup_planned (c);
  g_auto (GStrv) removed =
    waxseal_addresses_subtract (waxseal_record_get_texts (c->phase, "assigned"),
                                (const char *const *) planned);

  if (!is_out (c))
    return FALSE;
  if (is_everyone (c))
    return has_changed_to (c, WAXSEAL_AUDIENCE_EVERYONE, WAXSEAL_AUDIENCE_SPECIFIC) ||
           has_changed_to (c, WAXSEAL_AUDIENCE_EVERYONE, WAXSEAL_AUDIENCE_JUST_ME);
  return removed[0] != NULL;
}

static gboolean
may_change_method (const Case *c)
{
  return is_out (c) && waxseal_record_get_enum (c->phase, "method") !=
                         waxseal_record_get_enum (c->phase, "deployed-method");
}

static gboolean
may_update (const Case *c)
{
  WaxsealAddinIdentity *addin = waxseal_organization_get_addin (c->organization);
  const char *deployed = waxseal_record_get_text (c->phase, "deployed-version");

  return is_out (c) && *deployed != '\0' &&
         !g_str_equal (deployed, waxseal_record_get_text (addin, "version"));
}

static gboolean
may_resume (const Case *c)
{
  return c->stage == WAXSEAL_PHASE_STAGE_PAUSED;
}

static gboolean
may_roll_back (const Case *c)
{
  return is_out (c) || c->stage == WAXSEAL_PHASE_STAGE_PAUSED;
}

static const struct
{
  const char *label;
  const char *text;
  WaxsealRolloutEventKind event;
  gboolean (*applies) (const Case *c);
} actions[] = {
  [WAXSEAL_ROLLOUT_ACTION_DEPLOY] = { N_ ("Deploy"),
                                      N_ ("Gives the add-in to the people of this phase"),
                                      WAXSEAL_ROLLOUT_EVENT_KIND_ASSIGNED,
                                      may_deploy },
  [WAXSEAL_ROLLOUT_ACTION_WIDEN] = { N_ ("Widen"),
                                     N_ ("Gives it to those who were added since"),
                                     WAXSEAL_ROLLOUT_EVENT_KIND_WIDENED,
                                     may_widen },
  [WAXSEAL_ROLLOUT_ACTION_NARROW] = { N_ ("Narrow"),
                                      N_ ("Takes it from those who were removed since"),
                                      WAXSEAL_ROLLOUT_EVENT_KIND_NARROWED,
                                      may_narrow },
  [WAXSEAL_ROLLOUT_ACTION_CHANGE_METHOD] = { N_ ("Change Method"),
                                             N_ ("Changes whether users can remove the button"),
                                             WAXSEAL_ROLLOUT_EVENT_KIND_METHOD_CHANGED,
                                             may_change_method },
  [WAXSEAL_ROLLOUT_ACTION_UPDATE] = { N_ ("Update Manifest"),
                                      N_ ("Puts the version that you have now in the place of the "
                                          "one that is deployed"),
                                      WAXSEAL_ROLLOUT_EVENT_KIND_UPDATED,
                                      may_update },
  [WAXSEAL_ROLLOUT_ACTION_PAUSE] = { N_ ("Pause"),
                                     N_ ("Turns the add-in off for everybody who has it"),
                                     WAXSEAL_ROLLOUT_EVENT_KIND_PAUSED,
                                     is_out },
  [WAXSEAL_ROLLOUT_ACTION_RESUME] = { N_ ("Resume"),
                                      N_ ("Turns the add-in on again"),
                                      WAXSEAL_ROLLOUT_EVENT_KIND_RESUMED,
                                      may_resume },
  [WAXSEAL_ROLLOUT_ACTION_ROLL_BACK] = { N_ ("Roll Back"),
                                         N_ ("Goes back to the people of the phases before, or "
                                             "removes the add-in where there are none"),
                                         WAXSEAL_ROLLOUT_EVENT_KIND_ROLLED_BACK,
                                         may_roll_back },
};

/** waxseal_rollout_action_get_label: Returns: (transfer none): as on a button, translated. */
const char *
waxseal_rollout_action_get_label (WaxsealRolloutAction action)
{
  return _ (actions[action].label);
}

/** waxseal_rollout_action_get_text: Returns: (transfer none): what it does, translated. */
const char *
waxseal_rollout_action_get_text (WaxsealRolloutAction action)
{
  return _ (actions[action].text);
}

/** waxseal_rollout_action_get_event: Returns: what the timeline says once it is done. */
WaxsealRolloutEventKind
waxseal_rollout_action_get_event (WaxsealRolloutAction action)
{
  return actions[action].event;
}

static WaxsealPhaseStage
get_stage (WaxsealOrganization *organization, WaxsealRolloutPhase *phase, GDateTime *now)
{
  return waxseal_phase_stage_get (phase, waxseal_organization_get_phases (organization), now);
}

/**
 * waxseal_rollout_action_applies:
 * @own_address: (nullable): of the administrator, where it is known
 *
 * Returns: whether @action makes sense for @phase at @now; it may still have to wait, for the
 * reason that waxseal_rollout_action_get_refusal() tells.
 */
gboolean
waxseal_rollout_action_applies (WaxsealRolloutAction action,
                                WaxsealOrganization *organization,
                                WaxsealRolloutPhase *phase,
                                const char *own_address,
                                GDateTime *now)
{
  Case c = { organization, phase, own_address, get_stage (organization, phase, now) };

  return actions[action].applies (&c);
}

static gboolean
needs_people (WaxsealRolloutAction action)
{
  return action == WAXSEAL_ROLLOUT_ACTION_DEPLOY || action == WAXSEAL_ROLLOUT_ACTION_WIDEN ||
         action == WAXSEAL_ROLLOUT_ACTION_NARROW;
}

/**
 * waxseal_rollout_action_get_refusal:
 *
 * Returns: (transfer none) (nullable): what has to come first, translated; %NULL where nothing has.
 */
const char *
waxseal_rollout_action_get_refusal (WaxsealRolloutAction action,
                                    WaxsealOrganization *organization,
                                    WaxsealRolloutPhase *phase,
                                    GDateTime *now)
{
  GListModel *recipients = G_LIST_MODEL (waxseal_record_get_list (phase, "recipients"));

  if (action == WAXSEAL_ROLLOUT_ACTION_DEPLOY &&
      get_stage (organization, phase, now) == WAXSEAL_PHASE_STAGE_BLOCKED)
    return _ ("Judge the phase before it first: its users are the ones to find what is wrong.");
  if (needs_people (action) &&
      waxseal_record_get_enum (phase, "audience") == WAXSEAL_AUDIENCE_SPECIFIC &&
      g_list_model_get_n_items (recipients) == 0)
    return _ ("Name the users or groups of this phase first.");
  return NULL;
}
