/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "waxseal-portal-road.h"

#include "waxseal-choice-row.h"
#include "waxseal-field-row.h"

/**
 * WaxsealPortalRoad:
 *
 * “I’ll do it in the portal”: one of the two roads of the Entra App page (guide.md, A).
 */
struct _WaxsealPortalRoad
{
  AdwBin parent_instance;

  WaxsealEntraApp *entra_app;
};

enum
{
  PROP_ENTRA_APP = 1,
  N_PROPS
};

static GParamSpec *props[N_PROPS];

G_DEFINE_FINAL_TYPE (WaxsealPortalRoad, waxseal_portal_road, ADW_TYPE_BIN)

static void
waxseal_portal_road_get_property (GObject *object, guint prop_id, GValue *value, GParamSpec *pspec)
{
  g_value_set_object (value, WAXSEAL_PORTAL_ROAD (object)->entra_app);
}

static void
waxseal_portal_road_dispose (GObject *object)
{
  g_clear_object (&WAXSEAL_PORTAL_ROAD (object)->entra_app);
  G_OBJECT_CLASS (waxseal_portal_road_parent_class)->dispose (object);
}

static void
waxseal_portal_road_class_init (WaxsealPortalRoadClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  object_class->get_property = waxseal_portal_road_get_property;
  object_class->dispose = waxseal_portal_road_dispose;

  props[PROP_ENTRA_APP] = g_param_spec_object (
    "entra-app", NULL, NULL, WAXSEAL_TYPE_ENTRA_APP, G_PARAM_READABLE | G_PARAM_STATIC_STRINGS);
  g_object_class_install_properties (object_class, N_PROPS, props);

  g_type_ensure (WAXSEAL_TYPE_CHOICE_ROW);
  g_type_ensure (WAXSEAL_TYPE_FIELD_ROW);
  gtk_widget_class_set_template_from_resource (
    widget_class, "/io/github/waxseal/Waxseal/ui/waxseal-portal-road.ui");
}

static void
waxseal_portal_road_init (WaxsealPortalRoad *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
}

/** waxseal_portal_road_open: Shows another organisation's app. */
void
waxseal_portal_road_open (WaxsealPortalRoad *self, WaxsealOrganization *organization)
{
  g_set_object (&self->entra_app, waxseal_organization_get_entra_app (organization));
  g_object_notify_by_pspec (G_OBJECT (self), props[PROP_ENTRA_APP]);
}
