/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Getting a token without asking anyone: one after the other, since each redeeming of the refresh
 * token may give another in its place. */
#include <string.h>

#include "waxseal-account-private.h"
#include "waxseal-error.h"
#include "waxseal-remedy.h"
#include "waxseal-sign-in-scopes.h"

typedef struct
{
  char *resource;
  char **scopes;
  char *claims;
  gboolean fresh;
  WaxsealSession *session;
  WaxsealLogin *login;
  guint generation;
  WaxsealToken *token;
  GError *error;
} SilentRun;

static void
silent_run_free (SilentRun *run)
{
  g_free (run->resource);
  g_strfreev (run->scopes);
  g_free (run->claims);
  g_clear_pointer (&run->login, waxseal_login_unref);
  g_clear_pointer (&run->token, waxseal_token_unref);
  g_clear_error (&run->error);
  g_free (run);
}

static void run_next (WaxsealAccount *self);

/* With run->token or run->error. */
static void
finish (GTask *task)
{
  g_autoptr (WaxsealAccount) self = g_object_ref (g_task_get_source_object (task));
  g_autoptr (GTask) current = g_steal_pointer (&self->current);
  SilentRun *run = g_task_get_task_data (task);

  if (run->error != NULL)
    g_task_return_error (task, g_steal_pointer (&run->error));
  else
    g_task_return_pointer (task,
                           g_steal_pointer (&run->token),
                           (GDestroyNotify) waxseal_token_unref);
  run_next (self);
}

static void
fail (GTask *task, GError *error)
{
  SilentRun *run = g_task_get_task_data (task);

  g_clear_error (&run->error);
  run->error = error;
  finish (task);
}

static void
saved_cb (GObject *source, GAsyncResult *result, gpointer user_data)
{
  GTask *task = user_data;
  g_autoptr (GError) error = NULL;

  if (!waxseal_refresh_store_save_finish (WAXSEAL_REFRESH_STORE (source), result, &error))
    waxseal_account_not_kept (g_task_get_source_object (task), error);
  finish (task);
}

static void
cleared_cb (GObject *source, GAsyncResult *result, gpointer user_data)
{
  /* What could not be cleared is dead, and tried no more than once. */
  waxseal_refresh_store_clear_finish (WAXSEAL_REFRESH_STORE (source), result, NULL);
  finish (user_data);
}

static void
take_refusal (GTask *task, WaxsealLoginReply *reply)
{
  WaxsealAccount *self = g_task_get_source_object (task);
  SilentRun *run = g_task_get_task_data (task);

  run->error = g_error_copy (reply->error);
  if (!reply->ends_session)
    {
      if (reply->claims != NULL)
        waxseal_session_set_claims (run->session, reply->claims);
      finish (task);
      return;
    }
  waxseal_session_reset (run->session);
  waxseal_account_session_changed (self);
  if (waxseal_account_keeps (self, run->session))
    waxseal_refresh_store_clear_async (self->store, NULL, cleared_cb, task);
  else
    finish (task);
}

static void
take_tokens (GTask *task, WaxsealLoginReply *reply)
{
  WaxsealAccount *self = g_task_get_source_object (task);
  SilentRun *run = g_task_get_task_data (task);
  const char *client_id = waxseal_login_get_client_id (run->login);

  waxseal_session_accept (run->session, client_id, run->resource, reply);
  waxseal_account_session_changed (self);
  run->token = waxseal_token_ref (reply->token);
  /* Not to be cancelled: the keyring would be left with the old one. */
  if (reply->refresh_token != NULL && waxseal_account_keeps (self, run->session))
    waxseal_refresh_store_save_async (
      self->store, client_id, reply->refresh_token, FALSE, NULL, saved_cb, task);
  else
    finish (task);
}

static void begin (GTask *task);

static void
redeemed_cb (GObject *source, GAsyncResult *result, gpointer user_data)
{
  GTask *task = user_data;
  SilentRun *run = g_task_get_task_data (task);
  g_autoptr (WaxsealLoginReply) reply = NULL;
  GError *error = NULL;

  reply = waxseal_login_ask_finish (result, &error);
  if (reply == NULL)
    fail (task, error);
  else if (run->generation != run->session->generation)
    begin (task); /* signed out, or in again, meanwhile */
  else if (reply->error != NULL)
    take_refusal (task, reply);
  else
    take_tokens (task, reply);
}

