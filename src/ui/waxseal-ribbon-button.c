/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "waxseal-ribbon-button.h"

#include <glib/gi18n.h>

#include "waxseal-short-text.h"

/**
 * WaxsealRibbonButton:
 *
 * A button of the add-in in the sketch of Outlook, with an icon of Waxseal's own unless the
 * add-in's was fetched. It can be pressed.
 */
struct _WaxsealRibbonButton
{
  GtkToggleButton parent_instance;

  GtkImage *tile;
  GtkLabel *label;
  GtkWidget *arrow;
  WaxsealManifestButton *button;
};

#define STAND_IN "waxseal-addin-symbolic"

/* A label that is narrower than its ellipsis upsets the layout (GTK 4.8). */
#define MIN_WIDTH_CHARS 3

G_DEFINE_FINAL_TYPE (WaxsealRibbonButton, waxseal_ribbon_button, GTK_TYPE_TOGGLE_BUTTON)

static void
waxseal_ribbon_button_dispose (GObject *object)
{
  g_clear_object (&WAXSEAL_RIBBON_BUTTON (object)->button);
  G_OBJECT_CLASS (waxseal_ribbon_button_parent_class)->dispose (object);
}

static void
waxseal_ribbon_button_class_init (WaxsealRibbonButtonClass *klass)
{
  G_OBJECT_CLASS (klass)->dispose = waxseal_ribbon_button_dispose;
}

static void
waxseal_ribbon_button_init (WaxsealRibbonButton *self)
{
}

static GtkWidget *
create_picture (const char *icon_name, const char *css_class, int size)
{
  return g_object_new (GTK_TYPE_IMAGE,
                       "accessible-role",
                       GTK_ACCESSIBLE_ROLE_PRESENTATION,
                       "icon-name",
                       icon_name,
                       "pixel-size",
                       size,
                       "halign",
                       GTK_ALIGN_CENTER,
                       "valign",
                       GTK_ALIGN_CENTER,
                       "css-classes",
                       (const char *[]){ css_class, NULL },
                       NULL);
}

/**
 * waxseal_ribbon_button_new:
 * @max_width_chars: how wide the label may become before it goes on in a second line
 *
 * Returns: (transfer floating): a button that shows nothing yet.
 */
GtkWidget *
waxseal_ribbon_button_new (WaxsealRibbonShape shape, int max_width_chars)
{
  WaxsealRibbonButton *self = g_object_new (WAXSEAL_TYPE_RIBBON_BUTTON, NULL);
  gboolean is_tall = shape == WAXSEAL_RIBBON_SHAPE_TALL;
  GtkWidget *box =
    gtk_box_new (is_tall ? GTK_ORIENTATION_VERTICAL : GTK_ORIENTATION_HORIZONTAL, is_tall ? 4 : 8);
  GtkWidget *words = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 4);

  self->label = g_object_new (GTK_TYPE_LABEL,
                              "wrap",
                              TRUE,
                              "wrap-mode",
                              PANGO_WRAP_WORD_CHAR,
                              "lines",
                              2,
                              "ellipsize",
                              PANGO_ELLIPSIZE_END,
                              "width-chars",
                              MIN_WIDTH_CHARS,
                              "max-width-chars",
                              max_width_chars,
                              "justify",
                              is_tall ? GTK_JUSTIFY_CENTER : GTK_JUSTIFY_LEFT,
                              "xalign",
                              is_tall ? 0.5 : 0.0,
                              NULL);
  self->arrow = create_picture ("pan-down-symbolic", "arrow", 12);
  gtk_widget_set_halign (words, is_tall ? GTK_ALIGN_CENTER : GTK_ALIGN_FILL);
  gtk_box_append (GTK_BOX (words), GTK_WIDGET (self->label));
  gtk_box_append (GTK_BOX (words), self->arrow);
  self->tile = GTK_IMAGE (create_picture (STAND_IN, "tile", is_tall ? 20 : 14));
  gtk_box_append (GTK_BOX (box), GTK_WIDGET (self->tile));
  gtk_box_append (GTK_BOX (box), words);
  gtk_button_set_child (GTK_BUTTON (self), box);
  gtk_widget_add_css_class (GTK_WIDGET (self), "addin");
  gtk_widget_add_css_class (GTK_WIDGET (self), is_tall ? "tall" : "flat-item");
  return GTK_WIDGET (self);
}

/* As Outlook composes it: the title, and under it the description. */
static char *
dup_tooltip (WaxsealManifestButton *button, const char *locale)
{
  g_autofree char *title =
    waxseal_manifest_button_dup_text (button, WAXSEAL_MANIFEST_TEXT_TITLE, locale);
  g_autofree char *description =
    waxseal_manifest_button_dup_text (button, WAXSEAL_MANIFEST_TEXT_DESCRIPTION, locale);
  g_autofree char *both = g_strdup_printf ("%s\n%s", title, description);

  return waxseal_short_text (g_strstrip (both));
}

/**
 * waxseal_ribbon_button_show:
 * @button: (nullable): what it stands for; %NULL for the add-in with all its buttons
 * @label: what is on it
 * @locale: the language of its tooltip
 *
 * Shows another button, or the same one with other texts.
 */
void
waxseal_ribbon_button_show (WaxsealRibbonButton *self,
                            WaxsealManifestButton *button,
                            const char *label,
                            const char *locale)
{
  g_autofree char *text = waxseal_short_text (*label != '\0' ? label : _ ("No label"));
  g_autofree char *tooltip = button != NULL ? dup_tooltip (button, locale) : g_strdup (text);

  g_set_object (&self->button, button);
  gtk_label_set_label (self->label, text);
  gtk_widget_set_visible (self->arrow,
                          button == NULL || waxseal_manifest_button_get_action (button) ==
                                              WAXSEAL_MANIFEST_ACTION_MENU);
  gtk_widget_set_tooltip_text (GTK_WIDGET (self), tooltip);
  gtk_accessible_update_property (GTK_ACCESSIBLE (self),
                                  GTK_ACCESSIBLE_PROPERTY_LABEL,
                                  text,
                                  GTK_ACCESSIBLE_PROPERTY_DESCRIPTION,
                                  tooltip,
                                  -1);
}

/** waxseal_ribbon_button_set_icon: @icon: (nullable): the add-in's own; the stand-in without it. */
void
waxseal_ribbon_button_set_icon (WaxsealRibbonButton *self, GdkPaintable *icon)
{
  if (icon != NULL)
    gtk_image_set_from_paintable (self->tile, icon);
  else
    gtk_image_set_from_icon_name (self->tile, STAND_IN);
  gtk_widget_set_css_classes (GTK_WIDGET (self->tile),
                              (const char *[]){ icon != NULL ? "own-icon" : "tile", NULL });
}

/** waxseal_ribbon_button_get_text: Returns: (transfer none): what is on it. */
const char *
waxseal_ribbon_button_get_text (WaxsealRibbonButton *self)
{
  return gtk_label_get_label (self->label);
}

/** waxseal_ribbon_button_get_button: Returns: (transfer none) (nullable): what it stands for. */
WaxsealManifestButton *
waxseal_ribbon_button_get_button (WaxsealRibbonButton *self)
{
  return self->button;
}
