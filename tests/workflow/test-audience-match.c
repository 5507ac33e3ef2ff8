/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Typed addresses, against the practice tenant. */
#include "audience-fixture.h"
#include "waxseal-audience-match.h"
#include "waxseal-error.h"
#include "waxseal-phase-recipients.h"
#include "waxseal-recipient.h"
#include "waxseal-rollout-enums.h"
#include "waxseal-unmatched-address.h"

#define N_PEOPLE 300

/* A recipient by its name; or the reason why there is none. */
static const struct
{
  const char *address;
  const char *name;
  int reason; /* -1: none */
} rows[] = {
  { "grace.hall" AUDIENCE_ENGLISH, "Grace Hall", -1 },
  { "GRACE.HALL" AUDIENCE_ENGLISH, NULL, -1 }, /* the same again */
  { "grace.hall" AUDIENCE_INITIAL, "Grace Hall", WAXSEAL_UNMATCHED_SAME },
  { "Uma.Patel" AUDIENCE_INITIAL, "Uma Patel", -1 },
  { "sean.o'brien" AUDIENCE_ENGLISH, "Sean O'Brien", -1 },
  { "zoe.zimmer" AUDIENCE_ENGLISH, "\"Zoe\" Zimmer", -1 },
  { "h.sato@renshu.example", "佐藤 花子", -1 },
  { "h.sato@xn--vh0a51b.example", "佐藤 花子", WAXSEAL_UNMATCHED_SAME },
  { "shell" AUDIENCE_ENGLISH, "$(rm) `id`", -1 },
  { "john.smith.jr" AUDIENCE_ENGLISH, "Smith, John; Jr.", -1 },
  { "lee&sons" AUDIENCE_ENGLISH, "Lee & Sons <Office>", -1 },
  { "hundred%club" AUDIENCE_ENGLISH, "100% Club + 50%25", -1 },
  { "ann.one" AUDIENCE_ENGLISH, "Ann #1 C:\\Temp", -1 },
  { "pilot" AUDIENCE_ENGLISH, "Add-in Pilot", -1 },
  { "sales" AUDIENCE_ENGLISH, "Sales & Marketing", -1 },
  { "everything" AUDIENCE_ENGLISH, "Rooms; \"Partners\" & Others", -1 },
  { "gina.guest@partner.example", "Gina Guest (Partner)", WAXSEAL_UNMATCHED_GUEST },
  { "former.colleague" AUDIENCE_ENGLISH, "Former Colleague", WAXSEAL_UNMATCHED_DISABLED },
  { "nomail" AUDIENCE_INITIAL, "Nomail Account", WAXSEAL_UNMATCHED_NO_MAILBOX },
  { "kaihatsu@renshu.example", "開発部", WAXSEAL_UNMATCHED_GROUP_WITHOUT_MAIL },
  { "pilot@renshu.example", "", WAXSEAL_UNMATCHED_NOBODY },
  { "nobody" AUDIENCE_ENGLISH, "", WAXSEAL_UNMATCHED_NOBODY },
  { "') or id ne ('" AUDIENCE_ENGLISH, "", WAXSEAL_UNMATCHED_NOBODY },
};

static gboolean
run (AudienceFixture *fixture, WaxsealAudienceMatch *match, GError **error)
{
  waxseal_audience_match_run_async (match, fixture->cancellable, audience_fixture_done_cb, fixture);
  return waxseal_audience_match_run_finish (match, audience_fixture_wait (fixture), error);
}

static WaxsealAudienceMatch *
make (AudienceFixture *fixture)
{
  g_autoptr (GPtrArray) addresses = g_ptr_array_new ();

  for (guint i = 0; i < G_N_ELEMENTS (rows); i++)
    g_ptr_array_add (addresses, (char *) rows[i].address);
  g_ptr_array_add (addresses, NULL);
  return waxseal_audience_match_new (fixture->graph, (const char *const *) addresses->pdata);
}

static guint
get_number (WaxsealAudienceMatch *match, const char *property)
{
  guint number;

  g_object_get (match, property, &number, NULL);
  return number;
}

