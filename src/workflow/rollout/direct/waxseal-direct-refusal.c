/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What this road is not taken for (microsoft.md, 3.2 and 3.4). */
#include "waxseal-direct-refusal.h"

#include <glib/gi18n.h>

#include "waxseal-exchange-cmdlet.h"
#include "waxseal-phase-audience.h"

static gboolean
is_action (const WaxsealDirectCase *c, WaxsealRolloutAction action)
{
  return c->aim->action == action;
}

static gboolean
is_deployed_by_exchange (const WaxsealDirectCase *c)
{
  return waxseal_direct_aim_is_deployed (c->aim->phase) &&
         waxseal_record_get_enum (c->aim->phase, "road") == WAXSEAL_ROAD_EXCHANGE;
}

static gboolean
is_not_accepted (const WaxsealDirectCase *c)
{
  WaxsealRecord *settings = waxseal_record_get_child (c->organization, "rollout");

  return *waxseal_record_get_text (settings, "exchange-accepted-on") == '\0';
}

static gboolean
is_read_only (const WaxsealDirectCase *c)
{
  return waxseal_organization_get_read_only (c->organization);
}

static gboolean
is_on_another_road (const WaxsealDirectCase *c)
{
  return waxseal_direct_aim_is_deployed (c->aim->phase) && !is_deployed_by_exchange (c);
}

static gboolean
is_not_deployed (const WaxsealDirectCase *c)
{
  return !is_action (c, WAXSEAL_ROLLOUT_ACTION_DEPLOY) &&
         !waxseal_direct_aim_is_deployed (c->aim->phase);
}

static gboolean
is_deployed_already (const WaxsealDirectCase *c)
{
  return is_action (c, WAXSEAL_ROLLOUT_ACTION_DEPLOY) && is_deployed_by_exchange (c);
}

static gboolean
is_somebodys (const WaxsealDirectCase *c)
{
  return waxseal_direct_review_get_owner (c->review) == WAXSEAL_DIRECT_OWNER_SOMEBODY;
}

static gboolean
is_forbidden (const WaxsealDirectCase *c)
{
  return !waxseal_direct_review_get_addins_allowed (c->review) &&
         !is_action (c, WAXSEAL_ROLLOUT_ACTION_ROLL_BACK) &&
         !is_action (c, WAXSEAL_ROLLOUT_ACTION_PAUSE);
}

static gboolean
is_missing (const WaxsealDirectCase *c)
{
  return waxseal_direct_review_get_addin (c->review) == NULL &&
         (is_action (c, WAXSEAL_ROLLOUT_ACTION_PAUSE) ||
          is_action (c, WAXSEAL_ROLLOUT_ACTION_RESUME));
}

static gboolean
is_off (const WaxsealDirectCase *c)
{
  const WaxsealDirectState *addin = waxseal_direct_review_get_addin (c->review);

  return addin != NULL && !addin->enabled && is_action (c, WAXSEAL_ROLLOUT_ACTION_DEPLOY);
}

/* A new one is made of the manifest: where there is none yet, or to update it. */
static gboolean
needs_manifest (const WaxsealDirectCase *c)
{
  return c->aim->aspects == WAXSEAL_DIRECT_ALL;
}

static gboolean
has_no_manifest (const WaxsealDirectCase *c)
{
  return needs_manifest (c) && c->manifest->bytes == NULL;
}

static gboolean
has_errors (const WaxsealDirectCase *c)
{
  return needs_manifest (c) && c->manifest->bytes != NULL && c->manifest->n_errors > 0;
}

static gboolean
has_another_id (const WaxsealDirectCase *c)
{
  return needs_manifest (c) && c->manifest->bytes != NULL && c->manifest->n_errors == 0 &&
         !g_str_equal (c->manifest->addin_id, waxseal_direct_review_get_addin_id (c->review));
}

static gboolean
has_unknown_people (const WaxsealDirectCase *c)
{
  return waxseal_direct_aim_uses_plan (c->aim) && c->aim->audience == WAXSEAL_AUDIENCE_SPECIFIC &&
         waxseal_phase_audience_count_unknown (c->aim->phase) > 0;
}

