/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "provision-fixture.h"

#include "../model/store-fixture.h"
#include "waxseal-app-proof.h"
#include "waxseal-json.h"
#include "waxseal-practice-person.h"
#include "waxseal-provision-enum-types.h"

#define PEOPLE 5
#define PACE   0.003

static WaxsealPracticeServer *shared_server;

static void
followed_cb (GObject *source, GAsyncResult *result, gpointer user_data)
{
  /* A page that refuses is the account's to tell. */
  waxseal_practice_person_finish (result, NULL);
}

static void
open_link_cb (ProvisionFixture *self, const char *uri)
{
  waxseal_practice_person_follow_link_async (self->person, uri, NULL, followed_cb, NULL);
}

static void
start_session (ProvisionFixture *self)
{
  g_autoptr (GError) error = NULL;

  self->app = waxseal_organization_get_entra_app (self->organization);
  self->session = waxseal_tenant_session_new (self->organization,
                                              self->store,
                                              waxseal_practice_server_get_base (self->server),
                                              &error);
  g_assert_no_error (error);
  waxseal_http_set_pace (waxseal_tenant_session_get_http (self->session), PACE);
  g_signal_connect_swapped (waxseal_tenant_session_get_account (self->session),
                            "open-link",
                            G_CALLBACK (open_link_cb),
                            self);
}

static void
set_up (ProvisionFixture *self, gconstpointer data)
{
  g_autoptr (JsonNode) reply = NULL;

  self->server = shared_server;
  self->control = soup_session_new ();
  self->person = "global-administrator";
  self->cancellable = g_cancellable_new ();
  reply = provision_fixture_steer (self, "POST", "/practice/reset", "");
  self->folder = store_fixture_create_folder ();
  self->store = store_fixture_create_store (self->folder, NO_SAVE);
  store_fixture_scan (self->store);
  self->organization = waxseal_organization_new ("Practice", WAXSEAL_CLOUD_GLOBAL);
  g_object_set (self->organization, "practice", TRUE, NULL);
  waxseal_organization_store_add (self->store, self->organization);
  start_session (self);
}

static void
stop_session (ProvisionFixture *self)
{
  g_clear_object (&self->plan);
  g_clear_object (&self->result);
  while (g_main_context_iteration (NULL, FALSE))
    ;
  g_assert_finalize_object (self->session);
  g_object_unref (self->organization);
  g_object_unref (self->store);
}

static void
tear_down (ProvisionFixture *self, gconstpointer data)
{
  stop_session (self);
  g_object_unref (self->cancellable);
  soup_session_abort (self->control);
  g_object_unref (self->control);
  store_fixture_delete (self->folder);
  g_free (self->folder);
}

void
provision_fixture_add (const char *path, gconstpointer data, ProvisionTest test)
{
  g_test_add (path, ProvisionFixture, data, set_up, test, tear_down);
}

int
provision_fixture_run (void)
{
  g_autoptr (GError) error = NULL;
  int status;

  shared_server = waxseal_practice_server_new (PEOPLE);
  waxseal_practice_server_start (shared_server, 0, &error);
  g_assert_no_error (error);
  status = g_test_run ();
  waxseal_practice_server_stop (shared_server);
  g_clear_object (&shared_server);
  return status;
}

void
provision_fixture_restart (ProvisionFixture *self)
{
  g_autofree char *id = g_strdup (waxseal_organization_get_id (self->organization));
  g_autoptr (GError) error = NULL;

  stop_session (self);
  g_object_unref (self->cancellable);
  self->cancellable = g_cancellable_new ();
  self->store = store_fixture_create_store (self->folder, NO_SAVE);
  store_fixture_scan (self->store);
  self->organization = store_fixture_load (self->store, id, &error);
  g_assert_no_error (error);
  start_session (self);
}

void
provision_fixture_sign_in_as (ProvisionFixture *self, const char *person)
{
  g_autoptr (GError) error = NULL;
  WaxsealAccount *account = waxseal_tenant_session_get_account (self->session);

  self->person = person;
  waxseal_account_sign_out_async (account, NULL, provision_fixture_done_cb, self);
  waxseal_account_sign_out_finish (account, provision_fixture_wait (self), &error);
  g_assert_no_error (error);
}