static void
assert_unmatched (GListModel *list, guint *next, guint row)
{
  g_autoptr (WaxsealUnmatchedAddress) address = g_list_model_get_item (list, (*next)++);

  g_assert_nonnull (address);
  g_assert_cmpstr (waxseal_unmatched_address_get_address (address), ==, rows[row].address);
  g_assert_cmpstr (waxseal_unmatched_address_get_name (address), ==, rows[row].name);
  g_assert_cmpint (waxseal_unmatched_address_get_reason (address), ==, rows[row].reason);
}

static void
assert_recipient (GListModel *list, guint *next, guint row)
{
  g_autoptr (WaxsealRecipient) recipient = g_list_model_get_item (list, (*next)++);

  g_assert_nonnull (recipient);
  g_assert_cmpstr (waxseal_record_get_text (recipient, "name"), ==, rows[row].name);
  g_assert_cmpstr (waxseal_record_get_text (recipient, "object-id"), !=, "");
  g_assert_cmpstr (waxseal_record_get_text (recipient, "address"), !=, "");
  g_assert_cmpstr (waxseal_record_get_text (recipient, "matched-on"), !=, "");
}

/* All in the order in which they were typed. */
static void
assert_complete (WaxsealAudienceMatch *match)
{
  GListModel *recipients = waxseal_audience_match_get_recipients (match);
  GListModel *unmatched = waxseal_audience_match_get_unmatched (match);
  GListModel *merged = waxseal_audience_match_get_merged (match);
  guint n_recipients = 0, n_unmatched = 0, n_merged = 0;

  for (guint i = 0; i < G_N_ELEMENTS (rows); i++)
    {
      g_test_message ("%s", rows[i].address);
      if (rows[i].name == NULL)
        continue;
      if (rows[i].reason == -1)
        assert_recipient (recipients, &n_recipients, i);
      else if (rows[i].reason == WAXSEAL_UNMATCHED_SAME)
        assert_unmatched (merged, &n_merged, i);
      else
        assert_unmatched (unmatched, &n_unmatched, i);
    }
  g_assert_cmpuint (g_list_model_get_n_items (recipients), ==, n_recipients);
  g_assert_cmpuint (g_list_model_get_n_items (unmatched), ==, n_unmatched);
  g_assert_cmpuint (g_list_model_get_n_items (merged), ==, n_merged);
  g_assert_cmpuint (get_number (match, "total"), ==, G_N_ELEMENTS (rows) - 1);
  g_assert_cmpuint (get_number (match, "done"), ==, G_N_ELEMENTS (rows) - 1);
  g_assert_cmpuint (get_number (match, "waiting"), ==, 0);
}

static WaxsealRecipient *
find (WaxsealAudienceMatch *match, const char *name)
{
  GListModel *list = waxseal_audience_match_get_recipients (match);

  for (guint i = 0; i < g_list_model_get_n_items (list); i++)
    {
      g_autoptr (WaxsealRecipient) recipient = g_list_model_get_item (list, i);

      if (g_str_equal (waxseal_record_get_text (recipient, "name"), name))
        return g_steal_pointer (&recipient);
    }
  g_assert_not_reached ();
}

static void
test_all_kinds (AudienceFixture *fixture, gconstpointer unused)
{
  g_autoptr (WaxsealAudienceMatch) match = make (fixture);
  g_autoptr (WaxsealRecipient) uma = NULL, pilot = NULL;
  g_autoptr (GError) error = NULL;
  g_autofree char *words = NULL;

  g_assert_true (run (fixture, match, &error));
  g_assert_no_error (error);
  assert_complete (match);
  /* Under the address that mail is sent from, whichever was typed. */
  uma = find (match, "Uma Patel");
  g_assert_cmpstr (waxseal_record_get_text (uma, "address"), ==, "uma.patel" AUDIENCE_ENGLISH);
  g_assert_cmpint (waxseal_record_get_enum (uma, "kind"), ==, WAXSEAL_RECIPIENT_KIND_PERSON);
  pilot = find (match, "Add-in Pilot");
  g_assert_cmpint (waxseal_record_get_enum (pilot, "kind"), ==, WAXSEAL_RECIPIENT_KIND_GROUP);
  words = waxseal_audience_match_describe (match);
  g_assert_cmpstr (words, ==, "13 found · 2 other addresses · 7 did not match");
}

