/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "waxseal-entra-page.h"

#include "waxseal-entra-run.h"
#include "waxseal-identifiers-group.h"
#include "waxseal-permissions-group.h"
#include "waxseal-portal-road.h"
#include "waxseal-registered-group.h"
#include "waxseal-secret-group.h"

/**
 * WaxsealEntraPage:
 *
 * Entra App: the two roads to the app registration, and what there is of it then: its identifiers,
 * its secret and its permissions (guide.md, A).
 */
struct _WaxsealEntraPage
{
  WaxsealPage parent_instance;

  GtkToggleButton *run_button;
  GtkToggleButton *portal_button;
  GtkStack *roads;
  WaxsealEntraRun *run;
  WaxsealPortalRoad *portal;
  WaxsealIdentifiersGroup *identifiers_group;
  WaxsealSecretGroup *secret_group;
  WaxsealPermissionsGroup *permissions_group;
  WaxsealRegisteredGroup *registered_group;

  GSettings *settings;
};

G_DEFINE_FINAL_TYPE (WaxsealEntraPage, waxseal_entra_page, WAXSEAL_TYPE_PAGE)

/* A group turns the one button off before it turns the other on. */
static void
show_road (WaxsealEntraPage *self)
{
  gboolean run = gtk_toggle_button_get_active (self->run_button) &&
                 gtk_widget_get_visible (GTK_WIDGET (self->run));

  gtk_stack_set_visible_child_name (self->roads, run ? "run" : "portal");
}

static void
road_toggled_cb (WaxsealEntraPage *self)
{
  g_settings_set_boolean (self->settings,
                          "entra-in-portal",
                          !gtk_toggle_button_get_active (self->run_button));
  show_road (self);
}

static void
enter_value_action (GtkWidget *widget, const char *name, GVariant *parameter)
{
  waxseal_secret_group_enter_value (WAXSEAL_ENTRA_PAGE (widget)->secret_group);
}

static void
waxseal_entra_page_opened (WaxsealPage *page)
{
  WaxsealEntraPage *self = WAXSEAL_ENTRA_PAGE (page);
  WaxsealOrganization *organization = waxseal_page_get_organization (page);
  GCancellable *cancellable = waxseal_page_get_cancellable (page);

  waxseal_entra_run_set_desk (self->run, waxseal_page_get_desk (page));
  waxseal_registered_group_set_desk (self->registered_group, waxseal_page_get_desk (page));
  show_road (self);
  waxseal_portal_road_open (self->portal, organization);
  waxseal_identifiers_group_open (self->identifiers_group, organization);
  waxseal_secret_group_open (self->secret_group, organization, cancellable);
  waxseal_permissions_group_open (self->permissions_group,
                                  organization,
                                  waxseal_page_get_desk (page));
}

static void
waxseal_entra_page_dispose (GObject *object)
{
  g_clear_object (&WAXSEAL_ENTRA_PAGE (object)->settings);
  G_OBJECT_CLASS (waxseal_entra_page_parent_class)->dispose (object);
}

static void
ensure_types (void)
{
  g_type_ensure (WAXSEAL_TYPE_ENTRA_RUN);
  g_type_ensure (WAXSEAL_TYPE_IDENTIFIERS_GROUP);
  g_type_ensure (WAXSEAL_TYPE_PERMISSIONS_GROUP);
  g_type_ensure (WAXSEAL_TYPE_PORTAL_ROAD);
  g_type_ensure (WAXSEAL_TYPE_REGISTERED_GROUP);
  g_type_ensure (WAXSEAL_TYPE_SECRET_GROUP);
}

static void
waxseal_entra_page_class_init (WaxsealEntraPageClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = waxseal_entra_page_dispose;
  WAXSEAL_PAGE_CLASS (klass)->opened = waxseal_entra_page_opened;

  ensure_types ();
  gtk_widget_class_install_action (widget_class, "entra.enter-value", NULL, enter_value_action);
  gtk_widget_class_set_template_from_resource (
    widget_class, "/io/github/waxseal/Waxseal/ui/waxseal-entra-page.ui");
  gtk_widget_class_bind_template_child (widget_class, WaxsealEntraPage, run_button);
  gtk_widget_class_bind_template_child (widget_class, WaxsealEntraPage, portal_button);
  gtk_widget_class_bind_template_child (widget_class, WaxsealEntraPage, roads);
  gtk_widget_class_bind_template_child (widget_class, WaxsealEntraPage, run);
  gtk_widget_class_bind_template_child (widget_class, WaxsealEntraPage, portal);
  gtk_widget_class_bind_template_child (widget_class, WaxsealEntraPage, identifiers_group);
  gtk_widget_class_bind_template_child (widget_class, WaxsealEntraPage, secret_group);
  gtk_widget_class_bind_template_child (widget_class, WaxsealEntraPage, permissions_group);
  gtk_widget_class_bind_template_child (widget_class, WaxsealEntraPage, registered_group);
  gtk_widget_class_bind_template_callback (widget_class, road_toggled_cb);
}

static void
waxseal_entra_page_init (WaxsealEntraPage *self)
{
  self->settings = g_settings_new ("io.github.waxseal.Waxseal");
  gtk_widget_init_template (GTK_WIDGET (self));
  gtk_toggle_button_set_active (self->portal_button,
                                g_settings_get_boolean (self->settings, "entra-in-portal"));
  show_road (self);
}
