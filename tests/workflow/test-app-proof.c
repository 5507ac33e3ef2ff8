/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The proof, and what comes after the set-up: rotation and removal. */
#include "provision-fixture.h"
#include "waxseal-app-proof.h"
#include "waxseal-app-removal.h"
#include "waxseal-error.h"
#include "waxseal-secret-rotation.h"

#define TOKEN  "POST /{}/oauth2/v2.0/token"
#define DELAYS "'fault':'secret-not-yet','times':4"

static void
test_young_secret (ProvisionFixture *fixture, gconstpointer data)
{
  g_autoptr (GError) error = NULL;

  provision_fixture_plan (fixture, NULL, &error);
  g_assert_no_error (error);
  /* The person's own tokens are asked for at the same address, so only once they are there. */
  provision_fixture_run_plan (fixture, &error);
  g_assert_no_error (error);
  provision_fixture_make_trouble (fixture, "[{'on':'" TOKEN "'," DELAYS "}]");
  provision_fixture_prove (fixture, &error);
  g_assert_no_error (error);
  provision_fixture_assert_complete (fixture);
}

/* Nor does every server know the new application's service principal at once. */
static void
test_young_app (ProvisionFixture *fixture, gconstpointer data)
{
  g_autoptr (GError) error = NULL;

  provision_fixture_plan (fixture, NULL, &error);
  g_assert_no_error (error);
  provision_fixture_run_plan (fixture, &error);
  g_assert_no_error (error);
  provision_fixture_make_trouble (fixture,
                                  "[{'on':'" TOKEN "','fault':'principal-not-yet','times':2}]");
  provision_fixture_prove (fixture, &error);
  g_assert_no_error (error);
  provision_fixture_assert_complete (fixture);
}

/* An old one is simply wrong. */
static void
test_old_secret (ProvisionFixture *fixture, gconstpointer data)
{
  GListModel *journal = G_LIST_MODEL (waxseal_record_get_list (fixture->organization, "journal"));
  g_autoptr (GError) error = NULL;
  guint n_tokens;

  provision_fixture_complete (fixture);
  for (guint i = 0; i < g_list_model_get_n_items (journal); i++)
    {
      g_autoptr (WaxsealRecord) entry = g_list_model_get_item (journal, i);

      waxseal_record_set_text (entry, "time", "2020-01-01T00:00:00Z");
    }
  n_tokens = provision_fixture_count_requests (fixture, TOKEN);
  provision_fixture_make_trouble (fixture, "[{'on':'" TOKEN "'," DELAYS "}]");
  provision_fixture_prove (fixture, &error);
  g_assert_error (error, WAXSEAL_ERROR, WAXSEAL_ERROR_SECRET_WRONG);
  g_assert_cmpuint (provision_fixture_count_requests (fixture, TOKEN), ==, n_tokens + 1);
  g_assert_cmpint (waxseal_app_proof_get_state (fixture->organization),
                   ==,
                   WAXSEAL_STATE_ATTENTION);
}

/* The grants are there, but not every server knows. */
static void
test_lagging_roles (ProvisionFixture *fixture, gconstpointer data)
{
  g_autoptr (GError) error = NULL;
  guint n_tokens;

  provision_fixture_complete (fixture);
  n_tokens = provision_fixture_count_requests (fixture, TOKEN);
  provision_fixture_make_trouble (fixture,
                                  "[{'on':'GET /v1.0/users','fault':'forbidden','times':2}]");
  provision_fixture_prove (fixture, &error);
  g_assert_no_error (error);
  /* With a fresh token each time. */
  g_assert_cmpuint (provision_fixture_count_requests (fixture, TOKEN), ==, n_tokens + 3);
}

/* Somebody takes a grant away: what was proved once is not any more. */
static void
test_missing_role (ProvisionFixture *fixture, gconstpointer data)
{
  g_autoptr (JsonNode) state = NULL;
  g_autoptr (JsonNode) reply = NULL;
  g_autofree char *text = NULL;
  g_autoptr (GError) error = NULL;
  JsonArray *grants;

  provision_fixture_complete (fixture);
  state = provision_fixture_steer (fixture, "GET", "/practice/state", NULL);
  grants =
    json_object_get_array_member (json_object_get_object_member (json_node_get_object (state),
                                                                 "collections"),
                                  "appRoleAssignments");
  json_array_remove_element (grants, json_array_get_length (grants) - 1);
  text = json_to_string (state, FALSE);
  reply = provision_fixture_steer (fixture, "POST", "/practice/state", text);
  provision_fixture_prove (fixture, &error);
  g_assert_error (error, WAXSEAL_ERROR, WAXSEAL_ERROR_NOT_PROVED);
  g_assert_nonnull (strstr (waxseal_error_get_details (error), "User.Read.All"));
  /* A new run grants it again. */
  provision_fixture_complete (fixture);
}

