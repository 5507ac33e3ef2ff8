/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "waxseal-practice-people-private.h"

#include <string.h>

#include "waxseal-practice-names.h"

#define PARTNER "partner.example"
#define INITIAL "waxsealpractice.onmicrosoft.com"
#define SMTP    "smtp:"
/* An index is spread over all 32-bit numbers by one and found again by the other: their product is
 * 1 modulo 2^32. */
#define SPREAD      2654435769u
#define GATHER      340573321u
#define ID_TAIL     "-9a3c-4f6e-8b1d-0f2e4c6a8b0d"
#define ID_HEAD_LEN 8

struct _WaxsealPracticePeople
{
  guint n_people;
  guint n_written;
  guint32 *order;
};

/* Someone, before it is JSON. */
typedef struct
{
  guint index;
  const WaxsealPracticeSomeone *someone; /* NULL: made up of the rest */
  const WaxsealPracticeNames *names;
  const WaxsealPracticeName *given;
  const WaxsealPracticeName *surname;
  guint round; /* how many before have both names */
} Person;

static const WaxsealPracticeNames *const languages[] = {
  &waxseal_practice_names_english,
  &waxseal_practice_names_japanese,
};

/**
 * waxseal_practice_people_new:
 * @n_people: how many; not fewer than those who sign in
 */
WaxsealPracticePeople *
waxseal_practice_people_new (guint n_people)
{
  WaxsealPracticePeople *self = g_new0 (WaxsealPracticePeople, 1);
  guint n_sign_in = 0;

  while (waxseal_practice_someone[n_sign_in].person != NULL)
    n_sign_in++;
  self->n_people = MAX (n_people, n_sign_in);
  self->n_written = MIN (self->n_people, waxseal_practice_someone_count ());
  return self;
}

void
waxseal_practice_people_free (WaxsealPracticePeople *self)
{
  g_free (self->order);
  g_free (self);
}

/** waxseal_practice_people_get_n: Returns: how many people there are. */
guint
waxseal_practice_people_get_n (WaxsealPracticePeople *self)
{
  return self->n_people;
}

/** waxseal_practice_people_get_n_written: Returns: how many, from index 0, are written by hand. */
guint
waxseal_practice_people_get_n_written (WaxsealPracticePeople *self)
{
  return self->n_written;
}

static guint
count_names (const WaxsealPracticeNames *names)
{
  return names->n_given * names->n_surnames;
}

/* Neighbours differ in both names. */
static void
set_names (Person *person, const WaxsealPracticeNames *names, guint name)
{
  guint given = name % names->n_given;

  person->names = names;
  person->given = &names->given[given];
  person->surname = &names->surnames[(name / names->n_given + given * 7) % names->n_surnames];
}

/* Of three, two are English. */
static void
make_up (Person *person, guint k)
{
  gboolean japanese = k % 3 == 2;
  guint ordinal = japanese ? k / 3 : k / 3 * 2 + k % 3;
  const WaxsealPracticeNames *names = languages[japanese];

  set_names (person, names, ordinal % count_names (names));
  person->round = ordinal / count_names (names);
}

static Person
get_person (WaxsealPracticePeople *self, guint index)
{
  Person person = { .index = index };

  if (index < self->n_written)
    person.someone = &waxseal_practice_someone[index];
  else
    make_up (&person, index - self->n_written);
  return person;
}

static gboolean
is_guest (const Person *person)
{
  return person->someone != NULL ? person->someone->guest : person->index % 41 == 11;
}

static gboolean
is_enabled (const Person *person)
{
  return person->someone != NULL ? !person->someone->disabled : person->index % 37 != 5;
}

static gboolean
has_mail (const Person *person)
{
  return person->index % 29 != 7;
}

static char *
build_display_name (const Person *person)
{
  const char *first, *second;

  if (person->someone != NULL)
    return g_strdup (person->someone->display_name);
  first = person->names->surname_first ? person->surname->text : person->given->text;
  second = person->names->surname_first ? person->given->text : person->surname->text;
  return g_strconcat (first, " ", second, NULL);
}

static char *
build_local_part (const Person *person)
{
  if (person->round == 0)
    return g_strconcat (person->given->latin, ".", person->surname->latin, NULL);
  return g_strdup_printf ("%s.%s%u",
                          person->given->latin,
                          person->surname->latin,
                          person->round + 1);
}

static char *
build_principal_name (const Person *person)
{
  g_autofree char *local = NULL;

  if (person->someone != NULL)
    return g_strdup (person->someone->principal_name);
  local = build_local_part (person);
  if (is_guest (person))
    return g_strconcat (local, "_" PARTNER "#EXT#@" INITIAL, NULL);
  return g_strconcat (local, "@", person->names->domain, NULL);
}

