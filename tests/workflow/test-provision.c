/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The Entra job in the practice tenant, over real HTTP and with a real keyring. */
#include "provision-fixture.h"
#include "waxseal-error.h"
#include "waxseal-json.h"

static void
assert_steps (ProvisionFixture *fixture, const char *expected)
{
  g_autofree char *steps = provision_fixture_describe_steps (fixture);

  g_assert_cmpstr (steps, ==, expected);
}

#define GRANTS(state)                                                                              \
  "grant-Mail.Read:" state " grant-Mail.ReadWrite:" state " grant-Mail.Send:" state                \
  " grant-User.Read.All:" state

static void
search_for (const char *folder, const char *text)
{
  g_autoptr (GDir) dir = g_dir_open (folder, 0, NULL);
  const char *name;

  while ((name = g_dir_read_name (dir)) != NULL)
    {
      g_autofree char *path = g_build_filename (folder, name, NULL);
      g_autofree char *content = NULL;
      gsize length = 0;

      if (g_file_test (path, G_FILE_TEST_IS_DIR))
        {
          search_for (path, text);
          continue;
        }
      g_file_get_contents (path, &content, &length, NULL);
      g_assert_null (g_strstr_len (content, length, text));
    }
}

static void
test_clean (ProvisionFixture *fixture, gconstpointer data)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (SecretValue) value = NULL;

  provision_fixture_plan (fixture, NULL, &error);
  g_assert_no_error (error);
  g_assert_null (waxseal_provision_plan_get_app (fixture->plan));
  g_assert_null (waxseal_provision_plan_get_warning (fixture->plan));
  g_assert_false (waxseal_provision_plan_hands_over (fixture->plan));
  /* Nothing was sent yet that changes anything. */
  provision_fixture_assert_counts (fixture, "0 0 0 0");
  g_assert_cmpuint (provision_fixture_count_requests (fixture, "P* /v1.0/*"), ==, 0);

  provision_fixture_run_plan (fixture, &error);
  g_assert_no_error (error);
  provision_fixture_assert_complete (fixture);
  assert_steps (fixture,
                "application:done declare:done service-principal:done secret:done " GRANTS (
                  "done") " proof:done");
  value = provision_fixture_find_value (fixture);
  search_for (fixture->folder, secret_value_get_text (value));
}

static void
test_second_run (ProvisionFixture *fixture, gconstpointer data)
{
  g_autofree char *client_id = NULL;
  guint n_writes;

  provision_fixture_complete (fixture);
  client_id = g_strdup (waxseal_record_get_text (fixture->app, "client-id"));
  n_writes = provision_fixture_count_requests (fixture, "P* /v1.0/*");
  provision_fixture_restart (fixture);
  provision_fixture_complete (fixture);
  assert_steps (
    fixture,
    "application:already declare:already service-principal:already secret:already " GRANTS (
      "already") " proof:done");
  g_assert_cmpstr (waxseal_record_get_text (fixture->app, "client-id"), ==, client_id);
  g_assert_cmpuint (provision_fixture_count_requests (fixture, "P* /v1.0/*"), ==, n_writes);
}

/* Forgets what was made, as another computer does not know it. */
static void
forget (ProvisionFixture *fixture)
{
  static const char *const properties[] = {
    "client-id", "object-id", "service-principal-id", "secret-key-id", "secret-expires",
  };

  for (guint i = 0; i < G_N_ELEMENTS (properties); i++)
    waxseal_record_set_text (fixture->app, properties[i], NULL);
  g_list_store_remove_all (waxseal_record_get_list (fixture->organization, "journal"));
}

static void
test_adopt (ProvisionFixture *fixture, gconstpointer data)
{
  g_autofree char *client_id = NULL;

  provision_fixture_complete (fixture);
  client_id = g_strdup (waxseal_record_get_text (fixture->app, "client-id"));
  forget (fixture);
  provision_fixture_complete (fixture);
  g_assert_cmpstr (waxseal_record_get_text (fixture->app, "client-id"), ==, client_id);
  assert_steps (
    fixture,
    "application:already declare:already service-principal:already secret:already " GRANTS (
      "already") " proof:done");
}

