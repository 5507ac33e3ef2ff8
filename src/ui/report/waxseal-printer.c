/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "waxseal-printer.h"

#include <glib/gi18n.h>

#define MARGIN WAXSEAL_PRINTER_MARGIN

static const char *const font_names[] = {
  [WAXSEAL_PRINTER_TITLE] = "Cantarell, Sans Bold 17",
  [WAXSEAL_PRINTER_SUBTITLE] = "Cantarell, Sans 9.5",
  [WAXSEAL_PRINTER_CHAPTER] = "Cantarell, Sans Bold 13",
  [WAXSEAL_PRINTER_HEADING] = "Cantarell, Sans Bold 10.5",
  [WAXSEAL_PRINTER_PARAGRAPH] = "Cantarell, Sans 8.5",
  [WAXSEAL_PRINTER_NOTICE] = "Cantarell, Sans Bold 10",
  [WAXSEAL_PRINTER_COLUMN] = "Cantarell, Sans Bold 7.5",
  [WAXSEAL_PRINTER_CELL] = "Cantarell, Sans 8",
  [WAXSEAL_PRINTER_MARK] = "Cantarell, Sans 8",
  [WAXSEAL_PRINTER_FOOT] = "Cantarell, Sans 7.5",
};

static const struct
{
  double red, green, blue;
} inks[] = {
  [WAXSEAL_INK_TEXT] = { 0.14, 0.12, 0.19 },     [WAXSEAL_INK_SOFT] = { 0.37, 0.36, 0.39 },
  [WAXSEAL_INK_LINE] = { 0.87, 0.87, 0.85 },     [WAXSEAL_INK_HEAD] = { 0.95, 0.95, 0.94 },
  [WAXSEAL_INK_ACCENT] = { 0.11, 0.44, 0.85 },   [WAXSEAL_INK_VERIFIED] = { 0.10, 0.42, 0.22 },
  [WAXSEAL_INK_DECLARED] = { 0.10, 0.37, 0.71 }, [WAXSEAL_INK_WARNING] = { 0.56, 0.31, 0 },
  [WAXSEAL_INK_BAD] = { 0.65, 0.11, 0.18 },
};

/**
 * waxseal_printer_init:
 * @cairo: on the first page
 *
 * In a thread it has the fonts of that thread, which Pango keeps apart.
 */
void
waxseal_printer_init (WaxsealPrinter *self, cairo_t *cairo, const WaxsealPaper *paper)
{
  cairo_font_options_t *options = cairo_font_options_create ();

  *self = (WaxsealPrinter){ .cairo = cairo, .y = MARGIN, .page = 1 };
  self->width = paper->width;
  self->height = paper->height;
  self->context = pango_cairo_create_context (cairo);
  pango_context_set_language (self->context, paper->language);
  pango_context_set_base_dir (self->context, paper->direction);
  /* On paper there are no pixels to round to; on a screen's, spaces become too narrow. */
  pango_context_set_round_glyph_positions (self->context, FALSE);
  cairo_font_options_set_hint_metrics (options, CAIRO_HINT_METRICS_OFF);
  pango_cairo_context_set_font_options (self->context, options);
  cairo_font_options_destroy (options);
  for (guint i = 0; i < WAXSEAL_N_PRINTER_FONTS; i++)
    self->fonts[i] = pango_font_description_from_string (font_names[i]);
}

/** waxseal_printer_clear: frees what it holds; not the cairo context. */
void
waxseal_printer_clear (WaxsealPrinter *self)
{
  for (guint i = 0; i < WAXSEAL_N_PRINTER_FONTS; i++)
    pango_font_description_free (self->fonts[i]);
  g_object_unref (self->context);
}

/** waxseal_printer_use_ink: For what is drawn next. */
void
waxseal_printer_use_ink (WaxsealPrinter *self, WaxsealPrinterInk ink)
{
  cairo_set_source_rgb (self->cairo, inks[ink].red, inks[ink].green, inks[ink].blue);
}

/** waxseal_printer_create_layout: Returns: (transfer full): @text, broken to lines. */
PangoLayout *
waxseal_printer_create_layout (WaxsealPrinter *self,
                               const char *text,
                               WaxsealPrinterFont font,
                               double width)
{
  PangoLayout *layout = pango_layout_new (self->context);
  g_autoptr (PangoAttrList) attributes = pango_attr_list_new ();

  /* In an address or an ID a hyphen would be read as a part of it. */
  pango_attr_list_insert (attributes, pango_attr_insert_hyphens_new (FALSE));
  pango_layout_set_attributes (layout, attributes);
  pango_layout_set_font_description (layout, self->fonts[font]);
  pango_layout_set_width (layout, (int) (width * PANGO_SCALE));
  pango_layout_set_wrap (layout, PANGO_WRAP_WORD_CHAR);
  pango_layout_set_text (layout, text, -1);
  return layout;
}

