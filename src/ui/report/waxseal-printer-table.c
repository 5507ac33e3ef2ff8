/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Tables on paper: the head is repeated on each page, and a row that is higher than a page goes on
 * on the next. */
#include <glib/gi18n.h>

#include "waxseal-printer.h"

#define MAX_COLUMNS 8
#define COLUMN_GAP  10
#define ROW_PADDING 2.2
#define MIN_ROOM    20

/** Table: a block on its way to paper; @lines are what is left of the row, -1 for nothing. */
typedef struct
{
  WaxsealPrinter *printer;
  const WaxsealDocumentBlock *block;
  double x[MAX_COLUMNS];
  double width[MAX_COLUMNS];
  double head_height;
} Table;

typedef struct
{
  PangoLayout *layouts[MAX_COLUMNS];
  WaxsealPrinterInk inks[MAX_COLUMNS];
  int lines[MAX_COLUMNS];
  guint n;
} Row;

static const WaxsealPrinterInk mark_inks[] = {
  [WAXSEAL_MARK_NONE] = WAXSEAL_INK_TEXT,         [WAXSEAL_MARK_VERIFIED] = WAXSEAL_INK_VERIFIED,
  [WAXSEAL_MARK_DECLARED] = WAXSEAL_INK_DECLARED, [WAXSEAL_MARK_ASSUMED] = WAXSEAL_INK_WARNING,
  [WAXSEAL_MARK_PLANNED] = WAXSEAL_INK_DECLARED,  [WAXSEAL_MARK_UNKNOWN] = WAXSEAL_INK_SOFT,
  [WAXSEAL_MARK_STALE] = WAXSEAL_INK_WARNING,     [WAXSEAL_MARK_ATTENTION] = WAXSEAL_INK_BAD,
  [WAXSEAL_MARK_HINT] = WAXSEAL_INK_DECLARED,
};

static void
row_clear (Row *row)
{
  for (guint i = 0; i < row->n; i++)
    g_object_unref (row->layouts[i]);
}

G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (Row, row_clear)

static void
place_columns (Table *table)
{
  const WaxsealDocumentBlock *block = table->block;
  double inner = table->printer->width - 2 * WAXSEAL_PRINTER_MARGIN;
  double x = WAXSEAL_PRINTER_MARGIN;
  guint sum = 0;

  for (guint i = 0; i < block->n_columns; i++)
    sum += block->columns[i].weight;
  for (guint i = 0; i < block->n_columns; i++)
    {
      double width = inner * block->columns[i].weight / sum;

      table->x[i] = x;
      table->width[i] = width - (i + 1 < block->n_columns ? COLUMN_GAP : 0);
      x += width;
    }
}

static void
add_cell (Table *table, Row *row, const char *text, WaxsealPrinterFont font, WaxsealPrinterInk ink)
{
  row->layouts[row->n] =
    waxseal_printer_create_layout (table->printer, text, font, table->width[row->n]);
  row->inks[row->n] = ink;
  row->lines[row->n] = 0;
  row->n++;
}

static double
get_height (Row *row)
{
  double height = 0;

  for (guint i = 0; i < row->n; i++)
    {
      int layout_height;

      pango_layout_get_size (row->layouts[i], NULL, &layout_height);
      height = MAX (height, (double) layout_height / PANGO_SCALE);
    }
  return height;
}

/* Draws what fits. Returns: whether something is left. */
static gboolean
draw_part (Table *table, Row *row, double room)
{
  WaxsealPrinter *printer = table->printer;
  gboolean left = FALSE;
  double used = 0;

  printer->y += ROW_PADDING;
  for (guint i = 0; i < row->n; i++)
    {
      double height;

      if (row->lines[i] < 0)
        continue;
      waxseal_printer_use_ink (printer, row->inks[i]);
      height =
        waxseal_printer_draw_lines (printer, row->layouts[i], &row->lines[i], table->x[i], room);
      used = MAX (used, height);
      left = left || row->lines[i] >= 0;
    }
  printer->y += used + ROW_PADDING;
  return left;
}

