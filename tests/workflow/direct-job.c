/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "direct-job.h"

#include "waxseal-enum-types.h"
#include "waxseal-error.h"
#include "waxseal-manifest-build.h"
#include "waxseal-recipient.h"
#include "waxseal-remedy.h"
#include "waxseal-rollout-fact.h"

#define ADDIN_ID "0C0FFEE0-1111-4222-8333-444455556666"

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

WaxsealRolloutPhase *
direct_job_get_phase (MatrixFixture *fixture, guint index)
{
  g_autoptr (WaxsealRolloutPhase) phase =
    g_list_model_get_item (waxseal_organization_get_phases (fixture->organization), index);

  return phase;
}

void
direct_job_name (WaxsealRolloutPhase *phase, const char *address)
{
  g_autoptr (WaxsealRecipient) recipient =
    g_object_new (WAXSEAL_TYPE_RECIPIENT, "address", address, NULL);

  g_list_store_append (waxseal_record_get_list (phase, "recipients"), recipient);
}

void
direct_job_name_no_more (WaxsealRolloutPhase *phase, const char *address)
{
  GListStore *recipients = waxseal_record_get_list (phase, "recipients");

  for (guint i = g_list_model_get_n_items (G_LIST_MODEL (recipients)); i > 0; i--)
    {
      g_autoptr (WaxsealRecipient) recipient =
        g_list_model_get_item (G_LIST_MODEL (recipients), i - 1);

      if (g_str_equal (waxseal_record_get_text (recipient, "address"), address))
        g_list_store_remove (recipients, i - 1);
    }
}

void
direct_job_judge (MatrixFixture *fixture, guint index)
{
  WaxsealRolloutFact fact = {
    .kind = WAXSEAL_ROLLOUT_EVENT_KIND_JUDGED,
    .state = WAXSEAL_STATE_DECLARED,
    .verdict = WAXSEAL_VERDICT_GO,
  };

  waxseal_rollout_fact_record (&fact, direct_job_get_phase (fixture, index));
}

void
direct_job_prepare (MatrixFixture *fixture)
{
  WaxsealRecord *settings = waxseal_record_get_child (fixture->organization, "rollout");
  WaxsealAddinIdentity *addin = waxseal_organization_get_addin (fixture->organization);

  g_object_set (settings, "exchange-accepted-on", "2026-11-25T09:00:00Z", NULL);
  waxseal_record_set_text (addin, "id", ADDIN_ID);
  direct_job_name (direct_job_get_phase (fixture, 0), DIRECT_GRACE);
  direct_job_name (direct_job_get_phase (fixture, 0), DIRECT_SEAN);
  direct_job_name (direct_job_get_phase (fixture, 1), DIRECT_RINA);
  direct_job_name (direct_job_get_phase (fixture, 1), DIRECT_SATO);
  g_object_set (direct_job_get_phase (fixture, 2), "audience", WAXSEAL_AUDIENCE_EVERYONE, NULL);
}

GBytes *
direct_job_build_manifest (MatrixFixture *fixture)
{
  g_autoptr (WaxsealManifestDocument) skeleton = waxseal_manifest_skeleton ();

  return waxseal_manifest_build (skeleton, waxseal_organization_get_addin (fixture->organization));
}

WaxsealDirectReview *
direct_job_review (MatrixFixture *fixture, GError **error)
{
  WaxsealAddinIdentity *addin = waxseal_organization_get_addin (fixture->organization);
  g_autoptr (GAsyncResult) result = NULL;

  waxseal_direct_review_async (
    fixture->session, waxseal_record_get_text (addin, "id"), NULL, result_cb, &result);
  return waxseal_direct_review_finish (wait_for (&result), error);
}

WaxsealDirectPlan *
direct_job_plan (MatrixFixture *fixture, guint index, WaxsealRolloutAction action, GError **error)
{
  g_autoptr (WaxsealDirectReview) review = direct_job_review (fixture, error);
  g_autoptr (GBytes) manifest = direct_job_build_manifest (fixture);

  if (review == NULL)
    return NULL;
  return waxseal_direct_plan_new (
    fixture->organization, direct_job_get_phase (fixture, index), action, review, manifest);
}

gboolean
direct_job_run_cancellable (MatrixFixture *fixture,
                            WaxsealDirectPlan *plan,
                            GCancellable *cancellable,
                            GError **error)
{
  g_autoptr (GAsyncResult) result = NULL;

  waxseal_direct_run_async (fixture->session, plan, cancellable, result_cb, &result);
  return waxseal_direct_run_finish (wait_for (&result), error);
}

gboolean
direct_job_run (MatrixFixture *fixture, WaxsealDirectPlan *plan, GError **error)
{
  return direct_job_run_cancellable (fixture, plan, NULL, error);
}

gboolean
direct_job_do (MatrixFixture *fixture, guint index, WaxsealRolloutAction action, GError **error)
{
  g_autoptr (WaxsealDirectPlan) plan = direct_job_plan (fixture, index, action, error);

  return plan != NULL && direct_job_run (fixture, plan, error);
}

static JsonArray *
get_apps (JsonNode *state)
{
  JsonObject *collections =
    waxseal_json_get_object (waxseal_json_node_get_object (state), "collections");

  return waxseal_json_get_array (collections, "organizationApps");
}

