/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "waxseal-entra-desk.h"

#include "waxseal-consent-watch.h"
#include "waxseal-provision.h"
#include "waxseal-remedy.h"

struct _WaxsealEntraDesk
{
  GObject parent_instance;

  WaxsealTenantSession *session;
  WaxsealProvision *provision;
  WaxsealConsentWatch *watch;
  WaxsealTenantReview *review;
  WaxsealProvisionPlan *plan;
  WaxsealRegisteredApp *adopt; /* what the plan was made for, to go on after a failure */
  char *expires;
  WaxsealEntraStage stage;
  gboolean resuming; /* run the plan as soon as it is made again */
  gboolean closed;
  GError *error;
  GCancellable *cancellable;
};

enum
{
  CHANGED,
  N_SIGNALS
};

static guint signals[N_SIGNALS];

G_DEFINE_FINAL_TYPE (WaxsealEntraDesk, waxseal_entra_desk, G_TYPE_OBJECT)

static void
set_stage (WaxsealEntraDesk *self, WaxsealEntraStage stage)
{
  self->stage = stage;
  if (!self->closed)
    g_signal_emit (self, signals[CHANGED], 0);
}

/* What the user stopped is no failure. */
static void
keep_error (WaxsealEntraDesk *self, GError *error)
{
  g_clear_error (&self->error);
  if (g_error_matches (error, G_IO_ERROR, G_IO_ERROR_CANCELLED))
    g_error_free (error);
  else
    self->error = error;
}

static void
begin (WaxsealEntraDesk *self, WaxsealEntraStage stage)
{
  g_clear_error (&self->error);
  g_clear_object (&self->cancellable);
  self->cancellable = g_cancellable_new ();
  set_stage (self, stage);
}

static WaxsealEntraStage
get_rest (WaxsealEntraDesk *self)
{
  if (self->plan != NULL)
    return WAXSEAL_ENTRA_STAGE_ENDED;
  return self->review != NULL ? WAXSEAL_ENTRA_STAGE_REVIEWED : WAXSEAL_ENTRA_STAGE_SIGNED_OUT;
}

static void
reviewed_cb (GObject *source, GAsyncResult *result, gpointer user_data)
{
  g_autoptr (WaxsealEntraDesk) self = user_data;
  GError *error = NULL;
  WaxsealTenantReview *review = waxseal_tenant_review_finish (result, &error);

  if (review == NULL)
    {
      self->resuming = FALSE;
      keep_error (self, error);
      set_stage (self, get_rest (self));
      return;
    }
  g_clear_object (&self->review);
  self->review = review;
  if (!self->resuming)
    {
      set_stage (self, get_rest (self));
      return;
    }
  self->resuming = FALSE;
  waxseal_entra_desk_make_plan (self, self->adopt, self->expires);
  if (self->stage == WAXSEAL_ENTRA_STAGE_PLANNED)
    waxseal_entra_desk_start (self);
}

static void
review (WaxsealEntraDesk *self, WaxsealEntraStage stage)
{
  begin (self, stage);
  waxseal_tenant_review_async (self->session, self->cancellable, reviewed_cb, g_object_ref (self));
}

/** waxseal_entra_desk_sign_in: @way: how the person is asked, where that is needed. */
void
waxseal_entra_desk_sign_in (WaxsealEntraDesk *self, WaxsealSignInWay way)
{
  waxseal_tenant_session_set_way (self->session, way);
  review (self, WAXSEAL_ENTRA_STAGE_SIGNING_IN);
}

/** waxseal_entra_desk_look_again: Reads once more what there is in the tenant. */
void
waxseal_entra_desk_look_again (WaxsealEntraDesk *self)
{
  review (self, self->plan != NULL ? WAXSEAL_ENTRA_STAGE_ENDED : WAXSEAL_ENTRA_STAGE_SIGNING_IN);
}

static void
signed_out_cb (GObject *account, GAsyncResult *result, gpointer user_data)
{
  g_autoptr (WaxsealEntraDesk) self = user_data;
  GError *error = NULL;

  if (!waxseal_account_sign_out_finish (WAXSEAL_ACCOUNT (account), result, &error))
    keep_error (self, error);
  g_clear_object (&self->review);
  g_clear_object (&self->plan);
  set_stage (self, WAXSEAL_ENTRA_STAGE_SIGNED_OUT);
}

/** waxseal_entra_desk_sign_out: Forgets the person, in the keyring too. */
void
waxseal_entra_desk_sign_out (WaxsealEntraDesk *self)
{
  waxseal_account_sign_out_async (waxseal_tenant_session_get_account (self->session),
                                  NULL,
                                  signed_out_cb,
                                  g_object_ref (self));
}

