/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "waxseal-direct-review.h"

#include <glib/gi18n.h>

#include "waxseal-date.h"
#include "waxseal-direct-change.h"
#include "waxseal-direct-history.h"
#include "waxseal-json.h"
#include "waxseal-remedy.h"
#include "waxseal-sign-in-scopes.h"

/** WaxsealDirectReview: see the header. */
struct _WaxsealDirectReview
{
  GObject parent_instance;

  WaxsealTenantSession *session;
  char *addin_id;
  WaxsealDirectState *addin;
  WaxsealDirectOwner owner;
  gboolean addins_allowed;
  char *organization_name;
  char *own_address;
  GString *warnings;
  char *read_on;
  guint n_waits;
};

G_DEFINE_FINAL_TYPE (WaxsealDirectReview, waxseal_direct_review, G_TYPE_OBJECT)

/* microsoft.md, 1.7: who signed in. */
#define OWN_PATH "me?$select=id,mail,userPrincipalName"

static void read_addins (GTask *task);

static void
waxseal_direct_review_finalize (GObject *object)
{
  WaxsealDirectReview *self = WAXSEAL_DIRECT_REVIEW (object);

  g_object_unref (self->session);
  g_free (self->addin_id);
  g_clear_pointer (&self->addin, waxseal_direct_state_free);
  g_free (self->organization_name);
  g_free (self->own_address);
  g_string_free (self->warnings, TRUE);
  g_free (self->read_on);
  G_OBJECT_CLASS (waxseal_direct_review_parent_class)->finalize (object);
}

static void
waxseal_direct_review_class_init (WaxsealDirectReviewClass *klass)
{
  G_OBJECT_CLASS (klass)->finalize = waxseal_direct_review_finalize;
}

static void
waxseal_direct_review_init (WaxsealDirectReview *self)
{
  self->warnings = g_string_new (NULL);
  self->organization_name = g_strdup ("");
}

/* The review of @task, which has it for its data. */
static WaxsealDirectReview *
get_review (GTask *task)
{
  return g_task_get_task_data (task);
}

static void
fail (GTask *task, GError *error)
{
  g_task_return_error (task, error);
  g_object_unref (task);
}

static void
end (GTask *task)
{
  g_task_return_pointer (task, g_object_ref (get_review (task)), g_object_unref);
  g_object_unref (task);
}

static void
take_warnings (WaxsealDirectReview *self, WaxsealExchangeReply *reply)
{
  const char *const *warnings = waxseal_exchange_reply_get_warnings (reply);

  for (guint i = 0; warnings[i] != NULL; i++)
    g_string_append_printf (self->warnings,
                            "%s%s",
                            self->warnings->len > 0 ? "\n" : "",
                            warnings[i]);
}

static void
find_owner (WaxsealDirectReview *self)
{
  WaxsealOrganization *organization = waxseal_tenant_session_get_organization (self->session);

  if (self->addin == NULL)
    self->owner = WAXSEAL_DIRECT_OWNER_NOBODY;
  else if (waxseal_direct_history_is_ours (organization, self->addin))
    self->owner = WAXSEAL_DIRECT_OWNER_WAXSEAL;
  else
    self->owner = WAXSEAL_DIRECT_OWNER_SOMEBODY;
}

/* Whether what was read contradicts what was done a moment ago: then not every server knows yet. */
static gboolean
is_behind (WaxsealDirectReview *self)
{
  WaxsealOrganization *organization = waxseal_tenant_session_get_organization (self->session);
  WaxsealDirectLately lately = waxseal_direct_history_get_lately (organization, self->addin_id);

  return (lately == WAXSEAL_DIRECT_LATELY_THERE && self->addin == NULL) ||
         (lately == WAXSEAL_DIRECT_LATELY_REMOVED && self->addin != NULL);
}

static void
waited_cb (GObject *source, GAsyncResult *result, gpointer user_data)
{
  GError *error = NULL;

  if (waxseal_tenant_session_wait_finish (WAXSEAL_TENANT_SESSION (source), result, &error))
    read_addins (user_data);
  else
    fail (user_data, error);
}

