/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "waxseal-cards-layout.h"

/* A card narrower than this is hard to read: then there are fewer in a row. */
#define NARROWEST_CARD 170
#define SPACING        12

/**
 * WaxsealCardsLayout:
 *
 * Cards of the same size in a row, or in as many rows as they need; below each other where there is
 * no room beside.
 */
struct _WaxsealCardsLayout
{
  GtkLayoutManager parent_instance;
};

G_DEFINE_FINAL_TYPE (WaxsealCardsLayout, waxseal_cards_layout, GTK_TYPE_LAYOUT_MANAGER)

static int
count_children (GtkWidget *widget)
{
  int n = 0;

  for (GtkWidget *child = gtk_widget_get_first_child (widget); child != NULL;
       child = gtk_widget_get_next_sibling (child))
    n++;
  return n;
}

/* As even as they go: four cards for which there is room for three stand two by two. */
static int
count_columns (GtkWidget *widget, int width)
{
  int n = count_children (widget);
  int room = MAX (1, (width + SPACING) / (NARROWEST_CARD + SPACING));
  int rows;

  if (n == 0)
    return 1;
  rows = (n + room - 1) / room;
  return (n + rows - 1) / rows;
}

static int
get_card_width (int width, int columns)
{
  return (width - (columns - 1) * SPACING) / columns;
}

static void
measure_cards (GtkWidget *widget,
               GtkOrientation orientation,
               int for_size,
               int *minimum,
               int *natural)
{
  *minimum = *natural = 0;
  for (GtkWidget *child = gtk_widget_get_first_child (widget); child != NULL;
       child = gtk_widget_get_next_sibling (child))
    {
      int child_minimum, child_natural;

      gtk_widget_measure (child, orientation, for_size, &child_minimum, &child_natural, NULL, NULL);
      *minimum = MAX (*minimum, child_minimum);
      *natural = MAX (*natural, child_natural);
    }
}

static GtkSizeRequestMode
waxseal_cards_layout_get_request_mode (GtkLayoutManager *manager, GtkWidget *widget)
{
  return GTK_SIZE_REQUEST_HEIGHT_FOR_WIDTH;
}

static void
waxseal_cards_layout_measure (GtkLayoutManager *manager,
                              GtkWidget *widget,
                              GtkOrientation orientation,
                              int for_size,
                              int *minimum,
                              int *natural,
                              int *minimum_baseline,
                              int *natural_baseline)
{
  int n = count_children (widget);
  int columns, rows;

  if (orientation == GTK_ORIENTATION_HORIZONTAL)
    {
      measure_cards (widget, orientation, -1, minimum, natural);
      *natural = n * (MAX (*natural, NARROWEST_CARD) + SPACING) - SPACING;
      *natural = MAX (*natural, *minimum);
      return;
    }
  if (for_size < 0)
    measure_cards (widget, GTK_ORIENTATION_HORIZONTAL, -1, &for_size, natural);
  columns = count_columns (widget, for_size);
  rows = (n + columns - 1) / columns;
  measure_cards (widget, orientation, get_card_width (for_size, columns), minimum, natural);
  *minimum = MAX (0, rows * (*minimum + SPACING) - SPACING);
  *natural = MAX (0, rows * (*natural + SPACING) - SPACING);
}

static void
waxseal_cards_layout_allocate (GtkLayoutManager *manager,
                               GtkWidget *widget,
                               int width,
                               int height,
                               int baseline)
{
  gboolean from_right = gtk_widget_get_direction (widget) == GTK_TEXT_DIR_RTL;
  int columns = count_columns (widget, width);
  int rows = (count_children (widget) + columns - 1) / columns;
  int card_width = get_card_width (width, columns);
  int card_height = rows > 0 ? (height - (rows - 1) * SPACING) / rows : 0;
  int i = 0;

  for (GtkWidget *child = gtk_widget_get_first_child (widget); child != NULL;
       child = gtk_widget_get_next_sibling (child), i++)
    {
      int column = from_right ? columns - 1 - i % columns : i % columns;
      GtkAllocation place = { column * (card_width + SPACING),
                              i / columns * (card_height + SPACING),
                              card_width,
                              card_height };

      gtk_widget_size_allocate (child, &place, -1);
    }
}

static void
waxseal_cards_layout_class_init (WaxsealCardsLayoutClass *klass)
{
  GtkLayoutManagerClass *layout_class = GTK_LAYOUT_MANAGER_CLASS (klass);

  layout_class->get_request_mode = waxseal_cards_layout_get_request_mode;
  layout_class->measure = waxseal_cards_layout_measure;
  layout_class->allocate = waxseal_cards_layout_allocate;
}

static void
waxseal_cards_layout_init (WaxsealCardsLayout *self)
{
}
