/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "waxseal-ribbon-bar.h"

/**
 * WaxsealRibbonBar:
 *
 * The buttons of an add-in in a row, or one under the other. At most one is pressed; “changed” says
 * that another one is. Its buttons stay as long as their number does not become smaller.
 */
struct _WaxsealRibbonBar
{
  GtkBox parent_instance;

  int max_width_chars;
  WaxsealIconSet *icons; /* or NULL */
  GtkToggleButton *pressed;
};

#define MAX_WIDTH_CHARS 24

static guint changed_signal;

G_DEFINE_FINAL_TYPE (WaxsealRibbonBar, waxseal_ribbon_bar, GTK_TYPE_BOX)

static void
waxseal_ribbon_bar_dispose (GObject *object)
{
  g_clear_object (&WAXSEAL_RIBBON_BAR (object)->icons);
  G_OBJECT_CLASS (waxseal_ribbon_bar_parent_class)->dispose (object);
}

static void
waxseal_ribbon_bar_class_init (WaxsealRibbonBarClass *klass)
{
  G_OBJECT_CLASS (klass)->dispose = waxseal_ribbon_bar_dispose;
  changed_signal = g_signal_new (
    "changed", G_TYPE_FROM_CLASS (klass), G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL, G_TYPE_NONE, 0);
}

static void
waxseal_ribbon_bar_init (WaxsealRibbonBar *self)
{
  self->max_width_chars = MAX_WIDTH_CHARS;
}

/** waxseal_ribbon_bar_new: Returns: (transfer floating): a row whose labels are that wide. */
WaxsealRibbonBar *
waxseal_ribbon_bar_new (int max_width_chars)
{
  WaxsealRibbonBar *self = g_object_new (WAXSEAL_TYPE_RIBBON_BAR, "spacing", 2, NULL);

  self->max_width_chars = max_width_chars;
  return self;
}

/** waxseal_ribbon_bar_set_icons: @icons: where the buttons have their icons from when they are
 * shown next. */
void
waxseal_ribbon_bar_set_icons (WaxsealRibbonBar *self, WaxsealIconSet *icons)
{
  g_set_object (&self->icons, icons);
}

static GdkPaintable *
find_icon (WaxsealRibbonBar *self, const char *address)
{
  return self->icons != NULL ? waxseal_icon_set_find (self->icons, address) : NULL;
}

/* The one of the sizes that is there and fits best (manifest.md, rule 34). */
static GdkPaintable *
find_button_icon (WaxsealRibbonBar *self, WaxsealManifestButton *button, const char *locale)
{
  static const int sizes[] = { 32, 80, 16 };

  for (guint i = 0; i < G_N_ELEMENTS (sizes); i++)
    {
      g_autofree char *address = waxseal_manifest_button_dup_icon (button, sizes[i], locale);
      GdkPaintable *icon = find_icon (self, address);

      if (icon != NULL)
        return icon;
    }
  return NULL;
}

static void
toggled_cb (WaxsealRibbonBar *self, GtkToggleButton *button)
{
  GtkToggleButton *before = self->pressed;

  if (gtk_toggle_button_get_active (button))
    self->pressed = button;
  else if (before == button)
    self->pressed = NULL;
  else
    return;
  if (before != NULL && before != button)
    gtk_toggle_button_set_active (before, FALSE);
  g_signal_emit (self, changed_signal, 0);
}

static void
set_n_buttons (WaxsealRibbonBar *self, guint n_buttons)
{
  gboolean is_tall =
    gtk_orientable_get_orientation (GTK_ORIENTABLE (self)) == GTK_ORIENTATION_HORIZONTAL;
  GtkWidget *child = gtk_widget_get_first_child (GTK_WIDGET (self));
  guint i;

  for (i = 0; i < n_buttons && child != NULL; i++)
    child = gtk_widget_get_next_sibling (child);
  while (child != NULL)
    {
      GtkWidget *next = gtk_widget_get_next_sibling (child);

      gtk_toggle_button_set_active (GTK_TOGGLE_BUTTON (child), FALSE);
      gtk_box_remove (GTK_BOX (self), child);
      child = next;
    }
  for (; i < n_buttons; i++)
    {
      child =
        waxseal_ribbon_button_new (is_tall ? WAXSEAL_RIBBON_SHAPE_TALL : WAXSEAL_RIBBON_SHAPE_FLAT,
                                   self->max_width_chars);
      g_signal_connect_object (child, "toggled", G_CALLBACK (toggled_cb), self, G_CONNECT_SWAPPED);
      gtk_box_append (GTK_BOX (self), child);
    }
}

/**
 * waxseal_ribbon_bar_show:
 * @buttons: of #WaxsealManifestButton
 * @name: (nullable): what is on the buttons; %NULL for the label of each
 *
 * Shows other buttons, or the same ones with other texts.
 */
void
waxseal_ribbon_bar_show (WaxsealRibbonBar *self,
                         GListModel *buttons,
                         const char *name,
                         const char *locale)
{
  GtkWidget *child;
  guint i = 0;

  set_n_buttons (self, g_list_model_get_n_items (buttons));
  for (child = gtk_widget_get_first_child (GTK_WIDGET (self)); child != NULL;
       child = gtk_widget_get_next_sibling (child))
    {
      g_autoptr (WaxsealManifestButton) button = g_list_model_get_item (buttons, i++);
      g_autofree char *label =
        waxseal_manifest_button_dup_text (button, WAXSEAL_MANIFEST_TEXT_LABEL, locale);

      waxseal_ribbon_button_show (WAXSEAL_RIBBON_BUTTON (child),
                                  button,
                                  name != NULL ? name : label,
                                  locale);
      waxseal_ribbon_button_set_icon (WAXSEAL_RIBBON_BUTTON (child),
                                      find_button_icon (self, button, locale));
    }
}

/** waxseal_ribbon_bar_show_addin: Shows one button, for the add-in with all that it has; @icon is
 * the address of its icon. */
void
waxseal_ribbon_bar_show_addin (WaxsealRibbonBar *self,
                               const char *name,
                               const char *icon,
                               const char *locale)
{
  WaxsealRibbonButton *button;

  set_n_buttons (self, 1);
  button = WAXSEAL_RIBBON_BUTTON (gtk_widget_get_first_child (GTK_WIDGET (self)));
  waxseal_ribbon_button_show (button, NULL, name, locale);
  waxseal_ribbon_button_set_icon (button, find_icon (self, icon));
}

/** waxseal_ribbon_bar_clear: Removes its buttons. */
void
waxseal_ribbon_bar_clear (WaxsealRibbonBar *self)
{
  set_n_buttons (self, 0);
}

/** waxseal_ribbon_bar_get_pressed: Returns: (transfer none) (nullable): the one that is pressed. */
WaxsealRibbonButton *
waxseal_ribbon_bar_get_pressed (WaxsealRibbonBar *self)
{
  return (WaxsealRibbonButton *) self->pressed;
}

/** waxseal_ribbon_bar_release: Leaves no button pressed. */
void
waxseal_ribbon_bar_release (WaxsealRibbonBar *self)
{
  if (self->pressed != NULL)
    gtk_toggle_button_set_active (self->pressed, FALSE);
}
