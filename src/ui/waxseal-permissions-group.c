/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "waxseal-permissions-group.h"

#include "waxseal-declare-row.h"
#include "waxseal-permission.h"

/**
 * WaxsealPermissionsGroup:
 *
 * The app's permissions, and which of them are granted (guide.md, A6 and A7).
 */
struct _WaxsealPermissionsGroup
{
  AdwPreferencesGroup parent_instance;

  GtkListBox *box;
};

G_DEFINE_FINAL_TYPE (WaxsealPermissionsGroup, waxseal_permissions_group, ADW_TYPE_PREFERENCES_GROUP)

static GtkWidget *
create_row_cb (gpointer item, gpointer user_data)
{
  return g_object_new (WAXSEAL_TYPE_DECLARE_ROW,
                       "title",
                       waxseal_record_get_text (item, "name"),
                       "subtitle",
                       waxseal_permission_describe (waxseal_record_get_text (item, "name")),
                       "use-markup",
                       FALSE,
                       "field",
                       "granted-on",
                       "verified-field",
                       "verified-on",
                       "record",
                       item,
                       NULL);
}

static void
waxseal_permissions_group_class_init (WaxsealPermissionsGroupClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  gtk_widget_class_set_template_from_resource (
    widget_class, "/io/github/waxseal/Waxseal/ui/waxseal-permissions-group.ui");
  gtk_widget_class_bind_template_child (widget_class, WaxsealPermissionsGroup, box);
}

static void
waxseal_permissions_group_init (WaxsealPermissionsGroup *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
}

/** waxseal_permissions_group_open: Shows another organisation's permissions. */
void
waxseal_permissions_group_open (WaxsealPermissionsGroup *self, WaxsealOrganization *organization)
{
  WaxsealEntraApp *app = waxseal_organization_get_entra_app (organization);

  gtk_list_box_bind_model (self->box,
                           G_LIST_MODEL (waxseal_record_get_list (app, "permissions")),
                           create_row_cb,
                           NULL,
                           NULL);
}
