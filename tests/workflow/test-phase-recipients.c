/* SPDX-License-Identifier: GPL-3.0-or-later */
#include <json-glib/json-glib.h>
#include <locale.h>

#include "waxseal-phase-recipients.h"
#include "waxseal-recipient-words.h"

static WaxsealRolloutPhase *
make_phase (const char *const *addresses)
{
  WaxsealRolloutPhase *phase = g_object_new (WAXSEAL_TYPE_ROLLOUT_PHASE, NULL);
  g_autoptr (GListModel) recipients = waxseal_recipients_new_from_addresses (addresses);

  waxseal_phase_recipients_add (phase, recipients);
  return phase;
}

static WaxsealRecipient *
get (WaxsealRolloutPhase *phase, guint position)
{
  GListModel *list = G_LIST_MODEL (waxseal_record_get_list (phase, "recipients"));
  WaxsealRecipient *recipient = g_list_model_get_item (list, position);

  g_assert_nonnull (recipient);
  g_object_unref (recipient); /* the list keeps it */
  return recipient;
}

/* “a b c”: by address. */
static void
assert_list (WaxsealRolloutPhase *phase, const char *expected)
{
  GListModel *list = G_LIST_MODEL (waxseal_record_get_list (phase, "recipients"));
  g_autoptr (GString) found = g_string_new (NULL);

  for (guint i = 0; i < g_list_model_get_n_items (list); i++)
    g_string_append_printf (found,
                            "%s%s",
                            i > 0 ? " " : "",
                            waxseal_record_get_text (get (phase, i), "address"));
  g_assert_cmpstr (found->str, ==, expected);
}

static WaxsealDirectoryEntry *
make_entry (const char *text)
{
  g_autofree char *json = g_strdelimit (g_strdup (text), "'", '"');
  g_autoptr (JsonNode) node = json_from_string (json, NULL);

  return waxseal_directory_entry_new (json_node_get_object (node));
}

static void
count_cb (GListModel *list, guint position, guint removed, guint added, guint *counts)
{
  counts[0]++;
  counts[1] += removed;
  counts[2] += added;
}

/* Each once, whatever its case, and all in one change. */
static void
test_add (void)
{
  const char *const first[] = { "ann@contoso.com", "Bob@contoso.com", NULL };
  const char *const more[] = { "BOB@CONTOSO.COM", "cy@contoso.com", "Cy@contoso.com", NULL };
  g_autoptr (WaxsealRolloutPhase) phase = make_phase (first);
  g_autoptr (GListModel) recipients = waxseal_recipients_new_from_addresses (more);
  guint counts[3] = { 0 };

  g_signal_connect (waxseal_record_get_list (phase, "recipients"),
                    "items-changed",
                    G_CALLBACK (count_cb),
                    counts);
  g_assert_cmpuint (waxseal_phase_recipients_count_there (phase, recipients), ==, 1);
  g_assert_cmpuint (waxseal_phase_recipients_add (phase, recipients), ==, 1);
  assert_list (phase, "ann@contoso.com Bob@contoso.com cy@contoso.com");
  g_assert_cmpuint (counts[0], ==, 1);
  g_assert_cmpuint (waxseal_phase_recipients_add (phase, recipients), ==, 0);
  g_assert_cmpuint (counts[0], ==, 1);
}