/* Never mail, and never more than one user's ID. */
static void
test_reads_little (ProvisionFixture *fixture, gconstpointer data)
{
  provision_fixture_complete (fixture);
  g_assert_cmpuint (provision_fixture_count_requests (fixture, "GET *users*"), ==, 1);
  g_assert_cmpuint (provision_fixture_count_requests (fixture, "*messages*"), ==, 0);
  g_assert_cmpuint (provision_fixture_count_requests (fixture, "*mailFolders*"), ==, 0);
}

static gboolean
start_rotation (ProvisionFixture *fixture, WaxsealSecretRotation *rotation, GError **error)
{
  g_autofree char *expires = waxseal_secret_lifetime_build_expires (90);

  waxseal_secret_rotation_start_async (
    rotation, expires, fixture->cancellable, provision_fixture_done_cb, fixture);
  return waxseal_secret_rotation_start_finish (rotation, provision_fixture_wait (fixture), error);
}

static gboolean
remove_old (ProvisionFixture *fixture, WaxsealSecretRotation *rotation, GError **error)
{
  waxseal_secret_rotation_remove_old_async (rotation, NULL, provision_fixture_done_cb, fixture);
  return waxseal_secret_rotation_remove_old_finish (rotation,
                                                    provision_fixture_wait (fixture),
                                                    error);
}

static void
test_rotation (ProvisionFixture *fixture, gconstpointer data)
{
  g_autoptr (WaxsealSecretRotation) rotation = NULL;
  g_autoptr (WaxsealSecretRotation) later = NULL;
  g_autofree char *old = NULL;
  g_autoptr (GError) error = NULL;

  provision_fixture_complete (fixture);
  old = g_strdup (waxseal_record_get_text (fixture->app, "secret-key-id"));
  rotation = waxseal_secret_rotation_new (fixture->session);
  g_assert_cmpint (waxseal_secret_rotation_get_stage (rotation), ==, WAXSEAL_ROTATION_NONE);
  start_rotation (fixture, rotation, &error);
  g_assert_no_error (error);
  g_assert_cmpint (waxseal_secret_rotation_get_stage (rotation), ==, WAXSEAL_ROTATION_PROVED);
  g_assert_cmpstr (waxseal_secret_rotation_get_old_key_id (rotation), ==, old);
  g_assert_cmpstr (waxseal_record_get_text (fixture->app, "secret-key-id"), !=, old);
  /* Both work until CRES has the new one. */
  provision_fixture_assert_counts (fixture, "1 1 4 2");
  g_clear_object (&rotation);

  provision_fixture_restart (fixture);
  later = waxseal_secret_rotation_new (fixture->session);
  g_assert_cmpint (waxseal_secret_rotation_get_stage (later), ==, WAXSEAL_ROTATION_PROVED);
  waxseal_secret_rotation_declare_handed_over (later, TRUE);
  g_assert_cmpint (waxseal_secret_rotation_get_stage (later), ==, WAXSEAL_ROTATION_HANDED_OVER);
  remove_old (fixture, later, &error);
  g_assert_no_error (error);
  g_assert_cmpint (waxseal_secret_rotation_get_stage (later), ==, WAXSEAL_ROTATION_NONE);
  provision_fixture_assert_complete (fixture);
  g_clear_object (&later);
}

/* A lost reply in the middle: the orphan goes, and the rotation goes on. */
static void
test_rotation_lost (ProvisionFixture *fixture, gconstpointer data)
{
  g_autoptr (WaxsealSecretRotation) rotation = NULL;
  g_autofree char *old = NULL;
  g_autoptr (GError) error = NULL;

  provision_fixture_complete (fixture);
  old = g_strdup (waxseal_record_get_text (fixture->app, "secret-key-id"));
  rotation = waxseal_secret_rotation_new (fixture->session);
  provision_fixture_make_trouble (
    fixture, "[{'on':'POST /v1.0/applications/{}/addPassword','fault':'reset-after'}]");
  start_rotation (fixture, rotation, &error);
  g_assert_error (error, WAXSEAL_ERROR, WAXSEAL_ERROR_ORPHAN_SECRET);
  g_clear_error (&error);
  g_assert_cmpstr (waxseal_record_get_text (fixture->app, "secret-key-id"), ==, old);
  provision_fixture_assert_counts (fixture, "1 1 4 2");
  provision_fixture_remove_orphans (fixture, &error);
  g_assert_no_error (error);
  provision_fixture_assert_counts (fixture, "1 1 4 1");
  start_rotation (fixture, rotation, &error);
  g_assert_no_error (error);
  waxseal_secret_rotation_declare_handed_over (rotation, TRUE);
  remove_old (fixture, rotation, &error);
  g_assert_no_error (error);
  provision_fixture_assert_complete (fixture);
  g_clear_object (&rotation);
}

