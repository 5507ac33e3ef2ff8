/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "waxseal-deployment-page.h"

#include "waxseal-phase-cards.h"
#include "waxseal-phase-edit.h"
#include "waxseal-phase-head.h"
#include "waxseal-phase-judgement.h"
#include "waxseal-phase-list.h"
#include "waxseal-phase-plan.h"
#include "waxseal-phase-roll-out.h"
#include "waxseal-phase-verify.h"
#include "waxseal-report-group.h"
#include "waxseal-rollout-clock.h"
#include "waxseal-rollout-fact.h"
#include "waxseal-rollout-person.h"
#include "waxseal-timeline-group.h"

/**
 * WaxsealDeploymentPage:
 *
 * Deployment: the phases of the rollout as cards, and the one that is selected under them, from its
 * plan to its judgement (guide.md, C and D).
 */
struct _WaxsealDeploymentPage
{
  WaxsealPage parent_instance;

  WaxsealPhaseCards *cards;
  GtkWidget *details;
  WaxsealPhaseHead *head;
  AdwViewStack *sections;
  WaxsealPhasePlan *plan;
  WaxsealPhaseRollOut *roll_out;
  WaxsealPhaseVerify *verify;
  WaxsealPhaseJudgement *judgement;
  WaxsealTimelineGroup *timeline;

  WaxsealRolloutClock *clock;
  WaxsealOrganization *organization; /* whose changes are followed */
};

G_DEFINE_FINAL_TYPE (WaxsealDeploymentPage, waxseal_deployment_page, WAXSEAL_TYPE_PAGE)

static GListStore *
get_phases (WaxsealDeploymentPage *self)
{
  return waxseal_record_get_list (self->organization, "phases");
}

/* Of who signed in here last; the page asks nobody to. */
static const char *
get_own_address (WaxsealDeploymentPage *self)
{
  gpointer sign_in = waxseal_record_get_child (self->organization, "sign-in");
  const char *address = waxseal_record_get_text (sign_in, "user-name");

  return *address != '\0' ? address : NULL;
}

static void
allow_moves (WaxsealDeploymentPage *self, WaxsealRolloutPhase *phase)
{
  static const struct
  {
    const char *action;
    int offset;
  } moves[] = { { "deployment.move-earlier", -1 }, { "deployment.move-later", 1 } };

  for (guint i = 0; i < G_N_ELEMENTS (moves); i++)
    gtk_widget_action_set_enabled (GTK_WIDGET (self),
                                   moves[i].action,
                                   waxseal_phase_list_get_move_refusal (
                                     G_LIST_MODEL (get_phases (self)), phase, moves[i].offset) ==
                                     NULL);
}

static void
update (WaxsealDeploymentPage *self)
{
  WaxsealRolloutPhase *phase = waxseal_phase_cards_get_selected (self->cards);
  const char *own_address = get_own_address (self);

  /* It was just removed: the cards are about to select another one. */
  if (phase != NULL && !g_list_store_find (get_phases (self), phase, NULL))
    return;
  waxseal_phase_cards_update (self->cards);
  gtk_widget_set_visible (self->details, phase != NULL);
  if (phase == NULL)
    return;
  allow_moves (self, phase);
  waxseal_phase_head_update (self->head, own_address);
  waxseal_phase_roll_out_update (self->roll_out, own_address);
  waxseal_phase_verify_update (self->verify);
  waxseal_phase_judgement_update (self->judgement);
  waxseal_timeline_group_update (self->timeline);
}

static void
start_clock (WaxsealDeploymentPage *self)
{
  if (gtk_widget_get_mapped (GTK_WIDGET (self)) && self->organization != NULL)
    waxseal_rollout_clock_start (self->clock, G_LIST_MODEL (get_phases (self)));
}

static void
changed_cb (WaxsealDeploymentPage *self)
{
  update (self);
  start_clock (self);
}

static void
selected_cb (WaxsealDeploymentPage *self)
{
  WaxsealRolloutPhase *phase = waxseal_phase_cards_get_selected (self->cards);

  if (phase != NULL)
    {
      waxseal_phase_head_show (self->head, self->organization, phase);
      waxseal_phase_plan_show (self->plan, phase);
      waxseal_phase_roll_out_show (self->roll_out, phase);
      waxseal_phase_verify_show (self->verify, self->organization, phase);
      waxseal_phase_judgement_show (self->judgement, self->organization, phase);
    }
  waxseal_timeline_group_show (self->timeline, phase);
  update (self);
}

