/* SPDX-License-Identifier: GPL-3.0-or-later */
#include <glib/gi18n.h>

#include "waxseal-date.h"
#include "waxseal-phase-audience.h"
#include "waxseal-report-phase-tables.h"
#include "waxseal-report-private.h"
#include "waxseal-report-words.h"
#include "waxseal-rollout-event.h"
#include "waxseal-rollout-words.h"

/** Step: a date of a phase, and the events that set it. */
typedef struct
{
  const char *label;
  const char *date;
  WaxsealRolloutEventKind kinds[4];
  guint n_kinds;
} Step;

/* As waxseal_rollout_fact_record() sets them. */
static const Step steps[] = {
  { N_ ("Manifest uploaded"),
    "uploaded-on",
    { WAXSEAL_ROLLOUT_EVENT_KIND_UPLOADED, WAXSEAL_ROLLOUT_EVENT_KIND_UPDATED },
    2 },
  { N_ ("Assigned"),
    "deployed-on",
    { WAXSEAL_ROLLOUT_EVENT_KIND_ASSIGNED,
      WAXSEAL_ROLLOUT_EVENT_KIND_WIDENED,
      WAXSEAL_ROLLOUT_EVENT_KIND_NARROWED },
    3 },
  { N_ ("First seen on a ribbon"), "first-seen-on", { WAXSEAL_ROLLOUT_EVENT_KIND_FIRST_SEEN }, 1 },
  { N_ ("Paused"), "paused-on", { WAXSEAL_ROLLOUT_EVENT_KIND_PAUSED }, 1 },
  { N_ ("Rolled back"), "rolled-back-on", { WAXSEAL_ROLLOUT_EVENT_KIND_ROLLED_BACK }, 1 },
};

/* These are said only where they happened. */
#define N_STEPS_ALWAYS_SAID 3

/* More of them nobody reads. */
#define MAX_ADDRESSES 100

static gboolean
is_of (const Step *step, WaxsealRolloutEvent *event)
{
  WaxsealRolloutEventKind kind = waxseal_record_get_enum (event, "kind");

  for (guint i = 0; i < step->n_kinds; i++)
    if (step->kinds[i] == kind)
      return TRUE;
  return FALSE;
}

/* The event that set the date: only it knows whether it was read back, and by whom. */
static WaxsealRolloutEvent *
find_event (WaxsealRolloutPhase *phase, const Step *step)
{
  GListModel *events = G_LIST_MODEL (waxseal_record_get_list (phase, "events"));
  const char *when = waxseal_record_get_text (phase, step->date);

  for (guint i = g_list_model_get_n_items (events); i > 0; i--)
    {
      g_autoptr (WaxsealRolloutEvent) event = g_list_model_get_item (events, i - 1);

      if (is_of (step, event) && g_str_equal (waxseal_record_get_text (event, "time"), when))
        return g_steal_pointer (&event);
    }
  return NULL;
}

static void
add_step (WaxsealReport *self, WaxsealRolloutPhase *phase, const Step *step)
{
  g_autoptr (WaxsealRolloutEvent) event = find_event (phase, step);
  const char *when = waxseal_record_get_text (phase, step->date);
  WaxsealState state =
    event != NULL ? waxseal_record_get_enum (event, "state") : (int) WAXSEAL_STATE_DECLARED;

  waxseal_report_add_event (self,
                            _ (step->label),
                            when,
                            waxseal_mark_from_state (state),
                            event != NULL ? waxseal_record_get_text (event, "by") : NULL);
}

static void
add_plan (WaxsealReport *self, WaxsealRolloutPhase *phase)
{
  const char *planned_on = waxseal_record_get_text (phase, "planned-on");
  g_autofree char *audience = waxseal_phase_audience_describe (phase);
  g_autofree char *day = waxseal_date_format (planned_on);

  waxseal_report_add_fact (self, _ ("Audience"), audience, WAXSEAL_MARK_PLANNED, NULL, NULL);
  waxseal_report_add_fact (self,
                           _ ("Deployment method"),
                           waxseal_deployment_method_get_label (
                             waxseal_record_get_enum (phase, "method")),
                           WAXSEAL_MARK_PLANNED,
                           NULL,
                           NULL);
  waxseal_report_add_fact (self, _ ("Day"), day, WAXSEAL_MARK_PLANNED, NULL, NULL);
}

