/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The store reads: all of its folder, or one file of it. */
#include <glib/gi18n.h>

#include "waxseal-error.h"
#include "waxseal-organization-folder.h"
#include "waxseal-organization-store-private.h"

static void
scan_in_thread (GTask *task, gpointer source, gpointer data, GCancellable *cancellable)
{
  WaxsealOrganizationStore *self = source;
  GError *error = NULL;
  GPtrArray *entries = waxseal_organization_folder_scan (self->folder, &error);

  if (entries != NULL)
    g_task_return_pointer (task, entries, (GDestroyNotify) g_ptr_array_unref);
  else
    g_task_return_error (task, error);
}

/* What is open knows better than the files that were just read. Where its file is gone, because it
 * was damaged say, it is written again. */
static void
merge_open (WaxsealOrganizationStore *self, GHashTable *scanned_ids, GPtrArray *entries)
{
  GHashTableIter iter;
  gpointer id, saver;

  g_hash_table_iter_init (&iter, self->savers);
  while (g_hash_table_iter_next (&iter, &id, &saver))
    {
      g_ptr_array_add (entries, waxseal_organization_list_find (self->list, id));
      if (!g_hash_table_contains (scanned_ids, id))
        waxseal_organization_saver_save_now (saver);
    }
}

/* The bin, too, knows better what it was told to remove while the files were read. */
static void
merge_entries (WaxsealOrganizationStore *self, GPtrArray *scanned)
{
  g_autoptr (GPtrArray) entries = g_ptr_array_new ();
  g_autoptr (GHashTable) ids = g_hash_table_new (g_str_hash, g_str_equal);
  guint i;

  for (i = 0; i < scanned->len; i++)
    {
      const char *id = waxseal_organization_entry_get_id (scanned->pdata[i]);

      g_hash_table_add (ids, (gpointer) id);
      if (!g_hash_table_contains (self->savers, id) &&
          !waxseal_organization_bin_holds (self->bin, id))
        g_ptr_array_add (entries, scanned->pdata[i]);
    }
  merge_open (self, ids, entries);
  waxseal_organization_list_replace (self->list, entries);
}

static void
scanned_cb (GObject *source, GAsyncResult *result, gpointer data)
{
  WaxsealOrganizationStore *self = WAXSEAL_ORGANIZATION_STORE (source);
  g_autoptr (GTask) task = data;
  g_autoptr (GError) error = NULL;
  g_autoptr (GPtrArray) entries = g_task_propagate_pointer (G_TASK (result), &error);

  if (entries == NULL)
    {
      g_task_return_error (task, g_steal_pointer (&error));
      return;
    }
  merge_entries (self, entries);
  g_task_return_boolean (task, TRUE);
}

/**
 * waxseal_organization_store_scan_async:
 *
 * Lists the folder. Damaged files are kept aside, and are listed as such. Finish fails with a
 * #GFileError where the folder cannot be read; a missing folder is an empty one.
 */
void
waxseal_organization_store_scan_async (WaxsealOrganizationStore *self,
                                       GCancellable *cancellable,
                                       GAsyncReadyCallback cb,
                                       gpointer data)
{
  GTask *task = g_task_new (self, cancellable, cb, data);
  g_autoptr (GTask) reading = g_task_new (self, NULL, scanned_cb, task);

  g_task_set_source_tag (task, waxseal_organization_store_scan_async);
  g_task_set_source_tag (reading, scan_in_thread);
  g_task_run_in_thread (reading, scan_in_thread);
}

gboolean
waxseal_organization_store_scan_finish (WaxsealOrganizationStore *self,
                                        GAsyncResult *result,
                                        GError **error)
{
  return g_task_propagate_boolean (G_TASK (result), error);
}

static void
load_in_thread (GTask *task, gpointer source, gpointer data, GCancellable *cancellable)
{
  WaxsealOrganizationStore *self = source;
  GError *error = NULL;
  WaxsealOrganization *organization = waxseal_organization_folder_load (self->folder, data, &error);

  if (organization != NULL)
    g_task_return_pointer (task, organization, g_object_unref);
  else
    g_task_return_error (task, error);
}

/* What is open already, however it came to be so, is the one that is saved. */
static WaxsealOrganization *
find_open (WaxsealOrganizationStore *self, const char *id)
{
  WaxsealOrganizationSaver *saver = g_hash_table_lookup (self->savers, id);

  return saver != NULL ? g_object_ref (waxseal_organization_saver_get_organization (saver)) : NULL;
}

static void
loaded_cb (GObject *source, GAsyncResult *result, gpointer data)
{
  WaxsealOrganizationStore *self = WAXSEAL_ORGANIZATION_STORE (source);
  g_autoptr (GTask) task = data;
  const char *id = g_task_get_task_data (task);
  g_autoptr (GError) error = NULL;
  g_autoptr (WaxsealOrganization) organization = g_task_propagate_pointer (G_TASK (result), &error);
  WaxsealOrganization *open = find_open (self, id);

  if (open != NULL)
    {
      g_task_return_pointer (task, open, g_object_unref);
      return;
    }
  if (organization != NULL && waxseal_organization_bin_holds (self->bin, id))
    g_set_error (
      &error, WAXSEAL_ERROR, WAXSEAL_ERROR_NOT_FOUND, _ ("No organization has the id “%s”."), id);
  if (error != NULL)
    {
      g_task_return_error (task, g_steal_pointer (&error));
      return;
    }
  if (waxseal_organization_get_read_only (organization))
    waxseal_organization_store_list (self, organization);
  else
    waxseal_organization_store_follow (self, organization);
  g_task_return_pointer (task, g_steal_pointer (&organization), g_object_unref);
}

/**
 * waxseal_organization_store_load_async:
 * @id: any text
 *
 * Reads one file, without any scan, and follows what is in it; one that is open already is the same
 * object. Finish fails with %WAXSEAL_ERROR_NOT_FOUND, %WAXSEAL_ERROR_FILE_DAMAGED (the file is then
 * kept aside; scan to see it listed so), %WAXSEAL_ERROR_FILE_NEWER or a #GFileError.
 */
void
waxseal_organization_store_load_async (WaxsealOrganizationStore *self,
                                       const char *id,
                                       GCancellable *cancellable,
                                       GAsyncReadyCallback cb,
                                       gpointer data)
{
  g_autoptr (GTask) task = g_task_new (self, cancellable, cb, data);
  g_autoptr (GTask) reading = NULL;
  WaxsealOrganization *open = find_open (self, id);

  g_task_set_source_tag (task, waxseal_organization_store_load_async);
  if (open != NULL)
    {
      g_task_return_pointer (task, open, g_object_unref);
      return;
    }
  g_task_set_task_data (task, g_strdup (id), g_free);
  reading = g_task_new (self, NULL, loaded_cb, g_object_ref (task));
  g_task_set_source_tag (reading, load_in_thread);
  g_task_set_task_data (reading, g_strdup (id), g_free);
  g_task_run_in_thread (reading, load_in_thread);
}

/**
 * waxseal_organization_store_load_finish:
 *
 * Returns: (transfer full): the organisation. A read-only one is never saved.
 */
WaxsealOrganization *
waxseal_organization_store_load_finish (WaxsealOrganizationStore *self,
                                        GAsyncResult *result,
                                        GError **error)
{
  return g_task_propagate_pointer (G_TASK (result), error);
}
