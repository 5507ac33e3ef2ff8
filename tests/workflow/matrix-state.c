/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "matrix-state.h"

#define N_GRANTS 4

static WaxsealEntraApp *
get_record (MatrixFixture *fixture)
{
  return waxseal_organization_get_entra_app (fixture->organization);
}

static char *
describe_counts (MatrixFixture *fixture)
{
  MatrixCounts counts = matrix_fixture_count (fixture);

  return g_strdup_printf ("%d applications, %d service principals, %d grants, %d live secrets",
                          (int) counts.applications,
                          (int) counts.service_principals,
                          (int) counts.grants,
                          (int) counts.live_secrets);
}

/* Whether the journal speaks of @object_id, or of something of the kind that is still open. */
static gboolean
is_in_journal (MatrixFixture *fixture, const char *action, const char *object_id)
{
  GListModel *journal = G_LIST_MODEL (waxseal_record_get_list (fixture->organization, "journal"));

  for (guint i = 0; i < g_list_model_get_n_items (journal); i++)
    {
      g_autoptr (WaxsealRecord) entry = g_list_model_get_item (journal, i);
      gboolean is_open = *waxseal_record_get_text (entry, "settled-on") == '\0';

      if (g_str_equal (waxseal_record_get_text (entry, "action"), action) &&
          (is_open || g_str_equal (waxseal_record_get_text (entry, "object-id"), object_id)))
        return TRUE;
    }
  return FALSE;
}

static guint
count_open (MatrixFixture *fixture)
{
  GListModel *journal = G_LIST_MODEL (waxseal_record_get_list (fixture->organization, "journal"));
  guint n = 0;

  for (guint i = 0; i < g_list_model_get_n_items (journal); i++)
    {
      g_autoptr (WaxsealRecord) entry = g_list_model_get_item (journal, i);

      n += *waxseal_record_get_text (entry, "settled-on") == '\0';
    }
  return n;
}

static char *
check_secret (MatrixFixture *fixture, const char *key_id)
{
  if (matrix_fixture_holds (fixture, key_id) ||
      is_in_journal (fixture, WAXSEAL_JOURNAL_ADD_SECRET, key_id))
    return NULL;
  return g_strdup_printf ("nobody knows of the secret %s", key_id);
}

static char *
check_application (MatrixFixture *fixture, JsonObject *application)
{
  JsonArray *secrets = waxseal_json_get_array (application, "passwordCredentials");
  const char *id = waxseal_json_get_text (application, "id");
  char *problem = NULL;

  if (!g_str_equal (waxseal_record_get_text (get_record (fixture), "object-id"), id) &&
      !is_in_journal (fixture, WAXSEAL_JOURNAL_CREATE_APP, id))
    return g_strdup_printf ("nobody knows of the application %s", id);
  for (guint i = 0; problem == NULL && secrets != NULL && i < json_array_get_length (secrets); i++)
    problem =
      check_secret (fixture,
                    waxseal_json_get_text (waxseal_json_array_get_object (secrets, i), "keyId"));
  return problem;
}

/* What there is, Waxseal made once, and knows of: by its record, its journal or the keyring. */
char *
matrix_state_check_half_made (MatrixFixture *fixture)
{
  MatrixCounts counts = matrix_fixture_count (fixture);
  g_autoptr (JsonNode) state = matrix_fixture_steer (fixture, "GET", "/practice/state", NULL);
  JsonObject *collections =
    waxseal_json_get_object (waxseal_json_node_get_object (state), "collections");
  JsonArray *applications = waxseal_json_get_array (collections, "applications");
  char *problem = NULL;

  g_assert_nonnull (applications);
  if (counts.applications > 1 || counts.service_principals > 1 || counts.grants > N_GRANTS ||
      counts.live_secrets > 1)
    return describe_counts (fixture);
  for (guint i = 0; problem == NULL && i < json_array_get_length (applications); i++)
    {
      JsonObject *application = waxseal_json_array_get_object (applications, i);

      if (!waxseal_json_get_flag (application, "practiceSeed"))
        problem = check_application (fixture, application);
    }
  return problem;
}

/* One of each, four grants, and a live secret that the keyring holds; nothing is open. */
char *
matrix_state_check_done (MatrixFixture *fixture)
{
  MatrixCounts counts = matrix_fixture_count (fixture);
  const char *key_id = waxseal_record_get_text (get_record (fixture), "secret-key-id");
  g_autoptr (JsonNode) state = NULL;
  g_autofree char *json = NULL;

  if (counts.applications != 1 || counts.service_principals != 1 || counts.grants != N_GRANTS ||
      counts.live_secrets != 1)
    return describe_counts (fixture);
  if (count_open (fixture) > 0)
    return g_strdup_printf ("%u changes are open in the journal", count_open (fixture));
  if (*key_id == '\0' || !matrix_fixture_holds (fixture, key_id))
    return g_strdup ("the keyring does not have the secret");
  state = matrix_fixture_steer (fixture, "GET", "/practice/state", NULL);
  json = json_to_string (state, FALSE);
  if (strstr (json, key_id) == NULL)
    return g_strdup ("the secret in the keyring is another one");
  return matrix_state_check_half_made (fixture);
}
