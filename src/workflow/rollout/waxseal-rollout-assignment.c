/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The guide's phases share one add-in, which is assigned once: to the people of all of them. */
#include "waxseal-rollout-assignment.h"

#include "waxseal-phase-audience.h"

/* What the phases beside the one of the order have together. */
typedef struct
{
  char **people;
  gboolean everyone;
  gboolean with_me;
  gboolean uploaded;
  guint n; /* of those phases */
} Others;

static gboolean
has_date (WaxsealRolloutPhase *phase, const char *property)
{
  return *waxseal_record_get_text (phase, property) != '\0';
}

static gboolean
is_assigned (WaxsealRolloutPhase *phase)
{
  return has_date (phase, "deployed-on") && !has_date (phase, "rolled-back-on");
}

/* Exchange has an add-in of its own (microsoft.md, 3.2). */
static gboolean
is_on_exchange (WaxsealRolloutPhase *phase)
{
  return waxseal_record_get_enum (phase, "road") == WAXSEAL_ROAD_EXCHANGE;
}

/**
 * waxseal_rollout_assignment_shares:
 *
 * Returns: whether people of @phase have the add-in of the admin center, turned off or not: the one
 * that all phases share. One that was deployed through Exchange Online has its own.
 */
gboolean
waxseal_rollout_assignment_shares (WaxsealRolloutPhase *phase)
{
  return is_assigned (phase) && !is_on_exchange (phase);
}

/* Whether the manifest is there, though nobody may have it. */
static gboolean
is_uploaded (WaxsealRolloutPhase *phase)
{
  return has_date (phase, "uploaded-on") && !has_date (phase, "rolled-back-on") &&
         !is_on_exchange (phase);
}

static void
add_other (Others *others, WaxsealRolloutPhase *phase)
{
  WaxsealAudience audience = waxseal_record_get_enum (phase, "deployed-audience");
  const char *const *assigned = waxseal_record_get_texts (phase, "assigned");
  char **people = waxseal_addresses_unite ((const char *const *) others->people, assigned);

  g_strfreev (others->people);
  others->people = people;
  others->everyone |= audience == WAXSEAL_AUDIENCE_EVERYONE;
  others->with_me |= audience == WAXSEAL_AUDIENCE_JUST_ME && assigned[0] == NULL;
  others->n++;
}

static Others
collect_others (const WaxsealRolloutOrder *order)
{
  GListModel *phases = waxseal_organization_get_phases (order->organization);
  Others others = { .people = g_new0 (char *, 1) };

  for (guint i = 0; i < g_list_model_get_n_items (phases); i++)
    {
      g_autoptr (WaxsealRolloutPhase) phase = g_list_model_get_item (phases, i);

      others.uploaded |= is_uploaded (phase) || waxseal_rollout_assignment_shares (phase);
      if (phase != order->phase && waxseal_rollout_assignment_shares (phase))
        add_other (&others, phase);
    }
  return others;
}

static gboolean
is_everyone (WaxsealRolloutPhase *phase, const char *property)
{
  return waxseal_record_get_enum (phase, property) == WAXSEAL_AUDIENCE_EVERYONE;
}

/* Whom the phase of the order is to reach afterwards. */
static char **
dup_own_people (const WaxsealRolloutOrder *order, const char *const *planned)
{
  const char *const *assigned = waxseal_record_get_texts (order->phase, "assigned");
  g_auto (GStrv) surplus = waxseal_addresses_subtract (assigned, planned);

  if (order->action == WAXSEAL_ROLLOUT_ACTION_ROLL_BACK)
    return g_new0 (char *, 1);
  if (order->action == WAXSEAL_ROLLOUT_ACTION_DEPLOY)
    return waxseal_addresses_sort (planned);
  if (order->action == WAXSEAL_ROLLOUT_ACTION_WIDEN)
    return is_everyone (order->phase, "audience") ? g_new0 (char *, 1)
                                                  : waxseal_addresses_unite (assigned, planned);
  if (order->action == WAXSEAL_ROLLOUT_ACTION_NARROW)
    return is_everyone (order->phase, "deployed-audience")
             ? waxseal_addresses_sort (planned)
             : waxseal_addresses_subtract (assigned, (const char *const *) surplus);
  return waxseal_addresses_sort (assigned);
}

