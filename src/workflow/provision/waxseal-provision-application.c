/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The steps about the application itself, and its list of permissions. */
#include "waxseal-graph-change.h"
#include "waxseal-graph-role.h"
#include "waxseal-json.h"
#include "waxseal-provision-run.h"
#include "waxseal-registered-app.h"

static const char *const scopes[] = { "Application.ReadWrite.All", NULL };

static gboolean
has_tag (JsonObject *application, const char *marker)
{
  g_auto (GStrv) tags = waxseal_json_array_dup_texts (waxseal_json_get_array (application, "tags"));

  return g_strv_contains ((const char *const *) tags, marker);
}

/* Ours is the one with the tag: names are not unique (microsoft.md, 2.2). */
static gboolean
is_created (WaxsealChange *change, JsonNode *seen)
{
  WaxsealProvisionRun *run = waxseal_change_get_data (change);
  JsonArray *found = seen != NULL ? json_node_get_array (seen) : NULL;

  for (guint i = 0; found != NULL && i < json_array_get_length (found); i++)
    {
      JsonObject *application = waxseal_json_array_get_object (found, i);
      const char *object_id = waxseal_json_get_text (application, "id");

      if (!has_tag (application, waxseal_change_get_marker (change)))
        continue;
      waxseal_change_set_object_id (change, object_id);
      waxseal_provision_run_record_app (run,
                                        object_id,
                                        waxseal_json_get_text (application, "appId"));
      return TRUE;
    }
  return FALSE;
}

/* Version 2 tokens, without which Entra refuses personal accounts. */
static void
add_token_version (JsonObject *body, WaxsealAccountType type)
{
  JsonObject *api;

  if (type != WAXSEAL_ACCOUNT_TYPE_MULTITENANT_AND_PERSONAL &&
      type != WAXSEAL_ACCOUNT_TYPE_PERSONAL)
    return;
  api = json_object_new ();
  json_object_set_int_member (api, "requestedAccessTokenVersion", 2);
  json_object_set_object_member (body, "api", api);
}

static void
add_redirect_uri (JsonObject *body, const char *uri)
{
  JsonArray *uris;
  JsonObject *web;

  if (*uri == '\0')
    return;
  uris = json_array_new ();
  json_array_add_string_element (uris, uri);
  web = json_object_new ();
  json_object_set_array_member (web, "redirectUris", uris);
  json_object_set_object_member (body, "web", web);
}

static JsonNode *
build_application (WaxsealChange *change, JsonNode *seen)
{
  WaxsealProvisionRun *run = waxseal_change_get_data (change);
  WaxsealAccountType type = waxseal_record_get_enum (run->record, "account-type");
  JsonNode *node = json_node_new (JSON_NODE_OBJECT);
  JsonObject *body = json_object_new ();
  JsonArray *tags = json_array_new ();

  json_object_set_string_member (body,
                                 "displayName",
                                 waxseal_record_get_text (run->record, "display-name"));
  json_object_set_string_member (body, "signInAudience", waxseal_account_type_get_audience (type));
  json_object_set_member (body, "requiredResourceAccess", waxseal_graph_role_merge_access (NULL));
  json_array_add_string_element (tags, waxseal_change_get_marker (change));
  json_object_set_array_member (body, "tags", tags);
  add_redirect_uri (body, waxseal_record_get_text (run->record, "redirect-uri"));
  add_token_version (body, type);
  json_node_take_object (node, body);
  return node;
}

static const WaxsealGraphChangeShape creation = {
  .action = WAXSEAL_JOURNAL_CREATE_APP,
  .method = "POST",
  .looks_at_list = TRUE,
  .tags = TRUE,
  .is_made = is_created,
  .build_body = build_application,
  .scopes = scopes,
};

static void
created_cb (GObject *source, GAsyncResult *result, gpointer user_data)
{
  WaxsealChange *change = WAXSEAL_CHANGE (source);
  GError *error = NULL;
  gboolean made = waxseal_change_run_finish (change, result, &error);

  waxseal_provision_run_finish_step (user_data,
                                     made && !waxseal_change_was_made_now (change)
                                       ? WAXSEAL_PROVISION_ALREADY
                                       : WAXSEAL_PROVISION_DONE,
                                     error);
}

static void
create (WaxsealProvisionRun *run)
{
  const char *name = waxseal_record_get_text (run->record, "display-name");
  g_autofree char *literal = waxseal_graph_escape_literal (name);
  g_autofree char *path = g_strdup_printf (
    "applications?$filter=displayName%%20eq%%20'%s'&" WAXSEAL_REGISTERED_APP_SELECT, literal);
  g_autoptr (WaxsealChange) change =
    waxseal_graph_change_new (run->session, &creation, name, path, "applications", FALSE);

  waxseal_change_set_data (change, run);
  waxseal_change_run_async (change, run->cancellable, created_cb, run);
}