/* What the directory has is found by its ID, or where it was typed by its address. */
static void
test_find (void)
{
  const char *const typed[] = { "Ann@contoso.com", NULL };
  g_autoptr (WaxsealRolloutPhase) phase = make_phase (typed);
  g_autoptr (WaxsealDirectoryEntry) ann =
    make_entry ("{'id':'1','displayName':'Ann','mail':'ann@contoso.com'}");
  g_autoptr (WaxsealDirectoryEntry) guest =
    make_entry ("{'id':'2','displayName':'Guest','userPrincipalName':'guest@contoso.com'}");
  g_autoptr (WaxsealDirectoryEntry) team = make_entry ("{'id':'3','displayName':'Team'}");
  g_autoptr (WaxsealRecipient) recipient =
    waxseal_recipient_new_from_entry (WAXSEAL_DIRECTORY_GROUPS, team);
  g_autoptr (GListStore) teams = g_list_store_new (WAXSEAL_TYPE_RECIPIENT);
  g_autoptr (GHashTable) index = NULL;

  g_list_store_append (teams, recipient);
  g_assert_cmpuint (waxseal_phase_recipients_add (phase, G_LIST_MODEL (teams)), ==, 1);
  index = waxseal_phase_recipients_index (phase);
  g_assert_true (waxseal_phase_recipients_find (index, ann) == get (phase, 0));
  g_assert_null (waxseal_phase_recipients_find (index, guest));
  g_assert_true (waxseal_phase_recipients_find (index, team) == recipient);
  g_assert_true (waxseal_recipient_is_group (recipient));
  g_assert_true (waxseal_recipient_is_verified (recipient));
}

/* What was typed is the same person once the directory says whose address it is. */
static void
test_update (void)
{
  const char *const typed[] = { "Ann@contoso.com", "team@contoso.com", NULL };
  g_autoptr (WaxsealRolloutPhase) phase = make_phase (typed);
  g_autoptr (GListModel) again = waxseal_recipients_new_from_addresses (typed);
  g_autoptr (GListStore) found = g_list_store_new (WAXSEAL_TYPE_RECIPIENT);
  g_autoptr (WaxsealDirectoryEntry) team =
    make_entry ("{'id':'3','displayName':'Team','mail':'team@contoso.com'}");
  g_autoptr (WaxsealRecipient) recipient =
    waxseal_recipient_new_from_entry (WAXSEAL_DIRECTORY_GROUPS, team);

  g_object_set (get (phase, 1), "n-members", 12, NULL);
  g_list_store_append (found, recipient);
  g_assert_cmpuint (waxseal_phase_recipients_add (phase, G_LIST_MODEL (found)), ==, 0);
  assert_list (phase, "Ann@contoso.com team@contoso.com");
  g_assert_false (waxseal_recipient_is_verified (get (phase, 0)));
  g_assert_true (waxseal_recipient_is_verified (get (phase, 1)));
  g_assert_true (waxseal_recipient_is_group (get (phase, 1)));
  g_assert_cmpint (waxseal_record_get_number (get (phase, 1), "n-members"), ==, 12);
  /* Typing it again makes it no less. */
  g_assert_cmpuint (waxseal_phase_recipients_add (phase, again), ==, 0);
  g_assert_true (waxseal_recipient_is_verified (get (phase, 1)));
}

static void
remove_at (WaxsealRolloutPhase *phase, const guint *positions, guint n, const char *left)
{
  g_autoptr (GHashTable) unwanted = g_hash_table_new (NULL, NULL);
  g_autoptr (GListModel) removed = NULL;

  for (guint i = 0; i < n; i++)
    g_hash_table_add (unwanted, get (phase, positions[i]));
  removed = waxseal_phase_recipients_remove (phase, unwanted);
  g_assert_cmpuint (g_list_model_get_n_items (removed), ==, n);
  assert_list (phase, left);
}

