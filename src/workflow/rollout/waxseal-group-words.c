/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "waxseal-group-words.h"

#include <glib/gi18n.h>

#define MAX_NAMES 3

static void
add (GStrvBuilder *lines, char *line)
{
  g_strv_builder_add (lines, line);
  g_free (line);
}

/* The first few of the groups in it. */
static char *
join_names (GPtrArray *groups)
{
  g_autoptr (GStrvBuilder) names = g_strv_builder_new ();
  g_auto (GStrv) shown = NULL;

  for (guint i = 0; i < groups->len && i < MAX_NAMES; i++)
    g_strv_builder_add (names, groups->pdata[i]);
  if (groups->len > MAX_NAMES)
    g_strv_builder_add (names, "…");
  shown = g_strv_builder_end (names);
  return g_strjoinv (" · ", shown);
}

static void
add_nested (GStrvBuilder *lines, const WaxsealGroupTally *tally)
{
  guint n = waxseal_group_tally_count_nested (tally);
  g_autofree char *names = NULL;

  if (n == 0)
    return;
  names = join_names (tally->groups);
  add (lines,
       /* Translators: %s are names of groups. The admin center: see microsoft.md, 3.1 */
       g_strdup_printf (ngettext ("%u more person is only in a group in it (%s). The admin center "
                                  "leaves them out: name that group as well",
                                  "%u more people are only in groups in it (%s). The admin center "
                                  "leaves them out: name those groups as well",
                                  n),
                        n,
                        names));
}

static void
add_others (GStrvBuilder *lines, const WaxsealGroupTally *tally)
{
  g_autoptr (GStrvBuilder) parts = g_strv_builder_new ();
  g_auto (GStrv) texts = NULL;
  g_autofree char *joined = NULL;

  if (tally->n_guests > 0)
    add (parts,
         g_strdup_printf (ngettext ("%u guest", "%u guests", tally->n_guests), tally->n_guests));
  if (tally->n_disabled > 0)
    add (
      parts,
      g_strdup_printf (ngettext ("%u disabled account", "%u disabled accounts", tally->n_disabled),
                       tally->n_disabled));
  if (tally->n_without_mail > 0)
    add (parts,
         g_strdup_printf (
           ngettext ("%u without a mailbox", "%u without a mailbox", tally->n_without_mail),
           tally->n_without_mail));
  if (tally->n_others > 0)
    add (parts,
         g_strdup_printf (
           ngettext ("%u contact, device or app", "%u contacts, devices or apps", tally->n_others),
           tally->n_others));
  texts = g_strv_builder_end (parts);
  if (texts[0] == NULL)
    return;
  joined = g_strjoinv (" · ", texts);
  /* Translators: %s is such as “2 guests · 1 disabled account” */
  add (lines, g_strdup_printf (_ ("Not counted: %s"), joined));
}

/** waxseal_group_words_add_counted: of a group whose members were all read. */
void
waxseal_group_words_add_counted (GStrvBuilder *lines, const WaxsealGroupTally *tally)
{
  guint n_nested = waxseal_group_tally_count_nested (tally);
  guint n_direct = g_hash_table_size (tally->people) - n_nested;

  add (lines,
       n_direct == 0 ? g_strdup (_ ("Nobody with a mailbox is in it"))
                     : g_strdup_printf (ngettext ("%u person with a mailbox is in it",
                                                  "%u people with a mailbox are in it",
                                                  n_direct),
                                        n_direct));
  add_nested (lines, tally);
  add_others (lines, tally);
}

/** waxseal_group_words_add_large: of a group with more members than are read one by one. */
void
waxseal_group_words_add_large (GStrvBuilder *lines, guint n_direct, guint n_nested)
{
  add (lines,
       g_strdup_printf (ngettext ("%u account is in it, guests and disabled ones included",
                                  "%u accounts are in it, guests and disabled ones included",
                                  n_direct),
                        n_direct));
  if (n_nested > 0)
    add (lines,
         g_strdup_printf (ngettext ("%u more is only in a group in it, and is left out by the "
                                    "admin center",
                                    "%u more are only in groups in it, and are left out by the "
                                    "admin center",
                                    n_nested),
                          n_nested));
  add (lines,
       g_strdup (
         _ ("More than 10,000 members are not read one by one, so who of them is in another "
            "phase, too, is not known")));
}