static WaxsealRecipient *
get_recipient (WaxsealRolloutPhase *phase, guint position)
{
  GListModel *list = G_LIST_MODEL (waxseal_record_get_list (phase, "recipients"));
  WaxsealRecipient *recipient = g_list_model_get_item (list, position);

  g_assert_nonnull (recipient);
  g_object_unref (recipient); /* the list keeps it */
  return recipient;
}

static void
assert_names (WaxsealRolloutPhase *phase, const char *expected)
{
  GListModel *list = G_LIST_MODEL (waxseal_record_get_list (phase, "recipients"));
  g_autoptr (GPtrArray) names = g_ptr_array_new_with_free_func (g_free);
  g_autofree char *joined = NULL;

  for (guint i = 0; i < g_list_model_get_n_items (list); i++)
    {
      WaxsealRecipient *recipient = get_recipient (phase, i);
      const char *name = waxseal_record_get_text (recipient, "name");

      g_ptr_array_add (names,
                       g_strdup (*name != '\0' ? name
                                               : waxseal_record_get_text (recipient, "address")));
    }
  g_ptr_array_add (names, NULL);
  joined = g_strjoinv (", ", (char **) names->pdata);
  g_assert_cmpstr (joined, ==, expected);
}

/* Who was found takes the place of what was typed, once, whichever address was typed and whoever is
 * there already; what is nobody stays, and what was typed since as well. */
static void
test_take (AudienceFixture *fixture, gconstpointer unused)
{
  static const char *const first[] = { "grace.hall" AUDIENCE_ENGLISH, NULL };
  static const char *const typed[] = { "GRACE.HALL" AUDIENCE_INITIAL, "nobody" AUDIENCE_ENGLISH,
                                       "Uma.Patel" AUDIENCE_INITIAL,  "uma.patel" AUDIENCE_ENGLISH,
                                       "pilot" AUDIENCE_ENGLISH,      NULL };
  static const char *const later[] = { "h.sato@renshu.example", NULL };
  g_autoptr (WaxsealRolloutPhase) phase = g_object_new (WAXSEAL_TYPE_ROLLOUT_PHASE, NULL);
  g_autoptr (WaxsealAudienceMatch) grace = waxseal_audience_match_new (fixture->graph, first);
  g_autoptr (WaxsealAudienceMatch) match = waxseal_audience_match_new (fixture->graph, typed);
  g_autoptr (GListModel) recipients = waxseal_recipients_new_from_addresses (typed);
  g_autoptr (GListModel) more = waxseal_recipients_new_from_addresses (later);
  g_autoptr (GHashTable) unmatched = NULL;
  g_autoptr (GError) error = NULL;
  g_auto (GStrv) left = NULL;

  g_assert_true (run (fixture, grace, &error));
  waxseal_phase_recipients_add (phase, waxseal_audience_match_get_recipients (grace));
  waxseal_phase_recipients_add (phase, recipients);
  g_assert_true (run (fixture, match, &error));
  g_assert_no_error (error);
  waxseal_phase_recipients_add (phase, more);
  waxseal_phase_recipients_take_match (phase, typed, match);
  assert_names (phase,
                "Grace Hall, nobody" AUDIENCE_ENGLISH
                ", h.sato@renshu.example, Uma Patel, Add-in Pilot");
  left = waxseal_phase_recipients_dup_typed (phase);
  g_assert_cmpuint (g_strv_length (left), ==, 2);
  unmatched =
    waxseal_phase_recipients_find_unmatched (phase, waxseal_audience_match_get_unmatched (match));
  g_assert_cmpuint (g_hash_table_size (unmatched), ==, 1);
  g_assert_true (g_hash_table_contains (unmatched, get_recipient (phase, 1)));
}

