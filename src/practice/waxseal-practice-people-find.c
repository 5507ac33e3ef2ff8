/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Finds one of 100,000 people as fast as one of 100, without an index: who has an address follows
 * from how it is made up. */
#include <string.h>

#include "waxseal-practice-names.h"
#include "waxseal-practice-people-private.h"

#define SMTP "smtp:"

/* More digits are no round. */
#define MAX_DIGITS 5

static gboolean
has_text (WaxsealPracticePeople *self, const char *member, guint index, const char *value)
{
  g_autofree char *text = waxseal_practice_people_dup_text (self, index, member);

  return text != NULL && g_ascii_strcasecmp (text, value) == 0;
}

static gboolean
find_name (const WaxsealPracticeName *names,
           guint n_names,
           const char *latin,
           gsize length,
           guint *index)
{
  for (*index = 0; *index < n_names; ++*index)
    if (strlen (names[*index].latin) == length &&
        g_ascii_strncasecmp (names[*index].latin, latin, length) == 0)
      return TRUE;
  return FALSE;
}

/* The way back from how the two halves of a name are chosen. */
static guint
join_names (const WaxsealPracticeNames *names, guint given, guint surname)
{
  guint around = names->n_surnames * names->n_given;

  return (surname + around * 7 - given * 7) % names->n_surnames * names->n_given + given;
}

/* The place among those who are made up: of three, two are English. */
static guint
join_languages (guint ordinal, gboolean japanese)
{
  return japanese ? ordinal * 3 + 2 : ordinal / 2 * 3 + ordinal % 2;
}

/* “ann.lee2@…” is the second of that name. Whether it leads to who was meant is for the caller to
 * see. */
static gboolean
find_made_up (WaxsealPracticePeople *self,
              const WaxsealPracticeNames *names,
              const char *address,
              guint *index)
{
  gsize local = strcspn (address, "@_"), dot = strcspn (address, ".");
  guint n_names = names->n_given * names->n_surnames;
  gsize end = local;
  guint given, surname, round = 0;

  while (end > 0 && g_ascii_isdigit (address[end - 1]))
    end--;
  if (dot >= end || local - end > MAX_DIGITS ||
      !find_name (names->given, names->n_given, address, dot, &given) ||
      !find_name (names->surnames, names->n_surnames, address + dot + 1, end - dot - 1, &surname))
    return FALSE;
  if (end < local)
    round = MAX (1, g_ascii_strtoull (address + end, NULL, 10)) - 1;
  *index = waxseal_practice_people_get_n_written (self) +
           join_languages (round * n_names + join_names (names, given, surname),
                           names == &waxseal_practice_names_japanese);
  return *index < waxseal_practice_people_get_n (self);
}

static gboolean
find_text (WaxsealPracticePeople *self, const char *member, const char *value, guint *index)
{
  static const WaxsealPracticeNames *const languages[] = { &waxseal_practice_names_english,
                                                           &waxseal_practice_names_japanese };

  for (*index = 0; *index < waxseal_practice_people_get_n_written (self); ++*index)
    if (has_text (self, member, *index, value))
      return TRUE;
  for (guint i = 0; i < G_N_ELEMENTS (languages); i++)
    if (find_made_up (self, languages[i], value, index) && has_text (self, member, *index, value))
      return TRUE;
  return FALSE;
}

static gboolean
find_proxy (WaxsealPracticePeople *self, const char *value, guint *index)
{
  const char *address = value + strlen (SMTP);

  return g_ascii_strncasecmp (value, SMTP, strlen (SMTP)) == 0 &&
         (find_text (self, "mail", address, index) ||
          find_text (self, "practiceAlias", address, index));
}

/**
 * waxseal_practice_people_find:
 * @member: "id", "userPrincipalName", "mail", "proxyAddresses" or "practicePerson"
 * @index: (out): whose it is
 *
 * Returns: whether someone has @value there; case does not matter
 */
gboolean
waxseal_practice_people_find (WaxsealPracticePeople *self,
                              const char *member,
                              const char *value,
                              guint *index)
{
  if (g_str_equal (member, "id"))
    return waxseal_practice_people_find_id (self, value, index);
  if (g_str_equal (member, "proxyAddresses"))
    return find_proxy (self, value, index);
  return find_text (self, member, value, index);
}
