/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "waxseal-app-removal.h"

#include "waxseal-graph-change.h"
#include "waxseal-json.h"
#include "waxseal-secret-review.h"
#include "waxseal-sign-in-scopes.h"

/* One removal on its way: the task's data. */
typedef struct
{
  WaxsealTenantSession *session;
  WaxsealEntraApp *record;
  char *object_id;
  char *key_id; /* NULL for the whole application */
} Removal;

static const char *const scopes[] = { "Application.ReadWrite.All", NULL };

static void
removal_free (gpointer data)
{
  Removal *self = data;

  g_object_unref (self->session);
  g_free (self->object_id);
  g_free (self->key_id);
  g_free (self);
}

static gboolean
is_secret_removed (WaxsealChange *change, JsonNode *seen)
{
  Removal *self = waxseal_change_get_data (change);
  JsonObject *application = waxseal_json_node_get_object (seen);

  waxseal_change_set_object_id (change, self->key_id);
  return !waxseal_secret_review_has (waxseal_json_get_array (application, "passwordCredentials"),
                                     self->key_id);
}

static JsonNode *
build_key_id (WaxsealChange *change, JsonNode *seen)
{
  Removal *self = waxseal_change_get_data (change);
  JsonNode *node = json_node_new (JSON_NODE_OBJECT);

  json_node_take_object (node, json_object_new ());
  json_object_set_string_member (json_node_get_object (node), "keyId", self->key_id);
  return node;
}

static const WaxsealGraphChangeShape secret_removal = {
  .action = WAXSEAL_JOURNAL_REMOVE_SECRET,
  .method = "POST",
  .removes = TRUE,
  .is_made = is_secret_removed,
  .build_body = build_key_id,
  .scopes = scopes,
};

static gboolean
is_app_deleted (WaxsealChange *change, JsonNode *seen)
{
  Removal *self = waxseal_change_get_data (change);

  waxseal_change_set_object_id (change, self->object_id);
  return seen == NULL;
}

static const WaxsealGraphChangeShape app_deletion = {
  .action = WAXSEAL_JOURNAL_DELETE_APP,
  .method = "DELETE",
  .removes = TRUE,
  .is_made = is_app_deleted,
  .scopes = scopes,
};

static void
forget_texts (gpointer record, const char *const *properties)
{
  for (; *properties != NULL; properties++)
    waxseal_record_set_text (record, *properties, NULL);
}

static void
forget_secret (Removal *self)
{
  static const char *const properties[] = { "secret-key-id", "secret-expires", NULL };

  if (g_ascii_strcasecmp (waxseal_record_get_text (self->record, "secret-key-id"), self->key_id) ==
      0)
    forget_texts (self->record, properties);
}

static void
forget_app (Removal *self)
{
  static const char *const properties[] = {
    "client-id", "object-id", "service-principal-id", "secret-key-id", "secret-expires", NULL,
  };
  static const char *const dates[] = { "granted-on", "verified-on", NULL };
  GListModel *permissions = G_LIST_MODEL (waxseal_record_get_list (self->record, "permissions"));

  forget_texts (self->record, properties);
  for (guint i = 0; i < g_list_model_get_n_items (permissions); i++)
    {
      g_autoptr (WaxsealRecord) permission = g_list_model_get_item (permissions, i);

      forget_texts (permission, dates);
    }
}

static void
cleared_cb (GObject *source, GAsyncResult *result, gpointer user_data)
{
  g_autoptr (GTask) task = user_data;

  /* The value of a secret that is no more opens nothing: one that stays is not worth an error. */
  waxseal_keyring_clear_finish (WAXSEAL_KEYRING (source), result, NULL);
  g_task_return_boolean (task, TRUE);
}

static void
removed_cb (GObject *source, GAsyncResult *result, gpointer user_data)
{
  GTask *task = user_data;
  Removal *self = g_task_get_task_data (task);
  WaxsealOrganization *organization = waxseal_tenant_session_get_organization (self->session);
  const char *own = waxseal_record_get_text (self->record, "object-id");
  GError *error = NULL;

  if (!waxseal_change_run_finish (WAXSEAL_CHANGE (source), result, &error))
    {
      g_task_return_error (task, error);
      g_object_unref (task);
      return;
    }
  if (self->key_id != NULL)
    forget_secret (self);
  else if (g_ascii_strcasecmp (own, self->object_id) == 0)
    forget_app (self);
  else
    {
      /* Somebody else's, of which neither record nor keyring has anything. */
      g_task_return_boolean (task, TRUE);
      g_object_unref (task);
      return;
    }
  waxseal_keyring_clear_async (waxseal_tenant_session_get_keyring (self->session),
                               waxseal_organization_get_id (organization),
                               self->key_id,
                               NULL,
                               cleared_cb,
                               task);
}

