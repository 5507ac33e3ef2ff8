/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "waxseal-change-private.h"
#include "waxseal-error.h"
#include "waxseal-remedy.h"
#include "waxseal-write-end.h"

#define MAX_WRITES 3
/* After a refusal that may mean “it is there already”. */
#define DOUBT_WAITS 3

static void look (GTask *task);
static void start_write (GTask *task);

static WaxsealJournal *
get_journal (WaxsealChangePrivate *priv)
{
  return waxseal_tenant_session_get_journal (priv->session);
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
  g_task_return_boolean (task, TRUE);
  g_object_unref (task);
}

static void
made_settled_cb (GObject *source, GAsyncResult *result, gpointer user_data)
{
  GError *error = NULL;

  if (waxseal_journal_settle_finish (WAXSEAL_JOURNAL (source), result, &error))
    end (user_data);
  else
    fail (user_data, error);
}

static void
settle (GTask *task, const char *outcome, GAsyncReadyCallback callback)
{
  WaxsealChangePrivate *priv = waxseal_change_get_private (g_task_get_source_object (task));

  waxseal_journal_settle_async (
    get_journal (priv), priv->entry, outcome, priv->object_id, priv->request_id, callback, task);
}

static void
absent_settled_cb (GObject *source, GAsyncResult *result, gpointer user_data)
{
  GTask *task = user_data;
  WaxsealChangePrivate *priv = waxseal_change_get_private (g_task_get_source_object (task));
  GError *error = NULL;
  gboolean again;

  if (!waxseal_journal_settle_finish (WAXSEAL_JOURNAL (source), result, &error))
    {
      fail (task, error);
      return;
    }
  g_clear_object (&priv->entry);
  again = priv->write_error == NULL ||
          waxseal_write_end_judge (priv->write_error) == WAXSEAL_WRITE_UNKNOWN;
  if (again && priv->n_writes < MAX_WRITES)
    start_write (task);
  else
    fail (task, g_steal_pointer (&priv->write_error));
}

static void
fail_busy (GTask *task)
{
  WaxsealChangePrivate *priv = waxseal_change_get_private (g_task_get_source_object (task));

  fail (task, waxseal_remedy_new_error (WAXSEAL_ERROR_SERVICE_BUSY, priv->remark));
}

static void
noted_cb (GObject *source, GAsyncResult *result, gpointer user_data)
{
  GError *error = NULL;

  if (waxseal_journal_note_finish (WAXSEAL_JOURNAL (source), result, &error))
    fail_busy (user_data);
  else
    fail (user_data, error);
}

/* Taken without a word of doubt so short a time ago that it may yet be seen: not to be sent again.
 */
static gboolean
is_accepted (WaxsealChangePrivate *priv)
{
  return g_str_equal (waxseal_record_get_text (priv->entry, "outcome"), WAXSEAL_OUTCOME_ACCEPTED) &&
         waxseal_journal_is_recent (priv->entry);
}

/* It was looked for in vain, and is not going to turn up. */
static void
give_up (GTask *task)
{
  WaxsealChangePrivate *priv = waxseal_change_get_private (g_task_get_source_object (task));

  if (priv->n_writes > 0 && priv->accepted)
    /* The service said that it made it: the entry stays, and the next run looks again. */
    waxseal_journal_note_async (
      get_journal (priv), priv->entry, WAXSEAL_OUTCOME_ACCEPTED, noted_cb, task);
  else if ((priv->n_writes > 0 && priv->write_error == NULL) ||
           (priv->n_writes == 0 && is_accepted (priv)))
    fail_busy (task);
  else if (priv->write_error != NULL &&
           waxseal_write_end_judge (priv->write_error) != WAXSEAL_WRITE_UNKNOWN)
    settle (task, WAXSEAL_OUTCOME_REFUSED, absent_settled_cb);
  else
    settle (task, WAXSEAL_OUTCOME_ABSENT, absent_settled_cb);
}

static void
waited_cb (GObject *source, GAsyncResult *result, gpointer user_data)
{
  GError *error = NULL;

  if (waxseal_tenant_session_wait_finish (WAXSEAL_TENANT_SESSION (source), result, &error))
    look (user_data);
  else
    fail (user_data, error);
}

static void
wait_for_servers (GTask *task)
{
  WaxsealChangePrivate *priv = waxseal_change_get_private (g_task_get_source_object (task));

  waxseal_tenant_session_wait_async (
    priv->session, priv->n_waits++, g_task_get_cancellable (task), waited_cb, task);
}

