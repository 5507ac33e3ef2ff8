/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Lost replies, cancellations and servers that do not agree: nothing is made twice, and nothing is
 * left that is not known of. */
#include "provision-fixture.h"
#include "waxseal-error.h"
#include "waxseal-json.h"

#define CREATE_APP "POST /v1.0/applications"
#define CREATE_SP  "POST /v1.0/servicePrincipals"
#define ADD_SECRET "POST /v1.0/applications/{}/addPassword"
#define GRANT      "POST /v1.0/servicePrincipals/{}/appRoleAssignedTo"
#define PATCH_APP  "PATCH /v1.0/applications/{}"

static void
make_trouble (ProvisionFixture *fixture, const char *on, const char *fault, const char *rest)
{
  g_autofree char *script =
    g_strdup_printf ("[{'on':'%s','fault':'%s'%s}]", on, fault, rest != NULL ? rest : "");

  provision_fixture_make_trouble (fixture, script);
}

static void
assert_no_trouble_left (ProvisionFixture *fixture)
{
  g_autoptr (JsonNode) left = provision_fixture_steer (fixture, "GET", "/practice/faults", NULL);
  g_autofree char *text = json_to_string (left, FALSE);

  g_assert_null (strstr (text, "\"times\":1"));
}

typedef struct
{
  const char *on;
  const char *fault;
  const char *rest;
} Trouble;

/* What a run overcomes by itself. */
static const Trouble overcome[] = {
  { CREATE_APP, "reset-after" },
  { CREATE_APP, "reset-before" },
  { CREATE_APP, "truncated" },
  { CREATE_APP, "wrong-json" },
  { CREATE_APP, "status", ",'status':500" },
  { CREATE_APP, "status", ",'status':503" },
  { CREATE_APP, "throttled", ",'seconds':1" },
  { CREATE_APP, "expired-token" },
  { CREATE_SP, "reset-after" },
  { CREATE_SP, "reset-before" },
  { CREATE_SP, "no-application", ",'times':3" },
  { CREATE_SP, "forbidden", ",'times':2" },
  { CREATE_SP, "status", ",'status':502" },
  { GRANT, "reset-after", ",'skip':1" },
  { GRANT, "reset-before", ",'skip':2" },
  { GRANT, "not-a-valid-reference", ",'times':4" },
  { GRANT, "not-found", ",'times':3" },
  { GRANT, "conflict" },
  { ADD_SECRET, "reset-before" },
  { ADD_SECRET, "not-found", ",'times':4" },
  { ADD_SECRET, "conflict", ",'times':2" },
  { ADD_SECRET, "status", ",'status':500" },
  { "GET /v1.0/applications/{}", "not-found", ",'times':3" },
  { "GET /v1.0/servicePrincipals/{}/appRoleAssignments", "not-found", ",'times':3" },
  { "GET /v1.0/applications", "status", ",'status':500,'skip':1" },
};

static void
test_overcome (ProvisionFixture *fixture, gconstpointer data)
{
  const Trouble *trouble = data;

  make_trouble (fixture, trouble->on, trouble->fault, trouble->rest);
  provision_fixture_complete (fixture);
  assert_no_trouble_left (fixture);
}

/* A reply with the secret that never arrives: its value is lost, and no second one is made. */
static void
test_lost_secret (ProvisionFixture *fixture, gconstpointer data)
{
  g_autoptr (GError) error = NULL;
  const GError *step_error;

  make_trouble (fixture, ADD_SECRET, data, NULL);
  provision_fixture_try (fixture, &error);
  g_assert_error (error, WAXSEAL_ERROR, WAXSEAL_ERROR_ORPHAN_SECRET);
  provision_fixture_assert_counts (fixture, "1 1 0 1");
  g_assert_cmpuint (provision_fixture_count_requests (fixture, ADD_SECRET), ==, 1);
  step_error = waxseal_provision_step_get_error (
    waxseal_provision_plan_find_step (fixture->plan, WAXSEAL_PROVISION_SECRET, NULL));
  g_assert_error (step_error, WAXSEAL_ERROR, WAXSEAL_ERROR_ORPHAN_SECRET);
  g_clear_error (&error);

  /* It says so as long as it is there, after a restart too, and adds none. */
  provision_fixture_restart (fixture);
  provision_fixture_try (fixture, &error);
  g_assert_error (error, WAXSEAL_ERROR, WAXSEAL_ERROR_ORPHAN_SECRET);
  g_assert_cmpuint (provision_fixture_count_requests (fixture, ADD_SECRET), ==, 1);
  g_clear_error (&error);

  provision_fixture_remove_orphans (fixture, &error);
  g_assert_no_error (error);
  provision_fixture_assert_counts (fixture, "1 1 0 0");
  provision_fixture_complete (fixture);
}

