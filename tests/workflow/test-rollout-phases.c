/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The phases as a list, what each waits for, what lets the next one open, and the clock. */
#include "waxseal-criterion.h"
#include "waxseal-organization.h"
#include "waxseal-phase-date.h"
#include "waxseal-phase-gate.h"
#include "waxseal-phase-list.h"
#include "waxseal-phase-next.h"
#include "waxseal-phase-road.h"
#include "waxseal-recipient.h"
#include "waxseal-rollout-clock.h"
#include "waxseal-rollout-event.h"
#include "waxseal-rollout-fact.h"
#include "waxseal-rollout-person.h"
#include "waxseal-rollout-story.h"
#include "waxseal-rollout-summary.h"

typedef struct
{
  WaxsealOrganization *organization;
  GListStore *phases;
  WaxsealRolloutPhase *test;
  WaxsealRolloutPhase *pilot;
  WaxsealRolloutPhase *production;
} Fixture;

static void
set_up (Fixture *f, gconstpointer data)
{
  f->organization = waxseal_organization_new ("Contoso", WAXSEAL_CLOUD_GLOBAL);
  f->phases = waxseal_record_get_list (f->organization, "phases");
  f->test = waxseal_phase_list_find_name (G_LIST_MODEL (f->phases), "Test");
  f->pilot = waxseal_phase_list_find_name (G_LIST_MODEL (f->phases), "Pilot");
  f->production = waxseal_phase_list_find_name (G_LIST_MODEL (f->phases), "Production");
}

static void
tear_down (Fixture *f, gconstpointer data)
{
  g_object_unref (f->organization);
}

static void
record (WaxsealRolloutPhase *phase, WaxsealRolloutEventKind kind)
{
  static const char *const addresses[] = { "ann@contoso.com", NULL };
  WaxsealRolloutFact fact = {
    .kind = kind,
    .state = WAXSEAL_STATE_DECLARED,
    .audience = WAXSEAL_AUDIENCE_SPECIFIC,
    .by = "Ann",
    .addresses = kind == WAXSEAL_ROLLOUT_EVENT_KIND_ASSIGNED ? addresses : NULL,
  };

  waxseal_rollout_fact_record (&fact, phase);
}

static void
judge (WaxsealRolloutPhase *phase, WaxsealVerdict verdict)
{
  WaxsealRolloutFact fact = {
    .kind = WAXSEAL_ROLLOUT_EVENT_KIND_JUDGED,
    .state = WAXSEAL_STATE_DECLARED,
    .verdict = verdict,
    .by = "Bob",
  };

  waxseal_rollout_fact_record (&fact, phase);
}

static void
name_ann (WaxsealRolloutPhase *phase)
{
  g_autoptr (WaxsealRecipient) ann =
    g_object_new (WAXSEAL_TYPE_RECIPIENT, "address", "ann@contoso.com", NULL);

  g_list_store_append (waxseal_record_get_list (phase, "recipients"), ann);
}

static void
deploy (WaxsealRolloutPhase *phase)
{
  name_ann (phase);
  record (phase, WAXSEAL_ROLLOUT_EVENT_KIND_ASSIGNED);
}

static void
assert_order (Fixture *f, const char *expected)
{
  g_autoptr (GString) names = g_string_new (NULL);

  for (guint i = 0; i < g_list_model_get_n_items (G_LIST_MODEL (f->phases)); i++)
    {
      g_autoptr (WaxsealRecord) phase = g_list_model_get_item (G_LIST_MODEL (f->phases), i);

      g_string_append_printf (names,
                              "%s%s",
                              i > 0 ? ", " : "",
                              waxseal_record_get_text (phase, "name"));
    }
  g_assert_cmpstr (names->str, ==, expected);
}

