/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "waxseal-ribbon-stage.h"

#include <glib/gi18n.h>

#include "waxseal-ribbon-chrome.h"
#include "waxseal-short-text.h"

/**
 * WaxsealRibbonStage:
 *
 * What is under the ribbon in the sketch of Outlook: the message, and over it what opens: a menu,
 * the tooltip of the button that is pressed, its items, and its task pane.
 */
struct _WaxsealRibbonStage
{
  AdwBin parent_instance;

  GtkWidget *overlay;
  GtkBox *body;
  GtkWidget *menu;
  GtkBox *menu_rows;
  WaxsealRibbonBar *menu_bar;
  GtkWidget *pane;
  GtkLabel *pane_title;
  GtkLabel *pane_page;
  GtkWidget *card;
  GtkLabel *card_title;
  GtkLabel *card_text;
  WaxsealRibbonBar *card_bar;
  GtkLabel *card_action;

  GtkWidget *menu_button;     /* what opens the menu, or NULL: it is at the bottom */
  WaxsealRibbonBar *entries;  /* what the details are of */
  WaxsealRibbonButton *shown; /* the one of them that was pressed; only to compare */
  gboolean has_tooltips;      /* which phones have not */
  char *name;
  char *locale;
};

#define PANE_WIDTH  240
#define PANE_HEIGHT 110
#define WIDE_STAGE  560
#define MARGIN      8

G_DEFINE_FINAL_TYPE (WaxsealRibbonStage, waxseal_ribbon_stage, ADW_TYPE_BIN)

static void
set_text (GtkLabel *label, const char *text)
{
  g_autofree char *shown = waxseal_short_text (text);

  gtk_label_set_label (label, shown);
  gtk_widget_set_visible (GTK_WIDGET (label), *shown != '\0');
}

static void
show_tooltip (WaxsealRibbonStage *self, WaxsealManifestButton *button)
{
  g_autofree char *title = NULL, *text = NULL;

  if (button == NULL)
    {
      set_text (self->card_title, self->name);
      set_text (self->card_text, "");
      return;
    }
  title = waxseal_manifest_button_dup_text (button, WAXSEAL_MANIFEST_TEXT_TITLE, self->locale);
  text = waxseal_manifest_button_dup_text (button, WAXSEAL_MANIFEST_TEXT_DESCRIPTION, self->locale);
  set_text (self->card_title, title);
  if (*title == '\0' && *text == '\0' && self->has_tooltips)
    set_text (self->card_text, _ ("It has no tooltip."));
  else
    set_text (self->card_text, text);
}

/* Returns: (transfer full): what a button without a task pane does, in words. */
static char *
describe_action (WaxsealManifestButton *button, WaxsealManifestAction action)
{
  g_autofree char *function = NULL;

  if (action == WAXSEAL_MANIFEST_ACTION_NONE)
    return g_strdup (_ ("The manifest does not say what it does."));
  if (action != WAXSEAL_MANIFEST_ACTION_FUNCTION)
    return g_strdup ("");
  function = waxseal_manifest_button_dup_function (button);
  return g_strdup_printf (_ ("Runs the function “%s”. No task pane opens."), function);
}

static void
show_pane (WaxsealRibbonStage *self, WaxsealManifestButton *button)
{
  g_autofree char *page =
    waxseal_manifest_button_dup_text (button, WAXSEAL_MANIFEST_TEXT_PAGE, self->locale);
  g_autofree char *text = NULL;

  if (*page == '\0')
    text = g_strdup (_ ("The manifest names no page to open here."));
  else
    text = g_strdup_printf (_ ("This page opens here:\n%s"), page);
  set_text (self->pane_title, self->name);
  set_text (self->pane_page, text);
}

static void
show_details (WaxsealRibbonStage *self)
{
  WaxsealRibbonButton *pressed = waxseal_ribbon_bar_get_pressed (self->entries);
  WaxsealRibbonButton *chosen = waxseal_ribbon_bar_get_pressed (self->card_bar);
  WaxsealManifestButton *button =
    waxseal_ribbon_button_get_button (chosen != NULL ? chosen : pressed);
  WaxsealManifestAction action = WAXSEAL_MANIFEST_ACTION_MENU;
  g_autofree char *text = NULL;

  if (button != NULL)
    action = waxseal_manifest_button_get_action (button);
  text = describe_action (button, action);
  show_tooltip (self, button);
  set_text (self->card_action, text);
  gtk_widget_set_visible (self->card,
                          self->has_tooltips || *text != '\0' ||
                            action == WAXSEAL_MANIFEST_ACTION_MENU);
  gtk_widget_set_visible (self->pane, action == WAXSEAL_MANIFEST_ACTION_TASKPANE);
  if (action == WAXSEAL_MANIFEST_ACTION_TASKPANE)
    show_pane (self, button);
  gtk_widget_queue_allocate (self->overlay);
}

