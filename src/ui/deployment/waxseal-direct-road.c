/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "waxseal-direct-road.h"

#include "waxseal-direct-consent.h"
#include "waxseal-direct-look.h"
#include "waxseal-direct-plan-group.h"
#include "waxseal-phase-road.h"
#include "waxseal-snapshot-group.h"

/**
 * WaxsealDirectRoad:
 *
 * Deploying a phase by Exchange Online directly: first what that means, then what is there, then
 * the plan and its progress, and the groups as they were.
 */
struct _WaxsealDirectRoad
{
  GtkBox parent_instance;

  WaxsealDirectConsent *consent;
  GtkWidget *rest;
  WaxsealDirectLook *look;
  WaxsealDirectPlanGroup *plan_group;
  WaxsealSnapshotGroup *snapshot;

  WaxsealManifestDraft *draft;
  WaxsealRolloutPhase *phase;
  WaxsealEntraDesk *desk;
  WaxsealRolloutAction action;
  WaxsealDirectJob *job; /* or NULL */
};

enum
{
  PROP_DRAFT = 1,
  PROP_PHASE,
  PROP_DESK,
  PROP_ACTION,
  N_PROPS
};

static GParamSpec *props[N_PROPS];

G_DEFINE_FINAL_TYPE (WaxsealDirectRoad, waxseal_direct_road, GTK_TYPE_BOX)

static WaxsealOrganization *
get_organization (WaxsealDirectRoad *self)
{
  return self->draft != NULL ? waxseal_manifest_draft_get_organization (self->draft) : NULL;
}

/* Before somebody accepted it, there is nothing to sign in for. */
static void
update (WaxsealDirectRoad *self)
{
  WaxsealOrganization *organization = get_organization (self);
  gboolean given = organization != NULL && waxseal_direct_consent_is_given (organization);

  gtk_widget_set_visible (self->rest, given && self->job != NULL);
}

static void
aim (WaxsealDirectRoad *self)
{
  if (self->job != NULL && self->phase != NULL)
    waxseal_direct_job_aim (self->job, self->phase, self->action);
}

static void
drop_job (WaxsealDirectRoad *self)
{
  if (self->job != NULL)
    waxseal_direct_job_close (self->job);
  waxseal_direct_look_set_job (self->look, NULL);
  waxseal_direct_plan_group_set_job (self->plan_group, NULL);
  g_clear_object (&self->job);
}

/* While one thing after the other is set, the draft and the desk may be of different organisations.
 */
static void
make_job (WaxsealDirectRoad *self)
{
  drop_job (self);
  if (self->draft != NULL && self->desk != NULL &&
      waxseal_entra_desk_get_organization (self->desk) == get_organization (self))
    {
      self->job = waxseal_direct_job_new (self->draft, self->desk);
      waxseal_direct_look_set_job (self->look, self->job);
      waxseal_direct_plan_group_set_job (self->plan_group, self->job);
      aim (self);
    }
  update (self);
}

static void
set_draft (WaxsealDirectRoad *self, WaxsealManifestDraft *draft)
{
  if (self->draft == draft)
    return;
  if (self->draft != NULL)
    g_signal_handlers_disconnect_by_data (get_organization (self), self);
  g_set_object (&self->draft, draft);
  waxseal_direct_consent_show (self->consent, get_organization (self));
  if (draft != NULL)
    g_signal_connect_swapped (get_organization (self), "changed", G_CALLBACK (update), self);
  make_job (self);
}

static void
use_admin_center_cb (WaxsealDirectRoad *self)
{
  waxseal_phase_road_set (get_organization (self), WAXSEAL_ROAD_ADMIN_CENTER);
}

static void
waxseal_direct_road_get_property (GObject *object, guint prop_id, GValue *value, GParamSpec *pspec)
{
  WaxsealDirectRoad *self = WAXSEAL_DIRECT_ROAD (object);

  switch (prop_id)
    {
    case PROP_DRAFT:
      g_value_set_object (value, self->draft);
      break;
    case PROP_PHASE:
      g_value_set_object (value, self->phase);
      break;
    case PROP_DESK:
      g_value_set_object (value, self->desk);
      break;
    case PROP_ACTION:
      g_value_set_int (value, self->action);
      break;
    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, prop_id, pspec);
    }
}

