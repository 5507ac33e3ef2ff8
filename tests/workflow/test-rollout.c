/* SPDX-License-Identifier: GPL-3.0-or-later */
/* How far a phase is, what can be done with it, whom it reaches, and when it wants to be looked at.
 */
#include "waxseal-organization.h"
#include "waxseal-phase-audience.h"
#include "waxseal-phase-due.h"
#include "waxseal-phase-stage.h"
#include "waxseal-recipient.h"
#include "waxseal-rollout-action.h"
#include "waxseal-rollout-event.h"
#include "waxseal-rollout-fact.h"

typedef struct
{
  WaxsealOrganization *organization;
  WaxsealRolloutPhase *phases[3];
} Fixture;

static void
set_up (Fixture *f, gconstpointer data)
{
  f->organization = waxseal_organization_new ("Contoso", WAXSEAL_CLOUD_GLOBAL);
  for (guint i = 0; i < 3; i++)
    f->phases[i] = g_list_model_get_item (waxseal_organization_get_phases (f->organization), i);
}

static void
tear_down (Fixture *f, gconstpointer data)
{
  for (guint i = 0; i < 3; i++)
    g_object_unref (f->phases[i]);
  g_object_unref (f->organization);
}

static void
add_recipient (WaxsealRolloutPhase *phase, WaxsealRecipientKind kind, const char *address)
{
  g_autoptr (WaxsealRecipient) recipient =
    g_object_new (WAXSEAL_TYPE_RECIPIENT, "kind", kind, "address", address, NULL);

  g_list_store_append (waxseal_record_get_list (phase, "recipients"), recipient);
}

static WaxsealPhaseStage
get_stage (Fixture *f, guint i, int hours)
{
  g_autoptr (GDateTime) now = g_date_time_new_now_utc ();
  g_autoptr (GDateTime) then = g_date_time_add_minutes (now, hours * 60 + 1);

  return waxseal_phase_stage_get (f->phases[i],
                                  waxseal_organization_get_phases (f->organization),
                                  then);
}

static void
record (WaxsealRolloutPhase *phase, WaxsealRolloutEventKind kind, WaxsealState state)
{
  static const char *const addresses[] = { "ann@contoso.com", "bob@contoso.com", NULL };
  WaxsealRolloutFact fact = {
    .kind = kind,
    .state = state,
    .audience = WAXSEAL_AUDIENCE_SPECIFIC,
    .by = "Ann",
    .addresses = addresses,
  };

  waxseal_rollout_fact_record (&fact, phase);
}

static void
declare (WaxsealRolloutPhase *phase, WaxsealRolloutEventKind kind)
{
  record (phase, kind, WAXSEAL_STATE_DECLARED);
}

static void
judge (WaxsealRolloutPhase *phase, WaxsealVerdict verdict)
{
  WaxsealRolloutFact fact = {
    .kind = WAXSEAL_ROLLOUT_EVENT_KIND_JUDGED,
    .state = WAXSEAL_STATE_DECLARED,
    .verdict = verdict,
    .by = "Ann",
  };

  waxseal_rollout_fact_record (&fact, phase);
}

static void
test_stages (Fixture *f, gconstpointer data)
{
  g_assert_cmpint (get_stage (f, 0, 0), ==, WAXSEAL_PHASE_STAGE_READY);
  g_assert_cmpint (get_stage (f, 1, 0), ==, WAXSEAL_PHASE_STAGE_BLOCKED);
  declare (f->phases[0], WAXSEAL_ROLLOUT_EVENT_KIND_UPLOADED);
  g_assert_cmpint (get_stage (f, 0, 0), ==, WAXSEAL_PHASE_STAGE_UPLOADED);
  declare (f->phases[0], WAXSEAL_ROLLOUT_EVENT_KIND_ASSIGNED);
  g_assert_cmpint (get_stage (f, 0, 0), ==, WAXSEAL_PHASE_STAGE_SPREADING);
  g_assert_cmpint (get_stage (f, 0, 23), ==, WAXSEAL_PHASE_STAGE_SPREADING);
  g_assert_cmpint (get_stage (f, 0, 24), ==, WAXSEAL_PHASE_STAGE_LATE);
  declare (f->phases[0], WAXSEAL_ROLLOUT_EVENT_KIND_FIRST_SEEN);
  g_assert_cmpint (get_stage (f, 0, 24), ==, WAXSEAL_PHASE_STAGE_SEEN);
  judge (f->phases[0], WAXSEAL_VERDICT_NO_GO);
  g_assert_cmpint (get_stage (f, 0, 24), ==, WAXSEAL_PHASE_STAGE_NO_GO);
  g_assert_cmpint (get_stage (f, 1, 24), ==, WAXSEAL_PHASE_STAGE_BLOCKED);
  judge (f->phases[0], WAXSEAL_VERDICT_GO);
  g_assert_cmpint (get_stage (f, 0, 24), ==, WAXSEAL_PHASE_STAGE_GO);
  g_assert_cmpint (get_stage (f, 1, 24), ==, WAXSEAL_PHASE_STAGE_READY);
  g_assert_cmpint (get_stage (f, 2, 24), ==, WAXSEAL_PHASE_STAGE_BLOCKED);
}

