/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Asking a person to sign in. */
#include <string.h>

#include "waxseal-account-private.h"
#include "waxseal-browser-sign-in.h"
#include "waxseal-error.h"
#include "waxseal-remedy.h"

typedef struct
{
  WaxsealSignInWay way;
  char **scopes;
  WaxsealSession *session;
  WaxsealLogin *login;
  char *resource;
} SignInRun;

static void
sign_in_run_free (SignInRun *run)
{
  g_strfreev (run->scopes);
  g_clear_pointer (&run->login, waxseal_login_unref);
  g_free (run->resource);
  g_free (run);
}

/* What a person can put right at the sign-in page; of anything else the page would say the same. */
static gboolean
is_for_a_person (const GError *error)
{
  static const int codes[] = {
    WAXSEAL_ERROR_SIGN_IN_NEEDED, WAXSEAL_ERROR_SIGN_IN_DECLINED, WAXSEAL_ERROR_SIGN_IN_FAILED,
    WAXSEAL_ERROR_CONSENT_NEEDED, WAXSEAL_ERROR_BLOCKED,          WAXSEAL_ERROR_WRONG_ACCOUNT,
  };

  for (guint i = 0; i < G_N_ELEMENTS (codes); i++)
    if (g_error_matches (error, WAXSEAL_ERROR, codes[i]))
      return TRUE;
  return FALSE;
}

/* A tenant may be known by its domain, or not yet at all: then there is nothing to compare. */
static gboolean
is_other_tenant (WaxsealAccount *self, const char *tenant_id)
{
  const char *wanted =
    waxseal_record_get_text (waxseal_organization_get_entra_app (self->organization), "tenant-id");

  return g_uuid_string_is_valid (wanted) && g_uuid_string_is_valid (tenant_id) &&
         g_ascii_strcasecmp (wanted, tenant_id) != 0;
}

static void
kept_cb (GObject *source, GAsyncResult *result, gpointer user_data)
{
  g_autoptr (GTask) task = user_data;
  g_autoptr (GError) error = NULL;

  /* Signed in all the same, only not for long. */
  if (!waxseal_refresh_store_save_finish (WAXSEAL_REFRESH_STORE (source), result, &error))
    waxseal_account_not_kept (g_task_get_source_object (task), error);
  g_task_return_boolean (task, TRUE);
}

static void
take_reply (GTask *task, WaxsealLoginReply *reply)
{
  WaxsealAccount *self = g_task_get_source_object (task);
  SignInRun *run = g_task_get_task_data (task);
  const char *client_id = waxseal_login_get_client_id (run->login);

  waxseal_session_reset (run->session);
  waxseal_session_accept (run->session, client_id, run->resource, reply);
  if (is_other_tenant (self, run->session->tenant_id))
    {
      waxseal_session_reset (run->session);
      waxseal_account_session_changed (self);
      g_task_return_error (task, waxseal_remedy_new_error (WAXSEAL_ERROR_WRONG_ACCOUNT, NULL));
      return;
    }
  if (!waxseal_organization_get_read_only (self->organization))
    waxseal_record_set_text (self->settings, "user-name", run->session->user_name);
  waxseal_account_session_changed (self);
  if (reply->refresh_token != NULL && waxseal_account_keeps (self, run->session))
    waxseal_refresh_store_save_async (self->store,
                                      client_id,
                                      reply->refresh_token,
                                      TRUE,
                                      g_task_get_cancellable (task),
                                      kept_cb,
                                      g_object_ref (task));
  else
    g_task_return_boolean (task, TRUE);
}

static void
take_result (GTask *task, WaxsealLoginReply *reply, GError *error)
{
  waxseal_account_set_asking (g_task_get_source_object (task), FALSE);
  if (error != NULL)
    g_task_return_error (task, error);
  else if (reply->error != NULL)
    g_task_return_error (task, g_error_copy (reply->error));
  else
    take_reply (task, reply);
}

static void
browser_cb (GObject *source, GAsyncResult *result, gpointer user_data)
{
  g_autoptr (GTask) task = user_data;
  g_autoptr (WaxsealLoginReply) reply = NULL;
  GError *error = NULL;

  reply = waxseal_browser_sign_in_run_finish (WAXSEAL_BROWSER_SIGN_IN (source), result, &error);
  take_result (task, reply, error);
}

static void
code_cb (GObject *source, GAsyncResult *result, gpointer user_data)
{
  g_autoptr (GTask) task = user_data;
  WaxsealAccount *self = g_task_get_source_object (task);
  g_autoptr (WaxsealLoginReply) reply = NULL;
  GError *error = NULL;

  if (self->code_sign_in == (gpointer) source)
    g_clear_object (&self->code_sign_in);
  reply = waxseal_code_sign_in_run_finish (WAXSEAL_CODE_SIGN_IN (source), result, &error);
  take_result (task, reply, error);
}

static void
use_browser (GTask *task, WaxsealSignInAsk *ask)
{
  WaxsealAccount *self = g_task_get_source_object (task);
  SignInRun *run = g_task_get_task_data (task);
  g_autoptr (WaxsealBrowserSignIn) sign_in = waxseal_browser_sign_in_new (run->login, ask);

  g_signal_connect_object (
    sign_in, "open-link", G_CALLBACK (waxseal_account_open_link), self, G_CONNECT_SWAPPED);
  waxseal_browser_sign_in_run_async (sign_in,
                                     g_task_get_cancellable (task),
                                     browser_cb,
                                     g_object_ref (task));
}

