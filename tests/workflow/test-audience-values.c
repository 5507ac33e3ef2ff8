/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The parts of a match that need no tenant: what is asked, what is made of an answer, and the
 * report. */
#include <string.h>

#include "waxseal-audience-candidate.h"
#include "waxseal-audience-query.h"
#include "waxseal-json.h"
#include "waxseal-phase-recipients.h"
#include "waxseal-unmatched-report.h"

#define USERS  "users?$select=id,displayName,mail,userPrincipalName,userType,accountEnabled"
#define GROUPS "groups?$select=id,displayName,mail,mailEnabled"

static const struct
{
  WaxsealAudienceQuery query;
  const char *addresses;
  const char *path;
} queries[] = {
  { WAXSEAL_AUDIENCE_QUERY_PEOPLE_BY_MAIL,
    "Ann@X.com bob@x.com",
    USERS "&$filter=mail%20in%20('ann%40x.com','bob%40x.com')" },
  { WAXSEAL_AUDIENCE_QUERY_PEOPLE_BY_MAIL,
    "o'brien@x.com a%b&c#d+e/?@x.com",
    USERS "&$filter=mail%20in%20('o%27%27brien%40x.com','a%25b%26c%23d%2Be%2F%3F%40x.com')" },
  { WAXSEAL_AUDIENCE_QUERY_PEOPLE_BY_MAIL,
    "')%20or%20id%20ne%20('",
    USERS "&$filter=mail%20in%20('%27%27%29%2520or%2520id%2520ne%2520%28%27%27')" },
  { WAXSEAL_AUDIENCE_QUERY_PEOPLE_BY_SIGN_IN,
    "ann@x.com",
    USERS "&$filter=userPrincipalName%20in%20('ann%40x.com')" },
  { WAXSEAL_AUDIENCE_QUERY_PEOPLE_BY_ALIAS,
    "ann@x.com o'b@x.com",
    USERS ",proxyAddresses&$filter=proxyAddresses/any(p:p%20eq%20'smtp:ann%40x.com')%20or%20"
          "proxyAddresses/any(p:p%20eq%20'smtp:o%27%27b%40x.com')" },
  { WAXSEAL_AUDIENCE_QUERY_GROUPS_BY_MAIL,
    "all@x.com",
    GROUPS "&$filter=mail%20in%20('all%40x.com')" },
  { WAXSEAL_AUDIENCE_QUERY_GROUPS_BY_ALIAS,
    "all@x.com",
    GROUPS ",proxyAddresses&$filter=proxyAddresses/any(p:p%20eq%20'smtp:all%40x.com')" },
  { WAXSEAL_AUDIENCE_QUERY_GROUPS_BY_NICKNAME,
    "Kaihatsu@x.com",
    GROUPS ",mailNickname&$filter=mailNickname%20in%20('kaihatsu')" },
};

static void
test_queries (void)
{
  for (guint i = 0; i < G_N_ELEMENTS (queries); i++)
    {
      g_auto (GStrv) addresses = g_strsplit (queries[i].addresses, " ", -1);
      g_autoptr (GPtrArray) keys = g_ptr_array_new_with_free_func (g_free);
      g_autofree char *path = NULL;

      for (guint k = 0; addresses[k] != NULL; k++)
        g_ptr_array_add (keys, waxseal_audience_query_dup_key (queries[i].query, addresses[k]));
      path = waxseal_audience_query_build (queries[i].query, keys);
      g_assert_cmpstr (path, ==, queries[i].path);
    }
}

static JsonObject *
parse (const char *text)
{
  g_autofree char *json = g_strdelimit (g_strdup (text), "'", '"');
  g_autoptr (GError) error = NULL;
  g_autoptr (JsonNode) node = json_from_string (json, &error);

  g_assert_no_error (error);
  return json_node_dup_object (node);
}

static const struct
{
  WaxsealAudienceQuery query;
  const char *object;
  const char *keys;
} answers[] = {
  { WAXSEAL_AUDIENCE_QUERY_PEOPLE_BY_MAIL, "{'mail':'Ann@X.com'}", "ann@x.com" },
  { WAXSEAL_AUDIENCE_QUERY_PEOPLE_BY_MAIL, "{'mail':null}", "" },
  { WAXSEAL_AUDIENCE_QUERY_PEOPLE_BY_MAIL, "{'mail':['a']}", "" },
  { WAXSEAL_AUDIENCE_QUERY_PEOPLE_BY_ALIAS,
    "{'proxyAddresses':['SMTP:Ann@x.com','smtp:b@x.com','x500:/o=1','sip:ann@x.com',1]}",
    "ann@x.com b@x.com" },
  { WAXSEAL_AUDIENCE_QUERY_PEOPLE_BY_ALIAS, "{'proxyAddresses':'smtp:a@x.com'}", "" },
  { WAXSEAL_AUDIENCE_QUERY_GROUPS_BY_NICKNAME, "{'mailNickname':'Sales'}", "sales" },
};

