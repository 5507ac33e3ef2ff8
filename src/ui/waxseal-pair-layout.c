/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "waxseal-pair-layout.h"

/* Narrower than this, the children stand below each other. */
#define WIDTH_SIDE_BY_SIDE 600

/**
 * WaxsealPairLayout:
 *
 * Gives the children of a widget equal shares: of the width where there is enough, else of the
 * height.
 */
struct _WaxsealPairLayout
{
  GtkLayoutManager parent_instance;
};

G_DEFINE_FINAL_TYPE (WaxsealPairLayout, waxseal_pair_layout, GTK_TYPE_LAYOUT_MANAGER)

static GtkSizeRequestMode
waxseal_pair_layout_get_request_mode (GtkLayoutManager *manager, GtkWidget *widget)
{
  return GTK_SIZE_REQUEST_CONSTANT_SIZE;
}

/* As small as the children can be below each other, so that nothing forces a width. */
static void
waxseal_pair_layout_measure (GtkLayoutManager *manager,
                             GtkWidget *widget,
                             GtkOrientation orientation,
                             int for_size,
                             int *minimum,
                             int *natural,
                             int *minimum_baseline,
                             int *natural_baseline)
{
  *minimum = *natural = 0;
  for (GtkWidget *child = gtk_widget_get_first_child (widget); child != NULL;
       child = gtk_widget_get_next_sibling (child))
    {
      int child_minimum, child_natural;

      gtk_widget_measure (child, orientation, -1, &child_minimum, &child_natural, NULL, NULL);
      if (orientation == GTK_ORIENTATION_VERTICAL)
        {
          *minimum += child_minimum;
          *natural += child_natural;
          continue;
        }
      *minimum = MAX (*minimum, child_minimum);
      *natural += child_natural;
    }
}

static void
waxseal_pair_layout_allocate (GtkLayoutManager *manager,
                              GtkWidget *widget,
                              int width,
                              int height,
                              int baseline)
{
  gboolean side_by_side = width >= WIDTH_SIDE_BY_SIDE;
  gboolean from_right = gtk_widget_get_direction (widget) == GTK_TEXT_DIR_RTL;
  int n = 0, i = 0;

  for (GtkWidget *child = gtk_widget_get_first_child (widget); child != NULL;
       child = gtk_widget_get_next_sibling (child))
    n++;
  for (GtkWidget *child = gtk_widget_get_first_child (widget); child != NULL;
       child = gtk_widget_get_next_sibling (child), i++)
    {
      int place = from_right ? n - 1 - i : i;
      GtkAllocation share = { 0, height * i / n, width, height * (i + 1) / n - height * i / n };

      if (side_by_side)
        share = (GtkAllocation){
          width * place / n, 0, width * (place + 1) / n - width * place / n, height
        };
      gtk_widget_size_allocate (child, &share, -1);
    }
}

static void
waxseal_pair_layout_class_init (WaxsealPairLayoutClass *klass)
{
  GtkLayoutManagerClass *layout_class = GTK_LAYOUT_MANAGER_CLASS (klass);

  layout_class->get_request_mode = waxseal_pair_layout_get_request_mode;
  layout_class->measure = waxseal_pair_layout_measure;
  layout_class->allocate = waxseal_pair_layout_allocate;
}

static void
waxseal_pair_layout_init (WaxsealPairLayout *self)
{
}
