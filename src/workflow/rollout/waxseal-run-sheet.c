/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "waxseal-run-sheet.h"

#include "waxseal-portal-value.h"
#include "waxseal-rollout-fact.h"
#include "waxseal-run-sheet-row.h"

/* Of the actions that have one way only. */
static const WaxsealRunSheetFlow flows[WAXSEAL_N_ROLLOUT_ACTIONS] = {
  [WAXSEAL_ROLLOUT_ACTION_DEPLOY] = WAXSEAL_RUN_SHEET_EDIT,
  [WAXSEAL_ROLLOUT_ACTION_WIDEN] = WAXSEAL_RUN_SHEET_EDIT,
  [WAXSEAL_ROLLOUT_ACTION_NARROW] = WAXSEAL_RUN_SHEET_EDIT,
  [WAXSEAL_ROLLOUT_ACTION_CHANGE_METHOD] = WAXSEAL_RUN_SHEET_METHOD,
  [WAXSEAL_ROLLOUT_ACTION_UPDATE] = WAXSEAL_RUN_SHEET_UPDATE,
  [WAXSEAL_ROLLOUT_ACTION_PAUSE] = WAXSEAL_RUN_SHEET_PAUSE,
  [WAXSEAL_ROLLOUT_ACTION_RESUME] = WAXSEAL_RUN_SHEET_RESUME,
  [WAXSEAL_ROLLOUT_ACTION_ROLL_BACK] = WAXSEAL_RUN_SHEET_EDIT,
};

/* The first deployment uploads, and the last one to go removes. */
WaxsealRunSheetFlow
waxseal_run_sheet_choose_flow (const WaxsealRolloutOrder *order,
                               const WaxsealRolloutAssignment *assignment)
{
  if (order->action == WAXSEAL_ROLLOUT_ACTION_DEPLOY && assignment->is_upload)
    return WAXSEAL_RUN_SHEET_UPLOAD;
  if (assignment->is_removal)
    return WAXSEAL_RUN_SHEET_REMOVE;
  return flows[order->action];
}

void
waxseal_run_sheet_add_value (GListStore *values, const char *label, const char *value)
{
  g_autoptr (WaxsealPortalValue) item = waxseal_portal_value_new (label, value);

  if (*value != '\0')
    g_list_store_append (values, item);
}

static GListModel *
build (const WaxsealRunSheetRow *rows, const WaxsealRunSheetCase *c, gboolean numbered)
{
  GListStore *steps = g_list_store_new (WAXSEAL_TYPE_RUN_SHEET_STEP);
  guint number = 0;

  for (const WaxsealRunSheetRow *row = rows; row->words.title != NULL; row++)
    {
      g_autoptr (GListStore) values = g_list_store_new (WAXSEAL_TYPE_PORTAL_VALUE);
      g_autoptr (WaxsealRunSheetStep) step = NULL;

      if ((row->flows & c->flow) == 0 || (row->applies != NULL && !row->applies (c)))
        continue;
      if (row->add_values != NULL)
        row->add_values (c, values);
      number += numbered;
      step = waxseal_run_sheet_step_new (&row->words, number, G_LIST_MODEL (values));
      g_list_store_append (steps, step);
    }
  return G_LIST_MODEL (steps);
}

static WaxsealRunSheetCase
get_case (const WaxsealRolloutOrder *order,
          const WaxsealRolloutAssignment *assignment,
          const char *manifest_name)
{
  WaxsealRunSheetCase c = {
    .flow = waxseal_run_sheet_choose_flow (order, assignment),
    .order = order,
    .assignment = assignment,
    .manifest_name = manifest_name,
    .cloud = waxseal_record_get_enum (order->organization, "cloud"),
  };

  return c;
}

/**
 * waxseal_run_sheet_build:
 * @road: %WAXSEAL_ROAD_ADMIN_CENTER or _SCRIPT
 * @manifest_name: of the file, such as that of waxseal_manifest_draft_dup_file_name()
 *
 * Returns: (transfer full): of #WaxsealRunSheetStep, in the order of the portal's forms
 */
GListModel *
waxseal_run_sheet_build (const WaxsealRolloutOrder *order,
                         WaxsealRoad road,
                         const char *manifest_name)
{
  g_autoptr (WaxsealRolloutAssignment) assignment = waxseal_rollout_assignment_new (order);
  WaxsealRunSheetCase c = get_case (order, assignment, manifest_name);

  return build (road == WAXSEAL_ROAD_SCRIPT ? waxseal_run_sheet_script_rows ()
                                            : waxseal_run_sheet_portal_rows (),
                &c,
                TRUE);
}

/**
 * waxseal_run_sheet_list_limits:
 *
 * Returns: (transfer full): of #WaxsealRunSheetStep with number 0: what to know before the first
 *   step
 */