static char *
build_mail (const Person *person)
{
  g_autofree char *local = NULL;

  if (person->someone != NULL)
    return g_strdup (person->someone->mail);
  if (!has_mail (person))
    return NULL;
  local = build_local_part (person);
  return g_strconcat (local, "@", is_guest (person) ? PARTNER : person->names->domain, NULL);
}

/* Every mailbox has one of the tenant's first domain as well. */
static char *
build_alias (const Person *person)
{
  g_autofree char *mail = build_mail (person);
  g_autofree char *local = NULL;

  if (mail == NULL || is_guest (person))
    return NULL;
  local = person->someone != NULL ? g_strndup (person->someone->principal_name,
                                               strcspn (person->someone->principal_name, "@"))
                                  : build_local_part (person);
  return g_strconcat (local, "@" INITIAL, NULL);
}

static char *
build_id (const Person *person)
{
  return g_strdup_printf ("%08x" ID_TAIL, person->index * SPREAD);
}

static char *
build_given (const Person *person)
{
  return g_strdup (person->someone != NULL ? person->someone->given : person->given->text);
}

static char *
build_surname (const Person *person)
{
  return g_strdup (person->someone != NULL ? person->someone->surname : person->surname->text);
}

static char *
build_user_type (const Person *person)
{
  return g_strdup (is_guest (person) ? "Guest" : "Member");
}

static char *
build_job (const Person *person)
{
  return g_strdup (person->someone != NULL ? person->someone->job : NULL);
}

static char *
build_department (const Person *person)
{
  if (person->someone != NULL)
    return NULL;
  return g_strdup (person->names->departments[person->index % person->names->n_departments]);
}

static char *
build_office (const Person *person)
{
  return g_strdup (person->someone != NULL ? NULL : person->names->office);
}

static char *
build_language (const Person *person)
{
  return g_strdup (person->someone != NULL ? NULL : person->names->language);
}

static char *
build_country (const Person *person)
{
  return g_strdup (person->someone != NULL ? "JP" : person->names->country);
}

static char *
build_created (const Person *person)
{
  return g_strdup_printf ("20%02u-%02u-%02uT09:00:00Z",
                          19 + person->index % 7,
                          1 + person->index % 12,
                          1 + person->index % 28);
}

static char *
build_nothing (const Person *person)
{
  return NULL;
}

static char *
build_sign_in_name (const Person *person)
{
  return g_strdup (person->someone != NULL ? person->someone->person : NULL);
}

static const struct
{
  const char *name;
  char *(*build) (const Person *person);
} texts[] = {
  { "id", build_id },
  { "displayName", build_display_name },
  { "givenName", build_given },
  { "surname", build_surname },
  { "mail", build_mail },
  { "userPrincipalName", build_principal_name },
  { "userType", build_user_type },
  { "jobTitle", build_job },
  { "department", build_department },
  { "officeLocation", build_office },
  { "preferredLanguage", build_language },
  { "usageLocation", build_country },
  { "createdDateTime", build_created },
  { "mobilePhone", build_nothing },
  { "practiceAlias", build_alias },
  { "practicePerson", build_sign_in_name },
};

static void
set_text (JsonObject *object, const char *member, const char *text)
{
  if (text != NULL)
    json_object_set_string_member (object, member, text);
  else
    json_object_set_null_member (object, member);
}

static void
set_array (JsonObject *object, const char *member, char *text)
{
  JsonArray *array = json_array_new ();

  if (text != NULL)
    json_array_add_string_element (array, text);
  json_object_set_array_member (object, member, array);
}

static void
set_roles (JsonObject *object, const Person *person)
{
  if (person->someone != NULL && person->someone->person != NULL)
    set_array (object, "practiceRoles", (char *) person->someone->role);
}

/* Exchange writes the address that mail is sent from in capitals. */
static void
set_addresses (JsonObject *object, const Person *person)
{
  JsonArray *array = json_array_new ();
  g_autofree char *mail = build_mail (person), *alias = build_alias (person);
  g_autofree char *first = g_strconcat ("SMTP:", mail, NULL);
  g_autofree char *second = g_strconcat (SMTP, alias, NULL);

  if (mail != NULL)
    json_array_add_string_element (array, first);
  if (alias != NULL)
    json_array_add_string_element (array, second);
  json_object_set_array_member (object, "proxyAddresses", array);
}

static gboolean
is_wanted (const char *const *members, const char *member)
{
  return members == NULL || g_strv_contains (members, member);
}

/**
 * waxseal_practice_people_build:
 * @index: less than get_n()
 * @members: (nullable): which of the members; %NULL for all, those called practice… as well
 *
 * Returns: (transfer full): a user as Graph has it
 */
