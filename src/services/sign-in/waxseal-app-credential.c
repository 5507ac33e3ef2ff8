/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "waxseal-app-credential.h"

#include "waxseal-login.h"

struct _WaxsealAppCredential
{
  GObject parent_instance;

  WaxsealLogin *login;
  SecretValue *secret;
  GHashTable *tokens; /* resource -> WaxsealToken */
};

static void authorizer_iface_init (WaxsealAuthorizerInterface *iface);

G_DEFINE_FINAL_TYPE_WITH_CODE (WaxsealAppCredential,
                               waxseal_app_credential,
                               G_TYPE_OBJECT,
                               G_IMPLEMENT_INTERFACE (WAXSEAL_TYPE_AUTHORIZER,
                                                      authorizer_iface_init))

static void
waxseal_app_credential_finalize (GObject *object)
{
  WaxsealAppCredential *self = WAXSEAL_APP_CREDENTIAL (object);

  waxseal_login_unref (self->login);
  secret_value_unref (self->secret);
  g_hash_table_unref (self->tokens);
  G_OBJECT_CLASS (waxseal_app_credential_parent_class)->finalize (object);
}

static void
waxseal_app_credential_class_init (WaxsealAppCredentialClass *klass)
{
  G_OBJECT_CLASS (klass)->finalize = waxseal_app_credential_finalize;
}

static void
waxseal_app_credential_init (WaxsealAppCredential *self)
{
  self->tokens =
    g_hash_table_new_full (g_str_hash, g_str_equal, g_free, (GDestroyNotify) waxseal_token_unref);
}

/**
 * waxseal_app_credential_new:
 * @tenant_id: the application's tenant
 * @client_id: the application
 * @secret: the value of one of its client secrets
 *
 * Returns: (transfer full): the application as one who signs requests; nothing is asked yet
 */
WaxsealAppCredential *
waxseal_app_credential_new (WaxsealHttp *http,
                            WaxsealEndpoints *endpoints,
                            const char *tenant_id,
                            const char *client_id,
                            SecretValue *secret)
{
  WaxsealAppCredential *self = g_object_new (WAXSEAL_TYPE_APP_CREDENTIAL, NULL);

  self->login = waxseal_login_new (http, endpoints, tenant_id, client_id);
  self->secret = secret_value_ref (secret);
  return self;
}

static void
asked_cb (GObject *source, GAsyncResult *result, gpointer user_data)
{
  g_autoptr (GTask) task = user_data;
  WaxsealAppCredential *self = g_task_get_source_object (task);
  g_autoptr (WaxsealLoginReply) reply = NULL;
  GError *error = NULL;

  reply = waxseal_login_ask_finish (result, &error);
  if (reply == NULL)
    g_task_return_error (task, error);
  else if (reply->error != NULL)
    g_task_return_error (task, g_steal_pointer (&reply->error));
  else
    {
      g_hash_table_replace (self->tokens,
                            g_strdup (g_task_get_task_data (task)),
                            waxseal_token_ref (reply->token));
      g_task_return_pointer (task,
                             waxseal_token_ref (reply->token),
                             (GDestroyNotify) waxseal_token_unref);
    }
}

/* An application has what it was granted, and asks for all of it (microsoft.md, 2.8). */
static void
get_token_async (WaxsealAuthorizer *authorizer,
                 const char *resource,
                 const char *const *scopes,
                 const char *claims,
                 gboolean fresh,
                 GCancellable *cancellable,
                 GAsyncReadyCallback callback,
                 gpointer user_data)
{
  WaxsealAppCredential *self = WAXSEAL_APP_CREDENTIAL (authorizer);
  g_autoptr (GTask) task = g_task_new (self, cancellable, callback, user_data);
  WaxsealToken *token = g_hash_table_lookup (self->tokens, resource);
  g_autofree char *scope = g_strconcat (resource, "/.default", NULL);
  g_autoptr (WaxsealHttpRequest) request = NULL;

  g_task_set_source_tag (task, get_token_async);
  g_task_set_task_data (task, g_strdup (resource), g_free);
  if (!fresh && claims == NULL && token != NULL && waxseal_token_is_usable (token, NULL))
    {
      g_task_return_pointer (task, waxseal_token_ref (token), (GDestroyNotify) waxseal_token_unref);
      return;
    }
  request = waxseal_login_new_token_request (self->login, "client_credentials", scope);
  waxseal_http_request_add_secret_field (request, "client_secret", self->secret);
  if (claims != NULL)
    waxseal_http_request_add_field (request, "claims", claims);
  waxseal_http_request_set_repeatable (request, TRUE);
  waxseal_login_ask_async (self->login, request, NULL, cancellable, asked_cb, g_object_ref (task));
}

static WaxsealToken *
get_token_finish (WaxsealAuthorizer *authorizer, GAsyncResult *result, GError **error)
{
  g_return_val_if_fail (g_task_is_valid (result, authorizer), NULL);

  return g_task_propagate_pointer (G_TASK (result), error);
}

static void
authorizer_iface_init (WaxsealAuthorizerInterface *iface)
{
  iface->get_token_async = get_token_async;
  iface->get_token_finish = get_token_finish;
}