static void
show_beside (WaxsealDeploymentPage *self, int offset)
{
  WaxsealRolloutPhase *phase = waxseal_phase_cards_get_selected (self->cards);

  waxseal_phase_cards_select (
    self->cards, waxseal_phase_list_get_beside (G_LIST_MODEL (get_phases (self)), phase, offset));
}

static void
declare_seen (WaxsealDeploymentPage *self)
{
  g_autofree char *by = waxseal_rollout_person_suggest (self->organization);
  WaxsealRolloutFact fact = {
    .kind = WAXSEAL_ROLLOUT_EVENT_KIND_FIRST_SEEN,
    .state = WAXSEAL_STATE_DECLARED,
    .by = by,
  };

  waxseal_rollout_fact_record (&fact, waxseal_phase_cards_get_selected (self->cards));
}

static void
next_cb (WaxsealDeploymentPage *self, guint next, guint action)
{
  switch ((WaxsealPhaseNext) next)
    {
    case WAXSEAL_PHASE_NEXT_GO_BEFORE:
      show_beside (self, -1);
      break;
    case WAXSEAL_PHASE_NEXT_GO_AFTER:
      show_beside (self, 1);
      break;
    case WAXSEAL_PHASE_NEXT_NAME_PEOPLE:
      adw_view_stack_set_visible_child_name (self->sections, "plan");
      break;
    case WAXSEAL_PHASE_NEXT_ACT:
      waxseal_phase_roll_out_set_action (self->roll_out, action);
      update (self);
      adw_view_stack_set_visible_child_name (self->sections, "roll-out");
      break;
    case WAXSEAL_PHASE_NEXT_SEE:
      declare_seen (self);
      break;
    case WAXSEAL_PHASE_NEXT_LOOK_INTO:
      adw_view_stack_set_visible_child_name (self->sections, "verify");
      waxseal_phase_verify_look_into (self->verify);
      break;
    case WAXSEAL_PHASE_NEXT_JUDGE:
      adw_view_stack_set_visible_child_name (self->sections, "judge");
      waxseal_phase_judgement_judge (self->judgement);
      break;
    case WAXSEAL_PHASE_NEXT_NOTHING:
    default:
      break;
    }
}

static void
add_action (GtkWidget *widget, const char *name, GVariant *parameter)
{
  WaxsealDeploymentPage *self = WAXSEAL_DEPLOYMENT_PAGE (widget);

  waxseal_phase_edit_add (self->cards, get_phases (self));
}

static void
rename_action (GtkWidget *widget, const char *name, GVariant *parameter)
{
  WaxsealDeploymentPage *self = WAXSEAL_DEPLOYMENT_PAGE (widget);

  waxseal_phase_edit_rename (self->cards, get_phases (self));
}

static void
remove_action (GtkWidget *widget, const char *name, GVariant *parameter)
{
  WaxsealDeploymentPage *self = WAXSEAL_DEPLOYMENT_PAGE (widget);

  waxseal_phase_edit_remove (self->cards, get_phases (self));
}

static void
move_action (GtkWidget *widget, const char *name, GVariant *parameter)
{
  WaxsealDeploymentPage *self = WAXSEAL_DEPLOYMENT_PAGE (widget);

  waxseal_phase_list_move (get_phases (self),
                           waxseal_phase_cards_get_selected (self->cards),
                           g_str_equal (name, "deployment.move-earlier") ? -1 : 1);
}

static void
forget_organization (WaxsealDeploymentPage *self)
{
  waxseal_rollout_clock_stop (self->clock);
  if (self->organization != NULL)
    g_signal_handlers_disconnect_by_func (self->organization, changed_cb, self);
  g_clear_object (&self->organization);
}

static void
waxseal_deployment_page_opened (WaxsealPage *page)
{
  WaxsealDeploymentPage *self = WAXSEAL_DEPLOYMENT_PAGE (page);

  forget_organization (self);
  self->organization = g_object_ref (waxseal_page_get_organization (page));
  waxseal_phase_plan_open (self->plan, self->organization, waxseal_page_get_desk (page));
  waxseal_phase_roll_out_open (self->roll_out,
                               waxseal_page_get_draft (page),
                               waxseal_page_get_desk (page),
                               waxseal_page_get_cancellable (page));
  waxseal_timeline_group_open (self->timeline, self->organization);
  waxseal_phase_cards_set_phases (self->cards, G_LIST_MODEL (get_phases (self)));
  g_signal_connect_object (
    self->organization, "changed", G_CALLBACK (changed_cb), self, G_CONNECT_SWAPPED);
  changed_cb (self);
}

