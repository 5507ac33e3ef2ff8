/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "waxseal-deployment-page.h"

#include "waxseal-phase-row.h"

/**
 * WaxsealDeploymentPage:
 *
 * Deployment: the phases of the rollout (guide.md, C).
 */
struct _WaxsealDeploymentPage
{
  WaxsealPage parent_instance;

  GtkListBox *phases_box;
};

G_DEFINE_FINAL_TYPE (WaxsealDeploymentPage, waxseal_deployment_page, WAXSEAL_TYPE_PAGE)

static void
waxseal_deployment_page_opened (WaxsealPage *page)
{
  WaxsealDeploymentPage *self = WAXSEAL_DEPLOYMENT_PAGE (page);

  waxseal_record_row_bind_list (self->phases_box,
                                waxseal_record_get_list (waxseal_page_get_organization (page),
                                                         "phases"),
                                WAXSEAL_TYPE_PHASE_ROW);
}

static void
waxseal_deployment_page_class_init (WaxsealDeploymentPageClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  WAXSEAL_PAGE_CLASS (klass)->opened = waxseal_deployment_page_opened;

  gtk_widget_class_set_template_from_resource (
    widget_class, "/io/github/waxseal/Waxseal/ui/waxseal-deployment-page.ui");
  gtk_widget_class_bind_template_child (widget_class, WaxsealDeploymentPage, phases_box);
}

static void
waxseal_deployment_page_init (WaxsealDeploymentPage *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
}
