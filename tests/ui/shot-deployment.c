/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "shot-deployment.h"

#include "waxseal-client-check.h"
#include "waxseal-criterion.h"
#include "waxseal-date.h"
#include "waxseal-deployment-page.h"
#include "waxseal-phase-audience.h"
#include "waxseal-phase-gate.h"
#include "waxseal-phase-judgement.h"
#include "waxseal-recipient.h"
#include "waxseal-rollout-event.h"
#include "waxseal-rollout-fact.h"
#include "waxseal-rollout-phase.h"

typedef struct
{
  WaxsealWindow *window;
  const char *folder;
  GtkWidget *page;
  WaxsealRolloutPhase *phases[3];
} Shots;

static void
save (Shots *shots, const char *name)
{
  g_autofree char *file = g_strdup_printf ("deployment-%s.png", name);
  g_autofree char *path = g_build_filename (shots->folder, file, NULL);

  ui_driver_settle (500);
  ui_driver_save_picture (GTK_WIDGET (shots->window), path);
}

static void
show (Shots *shots, guint phase, const char *section)
{
  GtkWidget *sections = ui_driver_get_child (shots->page, "sections");

  waxseal_deployment_page_show_phase (WAXSEAL_DEPLOYMENT_PAGE (shots->page),
                                      waxseal_record_get_text (shots->phases[phase], "name"));
  adw_view_stack_set_visible_child_name (ADW_VIEW_STACK (sections), section);
}

static void
press_next (Shots *shots)
{
  GtkWidget *head = ui_driver_get_child (shots->page, "head");

  g_signal_emit_by_name (ui_driver_get_child (head, "next_button"), "clicked");
}

static void
add_people (WaxsealRolloutPhase *phase, guint n)
{
  for (guint i = 0; i < n; i++)
    {
      g_autofree char *address = g_strdup_printf ("user%u@contoso.com", i + 1);
      g_autoptr (WaxsealRecipient) recipient =
        g_object_new (WAXSEAL_TYPE_RECIPIENT, "address", address, NULL);

      g_list_store_append (waxseal_record_get_list (phase, "recipients"), recipient);
    }
}

static char *
hours_ago (int hours)
{
  g_autoptr (GDateTime) now = g_date_time_new_now_utc ();
  g_autoptr (GDateTime) then = g_date_time_add_hours (now, -hours);

  return g_date_time_format (then, "%Y-%m-%dT%H:%M:%SZ");
}

/* As if it had happened so many hours ago. */
static void
happen (WaxsealRolloutPhase *phase,
        WaxsealRolloutEventKind kind,
        WaxsealState state,
        int hours,
        const char *details)
{
  WaxsealRoad road =
    state == WAXSEAL_STATE_VERIFIED ? WAXSEAL_ROAD_EXCHANGE : WAXSEAL_ROAD_ADMIN_CENTER;
  g_auto (GStrv) people = waxseal_phase_audience_dup_planned (phase, road, NULL);
  g_autofree char *time = hours_ago (hours);
  GListModel *events = G_LIST_MODEL (waxseal_record_get_list (phase, "events"));
  g_autoptr (WaxsealRecord) event = NULL;
  WaxsealRolloutFact fact = {
    .kind = kind,
    .state = state,
    .road = road,
    .audience = WAXSEAL_AUDIENCE_SPECIFIC,
    .by = "Ann Admin",
    .addresses = kind == WAXSEAL_ROLLOUT_EVENT_KIND_ASSIGNED ? (const char *const *) people : NULL,
    .request_id = state == WAXSEAL_STATE_VERIFIED ? "0f3c1d52-7a1e-4b39-8c53-90e1c2d3a4b5" : NULL,
    .details = details,
  };

  waxseal_rollout_fact_record (&fact, phase);
  event = g_list_model_get_item (events, g_list_model_get_n_items (events) - 1);
  waxseal_record_set_text (event, "time", time);
  if (kind == WAXSEAL_ROLLOUT_EVENT_KIND_ASSIGNED)
    waxseal_record_set_text (phase, "deployed-on", time);
}

static void
meet (WaxsealRolloutPhase *phase, guint n, WaxsealTestResult result)
{
  GListModel *criteria = G_LIST_MODEL (waxseal_record_get_list (phase, "criteria"));
  g_autoptr (WaxsealCriterion) criterion = g_list_model_get_item (criteria, n);

  waxseal_phase_gate_settle (criterion, result, "Ann Admin");
}

