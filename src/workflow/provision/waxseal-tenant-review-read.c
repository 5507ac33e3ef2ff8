/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Reading what there is in the tenant, one request after the other. */
#include <string.h>

#include "waxseal-entra-roles.h"
#include "waxseal-error.h"
#include "waxseal-graph-role.h"
#include "waxseal-json.h"
#include "waxseal-remedy.h"
#include "waxseal-tenant-reading.h"

static const char *const scopes[] = {
  "User.Read",
  "Organization.Read.All",
  "Application.Read.All",
  NULL,
};
static const char *const scopes_with_policy[] = {
  "User.Read", "Organization.Read.All", "Application.Read.All", "Policy.Read.All", NULL,
};

#define MAX_PAGES 20

static void
reading_free (gpointer data)
{
  WaxsealTenantReading *self = data;

  g_object_unref (self->session);
  g_clear_object (&self->review);
  g_clear_object (&self->held);
  g_free (self);
}

/** waxseal_tenant_reading_fail: @error: (transfer full): ends the review. */
void
waxseal_tenant_reading_fail (GTask *task, GError *error)
{
  g_task_return_error (task, error);
  g_object_unref (task);
}

/** waxseal_tenant_reading_get_scopes: Returns: (transfer none): without that for the policy. */
const char *const *
waxseal_tenant_reading_get_scopes (void)
{
  return scopes;
}

/** waxseal_tenant_reading_get: Reads @path, with the task for @callback. */
void
waxseal_tenant_reading_get (GTask *task,
                            const char *path,
                            const char *const *for_scopes,
                            GAsyncReadyCallback callback)
{
  WaxsealTenantReading *self = g_task_get_task_data (task);

  waxseal_graph_call_async (waxseal_tenant_session_get_graph (self->session),
                            "GET",
                            path,
                            NULL,
                            for_scopes,
                            WAXSEAL_GRAPH_PLAIN,
                            g_task_get_cancellable (task),
                            callback,
                            task);
}

/** waxseal_tenant_reading_list: Reads the pages of @path, with the task for @callback. */
void
waxseal_tenant_reading_list (GTask *task, const char *path, GAsyncReadyCallback callback)
{
  WaxsealTenantReading *self = g_task_get_task_data (task);

  waxseal_graph_list_async (waxseal_tenant_session_get_graph (self->session),
                            path,
                            scopes,
                            WAXSEAL_GRAPH_PLAIN,
                            MAX_PAGES,
                            g_task_get_cancellable (task),
                            callback,
                            task);
}

static void
keyring_cb (GObject *source, GAsyncResult *result, gpointer user_data)
{
  GTask *task = user_data;
  WaxsealTenantReading *self = g_task_get_task_data (task);

  self->held =
    waxseal_keyring_list_finish (WAXSEAL_KEYRING (source), result, &self->review->keyring_error);
  waxseal_tenant_reading_read_apps (task);
}

static void
policy_cb (GObject *source, GAsyncResult *result, gpointer user_data)
{
  GTask *task = user_data;
  WaxsealTenantReading *self = g_task_get_task_data (task);
  g_autoptr (GError) error = NULL;
  g_autoptr (WaxsealHttpReply) reply =
    waxseal_graph_call_finish (WAXSEAL_GRAPH (source), result, &error);
  WaxsealOrganization *organization = waxseal_tenant_session_get_organization (self->session);

  if (g_error_matches (error, G_IO_ERROR, G_IO_ERROR_CANCELLED))
    {
      waxseal_tenant_reading_fail (task, g_steal_pointer (&error));
      return;
    }
  /* Without it the job goes on: Microsoft refuses what the policy does (microsoft.md, 2.4). */
  self->review->policy =
    waxseal_secret_policy_new (reply != NULL ? waxseal_http_reply_get_object (reply) : NULL);
  waxseal_keyring_list_async (waxseal_tenant_session_get_keyring (self->session),
                              waxseal_organization_get_id (organization),
                              g_task_get_cancellable (task),
                              keyring_cb,
                              task);
}

