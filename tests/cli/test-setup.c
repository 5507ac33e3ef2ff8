/* SPDX-License-Identifier: GPL-3.0-or-later */
#include <string.h>

#include "leak-search.h"
#include "setup-fixture.h"
#include "waxseal-error.h"
#include "waxseal-keyring.h"

#define DONE "1 1 4 1"

static void
assert_tenant (SetupFixture *fixture, const char *counts)
{
  g_autofree char *described = setup_fixture_describe (fixture);

  g_assert_cmpstr (described, ==, counts);
}

static guint
count_writes (SetupFixture *fixture)
{
  g_autoptr (GPtrArray) requests = setup_fixture_list_requests (fixture);
  guint n = 0;

  for (guint i = 0; i < requests->len; i++)
    n += strstr (requests->pdata[i], " /v1.0/") != NULL &&
         !g_str_has_prefix (requests->pdata[i], "GET ");
  return n;
}

static guint
count_granted (SetupFixture *fixture)
{
  JsonArray *granted =
    waxseal_json_get_array (waxseal_json_node_get_object (fixture->result), "granted");

  g_assert_nonnull (granted);
  return json_array_get_length (granted);
}

static void
assert_done (SetupFixture *fixture)
{
  JsonObject *result = waxseal_json_node_get_object (fixture->result);
  JsonObject *proof = waxseal_json_get_object (result, "proof");

  g_assert_cmpint (fixture->exit, ==, 0);
  g_assert_cmpstr (setup_fixture_get_text (fixture, "outcome"), ==, "done");
  g_assert_cmpuint (count_granted (fixture), ==, 4);
  g_assert_cmpstr (waxseal_json_get_text (proof, "state"), ==, "verified");
  g_assert_cmpint (setup_fixture_get_error (fixture), ==, -1);
  g_assert_true (setup_fixture_holds_secret (fixture));
}

static void
test_done (SetupFixture *fixture, gconstpointer way)
{
  static const char *const ids[] = {
    "tenantId", "clientId", "objectId", "secretId", "servicePrincipalId",
  };
  g_autofree char *options = g_strdup_printf ("--organization P%s", (const char *) way);

  setup_fixture_run (fixture, options);
  assert_done (fixture);
  assert_tenant (fixture, DONE);
  g_assert_cmpstr (setup_fixture_get_text (fixture, "organization"), ==, "P");
  for (guint i = 0; i < G_N_ELEMENTS (ids); i++)
    g_assert_true (g_uuid_string_is_valid (setup_fixture_get_text (fixture, ids[i])));
}

static void
test_again (SetupFixture *fixture, gconstpointer unused)
{
  guint n_writes;

  setup_fixture_run (fixture, "--organization P --browser");
  assert_done (fixture);
  n_writes = count_writes (fixture);
  g_assert_cmpuint (n_writes, >=, 7);
  setup_fixture_run (fixture, "--organization P --browser");
  assert_done (fixture);
  assert_tenant (fixture, DONE);
  g_assert_cmpuint (count_writes (fixture), ==, n_writes);
}

static void
test_handed_over (SetupFixture *fixture, gconstpointer unused)
{
  setup_fixture_run (
    fixture, "--organization P --browser --practice-person cloud-application-administrator");
  g_assert_cmpint (fixture->exit, ==, 1);
  g_assert_cmpstr (setup_fixture_get_text (fixture, "outcome"), ==, "handed-over");
  g_assert_nonnull (strstr (fixture->errors, "/adminconsent?client_id="));
  g_assert_cmpuint (count_granted (fixture), ==, 0);
  assert_tenant (fixture, "1 1 0 1");

  /* Whoever has the role ends it. */
  setup_fixture_run (fixture, "--organization P --browser");
  assert_done (fixture);
  assert_tenant (fixture, DONE);
}

static void
test_refused (SetupFixture *fixture, gconstpointer unused)
{
  setup_fixture_run (fixture, "--organization P --browser --practice-person user");
  g_assert_cmpint (fixture->exit, ==, 2);
  g_assert_cmpstr (setup_fixture_get_text (fixture, "outcome"), ==, "failed");
  g_assert_cmpint (setup_fixture_get_error (fixture), ==, WAXSEAL_ERROR_ADMIN_CONSENT_NEEDED);
  assert_tenant (fixture, "0 0 0 0");
}

static void
test_dry_run (SetupFixture *fixture, gconstpointer unused)
{
  setup_fixture_run (fixture, "--organization P --browser --dry-run");
  g_assert_cmpint (fixture->exit, ==, 0);
  g_assert_cmpstr (setup_fixture_get_text (fixture, "outcome"), ==, "dry-run");
  g_assert_cmpuint (count_writes (fixture), ==, 0);
  assert_tenant (fixture, "0 0 0 0");
}