static void
test_add (Fixture *f, gconstpointer data)
{
  g_autofree char *proposed = waxseal_phase_list_propose_name (G_LIST_MODEL (f->phases));
  WaxsealRolloutPhase *added = waxseal_phase_list_add (f->phases, f->test, "Branch");
  g_autofree char *next = NULL;

  g_assert_cmpstr (proposed, ==, "Phase 4");
  assert_order (f, "Test, Branch, Pilot, Production");
  g_assert_cmpuint (waxseal_phase_gate_count (added, WAXSEAL_TEST_RESULT_OPEN), ==, 4);
  waxseal_record_set_text (added, "name", "phase 5");
  next = waxseal_phase_list_propose_name (G_LIST_MODEL (f->phases));
  g_assert_cmpstr (next, ==, "Phase 6");
}

/* A new phase never comes before one that is deployed. */
static void
test_add_after_deployed (Fixture *f, gconstpointer data)
{
  deploy (f->test);
  judge (f->test, WAXSEAL_VERDICT_GO);
  deploy (f->pilot);
  waxseal_phase_list_add (f->phases, f->test, "Branch");
  assert_order (f, "Test, Pilot, Branch, Production");
}

static void
test_names (Fixture *f, gconstpointer data)
{
  GListModel *phases = G_LIST_MODEL (f->phases);

  g_assert_cmpstr (waxseal_phase_list_get_name_refusal (phases, f->test, ""), ==, "");
  g_assert_cmpstr (waxseal_phase_list_get_name_refusal (phases, f->test, "pilot"),
                   ==,
                   "Another phase is called that.");
  g_assert_null (waxseal_phase_list_get_name_refusal (phases, f->test, "test"));
  g_assert_nonnull (waxseal_phase_list_get_name_refusal (phases, NULL, "Test"));
  g_assert_null (waxseal_phase_list_find_name (phases, "Branch"));
}

static gboolean
can_move (Fixture *f, WaxsealRolloutPhase *phase, int offset)
{
  return waxseal_phase_list_get_move_refusal (G_LIST_MODEL (f->phases), phase, offset) == NULL;
}

static void
test_move (Fixture *f, gconstpointer data)
{
  g_assert_false (can_move (f, f->test, -1));
  g_assert_false (can_move (f, f->production, 1));
  waxseal_phase_list_move (f->phases, f->test, 1);
  assert_order (f, "Pilot, Test, Production");
  waxseal_phase_list_move (f->phases, f->production, -1);
  assert_order (f, "Pilot, Production, Test");

  deploy (f->pilot);
  g_assert_false (can_move (f, f->pilot, 1));
  g_assert_false (can_move (f, f->production, -1));
  g_assert_true (can_move (f, f->production, 1));
}

static gboolean
can_remove (Fixture *f, WaxsealRolloutPhase *phase)
{
  return waxseal_phase_list_get_removal_refusal (G_LIST_MODEL (f->phases), phase) == NULL;
}

static void
test_remove (Fixture *f, gconstpointer data)
{
  deploy (f->test);
  g_assert_false (can_remove (f, f->test));
  record (f->test, WAXSEAL_ROLLOUT_EVENT_KIND_PAUSED);
  g_assert_false (can_remove (f, f->test));
  record (f->test, WAXSEAL_ROLLOUT_EVENT_KIND_ROLLED_BACK);
  g_assert_true (can_remove (f, f->test));
  g_list_store_remove (f->phases, 2);
  g_list_store_remove (f->phases, 1);
  g_assert_false (can_remove (f, f->test));
}

static void
assert_next (Fixture *f, WaxsealRolloutPhase *phase, const char *expected)
{
  g_autoptr (GDateTime) now = g_date_time_new_now_utc ();
  WaxsealRolloutAction action;
  WaxsealPhaseNext next = waxseal_phase_next_get (f->organization, phase, NULL, now, &action);

  g_assert_cmpstr (waxseal_phase_next_get_label (next, action), ==, expected);
}

static void
deploy_hours_ago (WaxsealRolloutPhase *phase, int hours)
{
  g_autoptr (GDateTime) now = g_date_time_new_now_utc ();
  g_autoptr (GDateTime) then = g_date_time_add_hours (now, -hours);
  g_autofree char *text = g_date_time_format (then, "%Y-%m-%dT%H:%M:%SZ");

  waxseal_record_set_text (phase, "deployed-on", text);
}

