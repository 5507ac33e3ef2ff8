/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "waxseal-ribbon-mockup.h"

#include <glib/gi18n.h>

#include "waxseal-ribbon-chrome.h"
#include "waxseal-ribbon-stage.h"
#include "waxseal-short-text.h"

/**
 * WaxsealRibbonMockup:
 *
 * A sketch of one window of one Outlook, with the buttons of an add-in where that Outlook puts
 * them. A button that is pressed shows its tooltip, and the task pane that it opens. New texts
 * change only the labels: the widgets, and what is pressed, stay.
 */
struct _WaxsealRibbonMockup
{
  AdwBin parent_instance;

  GtkWidget *window;
  WaxsealRibbonStrip *title;
  WaxsealRibbonStrip *tabs;
  WaxsealRibbonStrip *ribbon;
  WaxsealRibbonStage *stage;

  WaxsealRibbonBar *entries; /* what Outlook shows of the add-in without a click */
  GtkToggleButton *more;     /* what the menu is under, if there is one */
  GtkLabel *own_tab;         /* these two are there where there is a ribbon */
  GtkLabel *group_label;

  WaxsealRibbonClient client;
  WaxsealManifestSurface surface;
  WaxsealIconSet *icons; /* or NULL */
  GListModel *buttons;
  char *name;
  char *icon; /* its address */
  char *locale;
};

/* How wide the labels become before they go on in a second line. */
#define RIBBON_WIDTH_CHARS  14
#define TOOLBAR_WIDTH_CHARS 24

G_DEFINE_FINAL_TYPE (WaxsealRibbonMockup, waxseal_ribbon_mockup, ADW_TYPE_BIN)

static void
entries_changed_cb (WaxsealRibbonMockup *self)
{
  if (self->entries != NULL)
    waxseal_ribbon_stage_show (self->stage, self->entries, self->buttons, self->name, self->locale);
}

/* A client that shows the add-in's name has one entry for all its buttons. */
static void
show_entries (WaxsealRibbonMockup *self)
{
  gboolean by_name = waxseal_ribbon_client_shows_name (self->client);

  if (by_name && g_list_model_get_n_items (self->buttons) > 1)
    waxseal_ribbon_bar_show_addin (self->entries, self->name, self->icon, self->locale);
  else
    waxseal_ribbon_bar_show (self->entries,
                             self->buttons,
                             by_name ? self->name : NULL,
                             self->locale);
}

/* All that the buttons have for @text, each once. */
static char *
join_texts (WaxsealRibbonMockup *self, WaxsealManifestText text)
{
  g_autoptr (GPtrArray) texts = g_ptr_array_new_with_free_func (g_free);
  g_autofree char *joined = NULL;
  guint i;

  for (i = 0; i < g_list_model_get_n_items (self->buttons); i++)
    {
      g_autoptr (WaxsealManifestButton) button = g_list_model_get_item (self->buttons, i);
      char *found = waxseal_manifest_button_dup_text (button, text, self->locale);

      if (*found == '\0' || g_ptr_array_find_with_equal_func (texts, found, g_str_equal, NULL))
        g_free (found);
      else
        g_ptr_array_add (texts, found);
    }
  g_ptr_array_add (texts, NULL);
  joined = g_strjoinv (" · ", (char **) texts->pdata);
  return waxseal_short_text (joined);
}

static void
show_group (WaxsealRibbonMockup *self)
{
  g_autofree char *tab = join_texts (self, WAXSEAL_MANIFEST_TEXT_TAB);
  g_autofree char *group = join_texts (self, WAXSEAL_MANIFEST_TEXT_GROUP);
  gboolean has_own_tab = *tab != '\0';

  if (self->group_label == NULL)
    return;
  gtk_label_set_label (self->group_label, group);
  gtk_label_set_label (self->own_tab, tab);
  gtk_widget_set_visible (GTK_WIDGET (self->own_tab), has_own_tab);
  if (has_own_tab)
    gtk_widget_add_css_class (GTK_WIDGET (self->tabs), "on-own-tab");
  else
    gtk_widget_remove_css_class (GTK_WIDGET (self->tabs), "on-own-tab");
}

