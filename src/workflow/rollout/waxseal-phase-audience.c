/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "waxseal-phase-audience.h"

#include <glib/gi18n.h>
#include <string.h>

#include "waxseal-recipient.h"

static int
compare_cb (gconstpointer a, gconstpointer b)
{
  return strcmp (*(const char *const *) a, *(const char *const *) b);
}

/* Sorts, and leaves out what is there twice. */
static char **
finish (GPtrArray *words)
{
  GPtrArray *once = g_ptr_array_new ();

  g_ptr_array_sort (words, compare_cb);
  for (guint i = 0; i < words->len; i++)
    if (i == 0 || strcmp (words->pdata[i], words->pdata[i - 1]) != 0)
      g_ptr_array_add (once, g_strdup (words->pdata[i]));
  g_ptr_array_add (once, NULL);
  return (char **) g_ptr_array_free (once, FALSE);
}

/* Exchange and Entra compare addresses without regard to case. */
static void
add (GPtrArray *words, const char *address)
{
  if (*address != '\0')
    g_ptr_array_add (words, g_utf8_strdown (address, -1));
}

static void
add_all (GPtrArray *words, const char *const *addresses)
{
  for (guint i = 0; addresses != NULL && addresses[i] != NULL; i++)
    add (words, addresses[i]);
}

/** waxseal_addresses_sort: Returns: (transfer full): @addresses in lower case, sorted, each once.
 */
char **
waxseal_addresses_sort (const char *const *addresses)
{
  return waxseal_addresses_unite (addresses, NULL);
}

/** waxseal_addresses_unite: Returns: (transfer full): those in @a or @b; each may be %NULL. */
char **
waxseal_addresses_unite (const char *const *a, const char *const *b)
{
  g_autoptr (GPtrArray) words = g_ptr_array_new_with_free_func (g_free);

  add_all (words, a);
  add_all (words, b);
  return finish (words);
}

/** waxseal_addresses_subtract: Returns: (transfer full): those in @a that are not in @b. */
char **
waxseal_addresses_subtract (const char *const *a, const char *const *b)
{
  g_autoptr (GPtrArray) words = g_ptr_array_new_with_free_func (g_free);
  g_autoptr (GHashTable) without = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);

  for (guint i = 0; b != NULL && b[i] != NULL; i++)
    g_hash_table_add (without, g_utf8_strdown (b[i], -1));
  for (guint i = 0; a != NULL && a[i] != NULL; i++)
    {
      g_autofree char *address = g_utf8_strdown (a[i], -1);

      if (!g_hash_table_contains (without, address))
        add (words, address);
    }
  return finish (words);
}

/** waxseal_addresses_equal: Returns: whether @a and @b are the same people, in whatever order. */
gboolean
waxseal_addresses_equal (const char *const *a, const char *const *b)
{
  g_auto (GStrv) sorted_a = waxseal_addresses_sort (a);
  g_auto (GStrv) sorted_b = waxseal_addresses_sort (b);

  return g_strv_equal ((const char *const *) sorted_a, (const char *const *) sorted_b);
}

/* The admin center takes a group as it is, Exchange only people (microsoft.md, 3.2). */
static void
add_recipient (GPtrArray *words, WaxsealRecipient *recipient, WaxsealRoad road)
{
  const char *address = waxseal_record_get_text (recipient, "address");
  gboolean is_group = waxseal_record_get_enum (recipient, "kind") == WAXSEAL_RECIPIENT_KIND_GROUP;

  if (is_group && road == WAXSEAL_ROAD_EXCHANGE)
    add_all (words, waxseal_record_get_texts (recipient, "member-addresses"));
  else
    add (words, *address != '\0' ? address : waxseal_record_get_text (recipient, "name"));
}

