/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Reading what there is in the tenant, one request after the other. */
#include "waxseal-entra-roles.h"
#include "waxseal-error.h"
#include "waxseal-graph-role.h"
#include "waxseal-json.h"
#include "waxseal-keyring-ready.h"
#include "waxseal-remedy.h"
#include "waxseal-sign-in-scopes.h"
#include "waxseal-tenant-review-private.h"

/* One review on its way: the task's data. */
typedef struct
{
  WaxsealTenantSession *session;
  WaxsealEntraApp *record;
  WaxsealTenantReview *review;
  GListModel *held; /* what the keyring has, or NULL */
  guint next_app;   /* whose service principal is read next */
} Reading;

#define MAX_PAGES 20
/* So many of a name are looked at closely; more are only listed. */
#define MAX_CLOSE_LOOKS 20

static const char *const scopes[] = {
  "User.Read",
  "Organization.Read.All",
  "Application.Read.All",
  NULL,
};
static const char *const scopes_with_policy[] = {
  "User.Read", "Organization.Read.All", "Application.Read.All", "Policy.Read.All", NULL,
};

static void read_next_app (GTask *task);

static void
reading_free (gpointer data)
{
  Reading *self = data;

  g_object_unref (self->session);
  g_clear_object (&self->review);
  g_clear_object (&self->held);
  g_free (self);
}

static void
fail (GTask *task, GError *error)
{
  g_task_return_error (task, error);
  g_object_unref (task);
}

static void
get (GTask *task, const char *path, const char *const *for_scopes, GAsyncReadyCallback callback)
{
  Reading *self = g_task_get_task_data (task);

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

static void
list (GTask *task, const char *path, GAsyncReadyCallback callback)
{
  Reading *self = g_task_get_task_data (task);

  waxseal_graph_list_async (waxseal_tenant_session_get_graph (self->session),
                            path,
                            scopes,
                            WAXSEAL_GRAPH_PLAIN,
                            MAX_PAGES,
                            g_task_get_cancellable (task),
                            callback,
                            task);
}

static gboolean
is_own (Reading *self, WaxsealRegisteredApp *app)
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
is_orphan (Reading *self, const char *key_id)
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
mark_secrets (Reading *self, WaxsealRegisteredApp *app)
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
has_app (Reading *self, const char *object_id)
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
add_app (Reading *self, JsonObject *json)
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
  Reading *self = g_task_get_task_data (task);
  g_autoptr (WaxsealRegisteredApp) app =
    g_list_model_get_item (G_LIST_MODEL (self->review->apps), self->next_app);
  GError *error = NULL;
  g_autoptr (JsonArray) assignments =
    waxseal_graph_list_finish (WAXSEAL_GRAPH (source), result, NULL, &error);

  if (assignments != NULL)
    waxseal_registered_app_set_granted (app, assignments, self->review->graph_service_principal_id);
  else if (!g_error_matches (error, WAXSEAL_ERROR, WAXSEAL_ERROR_OBJECT_GONE))
    {
      fail (task, error);
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
  Reading *self = g_task_get_task_data (task);
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
          fail (task, g_steal_pointer (&error));
          return;
        }
      self->next_app++;
      read_next_app (task);
      return;
    }
  id = waxseal_json_get_text (waxseal_http_reply_get_object (reply), "id");
  waxseal_record_set_text (app, "service-principal-id", id);
  path = g_strdup_printf ("servicePrincipals/%s/appRoleAssignments", id);
  list (task, path, assignments_cb);
}

static void
read_next_app (GTask *task)
{
  Reading *self = g_task_get_task_data (task);
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
  get (task, path, scopes, service_principal_cb);
}