static void
more_toggled_cb (WaxsealRibbonMockup *self)
{
  gboolean is_open = gtk_toggle_button_get_active (self->more);

  if (!is_open)
    waxseal_ribbon_bar_release (self->entries);
  waxseal_ribbon_stage_set_menu_open (self->stage, is_open);
}

static void
add_actions (WaxsealRibbonMockup *self, const WaxsealRibbonWindow *window)
{
  int i;

  for (i = 0; window->actions[i] != NULL; i++)
    waxseal_ribbon_strip_append (self->ribbon,
                                 waxseal_ribbon_chrome_create_action (
                                   waxseal_ribbon_window_translate (window->actions[i]), i == 0),
                                 i > 0);
}

static void
fill_web (WaxsealRibbonMockup *self, const WaxsealRibbonWindow *window)
{
  add_actions (self, window);
  waxseal_ribbon_chrome_add_bits (self->ribbon, 4);
  self->more = g_object_new (GTK_TYPE_TOGGLE_BUTTON,
                             "icon-name",
                             "view-more-horizontal-symbolic",
                             "tooltip-text",
                             _ ("More actions"),
                             "active",
                             TRUE,
                             "valign",
                             GTK_ALIGN_CENTER,
                             "css-classes",
                             (const char *[]){ "more", NULL },
                             NULL);
  gtk_accessible_update_property (GTK_ACCESSIBLE (self->more),
                                  GTK_ACCESSIBLE_PROPERTY_LABEL,
                                  _ ("More actions"),
                                  -1);
  g_signal_connect_object (
    self->more, "toggled", G_CALLBACK (more_toggled_cb), self, G_CONNECT_SWAPPED);
  waxseal_ribbon_strip_append (self->ribbon, GTK_WIDGET (self->more), FALSE);
}

/* The add-in's buttons in a row that scrolls where there are too many of them. */
static GtkWidget *
create_entries (WaxsealRibbonMockup *self, int max_width_chars)
{
  GtkWidget *scroller = g_object_new (GTK_TYPE_SCROLLED_WINDOW,
                                      "vscrollbar-policy",
                                      GTK_POLICY_NEVER,
                                      "propagate-natural-width",
                                      TRUE,
                                      "propagate-natural-height",
                                      TRUE,
                                      "min-content-width",
                                      96,
                                      NULL);

  self->entries = waxseal_ribbon_bar_new (max_width_chars);
  waxseal_ribbon_bar_set_icons (self->entries, self->icons);
  g_signal_connect_object (
    self->entries, "changed", G_CALLBACK (entries_changed_cb), self, G_CONNECT_SWAPPED);
  gtk_widget_set_valign (GTK_WIDGET (self->entries), GTK_ALIGN_CENTER);
  gtk_scrolled_window_set_child (GTK_SCROLLED_WINDOW (scroller), GTK_WIDGET (self->entries));
  return scroller;
}

static GtkLabel *
create_label (const char *css_class)
{
  return g_object_new (GTK_TYPE_LABEL,
                       "ellipsize",
                       PANGO_ELLIPSIZE_END,
                       "css-classes",
                       (const char *[]){ css_class, NULL },
                       NULL);
}

static void
fill_ribbon (WaxsealRibbonMockup *self, const WaxsealRibbonWindow *window)
{
  GtkWidget *group = gtk_box_new (GTK_ORIENTATION_VERTICAL, 2);
  GtkWidget *entries = create_entries (self, RIBBON_WIDTH_CHARS);

  if (self->client == WAXSEAL_RIBBON_CLIENT_MAC)
    add_actions (self, window);
  waxseal_ribbon_chrome_add_groups (self->ribbon, self->client == WAXSEAL_RIBBON_CLIENT_WINDOWS);
  self->group_label = create_label ("group-label");
  self->own_tab = create_label ("tab");
  gtk_widget_add_css_class (GTK_WIDGET (self->own_tab), "addin-tab");
  gtk_widget_set_vexpand (entries, TRUE);
  gtk_box_append (GTK_BOX (group), entries);
  gtk_box_append (GTK_BOX (group), GTK_WIDGET (self->group_label));
  gtk_widget_add_css_class (group, "group");
  gtk_widget_add_css_class (group, "addin-group");
  waxseal_ribbon_strip_append (self->ribbon, group, FALSE);
  waxseal_ribbon_strip_append (self->tabs, GTK_WIDGET (self->own_tab), FALSE);
}