/* What takes the add-in away closes the next phase again, and deploying anew starts over. */
static void
test_rolled_back (Fixture *f, gconstpointer data)
{
  declare (f->phases[0], WAXSEAL_ROLLOUT_EVENT_KIND_ASSIGNED);
  judge (f->phases[0], WAXSEAL_VERDICT_GO);
  declare (f->phases[0], WAXSEAL_ROLLOUT_EVENT_KIND_PAUSED);
  g_assert_cmpint (get_stage (f, 0, 0), ==, WAXSEAL_PHASE_STAGE_PAUSED);
  declare (f->phases[0], WAXSEAL_ROLLOUT_EVENT_KIND_RESUMED);
  g_assert_cmpint (get_stage (f, 0, 0), ==, WAXSEAL_PHASE_STAGE_GO);
  declare (f->phases[0], WAXSEAL_ROLLOUT_EVENT_KIND_ROLLED_BACK);
  g_assert_cmpint (get_stage (f, 0, 0), ==, WAXSEAL_PHASE_STAGE_ROLLED_BACK);
  g_assert_cmpint (get_stage (f, 1, 0), ==, WAXSEAL_PHASE_STAGE_BLOCKED);
  g_assert_null (waxseal_record_get_texts (f->phases[0], "assigned")[0]);
  declare (f->phases[0], WAXSEAL_ROLLOUT_EVENT_KIND_ASSIGNED);
  g_assert_cmpint (get_stage (f, 0, 0), ==, WAXSEAL_PHASE_STAGE_SPREADING);
  g_assert_cmpuint (g_list_model_get_n_items (
                      G_LIST_MODEL (waxseal_record_get_list (f->phases[0], "events"))),
                    ==,
                    6);
}

/* Declared is never shown as verified, and rolling back ends what was verified. */
static void
test_states (Fixture *f, gconstpointer data)
{
  WaxsealPhaseStage stage;

  declare (f->phases[0], WAXSEAL_ROLLOUT_EVENT_KIND_ASSIGNED);
  stage = get_stage (f, 0, 0);
  g_assert_cmpint (waxseal_phase_stage_get_state (stage, f->phases[0]), ==, WAXSEAL_STATE_DECLARED);
  record (f->phases[0], WAXSEAL_ROLLOUT_EVENT_KIND_WIDENED, WAXSEAL_STATE_VERIFIED);
  g_assert_cmpint (waxseal_phase_stage_get_state (stage, f->phases[0]), ==, WAXSEAL_STATE_VERIFIED);
  record (f->phases[0], WAXSEAL_ROLLOUT_EVENT_KIND_WIDENED, WAXSEAL_STATE_DECLARED);
  g_assert_cmpint (waxseal_phase_stage_get_state (stage, f->phases[0]), ==, WAXSEAL_STATE_DECLARED);
  record (f->phases[0], WAXSEAL_ROLLOUT_EVENT_KIND_WIDENED, WAXSEAL_STATE_VERIFIED);
  record (f->phases[0], WAXSEAL_ROLLOUT_EVENT_KIND_ROLLED_BACK, WAXSEAL_STATE_VERIFIED);
  g_assert_cmpstr (waxseal_record_get_text (f->phases[0], "assignment-verified-on"), ==, "");
}

static gboolean
applies (Fixture *f, WaxsealRolloutAction action)
{
  g_autoptr (GDateTime) now = g_date_time_new_now_utc ();

  return waxseal_rollout_action_applies (
    action, f->organization, f->phases[0], "me@contoso.com", now);
}

static void
assert_actions (Fixture *f, const char *expected)
{
  static const char letters[] = "DWNMUPRB";
  g_autoptr (GString) found = g_string_new (NULL);

  for (guint i = 0; i < WAXSEAL_N_ROLLOUT_ACTIONS; i++)
    if (applies (f, i))
      g_string_append_c (found, letters[i]);
  g_assert_cmpstr (found->str, ==, expected);
}

