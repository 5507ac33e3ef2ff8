/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "matrix-fixture.h"

#include <glib/gstdio.h>

#include "raw-client.h"
#include "waxseal-practice-person.h"
#include "waxseal-remedy.h"

#define STEERING "X-Waxseal-Practice: 1\r\n"

static void
result_cb (GObject *source, GAsyncResult *result, gpointer user_data)
{
  GAsyncResult **place = user_data;

  *place = g_object_ref (result);
}

static GAsyncResult *
wait_for (GAsyncResult **result)
{
  while (*result == NULL)
    g_main_context_iteration (NULL, TRUE);
  return *result;
}

MatrixFixture *
matrix_fixture_new (guint n_people, WaxsealSignInWay way)
{
  MatrixFixture *self = g_new0 (MatrixFixture, 1);
  g_autoptr (GError) error = NULL;

  self->server = waxseal_practice_server_new (n_people);
  self->way = way;
  self->pace = 0.01;
  self->person = "global-administrator";
  waxseal_practice_server_start (self->server, 0, &error);
  g_assert_no_error (error);
  return self;
}

void
matrix_fixture_free (MatrixFixture *self)
{
  matrix_fixture_end (self);
  waxseal_practice_server_stop (self->server);
  g_object_unref (self->server);
  g_free (self);
}

/* Who steers the practice tenant. Returns what it replied, or NULL. */
JsonNode *
matrix_fixture_steer (MatrixFixture *self, const char *method, const char *path, const char *body)
{
  const char *base = waxseal_practice_server_get_base (self->server);
  g_autoptr (RawReply) reply = raw_client_ask (base, method, path, STEERING, body);

  g_assert_cmpuint (reply->status / 100, ==, 2);
  return json_from_string (reply->body, NULL);
}

static void
person_done_cb (GObject *source, GAsyncResult *result, gpointer user_data)
{
  /* Pages in trouble are a part of some tests: the sign-in tells how it ended. */
  waxseal_practice_person_finish (result, NULL);
}

static void
device_code_cb (MatrixFixture *self, WaxsealDeviceCode *code)
{
  waxseal_practice_person_enter_code_async (self->person,
                                            waxseal_device_code_get_verification_uri (code),
                                            waxseal_device_code_get_user_code (code),
                                            self->cancellable,
                                            person_done_cb,
                                            NULL);
}

static void
open_link_cb (MatrixFixture *self, const char *uri)
{
  waxseal_practice_person_follow_link_async (
    self->person, uri, self->cancellable, person_done_cb, NULL);
}

static void
start_session (MatrixFixture *self)
{
  const char *base = waxseal_practice_server_get_base (self->server);
  g_autoptr (GError) error = NULL;
  WaxsealAccount *account;

  self->session = waxseal_tenant_session_new (self->organization, self->store, base, &error);
  g_assert_no_error (error);
  waxseal_http_set_pace (waxseal_tenant_session_get_http (self->session), self->pace);
  waxseal_tenant_session_set_way (self->session, self->way);
  account = waxseal_tenant_session_get_account (self->session);
  g_signal_connect_swapped (account, "device-code", G_CALLBACK (device_code_cb), self);
  g_signal_connect_swapped (account, "open-link", G_CALLBACK (open_link_cb), self);
  self->provision = waxseal_provision_new (self->session);
  self->cancellable = g_cancellable_new ();
}

static void
end_session (MatrixFixture *self)
{
  if (self->session == NULL)
    return;
  g_cancellable_cancel (self->cancellable);
  g_signal_handlers_disconnect_by_data (waxseal_tenant_session_get_account (self->session), self);
  g_clear_object (&self->cancellable);
  g_clear_object (&self->provision);
  g_clear_object (&self->session);
}

static void
flush (MatrixFixture *self)
{
  g_autoptr (GAsyncResult) result = NULL;
  g_autoptr (GError) error = NULL;

  waxseal_organization_store_flush_async (self->store, NULL, result_cb, &result);
  waxseal_organization_store_flush_finish (self->store, wait_for (&result), &error);
  g_assert_no_error (error);
}

