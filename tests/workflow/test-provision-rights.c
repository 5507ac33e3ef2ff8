/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What the tenant's policy and the person's role allow, and what is left to others. */
#include "provision-fixture.h"
#include "waxseal-consent-hand-over.h"
#include "waxseal-consent-watch.h"
#include "waxseal-error.h"
#include "waxseal-practice-person.h"

#define CLOUD_APP_ADMIN "cloud-application-administrator"

#define POLICY                                                                                     \
  "{'id':'00000000-0000-0000-0000-000000000000','isEnabled':true,'applicationRestrictions':"       \
  "{'passwordCredentials':%s,'keyCredentials':[]}}"

/* With single quotes for double ones. */
static void
set_policy (ProvisionFixture *fixture, const char *restrictions)
{
  g_autoptr (JsonNode) state = provision_fixture_steer (fixture, "GET", "/practice/state", NULL);
  g_autofree char *json = g_strdup_printf (POLICY, restrictions);
  g_autoptr (JsonNode) reply = NULL;
  g_autofree char *text = NULL;
  JsonArray *policies = json_array_new ();
  JsonObject *collections =
    json_object_get_object_member (json_node_get_object (state), "collections");

  json_array_add_element (policies, json_from_string (g_strdelimit (json, "'", '"'), NULL));
  json_object_set_array_member (collections, "policies", policies);
  text = json_to_string (state, FALSE);
  reply = provision_fixture_steer (fixture, "POST", "/practice/state", text);
}

#define LIFETIME                                                                                   \
  "[{'restrictionType':'passwordLifetime','maxLifetime':'P180D','state':'enabled',"                \
  "'restrictForAppsCreatedAfterDateTime':null}]"
#define BLOCKED                                                                                    \
  "[{'restrictionType':'passwordAddition','maxLifetime':null,'state':'enabled',"                   \
  "'restrictForAppsCreatedAfterDateTime':null}]"

static void
test_policy_lifetime (ProvisionFixture *fixture, gconstpointer data)
{
  g_autoptr (WaxsealTenantReview) review = NULL;
  g_autoptr (WaxsealProvisionPlan) plan = NULL;
  g_autofree char *a_year = waxseal_secret_lifetime_build_expires (365);
  g_autoptr (GError) error = NULL;

  set_policy (fixture, LIFETIME);
  review = provision_fixture_review (fixture, &error);
  g_assert_no_error (error);
  g_assert_cmpuint (
    waxseal_secret_policy_get_max_days (waxseal_tenant_review_get_policy (review), NULL), ==, 180);
  plan = waxseal_provision_plan_new (fixture->organization, review, NULL, a_year, &error);
  g_assert_error (error, WAXSEAL_ERROR, WAXSEAL_ERROR_SECRET_LIFETIME);
  /* The longest life that is allowed is taken, to the day. */
  provision_fixture_complete (fixture);
}

static void
test_policy_blocked (ProvisionFixture *fixture, gconstpointer data)
{
  g_autoptr (GError) error = NULL;

  set_policy (fixture, BLOCKED);
  provision_fixture_try (fixture, &error);
  g_assert_error (error, WAXSEAL_ERROR, WAXSEAL_ERROR_SECRETS_BLOCKED);
  provision_fixture_assert_counts (fixture, "0 0 0 0");
}

/* Where the policy cannot be read, Microsoft refuses, and what was done stays. */
static void
test_policy_unknown (ProvisionFixture *fixture, gconstpointer data)
{
  g_autoptr (GError) error = NULL;

  set_policy (fixture, BLOCKED);
  provision_fixture_make_trouble (
    fixture, "[{'on':'GET /v1.0/policies/defaultAppManagementPolicy','fault':'forbidden'}]");
  provision_fixture_try (fixture, &error);
  g_assert_error (error, WAXSEAL_ERROR, WAXSEAL_ERROR_SECRETS_BLOCKED);
  g_assert_false (waxseal_secret_policy_is_known (
    waxseal_tenant_review_get_policy (waxseal_provision_plan_get_review (fixture->plan))));
  provision_fixture_assert_counts (fixture, "1 1 0 0");
  g_assert_cmpuint (provision_fixture_count_pending (fixture), ==, 0);
  set_policy (fixture, "[]");
  provision_fixture_complete (fixture);
}

static void
hand_over (ProvisionFixture *fixture)
{
  g_autoptr (GError) error = NULL;
  g_autofree char *steps = NULL;

  provision_fixture_sign_in_as (fixture, CLOUD_APP_ADMIN);
  provision_fixture_try (fixture, &error);
  g_assert_no_error (error);
  provision_fixture_assert_counts (fixture, "1 1 0 1");
  steps = provision_fixture_describe_steps (fixture);
  g_assert_cmpstr (steps,
                   ==,
                   "application:done declare:done service-principal:done secret:done "
                   "grant-Mail.Read:handed-over grant-Mail.ReadWrite:handed-over "
                   "grant-Mail.Send:handed-over grant-User.Read.All:handed-over "
                   "proof:handed-over");
}

static void
test_hand_over (ProvisionFixture *fixture, gconstpointer data)
{
  hand_over (fixture);
  g_assert_true (waxseal_provision_plan_hands_over (fixture->plan));
  g_assert_nonnull (strstr (waxseal_provision_plan_get_summary (fixture->plan), "message"));
  g_assert_cmpuint (provision_fixture_count_requests (fixture, "POST */appRoleAssignedTo"), ==, 0);
}