static void
test_next (Fixture *f, gconstpointer data)
{
  assert_next (f, f->test, "Name the Users");
  assert_next (f, f->pilot, "Phase Before");
  name_ann (f->test);
  assert_next (f, f->test, "Deploy");
  record (f->test, WAXSEAL_ROLLOUT_EVENT_KIND_ASSIGNED);
  assert_next (f, f->test, "I See the Button");
  deploy_hours_ago (f->test, 25);
  assert_next (f, f->test, "What to Check");
  record (f->test, WAXSEAL_ROLLOUT_EVENT_KIND_FIRST_SEEN);
  assert_next (f, f->test, "Judge…");
  g_object_set (f->test, "method", WAXSEAL_DEPLOYMENT_METHOD_OPTIONAL, NULL);
  assert_next (f, f->test, "Change Method");
  g_object_set (f->test, "method", WAXSEAL_DEPLOYMENT_METHOD_FIXED, NULL);
  judge (f->test, WAXSEAL_VERDICT_NO_GO);
  assert_next (f, f->test, "Roll Back");
  record (f->test, WAXSEAL_ROLLOUT_EVENT_KIND_PAUSED);
  assert_next (f, f->test, "Resume");
  record (f->test, WAXSEAL_ROLLOUT_EVENT_KIND_RESUMED);
  judge (f->test, WAXSEAL_VERDICT_GO);
  assert_next (f, f->test, "Next Phase");
}

static void
test_next_at_the_end (Fixture *f, gconstpointer data)
{
  deploy (f->production);
  g_object_set (f->production, "audience", WAXSEAL_AUDIENCE_SPECIFIC, NULL);
  judge (f->production, WAXSEAL_VERDICT_GO);
  assert_next (f, f->production, "");
}

static void
settle (WaxsealRolloutPhase *phase, guint n, WaxsealTestResult result)
{
  g_autoptr (WaxsealCriterion) criterion =
    g_list_model_get_item (G_LIST_MODEL (waxseal_record_get_list (phase, "criteria")), n);

  waxseal_phase_gate_settle (criterion, result, "Cid");
}

static void
assert_gate (Fixture *f, WaxsealRolloutPhase *phase, const char *expected)
{
  g_autofree char *text = waxseal_phase_gate_describe (phase, G_LIST_MODEL (f->phases));

  g_assert_cmpstr (text, ==, expected);
}

static void
test_gate (Fixture *f, gconstpointer data)
{
  g_autofree char *mixed = NULL, *all = NULL;

  settle (f->test, 0, WAXSEAL_TEST_RESULT_PASSED);
  settle (f->test, 1, WAXSEAL_TEST_RESULT_FAILED);
  assert_gate (f, f->test, "Before Pilot opens: 1 of 4 criteria met");
  assert_gate (f, f->production, "To finish: 0 of 4 criteria met");
  mixed = waxseal_phase_gate_describe_criteria (f->test);
  g_assert_cmpstr (mixed, ==, "1 of 4 criteria are met; 1 not met.");
  for (guint i = 0; i < 4; i++)
    settle (f->test, i, WAXSEAL_TEST_RESULT_PASSED);
  all = waxseal_phase_gate_describe_criteria (f->test);
  g_assert_cmpstr (all, ==, "All criteria are met.");
  /* Criteria alone open nothing: somebody has to judge. */
  assert_gate (f, f->test, "Before Pilot opens: 4 of 4 criteria met");
  deploy (f->test);
  judge (f->test, WAXSEAL_VERDICT_GO);
  assert_gate (f, f->test, "The next phase is open");
}

static void
test_criterion (Fixture *f, gconstpointer data)
{
  g_autoptr (WaxsealCriterion) criterion =
    g_list_model_get_item (G_LIST_MODEL (waxseal_record_get_list (f->test, "criteria")), 0);
  g_autofree char *met = NULL, *open = NULL;

  waxseal_phase_gate_settle (criterion, WAXSEAL_TEST_RESULT_FAILED, "Cid");
  waxseal_record_set_text (criterion, "judged-on", "2026-11-25T09:00:00Z");
  met = waxseal_phase_gate_describe_result (criterion);
  g_assert_cmpstr (met, ==, "Not met on 25 Nov 2026 by Cid");
  waxseal_phase_gate_settle (criterion, WAXSEAL_TEST_RESULT_OPEN, "Cid");
  open = waxseal_phase_gate_describe_result (criterion);
  g_assert_cmpstr (open, ==, "Open");
  g_assert_cmpstr (waxseal_record_get_text (criterion, "judged-by"), ==, "");
}

