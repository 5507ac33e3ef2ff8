/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "waxseal-check-batch.h"

#include <errno.h>
#include <glib/gi18n.h>
#include <libxml/parser.h>

#include "waxseal-command.h"
#include "waxseal-finding.h"

/* So many files are checked, by all processors, before their findings are handed on in order: many
 * enough to be worth the threads, few enough that thousands of files need no more memory. */
#define BATCH 128

typedef struct
{
  WaxsealManifestTarget target;
  WaxsealCheckWish wishes;
} Batch;

static GPtrArray *
make_unreadable (int reason)
{
  gboolean is_folder = reason == EISDIR;
  GPtrArray *findings = g_ptr_array_new_with_free_func (g_object_unref);
  char *message = is_folder
                    ? g_strdup (_ ("This is a folder, not a file."))
                    : g_strdup_printf (_ ("The file cannot be read: %s."), g_strerror (reason));

  g_ptr_array_add (findings,
                   waxseal_finding_new (WAXSEAL_SEVERITY_ERROR,
                                        is_folder ? "folder" : "unreadable",
                                        0,
                                        0,
                                        NULL,
                                        message,
                                        is_folder
                                          ? _ ("Name the files in it, for instance “folder/*.xml”.")
                                          : _ ("Check its name, and whether you may read it.")));
  return findings;
}

static void
check_file (gpointer data, gpointer user_data)
{
  WaxsealCheckedFile *file = data;
  const Batch *batch = user_data;
  g_autoptr (GBytes) bytes = waxseal_command_read (file->name);
  g_autoptr (WaxsealManifestDocument) document = NULL;

  if (bytes == NULL)
    {
      file->findings = make_unreadable (errno);
      return;
    }
  document = waxseal_manifest_document_new (bytes);
  file->is_readable = waxseal_manifest_document_get_root (document) != NULL;
  if (batch->wishes & WAXSEAL_CHECK_WISH_ADDRESSES)
    file->addresses = waxseal_manifest_addresses_list (document, &file->has_more);
  file->findings = batch->wishes & WAXSEAL_CHECK_WISH_FIELDS
                     ? waxseal_manifest_check_for (document, batch->target)
                     : waxseal_manifest_check_without_fields (document, batch->target);
}

/* A full batch is worth threads; starting them costs more than checking a few files. */
static void
check_files (WaxsealCheckedFile *files, guint n_files, Batch *batch)
{
  GThreadPool *pool = NULL;

  if (n_files == BATCH)
    pool = g_thread_pool_new (check_file, batch, g_get_num_processors (), FALSE, NULL);
  for (guint i = 0; i < n_files; i++)
    if (pool != NULL)
      g_thread_pool_push (pool, &files[i], NULL);
    else
      check_file (&files[i], batch);
  if (pool != NULL)
    g_thread_pool_free (pool, FALSE, TRUE);
}

/**
 * waxseal_check_batch_run:
 * @names: (array zero-terminated): the files; “-” is the standard input
 * @wishes: whether the findings shall name the fields they are about, and the like
 * @func: called for each file, in this thread and in their order
 *
 * Reads and checks files; nothing of a batch of them is kept when the next one comes.
 */
void
waxseal_check_batch_run (char **names,
                         WaxsealManifestTarget target,
                         WaxsealCheckWish wishes,
                         WaxsealCheckedFunc func,
                         gpointer user_data)
{
  Batch batch = { target, wishes };

  /* libxml2 asks for it where threads use it. */
  xmlInitParser ();
  while (*names != NULL)
    {
      WaxsealCheckedFile files[BATCH] = { { 0 } };
      guint n_files = 0;

      for (; n_files < BATCH && *names != NULL; names++)
        files[n_files++].name = *names;
      check_files (files, n_files, &batch);
      for (guint i = 0; i < n_files; i++)
        {
          func (&files[i], user_data);
          g_ptr_array_unref (files[i].findings);
          g_clear_pointer (&files[i].addresses, g_ptr_array_unref);
        }
    }
}
