/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "waxseal-cres-page.h"

#include <glib/gi18n.h>

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

  GtkWidget *practice_row;
  WaxsealProfilesGroup *profiles_group;
  WaxsealAddinConfigGroup *config_group;
};

G_DEFINE_FINAL_TYPE (WaxsealCresPage, waxseal_cres_page, WAXSEAL_TYPE_PAGE)

/* Practice has a portal of its own, and never opens Cisco's. */
static char *
dup_portal (WaxsealCresPage *self)
{
  WaxsealOrganization *organization = waxseal_page_get_organization (WAXSEAL_PAGE (self));
  const char *base = waxseal_page_get_practice_base (WAXSEAL_PAGE (self));

  if (waxseal_organization_get_practice (organization))
    return base != NULL ? g_strconcat (base, "/admin", NULL) : NULL;
  return g_strdup (
    waxseal_record_get_text (waxseal_organization_get_cres_account (organization), "portal-url"));
}

static void
open_portal_clicked_cb (WaxsealCresPage *self)
{
  g_autofree char *portal = dup_portal (self);
  const char *scheme = portal != NULL ? g_uri_peek_scheme (portal) : NULL;

  if (g_strcmp0 (scheme, "https") == 0 || g_strcmp0 (scheme, "http") == 0)
    gtk_show_uri (GTK_WINDOW (gtk_widget_get_root (GTK_WIDGET (self))), portal, GDK_CURRENT_TIME);
  else
    gtk_widget_activate_action (GTK_WIDGET (self),
                                "win.notify",
                                "s",
                                _ ("The portal’s address begins with https://"));
}

static void
waxseal_cres_page_opened (WaxsealPage *page)
{
  WaxsealCresPage *self = WAXSEAL_CRES_PAGE (page);
  WaxsealOrganization *organization = waxseal_page_get_organization (page);

  gtk_widget_set_visible (self->practice_row, waxseal_organization_get_practice (organization));
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
  gtk_widget_class_bind_template_child (widget_class, WaxsealCresPage, practice_row);
  gtk_widget_class_bind_template_callback (widget_class, open_portal_clicked_cb);
}

static void
waxseal_cres_page_init (WaxsealCresPage *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
}