GListModel *
waxseal_run_sheet_list_limits (const WaxsealRolloutOrder *order, WaxsealRoad road)
{
  g_autoptr (WaxsealRolloutAssignment) assignment = waxseal_rollout_assignment_new (order);
  WaxsealRunSheetCase c = get_case (order, assignment, "");
  GListModel *limits = build (waxseal_run_sheet_portal_limits (), &c, FALSE);
  g_autoptr (GListModel) more = NULL;

  if (road != WAXSEAL_ROAD_SCRIPT)
    return limits;
  more = build (waxseal_run_sheet_script_limits (), &c, FALSE);
  for (guint i = 0; i < g_list_model_get_n_items (more); i++)
    {
      g_autoptr (WaxsealRunSheetStep) limit = g_list_model_get_item (more, i);

      g_list_store_append (G_LIST_STORE (limits), limit);
    }
  return limits;
}

/* The version that the phase has afterwards: the one of the manifest, or of what is there. */
static const char *
get_version (const WaxsealRolloutOrder *order, WaxsealRunSheetFlow flow)
{
  GListModel *phases = waxseal_organization_get_phases (order->organization);
  WaxsealAddinIdentity *addin = waxseal_organization_get_addin (order->organization);

  if (flow == WAXSEAL_RUN_SHEET_UPLOAD || flow == WAXSEAL_RUN_SHEET_UPDATE)
    return waxseal_record_get_text (addin, "version");
  if (order->action != WAXSEAL_ROLLOUT_ACTION_DEPLOY)
    return NULL;
  for (guint i = 0; i < g_list_model_get_n_items (phases); i++)
    {
      g_autoptr (WaxsealRolloutPhase) phase = g_list_model_get_item (phases, i);

      if (waxseal_rollout_assignment_shares (phase))
        return waxseal_record_get_text (phase, "deployed-version");
    }
  return NULL;
}

/* The people of @phase stay as they are. */
static void
record (const WaxsealRolloutFact *fact, WaxsealRolloutPhase *phase)
{
  WaxsealRolloutFact own = *fact;

  own.audience = waxseal_record_get_enum (phase, "deployed-audience");
  own.addresses = waxseal_record_get_texts (phase, "assigned");
  waxseal_rollout_fact_record (&own, phase);
}

/* What happens to the one add-in happens to each phase that has it. */
static void
record_for_others (const WaxsealRolloutFact *fact, const WaxsealRolloutOrder *order)
{
  GListModel *phases = waxseal_organization_get_phases (order->organization);

  for (guint i = 0; i < g_list_model_get_n_items (phases); i++)
    {
      g_autoptr (WaxsealRolloutPhase) phase = g_list_model_get_item (phases, i);

      if (phase != order->phase && waxseal_rollout_assignment_shares (phase))
        record (fact, phase);
    }
}

/**
 * waxseal_run_sheet_declare:
 * @by: who did it
 *
 * Writes down that all steps were done: as declared, in the phase, and in the others where they
 * happened to the add-in that they share. Single steps are not written down: they are minutes
 * apart, and the portal keeps none of them before the last.
 */
void
waxseal_run_sheet_declare (const WaxsealRolloutOrder *order, WaxsealRoad road, const char *by)
{
  g_autoptr (WaxsealRolloutAssignment) assignment = waxseal_rollout_assignment_new (order);
  WaxsealRunSheetFlow flow = waxseal_run_sheet_choose_flow (order, assignment);
  g_autofree char *version = g_strdup (get_version (order, flow));
  WaxsealRolloutFact fact = {
    .kind = waxseal_rollout_action_get_event (order->action),
    .state = WAXSEAL_STATE_DECLARED,
    .road = road,
    .audience = assignment->own_audience,
    .method = assignment->method,
    .by = by,
    .version = version,
    .addresses = (const char *const *) assignment->own_people,
  };
  WaxsealRolloutFact uploaded = fact, method = fact;

  uploaded.kind = WAXSEAL_ROLLOUT_EVENT_KIND_UPLOADED;
  uploaded.addresses = NULL;
  method.kind = WAXSEAL_ROLLOUT_EVENT_KIND_METHOD_CHANGED;
  method.version = NULL;
  if (flow == WAXSEAL_RUN_SHEET_UPLOAD)
    waxseal_rollout_fact_record (&uploaded, order->phase);
  if ((flow & (WAXSEAL_RUN_SHEET_UPDATE | WAXSEAL_RUN_SHEET_PAUSE | WAXSEAL_RUN_SHEET_RESUME)) != 0)
    record_for_others (&fact, order);
  if (assignment->changes_method)
    record_for_others (&method, order);
  waxseal_rollout_fact_record (&fact, order->phase);
}
