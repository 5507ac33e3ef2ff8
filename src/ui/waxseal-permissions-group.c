/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "waxseal-permissions-group.h"

#include <glib/gi18n.h>

#include "waxseal-declare-row.h"
#include "waxseal-permission.h"

/**
 * WaxsealPermissionsGroup:
 *
 * The app's permissions, and which of them are listed and granted (guide.md, A6 and A7), as the
 * portal words it.
 */
struct _WaxsealPermissionsGroup
{
  AdwPreferencesGroup parent_instance;

  GtkListBox *box;

  WaxsealOrganization *organization;
  WaxsealEntraDesk *desk;
};

G_DEFINE_FINAL_TYPE (WaxsealPermissionsGroup, waxseal_permissions_group, ADW_TYPE_PREFERENCES_GROUP)

static WaxsealTenantReview *
get_review (WaxsealPermissionsGroup *self)
{
  return self->desk != NULL ? waxseal_entra_desk_get_review (self->desk) : NULL;
}

/* The tenant's own name, which the portal shows, where it is known. */
static const char *
get_tenant (WaxsealPermissionsGroup *self)
{
  WaxsealTenantReview *review = get_review (self);
  const char *name = review != NULL ? waxseal_tenant_review_get_tenant_name (review) : "";

  return *name != '\0' ? name : waxseal_organization_get_name (self->organization);
}

/* What only the administrator says is not worded as the portal words what is so. */
static char *
describe_state (WaxsealPermissionsGroup *self, WaxsealRecord *permission)
{
  WaxsealTenantReview *review = get_review (self);
  WaxsealRegisteredApp *app = review != NULL ? waxseal_tenant_review_get_own_app (review) : NULL;

  if (*waxseal_record_get_text (permission, "granted-on") != '\0')
    return *waxseal_record_get_text (permission, "verified-on") != '\0'
             /* Translators: as the portal says it; %s is the tenant's name */
             ? g_strdup_printf (_ ("Granted for %s"), get_tenant (self))
             : g_strdup (_ ("Granted, as you said"));
  if (app == NULL)
    return NULL;
  if (!waxseal_registered_app_has_declared (app, waxseal_record_get_text (permission, "name")))
    return g_strdup (_ ("Not in the app’s list"));
  /* Translators: as the portal says it; %s is the tenant's name */
  return g_strdup_printf (_ ("Not granted for %s"), get_tenant (self));
}

static void
show_permission (WaxsealPermissionsGroup *self, AdwActionRow *row, WaxsealRecord *permission)
{
  const char *description =
    waxseal_permission_describe (waxseal_record_get_text (permission, "name"));
  g_autofree char *state = describe_state (self, permission);
  g_autofree char *subtitle = NULL;

  if (state != NULL)
    /* Translators: of a permission: its kind as the portal says it, its state, what it allows */
    subtitle = g_strdup_printf (_ ("Application · %s · %s"), state, description);
  else
    /* Translators: of a permission: its kind as the portal says it, and what it allows */
    subtitle = g_strdup_printf (_ ("Application · %s"), description);
  adw_action_row_set_subtitle (row, subtitle);
}

static void
update (WaxsealPermissionsGroup *self)
{
  GtkWidget *row;

  for (row = gtk_widget_get_first_child (GTK_WIDGET (self->box)); row != NULL;
       row = gtk_widget_get_next_sibling (row))
    {
      g_autoptr (WaxsealRecord) permission = NULL;

      g_object_get (row, "record", &permission, NULL);
      show_permission (self, ADW_ACTION_ROW (row), permission);
    }
}

static GtkWidget *
create_row_cb (gpointer item, gpointer self)
{
  GtkWidget *row = g_object_new (WAXSEAL_TYPE_DECLARE_ROW,
                                 "title",
                                 waxseal_record_get_text (item, "name"),
                                 "use-markup",
                                 FALSE,
                                 "field",
                                 "granted-on",
                                 "verified-field",
                                 "verified-on",
                                 "record",
                                 item,
                                 NULL);

  show_permission (self, ADW_ACTION_ROW (row), item);
  g_signal_connect_object (item, "notify", G_CALLBACK (update), self, G_CONNECT_SWAPPED);
  return row;
}

static void
forget (WaxsealPermissionsGroup *self)
{
  GListModel *permissions;

  if (self->desk != NULL)
    g_signal_handlers_disconnect_by_data (self->desk, self);
  g_clear_object (&self->desk);
  if (self->organization == NULL)
    return;
  permissions =
    G_LIST_MODEL (waxseal_record_get_list (waxseal_organization_get_entra_app (self->organization),
                                           "permissions"));
  for (guint i = 0; i < g_list_model_get_n_items (permissions); i++)
    {
      g_autoptr (GObject) permission = g_list_model_get_item (permissions, i);

      g_signal_handlers_disconnect_by_data (permission, self);
    }
  g_clear_object (&self->organization);
}

static void
waxseal_permissions_group_dispose (GObject *object)
{
  forget (WAXSEAL_PERMISSIONS_GROUP (object));
  G_OBJECT_CLASS (waxseal_permissions_group_parent_class)->dispose (object);
}

static void
waxseal_permissions_group_class_init (WaxsealPermissionsGroupClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = waxseal_permissions_group_dispose;

  gtk_widget_class_set_template_from_resource (
    widget_class, "/io/github/waxseal/Waxseal/ui/waxseal-permissions-group.ui");
  gtk_widget_class_bind_template_child (widget_class, WaxsealPermissionsGroup, box);
}

static void
waxseal_permissions_group_init (WaxsealPermissionsGroup *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
}

/**
 * waxseal_permissions_group_open:
 * @desk: (nullable): what was found in the tenant, where somebody has signed in
 *
 * Shows another organisation's permissions.
 */
void
waxseal_permissions_group_open (WaxsealPermissionsGroup *self,
                                WaxsealOrganization *organization,
                                WaxsealEntraDesk *desk)
{
  WaxsealEntraApp *app = waxseal_organization_get_entra_app (organization);

  forget (self);
  g_set_object (&self->organization, organization);
  g_set_object (&self->desk, desk);
  if (desk != NULL)
    g_signal_connect_swapped (desk, "changed", G_CALLBACK (update), self);
  gtk_list_box_bind_model (self->box,
                           G_LIST_MODEL (waxseal_record_get_list (app, "permissions")),
                           create_row_cb,
                           self,
                           NULL);
}
