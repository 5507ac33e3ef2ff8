/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The lists of a phase: whom it names, what it is judged by, who tried it, what happened. */
#include "waxseal-report-phase-tables.h"

#include <glib/gi18n.h>

#include "waxseal-client-check.h"
#include "waxseal-criterion.h"
#include "waxseal-date.h"
#include "waxseal-report-words.h"
#include "waxseal-rollout-event.h"
#include "waxseal-rollout-fact.h"
#include "waxseal-rollout-words.h"

static const WaxsealDocumentColumn recipient_columns[] = {
  { N_ ("User or group"), 30 },
  { N_ ("Address"), 30 },
  { N_ ("Members"), 20 },
  { N_ ("How it is known"), 20 },
};
static const WaxsealDocumentColumn criterion_columns[] = {
  { N_ ("Go/no-go criterion"), 34 },
  { N_ ("Result"), 14 },
  { N_ ("How it is known"), 26 },
  { N_ ("Notes"), 26 },
};
static const WaxsealDocumentColumn test_columns[] = {
  { N_ ("Outlook client"), 22 },
  { N_ ("Result"), 14 },
  { N_ ("Seen in the add-in’s summary"), 26 },
  { N_ ("How it is known"), 20 },
  { N_ ("Notes"), 18 },
};
static const WaxsealDocumentColumn event_columns[] = {
  { N_ ("Time"), 19 },
  { N_ ("What happened"), 22 },
  { N_ ("How it is known"), 17 },
  { N_ ("Details"), 42 },
};

static void
begin (WaxsealReport *self, const WaxsealDocumentColumn *columns, guint n_columns)
{
  waxseal_document_add_table (self->document, columns, n_columns);
}

static void
add (WaxsealReport *self, const char *text)
{
  waxseal_document_add_cell (self->document, text, WAXSEAL_MARK_NONE);
}

/* One a line, without the empty ones. */
static void
append_line (GString *lines, const char *text)
{
  if (*text != '\0')
    g_string_append_printf (lines, "%s%s", lines->len > 0 ? "\n" : "", text);
}

/* Counted in the directory, or not at all. */
static char *
describe_members (gpointer recipient)
{
  guint n_members = waxseal_record_get_number (recipient, "n-members");
  guint n_nested = waxseal_record_get_number (recipient, "n-nested");
  g_autoptr (GString) lines = g_string_new (NULL);
  g_autofree char *members = NULL, *nested = NULL;

  if (waxseal_record_get_enum (recipient, "kind") == WAXSEAL_RECIPIENT_KIND_PERSON)
    return g_strdup ("");
  if (*waxseal_record_get_text (recipient, "members-on") == '\0')
    return g_strdup (_ ("Not counted"));
  members = g_strdup_printf (ngettext ("%u member", "%u members", n_members), n_members);
  append_line (lines, members);
  nested = g_strdup_printf (ngettext ("%u only in a group in it: left out",
                                      "%u only in groups in it: left out",
                                      n_nested),
                            n_nested);
  if (n_nested > 0)
    append_line (lines, nested);
  return g_string_free (g_steal_pointer (&lines), FALSE);
}

static void
add_recipient (WaxsealReport *self, gpointer recipient)
{
  const char *name = waxseal_record_get_text (recipient, "name");
  const char *address = waxseal_record_get_text (recipient, "address");
  const char *matched_on = waxseal_record_get_text (recipient, "matched-on");
  g_autofree char *members = describe_members (recipient);

  waxseal_document_add_row (self->document);
  add (self, *name != '\0' ? name : address);
  add (self, address);
  add (self, members);
  waxseal_report_add_known (self,
                            *matched_on != '\0' ? WAXSEAL_MARK_VERIFIED : WAXSEAL_MARK_DECLARED,
                            matched_on,
                            NULL);
}

static void
add_result (WaxsealReport *self, WaxsealTestResult result)
{
  waxseal_document_add_cell (self->document,
                             waxseal_test_result_get_label (result),
                             result == WAXSEAL_TEST_RESULT_FAILED ? WAXSEAL_MARK_ATTENTION
                                                                  : WAXSEAL_MARK_NONE);
}

/* Until there is a result nobody has said anything. */
static void
add_judge (WaxsealReport *self, WaxsealTestResult result, const char *when, const char *by)
{
  if (result == WAXSEAL_TEST_RESULT_OPEN)
    waxseal_report_add_known (self, WAXSEAL_MARK_UNKNOWN, NULL, NULL);
  else
    waxseal_report_add_known (self, WAXSEAL_MARK_DECLARED, when, by);
}

static void
add_criterion (WaxsealReport *self, gpointer criterion)
{
  WaxsealTestResult result = waxseal_record_get_enum (criterion, "result");

  waxseal_document_add_row (self->document);
  add (self, waxseal_criterion_get_label (criterion));
  add_result (self, result);
  add_judge (self,
             result,
             waxseal_record_get_text (criterion, "judged-on"),
             waxseal_record_get_text (criterion, "judged-by"));
  add (self, waxseal_record_get_text (criterion, "notes"));
}

