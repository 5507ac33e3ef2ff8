/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What Waxseal looked at and what it changed, in order of time. */
#include <glib/gi18n.h>

#include "waxseal-app-proof.h"
#include "waxseal-date.h"
#include "waxseal-journal.h"
#include "waxseal-report-private.h"
#include "waxseal-report-words.h"

static const WaxsealDocumentColumn check_columns[] = {
  { N_ ("What was checked"), 40 },
  { N_ ("Result"), 32 },
  { N_ ("How it is known"), 28 },
};
static const WaxsealDocumentColumn journal_columns[] = {
  { N_ ("Time, by whom"), 20 },
  { N_ ("Change"), 22 },
  { N_ ("Outcome"), 16 },
  { N_ ("Object and request"), 42 },
};

/* The proof of the application knows whether it is about what there is now. */
static WaxsealState
get_state (WaxsealReport *self, gpointer check)
{
  if (g_str_equal (waxseal_record_get_text (check, "subject"), WAXSEAL_APP_PROOF_SUBJECT))
    return waxseal_app_proof_get_state (self->organization);
  return waxseal_record_get_enum (check, "state");
}

static void
add_check (WaxsealReport *self, gpointer check)
{
  WaxsealState state = get_state (self, check);
  WaxsealMark mark = waxseal_mark_from_state (state);
  const char *details = waxseal_record_get_text (check, "details");
  const char *result = waxseal_record_get_enum (check, "state") == WAXSEAL_STATE_ATTENTION
                         ? _ ("Not as it should be")
                         : _ ("As it should be");
  g_autofree char *text = g_strconcat (result, *details != '\0' ? "\n" : NULL, details, NULL);

  waxseal_document_add_row (self->document);
  waxseal_document_add_cell (self->document,
                             waxseal_report_words_for_check (
                               waxseal_record_get_text (check, "subject")),
                             WAXSEAL_MARK_NONE);
  waxseal_document_add_cell (self->document, text, WAXSEAL_MARK_NONE);
  waxseal_report_add_known (self, mark, waxseal_record_get_text (check, "checked-on"), NULL);
}

/** waxseal_report_add_checks: Adds the checks that were made. */
void
waxseal_report_add_checks (WaxsealReport *self)
{
  GListModel *checks = G_LIST_MODEL (waxseal_record_get_list (self->organization, "checks"));

  waxseal_document_add_heading (self->document, 1, _ ("Checks"));
  waxseal_document_add_table (self->document, check_columns, G_N_ELEMENTS (check_columns));
  waxseal_report_add_items (self, checks, add_check);
  waxseal_document_drop_empty_table (self->document, _ ("Nothing was checked yet."));
}

/* Empty is not known; done is read back, by this Waxseal or the one that handed over. */
static void
add_outcome (WaxsealReport *self, gpointer entry)
{
  const char *outcome = waxseal_record_get_text (entry, "outcome");
  const char *words = waxseal_report_words_for_outcome (outcome);

  if (*waxseal_record_get_text (entry, "settled-on") == '\0' || *outcome == '\0')
    waxseal_document_add_cell (self->document, _ ("Not known how it ended"), WAXSEAL_MARK_UNKNOWN);
  else if (waxseal_record_get_flag (entry, "handed-over"))
    waxseal_document_add_cell (self->document, words, WAXSEAL_MARK_DECLARED);
  else if (g_str_equal (outcome, WAXSEAL_OUTCOME_DONE))
    waxseal_document_add_cell (self->document, words, WAXSEAL_MARK_VERIFIED);
  else
    waxseal_document_add_cell (self->document, words, WAXSEAL_MARK_ATTENTION);
}

static void
append_id (GString *ids, const char *format, const char *id)
{
  g_auto (GStrv) parts = g_strsplit (format, "%s", 2);
  g_autofree char *line = g_strjoinv (id, parts);

  if (*id != '\0')
    g_string_append_printf (ids, "%s%s", ids->len > 0 ? "\n" : "", line);
}

static void
add_entry (WaxsealReport *self, gpointer entry)
{
  g_autofree char *time = waxseal_date_format_time (waxseal_record_get_text (entry, "time"));
  g_autofree char *when = g_strconcat (time, "\n", waxseal_record_get_text (entry, "by"), NULL);
  g_autofree char *change =
    g_strconcat (waxseal_report_words_for_action (waxseal_record_get_text (entry, "action")),
                 "\n",
                 waxseal_record_get_text (entry, "subject"),
                 NULL);
  g_autoptr (GString) ids = g_string_new (NULL);

  append_id (ids, "%s", waxseal_record_get_text (entry, "object-id"));
  /* Translators: %s is Microsoft's name of a request, on a line of its own */
  append_id (ids, _ ("Request\n%s"), waxseal_record_get_text (entry, "request-id"));
  waxseal_document_add_row (self->document);
  waxseal_document_add_cell (self->document, g_strchomp (when), WAXSEAL_MARK_NONE);
  waxseal_document_add_cell (self->document, g_strchomp (change), WAXSEAL_MARK_NONE);
  add_outcome (self, entry);
  waxseal_document_add_cell (self->document, ids->str, WAXSEAL_MARK_NONE);
}

/** waxseal_report_add_journal: Adds what Waxseal changed in the cloud. */
void
waxseal_report_add_journal (WaxsealReport *self)
{
  GListModel *journal = G_LIST_MODEL (waxseal_record_get_list (self->organization, "journal"));

  waxseal_document_add_heading (self->document, 1, _ ("Journal"));
  waxseal_document_add_paragraph (
    self->document,
    _ ("The changes that Waxseal itself made in the cloud; what was done in the portals is not "
       "among them."));
  waxseal_document_add_table (self->document, journal_columns, G_N_ELEMENTS (journal_columns));
  waxseal_report_add_items (self, journal, add_entry);
  waxseal_document_drop_empty_table (self->document, _ ("Waxseal changed nothing in the cloud."));
}
