/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "waxseal-provision.h"

#include <glib/gi18n.h>

#include "waxseal-app-removal.h"
#include "waxseal-provision-run.h"
#include "waxseal-sign-in-scopes.h"

/** WaxsealProvision: see the header. */
struct _WaxsealProvision
{
  GObject parent_instance;

  WaxsealTenantSession *session;
};

G_DEFINE_FINAL_TYPE (WaxsealProvision, waxseal_provision, G_TYPE_OBJECT)

/* One run: its task's data. The steps know the first part. */
typedef struct
{
  WaxsealProvisionRun run;
  GTask *task; /* not owned: it owns this */
  guint position;
  gulong waiting_handler;
} Run;

static void start_next_step (Run *self);

static void
waxseal_provision_finalize (GObject *object)
{
  g_clear_object (&WAXSEAL_PROVISION (object)->session);
  G_OBJECT_CLASS (waxseal_provision_parent_class)->finalize (object);
}

static void
waxseal_provision_class_init (WaxsealProvisionClass *klass)
{
  G_OBJECT_CLASS (klass)->finalize = waxseal_provision_finalize;
}

static void
waxseal_provision_init (WaxsealProvision *self)
{
}

/** waxseal_provision_new: Returns: (transfer full): for runs in the tenant of @session. */
WaxsealProvision *
waxseal_provision_new (WaxsealTenantSession *session)
{
  WaxsealProvision *self = g_object_new (WAXSEAL_TYPE_PROVISION, NULL);

  self->session = g_object_ref (session);
  return self;
}

static void
free_run (gpointer data)
{
  Run *self = data;

  g_signal_handler_disconnect (self->run.session, self->waiting_handler);
  g_object_unref (self->run.session);
  g_object_unref (self->run.plan);
  g_clear_object (&self->run.cancellable);
  g_clear_object (&self->run.step);
  g_clear_pointer (&self->run.assignments, json_node_unref);
  g_free (self);
}

static void
waiting_cb (Run *self, guint milliseconds)
{
  guint seconds = (milliseconds + 999) / 1000;
  g_autofree char *note = NULL;

  if (self->run.step == NULL)
    return;
  note = g_strdup_printf (ngettext ("Waiting for Microsoft’s servers to agree, %u s",
                                    "Waiting for Microsoft’s servers to agree, %u s",
                                    seconds),
                          seconds);
  waxseal_provision_step_set_state (self->run.step, WAXSEAL_PROVISION_WAITING, note);
}

static void
end (Run *self, GError *error)
{
  GTask *task = self->task;

  if (error != NULL)
    g_task_return_error (task, error);
  else
    g_task_return_boolean (task, TRUE);
  g_object_unref (task);
}

/* Those not begun too, so that the plan shows what was not done. */
static void
end_cancelled (Run *self, GError *error)
{
  GListModel *steps = waxseal_provision_plan_get_steps (self->run.plan);

  for (guint i = 0; i < g_list_model_get_n_items (steps); i++)
    {
      g_autoptr (WaxsealProvisionStep) step = g_list_model_get_item (steps, i);

      if (!waxseal_provision_step_is_over (step))
        waxseal_provision_step_set_state (step, WAXSEAL_PROVISION_CANCELLED, NULL);
    }
  end (self, error);
}

static const char *
describe_hand_over (WaxsealProvisionStep *step)
{
  if (waxseal_provision_step_get_kind (step) == WAXSEAL_PROVISION_PROOF)
    return _ ("To be proved when the permissions are granted");
  return _ ("Your role cannot grant it: send the link to someone whose role can");
}

/* See waxseal-provision-run.h. */
void
waxseal_provision_run_finish_step (WaxsealProvisionRun *run,
                                   WaxsealProvisionState state,
                                   GError *error)
{
  Run *self = (Run *) run;
  const char *note = NULL;

  if (g_error_matches (error, G_IO_ERROR, G_IO_ERROR_CANCELLED))
    {
      end_cancelled (self, error);
      return;
    }
  if (error != NULL)
    {
      waxseal_provision_step_fail (run->step, error);
      end (self, error);
      return;
    }
  if (state == WAXSEAL_PROVISION_HANDED_OVER)
    note = describe_hand_over (run->step);
  else if (state == WAXSEAL_PROVISION_ALREADY)
    note = waxseal_provision_step_get_state (run->step) == state
             ? waxseal_provision_step_get_note (run->step)
             : _ ("There already");
  waxseal_provision_step_set_state (run->step, state, note);
  start_next_step (self);
}