static void
test_actions (Fixture *f, gconstpointer data)
{
  assert_actions (f, "D");
  add_recipient (f->phases[0], WAXSEAL_RECIPIENT_KIND_PERSON, "Ann@Contoso.com");
  add_recipient (f->phases[0], WAXSEAL_RECIPIENT_KIND_PERSON, "bob@contoso.com");
  declare (f->phases[0], WAXSEAL_ROLLOUT_EVENT_KIND_ASSIGNED);
  assert_actions (f, "PB");
  add_recipient (f->phases[0], WAXSEAL_RECIPIENT_KIND_GROUP, "sales@contoso.com");
  assert_actions (f, "WPB");
  g_list_store_remove (waxseal_record_get_list (f->phases[0], "recipients"), 0);
  assert_actions (f, "WNPB");
  g_object_set (f->phases[0], "method", WAXSEAL_DEPLOYMENT_METHOD_OPTIONAL, NULL);
  assert_actions (f, "WNMPB");
  waxseal_record_set_text (f->phases[0], "deployed-version", "0.9.0.0");
  assert_actions (f, "WNMUPB");
  g_object_set (f->phases[0], "audience", WAXSEAL_AUDIENCE_EVERYONE, NULL);
  assert_actions (f, "WMUPB");
  declare (f->phases[0], WAXSEAL_ROLLOUT_EVENT_KIND_PAUSED);
  assert_actions (f, "RB");
  declare (f->phases[0], WAXSEAL_ROLLOUT_EVENT_KIND_ROLLED_BACK);
  assert_actions (f, "D");
}

static void
test_refusals (Fixture *f, gconstpointer data)
{
  g_autoptr (GDateTime) now = g_date_time_new_now_utc ();
  WaxsealRolloutAction deploy = WAXSEAL_ROLLOUT_ACTION_DEPLOY;

  g_assert_nonnull (
    waxseal_rollout_action_get_refusal (deploy, f->organization, f->phases[0], now));
  add_recipient (f->phases[0], WAXSEAL_RECIPIENT_KIND_PERSON, "ann@contoso.com");
  g_assert_null (waxseal_rollout_action_get_refusal (deploy, f->organization, f->phases[0], now));
  add_recipient (f->phases[1], WAXSEAL_RECIPIENT_KIND_PERSON, "ann@contoso.com");
  g_assert_nonnull (
    waxseal_rollout_action_get_refusal (deploy, f->organization, f->phases[1], now));
  judge (f->phases[0], WAXSEAL_VERDICT_GO);
  g_assert_null (waxseal_rollout_action_get_refusal (deploy, f->organization, f->phases[1], now));
}

static void
assert_planned (WaxsealRolloutPhase *phase, WaxsealRoad road, const char *expected)
{
  g_auto (GStrv) planned = waxseal_phase_audience_dup_planned (phase, road, "Me@Contoso.com");
  g_autofree char *joined = g_strjoinv (" ", planned);

  g_assert_cmpstr (joined, ==, expected);
}

static void
test_audience (Fixture *f, gconstpointer data)
{
  static const char *const members[] = { "Zoe@contoso.com", "ann@contoso.com", NULL };
  WaxsealRolloutPhase *phase = f->phases[0];
  g_autoptr (WaxsealRecipient) group = NULL;

  add_recipient (phase, WAXSEAL_RECIPIENT_KIND_PERSON, "O'Brien@contoso.com");
  add_recipient (phase, WAXSEAL_RECIPIENT_KIND_PERSON, "Ann@contoso.com");
  add_recipient (phase, WAXSEAL_RECIPIENT_KIND_GROUP, "sales@contoso.com");
  group = g_list_model_get_item (G_LIST_MODEL (waxseal_record_get_list (phase, "recipients")), 2);
  g_assert_cmpuint (waxseal_phase_audience_count_unknown (phase), ==, 1);
  assert_planned (phase, WAXSEAL_ROAD_EXCHANGE, "ann@contoso.com o'brien@contoso.com");
  g_object_set (group, "member-addresses", members, "members-on", "2026-11-25T00:00:00Z", NULL);
  g_assert_cmpuint (waxseal_phase_audience_count_unknown (phase), ==, 0);
  assert_planned (phase,
                  WAXSEAL_ROAD_EXCHANGE,
                  "ann@contoso.com o'brien@contoso.com zoe@contoso.com");
  assert_planned (phase,
                  WAXSEAL_ROAD_ADMIN_CENTER,
                  "ann@contoso.com o'brien@contoso.com sales@contoso.com");
  g_object_set (phase, "audience", WAXSEAL_AUDIENCE_JUST_ME, NULL);
  assert_planned (phase, WAXSEAL_ROAD_EXCHANGE, "me@contoso.com");
  g_object_set (phase, "audience", WAXSEAL_AUDIENCE_EVERYONE, NULL);
  assert_planned (phase, WAXSEAL_ROAD_EXCHANGE, "");
}