static void
own_app_cb (GObject *source, GAsyncResult *result, gpointer user_data)
{
  GTask *task = user_data;
  Reading *self = g_task_get_task_data (task);
  g_autoptr (GError) error = NULL;
  g_autoptr (WaxsealHttpReply) reply =
    waxseal_graph_call_finish (WAXSEAL_GRAPH (source), result, &error);

  if (reply == NULL && !g_error_matches (error, WAXSEAL_ERROR, WAXSEAL_ERROR_OBJECT_GONE))
    {
      fail (task, g_steal_pointer (&error));
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
  Reading *self = g_task_get_task_data (task);
  const char *client_id = waxseal_record_get_text (self->record, "client-id");
  g_autofree char *path = NULL;
  GError *error = NULL;
  g_autoptr (JsonArray) found =
    waxseal_graph_list_finish (WAXSEAL_GRAPH (source), result, NULL, &error);

  if (found == NULL)
    {
      fail (task, error);
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
  get (task, path, scopes, own_app_cb);
}

static void
read_apps (GTask *task)
{
  Reading *self = g_task_get_task_data (task);
  g_autofree char *name =
    waxseal_graph_escape_literal (waxseal_record_get_text (self->record, "display-name"));
  g_autofree char *path = g_strdup_printf (
    "applications?$filter=displayName%%20eq%%20'%s'&" WAXSEAL_REGISTERED_APP_SELECT, name);

  list (task, path, apps_cb);
}

static void
keyring_cb (GObject *source, GAsyncResult *result, gpointer user_data)
{
  GTask *task = user_data;
  Reading *self = g_task_get_task_data (task);

  self->held =
    waxseal_keyring_list_finish (WAXSEAL_KEYRING (source), result, &self->review->keyring_error);
  read_apps (task);
}

static void
policy_cb (GObject *source, GAsyncResult *result, gpointer user_data)
{
  GTask *task = user_data;
  Reading *self = g_task_get_task_data (task);
  g_autoptr (GError) error = NULL;
  g_autoptr (WaxsealHttpReply) reply =
    waxseal_graph_call_finish (WAXSEAL_GRAPH (source), result, &error);
  WaxsealOrganization *organization = waxseal_tenant_session_get_organization (self->session);

  if (g_error_matches (error, G_IO_ERROR, G_IO_ERROR_CANCELLED))
    {
      fail (task, g_steal_pointer (&error));
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
  Reading *self = g_task_get_task_data (task);
  g_autoptr (GError) error = NULL;
  g_autoptr (WaxsealHttpReply) reply =
    waxseal_graph_call_finish (WAXSEAL_GRAPH (source), result, &error);
  JsonObject *principal = reply != NULL ? waxseal_http_reply_get_object (reply) : NULL;

  if (g_error_matches (error, WAXSEAL_ERROR, WAXSEAL_ERROR_OBJECT_GONE))
    {
      fail (task,
            waxseal_remedy_new_error (WAXSEAL_ERROR_SERVICE_ABSENT,
                                      waxseal_error_get_details (error)));
      return;
    }
  if (reply == NULL || !waxseal_graph_role_check (principal, &error))
    {
      fail (task, g_steal_pointer (&error));
      return;
    }
  self->review->graph_service_principal_id = g_strdup (waxseal_json_get_text (principal, "id"));
  get (task, "policies/defaultAppManagementPolicy", &scopes_with_policy[3], policy_cb);
}

/* The default domain first. */
static char **
dup_domains (JsonArray *domains)
{
  g_autoptr (GPtrArray) names = g_ptr_array_new ();
  guint n = domains != NULL ? json_array_get_length (domains) : 0;

  for (guint i = 0; i < n; i++)
    {
      JsonObject *domain = waxseal_json_array_get_object (domains, i);
      gboolean first = waxseal_json_get_flag (domain, "isDefault");

      g_ptr_array_insert (names, first ? 0 : -1, g_strdup (waxseal_json_get_text (domain, "name")));
    }
  g_ptr_array_add (names, NULL);
  return (char **) g_ptr_array_free (g_steal_pointer (&names), FALSE);
}

/* An organisation that is set up in one tenant is not set up in another by a slip. */
static gboolean
is_expected_tenant (Reading *self, const char *tenant_id)
{
  const char *expected = waxseal_record_get_text (self->record, "tenant-id");

  return !g_uuid_string_is_valid (expected) || g_ascii_strcasecmp (expected, tenant_id) == 0;
}

static void
organization_cb (GObject *source, GAsyncResult *result, gpointer user_data)
{
  GTask *task = user_data;
  Reading *self = g_task_get_task_data (task);
  GError *error = NULL;
  g_autoptr (JsonArray) found =
    waxseal_graph_list_finish (WAXSEAL_GRAPH (source), result, NULL, &error);
  JsonObject *tenant;

  if (found == NULL)
    {
      fail (task, error);
      return;
    }
  tenant = json_array_get_length (found) > 0 ? waxseal_json_array_get_object (found, 0) : NULL;
  if (*waxseal_json_get_text (tenant, "id") == '\0')
    {
      fail (task, waxseal_remedy_new_error (WAXSEAL_ERROR_BAD_REPLY, "GET /organization"));
      return;
    }
  if (!is_expected_tenant (self, waxseal_json_get_text (tenant, "id")))
    {
      fail (task, waxseal_remedy_new_error (WAXSEAL_ERROR_WRONG_ACCOUNT, NULL));
      return;
    }
  self->review->tenant_id = g_strdup (waxseal_json_get_text (tenant, "id"));
  self->review->tenant_name = g_strdup (waxseal_json_get_text (tenant, "displayName"));
  self->review->domains = dup_domains (waxseal_json_get_array (tenant, "verifiedDomains"));
  get (task,
       "servicePrincipals(appId='" WAXSEAL_GRAPH_APP_ID "')?$select=id,appId,displayName,appRoles",
       scopes,
       graph_cb);
}

static gboolean
has_role_for (Reading *self, WaxsealEntraTask what)
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
  Reading *self = g_task_get_task_data (task);

  self->review->can_register = has_role_for (self, WAXSEAL_ENTRA_TASK_CREATE_APP);
  self->review->can_consent = has_role_for (self, WAXSEAL_ENTRA_TASK_CONSENT);
  list (task, "organization?$select=id,displayName,verifiedDomains", organization_cb);
}

static void
signed_in_cb (GObject *source, GAsyncResult *result, gpointer user_data)
{
  GTask *task = user_data;
  GError *error = NULL;

  if (waxseal_tenant_session_sign_in_finish (WAXSEAL_TENANT_SESSION (source), result, &error))
    start_reading (task);
  else
    fail (task, error);
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
    fail (task, g_steal_pointer (&error));
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
  Reading *self = g_new0 (Reading, 1);

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
