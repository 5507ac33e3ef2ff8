/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "waxseal-direct-plan.h"

#include <glib/gi18n.h>

#include "waxseal-direct-note.h"
#include "waxseal-phase-audience.h"

/** WaxsealDirectPlan: see the header. */
struct _WaxsealDirectPlan
{
  GObject parent_instance;

  WaxsealDirectReview *review;
  WaxsealDirectAim *aim;
  GListStore *steps;
  char *summary;
  char **added;
  char **removed;
  char **notes;
  char **refusals;
};

G_DEFINE_FINAL_TYPE (WaxsealDirectPlan, waxseal_direct_plan, G_TYPE_OBJECT)

static void
waxseal_direct_plan_finalize (GObject *object)
{
  WaxsealDirectPlan *self = WAXSEAL_DIRECT_PLAN (object);

  g_clear_object (&self->review);
  g_clear_pointer (&self->aim, waxseal_direct_aim_free);
  g_object_unref (self->steps);
  g_free (self->summary);
  g_strfreev (self->added);
  g_strfreev (self->removed);
  g_strfreev (self->notes);
  g_strfreev (self->refusals);
  G_OBJECT_CLASS (waxseal_direct_plan_parent_class)->finalize (object);
}

static void
waxseal_direct_plan_class_init (WaxsealDirectPlanClass *klass)
{
  G_OBJECT_CLASS (klass)->finalize = waxseal_direct_plan_finalize;
}

static void
waxseal_direct_plan_init (WaxsealDirectPlan *self)
{
  self->steps = g_list_store_new (WAXSEAL_TYPE_DIRECT_STEP);
}

static void
set_availability (WaxsealExchangeCommand *command,
                  const WaxsealDirectState *wanted,
                  WaxsealDirectAspects aspects)
{
  if (aspects & WAXSEAL_DIRECT_AUDIENCE)
    {
      waxseal_exchange_command_set_text (command, "ProvidedTo", wanted->provided_to);
      if (!waxseal_direct_state_is_for_everyone (wanted))
        waxseal_exchange_command_set_texts (command,
                                            "UserList",
                                            (const char *const *) wanted->users);
    }
  if (aspects & WAXSEAL_DIRECT_METHOD)
    waxseal_exchange_command_set_text (command, "DefaultStateForUser", wanted->default_state);
  if (aspects & WAXSEAL_DIRECT_ENABLED)
    waxseal_exchange_command_set_flag (command, "Enabled", wanted->enabled);
}

static void
add_step (WaxsealDirectPlan *self,
          WaxsealExchangeCommand *command,
          const WaxsealDirectState *wanted,
          const char *title)
{
  g_autoptr (WaxsealDirectStep) step =
    waxseal_direct_step_new (title, command, wanted, self->aim->aspects);

  g_list_store_append (self->steps, step);
}

static void
add_deployment (WaxsealDirectPlan *self, GBytes *manifest)
{
  const WaxsealDirectState *wanted = self->aim->wanted;
  g_autoptr (WaxsealExchangeCommand) command = waxseal_exchange_command_new ("New-App");
  g_autofree char *audience = waxseal_direct_state_describe_audience (wanted);
  g_autofree char *title = g_strdup_printf (
    /* Translators: a version, then “everyone” or “40 people” */
    _ ("Add the add-in, version %s, to Exchange Online, for %s"),
    wanted->version,
    audience);

  waxseal_exchange_command_set_flag (command, "OrganizationApp", TRUE);
  waxseal_exchange_command_set_bytes (command, "FileData", manifest);
  set_availability (command, wanted, self->aim->aspects);
  add_step (self, command, wanted, title);
}

static char *
build_change_title (WaxsealDirectPlan *self)
{
  g_autofree char *audience = NULL;

  if (self->aim->action == WAXSEAL_ROLLOUT_ACTION_PAUSE)
    return g_strdup (_ ("Turn the add-in off"));
  if (self->aim->action == WAXSEAL_ROLLOUT_ACTION_RESUME)
    return g_strdup (_ ("Turn the add-in on"));
  audience = waxseal_direct_state_describe_audience (self->aim->wanted);
  /* Translators: “everyone” or “40 people”, then a value of Exchange's such as AlwaysEnabled */
  return g_strdup_printf (_ ("Provide the add-in to %s (%s)"),
                          audience,
                          self->aim->wanted->default_state);
}