/* Of somebody else, with something of its own, and with nothing that the add-in needs. */
static void
create_other (ProvisionFixture *fixture, const char *name)
{
  static const char *const scopes[] = { "Application.ReadWrite.All", NULL };
  WaxsealGraph *graph = waxseal_tenant_session_get_graph (fixture->session);
  g_autoptr (JsonNode) body = json_from_string (
    "{\"signInAudience\":\"AzureADMyOrg\",\"requiredResourceAccess\":[{\"resourceAppId\":"
    "\"00000002-0000-0ff1-ce00-000000000000\",\"resourceAccess\":[{\"id\":"
    "\"dc50a0fb-09a3-484d-be87-e023b12c6440\",\"type\":\"Role\"}]}]}",
    NULL);
  g_autoptr (WaxsealHttpReply) reply = NULL;
  g_autoptr (GError) error = NULL;

  json_object_set_string_member (json_node_get_object (body), "displayName", name);
  waxseal_tenant_session_sign_in_async (
    fixture->session, scopes, NULL, provision_fixture_done_cb, fixture);
  waxseal_tenant_session_sign_in_finish (fixture->session,
                                         provision_fixture_wait (fixture),
                                         &error);
  g_assert_no_error (error);
  waxseal_graph_call_async (graph,
                            "POST",
                            "applications",
                            body,
                            scopes,
                            WAXSEAL_GRAPH_PLAIN,
                            NULL,
                            provision_fixture_done_cb,
                            fixture);
  reply = waxseal_graph_call_finish (graph, provision_fixture_wait (fixture), &error);
  g_assert_no_error (error);
}

static void
test_adopt_bare (ProvisionFixture *fixture, gconstpointer data)
{
  g_autoptr (JsonNode) state = NULL;
  g_autofree char *text = NULL;

  create_other (fixture, waxseal_record_get_text (fixture->app, "display-name"));
  provision_fixture_complete (fixture);
  assert_steps (fixture,
                "application:already declare:done service-principal:done secret:done " GRANTS (
                  "done") " proof:done");
  /* Merged, not replaced. */
  state = provision_fixture_steer (fixture, "GET", "/practice/state", NULL);
  text = json_to_string (state, FALSE);
  g_assert_nonnull (strstr (text, "dc50a0fb-09a3-484d-be87-e023b12c6440"));
}

static void
test_several (ProvisionFixture *fixture, gconstpointer data)
{
  const char *name = waxseal_record_get_text (fixture->app, "display-name");
  g_autoptr (WaxsealTenantReview) review = NULL;
  g_autoptr (WaxsealRegisteredApp) chosen = NULL;
  g_autoptr (GError) error = NULL;

  create_other (fixture, name);
  create_other (fixture, name);
  provision_fixture_plan (fixture, NULL, &error);
  g_assert_error (error, WAXSEAL_ERROR, WAXSEAL_ERROR_SEVERAL_APPS);
  g_assert_null (fixture->plan);
  g_clear_error (&error);

  review = provision_fixture_review (fixture, &error);
  g_assert_no_error (error);
  g_assert_cmpuint (g_list_model_get_n_items (waxseal_tenant_review_get_apps (review)), ==, 2);
  chosen = g_list_model_get_item (waxseal_tenant_review_get_apps (review), 1);
  provision_fixture_plan (fixture, chosen, &error);
  provision_fixture_run_plan (fixture, &error);
  g_assert_no_error (error);
  g_assert_cmpstr (waxseal_record_get_text (fixture->app, "object-id"),
                   ==,
                   waxseal_record_get_text (chosen, "object-id"));
  provision_fixture_assert_counts (fixture, "2 1 4 1");
  /* From now on it is known which is meant. */
  provision_fixture_try (fixture, &error);
  g_assert_no_error (error);
  provision_fixture_assert_counts (fixture, "2 1 4 1");
}

/* Whoever wants one of her own gets it, however many there are of the name, and gets it once. */
static void
test_create_another (ProvisionFixture *fixture, gconstpointer data)
{
  guint n_others = GPOINTER_TO_UINT (data);
  g_autofree char *expires = waxseal_secret_lifetime_build_expires (180);
  g_autofree char *counts = g_strdup_printf ("%u 1 4 1", n_others + 1);
  g_autoptr (WaxsealTenantReview) review = NULL;
  g_autoptr (GError) error = NULL;

  for (guint i = 0; i < n_others; i++)
    create_other (fixture, waxseal_record_get_text (fixture->app, "display-name"));
  for (guint i = 0; i < 2; i++)
    {
      g_clear_object (&review);
      g_clear_object (&fixture->plan);
      review = provision_fixture_review (fixture, &error);
      g_assert_no_error (error);
      fixture->plan =
        waxseal_provision_plan_new_for_another (fixture->organization, review, expires, &error);
      provision_fixture_run_plan (fixture, &error);
      g_assert_no_error (error);
      provision_fixture_assert_counts (fixture, counts);
    }
}