static void
graph_cb (GObject *source, GAsyncResult *result, gpointer user_data)
{
  GTask *task = user_data;
  WaxsealTenantReading *self = g_task_get_task_data (task);
  g_autoptr (GError) error = NULL;
  g_autoptr (WaxsealHttpReply) reply =
    waxseal_graph_call_finish (WAXSEAL_GRAPH (source), result, &error);
  JsonObject *principal = reply != NULL ? waxseal_http_reply_get_object (reply) : NULL;

  if (g_error_matches (error, WAXSEAL_ERROR, WAXSEAL_ERROR_OBJECT_GONE))
    {
      waxseal_tenant_reading_fail (task,
                                   waxseal_remedy_new_error (WAXSEAL_ERROR_SERVICE_ABSENT,
                                                             waxseal_error_get_details (error)));
      return;
    }
  if (reply == NULL || !waxseal_graph_role_check (principal, &error))
    {
      waxseal_tenant_reading_fail (task, g_steal_pointer (&error));
      return;
    }
  self->review->graph_service_principal_id = g_strdup (waxseal_json_get_text (principal, "id"));
  waxseal_tenant_reading_get (task,
                              "policies/defaultAppManagementPolicy",
                              &scopes_with_policy[3],
                              policy_cb);
}

static gboolean
is_any (JsonObject *domain)
{
  return TRUE;
}

/* The initial domain has mail as well, but nobody's address is in it where there is another. */
static gboolean
is_for_mail (JsonObject *domain)
{
  return strstr (waxseal_json_get_text (domain, "capabilities"), "Email") != NULL &&
         !waxseal_json_get_flag (domain, "isInitial");
}

/* The default domain first. */
static char **
dup_domains (JsonArray *domains, gboolean (*is_wanted) (JsonObject *domain))
{
  g_autoptr (GPtrArray) names = g_ptr_array_new ();
  guint n = domains != NULL ? json_array_get_length (domains) : 0;

  for (guint i = 0; i < n; i++)
    {
      JsonObject *domain = waxseal_json_array_get_object (domains, i);
      gboolean first = waxseal_json_get_flag (domain, "isDefault");

      if (!is_wanted (domain))
        continue;
      g_ptr_array_insert (names, first ? 0 : -1, g_strdup (waxseal_json_get_text (domain, "name")));
    }
  g_ptr_array_add (names, NULL);
  return (char **) g_ptr_array_free (g_steal_pointer (&names), FALSE);
}

/* An organisation that is set up in one tenant is not set up in another by a slip. */
static gboolean
is_expected_tenant (WaxsealTenantReading *self, const char *tenant_id)
{
  const char *expected = waxseal_record_get_text (self->record, "tenant-id");

  return !g_uuid_string_is_valid (expected) || g_ascii_strcasecmp (expected, tenant_id) == 0;
}

static void
organization_cb (GObject *source, GAsyncResult *result, gpointer user_data)
{
  GTask *task = user_data;
  WaxsealTenantReading *self = g_task_get_task_data (task);
  GError *error = NULL;
  g_autoptr (JsonArray) found =
    waxseal_graph_list_finish (WAXSEAL_GRAPH (source), result, NULL, &error);
  JsonObject *tenant;

  if (found == NULL)
    {
      waxseal_tenant_reading_fail (task, error);
      return;
    }
  tenant = json_array_get_length (found) > 0 ? waxseal_json_array_get_object (found, 0) : NULL;
  if (*waxseal_json_get_text (tenant, "id") == '\0')
    {
      waxseal_tenant_reading_fail (task,
                                   waxseal_remedy_new_error (WAXSEAL_ERROR_BAD_REPLY,
                                                             "GET /organization"));
      return;
    }
  if (!is_expected_tenant (self, waxseal_json_get_text (tenant, "id")))
    {
      waxseal_tenant_reading_fail (task,
                                   waxseal_remedy_new_error (WAXSEAL_ERROR_WRONG_ACCOUNT, NULL));
      return;
    }
  self->review->tenant_id = g_strdup (waxseal_json_get_text (tenant, "id"));
  self->review->tenant_name = g_strdup (waxseal_json_get_text (tenant, "displayName"));
  self->review->domains = dup_domains (waxseal_json_get_array (tenant, "verifiedDomains"), is_any);
  self->review->mail_domains =
    dup_domains (waxseal_json_get_array (tenant, "verifiedDomains"), is_for_mail);
  waxseal_tenant_reading_get (task,
                              "servicePrincipals(appId='" WAXSEAL_GRAPH_APP_ID
                              "')?$select=id,appId,displayName,appRoles",
                              scopes,
                              graph_cb);
}

