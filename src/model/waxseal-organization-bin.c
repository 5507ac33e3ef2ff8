/* SPDX-License-Identifier: GPL-3.0-or-later */
#define _GNU_SOURCE
#include "waxseal-organization-bin.h"

#include <errno.h>
#include <fcntl.h>
#include <glib/gi18n.h>
#include <glib/gstdio.h>
#include <sys/file.h>
#include <unistd.h>

#include "waxseal-error.h"
#include "waxseal-folder.h"
#include "waxseal-organization-folder.h"

/**
 * WaxsealOrganizationBin:
 *
 * The folder "removed" in a folder of organisations. What it is told to do it does one after the
 * other, so that an undo never overtakes what it undoes. It keeps the savers of what it holds: an
 * organisation that comes back is followed again, and has what could not be saved before.
 */
struct _WaxsealOrganizationBin
{
  GObject parent_instance;

  char *folder;
  GHashTable *held; /* id -> WaxsealOrganizationSaver, or NULL for one that was not followed */
  GQueue *jobs;     /* GTasks with a Job */
  gboolean busy;
};

typedef gboolean (*JobFunc) (const char *folder, const char *id, GError **error);

typedef struct
{
  JobFunc run;
  char *folder;
  char *id;
  WaxsealOrganizationSaver *saver; /* to be flushed first, or NULL */
} Job;

G_DEFINE_FINAL_TYPE (WaxsealOrganizationBin, waxseal_organization_bin, G_TYPE_OBJECT)

static void start_next_job (WaxsealOrganizationBin *self);

static void
free_job (gpointer data)
{
  Job *job = data;

  g_free (job->folder);
  g_free (job->id);
  g_clear_object (&job->saver);
  g_free (job);
}

static void
clear_saver (gpointer data)
{
  g_clear_object (&data);
}

static void
waxseal_organization_bin_finalize (GObject *object)
{
  WaxsealOrganizationBin *self = WAXSEAL_ORGANIZATION_BIN (object);

  g_queue_free_full (self->jobs, g_object_unref);
  g_hash_table_unref (self->held);
  g_free (self->folder);
  G_OBJECT_CLASS (waxseal_organization_bin_parent_class)->finalize (object);
}

static void
waxseal_organization_bin_class_init (WaxsealOrganizationBinClass *klass)
{
  G_OBJECT_CLASS (klass)->finalize = waxseal_organization_bin_finalize;
}

static void
waxseal_organization_bin_init (WaxsealOrganizationBin *self)
{
  self->held = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, clear_saver);
  self->jobs = g_queue_new ();
}

/** waxseal_organization_bin_new: Returns: (transfer full): the bin of a folder of organisations. */
WaxsealOrganizationBin *
waxseal_organization_bin_new (const char *folder)
{
  WaxsealOrganizationBin *self = g_object_new (WAXSEAL_TYPE_ORGANIZATION_BIN, NULL);

  self->folder = g_strdup (folder);
  return self;
}

/** waxseal_organization_bin_holds: Returns: whether @id was removed and has not come back. */
gboolean
waxseal_organization_bin_holds (WaxsealOrganizationBin *self, const char *id)
{
  return g_hash_table_contains (self->held, id);
}

static gboolean
fail (GError **error, const char *folder, const char *id, int number)
{
  if (number == ENOENT)
    g_set_error (
      error, WAXSEAL_ERROR, WAXSEAL_ERROR_NOT_FOUND, _ ("No organization has the id “%s”."), id);
  else
    g_set_error (error,
                 G_FILE_ERROR,
                 g_file_error_from_errno (number),
                 "%s: %s: %s",
                 folder,
                 id,
                 g_strerror (number));
  return FALSE;
}

static int
move_between (int from, int to, const char *name, gboolean replace)
{
  if (from < 0 || to < 0)
    return errno;
  if (replace && faccessat (from, name, F_OK, AT_SYMLINK_NOFOLLOW) == 0)
    unlinkat (to, name, 0);
  return waxseal_folder_move (from, name, to, name) ? 0 : errno;
}

