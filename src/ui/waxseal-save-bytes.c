/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Asks where to save something, and saves it there. */
#include "waxseal-save-bytes.h"

#include <glib/gi18n.h>

static void
written_cb (GObject *source, GAsyncResult *result, gpointer user_data)
{
  g_autoptr (GTask) task = user_data;
  g_autoptr (GError) error = NULL;
  g_autofree char *name = g_file_get_basename (G_FILE (source));
  g_autofree char *message = NULL;
  gboolean written = g_file_replace_contents_finish (G_FILE (source), result, NULL, &error);

  if (written)
    /* Translators: %s is a file name */
    message = g_strdup_printf (_ ("“%s” exported"), name);
  else
    message = g_strdup_printf (_ ("“%s” could not be written: %s"), name, error->message);
  gtk_widget_activate_action (g_task_get_source_object (task), "win.notify", "s", message);
  g_task_return_boolean (task, written);
}

static void
chosen_cb (GtkNativeDialog *chooser, int response, gpointer user_data)
{
  g_autoptr (GTask) task = user_data;
  g_autoptr (GFile) file = NULL;

  if (response == GTK_RESPONSE_ACCEPT)
    file = gtk_file_chooser_get_file (GTK_FILE_CHOOSER (chooser));
  g_object_unref (chooser);
  if (file == NULL)
    {
      g_task_return_boolean (task, FALSE);
      return;
    }
  g_file_replace_contents_bytes_async (file,
                                       g_task_get_task_data (task),
                                       NULL,
                                       FALSE,
                                       G_FILE_CREATE_NONE,
                                       NULL,
                                       written_cb,
                                       g_object_ref (task));
}

/**
 * waxseal_save_bytes_async:
 * @parent: where "win.notify" says how it went
 * @title: of the dialog, translated
 * @file_name: what to propose
 */
void
waxseal_save_bytes_async (GtkWindow *parent,
                          const char *title,
                          const char *file_name,
                          GBytes *bytes,
                          GAsyncReadyCallback callback,
                          gpointer user_data)
{
  GtkFileChooserNative *chooser =
    gtk_file_chooser_native_new (title, parent, GTK_FILE_CHOOSER_ACTION_SAVE, NULL, NULL);
  GTask *task = g_task_new (parent, NULL, callback, user_data);

  g_task_set_source_tag (task, waxseal_save_bytes_async);
  g_task_set_task_data (task, g_bytes_ref (bytes), (GDestroyNotify) g_bytes_unref);
  gtk_file_chooser_set_current_name (GTK_FILE_CHOOSER (chooser), file_name);
  gtk_native_dialog_set_modal (GTK_NATIVE_DIALOG (chooser), TRUE);
  g_signal_connect (chooser, "response", G_CALLBACK (chosen_cb), task);
  gtk_native_dialog_show (GTK_NATIVE_DIALOG (chooser));
}

/** waxseal_save_bytes_finish: Returns: whether it was saved; the user may have cancelled. */
gboolean
waxseal_save_bytes_finish (GtkWindow *parent, GAsyncResult *result)
{
  return g_task_propagate_boolean (G_TASK (result), NULL);
}