/* A tenant without faults, and an organisation that knows nothing of it. */
void
matrix_fixture_renew (MatrixFixture *self)
{
  g_autoptr (JsonNode) reset = NULL;
  g_autoptr (GError) error = NULL;

  matrix_fixture_end (self);
  reset = matrix_fixture_steer (self, "POST", "/practice/reset", "{}");
  self->folder = g_dir_make_tmp ("waxseal-provision-XXXXXX", &error);
  g_assert_no_error (error);
  self->store = waxseal_organization_store_new (self->folder);
  self->organization = waxseal_organization_new ("Practice", WAXSEAL_CLOUD_GLOBAL);
  g_object_set (self->organization, "practice", TRUE, NULL);
  waxseal_organization_store_add (self->store, self->organization);
  start_session (self);
}

/* As Waxseal does when it is started again: nothing is known but what is on disk. */
void
matrix_fixture_reopen (MatrixFixture *self)
{
  g_autofree char *id = g_strdup (waxseal_organization_get_id (self->organization));
  g_autoptr (GAsyncResult) scanned = NULL;
  g_autoptr (GAsyncResult) loaded = NULL;
  g_autoptr (GError) error = NULL;

  end_session (self);
  flush (self);
  g_clear_object (&self->organization);
  g_clear_object (&self->store);
  self->store = waxseal_organization_store_new (self->folder);
  waxseal_organization_store_scan_async (self->store, NULL, result_cb, &scanned);
  waxseal_organization_store_scan_finish (self->store, wait_for (&scanned), &error);
  g_assert_no_error (error);
  waxseal_organization_store_load_async (self->store, id, NULL, result_cb, &loaded);
  self->organization =
    waxseal_organization_store_load_finish (self->store, wait_for (&loaded), &error);
  g_assert_no_error (error);
  start_session (self);
}

static void
clear_keyring (MatrixFixture *self)
{
  WaxsealKeyring *keyring = waxseal_tenant_session_get_keyring (self->session);
  g_autoptr (GAsyncResult) result = NULL;
  g_autoptr (GError) error = NULL;

  waxseal_keyring_clear_async (
    keyring, waxseal_organization_get_id (self->organization), NULL, NULL, result_cb, &result);
  waxseal_keyring_clear_finish (keyring, wait_for (&result), &error);
  g_assert_no_error (error);
}

static void
remove_folder (const char *folder)
{
  g_autoptr (GDir) dir = g_dir_open (folder, 0, NULL);
  const char *name;

  while (dir != NULL && (name = g_dir_read_name (dir)) != NULL)
    {
      g_autofree char *path = g_build_filename (folder, name, NULL);

      if (g_file_test (path, G_FILE_TEST_IS_DIR) && !g_file_test (path, G_FILE_TEST_IS_SYMLINK))
        remove_folder (path);
      else
        g_unlink (path);
    }
  g_rmdir (folder);
}

/* Nothing of the organisation is left, neither on disk nor in the keyring. */
void
matrix_fixture_end (MatrixFixture *self)
{
  if (self->store == NULL)
    return;
  clear_keyring (self);
  end_session (self);
  flush (self);
  g_clear_object (&self->organization);
  g_clear_object (&self->store);
  remove_folder (self->folder);
  g_clear_pointer (&self->folder, g_free);
}

/* The organisation's own application, the only one there is, or NULL for a new one. */
static gboolean
choose_app (WaxsealTenantReview *review, WaxsealRegisteredApp **app, GError **error)
{
  GListModel *apps = waxseal_tenant_review_get_apps (review);
  WaxsealRegisteredApp *own = waxseal_tenant_review_get_own_app (review);

  if (own != NULL)
    *app = g_object_ref (own);
  else if (g_list_model_get_n_items (apps) <= 1)
    *app = g_list_model_get_item (apps, 0);
  else
    g_propagate_error (error, waxseal_remedy_new_error (WAXSEAL_ERROR_SEVERAL_APPS, NULL));
  return own != NULL || g_list_model_get_n_items (apps) <= 1;
}

