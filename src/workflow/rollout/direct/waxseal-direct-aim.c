/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "waxseal-direct-aim.h"

#include "waxseal-phase-audience.h"

static gboolean
has_date (WaxsealRolloutPhase *phase, const char *property)
{
  return *waxseal_record_get_text (phase, property) != '\0';
}

/** waxseal_direct_aim_is_deployed: Returns: whether @phase has the add-in, by whatever road. */
gboolean
waxseal_direct_aim_is_deployed (WaxsealRolloutPhase *phase)
{
  return has_date (phase, "deployed-on") && !has_date (phase, "rolled-back-on");
}

static GPtrArray *
list_others (WaxsealOrganization *organization, WaxsealRolloutPhase *phase)
{
  GListModel *phases = waxseal_organization_get_phases (organization);
  GPtrArray *others = g_ptr_array_new_with_free_func (g_object_unref);

  for (guint i = 0; i < g_list_model_get_n_items (phases); i++)
    {
      g_autoptr (WaxsealRolloutPhase) other = g_list_model_get_item (phases, i);

      if (other != phase && waxseal_direct_aim_is_deployed (other) &&
          waxseal_record_get_enum (other, "road") == WAXSEAL_ROAD_EXCHANGE)
        g_ptr_array_add (others, g_steal_pointer (&other));
    }
  return others;
}

/* Those who have it and are still named. */
static char **
dup_narrowed (const char *const *assigned, const char *const *planned)
{
  g_auto (GStrv) removed = waxseal_addresses_subtract (assigned, planned);

  return waxseal_addresses_subtract (assigned, (const char *const *) removed);
}

/* What the phase has now. */
static void
keep_share (WaxsealDirectAim *self)
{
  self->audience = waxseal_record_get_enum (self->phase, "deployed-audience");
  self->method = waxseal_record_get_enum (self->phase, "deployed-method");
  self->addresses = waxseal_addresses_sort (waxseal_record_get_texts (self->phase, "assigned"));
}

/* What the phase is planned to have: only more of it to widen, and only less to narrow. */
static void
plan_share (WaxsealDirectAim *self, const char *own_address)
{
  const char *const *assigned = waxseal_record_get_texts (self->phase, "assigned");
  g_auto (GStrv) planned =
    waxseal_phase_audience_dup_planned (self->phase, WAXSEAL_ROAD_EXCHANGE, own_address);
  gboolean was_everyone =
    waxseal_record_get_enum (self->phase, "deployed-audience") == WAXSEAL_AUDIENCE_EVERYONE;

  self->audience = waxseal_record_get_enum (self->phase, "audience");
  self->method =
    waxseal_record_get_enum (self->phase,
                             self->action == WAXSEAL_ROLLOUT_ACTION_DEPLOY ? "method"
                                                                           : "deployed-method");
  if (self->action == WAXSEAL_ROLLOUT_ACTION_WIDEN)
    self->addresses = waxseal_addresses_unite (assigned, (const char *const *) planned);
  else if (self->action == WAXSEAL_ROLLOUT_ACTION_NARROW && !was_everyone)
    self->addresses = dup_narrowed (assigned, (const char *const *) planned);
  else
    self->addresses = g_steal_pointer (&planned);
  if (self->audience == WAXSEAL_AUDIENCE_EVERYONE)
    {
      g_strfreev (self->addresses);
      self->addresses = waxseal_addresses_sort (NULL);
    }
}

/** waxseal_direct_aim_uses_plan: Returns: whether whom the phase names now is what counts. */
gboolean
waxseal_direct_aim_uses_plan (const WaxsealDirectAim *self)
{
  return self->action == WAXSEAL_ROLLOUT_ACTION_DEPLOY ||
         self->action == WAXSEAL_ROLLOUT_ACTION_WIDEN ||
         self->action == WAXSEAL_ROLLOUT_ACTION_NARROW;
}

/* What is left goes back to what the last of them says. */
static void
drop_share (WaxsealDirectAim *self)
{
  WaxsealRolloutPhase *last =
    self->others->len > 0 ? self->others->pdata[self->others->len - 1] : self->phase;

  self->audience = WAXSEAL_AUDIENCE_SPECIFIC;
  self->method = waxseal_record_get_enum (last, "method");
  self->addresses = waxseal_addresses_sort (NULL);
}

