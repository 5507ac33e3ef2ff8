/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "waxseal-portal-road.h"

#include "waxseal-choice-row.h"
#include "waxseal-copy-row.h"
#include "waxseal-field-row.h"
#include "waxseal-link-row.h"
#include "waxseal-paste-hint.h"
#include "waxseal-permission.h"
#include "waxseal-portal-row.h"
#include "waxseal-portal-steps.h"

/**
 * WaxsealPortalRoad:
 *
 * “I’ll do it in the portal”: one of the two roads of the Entra App page, in the order in which the
 * portal asks (guide.md, A1 to A7). The first step that is not done yet stands open.
 */
struct _WaxsealPortalRoad
{
  AdwBin parent_instance;

  WaxsealPortalRow *sign_in;
  WaxsealPortalRow *new_registration;
  WaxsealPortalRow *register_app;
  WaxsealPortalRow *add_secret;
  WaxsealPortalRow *copy_ids;
  WaxsealPortalRow *add_permissions;
  WaxsealPortalRow *consent;

  WaxsealOrganization *organization;
  WaxsealEntraApp *entra_app;
  GPtrArray *permission_rows; /* (element-type GtkWidget), of add_permissions */
};

enum
{
  PROP_ORGANIZATION = 1,
  PROP_ENTRA_APP,
  PROP_PORTAL_STEPS,
  N_PROPS
};

static GParamSpec *props[N_PROPS];

G_DEFINE_FINAL_TYPE (WaxsealPortalRoad, waxseal_portal_road, ADW_TYPE_BIN)

static void
list_permissions (WaxsealPortalRoad *self)
{
  GListModel *permissions = G_LIST_MODEL (waxseal_record_get_list (self->entra_app, "permissions"));
  guint i;

  for (i = 0; i < self->permission_rows->len; i++)
    adw_expander_row_remove (ADW_EXPANDER_ROW (self->add_permissions),
                             self->permission_rows->pdata[i]);
  g_ptr_array_set_size (self->permission_rows, 0);
  for (i = 0; i < g_list_model_get_n_items (permissions); i++)
    {
      g_autoptr (WaxsealPermission) permission = g_list_model_get_item (permissions, i);
      const char *name = waxseal_record_get_text (permission, "name");
      GtkWidget *row = g_object_new (
        WAXSEAL_TYPE_COPY_ROW, "title", waxseal_permission_describe (name), "value", name, NULL);

      g_ptr_array_add (self->permission_rows, row);
      adw_expander_row_add_row (ADW_EXPANDER_ROW (self->add_permissions), row);
    }
}

static void
expand_next (WaxsealPortalRoad *self)
{
  WaxsealPortalRow *const rows[] = {
    self->sign_in,  self->new_registration, self->register_app, self->add_secret,
    self->copy_ids, self->add_permissions,  self->consent,
  };
  gboolean found = FALSE;
  gsize i;

  for (i = 0; i < G_N_ELEMENTS (rows); i++)
    {
      gboolean next = !found && !waxseal_portal_row_is_done (rows[i]);

      adw_expander_row_set_expanded (ADW_EXPANDER_ROW (rows[i]), next);
      found = found || next;
    }
}

static void
next_action (GtkWidget *widget, const char *name, GVariant *parameter)
{
  expand_next (WAXSEAL_PORTAL_ROAD (widget));
}

static void
waxseal_portal_road_get_property (GObject *object, guint prop_id, GValue *value, GParamSpec *pspec)
{
  WaxsealPortalRoad *self = WAXSEAL_PORTAL_ROAD (object);

  switch (prop_id)
    {
    case PROP_ORGANIZATION:
      g_value_set_object (value, self->organization);
      break;
    case PROP_ENTRA_APP:
      g_value_set_object (value, self->entra_app);
      break;
    case PROP_PORTAL_STEPS:
      if (self->entra_app != NULL)
        g_value_set_object (value, waxseal_record_get_child (self->entra_app, "portal-steps"));
      break;
    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, prop_id, pspec);
    }
}

