/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "waxseal-rollout-story.h"

#include <glib/gi18n.h>

#include "waxseal-date.h"
#include "waxseal-rollout-fact.h"
#include "waxseal-rollout-words.h"

static char *
tell_what (WaxsealRolloutEvent *event)
{
  WaxsealRolloutEventKind kind = waxseal_record_get_enum (event, "kind");
  const char *label = waxseal_rollout_event_kind_get_label (kind);
  guint n = waxseal_record_get_number (event, "n-people");
  g_autofree char *people = NULL;

  if (kind == WAXSEAL_ROLLOUT_EVENT_KIND_JUDGED)
    /* Translators: “Judged”, then “Go” or “No-go” */
    return g_strdup_printf (_ ("%s: %s"),
                            label,
                            waxseal_verdict_get_label (waxseal_record_get_enum (event, "verdict")));
  if (n == 0)
    return g_strdup (label);
  people = g_strdup_printf (ngettext ("%u person", "%u people", n), n);
  /* Translators: what was done, such as “Assigned”, then to how many, such as “40 people” */
  return g_strdup_printf (_ ("%s: %s"), label, people);
}

/** waxseal_rollout_story_tell: Returns: (transfer full): the phase, what happened, to how many. */
char *
waxseal_rollout_story_tell (WaxsealRolloutEvent *event, WaxsealRolloutPhase *phase)
{
  g_autofree char *what = tell_what (event);

  /* Translators: a phase, such as “Pilot”, then what happened: “Pilot · Assigned: 40 people” */
  return g_strdup_printf (_ ("%s · %s"), waxseal_rollout_phase_get_label (phase), what);
}

/** waxseal_rollout_story_tell_when: Returns: (transfer full): the day, the time, and by whom. */
char *
waxseal_rollout_story_tell_when (WaxsealRolloutEvent *event)
{
  const char *by = waxseal_record_get_text (event, "by");
  g_autofree char *time = waxseal_date_format_time (waxseal_record_get_text (event, "time"));

  if (*by == '\0')
    return g_steal_pointer (&time);
  /* Translators: a day and a time, then a person */
  return g_strdup_printf (_ ("%s by %s"), time, by);
}

/** waxseal_rollout_story_get_road: Returns: (transfer none): the way it was done; empty where it
 * was done on none, as a judgement is. */
const char *
waxseal_rollout_story_get_road (WaxsealRolloutEvent *event)
{
  switch ((WaxsealRolloutEventKind) waxseal_record_get_enum (event, "kind"))
    {
    case WAXSEAL_ROLLOUT_EVENT_KIND_FIRST_SEEN:
    case WAXSEAL_ROLLOUT_EVENT_KIND_JUDGED:
      return "";
    case WAXSEAL_ROLLOUT_EVENT_KIND_UPLOADED:
    case WAXSEAL_ROLLOUT_EVENT_KIND_ASSIGNED:
    case WAXSEAL_ROLLOUT_EVENT_KIND_WIDENED:
    case WAXSEAL_ROLLOUT_EVENT_KIND_NARROWED:
    case WAXSEAL_ROLLOUT_EVENT_KIND_METHOD_CHANGED:
    case WAXSEAL_ROLLOUT_EVENT_KIND_PAUSED:
    case WAXSEAL_ROLLOUT_EVENT_KIND_RESUMED:
    case WAXSEAL_ROLLOUT_EVENT_KIND_UPDATED:
    case WAXSEAL_ROLLOUT_EVENT_KIND_ROLLED_BACK:
    default:
      return waxseal_road_get_label (waxseal_record_get_enum (event, "road"));
    }
}