static WaxsealProvisionPlan *
make_plan (MatrixFixture *self, WaxsealTenantReview *review, GError **error)
{
  WaxsealSecretPolicy *policy = waxseal_tenant_review_get_policy (review);
  g_autoptr (WaxsealRegisteredApp) app = NULL;
  g_autofree char *expires = NULL;
  guint days;

  if (!choose_app (review, &app, error))
    return NULL;
  days = waxseal_secret_lifetime_get_default (policy,
                                              app != NULL ? waxseal_record_get_text (app, "created")
                                                          : NULL);
  expires = waxseal_secret_lifetime_build_expires (days);
  return waxseal_provision_plan_new (self->organization, review, app, expires, error);
}

static gboolean
is_handed_over (WaxsealProvisionPlan *plan)
{
  GListModel *steps = waxseal_provision_plan_get_steps (plan);

  for (guint i = 0; i < g_list_model_get_n_items (steps); i++)
    {
      g_autoptr (WaxsealProvisionStep) step = g_list_model_get_item (steps, i);

      if (waxseal_provision_step_get_state (step) == WAXSEAL_PROVISION_HANDED_OVER)
        return TRUE;
    }
  return FALSE;
}

/* Review, plan and run, as “waxseal setup” does it; what is handed over to somebody else is not
 * done for want of a role. */
gboolean
matrix_fixture_attempt (MatrixFixture *self, GError **error)
{
  g_autoptr (GAsyncResult) reviewed = NULL;
  g_autoptr (GAsyncResult) run = NULL;
  g_autoptr (WaxsealTenantReview) review = NULL;
  g_autoptr (WaxsealProvisionPlan) plan = NULL;

  waxseal_tenant_review_async (self->session, NULL, result_cb, &reviewed);
  review = waxseal_tenant_review_finish (wait_for (&reviewed), error);
  if (review == NULL)
    return FALSE;
  plan = make_plan (self, review, error);
  if (plan == NULL)
    return FALSE;
  waxseal_provision_run_async (self->provision, plan, NULL, result_cb, &run);
  if (!waxseal_provision_run_finish (self->provision, wait_for (&run), error))
    return FALSE;
  if (is_handed_over (plan))
    g_propagate_error (error, waxseal_remedy_new_error (WAXSEAL_ERROR_ROLE_MISSING, NULL));
  return !is_handed_over (plan);
}

gboolean
matrix_fixture_remove_orphans (MatrixFixture *self, GError **error)
{
  g_autoptr (GAsyncResult) result = NULL;

  waxseal_provision_remove_orphans_async (self->provision, NULL, result_cb, &result);
  return waxseal_provision_remove_orphans_finish (self->provision, wait_for (&result), error);
}

MatrixCounts
matrix_fixture_count (MatrixFixture *self)
{
  g_autoptr (JsonNode) summary = matrix_fixture_steer (self, "GET", "/practice/summary", NULL);
  JsonObject *counts = waxseal_json_node_get_object (summary);

  return (MatrixCounts){
    .applications = waxseal_json_get_number (counts, "applications", -1),
    .service_principals = waxseal_json_get_number (counts, "servicePrincipals", -1),
    .grants = waxseal_json_get_number (counts, "grants", -1),
    .live_secrets = waxseal_json_get_number (counts, "liveSecrets", -1),
  };
}

/* Whether the keyring has the value of the secret. */
gboolean
matrix_fixture_holds (MatrixFixture *self, const char *key_id)
{
  WaxsealKeyring *keyring = waxseal_tenant_session_get_keyring (self->session);
  const char *id = waxseal_organization_get_id (self->organization);
  g_autoptr (GAsyncResult) result = NULL;
  SecretValue *value;

  waxseal_keyring_lookup_async (keyring, id, key_id, NULL, result_cb, &result);
  value = waxseal_keyring_lookup_finish (keyring, wait_for (&result), NULL);
  if (value == NULL)
    return FALSE;
  secret_value_unref (value);
  return TRUE;
}