static gboolean
has_role_for (WaxsealTenantReading *self, WaxsealEntraTask what)
{
  WaxsealAccount *account = waxseal_tenant_session_get_account (self->session);

  for (const char *const *role = waxseal_entra_roles_for_task (what); *role != NULL; role++)
    if (waxseal_account_has_role (account, *role))
      return TRUE;
  return FALSE;
}

static void
start_reading (GTask *task)
{
  WaxsealTenantReading *self = g_task_get_task_data (task);

  self->review->can_register = has_role_for (self, WAXSEAL_ENTRA_TASK_CREATE_APP);
  self->review->can_consent = has_role_for (self, WAXSEAL_ENTRA_TASK_CONSENT);
  waxseal_tenant_reading_list (task,
                               "organization?$select=id,displayName,verifiedDomains",
                               organization_cb);
}

static void
signed_in_cb (GObject *source, GAsyncResult *result, gpointer user_data)
{
  GTask *task = user_data;
  GError *error = NULL;

  if (waxseal_tenant_session_sign_in_finish (WAXSEAL_TENANT_SESSION (source), result, &error))
    start_reading (task);
  else
    waxseal_tenant_reading_fail (task, error);
}

static void
signed_in_with_policy_cb (GObject *source, GAsyncResult *result, gpointer user_data)
{
  WaxsealTenantSession *session = WAXSEAL_TENANT_SESSION (source);
  GTask *task = user_data;
  g_autoptr (GError) error = NULL;

  if (waxseal_tenant_session_sign_in_finish (session, result, &error))
    start_reading (task);
  else if (g_error_matches (error, WAXSEAL_ERROR, WAXSEAL_ERROR_ADMIN_CONSENT_NEEDED) ||
           g_error_matches (error, WAXSEAL_ERROR, WAXSEAL_ERROR_CONSENT_NEEDED))
    /* The policy is a nicety; the rest has to be readable. */
    waxseal_tenant_session_sign_in_async (
      session, scopes, g_task_get_cancellable (task), signed_in_cb, task);
  else
    waxseal_tenant_reading_fail (task, g_steal_pointer (&error));
}

/**
 * waxseal_tenant_review_async:
 *
 * Reads the tenant, the person's roles, Microsoft Graph's own roles, the policy on secrets, and the
 * applications that have the name in the record. The keyring is looked at, without a prompt.
 */
void
waxseal_tenant_review_async (WaxsealTenantSession *session,
                             GCancellable *cancellable,
                             GAsyncReadyCallback callback,
                             gpointer user_data)
{
  GTask *task = g_task_new (session, cancellable, callback, user_data);
  WaxsealTenantReading *self = g_new0 (WaxsealTenantReading, 1);

  g_task_set_source_tag (task, waxseal_tenant_review_async);
  self->session = g_object_ref (session);
  self->record =
    waxseal_organization_get_entra_app (waxseal_tenant_session_get_organization (session));
  self->review = g_object_new (WAXSEAL_TYPE_TENANT_REVIEW, NULL);
  g_task_set_task_data (task, self, reading_free);
  waxseal_tenant_session_sign_in_async (
    session, scopes_with_policy, cancellable, signed_in_with_policy_cb, task);
}

/** waxseal_tenant_review_finish: Returns: (transfer full): what there is; or %NULL. */
WaxsealTenantReview *
waxseal_tenant_review_finish (GAsyncResult *result, GError **error)
{
  return g_task_propagate_pointer (G_TASK (result), error);
}
