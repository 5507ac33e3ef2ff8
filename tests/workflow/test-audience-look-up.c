/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What the directory says of a phase, against the practice tenant. */
#include "audience-fixture.h"
#include "waxseal-audience-look-up.h"
#include "waxseal-error.h"
#include "waxseal-phase-recipients.h"
#include "waxseal-recipient-words.h"

#define N_PEOPLE 300

static const char *const typed[] = { "grace.hall" AUDIENCE_ENGLISH,
                                     "sales-all" AUDIENCE_ENGLISH,
                                     "nobody" AUDIENCE_ENGLISH,
                                     NULL };

static WaxsealRolloutPhase *
make_phase (void)
{
  WaxsealRolloutPhase *phase = g_object_new (WAXSEAL_TYPE_ROLLOUT_PHASE, NULL);
  g_autoptr (GListModel) recipients = waxseal_recipients_new_from_addresses (typed);

  waxseal_phase_recipients_add (phase, recipients);
  return phase;
}

static gboolean
run (AudienceFixture *fixture, WaxsealAudienceLookUp *look_up, gboolean recounts, GError **error)
{
  waxseal_audience_look_up_run_async (
    look_up, recounts, fixture->cancellable, audience_fixture_done_cb, fixture);
  return waxseal_audience_look_up_run_finish (look_up, audience_fixture_wait (fixture), error);
}

static void
assert_need (WaxsealRolloutPhase *phase, guint n_typed, guint n_uncounted)
{
  WaxsealLookUpNeed need = waxseal_look_up_need_find (phase);

  g_assert_cmpuint (need.n_typed, ==, n_typed);
  g_assert_cmpuint (need.n_uncounted, ==, n_uncounted);
}

static WaxsealRecipient *
find_group (WaxsealRolloutPhase *phase)
{
  GListModel *list = G_LIST_MODEL (waxseal_record_get_list (phase, "recipients"));

  for (guint i = 0; i < g_list_model_get_n_items (list); i++)
    {
      g_autoptr (WaxsealRecipient) recipient = g_list_model_get_item (list, i);

      if (waxseal_recipient_is_group (recipient))
        return recipient; /* the list keeps it */
    }
  return NULL;
}

static void
note_cb (WaxsealAudienceLookUp *look_up, GPtrArray *progress)
{
  g_ptr_array_add (progress, waxseal_audience_look_up_describe_progress (look_up));
  g_assert_cmpfloat (waxseal_audience_look_up_get_fraction (look_up), >=, 0);
  g_assert_cmpfloat (waxseal_audience_look_up_get_fraction (look_up), <=, 1);
}

/* A group among the addresses is counted in the same go; nothing is asked twice. */
static void
test_whole (AudienceFixture *fixture, gconstpointer unused)
{
  g_autoptr (WaxsealRolloutPhase) phase = make_phase ();
  g_autoptr (WaxsealAudienceLookUp) look_up = waxseal_audience_look_up_new (fixture->graph, phase);
  g_autoptr (WaxsealAudienceLookUp) again = waxseal_audience_look_up_new (fixture->graph, phase);
  g_autoptr (GPtrArray) progress = g_ptr_array_new_with_free_func (g_free);
  g_autoptr (GError) error = NULL;
  GListModel *unmatched;
  guint n_requests;

  assert_need (phase, 3, 0);
  g_signal_connect (look_up, "changed", G_CALLBACK (note_cb), progress);
  g_assert_true (run (fixture, look_up, FALSE, &error));
  g_assert_no_error (error);
  assert_need (phase, 1, 0);
  g_assert_cmpint (waxseal_record_get_number (find_group (phase), "n-nested"), >, 0);
  unmatched = waxseal_audience_match_get_unmatched (waxseal_audience_look_up_get_match (look_up));
  g_assert_cmpuint (g_list_model_get_n_items (unmatched), ==, 1);
  g_assert_cmpuint (g_list_model_get_n_items (waxseal_audience_look_up_get_counts (look_up)),
                    ==,
                    1);
  g_assert_true (
    g_ptr_array_find_with_equal_func (progress, "2 of 3 addresses", g_str_equal, NULL));
  g_assert_true (g_ptr_array_find_with_equal_func (progress, "0 of 1 groups", g_str_equal, NULL));

  n_requests = audience_fixture_count_requests (fixture, "/v1.0/groups/{}/members");
  g_assert_true (run (fixture, again, FALSE, &error));
  g_assert_no_error (error);
  g_assert_null (waxseal_audience_look_up_get_counts (again));
  g_assert_cmpuint (audience_fixture_count_requests (fixture, "/v1.0/groups/{}/members"),
                    ==,
                    n_requests);
}

static void
test_recount (AudienceFixture *fixture, gconstpointer unused)
{
  g_autoptr (WaxsealRolloutPhase) phase = make_phase ();
  g_autoptr (WaxsealAudienceLookUp) first = waxseal_audience_look_up_new (fixture->graph, phase);
  g_autoptr (WaxsealAudienceLookUp) again = waxseal_audience_look_up_new (fixture->graph, phase);
  g_autoptr (GError) error = NULL;

  g_assert_true (run (fixture, first, FALSE, &error));
  g_object_set (find_group (phase), "n-members", 77, NULL);
  g_assert_true (run (fixture, again, TRUE, &error));
  g_assert_no_error (error);
  g_assert_cmpint (waxseal_record_get_number (find_group (phase), "n-members"), <, 77);
}

/* The people are known all the same, and the group is gone on with. */
static void
test_half (AudienceFixture *fixture, gconstpointer unused)
{
  g_autoptr (WaxsealRolloutPhase) phase = make_phase ();
  g_autoptr (WaxsealAudienceLookUp) first = waxseal_audience_look_up_new (fixture->graph, phase);
  g_autoptr (WaxsealAudienceLookUp) again = waxseal_audience_look_up_new (fixture->graph, phase);
  g_autoptr (GError) error = NULL;

  audience_fixture_make_trouble (
    fixture, "[{'on':'GET /v1.0/groups/{}/members','fault':'status','status':500,'times':-1}]");
  g_assert_false (run (fixture, first, FALSE, &error));
  g_assert_error (error, WAXSEAL_ERROR, WAXSEAL_ERROR_SERVICE_FAILED);
  g_clear_error (&error);
  assert_need (phase, 1, 1);
  g_assert_nonnull (waxseal_audience_look_up_get_match (first));
  audience_fixture_make_trouble (fixture, "[]");
  g_assert_true (run (fixture, again, FALSE, &error));
  g_assert_no_error (error);
  assert_need (phase, 1, 0);
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  audience_fixture_add ("/audience-look-up/whole", NULL, test_whole);
  audience_fixture_add ("/audience-look-up/recount", NULL, test_recount);
  audience_fixture_add ("/audience-look-up/half", NULL, test_half);
  return audience_fixture_run (N_PEOPLE);
}
