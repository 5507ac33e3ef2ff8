/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "waxseal-cres-page.h"

#include "waxseal-declare-row.h"
#include "waxseal-domain-entry.h"
#include "waxseal-field-row.h"

/**
 * WaxsealCresPage:
 *
 * CRES Account: the account, its Profiles and the Azure AD Details (guide.md, B1 to B4).
 */
struct _WaxsealCresPage
{
  WaxsealPage parent_instance;

  GtkListBox *domains_box;
  AdwEntryRow *domain_entry;
};

G_DEFINE_FINAL_TYPE (WaxsealCresPage, waxseal_cres_page, WAXSEAL_TYPE_PAGE)

static GListStore *
get_domains (WaxsealCresPage *self)
{
  return waxseal_record_get_list (waxseal_page_get_organization (WAXSEAL_PAGE (self)), "domains");
}

static GtkWidget *
create_domain_row_cb (gpointer item, gpointer user_data)
{
  return g_object_new (WAXSEAL_TYPE_DECLARE_ROW,
                       "title",
                       waxseal_record_get_text (item, "name"),
                       "use-markup",
                       FALSE,
                       "field",
                       "in-profiles-on",
                       "record",
                       item,
                       NULL);
}

static void
domain_applied_cb (WaxsealCresPage *self)
{
  waxseal_domain_entry_apply (self->domain_entry, get_domains (self));
}

static void
waxseal_cres_page_opened (WaxsealPage *page)
{
  WaxsealCresPage *self = WAXSEAL_CRES_PAGE (page);

  gtk_list_box_bind_model (
    self->domains_box, G_LIST_MODEL (get_domains (self)), create_domain_row_cb, NULL, NULL);
}

static void
waxseal_cres_page_class_init (WaxsealCresPageClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  WAXSEAL_PAGE_CLASS (klass)->opened = waxseal_cres_page_opened;

  g_type_ensure (WAXSEAL_TYPE_FIELD_ROW);
  g_type_ensure (WAXSEAL_TYPE_DECLARE_ROW);
  gtk_widget_class_set_template_from_resource (
    widget_class, "/io/github/waxseal/Waxseal/ui/waxseal-cres-page.ui");
  gtk_widget_class_bind_template_child (widget_class, WaxsealCresPage, domains_box);
  gtk_widget_class_bind_template_child (widget_class, WaxsealCresPage, domain_entry);
  gtk_widget_class_bind_template_callback (widget_class, domain_applied_cb);
}

static void
waxseal_cres_page_init (WaxsealCresPage *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
}
