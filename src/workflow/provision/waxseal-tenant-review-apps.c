/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The applications of a review, and what belongs to each. */
#include "waxseal-error.h"
#include "waxseal-json.h"
#include "waxseal-keyring-ready.h"
#include "waxseal-tenant-reading.h"

/* So many of a name are looked at closely; more are only listed. */
#define MAX_CLOSE_LOOKS 20

static void read_next_app (GTask *task);

static gboolean
is_own (WaxsealTenantReading *self, WaxsealRegisteredApp *app)
{
  WaxsealJournal *journal = waxseal_tenant_session_get_journal (self->session);
  const char *object_id = waxseal_record_get_text (self->record, "object-id");
  const char *client_id = waxseal_record_get_text (self->record, "client-id");
  const char *const *tags = waxseal_record_get_texts (app, "tags");

  if (*object_id != '\0' || *client_id != '\0')
    return g_ascii_strcasecmp (waxseal_record_get_text (app, "object-id"), object_id) == 0 ||
           g_ascii_strcasecmp (waxseal_record_get_text (app, "client-id"), client_id) == 0;
  for (; *tags != NULL; tags++)
    if (waxseal_journal_has_marker (journal, *tags))
      return TRUE;
  return FALSE;
}

/* An orphan is a secret of ours of which the journal says that its value is lost. */
static gboolean
is_orphan (WaxsealTenantReading *self, const char *key_id)
{
  WaxsealOrganization *organization = waxseal_tenant_session_get_organization (self->session);
  GListModel *journal = G_LIST_MODEL (waxseal_record_get_list (organization, "journal"));

  for (guint i = 0; i < g_list_model_get_n_items (journal); i++)
    {
      g_autoptr (WaxsealJournalEntry) entry = g_list_model_get_item (journal, i);

      if (g_str_equal (waxseal_record_get_text (entry, "outcome"), WAXSEAL_OUTCOME_ORPHAN) &&
          g_ascii_strcasecmp (waxseal_record_get_text (entry, "object-id"), key_id) == 0)
        return TRUE;
    }
  return FALSE;
}

static void
mark_secrets (WaxsealTenantReading *self, WaxsealRegisteredApp *app)
{
  GListModel *secrets = waxseal_registered_app_get_secrets (app);
  const char *current = waxseal_record_get_text (self->record, "secret-key-id");

  for (guint i = 0; i < g_list_model_get_n_items (secrets); i++)
    {
      g_autoptr (WaxsealRegisteredSecret) secret = g_list_model_get_item (secrets, i);
      const char *key_id = waxseal_record_get_text (secret, "key-id");

      g_object_set (secret,
                    "held",
                    self->held != NULL && waxseal_keyring_ready_has (self->held, key_id),
                    "current",
                    g_ascii_strcasecmp (key_id, current) == 0,
                    "orphan",
                    is_orphan (self, key_id),
                    NULL);
    }
}

static gboolean
has_app (WaxsealTenantReading *self, const char *object_id)
{
  GListModel *apps = G_LIST_MODEL (self->review->apps);

  for (guint i = 0; i < g_list_model_get_n_items (apps); i++)
    {
      g_autoptr (WaxsealRegisteredApp) app = g_list_model_get_item (apps, i);

      if (g_ascii_strcasecmp (waxseal_record_get_text (app, "object-id"), object_id) == 0)
        return TRUE;
    }
  return FALSE;
}

static int
compare_age (gconstpointer a, gconstpointer b, gpointer user_data)
{
  return -g_strcmp0 (waxseal_record_get_text ((gpointer) a, "created"),
                     waxseal_record_get_text ((gpointer) b, "created"));
}

static void
add_app (WaxsealTenantReading *self, JsonObject *json)
{
  g_autoptr (WaxsealRegisteredApp) app = waxseal_registered_app_new_from_json (json);

  if (has_app (self, waxseal_record_get_text (app, "object-id")))
    return;
  mark_secrets (self, app);
  if (self->review->own_app == NULL && is_own (self, app))
    self->review->own_app = app;
  g_list_store_insert_sorted (self->review->apps, app, compare_age, NULL);
}

static void
assignments_cb (GObject *source, GAsyncResult *result, gpointer user_data)
{
  GTask *task = user_data;
  WaxsealTenantReading *self = g_task_get_task_data (task);
  g_autoptr (WaxsealRegisteredApp) app =
    g_list_model_get_item (G_LIST_MODEL (self->review->apps), self->next_app);
  GError *error = NULL;
  g_autoptr (JsonArray) assignments =
    waxseal_graph_list_finish (WAXSEAL_GRAPH (source), result, NULL, &error);

  if (assignments != NULL)
    waxseal_registered_app_set_granted (app, assignments, self->review->graph_service_principal_id);
  else if (!g_error_matches (error, WAXSEAL_ERROR, WAXSEAL_ERROR_OBJECT_GONE))
    {
      waxseal_tenant_reading_fail (task, error);
      return;
    }
  g_clear_error (&error);
  self->next_app++;
  read_next_app (task);
}