JsonNode *
provision_fixture_steer (ProvisionFixture *self,
                         const char *method,
                         const char *path,
                         const char *body)
{
  g_autofree char *uri = g_strconcat (waxseal_practice_server_get_base (self->server), path, NULL);
  g_autoptr (SoupMessage) message = soup_message_new (method, uri);
  g_autoptr (GError) error = NULL;
  g_autoptr (GBytes) bytes = NULL;
  g_autoptr (GBytes) reply = NULL;
  g_autofree char *text = NULL;

  soup_message_headers_replace (soup_message_get_request_headers (message),
                                "X-Waxseal-Practice",
                                "1");
  if (body != NULL)
    {
      bytes = g_bytes_new (body, strlen (body));
      soup_message_set_request_body_from_bytes (message, "application/json", bytes);
    }
  reply = soup_session_send_and_read (self->control, message, NULL, &error);
  g_assert_no_error (error);
  g_assert_cmpuint (soup_message_get_status (message) / 100, ==, 2);
  text = g_strndup (g_bytes_get_data (reply, NULL), g_bytes_get_size (reply));
  return text != NULL ? json_from_string (text, NULL) : NULL;
}

void
provision_fixture_make_trouble (ProvisionFixture *self, const char *script)
{
  g_autofree char *json = g_strdelimit (g_strdup (script), "'", '"');
  g_autoptr (JsonNode) reply = provision_fixture_steer (self, "POST", "/practice/faults", json);
}

void
provision_fixture_assert_counts (ProvisionFixture *self, const char *counts)
{
  g_autoptr (JsonNode) reply = provision_fixture_steer (self, "GET", "/practice/summary", NULL);
  JsonObject *summary = json_node_get_object (reply);
  g_autofree char *found =
    g_strdup_printf ("%d %d %d %d",
                     (int) waxseal_json_get_number (summary, "applications", -1),
                     (int) waxseal_json_get_number (summary, "servicePrincipals", -1),
                     (int) waxseal_json_get_number (summary, "grants", -1),
                     (int) waxseal_json_get_number (summary, "liveSecrets", -1));

  g_assert_cmpstr (found, ==, counts);
}

guint
provision_fixture_count_requests (ProvisionFixture *self, const char *route)
{
  g_autoptr (JsonNode) reply = provision_fixture_steer (self, "GET", "/practice/log", NULL);
  JsonArray *log = json_node_get_array (reply);
  guint n = 0;

  for (guint i = 0; i < json_array_get_length (log); i++)
    {
      JsonObject *entry = json_array_get_object_element (log, i);
      g_autofree char *request = g_strdup_printf ("%s %s",
                                                  waxseal_json_get_text (entry, "method"),
                                                  waxseal_json_get_text (entry, "route"));

      n += g_pattern_match_simple (route, request);
    }
  return n;
}

void
provision_fixture_done_cb (GObject *source, GAsyncResult *result, gpointer fixture)
{
  g_set_object (&((ProvisionFixture *) fixture)->result, result);
}

GAsyncResult *
provision_fixture_wait (ProvisionFixture *self)
{
  g_clear_object (&self->result);
  while (self->result == NULL)
    g_main_context_iteration (NULL, TRUE);
  return self->result;
}

WaxsealTenantReview *
provision_fixture_review (ProvisionFixture *self, GError **error)
{
  waxseal_tenant_review_async (self->session, self->cancellable, provision_fixture_done_cb, self);
  return waxseal_tenant_review_finish (provision_fixture_wait (self), error);
}

void
provision_fixture_plan (ProvisionFixture *self, WaxsealRegisteredApp *adopt, GError **error)
{
  g_autoptr (WaxsealTenantReview) review = provision_fixture_review (self, error);
  g_autofree char *expires = waxseal_secret_lifetime_build_expires (180);

  g_clear_object (&self->plan);
  if (review != NULL)
    self->plan = waxseal_provision_plan_new (self->organization, review, adopt, expires, error);
}