/* The phase says what is planned; until it is so, it is what was deployed. */
static void
choose_own (WaxsealRolloutAssignment *self, const WaxsealRolloutOrder *order)
{
  g_auto (GStrv) planned = waxseal_phase_audience_dup_planned (order->phase,
                                                               WAXSEAL_ROAD_ADMIN_CENTER,
                                                               order->own_address);
  gboolean assigns = order->action <= WAXSEAL_ROLLOUT_ACTION_NARROW;

  self->own_people = dup_own_people (order, (const char *const *) planned);
  assigns = assigns && waxseal_addresses_equal ((const char *const *) planned,
                                                (const char *const *) self->own_people);
  self->own_audience =
    waxseal_record_get_enum (order->phase, assigns ? "audience" : "deployed-audience");
}

static WaxsealAudience
choose_audience (const WaxsealRolloutAssignment *self, const Others *others, gboolean is_back)
{
  if (others->everyone || (!is_back && self->own_audience == WAXSEAL_AUDIENCE_EVERYONE))
    return WAXSEAL_AUDIENCE_EVERYONE;
  if (others->n == 0 && self->own_audience == WAXSEAL_AUDIENCE_JUST_ME)
    return WAXSEAL_AUDIENCE_JUST_ME;
  return WAXSEAL_AUDIENCE_SPECIFIC;
}

/* Of the people that are assigned now, and of those that are to be. */
static void
compare (WaxsealRolloutAssignment *self, const WaxsealRolloutOrder *order, const Others *others)
{
  gboolean shares = waxseal_rollout_assignment_shares (order->phase);
  g_auto (GStrv) now =
    waxseal_addresses_unite ((const char *const *) others->people,
                             shares ? waxseal_record_get_texts (order->phase, "assigned") : NULL);
  const char *const *people = (const char *const *) self->people;

  self->was_everyone =
    others->everyone || (shares && is_everyone (order->phase, "deployed-audience"));
  /* Who was assigned before “Everyone” is not known for sure. */
  self->added =
    waxseal_addresses_subtract (people, self->was_everyone ? NULL : (const char *const *) now);
  self->removed = self->audience == WAXSEAL_AUDIENCE_EVERYONE
                    ? g_new0 (char *, 1)
                    : waxseal_addresses_subtract ((const char *const *) now, people);
}

static WaxsealDeploymentMethod
get_current_method (const WaxsealRolloutOrder *order)
{
  GListModel *phases = waxseal_organization_get_phases (order->organization);

  for (guint i = 0; i < g_list_model_get_n_items (phases); i++)
    {
      g_autoptr (WaxsealRolloutPhase) phase = g_list_model_get_item (phases, i);

      if (waxseal_rollout_assignment_shares (phase))
        return waxseal_record_get_enum (phase, "deployed-method");
    }
  return waxseal_record_get_enum (order->phase, "method");
}

static void
choose_method (WaxsealRolloutAssignment *self, const WaxsealRolloutOrder *order)
{
  WaxsealDeploymentMethod current = get_current_method (order);

  self->method = current;
  if (order->action == WAXSEAL_ROLLOUT_ACTION_DEPLOY ||
      order->action == WAXSEAL_ROLLOUT_ACTION_CHANGE_METHOD)
    self->method = waxseal_record_get_enum (order->phase, "method");
  self->changes_method = self->method != current;
}

/** waxseal_rollout_assignment_new: Returns: (transfer full): what @order makes of the assignment.
 */
WaxsealRolloutAssignment *
waxseal_rollout_assignment_new (const WaxsealRolloutOrder *order)
{
  WaxsealRolloutAssignment *self = g_new0 (WaxsealRolloutAssignment, 1);
  gboolean is_back = order->action == WAXSEAL_ROLLOUT_ACTION_ROLL_BACK;
  Others others = collect_others (order);

  choose_own (self, order);
  self->audience = choose_audience (self, &others, is_back);
  self->people = self->audience == WAXSEAL_AUDIENCE_EVERYONE
                   ? g_new0 (char *, 1)
                   : waxseal_addresses_unite ((const char *const *) others.people,
                                              (const char *const *) self->own_people);
  self->with_me = others.with_me || (!is_back && self->own_people[0] == NULL &&
                                     self->own_audience == WAXSEAL_AUDIENCE_JUST_ME);
  compare (self, order, &others);
  self->is_upload = !others.uploaded;
  self->is_removal = is_back && others.n == 0;
  self->is_shared = others.n > 0;
  choose_method (self, order);
  g_strfreev (others.people);
  return self;
}

void
waxseal_rollout_assignment_free (WaxsealRolloutAssignment *self)
{
  g_strfreev (self->people);
  g_strfreev (self->added);
  g_strfreev (self->removed);
  g_strfreev (self->own_people);
  g_free (self);
}
