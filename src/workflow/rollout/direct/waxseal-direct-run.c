/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "waxseal-direct-run.h"

#include <glib/gi18n.h>

#include "waxseal-direct-change.h"
#include "waxseal-direct-record.h"
#include "waxseal-remedy.h"

/* One run: its task's data. */
typedef struct
{
  WaxsealTenantSession *session;
  WaxsealDirectPlan *plan;
  WaxsealDirectStep *step;
  guint position;
  gulong waiting_handler;
  char *version;      /* of the manifest that was added */
  char *seen_version; /* as it was read back last */
  char *request_id;
  char *details;
  gboolean removed; /* read back; and nothing was added since */
} Run;

static void start_next_step (GTask *task);

static void
free_run (gpointer data)
{
  Run *self = data;

  g_signal_handler_disconnect (self->session, self->waiting_handler);
  g_object_unref (self->session);
  g_object_unref (self->plan);
  g_clear_object (&self->step);
  g_free (self->version);
  g_free (self->seen_version);
  g_free (self->request_id);
  g_free (self->details);
  g_free (self);
}

static void
waiting_cb (Run *self, guint milliseconds)
{
  guint seconds = (milliseconds + 999) / 1000;
  g_autofree char *note = NULL;

  if (self->step == NULL)
    return;
  note = g_strdup_printf (ngettext ("Waiting for Microsoft’s servers to agree, %u s",
                                    "Waiting for Microsoft’s servers to agree, %u s",
                                    seconds),
                          seconds);
  waxseal_direct_step_set_state (self->step, WAXSEAL_DIRECT_STEP_WAITING, note);
}

static WaxsealDirectOutcome
get_outcome (Run *self)
{
  WaxsealOrganization *organization = waxseal_tenant_session_get_organization (self->session);
  WaxsealRecord *settings = waxseal_record_get_child (organization, "sign-in");

  return (WaxsealDirectOutcome){
    .version = self->version,
    .seen_version = self->seen_version,
    .by = waxseal_record_get_text (settings, "user-name"),
    .request_id = self->request_id,
    .details = self->details,
  };
}

static void
end (GTask *task)
{
  Run *self = g_task_get_task_data (task);
  WaxsealDirectOutcome outcome = get_outcome (self);

  waxseal_direct_record_done (waxseal_direct_plan_get_aim (self->plan), &outcome);
  g_task_return_boolean (task, TRUE);
  g_object_unref (task);
}

/* Those not begun too, so that the plan shows what was not done. */
static void
cancel_steps (Run *self)
{
  GListModel *steps = waxseal_direct_plan_get_steps (self->plan);

  for (guint i = 0; i < g_list_model_get_n_items (steps); i++)
    {
      g_autoptr (WaxsealDirectStep) step = g_list_model_get_item (steps, i);

      if (!waxseal_direct_step_is_over (step))
        waxseal_direct_step_set_state (step, WAXSEAL_DIRECT_STEP_CANCELLED, NULL);
    }
}

static void
fail (GTask *task, GError *error)
{
  Run *self = g_task_get_task_data (task);
  const WaxsealDirectAim *aim = waxseal_direct_plan_get_aim (self->plan);
  WaxsealDirectOutcome outcome = get_outcome (self);

  if (g_error_matches (error, G_IO_ERROR, G_IO_ERROR_CANCELLED))
    cancel_steps (self);
  else if (self->step != NULL)
    waxseal_direct_step_fail (self->step, error);
  if (self->removed && aim->wanted != NULL)
    waxseal_direct_record_removed (aim, &outcome);
  g_task_return_error (task, error);
  g_object_unref (task);
}

static void
set_text (char **place, const char *text)
{
  if (text == NULL || *text == '\0')
    return;
  g_free (*place);
  *place = g_strdup (text);
}

/* What was read back, and how it is called. */
static void
take_change (Run *self, WaxsealChange *change)
{
  const WaxsealDirectState *wanted = waxseal_direct_step_get_wanted (self->step);
  JsonNode *seen = waxseal_change_get_seen (change);
  g_autoptr (WaxsealDirectState) state =
    seen != NULL ? waxseal_direct_state_read (json_node_get_object (seen)) : NULL;

  self->removed = wanted == NULL;
  if (state != NULL)
    set_text (&self->seen_version, state->version);
  if (wanted != NULL && (waxseal_direct_step_get_aspects (self->step) & WAXSEAL_DIRECT_VERSION))
    set_text (&self->version, wanted->version);
  set_text (&self->request_id, waxseal_change_get_request_id (change));
  set_text (&self->details, waxseal_direct_change_get_warnings (WAXSEAL_DIRECT_CHANGE (change)));
}

