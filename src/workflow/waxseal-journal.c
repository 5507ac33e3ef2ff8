/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "waxseal-journal.h"

#include <glib/gi18n.h>

#include "waxseal-date.h"
#include "waxseal-error.h"

/** WaxsealJournal: see the header. */
struct _WaxsealJournal
{
  GObject parent_instance;

  WaxsealOrganization *organization;
  WaxsealOrganizationStore *store;
};

G_DEFINE_FINAL_TYPE (WaxsealJournal, waxseal_journal, G_TYPE_OBJECT)

/* No replication was ever seen to take longer (microsoft.md, 2.7 and the threads in 4). */
#define SETTLED_AFTER (10 * G_TIME_SPAN_MINUTE)

static void
waxseal_journal_finalize (GObject *object)
{
  WaxsealJournal *self = WAXSEAL_JOURNAL (object);

  g_clear_object (&self->organization);
  g_clear_object (&self->store);
  G_OBJECT_CLASS (waxseal_journal_parent_class)->finalize (object);
}

static void
waxseal_journal_class_init (WaxsealJournalClass *klass)
{
  G_OBJECT_CLASS (klass)->finalize = waxseal_journal_finalize;
}

static void
waxseal_journal_init (WaxsealJournal *self)
{
}

/**
 * waxseal_journal_new:
 * @store: in which @organization is, so that it is written to disk
 *
 * Returns: (transfer full): the journal in @organization's record
 */
WaxsealJournal *
waxseal_journal_new (WaxsealOrganization *organization, WaxsealOrganizationStore *store)
{
  WaxsealJournal *self = g_object_new (WAXSEAL_TYPE_JOURNAL, NULL);

  self->organization = g_object_ref (organization);
  self->store = g_object_ref (store);
  return self;
}

static GListStore *
get_entries (WaxsealJournal *self)
{
  return waxseal_record_get_list (self->organization, "journal");
}

/* Who is signed in: a change is sent in nobody else's name. */
static const char *
get_user_name (WaxsealJournal *self)
{
  return waxseal_record_get_text (waxseal_record_get_child (self->organization, "sign-in"),
                                  "user-name");
}

static void
begun_cb (GObject *source, GAsyncResult *result, gpointer user_data)
{
  g_autoptr (GTask) task = user_data;
  WaxsealJournal *self = g_task_get_source_object (task);
  GError *error = NULL;
  guint position;

  if (waxseal_organization_store_flush_finish (WAXSEAL_ORGANIZATION_STORE (source), result, &error))
    {
      g_task_return_boolean (task, TRUE);
      return;
    }
  /* Nothing is sent that is not on disk, so there is nothing to look for either. */
  if (g_list_store_find (get_entries (self), g_task_get_task_data (task), &position))
    g_list_store_remove (get_entries (self), position);
  g_task_return_error (task, error);
}

/**
 * waxseal_journal_begin_async:
 * @entry: with "action" and "subject", and what else is known; "time" and "by" are set here
 *
 * Appends @entry, and waits until it is on disk. Where that fails, nothing may be sent.
 */
void
waxseal_journal_begin_async (WaxsealJournal *self,
                             WaxsealJournalEntry *entry,
                             GCancellable *cancellable,
                             GAsyncReadyCallback callback,
                             gpointer user_data)
{
  g_autoptr (GTask) task = g_task_new (self, cancellable, callback, user_data);
  g_autofree char *now = waxseal_date_now ();

  g_task_set_source_tag (task, waxseal_journal_begin_async);
  g_task_set_task_data (task, g_object_ref (entry), g_object_unref);
  if (waxseal_organization_get_read_only (self->organization))
    {
      g_task_return_new_error (
        task,
        WAXSEAL_ERROR,
        WAXSEAL_ERROR_FILE_NEWER,
        "%s",
        _ ("A newer version of Waxseal saved this organization, so nothing "
           "can be recorded in it, and nothing was changed. Update Waxseal."));
      return;
    }
  g_object_set (entry, "time", now, "by", get_user_name (self), NULL);
  g_list_store_append (get_entries (self), entry);
  waxseal_organization_store_flush_async (self->store, NULL, begun_cb, g_object_ref (task));
}

/** waxseal_journal_begin_finish: Returns: %FALSE with the error of the file. */
gboolean
waxseal_journal_begin_finish (WaxsealJournal *self, GAsyncResult *result, GError **error)
{
  return g_task_propagate_boolean (G_TASK (result), error);
}

static void
settled_cb (GObject *source, GAsyncResult *result, gpointer user_data)
{
  g_autoptr (GTask) task = user_data;
  GError *error = NULL;

  if (waxseal_organization_store_flush_finish (WAXSEAL_ORGANIZATION_STORE (source), result, &error))
    g_task_return_boolean (task, TRUE);
  else
    g_task_return_error (task, error);
}

/**
 * waxseal_journal_settle_async:
 * @outcome: one of the WAXSEAL_OUTCOME_ texts
 * @object_id: (nullable): what was made or changed; %NULL leaves what the entry has
 * @request_id: (nullable): the service's name of the request, where it is known
 *
 * Says how @entry ended, and waits until that is on disk, with all else that is new in the record.
 * Not cancellable, since the change is made.
 */
