/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "waxseal-hand-over-file.h"

#include <glib/gi18n.h>

#include "waxseal-bounded-file.h"
#include "waxseal-error.h"
#include "waxseal-organization-file.h"

static void
load_thread (GTask *task, gpointer source, gpointer task_data, GCancellable *cancellable)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (GBytes) bytes =
    waxseal_bounded_file_read (source, WAXSEAL_ORGANIZATION_FILE_MAX_SIZE, cancellable, &error);
  WaxsealHandOver *hand_over = NULL;

  if (g_error_matches (error, G_IO_ERROR, G_IO_ERROR_NOT_REGULAR_FILE))
    {
      g_task_return_new_error (task,
                               WAXSEAL_ERROR,
                               WAXSEAL_ERROR_FILE_DAMAGED,
                               "%s",
                               _ ("This is not a file but a folder or a device. Choose a hand-over "
                                  "file (.waxseal)."));
      return;
    }
  if (bytes != NULL)
    hand_over = waxseal_hand_over_parse (bytes, &error);
  if (hand_over != NULL)
    g_task_return_pointer (task, hand_over, g_object_unref);
  else
    g_task_return_error (task, g_steal_pointer (&error));
}

/**
 * waxseal_hand_over_file_load_async:
 *
 * Reads @file in a thread; never more than %WAXSEAL_ORGANIZATION_FILE_MAX_SIZE of it.
 */
void
waxseal_hand_over_file_load_async (GFile *file,
                                   GCancellable *cancellable,
                                   GAsyncReadyCallback callback,
                                   gpointer user_data)
{
  g_autoptr (GTask) task = g_task_new (file, cancellable, callback, user_data);

  g_task_set_source_tag (task, waxseal_hand_over_file_load_async);
  g_task_run_in_thread (task, load_thread);
}

/**
 * waxseal_hand_over_file_load_finish:
 *
 * Returns: (transfer full): the hand-over, or %NULL with a #GIOErrorEnum or what
 *   waxseal_hand_over_parse() says.
 */
WaxsealHandOver *
waxseal_hand_over_file_load_finish (GFile *file, GAsyncResult *result, GError **error)
{
  return g_task_propagate_pointer (G_TASK (result), error);
}