gboolean
provision_fixture_run_plan (ProvisionFixture *self, GError **error)
{
  g_autoptr (WaxsealProvision) provision = waxseal_provision_new (self->session);

  waxseal_provision_run_async (
    provision, self->plan, self->cancellable, provision_fixture_done_cb, self);
  return waxseal_provision_run_finish (provision, provision_fixture_wait (self), error);
}

gboolean
provision_fixture_try (ProvisionFixture *self, GError **error)
{
  provision_fixture_plan (self, NULL, error);
  return self->plan != NULL && provision_fixture_run_plan (self, error);
}

void
provision_fixture_complete (ProvisionFixture *self)
{
  g_autoptr (GError) error = NULL;

  provision_fixture_try (self, &error);
  g_assert_no_error (error);
  provision_fixture_assert_complete (self);
}

gboolean
provision_fixture_remove_orphans (ProvisionFixture *self, GError **error)
{
  g_autoptr (WaxsealProvision) provision = waxseal_provision_new (self->session);

  waxseal_provision_remove_orphans_async (provision, NULL, provision_fixture_done_cb, self);
  return waxseal_provision_remove_orphans_finish (provision, provision_fixture_wait (self), error);
}

gboolean
provision_fixture_prove (ProvisionFixture *self, GError **error)
{
  waxseal_app_proof_run_async (self->session, self->cancellable, provision_fixture_done_cb, self);
  return waxseal_app_proof_run_finish (provision_fixture_wait (self), error);
}

SecretValue *
provision_fixture_find_value (ProvisionFixture *self)
{
  const char *key_id = waxseal_record_get_text (self->app, "secret-key-id");
  WaxsealKeyring *keyring = waxseal_tenant_session_get_keyring (self->session);

  if (*key_id == '\0')
    return NULL;
  waxseal_keyring_lookup_async (keyring,
                                waxseal_organization_get_id (self->organization),
                                key_id,
                                NULL,
                                provision_fixture_done_cb,
                                self);
  return waxseal_keyring_lookup_finish (keyring, provision_fixture_wait (self), NULL);
}

guint
provision_fixture_count_pending (ProvisionFixture *self)
{
  GListModel *journal = G_LIST_MODEL (waxseal_record_get_list (self->organization, "journal"));
  guint n = 0;

  for (guint i = 0; i < g_list_model_get_n_items (journal); i++)
    {
      g_autoptr (WaxsealRecord) entry = g_list_model_get_item (journal, i);

      n += *waxseal_record_get_text (entry, "settled-on") == '\0';
    }
  return n;
}

char *
provision_fixture_describe_steps (ProvisionFixture *self)
{
  GListModel *steps = waxseal_provision_plan_get_steps (self->plan);
  g_autoptr (GString) text = g_string_new (NULL);

  for (guint i = 0; i < g_list_model_get_n_items (steps); i++)
    {
      g_autoptr (WaxsealProvisionStep) step = g_list_model_get_item (steps, i);
      g_autoptr (GEnumClass) states = g_type_class_ref (WAXSEAL_TYPE_PROVISION_STATE);

      g_string_append_printf (
        text,
        "%s%s:%s",
        text->len > 0 ? " " : "",
        waxseal_provision_step_get_id (step),
        g_enum_get_value (states, waxseal_provision_step_get_state (step))->value_nick);
    }
  return g_string_free (g_steal_pointer (&text), FALSE);
}

void
provision_fixture_assert_complete (ProvisionFixture *self)
{
  GListModel *permissions = G_LIST_MODEL (waxseal_record_get_list (self->app, "permissions"));
  g_autoptr (SecretValue) value = provision_fixture_find_value (self);

  provision_fixture_assert_counts (self, "1 1 4 1");
  g_assert_nonnull (value);
  g_assert_cmpuint (provision_fixture_count_pending (self), ==, 0);
  g_assert_cmpint (waxseal_app_proof_get_state (self->organization), ==, WAXSEAL_STATE_VERIFIED);
  for (guint i = 0; i < g_list_model_get_n_items (permissions); i++)
    {
      g_autoptr (WaxsealRecord) permission = g_list_model_get_item (permissions, i);

      g_assert_cmpstr (waxseal_record_get_text (permission, "verified-on"), !=, "");
    }
}
