/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Saving the report of a set-up: asks for the format, then where. */
#include "waxseal-report-export.h"

#include <glib/gi18n.h>

#include "waxseal-document-save.h"
#include "waxseal-report-dialog.h"
#include "waxseal-report.h"

static void
save_report (GtkWindow *parent, WaxsealManifestDraft *draft, const char *format)
{
  WaxsealOrganization *organization = waxseal_manifest_draft_get_organization (draft);
  g_autoptr (GDateTime) now = g_date_time_new_now_utc ();
  g_autofree char *name = waxseal_report_dup_file_name (organization, format);

  waxseal_document_save (
    parent, _ ("Save Report"), name, waxseal_report_new (organization, draft, now), format);
}

static void
chosen_cb (WaxsealReportDialog *dialog, const char *response, gpointer user_data)
{
  if (g_str_equal (response, "create"))
    save_report (gtk_window_get_transient_for (GTK_WINDOW (dialog)),
                 user_data,
                 waxseal_report_dialog_get_format (dialog));
}

/**
 * waxseal_report_export:
 * @parent: where "win.notify" says how it went
 * @draft: of the organisation that the report is about
 *
 * Saves a report of the whole set-up where the user wants it.
 */
void
waxseal_report_export (GtkWindow *parent, WaxsealManifestDraft *draft)
{
  WaxsealReportDialog *dialog = waxseal_report_dialog_new (parent);

  g_signal_connect_data (dialog,
                         "response",
                         G_CALLBACK (chosen_cb),
                         g_object_ref (draft),
                         (GClosureNotify) (GCallback) g_object_unref,
                         0);
  gtk_window_present (GTK_WINDOW (dialog));
}