static void
test_found (void)
{
  for (guint i = 0; i < G_N_ELEMENTS (answers); i++)
    {
      g_autoptr (JsonObject) object = parse (answers[i].object);
      g_auto (GStrv) keys = waxseal_audience_query_dup_found (answers[i].query, object);
      g_autofree char *joined = g_strjoinv (" ", keys);

      g_test_message ("%s", answers[i].object);
      g_assert_cmpstr (joined, ==, answers[i].keys);
    }
}

#define PERSON WAXSEAL_RECIPIENT_KIND_PERSON
#define GROUP  WAXSEAL_RECIPIENT_KIND_GROUP
#define GOOD   -1

static const struct
{
  WaxsealRecipientKind kind;
  const char *objects[3];
  int reason;
  const char *id;
} judged[] = {
  { PERSON, { "{'id':'1','mail':'a','userType':'Member','accountEnabled':true}" }, GOOD, "1" },
  { PERSON, { "{'id':'1','mail':'a'}" }, GOOD, "1" },
  { PERSON, { "{'id':'1','mail':'a','userType':null,'accountEnabled':null}" }, GOOD, "1" },
  { PERSON, { "{'id':'1','mail':'a','userType':'Guest'}" }, WAXSEAL_UNMATCHED_GUEST, "1" },
  { PERSON,
    { "{'id':'1','mail':'a','userType':'Guest','accountEnabled':false}" },
    WAXSEAL_UNMATCHED_GUEST,
    "1" },
  { PERSON, { "{'id':'1','mail':'a','accountEnabled':false}" }, WAXSEAL_UNMATCHED_DISABLED, "1" },
  { PERSON, { "{'id':'1','mail':null}" }, WAXSEAL_UNMATCHED_NO_MAILBOX, "1" },
  { PERSON, { "{'id':'','mail':'a'}" }, WAXSEAL_UNMATCHED_NOBODY, NULL },
  { GROUP, { "{'id':'1','mail':'a','mailEnabled':true}" }, GOOD, "1" },
  { GROUP,
    { "{'id':'1','mail':'a','mailEnabled':false}" },
    WAXSEAL_UNMATCHED_GROUP_WITHOUT_MAIL,
    "1" },
  { GROUP, { "{'id':'1','mail':null}" }, WAXSEAL_UNMATCHED_GROUP_WITHOUT_MAIL, "1" },

  /* Several. */
  { PERSON, { "{'id':'1','mail':'a'}", "{'id':'1','mail':'a'}" }, GOOD, "1" },
  { PERSON, { "{'id':'1','mail':'a'}", "{'id':'2','mail':'a'}" }, WAXSEAL_UNMATCHED_SEVERAL, "1" },
  { PERSON,
    { "{'id':'1','mail':'a'}", "{'id':'2','mail':'a'}", "{'id':'3','mail':'a'}" },
    WAXSEAL_UNMATCHED_SEVERAL,
    "1" },
  { PERSON, { "{'id':'1','mail':'a'}", "{'id':'2','mail':'a','userType':'Guest'}" }, GOOD, "1" },
  { PERSON,
    { "{'id':'1','mail':'a','accountEnabled':false}", "{'id':'2','mail':'a'}" },
    GOOD,
    "2" },
  { PERSON,
    { "{'id':'1','mail':'a','accountEnabled':false}",
      "{'id':'2','mail':'a'}",
      "{'id':'3','mail':'a'}" },
    WAXSEAL_UNMATCHED_SEVERAL,
    "2" },
  { PERSON,
    { "{'id':'1','accountEnabled':false}", "{'id':'2','userType':'Guest'}" },
    WAXSEAL_UNMATCHED_DISABLED,
    "1" },
};

static void
test_candidates (void)
{
  for (guint i = 0; i < G_N_ELEMENTS (judged); i++)
    {
      WaxsealAudienceCandidate *candidate = waxseal_audience_candidate_new ("a");

      for (guint k = 0; k < 3 && judged[i].objects[k] != NULL; k++)
        {
          g_autoptr (JsonObject) object = parse (judged[i].objects[k]);

          waxseal_audience_candidate_take_found (candidate, judged[i].kind, object);
        }
      g_test_message ("%s", judged[i].objects[0]);
      g_assert_cmpstr (candidate->id, ==, judged[i].id);
      g_assert_cmpint (candidate->is_good, ==, judged[i].reason == GOOD);
      if (!candidate->is_good)
        g_assert_cmpint (candidate->reason, ==, judged[i].reason);
      waxseal_audience_candidate_free (candidate);
    }
}

static GListModel *
make_report (void)
{
  static const struct
  {
    WaxsealUnmatchedReason reason;
    const char *address;
    const char *name;
  } rows[] = {
    { WAXSEAL_UNMATCHED_NOBODY, "o'brien@x.com", NULL },
    { WAXSEAL_UNMATCHED_GUEST, "zoe@x.com", "\"Zoe\", 100% %s $(rm)" },
    { WAXSEAL_UNMATCHED_DISABLED, "=cmd@x.com", "=HYPERLINK(A1)" },
    { WAXSEAL_UNMATCHED_GROUP_WITHOUT_MAIL, "h@x.jp", "佐藤\n花子" },
    { WAXSEAL_UNMATCHED_NO_MAILBOX, "n@x.com", "" },
  };
  GListStore *list = g_list_store_new (WAXSEAL_TYPE_UNMATCHED_ADDRESS);

  for (guint i = 0; i < G_N_ELEMENTS (rows); i++)
    {
      g_autoptr (WaxsealUnmatchedAddress) address =
        waxseal_unmatched_address_new (rows[i].reason, rows[i].address, rows[i].name);

      g_list_store_append (list, address);
    }
  return G_LIST_MODEL (list);
}