static void decide (GTask *task);

static void
earlier_settled_cb (GObject *source, GAsyncResult *result, gpointer user_data)
{
  WaxsealChangePrivate *priv = waxseal_change_get_private (g_task_get_source_object (user_data));
  GError *error = NULL;

  g_clear_object (&priv->entry);
  if (waxseal_journal_settle_finish (WAXSEAL_JOURNAL (source), result, &error))
    decide (user_data);
  else
    fail (user_data, error);
}

/* A pending entry of an earlier run that is not about this very change, or cannot be told from it:
 * it may arrive late, so it is waited for before anything is sent. */
static gboolean
is_about_earlier (WaxsealChange *self)
{
  WaxsealChangePrivate *priv = waxseal_change_get_private (self);

  return WAXSEAL_CHANGE_GET_CLASS (self)->was_made != NULL && priv->entry != NULL &&
         priv->n_writes == 0 &&
         (priv->must_write ||
          !g_str_equal (waxseal_record_get_text (priv->entry, "marker"), priv->marker));
}

static void
decide_earlier (GTask *task)
{
  WaxsealChange *self = g_task_get_source_object (task);
  WaxsealChangePrivate *priv = waxseal_change_get_private (self);
  const char *marker = waxseal_record_get_text (priv->entry, "marker");

  if (WAXSEAL_CHANGE_GET_CLASS (self)->was_made (self, marker, priv->seen))
    settle (task, WAXSEAL_OUTCOME_DONE, earlier_settled_cb);
  else if (priv->n_waits < priv->max_waits)
    wait_for_servers (task);
  else if (is_accepted (priv))
    fail_busy (task);
  else
    settle (task, WAXSEAL_OUTCOME_ABSENT, earlier_settled_cb);
}

/* Whether what was seen last is to be believed. */
static gboolean
is_made (WaxsealChange *self)
{
  WaxsealChangePrivate *priv = waxseal_change_get_private (self);

  return (!priv->must_write || priv->n_writes > 0) &&
         WAXSEAL_CHANGE_GET_CLASS (self)->is_made (self, priv->seen);
}

static void
decide (GTask *task)
{
  WaxsealChange *self = g_task_get_source_object (task);
  WaxsealChangePrivate *priv = waxseal_change_get_private (self);

  if (is_about_earlier (self))
    decide_earlier (task);
  else if (is_made (self))
    {
      if (priv->entry != NULL)
        settle (task, WAXSEAL_OUTCOME_DONE, made_settled_cb);
      else
        end (task);
    }
  else if (priv->entry == NULL)
    start_write (task);
  else if (priv->n_waits < priv->max_waits)
    wait_for_servers (task);
  else
    give_up (task);
}

static void
looked_cb (GObject *source, GAsyncResult *result, gpointer user_data)
{
  GTask *task = user_data;
  WaxsealChange *self = g_task_get_source_object (task);
  WaxsealChangePrivate *priv = waxseal_change_get_private (self);
  GError *error = NULL;

  g_clear_pointer (&priv->seen, json_node_unref);
  if (WAXSEAL_CHANGE_GET_CLASS (self)->look_finish (self, result, &priv->seen, &error))
    decide (task);
  else
    fail (task, error);
}

static void
look (GTask *task)
{
  WaxsealChange *self = g_task_get_source_object (task);
  WaxsealChangePrivate *priv = waxseal_change_get_private (self);
  /* What was just sent is looked at once even where the user has cancelled meanwhile. */
  gboolean just_sent = priv->n_writes > 0 && priv->n_waits == 0;

  WAXSEAL_CHANGE_GET_CLASS (self)->look_async (self,
                                               just_sent ? NULL : g_task_get_cancellable (task),
                                               looked_cb,
                                               task);
}

static void
refused_settled_cb (GObject *source, GAsyncResult *result, gpointer user_data)
{
  GTask *task = user_data;
  WaxsealChangePrivate *priv = waxseal_change_get_private (g_task_get_source_object (task));

  /* Why it was refused is what the user has to know, also where the file cannot be written. */
  waxseal_journal_settle_finish (WAXSEAL_JOURNAL (source), result, NULL);
  g_clear_object (&priv->entry);
  fail (task, g_steal_pointer (&priv->write_error));
}