/**
 * waxseal_entra_desk_make_plan:
 * @adopt: (nullable): the application to use; %NULL to create one
 * @expires: the end of the secret, ISO 8601
 *
 * Makes the plan, which is then shown; nothing is sent.
 */
void
waxseal_entra_desk_make_plan (WaxsealEntraDesk *self,
                              WaxsealRegisteredApp *adopt,
                              const char *expires)
{
  WaxsealOrganization *organization = waxseal_tenant_session_get_organization (self->session);
  g_autofree char *kept = g_strdup (expires);
  GError *error = NULL;

  g_set_object (&self->adopt, adopt);
  g_free (self->expires);
  self->expires = g_steal_pointer (&kept);
  g_clear_object (&self->plan);
  g_clear_error (&self->error);
  if (adopt != NULL)
    self->plan =
      waxseal_provision_plan_new (organization, self->review, adopt, self->expires, &error);
  else
    self->plan =
      waxseal_provision_plan_new_for_another (organization, self->review, self->expires, &error);
  if (self->plan == NULL)
    keep_error (self, error);
  set_stage (self, self->plan != NULL ? WAXSEAL_ENTRA_STAGE_PLANNED : WAXSEAL_ENTRA_STAGE_REVIEWED);
}

/** waxseal_entra_desk_drop_plan: Back to the form. */
void
waxseal_entra_desk_drop_plan (WaxsealEntraDesk *self)
{
  g_clear_object (&self->plan);
  g_clear_error (&self->error);
  set_stage (self,
             self->review != NULL ? WAXSEAL_ENTRA_STAGE_REVIEWED : WAXSEAL_ENTRA_STAGE_SIGNED_OUT);
}

static void
granted_cb (GObject *watch, GAsyncResult *result, gpointer user_data)
{
  g_autoptr (WaxsealEntraDesk) self = user_data;
  GError *error = NULL;

  if (!waxseal_consent_watch_run_finish (WAXSEAL_CONSENT_WATCH (watch), result, &error))
    {
      keep_error (self, error);
      set_stage (self, WAXSEAL_ENTRA_STAGE_ENDED);
      return;
    }
  /* What is left is the proof. */
  g_clear_object (&self->watch);
  waxseal_entra_desk_resume (self);
}

static void
watch_consent (WaxsealEntraDesk *self)
{
  self->watch = waxseal_consent_watch_new (self->session);
  g_clear_object (&self->cancellable);
  self->cancellable = g_cancellable_new ();
  waxseal_consent_watch_run_async (self->watch, self->cancellable, granted_cb, g_object_ref (self));
}

static void
ran_cb (GObject *provision, GAsyncResult *result, gpointer user_data)
{
  g_autoptr (WaxsealEntraDesk) self = user_data;
  GError *error = NULL;

  if (!waxseal_provision_run_finish (WAXSEAL_PROVISION (provision), result, &error))
    keep_error (self, error);
  else if (waxseal_provision_plan_hands_over (self->plan))
    watch_consent (self);
  else
    {
      waxseal_entra_desk_look_again (self);
      return;
    }
  set_stage (self, WAXSEAL_ENTRA_STAGE_ENDED);
}

/** waxseal_entra_desk_start: Carries out the plan. */
void
waxseal_entra_desk_start (WaxsealEntraDesk *self)
{
  g_clear_object (&self->watch);
  begin (self, WAXSEAL_ENTRA_STAGE_RUNNING);
  waxseal_provision_run_async (
    self->provision, self->plan, self->cancellable, ran_cb, g_object_ref (self));
}

/** waxseal_entra_desk_cancel: Stops what is under way; what was sent is still recorded. */
void
waxseal_entra_desk_cancel (WaxsealEntraDesk *self)
{
  g_cancellable_cancel (self->cancellable);
}

/** waxseal_entra_desk_resume: Goes on after a failure, with what there is now. */
void
waxseal_entra_desk_resume (WaxsealEntraDesk *self)
{
  self->resuming = TRUE;
  review (self, WAXSEAL_ENTRA_STAGE_RUNNING);
}

static void
orphans_removed_cb (GObject *provision, GAsyncResult *result, gpointer user_data)
{
  g_autoptr (WaxsealEntraDesk) self = user_data;
  GError *error = NULL;

  if (waxseal_provision_remove_orphans_finish (WAXSEAL_PROVISION (provision), result, &error))
    {
      waxseal_entra_desk_resume (self);
      return;
    }
  keep_error (self, error);
  set_stage (self, WAXSEAL_ENTRA_STAGE_ENDED);
}

/** waxseal_entra_desk_remove_orphans: Removes secrets whose values are lost, and goes on. */
void
waxseal_entra_desk_remove_orphans (WaxsealEntraDesk *self)
{
  begin (self, WAXSEAL_ENTRA_STAGE_RUNNING);
  waxseal_provision_remove_orphans_async (self->provision,
                                          self->cancellable,
                                          orphans_removed_cb,
                                          g_object_ref (self));
}

