/* SPDX-License-Identifier: GPL-3.0-or-later */
#include <glib/gi18n.h>

#include "waxseal-date.h"
#include "waxseal-manifest-read.h"
#include "waxseal-manifest-report.h"
#include "waxseal-report-private.h"
#include "waxseal-summary-document.h"

/* What comes of the file is as good as the word that it came from CRES. */
static void
add_source (WaxsealReport *self)
{
  WaxsealManifestSource *source = waxseal_organization_get_manifest (self->organization);
  const char *read_on = waxseal_record_get_text (source, "read-on");
  g_autofree char *file = NULL;

  if (waxseal_manifest_source_is_empty (source))
    {
      waxseal_report_add_fact (self,
                               _ ("Where it is from"),
                               _ ("Made by Waxseal from the add-in’s settings"),
                               WAXSEAL_MARK_ASSUMED,
                               NULL,
                               NULL);
      return;
    }
  waxseal_report_add_fact (self,
                           _ ("Where it is from"),
                           waxseal_record_get_flag (source, "from-cres")
                             ? _ ("Downloaded from CRES")
                             : _ ("From elsewhere than CRES"),
                           WAXSEAL_MARK_DECLARED,
                           read_on,
                           NULL);
  /* Translators: a file name, and a checksum on a line of its own */
  file = g_strdup_printf (_ ("%s\nSHA-256 %s"),
                          waxseal_record_get_text (source, "file-name"),
                          waxseal_record_get_text (source, "sha256"));
  waxseal_report_add_fact (
    self, _ ("File that was read"), file, WAXSEAL_MARK_DECLARED, read_on, NULL);
}

/* Nobody's word: Waxseal wrote that file. */
static void
add_export (WaxsealReport *self)
{
  WaxsealRecord *exported = waxseal_record_get_child (self->organization, "exported");
  const char *exported_on = waxseal_record_get_text (exported, "exported-on");
  g_autofree char *time = waxseal_date_format_time (exported_on);
  g_autofree char *text = NULL;

  if (*exported_on == '\0')
    {
      waxseal_report_add_fact (
        self, _ ("Last exported"), _ ("Not yet"), WAXSEAL_MARK_UNKNOWN, NULL, NULL);
      return;
    }
  /* Translators: a version, a time, and a checksum on a line of its own */
  text = g_strdup_printf (_ ("Version %s, %s\nSHA-256 %s"),
                          waxseal_record_get_text (exported, "version"),
                          time,
                          waxseal_record_get_text (exported, "sha256"));
  waxseal_document_add_row (self->document);
  waxseal_document_add_cell (self->document, _ ("Last exported"), WAXSEAL_MARK_NONE);
  waxseal_document_add_cell (self->document, text, WAXSEAL_MARK_NONE);
  waxseal_document_add_cell (self->document, _ ("Written by Waxseal"), WAXSEAL_MARK_NONE);
}

/** waxseal_report_add_manifest: Adds where the manifest is from, and what it says. */
void
waxseal_report_add_manifest (WaxsealReport *self)
{
  WaxsealManifestSource *source = waxseal_organization_get_manifest (self->organization);
  g_autofree char *when = g_date_time_format (self->now, "%Y-%m-%dT%H:%M:%SZ");
  g_autoptr (WaxsealManifestReport) report = waxseal_manifest_report_new (self->draft, when);
  g_autofree char *known = waxseal_mark_describe (WAXSEAL_MARK_DECLARED,
                                                  waxseal_record_get_text (source, "read-on"),
                                                  NULL);

  waxseal_document_add_heading (self->document, 1, _ ("Manifest"));
  waxseal_report_begin_facts (self);
  add_source (self);
  add_export (self);
  waxseal_summary_document_add (self->document, report, 2, known);
}
