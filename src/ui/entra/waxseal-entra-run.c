/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "waxseal-entra-run.h"

#include "waxseal-app-form.h"
#include "waxseal-plan-group.h"
#include "waxseal-sign-in-group.h"

/**
 * WaxsealEntraRun:
 *
 * “Let Waxseal do it”: one of the two roads of the Entra App page. Signing in, the form, and the
 * plan with its progress. Where there is no desk the page offers the other road alone.
 */
struct _WaxsealEntraRun
{
  AdwBin parent_instance;

  WaxsealSignInGroup *sign_in_group;
  WaxsealAppForm *form;
  WaxsealPlanGroup *plan_group;
};

G_DEFINE_FINAL_TYPE (WaxsealEntraRun, waxseal_entra_run, ADW_TYPE_BIN)

static void
waxseal_entra_run_class_init (WaxsealEntraRunClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  g_type_ensure (WAXSEAL_TYPE_APP_FORM);
  g_type_ensure (WAXSEAL_TYPE_PLAN_GROUP);
  g_type_ensure (WAXSEAL_TYPE_SIGN_IN_GROUP);
  gtk_widget_class_set_template_from_resource (
    widget_class, "/io/github/waxseal/Waxseal/ui/waxseal-entra-run.ui");
  gtk_widget_class_bind_template_child (widget_class, WaxsealEntraRun, sign_in_group);
  gtk_widget_class_bind_template_child (widget_class, WaxsealEntraRun, form);
  gtk_widget_class_bind_template_child (widget_class, WaxsealEntraRun, plan_group);
}

static void
waxseal_entra_run_init (WaxsealEntraRun *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
}

/** waxseal_entra_run_set_desk: @desk: (nullable): where the job is done; %NULL where it cannot be.
 */
void
waxseal_entra_run_set_desk (WaxsealEntraRun *self, WaxsealEntraDesk *desk)
{
  gtk_widget_set_visible (GTK_WIDGET (self), desk != NULL);
  if (desk == NULL)
    return;
  waxseal_sign_in_group_set_desk (self->sign_in_group, desk);
  waxseal_app_form_set_desk (self->form, desk);
  waxseal_plan_group_set_desk (self->plan_group, desk);
}