static void
redeem (GTask *task, SecretValue *refresh_token)
{
  WaxsealAccount *self = g_task_get_source_object (task);
  SilentRun *run = g_task_get_task_data (task);
  g_autofree char *joined = NULL, *scope = NULL;
  g_autoptr (WaxsealHttpRequest) request = NULL;

  joined = waxseal_sign_in_scopes_join (waxseal_endpoints_get_graph (self->endpoints),
                                        run->resource,
                                        (const char *const *) run->scopes);
  scope = g_strdup_printf (WAXSEAL_SIGN_IN_SCOPE_IDENTITY " %s", joined);
  request = waxseal_login_new_token_request (run->login, "refresh_token", scope);
  waxseal_http_request_add_secret_field (request, "refresh_token", refresh_token);
  if (run->claims != NULL)
    waxseal_http_request_add_field (request, "claims", run->claims);
  /* The same token may be redeemed again until its successor is known. */
  waxseal_http_request_set_repeatable (request, TRUE);
  run->generation = run->session->generation;
  waxseal_login_ask_async (run->login,
                           request,
                           (const char *const *) run->scopes,
                           g_task_get_cancellable (task),
                           redeemed_cb,
                           task);
}

static void
loaded_cb (GObject *source, GAsyncResult *result, gpointer user_data)
{
  GTask *task = user_data;
  SilentRun *run = g_task_get_task_data (task);
  g_autoptr (SecretValue) refresh_token = NULL;
  g_autoptr (GError) error = NULL;

  refresh_token =
    waxseal_refresh_store_load_finish (WAXSEAL_REFRESH_STORE (source), result, &error);
  if (refresh_token != NULL)
    {
      waxseal_session_set_refresh_token (run->session,
                                         waxseal_login_get_client_id (run->login),
                                         refresh_token);
      redeem (task, refresh_token);
    }
  else if (g_error_matches (error, G_IO_ERROR, G_IO_ERROR_CANCELLED))
    fail (task, g_steal_pointer (&error));
  else
    fail (task, waxseal_remedy_new_error (WAXSEAL_ERROR_SIGN_IN_NEEDED, error->message));
}

static void
begin (GTask *task)
{
  WaxsealAccount *self = g_task_get_source_object (task);
  SilentRun *run = g_task_get_task_data (task);
  WaxsealToken *token = NULL;
  SecretValue *refresh_token;
  const char *client_id;
  GError *error = NULL;

  g_clear_pointer (&run->login, waxseal_login_unref);
  run->login = waxseal_account_new_login (self, run->session, run->session->tenant_id, &error);
  if (run->login == NULL ||
      g_cancellable_set_error_if_cancelled (g_task_get_cancellable (task), &error))
    {
      fail (task, error);
      return;
    }
  client_id = waxseal_login_get_client_id (run->login);
  if (!run->fresh && run->claims == NULL)
    token = waxseal_session_find_token (run->session,
                                        client_id,
                                        run->resource,
                                        (const char *const *) run->scopes);
  refresh_token = waxseal_session_find_refresh_token (run->session, client_id);
  if (token != NULL)
    {
      run->token = waxseal_token_ref (token);
      finish (task);
    }
  else if (refresh_token != NULL)
    redeem (task, refresh_token);
  else if (waxseal_account_keeps (self, run->session))
    waxseal_refresh_store_load_async (
      self->store, client_id, g_task_get_cancellable (task), loaded_cb, task);
  else
    fail (task, waxseal_remedy_new_error (WAXSEAL_ERROR_SIGN_IN_NEEDED, NULL));
}

static void
run_next (WaxsealAccount *self)
{
  if (self->current != NULL || g_queue_is_empty (&self->waiting))
    return;
  self->current = g_queue_pop_head (&self->waiting);
  begin (self->current);
}

/** waxseal_account_get_token_async: See waxseal_authorizer_get_token_async(). */
void
waxseal_account_get_token_async (WaxsealAccount *self,
                                 const char *resource,
                                 const char *const *scopes,
                                 const char *claims,
                                 gboolean fresh,
                                 GCancellable *cancellable,
                                 GAsyncReadyCallback callback,
                                 gpointer user_data)
{
  GTask *task = g_task_new (self, cancellable, callback, user_data);
  SilentRun *run = g_new0 (SilentRun, 1);

  g_task_set_source_tag (task, waxseal_account_get_token_async);
  run->resource = g_strdup (resource);
  run->scopes = g_strdupv ((char **) scopes);
  run->claims = g_strdup (claims);
  run->fresh = fresh;
  run->session = waxseal_account_find_session (self, scopes);
  g_task_set_task_data (task, run, (GDestroyNotify) silent_run_free);
  if (claims != NULL)
    waxseal_session_set_claims (run->session, claims);
  g_queue_push_tail (&self->waiting, task);
  run_next (self);
}

/** waxseal_account_get_token_finish: See waxseal_authorizer_get_token_finish(). */
WaxsealToken *
waxseal_account_get_token_finish (WaxsealAccount *self, GAsyncResult *result, GError **error)
{
  g_return_val_if_fail (g_task_is_valid (result, self), NULL);

  return g_task_propagate_pointer (G_TASK (result), error);
}
