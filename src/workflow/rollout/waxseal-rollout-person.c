/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "waxseal-rollout-person.h"

#include <string.h>

#include "waxseal-criterion.h"
#include "waxseal-rollout-phase.h"

/** Latest: who signed something last. */
typedef struct
{
  const char *date;
  const char *name;
} Latest;

/* Dates in UTC with the same form sort as text. */
static void
look_at (Latest *latest, const char *date, const char *name)
{
  if (*name != '\0' && strcmp (date, latest->date) > 0)
    *latest = (Latest){ date, name };
}

/* What they borrow is kept by the lists. */
static void
look_at_all (Latest *latest, GListStore *records, const char *date, const char *name)
{
  for (guint i = 0; i < g_list_model_get_n_items (G_LIST_MODEL (records)); i++)
    {
      g_autoptr (WaxsealRecord) record = g_list_model_get_item (G_LIST_MODEL (records), i);

      look_at (latest,
               waxseal_record_get_text (record, date),
               waxseal_record_get_text (record, name));
    }
}

/**
 * waxseal_rollout_person_suggest:
 *
 * Returns: (transfer full): who most probably says something about the rollout now: who did so
 *   last, else the user of this computer, as their account names them; empty where it does not.
 */
char *
waxseal_rollout_person_suggest (WaxsealOrganization *organization)
{
  GListModel *phases = waxseal_organization_get_phases (organization);
  const char *real_name = g_get_real_name ();
  Latest latest = { "", NULL };

  for (guint i = 0; i < g_list_model_get_n_items (phases); i++)
    {
      g_autoptr (WaxsealRolloutPhase) phase = g_list_model_get_item (phases, i);

      look_at_all (&latest, waxseal_record_get_list (phase, "criteria"), "judged-on", "judged-by");
      look_at_all (&latest, waxseal_record_get_list (phase, "tests"), "tested-on", "tester");
      look_at_all (&latest, waxseal_record_get_list (phase, "events"), "time", "by");
    }
  if (latest.name != NULL)
    return g_strdup (latest.name);
  /* GLib says “Unknown” for none. */
  return g_strdup (g_str_equal (real_name, "Unknown") ? "" : real_name);
}
