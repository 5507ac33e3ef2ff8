/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "waxseal-natural-layout.h"

/**
 * WaxsealNaturalLayout:
 *
 * Gives its widget's one child the height that it likes to have, and never less. A page that
 * scrolls gives its content the least height, and to a list that scrolls inside it that is a single
 * row; and a scrolled window does not ask how high its content is at its width.
 */
struct _WaxsealNaturalLayout
{
  GtkLayoutManager parent_instance;
};

G_DEFINE_FINAL_TYPE (WaxsealNaturalLayout, waxseal_natural_layout, GTK_TYPE_LAYOUT_MANAGER)

static GtkSizeRequestMode
waxseal_natural_layout_get_request_mode (GtkLayoutManager *manager, GtkWidget *widget)
{
  return GTK_SIZE_REQUEST_HEIGHT_FOR_WIDTH;
}

static int
measure_height (GtkWidget *widget, int width)
{
  int natural;

  gtk_widget_measure (widget, GTK_ORIENTATION_VERTICAL, width, NULL, &natural, NULL, NULL);
  return natural;
}

/* A list view does not ask its rows how high they are at its width either. It has no more rows than
 * are about to be seen. */
static int
measure_rows (GtkWidget *list, int width)
{
  int height = 0;

  for (GtkWidget *row = gtk_widget_get_first_child (list); row != NULL;
       row = gtk_widget_get_next_sibling (row))
    if (gtk_widget_should_layout (row))
      height += measure_height (row, width);
  return height;
}

/* With all of its content, up to what it wants at most. */
static int
measure_scrolled (GtkScrolledWindow *scrolled, int width)
{
  GtkWidget *content = gtk_scrolled_window_get_child (scrolled);
  int most = gtk_scrolled_window_get_max_content_height (scrolled);
  int height = measure_height (content, width);

  if (GTK_IS_LIST_VIEW (content))
    height = MAX (height, measure_rows (content, width));
  return most >= 0 ? MIN (height, most) : height;
}

static void
waxseal_natural_layout_measure (GtkLayoutManager *manager,
                                GtkWidget *widget,
                                GtkOrientation orientation,
                                int for_size,
                                int *minimum,
                                int *natural,
                                int *minimum_baseline,
                                int *natural_baseline)
{
  GtkWidget *child = gtk_widget_get_first_child (widget);

  *minimum = 0;
  *natural = 0;
  if (child == NULL || !gtk_widget_should_layout (child))
    return;
  gtk_widget_measure (child, orientation, for_size, minimum, natural, NULL, NULL);
  if (orientation == GTK_ORIENTATION_HORIZONTAL)
    return;
  if (GTK_IS_SCROLLED_WINDOW (child))
    *natural = MAX (*minimum, measure_scrolled (GTK_SCROLLED_WINDOW (child), for_size));
  *minimum = *natural;
}

static void
waxseal_natural_layout_allocate (GtkLayoutManager *manager,
                                 GtkWidget *widget,
                                 int width,
                                 int height,
                                 int baseline)
{
  GtkWidget *child = gtk_widget_get_first_child (widget);

  if (child != NULL && gtk_widget_should_layout (child))
    gtk_widget_allocate (child, width, height, baseline, NULL);
}

static void
waxseal_natural_layout_class_init (WaxsealNaturalLayoutClass *klass)
{
  GtkLayoutManagerClass *layout_class = GTK_LAYOUT_MANAGER_CLASS (klass);

  layout_class->get_request_mode = waxseal_natural_layout_get_request_mode;
  layout_class->measure = waxseal_natural_layout_measure;
  layout_class->allocate = waxseal_natural_layout_allocate;
}

static void
waxseal_natural_layout_init (WaxsealNaturalLayout *self)
{
}