static void
add_change (WaxsealDirectPlan *self)
{
  g_autoptr (WaxsealExchangeCommand) command = waxseal_exchange_command_new ("Set-App");
  g_autofree char *title = build_change_title (self);

  waxseal_exchange_command_set_text (command, "Identity", self->aim->wanted->app_id);
  waxseal_exchange_command_set_flag (command, "OrganizationApp", TRUE);
  set_availability (command, self->aim->wanted, self->aim->aspects);
  add_step (self, command, self->aim->wanted, title);
}

static void
add_removal (WaxsealDirectPlan *self)
{
  g_autoptr (WaxsealExchangeCommand) command = waxseal_exchange_command_new ("Remove-App");

  waxseal_exchange_command_set_text (command,
                                     "Identity",
                                     waxseal_direct_review_get_addin_id (self->review));
  waxseal_exchange_command_set_flag (command, "OrganizationApp", TRUE);
  waxseal_exchange_command_set_flag (command, "Confirm", FALSE);
  add_step (self, command, NULL, _ ("Remove the add-in from Exchange Online"));
}

static void
add_steps (WaxsealDirectPlan *self, GBytes *manifest)
{
  gboolean is_there = waxseal_direct_review_get_addin (self->review) != NULL;
  gboolean updates = self->aim->action == WAXSEAL_ROLLOUT_ACTION_UPDATE;

  if (self->aim->wanted == NULL || (updates && is_there))
    add_removal (self);
  if (self->aim->wanted == NULL)
    return;
  if (!is_there || updates)
    add_deployment (self, manifest);
  else
    add_change (self);
}

/* Who has the add-in by @state as it counts here; NULL for nobody. */
static const char *const *
get_users (const WaxsealDirectState *state)
{
  return state != NULL && !waxseal_direct_state_is_for_everyone (state)
           ? (const char *const *) state->users
           : NULL;
}

static gboolean
is_for_everyone (const WaxsealDirectState *state)
{
  return state != NULL && waxseal_direct_state_is_for_everyone (state);
}

static void
compare (WaxsealDirectPlan *self)
{
  const WaxsealDirectState *addin = waxseal_direct_review_get_addin (self->review);
  const WaxsealDirectState *wanted = self->aim->wanted;
  gboolean known = !is_for_everyone (addin) && !is_for_everyone (wanted);

  self->added = waxseal_addresses_subtract (known ? get_users (wanted) : NULL, get_users (addin));
  self->removed = waxseal_addresses_subtract (known ? get_users (addin) : NULL, get_users (wanted));
}

static char *
summarize_people (WaxsealDirectPlan *self)
{
  const WaxsealDirectState *addin = waxseal_direct_review_get_addin (self->review);
  guint n_added = g_strv_length (self->added), n_removed = g_strv_length (self->removed);
  g_autofree char *added = NULL, *removed = NULL;

  if (self->aim->wanted == NULL)
    return g_strdup (_ ("Nobody has the add-in any more."));
  if (is_for_everyone (self->aim->wanted))
    return g_strdup (is_for_everyone (addin) ? _ ("Everyone keeps the add-in.")
                                             : _ ("Everyone gets the add-in."));
  if (is_for_everyone (addin))
    return g_strdup_printf (ngettext ("Only %u person keeps the add-in; everyone else loses it.",
                                      "Only %u people keep the add-in; everyone else loses it.",
                                      g_strv_length (self->aim->wanted->users)),
                            g_strv_length (self->aim->wanted->users));
  added =
    g_strdup_printf (ngettext ("%u person gets the add-in", "%u people get the add-in", n_added),
                     n_added);
  removed =
    g_strdup_printf (ngettext ("%u person loses it", "%u people lose it", n_removed), n_removed);
  /* Translators: such as “3 people get the add-in”, then “1 person loses it” */
  return g_strdup_printf (_ ("%s, and %s."), added, removed);
}