/* A rotation of which nothing was added is none. */
static void
test_rotation_refused (ProvisionFixture *fixture, gconstpointer data)
{
  g_autoptr (WaxsealSecretRotation) rotation = NULL;
  g_autoptr (GError) error = NULL;

  provision_fixture_complete (fixture);
  rotation = waxseal_secret_rotation_new (fixture->session);
  provision_fixture_make_trouble (
    fixture, "[{'on':'POST /v1.0/applications/{}/addPassword','fault':'policy-lifetime'}]");
  start_rotation (fixture, rotation, &error);
  g_assert_error (error, WAXSEAL_ERROR, WAXSEAL_ERROR_SECRET_LIFETIME);
  g_assert_cmpint (waxseal_secret_rotation_get_stage (rotation), ==, WAXSEAL_ROTATION_NONE);
  provision_fixture_assert_complete (fixture);
  g_clear_object (&rotation);
}

/* The old one is removed though the reply is lost, and what is gone already counts as removed. */
static void
test_rotation_remove_lost (ProvisionFixture *fixture, gconstpointer data)
{
  g_autoptr (WaxsealSecretRotation) rotation = NULL;
  g_autoptr (GError) error = NULL;

  provision_fixture_complete (fixture);
  rotation = waxseal_secret_rotation_new (fixture->session);
  start_rotation (fixture, rotation, &error);
  g_assert_no_error (error);
  waxseal_secret_rotation_declare_handed_over (rotation, TRUE);
  provision_fixture_make_trouble (
    fixture, "[{'on':'POST /v1.0/applications/{}/removePassword','fault':'reset-after'}]");
  remove_old (fixture, rotation, &error);
  g_assert_no_error (error);
  provision_fixture_assert_complete (fixture);
  g_clear_object (&rotation);
}

static void
delete_app (ProvisionFixture *fixture, const char *object_id)
{
  g_autoptr (GError) error = NULL;

  waxseal_app_removal_delete_app_async (
    fixture->session, object_id, NULL, provision_fixture_done_cb, fixture);
  waxseal_app_removal_delete_app_finish (provision_fixture_wait (fixture), &error);
  g_assert_no_error (error);
}

static void
test_delete (ProvisionFixture *fixture, gconstpointer data)
{
  const char *fault = data;
  g_autofree char *object_id = NULL;
  g_autoptr (GListModel) held = NULL;
  WaxsealKeyring *keyring = waxseal_tenant_session_get_keyring (fixture->session);

  provision_fixture_complete (fixture);
  object_id = g_strdup (waxseal_record_get_text (fixture->app, "object-id"));
  if (fault != NULL)
    provision_fixture_make_trouble (fixture, fault);
  delete_app (fixture, object_id);
  provision_fixture_assert_counts (fixture, "0 0 0 0");
  g_assert_cmpstr (waxseal_record_get_text (fixture->app, "client-id"), ==, "");
  g_assert_cmpstr (waxseal_record_get_text (fixture->app, "secret-key-id"), ==, "");
  waxseal_keyring_list_async (keyring,
                              waxseal_organization_get_id (fixture->organization),
                              NULL,
                              provision_fixture_done_cb,
                              fixture);
  held = waxseal_keyring_list_finish (keyring, provision_fixture_wait (fixture), NULL);
  g_assert_cmpuint (g_list_model_get_n_items (held), ==, 0);
  /* Gone already is as good, and a new one can be made. */
  delete_app (fixture, object_id);
  provision_fixture_complete (fixture);
}

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);

  provision_fixture_add ("/app-proof/young-secret", NULL, test_young_secret);
  provision_fixture_add ("/app-proof/young-app", NULL, test_young_app);
  provision_fixture_add ("/app-proof/old-secret", NULL, test_old_secret);
  provision_fixture_add ("/app-proof/lagging-roles", NULL, test_lagging_roles);
  provision_fixture_add ("/app-proof/missing-role", NULL, test_missing_role);
  provision_fixture_add ("/app-proof/reads-little", NULL, test_reads_little);
  provision_fixture_add ("/app-proof/rotation/whole", NULL, test_rotation);
  provision_fixture_add ("/app-proof/rotation/lost", NULL, test_rotation_lost);
  provision_fixture_add ("/app-proof/rotation/refused", NULL, test_rotation_refused);
  provision_fixture_add ("/app-proof/rotation/remove-lost", NULL, test_rotation_remove_lost);
  provision_fixture_add ("/app-proof/delete/plain", NULL, test_delete);
  provision_fixture_add ("/app-proof/delete/lost",
                         "[{'on':'DELETE /v1.0/applications/{}','fault':'reset-after'}]",
                         test_delete);
  provision_fixture_add ("/app-proof/delete/failed",
                         "[{'on':'DELETE /v1.0/applications/{}','fault':'status','status':500}]",
                         test_delete);
  return provision_fixture_run ();
}