static gboolean
is_known (WaxsealProvisionStep *step)
{
  WaxsealProvisionKind kind = waxseal_provision_step_get_kind (step);

  return waxseal_provision_step_is_over (step) && kind != WAXSEAL_PROVISION_APPLICATION &&
         kind != WAXSEAL_PROVISION_SECRET;
}

static void
start_step (Run *self)
{
  static void (*const starts[]) (WaxsealProvisionRun * run) = {
    waxseal_provision_run_application,
    waxseal_provision_run_declare,
    waxseal_provision_run_service_principal,
    waxseal_provision_run_secret,
    waxseal_provision_run_grant,
    waxseal_provision_run_proof,
  };

  if (is_known (self->run.step))
    {
      waxseal_provision_run_known (&self->run);
      return;
    }
  if (!waxseal_provision_step_is_over (self->run.step))
    waxseal_provision_step_set_state (self->run.step, WAXSEAL_PROVISION_RUNNING, NULL);
  starts[waxseal_provision_step_get_kind (self->run.step)](&self->run);
}

static void
signed_in_cb (GObject *source, GAsyncResult *result, gpointer user_data)
{
  Run *self = user_data;
  GError *error = NULL;

  if (waxseal_tenant_session_sign_in_finish (WAXSEAL_TENANT_SESSION (source), result, &error))
    start_step (self);
  else
    waxseal_provision_run_finish_step (&self->run, WAXSEAL_PROVISION_FAILED, error);
}

/* What the person has to be signed in for, step by step (microsoft.md, 1.7); NULL for nothing. */
static const char *const *
find_scopes (Run *self)
{
  WaxsealProvisionKind kind = waxseal_provision_step_get_kind (self->run.step);

  if (kind == WAXSEAL_PROVISION_SECRET)
    return waxseal_provision_run_looks_at_secrets (&self->run)
             ? waxseal_sign_in_scopes_for_step (WAXSEAL_SIGN_IN_STEP_APP)
             : NULL;
  if (waxseal_provision_step_is_over (self->run.step) || kind == WAXSEAL_PROVISION_PROOF)
    return NULL;
  if (kind != WAXSEAL_PROVISION_GRANT)
    return waxseal_sign_in_scopes_for_step (WAXSEAL_SIGN_IN_STEP_APP);
  if (waxseal_provision_plan_hands_over (self->run.plan))
    return NULL;
  return waxseal_sign_in_scopes_for_step (WAXSEAL_SIGN_IN_STEP_GRANT);
}

static void
start_next_step (Run *self)
{
  GListModel *steps = waxseal_provision_plan_get_steps (self->run.plan);
  const char *const *scopes;
  GError *error = NULL;

  g_clear_object (&self->run.step);
  self->run.step = g_list_model_get_item (steps, self->position++);
  if (self->run.step == NULL)
    {
      end (self, NULL);
      return;
    }
  if (g_cancellable_set_error_if_cancelled (self->run.cancellable, &error))
    {
      end_cancelled (self, error);
      return;
    }
  scopes = find_scopes (self);
  if (scopes != NULL)
    waxseal_tenant_session_sign_in_async (
      self->run.session, scopes, self->run.cancellable, signed_in_cb, self);
  else
    start_step (self);
}

