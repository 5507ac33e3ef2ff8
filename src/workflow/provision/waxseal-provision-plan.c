/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "waxseal-provision-plan.h"

#include <glib/gi18n.h>

#include "waxseal-date.h"
#include "waxseal-error.h"
#include "waxseal-graph-role.h"
#include "waxseal-permission.h"
#include "waxseal-provision-summary.h"
#include "waxseal-remedy.h"

/** WaxsealProvisionPlan: see the header. */
struct _WaxsealProvisionPlan
{
  GObject parent_instance;

  WaxsealTenantReview *review;
  WaxsealRegisteredApp *app;
  char *expires;
  GListStore *steps;
  char *summary;
  char *warning;
  gboolean hands_over;
};

G_DEFINE_FINAL_TYPE (WaxsealProvisionPlan, waxseal_provision_plan, G_TYPE_OBJECT)

static void
waxseal_provision_plan_finalize (GObject *object)
{
  WaxsealProvisionPlan *self = WAXSEAL_PROVISION_PLAN (object);

  g_clear_object (&self->review);
  g_clear_object (&self->app);
  g_free (self->expires);
  g_object_unref (self->steps);
  g_free (self->summary);
  g_free (self->warning);
  G_OBJECT_CLASS (waxseal_provision_plan_parent_class)->finalize (object);
}

static void
waxseal_provision_plan_class_init (WaxsealProvisionPlanClass *klass)
{
  G_OBJECT_CLASS (klass)->finalize = waxseal_provision_plan_finalize;
}

static void
waxseal_provision_plan_init (WaxsealProvisionPlan *self)
{
  self->steps = g_list_store_new (WAXSEAL_TYPE_PROVISION_STEP);
}

/* There already, with @note, or still to be done. */
static void
add_step (WaxsealProvisionPlan *self,
          WaxsealProvisionKind kind,
          const char *permission,
          const char *title,
          char *already)
{
  g_autofree char *note = already;
  g_autoptr (WaxsealProvisionStep) step = waxseal_provision_step_new (kind, permission, title);

  if (note != NULL)
    waxseal_provision_step_set_state (step, WAXSEAL_PROVISION_ALREADY, note);
  g_list_store_append (self->steps, step);
}

static void
add_application (WaxsealProvisionPlan *self, WaxsealEntraApp *record)
{
  g_autofree char *title = NULL;
  g_autofree char *day = NULL;

  if (self->app == NULL)
    {
      title = g_strdup_printf (_ ("Create the application “%s”"),
                               waxseal_record_get_text (record, "display-name"));
      add_step (self, WAXSEAL_PROVISION_APPLICATION, NULL, title, NULL);
      return;
    }
  title = g_strdup_printf (_ ("Use the application “%s”"),
                           waxseal_record_get_text (self->app, "display-name"));
  day = waxseal_date_format (waxseal_record_get_text (self->app, "created"));
  add_step (self,
            WAXSEAL_PROVISION_APPLICATION,
            NULL,
            title,
            /* Translators: the ID of an application, and the day on which it was created */
            g_strdup_printf (_ ("There already: %s, created on %s"),
                             waxseal_record_get_text (self->app, "client-id"),
                             day));
}

static guint
count_undeclared (WaxsealProvisionPlan *self)
{
  guint n = 0;

  for (guint i = 0; i < WAXSEAL_N_GRAPH_ROLES; i++)
    n += self->app == NULL ||
         !waxseal_registered_app_has_declared (self->app, waxseal_graph_role_get (i)->name);
  return n;
}

static void
add_declare (WaxsealProvisionPlan *self)
{
  add_step (self,
            WAXSEAL_PROVISION_DECLARE,
            NULL,
            _ ("List the 4 permissions under API permissions"),
            count_undeclared (self) == 0 ? g_strdup (_ ("Listed already")) : NULL);
}

static gboolean
has_service_principal (WaxsealProvisionPlan *self)
{
  return self->app != NULL && *waxseal_record_get_text (self->app, "service-principal-id") != '\0';
}

static void
add_service_principal (WaxsealProvisionPlan *self)
{
  add_step (self,
            WAXSEAL_PROVISION_SERVICE_PRINCIPAL,
            NULL,
            _ ("Create the service principal (enterprise application)"),
            has_service_principal (self) ? g_strdup (_ ("There already")) : NULL);
}

