/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "waxseal-secret-rotation.h"

#include "waxseal-app-proof.h"
#include "waxseal-app-removal.h"
#include "waxseal-secret-addition.h"
#include "waxseal-sign-in-scopes.h"

/** WaxsealSecretRotation: see the header. The stage is the "outcome" of a pending entry of the
 * journal, whose "object-id" is the secret that will go. */
struct _WaxsealSecretRotation
{
  GObject parent_instance;

  WaxsealTenantSession *session;
  WaxsealEntraApp *record;
};

G_DEFINE_FINAL_TYPE (WaxsealSecretRotation, waxseal_secret_rotation, G_TYPE_OBJECT)

/* By WaxsealRotationStage, from STARTED. */
static const char *const outcomes[] = { NULL, "", "proved", "handed-over" };

static void
waxseal_secret_rotation_finalize (GObject *object)
{
  g_clear_object (&WAXSEAL_SECRET_ROTATION (object)->session);
  G_OBJECT_CLASS (waxseal_secret_rotation_parent_class)->finalize (object);
}

static void
waxseal_secret_rotation_class_init (WaxsealSecretRotationClass *klass)
{
  G_OBJECT_CLASS (klass)->finalize = waxseal_secret_rotation_finalize;
}

static void
waxseal_secret_rotation_init (WaxsealSecretRotation *self)
{
}

/** waxseal_secret_rotation_new: Returns: (transfer full): goes on where the last one stopped. */
WaxsealSecretRotation *
waxseal_secret_rotation_new (WaxsealTenantSession *session)
{
  WaxsealSecretRotation *self = g_object_new (WAXSEAL_TYPE_SECRET_ROTATION, NULL);

  self->session = g_object_ref (session);
  self->record =
    waxseal_organization_get_entra_app (waxseal_tenant_session_get_organization (session));
  return self;
}

static WaxsealJournal *
get_journal (WaxsealSecretRotation *self)
{
  return waxseal_tenant_session_get_journal (self->session);
}

static WaxsealJournalEntry *
find_entry (WaxsealSecretRotation *self)
{
  return waxseal_journal_find_pending (get_journal (self), WAXSEAL_JOURNAL_ROTATE_SECRET, NULL);
}

WaxsealRotationStage
waxseal_secret_rotation_get_stage (WaxsealSecretRotation *self)
{
  g_autoptr (WaxsealJournalEntry) entry = find_entry (self);

  for (guint i = WAXSEAL_ROTATION_STARTED; entry != NULL && i < G_N_ELEMENTS (outcomes); i++)
    if (g_str_equal (waxseal_record_get_text (entry, "outcome"), outcomes[i]))
      return i;
  return WAXSEAL_ROTATION_NONE;
}

/** waxseal_secret_rotation_get_old_key_id: Returns: (transfer none): valid while the rotation is
 * at its stage. */
const char *
waxseal_secret_rotation_get_old_key_id (WaxsealSecretRotation *self)
{
  g_autoptr (WaxsealJournalEntry) entry = find_entry (self);

  return entry != NULL ? waxseal_record_get_text (entry, "object-id") : "";
}

static void
fail (GTask *task, GError *error)
{
  g_task_return_error (task, error);
  g_object_unref (task);
}

static void
end_cb (GObject *source, GAsyncResult *result, gpointer user_data)
{
  g_autoptr (GTask) task = user_data;
  GError *error = NULL;

  if (waxseal_journal_settle_finish (WAXSEAL_JOURNAL (source), result, &error))
    g_task_return_boolean (task, TRUE);
  else
    g_task_return_error (task, error);
}

static void
noted_cb (GObject *source, GAsyncResult *result, gpointer user_data)
{
  g_autoptr (GTask) task = user_data;
  GError *error = NULL;

  if (waxseal_journal_note_finish (WAXSEAL_JOURNAL (source), result, &error))
    g_task_return_boolean (task, TRUE);
  else
    g_task_return_error (task, error);
}