static void
create_head (Table *table, Row *row)
{
  for (guint i = 0; i < table->block->n_columns; i++)
    add_cell (
      table, row, _ (table->block->columns[i].title), WAXSEAL_PRINTER_COLUMN, WAXSEAL_INK_SOFT);
}

static void
print_head (Table *table)
{
  WaxsealPrinter *printer = table->printer;
  g_auto (Row) row = { .n = 0 };

  create_head (table, &row);
  waxseal_printer_use_ink (printer, WAXSEAL_INK_HEAD);
  cairo_rectangle (printer->cairo,
                   WAXSEAL_PRINTER_MARGIN,
                   printer->y,
                   printer->width - 2 * WAXSEAL_PRINTER_MARGIN,
                   table->head_height);
  cairo_fill (printer->cairo);
  draw_part (table, &row, table->head_height);
}

static void
turn_page (Table *table)
{
  waxseal_printer_make_room (table->printer, G_MAXDOUBLE);
  print_head (table);
}

static void
create_row (Table *table, Row *row, GPtrArray *cells)
{
  for (guint i = 0; i < cells->len; i++)
    {
      const WaxsealDocumentCell *cell = g_ptr_array_index (cells, i);
      gboolean is_marked = cell->mark != WAXSEAL_MARK_NONE;
      g_autofree char *text =
        is_marked ? g_strdup_printf ("%s %s", waxseal_mark_get_symbol (cell->mark), cell->text)
                  : NULL;

      if (is_marked)
        add_cell (table, row, text, WAXSEAL_PRINTER_MARK, mark_inks[cell->mark]);
      else
        add_cell (table,
                  row,
                  cell->text,
                  WAXSEAL_PRINTER_CELL,
                  i == 0 ? WAXSEAL_INK_SOFT : WAXSEAL_INK_TEXT);
    }
}

/* Whether the row belongs on the next page; one that is higher than a page begins on this one. */
static gboolean
wants_page (Table *table, Row *row, double room)
{
  double height = get_height (row) + 2 * ROW_PADDING;

  return height > room &&
         height <= waxseal_printer_get_full_room (table->printer) - table->head_height;
}

static void
print_row (Table *table, GPtrArray *cells)
{
  WaxsealPrinter *printer = table->printer;
  g_auto (Row) row = { .n = 0 };

  create_row (table, &row, cells);
  if (wants_page (table, &row, waxseal_printer_get_room (printer)))
    turn_page (table);
  waxseal_printer_draw_rule (printer, WAXSEAL_INK_LINE, 0.5);
  while (draw_part (table, &row, waxseal_printer_get_room (printer) - 2 * ROW_PADDING))
    turn_page (table);
}

/* A head does not stand alone at the foot of a page. */
static void
make_room_for_head (Table *table)
{
  g_auto (Row) row = { .n = 0 };
  double room = waxseal_printer_get_room (table->printer) - table->head_height;

  if (table->block->rows->len > 0)
    create_row (table, &row, g_ptr_array_index (table->block->rows, 0));
  if (room < MIN_ROOM || wants_page (table, &row, room))
    waxseal_printer_make_room (table->printer, G_MAXDOUBLE);
}

/** waxseal_printer_print_table: Prints a table, on as many pages as it needs. */
void
waxseal_printer_print_table (WaxsealPrinter *self, const WaxsealDocumentBlock *block)
{
  Table table = { self, block };
  g_auto (Row) head = { .n = 0 };

  g_return_if_fail (block->n_columns <= MAX_COLUMNS);

  place_columns (&table);
  create_head (&table, &head);
  table.head_height = get_height (&head) + 2 * ROW_PADDING;
  make_room_for_head (&table);
  print_head (&table);
  for (guint i = 0; i < block->rows->len; i++)
    print_row (&table, g_ptr_array_index (block->rows, i));
  self->y += 8;
}
