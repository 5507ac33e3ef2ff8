/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What is done at the desk: signing in, planning, running, waiting for somebody's consent. */
#include "waxseal-entra-desk-private.h"

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

/* FALSE where something else is under way: there is one writer. */
static gboolean
begin (WaxsealEntraDesk *self, WaxsealEntraStage stage)
{
  if (self->busy)
    return FALSE;
  self->busy = TRUE;
  g_clear_error (&self->error);
  g_clear_object (&self->cancellable);
  self->cancellable = g_cancellable_new ();
  waxseal_entra_desk_set_stage (self, stage);
  return TRUE;
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
  gboolean resuming = self->resuming && review != NULL;

  self->busy = FALSE;
  self->resuming = FALSE;
  if (review == NULL)
    keep_error (self, error);
  else
    g_set_object (&self->review, review);
  g_clear_object (&review);
  if (!resuming)
    {
      self->stage = get_rest (self);
      waxseal_entra_desk_release (self);
      return;
    }
  if (self->creates)
    waxseal_entra_desk_make_creating_plan (self, self->expires);
  else
    waxseal_entra_desk_make_plan (self, self->adopt, self->expires);
  if (self->stage == WAXSEAL_ENTRA_STAGE_PLANNED)
    waxseal_entra_desk_start (self);
}

static gboolean
review (WaxsealEntraDesk *self, WaxsealEntraStage stage)
{
  if (!begin (self, stage))
    return FALSE;
  waxseal_tenant_review_async (self->session, self->cancellable, reviewed_cb, g_object_ref (self));
  return TRUE;
}

/** waxseal_entra_desk_follow_settings: Before a sign-in: a session keeps the addresses that it
 * began with, and takes others only while nobody works in it. */
void
waxseal_entra_desk_follow_settings (WaxsealEntraDesk *self)
{
  WaxsealEndpoints *endpoints = waxseal_tenant_session_get_endpoints (self->session);
  g_autoptr (WaxsealEndpoints) now = NULL;
  g_autoptr (WaxsealTenantSession) session = NULL;

  if (self->busy || self->stage != WAXSEAL_ENTRA_STAGE_SIGNED_OUT ||
      waxseal_endpoints_is_practice (endpoints))
    return;
  now = waxseal_endpoints_new (waxseal_entra_desk_get_organization (self));
  if (waxseal_endpoints_equal (endpoints, now))
    return;
  session = waxseal_tenant_session_new (waxseal_entra_desk_get_organization (self),
                                        self->store,
                                        self->practice_base,
                                        NULL);
  if (session == NULL)
    return;
  waxseal_entra_desk_set_session (self, session);
  g_signal_emit_by_name (self, "session-changed");
}

/** waxseal_entra_desk_sign_in: @way: how the person is asked, where that is needed. */
void
waxseal_entra_desk_sign_in (WaxsealEntraDesk *self, WaxsealSignInWay way)
{
  if (self->busy)
    return;
  waxseal_entra_desk_follow_settings (self);
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

  self->busy = FALSE;
  if (!waxseal_account_sign_out_finish (WAXSEAL_ACCOUNT (account), result, &error))
    keep_error (self, error);
  waxseal_entra_desk_set_stage (self, WAXSEAL_ENTRA_STAGE_SIGNED_OUT);
}

/** waxseal_entra_desk_sign_out: Forgets the person, in the keyring too. */
void
waxseal_entra_desk_sign_out (WaxsealEntraDesk *self)
{
  if (self->busy)
    return;
  waxseal_entra_desk_stop_watch (self);
  g_clear_object (&self->review);
  g_clear_object (&self->plan);
  begin (self, WAXSEAL_ENTRA_STAGE_SIGNED_OUT);
  waxseal_account_sign_out_async (waxseal_tenant_session_get_account (self->session),
                                  NULL,
                                  signed_out_cb,
                                  g_object_ref (self));
}

static void
keep_wish (WaxsealEntraDesk *self,
           WaxsealRegisteredApp *adopt,
           gboolean creates,
           const char *expires)
{
  g_autofree char *kept = g_strdup (expires);

  waxseal_entra_desk_stop_watch (self);
  g_set_object (&self->adopt, adopt);
  self->creates = creates;
  g_free (self->expires);
  self->expires = g_steal_pointer (&kept);
  g_clear_object (&self->plan);
  g_clear_error (&self->error);
}

/* As it is by now: what was chosen from an earlier review lacks what was done since. */
static WaxsealRegisteredApp *
find_now (WaxsealEntraDesk *self, WaxsealRegisteredApp *app)
{
  GListModel *apps = waxseal_tenant_review_get_apps (self->review);
  const char *object_id = app != NULL ? waxseal_record_get_text (app, "object-id") : "";

  for (guint i = 0; i < g_list_model_get_n_items (apps); i++)
    {
      g_autoptr (WaxsealRegisteredApp) now = g_list_model_get_item (apps, i);

      if (g_str_equal (waxseal_record_get_text (now, "object-id"), object_id))
        return g_steal_pointer (&now);
    }
  return NULL;
}

static void
take_plan (WaxsealEntraDesk *self, WaxsealProvisionPlan *plan, GError *error)
{
  self->plan = plan;
  if (plan == NULL)
    keep_error (self, error);
  waxseal_entra_desk_set_stage (self,
                                plan != NULL ? WAXSEAL_ENTRA_STAGE_PLANNED
                                             : WAXSEAL_ENTRA_STAGE_REVIEWED);
}

