/* SPDX-License-Identifier: GPL-3.0-or-later */
#include <string.h>

#include "waxseal-json.h"
#include "waxseal-practice-graph-handlers.h"
#include "waxseal-practice-graph-members.h"
#include "waxseal-practice-graph.h"

#define USER_TYPE  "#microsoft.graph.user"
#define GROUP_TYPE "#microsoft.graph.group"
#define ROLE_TYPE  "#microsoft.graph.directoryRole"

/* microsoft.md, 1.8. */
static const struct
{
  const char *id;
  const char *name;
} directory_roles[] = {
  { "62e90394-69f5-4237-9190-012177145e10", "Global Administrator" },
  { "e8611ab8-c189-46e8-94e1-60213ab1f814", "Privileged Role Administrator" },
  { "9b895d92-2cd3-44c7-9d02-a6ac2d5ea5c3", "Application Administrator" },
  { "158c047a-c907-4556-b7ef-446551a6b5f7", "Cloud Application Administrator" },
  { "29232cdf-9323-42fd-ade2-1d097af3e4de", "Exchange Administrator" },
};

static gboolean
find_person (WaxsealPracticeCall *call, const char *id, guint *index)
{
  WaxsealPracticePeople *people = waxseal_practice_tenant_get_people (call->tenant);

  return waxseal_practice_people_find (people, "id", id, index) ||
         waxseal_practice_people_find (people, "userPrincipalName", id, index);
}

static void
show_person (WaxsealPracticeCall *call, const char *id)
{
  g_autoptr (JsonObject) user = NULL;
  guint index;

  if (find_person (call, id, &index))
    user = waxseal_practice_people_build (waxseal_practice_tenant_get_people (call->tenant),
                                          index,
                                          NULL);
  waxseal_practice_graph_show (call, 200, &waxseal_practice_type_user, user);
}

void
waxseal_practice_graph_get_me (WaxsealPracticeCall *call)
{
  show_person (call, call->caller->user_id);
}

void
waxseal_practice_graph_get_user (WaxsealPracticeCall *call)
{
  show_person (call, call->keys[0]);
}

void
waxseal_practice_graph_get_users (WaxsealPracticeCall *call)
{
  waxseal_practice_graph_list_people (call, NULL);
}

static void
list_collection (WaxsealPracticeCall *call, const WaxsealPracticeType *type, const char *name)
{
  waxseal_practice_graph_list (call,
                               type,
                               waxseal_practice_tenant_get_collection (call->tenant, name));
}

void
waxseal_practice_graph_get_organization (WaxsealPracticeCall *call)
{
  list_collection (call, &waxseal_practice_type_organization, "organization");
}

void
waxseal_practice_graph_get_domains (WaxsealPracticeCall *call)
{
  list_collection (call, &waxseal_practice_type_domain, "domains");
}

void
waxseal_practice_graph_get_groups (WaxsealPracticeCall *call)
{
  list_collection (call, &waxseal_practice_type_group, "groups");
}

void
waxseal_practice_graph_get_group (WaxsealPracticeCall *call)
{
  waxseal_practice_graph_show (
    call,
    200,
    &waxseal_practice_type_group,
    waxseal_practice_tenant_find (call->tenant, "groups", "id", call->keys[0]));
}

static JsonObject *
copy_with_type (JsonObject *object, const char *type)
{
  JsonObject *copy = json_object_new ();

  waxseal_practice_graph_merge (copy, object);
  json_object_set_string_member (copy, "@odata.type", type);
  return copy;
}

/* The group that the address names, if its members may be seen; otherwise NULL, and 404 or 403:
 * hidden ones need a permission of their own (learn.microsoft.com/graph/api/group-list-members). */
static JsonObject *
find_group (WaxsealPracticeCall *call)
{
  JsonObject *group = waxseal_practice_tenant_find (call->tenant, "groups", "id", call->keys[0]);
  gboolean hidden =
    g_str_equal (waxseal_json_get_text (group, "visibility"), "HiddenMembership") &&
    !g_strv_contains ((const char *const *) call->caller->scopes, "Member.Read.Hidden");

  if (group == NULL)
    waxseal_practice_graph_fail_missing (call, call->keys[0]);
  else if (hidden)
    waxseal_practice_call_fail (call,
                                403,
                                "Authorization_RequestDenied",
                                "Insufficient privileges to complete the operation.");
  return hidden ? NULL : group;
}

static gboolean
is_transitive (WaxsealPracticeCall *call)
{
  return strstr (call->route, "/transitiveMembers") != NULL;
}

/* What is in a group: first what is no person, then the people. */
typedef struct
{
  WaxsealPracticePeople *people;
  guint8 *is_in;
  GPtrArray *groups;
  GPtrArray *others;
} Members;