/* What was removed under this id before gives way; what is back under this id does not. */
static gboolean
move (const char *folder, const char *id, gboolean back, GError **error)
{
  g_autofree char *path = waxseal_organization_folder_get_path (folder, id);
  g_autofree char *bin = g_build_filename (folder, "removed", NULL);
  g_autofree char *name = NULL;
  int from, to, number;

  if (path == NULL)
    return fail (error, folder, id, ENOENT);
  if (g_mkdir_with_parents (bin, 0700) != 0)
    return fail (error, bin, id, errno);

  name = g_path_get_basename (path);
  from = waxseal_folder_lock (back ? bin : folder, LOCK_SH);
  to = waxseal_folder_lock (back ? folder : bin, LOCK_SH);
  number = move_between (from, to, name, !back);
  if (from >= 0)
    g_close (from, NULL);
  if (to >= 0)
    g_close (to, NULL);
  return number == 0 || fail (error, folder, id, number);
}

static gboolean
remove_file (const char *folder, const char *id, GError **error)
{
  return move (folder, id, FALSE, error);
}

static gboolean
restore_file (const char *folder, const char *id, GError **error)
{
  return move (folder, id, TRUE, error);
}

static gboolean
purge_file (const char *folder, const char *id, GError **error)
{
  g_autofree char *bin = g_build_filename (folder, "removed", NULL);
  g_autofree char *path = waxseal_organization_folder_get_path (bin, id);

  if (path != NULL && (g_unlink (path) == 0 || errno == ENOENT))
    return TRUE;
  return fail (error, bin, id, path != NULL ? errno : ENOENT);
}

static gboolean
purge_all_files (const char *folder, const char *id, GError **error)
{
  g_autofree char *bin = g_build_filename (folder, "removed", NULL);
  g_autoptr (GPtrArray) ids = waxseal_organization_folder_list_ids (bin, error);
  guint i;

  for (i = 0; ids != NULL && i < ids->len; i++)
    if (!purge_file (folder, ids->pdata[i], error))
      return FALSE;
  return ids != NULL;
}

static void
job_done_cb (GObject *source, GAsyncResult *result, gpointer data)
{
  WaxsealOrganizationBin *self = WAXSEAL_ORGANIZATION_BIN (source);
  g_autoptr (GTask) task = data;
  const Job *job = g_task_get_task_data (task);
  g_autoptr (GError) error = NULL;

  g_task_propagate_boolean (G_TASK (result), &error);
  self->busy = FALSE;
  /* What could never be written need not be there to be moved: its saver has it. */
  if (g_error_matches (error, WAXSEAL_ERROR, WAXSEAL_ERROR_NOT_FOUND) &&
      g_hash_table_lookup (self->held, job->id) != NULL)
    g_clear_error (&error);
  if (error != NULL)
    g_task_return_error (task, g_steal_pointer (&error));
  else
    g_task_return_boolean (task, TRUE);
  start_next_job (self);
}

static void
run_in_thread (GTask *task, gpointer source, gpointer data, GCancellable *cancellable)
{
  Job *job = data;
  GError *error = NULL;

  if (job->run (job->folder, job->id, &error))
    g_task_return_boolean (task, TRUE);
  else
    g_task_return_error (task, error);
}

static void
run_job (WaxsealOrganizationBin *self, GTask *job_task)
{
  g_autoptr (GTask) task = g_task_new (self, NULL, job_done_cb, job_task);

  g_task_set_source_tag (task, run_job);
  g_task_set_task_data (task, g_task_get_task_data (job_task), NULL);
  g_task_run_in_thread (task, run_in_thread);
}

static void
flushed_cb (GObject *source, GAsyncResult *result, gpointer data)
{
  GTask *job_task = data;

  /* Where that failed, the saver still knows, and has told. */
  waxseal_organization_saver_flush_finish (WAXSEAL_ORGANIZATION_SAVER (source), result, NULL);
  run_job (g_task_get_source_object (job_task), job_task);
}

