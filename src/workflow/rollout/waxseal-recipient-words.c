/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "waxseal-recipient-words.h"

#include <glib/gi18n.h>

#include "waxseal-date.h"

static gboolean
has_text (WaxsealRecipient *self, const char *property)
{
  return *waxseal_record_get_text (self, property) != '\0';
}

gboolean
waxseal_recipient_is_group (WaxsealRecipient *self)
{
  return waxseal_record_get_enum (self, "kind") == WAXSEAL_RECIPIENT_KIND_GROUP;
}

/** waxseal_recipient_is_verified: Returns: whether it was found in the directory, and not only
 * typed. */
gboolean
waxseal_recipient_is_verified (WaxsealRecipient *self)
{
  return has_text (self, "matched-on");
}

/** waxseal_recipient_is_counted: Returns: whether it is a group whose size is known; of a very
 * large one only that. */
gboolean
waxseal_recipient_is_counted (WaxsealRecipient *self)
{
  return waxseal_recipient_is_group (self) &&
         (has_text (self, "members-on") || waxseal_record_get_number (self, "n-members") > 0);
}

/** waxseal_recipient_dup_title: Returns: (transfer full): its name, or else its address. */
char *
waxseal_recipient_dup_title (WaxsealRecipient *self)
{
  return g_strdup (waxseal_record_get_text (self, has_text (self, "name") ? "name" : "address"));
}

/** waxseal_recipient_describe_state: Returns: (transfer full): whether the directory knows it. */
char *
waxseal_recipient_describe_state (WaxsealRecipient *self)
{
  if (waxseal_recipient_is_verified (self))
    return waxseal_date_format_verified (waxseal_record_get_text (self, "matched-on"));
  return g_strdup (_ ("Typed only"));
}

/** waxseal_recipient_describe_members: Returns: (transfer full) (nullable): how large a group is;
 * %NULL for a person. */
char *
waxseal_recipient_describe_members (WaxsealRecipient *self)
{
  guint n = waxseal_record_get_number (self, "n-members");
  g_autofree char *members = NULL;
  g_autofree char *day = NULL;

  if (!waxseal_recipient_is_group (self))
    return NULL;
  if (!waxseal_recipient_is_counted (self))
    return g_strdup (_ ("members not counted yet"));
  members = g_strdup_printf (ngettext ("%u member", "%u members", n), n);
  if (!has_text (self, "members-on"))
    return g_steal_pointer (&members);
  day = waxseal_date_format (waxseal_record_get_text (self, "members-on"));
  /* Translators: such as “12 members”, then the day on which they were counted */
  return g_strdup_printf (_ ("%s on %s"), members, day);
}

static char *
describe_nested (guint n, WaxsealRoad road)
{
  if (n == 0)
    return NULL;
  if (road == WAXSEAL_ROAD_EXCHANGE)
    return g_strdup_printf (
      ngettext ("%u more person is in it only through a group in it. Exchange Online gets that "
                "address too.",
                "%u more people are in it only through a group in it. Exchange Online gets those "
                "addresses too.",
                n),
      n);
  return g_strdup_printf (
    ngettext ("%u more person is in it only through a group in it, and will not get the add-in: "
              "the admin center leaves nested groups out. Add that group itself.",
              "%u more people are in it only through a group in it, and will not get the add-in: "
              "the admin center leaves nested groups out. Add those groups themselves.",
              n),
    n);
}

/**
 * waxseal_recipient_describe_problem:
 * @road: by which the add-in is to be assigned: the admin center takes no group in a group, and no
 *   group without an address (microsoft.md, 3.1)
 *
 * Returns: (transfer full) (nullable): who will not get the add-in, and what to do; %NULL where
 *   nothing is known to be wrong
 */
char *
waxseal_recipient_describe_problem (WaxsealRecipient *self, WaxsealRoad road)
{
  if (!waxseal_recipient_is_group (self))
    return NULL;
  if (!has_text (self, "address") && road != WAXSEAL_ROAD_EXCHANGE)
    return g_strdup (
      _ ("This group has no mail address: the admin center may not take it. Choose a "
         "mail-enabled group, or name the people."));
  return describe_nested (waxseal_record_get_number (self, "n-nested"), road);
}
