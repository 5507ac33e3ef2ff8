/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "waxseal-download-watch.h"

#include <glib/gi18n.h>

/**
 * WaxsealDownloadWatch:
 *
 * Notices the manifest that the browser downloads from the CRES portal (guide.md, B4, step 3). What
 * was in the folder before is not looked at.
 */
struct _WaxsealDownloadWatch
{
  GObject parent_instance;

  GFileMonitor *monitor;
};

enum
{
  FOUND,
  N_SIGNALS
};

static guint signals[N_SIGNALS];

G_DEFINE_FINAL_TYPE (WaxsealDownloadWatch, waxseal_download_watch, G_TYPE_OBJECT)

/* Browsers write under another name and rename at the end, or write in place. */
static GFile *
get_completed (GFile *file, GFile *other_file, GFileMonitorEvent event)
{
  if (event == G_FILE_MONITOR_EVENT_RENAMED)
    return other_file;
  if (event == G_FILE_MONITOR_EVENT_CHANGES_DONE_HINT || event == G_FILE_MONITOR_EVENT_MOVED_IN)
    return file;
  return NULL;
}

static void
folder_changed_cb (WaxsealDownloadWatch *self,
                   GFile *file,
                   GFile *other_file,
                   GFileMonitorEvent event)
{
  GFile *completed = get_completed (file, other_file, event);
  g_autofree char *name = completed != NULL ? g_file_get_basename (completed) : NULL;
  g_autofree char *lower = name != NULL ? g_ascii_strdown (name, -1) : NULL;

  if (lower != NULL && g_str_has_suffix (lower, ".xml"))
    g_signal_emit (self, signals[FOUND], 0, completed);
}

static void
waxseal_download_watch_dispose (GObject *object)
{
  WaxsealDownloadWatch *self = WAXSEAL_DOWNLOAD_WATCH (object);

  if (self->monitor != NULL)
    g_file_monitor_cancel (self->monitor);
  g_clear_object (&self->monitor);
  G_OBJECT_CLASS (waxseal_download_watch_parent_class)->dispose (object);
}

static void
waxseal_download_watch_class_init (WaxsealDownloadWatchClass *klass)
{
  G_OBJECT_CLASS (klass)->dispose = waxseal_download_watch_dispose;

  /** WaxsealDownloadWatch::found: */
  signals[FOUND] = g_signal_new ("found",
                                 G_OBJECT_CLASS_TYPE (klass),
                                 G_SIGNAL_RUN_LAST,
                                 0,
                                 NULL,
                                 NULL,
                                 NULL,
                                 G_TYPE_NONE,
                                 1,
                                 G_TYPE_FILE);
}

static void
waxseal_download_watch_init (WaxsealDownloadWatch *self)
{
}

/**
 * waxseal_download_watch_new:
 * @folder: (nullable): a folder's path; %NULL for the user's Downloads
 * @error: an error of GIO, such as where the folder is out of reach in a Flatpak
 *
 * Returns: (transfer full) (nullable): a watch, which ends with its last reference
 */
WaxsealDownloadWatch *
waxseal_download_watch_new (const char *folder, GError **error)
{
  const char *path = folder != NULL ? folder : g_get_user_special_dir (G_USER_DIRECTORY_DOWNLOAD);
  g_autoptr (GFile) file = NULL;
  g_autoptr (GFileMonitor) monitor = NULL;
  WaxsealDownloadWatch *self;

  if (path == NULL || !g_file_test (path, G_FILE_TEST_IS_DIR))
    {
      g_set_error_literal (error,
                           G_IO_ERROR,
                           G_IO_ERROR_NOT_FOUND,
                           _ ("There is no Downloads folder within reach."));
      return NULL;
    }
  file = g_file_new_for_path (path);
  monitor = g_file_monitor_directory (file, G_FILE_MONITOR_WATCH_MOVES, NULL, error);
  if (monitor == NULL)
    return NULL;

  self = g_object_new (WAXSEAL_TYPE_DOWNLOAD_WATCH, NULL);
  self->monitor = g_steal_pointer (&monitor);
  g_signal_connect_object (
    self->monitor, "changed", G_CALLBACK (folder_changed_cb), self, G_CONNECT_SWAPPED);
  return self;
}