/* What somebody else registered is used, or not, as the options say. */
static void
test_several (SetupFixture *fixture, gconstpointer unused)
{
  g_autofree char *id = NULL;
  g_autofree char *adopt = NULL;

  setup_fixture_run (fixture, "--organization A --browser");
  assert_done (fixture);
  id = g_strdup (setup_fixture_get_text (fixture, "clientId"));

  setup_fixture_run (fixture, "--organization B --browser --create");
  assert_done (fixture);
  g_assert_cmpstr (setup_fixture_get_text (fixture, "clientId"), !=, id);
  assert_tenant (fixture, "2 2 8 2");
  /* A run that is resumed does not make a third one. */
  setup_fixture_run (fixture, "--organization B --browser --create");
  assert_done (fixture);
  assert_tenant (fixture, "2 2 8 2");

  setup_fixture_run (fixture, "--organization C --browser");
  g_assert_cmpint (fixture->exit, ==, 2);
  g_assert_cmpint (setup_fixture_get_error (fixture), ==, WAXSEAL_ERROR_SEVERAL_APPS);
  g_assert_nonnull (strstr (fixture->errors, id));
  assert_tenant (fixture, "2 2 8 2");

  adopt = g_strconcat ("--organization C --browser --adopt ", id, NULL);
  setup_fixture_run (fixture, adopt);
  assert_done (fixture);
  g_assert_cmpstr (setup_fixture_get_text (fixture, "clientId"), ==, id);
  assert_tenant (fixture, "2 2 8 3");
}

/* The only one of the name is adopted; a secret whose value somebody else has is left alone. */
static void
test_adopted (SetupFixture *fixture, gconstpointer unused)
{
  setup_fixture_run (fixture, "--organization A --browser");
  assert_done (fixture);
  setup_fixture_run (fixture, "--organization B --browser");
  assert_done (fixture);
  assert_tenant (fixture, "1 1 4 2");
}

static void
test_orphan (SetupFixture *fixture, gconstpointer unused)
{
  setup_fixture_make_trouble (fixture,
                              "[{\"on\":\"POST */addPassword\",\"fault\":\"reset-after\"}]");
  setup_fixture_run (fixture, "--organization P --browser");
  g_assert_cmpint (fixture->exit, ==, 2);
  g_assert_cmpint (setup_fixture_get_error (fixture), ==, WAXSEAL_ERROR_ORPHAN_SECRET);
  assert_tenant (fixture, "1 1 0 1");

  /* It is not removed unasked, nor is another one made. */
  setup_fixture_run (fixture, "--organization P --browser");
  g_assert_cmpint (setup_fixture_get_error (fixture), ==, WAXSEAL_ERROR_ORPHAN_SECRET);
  assert_tenant (fixture, "1 1 0 1");

  setup_fixture_run (fixture, "--organization P --browser --remove-orphans");
  assert_done (fixture);
  assert_tenant (fixture, DONE);
}

/* A search that finds nothing proves nothing, unless it finds what is there. */
static void
test_search (void)
{
  const char *refresh = "aB3dE6gH9jK2mN5pQ8sT1vW4yZ7bC0eF3hI6kL9nO2q";
  const char *value = "xPa8Q~abcdef.ABCDEFGH_12345678901-abcdef";
  g_autofree char *state = g_compute_checksum_for_string (G_CHECKSUM_SHA256, refresh, -1);
  g_autofree char *line = g_strdup_printf ("code=%s&state=1", refresh);
  g_autofree char *known = leak_search_text (state, "here", line, strlen (line));
  g_autofree char *unknown = leak_search_text ("", "here", line, strlen (line));
  g_autofree char *shaped = leak_search_text ("", "here", value, strlen (value) + 1);
  g_autofree char *token = leak_search_text ("", "here", "\0eyJhbGciOiJSUzI1NiIsInR5.eyJh", 31);

  g_assert_cmpstr (known, ==, "a secret in here");
  g_assert_cmpstr (unknown, ==, NULL);
  g_assert_cmpstr (shaped, ==, "a client secret in here");
  g_assert_cmpstr (token, ==, "a token in here");
}

static void
add (const char *path, gconstpointer data, void (*test) (SetupFixture *fixture, gconstpointer data))
{
  g_test_add (path, SetupFixture, data, setup_fixture_set_up, test, setup_fixture_tear_down);
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/setup/search", test_search);
  add ("/setup/done/code", "", test_done);
  add ("/setup/done/browser", " --browser", test_done);
  add ("/setup/again", NULL, test_again);
  add ("/setup/handed-over", NULL, test_handed_over);
  add ("/setup/refused", NULL, test_refused);
  add ("/setup/dry-run", NULL, test_dry_run);
  add ("/setup/several", NULL, test_several);
  add ("/setup/adopted", NULL, test_adopted);
  add ("/setup/orphan", NULL, test_orphan);
  return g_test_run ();
}
