/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "waxseal-phase-road.h"

#include <glib/gi18n.h>

#include "waxseal-rollout-settings.h"
#include "waxseal-rollout-words.h"

/** waxseal_phase_road_is_fixed: Returns: whether people have the add-in by the phase's road, so
 * that it stays on that: another road would install a second one (microsoft.md, 3.2). */
gboolean
waxseal_phase_road_is_fixed (WaxsealRolloutPhase *phase)
{
  return *waxseal_record_get_text (phase, "deployed-on") != '\0' &&
         *waxseal_record_get_text (phase, "rolled-back-on") == '\0';
}

/** waxseal_phase_road_get: Returns: the road that @phase is on, or will be. */
WaxsealRoad
waxseal_phase_road_get (WaxsealOrganization *organization, WaxsealRolloutPhase *phase)
{
  if (waxseal_phase_road_is_fixed (phase))
    return waxseal_record_get_enum (phase, "road");
  return waxseal_record_get_enum (waxseal_record_get_child (organization, "rollout"), "road");
}

/** waxseal_phase_road_set: Chooses the road of all phases that are not deployed yet. */
void
waxseal_phase_road_set (WaxsealOrganization *organization, WaxsealRoad road)
{
  g_object_set (waxseal_record_get_child (organization, "rollout"), "road", road, NULL);
}

/* The admin center and the script manage the same add-in, Exchange Online another one. */
static gboolean
is_apart (WaxsealRoad a, WaxsealRoad b)
{
  return (a == WAXSEAL_ROAD_EXCHANGE) != (b == WAXSEAL_ROAD_EXCHANGE);
}

static WaxsealRolloutPhase *
find_apart (WaxsealOrganization *organization, WaxsealRolloutPhase *phase)
{
  GListModel *phases = waxseal_organization_get_phases (organization);
  WaxsealRoad road = waxseal_phase_road_get (organization, phase);

  for (guint i = 0; i < g_list_model_get_n_items (phases); i++)
    {
      g_autoptr (WaxsealRolloutPhase) other = g_list_model_get_item (phases, i);

      if (other != phase && waxseal_phase_road_is_fixed (other) &&
          is_apart (road, waxseal_record_get_enum (other, "road")))
        return other; /* the list keeps it */
    }
  return NULL;
}

/**
 * waxseal_phase_road_dup_caution:
 *
 * Returns: (transfer full) (nullable): what is to be known about the road of @phase, translated:
 *   that it cannot be changed now, or that people would get the add-in twice.
 */
char *
waxseal_phase_road_dup_caution (WaxsealOrganization *organization, WaxsealRolloutPhase *phase)
{
  WaxsealRolloutPhase *other = find_apart (organization, phase);

  if (other != NULL)
    /* Translators: a phase, such as “Pilot”, then a way: “Admin center” */
    return g_strdup_printf (_ ("%s is deployed another way (%s). Whoever is in both gets two "
                               "buttons: use one way for all phases, or roll that one back first."),
                            waxseal_rollout_phase_get_label (other),
                            waxseal_road_get_label (waxseal_record_get_enum (other, "road")));
  if (waxseal_phase_road_is_fixed (phase))
    return g_strdup (
      _ ("This phase is deployed this way and stays on it: another way would install "
         "the add-in a second time. To change it, roll the phase back first."));
  return NULL;
}
