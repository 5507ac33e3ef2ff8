/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "waxseal-app-proof.h"

#include <glib/gi18n.h>

#include "waxseal-app-credential.h"
#include "waxseal-app-proof-record.h"
#include "waxseal-error.h"
#include "waxseal-graph-role.h"
#include "waxseal-json.h"
#include "waxseal-remedy.h"

/* One proof on its way: the task's data. */
typedef struct
{
  WaxsealTenantSession *session;
  WaxsealEntraApp *app;
  WaxsealAppCredential *credential;
  WaxsealGraph *graph; /* as the application */
  WaxsealToken *token;
  guint n_waits;
} Proof;

static const char *const scopes[] = { ".default", NULL };

static void get_token (GTask *task);

static void
proof_free (gpointer data)
{
  Proof *self = data;

  g_object_unref (self->session);
  g_clear_object (&self->credential);
  g_clear_object (&self->graph);
  g_clear_pointer (&self->token, waxseal_token_unref);
  g_free (self);
}

static void
end (GTask *task, GError *error)
{
  Proof *self = g_task_get_task_data (task);
  WaxsealOrganization *organization = waxseal_tenant_session_get_organization (self->session);

  if (!g_error_matches (error, G_IO_ERROR, G_IO_ERROR_CANCELLED))
    waxseal_app_proof_record_result (organization, self->token, error);
  if (error != NULL)
    g_task_return_error (task, error);
  else
    g_task_return_boolean (task, TRUE);
  g_object_unref (task);
}

static void
waited_cb (GObject *source, GAsyncResult *result, gpointer user_data)
{
  GTask *task = user_data;
  GError *error = NULL;

  if (waxseal_tenant_session_wait_finish (WAXSEAL_TENANT_SESSION (source), result, &error))
    get_token (task);
  else
    end (task, error);
}

/* Again with a token of its own, or the end with @error. */
static void
try_again (GTask *task, GError *error)
{
  Proof *self = g_task_get_task_data (task);

  if (self->n_waits >= WAXSEAL_TENANT_SESSION_WAITS)
    {
      end (task, error);
      return;
    }
  g_error_free (error);
  waxseal_tenant_session_wait_async (
    self->session, self->n_waits++, g_task_get_cancellable (task), waited_cb, task);
}

/* The roles of the four that the token lacks, or NULL. */
static char *
find_missing_roles (WaxsealToken *token)
{
  g_auto (GStrv) roles = waxseal_token_dup_claim_list (token, "roles");
  g_autoptr (GString) missing = g_string_new (NULL);

  for (guint i = 0; i < WAXSEAL_N_GRAPH_ROLES; i++)
    {
      const char *name = waxseal_graph_role_get (i)->name;

      if (roles == NULL || !g_strv_contains ((const char *const *) roles, name))
        g_string_append_printf (missing, "%s%s", missing->len > 0 ? ", " : "", name);
    }
  return missing->len > 0 ? g_string_free (g_steal_pointer (&missing), FALSE) : NULL;
}

static void
user_cb (GObject *source, GAsyncResult *result, gpointer user_data)
{
  GTask *task = user_data;
  g_autoptr (GError) error = NULL;
  g_autoptr (WaxsealHttpReply) reply =
    waxseal_graph_call_finish (WAXSEAL_GRAPH (source), result, &error);

  if (reply != NULL)
    end (task, NULL);
  else if (g_error_matches (error, WAXSEAL_ERROR, WAXSEAL_ERROR_ROLE_MISSING))
    /* The grant is not known to every server yet (microsoft.md, 2.8). */
    try_again (task,
               waxseal_remedy_new_error (WAXSEAL_ERROR_NOT_PROVED,
                                         waxseal_error_get_details (error)));
  else
    end (task, g_steal_pointer (&error));
}

static void
look_at_token (GTask *task)
{
  Proof *self = g_task_get_task_data (task);
  g_autofree char *missing = find_missing_roles (self->token);
  g_autofree char *details = NULL;

  if (missing != NULL)
    {
      /* Translators: a list of permissions: the token of the application lacks them */
      details = g_strdup_printf (_ ("Not in the application’s token: %s"), missing);
      try_again (task, waxseal_remedy_new_error (WAXSEAL_ERROR_NOT_PROVED, details));
      return;
    }
  waxseal_graph_call_async (self->graph,
                            "GET",
                            "users?$top=1&$select=id",
                            NULL,
                            scopes,
                            WAXSEAL_GRAPH_PLAIN,
                            g_task_get_cancellable (task),
                            user_cb,
                            task);
}