static void
written_cb (GObject *source, GAsyncResult *result, gpointer user_data)
{
  GTask *task = user_data;
  WaxsealChange *self = g_task_get_source_object (task);
  WaxsealChangePrivate *priv = waxseal_change_get_private (self);
  g_autofree char *request_id = NULL;
  WaxsealWriteEnd write_end;

  priv->n_writes++;
  priv->n_waits = 0;
  priv->max_waits = WAXSEAL_TENANT_SESSION_WAITS;
  if (WAXSEAL_CHANGE_GET_CLASS (self)->write_finish (self, result, &request_id, &priv->write_error))
    {
      g_free (priv->request_id);
      priv->request_id = g_steal_pointer (&request_id);
      priv->accepted = priv->remark == NULL;
      look (task);
      return;
    }
  write_end = waxseal_write_end_judge (priv->write_error);
  if (write_end == WAXSEAL_WRITE_DOUBTED)
    priv->max_waits = DOUBT_WAITS;
  if (write_end == WAXSEAL_WRITE_UNSENT)
    settle (task, WAXSEAL_OUTCOME_REFUSED, refused_settled_cb);
  else
    look (task);
}

static void
begun_cb (GObject *source, GAsyncResult *result, gpointer user_data)
{
  GTask *task = user_data;
  WaxsealChange *self = g_task_get_source_object (task);
  WaxsealChangePrivate *priv = waxseal_change_get_private (self);
  GError *error = NULL;

  if (waxseal_journal_begin_finish (WAXSEAL_JOURNAL (source), result, &error))
    {
      WAXSEAL_CHANGE_GET_CLASS (self)->write_async (self,
                                                    g_task_get_cancellable (task),
                                                    written_cb,
                                                    task);
      return;
    }
  g_clear_object (&priv->entry);
  fail (task, error);
}

static void
start_write (GTask *task)
{
  WaxsealChangePrivate *priv = waxseal_change_get_private (g_task_get_source_object (task));
  GError *error = NULL;

  if (g_cancellable_set_error_if_cancelled (g_task_get_cancellable (task), &error))
    {
      fail (task, error);
      return;
    }
  g_clear_error (&priv->write_error);
  g_clear_pointer (&priv->remark, g_free);
  priv->accepted = FALSE;
  priv->entry = g_object_new (WAXSEAL_TYPE_JOURNAL_ENTRY,
                              "action",
                              priv->action,
                              "subject",
                              priv->subject,
                              "object-id",
                              priv->object_id,
                              "marker",
                              priv->marker,
                              NULL);
  waxseal_journal_begin_async (
    get_journal (priv), priv->entry, g_task_get_cancellable (task), begun_cb, task);
}

static void
take_up_pending (WaxsealChange *self)
{
  WaxsealChangePrivate *priv = waxseal_change_get_private (self);
  gboolean any = WAXSEAL_CHANGE_GET_CLASS (self)->was_made != NULL;
  const char *marker;

  priv->entry =
    waxseal_journal_find_pending (get_journal (priv), any ? NULL : priv->action, priv->subject);
  if (priv->entry == NULL)
    return;
  marker = waxseal_record_get_text (priv->entry, "marker");
  if (*marker != '\0' && !any)
    {
      g_free (priv->marker);
      priv->marker = g_strdup (marker);
    }
  if (waxseal_journal_is_recent (priv->entry))
    priv->max_waits = WAXSEAL_TENANT_SESSION_WAITS;
}

/**
 * waxseal_change_run_async:
 *
 * A change is run once. Cancelling it does not cut off what is on its way.
 */
void
waxseal_change_run_async (WaxsealChange *self,
                          GCancellable *cancellable,
                          GAsyncReadyCallback callback,
                          gpointer user_data)
{
  WaxsealChangePrivate *priv = waxseal_change_get_private (self);
  GTask *task = g_task_new (self, cancellable, callback, user_data);

  g_task_set_source_tag (task, waxseal_change_run_async);
  /* The change counts even where the user has cancelled since. */
  g_task_set_check_cancellable (task, FALSE);
  take_up_pending (self);
  if (priv->seen != NULL)
    decide (task);
  else
    look (task);
}

/**
 * waxseal_change_run_finish:
 * @error: those of the service, of the file, or %G_IO_ERROR_CANCELLED
 *
 * Returns: whether the change is made, now or before
 */
gboolean
waxseal_change_run_finish (WaxsealChange *self, GAsyncResult *result, GError **error)
{
  return g_task_propagate_boolean (G_TASK (result), error);
}