static void
chosen_changed_cb (WaxsealRibbonStage *self)
{
  if (self->entries != NULL && waxseal_ribbon_bar_get_pressed (self->entries) != NULL)
    show_details (self);
}

static void
close_clicked_cb (WaxsealRibbonStage *self)
{
  gboolean is_chosen = waxseal_ribbon_bar_get_pressed (self->card_bar) != NULL;
  WaxsealRibbonBar *bar = is_chosen ? self->card_bar : self->entries;
  WaxsealRibbonButton *button = waxseal_ribbon_bar_get_pressed (bar);

  waxseal_ribbon_bar_release (bar);
  if (button != NULL)
    gtk_widget_grab_focus (GTK_WIDGET (button));
}

/* Under @anchor, as far as that is inside of the stage. */
static void
place_under (WaxsealRibbonStage *self, GtkWidget *child, GtkWidget *anchor, GdkRectangle *place)
{
  int width = gtk_widget_get_width (self->overlay), height = gtk_widget_get_height (self->overlay);
  graphene_rect_t bounds = GRAPHENE_RECT_INIT (0, 0, 0, 0);
  int right = width - MARGIN, bottom = height - MARGIN;

  if (anchor != NULL && !gtk_widget_compute_bounds (anchor, self->overlay, &bounds))
    bounds = GRAPHENE_RECT_INIT (0, 0, 0, 0);
  if (gtk_widget_get_visible (self->pane) && child == self->card)
    {
      right -= width >= WIDE_STAGE ? PANE_WIDTH : 0;
      bottom -= width >= WIDE_STAGE ? 0 : PANE_HEIGHT;
    }
  gtk_widget_measure (child, GTK_ORIENTATION_HORIZONTAL, -1, NULL, &place->width, NULL, NULL);
  place->width = MIN (place->width, width - 2 * MARGIN);
  gtk_widget_measure (
    child, GTK_ORIENTATION_VERTICAL, place->width, NULL, &place->height, NULL, NULL);
  place->x = MAX (MARGIN, MIN ((int) bounds.origin.x, right - place->width));
  place->y =
    MAX (MARGIN / 2,
         MIN ((int) (bounds.origin.y + bounds.size.height) + MARGIN / 2, bottom - place->height));
}

static gboolean
place_child_cb (GtkOverlay *overlay,
                GtkWidget *child,
                GdkRectangle *place,
                WaxsealRibbonStage *self)
{
  int width = gtk_widget_get_width (self->overlay), height = gtk_widget_get_height (self->overlay);

  if (child == self->pane && width >= WIDE_STAGE)
    *place = (GdkRectangle){ width - PANE_WIDTH, 0, PANE_WIDTH, height };
  else if (child == self->pane)
    *place = (GdkRectangle){ 0, height - PANE_HEIGHT, width, PANE_HEIGHT };
  else if (child == self->card && self->entries != NULL)
    place_under (self, child, GTK_WIDGET (waxseal_ribbon_bar_get_pressed (self->entries)), place);
  else if (child == self->menu && self->menu_button == NULL)
    {
      gtk_widget_measure (child, GTK_ORIENTATION_VERTICAL, width, NULL, &place->height, NULL, NULL);
      *place = (GdkRectangle){ 0, height - place->height, width, place->height };
    }
  else
    place_under (self, child, self->menu_button, place);
  return TRUE;
}

static void
waxseal_ribbon_stage_dispose (GObject *object)
{
  WaxsealRibbonStage *self = WAXSEAL_RIBBON_STAGE (object);

  self->entries = NULL;
  g_clear_pointer (&self->name, g_free);
  g_clear_pointer (&self->locale, g_free);
  G_OBJECT_CLASS (waxseal_ribbon_stage_parent_class)->dispose (object);
}

