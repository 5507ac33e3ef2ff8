/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Saving one page about the manifest, for those who approve a change. */
#include "waxseal-summary-export.h"

#include <glib/gi18n.h>
#include <string.h>

#include "waxseal-date.h"
#include "waxseal-document-save.h"
#include "waxseal-manifest-report.h"
#include "waxseal-summary-document.h"

/* “waxseal-contoso-1.0.0.0.html”, beside the manifest's own name */
static char *
dup_file_name (WaxsealManifestDraft *draft, const char *format)
{
  g_autofree char *name = waxseal_manifest_draft_dup_file_name (draft);
  char *dot = strrchr (name, '.');

  if (dot != NULL)
    *dot = '\0';
  return g_strconcat (name, ".", format, NULL);
}

/**
 * waxseal_summary_export:
 * @parent: where "win.notify" says how it went
 * @format: “html” or “pdf”
 *
 * Saves a summary of @draft where the user wants it.
 */
void
waxseal_summary_export (GtkWindow *parent, WaxsealManifestDraft *draft, const char *format)
{
  g_autofree char *now = waxseal_date_now ();
  g_autofree char *name = dup_file_name (draft, format);
  g_autoptr (WaxsealManifestReport) report = waxseal_manifest_report_new (draft, now);

  waxseal_document_save (
    parent, _ ("Export Summary"), name, waxseal_summary_document_new (report), format);
}
