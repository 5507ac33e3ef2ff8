/* SPDX-License-Identifier: GPL-3.0-or-later */
/* A report on paper: made in memory, so that saving it waits for no disk. */
#include "waxseal-report-pdf.h"

#include <cairo-pdf.h>
#include <glib/gi18n.h>
#include <gtk/gtk.h>

/* All in points. */
#define MARGIN      42
#define LABEL_WIDTH 0.28
#define COLUMN_GAP  12
#define ROW_PADDING 2.2

typedef struct
{
  double red, green, blue;
} Ink;

static const Ink black = { 0.14, 0.12, 0.19 };
static const Ink grey = { 0.37, 0.36, 0.39 };
static const Ink line_grey = { 0.87, 0.87, 0.85 };
static const Ink blue = { 0.11, 0.44, 0.85 };

static const Ink mark_inks[] = {
  [WAXSEAL_REPORT_PLAIN] = { 0.14, 0.12, 0.19 }, [WAXSEAL_REPORT_ASSUMED] = { 0.56, 0.31, 0 },
  [WAXSEAL_REPORT_HINT] = { 0.10, 0.37, 0.71 },  [WAXSEAL_REPORT_WARNING] = { 0.56, 0.31, 0 },
  [WAXSEAL_REPORT_ERROR] = { 0.65, 0.11, 0.18 },
};

typedef struct
{
  cairo_t *cairo;
  PangoContext *context;
  double width;
  double height;
  double y;
  guint page;
} Printer;

static cairo_status_t
write_cb (void *data, const unsigned char *bytes, unsigned int length)
{
  g_byte_array_append (data, bytes, length);
  return CAIRO_STATUS_SUCCESS;
}

static void
set_ink (Printer *printer, const Ink *ink)
{
  cairo_set_source_rgb (printer->cairo, ink->red, ink->green, ink->blue);
}

static PangoLayout *
create_layout (Printer *printer, const char *text, const char *font, double width)
{
  PangoLayout *layout = pango_layout_new (printer->context);
  PangoFontDescription *description = pango_font_description_from_string (font);

  pango_layout_set_font_description (layout, description);
  pango_font_description_free (description);
  pango_layout_set_width (layout, (int) (width * PANGO_SCALE));
  pango_layout_set_wrap (layout, PANGO_WRAP_WORD_CHAR);
  pango_layout_set_text (layout, text, -1);
  return layout;
}

static double
get_height (PangoLayout *layout)
{
  int height;

  pango_layout_get_size (layout, NULL, &height);
  return (double) height / PANGO_SCALE;
}

static void
draw (Printer *printer, PangoLayout *layout, const Ink *ink, double x, double y)
{
  set_ink (printer, ink);
  cairo_move_to (printer->cairo, x, y);
  pango_cairo_show_layout (printer->cairo, layout);
}

static void
draw_rule (Printer *printer, const Ink *ink, double thickness)
{
  set_ink (printer, ink);
  cairo_set_line_width (printer->cairo, thickness);
  cairo_move_to (printer->cairo, MARGIN, printer->y);
  cairo_line_to (printer->cairo, printer->width - MARGIN, printer->y);
  cairo_stroke (printer->cairo);
}

static void
finish_page (Printer *printer)
{
  /* Translators: at the foot of a page */
  g_autofree char *text = g_strdup_printf (_ ("Page %u"), printer->page);
  g_autoptr (PangoLayout) layout =
    create_layout (printer, text, "Cantarell, Sans 7.5", printer->width - 2 * MARGIN);

  pango_layout_set_alignment (layout, PANGO_ALIGN_RIGHT);
  draw (printer, layout, &grey, MARGIN, printer->height - MARGIN * 0.7);
  cairo_show_page (printer->cairo);
}

/* Begins a new page where @height does not fit on this one. */
static void
make_room (Printer *printer, double height)
{
  if (printer->y + height <= printer->height - MARGIN || printer->y <= MARGIN)
    return;
  finish_page (printer);
  printer->page++;
  printer->y = MARGIN;
}

