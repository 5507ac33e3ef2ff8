/* SPDX-License-Identifier: GPL-3.0-or-later */
/* One page about a manifest, for those who approve it: without GTK, as sections of rows. */
#pragma once

#include "waxseal-manifest-draft.h"

G_BEGIN_DECLS

/** WaxsealReportMark: what is special about a row. */
typedef enum
{
  WAXSEAL_REPORT_PLAIN,
  WAXSEAL_REPORT_COMPUTED, /* not from the manifest, but from its bytes */
  WAXSEAL_REPORT_ASSUMED,
  WAXSEAL_REPORT_HINT,
  WAXSEAL_REPORT_WARNING,
  WAXSEAL_REPORT_ERROR,
} WaxsealReportMark;

/** WaxsealReportRow: @value has a line for each thing it lists. */
typedef struct
{
  char *label;
  char *value;
  WaxsealReportMark mark;
} WaxsealReportRow;

typedef struct
{
  char *title;
  GPtrArray *rows; /* of WaxsealReportRow */
} WaxsealReportSection;

/** WaxsealManifestReport: texts from the manifest are in it as they are, but shortened. */
typedef struct
{
  char *title;
  char *subtitle;
  GPtrArray *sections; /* of WaxsealReportSection */
} WaxsealManifestReport;

WaxsealManifestReport *waxseal_manifest_report_new (WaxsealManifestDraft *draft, const char *when);
void waxseal_manifest_report_free (WaxsealManifestReport *self);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (WaxsealManifestReport, waxseal_manifest_report_free)

GPtrArray *waxseal_manifest_report_list_surfaces (WaxsealManifestDocument *document);
GPtrArray *waxseal_manifest_report_list_needs (WaxsealManifestDocument *document);
const char *waxseal_manifest_report_get_mark_words (WaxsealReportMark mark);

G_END_DECLS