static gboolean
has_no_mailbox (const WaxsealDirectCase *c)
{
  return waxseal_direct_aim_uses_plan (c->aim) && c->aim->audience == WAXSEAL_AUDIENCE_JUST_ME &&
         *waxseal_direct_review_get_own_address (c->review) == '\0';
}

/* What Exchange would be asked for, where that is people. */
static guint
count_users (const WaxsealDirectCase *c)
{
  if (c->aim->wanted == NULL || !(c->aim->aspects & WAXSEAL_DIRECT_AUDIENCE) ||
      waxseal_direct_state_is_for_everyone (c->aim->wanted))
    return 1;
  return g_strv_length (c->aim->wanted->users);
}

static gboolean
is_for_nobody (const WaxsealDirectCase *c)
{
  return count_users (c) == 0 ||
         (waxseal_direct_aim_uses_plan (c->aim) && c->aim->audience != WAXSEAL_AUDIENCE_EVERYONE &&
          g_strv_length (c->aim->addresses) == 0);
}

static gboolean
is_for_too_many (const WaxsealDirectCase *c)
{
  return count_users (c) > WAXSEAL_EXCHANGE_MAX_USERS;
}

static const struct
{
  gboolean (*applies) (const WaxsealDirectCase *c);
  const char *text;
} refusals[] = {
  { is_read_only,
    N_ ("A newer version of Waxseal saved this organization. Update Waxseal first.") },
  { is_not_accepted,
    N_ ("This road uses an interface that Microsoft does not publish. Accept that first, or take "
        "the admin center.") },
  { is_somebodys,
    N_ ("An add-in with the same Id is in Exchange Online, and Waxseal did not deploy it. It is "
        "left alone: use the admin center, or have it removed first.") },
  { is_on_another_road,
    N_ ("This phase was deployed another way. Go on that way: people would get the button twice "
        "otherwise.") },
  { is_not_deployed, N_ ("This phase is not deployed, so there is nothing to change.") },
  { is_deployed_already, N_ ("This phase is deployed already. Widen or narrow it instead.") },
  { is_forbidden,
    N_ ("Your organization has turned add-ins for Outlook off (AppsForOfficeEnabled). Have them "
        "turned on first.") },
  { is_missing,
    N_ ("Exchange Online does not have the add-in any more. Roll this phase back, and deploy it "
        "anew.") },
  { is_off, N_ ("The add-in is off. Resume the phase that was paused first.") },
  { has_no_manifest, N_ ("There is no manifest to deploy yet. Finish or import one first.") },
  { has_errors,
    N_ ("The manifest has errors, and Outlook would not take it. The Manifest page shows them.") },
  { has_another_id,
    N_ ("The manifest’s Id is not the one that was looked for. Look at Exchange again.") },
  { has_unknown_people,
    N_ ("Exchange takes people only, by their addresses. Have the members of each group read, and "
        "each person found in the directory, first.") },
  { has_no_mailbox,
    N_ ("The account that is signed in has no mailbox, so “Just me” would be nobody.") },
  { is_for_nobody, N_ ("Nobody would have the add-in. Name somebody, or roll the phase back.") },
  { is_for_too_many,
    N_ ("More than 1,000 people would have the add-in, and Exchange does not take as many by name. "
        "Take everyone, or the admin center.") },
};

/* What has to come first on every road. */
static const char *
get_general (const WaxsealDirectCase *c)
{
  g_autoptr (GDateTime) now = g_date_time_new_now_utc ();

  return waxseal_rollout_action_get_refusal (c->aim->action, c->organization, c->aim->phase, now);
}

/** waxseal_direct_refusal_list: Returns: (transfer full) (array zero-terminated=1): why it may not
 * be done, translated; empty where it may. */
char **
waxseal_direct_refusal_list (const WaxsealDirectCase *c)
{
  g_autoptr (GStrvBuilder) builder = g_strv_builder_new ();
  const char *general = get_general (c);

  if (general != NULL)
    g_strv_builder_add (builder, general);
  for (guint i = 0; i < G_N_ELEMENTS (refusals); i++)
    if (refusals[i].applies (c))
      g_strv_builder_add (builder, _ (refusals[i].text));
  return g_strv_builder_end (builder);
}
