/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "waxseal-welcome-page.h"

#include "waxseal-banner.h"

/**
 * WaxsealWelcomePage:
 *
 * What there is to choose before there is any organisation.
 */
struct _WaxsealWelcomePage
{
  AdwBin parent_instance;

  WaxsealBanner *banner;
};

G_DEFINE_FINAL_TYPE (WaxsealWelcomePage, waxseal_welcome_page, ADW_TYPE_BIN)

static void
waxseal_welcome_page_class_init (WaxsealWelcomePageClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  g_type_ensure (WAXSEAL_TYPE_BANNER);
  gtk_widget_class_set_template_from_resource (
    widget_class, "/io/github/waxseal/Waxseal/ui/waxseal-welcome-page.ui");
  gtk_widget_class_bind_template_child (widget_class, WaxsealWelcomePage, banner);
}

static void
waxseal_welcome_page_init (WaxsealWelcomePage *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
}

/** waxseal_welcome_page_warn: @message: a lasting state, translated. */
void
waxseal_welcome_page_warn (WaxsealWelcomePage *self, const char *message)
{
  waxseal_banner_show (self->banner, message, NULL);
}
