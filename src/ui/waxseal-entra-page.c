/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "waxseal-entra-page.h"

#include "waxseal-choice-row.h"
#include "waxseal-declare-row.h"
#include "waxseal-field-row.h"
#include "waxseal-permission.h"
#include "waxseal-secret-group.h"

/**
 * WaxsealEntraPage:
 *
 * Entra App: the app registration, its secret and its permissions (guide.md, A).
 */
struct _WaxsealEntraPage
{
  WaxsealPage parent_instance;

  GtkListBox *permissions_box;
  WaxsealSecretGroup *secret_group;
};

G_DEFINE_FINAL_TYPE (WaxsealEntraPage, waxseal_entra_page, WAXSEAL_TYPE_PAGE)

static GtkWidget *
create_permission_row_cb (gpointer item, gpointer user_data)
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
                       "record",
                       item,
                       NULL);
}

static void
waxseal_entra_page_opened (WaxsealPage *page)
{
  WaxsealEntraPage *self = WAXSEAL_ENTRA_PAGE (page);
  WaxsealOrganization *organization = waxseal_page_get_organization (page);
  WaxsealEntraApp *app = waxseal_organization_get_entra_app (organization);

  gtk_list_box_bind_model (self->permissions_box,
                           G_LIST_MODEL (waxseal_record_get_list (app, "permissions")),
                           create_permission_row_cb,
                           NULL,
                           NULL);
  waxseal_secret_group_open (self->secret_group, organization, waxseal_page_get_cancellable (page));
}

static void
waxseal_entra_page_class_init (WaxsealEntraPageClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  WAXSEAL_PAGE_CLASS (klass)->opened = waxseal_entra_page_opened;

  g_type_ensure (WAXSEAL_TYPE_CHOICE_ROW);
  g_type_ensure (WAXSEAL_TYPE_FIELD_ROW);
  g_type_ensure (WAXSEAL_TYPE_SECRET_GROUP);
  gtk_widget_class_set_template_from_resource (
    widget_class, "/io/github/waxseal/Waxseal/ui/waxseal-entra-page.ui");
  gtk_widget_class_bind_template_child (widget_class, WaxsealEntraPage, permissions_box);
  gtk_widget_class_bind_template_child (widget_class, WaxsealEntraPage, secret_group);
}

static void
waxseal_entra_page_init (WaxsealEntraPage *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
}