static void
clear_members (Members *self)
{
  g_clear_pointer (&self->is_in, g_free);
  g_clear_pointer (&self->groups, g_ptr_array_unref);
  g_clear_pointer (&self->others, g_ptr_array_unref);
}

G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (Members, clear_members)

static gboolean
is_member (gpointer data, guint place, WaxsealPracticeSearch *search)
{
  Members *members = data;
  guint n = members->groups->len + members->others->len;

  return place < n || members->is_in[place - n];
}

static JsonObject *
build_member (gpointer data, guint place, const char *const *names)
{
  Members *members = data;
  guint n = members->groups->len + members->others->len;
  JsonObject *user;

  if (place < members->groups->len)
    return copy_with_type (g_ptr_array_index (members->groups, place), GROUP_TYPE);
  if (place < n)
    return json_object_ref (g_ptr_array_index (members->others, place - members->groups->len));
  user = waxseal_practice_people_build (members->people, place - n, names);
  json_object_set_string_member (user, "@odata.type", USER_TYPE);
  return user;
}

/* …/members and …/transitiveMembers */
void
waxseal_practice_graph_get_members (WaxsealPracticeCall *call)
{
  JsonObject *group = find_group (call);
  gboolean transitive = is_transitive (call);
  g_autoptr (WaxsealPracticeQuery) query = NULL;
  g_auto (Members) members = { .people = waxseal_practice_tenant_get_people (call->tenant) };
  WaxsealPracticeSource source = { .build = build_member, .may_match = is_member };

  if (group == NULL)
    return;
  query = waxseal_practice_graph_read_query (call, &waxseal_practice_type_directory_object);
  if (query == NULL)
    return;
  members.is_in = waxseal_practice_members_get_people (call->tenant, group, transitive);
  members.groups = waxseal_practice_members_get_groups (call->tenant, group, transitive);
  members.others = waxseal_practice_members_get_others (call->tenant, group, transitive);
  source.n =
    members.groups->len + members.others->len + waxseal_practice_people_get_n (members.people);
  source.data = &members;
  waxseal_practice_graph_list_source (call, query, &source);
}

/* …/members/microsoft.graph.user and …/transitiveMembers/microsoft.graph.user */
void
waxseal_practice_graph_get_people_of (WaxsealPracticeCall *call)
{
  JsonObject *group = find_group (call);
  g_autofree guint8 *people = NULL;

  if (group == NULL)
    return;
  people = waxseal_practice_members_get_people (call->tenant, group, is_transitive (call));
  waxseal_practice_graph_list_people (call, people);
}

static void
add_roles (WaxsealPracticeCall *call, GPtrArray *objects)
{
  for (guint i = 0; i < G_N_ELEMENTS (directory_roles); i++)
    {
      JsonObject *role;

      if (!g_strv_contains ((const char *const *) call->caller->wids, directory_roles[i].id))
        continue;
      role = json_object_new ();
      json_object_set_string_member (role, "@odata.type", ROLE_TYPE);
      json_object_set_string_member (role, "id", directory_roles[i].id);
      json_object_set_string_member (role, "displayName", directory_roles[i].name);
      json_object_set_string_member (role, "roleTemplateId", directory_roles[i].id);
      g_ptr_array_add (objects, role);
    }
}

static void
add_groups (WaxsealPracticeCall *call, GPtrArray *objects)
{
  GPtrArray *groups = waxseal_practice_tenant_get_collection (call->tenant, "groups");
  guint index;

  if (!find_person (call, call->caller->user_id, &index))
    return;
  for (guint i = 0; i < groups->len; i++)
    {
      JsonObject *group = g_ptr_array_index (groups, i);
      g_autofree guint8 *people = waxseal_practice_members_get_people (call->tenant, group, TRUE);

      if (people[index])
        g_ptr_array_add (objects, copy_with_type (group, GROUP_TYPE));
    }
}

static void
list_member_of (WaxsealPracticeCall *call, gboolean with_groups)
{
  g_autoptr (GPtrArray) objects =
    g_ptr_array_new_with_free_func ((GDestroyNotify) json_object_unref);

  add_roles (call, objects);
  if (with_groups)
    add_groups (call, objects);
  waxseal_practice_graph_list (call, &waxseal_practice_type_directory_object, objects);
}

void
waxseal_practice_graph_get_me_member_of (WaxsealPracticeCall *call)
{
  list_member_of (call, TRUE);
}

void
waxseal_practice_graph_get_me_roles (WaxsealPracticeCall *call)
{
  list_member_of (call, FALSE);
}
