/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The summary of a manifest as a document, by itself or in a larger one. */
#include "waxseal-summary-document.h"

#include <glib/gi18n.h>

static const WaxsealDocumentColumn columns[] = {
  { N_ ("What"), 25 },
  { N_ ("What the manifest says"), 55 },
  { N_ ("Note"), 20 },
};
static const WaxsealDocumentColumn known_columns[] = {
  { N_ ("What"), 25 },
  { N_ ("What the manifest says"), 47 },
  { N_ ("How it is known"), 28 },
};

static const WaxsealMark marks[] = {
  [WAXSEAL_REPORT_PLAIN] = WAXSEAL_MARK_NONE,
  [WAXSEAL_REPORT_COMPUTED] = WAXSEAL_MARK_NONE,
  [WAXSEAL_REPORT_ASSUMED] = WAXSEAL_MARK_ASSUMED,
  [WAXSEAL_REPORT_HINT] = WAXSEAL_MARK_HINT,
  [WAXSEAL_REPORT_WARNING] = WAXSEAL_MARK_ATTENTION,
  [WAXSEAL_REPORT_ERROR] = WAXSEAL_MARK_ATTENTION,
};

/* @known stands where the report has nothing to note. */
static void
add_note (WaxsealDocument *document, WaxsealReportMark mark, const char *known)
{
  const char *words = waxseal_manifest_report_get_mark_words (mark);

  if (words != NULL)
    waxseal_document_add_cell (document, words, marks[mark]);
  else if (known == NULL)
    waxseal_document_add_cell (document, "", WAXSEAL_MARK_NONE);
  else if (mark == WAXSEAL_REPORT_COMPUTED)
    waxseal_document_add_cell (document, _ ("Computed from the file"), WAXSEAL_MARK_NONE);
  else
    waxseal_document_add_cell (document, known, WAXSEAL_MARK_DECLARED);
}

static void
add_section (WaxsealDocument *document,
             WaxsealReportSection *section,
             guint level,
             const char *known)
{
  waxseal_document_add_heading (document, level, section->title);
  waxseal_document_add_table (document,
                              known != NULL ? known_columns : columns,
                              G_N_ELEMENTS (columns));
  for (guint i = 0; i < section->rows->len; i++)
    {
      WaxsealReportRow *row = g_ptr_array_index (section->rows, i);

      waxseal_document_add_row (document);
      waxseal_document_add_cell (document, row->label, WAXSEAL_MARK_NONE);
      waxseal_document_add_cell (document, row->value, WAXSEAL_MARK_NONE);
      add_note (document, row->mark, known);
    }
}

/**
 * waxseal_summary_document_add:
 * @level: of the headings
 * @known: (nullable): how what the manifest says is known, translated: “Declared on …”; %NULL where
 *   the document says nothing of that
 *
 * Adds the sections of @report to @document.
 */
void
waxseal_summary_document_add (WaxsealDocument *document,
                              WaxsealManifestReport *report,
                              guint level,
                              const char *known)
{
  for (guint i = 0; i < report->sections->len; i++)
    add_section (document, g_ptr_array_index (report->sections, i), level, known);
}

/** waxseal_summary_document_new: Returns: (transfer full): the summary by itself. */
WaxsealDocument *
waxseal_summary_document_new (WaxsealManifestReport *report)
{
  WaxsealDocument *document = waxseal_document_new (report->title, report->subtitle);

  document->one_page = TRUE;
  waxseal_summary_document_add (document, report, 1, NULL);
  return document;
}
