/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "waxseal-manifest-file.h"

#include <glib/gi18n.h>

#include "waxseal-bounded-file.h"
#include "waxseal-error.h"
#include "waxseal-finding.h"
#include "waxseal-manifest-check.h"

typedef struct
{
  WaxsealManifestDocument *document;
  GListStore *findings;
} LoadedFile;

static LoadedFile *
loaded_file_new (GBytes *bytes)
{
  LoadedFile *file = g_new (LoadedFile, 1);
  g_autoptr (GPtrArray) findings = NULL;

  file->document = waxseal_manifest_document_new (bytes);
  file->findings = g_list_store_new (WAXSEAL_TYPE_FINDING);
  findings = waxseal_manifest_check (file->document);
  g_list_store_splice (file->findings, 0, 0, findings->pdata, findings->len);
  return file;
}

static void
loaded_file_free (LoadedFile *file)
{
  g_clear_object (&file->document);
  g_clear_object (&file->findings);
  g_free (file);
}

static void
load_thread (GTask *task, gpointer source, gpointer task_data, GCancellable *cancellable)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (GBytes) bytes =
    waxseal_bounded_file_read (source, WAXSEAL_MANIFEST_DOCUMENT_MAX_BYTES, cancellable, &error);

  if (bytes != NULL)
    g_task_return_pointer (task, loaded_file_new (bytes), (GDestroyNotify) loaded_file_free);
  else if (g_error_matches (error, G_IO_ERROR, G_IO_ERROR_NOT_REGULAR_FILE))
    g_task_return_new_error (task,
                             WAXSEAL_ERROR,
                             WAXSEAL_ERROR_MANIFEST_UNREADABLE,
                             "%s",
                             _ ("This is not a file but a folder or a device. Choose a manifest "
                                "file (.xml)."));
  else
    g_task_return_error (task, g_steal_pointer (&error));
}

/**
 * waxseal_manifest_file_load_async:
 *
 * Reads and checks @file in a thread; never more than %WAXSEAL_MANIFEST_DOCUMENT_MAX_BYTES of it.
 */
void
waxseal_manifest_file_load_async (GFile *file,
                                  GCancellable *cancellable,
                                  GAsyncReadyCallback callback,
                                  gpointer user_data)
{
  g_autoptr (GTask) task = g_task_new (file, cancellable, callback, user_data);

  g_task_set_source_tag (task, waxseal_manifest_file_load_async);
  g_task_run_in_thread (task, load_thread);
}

/**
 * waxseal_manifest_file_load_finish:
 * @findings: (out) (transfer full): of #WaxsealFinding
 *
 * Returns: (transfer full): the document, also of a file that is no manifest; %NULL with a
 * #GIOErrorEnum or %WAXSEAL_ERROR_MANIFEST_UNREADABLE where there is nothing to read.
 */
WaxsealManifestDocument *
waxseal_manifest_file_load_finish (GFile *file,
                                   GAsyncResult *result,
                                   GListModel **findings,
                                   GError **error)
{
  LoadedFile *loaded = g_task_propagate_pointer (G_TASK (result), error);
  WaxsealManifestDocument *document;

  if (loaded == NULL)
    return NULL;
  document = g_steal_pointer (&loaded->document);
  *findings = G_LIST_MODEL (g_steal_pointer (&loaded->findings));
  loaded_file_free (loaded);
  return document;
}