static void
addins_cb (GObject *source, GAsyncResult *result, gpointer user_data)
{
  GTask *task = user_data;
  WaxsealDirectReview *self = get_review (task);
  GError *error = NULL;
  g_autoptr (WaxsealExchangeReply) reply =
    waxseal_exchange_call_finish (WAXSEAL_EXCHANGE (source), result, &error);

  g_clear_pointer (&self->addin, waxseal_direct_state_free);
  if (reply != NULL)
    self->addin =
      waxseal_direct_state_read (waxseal_direct_change_find_addin (reply, self->addin_id, &error));
  if (error != NULL)
    {
      fail (task, error);
      return;
    }
  if (is_behind (self) && self->n_waits < WAXSEAL_TENANT_SESSION_WAITS)
    {
      waxseal_tenant_session_wait_async (
        self->session, self->n_waits++, g_task_get_cancellable (task), waited_cb, task);
      return;
    }
  if (is_behind (self))
    {
      fail (task, waxseal_remedy_new_error (WAXSEAL_ERROR_SERVICE_BUSY, NULL));
      return;
    }
  take_warnings (self, reply);
  find_owner (self);
  self->read_on = waxseal_date_now ();
  end (task);
}

static void
read_addins (GTask *task)
{
  WaxsealDirectReview *self = get_review (task);
  g_autoptr (WaxsealExchangeCommand) command = waxseal_direct_change_new_look ();

  waxseal_exchange_call_async (waxseal_tenant_session_get_exchange (self->session),
                               command,
                               waxseal_tenant_session_get_exchange_scopes (self->session),
                               g_task_get_cancellable (task),
                               addins_cb,
                               task);
}

/* “AppsForOfficeEnabled” is about add-ins for Outlook; where it is not told, nothing forbids them.
 */
static void
take_organization (WaxsealDirectReview *self, WaxsealExchangeReply *reply)
{
  JsonArray *items = waxseal_exchange_reply_get_items (reply);
  JsonObject *config =
    json_array_get_length (items) > 0 ? waxseal_json_array_get_object (items, 0) : NULL;
  const char *name = waxseal_json_get_text (config, "DisplayName");

  g_free (self->organization_name);
  self->organization_name =
    g_strdup (*name != '\0' ? name : waxseal_json_get_text (config, "Name"));
  self->addins_allowed = config == NULL ||
                         !json_object_has_member (config, "AppsForOfficeEnabled") ||
                         waxseal_json_get_flag (config, "AppsForOfficeEnabled");
  take_warnings (self, reply);
}

static void
organization_cb (GObject *source, GAsyncResult *result, gpointer user_data)
{
  GError *error = NULL;
  g_autoptr (WaxsealExchangeReply) reply =
    waxseal_exchange_call_finish (WAXSEAL_EXCHANGE (source), result, &error);

  if (reply == NULL)
    {
      fail (user_data, error);
      return;
    }
  take_organization (get_review (user_data), reply);
  read_addins (user_data);
}

static void
exchange_signed_in_cb (GObject *source, GAsyncResult *result, gpointer user_data)
{
  GTask *task = user_data;
  WaxsealTenantSession *session = WAXSEAL_TENANT_SESSION (source);
  g_autoptr (WaxsealExchangeCommand) command =
    waxseal_exchange_command_new ("Get-OrganizationConfig");
  GError *error = NULL;

  if (waxseal_tenant_session_sign_in_finish (session, result, &error))
    waxseal_exchange_call_async (waxseal_tenant_session_get_exchange (session),
                                 command,
                                 waxseal_tenant_session_get_exchange_scopes (session),
                                 g_task_get_cancellable (task),
                                 organization_cb,
                                 task);
  else
    fail (task, error);
}

static void
own_cb (GObject *source, GAsyncResult *result, gpointer user_data)
{
  GTask *task = user_data;
  WaxsealDirectReview *self = get_review (task);
  GError *error = NULL;
  g_autoptr (WaxsealHttpReply) reply =
    waxseal_graph_call_finish (WAXSEAL_GRAPH (source), result, &error);
  JsonObject *own;

  if (reply == NULL)
    {
      fail (task, error);
      return;
    }
  own = waxseal_http_reply_get_object (reply);
  self->own_address = g_utf8_strdown (waxseal_json_get_text (own, "mail"), -1);
  waxseal_tenant_session_sign_in_async (self->session,
                                        waxseal_tenant_session_get_exchange_scopes (self->session),
                                        g_task_get_cancellable (task),
                                        exchange_signed_in_cb,
                                        task);
}

