/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Groups whose members were given to Exchange, and who joined and left since. */
#include "direct-job.h"
#include "waxseal-recipient.h"
#include "waxseal-snapshot-change.h"
#include "waxseal-snapshot-check.h"

#define ADMINS "5b7e1111-31c4-4a0d-9e68-2f9d60c1a711" /* the tenant's first three people */

static MatrixFixture *fixture;

static void
result_cb (GObject *source, GAsyncResult *result, gpointer user_data)
{
  *(GAsyncResult **) user_data = g_object_ref (result);
}

static GAsyncResult *
wait_for (GAsyncResult **result)
{
  while (*result == NULL)
    g_main_context_iteration (NULL, TRUE);
  return *result;
}

static WaxsealRolloutPhase *
get_phase (void)
{
  return direct_job_get_phase (fixture, 0);
}

/* As it was read some days ago. */
static void
name_group (const char *id, const char *const *members)
{
  g_autoptr (WaxsealRecipient) group = g_object_new (WAXSEAL_TYPE_RECIPIENT,
                                                     "kind",
                                                     WAXSEAL_RECIPIENT_KIND_GROUP,
                                                     "object-id",
                                                     id,
                                                     "member-addresses",
                                                     members,
                                                     "members-on",
                                                     "2026-11-20T09:00:00Z",
                                                     NULL);

  g_list_store_append (waxseal_record_get_list (get_phase (), "recipients"), group);
}

static void
prepare (const char *id, const char *const *members)
{
  fixture->pace = 0.01;
  matrix_fixture_renew (fixture);
  direct_job_prepare (fixture);
  g_list_store_remove_all (waxseal_record_get_list (get_phase (), "recipients"));
  name_group (id, members);
}

static WaxsealSnapshotChange *
check (void)
{
  g_autoptr (GAsyncResult) result = NULL;
  g_autoptr (GListModel) changes = NULL;
  g_autoptr (GError) error = NULL;

  waxseal_snapshot_check_async (fixture->session, get_phase (), NULL, result_cb, &result);
  changes = waxseal_snapshot_check_finish (wait_for (&result), &error);
  g_assert_no_error (error);
  g_assert_cmpuint (g_list_model_get_n_items (changes), ==, 1);
  return g_list_model_get_item (changes, 0);
}

static void
act (WaxsealRolloutAction action, const char *wanted)
{
  g_autofree char *found = NULL;
  g_autoptr (GError) error = NULL;

  direct_job_do (fixture, 0, action, &error);
  g_assert_no_error (error);
  found = direct_job_describe (fixture);
  g_assert_cmpstr (found, ==, wanted);
}

#define BEFORE DIRECT_GRACE " " DIRECT_RINA " " DIRECT_UMA
#define AFTER  DIRECT_CARLOS " " DIRECT_GRACE " " DIRECT_RINA

static const char *const before[] = { DIRECT_GRACE, DIRECT_RINA, DIRECT_UMA, NULL };
static const char *const same[] = { DIRECT_GRACE,
                                    "Rina.Honda@Renshu.example",
                                    DIRECT_CARLOS,
                                    NULL };

static void
assert_members (const char *wanted)
{
  g_autoptr (WaxsealRecipient) group =
    g_list_model_get_item (G_LIST_MODEL (waxseal_record_get_list (get_phase (), "recipients")), 0);
  g_autofree char *found =
    g_strjoinv (" ", (char **) waxseal_record_get_texts (group, "member-addresses"));

  g_assert_cmpstr (found, ==, wanted);
}

/* However the addresses are written. */
static void
test_same (void)
{
  g_autoptr (WaxsealSnapshotChange) change = NULL;

  prepare (ADMINS, same);
  change = check ();
  g_assert_true (waxseal_snapshot_change_is_known (change));
  g_assert_false (waxseal_snapshot_change_is_changed (change));
  g_assert_cmpstr (waxseal_snapshot_change_get_message (change),
                   ==,
                   "Nobody joined or left since 20 Nov 2026");
  matrix_fixture_end (fixture);
}

/* Looking changes nothing; what is accepted can be widened and narrowed to. */
static void
test_changed (void)
{
  g_autoptr (WaxsealSnapshotChange) change = NULL;

  prepare (ADMINS, before);
  act (WAXSEAL_ROLLOUT_ACTION_DEPLOY, "on AlwaysEnabled 1.0.0.0: " BEFORE);
  change = check ();
  g_assert_true (waxseal_snapshot_change_is_changed (change));
  g_assert_cmpstr (waxseal_snapshot_change_get_joined (change)[0], ==, DIRECT_CARLOS);
  g_assert_null (waxseal_snapshot_change_get_joined (change)[1]);
  g_assert_cmpstr (waxseal_snapshot_change_get_left (change)[0], ==, DIRECT_UMA);
  g_assert_null (waxseal_snapshot_change_get_left (change)[1]);
  g_assert_cmpstr (waxseal_snapshot_change_get_message (change),
                   ==,
                   "1 joined and 1 left since 20 Nov 2026");
  assert_members (BEFORE);
  waxseal_snapshot_change_accept (change);
  assert_members (AFTER);
  act (WAXSEAL_ROLLOUT_ACTION_WIDEN, "on AlwaysEnabled 1.0.0.0: " DIRECT_CARLOS " " BEFORE);
  act (WAXSEAL_ROLLOUT_ACTION_NARROW, "on AlwaysEnabled 1.0.0.0: " AFTER);
  matrix_fixture_end (fixture);
}

/* A group that somebody deleted: what was read of it stays. */
static void
test_gone (void)
{
  g_autoptr (WaxsealSnapshotChange) change = NULL;

  prepare ("5b7e9999-31c4-4a0d-9e68-2f9d60c1a799", before);
  change = check ();
  g_assert_false (waxseal_snapshot_change_is_known (change));
  g_assert_false (waxseal_snapshot_change_is_changed (change));
  g_assert_true (
    g_str_has_prefix (waxseal_snapshot_change_get_message (change), "This group is no longer"));
  waxseal_snapshot_change_accept (change);
  assert_members (BEFORE);
  matrix_fixture_end (fixture);
}

/* Who is named by address, and groups that were never read, have no snapshot. */
static void
test_none (void)
{
  g_autoptr (GAsyncResult) result = NULL;
  g_autoptr (GListModel) changes = NULL;
  g_autoptr (GError) error = NULL;

  fixture->pace = 0.01;
  matrix_fixture_renew (fixture);
  direct_job_prepare (fixture);
  waxseal_snapshot_check_async (fixture->session, get_phase (), NULL, result_cb, &result);
  changes = waxseal_snapshot_check_finish (wait_for (&result), &error);
  g_assert_no_error (error);
  g_assert_cmpuint (g_list_model_get_n_items (changes), ==, 0);
  matrix_fixture_end (fixture);
}

int
main (int argc, char **argv)
{
  int status;

  g_test_init (&argc, &argv, NULL);
  fixture = matrix_fixture_new (30, WAXSEAL_SIGN_IN_BROWSER);
  g_test_add_func ("/snapshot/same", test_same);
  g_test_add_func ("/snapshot/changed", test_changed);
  g_test_add_func ("/snapshot/gone", test_gone);
  g_test_add_func ("/snapshot/none", test_none);
  status = g_test_run ();
  matrix_fixture_free (fixture);
  return status;
}
