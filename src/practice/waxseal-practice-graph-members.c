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

/** waxseal_practice_members_get_groups:
 *
 * Returns: (transfer container) (element-type JsonObject): the groups that are in @group itself
 */
GPtrArray *
waxseal_practice_members_get_groups (WaxsealPracticeTenant *tenant, JsonObject *group)
{
  g_auto (GStrv) ids =
    waxseal_json_array_dup_texts (waxseal_json_get_array (group, "practiceMembers"));
  GPtrArray *groups = g_ptr_array_new ();

  for (guint i = 0; ids[i] != NULL; i++)
    {
      JsonObject *inner = waxseal_practice_tenant_find (tenant, "groups", "id", ids[i]);

      if (inner != NULL)
        g_ptr_array_add (groups, inner);
    }
  return groups;
}

/**
 * waxseal_practice_members_get_people:
 * @transitive: whether to look into the groups in it as well; they may be in each other
 *
 * Returns: (transfer full) (array): for each person, by index, whether it is in @group
 */
guint8 *
waxseal_practice_members_get_people (WaxsealPracticeTenant *tenant,
                                     JsonObject *group,
                                     gboolean transitive)
{
  guint n_people = waxseal_practice_people_get_n (waxseal_practice_tenant_get_people (tenant));
  guint8 *people = g_new0 (guint8, n_people);
  g_autoptr (GPtrArray) groups = g_ptr_array_new ();

  g_ptr_array_add (groups, group);
  for (guint i = 0; i < groups->len; i++)
    {
      g_autoptr (GPtrArray) inner =
        waxseal_practice_members_get_groups (tenant, g_ptr_array_index (groups, i));

      add_people (g_ptr_array_index (groups, i), people, n_people);
      for (guint k = 0; transitive && k < inner->len; k++)
        if (!g_ptr_array_find (groups, g_ptr_array_index (inner, k), NULL))
          g_ptr_array_add (groups, g_ptr_array_index (inner, k));
    }
  return people;
}
