/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "waxseal-entra-run.h"

/**
 * WaxsealEntraRun:
 *
 * “Let Waxseal do it”: one of the two roads of the Entra App page. Where it is not visible the page
 * offers the other road alone.
 */
struct _WaxsealEntraRun
{
  AdwBin parent_instance;

  WaxsealOrganization *organization;
  GCancellable *cancellable;
};

G_DEFINE_FINAL_TYPE (WaxsealEntraRun, waxseal_entra_run, ADW_TYPE_BIN)

static void
waxseal_entra_run_dispose (GObject *object)
{
  WaxsealEntraRun *self = WAXSEAL_ENTRA_RUN (object);

  g_clear_object (&self->organization);
  g_clear_object (&self->cancellable);
  G_OBJECT_CLASS (waxseal_entra_run_parent_class)->dispose (object);
}

static void
waxseal_entra_run_class_init (WaxsealEntraRunClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = waxseal_entra_run_dispose;

  gtk_widget_class_set_template_from_resource (
    widget_class, "/io/github/waxseal/Waxseal/ui/waxseal-entra-run.ui");
}

static void
waxseal_entra_run_init (WaxsealEntraRun *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
}

/**
 * waxseal_entra_run_open:
 * @cancellable: ends what is under way for @organization
 *
 * Shows another organisation's app.
 */
void
waxseal_entra_run_open (WaxsealEntraRun *self,
                        WaxsealOrganization *organization,
                        GCancellable *cancellable)
{
  g_set_object (&self->organization, organization);
  g_set_object (&self->cancellable, cancellable);
}
