/* SPDX-License-Identifier: GPL-3.0-or-later */
#include <glib/gi18n.h>

#include "waxseal-date.h"
#include "waxseal-phase-audience.h"
#include "waxseal-phase-stage.h"
#include "waxseal-report-private.h"
#include "waxseal-report-words.h"
#include "waxseal-rollout-words.h"

static const WaxsealDocumentColumn phase_columns[] = {
  { N_ ("Phase"), 20 },
  { N_ ("Audience"), 25 },
  { N_ ("What that means"), 30 },
  { N_ ("Stage"), 25 },
};

static void
add_phase_line (WaxsealReport *self, gpointer phase)
{
  GListModel *phases = waxseal_organization_get_phases (self->organization);
  WaxsealPhaseStage stage = waxseal_phase_stage_get (phase, phases, self->now);
  g_autofree char *audience = waxseal_phase_audience_describe (phase);
  g_autofree char *meaning = waxseal_phase_stage_describe (stage, phase);

  waxseal_document_add_row (self->document);
  waxseal_document_add_cell (self->document,
                             waxseal_rollout_phase_get_label (phase),
                             WAXSEAL_MARK_NONE);
  waxseal_document_add_cell (self->document, audience, WAXSEAL_MARK_NONE);
  waxseal_document_add_cell (self->document, meaning, WAXSEAL_MARK_NONE);
  waxseal_document_add_cell (self->document,
                             waxseal_phase_stage_get_label (stage),
                             waxseal_mark_from_state (
                               waxseal_phase_stage_get_state (stage, phase)));
}

static void
add_choices (WaxsealReport *self)
{
  WaxsealRecord *rollout = waxseal_record_get_child (self->organization, "rollout");
  const char *accepted_on = waxseal_record_get_text (rollout, "exchange-accepted-on");
  const char *accepted_by = waxseal_record_get_text (rollout, "exchange-accepted-by");

  waxseal_report_begin_facts (self);
  waxseal_report_add_fact (self,
                           _ ("Road for the next phase"),
                           waxseal_road_get_label (waxseal_record_get_enum (rollout, "road")),
                           WAXSEAL_MARK_PLANNED,
                           NULL,
                           NULL);
  if (*accepted_on != '\0')
    waxseal_report_add_event (self,
                              _ ("Unpublished interface of Exchange Online accepted"),
                              accepted_on,
                              WAXSEAL_MARK_DECLARED,
                              accepted_by);
}

/* As they were edited; what Waxseal proposes is not a part of the set-up. */
static void
add_messages (WaxsealReport *self)
{
  WaxsealRecord *rollout = waxseal_record_get_child (self->organization, "rollout");
  const char *english = waxseal_record_get_text (rollout, "message-en");
  const char *japanese = waxseal_record_get_text (rollout, "message-ja");

  if (*english == '\0' && *japanese == '\0')
    return;
  waxseal_document_add_heading (self->document, 2, _ ("Message to the users"));
  waxseal_report_begin_facts (self);
  if (*english != '\0')
    waxseal_report_add_typed (self, _ ("In English"), english);
  if (*japanese != '\0')
    waxseal_report_add_typed (self, _ ("In Japanese"), japanese);
}

/** waxseal_report_add_rollout: Adds the phases: all on one table, then each with all there is. */
void
waxseal_report_add_rollout (WaxsealReport *self)
{
  GListModel *phases = waxseal_organization_get_phases (self->organization);

  waxseal_document_add_heading (self->document, 1, _ ("Deployment"));
  add_choices (self);
  waxseal_document_add_table (self->document, phase_columns, G_N_ELEMENTS (phase_columns));
  waxseal_report_add_items (self, phases, add_phase_line);
  waxseal_document_drop_empty_table (self->document, _ ("There is no phase yet."));
  waxseal_report_add_items (self, phases, waxseal_report_add_phase);
  add_messages (self);
}
