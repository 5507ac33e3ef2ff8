/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "waxseal-secret-deposit.h"

#include "waxseal-error.h"
#include "waxseal-graph-write.h"
#include "waxseal-json.h"
#include "waxseal-remedy.h"
#include "waxseal-sign-in-scopes.h"

/* One deposit on its way: the task's data. */
typedef struct
{
  WaxsealTenantSession *session;
  WaxsealEntraApp *app;
  char *expires;
  SecretValue *value; /* until it is in the keyring */
  WaxsealSecretDeposit *deposit;
} Run;

static void
free_run (gpointer data)
{
  Run *self = data;

  g_object_unref (self->session);
  g_free (self->expires);
  g_clear_pointer (&self->value, secret_value_unref);
  g_clear_pointer (&self->deposit, waxseal_secret_deposit_free);
  g_free (self);
}

/** waxseal_secret_deposit_free: @self: (transfer full): no longer needed */
void
waxseal_secret_deposit_free (WaxsealSecretDeposit *self)
{
  g_free (self->key_id);
  g_free (self->request_id);
  g_clear_object (&self->item);
  g_clear_error (&self->keyring_error);
  g_free (self);
}

static void
end (GTask *task)
{
  Run *self = g_task_get_task_data (task);

  g_task_return_pointer (task,
                         g_steal_pointer (&self->deposit),
                         (GDestroyNotify) waxseal_secret_deposit_free);
  g_object_unref (task);
}

static void
post (GTask *task,
      const char *action,
      JsonObject *body,
      gboolean fresh,
      GCancellable *cancellable,
      GAsyncReadyCallback callback)
{
  Run *self = g_task_get_task_data (task);
  g_autofree char *path = g_strdup_printf ("applications/%s/%s",
                                           waxseal_record_get_text (self->app, "object-id"),
                                           action);
  g_autoptr (JsonNode) node = json_node_new (JSON_NODE_OBJECT);

  json_node_take_object (node, body);
  waxseal_graph_write_async (self->session,
                             "POST",
                             path,
                             node,
                             waxseal_sign_in_scopes_for_step (WAXSEAL_SIGN_IN_STEP_APP),
                             fresh ? WAXSEAL_GRAPH_FRESH : WAXSEAL_GRAPH_PLAIN,
                             cancellable,
                             callback,
                             task);
}

static void
removed_cb (GObject *source, GAsyncResult *result, gpointer user_data)
{
  GTask *task = user_data;
  Run *self = g_task_get_task_data (task);
  g_autoptr (WaxsealHttpReply) reply = waxseal_graph_write_finish (result, NULL);

  self->deposit->removed = reply != NULL;
  end (task);
}

/* The keyring did not take the value: the secret is of no use to anyone, and goes again. */
static void
remove_again (GTask *task)
{
  Run *self = g_task_get_task_data (task);
  JsonObject *body = json_object_new ();

  json_object_set_string_member (body, "keyId", self->deposit->key_id);
  post (task, "removePassword", body, TRUE, g_task_get_cancellable (task), removed_cb);
}

static void
stored_cb (GObject *source, GAsyncResult *result, gpointer user_data)
{
  GTask *task = user_data;
  Run *self = g_task_get_task_data (task);
  GError *error = NULL;

  g_clear_pointer (&self->value, secret_value_unref);
  if (waxseal_keyring_store_finish (WAXSEAL_KEYRING (source), result, &error))
    {
      end (task);
      return;
    }
  self->deposit->keyring_error = error;
  g_clear_object (&self->deposit->item);
  remove_again (task);
}

static WaxsealKeyringItem *
build_item (Run *self)
{
  WaxsealOrganization *organization = waxseal_tenant_session_get_organization (self->session);
  g_autofree char *day = g_strndup (self->expires, strlen ("2027-05-18"));

  return g_object_new (WAXSEAL_TYPE_KEYRING_ITEM,
                       "organization",
                       waxseal_organization_get_id (organization),
                       "organization-name",
                       waxseal_organization_get_name (organization),
                       "tenant-id",
                       waxseal_record_get_text (self->app, "tenant-id"),
                       "client-id",
                       waxseal_record_get_text (self->app, "client-id"),
                       "key-id",
                       self->deposit->key_id,
                       "expires",
                       day,
                       NULL);
}

static void
added_cb (GObject *source, GAsyncResult *result, gpointer user_data)
{
  GTask *task = user_data;
  Run *self = g_task_get_task_data (task);
  GError *error = NULL;
  g_autoptr (WaxsealHttpReply) reply = waxseal_graph_write_finish (result, &error);
  const char *key_id = "";

  if (reply != NULL)
    {
      key_id = waxseal_json_get_text (waxseal_http_reply_get_object (reply), "keyId");
      self->value = waxseal_http_reply_take_secret (reply, "secretText");
      /* A reply without the value is as good as a lost one. */
      if (self->value == NULL || *key_id == '\0')
        error = waxseal_remedy_new_error (WAXSEAL_ERROR_BAD_REPLY, NULL);
    }
  if (error != NULL)
    {
      g_task_return_error (task, error);
      g_object_unref (task);
      return;
    }
  self->deposit->key_id = g_strdup (key_id);
  self->deposit->request_id = g_strdup (waxseal_http_reply_get_request_id (reply));
  self->deposit->item = build_item (self);
  /* Not cancellable: a value that is not stored is lost. */
  waxseal_keyring_store_async (waxseal_tenant_session_get_keyring (self->session),
                               self->deposit->item,
                               self->value,
                               NULL,
                               stored_cb,
                               task);
}

/**
 * waxseal_secret_deposit_async:
 * @description: what the portal lists it as
 * @expires: its end, ISO 8601, UTC
 *
 * The organisation's record has the application's IDs, and the journal an entry that is on disk.
 */
void
waxseal_secret_deposit_async (WaxsealTenantSession *session,
                              const char *description,
                              const char *expires,
                              gboolean fresh,
                              GCancellable *cancellable,
                              GAsyncReadyCallback callback,
                              gpointer user_data)
{
  GTask *task = g_task_new (session, cancellable, callback, user_data);
  WaxsealOrganization *organization = waxseal_tenant_session_get_organization (session);
  Run *self = g_new0 (Run, 1);
  JsonObject *credential = json_object_new ();
  JsonObject *body = json_object_new ();

  g_task_set_source_tag (task, waxseal_secret_deposit_async);
  g_task_set_check_cancellable (task, FALSE);
  self->session = g_object_ref (session);
  self->app = waxseal_organization_get_entra_app (organization);
  self->expires = g_strdup (expires);
  self->deposit = g_new0 (WaxsealSecretDeposit, 1);
  g_task_set_task_data (task, self, free_run);
  json_object_set_string_member (credential, "displayName", description);
  json_object_set_string_member (credential, "endDateTime", expires);
  json_object_set_object_member (body, "passwordCredential", credential);
  post (task, "addPassword", body, fresh, cancellable, added_cb);
}

/**
 * waxseal_secret_deposit_finish:
 * @error: of the request, to be judged by waxseal_write_end_judge()
 *
 * Returns: (transfer full) (nullable): how it ended, once the secret was made
 */
WaxsealSecretDeposit *
waxseal_secret_deposit_finish (GAsyncResult *result, GError **error)
{
  return g_task_propagate_pointer (G_TASK (result), error);
}
