/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Saving the manifest: asks where, warns of errors first, and writes the bytes of the preview. */
#include "waxseal-manifest-export.h"

#include <glib/gi18n.h>

#include "waxseal-finding.h"

typedef struct
{
  GtkWindow *parent;
  WaxsealManifestDraft *draft;
} ExportRun;

static void
export_run_free (ExportRun *run)
{
  g_object_unref (run->parent);
  g_object_unref (run->draft);
  g_free (run);
}

G_DEFINE_AUTOPTR_CLEANUP_FUNC (ExportRun, export_run_free)

static void
written_cb (GObject *source, GAsyncResult *result, gpointer user_data)
{
  g_autoptr (ExportRun) run = user_data;
  g_autoptr (GError) error = NULL;
  g_autofree char *name = g_file_get_basename (G_FILE (source));
  g_autofree char *message = NULL;

  if (g_file_replace_contents_finish (G_FILE (source), result, NULL, &error))
    /* Translators: %s is a file name */
    message = g_strdup_printf (_ ("“%s” exported"), name);
  else
    message = g_strdup_printf (_ ("“%s” could not be written: %s"), name, error->message);
  gtk_widget_activate_action (GTK_WIDGET (run->parent), "win.notify", "s", message);
}

static void
chosen_cb (GtkNativeDialog *chooser, int response, gpointer user_data)
{
  g_autoptr (ExportRun) run = user_data;
  g_autoptr (GFile) file = NULL;

  if (response == GTK_RESPONSE_ACCEPT)
    file = gtk_file_chooser_get_file (GTK_FILE_CHOOSER (chooser));
  g_object_unref (chooser);
  if (file == NULL)
    return;
  g_file_replace_contents_bytes_async (file,
                                       waxseal_manifest_draft_get_bytes (run->draft),
                                       NULL,
                                       FALSE,
                                       G_FILE_CREATE_NONE,
                                       NULL,
                                       written_cb,
                                       g_steal_pointer (&run));
}

static void
choose_file (ExportRun *run)
{
  GtkFileChooserNative *chooser = gtk_file_chooser_native_new (
    _ ("Export Manifest"), run->parent, GTK_FILE_CHOOSER_ACTION_SAVE, NULL, NULL);
  g_autofree char *name = waxseal_manifest_draft_dup_file_name (run->draft);

  gtk_file_chooser_set_current_name (GTK_FILE_CHOOSER (chooser), name);
  gtk_native_dialog_set_modal (GTK_NATIVE_DIALOG (chooser), TRUE);
  g_signal_connect (chooser, "response", G_CALLBACK (chosen_cb), run);
  gtk_native_dialog_show (GTK_NATIVE_DIALOG (chooser));
}

static void
warned_cb (AdwMessageDialog *dialog, const char *response, gpointer user_data)
{
  g_autoptr (ExportRun) run = user_data;

  if (g_str_equal (response, "export"))
    choose_file (g_steal_pointer (&run));
}

static void
warn_of_errors (ExportRun *run, guint n_errors)
{
  g_autoptr (GtkBuilder) builder =
    gtk_builder_new_from_resource ("/io/github/waxseal/Waxseal/ui/waxseal-export-dialog.ui");
  AdwMessageDialog *dialog = ADW_MESSAGE_DIALOG (gtk_builder_get_object (builder, "dialog"));
  g_autofree char *heading =
    g_strdup_printf (ngettext ("The Manifest Has %u Error", "The Manifest Has %u Errors", n_errors),
                     n_errors);

  adw_message_dialog_set_heading (dialog, heading);
  gtk_window_set_transient_for (GTK_WINDOW (dialog), run->parent);
  g_signal_connect (dialog, "response", G_CALLBACK (warned_cb), run);
  gtk_window_present (GTK_WINDOW (dialog));
}

/**
 * waxseal_manifest_export:
 * @parent: where "win.notify" says how it went
 *
 * Saves the manifest where the user wants it. One with errors needs a second word: Microsoft 365
 * will hardly take it.
 */
void
waxseal_manifest_export (GtkWindow *parent, WaxsealManifestDraft *draft)
{
  guint n_errors =
    waxseal_finding_count (waxseal_manifest_draft_get_findings (draft), WAXSEAL_SEVERITY_ERROR);
  ExportRun *run = g_new (ExportRun, 1);

  *run = (ExportRun){ g_object_ref (parent), g_object_ref (draft) };
  if (n_errors > 0)
    warn_of_errors (run, n_errors);
  else
    choose_file (run);
}
