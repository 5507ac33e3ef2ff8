/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "waxseal-bounded-file.h"

static gboolean
check_type (GFile *file, GCancellable *cancellable, GError **error)
{
  g_autoptr (GFileInfo) info = g_file_query_info (
    file, G_FILE_ATTRIBUTE_STANDARD_TYPE, G_FILE_QUERY_INFO_NONE, cancellable, error);

  if (info == NULL)
    return FALSE;
  if (g_file_info_get_file_type (info) == G_FILE_TYPE_REGULAR)
    return TRUE;
  g_set_error_literal (error, G_IO_ERROR, G_IO_ERROR_NOT_REGULAR_FILE, "not a regular file");
  return FALSE;
}

/**
 * waxseal_bounded_file_read:
 *
 * Reads any file that somebody chose, and at most one byte more than @limit of it: enough to know
 * that it is too large, and an end even to a file that has none. Blocks: for a thread.
 *
 * Returns: (transfer full): its bytes, or %NULL with a #GIOErrorEnum,
 *   %G_IO_ERROR_NOT_REGULAR_FILE for a folder or a device.
 */
GBytes *
waxseal_bounded_file_read (GFile *file, gsize limit, GCancellable *cancellable, GError **error)
{
  g_autoptr (GFileInputStream) stream = NULL;
  g_autofree char *buffer = NULL;
  gsize length;

  if (!check_type (file, cancellable, error))
    return NULL;
  stream = g_file_read (file, cancellable, error);
  if (stream == NULL)
    return NULL;
  buffer = g_malloc (limit + 1);
  if (!g_input_stream_read_all (
        G_INPUT_STREAM (stream), buffer, limit + 1, &length, cancellable, error))
    return NULL;
  return g_bytes_new (buffer, length);
}
