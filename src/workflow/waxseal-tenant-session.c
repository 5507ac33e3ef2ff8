/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "waxseal-tenant-session.h"

#include <glib/gi18n.h>

#include "waxseal-error.h"
#include "waxseal-sign-in-client.h"

/** WaxsealTenantSession: see the header. */
struct _WaxsealTenantSession
{
  GObject parent_instance;

  WaxsealOrganization *organization;
  WaxsealHttp *http;
  WaxsealEndpoints *endpoints;
  WaxsealKeyring *keyring;
  WaxsealAccount *account;
  WaxsealGraph *graph;
  WaxsealExchange *exchange;
  char **exchange_scopes;
  WaxsealJournal *journal;
  WaxsealSignInWay way;
};

G_DEFINE_FINAL_TYPE (WaxsealTenantSession, waxseal_tenant_session, G_TYPE_OBJECT)

/* Milliseconds; then twice as long each time (microsoft.md, 2.7). */
#define FIRST_WAIT   500
#define LONGEST_WAIT 16000

static guint waiting_signal;

static void
waxseal_tenant_session_finalize (GObject *object)
{
  WaxsealTenantSession *self = WAXSEAL_TENANT_SESSION (object);

  g_clear_object (&self->graph);
  g_clear_object (&self->exchange);
  g_strfreev (self->exchange_scopes);
  g_clear_object (&self->account);
  g_clear_object (&self->journal);
  g_clear_object (&self->keyring);
  g_clear_object (&self->http);
  g_clear_pointer (&self->endpoints, waxseal_endpoints_unref);
  g_clear_object (&self->organization);
  G_OBJECT_CLASS (waxseal_tenant_session_parent_class)->finalize (object);
}

static void
waxseal_tenant_session_class_init (WaxsealTenantSessionClass *klass)
{
  G_OBJECT_CLASS (klass)->finalize = waxseal_tenant_session_finalize;

  waiting_signal = g_signal_new ("waiting",
                                 G_TYPE_FROM_CLASS (klass),
                                 G_SIGNAL_RUN_LAST,
                                 0,
                                 NULL,
                                 NULL,
                                 NULL,
                                 G_TYPE_NONE,
                                 1,
                                 G_TYPE_UINT);
}

static void
waxseal_tenant_session_init (WaxsealTenantSession *self)
{
  self->way = WAXSEAL_SIGN_IN_BROWSER;
}

static void
waiting_cb (WaxsealTenantSession *self, int why, guint milliseconds)
{
  g_signal_emit (self, waiting_signal, 0, milliseconds);
}

static gboolean
check_practice (gboolean practice, gboolean on_practice_tenant, GError **error)
{
  if (practice == on_practice_tenant)
    return TRUE;
  g_set_error_literal (
    error,
    WAXSEAL_ERROR,
    WAXSEAL_ERROR_WRONG_TENANT,
    practice ? _ ("This organization is for practice: it never signs in to Microsoft. Start "
                  "the practice tenant, or choose another organization.")
             : _ ("This organization is a real one: it is not for the practice tenant. Choose a "
                  "practice organization."));
  return FALSE;
}

/**
 * waxseal_tenant_session_new:
 * @store: in which @organization is
 * @practice_base: (nullable): the practice tenant's address; %NULL for Microsoft
 * @error: %WAXSEAL_ERROR_WRONG_TENANT where a practice organisation would reach Microsoft, or
 *   another one the practice tenant
 *
 * Returns: (transfer full): a session; nothing is sent yet
 */