static void
signed_in_cb (GObject *source, GAsyncResult *result, gpointer user_data)
{
  WaxsealTenantSession *session = WAXSEAL_TENANT_SESSION (source);
  WaxsealJournal *journal = waxseal_tenant_session_get_journal (session);
  GTask *task = user_data;
  Removal *self = g_task_get_task_data (task);
  gboolean is_secret = self->key_id != NULL;
  g_autofree char *app_path = g_strdup_printf ("applications/%s", self->object_id);
  g_autofree char *look_path =
    g_strdup_printf ("%s?$select=id%s", app_path, is_secret ? ",passwordCredentials" : "");
  g_autofree char *remove_path = g_strdup_printf ("%s/removePassword", app_path);
  g_autoptr (WaxsealChange) change = NULL;
  GError *error = NULL;

  if (!waxseal_tenant_session_sign_in_finish (session, result, &error))
    {
      g_task_return_error (task, error);
      g_object_unref (task);
      return;
    }
  change = waxseal_graph_change_new (session,
                                     is_secret ? &secret_removal : &app_deletion,
                                     is_secret ? self->key_id : self->object_id,
                                     look_path,
                                     is_secret ? remove_path : app_path,
                                     waxseal_journal_made_lately (journal, self->object_id));
  waxseal_change_set_data (change, self);
  waxseal_change_run_async (change, g_task_get_cancellable (task), removed_cb, task);
}

static void
start (gpointer source_tag,
       WaxsealTenantSession *session,
       const char *object_id,
       const char *key_id,
       GCancellable *cancellable,
       GAsyncReadyCallback callback,
       gpointer user_data)
{
  GTask *task = g_task_new (session, cancellable, callback, user_data);
  Removal *self = g_new0 (Removal, 1);

  g_task_set_source_tag (task, source_tag);
  g_task_set_check_cancellable (task, FALSE);
  self->session = g_object_ref (session);
  self->record =
    waxseal_organization_get_entra_app (waxseal_tenant_session_get_organization (session));
  self->object_id = g_strdup (object_id);
  self->key_id = g_strdup (key_id);
  g_task_set_task_data (task, self, removal_free);
  waxseal_tenant_session_sign_in_async (session,
                                        waxseal_sign_in_scopes_for_step (WAXSEAL_SIGN_IN_STEP_APP),
                                        cancellable,
                                        signed_in_cb,
                                        task);
}

/** waxseal_app_removal_remove_secret_async: @key_id: the portal's "Secret ID". */
void
waxseal_app_removal_remove_secret_async (WaxsealTenantSession *session,
                                         const char *object_id,
                                         const char *key_id,
                                         GCancellable *cancellable,
                                         GAsyncReadyCallback callback,
                                         gpointer user_data)
{
  start (waxseal_app_removal_remove_secret_async,
         session,
         object_id,
         key_id,
         cancellable,
         callback,
         user_data);
}

/** waxseal_app_removal_remove_secret_finish: Returns: whether it is gone. */
gboolean
waxseal_app_removal_remove_secret_finish (GAsyncResult *result, GError **error)
{
  return g_task_propagate_boolean (G_TASK (result), error);
}

/** waxseal_app_removal_delete_app_async: After the user has agreed to exactly that. */
void
waxseal_app_removal_delete_app_async (WaxsealTenantSession *session,
                                      const char *object_id,
                                      GCancellable *cancellable,
                                      GAsyncReadyCallback callback,
                                      gpointer user_data)
{
  start (waxseal_app_removal_delete_app_async,
         session,
         object_id,
         NULL,
         cancellable,
         callback,
         user_data);
}

/** waxseal_app_removal_delete_app_finish: Returns: whether it is gone. */
gboolean
waxseal_app_removal_delete_app_finish (GAsyncResult *result, GError **error)
{
  return g_task_propagate_boolean (G_TASK (result), error);
}