/** waxseal_entra_desk_get_organization: Returns: (transfer none): whose job it is. */
WaxsealOrganization *
waxseal_entra_desk_get_organization (WaxsealEntraDesk *self)
{
  return waxseal_tenant_session_get_organization (self->session);
}

/** waxseal_entra_desk_get_session: Returns: (transfer none): the session of the job. */
WaxsealTenantSession *
waxseal_entra_desk_get_session (WaxsealEntraDesk *self)
{
  return self->session;
}

/** waxseal_entra_desk_get_stage: Returns: how far it is. */
WaxsealEntraStage
waxseal_entra_desk_get_stage (WaxsealEntraDesk *self)
{
  return self->stage;
}

/** waxseal_entra_desk_get_review: Returns: (transfer none) (nullable): what was found last. */
WaxsealTenantReview *
waxseal_entra_desk_get_review (WaxsealEntraDesk *self)
{
  return self->review;
}

/** waxseal_entra_desk_get_plan: Returns: (transfer none) (nullable): what is shown, or was done. */
WaxsealProvisionPlan *
waxseal_entra_desk_get_plan (WaxsealEntraDesk *self)
{
  return self->plan;
}

/** waxseal_entra_desk_get_error: Returns: (transfer none) (nullable): how the last thing failed. */
const GError *
waxseal_entra_desk_get_error (WaxsealEntraDesk *self)
{
  return self->error;
}

/** waxseal_entra_desk_is_handed_over: Returns: whether somebody else's consent is waited for. */
gboolean
waxseal_entra_desk_is_handed_over (WaxsealEntraDesk *self)
{
  return self->watch != NULL && self->stage == WAXSEAL_ENTRA_STAGE_ENDED;
}

/** waxseal_entra_desk_look_for_consent: Looks at once, while it is waited for. */
void
waxseal_entra_desk_look_for_consent (WaxsealEntraDesk *self)
{
  if (self->watch != NULL)
    waxseal_consent_watch_look_now (self->watch);
}

/** waxseal_entra_desk_close: Stops everything, and says nothing any more. */
void
waxseal_entra_desk_close (WaxsealEntraDesk *self)
{
  self->closed = TRUE;
  g_cancellable_cancel (self->cancellable);
}

static void
waxseal_entra_desk_dispose (GObject *object)
{
  WaxsealEntraDesk *self = WAXSEAL_ENTRA_DESK (object);

  g_clear_object (&self->watch);
  g_clear_object (&self->plan);
  g_clear_object (&self->adopt);
  g_clear_object (&self->review);
  g_clear_object (&self->provision);
  g_clear_object (&self->session);
  g_clear_object (&self->cancellable);
  G_OBJECT_CLASS (waxseal_entra_desk_parent_class)->dispose (object);
}

static void
waxseal_entra_desk_finalize (GObject *object)
{
  WaxsealEntraDesk *self = WAXSEAL_ENTRA_DESK (object);

  g_clear_error (&self->error);
  g_free (self->expires);
  G_OBJECT_CLASS (waxseal_entra_desk_parent_class)->finalize (object);
}

static void
waxseal_entra_desk_class_init (WaxsealEntraDeskClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);

  object_class->dispose = waxseal_entra_desk_dispose;
  object_class->finalize = waxseal_entra_desk_finalize;

  /** WaxsealEntraDesk::changed: */
  signals[CHANGED] = g_signal_new (
    "changed", G_OBJECT_CLASS_TYPE (klass), G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL, G_TYPE_NONE, 0);
}

static void
waxseal_entra_desk_init (WaxsealEntraDesk *self)
{
  self->cancellable = g_cancellable_new ();
}

/**
 * waxseal_entra_desk_new:
 * @practice_base: (nullable): the practice tenant's address, for an organisation that lives there
 * @error: as of waxseal_tenant_session_new()
 *
 * Returns: (transfer full) (nullable): a desk at which nobody has signed in
 */
WaxsealEntraDesk *
waxseal_entra_desk_new (WaxsealOrganization *organization,
                        WaxsealOrganizationStore *store,
                        const char *practice_base,
                        GError **error)
{
  g_autoptr (WaxsealTenantSession) session =
    waxseal_tenant_session_new (organization, store, practice_base, error);
  WaxsealEntraDesk *self;

  if (session == NULL)
    return NULL;
  self = g_object_new (WAXSEAL_TYPE_ENTRA_DESK, NULL);
  self->session = g_steal_pointer (&session);
  self->provision = waxseal_provision_new (self->session);
  return self;
}
