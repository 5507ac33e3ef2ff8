/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Saving a document: written in a thread, since a large one takes a while, then asked where. */
#include "waxseal-document-save.h"

#include "waxseal-document-formats.h"
#include "waxseal-save-bytes.h"

typedef struct
{
  char *title;
  char *file_name;
  WaxsealDocument *document;
  char *format;
  WaxsealPaper paper;
} Job;

static void
free_job (gpointer data)
{
  Job *job = data;

  g_free (job->title);
  g_free (job->file_name);
  waxseal_document_free (job->document);
  g_free (job->format);
  g_free (job);
}

static void
write_thread (GTask *task, gpointer source, gpointer task_data, GCancellable *cancellable)
{
  Job *job = task_data;

  g_task_return_pointer (task,
                         waxseal_document_write (job->document, job->format, &job->paper),
                         (GDestroyNotify) g_bytes_unref);
}

static void
written_cb (GObject *parent, GAsyncResult *result, gpointer user_data)
{
  Job *job = g_task_get_task_data (G_TASK (result));
  g_autoptr (GBytes) bytes = g_task_propagate_pointer (G_TASK (result), NULL);

  /* The window may be gone meanwhile. */
  if (gtk_widget_get_realized (GTK_WIDGET (parent)))
    waxseal_save_bytes_async (GTK_WINDOW (parent), job->title, job->file_name, bytes, NULL, NULL);
}

/**
 * waxseal_document_save:
 * @parent: where "win.notify" says how it went
 * @title: of the dialog that asks where, translated
 * @file_name: what to propose
 * @document: (transfer full): what to save
 * @format: as waxseal_document_write() has it
 */
void
waxseal_document_save (GtkWindow *parent,
                       const char *title,
                       const char *file_name,
                       WaxsealDocument *document,
                       const char *format)
{
  g_autoptr (GTask) task = g_task_new (parent, NULL, written_cb, NULL);
  Job *job = g_new0 (Job, 1);

  job->title = g_strdup (title);
  job->file_name = g_strdup (file_name);
  job->document = document;
  job->format = g_strdup (format);
  waxseal_paper_init (&job->paper, GTK_WIDGET (parent));
  g_task_set_source_tag (task, waxseal_document_save);
  g_task_set_task_data (task, job, free_job);
  g_task_run_in_thread (task, write_thread);
}
