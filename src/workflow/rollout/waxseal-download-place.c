/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Puts a file where the file dialog of a browser opens, so that a portal's Upload finds it. */
#define _GNU_SOURCE
#include "waxseal-download-place.h"

#include <errno.h>
#include <fcntl.h>
#include <glib/gi18n.h>
#include <glib/gstdio.h>
#include <string.h>
#include <sys/stat.h>
#include <unistd.h>

#include "waxseal-folder.h"

/* Whoever has that many of one name has another trouble. */
#define MAX_NUMBER 999

typedef struct
{
  char *folder;
  char *file_name;
  GBytes *bytes;
} Placement;

static void
placement_free (Placement *placement)
{
  g_free (placement->folder);
  g_free (placement->file_name);
  g_bytes_unref (placement->bytes);
  g_free (placement);
}

static void
set_error (GError **error, const char *file_name, int number)
{
  g_set_error (error,
               G_FILE_ERROR,
               g_file_error_from_errno (number),
               /* Translators: a file name, then why, such as “No space left on device” */
               _ ("“%s” could not be put into Downloads: %s. Export the manifest to another folder "
                  "instead."),
               file_name,
               g_strerror (number));
}

/* “a.xml”, “a (2).xml”, “a (3).xml”, as browsers number them. */
static char *
dup_numbered (const char *file_name, guint number)
{
  const char *dot = strrchr (file_name, '.');
  gsize stem = dot != NULL ? (gsize) (dot - file_name) : strlen (file_name);

  if (number == 1)
    return g_strdup (file_name);
  return g_strdup_printf ("%.*s (%u)%s", (int) stem, file_name, number, file_name + stem);
}

static gboolean
read_is_equal (int fd, GBytes *bytes)
{
  gsize size, done = 0;
  const char *expected = g_bytes_get_data (bytes, &size);
  char buffer[4096];
  ssize_t n;

  while ((n = TEMP_FAILURE_RETRY (read (fd, buffer, sizeof buffer))) > 0)
    {
      if ((gsize) n > size - done || memcmp (buffer, expected + done, n) != 0)
        return FALSE;
      done += n;
    }
  return n == 0 && done == size;
}

/* Whether the very same file is there already; never follows a link, nor waits for a pipe. */
static gboolean
is_there (int folder, const char *name, GBytes *bytes)
{
  int fd = openat (folder, name, O_RDONLY | O_NOFOLLOW | O_NONBLOCK | O_CLOEXEC);
  struct stat info;
  gboolean equal;

  if (fd < 0)
    return FALSE;
  equal = fstat (fd, &info) == 0 && S_ISREG (info.st_mode) &&
          (gsize) info.st_size == g_bytes_get_size (bytes) && read_is_equal (fd, bytes);
  g_close (fd, NULL);
  return equal;
}

static gboolean
write_all (int fd, GBytes *bytes)
{
  gsize size;
  const char *data = g_bytes_get_data (bytes, &size);

  while (size > 0)
    {
      ssize_t n = TEMP_FAILURE_RETRY (write (fd, data, size));

      if (n < 0)
        return FALSE;
      data += n;
      size -= n;
    }
  return fsync (fd) == 0;
}

/* Writes a hidden file, so that nobody finds a half of it. Returns: its name, or NULL with errno.
 */
static char *
write_hidden (const Placement *placement)
{
  g_autofree char *name = g_strdup_printf (".%s.XXXXXX", placement->file_name);
  g_autofree char *path = g_build_filename (placement->folder, name, NULL);
  int fd = g_mkstemp_full (path, O_WRONLY | O_CLOEXEC, 0600);
  int number;

  if (fd < 0)
    return NULL;
  if (write_all (fd, placement->bytes))
    {
      g_close (fd, NULL);
      return g_path_get_basename (path);
    }
  number = errno;
  g_close (fd, NULL);
  g_unlink (path);
  errno = number;
  return NULL;
}

