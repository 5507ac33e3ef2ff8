/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "waxseal-ribbon-view.h"

#include <glib/gi18n.h>

#include "waxseal-manifest-surface.h"
#include "waxseal-ribbon-mockup.h"
#include "waxseal-short-text.h"

/**
 * WaxsealRibbonView:
 *
 * What people will see of an add-in in each Outlook, in each language of its manifest. It follows
 * the manifest at each keystroke, as long as it is on screen.
 */
struct _WaxsealRibbonView
{
  AdwBin parent_instance;

  GtkWidget *clients;
  GtkToggleButton *web;
  GtkToggleButton *windows;
  GtkToggleButton *mac;
  GtkToggleButton *new_mac;
  GtkToggleButton *light;
  GtkToggleButton *dark;
  GtkDropDown *surfaces;
  GtkDropDown *locales;
  GtkWidget *sketch;
  AdwStatusPage *empty;
  GtkLabel *client_name;
  GtkLabel *place;
  WaxsealRibbonMockup *mockup;
  GtkLabel *icons_note;
  GtkWidget *icons_button;
  GtkLabel *events;

  WaxsealIconSet *icons;
  WaxsealManifestDocument *document;
  GListModel *buttons;
  GArray *surface_kinds; /* WaxsealManifestSurface, as the drop-down has them */
  gboolean is_late;      /* whether something changed while it was not on screen */
  gboolean is_updating;
};

G_DEFINE_FINAL_TYPE (WaxsealRibbonView, waxseal_ribbon_view, ADW_TYPE_BIN)

static WaxsealRibbonClient
get_client (WaxsealRibbonView *self)
{
  GtkToggleButton *toggles[] = { self->web, self->windows, self->mac, self->new_mac };
  gsize i;

  for (i = 0; i < G_N_ELEMENTS (toggles); i++)
    if (gtk_toggle_button_get_active (toggles[i]))
      return WAXSEAL_RIBBON_CLIENT_WEB + i;
  return WAXSEAL_RIBBON_CLIENT_WEB;
}

static WaxsealManifestSurface
get_surface (WaxsealRibbonView *self)
{
  guint selected = gtk_drop_down_get_selected (self->surfaces);

  if (self->surface_kinds->len <= selected)
    return WAXSEAL_MANIFEST_SURFACE_COMPOSE;
  return g_array_index (self->surface_kinds, WaxsealManifestSurface, selected);
}

static const char *
get_locale (WaxsealRibbonView *self)
{
  GtkStringObject *selected = gtk_drop_down_get_selected_item (self->locales);

  return selected != NULL ? gtk_string_object_get_string (selected) : "";
}

/* Returns: (transfer full): those of @surface. */
static GListModel *
list_buttons (WaxsealRibbonView *self, WaxsealManifestSurface surface)
{
  GListStore *found = g_list_store_new (WAXSEAL_TYPE_MANIFEST_BUTTON);
  guint i;

  for (i = 0; i < g_list_model_get_n_items (self->buttons); i++)
    {
      g_autoptr (WaxsealManifestButton) button = g_list_model_get_item (self->buttons, i);

      if (waxseal_manifest_button_get_surface (button) == surface)
        g_list_store_append (found, button);
    }
  return G_LIST_MODEL (found);
}

static void
show_empty (WaxsealRibbonView *self)
{
  gboolean is_readable = waxseal_manifest_document_get_root (self->document) != NULL;
  gboolean has_others = self->surface_kinds->len > 1;
  const char *text;

  if (!is_readable)
    text = _ ("The file cannot be read as XML. Its source shows where it breaks.");
  else if (has_others)
    text = _ ("While writing a message, people see nothing of this add-in, and so cannot encrypt "
              "with it. Its buttons are elsewhere: choose above where to look.");
  else
    text = _ ("The manifest adds no button to Outlook: people see nothing of this add-in.");
  adw_status_page_set_title (self->empty,
                             is_readable ? _ ("No Button When Writing") : _ ("No Preview"));
  adw_status_page_set_description (self->empty, text);
}