/* A phase that is out stays on its road, whatever is chosen for the others. */
static void
test_road (Fixture *f, gconstpointer data)
{
  g_autofree char *none = waxseal_phase_road_dup_caution (f->organization, f->test);
  g_autofree char *stays = NULL, *twice = NULL;

  g_assert_null (none);
  deploy (f->test);
  waxseal_phase_road_set (f->organization, WAXSEAL_ROAD_EXCHANGE);
  g_assert_cmpint (waxseal_phase_road_get (f->organization, f->test),
                   ==,
                   WAXSEAL_ROAD_ADMIN_CENTER);
  g_assert_cmpint (waxseal_phase_road_get (f->organization, f->pilot), ==, WAXSEAL_ROAD_EXCHANGE);
  twice = waxseal_phase_road_dup_caution (f->organization, f->pilot);
  g_assert_true (g_str_has_prefix (twice, "Test is deployed another way (Admin center)."));
  stays = waxseal_phase_road_dup_caution (f->organization, f->test);
  g_assert_true (g_str_has_prefix (stays, "This phase is deployed this way and stays on it"));
  waxseal_phase_road_set (f->organization, WAXSEAL_ROAD_SCRIPT);
  g_assert_null (waxseal_phase_road_dup_caution (f->organization, f->pilot));
  record (f->test, WAXSEAL_ROLLOUT_EVENT_KIND_ROLLED_BACK);
  g_assert_cmpint (waxseal_phase_road_get (f->organization, f->test), ==, WAXSEAL_ROAD_SCRIPT);
}

static void
test_person (Fixture *f, gconstpointer data)
{
  g_autofree char *first = NULL, *second = NULL;

  record (f->test, WAXSEAL_ROLLOUT_EVENT_KIND_UPLOADED);
  first = waxseal_rollout_person_suggest (f->organization);
  g_assert_cmpstr (first, ==, "Ann");
  settle (f->test, 0, WAXSEAL_TEST_RESULT_PASSED);
  for (guint i = 0; i < 2; i++)
    {
      g_autoptr (WaxsealRecord) criterion =
        g_list_model_get_item (G_LIST_MODEL (waxseal_record_get_list (f->test, "criteria")), 0);

      waxseal_record_set_text (criterion, "judged-on", "2099-01-01T00:00:00Z");
    }
  second = waxseal_rollout_person_suggest (f->organization);
  g_assert_cmpstr (second, ==, "Cid");
}

static void
assert_date (WaxsealRolloutPhase *phase, WaxsealPhaseStage stage, const char *expected)
{
  g_autoptr (GDateTime) now = g_date_time_new_from_iso8601 ("2026-11-25T10:00:00Z", NULL);
  g_autofree char *text = waxseal_phase_date_describe (stage, phase, now);

  g_assert_cmpstr (text, ==, expected);
}

static void
test_dates (Fixture *f, gconstpointer data)
{
  assert_date (f->test, WAXSEAL_PHASE_STAGE_READY, "No date planned yet");
  waxseal_record_set_text (f->test, "planned-on", "2026-12-01");
  assert_date (f->test, WAXSEAL_PHASE_STAGE_READY, "Planned for 1 Dec 2026");
  waxseal_record_set_text (f->test, "planned-on", "soon");
  assert_date (f->test, WAXSEAL_PHASE_STAGE_BLOCKED, "Planned for soon");
  waxseal_record_set_text (f->test, "deployed-on", "2026-11-25T09:40:00Z");
  assert_date (f->test, WAXSEAL_PHASE_STAGE_SPREADING, "Expected by 21:40");
  waxseal_record_set_text (f->test, "deployed-on", "2026-11-25T21:40:00Z");
  assert_date (f->test, WAXSEAL_PHASE_STAGE_SPREADING, "Expected by 26 Nov, 09:40");
  waxseal_record_set_text (f->test, "deployed-on", "2026-11-24T09:40:00Z");
  assert_date (f->test, WAXSEAL_PHASE_STAGE_LATE, "Expected since 24 Nov, 21:40");
  waxseal_record_set_text (f->test, "deployed-on", "nonsense");
  assert_date (f->test, WAXSEAL_PHASE_STAGE_SPREADING, "When is not known");
  waxseal_record_set_text (f->test, "paused-on", "2026-11-24T09:40:00Z");
  assert_date (f->test, WAXSEAL_PHASE_STAGE_PAUSED, "Paused on 24 Nov 2026");
}