static void
test_report_text (void)
{
  g_autoptr (GListModel) list = make_report ();
  g_autofree char *text = waxseal_unmatched_report_build_text (list);

  g_assert_cmpstr (
    text,
    ==,
    "o'brien@x.com\tNobody and no group in the organization has this address. Check how it is "
    "written\n"
    "zoe@x.com\t\"Zoe\", 100% %s $(rm) is a guest, and has no mailbox in this organization\n"
    "=cmd@x.com\tThe account of =HYPERLINK(A1) is disabled\n"
    "h@x.jp\t佐藤 花子 is a group without an e-mail address. Choose a group that has one, or name "
    "its people\n"
    "n@x.com\tn@x.com has no e-mail address in the directory, so there is no mailbox for the "
    "add-in\n");
}

static void
test_report_csv (void)
{
  g_autoptr (GListModel) list = make_report ();
  g_autoptr (GBytes) bytes = waxseal_unmatched_report_build_csv (list);
  g_autofree char *csv = g_strndup (g_bytes_get_data (bytes, NULL), g_bytes_get_size (bytes));
  g_auto (GStrv) rows = g_strsplit (csv, "\r\n", -1);

  g_assert_cmpuint (g_strv_length (rows), ==, 7);
  g_assert_cmpstr (rows[0], ==, "\xEF\xBB\xBF\"Address\",\"Name\",\"Reason\"");
  g_assert_true (g_str_has_prefix (rows[1], "\"o'brien@x.com\",\"\",\"Nobody and no group"));
  g_assert_true (g_str_has_prefix (rows[2], "\"zoe@x.com\",\"\"\"Zoe\"\", 100% %s $(rm)\","));
  g_assert_true (g_str_has_prefix (rows[3], "\"<=cmd@x.com>\",\"'=HYPERLINK(A1)\",\"The"));
}

static WaxsealRecipient *
make_recipient (const char *id, const char *address, const char *name)
{
  return g_object_new (WAXSEAL_TYPE_RECIPIENT,
                       "object-id",
                       id,
                       "address",
                       address,
                       "name",
                       name,
                       "matched-on",
                       *id != '\0' ? "2026-11-25T10:00:00Z" : "",
                       NULL);
}

static void
append (GListStore *list, const char *id, const char *address, const char *name)
{
  g_autoptr (WaxsealRecipient) recipient = make_recipient (id, address, name);

  g_list_store_append (list, recipient);
}

static void
test_add_to_phase (void)
{
  g_autoptr (WaxsealRolloutPhase) phase = g_object_new (WAXSEAL_TYPE_ROLLOUT_PHASE, NULL);
  GListStore *list = waxseal_record_get_list (phase, "recipients");
  g_autoptr (GListStore) found = g_list_store_new (WAXSEAL_TYPE_RECIPIENT);
  g_autoptr (WaxsealRecipient) typed = NULL, renamed = NULL;

  append (list, "", "Ann@X.com", "");
  append (list, "id-b", "bob@x.com", "Bob");
  append (list, "", "later@x.com", "");
  append (found, "id-a", "ann@x.com", "Ann");
  append (found, "ID-B", "robert@x.com", "Robert");
  append (found, "id-c", "cat@x.com", "Cat");
  append (found, "id-c", "cat@x.com", "Cat");
  g_assert_cmpuint (waxseal_phase_recipients_add (phase, G_LIST_MODEL (found)), ==, 1);
  g_assert_cmpuint (g_list_model_get_n_items (G_LIST_MODEL (list)), ==, 4);
  typed = g_list_model_get_item (G_LIST_MODEL (list), 0);
  renamed = g_list_model_get_item (G_LIST_MODEL (list), 1);
  g_assert_cmpstr (waxseal_record_get_text (typed, "object-id"), ==, "id-a");
  g_assert_cmpstr (waxseal_record_get_text (typed, "matched-on"), !=, "");
  g_assert_cmpstr (waxseal_record_get_text (renamed, "name"), ==, "Robert");
  g_assert_cmpstr (waxseal_record_get_text (renamed, "address"), ==, "robert@x.com");
  g_assert_cmpuint (waxseal_phase_recipients_add (phase, G_LIST_MODEL (found)), ==, 0);
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/audience-values/queries", test_queries);
  g_test_add_func ("/audience-values/found", test_found);
  g_test_add_func ("/audience-values/candidates", test_candidates);
  g_test_add_func ("/audience-values/report-text", test_report_text);
  g_test_add_func ("/audience-values/report-csv", test_report_csv);
  g_test_add_func ("/audience-values/add-to-phase", test_add_to_phase);
  return g_test_run ();
}
