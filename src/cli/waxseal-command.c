/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "waxseal-command.h"

#include <errno.h>
#include <fcntl.h>
#include <glib/gstdio.h>
#include <unistd.h>

#include "waxseal-manifest-document.h"
#include "waxseal-safe-text.h"

/** waxseal_command_fail: says on one line of the standard error why @command failed.
 * Returns: %WAXSEAL_EXIT_FAILED. */
WaxsealExit
waxseal_command_fail (const char *command, const char *message)
{
  g_autofree char *safe = waxseal_safe_text_new (message, WAXSEAL_SAFE_TEXT_LINE);

  g_printerr ("waxseal %s: %s\n", command, safe);
  return WAXSEAL_EXIT_FAILED;
}

/* Reads one byte more than a manifest may have at most, so that a larger file is recognised, and
 * an endless one ends. */
static GBytes *
read_all (int descriptor)
{
  g_autoptr (GByteArray) bytes = g_byte_array_new ();

  while (bytes->len <= WAXSEAL_MANIFEST_DOCUMENT_MAX_BYTES)
    {
      guint8 chunk[65536];
      gssize count = read (descriptor, chunk, sizeof chunk);

      if (count == 0)
        break;
      if (count < 0 && errno == EINTR)
        continue;
      if (count < 0)
        return NULL;
      g_byte_array_append (bytes, chunk, count);
    }
  return g_byte_array_free_to_bytes (g_steal_pointer (&bytes));
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