static void
settled_cb (GObject *source, GAsyncResult *result, gpointer user_data)
{
  GError *error = NULL;

  waxseal_journal_settle_finish (WAXSEAL_JOURNAL (source), result, &error);
  waxseal_provision_run_finish_step (user_data, WAXSEAL_PROVISION_ALREADY, error);
}

/* The plan's application: what was asked for before is it, if it has the tag. */
static void
adopt (WaxsealProvisionRun *run, WaxsealRegisteredApp *app)
{
  WaxsealJournal *journal = waxseal_tenant_session_get_journal (run->session);
  g_autoptr (WaxsealJournalEntry) entry =
    waxseal_journal_find_pending (journal, WAXSEAL_JOURNAL_CREATE_APP, NULL);
  const char *object_id = waxseal_record_get_text (app, "object-id");
  gboolean same;

  waxseal_provision_run_record_app (run, object_id, waxseal_record_get_text (app, "client-id"));
  if (entry == NULL)
    {
      waxseal_provision_run_finish_step (run, WAXSEAL_PROVISION_ALREADY, NULL);
      return;
    }
  same = g_strv_contains (waxseal_record_get_texts (app, "tags"),
                          waxseal_record_get_text (entry, "marker"));
  waxseal_journal_settle_async (journal,
                                entry,
                                same ? WAXSEAL_OUTCOME_DONE : WAXSEAL_OUTCOME_ABSENT,
                                same ? object_id : NULL,
                                NULL,
                                settled_cb,
                                run);
}

/** waxseal_provision_run_application: Creates the application, or takes the plan's. */
void
waxseal_provision_run_application (WaxsealProvisionRun *run)
{
  WaxsealRegisteredApp *app = waxseal_provision_plan_get_app (run->plan);

  if (app != NULL)
    adopt (run, app);
  else
    create (run);
}

static gboolean
is_declared (WaxsealChange *change, JsonNode *seen)
{
  JsonObject *application = waxseal_json_node_get_object (seen);
  g_auto (GStrv) names = waxseal_graph_role_dup_declared (
    waxseal_json_get_array (application, "requiredResourceAccess"));

  waxseal_change_set_object_id (change, waxseal_json_get_text (application, "id"));
  return g_strv_length (names) == WAXSEAL_N_GRAPH_ROLES;
}

static JsonNode *
build_declaration (WaxsealChange *change, JsonNode *seen)
{
  JsonObject *application = waxseal_json_node_get_object (seen);
  JsonArray *access = waxseal_json_get_array (application, "requiredResourceAccess");
  JsonNode *node = json_node_new (JSON_NODE_OBJECT);
  JsonObject *body = json_object_new ();

  json_object_set_member (body, "requiredResourceAccess", waxseal_graph_role_merge_access (access));
  json_node_take_object (node, body);
  return node;
}

static const WaxsealGraphChangeShape declaration = {
  .action = WAXSEAL_JOURNAL_DECLARE,
  .method = "PATCH",
  .must_exist = TRUE,
  .is_made = is_declared,
  .build_body = build_declaration,
  .scopes = scopes,
};

static void
declared_cb (GObject *source, GAsyncResult *result, gpointer user_data)
{
  WaxsealProvisionRun *run = user_data;
  GError *error = NULL;

  /* A new application was created with them: seeing them is reading that back. */
  waxseal_change_run_finish (WAXSEAL_CHANGE (source), result, &error);
  waxseal_provision_run_finish_step (run, WAXSEAL_PROVISION_DONE, error);
}

/** waxseal_provision_run_declare: Adds the four permissions to the application's list. */
void
waxseal_provision_run_declare (WaxsealProvisionRun *run)
{
  const char *object_id = waxseal_record_get_text (run->record, "object-id");
  g_autofree char *write_path = g_strdup_printf ("applications/%s", object_id);
  g_autofree char *look_path = g_strdup_printf ("%s?$select=id,requiredResourceAccess", write_path);
  g_autoptr (WaxsealChange) change =
    waxseal_graph_change_new (run->session,
                              &declaration,
                              waxseal_record_get_text (run->record, "display-name"),
                              look_path,
                              write_path,
                              waxseal_provision_run_is_young (run, "object-id"));

  waxseal_change_run_async (change, run->cancellable, declared_cb, run);
}