/* Returns: the name that it got, or NULL with errno set. */
static char *
move_to_free_name (const Placement *placement, int folder, const char *hidden)
{
  for (guint i = 1; i <= MAX_NUMBER; i++)
    {
      g_autofree char *name = dup_numbered (placement->file_name, i);

      if (waxseal_folder_move (folder, hidden, folder, name))
        return g_steal_pointer (&name);
      if (errno != EEXIST)
        return NULL;
    }
  errno = EEXIST;
  return NULL;
}

static char *
find_same (const Placement *placement, int folder)
{
  for (guint i = 1; i <= MAX_NUMBER; i++)
    {
      g_autofree char *name = dup_numbered (placement->file_name, i);

      if (is_there (folder, name, placement->bytes))
        return g_steal_pointer (&name);
      if (faccessat (folder, name, F_OK, AT_SYMLINK_NOFOLLOW) != 0)
        break;
    }
  return NULL;
}

static char *
place (const Placement *placement, int folder, GError **error)
{
  g_autofree char *name = find_same (placement, folder);
  g_autofree char *hidden = name == NULL ? write_hidden (placement) : NULL;

  if (name != NULL)
    return g_steal_pointer (&name);
  if (hidden != NULL)
    name = move_to_free_name (placement, folder, hidden);
  if (name == NULL)
    set_error (error, placement->file_name, errno);
  if (name == NULL && hidden != NULL)
    unlinkat (folder, hidden, 0);
  return g_steal_pointer (&name);
}

static void
place_thread (GTask *task, gpointer source, gpointer task_data, GCancellable *cancellable)
{
  const Placement *placement = task_data;
  g_autoptr (GError) error = NULL;
  g_autofree char *name = NULL;
  int folder = g_open (placement->folder, O_RDONLY | O_DIRECTORY | O_CLOEXEC, 0);

  if (folder < 0)
    {
      g_task_return_new_error (task,
                               G_IO_ERROR,
                               G_IO_ERROR_NOT_FOUND,
                               "%s",
                               _ ("There is no Downloads folder within reach. Export the manifest "
                                  "to another folder instead."));
      return;
    }
  name = place (placement, folder, &error);
  g_close (folder, NULL);
  if (name != NULL)
    g_task_return_pointer (task,
                           g_file_new_build_filename (placement->folder, name, NULL),
                           g_object_unref);
  else
    g_task_return_error (task, g_steal_pointer (&error));
}

/**
 * waxseal_download_place_async:
 * @folder: (nullable): a folder's path; %NULL for the user's Downloads
 * @file_name: without folders, such as that of waxseal_manifest_draft_dup_file_name()
 * @bytes: what the file is to have, to the last byte
 *
 * Makes the file appear at once and whole. Replaces none: where another one has the name, it gets
 * a number; where the very same is there already, that is it. Makes no folder: in a Flatpak without
 * --filesystem=xdg-download it would be one that no browser sees.
 */
void
waxseal_download_place_async (const char *folder,
                              const char *file_name,
                              GBytes *bytes,
                              GCancellable *cancellable,
                              GAsyncReadyCallback callback,
                              gpointer user_data)
{
  g_autoptr (GTask) task = g_task_new (NULL, cancellable, callback, user_data);
  Placement *placement = g_new0 (Placement, 1);
  const char *downloads = g_get_user_special_dir (G_USER_DIRECTORY_DOWNLOAD);

  placement->folder = g_strdup (folder != NULL ? folder : downloads != NULL ? downloads : "");
  placement->file_name = g_strdup (file_name);
  placement->bytes = g_bytes_ref (bytes);
  g_task_set_source_tag (task, waxseal_download_place_async);
  g_task_set_task_data (task, placement, (GDestroyNotify) placement_free);
  g_task_run_in_thread (task, place_thread);
}

/**
 * waxseal_download_place_finish:
 *
 * Returns: (transfer full): the file; %NULL with %G_IO_ERROR_NOT_FOUND where there is no Downloads
 * folder, or a #GFileError
 */
GFile *
waxseal_download_place_finish (GAsyncResult *result, GError **error)
{
  return g_task_propagate_pointer (G_TASK (result), error);
}