static void
changed_cb (GObject *source, GAsyncResult *result, gpointer user_data)
{
  GTask *task = user_data;
  Run *self = g_task_get_task_data (task);
  WaxsealChange *change = WAXSEAL_CHANGE (source);
  gboolean now = waxseal_change_was_made_now (change);
  GError *error = NULL;

  if (!waxseal_change_run_finish (change, result, &error))
    {
      fail (task, error);
      return;
    }
  take_change (self, change);
  waxseal_direct_step_set_request_id (self->step, waxseal_change_get_request_id (change));
  waxseal_direct_step_set_state (self->step,
                                 now ? WAXSEAL_DIRECT_STEP_DONE : WAXSEAL_DIRECT_STEP_ALREADY,
                                 waxseal_direct_change_get_warnings (
                                   WAXSEAL_DIRECT_CHANGE (change)));
  start_next_step (task);
}

static void
start_step (GTask *task)
{
  Run *self = g_task_get_task_data (task);
  WaxsealDirectReview *review = waxseal_direct_plan_get_review (self->plan);
  g_autoptr (WaxsealChange) change =
    waxseal_direct_change_new (self->session,
                               waxseal_direct_review_get_addin_id (review),
                               waxseal_direct_step_get_command (self->step),
                               waxseal_direct_step_get_wanted (self->step),
                               waxseal_direct_step_get_aspects (self->step));

  waxseal_direct_step_set_state (self->step, WAXSEAL_DIRECT_STEP_RUNNING, NULL);
  waxseal_change_run_async (change, g_task_get_cancellable (task), changed_cb, task);
}

static void
start_next_step (GTask *task)
{
  Run *self = g_task_get_task_data (task);
  GListModel *steps = waxseal_direct_plan_get_steps (self->plan);
  GError *error = NULL;

  g_clear_object (&self->step);
  self->step = g_list_model_get_item (steps, self->position++);
  if (self->step == NULL)
    end (task);
  else if (g_cancellable_set_error_if_cancelled (g_task_get_cancellable (task), &error))
    fail (task, error);
  else
    start_step (task);
}

static void
signed_in_cb (GObject *source, GAsyncResult *result, gpointer user_data)
{
  GError *error = NULL;

  if (waxseal_tenant_session_sign_in_finish (WAXSEAL_TENANT_SESSION (source), result, &error))
    start_next_step (user_data);
  else
    fail (user_data, error);
}

/** waxseal_direct_run_async: @plan: one that can be run, and was not run before. */
void
waxseal_direct_run_async (WaxsealTenantSession *session,
                          WaxsealDirectPlan *plan,
                          GCancellable *cancellable,
                          GAsyncReadyCallback callback,
                          gpointer user_data)
{
  GTask *task = g_task_new (session, cancellable, callback, user_data);
  Run *run = g_new0 (Run, 1);

  g_task_set_source_tag (task, waxseal_direct_run_async);
  /* What was done is said also where the user has cancelled since. */
  g_task_set_check_cancellable (task, FALSE);
  run->session = g_object_ref (session);
  run->plan = g_object_ref (plan);
  run->waiting_handler =
    g_signal_connect_swapped (session, "waiting", G_CALLBACK (waiting_cb), run);
  g_task_set_task_data (task, run, free_run);
  if (waxseal_direct_plan_can_run (plan))
    waxseal_tenant_session_sign_in_async (session,
                                          waxseal_tenant_session_get_exchange_scopes (session),
                                          cancellable,
                                          signed_in_cb,
                                          task);
  else
    fail (task,
          waxseal_remedy_new_error (WAXSEAL_ERROR_EXCHANGE_REFUSED,
                                    waxseal_direct_plan_get_refusals (plan)[0]));
}

/** waxseal_direct_run_finish: Returns: whether all of it is done, and was read back. */
gboolean
waxseal_direct_run_finish (GAsyncResult *result, GError **error)
{
  return g_task_propagate_boolean (G_TASK (result), error);
}
