/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "waxseal-direct-job.h"

#include "waxseal-date.h"
#include "waxseal-direct-run.h"

/** WaxsealDirectJob: see the header. */
struct _WaxsealDirectJob
{
  GObject parent_instance;

  WaxsealManifestDraft *draft;
  WaxsealEntraDesk *desk;
  WaxsealRolloutPhase *phase; /* that the next plan is for, or NULL */
  WaxsealRolloutAction action;
  WaxsealDirectReview *review; /* or NULL */
  WaxsealDirectPlan *plan;     /* that is shown, or was carried out; or NULL */
  WaxsealDirectStage stage;
  GError *error;
  char *ended_on; /* when the last run did */
  guint idle;     /* until the plan is made again, or 0 */
  gboolean closed;
};

static guint changed_signal;

G_DEFINE_FINAL_TYPE (WaxsealDirectJob, waxseal_direct_job, G_TYPE_OBJECT)

static void
set_stage (WaxsealDirectJob *self, WaxsealDirectStage stage)
{
  self->stage = stage;
  if (!self->closed)
    g_signal_emit (self, changed_signal, 0);
}

/* What the user stopped is no failure. */
static void
keep_error (WaxsealDirectJob *self, GError *error)
{
  g_clear_error (&self->error);
  if (error == NULL || g_error_matches (error, G_IO_ERROR, G_IO_ERROR_CANCELLED))
    g_clear_error (&error);
  else
    self->error = error;
}

static void
make_plan (WaxsealDirectJob *self)
{
  g_clear_object (&self->plan);
  self->plan = waxseal_direct_plan_new (waxseal_direct_job_get_organization (self),
                                        self->phase,
                                        self->action,
                                        self->review,
                                        waxseal_manifest_draft_get_bytes (self->draft));
}

static gboolean
plan_again_cb (gpointer user_data)
{
  WaxsealDirectJob *self = user_data;

  self->idle = 0;
  if (self->stage != WAXSEAL_DIRECT_STAGE_PLANNED)
    return G_SOURCE_REMOVE;
  make_plan (self);
  set_stage (self, WAXSEAL_DIRECT_STAGE_PLANNED);
  return G_SOURCE_REMOVE;
}

/* A plan is of what the phase and the manifest are now. */
static void
inputs_changed_cb (WaxsealDirectJob *self)
{
  if (self->idle == 0 && self->stage == WAXSEAL_DIRECT_STAGE_PLANNED)
    self->idle = g_idle_add (plan_again_cb, self);
}

/**
 * waxseal_direct_job_aim:
 *
 * Says what the next plan is for. One that is shown is made again; one that is being carried out,
 * or was, stays until Exchange is looked at once more, unless it was for another phase.
 */
void
waxseal_direct_job_aim (WaxsealDirectJob *self,
                        WaxsealRolloutPhase *phase,
                        WaxsealRolloutAction action)
{
  if (!g_set_object (&self->phase, phase) && self->action == action)
    return;
  self->action = action;
  if (self->stage == WAXSEAL_DIRECT_STAGE_ENDED &&
      waxseal_direct_plan_get_aim (self->plan)->phase != phase)
    {
      g_clear_object (&self->plan);
      g_clear_error (&self->error);
      set_stage (self, WAXSEAL_DIRECT_STAGE_IDLE);
    }
  inputs_changed_cb (self);
}

static void
looked_cb (GObject *source, GAsyncResult *result, gpointer user_data)
{
  g_autoptr (WaxsealDirectJob) self = user_data;
  GError *error = NULL;
  WaxsealDirectReview *review = waxseal_direct_review_finish (result, &error);

  keep_error (self, error);
  if (review != NULL)
    g_set_object (&self->review, review);
  if (review != NULL && !self->closed)
    make_plan (self);
  waxseal_entra_desk_release (self->desk);
  set_stage (self, review != NULL ? WAXSEAL_DIRECT_STAGE_PLANNED : WAXSEAL_DIRECT_STAGE_IDLE);
  g_clear_object (&review);
}

/** waxseal_direct_job_look: Reads what is in Exchange, and makes a plan of it; nothing is sent.
 * Asks for a sign-in where it has to, by the session's way. */
void
waxseal_direct_job_look (WaxsealDirectJob *self)
{
  WaxsealAddinIdentity *addin =
    waxseal_organization_get_addin (waxseal_direct_job_get_organization (self));
  GCancellable *cancellable = waxseal_entra_desk_hold (self->desk);

  if (cancellable == NULL)
    return;
  g_clear_object (&self->plan);
  g_clear_object (&self->review);
  g_clear_error (&self->error);
  set_stage (self, WAXSEAL_DIRECT_STAGE_LOOKING);
  waxseal_direct_review_async (waxseal_entra_desk_get_session (self->desk),
                               waxseal_record_get_text (addin, "id"),
                               cancellable,
                               looked_cb,
                               g_object_ref (self));
}

static void
ran_cb (GObject *source, GAsyncResult *result, gpointer user_data)
{
  g_autoptr (WaxsealDirectJob) self = user_data;
  GError *error = NULL;

  waxseal_direct_run_finish (result, &error);
  keep_error (self, error);
  g_free (self->ended_on);
  self->ended_on = waxseal_date_now ();
  /* It is not so any more. */
  g_clear_object (&self->review);
  waxseal_entra_desk_release (self->desk);
  set_stage (self, WAXSEAL_DIRECT_STAGE_ENDED);
}