static void
proved_cb (GObject *source, GAsyncResult *result, gpointer user_data)
{
  GTask *task = user_data;
  WaxsealSecretRotation *self = g_task_get_source_object (task);
  g_autoptr (WaxsealJournalEntry) entry = find_entry (self);
  GError *error = NULL;

  if (waxseal_app_proof_run_finish (result, &error))
    waxseal_journal_note_async (
      get_journal (self), entry, outcomes[WAXSEAL_ROTATION_PROVED], noted_cb, task);
  else
    fail (task, error);
}

static void
prove (GTask *task)
{
  WaxsealSecretRotation *self = g_task_get_source_object (task);

  waxseal_app_proof_run_async (self->session, g_task_get_cancellable (task), proved_cb, task);
}

static void
given_up_cb (GObject *source, GAsyncResult *result, gpointer user_data)
{
  GTask *task = user_data;

  /* Why no secret was added is what the user has to know. */
  waxseal_journal_settle_finish (WAXSEAL_JOURNAL (source), result, NULL);
  fail (task, g_error_copy (g_task_get_task_data (task)));
}

static void
added_cb (GObject *source, GAsyncResult *result, gpointer user_data)
{
  GTask *task = user_data;
  WaxsealSecretRotation *self = g_task_get_source_object (task);
  g_autoptr (WaxsealJournalEntry) entry = find_entry (self);
  g_autoptr (WaxsealJournalEntry) addition =
    waxseal_journal_find_pending (get_journal (self), WAXSEAL_JOURNAL_ADD_SECRET, NULL);
  GError *error = NULL;

  if (waxseal_secret_addition_run_finish (result, &error))
    {
      prove (task);
      return;
    }
  if (addition != NULL)
    {
      fail (task, error);
      return;
    }
  /* Nothing was added, so that no rotation is under way. */
  g_task_set_task_data (task, error, (GDestroyNotify) g_error_free);
  waxseal_journal_settle_async (
    get_journal (self), entry, WAXSEAL_OUTCOME_REFUSED, NULL, NULL, given_up_cb, task);
}

static void
add (GTask *task)
{
  WaxsealSecretRotation *self = g_task_get_source_object (task);

  waxseal_secret_addition_run_async (
    self->session, g_task_get_task_data (task), g_task_get_cancellable (task), added_cb, task);
}

static void
begun_cb (GObject *source, GAsyncResult *result, gpointer user_data)
{
  GError *error = NULL;

  if (waxseal_journal_begin_finish (WAXSEAL_JOURNAL (source), result, &error))
    add (user_data);
  else
    fail (user_data, error);
}

static void
begin (GTask *task)
{
  WaxsealSecretRotation *self = g_task_get_source_object (task);
  g_autoptr (WaxsealJournalEntry) entry =
    g_object_new (WAXSEAL_TYPE_JOURNAL_ENTRY,
                  "action",
                  WAXSEAL_JOURNAL_ROTATE_SECRET,
                  "subject",
                  waxseal_record_get_text (self->record, "secret-description"),
                  "object-id",
                  waxseal_record_get_text (self->record, "secret-key-id"),
                  NULL);

  waxseal_journal_begin_async (
    get_journal (self), entry, g_task_get_cancellable (task), begun_cb, task);
}

static void
signed_in_cb (GObject *source, GAsyncResult *result, gpointer user_data)
{
  GTask *task = user_data;
  WaxsealSecretRotation *self = g_task_get_source_object (task);
  const char *current = waxseal_record_get_text (self->record, "secret-key-id");
  GError *error = NULL;

  if (!waxseal_tenant_session_sign_in_finish (WAXSEAL_TENANT_SESSION (source), result, &error))
    fail (task, error);
  else if (waxseal_secret_rotation_get_stage (self) == WAXSEAL_ROTATION_NONE)
    begin (task);
  else if (g_str_equal (waxseal_secret_rotation_get_old_key_id (self), current))
    add (task);
  else
    prove (task);
}