/* Somebody removes the orphan in the portal. */
static void
test_orphan_removed_elsewhere (ProvisionFixture *fixture, gconstpointer data)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (WaxsealJournalEntry) orphan = NULL;
  WaxsealJournal *journal = waxseal_tenant_session_get_journal (fixture->session);

  make_trouble (fixture, ADD_SECRET, "reset-after", NULL);
  provision_fixture_try (fixture, &error);
  g_assert_error (error, WAXSEAL_ERROR, WAXSEAL_ERROR_ORPHAN_SECRET);
  g_clear_error (&error);
  provision_fixture_remove_orphans (fixture, &error);
  g_assert_no_error (error);
  /* As if it had not been this program that did it. */
  orphan =
    waxseal_journal_find_outcome (journal, WAXSEAL_JOURNAL_ADD_SECRET, WAXSEAL_OUTCOME_REMOVED);
  g_assert_nonnull (orphan);
  waxseal_record_set_text (orphan, "outcome", WAXSEAL_OUTCOME_ORPHAN);
  provision_fixture_complete (fixture);
}

typedef struct
{
  ProvisionFixture *fixture;
  const char *step;
  WaxsealProvisionState state;
} Cancelling;

static void
state_cb (WaxsealProvisionStep *step, GParamSpec *pspec, gpointer user_data)
{
  Cancelling *cancelling = user_data;

  if (g_str_equal (waxseal_provision_step_get_id (step), cancelling->step) &&
      waxseal_provision_step_get_state (step) == cancelling->state)
    g_cancellable_cancel (cancelling->fixture->cancellable);
}

static void
cancel_at (ProvisionFixture *fixture, const char *name, WaxsealProvisionState state)
{
  Cancelling cancelling = { fixture, name, state };
  g_autoptr (GError) error = NULL;
  GListModel *steps;

  provision_fixture_plan (fixture, NULL, &error);
  g_assert_no_error (error);
  steps = waxseal_provision_plan_get_steps (fixture->plan);
  for (guint i = 0; i < g_list_model_get_n_items (steps); i++)
    {
      g_autoptr (WaxsealProvisionStep) step = g_list_model_get_item (steps, i);

      g_signal_connect (step, "notify::state", G_CALLBACK (state_cb), &cancelling);
    }
  provision_fixture_run_plan (fixture, &error);
  for (guint i = 0; i < g_list_model_get_n_items (steps); i++)
    {
      g_autoptr (WaxsealProvisionStep) step = g_list_model_get_item (steps, i);

      g_signal_handlers_disconnect_by_data (step, &cancelling);
    }
  g_assert_error (error, G_IO_ERROR, G_IO_ERROR_CANCELLED);
}

static const char *const cancel_steps[] = {
  "application",     "service-principal",   "secret", "grant-Mail.Read", "grant-Mail.ReadWrite",
  "grant-Mail.Send", "grant-User.Read.All", "proof",
};

/* While it is under way: what is on its way is waited for. */
static void
test_cancel_running (ProvisionFixture *fixture, gconstpointer data)
{
  cancel_at (fixture, data, WAXSEAL_PROVISION_RUNNING);
  provision_fixture_restart (fixture);
  provision_fixture_complete (fixture);
}

/* After it, before the next. */
static void
test_cancel_done (ProvisionFixture *fixture, gconstpointer data)
{
  cancel_at (fixture, data, WAXSEAL_PROVISION_DONE);
  g_assert_cmpuint (provision_fixture_count_pending (fixture), ==, 0);
  provision_fixture_restart (fixture);
  provision_fixture_complete (fixture);
}

/* Waiting for the servers to agree can be cancelled, and leaves nothing in doubt. */
static void
test_cancel_waiting (ProvisionFixture *fixture, gconstpointer data)
{
  const Trouble *trouble = data;

  make_trouble (fixture, trouble->on, trouble->fault, ",'times':-1");
  cancel_at (fixture, trouble->rest, WAXSEAL_PROVISION_WAITING);
  g_assert_cmpuint (provision_fixture_count_pending (fixture), ==, 0);
  provision_fixture_make_trouble (fixture, "[]");
  provision_fixture_restart (fixture);
  provision_fixture_complete (fixture);
}

