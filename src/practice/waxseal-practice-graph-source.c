/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "waxseal-practice-graph-source.h"

#include <string.h>

#include "waxseal-json.h"
#include "waxseal-practice-odata-pairs.h"

/* Whether a name may match the search: found out when it is met first. */
enum
{
  UNKNOWN,
  NO,
  MAYBE,
};

static guint
get_index (WaxsealPracticePeopleSource *self, guint place)
{
  if (self->descends)
    place = waxseal_practice_people_get_n (self->people) - 1 - place;
  return self->order != NULL ? self->order[place] : place;
}

static JsonObject *
build_person (gpointer data, guint place, const char *const *members)
{
  WaxsealPracticePeopleSource *self = data;

  return waxseal_practice_people_build (self->people, get_index (self, place), members);
}

static gboolean
may_name_match (WaxsealPracticePeopleSource *self, guint name, WaxsealPracticeSearch *search)
{
  if (self->names == NULL)
    self->names = g_new0 (guint8, waxseal_practice_people_get_n_names (self->people));
  if (self->names[name] == UNKNOWN)
    {
      g_autoptr (JsonObject) object = waxseal_practice_people_build_name (self->people, name);

      self->names[name] = waxseal_practice_search_may_match (search, object) ? MAYBE : NO;
    }
  return self->names[name] == MAYBE;
}

static gboolean
may_person_match (gpointer data, guint place, WaxsealPracticeSearch *search)
{
  WaxsealPracticePeopleSource *self = data;
  guint index = get_index (self, place);

  if (self->wanted != NULL && !self->wanted[index])
    return FALSE;
  return search == NULL ||
         may_name_match (self, waxseal_practice_people_get_name (self->people, index), search);
}

/**
 * waxseal_practice_source_find_people:
 *
 * Returns: (transfer full) (nullable): for each person whether @filter may match; %NULL where it
 *   does not say by whose address or id
 */
guint8 *
waxseal_practice_source_find_people (WaxsealPracticePeople *people, WaxsealPracticeFilter *filter)
{
  static const char *const members[] = {
    "id", "mail", "userPrincipalName", "proxyAddresses", NULL,
  };
  g_autoptr (GArray) pairs = g_array_new (FALSE, FALSE, sizeof (WaxsealPracticePair));
  g_autofree guint8 *found = NULL;
  guint index;

  if (!waxseal_practice_filter_list_pairs (filter, members, pairs))
    return NULL;
  found = g_new0 (guint8, waxseal_practice_people_get_n (people));
  for (guint i = 0; i < pairs->len; i++)
    {
      WaxsealPracticePair *pair = &g_array_index (pairs, WaxsealPracticePair, i);

      if (waxseal_practice_people_find (people, pair->member, pair->value, &index))
        found[index] = TRUE;
    }
  return g_steal_pointer (&found);
}

/**
 * waxseal_practice_source_of_people:
 * @self: with people and, if not all are wanted, which; it has to outlive the source
 * @query: what the source is for
 */
WaxsealPracticeSource
waxseal_practice_source_of_people (WaxsealPracticePeopleSource *self,
                                   const WaxsealPracticeQuery *query)
{
  if (query->sorts)
    self->order = waxseal_practice_people_get_order (self->people);
  self->descends = query->descends;
  return (WaxsealPracticeSource){
    .n = waxseal_practice_people_get_n (self->people),
    .build = build_person,
    .may_match = may_person_match,
    .data = self,
  };
}

void
waxseal_practice_source_clear_people (WaxsealPracticePeopleSource *self)
{
  g_clear_pointer (&self->names, g_free);
}

static JsonObject *
ref_object (gpointer data, guint place, const char *const *members)
{
  GPtrArray *objects = data;

  return json_object_ref (g_ptr_array_index (objects, place));
}

/** waxseal_practice_source_of_objects: @objects: (element-type JsonObject): to outlive the source
 */
WaxsealPracticeSource
waxseal_practice_source_of_objects (GPtrArray *objects)
{
  return (WaxsealPracticeSource){ .n = objects->len, .build = ref_object, .data = objects };
}

static int
compare_names (gconstpointer a, gconstpointer b, gpointer user_data)
{
  const WaxsealPracticeQuery *query = user_data;
  g_autofree char *name_a = NULL, *name_b = NULL;
  int order;

  name_a = g_utf8_casefold (waxseal_json_get_text (*(JsonObject **) a, "displayName"), -1);
  name_b = g_utf8_casefold (waxseal_json_get_text (*(JsonObject **) b, "displayName"), -1);
  order = strcmp (name_a, name_b);
  return query->descends ? -order : order;
}

/**
 * waxseal_practice_source_sort:
 *
 * Returns: (transfer full) (element-type JsonObject): @objects in the order that @query wants
 */
GPtrArray *
waxseal_practice_source_sort (GPtrArray *objects, const WaxsealPracticeQuery *query)
{
  GPtrArray *sorted = g_ptr_array_new_with_free_func ((GDestroyNotify) json_object_unref);

  for (guint i = 0; i < objects->len; i++)
    g_ptr_array_add (sorted, json_object_ref (g_ptr_array_index (objects, i)));
  if (query->sorts)
    g_ptr_array_sort_with_data (sorted, compare_names, (gpointer) query);
  return sorted;
}
