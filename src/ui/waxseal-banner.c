/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "waxseal-banner.h"

#include "waxseal-short-text.h"

/**
 * WaxsealBanner:
 *
 * A lasting state with one button: a stand-in for AdwBanner, to be deleted when the floor rises to
 * libadwaita 1.3.
 */
struct _WaxsealBanner
{
  GtkWidget parent_instance;

  GtkRevealer *revealer;
  GtkLabel *title;
  GtkButton *button;
};

G_DEFINE_FINAL_TYPE (WaxsealBanner, waxseal_banner, GTK_TYPE_WIDGET)

static guint button_clicked_signal;

static void
button_clicked_cb (WaxsealBanner *self)
{
  g_signal_emit (self, button_clicked_signal, 0);
}

static void
waxseal_banner_dispose (GObject *object)
{
  GtkWidget *child = gtk_widget_get_first_child (GTK_WIDGET (object));

  g_clear_pointer (&child, gtk_widget_unparent);
  G_OBJECT_CLASS (waxseal_banner_parent_class)->dispose (object);
}

static void
waxseal_banner_class_init (WaxsealBannerClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = waxseal_banner_dispose;

  /**
   * WaxsealBanner::button-clicked:
   *
   * The user takes the remedy that the banner offers.
   */
  button_clicked_signal = g_signal_new ("button-clicked",
                                        G_TYPE_FROM_CLASS (klass),
                                        G_SIGNAL_RUN_LAST,
                                        0,
                                        NULL,
                                        NULL,
                                        NULL,
                                        G_TYPE_NONE,
                                        0);

  gtk_widget_class_set_layout_manager_type (widget_class, GTK_TYPE_BIN_LAYOUT);
  gtk_widget_class_set_template_from_resource (widget_class,
                                               "/io/github/waxseal/Waxseal/ui/waxseal-banner.ui");
  gtk_widget_class_bind_template_child (widget_class, WaxsealBanner, revealer);
  gtk_widget_class_bind_template_child (widget_class, WaxsealBanner, title);
  gtk_widget_class_bind_template_child (widget_class, WaxsealBanner, button);
  gtk_widget_class_bind_template_callback (widget_class, button_clicked_cb);
}

static void
waxseal_banner_init (WaxsealBanner *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
}

/**
 * waxseal_banner_show:
 * @title: what is the matter
 * @button_label: (nullable): the remedy; %NULL where there is none to click
 */
void
waxseal_banner_show (WaxsealBanner *self, const char *title, const char *button_label)
{
  g_autofree char *text = waxseal_short_text (title);

  gtk_label_set_label (self->title, text);
  gtk_widget_set_visible (GTK_WIDGET (self->button), button_label != NULL);
  if (button_label != NULL)
    gtk_button_set_label (self->button, button_label);
  gtk_revealer_set_reveal_child (self->revealer, TRUE);
}

/** waxseal_banner_hide: The state is over. */
void
waxseal_banner_hide (WaxsealBanner *self)
{
  gtk_revealer_set_reveal_child (self->revealer, FALSE);
}
