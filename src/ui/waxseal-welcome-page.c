/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "waxseal-welcome-page.h"

/**
 * WaxsealWelcomePage:
 *
 * What there is to choose before there is any organisation.
 */
struct _WaxsealWelcomePage
{
  AdwBin parent_instance;
};

G_DEFINE_FINAL_TYPE (WaxsealWelcomePage, waxseal_welcome_page, ADW_TYPE_BIN)

static void
waxseal_welcome_page_class_init (WaxsealWelcomePageClass *klass)
{
  gtk_widget_class_set_template_from_resource (
    GTK_WIDGET_CLASS (klass), "/io/github/waxseal/Waxseal/ui/waxseal-welcome-page.ui");
}

static void
waxseal_welcome_page_init (WaxsealWelcomePage *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
}