/* The line that the iterator is at, with its place in the layout; in points. */
static void
get_line_extents (PangoLayoutIter *iter, double *x, double *y, double *height)
{
  PangoRectangle extents;

  pango_layout_iter_get_line_extents (iter, NULL, &extents);
  *x = (double) extents.x / PANGO_SCALE;
  *y = (double) extents.y / PANGO_SCALE;
  *height = (double) extents.height / PANGO_SCALE;
}

/**
 * waxseal_printer_draw_lines:
 * @line: (inout): the first line to draw; the first that did not fit, or -1 after the last
 * @room: how high they may be together
 *
 * Draws lines of @layout from where the printer is, in the present ink.
 *
 * Returns: how high they are.
 */
double
waxseal_printer_draw_lines (WaxsealPrinter *self,
                            PangoLayout *layout,
                            int *line,
                            double x,
                            double room)
{
  PangoLayoutIter *iter = pango_layout_get_iter (layout);
  gboolean more = TRUE;
  double line_x, line_y, line_height, top, used = 0;

  for (int i = 0; i < *line; i++)
    pango_layout_iter_next_line (iter);
  get_line_extents (iter, &line_x, &top, &line_height);
  for (; more; more = pango_layout_iter_next_line (iter), (*line)++)
    {
      double baseline = (double) pango_layout_iter_get_baseline (iter) / PANGO_SCALE;

      get_line_extents (iter, &line_x, &line_y, &line_height);
      if (line_y - top + line_height > room)
        break;
      cairo_move_to (self->cairo, x + line_x, self->y + baseline - top);
      pango_cairo_show_layout_line (self->cairo, pango_layout_iter_get_line_readonly (iter));
      used = line_y - top + line_height;
    }
  pango_layout_iter_free (iter);
  if (!more)
    *line = -1;
  return used;
}

/** waxseal_printer_draw_rule: From margin to margin. */
void
waxseal_printer_draw_rule (WaxsealPrinter *self, WaxsealPrinterInk ink, double thickness)
{
  waxseal_printer_use_ink (self, ink);
  cairo_set_line_width (self->cairo, thickness);
  cairo_move_to (self->cairo, MARGIN, self->y);
  cairo_line_to (self->cairo, self->width - MARGIN, self->y);
  cairo_stroke (self->cairo);
}

static void
draw_foot (WaxsealPrinter *self, const char *text, PangoAlignment alignment, double x, double width)
{
  g_autoptr (PangoLayout) layout =
    waxseal_printer_create_layout (self, text, WAXSEAL_PRINTER_FOOT, width);

  pango_layout_set_alignment (layout, alignment);
  pango_layout_set_ellipsize (layout, PANGO_ELLIPSIZE_END);
  pango_layout_set_single_paragraph_mode (layout, TRUE);
  cairo_move_to (self->cairo, x, self->height - MARGIN * 0.7);
  pango_cairo_show_layout (self->cairo, layout);
}

/** waxseal_printer_finish_page: Writes its number, and gives it out. */
void
waxseal_printer_finish_page (WaxsealPrinter *self)
{
  double inner = self->width - 2 * MARGIN;
  /* Translators: at the foot of a page: its number, and how many there are */
  g_autofree char *number = g_strdup_printf (_ ("Page %u of %u"), self->page, self->n_pages);

  waxseal_printer_use_ink (self, WAXSEAL_INK_SOFT);
  draw_foot (self, self->foot, PANGO_ALIGN_LEFT, MARGIN, inner * 0.8);
  draw_foot (self, number, PANGO_ALIGN_RIGHT, MARGIN + inner * 0.8, inner * 0.2);
  cairo_show_page (self->cairo);
}

/** waxseal_printer_get_full_room: Returns: how much an empty page holds. */
double
waxseal_printer_get_full_room (WaxsealPrinter *self)
{
  return self->height - 2 * MARGIN;
}

/** waxseal_printer_get_room: Returns: how much the rest of this page holds. */
double
waxseal_printer_get_room (WaxsealPrinter *self)
{
  return self->height - MARGIN - self->y;
}

/** waxseal_printer_make_room: Begins a new page where @height does not fit on this one. */
void
waxseal_printer_make_room (WaxsealPrinter *self, double height)
{
  if (height <= waxseal_printer_get_room (self) || self->y <= MARGIN)
    return;
  waxseal_printer_finish_page (self);
  self->page++;
  self->y = MARGIN;
}
