/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "waxseal-rollout-phase.h"

#include <glib/gi18n.h>

#include "waxseal-client-test.h"
#include "waxseal-criterion.h"
#include "waxseal-enum-types.h"
#include "waxseal-recipient.h"
#include "waxseal-rollout-enums.h"
#include "waxseal-rollout-event.h"

/**
 * WaxsealRolloutPhase:
 *
 * One phase of the staged deployment (guide.md, C and best practice). Empty dates mean: not yet.
 * "members" is what files of older versions have: text as it was typed; "recipients" took its
 * place. "road" is how the phase was deployed, and means nothing before. "assigned" are the
 * addresses that the add-in was last assigned to for this phase, in lower case and sorted;
 * "assignment-verified-on" is when they were read back. "paused-on" and "rolled-back-on" are
 * emptied when it goes on. "told-on" is when the user was last notified of something due.
 */
struct _WaxsealRolloutPhase
{
  WaxsealRecord parent_instance;
};

G_DEFINE_FINAL_TYPE (WaxsealRolloutPhase, waxseal_rollout_phase, WAXSEAL_TYPE_RECORD)

static void
waxseal_rollout_phase_class_init (WaxsealRolloutPhaseClass *klass)
{
  waxseal_record_class_install (
    klass,
    waxseal_record_text_pspec ("name"),
    waxseal_record_enum_pspec ("audience", WAXSEAL_TYPE_AUDIENCE, WAXSEAL_AUDIENCE_SPECIFIC),
    waxseal_record_list_pspec ("recipients", WAXSEAL_TYPE_RECIPIENT),
    waxseal_record_text_pspec ("members"),
    waxseal_record_enum_pspec ("method",
                               WAXSEAL_TYPE_DEPLOYMENT_METHOD,
                               WAXSEAL_DEPLOYMENT_METHOD_FIXED),
    waxseal_record_enum_pspec ("road", WAXSEAL_TYPE_ROAD, WAXSEAL_ROAD_ADMIN_CENTER),
    waxseal_record_text_pspec ("planned-on"),
    waxseal_record_text_pspec ("uploaded-on"),
    waxseal_record_text_pspec ("deployed-on"),
    waxseal_record_text_pspec ("deployed-version"),
    waxseal_record_enum_pspec ("deployed-audience",
                               WAXSEAL_TYPE_AUDIENCE,
                               WAXSEAL_AUDIENCE_SPECIFIC),
    waxseal_record_enum_pspec ("deployed-method",
                               WAXSEAL_TYPE_DEPLOYMENT_METHOD,
                               WAXSEAL_DEPLOYMENT_METHOD_FIXED),
    waxseal_record_texts_pspec ("assigned"),
    waxseal_record_text_pspec ("assignment-verified-on"),
    waxseal_record_text_pspec ("first-seen-on"),
    waxseal_record_list_pspec ("criteria", WAXSEAL_TYPE_CRITERION),
    waxseal_record_text_pspec ("judged-on"),
    waxseal_record_text_pspec ("judged-by"),
    waxseal_record_enum_pspec ("verdict", WAXSEAL_TYPE_VERDICT, WAXSEAL_VERDICT_GO),
    waxseal_record_text_pspec ("paused-on"),
    waxseal_record_text_pspec ("rolled-back-on"),
    waxseal_record_text_pspec ("told-on"),
    waxseal_record_list_pspec ("tests", WAXSEAL_TYPE_CLIENT_TEST),
    waxseal_record_list_pspec ("events", WAXSEAL_TYPE_ROLLOUT_EVENT),
    waxseal_record_text_pspec ("notes"),
    NULL);
}

static void
waxseal_rollout_phase_init (WaxsealRolloutPhase *self)
{
}

/** waxseal_rollout_phase_get_label: Returns: (transfer none): its name; the guide's own are
 * translated, one that somebody typed is not. */
const char *
waxseal_rollout_phase_get_label (WaxsealRolloutPhase *self)
{
  static const char *const known[] = { N_ ("Test"), N_ ("Pilot"), N_ ("Production") };
  const char *name = waxseal_record_get_text (self, "name");

  for (guint i = 0; i < G_N_ELEMENTS (known); i++)
    if (g_str_equal (name, known[i]))
      return _ (known[i]);
  return name;
}

/**
 * waxseal_rollout_phase_forget:
 *
 * Forgets what was done, and keeps what was planned: a copy of an organisation was not deployed.
 */
void
waxseal_rollout_phase_forget (WaxsealRolloutPhase *self)
{
  static const char *const dates[] = {
    "uploaded-on", "deployed-on", "deployed-version", "assignment-verified-on", "first-seen-on",
    "judged-on",   "judged-by",   "paused-on",        "rolled-back-on",         "told-on",
  };
  GListModel *criteria = G_LIST_MODEL (waxseal_record_get_list (self, "criteria"));

  for (guint i = 0; i < G_N_ELEMENTS (dates); i++)
    waxseal_record_set_text (self, dates[i], NULL);
  g_object_set (self, "assigned", NULL, NULL);
  g_list_store_remove_all (waxseal_record_get_list (self, "tests"));
  g_list_store_remove_all (waxseal_record_get_list (self, "events"));
  for (guint i = 0; i < g_list_model_get_n_items (criteria); i++)
    {
      g_autoptr (WaxsealCriterion) criterion = g_list_model_get_item (criteria, i);

      g_object_set (criterion,
                    "result",
                    WAXSEAL_TEST_RESULT_OPEN,
                    "judged-on",
                    "",
                    "judged-by",
                    "",
                    "notes",
                    "",
                    NULL);
    }
}