/**
 * waxseal_phase_audience_dup_planned:
 * @road: on which groups are assigned as they are, or (%WAXSEAL_ROAD_EXCHANGE) as the members that
 *   they had when they were last read; one that was not read adds nobody then
 * @own_address: (nullable): of the administrator, for “Just me”
 *
 * Returns: (transfer full): whom @phase names, as addresses in lower case, sorted, and as names
 *   where there is no address; empty for everyone.
 */
char **
waxseal_phase_audience_dup_planned (WaxsealRolloutPhase *phase,
                                    WaxsealRoad road,
                                    const char *own_address)
{
  GListModel *recipients = G_LIST_MODEL (waxseal_record_get_list (phase, "recipients"));
  WaxsealAudience audience = waxseal_record_get_enum (phase, "audience");
  g_autoptr (GPtrArray) words = g_ptr_array_new_with_free_func (g_free);
  guint n = audience == WAXSEAL_AUDIENCE_SPECIFIC ? g_list_model_get_n_items (recipients) : 0;

  if (audience == WAXSEAL_AUDIENCE_JUST_ME && own_address != NULL)
    add (words, own_address);
  for (guint i = 0; i < n; i++)
    {
      g_autoptr (WaxsealRecipient) recipient = g_list_model_get_item (recipients, i);

      add_recipient (words, recipient, road);
    }
  return finish (words);
}

static gboolean
is_unknown (WaxsealRecipient *recipient)
{
  if (waxseal_record_get_enum (recipient, "kind") == WAXSEAL_RECIPIENT_KIND_GROUP)
    return *waxseal_record_get_text (recipient, "members-on") == '\0';
  return *waxseal_record_get_text (recipient, "address") == '\0';
}

/** waxseal_phase_audience_count_unknown: Returns: how many of its recipients are groups whose
 * members were never read, or people without an address. */
guint
waxseal_phase_audience_count_unknown (WaxsealRolloutPhase *phase)
{
  GListModel *recipients = G_LIST_MODEL (waxseal_record_get_list (phase, "recipients"));
  guint n = 0;

  for (guint i = 0; i < g_list_model_get_n_items (recipients); i++)
    {
      g_autoptr (WaxsealRecipient) recipient = g_list_model_get_item (recipients, i);

      n += is_unknown (recipient);
    }
  return n;
}

static char *
describe_recipients (GListModel *recipients)
{
  guint n_people = 0, n_groups = 0;
  g_autofree char *people = NULL, *groups = NULL;

  for (guint i = 0; i < g_list_model_get_n_items (recipients); i++)
    {
      g_autoptr (WaxsealRecipient) recipient = g_list_model_get_item (recipients, i);

      if (waxseal_record_get_enum (recipient, "kind") == WAXSEAL_RECIPIENT_KIND_GROUP)
        n_groups++;
      else
        n_people++;
    }
  people = g_strdup_printf (ngettext ("%u person", "%u people", n_people), n_people);
  groups = g_strdup_printf (ngettext ("%u group", "%u groups", n_groups), n_groups);
  if (n_groups == 0)
    return n_people == 0 ? g_strdup (_ ("Nobody named yet")) : g_steal_pointer (&people);
  if (n_people == 0)
    return g_steal_pointer (&groups);
  /* Translators: such as “40 people”, then “2 groups” */
  return g_strdup_printf (_ ("%s and %s"), people, groups);
}

/** waxseal_phase_audience_describe: Returns: (transfer full): whom @phase names, in a few words. */
char *
waxseal_phase_audience_describe (WaxsealRolloutPhase *phase)
{
  switch ((WaxsealAudience) waxseal_record_get_enum (phase, "audience"))
    {
    case WAXSEAL_AUDIENCE_JUST_ME:
      return g_strdup (_ ("Just me"));
    case WAXSEAL_AUDIENCE_EVERYONE:
      return g_strdup (_ ("Everyone"));
    case WAXSEAL_AUDIENCE_SPECIFIC:
    default:
      return describe_recipients (G_LIST_MODEL (waxseal_record_get_list (phase, "recipients")));
    }
}