static void
signed_in_cb (GObject *source, GAsyncResult *result, gpointer user_data)
{
  GTask *task = user_data;
  WaxsealTenantSession *session = WAXSEAL_TENANT_SESSION (source);
  GError *error = NULL;

  if (waxseal_tenant_session_sign_in_finish (session, result, &error))
    waxseal_graph_call_async (waxseal_tenant_session_get_graph (session),
                              "GET",
                              OWN_PATH,
                              NULL,
                              waxseal_sign_in_scopes_for_step (WAXSEAL_SIGN_IN_STEP_START),
                              WAXSEAL_GRAPH_PLAIN,
                              g_task_get_cancellable (task),
                              own_cb,
                              task);
  else
    fail (task, error);
}

/** waxseal_direct_review_async: See the header. Where what was done a moment ago is not seen yet,
 * it is waited for, up to two minutes; then that is %WAXSEAL_ERROR_SERVICE_BUSY. */
void
waxseal_direct_review_async (WaxsealTenantSession *session,
                             const char *addin_id,
                             GCancellable *cancellable,
                             GAsyncReadyCallback callback,
                             gpointer user_data)
{
  GTask *task = g_task_new (session, cancellable, callback, user_data);
  WaxsealDirectReview *self = g_object_new (WAXSEAL_TYPE_DIRECT_REVIEW, NULL);

  g_task_set_source_tag (task, waxseal_direct_review_async);
  g_task_set_task_data (task, self, g_object_unref);
  self->session = g_object_ref (session);
  self->addin_id = g_ascii_strdown (addin_id, -1);
  waxseal_tenant_session_sign_in_async (session,
                                        waxseal_sign_in_scopes_for_step (
                                          WAXSEAL_SIGN_IN_STEP_START),
                                        cancellable,
                                        signed_in_cb,
                                        task);
}

/** waxseal_direct_review_finish: Returns: (transfer full): what was read. */
WaxsealDirectReview *
waxseal_direct_review_finish (GAsyncResult *result, GError **error)
{
  return g_task_propagate_pointer (G_TASK (result), error);
}

/** waxseal_direct_review_get_addin_id: Returns: (transfer none): the Id that was looked for. */
const char *
waxseal_direct_review_get_addin_id (WaxsealDirectReview *self)
{
  return self->addin_id;
}

/** waxseal_direct_review_get_addin: Returns: (transfer none) (nullable): as Exchange has it. */
const WaxsealDirectState *
waxseal_direct_review_get_addin (WaxsealDirectReview *self)
{
  return self->addin;
}

WaxsealDirectOwner
waxseal_direct_review_get_owner (WaxsealDirectReview *self)
{
  return self->owner;
}

gboolean
waxseal_direct_review_get_addins_allowed (WaxsealDirectReview *self)
{
  return self->addins_allowed;
}

/** waxseal_direct_review_get_organization_name: Returns: (transfer none): or "". */
const char *
waxseal_direct_review_get_organization_name (WaxsealDirectReview *self)
{
  return self->organization_name;
}

/** waxseal_direct_review_get_own_address: Returns: (transfer none): or "" without a mailbox. */
const char *
waxseal_direct_review_get_own_address (WaxsealDirectReview *self)
{
  return self->own_address;
}

/** waxseal_direct_review_get_warnings: Returns: (transfer none): in the service's words. */
const char *
waxseal_direct_review_get_warnings (WaxsealDirectReview *self)
{
  return self->warnings->str;
}

/** waxseal_direct_review_get_read_on: Returns: (transfer none): when, as a set-up file has it. */
const char *
waxseal_direct_review_get_read_on (WaxsealDirectReview *self)
{
  return self->read_on;
}

/** waxseal_direct_review_describe: Returns: (transfer full): what is there, in a sentence. */
char *
waxseal_direct_review_describe (WaxsealDirectReview *self)
{
  g_autofree char *audience = NULL;

  if (self->owner == WAXSEAL_DIRECT_OWNER_NOBODY)
    return g_strdup (_ ("Exchange Online has no add-in with this Id."));
  audience = waxseal_direct_state_describe_audience (self->addin);
  if (self->owner == WAXSEAL_DIRECT_OWNER_SOMEBODY)
    return g_strdup_printf (
      /* Translators: a version, then “everyone” or “40 people” */
      _ ("Exchange Online has an add-in with this Id, version %s, for %s. Waxseal did not deploy "
         "it, and leaves it alone."),
      self->addin->version,
      audience);
  return g_strdup_printf (
    self->addin->enabled
      /* Translators: a version, then “everyone” or “40 people”, then a value of Exchange's */
      ? _ ("Exchange Online has the add-in, version %s, for %s (%s).")
      : _ ("Exchange Online has the add-in, version %s, for %s (%s), but it is off."),
    self->addin->version,
    audience,
    self->addin->default_state);
}