static void
waxseal_direct_road_set_property (GObject *object,
                                  guint prop_id,
                                  const GValue *value,
                                  GParamSpec *pspec)
{
  WaxsealDirectRoad *self = WAXSEAL_DIRECT_ROAD (object);

  switch (prop_id)
    {
    case PROP_DRAFT:
      set_draft (self, g_value_get_object (value));
      break;
    case PROP_PHASE:
      if (g_set_object (&self->phase, g_value_get_object (value)))
        waxseal_snapshot_group_show (self->snapshot, self->phase, self->desk);
      break;
    case PROP_DESK:
      if (g_set_object (&self->desk, g_value_get_object (value)))
        {
          waxseal_snapshot_group_show (self->snapshot, self->phase, self->desk);
          make_job (self);
        }
      break;
    case PROP_ACTION:
      self->action = g_value_get_int (value);
      break;
    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, prop_id, pspec);
    }
  aim (self);
}

static void
waxseal_direct_road_dispose (GObject *object)
{
  WaxsealDirectRoad *self = WAXSEAL_DIRECT_ROAD (object);

  if (self->job != NULL)
    drop_job (self);
  if (self->draft != NULL)
    g_signal_handlers_disconnect_by_data (get_organization (self), self);
  g_clear_object (&self->draft);
  g_clear_object (&self->phase);
  g_clear_object (&self->desk);
  G_OBJECT_CLASS (waxseal_direct_road_parent_class)->dispose (object);
}

static void
install_properties (GObjectClass *object_class)
{
  GParamFlags flags = G_PARAM_READWRITE | G_PARAM_STATIC_STRINGS;

  props[PROP_DRAFT] = g_param_spec_object ("draft", NULL, NULL, WAXSEAL_TYPE_MANIFEST_DRAFT, flags);
  props[PROP_PHASE] = g_param_spec_object ("phase", NULL, NULL, WAXSEAL_TYPE_ROLLOUT_PHASE, flags);
  props[PROP_DESK] = g_param_spec_object ("desk", NULL, NULL, WAXSEAL_TYPE_ENTRA_DESK, flags);
  props[PROP_ACTION] = g_param_spec_int ("action",
                                         NULL,
                                         NULL,
                                         WAXSEAL_ROLLOUT_ACTION_DEPLOY,
                                         WAXSEAL_N_ROLLOUT_ACTIONS - 1,
                                         WAXSEAL_ROLLOUT_ACTION_DEPLOY,
                                         flags);
  g_object_class_install_properties (object_class, N_PROPS, props);
}

static void
waxseal_direct_road_class_init (WaxsealDirectRoadClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  object_class->get_property = waxseal_direct_road_get_property;
  object_class->set_property = waxseal_direct_road_set_property;
  object_class->dispose = waxseal_direct_road_dispose;
  install_properties (object_class);

  g_type_ensure (WAXSEAL_TYPE_DIRECT_CONSENT);
  g_type_ensure (WAXSEAL_TYPE_DIRECT_LOOK);
  g_type_ensure (WAXSEAL_TYPE_DIRECT_PLAN_GROUP);
  g_type_ensure (WAXSEAL_TYPE_SNAPSHOT_GROUP);
  gtk_widget_class_set_template_from_resource (
    widget_class, "/io/github/waxseal/Waxseal/ui/waxseal-direct-road.ui");
  gtk_widget_class_bind_template_child (widget_class, WaxsealDirectRoad, consent);
  gtk_widget_class_bind_template_child (widget_class, WaxsealDirectRoad, rest);
  gtk_widget_class_bind_template_child (widget_class, WaxsealDirectRoad, look);
  gtk_widget_class_bind_template_child (widget_class, WaxsealDirectRoad, plan_group);
  gtk_widget_class_bind_template_child (widget_class, WaxsealDirectRoad, snapshot);
  gtk_widget_class_bind_template_callback (widget_class, use_admin_center_cb);
}

static void
waxseal_direct_road_init (WaxsealDirectRoad *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
}