static char *
describe_app (JsonObject *app)
{
  JsonArray *list = waxseal_json_get_array (app, "UserList");
  g_auto (GStrv) users = waxseal_json_array_dup_texts (list);
  g_autofree char *joined = g_strjoinv (" ", users);
  gboolean everyone = g_str_equal (waxseal_json_get_text (app, "ProvidedTo"), "Everyone");

  return g_strdup_printf ("%s %s %s%s%s",
                          waxseal_json_get_flag (app, "Enabled") ? "on" : "off",
                          waxseal_json_get_text (app, "DefaultStateForUser"),
                          waxseal_json_get_text (app, "AppVersion"),
                          everyone ? " Everyone" : ": ",
                          joined);
}

char *
direct_job_describe (MatrixFixture *fixture)
{
  g_autoptr (JsonNode) state = matrix_fixture_steer (fixture, "GET", "/practice/state", NULL);
  JsonArray *apps = get_apps (state);
  JsonObject *found = NULL;
  guint n = 0;

  g_assert_nonnull (apps);
  for (guint i = 0; i < json_array_get_length (apps); i++)
    {
      JsonObject *app = waxseal_json_array_get_object (apps, i);

      if (g_ascii_strcasecmp (waxseal_json_get_text (app, "AppId"), ADDIN_ID) != 0)
        continue;
      found = app;
      n++;
    }
  if (n > 1)
    return g_strdup_printf ("%u of them", n);
  return n == 0 ? g_strdup ("none") : describe_app (found);
}

guint
direct_job_count_open (MatrixFixture *fixture)
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

static const char *
get_nick (gpointer record, const char *property, GType type)
{
  g_autoptr (GEnumClass) class = g_type_class_ref (type);

  return g_enum_get_value (class, waxseal_record_get_enum (record, property))->value_nick;
}

char *
direct_job_describe_events (MatrixFixture *fixture, guint index)
{
  GListModel *events =
    G_LIST_MODEL (waxseal_record_get_list (direct_job_get_phase (fixture, index), "events"));
  g_autoptr (GString) text = g_string_new (NULL);

  for (guint i = 0; i < g_list_model_get_n_items (events); i++)
    {
      g_autoptr (WaxsealRecord) event = g_list_model_get_item (events, i);

      g_string_append_printf (text,
                              "%s%s %s",
                              i > 0 ? ", " : "",
                              get_nick (event, "kind", WAXSEAL_TYPE_ROLLOUT_EVENT_KIND),
                              get_nick (event, "state", WAXSEAL_TYPE_STATE));
    }
  return g_string_free (g_steal_pointer (&text), FALSE);
}

guint
direct_job_count_calls (MatrixFixture *fixture, const char *cmdlet)
{
  g_autoptr (JsonNode) log = matrix_fixture_steer (fixture, "GET", "/practice/log", NULL);
  JsonArray *entries = json_node_get_array (log);
  guint n = 0;

  for (guint i = 0; i < json_array_get_length (entries); i++)
    n += g_str_equal (waxseal_json_get_text (waxseal_json_array_get_object (entries, i), "cmdlet"),
                      cmdlet);
  return n;
}

static void
put_state (MatrixFixture *fixture, JsonNode *state)
{
  g_autofree char *json = json_to_string (state, FALSE);
  g_autoptr (JsonNode) reply = matrix_fixture_steer (fixture, "POST", "/practice/state", json);
}

void
direct_job_set (MatrixFixture *fixture, const char *name, const char *value)
{
  g_autoptr (JsonNode) state = matrix_fixture_steer (fixture, "GET", "/practice/state", NULL);
  JsonObject *collections =
    waxseal_json_get_object (waxseal_json_node_get_object (state), "collections");
  JsonArray *settings = waxseal_json_get_array (collections, "settings");

  json_object_set_member (waxseal_json_array_get_object (settings, 0),
                          name,
                          json_from_string (value, NULL));
  put_state (fixture, state);
}

/* So that nobody waits for servers to agree. */
static void
age_journal (MatrixFixture *fixture)
{
  GListModel *journal = G_LIST_MODEL (waxseal_record_get_list (fixture->organization, "journal"));

  for (guint i = 0; i < g_list_model_get_n_items (journal); i++)
    {
      g_autoptr (WaxsealRecord) entry = g_list_model_get_item (journal, i);

      waxseal_record_set_text (entry, "time", "2026-11-20T09:00:00Z");
    }
}

void
direct_job_forget_apps (MatrixFixture *fixture)
{
  g_autoptr (JsonNode) state = matrix_fixture_steer (fixture, "GET", "/practice/state", NULL);
  JsonObject *collections =
    waxseal_json_get_object (waxseal_json_node_get_object (state), "collections");

  json_object_set_array_member (collections, "organizationApps", json_array_new ());
  put_state (fixture, state);
  age_journal (fixture);
}

void
direct_job_make_trouble (MatrixFixture *fixture, const char *script)
{
  g_autofree char *json = g_strdelimit (g_strdup (script), "'", '"');
  g_autoptr (JsonNode) reply = matrix_fixture_steer (fixture, "POST", "/practice/faults", json);

  g_assert_nonnull (reply);
}