static void
service_principal_cb (GObject *source, GAsyncResult *result, gpointer user_data)
{
  GTask *task = user_data;
  WaxsealTenantReading *self = g_task_get_task_data (task);
  g_autoptr (WaxsealRegisteredApp) app =
    g_list_model_get_item (G_LIST_MODEL (self->review->apps), self->next_app);
  g_autoptr (GError) error = NULL;
  g_autoptr (WaxsealHttpReply) reply =
    waxseal_graph_call_finish (WAXSEAL_GRAPH (source), result, &error);
  g_autofree char *path = NULL;
  const char *id;

  if (reply == NULL)
    {
      if (!g_error_matches (error, WAXSEAL_ERROR, WAXSEAL_ERROR_OBJECT_GONE))
        {
          waxseal_tenant_reading_fail (task, g_steal_pointer (&error));
          return;
        }
      self->next_app++;
      read_next_app (task);
      return;
    }
  id = waxseal_json_get_text (waxseal_http_reply_get_object (reply), "id");
  waxseal_record_set_text (app, "service-principal-id", id);
  path = g_strdup_printf ("servicePrincipals/%s/appRoleAssignments", id);
  waxseal_tenant_reading_list (task, path, assignments_cb);
}

static void
read_next_app (GTask *task)
{
  WaxsealTenantReading *self = g_task_get_task_data (task);
  GListModel *apps = G_LIST_MODEL (self->review->apps);
  g_autoptr (WaxsealRegisteredApp) app = g_list_model_get_item (apps, self->next_app);
  g_autofree char *path = NULL;

  if (app == NULL || self->next_app >= MAX_CLOSE_LOOKS)
    {
      g_task_return_pointer (task, g_steal_pointer (&self->review), g_object_unref);
      g_object_unref (task);
      return;
    }
  path = g_strdup_printf ("servicePrincipals(appId='%s')?$select=id,appId",
                          waxseal_record_get_text (app, "client-id"));
  waxseal_tenant_reading_get (task,
                              path,
                              waxseal_tenant_reading_get_scopes (),
                              service_principal_cb);
}

static void
own_app_cb (GObject *source, GAsyncResult *result, gpointer user_data)
{
  GTask *task = user_data;
  WaxsealTenantReading *self = g_task_get_task_data (task);
  g_autoptr (GError) error = NULL;
  g_autoptr (WaxsealHttpReply) reply =
    waxseal_graph_call_finish (WAXSEAL_GRAPH (source), result, &error);

  if (reply == NULL && !g_error_matches (error, WAXSEAL_ERROR, WAXSEAL_ERROR_OBJECT_GONE))
    {
      waxseal_tenant_reading_fail (task, g_steal_pointer (&error));
      return;
    }
  if (reply != NULL && waxseal_http_reply_get_object (reply) != NULL)
    add_app (self, waxseal_http_reply_get_object (reply));
  read_next_app (task);
}

static void
apps_cb (GObject *source, GAsyncResult *result, gpointer user_data)
{
  GTask *task = user_data;
  WaxsealTenantReading *self = g_task_get_task_data (task);
  const char *client_id = waxseal_record_get_text (self->record, "client-id");
  g_autofree char *path = NULL;
  GError *error = NULL;
  g_autoptr (JsonArray) found =
    waxseal_graph_list_finish (WAXSEAL_GRAPH (source), result, NULL, &error);

  if (found == NULL)
    {
      waxseal_tenant_reading_fail (task, error);
      return;
    }
  for (guint i = 0; i < json_array_get_length (found); i++)
    add_app (self, waxseal_json_array_get_object (found, i));
  /* Its own may be called otherwise by now, or not be in the index yet. */
  if (self->review->own_app != NULL || !g_uuid_string_is_valid (client_id))
    {
      read_next_app (task);
      return;
    }
  path = g_strdup_printf ("applications(appId='%s')?" WAXSEAL_REGISTERED_APP_SELECT, client_id);
  waxseal_tenant_reading_get (task, path, waxseal_tenant_reading_get_scopes (), own_app_cb);
}

/** waxseal_tenant_reading_read_apps: Those of the name in the record, and the recorded one. */
void
waxseal_tenant_reading_read_apps (GTask *task)
{
  WaxsealTenantReading *self = g_task_get_task_data (task);
  g_autofree char *name =
    waxseal_graph_escape_literal (waxseal_record_get_text (self->record, "display-name"));
  g_autofree char *path = g_strdup_printf (
    "applications?$filter=displayName%%20eq%%20'%s'&" WAXSEAL_REGISTERED_APP_SELECT, name);

  waxseal_tenant_reading_list (task, path, apps_cb);
}