static void
waxseal_ribbon_stage_class_init (WaxsealRibbonStageClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = waxseal_ribbon_stage_dispose;
  g_type_ensure (WAXSEAL_TYPE_RIBBON_BAR);
  gtk_widget_class_set_template_from_resource (
    widget_class, "/io/github/waxseal/Waxseal/ui/waxseal-ribbon-stage.ui");
  gtk_widget_class_bind_template_child (widget_class, WaxsealRibbonStage, overlay);
  gtk_widget_class_bind_template_child (widget_class, WaxsealRibbonStage, body);
  gtk_widget_class_bind_template_child (widget_class, WaxsealRibbonStage, menu);
  gtk_widget_class_bind_template_child (widget_class, WaxsealRibbonStage, menu_rows);
  gtk_widget_class_bind_template_child (widget_class, WaxsealRibbonStage, menu_bar);
  gtk_widget_class_bind_template_child (widget_class, WaxsealRibbonStage, pane);
  gtk_widget_class_bind_template_child (widget_class, WaxsealRibbonStage, pane_title);
  gtk_widget_class_bind_template_child (widget_class, WaxsealRibbonStage, pane_page);
  gtk_widget_class_bind_template_child (widget_class, WaxsealRibbonStage, card);
  gtk_widget_class_bind_template_child (widget_class, WaxsealRibbonStage, card_title);
  gtk_widget_class_bind_template_child (widget_class, WaxsealRibbonStage, card_text);
  gtk_widget_class_bind_template_child (widget_class, WaxsealRibbonStage, card_bar);
  gtk_widget_class_bind_template_child (widget_class, WaxsealRibbonStage, card_action);
  gtk_widget_class_bind_template_callback (widget_class, place_child_cb);
  gtk_widget_class_bind_template_callback (widget_class, chosen_changed_cb);
  gtk_widget_class_bind_template_callback (widget_class, close_clicked_cb);
}

static void
waxseal_ribbon_stage_init (WaxsealRibbonStage *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
}

/**
 * waxseal_ribbon_stage_set_window:
 * @menu_button: (nullable): what the menu is under; without one it is at the bottom, on a phone
 *
 * Draws the message, or the meeting, of another window.
 */
void
waxseal_ribbon_stage_set_window (WaxsealRibbonStage *self,
                                 WaxsealRibbonClient client,
                                 const WaxsealRibbonWindow *window,
                                 GtkWidget *menu_button)
{
  self->entries = NULL;
  self->menu_button = menu_button;
  self->has_tooltips = !window->is_phone;
  gtk_widget_hide (self->card);
  gtk_widget_hide (self->pane);
  waxseal_ribbon_bar_clear (self->menu_bar);
  waxseal_ribbon_chrome_fill_body (self->body, client, window);
  waxseal_ribbon_chrome_fill_menu (self->menu_rows, window->is_phone ? 2 : 3);
  gtk_widget_set_visible (self->menu, menu_button != NULL || window->is_phone);
}

/** waxseal_ribbon_stage_set_icons: @icons: for what the menu and the tooltip have of buttons. */
void
waxseal_ribbon_stage_set_icons (WaxsealRibbonStage *self, WaxsealIconSet *icons)
{
  waxseal_ribbon_bar_set_icons (self->menu_bar, icons);
  waxseal_ribbon_bar_set_icons (self->card_bar, icons);
}

/** waxseal_ribbon_stage_get_menu: Returns: (transfer none): the add-in's buttons in the menu. */
WaxsealRibbonBar *
waxseal_ribbon_stage_get_menu (WaxsealRibbonStage *self)
{
  return self->menu_bar;
}

/** waxseal_ribbon_stage_set_menu_open: Opens or closes the menu. */
void
waxseal_ribbon_stage_set_menu_open (WaxsealRibbonStage *self, gboolean is_open)
{
  gtk_widget_set_visible (self->menu, is_open);
}

/**
 * waxseal_ribbon_stage_show:
 * @entries: whose pressed button it is about; as long as the window is the same
 * @buttons: what the add-in has, for an entry that stands for all of it
 * @name: the add-in's full name
 * @locale: the language of the texts
 *
 * Shows what the button that is pressed opens; nothing if none is.
 */
void
waxseal_ribbon_stage_show (WaxsealRibbonStage *self,
                           WaxsealRibbonBar *entries,
                           GListModel *buttons,
                           const char *name,
                           const char *locale)
{
  WaxsealRibbonButton *pressed = waxseal_ribbon_bar_get_pressed (entries);
  WaxsealManifestButton *button;

  self->entries = entries;
  g_free (self->name);
  self->name = g_strdup (name);
  g_free (self->locale);
  self->locale = g_strdup (locale);
  if (pressed != self->shown)
    waxseal_ribbon_bar_release (self->card_bar);
  self->shown = pressed;
  if (pressed == NULL)
    {
      waxseal_ribbon_bar_clear (self->card_bar);
      gtk_widget_hide (self->card);
      gtk_widget_hide (self->pane);
      return;
    }
  button = waxseal_ribbon_button_get_button (pressed);
  if (button != NULL)
    buttons = waxseal_manifest_button_get_items (button);
  waxseal_ribbon_bar_show (self->card_bar, buttons, NULL, locale);
  show_details (self);
}
