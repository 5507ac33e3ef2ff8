/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "waxseal-consent-watch.h"

#include "waxseal-app-proof-record.h"
#include "waxseal-error.h"
#include "waxseal-graph-role.h"
#include "waxseal-json.h"

/** WaxsealConsentWatch: see the header. */
struct _WaxsealConsentWatch
{
  GObject parent_instance;

  WaxsealTenantSession *session;
  WaxsealEntraApp *record;
  guint granted;
  guint n_waits;
  GCancellable *nap; /* cancelled to look now; NULL while looking */
};

G_DEFINE_FINAL_TYPE (WaxsealConsentWatch, waxseal_consent_watch, G_TYPE_OBJECT)

enum
{
  PROP_GRANTED = 1,
  N_PROPS
};

static GParamSpec *pspecs[N_PROPS];

#define MAX_PAGES 20
/* The first wait is 4 s: a person has to open a page and read it. */
#define FIRST_WAIT 3

static const char *const scopes[] = { "Application.Read.All", NULL };

static void look (GTask *task);

static void
waxseal_consent_watch_get_property (GObject *object, guint id, GValue *value, GParamSpec *pspec)
{
  if (id == PROP_GRANTED)
    g_value_set_uint (value, WAXSEAL_CONSENT_WATCH (object)->granted);
  else
    G_OBJECT_WARN_INVALID_PROPERTY_ID (object, id, pspec);
}

static void
waxseal_consent_watch_finalize (GObject *object)
{
  WaxsealConsentWatch *self = WAXSEAL_CONSENT_WATCH (object);

  g_clear_object (&self->session);
  g_clear_object (&self->nap);
  G_OBJECT_CLASS (waxseal_consent_watch_parent_class)->finalize (object);
}

static void
waxseal_consent_watch_class_init (WaxsealConsentWatchClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);

  object_class->get_property = waxseal_consent_watch_get_property;
  object_class->finalize = waxseal_consent_watch_finalize;
  pspecs[PROP_GRANTED] = g_param_spec_uint (
    "granted", NULL, NULL, 0, WAXSEAL_N_GRAPH_ROLES, 0, G_PARAM_READABLE | G_PARAM_STATIC_STRINGS);
  g_object_class_install_properties (object_class, N_PROPS, pspecs);
}

static void
waxseal_consent_watch_init (WaxsealConsentWatch *self)
{
}

/** waxseal_consent_watch_new: Returns: (transfer full): a watch over the application in the record
 * of @session's organisation. */
WaxsealConsentWatch *
waxseal_consent_watch_new (WaxsealTenantSession *session)
{
  WaxsealConsentWatch *self = g_object_new (WAXSEAL_TYPE_CONSENT_WATCH, NULL);

  self->session = g_object_ref (session);
  self->record =
    waxseal_organization_get_entra_app (waxseal_tenant_session_get_organization (session));
  return self;
}

/** waxseal_consent_watch_get_granted: Returns: how many of the four were granted when it looked
 * last. */
guint
waxseal_consent_watch_get_granted (WaxsealConsentWatch *self)
{
  return self->granted;
}

static void
end (GTask *task, GError *error)
{
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
  WaxsealConsentWatch *self = g_task_get_source_object (task);
  GError *error = NULL;

  waxseal_tenant_session_wait_finish (WAXSEAL_TENANT_SESSION (source), result, NULL);
  g_clear_object (&self->nap);
  if (g_cancellable_set_error_if_cancelled (g_task_get_cancellable (task), &error))
    end (task, error);
  else
    look (task);
}

static void
nap (GTask *task)
{
  WaxsealConsentWatch *self = g_task_get_source_object (task);
  GCancellable *cancellable = g_task_get_cancellable (task);

  self->nap = g_cancellable_new ();
  if (g_cancellable_is_cancelled (cancellable))
    g_cancellable_cancel (self->nap);
  else if (cancellable != NULL)
    g_signal_connect_object (
      cancellable, "cancelled", G_CALLBACK (g_cancellable_cancel), self->nap, G_CONNECT_SWAPPED);
  waxseal_tenant_session_wait_async (
    self->session, FIRST_WAIT + self->n_waits++, self->nap, waited_cb, task);
}

/* Whether looking again may help: the network, a service that is busy, a principal yet to come. */
static gboolean
is_passing (const GError *error)
{
  static const WaxsealError passing[] = {
    WAXSEAL_ERROR_OFFLINE,   WAXSEAL_ERROR_REPLY_LOST,  WAXSEAL_ERROR_SERVICE_BUSY,
    WAXSEAL_ERROR_BAD_REPLY, WAXSEAL_ERROR_OBJECT_GONE, WAXSEAL_ERROR_SERVICE_FAILED,
  };

  for (guint i = 0; i < G_N_ELEMENTS (passing); i++)
    if (g_error_matches (error, WAXSEAL_ERROR, passing[i]))
      return TRUE;
  return FALSE;
}

