/* SPDX-License-Identifier: GPL-3.0-or-later */
/* A document on paper: made in memory, so that saving it waits for no disk. It is printed several
 * times, first to count the pages. */
#include "waxseal-document-pdf.h"

#include <cairo-pdf.h>

#include "waxseal-printer.h"

#define MARGIN WAXSEAL_PRINTER_MARGIN

/* A heading does not stand alone at the foot of a page. */
#define ROOM_FOR_HEADING 64

/* How small a document may become so that it fits on a page; smaller letters nobody reads. */
static const double scales[] = { 0.92, 0.84, 0.76 };

static cairo_status_t
write_cb (void *data, const unsigned char *bytes, unsigned int length)
{
  g_byte_array_append (data, bytes, length);
  return CAIRO_STATUS_SUCCESS;
}

static void
print_text (WaxsealPrinter *printer,
            const char *text,
            WaxsealPrinterFont font,
            WaxsealPrinterInk ink,
            double after)
{
  double inner = printer->width - 2 * MARGIN;
  g_autoptr (PangoLayout) layout = waxseal_printer_create_layout (printer, text, font, inner);

  for (int line = 0; line >= 0;)
    {
      waxseal_printer_use_ink (printer, ink);
      printer->y += waxseal_printer_draw_lines (
        printer, layout, &line, MARGIN, waxseal_printer_get_room (printer));
      if (line >= 0)
        waxseal_printer_make_room (printer, G_MAXDOUBLE);
    }
  printer->y += after;
}

/* For the reader's sidebar. */
static void
add_to_outline (WaxsealPrinter *printer, cairo_surface_t *surface, const char *text)
{
  double x = MARGIN, y = printer->y;
  g_autofree char *place = NULL;

  cairo_user_to_device (printer->cairo, &x, &y);
  place = g_strdup_printf ("page=%u pos=[%d %d]", printer->page, (int) x, (int) y);

  cairo_pdf_surface_add_outline (surface, CAIRO_PDF_OUTLINE_ROOT, text, place, 0);
}

static void
print_heading (WaxsealPrinter *printer, cairo_surface_t *surface, const WaxsealDocumentBlock *block)
{
  gboolean is_chapter = block->level == 1;

  printer->y += is_chapter ? 12 : 5;
  waxseal_printer_make_room (printer, ROOM_FOR_HEADING);
  if (is_chapter)
    add_to_outline (printer, surface, block->text);
  print_text (printer,
              block->text,
              is_chapter ? WAXSEAL_PRINTER_CHAPTER : WAXSEAL_PRINTER_HEADING,
              WAXSEAL_INK_TEXT,
              4);
}

static void
print_block (WaxsealPrinter *printer, cairo_surface_t *surface, const WaxsealDocumentBlock *block)
{
  switch (block->kind)
    {
    case WAXSEAL_DOCUMENT_HEADING:
      print_heading (printer, surface, block);
      return;
    case WAXSEAL_DOCUMENT_NOTICE:
      print_text (printer, block->text, WAXSEAL_PRINTER_NOTICE, WAXSEAL_INK_WARNING, 6);
      return;
    case WAXSEAL_DOCUMENT_TABLE:
      waxseal_printer_print_table (printer, block);
      return;
    case WAXSEAL_DOCUMENT_PARAGRAPH:
    default:
      print_text (printer, block->text, WAXSEAL_PRINTER_PARAGRAPH, WAXSEAL_INK_TEXT, 6);
    }
}

static void
print_document (WaxsealPrinter *printer, cairo_surface_t *surface, WaxsealDocument *document)
{
  print_text (printer, document->title, WAXSEAL_PRINTER_TITLE, WAXSEAL_INK_TEXT, 3);
  print_text (printer, document->subtitle, WAXSEAL_PRINTER_SUBTITLE, WAXSEAL_INK_SOFT, 8);
  waxseal_printer_draw_rule (printer, WAXSEAL_INK_ACCENT, 2);
  printer->y += 8;
  for (guint i = 0; i < document->blocks->len; i++)
    print_block (printer, surface, g_ptr_array_index (document->blocks, i));
  waxseal_printer_finish_page (printer);
}

/* Returns: how many pages it has. */
static guint
print (WaxsealDocument *document,
       const WaxsealPaper *paper,
       double scale,
       guint n_pages,
       GByteArray *bytes)
{
  cairo_surface_t *surface =
    cairo_pdf_surface_create_for_stream (write_cb, bytes, paper->width, paper->height);
  cairo_t *cairo = cairo_create (surface);
  WaxsealPrinter printer;

  cairo_pdf_surface_set_metadata (surface, CAIRO_PDF_METADATA_TITLE, document->title);
  cairo_scale (cairo, scale, scale);
  waxseal_printer_init (&printer, cairo, paper);
  printer.width = paper->width / scale;
  printer.height = paper->height / scale;
  printer.foot = document->title;
  printer.n_pages = n_pages;
  print_document (&printer, surface, document);
  waxseal_printer_clear (&printer);
  cairo_destroy (cairo);
  cairo_surface_finish (surface);
  cairo_surface_destroy (surface);
  return printer.page;
}

/* How many pages it would have. */
static guint
count_pages (WaxsealDocument *document, const WaxsealPaper *paper, double scale)
{
  g_autoptr (GByteArray) draft = g_byte_array_new ();

  return print (document, paper, scale, 0, draft);
}

/** waxseal_document_to_pdf: Returns: (transfer full): @document as PDF. */
GBytes *
waxseal_document_to_pdf (WaxsealDocument *document, const WaxsealPaper *paper)
{
  GByteArray *bytes = g_byte_array_new ();
  double scale = 1;
  guint n_pages = count_pages (document, paper, scale);

  for (gsize i = 0; document->one_page && n_pages > 1 && i < G_N_ELEMENTS (scales); i++)
    if (count_pages (document, paper, scales[i]) == 1)
      {
        scale = scales[i];
        n_pages = 1;
      }
  print (document, paper, scale, n_pages, bytes);
  return g_byte_array_free_to_bytes (bytes);
}