static void
start_next_job (WaxsealOrganizationBin *self)
{
  GTask *job_task;
  Job *job;

  if (self->busy || g_queue_is_empty (self->jobs))
    return;
  self->busy = TRUE;
  job_task = g_queue_pop_head (self->jobs);
  job = g_task_get_task_data (job_task);
  if (job->saver != NULL)
    waxseal_organization_saver_flush_async (job->saver, NULL, flushed_cb, job_task);
  else
    run_job (self, job_task);
}

static void
add_job (WaxsealOrganizationBin *self,
         JobFunc run,
         const char *id,
         WaxsealOrganizationSaver *saver,
         GTask *task)
{
  Job *job = g_new0 (Job, 1);

  job->run = run;
  job->folder = g_strdup (self->folder);
  job->id = g_strdup (id != NULL ? id : "");
  g_set_object (&job->saver, saver);
  g_task_set_task_data (task, job, free_job);
  g_queue_push_tail (self->jobs, task);
  start_next_job (self);
}

/**
 * waxseal_organization_bin_remove_async:
 * @saver: (nullable): that of @id; it is held, saves once more, and is paused
 *
 * Whoever sees this fail takes @id back with waxseal_organization_bin_take().
 */
void
waxseal_organization_bin_remove_async (WaxsealOrganizationBin *self,
                                       const char *id,
                                       WaxsealOrganizationSaver *saver,
                                       GAsyncReadyCallback cb,
                                       gpointer data)
{
  GTask *task = g_task_new (self, NULL, cb, data);

  g_task_set_source_tag (task, waxseal_organization_bin_remove_async);
  if (saver != NULL)
    waxseal_organization_saver_set_paused (saver, TRUE);
  g_hash_table_insert (self->held, g_strdup (id), saver != NULL ? g_object_ref (saver) : NULL);
  add_job (self, remove_file, id, saver, task);
}

/**
 * waxseal_organization_bin_restore_async:
 *
 * Whoever sees this succeed takes @id back with waxseal_organization_bin_take().
 */
void
waxseal_organization_bin_restore_async (WaxsealOrganizationBin *self,
                                        const char *id,
                                        GAsyncReadyCallback cb,
                                        gpointer data)
{
  GTask *task = g_task_new (self, NULL, cb, data);

  g_task_set_source_tag (task, waxseal_organization_bin_restore_async);
  add_job (self, restore_file, id, NULL, task);
}

/** waxseal_organization_bin_purge_async: @id: (nullable): %NULL means everything in the bin. */
void
waxseal_organization_bin_purge_async (WaxsealOrganizationBin *self,
                                      const char *id,
                                      GAsyncReadyCallback cb,
                                      gpointer data)
{
  GTask *task = g_task_new (self, NULL, cb, data);
  g_autoptr (GList) ids = g_hash_table_get_keys (self->held);
  GList *l;

  g_task_set_source_tag (task, waxseal_organization_bin_purge_async);
  /* The ids stay, for a scan that began before. */
  for (l = ids; l != NULL; l = l->next)
    if (id == NULL || g_str_equal (id, l->data))
      g_hash_table_replace (self->held, g_strdup (l->data), NULL);
  add_job (self, id != NULL ? purge_file : purge_all_files, id, NULL, task);
}

/** waxseal_organization_bin_finish: Returns: %FALSE with %WAXSEAL_ERROR_NOT_FOUND or #GFileError.
 */
gboolean
waxseal_organization_bin_finish (WaxsealOrganizationBin *self, GAsyncResult *result, GError **error)
{
  return g_task_propagate_boolean (G_TASK (result), error);
}

/**
 * waxseal_organization_bin_take:
 *
 * No longer holds @id. Returns: (transfer full) (nullable): its saver, which goes on saving.
 */
WaxsealOrganizationSaver *
waxseal_organization_bin_take (WaxsealOrganizationBin *self, const char *id)
{
  g_autofree gpointer key = NULL;
  gpointer saver = NULL;

  if (g_hash_table_steal_extended (self->held, id, &key, &saver) && saver != NULL)
    waxseal_organization_saver_set_paused (saver, FALSE);
  return saver;
}