void
waxseal_journal_settle_async (WaxsealJournal *self,
                              WaxsealJournalEntry *entry,
                              const char *outcome,
                              const char *object_id,
                              const char *request_id,
                              GAsyncReadyCallback callback,
                              gpointer user_data)
{
  GTask *task = g_task_new (self, NULL, callback, user_data);
  g_autofree char *now = waxseal_date_now ();

  g_task_set_source_tag (task, waxseal_journal_settle_async);
  if (object_id != NULL)
    waxseal_record_set_text (entry, "object-id", object_id);
  if (request_id != NULL)
    waxseal_record_set_text (entry, "request-id", request_id);
  g_object_set (entry, "outcome", outcome, "settled-on", now, NULL);
  waxseal_organization_store_flush_async (self->store, NULL, settled_cb, task);
}

/** waxseal_journal_settle_finish: Returns: %FALSE with the error of the file. */
gboolean
waxseal_journal_settle_finish (WaxsealJournal *self, GAsyncResult *result, GError **error)
{
  return g_task_propagate_boolean (G_TASK (result), error);
}

/** waxseal_journal_note_async: Says how far @entry is, which stays pending; on disk when it ends.
 */
void
waxseal_journal_note_async (WaxsealJournal *self,
                            WaxsealJournalEntry *entry,
                            const char *outcome,
                            GAsyncReadyCallback callback,
                            gpointer user_data)
{
  GTask *task = g_task_new (self, NULL, callback, user_data);

  g_task_set_source_tag (task, waxseal_journal_note_async);
  waxseal_record_set_text (entry, "outcome", outcome);
  waxseal_organization_store_flush_async (self->store, NULL, settled_cb, task);
}

/** waxseal_journal_note_finish: Returns: %FALSE with the error of the file. */
gboolean
waxseal_journal_note_finish (WaxsealJournal *self, GAsyncResult *result, GError **error)
{
  return g_task_propagate_boolean (G_TASK (result), error);
}

static gboolean
is_about (gpointer entry, const char *property, const char *text)
{
  return text == NULL || g_str_equal (waxseal_record_get_text (entry, property), text);
}

static WaxsealJournalEntry *
find (WaxsealJournal *self,
      const char *action,
      const char *subject,
      const char *outcome,
      gboolean pending)
{
  GListModel *entries = G_LIST_MODEL (get_entries (self));

  for (guint i = g_list_model_get_n_items (entries); i > 0; i--)
    {
      g_autoptr (WaxsealJournalEntry) entry = g_list_model_get_item (entries, i - 1);

      if (is_about (entry, "action", action) && is_about (entry, "subject", subject) &&
          is_about (entry, "outcome", outcome) &&
          (*waxseal_record_get_text (entry, "settled-on") == '\0') == pending)
        return g_steal_pointer (&entry);
    }
  return NULL;
}

/**
 * waxseal_journal_find_pending:
 * @subject: (nullable): %NULL for any
 *
 * Returns: (transfer full) (nullable): the last change of that kind of which it is not known how it
 *   ended
 */
WaxsealJournalEntry *
waxseal_journal_find_pending (WaxsealJournal *self, const char *action, const char *subject)
{
  return find (self, action, subject, NULL, TRUE);
}

/** waxseal_journal_find_outcome: Returns: (transfer full) (nullable): the last change of that kind
 * that ended so. */
WaxsealJournalEntry *
waxseal_journal_find_outcome (WaxsealJournal *self, const char *action, const char *outcome)
{
  return find (self, action, NULL, outcome, FALSE);
}

/** waxseal_journal_has_marker: Returns: whether Waxseal asked for an application tagged so. */
gboolean
waxseal_journal_has_marker (WaxsealJournal *self, const char *marker)
{
  GListModel *entries = G_LIST_MODEL (get_entries (self));

  for (guint i = 0; *marker != '\0' && i < g_list_model_get_n_items (entries); i++)
    {
      g_autoptr (WaxsealJournalEntry) entry = g_list_model_get_item (entries, i);

      if (is_about (entry, "marker", marker))
        return TRUE;
    }
  return FALSE;
}

/**
 * waxseal_journal_is_recent:
 *
 * Returns: whether @entry is so young that what it asked for may not be seen everywhere yet
 */
gboolean
waxseal_journal_is_recent (WaxsealJournalEntry *entry)
{
  const char *time = waxseal_record_get_text (entry, "time");
  g_autoptr (GDateTime) date = g_date_time_new_from_iso8601 (time, NULL);
  g_autoptr (GDateTime) now = g_date_time_new_now_utc ();

  return date != NULL && ABS (g_date_time_difference (now, date)) < SETTLED_AFTER;
}

static gboolean
is_creation (gpointer entry)
{
  return is_about (entry, "action", WAXSEAL_JOURNAL_CREATE_APP) ||
         is_about (entry, "action", WAXSEAL_JOURNAL_CREATE_SP) ||
         is_about (entry, "action", WAXSEAL_JOURNAL_ADD_SECRET);
}

/** waxseal_journal_made_lately: Returns: whether @object_id is something that Waxseal made so short
 * a time ago that Microsoft's servers may not all know it. */
gboolean
waxseal_journal_made_lately (WaxsealJournal *self, const char *object_id)
{
  GListModel *entries = G_LIST_MODEL (get_entries (self));

  for (guint i = 0; *object_id != '\0' && i < g_list_model_get_n_items (entries); i++)
    {
      g_autoptr (WaxsealJournalEntry) entry = g_list_model_get_item (entries, i);

      if (is_creation (entry) && is_about (entry, "object-id", object_id) &&
          waxseal_journal_is_recent (entry))
        return TRUE;
    }
  return FALSE;
}