static WaxsealPhaseDue
get_due (Fixture *f, guint i, int hours)
{
  g_autoptr (GDateTime) now = g_date_time_new_now_utc ();
  g_autoptr (GDateTime) then = g_date_time_add_minutes (now, hours * 60 + 1);

  return waxseal_phase_due_get (f->phases[i],
                                waxseal_organization_get_phases (f->organization),
                                then);
}

static void
test_due (Fixture *f, gconstpointer data)
{
  g_autofree char *text = NULL;

  g_assert_cmpint (get_due (f, 0, 0), ==, WAXSEAL_PHASE_DUE_NOTHING);
  waxseal_record_set_text (f->phases[0], "planned-on", "2999-01-01");
  g_assert_cmpint (get_due (f, 0, 0), ==, WAXSEAL_PHASE_DUE_NOTHING);
  waxseal_record_set_text (f->phases[0], "planned-on", "soon");
  g_assert_cmpint (get_due (f, 0, 0), ==, WAXSEAL_PHASE_DUE_NOTHING);
  waxseal_record_set_text (f->phases[0], "planned-on", "2026-11-25");
  g_assert_cmpint (get_due (f, 0, 0), ==, WAXSEAL_PHASE_DUE_DEPLOY);
  g_assert_false (waxseal_phase_due_is_told (WAXSEAL_PHASE_DUE_DEPLOY, f->phases[0]));
  waxseal_record_set_text (f->phases[0], "told-on", "2026-11-25T00:00:01Z");
  g_assert_true (waxseal_phase_due_is_told (WAXSEAL_PHASE_DUE_DEPLOY, f->phases[0]));
  waxseal_record_set_text (f->phases[1], "planned-on", "2026-11-25");
  g_assert_cmpint (get_due (f, 1, 0), ==, WAXSEAL_PHASE_DUE_NOTHING);

  declare (f->phases[0], WAXSEAL_ROLLOUT_EVENT_KIND_ASSIGNED);
  g_assert_cmpint (get_due (f, 0, 11), ==, WAXSEAL_PHASE_DUE_NOTHING);
  g_assert_cmpint (get_due (f, 0, 12), ==, WAXSEAL_PHASE_DUE_LOOK);
  g_assert_cmpint (get_due (f, 0, 24), ==, WAXSEAL_PHASE_DUE_LATE);
  g_assert_false (waxseal_phase_due_is_told (WAXSEAL_PHASE_DUE_LATE, f->phases[0]));
  text = waxseal_phase_due_describe (WAXSEAL_PHASE_DUE_LATE, f->phases[0]);
  g_assert_true (g_str_has_prefix (text, "Test: "));
}

/* What was done for the original is not done for the copy. */
static void
test_copy (Fixture *f, gconstpointer data)
{
  g_autoptr (GDateTime) now = g_date_time_new_now_utc ();
  g_autoptr (WaxsealOrganization) copy = NULL;
  g_autoptr (WaxsealRolloutPhase) phase = NULL;

  add_recipient (f->phases[0], WAXSEAL_RECIPIENT_KIND_PERSON, "ann@contoso.com");
  waxseal_record_set_text (f->phases[0], "planned-on", "2026-11-25");
  declare (f->phases[0], WAXSEAL_ROLLOUT_EVENT_KIND_ASSIGNED);
  judge (f->phases[0], WAXSEAL_VERDICT_GO);
  copy = waxseal_organization_duplicate (f->organization, "Copy");
  phase = g_list_model_get_item (waxseal_organization_get_phases (copy), 0);
  g_assert_cmpint (waxseal_phase_stage_get (phase, waxseal_organization_get_phases (copy), now),
                   ==,
                   WAXSEAL_PHASE_STAGE_READY);
  g_assert_cmpstr (waxseal_record_get_text (phase, "planned-on"), ==, "2026-11-25");
  g_assert_cmpuint (
    g_list_model_get_n_items (G_LIST_MODEL (waxseal_record_get_list (phase, "recipients"))), ==, 1);
  g_assert_cmpuint (
    g_list_model_get_n_items (G_LIST_MODEL (waxseal_record_get_list (phase, "events"))), ==, 0);
  g_assert_null (waxseal_record_get_texts (phase, "assigned")[0]);
}

static void
add (const char *path, void (*test) (Fixture *f, gconstpointer data))
{
  g_test_add (path, Fixture, NULL, set_up, test, tear_down);
}

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  add ("/rollout/stages", test_stages);
  add ("/rollout/rolled-back", test_rolled_back);
  add ("/rollout/states", test_states);
  add ("/rollout/actions", test_actions);
  add ("/rollout/refusals", test_refusals);
  add ("/rollout/audience", test_audience);
  add ("/rollout/due", test_due);
  add ("/rollout/copy", test_copy);
  return g_test_run ();
}