static void
add_secret (WaxsealProvisionPlan *self)
{
  WaxsealRegisteredSecret *secret =
    self->app != NULL ? waxseal_registered_app_find_usable_secret (self->app) : NULL;
  g_autofree char *title = NULL;
  g_autofree char *day = NULL;

  if (secret != NULL)
    {
      day = waxseal_date_format (waxseal_record_get_text (secret, "expires"));
      /* Translators: %s is a day */
      add_step (self,
                WAXSEAL_PROVISION_SECRET,
                NULL,
                _ ("Use the client secret in the keyring"),
                g_strdup_printf (_ ("There already, until %s"), day));
      return;
    }
  day = waxseal_date_format (self->expires);
  /* Translators: %s is a day */
  title = g_strdup_printf (_ ("Add a client secret until %s, and store it in the keyring"), day);
  add_step (self, WAXSEAL_PROVISION_SECRET, NULL, title, NULL);
}

static guint
add_grants (WaxsealProvisionPlan *self)
{
  guint n_missing = 0;

  for (guint i = 0; i < WAXSEAL_N_GRAPH_ROLES; i++)
    {
      const char *name = waxseal_graph_role_get (i)->name;
      gboolean granted = self->app != NULL && waxseal_registered_app_has_granted (self->app, name);
      /* Translators: a permission, and what it allows: “Grant Mail.Send: Send mail as any user” */
      g_autofree char *title =
        g_strdup_printf (_ ("Grant %s: %s"), name, waxseal_permission_describe (name));

      n_missing += !granted;
      add_step (self,
                WAXSEAL_PROVISION_GRANT,
                name,
                title,
                granted ? g_strdup (_ ("Granted already")) : NULL);
    }
  return n_missing;
}

static void
build_summary (WaxsealProvisionPlan *self, guint n_grant)
{
  WaxsealProvisionCounts counts = {
    .application = self->app == NULL,
    .service_principal = !has_service_principal (self),
    .expires = self->expires,
    .n_declare = count_undeclared (self),
    .n_grant = n_grant,
    .hands_over = self->hands_over,
  };

  self->summary = waxseal_provision_summary_build (&counts);
}

static gboolean
changes_app (WaxsealProvisionPlan *self)
{
  return self->expires != NULL || !has_service_principal (self) || count_undeclared (self) > 0;
}

static void
build_warning (WaxsealProvisionPlan *self)
{
  const GError *keyring = waxseal_tenant_review_get_keyring_error (self->review);

  if (self->expires != NULL && keyring != NULL)
    self->warning = g_strdup (keyring->message);
  else if (changes_app (self) && !waxseal_tenant_review_can_register (self->review))
    self->warning =
      g_strdup (_ ("You have none of the roles that can register an application (Application "
                   "Administrator, Cloud Application Administrator, Global Administrator). "
                   "Microsoft may refuse."));
}

/* The application to use, where there is one: chosen, the organisation's own, or the only one. */
static gboolean
choose_app (WaxsealProvisionPlan *self, WaxsealRegisteredApp *adopt, GError **error)
{
  GListModel *apps = waxseal_tenant_review_get_apps (self->review);
  guint n_apps = g_list_model_get_n_items (apps);
  WaxsealRegisteredApp *own = waxseal_tenant_review_get_own_app (self->review);

  if (adopt != NULL || own != NULL)
    self->app = g_object_ref (adopt != NULL ? adopt : own);
  else if (n_apps == 1)
    self->app = g_list_model_get_item (apps, 0);
  if (self->app != NULL || n_apps == 0)
    return TRUE;
  g_propagate_error (error, waxseal_remedy_new_error (WAXSEAL_ERROR_SEVERAL_APPS, NULL));
  return FALSE;
}

static gboolean
choose_expires (WaxsealProvisionPlan *self, const char *expires, GError **error)
{
  const char *created = self->app != NULL ? waxseal_record_get_text (self->app, "created") : NULL;

  if (self->app != NULL && waxseal_registered_app_find_usable_secret (self->app) != NULL)
    return TRUE;
  self->expires = g_strdup (expires);
  return waxseal_secret_policy_check (waxseal_tenant_review_get_policy (self->review),
                                      created,
                                      expires,
                                      error);
}

static WaxsealProvisionPlan *
build_plan (WaxsealProvisionPlan *self,
            WaxsealOrganization *organization,
            const char *expires,
            GError **error)
{
  guint n_grant;

  if (!choose_expires (self, expires, error))
    return NULL;
  add_application (self, waxseal_organization_get_entra_app (organization));
  add_declare (self);
  add_service_principal (self);
  add_secret (self);
  n_grant = add_grants (self);
  add_step (self,
            WAXSEAL_PROVISION_PROOF,
            NULL,
            _ ("Prove that it works: sign in as the application and read one user’s ID"),
            NULL);
  self->hands_over = n_grant > 0 && !waxseal_tenant_review_can_consent (self->review);
  build_summary (self, n_grant);
  build_warning (self);
  return g_object_ref (self);
}