static void
fill_toolbar (WaxsealRibbonMockup *self, const WaxsealRibbonWindow *window)
{
  waxseal_ribbon_strip_append (self->ribbon, waxseal_ribbon_chrome_create_dots (), TRUE);
  add_actions (self, window);
  waxseal_ribbon_chrome_add_bits (self->ribbon, 5);
  waxseal_ribbon_strip_append (self->ribbon, create_entries (self, TOOLBAR_WIDTH_CHARS), FALSE);
}

static void
fill_window (WaxsealRibbonMockup *self, const WaxsealRibbonWindow *window)
{
  gboolean has_tabs =
    self->client == WAXSEAL_RIBBON_CLIENT_WINDOWS || self->client == WAXSEAL_RIBBON_CLIENT_MAC;

  waxseal_ribbon_strip_clear (self->ribbon);
  waxseal_ribbon_chrome_fill_title (self->title, self->client, window);
  waxseal_ribbon_chrome_fill_tabs (self->tabs, self->client, window);
  if (self->client == WAXSEAL_RIBBON_CLIENT_WEB)
    fill_web (self, window);
  else if (has_tabs)
    fill_ribbon (self, window);
  else if (!window->is_phone)
    fill_toolbar (self, window);
  waxseal_ribbon_stage_set_window (self->stage, self->client, window, GTK_WIDGET (self->more));
  if (self->entries == NULL)
    self->entries = waxseal_ribbon_stage_get_menu (self->stage);

  gtk_widget_set_visible (GTK_WIDGET (self->title), self->client != WAXSEAL_RIBBON_CLIENT_NEW_MAC);
  gtk_widget_set_visible (GTK_WIDGET (self->tabs), has_tabs);
  gtk_widget_set_visible (GTK_WIDGET (self->ribbon), !window->is_phone);
  gtk_widget_set_halign (self->window, window->is_phone ? GTK_ALIGN_CENTER : GTK_ALIGN_FILL);
}

static void
waxseal_ribbon_mockup_dispose (GObject *object)
{
  WaxsealRibbonMockup *self = WAXSEAL_RIBBON_MOCKUP (object);

  g_clear_object (&self->icons);
  g_clear_object (&self->buttons);
  g_clear_pointer (&self->name, g_free);
  g_clear_pointer (&self->icon, g_free);
  g_clear_pointer (&self->locale, g_free);
  G_OBJECT_CLASS (waxseal_ribbon_mockup_parent_class)->dispose (object);
}

static void
waxseal_ribbon_mockup_class_init (WaxsealRibbonMockupClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = waxseal_ribbon_mockup_dispose;
  g_type_ensure (WAXSEAL_TYPE_RIBBON_STRIP);
  g_type_ensure (WAXSEAL_TYPE_RIBBON_STAGE);
  gtk_widget_class_set_template_from_resource (
    widget_class, "/io/github/waxseal/Waxseal/ui/waxseal-ribbon-mockup.ui");
  gtk_widget_class_bind_template_child (widget_class, WaxsealRibbonMockup, window);
  gtk_widget_class_bind_template_child (widget_class, WaxsealRibbonMockup, title);
  gtk_widget_class_bind_template_child (widget_class, WaxsealRibbonMockup, tabs);
  gtk_widget_class_bind_template_child (widget_class, WaxsealRibbonMockup, ribbon);
  gtk_widget_class_bind_template_child (widget_class, WaxsealRibbonMockup, stage);
  gtk_widget_class_set_accessible_role (widget_class, GTK_ACCESSIBLE_ROLE_GROUP);
}