JsonObject *
waxseal_practice_people_build (WaxsealPracticePeople *self, guint index, const char *const *members)
{
  JsonObject *object = json_object_new ();
  Person person = get_person (self, index);

  for (guint i = 0; i < G_N_ELEMENTS (texts); i++)
    if (is_wanted (members, texts[i].name))
      {
        g_autofree char *text = texts[i].build (&person);

        set_text (object, texts[i].name, text);
      }
  if (is_wanted (members, "accountEnabled"))
    json_object_set_boolean_member (object, "accountEnabled", is_enabled (&person));
  if (is_wanted (members, "businessPhones"))
    set_array (object, "businessPhones", NULL);
  if (is_wanted (members, "proxyAddresses"))
    set_addresses (object, &person);
  if (members == NULL)
    set_roles (object, &person);
  return object;
}

/** waxseal_practice_people_find_id: Returns: whether someone has @id; the way back from it. */
gboolean
waxseal_practice_people_find_id (WaxsealPracticePeople *self, const char *id, guint *index)
{
  char *end;
  guint64 head = g_ascii_strtoull (id, &end, 16);

  if (end != id + ID_HEAD_LEN || g_ascii_strcasecmp (end, ID_TAIL) != 0)
    return FALSE;
  *index = (guint32) head * GATHER;
  return *index < self->n_people;
}

/** waxseal_practice_people_dup_text: Returns: (transfer full) (nullable): what the person has for
 * @member, of those that are texts. */
char *
waxseal_practice_people_dup_text (WaxsealPracticePeople *self, guint index, const char *member)
{
  Person person = get_person (self, index);

  for (guint i = 0; i < G_N_ELEMENTS (texts); i++)
    if (g_str_equal (texts[i].name, member))
      return texts[i].build (&person);
  g_return_val_if_reached (NULL);
}

static int
compare_keys (gconstpointer a, gconstpointer b, gpointer user_data)
{
  char **keys = user_data;
  guint32 index_a = *(const guint32 *) a, index_b = *(const guint32 *) b;
  int order = strcmp (keys[index_a], keys[index_b]);

  return order != 0 ? order : (index_a > index_b) - (index_a < index_b);
}

/** waxseal_practice_people_get_order: Returns: (transfer none): the indexes by display name. */
const guint32 *
waxseal_practice_people_get_order (WaxsealPracticePeople *self)
{
  g_auto (GStrv) keys = NULL;

  if (self->order != NULL)
    return self->order;
  keys = g_new0 (char *, self->n_people + 1);
  self->order = g_new (guint32, self->n_people);
  for (guint i = 0; i < self->n_people; i++)
    {
      Person person = get_person (self, i);
      g_autofree char *name = build_display_name (&person);

      keys[i] = g_utf8_casefold (name, -1);
      self->order[i] = i;
    }
  g_qsort_with_data (self->order, self->n_people, sizeof (guint32), compare_keys, keys);
  return self->order;
}

/*
 * Names, by which a search finds out at once who cannot be meant: however many people there are,
 * there are a few thousand pairs of a given name and a surname.
 */

/** waxseal_practice_people_get_n_names: Returns: how many different names there can be. */
guint
waxseal_practice_people_get_n_names (WaxsealPracticePeople *self)
{
  return self->n_written + count_names (languages[0]) + count_names (languages[1]);
}

/** waxseal_practice_people_get_name: Returns: which of the names the person at @index has. */
guint
waxseal_practice_people_get_name (WaxsealPracticePeople *self, guint index)
{
  guint k = index - self->n_written;

  if (index < self->n_written)
    return index;
  if (k % 3 != 2)
    return self->n_written + (k / 3 * 2 + k % 3) % count_names (languages[0]);
  return self->n_written + count_names (languages[0]) + k / 3 % count_names (languages[1]);
}

/**
 * waxseal_practice_people_build_name:
 *
 * Returns: (transfer full): "displayName" of all who have the name, and "mail" and
 *   "userPrincipalName" as far as they are the same for all
 */
JsonObject *
waxseal_practice_people_build_name (WaxsealPracticePeople *self, guint name)
{
  static const char *const members[] = { "displayName", "mail", "userPrincipalName", NULL };
  Person person = { 0 };
  g_autofree char *display_name = NULL, *local = NULL;
  JsonObject *object;
  gboolean japanese;

  if (name < self->n_written)
    return waxseal_practice_people_build (self, name, members);
  name -= self->n_written;
  japanese = name >= count_names (languages[0]);
  set_names (&person, languages[japanese], japanese ? name - count_names (languages[0]) : name);
  display_name = build_display_name (&person);
  local = build_local_part (&person);
  object = json_object_new ();
  json_object_set_string_member (object, "displayName", display_name);
  json_object_set_string_member (object, "mail", local);
  json_object_set_string_member (object, "userPrincipalName", local);
  return object;
}
