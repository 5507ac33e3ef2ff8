/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "waxseal-rollout-fact.h"

#include <glib/gi18n.h>

#include "waxseal-date.h"
#include "waxseal-rollout-event.h"

#define IS_ASSIGNMENT (1 << 0) /* who has it is known anew, and it takes its time to the ribbon */
#define STARTS_OVER   (1 << 1) /* what was seen and judged before does not count any more */

/* The date that says it, and those that it puts an end to. */
static const struct
{
  const char *label;
  const char *date;
  const char *ends[3];
  int effects;
} kinds[] = {
  [WAXSEAL_ROLLOUT_EVENT_KIND_UPLOADED] = { N_ ("Manifest uploaded"), "uploaded-on" },
  [WAXSEAL_ROLLOUT_EVENT_KIND_ASSIGNED] = { N_ ("Assigned"),
                                            "deployed-on",
                                            { "rolled-back-on", "paused-on" },
                                            IS_ASSIGNMENT | STARTS_OVER },
  [WAXSEAL_ROLLOUT_EVENT_KIND_WIDENED] = { N_ ("Assigned to more"),
                                           "deployed-on",
                                           { NULL },
                                           IS_ASSIGNMENT },
  [WAXSEAL_ROLLOUT_EVENT_KIND_NARROWED] = { N_ ("Assigned to fewer"),
                                            "deployed-on",
                                            { NULL },
                                            IS_ASSIGNMENT },
  [WAXSEAL_ROLLOUT_EVENT_KIND_METHOD_CHANGED] = { N_ ("Deployment method changed"),
                                                  NULL,
                                                  { NULL },
                                                  IS_ASSIGNMENT },
  [WAXSEAL_ROLLOUT_EVENT_KIND_PAUSED] = { N_ ("Paused"), "paused-on" },
  [WAXSEAL_ROLLOUT_EVENT_KIND_RESUMED] = { N_ ("Resumed"), NULL, { "paused-on" } },
  [WAXSEAL_ROLLOUT_EVENT_KIND_UPDATED] = { N_ ("Manifest updated"), "uploaded-on" },
  [WAXSEAL_ROLLOUT_EVENT_KIND_ROLLED_BACK] = { N_ ("Rolled back"),
                                               "rolled-back-on",
                                               { "assignment-verified-on", "paused-on" } },
  [WAXSEAL_ROLLOUT_EVENT_KIND_FIRST_SEEN] = { N_ ("First seen on a ribbon"), "first-seen-on" },
  [WAXSEAL_ROLLOUT_EVENT_KIND_JUDGED] = { N_ ("Judged"), "judged-on" },
};

/** waxseal_rollout_event_kind_get_label: Returns: (transfer none): translated. */
const char *
waxseal_rollout_event_kind_get_label (WaxsealRolloutEventKind kind)
{
  return _ (kinds[kind].label);
}

static void
add_event (const WaxsealRolloutFact *fact, WaxsealRolloutPhase *phase, const char *now)
{
  g_autoptr (WaxsealRolloutEvent) event =
    g_object_new (WAXSEAL_TYPE_ROLLOUT_EVENT,
                  "time",
                  now,
                  "kind",
                  fact->kind,
                  "state",
                  fact->state,
                  "verdict",
                  fact->verdict,
                  "road",
                  fact->road,
                  "by",
                  fact->by,
                  "version",
                  fact->version,
                  "n-people",
                  fact->addresses != NULL ? g_strv_length ((char **) fact->addresses) : 0,
                  "request-id",
                  fact->request_id,
                  "details",
                  fact->details,
                  NULL);

  g_list_store_append (waxseal_record_get_list (phase, "events"), event);
}

static void
take_assignment (const WaxsealRolloutFact *fact, WaxsealRolloutPhase *phase, const char *now)
{
  g_object_set (phase,
                "road",
                fact->road,
                "deployed-audience",
                fact->audience,
                "deployed-method",
                fact->method,
                "assigned",
                fact->addresses,
                "assignment-verified-on",
                fact->state == WAXSEAL_STATE_VERIFIED ? now : "",
                NULL);
}

/**
 * waxseal_rollout_fact_record:
 *
 * Writes @fact down: as an event of the timeline, and in the dates that say how far @phase is.
 */
void
waxseal_rollout_fact_record (const WaxsealRolloutFact *fact, WaxsealRolloutPhase *phase)
{
  g_autofree char *now = waxseal_date_now ();
  int effects = kinds[fact->kind].effects;

  if (kinds[fact->kind].date != NULL)
    waxseal_record_set_text (phase, kinds[fact->kind].date, now);
  for (guint i = 0; i < G_N_ELEMENTS (kinds[0].ends) && kinds[fact->kind].ends[i] != NULL; i++)
    waxseal_record_set_text (phase, kinds[fact->kind].ends[i], NULL);
  if (effects & STARTS_OVER)
    g_object_set (phase, "first-seen-on", "", "judged-on", "", "judged-by", "", NULL);
  if (effects & IS_ASSIGNMENT)
    take_assignment (fact, phase, now);
  if (fact->version != NULL)
    waxseal_record_set_text (phase, "deployed-version", fact->version);
  if (fact->kind == WAXSEAL_ROLLOUT_EVENT_KIND_ROLLED_BACK)
    g_object_set (phase, "assigned", NULL, NULL);
  if (fact->kind == WAXSEAL_ROLLOUT_EVENT_KIND_JUDGED)
    g_object_set (phase, "verdict", fact->verdict, "judged-by", fact->by, NULL);
  add_event (fact, phase, now);
}
