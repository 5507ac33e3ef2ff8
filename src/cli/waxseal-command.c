/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "waxseal-command.h"

#include "config.h"

#include <errno.h>
#include <fcntl.h>
#include <glib/gi18n.h>
#include <glib/gstdio.h>
#include <locale.h>
#include <sys/stat.h>
#include <unistd.h>

#include "waxseal-finding.h"
#include "waxseal-manifest-document.h"
#include "waxseal-safe-text.h"

/* What is set aside for a file of unknown size. */
#define USUAL_BYTES 16384

/** waxseal_command_set_up: has the messages translated, and keeps the standard output for the
 * result alone. */
void
waxseal_command_set_up (void)
{
  setlocale (LC_ALL, "");
  bindtextdomain (GETTEXT_PACKAGE, LOCALEDIR);
  bind_textdomain_codeset (GETTEXT_PACKAGE, "UTF-8");
  textdomain (GETTEXT_PACKAGE);
  g_log_writer_default_set_use_stderr (TRUE);
}

/** waxseal_command_rate: @findings: (element-type WaxsealFinding): of one manifest.
 * Returns: how a command ends that found these. */
WaxsealExit
waxseal_command_rate (GPtrArray *findings)
{
  for (guint i = 0; i < findings->len; i++)
    if (waxseal_finding_get_severity (g_ptr_array_index (findings, i)) == WAXSEAL_SEVERITY_ERROR)
      return WAXSEAL_EXIT_ERRORS;
  return WAXSEAL_EXIT_FINE;
}

/** waxseal_command_fail: says on one line of the standard error why @command failed.
 * Returns: %WAXSEAL_EXIT_FAILED. */
WaxsealExit
waxseal_command_fail (const char *command, const char *message)
{
  g_autofree char *safe = waxseal_safe_text_new (message, WAXSEAL_SAFE_TEXT_LINE);

  g_printerr ("waxseal %s: %s\n", command, safe);
  return WAXSEAL_EXIT_FAILED;
}

/* How many bytes to make room for at first: those of the file and one more, so that its end is
 * seen; a pipe does not say. */
static gsize
guess_room (int descriptor)
{
  struct stat status;

  if (fstat (descriptor, &status) != 0 || !S_ISREG (status.st_mode))
    return USUAL_BYTES;
  return CLAMP (status.st_size + 1, USUAL_BYTES, WAXSEAL_MANIFEST_DOCUMENT_MAX_BYTES + 1);
}

/* Reads one byte more than a manifest may have at most, so that a larger file is recognised, and
 * an endless one ends. */
static GBytes *
read_all (int descriptor)
{
  gsize room = guess_room (descriptor);
  gsize size = 0;
  g_autofree char *data = g_malloc (room);

  while (size <= WAXSEAL_MANIFEST_DOCUMENT_MAX_BYTES)
    {
      gssize count;

      if (size == room)
        {
          room = MIN (room * 2, WAXSEAL_MANIFEST_DOCUMENT_MAX_BYTES + 1);
          data = g_realloc (data, room);
        }
      count = read (descriptor, data + size, room - size);
      if (count == 0)
        break;
      if (count < 0 && errno == EINTR)
        continue;
      if (count < 0)
        return NULL;
      size += count;
    }
  return g_bytes_new_take (g_steal_pointer (&data), size);
}

/**
 * waxseal_command_read:
 * @file_name: “-” is the standard input
 *
 * Returns: (transfer full) (nullable): what is in it, at most one byte more than a manifest may
 *   have; %NULL with errno set where it cannot be read.
 */
GBytes *
waxseal_command_read (const char *file_name)
{
  int descriptor;
  int reason;
  GBytes *bytes;

  if (g_str_equal (file_name, "-"))
    return read_all (STDIN_FILENO);

  descriptor = g_open (file_name, O_RDONLY | O_CLOEXEC, 0);
  if (descriptor < 0)
    return NULL;
  bytes = read_all (descriptor);
  reason = errno;
  close (descriptor);
  errno = reason;
  return bytes;
}