static void
show_events (WaxsealRibbonView *self)
{
  g_autoptr (GListModel) events = list_buttons (self, WAXSEAL_MANIFEST_SURFACE_EVENTS);
  g_autoptr (GPtrArray) names = g_ptr_array_new_with_free_func (g_free);
  g_autofree char *joined = NULL, *text = NULL, *shown = NULL;
  guint i;

  for (i = 0; i < g_list_model_get_n_items (events); i++)
    {
      g_autoptr (WaxsealManifestButton) event = g_list_model_get_item (events, i);

      g_ptr_array_add (names, waxseal_manifest_button_dup_event (event));
    }
  g_ptr_array_add (names, NULL);
  joined = g_strjoinv (", ", (char **) names->pdata);
  /* Translators: %s is a list of the names of events, such as “OnMessageSend” */
  text =
    g_strdup_printf (_ ("Outlook also runs the add-in by itself, without a button: %s."), joined);
  shown = waxseal_short_text (text);
  gtk_label_set_label (self->events, shown);
  gtk_widget_set_visible (GTK_WIDGET (self->events), names->len > 1);
}

static void
show_sketch (WaxsealRibbonView *self)
{
  WaxsealManifestSurface surface = get_surface (self);
  WaxsealRibbonClient client = get_client (self);
  g_autoptr (GListModel) buttons = list_buttons (self, surface);
  gboolean is_phone = waxseal_ribbon_window_of (surface)->is_phone;
  const char *locale = get_locale (self);
  g_autofree char *name = waxseal_manifest_surface_dup_name (self->document, locale);
  g_autofree char *icon = waxseal_manifest_surface_dup_icon (self->document, locale);
  g_autofree char *place = NULL;

  gtk_widget_set_sensitive (self->clients, !is_phone);
  gtk_widget_set_visible (GTK_WIDGET (self->empty), g_list_model_get_n_items (buttons) == 0);
  gtk_widget_set_visible (self->sketch, g_list_model_get_n_items (buttons) > 0);
  if (g_list_model_get_n_items (buttons) == 0)
    {
      show_empty (self);
      return;
    }
  if (is_phone)
    client = WAXSEAL_RIBBON_CLIENT_PHONE;
  place = waxseal_ribbon_client_dup_place (client, surface);
  gtk_label_set_label (self->client_name, waxseal_ribbon_client_get_name (client));
  gtk_label_set_label (self->place, place);
  waxseal_ribbon_mockup_set_window (self->mockup, client, surface);
  waxseal_ribbon_mockup_show (self->mockup, buttons, name, icon, locale);
}

static void
add_surface (WaxsealRibbonView *self, WaxsealManifestSurface surface, GPtrArray *names)
{
  g_array_append_val (self->surface_kinds, surface);
  g_ptr_array_add (names, (gpointer) _ (waxseal_ribbon_window_of (surface)->surface));
}

static gboolean
is_same_list (GtkDropDown *drop_down, const char *const *strings)
{
  GtkStringList *list = GTK_STRING_LIST (gtk_drop_down_get_model (drop_down));
  guint i;

  for (i = 0; strings[i] != NULL; i++)
    if (list == NULL || g_strcmp0 (gtk_string_list_get_string (list, i), strings[i]) != 0)
      return FALSE;
  return list != NULL && gtk_string_list_get_string (list, i) == NULL;
}

/* Offers other choices, and keeps what is chosen where it is still among them. */
static void
set_choices (GtkDropDown *drop_down, const char *const *strings, const char *wanted)
{
  g_autoptr (GtkStringList) list = NULL;
  guint i;

  if (is_same_list (drop_down, strings))
    return;
  list = gtk_string_list_new (strings);
  gtk_drop_down_set_model (drop_down, G_LIST_MODEL (list));
  for (i = 0; strings[i] != NULL; i++)
    if (g_strcmp0 (strings[i], wanted) == 0)
      gtk_drop_down_set_selected (drop_down, i);
}

