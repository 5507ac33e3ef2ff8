/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Who is in a group, against the practice tenant, whose own lists say who it should be. */
#include <string.h>

#include "audience-fixture.h"
#include "waxseal-error.h"
#include "waxseal-group-census.h"
#include "waxseal-group-count.h"
#include "waxseal-json.h"
#include "waxseal-practice-graph-members.h"
#include "waxseal-rollout-enums.h"

/* More than are read one by one. */
#define N_PEOPLE 12000
#define N_SMALL  7 /* of the rows below */
#define NOBODY   "5b7effff-31c4-4a0d-9e68-2f9d60c1a7ff"

/* By the words that it is told in. */
static const struct
{
  const char *name;
  WaxsealGroupCountState state;
  const char *message;
} rows[] = {
  { "Add-in Pilot",
    WAXSEAL_GROUP_COUNT_DONE,
    "8 people with a mailbox are in it\nNot counted: 2 disabled accounts" },
  { "Sales Everywhere",
    WAXSEAL_GROUP_COUNT_DONE,
    "2 people with a mailbox are in it\n58 more people are only in groups in it (Sales & Marketing "
    "· Sales, Europe · Sales; Asia). The admin center leaves them out: name those groups as "
    "well\nNot counted: 3 guests · 1 disabled account · 1 without a mailbox" },
  { "Rooms; \"Partners\" & Others", WAXSEAL_GROUP_COUNT_DONE, NULL },
  { "全社員", WAXSEAL_GROUP_COUNT_DONE, NULL },
  { "Everyone in Osaka", WAXSEAL_GROUP_COUNT_DONE, NULL },
  { "Loop A",
    WAXSEAL_GROUP_COUNT_DONE,
    "1 person with a mailbox is in it\n1 more person is only in "
    "a group in it (Loop B). The admin center leaves them out: "
    "name that group as well" },
  { "Empty Group", WAXSEAL_GROUP_COUNT_DONE, "Nobody with a mailbox is in it" },
  { "All Staff",
    WAXSEAL_GROUP_COUNT_LARGE,
    "12000 accounts are in it, guests and disabled ones included\nMore than 10,000 members are not "
    "read one by one, so who of them is in another phase, too, is not known" },
  { "Add-in Everyone",
    WAXSEAL_GROUP_COUNT_LARGE,
    "0 accounts are in it, guests and disabled ones included\n12000 more are only in groups in it, "
    "and are left out by the admin center\nMore than 10,000 members are not read one by one, so "
    "who "
    "of them is in another phase, too, is not known" },
  { "Works Council",
    WAXSEAL_GROUP_COUNT_HIDDEN,
    "Microsoft Entra does not say who is in it: its membership is hidden. Ask its owner how many "
    "they are" },
};

static WaxsealPracticeTenant *tenant;

static WaxsealRecipient *
make_group (const char *id)
{
  static const char *const old[] = { "old@x.com", NULL };

  return g_object_new (WAXSEAL_TYPE_RECIPIENT,
                       "kind",
                       WAXSEAL_RECIPIENT_KIND_GROUP,
                       "object-id",
                       id,
                       "n-members",
                       99,
                       "member-addresses",
                       old,
                       "members-on",
                       "2020-01-01T00:00:00Z",
                       NULL);
}

static void
append_group (GListStore *list, const char *name)
{
  JsonObject *group = waxseal_practice_tenant_find (tenant, "groups", "displayName", name);
  g_autoptr (WaxsealRecipient) recipient = make_group (waxseal_json_get_text (group, "id"));

  g_list_store_append (list, recipient);
}

static GListModel *
make_groups (guint n)
{
  GListStore *list = g_list_store_new (WAXSEAL_TYPE_RECIPIENT);

  for (guint i = 0; i < n; i++)
    append_group (list, rows[i].name);
  return G_LIST_MODEL (list);
}

static gboolean
run (AudienceFixture *fixture, WaxsealGroupCensus *census, GError **error)
{
  waxseal_group_census_run_async (census, fixture->cancellable, audience_fixture_done_cb, fixture);
  return waxseal_group_census_run_finish (census, audience_fixture_wait (fixture), error);
}

static gboolean
is_good (guint index)
{
  g_autoptr (JsonObject) user =
    waxseal_practice_people_build (waxseal_practice_tenant_get_people (tenant), index, NULL);

  return g_str_equal (waxseal_json_get_text (user, "userType"), "Member") &&
         waxseal_json_get_flag (user, "accountEnabled") &&
         *waxseal_json_get_text (user, "mail") != '\0';
}

