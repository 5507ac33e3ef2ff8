/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "waxseal-audience-overlap.h"

#include <glib/gi18n.h>

#include "waxseal-phase-audience.h"
#include "waxseal-phase-reach.h"
#include "waxseal-phase-recipients.h"
#include "waxseal-record-json.h"

#define MAX_NAMES 5

/* Those of @people who are in @others, or are not. */
static char **
pick (GHashTable *people, GHashTable *others, gboolean wanted)
{
  g_autoptr (GPtrArray) picked = g_ptr_array_new ();
  GHashTableIter iter;
  gpointer address;

  g_hash_table_iter_init (&iter, people);
  while (g_hash_table_iter_next (&iter, &address, NULL))
    if (g_hash_table_contains (others, address) == wanted)
      g_ptr_array_add (picked, address);
  g_ptr_array_add (picked, NULL);
  return waxseal_addresses_sort ((const char *const *) picked->pdata);
}

static void
add_unknown (GStrvBuilder *names, const WaxsealPhaseReach *reach, const WaxsealPhaseReach *other)
{
  for (guint i = 0; i < reach->unknown->len; i++)
    {
      WaxsealRecipient *recipient = reach->unknown->pdata[i];
      const char *name = waxseal_record_get_text (recipient, "name");

      /* Whoever is in a group that both name is in both. */
      if (!waxseal_phase_reach_has_group (other, recipient))
        g_strv_builder_add (names,
                            *name != '\0' ? name : waxseal_record_get_text (recipient, "address"));
    }
}

static char **
list_unknown (const WaxsealPhaseReach *earlier, const WaxsealPhaseReach *later)
{
  g_autoptr (GStrvBuilder) names = g_strv_builder_new ();

  if (!later->is_everyone && !earlier->is_everyone)
    {
      add_unknown (names, earlier, later);
      add_unknown (names, later, earlier);
    }
  return g_strv_builder_end (names);
}

/* With everyone all of the others are in both. */
static char **
list_both (const WaxsealPhaseReach *earlier, const WaxsealPhaseReach *later)
{
  if (later->is_everyone)
    return pick (earlier->people, earlier->people, TRUE);
  if (earlier->is_everyone)
    return pick (later->people, later->people, TRUE);
  return pick (earlier->people, later->people, TRUE);
}

/**
 * waxseal_audience_overlap_new:
 * @own_address: (nullable): of the administrator, for “Just me”
 *
 * Returns: (transfer full): what the two have in common
 */
WaxsealAudienceOverlap *
waxseal_audience_overlap_new (WaxsealRolloutPhase *earlier,
                              WaxsealRolloutPhase *later,
                              const char *own_address)
{
  WaxsealAudienceOverlap *self = g_new0 (WaxsealAudienceOverlap, 1);
  g_auto (WaxsealPhaseReach) first = { 0 }, second = { 0 };

  waxseal_phase_reach_init (&first, earlier, own_address);
  waxseal_phase_reach_init (&second, later, own_address);
  self->earlier_is_everyone = first.is_everyone;
  self->later_is_everyone = second.is_everyone;
  self->has_nested = first.has_nested || second.has_nested;
  self->both = list_both (&first, &second);
  self->missing =
    second.is_everyone ? g_new0 (char *, 1) : pick (first.people, second.people, FALSE);
  self->unknown = list_unknown (&first, &second);
  return self;
}

/** waxseal_audience_overlap_free: @self: (transfer full): no longer needed */
void
waxseal_audience_overlap_free (WaxsealAudienceOverlap *self)
{
  g_strfreev (self->both);
  g_strfreev (self->missing);
  g_strfreev (self->unknown);
  g_free (self);
}

/** waxseal_audience_overlap_is_contained: Returns: whether it is certain that all of the earlier
 * phase is in the later one. */
gboolean
waxseal_audience_overlap_is_contained (const WaxsealAudienceOverlap *self)
{
  return self->later_is_everyone ||
         (!self->earlier_is_everyone && self->missing[0] == NULL && self->unknown[0] == NULL);
}