/* guide.md, D3: the lines of the add-in's summary, in English as it has them */
static char *
describe_seen (gpointer test)
{
  g_autoptr (GString) seen = g_string_new (NULL);

  for (WaxsealSummaryLine line = 0; line < WAXSEAL_N_SUMMARY_LINES; line++)
    if (waxseal_record_get_flag (test, waxseal_summary_line_get_property (line)))
      append_line (seen, waxseal_summary_line_get_label (line));
  return g_string_free (g_steal_pointer (&seen), FALSE);
}

static void
add_test (WaxsealReport *self, gpointer test)
{
  WaxsealTestResult result = waxseal_record_get_enum (test, "result");
  gboolean is_flag =
    waxseal_record_get_enum (test, "encryption-type") == WAXSEAL_ENCRYPTION_TYPE_FLAG;
  g_autofree char *client = g_strdup_printf (
    /* Translators: an Outlook client, then an encryption type as CRES has it */
    "%s\n%s",
    waxseal_client_check_get_client_label (waxseal_record_get_enum (test, "client")),
    is_flag ? "Flag" : "Encrypt");
  g_autofree char *seen = describe_seen (test);

  waxseal_document_add_row (self->document);
  add (self, client);
  add_result (self, result);
  add (self, seen);
  add_judge (self,
             result,
             waxseal_record_get_text (test, "tested-on"),
             waxseal_record_get_text (test, "tester"));
  add (self, waxseal_record_get_text (test, "notes"));
}

/* What somebody saw or judged has come on no road. */
static gboolean
has_road (WaxsealRolloutEventKind kind)
{
  return kind != WAXSEAL_ROLLOUT_EVENT_KIND_FIRST_SEEN && kind != WAXSEAL_ROLLOUT_EVENT_KIND_JUDGED;
}

static char *
describe_event (gpointer event)
{
  WaxsealRolloutEventKind kind = waxseal_record_get_enum (event, "kind");
  const char *version = waxseal_record_get_text (event, "version");
  guint n = waxseal_record_get_number (event, "n-people");
  g_autoptr (GString) lines = g_string_new (NULL);
  g_autofree char *version_line = g_strdup_printf (_ ("Version %s"), version);
  g_autofree char *people_line = g_strdup_printf (ngettext ("%u address", "%u addresses", n), n);

  append_line (lines, waxseal_rollout_event_kind_get_label (kind));
  if (has_road (kind))
    append_line (lines, waxseal_road_get_label (waxseal_record_get_enum (event, "road")));
  if (*version != '\0')
    append_line (lines, version_line);
  if (n > 0)
    append_line (lines, people_line);
  return g_string_free (g_steal_pointer (&lines), FALSE);
}

static void
add_event (WaxsealReport *self, gpointer event)
{
  const char *when = waxseal_record_get_text (event, "time");
  const char *request_id = waxseal_record_get_text (event, "request-id");
  g_autofree char *time = waxseal_date_format_time (when);
  g_autofree char *what = describe_event (event);
  g_autoptr (GString) details = g_string_new (waxseal_record_get_text (event, "details"));
  /* Translators: %s is Microsoft's name of a request, on a line of its own */
  g_autofree char *request = g_strdup_printf (_ ("Request\n%s"), request_id);

  if (*request_id != '\0')
    append_line (details, request);
  waxseal_document_add_row (self->document);
  add (self, time);
  add (self, what);
  waxseal_report_add_known (self,
                            waxseal_mark_from_state (waxseal_record_get_enum (event, "state")),
                            when,
                            waxseal_record_get_text (event, "by"));
  add (self, details->str);
}

/* What a phase of a file of an older version has in place of recipients. */
static void
add_members (WaxsealReport *self, WaxsealRolloutPhase *phase)
{
  const char *members = waxseal_record_get_text (phase, "members");

  if (*members == '\0')
    return;
  waxseal_report_begin_facts (self);
  waxseal_report_add_typed (self, _ ("Users and groups, as typed"), members);
}

/** waxseal_report_add_phase_tables: Adds the lists of @phase; those that are empty only where it
 * matters that they are. */
void
waxseal_report_add_phase_tables (WaxsealReport *self, WaxsealRolloutPhase *phase)
{
  GListModel *recipients = G_LIST_MODEL (waxseal_record_get_list (phase, "recipients"));
  GListModel *criteria = G_LIST_MODEL (waxseal_record_get_list (phase, "criteria"));
  GListModel *tests = G_LIST_MODEL (waxseal_record_get_list (phase, "tests"));
  GListModel *events = G_LIST_MODEL (waxseal_record_get_list (phase, "events"));

  add_members (self, phase);
  if (g_list_model_get_n_items (recipients) > 0)
    {
      begin (self, recipient_columns, G_N_ELEMENTS (recipient_columns));
      waxseal_report_add_items (self, recipients, add_recipient);
    }
  begin (self, criterion_columns, G_N_ELEMENTS (criterion_columns));
  waxseal_report_add_items (self, criteria, add_criterion);
  waxseal_document_drop_empty_table (self->document, _ ("No go/no-go criterion is set."));
  begin (self, test_columns, G_N_ELEMENTS (test_columns));
  waxseal_report_add_items (self, tests, add_test);
  waxseal_document_drop_empty_table (self->document,
                                     _ ("The add-in was not tried in any client yet."));
  begin (self, event_columns, G_N_ELEMENTS (event_columns));
  waxseal_report_add_items (self, events, add_event);
  waxseal_document_drop_empty_table (self->document, _ ("Nothing has happened in this phase yet."));
}
