/* SPDX-License-Identifier: GPL-3.0-or-later */
#include <string.h>

#include "waxseal-json.h"
#include "waxseal-practice-tenant.h"

#define MANY 100000

static void
test_seed (void)
{
  g_autoptr (WaxsealPracticeTenant) tenant = waxseal_practice_tenant_new (300);
  static const struct
  {
    const char *collection;
    guint n;
  } rows[] = {
    { "organization", 1 },
    { "domains", 6 },
    { "groups", 23 },
    { "applications", 0 },
    { "appRoleAssignments", 0 },
    { "servicePrincipals", 2 },
  };

  for (guint i = 0; i < G_N_ELEMENTS (rows); i++)
    g_assert_cmpuint (waxseal_practice_tenant_get_collection (tenant, rows[i].collection)->len,
                      ==,
                      rows[i].n);
  g_assert_cmpuint (waxseal_practice_people_get_n (waxseal_practice_tenant_get_people (tenant)),
                    ==,
                    300);
}

/* The role template IDs of microsoft.md, 1.8. */
static void
test_who_signs_in (void)
{
  g_autoptr (WaxsealPracticeTenant) tenant = waxseal_practice_tenant_new (0);
  static const struct
  {
    const char *person;
    const char *role;
  } rows[] = {
    { "global-administrator", "62e90394-69f5-4237-9190-012177145e10" },
    { "privileged-role-administrator", "e8611ab8-c189-46e8-94e1-60213ab1f814" },
    { "cloud-application-administrator", "158c047a-c907-4556-b7ef-446551a6b5f7" },
    { "user", NULL },
    { "exchange-administrator", "29232cdf-9323-42fd-ade2-1d097af3e4de" },
  };
  GPtrArray *users = waxseal_practice_tenant_get_collection (tenant, "users");

  g_assert_cmpuint (users->len, ==, G_N_ELEMENTS (rows));
  for (guint i = 0; i < G_N_ELEMENTS (rows); i++)
    {
      JsonObject *user =
        waxseal_practice_tenant_find (tenant, "users", "practicePerson", rows[i].person);
      g_auto (GStrv) roles = NULL;

      g_assert_true (user == g_ptr_array_index (users, i));
      roles = waxseal_json_array_dup_texts (waxseal_json_get_array (user, "practiceRoles"));
      g_assert_cmpstr (roles[0], ==, rows[i].role);
    }
}

static void
assert_found (WaxsealPracticePeople *people, JsonObject *user, const char *member, guint index)
{
  const char *value = waxseal_json_get_text (user, member);
  guint found;

  if (value[0] == '\0')
    return;
  g_assert_true (waxseal_practice_people_find (people, member, value, &found));
  g_assert_cmpuint (found, ==, index);
}

/* Each has an id and a sign-in name of their own, by which they are found again. */
static void
test_people_differ (void)
{
  g_autoptr (WaxsealPracticePeople) people = waxseal_practice_people_new (MANY);
  g_autoptr (GHashTable) seen = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
  static const char *const members[] = { "id", "userPrincipalName", "mail", NULL };
  guint n_mailless = 0;

  for (guint i = 0; i < MANY; i++)
    {
      g_autoptr (JsonObject) user = waxseal_practice_people_build (people, i, members);

      for (guint k = 0; k < 2; k++)
        g_assert_true (
          g_hash_table_add (seen, g_strdup (waxseal_json_get_text (user, members[k]))));
      n_mailless += json_object_get_null_member (user, "mail");
      assert_found (people, user, "id", i);
      assert_found (people, user, "userPrincipalName", i);
      assert_found (people, user, "mail", i);
    }
  g_assert_cmpuint (n_mailless, >, MANY / 50);
  g_assert_cmpuint (n_mailless, <, MANY / 20);
}

static void
assert_found_by_proxies (WaxsealPracticePeople *people, JsonObject *user, guint index)
{
  g_auto (GStrv) proxies =
    waxseal_json_array_dup_texts (waxseal_json_get_array (user, "proxyAddresses"));
  gboolean guest = g_str_equal (waxseal_json_get_text (user, "userType"), "Guest");
  const char *mail = waxseal_json_get_text (user, "mail");
  guint found;

  g_assert_cmpuint (g_strv_length (proxies), ==, *mail == '\0' ? 0 : guest ? 1 : 2);
  for (guint k = 0; proxies[k] != NULL; k++)
    {
      g_autofree char *other_case = g_ascii_strdown (proxies[k], -1);

      g_assert_true (g_str_has_prefix (proxies[k], k == 0 ? "SMTP:" : "smtp:"));
      g_assert_true (waxseal_practice_people_find (people, "proxyAddresses", other_case, &found));
      g_assert_cmpuint (found, ==, index);
    }
}

