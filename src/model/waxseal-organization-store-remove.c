/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The store removes, and undoes it. */
#include "waxseal-organization-folder.h"
#include "waxseal-organization-store-private.h"

static WaxsealOrganizationEntry *
dup_entry (WaxsealOrganizationStore *self, const char *id)
{
  WaxsealOrganizationEntry *entry = waxseal_organization_list_find (self->list, id);

  return entry != NULL ? g_object_ref (entry) : NULL;
}

static void
clear_entry (gpointer data)
{
  g_clear_object (&data);
}

static void
take_back (WaxsealOrganizationStore *self, const char *id, WaxsealOrganizationEntry *entry)
{
  g_autoptr (WaxsealOrganizationSaver) saver = waxseal_organization_bin_take (self->bin, id);

  if (saver != NULL)
    {
      waxseal_organization_store_add_saver (self, saver);
      waxseal_organization_saver_save_now (saver);
    }
  else if (entry != NULL)
    waxseal_organization_list_put (self->list, entry);
}

static void
removed_cb (GObject *source, GAsyncResult *result, gpointer data)
{
  g_autoptr (GTask) task = data;
  WaxsealOrganizationStore *self = g_task_get_source_object (task);
  WaxsealOrganizationEntry *entry = g_task_get_task_data (task);
  GError *error = NULL;

  if (waxseal_organization_bin_finish (WAXSEAL_ORGANIZATION_BIN (source), result, &error))
    {
      g_task_return_boolean (task, TRUE);
      return;
    }
  if (entry != NULL)
    take_back (self, waxseal_organization_entry_get_id (entry), entry);
  g_task_return_error (task, error);
}

/**
 * waxseal_organization_store_remove_async:
 * @id: of any entry, also of a damaged one
 *
 * Unlists it at once, saves it once more, and moves its file into the folder "removed". Finish
 * fails with %WAXSEAL_ERROR_NOT_FOUND or a #GFileError; it is listed again then.
 */
void
waxseal_organization_store_remove_async (WaxsealOrganizationStore *self,
                                         const char *id,
                                         GCancellable *cancellable,
                                         GAsyncReadyCallback cb,
                                         gpointer data)
{
  GTask *task = g_task_new (self, cancellable, cb, data);
  g_autofree char *own_id = g_strdup (id); /* it may belong to the entry */
  g_autofree gpointer key = NULL;
  gpointer stolen = NULL;
  g_autoptr (WaxsealOrganizationSaver) saver = NULL;

  g_task_set_source_tag (task, waxseal_organization_store_remove_async);
  g_task_set_task_data (task, dup_entry (self, own_id), clear_entry);
  if (g_hash_table_steal_extended (self->savers, own_id, &key, &stolen))
    saver = stolen;
  waxseal_organization_list_remove (self->list, own_id);
  waxseal_organization_bin_remove_async (self->bin, own_id, saver, removed_cb, task);
  waxseal_organization_store_update_save_state (self);
}

static void
describe_in_thread (GTask *task, gpointer source, gpointer data, GCancellable *cancellable)
{
  WaxsealOrganizationStore *self = source;

  g_task_return_pointer (task,
                         waxseal_organization_folder_describe (self->folder, data),
                         g_object_unref);
}

static void
described_cb (GObject *source, GAsyncResult *result, gpointer data)
{
  g_autoptr (GTask) task = data;
  g_autoptr (WaxsealOrganizationEntry) entry = g_task_propagate_pointer (G_TASK (result), NULL);

  take_back (WAXSEAL_ORGANIZATION_STORE (source), g_task_get_task_data (task), entry);
  g_task_return_boolean (task, TRUE);
}

static void
restored_cb (GObject *source, GAsyncResult *result, gpointer data)
{
  GTask *task = data;
  WaxsealOrganizationStore *self = g_task_get_source_object (task);
  g_autoptr (GTask) describing = NULL;
  GError *error = NULL;

  if (!waxseal_organization_bin_finish (WAXSEAL_ORGANIZATION_BIN (source), result, &error))
    {
      g_task_return_error (task, error);
      g_object_unref (task);
      return;
    }
  describing = g_task_new (self, NULL, described_cb, task);
  g_task_set_source_tag (describing, describe_in_thread);
  g_task_set_task_data (describing, g_strdup (g_task_get_task_data (task)), g_free);
  g_task_run_in_thread (describing, describe_in_thread);
}

/**
 * waxseal_organization_store_restore_async:
 *
 * Undoes waxseal_organization_store_remove_async(), also one of an earlier run, and lists it again.
 * What was open is followed again. Finish fails with %WAXSEAL_ERROR_NOT_FOUND or a #GFileError.
 */
void
waxseal_organization_store_restore_async (WaxsealOrganizationStore *self,
                                          const char *id,
                                          GCancellable *cancellable,
                                          GAsyncReadyCallback cb,
                                          gpointer data)
{
  GTask *task = g_task_new (self, cancellable, cb, data);

  g_task_set_source_tag (task, waxseal_organization_store_restore_async);
  g_task_set_task_data (task, g_strdup (id), g_free);
  waxseal_organization_bin_restore_async (self->bin, id, restored_cb, task);
}

static void
purged_cb (GObject *source, GAsyncResult *result, gpointer data)
{
  g_autoptr (GTask) task = data;
  GError *error = NULL;

  if (waxseal_organization_bin_finish (WAXSEAL_ORGANIZATION_BIN (source), result, &error))
    g_task_return_boolean (task, TRUE);
  else
    g_task_return_error (task, error);
}

/**
 * waxseal_organization_store_purge_async:
 * @id: (nullable): one that was removed; %NULL means all, also those of earlier runs
 *
 * Deletes what was removed, for good. Finish fails with a #GFileError.
 */
void
waxseal_organization_store_purge_async (WaxsealOrganizationStore *self,
                                        const char *id,
                                        GCancellable *cancellable,
                                        GAsyncReadyCallback cb,
                                        gpointer data)
{
  GTask *task = g_task_new (self, cancellable, cb, data);

  g_task_set_source_tag (task, waxseal_organization_store_purge_async);
  waxseal_organization_bin_purge_async (self->bin, id, purged_cb, task);
}

gboolean
waxseal_organization_store_remove_finish (WaxsealOrganizationStore *self,
                                          GAsyncResult *result,
                                          GError **error)
{
  return g_task_propagate_boolean (G_TASK (result), error);
}

gboolean
waxseal_organization_store_restore_finish (WaxsealOrganizationStore *self,
                                           GAsyncResult *result,
                                           GError **error)
{
  return g_task_propagate_boolean (G_TASK (result), error);
}

gboolean
waxseal_organization_store_purge_finish (WaxsealOrganizationStore *self,
                                         GAsyncResult *result,
                                         GError **error)
{
  return g_task_propagate_boolean (G_TASK (result), error);
}
