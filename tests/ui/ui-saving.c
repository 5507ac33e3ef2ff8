/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "ui-saving.h"

static GtkWindow *
wait_chooser (const char *name)
{
  GtkWindow *dialog = ui_driver_wait_dialog (GTK_TYPE_FILE_CHOOSER_DIALOG);
  g_autofree char *proposed = gtk_file_chooser_get_current_name (GTK_FILE_CHOOSER (dialog));

  g_assert_cmpstr (proposed, ==, name);
  return dialog;
}

/* Saves nothing. */
void
ui_saving_cancel (const char *name)
{
  gtk_dialog_response (GTK_DIALOG (wait_chooser (name)), GTK_RESPONSE_CANCEL);
  ui_driver_settle (200);
}

static gboolean
is_there (gpointer path)
{
  return g_file_test (path, G_FILE_TEST_EXISTS);
}

typedef struct
{
  GtkFileChooser *chooser;
  GFile *file;
} Choice;

static gboolean
is_chosen (gpointer user_data)
{
  Choice *choice = user_data;
  g_autoptr (GFile) file = gtk_file_chooser_get_file (choice->chooser);

  return file != NULL && g_file_equal (file, choice->file);
}

/* Types a path in the data folder, and saves it there. Returns: (transfer full): what is in the
 * file, which is gone. */
char *
ui_saving_accept (const char *name)
{
  GtkWindow *dialog = wait_chooser (name);
  g_autofree char *path = g_build_filename (g_get_user_data_dir (), name, NULL);
  g_autoptr (GFile) file = g_file_new_for_path (path);
  Choice choice = { GTK_FILE_CHOOSER (dialog), file };
  g_autoptr (GError) error = NULL;
  char *contents;

  gtk_file_chooser_set_current_name (choice.chooser, path);
  ui_driver_wait (is_chosen, &choice);
  ui_driver_settle (200);
  gtk_dialog_response (GTK_DIALOG (dialog), GTK_RESPONSE_ACCEPT);
  ui_driver_wait (is_there, path);
  ui_driver_settle (200);
  g_file_get_contents (path, &contents, NULL, &error);
  g_assert_no_error (error);
  g_assert_cmpint (remove (path), ==, 0);
  return contents;
}