static void
waxseal_deployment_page_map (GtkWidget *widget)
{
  WaxsealDeploymentPage *self = WAXSEAL_DEPLOYMENT_PAGE (widget);

  GTK_WIDGET_CLASS (waxseal_deployment_page_parent_class)->map (widget);
  if (self->organization != NULL)
    changed_cb (self);
}

static void
waxseal_deployment_page_unmap (GtkWidget *widget)
{
  waxseal_rollout_clock_stop (WAXSEAL_DEPLOYMENT_PAGE (widget)->clock);
  GTK_WIDGET_CLASS (waxseal_deployment_page_parent_class)->unmap (widget);
}

static void
waxseal_deployment_page_dispose (GObject *object)
{
  WaxsealDeploymentPage *self = WAXSEAL_DEPLOYMENT_PAGE (object);

  if (self->clock != NULL)
    forget_organization (self);
  g_clear_object (&self->clock);
  G_OBJECT_CLASS (waxseal_deployment_page_parent_class)->dispose (object);
}

static void
install_actions (GtkWidgetClass *widget_class)
{
  gtk_widget_class_install_action (widget_class, "deployment.add", NULL, add_action);
  gtk_widget_class_install_action (widget_class, "deployment.rename", NULL, rename_action);
  gtk_widget_class_install_action (widget_class, "deployment.move-earlier", NULL, move_action);
  gtk_widget_class_install_action (widget_class, "deployment.move-later", NULL, move_action);
  gtk_widget_class_install_action (widget_class, "deployment.remove", NULL, remove_action);
}

static void
ensure_types (void)
{
  g_type_ensure (WAXSEAL_TYPE_PHASE_CARDS);
  g_type_ensure (WAXSEAL_TYPE_PHASE_HEAD);
  g_type_ensure (WAXSEAL_TYPE_PHASE_JUDGEMENT);
  g_type_ensure (WAXSEAL_TYPE_PHASE_PLAN);
  g_type_ensure (WAXSEAL_TYPE_PHASE_ROLL_OUT);
  g_type_ensure (WAXSEAL_TYPE_PHASE_VERIFY);
  g_type_ensure (WAXSEAL_TYPE_REPORT_GROUP);
  g_type_ensure (WAXSEAL_TYPE_TIMELINE_GROUP);
}

static void
waxseal_deployment_page_class_init (WaxsealDeploymentPageClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = waxseal_deployment_page_dispose;
  widget_class->map = waxseal_deployment_page_map;
  widget_class->unmap = waxseal_deployment_page_unmap;
  WAXSEAL_PAGE_CLASS (klass)->opened = waxseal_deployment_page_opened;

  ensure_types ();
  install_actions (widget_class);
  gtk_widget_class_set_template_from_resource (
    widget_class, "/io/github/waxseal/Waxseal/ui/waxseal-deployment-page.ui");
  gtk_widget_class_bind_template_child (widget_class, WaxsealDeploymentPage, cards);
  gtk_widget_class_bind_template_child (widget_class, WaxsealDeploymentPage, details);
  gtk_widget_class_bind_template_child (widget_class, WaxsealDeploymentPage, head);
  gtk_widget_class_bind_template_child (widget_class, WaxsealDeploymentPage, sections);
  gtk_widget_class_bind_template_child (widget_class, WaxsealDeploymentPage, plan);
  gtk_widget_class_bind_template_child (widget_class, WaxsealDeploymentPage, roll_out);
  gtk_widget_class_bind_template_child (widget_class, WaxsealDeploymentPage, judgement);
  gtk_widget_class_bind_template_child (widget_class, WaxsealDeploymentPage, verify);
  gtk_widget_class_bind_template_child (widget_class, WaxsealDeploymentPage, timeline);
  gtk_widget_class_bind_template_callback (widget_class, next_cb);
  gtk_widget_class_bind_template_callback (widget_class, selected_cb);
}

static void
waxseal_deployment_page_init (WaxsealDeploymentPage *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
  self->clock = waxseal_rollout_clock_new ();
  g_signal_connect_object (self->clock, "tick", G_CALLBACK (update), self, G_CONNECT_SWAPPED);
}

/** waxseal_deployment_page_show_phase: @name: as the file has it; nothing is done without one. */
void
waxseal_deployment_page_show_phase (WaxsealDeploymentPage *self, const char *name)
{
  WaxsealRolloutPhase *phase =
    waxseal_phase_list_find_name (G_LIST_MODEL (get_phases (self)), name);

  if (phase != NULL)
    waxseal_phase_cards_select (self->cards, phase);
}
