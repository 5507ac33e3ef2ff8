/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "waxseal-ribbon-chrome.h"

/* How many columns of bits the groups of a ribbon have. */
static const int groups[] = { 2, 4, 1, 3, 2 };

/* How far from the end of the line the lines of a text stop, in pixels; 0 is between paragraphs. */
static const int text_lines[] = { 150, 0, 24, 60, 12, 190, 0, 44, 230 };

static GtkWidget *
create_box (const char *css_class, GtkOrientation orientation)
{
  return g_object_new (GTK_TYPE_BOX,
                       "accessible-role",
                       GTK_ACCESSIBLE_ROLE_PRESENTATION,
                       "orientation",
                       orientation,
                       "css-classes",
                       (const char *[]){ css_class, NULL },
                       NULL);
}

static GtkWidget *
create_bit (void)
{
  GtkWidget *bit = create_box ("bit", GTK_ORIENTATION_HORIZONTAL);

  gtk_widget_set_valign (bit, GTK_ALIGN_CENTER);
  return bit;
}

static GtkWidget *
create_icon (const char *icon_name)
{
  return g_object_new (GTK_TYPE_IMAGE,
                       "accessible-role",
                       GTK_ACCESSIBLE_ROLE_PRESENTATION,
                       "icon-name",
                       icon_name,
                       "pixel-size",
                       12,
                       "css-classes",
                       (const char *[]){ "faint", NULL },
                       NULL);
}

static GtkWidget *
create_words (const char *text, const char *css_class)
{
  return g_object_new (GTK_TYPE_LABEL,
                       "label",
                       text,
                       "ellipsize",
                       PANGO_ELLIPSIZE_END,
                       "css-classes",
                       (const char *[]){ css_class, NULL },
                       NULL);
}

/** waxseal_ribbon_chrome_create_action: Returns: (transfer floating): a button of Outlook's own. */
GtkWidget *
waxseal_ribbon_chrome_create_action (const char *text, gboolean is_primary)
{
  GtkWidget *action = create_words (text, "chip");

  if (is_primary)
    gtk_widget_add_css_class (action, "primary");
  gtk_widget_set_valign (action, GTK_ALIGN_CENTER);
  return action;
}

/** waxseal_ribbon_chrome_create_dots: Returns: (transfer floating): what a window is closed by. */
GtkWidget *
waxseal_ribbon_chrome_create_dots (void)
{
  GtkWidget *dots = create_box ("dots", GTK_ORIENTATION_HORIZONTAL);
  int i;

  gtk_widget_set_valign (dots, GTK_ALIGN_CENTER);
  for (i = 0; i < 3; i++)
    {
      GtkWidget *dot = create_box ("dot", GTK_ORIENTATION_HORIZONTAL);

      gtk_widget_set_valign (dot, GTK_ALIGN_CENTER);
      gtk_box_append (GTK_BOX (dots), dot);
    }
  return dots;
}

/** waxseal_ribbon_chrome_add_bits: Adds small buttons, as far as there is room for them. */
void
waxseal_ribbon_chrome_add_bits (WaxsealRibbonStrip *strip, int n_bits)
{
  int i;

  for (i = 0; i < n_bits; i++)
    waxseal_ribbon_strip_append (strip, create_bit (), TRUE);
}

/** waxseal_ribbon_chrome_add_groups: Adds Outlook's groups, as far as there is room for them. */
void
waxseal_ribbon_chrome_add_groups (WaxsealRibbonStrip *strip, gboolean has_captions)
{
  gsize i;
  int j, k;

  for (i = 0; i < G_N_ELEMENTS (groups); i++)
    {
      GtkWidget *group = create_box ("group", GTK_ORIENTATION_VERTICAL);
      GtkWidget *columns = create_box ("columns", GTK_ORIENTATION_HORIZONTAL);
      GtkWidget *caption = create_box ("bar", GTK_ORIENTATION_HORIZONTAL);

      for (j = 0; j < groups[i]; j++)
        {
          GtkWidget *column = create_box ("column", GTK_ORIENTATION_VERTICAL);

          /* A group of one column has one big button. */
          gtk_box_append (GTK_BOX (columns), column);
          if (groups[i] == 1)
            gtk_box_append (GTK_BOX (column), create_box ("big-bit", GTK_ORIENTATION_VERTICAL));
          for (k = 0; groups[i] != 1 && k < 2; k++)
            gtk_box_append (GTK_BOX (column), create_bit ());
        }
      gtk_widget_set_vexpand (columns, TRUE);
      gtk_widget_set_valign (columns, GTK_ALIGN_CENTER);
      gtk_box_append (GTK_BOX (group), columns);
      gtk_box_append (GTK_BOX (group), caption);
      gtk_widget_set_visible (caption, has_captions);
      waxseal_ribbon_strip_append (strip, group, TRUE);
    }
}

static void
append_expanding (WaxsealRibbonStrip *strip, GtkWidget *child)
{
  gtk_widget_set_hexpand (child, TRUE);
  waxseal_ribbon_strip_append (strip, child, FALSE);
}