static void
set_share (WaxsealDirectAim *self, const char *own_address)
{
  if (self->action == WAXSEAL_ROLLOUT_ACTION_ROLL_BACK)
    drop_share (self);
  else if (waxseal_direct_aim_uses_plan (self))
    plan_share (self, own_address);
  else
    keep_share (self);
  if (self->action == WAXSEAL_ROLLOUT_ACTION_CHANGE_METHOD)
    self->method = waxseal_record_get_enum (self->phase, "method");
}

static void
unite_audiences (WaxsealDirectAim *self)
{
  gboolean everyone = self->audience == WAXSEAL_AUDIENCE_EVERYONE;
  g_auto (GStrv) users = waxseal_addresses_sort ((const char *const *) self->addresses);

  for (guint i = 0; i < self->others->len; i++)
    {
      WaxsealRolloutPhase *other = self->others->pdata[i];
      char **united = waxseal_addresses_unite ((const char *const *) users,
                                               waxseal_record_get_texts (other, "assigned"));

      g_strfreev (users);
      users = united;
      everyone = everyone ||
                 waxseal_record_get_enum (other, "deployed-audience") == WAXSEAL_AUDIENCE_EVERYONE;
    }
  waxseal_direct_state_set_audience (self->wanted, everyone, (const char *const *) users);
}

static void
set_wanted (WaxsealDirectAim *self, WaxsealDirectReview *review, const char *version)
{
  const WaxsealDirectState *addin = waxseal_direct_review_get_addin (review);
  gboolean anew = addin == NULL || self->action == WAXSEAL_ROLLOUT_ACTION_UPDATE;

  if (self->action == WAXSEAL_ROLLOUT_ACTION_ROLL_BACK && self->others->len == 0)
    return;
  if (addin != NULL)
    self->wanted = waxseal_direct_state_copy (addin);
  else
    self->wanted = waxseal_direct_state_new (waxseal_direct_review_get_addin_id (review));
  if (self->action == WAXSEAL_ROLLOUT_ACTION_PAUSE || self->action == WAXSEAL_ROLLOUT_ACTION_RESUME)
    {
      self->aspects = WAXSEAL_DIRECT_ENABLED;
      self->wanted->enabled = self->action == WAXSEAL_ROLLOUT_ACTION_RESUME;
      return;
    }
  self->aspects = anew ? WAXSEAL_DIRECT_ALL : WAXSEAL_DIRECT_AUDIENCE | WAXSEAL_DIRECT_METHOD;
  unite_audiences (self);
  g_free (self->wanted->default_state);
  self->wanted->default_state = g_strdup (waxseal_direct_state_for_method (self->method));
  if (anew)
    {
      g_free (self->wanted->version);
      self->wanted->version = g_strdup (version);
    }
}

/**
 * waxseal_direct_aim_new:
 * @version: of the manifest that there is, for an add-in that is made anew
 *
 * Returns: (transfer full): what it comes to; whether that may be done is another question
 */
WaxsealDirectAim *
waxseal_direct_aim_new (WaxsealOrganization *organization,
                        WaxsealRolloutPhase *phase,
                        WaxsealRolloutAction action,
                        WaxsealDirectReview *review,
                        const char *version)
{
  WaxsealDirectAim *self = g_new0 (WaxsealDirectAim, 1);

  self->action = action;
  self->phase = g_object_ref (phase);
  self->others = list_others (organization, phase);
  set_share (self, waxseal_direct_review_get_own_address (review));
  set_wanted (self, review, version);
  return self;
}

/** waxseal_direct_aim_free: @self: (transfer full): no longer needed */
void
waxseal_direct_aim_free (WaxsealDirectAim *self)
{
  g_object_unref (self->phase);
  g_ptr_array_unref (self->others);
  g_strfreev (self->addresses);
  g_clear_pointer (&self->wanted, waxseal_direct_state_free);
  g_free (self);
}