static guint
count_good (JsonObject *group, gboolean transitive)
{
  g_autofree guint8 *people = waxseal_practice_members_get_people (tenant, group, transitive);
  guint n = 0;

  for (guint i = 0; i < N_PEOPLE; i++)
    n += people[i] && is_good (i);
  return n;
}

/* A group of 4,000 is read in pages; one of 12,000 is not read to its end. */
static void
assert_requests (AudienceFixture *fixture)
{
  g_assert_cmpuint (audience_fixture_count_requests (fixture, "/v1.0/groups/{}"), ==, 10);
  g_assert_cmpuint (audience_fixture_count_requests (fixture, "/v1.0/groups/{}/members"),
                    <=,
                    10 + 4 + 11);
  g_assert_cmpuint (audience_fixture_count_requests (fixture, "/v1.0/groups/{}/transitiveMembers"),
                    <=,
                    10 + 4 + 11 + 11);
  g_assert_cmpuint (
    audience_fixture_count_requests (fixture, "/v1.0/groups/{}/members/microsoft.graph.user"),
    ==,
    2);
}

/* What the record has is what the tenant's own lists have. */
static void
assert_counted (WaxsealGroupCount *count)
{
  WaxsealRecipient *recipient = waxseal_group_count_get_recipient (count);
  JsonObject *group = waxseal_practice_tenant_find (
    tenant, "groups", "id", waxseal_record_get_text (recipient, "object-id"));
  const char *const *addresses = waxseal_record_get_texts (recipient, "member-addresses");
  guint n_direct = count_good (group, FALSE), n_all = count_good (group, TRUE);

  g_assert_cmpuint (waxseal_group_count_get_n_direct (count), ==, n_direct);
  g_assert_cmpuint (waxseal_group_count_get_n_nested (count), ==, n_all - n_direct);
  g_assert_cmpint (waxseal_record_get_number (recipient, "n-members"), ==, n_direct);
  g_assert_cmpint (waxseal_record_get_number (recipient, "n-nested"), ==, n_all - n_direct);
  g_assert_cmpuint (addresses != NULL ? g_strv_length ((char **) addresses) : 0, ==, n_all);
  g_assert_cmpstr (waxseal_record_get_text (recipient, "members-on"), >, "2021");
}

/* Of what was known before, nothing is left. */
static void
assert_unknown (WaxsealGroupCount *count)
{
  WaxsealRecipient *recipient = waxseal_group_count_get_recipient (count);
  const char *const *addresses = waxseal_record_get_texts (recipient, "member-addresses");

  g_assert_true (addresses == NULL || addresses[0] == NULL);
  g_assert_cmpstr (waxseal_record_get_text (recipient, "members-on"), ==, "");
}

static void
assert_row (GListModel *counts, guint i)
{
  g_autoptr (WaxsealGroupCount) count = g_list_model_get_item (counts, i);
  WaxsealRecipient *recipient = waxseal_group_count_get_recipient (count);
  g_autofree char *message = waxseal_group_count_dup_message (count);

  g_test_message ("%s: %s", rows[i].name, message);
  g_assert_cmpint (waxseal_group_count_get_state (count), ==, rows[i].state);
  if (rows[i].message != NULL)
    g_assert_cmpstr (message, ==, rows[i].message);
  g_assert_cmpstr (waxseal_record_get_text (recipient, "name"), ==, rows[i].name);
  if (rows[i].state == WAXSEAL_GROUP_COUNT_DONE)
    assert_counted (count);
  else
    assert_unknown (count);
}

static void
assert_all (WaxsealGroupCensus *census)
{
  GListModel *counts = waxseal_group_census_get_counts (census);

  for (guint i = 0; i < g_list_model_get_n_items (counts); i++)
    assert_row (counts, i);
}

static void
test_all (AudienceFixture *fixture, gconstpointer unused)
{
  g_autoptr (GListModel) groups = make_groups (G_N_ELEMENTS (rows));
  g_autoptr (WaxsealGroupCensus) census = waxseal_group_census_new (fixture->graph, groups);
  g_autoptr (WaxsealGroupCount) mixed = NULL, dynamic = NULL;
  g_autofree char *mixed_message = NULL, *dynamic_message = NULL;
  g_autoptr (GError) error = NULL;

  g_assert_true (run (fixture, census, &error));
  g_assert_no_error (error);
  assert_all (census);
  assert_requests (fixture);
  mixed = g_list_model_get_item (waxseal_group_census_get_counts (census), 2);
  mixed_message = waxseal_group_count_dup_message (mixed);
  g_assert_nonnull (strstr (mixed_message, "3 contacts, devices or apps"));
  dynamic = g_list_model_get_item (waxseal_group_census_get_counts (census), 4);
  dynamic_message = waxseal_group_count_dup_message (dynamic);
  g_assert_true (g_str_has_suffix (dynamic_message,
                                   "follows from a rule, and can change at any "
                                   "time"));
}

