/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "waxseal-secret-addition.h"

#include "waxseal-error.h"
#include "waxseal-json.h"
#include "waxseal-keyring-ready.h"
#include "waxseal-remedy.h"
#include "waxseal-secret-deposit.h"
#include "waxseal-secret-review.h"
#include "waxseal-sign-in-scopes.h"
#include "waxseal-write-end.h"

/* One addition on its way: the task's data. */
typedef struct
{
  WaxsealTenantSession *session;
  WaxsealEntraApp *app;
  char *expires;
  GListModel *held;           /* what the keyring has */
  WaxsealJournalEntry *entry; /* of the secret that was asked for; not settled */
  JsonArray *credentials;     /* as they were read last */
  char *key_id;
  char *request_id;
  GError *write_error;
  guint n_writes;
  guint n_waits;
  guint max_waits;
} Addition;

#define MAX_WRITES 3
/* After a refusal that may mean “it is there already”. */
#define DOUBT_WAITS 3

static void read_secrets (GTask *task);
static void examine (GTask *task);

static void
addition_free (gpointer data)
{
  Addition *self = data;

  g_object_unref (self->session);
  g_free (self->expires);
  g_clear_object (&self->held);
  g_clear_object (&self->entry);
  g_clear_pointer (&self->credentials, json_array_unref);
  g_free (self->key_id);
  g_free (self->request_id);
  g_clear_error (&self->write_error);
  g_free (self);
}

static WaxsealJournal *
get_journal (Addition *self)
{
  return waxseal_tenant_session_get_journal (self->session);
}