static char *
join_first (char **words)
{
  g_autoptr (GStrvBuilder) shown = g_strv_builder_new ();
  g_auto (GStrv) strv = NULL;

  for (guint i = 0; words[i] != NULL && i <= MAX_NAMES; i++)
    g_strv_builder_add (shown, i < MAX_NAMES ? words[i] : "…");
  strv = g_strv_builder_end (shown);
  return g_strjoinv (", ", strv);
}

static char *
describe_missing (const WaxsealAudienceOverlap *self, const char *earlier, const char *later)
{
  guint n = g_strv_length (self->missing);
  g_autofree char *names = join_first (self->missing);

  if (self->earlier_is_everyone && !self->later_is_everyone)
    /* Translators: names of phases, such as “Test” and “Pilot” */
    return g_strdup_printf (_ ("%s is for everyone, and %s is not"), earlier, later);
  if (waxseal_audience_overlap_is_contained (self))
    return g_strdup_printf (_ ("Everybody of %s is in %s, too"), earlier, later);
  if (n == 0)
    return NULL;
  /* Translators: a number, two names of phases, and addresses */
  return g_strdup_printf (ngettext ("%u person of %s is missing from %s: %s",
                                    "%u people of %s are missing from %s: %s",
                                    n),
                          n,
                          earlier,
                          later,
                          names);
}

static void
add_line (GPtrArray *lines, char *line)
{
  if (line != NULL)
    g_ptr_array_add (lines, line);
}

/** waxseal_audience_overlap_describe: Returns: (transfer full): what to know of it, in lines,
 * translated. */
char *
waxseal_audience_overlap_describe (const WaxsealAudienceOverlap *self,
                                   WaxsealRolloutPhase *earlier,
                                   WaxsealRolloutPhase *later)
{
  g_autoptr (GPtrArray) lines = g_ptr_array_new_with_free_func (g_free);
  g_autofree char *unknown = join_first (self->unknown);
  guint n = g_strv_length (self->both);

  if (!self->earlier_is_everyone || !self->later_is_everyone)
    add_line (lines,
              g_strdup_printf (ngettext ("%u person is in both", "%u people are in both", n), n));
  add_line (lines,
            describe_missing (self,
                              waxseal_rollout_phase_get_label (earlier),
                              waxseal_rollout_phase_get_label (later)));
  if (self->unknown[0] != NULL)
    add_line (lines,
              g_strdup_printf (_ ("Not known: who is in %s. Count the groups first"), unknown));
  if (self->has_nested)
    add_line (lines,
              g_strdup (
                _ ("Members of groups in a group count here, though the admin center leaves "
                   "them out")));
  g_ptr_array_add (lines, NULL);
  return g_strjoinv ("\n", (char **) lines->pdata);
}

/**
 * waxseal_audience_overlap_add_missing:
 *
 * Names for @later those people and groups of @earlier of whom it is not certain that it reaches
 * them all. Nothing where one of them is for everyone.
 *
 * Returns: how many
 */
guint
waxseal_audience_overlap_add_missing (WaxsealRolloutPhase *earlier,
                                      WaxsealRolloutPhase *later,
                                      const char *own_address)
{
  GListModel *recipients = G_LIST_MODEL (waxseal_record_get_list (earlier, "recipients"));
  g_autoptr (GListStore) missing = g_list_store_new (WAXSEAL_TYPE_RECIPIENT);
  g_auto (WaxsealPhaseReach) first = { 0 }, second = { 0 };

  waxseal_phase_reach_init (&first, earlier, own_address);
  waxseal_phase_reach_init (&second, later, own_address);
  if (first.is_everyone || second.is_everyone)
    return 0;
  for (guint i = 0; i < g_list_model_get_n_items (recipients); i++)
    {
      g_autoptr (WaxsealRecipient) recipient = g_list_model_get_item (recipients, i);
      g_autoptr (WaxsealRecipient) copy = NULL;

      if (waxseal_phase_reach_contains (&second, recipient))
        continue;
      copy = waxseal_record_copy (recipient);
      g_list_store_append (missing, copy);
    }
  return waxseal_phase_recipients_add (later, G_LIST_MODEL (missing));
}
