/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The store writes what is unsaved, before an exit. */
#include "waxseal-organization-store-private.h"

typedef struct
{
  guint n_left;
  GError *error; /* the first one */
} Flush;

static void
free_flush (gpointer data)
{
  Flush *flush = data;

  g_clear_error (&flush->error);
  g_free (flush);
}

/* Ends one part of the flush, and the whole with the last one. */
static void
end_part (GTask *task)
{
  Flush *flush = g_task_get_task_data (task);

  if (--flush->n_left > 0)
    return;
  if (flush->error != NULL)
    g_task_return_error (task, g_steal_pointer (&flush->error));
  else
    g_task_return_boolean (task, TRUE);
}

static void
flushed_cb (GObject *source, GAsyncResult *result, gpointer data)
{
  g_autoptr (GTask) task = data;
  Flush *flush = g_task_get_task_data (task);

  waxseal_organization_saver_flush_finish (WAXSEAL_ORGANIZATION_SAVER (source),
                                           result,
                                           flush->error == NULL ? &flush->error : NULL);
  end_part (task);
}

/**
 * waxseal_organization_store_flush_async:
 *
 * Saves now what is unsaved, also what failed before. To be waited for before the process ends.
 * Finish fails with the error of the first file that could not be written.
 */
void
waxseal_organization_store_flush_async (WaxsealOrganizationStore *self,
                                        GCancellable *cancellable,
                                        GAsyncReadyCallback cb,
                                        gpointer data)
{
  g_autoptr (GTask) task = g_task_new (self, cancellable, cb, data);
  Flush *flush = g_new0 (Flush, 1);
  GHashTableIter iter;
  gpointer saver;

  g_task_set_source_tag (task, waxseal_organization_store_flush_async);
  g_task_set_task_data (task, flush, free_flush);
  flush->n_left = g_hash_table_size (self->savers) + 1;
  g_hash_table_iter_init (&iter, self->savers);
  while (g_hash_table_iter_next (&iter, NULL, &saver))
    waxseal_organization_saver_flush_async (saver, NULL, flushed_cb, g_object_ref (task));
  end_part (task);
}

gboolean
waxseal_organization_store_flush_finish (WaxsealOrganizationStore *self,
                                         GAsyncResult *result,
                                         GError **error)
{
  return g_task_propagate_boolean (G_TASK (result), error);
}