static char *
describe_assigned (WaxsealRolloutPhase *phase)
{
  WaxsealAudience audience = waxseal_record_get_enum (phase, "deployed-audience");
  guint n = g_strv_length ((char **) waxseal_record_get_texts (phase, "assigned"));
  const char *words = waxseal_report_words_for_audience (audience);

  if (audience != WAXSEAL_AUDIENCE_SPECIFIC)
    return g_strdup (words);
  /* Translators: “Specific users or groups”, then how many addresses that is */
  return g_strdup_printf (ngettext ("%s: %u address", "%s: %u addresses", n), words, n);
}

static char *
list_assigned (WaxsealRolloutPhase *phase)
{
  const char *const *assigned = waxseal_record_get_texts (phase, "assigned");
  guint n = g_strv_length ((char **) assigned);
  g_autoptr (GString) list = g_string_new (NULL);

  for (guint i = 0; i < n && i < MAX_ADDRESSES; i++)
    g_string_append_printf (list, "%s%s", i > 0 ? ", " : "", assigned[i]);
  if (n > MAX_ADDRESSES)
    {
      n -= MAX_ADDRESSES;
      g_string_append_c (list, '\n');
      g_string_append_printf (list, ngettext ("and %u more", "and %u more", n), n);
    }
  return g_string_free (g_steal_pointer (&list), FALSE);
}

/* What is in effect, and on which road it came there. */
static void
add_assignment (WaxsealReport *self, WaxsealRolloutPhase *phase)
{
  const char *verified_on = waxseal_record_get_text (phase, "assignment-verified-on");
  gboolean is_verified = *verified_on != '\0';
  WaxsealMark mark = is_verified ? WAXSEAL_MARK_VERIFIED : WAXSEAL_MARK_DECLARED;
  const char *when = is_verified ? verified_on : waxseal_record_get_text (phase, "deployed-on");
  g_autofree char *assigned = describe_assigned (phase);
  g_autofree char *addresses = list_assigned (phase);

  if (*waxseal_record_get_text (phase, "deployed-on") == '\0')
    return;
  waxseal_report_add_fact (self, _ ("Assigned to"), assigned, mark, when, NULL);
  if (*addresses != '\0')
    waxseal_report_add_fact (self, _ ("Addresses"), addresses, mark, when, NULL);
  waxseal_report_add_fact (self,
                           _ ("Deployment method in effect"),
                           waxseal_deployment_method_get_label (
                             waxseal_record_get_enum (phase, "deployed-method")),
                           mark,
                           when,
                           NULL);
  waxseal_report_add_fact (self,
                           _ ("Version deployed"),
                           waxseal_record_get_text (phase, "deployed-version"),
                           mark,
                           when,
                           NULL);
  waxseal_report_add_fact (self,
                           _ ("Road"),
                           waxseal_road_get_label (waxseal_record_get_enum (phase, "road")),
                           WAXSEAL_MARK_DECLARED,
                           waxseal_record_get_text (phase, "deployed-on"),
                           NULL);
}

static void
add_verdict (WaxsealReport *self, WaxsealRolloutPhase *phase)
{
  const char *judged_on = waxseal_record_get_text (phase, "judged-on");

  if (*judged_on == '\0')
    waxseal_report_add_fact (self, _ ("Verdict"), _ ("Not yet"), WAXSEAL_MARK_UNKNOWN, NULL, NULL);
  else
    waxseal_report_add_fact (self,
                             _ ("Verdict"),
                             waxseal_report_words_for_verdict (
                               waxseal_record_get_enum (phase, "verdict")),
                             WAXSEAL_MARK_DECLARED,
                             judged_on,
                             waxseal_record_get_text (phase, "judged-by"));
}

/** waxseal_report_add_phase: @item: a #WaxsealRolloutPhase. Adds all that is known of it. */
void
waxseal_report_add_phase (WaxsealReport *self, gpointer item)
{
  WaxsealRolloutPhase *phase = item;

  waxseal_document_add_heading (self->document, 2, waxseal_rollout_phase_get_label (phase));
  waxseal_report_begin_facts (self);
  add_plan (self, phase);
  for (guint i = 0; i < G_N_ELEMENTS (steps); i++)
    if (i < N_STEPS_ALWAYS_SAID || *waxseal_record_get_text (phase, steps[i].date) != '\0')
      add_step (self, phase, &steps[i]);
  add_assignment (self, phase);
  add_verdict (self, phase);
  if (*waxseal_record_get_text (phase, "notes") != '\0')
    waxseal_report_add_typed (self, _ ("Notes"), waxseal_record_get_text (phase, "notes"));
  waxseal_report_add_phase_tables (self, phase);
}