static void
waxseal_portal_road_dispose (GObject *object)
{
  WaxsealPortalRoad *self = WAXSEAL_PORTAL_ROAD (object);

  g_clear_pointer (&self->permission_rows, g_ptr_array_unref);
  g_clear_object (&self->entra_app);
  g_clear_object (&self->organization);
  G_OBJECT_CLASS (waxseal_portal_road_parent_class)->dispose (object);
}

static void
install_properties (GObjectClass *object_class)
{
  GParamFlags flags = G_PARAM_READABLE | G_PARAM_STATIC_STRINGS;

  props[PROP_ORGANIZATION] =
    g_param_spec_object ("organization", NULL, NULL, WAXSEAL_TYPE_ORGANIZATION, flags);
  props[PROP_ENTRA_APP] =
    g_param_spec_object ("entra-app", NULL, NULL, WAXSEAL_TYPE_ENTRA_APP, flags);
  props[PROP_PORTAL_STEPS] =
    g_param_spec_object ("portal-steps", NULL, NULL, WAXSEAL_TYPE_PORTAL_STEPS, flags);
  g_object_class_install_properties (object_class, N_PROPS, props);
}

static void
ensure_types (void)
{
  g_type_ensure (WAXSEAL_TYPE_CHOICE_ROW);
  g_type_ensure (WAXSEAL_TYPE_FIELD_ROW);
  g_type_ensure (WAXSEAL_TYPE_LINK_ROW);
  g_type_ensure (WAXSEAL_TYPE_PASTE_HINT);
  g_type_ensure (WAXSEAL_TYPE_PORTAL_ROW);
}

static void
waxseal_portal_road_class_init (WaxsealPortalRoadClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  object_class->get_property = waxseal_portal_road_get_property;
  object_class->dispose = waxseal_portal_road_dispose;
  install_properties (object_class);

  ensure_types ();
  gtk_widget_class_install_action (widget_class, "road.next", NULL, next_action);
  gtk_widget_class_set_template_from_resource (
    widget_class, "/io/github/waxseal/Waxseal/ui/waxseal-portal-road.ui");
  gtk_widget_class_bind_template_child (widget_class, WaxsealPortalRoad, sign_in);
  gtk_widget_class_bind_template_child (widget_class, WaxsealPortalRoad, new_registration);
  gtk_widget_class_bind_template_child (widget_class, WaxsealPortalRoad, register_app);
  gtk_widget_class_bind_template_child (widget_class, WaxsealPortalRoad, add_secret);
  gtk_widget_class_bind_template_child (widget_class, WaxsealPortalRoad, copy_ids);
  gtk_widget_class_bind_template_child (widget_class, WaxsealPortalRoad, add_permissions);
  gtk_widget_class_bind_template_child (widget_class, WaxsealPortalRoad, consent);
}

static void
waxseal_portal_road_init (WaxsealPortalRoad *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
  self->permission_rows = g_ptr_array_new ();
}

static void
set_organization (WaxsealPortalRoad *self, WaxsealOrganization *organization)
{
  g_set_object (&self->organization, organization);
  g_object_notify_by_pspec (G_OBJECT (self), props[PROP_ORGANIZATION]);
}

/** waxseal_portal_road_open: Shows another organisation's app. */
void
waxseal_portal_road_open (WaxsealPortalRoad *self, WaxsealOrganization *organization)
{
  /* None in between, so that nothing takes its texts for what somebody pastes. */
  set_organization (self, NULL);
  g_set_object (&self->entra_app, waxseal_organization_get_entra_app (organization));
  g_object_notify_by_pspec (G_OBJECT (self), props[PROP_ENTRA_APP]);
  g_object_notify_by_pspec (G_OBJECT (self), props[PROP_PORTAL_STEPS]);
  set_organization (self, organization);
  list_permissions (self);
  expand_next (self);
}