static char *
dup_chosen (GtkDropDown *drop_down)
{
  GtkStringObject *selected = gtk_drop_down_get_selected_item (drop_down);

  return selected != NULL ? g_strdup (gtk_string_object_get_string (selected)) : NULL;
}

static char *
dup_preferred_locale (void)
{
  g_autoptr (GSettings) settings = g_settings_new ("io.github.waxseal.Waxseal");

  return g_settings_get_string (settings, "language");
}

static void
update_choices (WaxsealRibbonView *self)
{
  g_auto (GStrv) locales = waxseal_manifest_surface_list_locales (self->document);
  g_autoptr (GPtrArray) names = g_ptr_array_new ();
  g_autofree char *surface = dup_chosen (self->surfaces);
  g_autofree char *locale = dup_chosen (self->locales);
  WaxsealManifestSurface kind;

  if (locale == NULL)
    locale = dup_preferred_locale ();
  g_array_set_size (self->surface_kinds, 0);
  add_surface (self, WAXSEAL_MANIFEST_SURFACE_COMPOSE, names);
  for (kind = WAXSEAL_MANIFEST_SURFACE_READ; kind < WAXSEAL_MANIFEST_SURFACE_EVENTS; kind++)
    {
      g_autoptr (GListModel) buttons = list_buttons (self, kind);

      if (g_list_model_get_n_items (buttons) > 0)
        add_surface (self, kind, names);
    }
  g_ptr_array_add (names, NULL);
  set_choices (self->surfaces, (const char *const *) names->pdata, surface);
  set_choices (self->locales, (const char *const *) locales, locale);
}

/* Whom loading the icons would contact is said before it is done. */
static void
show_icons_note (WaxsealRibbonView *self)
{
  g_autofree char *hosts = waxseal_icon_set_describe_hosts (self->icons, self->document);
  g_autofree char *shown = waxseal_short_text (hosts);
  g_autofree char *note = NULL;

  if (*hosts != '\0')
    /* Translators: %s is a list of hosts */
    note =
      g_strdup_printf (_ ("The icon is a stand-in until you have the add-in’s own loaded from %s. "
                          "Nothing is loaded without that."),
                       shown);
  gtk_label_set_label (self->icons_note, note != NULL ? note : "");
  gtk_widget_set_visible (GTK_WIDGET (self->icons_note), note != NULL);
  gtk_widget_set_visible (self->icons_button, note != NULL);
}

static void
update (WaxsealRibbonView *self)
{
  if (self->document == NULL || self->is_updating)
    return;
  self->is_late = FALSE;
  self->is_updating = TRUE;
  g_clear_object (&self->buttons);
  self->buttons = waxseal_manifest_surface_list_buttons (self->document);
  update_choices (self);
  show_sketch (self);
  show_icons_note (self);
  show_events (self);
  self->is_updating = FALSE;
}

static void
client_toggled_cb (WaxsealRibbonView *self, GtkToggleButton *toggle)
{
  if (gtk_toggle_button_get_active (toggle))
    update (self);
}

static void
style_toggled_cb (WaxsealRibbonView *self, GtkToggleButton *toggle)
{
  if (gtk_toggle_button_get_active (toggle))
    waxseal_ribbon_mockup_set_dark (self->mockup, toggle == self->dark);
}

static void
choice_changed_cb (WaxsealRibbonView *self)
{
  update (self);
}

static void
waxseal_ribbon_view_map (GtkWidget *widget)
{
  WaxsealRibbonView *self = WAXSEAL_RIBBON_VIEW (widget);

  GTK_WIDGET_CLASS (waxseal_ribbon_view_parent_class)->map (widget);
  if (self->is_late)
    update (self);
}

static void
waxseal_ribbon_view_dispose (GObject *object)
{
  WaxsealRibbonView *self = WAXSEAL_RIBBON_VIEW (object);

  g_clear_object (&self->icons);
  g_clear_object (&self->document);
  g_clear_object (&self->buttons);
  g_clear_pointer (&self->surface_kinds, g_array_unref);
  G_OBJECT_CLASS (waxseal_ribbon_view_parent_class)->dispose (object);
}