static void
test_names (ProvisionFixture *fixture, gconstpointer data)
{
  const char *name = data;

  create_other (fixture, "something else");
  g_object_set (fixture->app, "display-name", name, "secret-description", name, NULL);
  provision_fixture_try (fixture, NULL);
  provision_fixture_assert_counts (fixture, "2 1 4 1");
  forget (fixture);
  provision_fixture_try (fixture, NULL);
  provision_fixture_assert_counts (fixture, "2 1 4 1");
  g_assert_cmpstr (waxseal_record_get_text (waxseal_provision_plan_get_app (fixture->plan),
                                            "display-name"),
                   ==,
                   name);
}

static void
test_review (ProvisionFixture *fixture, gconstpointer data)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (WaxsealTenantReview) review = provision_fixture_review (fixture, &error);

  g_assert_no_error (error);
  g_assert_true (g_uuid_string_is_valid (waxseal_tenant_review_get_tenant_id (review)));
  g_assert_cmpstr (waxseal_tenant_review_get_tenant_name (review), !=, "");
  g_assert_cmpuint (g_strv_length ((char **) waxseal_tenant_review_get_domains (review)), >, 1);
  g_assert_true (waxseal_tenant_review_can_register (review));
  g_assert_true (waxseal_tenant_review_can_consent (review));
  g_assert_true (waxseal_secret_policy_is_known (waxseal_tenant_review_get_policy (review)));
  g_assert_null (waxseal_tenant_review_get_keyring_error (review));
  g_assert_cmpuint (g_list_model_get_n_items (waxseal_tenant_review_get_apps (review)), ==, 0);
}

static void
test_other_tenant (ProvisionFixture *fixture, gconstpointer data)
{
  g_autoptr (GError) error = NULL;

  provision_fixture_try (fixture, &error);
  g_assert_no_error (error);
  provision_fixture_make_trouble (
    fixture,
    "[{'on':'GET /v1.0/organization','fault':'wrong-json','times':-1,'text':"
    "'{\\\"value\\\":[{\\\"id\\\":\\\"8c0a5e1e-6d0b-4c57-9d53-000000000000\\\"}]}'}]");
  provision_fixture_plan (fixture, NULL, &error);
  g_assert_error (error, WAXSEAL_ERROR, WAXSEAL_ERROR_WRONG_ACCOUNT);
  g_assert_null (fixture->plan);
}

static void
test_practice_stays_apart (ProvisionFixture *fixture, gconstpointer data)
{
  const char *base = waxseal_practice_server_get_base (fixture->server);
  g_autoptr (WaxsealOrganization) real = waxseal_organization_new ("Contoso", WAXSEAL_CLOUD_GLOBAL);
  g_autoptr (GError) no_tenant = NULL;
  g_autoptr (GError) practice = NULL;

  g_assert_null (
    waxseal_tenant_session_new (fixture->organization, fixture->store, NULL, &no_tenant));
  g_assert_error (no_tenant, WAXSEAL_ERROR, WAXSEAL_ERROR_WRONG_TENANT);
  g_assert_null (waxseal_tenant_session_new (real, fixture->store, base, &practice));
  g_assert_error (practice, WAXSEAL_ERROR, WAXSEAL_ERROR_WRONG_TENANT);
}

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);

  provision_fixture_add ("/provision/clean", NULL, test_clean);
  provision_fixture_add ("/provision/second-run", NULL, test_second_run);
  provision_fixture_add ("/provision/adopt", NULL, test_adopt);
  provision_fixture_add ("/provision/adopt-bare", NULL, test_adopt_bare);
  provision_fixture_add ("/provision/several", NULL, test_several);
  provision_fixture_add ("/provision/create-another/one",
                         GUINT_TO_POINTER (1),
                         test_create_another);
  provision_fixture_add ("/provision/create-another/two",
                         GUINT_TO_POINTER (2),
                         test_create_another);
  provision_fixture_add ("/provision/names/signs",
                         "O'Brien & Söhne 100% #1 \"x\" a+b/c?",
                         test_names);
  provision_fixture_add ("/provision/names/japanese", "暗号化アドイン「本番」''", test_names);
  provision_fixture_add ("/provision/review", NULL, test_review);
  provision_fixture_add ("/provision/other-tenant", NULL, test_other_tenant);
  provision_fixture_add ("/provision/practice-stays-apart", NULL, test_practice_stays_apart);
  return provision_fixture_run ();
}