static void
test_gone (AudienceFixture *fixture, gconstpointer unused)
{
  g_autoptr (GListStore) groups = g_list_store_new (WAXSEAL_TYPE_RECIPIENT);
  g_autoptr (WaxsealRecipient) gone = make_group (NOBODY), typed = make_group ("");
  g_autoptr (WaxsealRecipient) person = NULL;
  g_autoptr (WaxsealGroupCensus) census = NULL;
  g_autoptr (WaxsealGroupCount) first = NULL, second = NULL;
  g_autoptr (GError) error = NULL;

  person = g_object_new (WAXSEAL_TYPE_RECIPIENT, "object-id", NOBODY, NULL);
  g_list_store_append (groups, gone);
  g_list_store_append (groups, typed);
  g_list_store_append (groups, person);
  append_group (groups, "Add-in Pilot");
  census = waxseal_group_census_new (fixture->graph, G_LIST_MODEL (groups));
  g_assert_cmpuint (g_list_model_get_n_items (waxseal_group_census_get_counts (census)), ==, 2);
  g_assert_true (run (fixture, census, &error));
  g_assert_no_error (error);
  first = g_list_model_get_item (waxseal_group_census_get_counts (census), 0);
  second = g_list_model_get_item (waxseal_group_census_get_counts (census), 1);
  g_assert_cmpint (waxseal_group_count_get_state (first), ==, WAXSEAL_GROUP_COUNT_GONE);
  assert_unknown (first);
  g_assert_cmpint (waxseal_group_count_get_state (second), ==, WAXSEAL_GROUP_COUNT_DONE);
}

static void
test_throttled (AudienceFixture *fixture, gconstpointer unused)
{
  g_autoptr (GListModel) groups = make_groups (N_SMALL);
  g_autoptr (WaxsealGroupCensus) census = waxseal_group_census_new (fixture->graph, groups);
  g_autoptr (GError) error = NULL;

  audience_fixture_make_trouble (
    fixture, "[{'on':'GET /v1.0/groups*','fault':'throttled','seconds':2,'every':3,'times':-1}]");
  run (fixture, census, &error);
  g_assert_no_error (error);
  assert_all (census);
}

/* That nobody may read groups at all is not about one of them. */
static void
test_forbidden (AudienceFixture *fixture, gconstpointer unused)
{
  g_autoptr (GListModel) groups = make_groups (G_N_ELEMENTS (rows));
  g_autoptr (WaxsealGroupCensus) census = waxseal_group_census_new (fixture->graph, groups);
  g_autoptr (GError) error = NULL;

  audience_fixture_make_trouble (fixture,
                                 "[{'on':'GET /v1.0/groups/{}','fault':'forbidden','times':-1}]");
  g_assert_false (run (fixture, census, &error));
  g_assert_error (error, WAXSEAL_ERROR, WAXSEAL_ERROR_ROLE_MISSING);
}

static void
test_cancel (AudienceFixture *fixture, gconstpointer unused)
{
  g_autoptr (GListModel) groups = make_groups (G_N_ELEMENTS (rows));
  g_autoptr (WaxsealGroupCensus) census = waxseal_group_census_new (fixture->graph, groups);
  g_autoptr (GError) error = NULL;

  g_cancellable_cancel (fixture->cancellable);
  g_assert_false (run (fixture, census, &error));
  g_assert_error (error, G_IO_ERROR, G_IO_ERROR_CANCELLED);
}

int
main (int argc, char **argv)
{
  int status;

  g_test_init (&argc, &argv, NULL);
  tenant = waxseal_practice_tenant_new (N_PEOPLE);
  audience_fixture_add ("/group-census/all", NULL, test_all);
  audience_fixture_add ("/group-census/gone", NULL, test_gone);
  audience_fixture_add ("/group-census/throttled", NULL, test_throttled);
  audience_fixture_add ("/group-census/forbidden", NULL, test_forbidden);
  audience_fixture_add ("/group-census/cancel", NULL, test_cancel);
  status = audience_fixture_run (N_PEOPLE);
  g_clear_object (&tenant);
  return status;
}
