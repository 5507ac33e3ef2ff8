/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The chapters of the report, and what they are written with. */
#pragma once

#include "waxseal-report.h"

G_BEGIN_DECLS

/** WaxsealReport: a report that is being written. */
typedef struct
{
  WaxsealDocument *document;
  WaxsealOrganization *organization;
  WaxsealManifestDraft *draft;
  GDateTime *now;
} WaxsealReport;

/** WaxsealReportItem: Writes the row or rows of @item. */
typedef void (*WaxsealReportItem) (WaxsealReport *self, gpointer item);

void waxseal_report_begin_facts (WaxsealReport *self);
void waxseal_report_add_fact (WaxsealReport *self,
                              const char *label,
                              const char *value,
                              WaxsealMark mark,
                              const char *when,
                              const char *by);
void waxseal_report_add_typed (WaxsealReport *self, const char *label, const char *value);
void waxseal_report_add_event (WaxsealReport *self,
                               const char *label,
                               const char *when,
                               WaxsealMark mark,
                               const char *by);
void
waxseal_report_add_known (WaxsealReport *self, WaxsealMark mark, const char *when, const char *by);
void waxseal_report_add_items (WaxsealReport *self, GListModel *items, WaxsealReportItem add_item);

void waxseal_report_add_overview (WaxsealReport *self);
void waxseal_report_add_entra (WaxsealReport *self);
void waxseal_report_add_cres (WaxsealReport *self);
void waxseal_report_add_manifest (WaxsealReport *self);
void waxseal_report_add_rollout (WaxsealReport *self);
void waxseal_report_add_phase (WaxsealReport *self, gpointer phase);
void waxseal_report_add_checks (WaxsealReport *self);
void waxseal_report_add_journal (WaxsealReport *self);

G_END_DECLS