/* Whoever has a mailbox is found by each of its addresses. */
static void
test_people_proxies (void)
{
  g_autoptr (WaxsealPracticePeople) people = waxseal_practice_people_new (MANY);

  for (guint i = 0; i < MANY; i = i < 500 ? i + 1 : i + 97)
    {
      g_autoptr (JsonObject) user = waxseal_practice_people_build (people, i, NULL);

      assert_found_by_proxies (people, user, i);
    }
}

static void
test_people_absent (void)
{
  g_autoptr (WaxsealPracticePeople) people = waxseal_practice_people_new (300);
  static const char *const ids[] = {
    "",
    "x",
    "0000000g-9a3c-4f6e-8b1d-0f2e4c6a8b0d",
    "00000000-9a3c-4f6e-8b1d-0f2e4c6a8b0e",
    "-0000001-9a3c-4f6e-8b1d-0f2e4c6a8b0d",
    "00000001-9a3c-4f6e-8b1d-0f2e4c6a8b0d",
  };
  static const char *const addresses[] = {
    "",
    ".",
    "@",
    "nobody@x.example",
    "ann.abbott@x.example",
    "ann.abbott0@contoso-practice.example",
    "ann.abbott99@contoso-practice.example",
    "ann.abbott999999999999@contoso-practice.example",
    "smtp:",
    "smtp:ann",
    "sip:ann.abbott@contoso-practice.example",
  };
  guint index;

  for (guint i = 0; i < G_N_ELEMENTS (ids); i++)
    g_assert_false (waxseal_practice_people_find (people, "id", ids[i], &index));
  for (guint i = 0; i < G_N_ELEMENTS (addresses); i++)
    {
      g_assert_false (waxseal_practice_people_find (people, "mail", addresses[i], &index));
      g_assert_false (
        waxseal_practice_people_find (people, "proxyAddresses", addresses[i], &index));
    }
}

static void
test_people_sorted (void)
{
  g_autoptr (WaxsealPracticePeople) people = waxseal_practice_people_new (2000);
  const guint32 *order = waxseal_practice_people_get_order (people);
  g_autofree gboolean *seen = g_new0 (gboolean, 2000);
  g_autofree char *last = g_strdup ("");

  for (guint i = 0; i < 2000; i++)
    {
      g_autoptr (JsonObject) user = waxseal_practice_people_build (people, order[i], NULL);
      char *key = g_utf8_casefold (waxseal_json_get_text (user, "displayName"), -1);

      g_assert_false (seen[order[i]]);
      seen[order[i]] = TRUE;
      g_assert_cmpint (g_strcmp0 (last, key), <=, 0);
      g_free (last);
      last = key;
    }
}

/* A name stands for all who have it. */
static void
test_people_names (void)
{
  g_autoptr (WaxsealPracticePeople) people = waxseal_practice_people_new (MANY);

  for (guint i = 0; i < MANY; i += 7)
    {
      guint name = waxseal_practice_people_get_name (people, i);
      g_autoptr (JsonObject) user = waxseal_practice_people_build (people, i, NULL);
      g_autoptr (JsonObject) all = NULL;

      g_assert_cmpuint (name, <, waxseal_practice_people_get_n_names (people));
      all = waxseal_practice_people_build_name (people, name);
      g_assert_cmpstr (waxseal_json_get_text (user, "displayName"),
                       ==,
                       waxseal_json_get_text (all, "displayName"));
      g_assert_true (g_str_has_prefix (waxseal_json_get_text (user, "userPrincipalName"),
                                       waxseal_json_get_text (all, "userPrincipalName")));
    }
}

static JsonObject *
parse (const char *text)
{
  g_autoptr (JsonNode) node = json_from_string (text, NULL);

  return json_node_dup_object (node);
}

static JsonNode *
save_as_written (WaxsealPracticeTenant *tenant)
{
  g_autoptr (JsonNode) state = waxseal_practice_tenant_save (tenant);
  g_autofree char *text = json_to_string (state, FALSE);

  g_assert_null (strstr (text, "Microsoft Graph"));
  return json_from_string (text, NULL);
}