static void
print_block (Printer *printer, const char *text, const char *font, const Ink *ink, double after)
{
  g_autoptr (PangoLayout) layout = create_layout (printer, text, font, printer->width - 2 * MARGIN);

  draw (printer, layout, ink, MARGIN, printer->y);
  printer->y += get_height (layout) + after;
}

static void
print_row (Printer *printer, WaxsealReportRow *row)
{
  const char *mark = waxseal_manifest_report_get_mark_words (row->mark);
  double inner = printer->width - 2 * MARGIN;
  double label_width = inner * LABEL_WIDTH;
  double value_x = MARGIN + label_width + COLUMN_GAP;
  double mark_width = mark != NULL ? 70 : 0;
  g_autoptr (PangoLayout) label =
    create_layout (printer, row->label, "Cantarell, Sans 8.5", label_width);
  g_autoptr (PangoLayout) value = create_layout (printer,
                                                 row->value,
                                                 "Cantarell, Sans 8.5",
                                                 inner - label_width - COLUMN_GAP - mark_width);
  double height = MAX (get_height (label), get_height (value));

  make_room (printer, height + 2 * ROW_PADDING);
  draw_rule (printer, &line_grey, 0.5);
  printer->y += ROW_PADDING;
  draw (printer, label, &grey, MARGIN, printer->y);
  draw (printer, value, &black, value_x, printer->y);
  if (mark != NULL)
    {
      g_autoptr (PangoLayout) words =
        create_layout (printer, mark, "Cantarell, Sans Bold 8", mark_width);

      pango_layout_set_alignment (words, PANGO_ALIGN_RIGHT);
      draw (
        printer, words, &mark_inks[row->mark], printer->width - MARGIN - mark_width, printer->y);
    }
  printer->y += height + ROW_PADDING;
}

static void
print_section (Printer *printer, WaxsealReportSection *section)
{
  guint i;

  /* A heading does not stand alone at the foot of a page. */
  printer->y += 8;
  make_room (printer, 60);
  print_block (printer, section->title, "Cantarell, Sans Bold 10.5", &black, 4);
  for (i = 0; i < section->rows->len; i++)
    print_row (printer, g_ptr_array_index (section->rows, i));
}

static void
print_report (Printer *printer, WaxsealManifestReport *report)
{
  guint i;

  print_block (printer, report->title, "Cantarell, Sans Bold 17", &black, 3);
  print_block (printer, report->subtitle, "Cantarell, Sans 9.5", &grey, 8);
  draw_rule (printer, &blue, 2);
  for (i = 0; i < report->sections->len; i++)
    print_section (printer, g_ptr_array_index (report->sections, i));
  finish_page (printer);
}

/**
 * waxseal_report_pdf_new:
 * @context: what says the language, which chooses between Chinese and Japanese letters
 *
 * Returns: (transfer full): @report as PDF, on the paper of the user's country.
 */
GBytes *
waxseal_report_pdf_new (WaxsealManifestReport *report, PangoContext *context)
{
  GByteArray *bytes = g_byte_array_new ();
  GtkPaperSize *paper = gtk_paper_size_new (NULL);
  double width = gtk_paper_size_get_width (paper, GTK_UNIT_POINTS);
  double height = gtk_paper_size_get_height (paper, GTK_UNIT_POINTS);
  cairo_surface_t *surface = cairo_pdf_surface_create_for_stream (write_cb, bytes, width, height);
  cairo_t *cairo = cairo_create (surface);
  PangoContext *own_context = pango_cairo_create_context (cairo);
  Printer printer = { cairo, own_context, width, height, MARGIN, 1 };

  gtk_paper_size_free (paper);
  pango_context_set_language (own_context, pango_context_get_language (context));
  pango_context_set_base_dir (own_context, pango_context_get_base_dir (context));
  cairo_pdf_surface_set_metadata (surface, CAIRO_PDF_METADATA_TITLE, report->title);
  print_report (&printer, report);
  g_object_unref (own_context);
  cairo_destroy (cairo);
  cairo_surface_finish (surface);
  cairo_surface_destroy (surface);
  return g_byte_array_free_to_bytes (bytes);
}
