/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Paper that texts are drawn on, from top to bottom, page after page. All sizes are in points. */
#pragma once

#include <pango/pangocairo.h>

#include "waxseal-document.h"
#include "waxseal-paper.h"

G_BEGIN_DECLS

#define WAXSEAL_PRINTER_MARGIN 42

/** WaxsealPrinterFont: what a text is written in. */
typedef enum
{
  WAXSEAL_PRINTER_TITLE,
  WAXSEAL_PRINTER_SUBTITLE,
  WAXSEAL_PRINTER_CHAPTER,
  WAXSEAL_PRINTER_HEADING,
  WAXSEAL_PRINTER_PARAGRAPH,
  WAXSEAL_PRINTER_NOTICE,
  WAXSEAL_PRINTER_COLUMN,
  WAXSEAL_PRINTER_CELL,
  WAXSEAL_PRINTER_MARK,
  WAXSEAL_PRINTER_FOOT,
  WAXSEAL_N_PRINTER_FONTS,
} WaxsealPrinterFont;

/** WaxsealPrinterInk: its colour. */
typedef enum
{
  WAXSEAL_INK_TEXT,
  WAXSEAL_INK_SOFT,
  WAXSEAL_INK_LINE,
  WAXSEAL_INK_HEAD,
  WAXSEAL_INK_ACCENT,
  WAXSEAL_INK_VERIFIED,
  WAXSEAL_INK_DECLARED,
  WAXSEAL_INK_WARNING,
  WAXSEAL_INK_BAD,
} WaxsealPrinterInk;

/** WaxsealPrinter: @n_pages is 0 while they are counted; @foot stands on each page. */
typedef struct
{
  cairo_t *cairo;
  PangoContext *context;
  PangoFontDescription *fonts[WAXSEAL_N_PRINTER_FONTS];
  const char *foot;
  double width;
  double height;
  double y;
  guint page;
  guint n_pages;
} WaxsealPrinter;

void waxseal_printer_init (WaxsealPrinter *self, cairo_t *cairo, const WaxsealPaper *paper);
void waxseal_printer_clear (WaxsealPrinter *self);

double waxseal_printer_get_room (WaxsealPrinter *self);
double waxseal_printer_get_full_room (WaxsealPrinter *self);
void waxseal_printer_make_room (WaxsealPrinter *self, double height);
void waxseal_printer_finish_page (WaxsealPrinter *self);

void waxseal_printer_use_ink (WaxsealPrinter *self, WaxsealPrinterInk ink);
void waxseal_printer_draw_rule (WaxsealPrinter *self, WaxsealPrinterInk ink, double thickness);
PangoLayout *waxseal_printer_create_layout (WaxsealPrinter *self,
                                            const char *text,
                                            WaxsealPrinterFont font,
                                            double width);
double waxseal_printer_draw_lines (WaxsealPrinter *self,
                                   PangoLayout *layout,
                                   int *line,
                                   double x,
                                   double room);
void waxseal_printer_print_table (WaxsealPrinter *self, const WaxsealDocumentBlock *block);

G_END_DECLS