static void
use_code (GTask *task, WaxsealSignInAsk *ask)
{
  WaxsealAccount *self = g_task_get_source_object (task);
  SignInRun *run = g_task_get_task_data (task);
  g_autoptr (WaxsealCodeSignIn) sign_in = waxseal_code_sign_in_new (run->login, ask);

  g_signal_connect_object (
    sign_in, "device-code", G_CALLBACK (waxseal_account_show_code), self, G_CONNECT_SWAPPED);
  g_set_object (&self->code_sign_in, sign_in);
  waxseal_code_sign_in_run_async (sign_in,
                                  g_task_get_cancellable (task),
                                  code_cb,
                                  g_object_ref (task));
}

static void
ask_person (GTask *task, gboolean consent)
{
  WaxsealAccount *self = g_task_get_source_object (task);
  SignInRun *run = g_task_get_task_data (task);
  const char *user_name = run->session->user_name;
  WaxsealSignInAsk *ask;
  GError *error = NULL;

  /* Not the tenant of whoever was signed in before: another may sign in now. */
  run->login = waxseal_account_new_login (self, run->session, "", &error);
  if (run->login == NULL)
    {
      g_task_return_error (task, error);
      return;
    }
  if (*user_name == '\0')
    user_name = waxseal_record_get_text (self->settings, "user-name");
  ask = waxseal_sign_in_ask_new (self->endpoints, (const char *const *) run->scopes);
  ask->consent = consent;
  ask->hint = *user_name != '\0' ? g_strdup (user_name) : NULL;
  ask->claims = g_strdup (run->session->claims);
  run->resource = g_strdup (ask->resource);
  if (run->way == WAXSEAL_SIGN_IN_BROWSER)
    use_browser (task, ask);
  else
    use_code (task, ask);
}

static void
silent_cb (GObject *source, GAsyncResult *result, gpointer user_data)
{
  g_autoptr (GTask) task = user_data;
  SignInRun *run = g_task_get_task_data (task);
  g_autoptr (GError) error = NULL;
  g_autoptr (WaxsealToken) token = NULL;

  token = waxseal_account_get_token_finish (WAXSEAL_ACCOUNT (source), result, &error);
  if (token != NULL)
    g_task_return_boolean (task, TRUE);
  else if (run->way == WAXSEAL_SIGN_IN_SILENT || !is_for_a_person (error))
    g_task_return_error (task, g_steal_pointer (&error));
  else
    ask_person (task, g_error_matches (error, WAXSEAL_ERROR, WAXSEAL_ERROR_CONSENT_NEEDED));
}

/**
 * waxseal_account_sign_in_async:
 * @way: how a person is asked, if need be
 * @scopes: (nullable) (array zero-terminated=1): what for: Graph's by their names, those of another
 *   resource with its address
 *
 * Silent where it can be; else "open-link" or "device-code" is emitted, and the person awaited. A
 * challenge that a service made is always for the person.
 */
void
waxseal_account_sign_in_async (WaxsealAccount *self,
                               WaxsealSignInWay way,
                               const char *const *scopes,
                               GCancellable *cancellable,
                               GAsyncReadyCallback callback,
                               gpointer user_data)
{
  g_autoptr (GTask) task = g_task_new (self, cancellable, callback, user_data);
  g_autoptr (WaxsealSignInAsk) ask = waxseal_sign_in_ask_new (self->endpoints, scopes);
  SignInRun *run = g_new0 (SignInRun, 1);

  g_task_set_source_tag (task, waxseal_account_sign_in_async);
  run->way = way;
  run->scopes = g_strdupv ((char **) scopes);
  run->session = waxseal_account_find_session (self, scopes);
  g_task_set_task_data (task, run, (GDestroyNotify) sign_in_run_free);
  if (way != WAXSEAL_SIGN_IN_SILENT && run->session->claims != NULL)
    ask_person (task, FALSE);
  else
    waxseal_account_get_token_async (self,
                                     ask->resource,
                                     (const char *const *) ask->token_scopes,
                                     run->session->claims,
                                     FALSE,
                                     cancellable,
                                     silent_cb,
                                     g_object_ref (task));
}

/**
 * waxseal_account_sign_in_finish:
 * @error: %G_IO_ERROR_CANCELLED, those of #WaxsealHttp, and those of the sign-in from
 *   %WAXSEAL_ERROR_SIGN_IN_NEEDED to %WAXSEAL_ERROR_SIGN_IN_FAILED
 *
 * Returns: whether a person is signed in, with the scopes that were asked for
 */
gboolean
waxseal_account_sign_in_finish (WaxsealAccount *self, GAsyncResult *result, GError **error)
{
  g_return_val_if_fail (g_task_is_valid (result, self), FALSE);

  return g_task_propagate_boolean (G_TASK (result), error);
}

/** waxseal_account_renew_code: Gives the device code up and gets another, if one is under way. */
void
waxseal_account_renew_code (WaxsealAccount *self)
{
  if (self->code_sign_in != NULL)
    waxseal_code_sign_in_renew (self->code_sign_in);
}