static void
look_later (GTask *task, GError *error)
{
  if (!is_passing (error))
    {
      end (task, error);
      return;
    }
  g_error_free (error);
  nap (task);
}

static gboolean
is_granted (JsonArray *assignments, const char *id)
{
  for (guint i = 0; i < json_array_get_length (assignments); i++)
    {
      JsonObject *assignment = waxseal_json_array_get_object (assignments, i);

      if (g_ascii_strcasecmp (waxseal_json_get_text (assignment, "appRoleId"), id) == 0)
        return TRUE;
    }
  return FALSE;
}

static void
listed_cb (GObject *source, GAsyncResult *result, gpointer user_data)
{
  GTask *task = user_data;
  WaxsealConsentWatch *self = g_task_get_source_object (task);
  WaxsealOrganization *organization = waxseal_tenant_session_get_organization (self->session);
  GError *error = NULL;
  g_autoptr (JsonArray) assignments =
    waxseal_graph_list_finish (WAXSEAL_GRAPH (source), result, NULL, &error);
  guint granted = 0;

  if (assignments == NULL)
    {
      look_later (task, error);
      return;
    }
  for (guint i = 0; i < WAXSEAL_N_GRAPH_ROLES; i++)
    if (is_granted (assignments, waxseal_graph_role_get (i)->id))
      {
        granted++;
        waxseal_app_proof_record_granted (organization, waxseal_graph_role_get (i)->name);
      }
  self->granted = granted;
  g_object_notify_by_pspec (G_OBJECT (self), pspecs[PROP_GRANTED]);
  if (granted == WAXSEAL_N_GRAPH_ROLES)
    end (task, NULL);
  else
    nap (task);
}

static void
list_assignments (GTask *task)
{
  WaxsealConsentWatch *self = g_task_get_source_object (task);
  g_autofree char *path =
    g_strdup_printf ("servicePrincipals/%s/appRoleAssignments",
                     waxseal_record_get_text (self->record, "service-principal-id"));

  waxseal_graph_list_async (waxseal_tenant_session_get_graph (self->session),
                            path,
                            scopes,
                            WAXSEAL_GRAPH_PLAIN,
                            MAX_PAGES,
                            g_task_get_cancellable (task),
                            listed_cb,
                            task);
}

static void
principal_cb (GObject *source, GAsyncResult *result, gpointer user_data)
{
  GTask *task = user_data;
  WaxsealConsentWatch *self = g_task_get_source_object (task);
  GError *error = NULL;
  g_autoptr (WaxsealHttpReply) reply =
    waxseal_graph_call_finish (WAXSEAL_GRAPH (source), result, &error);

  if (reply == NULL)
    {
      look_later (task, error);
      return;
    }
  waxseal_record_set_text (self->record,
                           "service-principal-id",
                           waxseal_json_get_text (waxseal_http_reply_get_object (reply), "id"));
  list_assignments (task);
}

static void
look (GTask *task)
{
  WaxsealConsentWatch *self = g_task_get_source_object (task);
  g_autofree char *path = NULL;

  if (*waxseal_record_get_text (self->record, "service-principal-id") != '\0')
    {
      list_assignments (task);
      return;
    }
  /* Consenting makes the service principal where there is none yet. */
  path = g_strdup_printf ("servicePrincipals(appId='%s')?$select=id,appId",
                          waxseal_record_get_text (self->record, "client-id"));
  waxseal_graph_call_async (waxseal_tenant_session_get_graph (self->session),
                            "GET",
                            path,
                            NULL,
                            scopes,
                            WAXSEAL_GRAPH_PLAIN,
                            g_task_get_cancellable (task),
                            principal_cb,
                            task);
}

/**
 * waxseal_consent_watch_run_async:
 *
 * The person at the desk has to be signed in; one run at a time.
 */
void
waxseal_consent_watch_run_async (WaxsealConsentWatch *self,
                                 GCancellable *cancellable,
                                 GAsyncReadyCallback callback,
                                 gpointer user_data)
{
  GTask *task = g_task_new (self, cancellable, callback, user_data);

  g_task_set_source_tag (task, waxseal_consent_watch_run_async);
  self->n_waits = 0;
  look (task);
}

/** waxseal_consent_watch_run_finish: Returns: whether all four are granted. */
gboolean
waxseal_consent_watch_run_finish (WaxsealConsentWatch *self, GAsyncResult *result, GError **error)
{
  return g_task_propagate_boolean (G_TASK (result), error);
}

/** waxseal_consent_watch_look_now: For “I have granted it” and for when the window gets the focus.
 */
void
waxseal_consent_watch_look_now (WaxsealConsentWatch *self)
{
  self->n_waits = 0;
  if (self->nap != NULL)
    g_cancellable_cancel (self->nap);
}