/** waxseal_direct_job_run: Carries out the plan that is shown. */
void
waxseal_direct_job_run (WaxsealDirectJob *self)
{
  GCancellable *cancellable;

  if (self->stage != WAXSEAL_DIRECT_STAGE_PLANNED || !waxseal_direct_plan_can_run (self->plan))
    return;
  cancellable = waxseal_entra_desk_hold (self->desk);
  if (cancellable == NULL)
    return;
  g_clear_handle_id (&self->idle, g_source_remove);
  set_stage (self, WAXSEAL_DIRECT_STAGE_RUNNING);
  waxseal_direct_run_async (waxseal_entra_desk_get_session (self->desk),
                            self->plan,
                            cancellable,
                            ran_cb,
                            g_object_ref (self));
}

/** waxseal_direct_job_cancel: Stops what is under way; what was sent is still recorded. */
void
waxseal_direct_job_cancel (WaxsealDirectJob *self)
{
  if (self->stage == WAXSEAL_DIRECT_STAGE_LOOKING || self->stage == WAXSEAL_DIRECT_STAGE_RUNNING)
    waxseal_entra_desk_cancel (self->desk);
}

/** waxseal_direct_job_close: Stops looking, and says nothing any more. A run goes on: what it sends
 * is recorded. */
void
waxseal_direct_job_close (WaxsealDirectJob *self)
{
  self->closed = TRUE;
  g_clear_handle_id (&self->idle, g_source_remove);
  if (self->stage == WAXSEAL_DIRECT_STAGE_LOOKING)
    waxseal_entra_desk_cancel (self->desk);
}

static void
waxseal_direct_job_dispose (GObject *object)
{
  WaxsealDirectJob *self = WAXSEAL_DIRECT_JOB (object);

  g_clear_handle_id (&self->idle, g_source_remove);
  g_clear_object (&self->plan);
  g_clear_object (&self->review);
  g_clear_object (&self->phase);
  g_clear_object (&self->draft);
  g_clear_object (&self->desk);
  G_OBJECT_CLASS (waxseal_direct_job_parent_class)->dispose (object);
}

static void
waxseal_direct_job_finalize (GObject *object)
{
  g_clear_error (&WAXSEAL_DIRECT_JOB (object)->error);
  g_free (WAXSEAL_DIRECT_JOB (object)->ended_on);
  G_OBJECT_CLASS (waxseal_direct_job_parent_class)->finalize (object);
}

static void
waxseal_direct_job_class_init (WaxsealDirectJobClass *klass)
{
  G_OBJECT_CLASS (klass)->dispose = waxseal_direct_job_dispose;
  G_OBJECT_CLASS (klass)->finalize = waxseal_direct_job_finalize;

  /** WaxsealDirectJob::changed: */
  changed_signal = g_signal_new (
    "changed", G_TYPE_FROM_CLASS (klass), G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL, G_TYPE_NONE, 0);
}

static void
waxseal_direct_job_init (WaxsealDirectJob *self)
{
}

/** waxseal_direct_job_new: @draft: what is deployed, of the organisation; Returns: (transfer full):
 * a job that has to be aimed. */
WaxsealDirectJob *
waxseal_direct_job_new (WaxsealManifestDraft *draft, WaxsealEntraDesk *desk)
{
  WaxsealDirectJob *self = g_object_new (WAXSEAL_TYPE_DIRECT_JOB, NULL);

  self->draft = g_object_ref (draft);
  self->desk = g_object_ref (desk);
  g_signal_connect_object (waxseal_entra_desk_get_organization (desk),
                           "changed",
                           G_CALLBACK (inputs_changed_cb),
                           self,
                           G_CONNECT_SWAPPED);
  return self;
}

/** waxseal_direct_job_get_organization: Returns: (transfer none): whose job it is. */
WaxsealOrganization *
waxseal_direct_job_get_organization (WaxsealDirectJob *self)
{
  return waxseal_entra_desk_get_organization (self->desk);
}

/** waxseal_direct_job_get_desk: Returns: (transfer none): where it is done. */
WaxsealEntraDesk *
waxseal_direct_job_get_desk (WaxsealDirectJob *self)
{
  return self->desk;
}

/** waxseal_direct_job_get_stage: Returns: how far it is. */
WaxsealDirectStage
waxseal_direct_job_get_stage (WaxsealDirectJob *self)
{
  return self->stage;
}

/** waxseal_direct_job_get_review: Returns: (transfer none) (nullable): what is in Exchange. */
WaxsealDirectReview *
waxseal_direct_job_get_review (WaxsealDirectJob *self)
{
  return self->review;
}

/** waxseal_direct_job_get_plan: Returns: (transfer none) (nullable): what is shown, or was done. */
WaxsealDirectPlan *
waxseal_direct_job_get_plan (WaxsealDirectJob *self)
{
  return self->plan;
}

/** waxseal_direct_job_get_error: Returns: (transfer none) (nullable): how the last thing failed. */
const GError *
waxseal_direct_job_get_error (WaxsealDirectJob *self)
{
  return self->error;
}

/** waxseal_direct_job_get_ended_on: Returns: (transfer none) (nullable): when the last run did. */
const char *
waxseal_direct_job_get_ended_on (WaxsealDirectJob *self)
{
  return self->ended_on;
}