/* The roles in the token may say less than the person can: Microsoft's refusal hands over too. */
static void
test_refused_grant (ProvisionFixture *fixture, gconstpointer data)
{
  g_autoptr (GError) error = NULL;
  g_autofree char *steps = NULL;

  provision_fixture_make_trouble (
    fixture,
    "[{'on':'POST /v1.0/servicePrincipals/{}/appRoleAssignedTo','fault':'forbidden','skip':1}]");
  provision_fixture_try (fixture, &error);
  g_assert_no_error (error);
  steps = provision_fixture_describe_steps (fixture);
  g_assert_nonnull (strstr (steps,
                            "grant-Mail.Read:done grant-Mail.ReadWrite:handed-over "
                            "grant-Mail.Send:handed-over grant-User.Read.All:handed-over "
                            "proof:handed-over"));
  provision_fixture_assert_counts (fixture, "1 1 1 1");
  provision_fixture_complete (fixture);
}

static void
consented_cb (GObject *source, GAsyncResult *result, gpointer user_data)
{
  g_autoptr (GError) error = NULL;

  waxseal_practice_person_finish (result, &error);
  g_assert_no_error (error);
}

/* Somebody with the role opens the link once the watch has seen that nothing is granted. */
static void
follow_link (ProvisionFixture *fixture)
{
  g_autofree char *link =
    waxseal_consent_hand_over_build_link (waxseal_tenant_session_get_endpoints (fixture->session),
                                          waxseal_record_get_text (fixture->app, "tenant-id"),
                                          waxseal_record_get_text (fixture->app, "client-id"));

  waxseal_practice_person_follow_link_async (
    "privileged-role-administrator", link, NULL, consented_cb, NULL);
}

static void
waiting_cb (ProvisionFixture *fixture, guint milliseconds, WaxsealTenantSession *session)
{
  g_signal_handlers_disconnect_by_func (session, waiting_cb, fixture);
  follow_link (fixture);
}

static void
count_cb (GObject *watch, GParamSpec *pspec, gpointer count)
{
  ++*(guint *) count;
}

static void
test_watch (ProvisionFixture *fixture, gconstpointer data)
{
  g_autoptr (WaxsealConsentWatch) watch = NULL;
  g_autoptr (GError) error = NULL;
  guint n_notified = 0;

  hand_over (fixture);
  watch = waxseal_consent_watch_new (fixture->session);
  g_signal_connect (watch, "notify::granted", G_CALLBACK (count_cb), &n_notified);
  g_signal_connect_swapped (fixture->session, "waiting", G_CALLBACK (waiting_cb), fixture);
  /* Passing trouble does not end it. */
  provision_fixture_make_trouble (fixture,
                                  "[{'on':'GET /v1.0/servicePrincipals/{}/appRoleAssignments',"
                                  "'fault':'wrong-json','skip':1}]");
  waxseal_consent_watch_run_async (watch, NULL, provision_fixture_done_cb, fixture);
  waxseal_consent_watch_run_finish (watch, provision_fixture_wait (fixture), &error);
  g_assert_no_error (error);
  g_assert_cmpuint (waxseal_consent_watch_get_granted (watch), ==, 4);
  g_assert_cmpuint (n_notified, >, 0);
  provision_fixture_assert_counts (fixture, "1 1 4 1");
  provision_fixture_prove (fixture, &error);
  g_assert_no_error (error);
  provision_fixture_assert_complete (fixture);
}

static void
test_watch_cancelled (ProvisionFixture *fixture, gconstpointer data)
{
  g_autoptr (WaxsealConsentWatch) watch = NULL;
  g_autoptr (GError) error = NULL;

  hand_over (fixture);
  watch = waxseal_consent_watch_new (fixture->session);
  g_signal_connect_swapped (fixture->session,
                            "waiting",
                            G_CALLBACK (g_cancellable_cancel),
                            fixture->cancellable);
  waxseal_consent_watch_run_async (watch, fixture->cancellable, provision_fixture_done_cb, fixture);
  waxseal_consent_watch_run_finish (watch, provision_fixture_wait (fixture), &error);
  g_assert_error (error, G_IO_ERROR, G_IO_ERROR_CANCELLED);
  g_assert_cmpuint (waxseal_consent_watch_get_granted (watch), ==, 0);
  g_signal_handlers_disconnect_by_data (fixture->session, fixture->cancellable);
}

/* A person without any role: the plan warns, and Microsoft's refusal is told as what it is. */
static void
test_no_role (ProvisionFixture *fixture, gconstpointer data)
{
  g_autoptr (GError) error = NULL;

  provision_fixture_sign_in_as (fixture, "user");
  provision_fixture_try (fixture, &error);
  g_assert_nonnull (error);
  g_assert_true (g_error_matches (error, WAXSEAL_ERROR, WAXSEAL_ERROR_ROLE_MISSING) ||
                 g_error_matches (error, WAXSEAL_ERROR, WAXSEAL_ERROR_ADMIN_CONSENT_NEEDED));
  provision_fixture_assert_counts (fixture, "0 0 0 0");
  g_assert_cmpuint (provision_fixture_count_pending (fixture), ==, 0);
}

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);

  provision_fixture_add ("/provision-rights/policy/lifetime", NULL, test_policy_lifetime);
  provision_fixture_add ("/provision-rights/policy/blocked", NULL, test_policy_blocked);
  provision_fixture_add ("/provision-rights/policy/unknown", NULL, test_policy_unknown);
  provision_fixture_add ("/provision-rights/hand-over", NULL, test_hand_over);
  provision_fixture_add ("/provision-rights/refused-grant", NULL, test_refused_grant);
  provision_fixture_add ("/provision-rights/watch", NULL, test_watch);
  provision_fixture_add ("/provision-rights/watch-cancelled", NULL, test_watch_cancelled);
  provision_fixture_add ("/provision-rights/no-role", NULL, test_no_role);
  return provision_fixture_run ();
}