static void
waxseal_ribbon_mockup_init (WaxsealRibbonMockup *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
  g_signal_connect_object (waxseal_ribbon_stage_get_menu (self->stage),
                           "changed",
                           G_CALLBACK (entries_changed_cb),
                           self,
                           G_CONNECT_SWAPPED);
  self->buttons = G_LIST_MODEL (g_list_store_new (WAXSEAL_TYPE_MANIFEST_BUTTON));
  self->name = g_strdup ("");
  self->icon = g_strdup ("");
  self->locale = g_strdup ("");
  self->surface = WAXSEAL_MANIFEST_SURFACE_EVENTS;
}

/** waxseal_ribbon_mockup_set_icons: @icons: where the icons come from, once they are fetched. */
void
waxseal_ribbon_mockup_set_icons (WaxsealRibbonMockup *self, WaxsealIconSet *icons)
{
  g_set_object (&self->icons, icons);
  waxseal_ribbon_stage_set_icons (self->stage, icons);
  if (self->entries != NULL)
    waxseal_ribbon_bar_set_icons (self->entries, icons);
}

/**
 * waxseal_ribbon_mockup_set_window:
 * @surface: not that of events; one on a phone stands for itself, whatever @client is
 *
 * Draws another window, with the buttons as they were shown last.
 */
void
waxseal_ribbon_mockup_set_window (WaxsealRibbonMockup *self,
                                  WaxsealRibbonClient client,
                                  WaxsealManifestSurface surface)
{
  const WaxsealRibbonWindow *window = waxseal_ribbon_window_of (surface);
  g_autofree char *label = NULL;

  if (window->is_phone)
    client = WAXSEAL_RIBBON_CLIENT_PHONE;
  if (self->surface == surface && self->client == client)
    return;
  if (self->entries != NULL)
    waxseal_ribbon_bar_release (self->entries);
  self->entries = NULL;
  gtk_widget_remove_css_class (self->window, waxseal_ribbon_client_get_css_class (self->client));
  gtk_widget_add_css_class (self->window, waxseal_ribbon_client_get_css_class (client));
  self->client = client;
  self->surface = surface;
  self->more = NULL;
  self->own_tab = self->group_label = NULL;
  fill_window (self, window);
  show_entries (self);
  show_group (self);

  /* Translators: the first is an Outlook, the second what one does, such as “Writing a message” */
  label = g_strdup_printf (_ ("Sketch of %s: %s"),
                           waxseal_ribbon_client_get_name (client),
                           _ (window->surface));
  gtk_accessible_update_property (GTK_ACCESSIBLE (self), GTK_ACCESSIBLE_PROPERTY_LABEL, label, -1);
}

/** waxseal_ribbon_mockup_set_dark: Whether Outlook is dark in the sketch; Waxseal may be otherwise.
 */
void
waxseal_ribbon_mockup_set_dark (WaxsealRibbonMockup *self, gboolean is_dark)
{
  gtk_widget_remove_css_class (self->window, is_dark ? "in-light" : "in-dark");
  gtk_widget_add_css_class (self->window, is_dark ? "in-dark" : "in-light");
}

/**
 * waxseal_ribbon_mockup_show:
 * @buttons: of #WaxsealManifestButton, those of the surface that is drawn
 * @name: the add-in's full name in @locale
 * @icon: the address of the add-in's icon
 * @locale: the language of the texts
 *
 * Shows the buttons of an add-in, or the same ones with other texts.
 */
void
waxseal_ribbon_mockup_show (WaxsealRibbonMockup *self,
                            GListModel *buttons,
                            const char *name,
                            const char *icon,
                            const char *locale)
{
  g_set_object (&self->buttons, buttons);
  g_free (self->name);
  self->name = waxseal_short_text (name);
  g_free (self->icon);
  self->icon = g_strdup (icon);
  g_free (self->locale);
  self->locale = g_strdup (locale);
  if (self->entries == NULL)
    return;
  show_entries (self);
  show_group (self);
  entries_changed_cb (self);
}