/**
 * waxseal_provision_plan_new:
 * @adopt: (nullable): which application to use; %NULL for the organisation's own, or the only one
 *   of the name, or a new one where there is none
 * @expires: the end of the client secret, ISO 8601, UTC; not used where the keyring has one
 * @error: %WAXSEAL_ERROR_SEVERAL_APPS, _SECRET_LIFETIME, _SECRETS_BLOCKED
 *
 * Returns: (transfer full): the plan: what is there already, and what will be done
 */
WaxsealProvisionPlan *
waxseal_provision_plan_new (WaxsealOrganization *organization,
                            WaxsealTenantReview *review,
                            WaxsealRegisteredApp *adopt,
                            const char *expires,
                            GError **error)
{
  g_autoptr (WaxsealProvisionPlan) self = g_object_new (WAXSEAL_TYPE_PROVISION_PLAN, NULL);

  self->review = g_object_ref (review);
  if (!choose_app (self, adopt, error))
    return NULL;
  return build_plan (self, organization, expires, error);
}

/**
 * waxseal_provision_plan_new_for_another:
 * @expires: as for waxseal_provision_plan_new()
 * @error: %WAXSEAL_ERROR_SECRET_LIFETIME, _SECRETS_BLOCKED
 *
 * For whoever wants an application of their own, whatever others of the name there are. What an
 * earlier run has made for the organisation is gone on with, not made again.
 *
 * Returns: (transfer full): the plan
 */
WaxsealProvisionPlan *
waxseal_provision_plan_new_for_another (WaxsealOrganization *organization,
                                        WaxsealTenantReview *review,
                                        const char *expires,
                                        GError **error)
{
  g_autoptr (WaxsealProvisionPlan) self = g_object_new (WAXSEAL_TYPE_PROVISION_PLAN, NULL);
  WaxsealRegisteredApp *own = waxseal_tenant_review_get_own_app (review);

  self->review = g_object_ref (review);
  self->app = own != NULL ? g_object_ref (own) : NULL;
  return build_plan (self, organization, expires, error);
}

/** waxseal_provision_plan_get_review: Returns: (transfer none): what it is made from. */
WaxsealTenantReview *
waxseal_provision_plan_get_review (WaxsealProvisionPlan *self)
{
  return self->review;
}

/** waxseal_provision_plan_get_app: Returns: (transfer none) (nullable): the application to use. */
WaxsealRegisteredApp *
waxseal_provision_plan_get_app (WaxsealProvisionPlan *self)
{
  return self->app;
}

/** waxseal_provision_plan_get_expires: Returns: (transfer none) (nullable): of the new secret. */
const char *
waxseal_provision_plan_get_expires (WaxsealProvisionPlan *self)
{
  return self->expires;
}

/** waxseal_provision_plan_get_steps: Returns: (transfer none): of #WaxsealProvisionStep. */
GListModel *
waxseal_provision_plan_get_steps (WaxsealProvisionPlan *self)
{
  return G_LIST_MODEL (self->steps);
}

/** waxseal_provision_plan_find_step: @permission: (nullable): of a grant. Returns: (transfer none)
 * (nullable): the step. */
WaxsealProvisionStep *
waxseal_provision_plan_find_step (WaxsealProvisionPlan *self,
                                  WaxsealProvisionKind kind,
                                  const char *permission)
{
  GListModel *steps = G_LIST_MODEL (self->steps);

  for (guint i = 0; i < g_list_model_get_n_items (steps); i++)
    {
      g_autoptr (WaxsealProvisionStep) step = g_list_model_get_item (steps, i);

      if (waxseal_provision_step_get_kind (step) == kind &&
          g_strcmp0 (waxseal_provision_step_get_permission (step), permission) == 0)
        return step;
    }
  return NULL;
}

/** waxseal_provision_plan_get_summary: Returns: (transfer none): the plan in words. */
const char *
waxseal_provision_plan_get_summary (WaxsealProvisionPlan *self)
{
  return self->summary;
}

/** waxseal_provision_plan_get_warning: Returns: (transfer none) (nullable): for the user. */
const char *
waxseal_provision_plan_get_warning (WaxsealProvisionPlan *self)
{
  return self->warning;
}

/** waxseal_provision_plan_hands_over: Returns: whether permissions are left to somebody else: since
 * the person lacks the role to consent, or as Microsoft refused it in the run. */
gboolean
waxseal_provision_plan_hands_over (WaxsealProvisionPlan *self)
{
  GListModel *steps = G_LIST_MODEL (self->steps);

  for (guint i = 0; !self->hands_over && i < g_list_model_get_n_items (steps); i++)
    {
      g_autoptr (WaxsealProvisionStep) step = g_list_model_get_item (steps, i);

      if (waxseal_provision_step_get_state (step) == WAXSEAL_PROVISION_HANDED_OVER)
        return TRUE;
    }
  return self->hands_over;
}