static void
test_state (void)
{
  g_autoptr (WaxsealPracticeTenant) tenant = waxseal_practice_tenant_new (300);
  g_autoptr (WaxsealPracticeTenant) other = waxseal_practice_tenant_new (5);
  g_autoptr (JsonNode) state = NULL;
  g_autoptr (GError) error = NULL;
  GPtrArray *applications = waxseal_practice_tenant_get_collection (other, "applications");

  waxseal_practice_tenant_add (tenant,
                               "applications",
                               parse ("{\"id\":\"a\",\"displayName\":\"花\"}"));
  waxseal_practice_tenant_add (tenant, "practiceConsents", parse ("{\"id\":\"c\"}"));
  waxseal_practice_tenant_add (tenant, "servicePrincipals", parse ("{\"id\":\"s\"}"));
  waxseal_practice_tenant_add (other, "applications", parse ("{\"id\":\"gone\"}"));
  state = save_as_written (tenant);
  for (guint i = 0; i < 2; i++) /* twice: nothing is there twice */
    {
      g_assert_true (waxseal_practice_tenant_load (other, state, &error));
      g_assert_no_error (error);
    }
  g_assert_true (applications == waxseal_practice_tenant_get_collection (other, "applications"));
  g_assert_cmpuint (applications->len, ==, 1);
  g_assert_cmpstr (waxseal_json_get_text (g_ptr_array_index (applications, 0), "displayName"),
                   ==,
                   "花");
  g_assert_nonnull (waxseal_practice_tenant_find (other, "practiceConsents", "id", "c"));
  g_assert_cmpuint (waxseal_practice_tenant_get_collection (other, "servicePrincipals")->len,
                    ==,
                    3);
  g_assert_cmpuint (waxseal_practice_tenant_get_collection (other, "policies")->len, ==, 1);
  g_assert_cmpuint (waxseal_practice_people_get_n (waxseal_practice_tenant_get_people (other)),
                    ==,
                    300);

  waxseal_practice_tenant_reset (other);
  g_assert_cmpuint (applications->len, ==, 0);
  g_assert_cmpuint (waxseal_practice_tenant_get_collection (other, "servicePrincipals")->len,
                    ==,
                    2);
}

static void
test_state_refused (void)
{
  static const char *const states[] = {
    "[]",
    "{}",
    "{\"version\":1}",
    "{\"version\":2,\"collections\":{}}",
    "{\"version\":1,\"collections\":{\"applications\":{}}}",
    "{\"version\":1,\"collections\":{\"applications\":[1]}}",
    "{\"version\":1,\"collections\":{\"users\":[]}}",
  };
  g_autoptr (WaxsealPracticeTenant) tenant = waxseal_practice_tenant_new (300);

  waxseal_practice_tenant_add (tenant, "applications", parse ("{\"id\":\"a\"}"));
  for (guint i = 0; i < G_N_ELEMENTS (states); i++)
    {
      g_autoptr (JsonNode) state = json_from_string (states[i], NULL);
      g_autoptr (GError) error = NULL;

      g_assert_false (waxseal_practice_tenant_load (tenant, state, &error));
      g_assert_error (error, G_IO_ERROR, G_IO_ERROR_INVALID_DATA);
      g_assert_nonnull (waxseal_practice_tenant_find (tenant, "applications", "id", "A"));
    }
}

static void
test_clock (void)
{
  g_autoptr (WaxsealPracticeTenant) tenant = waxseal_practice_tenant_new (4);
  gint64 now = waxseal_practice_tenant_get_now (tenant);

  waxseal_practice_tenant_set_clock_skew (tenant, 3600);
  g_assert_cmpint (waxseal_practice_tenant_get_now (tenant), >=, now + 3600);
  waxseal_practice_tenant_reset (tenant);
  g_assert_cmpint (waxseal_practice_tenant_get_now (tenant), <, now + 3600);
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/practice/tenant/seed", test_seed);
  g_test_add_func ("/practice/tenant/who-signs-in", test_who_signs_in);
  g_test_add_func ("/practice/tenant/state", test_state);
  g_test_add_func ("/practice/tenant/state-refused", test_state_refused);
  g_test_add_func ("/practice/tenant/clock", test_clock);
  g_test_add_func ("/practice/people/differ", test_people_differ);
  g_test_add_func ("/practice/people/proxies", test_people_proxies);
  g_test_add_func ("/practice/people/absent", test_people_absent);
  g_test_add_func ("/practice/people/sorted", test_people_sorted);
  g_test_add_func ("/practice/people/names", test_people_names);
  return g_test_run ();
}