/* The others stay, in their order; and what was removed can come back. */
static void
test_remove (void)
{
  const char *const typed[] = { "a@x.org", "b@x.org", "c@x.org", "d@x.org", "e@x.org", NULL };
  g_autoptr (WaxsealRolloutPhase) phase = make_phase (typed);
  guint counts[3] = { 0 };
  g_autoptr (GListModel) removed = NULL;

  g_signal_connect (waxseal_record_get_list (phase, "recipients"),
                    "items-changed",
                    G_CALLBACK (count_cb),
                    counts);
  remove_at (phase, NULL, 0, "a@x.org b@x.org c@x.org d@x.org e@x.org");
  g_assert_cmpuint (counts[0], ==, 0);
  remove_at (phase, (guint[]){ 1, 3 }, 2, "a@x.org c@x.org e@x.org");
  g_assert_cmpuint (counts[1], ==, 3);
  remove_at (phase, (guint[]){ 2 }, 1, "a@x.org c@x.org");
  g_assert_cmpuint (counts[1], ==, 4);
  removed = waxseal_phase_recipients_remove_all (phase);
  assert_list (phase, "");
  g_assert_cmpuint (waxseal_phase_recipients_add (phase, removed), ==, 2);
  assert_list (phase, "a@x.org c@x.org");
}

static void
assert_problem (WaxsealRecipient *recipient, WaxsealRoad road, const char *part)
{
  g_autofree char *problem = waxseal_recipient_describe_problem (recipient, road);

  if (part == NULL)
    g_assert_null (problem);
  else
    g_assert_nonnull (strstr (problem, part));
}

/* The admin center leaves nested members out; Exchange Online gets each address. */
static void
test_words (void)
{
  g_autoptr (WaxsealRecipient) person =
    g_object_new (WAXSEAL_TYPE_RECIPIENT, "address", "ann@contoso.com", NULL);
  g_autoptr (WaxsealRecipient) group = g_object_new (WAXSEAL_TYPE_RECIPIENT,
                                                     "kind",
                                                     WAXSEAL_RECIPIENT_KIND_GROUP,
                                                     "name",
                                                     "Sales",
                                                     "address",
                                                     "sales@contoso.com",
                                                     NULL);
  g_autofree char *title = waxseal_recipient_dup_title (person);
  g_autofree char *state = waxseal_recipient_describe_state (person);
  g_autofree char *uncounted = waxseal_recipient_describe_members (group);
  g_autofree char *counted = NULL, *large = NULL;

  g_assert_cmpstr (title, ==, "ann@contoso.com");
  g_assert_cmpstr (state, ==, "Typed only");
  g_assert_null (waxseal_recipient_describe_members (person));
  g_assert_cmpstr (uncounted, ==, "members not counted yet");
  assert_problem (person, WAXSEAL_ROAD_ADMIN_CENTER, NULL);
  assert_problem (group, WAXSEAL_ROAD_ADMIN_CENTER, NULL);
  g_assert_false (waxseal_recipient_is_counted (group));
  g_object_set (group, "n-members", 25000, NULL);
  large = waxseal_recipient_describe_members (group);
  g_assert_cmpstr (large, ==, "25000 members");
  g_object_set (group, "n-members", 12, "members-on", "2026-11-24T09:00:00Z", NULL);
  counted = waxseal_recipient_describe_members (group);
  g_assert_true (g_str_has_prefix (counted, "12 members on "));
  assert_problem (group, WAXSEAL_ROAD_ADMIN_CENTER, NULL);
  g_object_set (group, "n-nested", 8, NULL);
  assert_problem (group, WAXSEAL_ROAD_ADMIN_CENTER, "8 more people are in it only through a group");
  assert_problem (group, WAXSEAL_ROAD_SCRIPT, "will not get the add-in");
  assert_problem (group, WAXSEAL_ROAD_EXCHANGE, "gets those addresses too");
  waxseal_record_set_text (group, "address", "");
  assert_problem (group, WAXSEAL_ROAD_ADMIN_CENTER, "no mail address");
  assert_problem (group, WAXSEAL_ROAD_EXCHANGE, "gets those addresses too");
}

int
main (int argc, char **argv)
{
  setlocale (LC_ALL, "");
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/phase-recipients/add", test_add);
  g_test_add_func ("/phase-recipients/find", test_find);
  g_test_add_func ("/phase-recipients/update", test_update);
  g_test_add_func ("/phase-recipients/remove", test_remove);
  g_test_add_func ("/phase-recipients/words", test_words);
  return g_test_run ();
}
