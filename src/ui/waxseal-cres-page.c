/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "waxseal-cres-page.h"

#include "waxseal-addin-config-group.h"
#include "waxseal-download-group.h"
#include "waxseal-field-row.h"
#include "waxseal-profiles-group.h"

/**
 * WaxsealCresPage:
 *
 * CRES Account: the account, its Profiles and its Addin Config (guide.md, B1 to B4).
 */
struct _WaxsealCresPage
{
  WaxsealPage parent_instance;

  WaxsealProfilesGroup *profiles_group;
  WaxsealAddinConfigGroup *config_group;
};

G_DEFINE_FINAL_TYPE (WaxsealCresPage, waxseal_cres_page, WAXSEAL_TYPE_PAGE)

static void
open_portal_clicked_cb (WaxsealCresPage *self)
{
  WaxsealOrganization *organization = waxseal_page_get_organization (WAXSEAL_PAGE (self));
  WaxsealCresAccount *account = waxseal_organization_get_cres_account (organization);

  gtk_show_uri (GTK_WINDOW (gtk_widget_get_root (GTK_WIDGET (self))),
                waxseal_record_get_text (account, "portal-url"),
                GDK_CURRENT_TIME);
}

static void
waxseal_cres_page_opened (WaxsealPage *page)
{
  WaxsealCresPage *self = WAXSEAL_CRES_PAGE (page);
  WaxsealOrganization *organization = waxseal_page_get_organization (page);

  waxseal_profiles_group_open (self->profiles_group, organization, waxseal_page_get_desk (page));
  waxseal_addin_config_group_open (self->config_group,
                                   organization,
                                   waxseal_page_get_cancellable (page));
}

static void
waxseal_cres_page_class_init (WaxsealCresPageClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  WAXSEAL_PAGE_CLASS (klass)->opened = waxseal_cres_page_opened;

  g_type_ensure (WAXSEAL_TYPE_ADDIN_CONFIG_GROUP);
  g_type_ensure (WAXSEAL_TYPE_DOWNLOAD_GROUP);
  g_type_ensure (WAXSEAL_TYPE_FIELD_ROW);
  g_type_ensure (WAXSEAL_TYPE_PROFILES_GROUP);
  gtk_widget_class_set_template_from_resource (
    widget_class, "/io/github/waxseal/Waxseal/ui/waxseal-cres-page.ui");
  gtk_widget_class_bind_template_child (widget_class, WaxsealCresPage, config_group);
  gtk_widget_class_bind_template_child (widget_class, WaxsealCresPage, profiles_group);
  gtk_widget_class_bind_template_callback (widget_class, open_portal_clicked_cb);
}

static void
waxseal_cres_page_init (WaxsealCresPage *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
}