static void
test_story (Fixture *f, gconstpointer data)
{
  g_autoptr (WaxsealRolloutEvent) event = NULL;
  g_autofree char *assigned = NULL, *judged = NULL, *when = NULL;

  record (f->test, WAXSEAL_ROLLOUT_EVENT_KIND_ASSIGNED);
  judge (f->test, WAXSEAL_VERDICT_NO_GO);
  event = g_list_model_get_item (G_LIST_MODEL (waxseal_record_get_list (f->test, "events")), 0);
  assigned = waxseal_rollout_story_tell (event, f->test);
  g_assert_cmpstr (assigned, ==, "Test · Assigned: 1 person");
  g_assert_cmpstr (waxseal_rollout_story_get_road (event), ==, "Admin center");
  waxseal_record_set_text (event, "time", "2026-11-25T09:40:00Z");
  when = waxseal_rollout_story_tell_when (event);
  g_assert_cmpstr (when, ==, "25 Nov 2026, 09:40 by Ann");
  g_clear_object (&event);
  event = g_list_model_get_item (G_LIST_MODEL (waxseal_record_get_list (f->test, "events")), 1);
  judged = waxseal_rollout_story_tell (event, f->test);
  g_assert_cmpstr (judged, ==, "Test · Judged: No-go");
  g_assert_cmpstr (waxseal_rollout_story_get_road (event), ==, "");
}

static void
assert_summary (Fixture *f, WaxsealState state, const char *expected)
{
  g_autoptr (GDateTime) now = g_date_time_new_now_utc ();
  g_autofree char *summary = waxseal_rollout_summary_describe (f->organization, now);

  g_assert_cmpstr (summary, ==, expected);
  g_assert_cmpint (waxseal_rollout_summary_get_state (f->organization, now), ==, state);
}

static void
test_summary (Fixture *f, gconstpointer data)
{
  g_autoptr (GDateTime) now = g_date_time_new_from_iso8601 ("2026-11-25T10:00:00Z", NULL);
  g_autofree char *spreading = NULL;

  assert_summary (f, WAXSEAL_STATE_TODO, "Test: not deployed yet");
  waxseal_record_set_text (f->test, "planned-on", "2026-12-01");
  assert_summary (f, WAXSEAL_STATE_TODO, "Test: planned for 1 Dec 2026");
  deploy (f->test);
  waxseal_record_set_text (f->test, "deployed-on", "2026-11-25T09:40:00Z");
  spreading = waxseal_rollout_summary_describe (f->organization, now);
  g_assert_cmpstr (spreading, ==, "Test: 1 person, expected by 21:40");
  deploy_hours_ago (f->test, 25);
  g_assert_cmpint (waxseal_rollout_summary_get_state (f->organization, now),
                   ==,
                   WAXSEAL_STATE_TODO);
  record (f->test, WAXSEAL_ROLLOUT_EVENT_KIND_FIRST_SEEN);
  assert_summary (f, WAXSEAL_STATE_TODO, "Test: Seen");
  judge (f->test, WAXSEAL_VERDICT_NO_GO);
  assert_summary (f, WAXSEAL_STATE_ATTENTION, "Test: Judged not good");
  judge (f->test, WAXSEAL_VERDICT_GO);
  assert_summary (f, WAXSEAL_STATE_TODO, "Pilot: not deployed yet");
  record (f->test, WAXSEAL_ROLLOUT_EVENT_KIND_PAUSED);
  assert_summary (f, WAXSEAL_STATE_ATTENTION, "Test: Paused");
  g_list_store_remove_all (f->phases);
  assert_summary (f, WAXSEAL_STATE_TODO, "No phase yet");
}

