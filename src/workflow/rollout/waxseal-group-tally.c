/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "waxseal-group-tally.h"

#include "waxseal-json.h"
#include "waxseal-phase-audience.h"

#define USER_TYPE  "#microsoft.graph.user"
#define GROUP_TYPE "#microsoft.graph.group"

void
waxseal_group_tally_init (WaxsealGroupTally *self)
{
  self->direct = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
  self->people = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, g_free);
  self->seen = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
  self->groups = g_ptr_array_new_with_free_func (g_free);
}

void
waxseal_group_tally_clear (WaxsealGroupTally *self)
{
  g_clear_pointer (&self->direct, g_hash_table_unref);
  g_clear_pointer (&self->people, g_hash_table_unref);
  g_clear_pointer (&self->seen, g_hash_table_unref);
  g_clear_pointer (&self->groups, g_ptr_array_unref);
}

static gboolean
is_of_type (JsonObject *member, const char *type)
{
  return g_str_equal (waxseal_json_get_text (member, "@odata.type"), type);
}

static gboolean
is_disabled (JsonObject *user)
{
  JsonNode *node = json_object_get_member (user, "accountEnabled");

  return node != NULL && json_node_get_value_type (node) == G_TYPE_BOOLEAN &&
         !json_node_get_boolean (node);
}

/* Whoever does not get the add-in is counted by the reason (microsoft.md, 3.1: a mailbox). */
static guint *
find_number (WaxsealGroupTally *self, JsonObject *member)
{
  if (!is_of_type (member, USER_TYPE))
    return &self->n_others;
  if (g_str_equal (waxseal_json_get_text (member, "userType"), "Guest"))
    return &self->n_guests;
  if (is_disabled (member))
    return &self->n_disabled;
  return *waxseal_json_get_text (member, "mail") == '\0' ? &self->n_without_mail : NULL;
}

/** waxseal_group_tally_take_direct: @members: a page of …/members */
void
waxseal_group_tally_take_direct (WaxsealGroupTally *self, JsonArray *members)
{
  for (guint i = 0; members != NULL && i < json_array_get_length (members); i++)
    {
      JsonObject *member = waxseal_json_array_get_object (members, i);

      if (member != NULL && is_of_type (member, USER_TYPE))
        g_hash_table_add (self->direct, g_strdup (waxseal_json_get_text (member, "id")));
    }
}

static void
take_one (WaxsealGroupTally *self, JsonObject *member)
{
  const char *id = waxseal_json_get_text (member, "id");
  guint *number;

  if (*id == '\0' || !g_hash_table_add (self->seen, g_strdup (id)))
    return;
  if (is_of_type (member, GROUP_TYPE))
    {
      g_ptr_array_add (self->groups, g_strdup (waxseal_json_get_text (member, "displayName")));
      return;
    }
  number = find_number (self, member);
  if (number != NULL)
    ++*number;
  else
    g_hash_table_insert (self->people,
                         g_strdup (id),
                         g_strdup (waxseal_json_get_text (member, "mail")));
}

/** waxseal_group_tally_take_all: @members: a page of …/transitiveMembers */
void
waxseal_group_tally_take_all (WaxsealGroupTally *self, JsonArray *members)
{
  for (guint i = 0; members != NULL && i < json_array_get_length (members); i++)
    {
      JsonObject *member = waxseal_json_array_get_object (members, i);

      if (member != NULL)
        take_one (self, member);
    }
}

/** waxseal_group_tally_count_nested: Returns: how many people are only in groups in the group. */
guint
waxseal_group_tally_count_nested (const WaxsealGroupTally *self)
{
  GHashTableIter iter;
  gpointer id;
  guint n = 0;

  g_hash_table_iter_init (&iter, self->people);
  while (g_hash_table_iter_next (&iter, &id, NULL))
    n += !g_hash_table_contains (self->direct, id);
  return n;
}

/** waxseal_group_tally_dup_addresses: Returns: (transfer full): of all people, in lower case,
 * sorted.
 */
char **
waxseal_group_tally_dup_addresses (const WaxsealGroupTally *self)
{
  g_autoptr (GPtrArray) addresses = g_ptr_array_new ();
  GHashTableIter iter;
  gpointer address;

  g_hash_table_iter_init (&iter, self->people);
  while (g_hash_table_iter_next (&iter, NULL, &address))
    g_ptr_array_add (addresses, address);
  g_ptr_array_add (addresses, NULL);
  return waxseal_addresses_sort ((const char *const *) addresses->pdata);
}