/**
 * waxseal_entra_desk_make_plan:
 * @adopt: (nullable): the application to use; %NULL as of waxseal_provision_plan_new()
 * @expires: the end of the secret, ISO 8601
 *
 * Makes the plan, which is then shown; nothing is sent.
 */
void
waxseal_entra_desk_make_plan (WaxsealEntraDesk *self,
                              WaxsealRegisteredApp *adopt,
                              const char *expires)
{
  g_autoptr (WaxsealRegisteredApp) now = find_now (self, adopt);
  WaxsealRegisteredApp *own = waxseal_tenant_review_get_own_app (self->review);
  WaxsealProvisionPlan *plan;
  GError *error = NULL;

  keep_wish (self, now, FALSE, expires);
  /* What an earlier run has made is gone on with, not made again. */
  plan = waxseal_provision_plan_new (waxseal_entra_desk_get_organization (self),
                                     self->review,
                                     self->adopt != NULL ? self->adopt : own,
                                     self->expires,
                                     &error);
  take_plan (self, plan, error);
}

/** waxseal_entra_desk_make_creating_plan: As make_plan(), for another application of the name. */
void
waxseal_entra_desk_make_creating_plan (WaxsealEntraDesk *self, const char *expires)
{
  WaxsealProvisionPlan *plan;
  GError *error = NULL;

  keep_wish (self, NULL, TRUE, expires);
  plan = waxseal_provision_plan_new_for_another (waxseal_entra_desk_get_organization (self),
                                                 self->review,
                                                 self->expires,
                                                 &error);
  take_plan (self, plan, error);
}

/** waxseal_entra_desk_drop_plan: Back to the form. A plan that was carried out, even in part, has
 * changed what there is. */
void
waxseal_entra_desk_drop_plan (WaxsealEntraDesk *self)
{
  gboolean ran = self->stage == WAXSEAL_ENTRA_STAGE_ENDED;

  if (self->stage == WAXSEAL_ENTRA_STAGE_RUNNING)
    return;
  waxseal_entra_desk_stop_watch (self);
  g_clear_object (&self->plan);
  g_clear_error (&self->error);
  if (!ran || !review (self, WAXSEAL_ENTRA_STAGE_SIGNING_IN))
    waxseal_entra_desk_set_stage (self, get_rest (self));
}

/* What is left is the proof; while a widget holds the desk, that has to wait. */
static void
go_on (WaxsealEntraDesk *self)
{
  if (!self->busy)
    waxseal_entra_desk_resume (self);
  else
    self->resumes_yet = TRUE;
}

static void
granted_cb (GObject *watch, GAsyncResult *result, gpointer user_data)
{
  g_autoptr (WaxsealEntraDesk) self = user_data;
  GError *error = NULL;
  gboolean granted =
    waxseal_consent_watch_run_finish (WAXSEAL_CONSENT_WATCH (watch), result, &error);

  if (self->watch != WAXSEAL_CONSENT_WATCH (watch))
    {
      g_clear_error (&error);
      return;
    }
  waxseal_entra_desk_stop_watch (self);
  if (granted)
    {
      go_on (self);
      return;
    }
  keep_error (self, error);
  waxseal_entra_desk_set_stage (self, self->stage);
}

static void
watch_consent (WaxsealEntraDesk *self)
{
  self->watch = waxseal_consent_watch_new (self->session);
  self->watch_cancellable = g_cancellable_new ();
  waxseal_consent_watch_run_async (self->watch,
                                   self->watch_cancellable,
                                   granted_cb,
                                   g_object_ref (self));
}

static void
ran_cb (GObject *provision, GAsyncResult *result, gpointer user_data)
{
  g_autoptr (WaxsealEntraDesk) self = user_data;
  GError *error = NULL;
  gboolean ran = waxseal_provision_run_finish (WAXSEAL_PROVISION (provision), result, &error);

  self->busy = FALSE;
  if (self->closed)
    {
      g_clear_error (&error);
      return;
    }
  if (!ran)
    {
      keep_error (self, error);
      waxseal_entra_desk_set_stage (self, WAXSEAL_ENTRA_STAGE_ENDED);
      return;
    }
  if (waxseal_provision_plan_hands_over (self->plan))
    watch_consent (self);
  waxseal_entra_desk_look_again (self);
}

/** waxseal_entra_desk_start: Carries out the plan. */
void
waxseal_entra_desk_start (WaxsealEntraDesk *self)
{
  if (!begin (self, WAXSEAL_ENTRA_STAGE_RUNNING))
    return;
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
  if (self->busy)
    return;
  self->resuming = TRUE;
  review (self, WAXSEAL_ENTRA_STAGE_RUNNING);
}

static void
orphans_removed_cb (GObject *provision, GAsyncResult *result, gpointer user_data)
{
  g_autoptr (WaxsealEntraDesk) self = user_data;
  GError *error = NULL;
  gboolean removed =
    waxseal_provision_remove_orphans_finish (WAXSEAL_PROVISION (provision), result, &error);

  self->busy = FALSE;
  if (removed)
    {
      waxseal_entra_desk_resume (self);
      return;
    }
  keep_error (self, error);
  waxseal_entra_desk_set_stage (self, WAXSEAL_ENTRA_STAGE_ENDED);
}

/** waxseal_entra_desk_remove_orphans: Removes secrets whose values are lost, and goes on. */
void
waxseal_entra_desk_remove_orphans (WaxsealEntraDesk *self)
{
  if (!begin (self, WAXSEAL_ENTRA_STAGE_RUNNING))
    return;
  waxseal_provision_remove_orphans_async (self->provision,
                                          self->cancellable,
                                          orphans_removed_cb,
                                          g_object_ref (self));
}