/** waxseal_provision_run_async: @plan: not run before. */
void
waxseal_provision_run_async (WaxsealProvision *self,
                             WaxsealProvisionPlan *plan,
                             GCancellable *cancellable,
                             GAsyncReadyCallback callback,
                             gpointer user_data)
{
  GTask *task = g_task_new (self, cancellable, callback, user_data);
  WaxsealOrganization *organization = waxseal_tenant_session_get_organization (self->session);
  Run *run = g_new0 (Run, 1);

  g_task_set_source_tag (task, waxseal_provision_run_async);
  /* What was done is said also where the user has cancelled since. */
  g_task_set_check_cancellable (task, FALSE);
  run->run.session = g_object_ref (self->session);
  run->run.record = waxseal_organization_get_entra_app (organization);
  run->run.plan = g_object_ref (plan);
  run->run.cancellable = cancellable != NULL ? g_object_ref (cancellable) : NULL;
  run->task = task;
  run->waiting_handler =
    g_signal_connect_swapped (self->session, "waiting", G_CALLBACK (waiting_cb), run);
  g_task_set_task_data (task, run, free_run);
  start_next_step (run);
}

/** waxseal_provision_run_finish: Returns: whether nothing of the plan failed. */
gboolean
waxseal_provision_run_finish (WaxsealProvision *self, GAsyncResult *result, GError **error)
{
  return g_task_propagate_boolean (G_TASK (result), error);
}

static void remove_next_orphan (GTask *task);

static void
orphan_settled_cb (GObject *source, GAsyncResult *result, gpointer user_data)
{
  GTask *task = user_data;
  GError *error = NULL;

  if (waxseal_journal_settle_finish (WAXSEAL_JOURNAL (source), result, &error))
    {
      remove_next_orphan (task);
      return;
    }
  g_task_return_error (task, error);
  g_object_unref (task);
}

static void
orphan_removed_cb (GObject *source, GAsyncResult *result, gpointer user_data)
{
  GTask *task = user_data;
  WaxsealProvision *self = g_task_get_source_object (task);
  GError *error = NULL;

  if (waxseal_app_removal_remove_secret_finish (result, &error))
    {
      waxseal_journal_settle_async (waxseal_tenant_session_get_journal (self->session),
                                    g_task_get_task_data (task),
                                    WAXSEAL_OUTCOME_REMOVED,
                                    NULL,
                                    NULL,
                                    orphan_settled_cb,
                                    task);
      return;
    }
  g_task_return_error (task, error);
  g_object_unref (task);
}

static void
remove_next_orphan (GTask *task)
{
  WaxsealProvision *self = g_task_get_source_object (task);
  WaxsealOrganization *organization = waxseal_tenant_session_get_organization (self->session);
  WaxsealEntraApp *record = waxseal_organization_get_entra_app (organization);
  WaxsealJournalEntry *orphan =
    waxseal_journal_find_outcome (waxseal_tenant_session_get_journal (self->session),
                                  WAXSEAL_JOURNAL_ADD_SECRET,
                                  WAXSEAL_OUTCOME_ORPHAN);

  if (orphan == NULL)
    {
      g_task_return_boolean (task, TRUE);
      g_object_unref (task);
      return;
    }
  g_task_set_task_data (task, orphan, g_object_unref);
  waxseal_app_removal_remove_secret_async (self->session,
                                           waxseal_record_get_text (record, "object-id"),
                                           waxseal_record_get_text (orphan, "object-id"),
                                           g_task_get_cancellable (task),
                                           orphan_removed_cb,
                                           task);
}

/**
 * waxseal_provision_remove_orphans_async:
 *
 * For %WAXSEAL_ERROR_ORPHAN_SECRET, after the user has agreed: then a run can add a new secret.
 */
void
waxseal_provision_remove_orphans_async (WaxsealProvision *self,
                                        GCancellable *cancellable,
                                        GAsyncReadyCallback callback,
                                        gpointer user_data)
{
  GTask *task = g_task_new (self, cancellable, callback, user_data);

  g_task_set_source_tag (task, waxseal_provision_remove_orphans_async);
  remove_next_orphan (task);
}

/** waxseal_provision_remove_orphans_finish: Returns: whether none is left. */
gboolean
waxseal_provision_remove_orphans_finish (WaxsealProvision *self,
                                         GAsyncResult *result,
                                         GError **error)
{
  return g_task_propagate_boolean (G_TASK (result), error);
}