/** waxseal_ribbon_chrome_fill_title: Puts into @strip what is at the top of the window. */
void
waxseal_ribbon_chrome_fill_title (WaxsealRibbonStrip *strip,
                                  WaxsealRibbonClient client,
                                  const WaxsealRibbonWindow *window)
{
  static const char *const glyphs[] = {
    "window-minimize-symbolic",
    "window-maximize-symbolic",
    "window-close-symbolic",
  };
  gsize i;

  waxseal_ribbon_strip_clear (strip);
  if (client == WAXSEAL_RIBBON_CLIENT_WEB)
    {
      waxseal_ribbon_strip_append (strip, create_icon ("go-previous-symbolic"), FALSE);
      waxseal_ribbon_strip_append (strip, create_icon ("view-refresh-symbolic"), FALSE);
      append_expanding (strip, create_box ("address", GTK_ORIENTATION_HORIZONTAL));
      return;
    }
  if (client == WAXSEAL_RIBBON_CLIENT_MAC)
    waxseal_ribbon_strip_append (strip, waxseal_ribbon_chrome_create_dots (), FALSE);
  if (client == WAXSEAL_RIBBON_CLIENT_PHONE)
    waxseal_ribbon_strip_append (strip, create_icon ("go-previous-symbolic"), FALSE);
  append_expanding (strip,
                    create_words (waxseal_ribbon_window_translate (window->title), "window-title"));
  if (client == WAXSEAL_RIBBON_CLIENT_PHONE)
    waxseal_ribbon_strip_append (strip, create_icon ("view-more-symbolic"), FALSE);
  for (i = 0; i < G_N_ELEMENTS (glyphs) && client == WAXSEAL_RIBBON_CLIENT_WINDOWS; i++)
    waxseal_ribbon_strip_append (strip, create_icon (glyphs[i]), FALSE);
}

/** waxseal_ribbon_chrome_fill_tabs: Puts into @strip the tabs of the ribbon. */
void
waxseal_ribbon_chrome_fill_tabs (WaxsealRibbonStrip *strip,
                                 WaxsealRibbonClient client,
                                 const WaxsealRibbonWindow *window)
{
  int first = client == WAXSEAL_RIBBON_CLIENT_MAC ? 1 : 0, i; /* Macs have “File” elsewhere */

  waxseal_ribbon_strip_clear (strip);
  for (i = first; window->tabs[i] != NULL; i++)
    {
      GtkWidget *tab = create_words (waxseal_ribbon_window_translate (window->tabs[i]), "tab");

      if (i == 1)
        gtk_widget_add_css_class (tab, "own-tab");
      waxseal_ribbon_strip_append (strip, tab, i > 1);
    }
}

static GtkWidget *
create_field (const char *name)
{
  GtkWidget *field = create_box ("field", GTK_ORIENTATION_HORIZONTAL);
  GtkWidget *value = create_box ("bar", GTK_ORIENTATION_HORIZONTAL);
  GtkWidget *words = create_words (waxseal_ribbon_window_translate (name), "field-name");

  gtk_widget_set_valign (value, GTK_ALIGN_CENTER);
  gtk_label_set_xalign (GTK_LABEL (words), 0);
  gtk_box_append (GTK_BOX (field), words);
  gtk_box_append (GTK_BOX (field), value);
  return field;
}

/** waxseal_ribbon_chrome_fill_body: Puts into @body the message, or the meeting. */
void
waxseal_ribbon_chrome_fill_body (GtkBox *body,
                                 WaxsealRibbonClient client,
                                 const WaxsealRibbonWindow *window)
{
  GtkWidget *head = create_box ("head", GTK_ORIENTATION_HORIZONTAL);
  GtkWidget *fields = create_box ("fields", GTK_ORIENTATION_VERTICAL);
  GtkWidget *child;
  gsize i;

  while ((child = gtk_widget_get_first_child (GTK_WIDGET (body))) != NULL)
    gtk_box_remove (body, child);
  if (client == WAXSEAL_RIBBON_CLIENT_WINDOWS && window->is_written)
    gtk_box_append (GTK_BOX (head),
                    waxseal_ribbon_chrome_create_action (
                      waxseal_ribbon_window_translate (window->actions[0]), TRUE));
  gtk_widget_set_hexpand (fields, TRUE);
  gtk_box_append (GTK_BOX (head), fields);
  for (i = 0; window->fields[i] != NULL; i++)
    gtk_box_append (GTK_BOX (fields), create_field (window->fields[i]));
  gtk_box_append (body, head);
  for (i = 0; i < G_N_ELEMENTS (text_lines); i++)
    {
      GtkWidget *line = create_box (text_lines[i] > 0 ? "line" : "gap", GTK_ORIENTATION_HORIZONTAL);

      gtk_widget_set_margin_end (line, text_lines[i]);
      gtk_box_append (body, line);
    }
}

/** waxseal_ribbon_chrome_fill_menu: Puts items of Outlook's own into a menu. */
void
waxseal_ribbon_chrome_fill_menu (GtkBox *menu, int n_rows)
{
  GtkWidget *child;
  int i;

  while ((child = gtk_widget_get_first_child (GTK_WIDGET (menu))) != NULL)
    gtk_box_remove (menu, child);
  for (i = 0; i < n_rows; i++)
    {
      GtkWidget *row = create_box ("menu-row", GTK_ORIENTATION_HORIZONTAL);
      GtkWidget *bar = create_box ("bar", GTK_ORIENTATION_HORIZONTAL);

      gtk_widget_set_valign (bar, GTK_ALIGN_CENTER);
      gtk_widget_set_margin_end (bar, 30 + 25 * i);
      gtk_widget_set_hexpand (bar, TRUE);
      gtk_box_append (GTK_BOX (row), create_bit ());
      gtk_box_append (GTK_BOX (row), bar);
      gtk_box_append (menu, row);
    }
}