static gboolean
is_young (Addition *self)
{
  return waxseal_journal_made_lately (get_journal (self),
                                      waxseal_record_get_text (self->app, "object-id"));
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
settle (GTask *task, const char *outcome, GAsyncReadyCallback callback)
{
  Addition *self = g_task_get_task_data (task);

  waxseal_journal_settle_async (
    get_journal (self), self->entry, outcome, self->key_id, self->request_id, callback, task);
}

/* Whether the journal was written; if not, the run is over. */
static gboolean
finish_settling (GTask *task, GObject *journal, GAsyncResult *result)
{
  Addition *self = g_task_get_task_data (task);
  GError *error = NULL;

  if (!waxseal_journal_settle_finish (WAXSEAL_JOURNAL (journal), result, &error))
    {
      fail (task, error);
      return FALSE;
    }
  g_clear_object (&self->entry);
  return TRUE;
}

static void
held_settled_cb (GObject *source, GAsyncResult *result, gpointer user_data)
{
  if (finish_settling (user_data, source, result))
    end (user_data);
}

static void
take_held (GTask *task, const char *expires)
{
  Addition *self = g_task_get_task_data (task);
  g_autofree char *day = g_strndup (expires, strlen ("2027-05-18"));

  g_object_set (self->app, "secret-key-id", self->key_id, "secret-expires", day, NULL);
  settle (task, WAXSEAL_OUTCOME_DONE, held_settled_cb);
}

static void
orphan_settled_cb (GObject *source, GAsyncResult *result, gpointer user_data)
{
  GTask *task = user_data;
  Addition *self = g_task_get_task_data (task);
  g_autofree char *details = NULL;

  /* What was in the way: the network, or the keyring. */
  if (self->write_error != NULL)
    details = g_strdup_printf ("%s (%s)", self->key_id, self->write_error->message);
  if (finish_settling (task, source, result))
    fail (task,
          waxseal_remedy_new_error (WAXSEAL_ERROR_ORPHAN_SECRET,
                                    details != NULL ? details : self->key_id));
}

static void
gone_settled_cb (GObject *source, GAsyncResult *result, gpointer user_data)
{
  GTask *task = user_data;
  Addition *self = g_task_get_task_data (task);

  if (!finish_settling (task, source, result))
    return;
  g_clear_pointer (&self->key_id, g_free);
  if (self->write_error != NULL &&
      (self->n_writes >= MAX_WRITES ||
       waxseal_write_end_judge (self->write_error) != WAXSEAL_WRITE_UNKNOWN))
    fail (task, g_steal_pointer (&self->write_error));
  else
    examine (task);
}

static void
waited_cb (GObject *source, GAsyncResult *result, gpointer user_data)
{
  GTask *task = user_data;
  GError *error = NULL;

  if (waxseal_tenant_session_wait_finish (WAXSEAL_TENANT_SESSION (source), result, &error))
    read_secrets (task);
  else
    fail (task, error);
}

/* What was asked for is not to be seen. */
static void
look_again (GTask *task)
{
  Addition *self = g_task_get_task_data (task);

  if (self->n_waits < self->max_waits)
    waxseal_tenant_session_wait_async (
      self->session, self->n_waits++, g_task_get_cancellable (task), waited_cb, task);
  else if (self->n_writes > 0 && self->write_error == NULL)
    /* The service said that it made it: the entry stays, and the next run looks again. */
    fail (task, waxseal_remedy_new_error (WAXSEAL_ERROR_SERVICE_BUSY, NULL));
  else
    settle (task, WAXSEAL_OUTCOME_ABSENT, gone_settled_cb);
}

/* The keyring did not take it. */
static void
take_refused (GTask *task, WaxsealSecretDeposit *deposit)
{
  Addition *self = g_task_get_task_data (task);

  self->write_error = g_error_copy (deposit->keyring_error);
  if (deposit->removed)
    settle (task, WAXSEAL_OUTCOME_REMOVED, gone_settled_cb);
  else
    settle (task, WAXSEAL_OUTCOME_ORPHAN, orphan_settled_cb);
}

/* The request failed: it may have made one all the same. */
static void
take_failure (GTask *task)
{
  Addition *self = g_task_get_task_data (task);
  WaxsealWriteEnd end = waxseal_write_end_judge (self->write_error);

  if (end == WAXSEAL_WRITE_DOUBTED)
    self->max_waits = DOUBT_WAITS;
  if (end == WAXSEAL_WRITE_UNSENT)
    settle (task, WAXSEAL_OUTCOME_REFUSED, gone_settled_cb);
  else
    read_secrets (task);
}

static void
deposited_cb (GObject *source, GAsyncResult *result, gpointer user_data)
{
  GTask *task = user_data;
  Addition *self = g_task_get_task_data (task);
  g_autoptr (WaxsealSecretDeposit) deposit =
    waxseal_secret_deposit_finish (result, &self->write_error);

  self->n_writes++;
  self->n_waits = 0;
  self->max_waits = WAXSEAL_TENANT_SESSION_WAITS;
  if (deposit == NULL)
    {
      take_failure (task);
      return;
    }
  self->key_id = g_strdup (deposit->key_id);
  self->request_id = g_strdup (deposit->request_id);
  if (deposit->item == NULL)
    {
      take_refused (task, deposit);
      return;
    }
  g_list_store_append (G_LIST_STORE (self->held), deposit->item);
  waxseal_record_set_text (self->entry, "object-id", self->key_id);
  read_secrets (task);
}

static void
begun_cb (GObject *source, GAsyncResult *result, gpointer user_data)
{
  GTask *task = user_data;
  Addition *self = g_task_get_task_data (task);
  GError *error = NULL;

  if (waxseal_journal_begin_finish (WAXSEAL_JOURNAL (source), result, &error))
    waxseal_secret_deposit_async (self->session,
                                  waxseal_record_get_text (self->entry, "subject"),
                                  self->expires,
                                  is_young (self),
                                  g_task_get_cancellable (task),
                                  deposited_cb,
                                  task);
  else
    fail (task, error);
}

static void
add (GTask *task)
{
  Addition *self = g_task_get_task_data (task);
  GError *error = NULL;

  if (g_cancellable_set_error_if_cancelled (g_task_get_cancellable (task), &error))
    {
      fail (task, error);
      return;
    }
  g_clear_error (&self->write_error);
  g_clear_pointer (&self->request_id, g_free);
  self->entry = g_object_new (WAXSEAL_TYPE_JOURNAL_ENTRY,
                              "action",
                              WAXSEAL_JOURNAL_ADD_SECRET,
                              "subject",
                              waxseal_record_get_text (self->app, "secret-description"),
                              "expires",
                              self->expires,
                              NULL);
  waxseal_journal_begin_async (
    get_journal (self), self->entry, g_task_get_cancellable (task), begun_cb, task);
}

/* An orphan that is known of: TRUE where something is being done about it. */
static gboolean
examine_orphan (GTask *task)
{
  Addition *self = g_task_get_task_data (task);
  g_autoptr (WaxsealJournalEntry) orphan = waxseal_journal_find_outcome (get_journal (self),
                                                                         WAXSEAL_JOURNAL_ADD_SECRET,
                                                                         WAXSEAL_OUTCOME_ORPHAN);
  const char *key_id;

  if (orphan == NULL)
    return FALSE;
  key_id = waxseal_record_get_text (orphan, "object-id");
  if (waxseal_secret_review_has (self->credentials, key_id))
    {
      fail (task, waxseal_remedy_new_error (WAXSEAL_ERROR_ORPHAN_SECRET, key_id));
      return TRUE;
    }
  self->entry = g_steal_pointer (&orphan);
  settle (task, WAXSEAL_OUTCOME_REMOVED, gone_settled_cb);
  return TRUE;
}

/* What became of all that was asked for; a new one is only asked for where nothing is open. */
static void
examine (GTask *task)
{
  Addition *self = g_task_get_task_data (task);
  g_autofree char *expires = NULL;
  WaxsealSecretFate fate;

  if (self->entry == NULL)
    {
      if (examine_orphan (task))
        return;
      self->entry =
        waxseal_journal_find_pending (get_journal (self), WAXSEAL_JOURNAL_ADD_SECRET, NULL);
      if (self->entry != NULL && waxseal_journal_is_recent (self->entry))
        self->max_waits = WAXSEAL_TENANT_SESSION_WAITS;
    }
  if (self->entry == NULL)
    {
      if (self->expires != NULL)
        add (task);
      else
        end (task);
      return;
    }
  g_clear_pointer (&self->key_id, g_free);
  fate = waxseal_secret_review_find (
    self->credentials, self->entry, self->held, &self->key_id, &expires);
  if (fate == WAXSEAL_SECRET_HELD)
    take_held (task, expires);
  else if (fate == WAXSEAL_SECRET_ORPHAN)
    settle (task, WAXSEAL_OUTCOME_ORPHAN, orphan_settled_cb);
  else
    look_again (task);
}

static void
read_cb (GObject *source, GAsyncResult *result, gpointer user_data)
{
  GTask *task = user_data;
  Addition *self = g_task_get_task_data (task);
  GError *error = NULL;
  g_autoptr (WaxsealHttpReply) reply =
    waxseal_graph_call_finish (WAXSEAL_GRAPH (source), result, &error);
  JsonArray *credentials;

  if (reply == NULL)
    {
      fail (task, error);
      return;
    }
  credentials =
    waxseal_json_get_array (waxseal_http_reply_get_object (reply), "passwordCredentials");
  g_clear_pointer (&self->credentials, json_array_unref);
  self->credentials = credentials != NULL ? json_array_ref (credentials) : json_array_new ();
  examine (task);
}

static void
read_secrets (GTask *task)
{
  Addition *self = g_task_get_task_data (task);
  g_autofree char *path = g_strdup_printf ("applications/%s?$select=id,passwordCredentials",
                                           waxseal_record_get_text (self->app, "object-id"));
  /* What was just sent is looked at once even where the user has cancelled meanwhile. */
  gboolean just_sent = self->n_writes > 0 && self->n_waits == 0;

  waxseal_graph_call_async (waxseal_tenant_session_get_graph (self->session),
                            "GET",
                            path,
                            NULL,
                            waxseal_sign_in_scopes_for_step (WAXSEAL_SIGN_IN_STEP_APP),
                            is_young (self) ? WAXSEAL_GRAPH_FRESH : WAXSEAL_GRAPH_PLAIN,
                            just_sent ? NULL : g_task_get_cancellable (task),
                            read_cb,
                            task);
}

static void
ready_cb (GObject *source, GAsyncResult *result, gpointer user_data)
{
  GTask *task = user_data;
  Addition *self = g_task_get_task_data (task);
  GError *error = NULL;

  self->held = waxseal_keyring_ready_finish (result, &error);
  if (self->held != NULL)
    read_secrets (task);
  else
    fail (task, error);
}

/**
 * waxseal_secret_addition_run_async:
 * @expires: (nullable): the end of the secret, ISO 8601, UTC; always sent (microsoft.md, 2.3).
 * %NULL only finds out what became of earlier ones
 *
 * The organisation's record has the application's object, client and tenant IDs. Nothing is sent
 * before the keyring is known to be open. Once the secret is made, it is stored and read back
 * whatever happens to @cancellable.
 */
void
waxseal_secret_addition_run_async (WaxsealTenantSession *session,
                                   const char *expires,
                                   GCancellable *cancellable,
                                   GAsyncReadyCallback callback,
                                   gpointer user_data)
{
  GTask *task = g_task_new (session, cancellable, callback, user_data);
  WaxsealOrganization *organization = waxseal_tenant_session_get_organization (session);
  Addition *self = g_new0 (Addition, 1);

  g_task_set_source_tag (task, waxseal_secret_addition_run_async);
  g_task_set_check_cancellable (task, FALSE);
  self->session = g_object_ref (session);
  self->app = waxseal_organization_get_entra_app (organization);
  self->expires = g_strdup (expires);
  g_task_set_task_data (task, self, addition_free);
  waxseal_keyring_ready_async (waxseal_tenant_session_get_keyring (session),
                               waxseal_organization_get_id (organization),
                               cancellable,
                               ready_cb,
                               task);
}

/**
 * waxseal_secret_addition_run_finish:
 * @error: those of the keyring, of Graph and of the file; %WAXSEAL_ERROR_ORPHAN_SECRET
 *
 * Returns: whether the record's secret is there, and its value in the keyring
 */
gboolean
waxseal_secret_addition_run_finish (GAsyncResult *result, GError **error)
{
  return g_task_propagate_boolean (G_TASK (result), error);
}