/* Late is what nobody saw for a day. */
static void
test_summary_late (Fixture *f, gconstpointer data)
{
  g_autoptr (GDateTime) now = g_date_time_new_now_utc ();

  deploy (f->test);
  deploy_hours_ago (f->test, 25);
  g_assert_cmpint (waxseal_rollout_summary_get_state (f->organization, now),
                   ==,
                   WAXSEAL_STATE_ATTENTION);
}

/* Verified is only what was read back, of each phase. */
static void
test_summary_verified (Fixture *f, gconstpointer data)
{
  WaxsealRolloutPhase *phases[] = { f->test, f->pilot, f->production };

  for (guint i = 0; i < G_N_ELEMENTS (phases); i++)
    {
      deploy (phases[i]);
      judge (phases[i], WAXSEAL_VERDICT_GO);
    }
  assert_summary (f, WAXSEAL_STATE_DECLARED, "All phases judged good");
  for (guint i = 0; i < G_N_ELEMENTS (phases); i++)
    waxseal_record_set_text (phases[i], "assignment-verified-on", "2026-11-25T09:40:00Z");
  assert_summary (f, WAXSEAL_STATE_VERIFIED, "All phases judged good");
}

static void
quit_cb (GMainLoop *loop)
{
  g_main_loop_quit (loop);
}

static gboolean
give_up_cb (gpointer user_data)
{
  g_error ("The clock did not tick");
  return G_SOURCE_REMOVE;
}

/* It ticks when something becomes late, and not only once a minute. */
static void
test_clock (Fixture *f, gconstpointer data)
{
  g_autoptr (WaxsealRolloutClock) clock = waxseal_rollout_clock_new ();
  g_autoptr (GMainLoop) loop = g_main_loop_new (NULL, FALSE);
  g_autoptr (GDateTime) now = g_date_time_new_now_utc ();
  g_autoptr (GDateTime) then = g_date_time_add_seconds (now, 1 - 24 * 3600);
  g_autofree char *text = g_date_time_format (then, "%Y-%m-%dT%H:%M:%SZ");
  guint limit = g_timeout_add_seconds (10, give_up_cb, NULL);

  waxseal_record_set_text (f->test, "deployed-on", text);
  g_signal_connect_swapped (clock, "tick", G_CALLBACK (quit_cb), loop);
  waxseal_rollout_clock_start (clock, G_LIST_MODEL (f->phases));
  g_main_loop_run (loop);
  g_source_remove (limit);
  g_assert_true (waxseal_rollout_clock_is_running (clock));
  assert_next (f, f->test, "What to Check");
  waxseal_rollout_clock_stop (clock);
  g_assert_false (waxseal_rollout_clock_is_running (clock));
}

static void
add (const char *path, void (*test) (Fixture *f, gconstpointer data))
{
  g_test_add (path, Fixture, NULL, set_up, test, tear_down);
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  add ("/rollout-phases/add", test_add);
  add ("/rollout-phases/add-after-deployed", test_add_after_deployed);
  add ("/rollout-phases/names", test_names);
  add ("/rollout-phases/move", test_move);
  add ("/rollout-phases/remove", test_remove);
  add ("/rollout-phases/next", test_next);
  add ("/rollout-phases/next-at-the-end", test_next_at_the_end);
  add ("/rollout-phases/gate", test_gate);
  add ("/rollout-phases/criterion", test_criterion);
  add ("/rollout-phases/road", test_road);
  add ("/rollout-phases/person", test_person);
  add ("/rollout-phases/dates", test_dates);
  add ("/rollout-phases/story", test_story);
  add ("/rollout-phases/summary", test_summary);
  add ("/rollout-phases/summary-late", test_summary_late);
  add ("/rollout-phases/summary-verified", test_summary_verified);
  add ("/rollout-phases/clock", test_clock);
  return g_test_run ();
}
