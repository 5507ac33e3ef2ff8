/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Saving the manifest: warns of errors first, offers a higher version where Outlook would not take
 * the update otherwise, asks where, and writes the bytes of the preview. */
#include "waxseal-manifest-export.h"

#include <glib/gi18n.h>

#include "waxseal-finding-counts.h"
#include "waxseal-manifest-release.h"
#include "waxseal-save-bytes.h"

typedef struct
{
  GtkWindow *parent;
  WaxsealManifestDraft *draft;
  GBytes *bytes;     /* what is saved, once that is settled */
  char *old_version; /* what it was before it was raised, or NULL */
  char *version;
} ExportRun;

static void
export_run_free (ExportRun *run)
{
  g_object_unref (run->parent);
  g_object_unref (run->draft);
  g_clear_pointer (&run->bytes, g_bytes_unref);
  g_free (run->old_version);
  g_free (run->version);
  g_free (run);
}

G_DEFINE_AUTOPTR_CLEANUP_FUNC (ExportRun, export_run_free)

static void
saved_cb (GObject *parent, GAsyncResult *result, gpointer user_data)
{
  g_autoptr (ExportRun) run = user_data;

  if (waxseal_save_bytes_finish (GTK_WINDOW (parent), result))
    waxseal_manifest_release_note (run->draft, run->bytes, run->version);
  else if (run->old_version != NULL)
    waxseal_manifest_release_set_version (run->draft, run->old_version);
}

static void
choose_file (ExportRun *run)
{
  g_autofree char *name = waxseal_manifest_draft_dup_file_name (run->draft);

  run->bytes = g_bytes_ref (waxseal_manifest_draft_get_bytes (run->draft));
  if (run->version == NULL)
    run->version = g_strdup (waxseal_manifest_release_get_version (run->draft));
  waxseal_save_bytes_async (run->parent, _ ("Export Manifest"), name, run->bytes, saved_cb, run);
}

static void
raise_chosen_cb (AdwMessageDialog *dialog, const char *response, gpointer user_data)
{
  g_autoptr (ExportRun) run = user_data;

  if (g_str_equal (response, "cancel"))
    return;
  if (g_str_equal (response, "raise"))
    {
      run->old_version = g_strdup (waxseal_manifest_release_get_version (run->draft));
      waxseal_manifest_release_set_version (run->draft, run->version);
    }
  else
    g_clear_pointer (&run->version, g_free);
  choose_file (g_steal_pointer (&run));
}

static void
offer_version (ExportRun *run)
{
  g_autoptr (GtkBuilder) builder = NULL;
  AdwMessageDialog *dialog;
  g_autofree char *label = NULL;

  run->version = waxseal_manifest_release_propose (run->draft);
  if (run->version == NULL)
    {
      choose_file (run);
      return;
    }
  builder = gtk_builder_new_from_resource ("/io/github/waxseal/Waxseal/ui/waxseal-raise-dialog.ui");
  dialog = ADW_MESSAGE_DIALOG (gtk_builder_get_object (builder, "dialog"));
  adw_message_dialog_format_body (
    dialog,
    _ ("The manifest has changed since it was last exported or imported, but its version is still "
       "%s. Outlook updates an add-in only when the version is higher."),
    waxseal_manifest_release_get_version (run->draft));
  /* Translators: %s is a version, such as 1.0.0.1 */
  label = g_strdup_printf (_ ("_Raise to %s and Export"), run->version);
  adw_message_dialog_set_response_label (dialog, "raise", label);
  gtk_window_set_transient_for (GTK_WINDOW (dialog), run->parent);
  g_signal_connect (dialog, "response", G_CALLBACK (raise_chosen_cb), run);
  gtk_window_present (GTK_WINDOW (dialog));
}

static void
warned_cb (AdwMessageDialog *dialog, const char *response, gpointer user_data)
{
  g_autoptr (ExportRun) run = user_data;

  if (g_str_equal (response, "export"))
    offer_version (g_steal_pointer (&run));
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
 * will hardly take it. A version that is raised stays so only if the manifest is saved.
 */
void
waxseal_manifest_export (GtkWindow *parent, WaxsealManifestDraft *draft)
{
  guint n_errors =
    waxseal_finding_count (waxseal_manifest_draft_get_findings (draft), WAXSEAL_SEVERITY_ERROR);
  ExportRun *run = g_new0 (ExportRun, 1);

  run->parent = g_object_ref (parent);
  run->draft = g_object_ref (draft);
  if (n_errors > 0)
    warn_of_errors (run, n_errors);
  else
    offer_version (run);
}