static char *
summarize (WaxsealDirectPlan *self)
{
  g_autofree char *people = NULL;

  if (self->aim->action == WAXSEAL_ROLLOUT_ACTION_PAUSE)
    people = g_strdup (_ ("The add-in is turned off for everybody who has it."));
  else if (self->aim->action == WAXSEAL_ROLLOUT_ACTION_RESUME)
    people = g_strdup (_ ("The add-in is turned on again for everybody who has it."));
  else
    people = summarize_people (self);
  return g_strconcat (people, " ", _ ("Nothing else is changed."), NULL);
}

/**
 * waxseal_direct_plan_new:
 * @review: made a moment ago
 * @manifest: (nullable): the bytes to deploy
 *
 * Returns: (transfer full): what a run would do, or why there can be none
 */
WaxsealDirectPlan *
waxseal_direct_plan_new (WaxsealOrganization *organization,
                         WaxsealRolloutPhase *phase,
                         WaxsealRolloutAction action,
                         WaxsealDirectReview *review,
                         GBytes *manifest)
{
  WaxsealDirectPlan *self = g_object_new (WAXSEAL_TYPE_DIRECT_PLAN, NULL);
  g_autoptr (WaxsealDirectManifest) read = waxseal_direct_manifest_new (manifest);
  WaxsealDirectCase c = { organization, review, NULL, read };

  self->review = g_object_ref (review);
  self->aim = waxseal_direct_aim_new (organization, phase, action, review, read->version);
  c.aim = self->aim;
  compare (self);
  self->summary = summarize (self);
  self->notes = waxseal_direct_note_list (&c);
  self->refusals = waxseal_direct_refusal_list (&c);
  if (waxseal_direct_plan_can_run (self))
    add_steps (self, manifest);
  return self;
}

/** waxseal_direct_plan_get_steps: Returns: (transfer none): of #WaxsealDirectStep. */
GListModel *
waxseal_direct_plan_get_steps (WaxsealDirectPlan *self)
{
  return G_LIST_MODEL (self->steps);
}

/** waxseal_direct_plan_get_summary: Returns: (transfer none): what it comes to. */
const char *
waxseal_direct_plan_get_summary (WaxsealDirectPlan *self)
{
  return self->summary;
}

/** waxseal_direct_plan_get_added: Returns: (transfer none) (array zero-terminated=1): who gets it.
 */
const char *const *
waxseal_direct_plan_get_added (WaxsealDirectPlan *self)
{
  return (const char *const *) self->added;
}

/** waxseal_direct_plan_get_removed: Returns: (transfer none) (array zero-terminated=1): who loses
 * it. */
const char *const *
waxseal_direct_plan_get_removed (WaxsealDirectPlan *self)
{
  return (const char *const *) self->removed;
}

/** waxseal_direct_plan_get_notes: Returns: (transfer none) (array zero-terminated=1): translated.
 */
const char *const *
waxseal_direct_plan_get_notes (WaxsealDirectPlan *self)
{
  return (const char *const *) self->notes;
}

/** waxseal_direct_plan_get_refusals: Returns: (transfer none) (array zero-terminated=1): likewise.
 */
const char *const *
waxseal_direct_plan_get_refusals (WaxsealDirectPlan *self)
{
  return (const char *const *) self->refusals;
}

/** waxseal_direct_plan_can_run: Returns: whether there is no refusal. */
gboolean
waxseal_direct_plan_can_run (WaxsealDirectPlan *self)
{
  return self->refusals[0] == NULL;
}

/** waxseal_direct_plan_get_aim: Returns: (transfer none): what is to be reached. */
const WaxsealDirectAim *
waxseal_direct_plan_get_aim (WaxsealDirectPlan *self)
{
  return self->aim;
}

/** waxseal_direct_plan_get_review: Returns: (transfer none): what it was made from. */
WaxsealDirectReview *
waxseal_direct_plan_get_review (WaxsealDirectPlan *self)
{
  return self->review;
}