static void
waxseal_ribbon_view_class_init (WaxsealRibbonViewClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = waxseal_ribbon_view_dispose;
  widget_class->map = waxseal_ribbon_view_map;
  g_type_ensure (WAXSEAL_TYPE_RIBBON_MOCKUP);
  gtk_widget_class_set_template_from_resource (
    widget_class, "/io/github/waxseal/Waxseal/ui/waxseal-ribbon-view.ui");
  gtk_widget_class_bind_template_child (widget_class, WaxsealRibbonView, clients);
  gtk_widget_class_bind_template_child (widget_class, WaxsealRibbonView, web);
  gtk_widget_class_bind_template_child (widget_class, WaxsealRibbonView, windows);
  gtk_widget_class_bind_template_child (widget_class, WaxsealRibbonView, mac);
  gtk_widget_class_bind_template_child (widget_class, WaxsealRibbonView, new_mac);
  gtk_widget_class_bind_template_child (widget_class, WaxsealRibbonView, light);
  gtk_widget_class_bind_template_child (widget_class, WaxsealRibbonView, dark);
  gtk_widget_class_bind_template_child (widget_class, WaxsealRibbonView, surfaces);
  gtk_widget_class_bind_template_child (widget_class, WaxsealRibbonView, locales);
  gtk_widget_class_bind_template_child (widget_class, WaxsealRibbonView, sketch);
  gtk_widget_class_bind_template_child (widget_class, WaxsealRibbonView, empty);
  gtk_widget_class_bind_template_child (widget_class, WaxsealRibbonView, client_name);
  gtk_widget_class_bind_template_child (widget_class, WaxsealRibbonView, place);
  gtk_widget_class_bind_template_child (widget_class, WaxsealRibbonView, mockup);
  gtk_widget_class_bind_template_child (widget_class, WaxsealRibbonView, icons_note);
  gtk_widget_class_bind_template_child (widget_class, WaxsealRibbonView, icons_button);
  gtk_widget_class_bind_template_child (widget_class, WaxsealRibbonView, events);
  gtk_widget_class_bind_template_callback (widget_class, client_toggled_cb);
  gtk_widget_class_bind_template_callback (widget_class, style_toggled_cb);
  gtk_widget_class_bind_template_callback (widget_class, choice_changed_cb);
}

static void
waxseal_ribbon_view_init (WaxsealRibbonView *self)
{
  self->surface_kinds = g_array_new (FALSE, FALSE, sizeof (WaxsealManifestSurface));
  gtk_widget_init_template (GTK_WIDGET (self));
  if (adw_style_manager_get_dark (adw_style_manager_get_default ()))
    gtk_toggle_button_set_active (self->dark, TRUE);
  else
    waxseal_ribbon_mockup_set_dark (self->mockup, FALSE);
}

static void
icons_changed_cb (WaxsealRibbonView *self)
{
  self->is_late = TRUE;
  if (gtk_widget_get_mapped (GTK_WIDGET (self)))
    update (self);
}

/** waxseal_ribbon_view_set_icons: @icons: where the icons come from; to be called once, first. */
void
waxseal_ribbon_view_set_icons (WaxsealRibbonView *self, WaxsealIconSet *icons)
{
  self->icons = g_object_ref (icons);
  g_signal_connect_object (
    icons, "changed", G_CALLBACK (icons_changed_cb), self, G_CONNECT_SWAPPED);
  waxseal_ribbon_mockup_set_icons (self->mockup, icons);
}

/** waxseal_ribbon_view_show: Shows what Outlook makes of @document. */
void
waxseal_ribbon_view_show (WaxsealRibbonView *self, WaxsealManifestDocument *document)
{
  g_set_object (&self->document, document);
  self->is_late = TRUE;
  if (gtk_widget_get_mapped (GTK_WIDGET (self)))
    update (self);
}