/* Six ways, and not a request to a way that has nothing left to find. */
static void
test_requests (AudienceFixture *fixture, gconstpointer unused)
{
  static const char *const all[] = { "grace.hall" AUDIENCE_ENGLISH,
                                     "uma.patel" AUDIENCE_ENGLISH,
                                     NULL };
  g_autoptr (WaxsealAudienceMatch) easy = waxseal_audience_match_new (fixture->graph, all);
  g_autoptr (WaxsealAudienceMatch) match = make (fixture);
  g_autoptr (GError) error = NULL;

  g_assert_true (run (fixture, easy, &error));
  g_assert_cmpuint (get_number (easy, "n-requests"), ==, 1);
  g_assert_cmpuint (get_number (easy, "n-reads"), ==, 1);
  g_assert_cmpuint (audience_fixture_count_requests (fixture, "/v1.0/$batch"), ==, 1);
  g_assert_true (run (fixture, match, &error));
  g_assert_no_error (error);
  g_assert_cmpuint (get_number (match, "n-requests"), ==, 6);
  g_assert_cmpuint (get_number (match, "n-reads"), ==, 7);
  g_assert_cmpuint (audience_fixture_count_requests (fixture, "/v1.0/$batch"), ==, 7);
  g_assert_cmpuint (audience_fixture_count_requests (fixture, "/v1.0/users"), ==, 1 + 4);
  g_assert_cmpuint (audience_fixture_count_requests (fixture, "/v1.0/groups"), ==, 3);
}

static void
test_nothing (AudienceFixture *fixture, gconstpointer unused)
{
  static const char *const none[] = { NULL };
  g_autoptr (WaxsealAudienceMatch) match = waxseal_audience_match_new (fixture->graph, none);
  g_autoptr (GError) error = NULL;

  g_assert_true (run (fixture, match, &error));
  g_assert_no_error (error);
  g_assert_cmpuint (get_number (match, "n-requests"), ==, 0);
}

static const struct
{
  const char *name;
  const char *script;
  guint n_repeated;
} troubles[] = {
  { "throttled",
    "[{'on':'GET /v1.0/*s','fault':'throttled','seconds':2,'every':2,'times':-1}]",
    6 },
  { "no-retry-after", "[{'on':'GET /v1.0/users','fault':'status','status':429,'times':3}]", 3 },
  { "unavailable", "[{'on':'GET /v1.0/groups','fault':'status','status':503,'times':2}]", 2 },
  { "outer", "[{'on':'POST /v1.0/$batch','fault':'throttled','seconds':3,'times':2}]", 0 },
  { "lost", "[{'on':'POST /v1.0/$batch','fault':'reset-after','times':2}]", 0 },
  { "cut", "[{'on':'POST /v1.0/$batch','fault':'truncated','times':1}]", 0 },
  { "too-much",
    "[{'on':'GET /v1.0/users','fault':'not-a-valid-reference','skip':2,'times':3}]",
    0 },
  { "expired", "[{'on':'POST /v1.0/$batch','fault':'expired-token','times':1}]", 0 },
};

/* Whatever passes by itself changes nothing of what comes out. */
static void
test_trouble (AudienceFixture *fixture, gconstpointer data)
{
  guint i = GPOINTER_TO_UINT (data);
  g_autoptr (WaxsealAudienceMatch) match = make (fixture);
  g_autoptr (GError) error = NULL;

  audience_fixture_make_trouble (fixture, troubles[i].script);
  g_assert_true (run (fixture, match, &error));
  g_assert_no_error (error);
  assert_complete (match);
  g_assert_cmpuint (get_number (match, "n-repeated"), ==, troubles[i].n_repeated);
}

static const struct
{
  const char *name;
  const char *script;
  WaxsealError code;
} failures[] = {
  { "people-forbidden",
    "[{'on':'GET /v1.0/users','fault':'forbidden','times':-1}]",
    WAXSEAL_ERROR_ROLE_MISSING },
  { "groups-forbidden",
    "[{'on':'GET /v1.0/groups','fault':'forbidden','times':-1}]",
    WAXSEAL_ERROR_ROLE_MISSING },
  { "busy",
    "[{'on':'GET /v1.0/users','fault':'throttled','seconds':1,'times':-1}]",
    WAXSEAL_ERROR_SERVICE_BUSY },
  { "too-long",
    "[{'on':'GET /v1.0/users','fault':'throttled','seconds':301}]",
    WAXSEAL_ERROR_SERVICE_BUSY },
  { "refused",
    "[{'on':'GET /v1.0/groups','fault':'not-a-valid-reference','times':-1}]",
    WAXSEAL_ERROR_REFUSED },
  { "outer-forbidden",
    "[{'on':'POST /v1.0/$batch','fault':'forbidden','skip':2}]",
    WAXSEAL_ERROR_ROLE_MISSING },
};