static const Trouble waits[] = {
  { CREATE_SP, "no-application", "service-principal" },
  { ADD_SECRET, "not-found", "secret" },
  { GRANT, "not-a-valid-reference", "grant-Mail.Read" },
};

/* The reply is lost while the user cancels: it is looked for by the next run. */
static void
test_cancel_lost (ProvisionFixture *fixture, gconstpointer data)
{
  provision_fixture_make_trouble (fixture,
                                  "[{'on':'" CREATE_APP "','fault':'reset-after'},"
                                  "{'on':'GET /v1.0/applications','fault':'wrong-json','skip':2,"
                                  "'times':3,'text':'{\\\"value\\\":[]}'}]");
  cancel_at (fixture, "application", WAXSEAL_PROVISION_WAITING);
  provision_fixture_assert_counts (fixture, "1 0 0 0");
  g_assert_cmpuint (provision_fixture_count_pending (fixture), ==, 1);
  provision_fixture_restart (fixture);
  provision_fixture_complete (fixture);
}

/* The list does not have it yet when the next run looks. */
static void
test_lost_and_late (ProvisionFixture *fixture, gconstpointer data)
{
  provision_fixture_make_trouble (fixture,
                                  "[{'on':'" CREATE_APP "','fault':'reset-after'},"
                                  "{'on':'GET /v1.0/applications','fault':'wrong-json','times':6,"
                                  "'text':'{\\\"value\\\":[]}'}]");
  cancel_at (fixture, "application", WAXSEAL_PROVISION_WAITING);
  provision_fixture_restart (fixture);
  provision_fixture_complete (fixture);
  g_assert_cmpuint (provision_fixture_count_requests (fixture, CREATE_APP), ==, 1);
}

/* What never turns up is an error, not a second one; and turns up in the next run. */
static void
test_never_seen (ProvisionFixture *fixture, gconstpointer data)
{
  g_autoptr (GError) error = NULL;

  provision_fixture_make_trouble (fixture,
                                  "[{'on':'GET /v1.0/applications','fault':'wrong-json',"
                                  "'times':-1,'text':'{\\\"value\\\":[]}'}]");
  provision_fixture_try (fixture, &error);
  g_assert_error (error, WAXSEAL_ERROR, WAXSEAL_ERROR_SERVICE_BUSY);
  g_assert_cmpuint (provision_fixture_count_requests (fixture, CREATE_APP), ==, 1);
  provision_fixture_make_trouble (fixture, "[]");
  provision_fixture_restart (fixture);
  provision_fixture_complete (fixture);
}

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);

  for (guint i = 0; i < G_N_ELEMENTS (overcome); i++)
    {
      g_autofree char *path =
        g_strdup_printf ("/provision-trouble/overcome/%u/%s", i, overcome[i].fault);

      provision_fixture_add (path, &overcome[i], test_overcome);
    }
  provision_fixture_add ("/provision-trouble/secret/reset", "reset-after", test_lost_secret);
  provision_fixture_add ("/provision-trouble/secret/truncated", "truncated", test_lost_secret);
  provision_fixture_add ("/provision-trouble/secret/wrong-json", "wrong-json", test_lost_secret);
  provision_fixture_add ("/provision-trouble/secret/removed-elsewhere",
                         NULL,
                         test_orphan_removed_elsewhere);
  for (guint i = 0; i < G_N_ELEMENTS (cancel_steps); i++)
    {
      g_autofree char *running =
        g_strconcat ("/provision-trouble/cancel/running/", cancel_steps[i], NULL);
      g_autofree char *done =
        g_strconcat ("/provision-trouble/cancel/done/", cancel_steps[i], NULL);

      provision_fixture_add (running, cancel_steps[i], test_cancel_running);
      /* After the last there is nothing left to cancel. */
      if (i + 1 < G_N_ELEMENTS (cancel_steps))
        provision_fixture_add (done, cancel_steps[i], test_cancel_done);
    }
  for (guint i = 0; i < G_N_ELEMENTS (waits); i++)
    {
      g_autofree char *path =
        g_strconcat ("/provision-trouble/cancel/waiting/", waits[i].rest, NULL);

      provision_fixture_add (path, &waits[i], test_cancel_waiting);
    }
  provision_fixture_add ("/provision-trouble/cancel/lost", NULL, test_cancel_lost);
  provision_fixture_add ("/provision-trouble/lost-and-late", NULL, test_lost_and_late);
  provision_fixture_add ("/provision-trouble/never-seen", NULL, test_never_seen);
  return provision_fixture_run ();
}
