/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What is not as in the admin center, and what to know beforehand (microsoft.md, 3.2 and 3.4). */
#include "waxseal-direct-note.h"

#include <glib/gi18n.h>

#include "waxseal-date.h"
#include "waxseal-direct-history.h"
#include "waxseal-recipient.h"

static gboolean
changes_audience (const WaxsealDirectCase *c)
{
  return c->aim->wanted != NULL && (c->aim->aspects & WAXSEAL_DIRECT_AUDIENCE);
}

static char *
note_unlisted (const WaxsealDirectCase *c)
{
  if (c->aim->action != WAXSEAL_ROLLOUT_ACTION_DEPLOY)
    return NULL;
  return g_strdup (_ ("The add-in will not be shown in the Microsoft 365 admin center. Do not "
                      "upload it there too: people would get the button twice."));
}

static char *
note_time (const WaxsealDirectCase *c)
{
  return g_strdup (_ ("It takes hours, and up to a day, until Outlook shows the change."));
}

/* The day on which the oldest of the groups' members were read; NULL where there is no group. */
static const char *
find_oldest_reading (WaxsealRolloutPhase *phase)
{
  GListModel *recipients = G_LIST_MODEL (waxseal_record_get_list (phase, "recipients"));
  const char *oldest = NULL;

  for (guint i = 0; i < g_list_model_get_n_items (recipients); i++)
    {
      g_autoptr (WaxsealRecipient) recipient = g_list_model_get_item (recipients, i);
      const char *read_on = waxseal_record_get_text (recipient, "members-on");

      if (waxseal_record_get_enum (recipient, "kind") == WAXSEAL_RECIPIENT_KIND_GROUP &&
          (oldest == NULL || g_strcmp0 (read_on, oldest) < 0))
        oldest = read_on;
    }
  return oldest;
}

static char *
note_groups (const WaxsealDirectCase *c)
{
  const char *read_on = find_oldest_reading (c->aim->phase);
  g_autofree char *day = NULL;

  if (!waxseal_direct_aim_uses_plan (c->aim) || c->aim->audience != WAXSEAL_AUDIENCE_SPECIFIC ||
      read_on == NULL)
    return NULL;
  day = waxseal_date_format (read_on);
  /* Translators: %s is a day */
  return g_strdup_printf (_ ("Exchange takes no groups: their members go in one by one, as they "
                             "were read on %s, those of nested groups too. Who joins later does "
                             "not get the button until the phase is widened."),
                          day);
}

static char *
note_limit (const WaxsealDirectCase *c)
{
  if (!changes_audience (c) || waxseal_direct_state_is_for_everyone (c->aim->wanted))
    return NULL;
  return g_strdup_printf (_ ("%u of at most 1,000 people by name."),
                          g_strv_length (c->aim->wanted->users));
}

static char *
note_method (const WaxsealDirectCase *c)
{
  if (!changes_audience (c))
    return NULL;
  return g_strdup (waxseal_direct_note_describe_method (c->aim->method));
}

static char *
join_names (GPtrArray *phases)
{
  g_autoptr (GStrvBuilder) builder = g_strv_builder_new ();
  g_auto (GStrv) names = NULL;

  for (guint i = 0; i < phases->len; i++)
    g_strv_builder_add (builder, waxseal_rollout_phase_get_label (phases->pdata[i]));
  names = g_strv_builder_end (builder);
  /* Translators: between the names of phases */
  return g_strjoinv (_ (", "), names);
}

/* There is one add-in for all, so some changes are for all. */
static char *
note_others (const WaxsealDirectCase *c)
{
  gboolean for_all = c->aim->action == WAXSEAL_ROLLOUT_ACTION_PAUSE ||
                     c->aim->action == WAXSEAL_ROLLOUT_ACTION_RESUME ||
                     c->aim->action == WAXSEAL_ROLLOUT_ACTION_UPDATE;
  g_autofree char *names = join_names (c->aim->others);

  for (guint i = 0; i < c->aim->others->len && !for_all; i++)
    for_all =
      changes_audience (c) &&
      waxseal_record_get_enum (c->aim->others->pdata[i], "deployed-method") != (int) c->aim->method;
  if (!for_all || c->aim->others->len == 0)
    return NULL;
  /* Translators: %s are names of phases, such as “Test, Pilot” */
  return g_strdup_printf (_ (
                            "All phases share one add-in in Exchange, so this is for the people of "
                            "%s too."),
                          names);
}