/* Nothing is said of anybody if not all were looked up. */
static void
test_failure (AudienceFixture *fixture, gconstpointer data)
{
  guint i = GPOINTER_TO_UINT (data);
  g_autoptr (WaxsealAudienceMatch) match = make (fixture);
  g_autoptr (GError) error = NULL;

  audience_fixture_make_trouble (fixture, failures[i].script);
  g_assert_false (run (fixture, match, &error));
  g_assert_error (error, WAXSEAL_ERROR, (int) failures[i].code);
  g_assert_cmpuint (g_list_model_get_n_items (waxseal_audience_match_get_recipients (match)),
                    ==,
                    0);
  g_assert_cmpuint (g_list_model_get_n_items (waxseal_audience_match_get_unmatched (match)), ==, 0);
}

static void
cancel_cb (WaxsealAudienceMatch *match, GParamSpec *pspec, GCancellable *cancellable)
{
  g_cancellable_cancel (cancellable);
}

static void
test_cancel (AudienceFixture *fixture, gconstpointer property)
{
  g_autoptr (WaxsealAudienceMatch) match = make (fixture);
  g_autoptr (GError) error = NULL;

  audience_fixture_make_trouble (
    fixture, "[{'on':'GET /v1.0/groups','fault':'throttled','seconds':300,'times':-1}]");
  g_signal_connect (match, property, G_CALLBACK (cancel_cb), fixture->cancellable);
  g_assert_false (run (fixture, match, &error));
  g_assert_error (error, G_IO_ERROR, G_IO_ERROR_CANCELLED);
  g_assert_cmpuint (g_list_model_get_n_items (waxseal_audience_match_get_recipients (match)),
                    ==,
                    0);
}

static void
count_cb (WaxsealAudienceMatch *match, GParamSpec *pspec, guint *last)
{
  guint done = get_number (match, "done");

  g_assert_cmpuint (done, >=, *last);
  *last = done;
}

static void
test_progress (AudienceFixture *fixture, gconstpointer unused)
{
  g_autoptr (WaxsealAudienceMatch) match = make (fixture);
  g_autoptr (GError) error = NULL;
  guint last = 0;

  g_signal_connect (match, "notify::done", G_CALLBACK (count_cb), &last);
  g_assert_true (run (fixture, match, &error));
  g_assert_cmpuint (last, ==, G_N_ELEMENTS (rows) - 1);
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  audience_fixture_add ("/audience-match/all-kinds", NULL, test_all_kinds);
  audience_fixture_add ("/audience-match/take", NULL, test_take);
  audience_fixture_add ("/audience-match/requests", NULL, test_requests);
  audience_fixture_add ("/audience-match/nothing", NULL, test_nothing);
  audience_fixture_add ("/audience-match/progress", NULL, test_progress);
  for (guint i = 0; i < G_N_ELEMENTS (troubles); i++)
    {
      g_autofree char *path = g_strconcat ("/audience-match/trouble/", troubles[i].name, NULL);

      audience_fixture_add (path, GUINT_TO_POINTER (i), test_trouble);
    }
  for (guint i = 0; i < G_N_ELEMENTS (failures); i++)
    {
      g_autofree char *path = g_strconcat ("/audience-match/failure/", failures[i].name, NULL);

      audience_fixture_add (path, GUINT_TO_POINTER (i), test_failure);
    }
  audience_fixture_add ("/audience-match/cancel/under-way", "notify::done", test_cancel);
  audience_fixture_add ("/audience-match/cancel/waiting", "notify::waiting", test_cancel);
  return audience_fixture_run (N_PEOPLE);
}
