/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Keeps whoever tidies a folder from the half-written files of whoever writes into it, and moves
 * files without replacing any. */
#define _GNU_SOURCE
#include "waxseal-folder.h"

#include <errno.h>
#include <fcntl.h>
#include <glib/gstdio.h>
#include <stdio.h>
#include <sys/file.h>
#include <unistd.h>

/**
 * waxseal_folder_lock:
 * @operation: as flock(2): %LOCK_SH to write files in @folder, %LOCK_EX to tidy it
 *
 * The lock ends with the descriptor, and so with a process that is killed. Blocks, unless told not
 * to. A file system without locks locks nothing: to write is then still safe, to tidy is not.
 *
 * Returns: a descriptor of the folder, to be closed; or -1 with errno set.
 */
int
waxseal_folder_lock (const char *folder, int operation)
{
  int fd = g_open (folder, O_RDONLY | O_DIRECTORY | O_CLOEXEC, 0);
  int number;

  if (fd < 0 || TEMP_FAILURE_RETRY (flock (fd, operation)) == 0)
    return fd;
  if ((operation & LOCK_SH) != 0)
    return fd;

  number = errno;
  g_close (fd, NULL);
  errno = number;
  return -1;
}

/**
 * waxseal_folder_move:
 * @from_folder: a descriptor of a folder, and @from the name in it
 * @to_folder: a descriptor of a folder, and @to the new name in it
 *
 * Renames a file so that the disk knows, and never replaces one.
 *
 * Returns: %FALSE with errno set, EEXIST where @to is taken.
 */
gboolean
waxseal_folder_move (int from_folder, const char *from, int to_folder, const char *to)
{
  if (renameat2 (from_folder, from, to_folder, to, RENAME_NOREPLACE) != 0)
    {
      if (errno != EINVAL && errno != ENOSYS)
        return FALSE;
      /* This file system cannot promise it, but whoever moves files here holds the lock. */
      if (faccessat (to_folder, to, F_OK, AT_SYMLINK_NOFOLLOW) == 0)
        {
          errno = EEXIST;
          return FALSE;
        }
      if (renameat (from_folder, from, to_folder, to) != 0)
        return FALSE;
    }
  fsync (to_folder);
  fsync (from_folder);
  return TRUE;
}