/* What asks: over the window, and not in it. */
static void
take_dialog (Shots *shots, const char *which, const char *name)
{
  g_autofree char *file = g_strdup_printf ("deployment-%s.png", name);
  g_autofree char *path = g_build_filename (shots->folder, file, NULL);
  GtkWindow *dialog;

  if (g_str_equal (which, "judge"))
    waxseal_phase_judgement_judge (
      WAXSEAL_PHASE_JUDGEMENT (ui_driver_get_child (shots->page, "judgement")));
  else
    gtk_widget_activate_action (shots->page, "deployment.add", NULL);
  dialog = ui_driver_wait_dialog (ADW_TYPE_MESSAGE_DIALOG);
  ui_driver_settle (500);
  ui_driver_save_picture (GTK_WIDGET (dialog), path);
  gtk_window_destroy (dialog);
}

static void
try_clients (WaxsealRolloutPhase *phase)
{
  GListModel *tests = G_LIST_MODEL (waxseal_record_get_list (phase, "tests"));

  for (guint i = 0; i < 3; i++)
    {
      g_autoptr (WaxsealClientTest) test = g_list_model_get_item (tests, i);

      for (WaxsealSummaryLine line = 0; line < WAXSEAL_N_SUMMARY_LINES && i < 2; line++)
        waxseal_client_check_see (test, line, TRUE);
      waxseal_client_check_conclude (test,
                                     i < 2 ? WAXSEAL_TEST_RESULT_PASSED
                                           : WAXSEAL_TEST_RESULT_FAILED,
                                     "Ann Admin");
    }
}

static void
take_new (Shots *shots)
{
  show (shots, 0, "plan");
  save (shots, "new");
  show (shots, 1, "judge");
  save (shots, "blocked");
}

static void
take_under_way (Shots *shots)
{
  add_people (shots->phases[0], 3);
  waxseal_record_set_text (shots->phases[1], "planned-on", "2026-12-01");
  show (shots, 0, "roll-out");
  save (shots, "ready");
  happen (shots->phases[0], WAXSEAL_ROLLOUT_EVENT_KIND_UPLOADED, WAXSEAL_STATE_DECLARED, 30, NULL);
  happen (shots->phases[0], WAXSEAL_ROLLOUT_EVENT_KIND_ASSIGNED, WAXSEAL_STATE_DECLARED, 29, NULL);
  show (shots, 0, "judge");
  save (shots, "late");
  press_next (shots);
  save (shots, "trouble");
  happen (
    shots->phases[0], WAXSEAL_ROLLOUT_EVENT_KIND_FIRST_SEEN, WAXSEAL_STATE_DECLARED, 18, NULL);
  meet (shots->phases[0], 0, WAXSEAL_TEST_RESULT_PASSED);
  meet (shots->phases[0], 1, WAXSEAL_TEST_RESULT_FAILED);
  show (shots, 0, "judge");
  save (shots, "seen");
}

static void
take_pilot (Shots *shots)
{
  for (guint i = 0; i < 4; i++)
    meet (shots->phases[0], i, WAXSEAL_TEST_RESULT_PASSED);
  happen (shots->phases[0],
          WAXSEAL_ROLLOUT_EVENT_KIND_JUDGED,
          WAXSEAL_STATE_DECLARED,
          12,
          "Three users sent and received for a day.");
  add_people (shots->phases[1], 40);
  happen (shots->phases[1], WAXSEAL_ROLLOUT_EVENT_KIND_ASSIGNED, WAXSEAL_STATE_VERIFIED, 2, NULL);
  show (shots, 1, "plan");
  save (shots, "pilot");
  show (shots, 0, "judge");
  save (shots, "judged");
  take_dialog (shots, "judge", "judge-dialog");
  take_dialog (shots, "name", "name-dialog");
  show (shots, 0, "verify");
  try_clients (shots->phases[0]);
  save (shots, "verify");
  happen (shots->phases[1], WAXSEAL_ROLLOUT_EVENT_KIND_PAUSED, WAXSEAL_STATE_DECLARED, 1, NULL);
  show (shots, 1, "roll-out");
  save (shots, "paused");
}

/* Takes them of the organisation that is open, which must be new; it is not new any more then. */
void
shot_deployment_take (WaxsealWindow *window, const char *folder)
{
  WaxsealOrganization *organization = waxseal_window_get_organization (window);
  Shots shots = {
    window,
    folder,
    waxseal_workspace_get_page (waxseal_window_get_workspace (window), "deployment"),
  };

  for (guint i = 0; i < 3; i++)
    shots.phases[i] = g_list_model_get_item (waxseal_organization_get_phases (organization), i);
  waxseal_window_show_page (window, "deployment");
  take_new (&shots);
  take_under_way (&shots);
  take_pilot (&shots);
  for (guint i = 0; i < 3; i++)
    g_object_unref (shots.phases[i]);
}