/**
 * waxseal_secret_rotation_start_async:
 *
 * The record has the application; both values are in the keyring afterwards, and the record names
 * the new secret. Errors: as of #WaxsealProvision for a secret and a proof.
 */
void
waxseal_secret_rotation_start_async (WaxsealSecretRotation *self,
                                     const char *expires,
                                     GCancellable *cancellable,
                                     GAsyncReadyCallback callback,
                                     gpointer user_data)
{
  GTask *task = g_task_new (self, cancellable, callback, user_data);

  g_task_set_source_tag (task, waxseal_secret_rotation_start_async);
  g_task_set_check_cancellable (task, FALSE);
  g_task_set_task_data (task, g_strdup (expires), g_free);
  waxseal_tenant_session_sign_in_async (self->session,
                                        waxseal_sign_in_scopes_for_step (WAXSEAL_SIGN_IN_STEP_APP),
                                        cancellable,
                                        signed_in_cb,
                                        task);
}

/** waxseal_secret_rotation_start_finish: Returns: whether the new secret works. */
gboolean
waxseal_secret_rotation_start_finish (WaxsealSecretRotation *self,
                                      GAsyncResult *result,
                                      GError **error)
{
  return g_task_propagate_boolean (G_TASK (result), error);
}

/** waxseal_secret_rotation_declare_handed_over: @declared: %FALSE takes it back. */
void
waxseal_secret_rotation_declare_handed_over (WaxsealSecretRotation *self, gboolean declared)
{
  g_autoptr (WaxsealJournalEntry) entry = find_entry (self);

  g_return_if_fail (waxseal_secret_rotation_get_stage (self) >= WAXSEAL_ROTATION_PROVED);

  waxseal_record_set_text (
    entry, "outcome", outcomes[declared ? WAXSEAL_ROTATION_HANDED_OVER : WAXSEAL_ROTATION_PROVED]);
}

static void
settle_done (GTask *task)
{
  WaxsealSecretRotation *self = g_task_get_source_object (task);
  g_autoptr (WaxsealJournalEntry) entry = find_entry (self);

  waxseal_journal_settle_async (
    get_journal (self), entry, WAXSEAL_OUTCOME_DONE, NULL, NULL, end_cb, task);
}

static void
removed_cb (GObject *source, GAsyncResult *result, gpointer user_data)
{
  GError *error = NULL;

  if (waxseal_app_removal_remove_secret_finish (result, &error))
    settle_done (user_data);
  else
    fail (user_data, error);
}

/** waxseal_secret_rotation_remove_old_async: Only after CRES has the new value. */
void
waxseal_secret_rotation_remove_old_async (WaxsealSecretRotation *self,
                                          GCancellable *cancellable,
                                          GAsyncReadyCallback callback,
                                          gpointer user_data)
{
  GTask *task;
  const char *old = waxseal_secret_rotation_get_old_key_id (self);

  g_return_if_fail (waxseal_secret_rotation_get_stage (self) == WAXSEAL_ROTATION_HANDED_OVER);

  task = g_task_new (self, cancellable, callback, user_data);
  g_task_set_source_tag (task, waxseal_secret_rotation_remove_old_async);
  g_task_set_check_cancellable (task, FALSE);
  if (*old == '\0')
    settle_done (task);
  else
    waxseal_app_removal_remove_secret_async (self->session,
                                             waxseal_record_get_text (self->record, "object-id"),
                                             old,
                                             cancellable,
                                             removed_cb,
                                             task);
}

/** waxseal_secret_rotation_remove_old_finish: Returns: whether the old one is gone. */
gboolean
waxseal_secret_rotation_remove_old_finish (WaxsealSecretRotation *self,
                                           GAsyncResult *result,
                                           GError **error)
{
  return g_task_propagate_boolean (G_TASK (result), error);
}