WaxsealTenantSession *
waxseal_tenant_session_new (WaxsealOrganization *organization,
                            WaxsealOrganizationStore *store,
                            const char *practice_base,
                            GError **error)
{
  gboolean practice = waxseal_record_get_flag (organization, "practice");
  WaxsealTenantSession *self;

  if (!check_practice (practice, practice_base != NULL, error))
    return NULL;

  self = g_object_new (WAXSEAL_TYPE_TENANT_SESSION, NULL);
  self->organization = g_object_ref (organization);
  self->http = waxseal_http_new (practice);
  self->endpoints = practice ? waxseal_endpoints_new_for_practice (practice_base)
                             : waxseal_endpoints_new (organization);
  self->keyring = waxseal_keyring_new ();
  self->journal = waxseal_journal_new (organization, store);
  self->account =
    waxseal_account_new (self->http, self->endpoints, self->keyring, self->organization);
  self->graph = waxseal_graph_new (self->http, self->endpoints, WAXSEAL_AUTHORIZER (self->account));
  self->exchange =
    waxseal_exchange_new (self->http, self->endpoints, WAXSEAL_AUTHORIZER (self->account));
  g_signal_connect_object (
    self->graph, "waiting", G_CALLBACK (waiting_cb), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (
    self->exchange, "waiting", G_CALLBACK (waiting_cb), self, G_CONNECT_SWAPPED);
  return self;
}

/** waxseal_tenant_session_get_organization: Returns: (transfer none): whose tenant it is. */
WaxsealOrganization *
waxseal_tenant_session_get_organization (WaxsealTenantSession *self)
{
  return self->organization;
}

/** waxseal_tenant_session_get_http: Returns: (transfer none): the way out. */
WaxsealHttp *
waxseal_tenant_session_get_http (WaxsealTenantSession *self)
{
  return self->http;
}

/** waxseal_tenant_session_get_endpoints: Returns: (transfer none): the services' addresses. */
WaxsealEndpoints *
waxseal_tenant_session_get_endpoints (WaxsealTenantSession *self)
{
  return self->endpoints;
}

/** waxseal_tenant_session_get_keyring: Returns: (transfer none): where secrets are kept. */
WaxsealKeyring *
waxseal_tenant_session_get_keyring (WaxsealTenantSession *self)
{
  return self->keyring;
}

/** waxseal_tenant_session_get_account: Returns: (transfer none): the person. */
WaxsealAccount *
waxseal_tenant_session_get_account (WaxsealTenantSession *self)
{
  return self->account;
}

/** waxseal_tenant_session_get_graph: Returns: (transfer none): Graph as the person. */
WaxsealGraph *
waxseal_tenant_session_get_graph (WaxsealTenantSession *self)
{
  return self->graph;
}

/** waxseal_tenant_session_get_exchange: Returns: (transfer none): Exchange as the person. */
WaxsealExchange *
waxseal_tenant_session_get_exchange (WaxsealTenantSession *self)
{
  return self->exchange;
}

/** waxseal_tenant_session_get_exchange_scopes: Returns: (transfer none) (array zero-terminated=1):
 * what the client of the settings as they are now may ask for; good until the next call. */
const char *const *
waxseal_tenant_session_get_exchange_scopes (WaxsealTenantSession *self)
{
  g_strfreev (self->exchange_scopes);
  self->exchange_scopes =
    waxseal_sign_in_client_dup_exchange_scopes (self->endpoints, self->organization);
  return (const char *const *) self->exchange_scopes;
}

/** waxseal_tenant_session_get_journal: Returns: (transfer none): of the organisation. */
WaxsealJournal *
waxseal_tenant_session_get_journal (WaxsealTenantSession *self)
{
  return self->journal;
}

WaxsealSignInWay
waxseal_tenant_session_get_way (WaxsealTenantSession *self)
{
  return self->way;
}

void
waxseal_tenant_session_set_way (WaxsealTenantSession *self, WaxsealSignInWay way)
{
  self->way = way;
}

static void
signed_in_cb (GObject *source, GAsyncResult *result, gpointer user_data)
{
  g_autoptr (GTask) task = user_data;
  GError *error = NULL;

  if (waxseal_account_sign_in_finish (WAXSEAL_ACCOUNT (source), result, &error))
    g_task_return_boolean (task, TRUE);
  else
    g_task_return_error (task, error);
}

/** waxseal_tenant_session_sign_in_async: @scopes: Graph's delegated scopes, or Exchange's
 * (microsoft.md, 1.7). */
void
waxseal_tenant_session_sign_in_async (WaxsealTenantSession *self,
                                      const char *const *scopes,
                                      GCancellable *cancellable,
                                      GAsyncReadyCallback callback,
                                      gpointer user_data)
{
  GTask *task = g_task_new (self, cancellable, callback, user_data);

  g_task_set_source_tag (task, waxseal_tenant_session_sign_in_async);
  waxseal_account_sign_in_async (self->account, self->way, scopes, cancellable, signed_in_cb, task);
}

/** waxseal_tenant_session_sign_in_finish: Returns: %FALSE with an error of #WaxsealAccount. */
gboolean
waxseal_tenant_session_sign_in_finish (WaxsealTenantSession *self,
                                       GAsyncResult *result,
                                       GError **error)
{
  return g_task_propagate_boolean (G_TASK (result), error);
}

static gboolean
waited_cb (gpointer user_data)
{
  GTask *task = user_data;

  if (!g_task_return_error_if_cancelled (task))
    g_task_return_boolean (task, TRUE);
  return G_SOURCE_REMOVE;
}

static gboolean
cancelled_cb (GCancellable *cancellable, gpointer user_data)
{
  return G_SOURCE_REMOVE; /* the source above it is what is dispatched */
}

/**
 * waxseal_tenant_session_wait_async:
 * @attempt: 0 for the first wait of a row
 *
 * Says “waiting”, and is over after half a second, then twice as long each time, up to 16 s; all
 * times the pace of the session's #WaxsealHttp.
 */
void
waxseal_tenant_session_wait_async (WaxsealTenantSession *self,
                                   guint attempt,
                                   GCancellable *cancellable,
                                   GAsyncReadyCallback callback,
                                   gpointer user_data)
{
  GTask *task = g_task_new (self, cancellable, callback, user_data);
  guint milliseconds = attempt < 16 ? MIN (FIRST_WAIT << attempt, LONGEST_WAIT) : LONGEST_WAIT;
  g_autoptr (GSource) timer = NULL;

  g_task_set_source_tag (task, waxseal_tenant_session_wait_async);
  milliseconds *= waxseal_http_get_pace (self->http);
  timer = g_timeout_source_new (milliseconds);
  g_source_set_callback (timer, waited_cb, task, g_object_unref);
  if (cancellable != NULL)
    {
      g_autoptr (GSource) cancelled = g_cancellable_source_new (cancellable);

      g_source_set_callback (cancelled, G_SOURCE_FUNC (cancelled_cb), NULL, NULL);
      g_source_add_child_source (timer, cancelled);
    }
  g_source_attach (timer, g_task_get_context (task));
  g_signal_emit (self, waiting_signal, 0, milliseconds);
}

/** waxseal_tenant_session_wait_finish: Returns: %FALSE with %G_IO_ERROR_CANCELLED. */
gboolean
waxseal_tenant_session_wait_finish (WaxsealTenantSession *self,
                                    GAsyncResult *result,
                                    GError **error)
{
  return g_task_propagate_boolean (G_TASK (result), error);
}
