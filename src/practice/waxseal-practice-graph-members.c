/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "waxseal-practice-graph-members.h"

#include "waxseal-json.h"

static void
add_people (JsonObject *group, guint8 *people, guint n_people)
{
  JsonObject *range = waxseal_json_get_object (group, "practicePeople");
  guint step = waxseal_json_get_number (range, "step", 1);
  guint most = waxseal_json_get_number (range, "most", 0);
  guint n = 0;

  if (range == NULL)
    return;
  for (guint i = waxseal_json_get_number (range, "first", 0);
       i < n_people && (most == 0 || n < most);
       i += step, n++)
    people[i] = TRUE;
}

static void
add_groups (WaxsealPracticeTenant *tenant, JsonObject *group, GPtrArray *groups)
{
  g_auto (GStrv) ids =
    waxseal_json_array_dup_texts (waxseal_json_get_array (group, "practiceMembers"));

  for (guint i = 0; ids[i] != NULL; i++)
    {
      JsonObject *inner = waxseal_practice_tenant_find (tenant, "groups", "id", ids[i]);

      if (inner != NULL && !g_ptr_array_find (groups, inner, NULL))
        g_ptr_array_add (groups, inner);
    }
}

/* @group itself, then those in it. They may be in each other. */
static GPtrArray *
collect (WaxsealPracticeTenant *tenant, JsonObject *group, gboolean transitive)
{
  GPtrArray *groups = g_ptr_array_new ();

  g_ptr_array_add (groups, group);
  for (guint i = 0; i < (transitive ? groups->len : 1); i++)
    add_groups (tenant, g_ptr_array_index (groups, i), groups);
  return groups;
}

/**
 * waxseal_practice_members_get_groups:
 * @transitive: whether to look into the groups in it as well, here and below
 *
 * Returns: (transfer container) (element-type JsonObject): the groups that are in @group
 */
GPtrArray *
waxseal_practice_members_get_groups (WaxsealPracticeTenant *tenant,
                                     JsonObject *group,
                                     gboolean transitive)
{
  GPtrArray *groups = collect (tenant, group, transitive);

  g_ptr_array_remove_index (groups, 0);
  return groups;
}

/** waxseal_practice_members_get_others: Returns: (transfer container) (element-type JsonObject):
 * what is in @group and is neither a group nor a person. */
GPtrArray *
waxseal_practice_members_get_others (WaxsealPracticeTenant *tenant,
                                     JsonObject *group,
                                     gboolean transitive)
{
  g_autoptr (GPtrArray) groups = collect (tenant, group, transitive);
  GPtrArray *others = g_ptr_array_new ();

  for (guint i = 0; i < (transitive ? groups->len : 1); i++)
    {
      JsonArray *array = waxseal_json_get_array (g_ptr_array_index (groups, i), "practiceOthers");

      for (guint k = 0; array != NULL && k < json_array_get_length (array); k++)
        g_ptr_array_add (others, waxseal_json_array_get_object (array, k));
    }
  return others;
}

/** waxseal_practice_members_get_people: Returns: (transfer full) (array): for each person, by
 * index, whether it is in @group. */
guint8 *
waxseal_practice_members_get_people (WaxsealPracticeTenant *tenant,
                                     JsonObject *group,
                                     gboolean transitive)
{
  guint n_people = waxseal_practice_people_get_n (waxseal_practice_tenant_get_people (tenant));
  guint8 *people = g_new0 (guint8, n_people);
  g_autoptr (GPtrArray) groups = collect (tenant, group, transitive);

  for (guint i = 0; i < (transitive ? groups->len : 1); i++)
    add_people (g_ptr_array_index (groups, i), people, n_people);
  return people;
}