static char *
note_update (const WaxsealDirectCase *c)
{
  if (c->aim->action != WAXSEAL_ROLLOUT_ACTION_UPDATE)
    return NULL;
  return g_strdup (_ ("Exchange cannot swap a manifest: the add-in is removed, and added anew. In "
                      "between, and for hours after, people may be without the button."));
}

static char *
note_version (const WaxsealDirectCase *c)
{
  const WaxsealDirectState *addin = waxseal_direct_review_get_addin (c->review);

  if (addin == NULL || !changes_audience (c) || c->aim->aspects == WAXSEAL_DIRECT_ALL ||
      *c->manifest->version == '\0' || g_str_equal (addin->version, c->manifest->version))
    return NULL;
  return g_strdup_printf (_ ("Exchange has version %s of the manifest, and you have %s: this does "
                             "not change it. Update the manifest for that."),
                          addin->version,
                          c->manifest->version);
}

static char *
note_off (const WaxsealDirectCase *c)
{
  const WaxsealDirectState *addin = waxseal_direct_review_get_addin (c->review);

  if (addin == NULL || addin->enabled || c->aim->action == WAXSEAL_ROLLOUT_ACTION_RESUME ||
      c->aim->action == WAXSEAL_ROLLOUT_ACTION_PAUSE || c->aim->wanted == NULL)
    return NULL;
  return g_strdup (_ ("The add-in is off in Exchange, and stays off."));
}

static char *
note_open (const WaxsealDirectCase *c)
{
  if (waxseal_direct_history_get_lately (c->organization,
                                         waxseal_direct_review_get_addin_id (c->review)) !=
      WAXSEAL_DIRECT_LATELY_UNKNOWN)
    return NULL;
  return g_strdup (_ ("What became of the last change is not known. Waxseal looks for it first, "
                      "and does nothing twice."));
}

/* Another road that is in use has its own add-in, with the same button. */
static char *
note_other_roads (const WaxsealDirectCase *c)
{
  GListModel *phases = waxseal_organization_get_phases (c->organization);
  g_autoptr (GPtrArray) found = g_ptr_array_new_with_free_func (g_object_unref);
  g_autofree char *names = NULL;

  for (guint i = 0; i < g_list_model_get_n_items (phases); i++)
    {
      g_autoptr (WaxsealRolloutPhase) other = g_list_model_get_item (phases, i);

      if (other != c->aim->phase && waxseal_direct_aim_is_deployed (other) &&
          waxseal_record_get_enum (other, "road") != WAXSEAL_ROAD_EXCHANGE)
        g_ptr_array_add (found, g_steal_pointer (&other));
    }
  if (found->len == 0 || c->aim->action != WAXSEAL_ROLLOUT_ACTION_DEPLOY)
    return NULL;
  names = join_names (found);
  /* Translators: %s are names of phases */
  return g_strdup_printf (_ ("%s was deployed another way: who is in both gets the button twice."),
                          names);
}

static char *(*const notes[]) (const WaxsealDirectCase *c) = {
  note_open,   note_unlisted, note_other_roads, note_update, note_others, note_version,
  note_groups, note_limit,    note_method,      note_off,    note_time,
};

/** waxseal_direct_note_list: Returns: (transfer full) (array zero-terminated=1): what to know,
 * translated. */
char **
waxseal_direct_note_list (const WaxsealDirectCase *c)
{
  g_autoptr (GStrvBuilder) builder = g_strv_builder_new ();

  for (guint i = 0; i < G_N_ELEMENTS (notes); i++)
    {
      g_autofree char *note = notes[i](c);

      if (note != NULL)
        g_strv_builder_add (builder, note);
    }
  return g_strv_builder_end (builder);
}

/** waxseal_direct_note_describe_method: Returns: (transfer none): what stands for @method on this
 * road, translated. */
const char *
waxseal_direct_note_describe_method (WaxsealDeploymentMethod method)
{
  static const char *const texts[] = {
    [WAXSEAL_DEPLOYMENT_METHOD_FIXED] =
      N_ ("AlwaysEnabled: on for everyone in it, and they cannot turn it off. Similar to the admin "
          "center’s Fixed, not the same."),
    [WAXSEAL_DEPLOYMENT_METHOD_AVAILABLE] =
      N_ ("Disabled: off until they turn it on. Similar to the admin center’s Available, not the "
          "same."),
    [WAXSEAL_DEPLOYMENT_METHOD_OPTIONAL] =
      N_ ("Enabled: on, and they can turn it off. Similar to the admin center’s Optional, not the "
          "same."),
  };

  return _ (texts[method]);
}