/* Whether @error may only mean that the secret is too young (microsoft.md, 1.5 and 2.8). */
static gboolean
is_too_early (Proof *self, const GError *error)
{
  WaxsealJournal *journal = waxseal_tenant_session_get_journal (self->session);
  gboolean young_secret =
    waxseal_journal_made_lately (journal, waxseal_record_get_text (self->app, "secret-key-id"));
  gboolean young_app =
    waxseal_journal_made_lately (journal, waxseal_record_get_text (self->app, "object-id"));

  return (young_secret && g_error_matches (error, WAXSEAL_ERROR, WAXSEAL_ERROR_SECRET_WRONG)) ||
         (young_app && g_error_matches (error, WAXSEAL_ERROR, WAXSEAL_ERROR_WRONG_CLIENT));
}

static void
token_cb (GObject *source, GAsyncResult *result, gpointer user_data)
{
  GTask *task = user_data;
  Proof *self = g_task_get_task_data (task);
  GError *error = NULL;

  g_clear_pointer (&self->token, waxseal_token_unref);
  self->token = waxseal_authorizer_get_token_finish (WAXSEAL_AUTHORIZER (source), result, &error);
  if (self->token != NULL)
    look_at_token (task);
  else if (is_too_early (self, error))
    try_again (task, error);
  else
    end (task, error);
}

static void
get_token (GTask *task)
{
  Proof *self = g_task_get_task_data (task);
  WaxsealEndpoints *endpoints = waxseal_tenant_session_get_endpoints (self->session);

  /* Always a fresh one: one from before a grant has the roles from before it. */
  waxseal_authorizer_get_token_async (WAXSEAL_AUTHORIZER (self->credential),
                                      waxseal_endpoints_get_graph (endpoints),
                                      scopes,
                                      NULL,
                                      TRUE,
                                      g_task_get_cancellable (task),
                                      token_cb,
                                      task);
}

static void
looked_up_cb (GObject *source, GAsyncResult *result, gpointer user_data)
{
  GTask *task = user_data;
  Proof *self = g_task_get_task_data (task);
  WaxsealHttp *http = waxseal_tenant_session_get_http (self->session);
  WaxsealEndpoints *endpoints = waxseal_tenant_session_get_endpoints (self->session);
  GError *error = NULL;
  g_autoptr (SecretValue) value =
    waxseal_keyring_lookup_finish (WAXSEAL_KEYRING (source), result, &error);

  if (value == NULL)
    {
      /* Nothing was asked of Microsoft, so nothing is known about the application. */
      g_task_return_error (task, error);
      g_object_unref (task);
      return;
    }
  self->credential = waxseal_app_credential_new (http,
                                                 endpoints,
                                                 waxseal_record_get_text (self->app, "tenant-id"),
                                                 waxseal_record_get_text (self->app, "client-id"),
                                                 value);
  self->graph = waxseal_graph_new (http, endpoints, WAXSEAL_AUTHORIZER (self->credential));
  get_token (task);
}

/**
 * waxseal_app_proof_run_async:
 *
 * Needs the tenant and client ID in the record, and the value of the record's secret in the
 * keyring; without a key ID in the record, the one that was stored last.
 */
void
waxseal_app_proof_run_async (WaxsealTenantSession *session,
                             GCancellable *cancellable,
                             GAsyncReadyCallback callback,
                             gpointer user_data)
{
  GTask *task = g_task_new (session, cancellable, callback, user_data);
  WaxsealOrganization *organization = waxseal_tenant_session_get_organization (session);
  Proof *self = g_new0 (Proof, 1);
  const char *key_id;

  g_task_set_source_tag (task, waxseal_app_proof_run_async);
  self->session = g_object_ref (session);
  self->app = waxseal_organization_get_entra_app (organization);
  g_task_set_task_data (task, self, proof_free);
  key_id = waxseal_record_get_text (self->app, "secret-key-id");
  waxseal_keyring_lookup_async (waxseal_tenant_session_get_keyring (session),
                                waxseal_organization_get_id (organization),
                                *key_id != '\0' ? key_id : NULL,
                                cancellable,
                                looked_up_cb,
                                task);
}

/** waxseal_app_proof_run_finish: Returns: whether it is proved. */
gboolean
waxseal_app_proof_run_finish (GAsyncResult *result, GError **error)
{
  return g_task_propagate_boolean (G_TASK (result), error);
}
