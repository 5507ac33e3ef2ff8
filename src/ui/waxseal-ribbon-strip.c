/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "waxseal-ribbon-strip.h"

/**
 * WaxsealRibbonStrip:
 *
 * Widgets in a row, as on a toolbar: where there is not enough room, the optional ones give way,
 * the last one first. One that expands takes the room that is left.
 */
struct _WaxsealRibbonStrip
{
  GtkWidget parent_instance;
};

#define SPACING 6

G_DEFINE_FINAL_TYPE (WaxsealRibbonStrip, waxseal_ribbon_strip, GTK_TYPE_WIDGET)

static gboolean
is_optional (GtkWidget *child)
{
  return g_object_get_data (G_OBJECT (child), "waxseal-optional") != NULL;
}

static void
measure_row (GtkWidget *widget, int *minimum, int *natural)
{
  int n_all = 0, n_needed = 0;
  GtkWidget *child;

  for (child = gtk_widget_get_first_child (widget); child != NULL;
       child = gtk_widget_get_next_sibling (child))
    {
      int child_minimum, child_natural;

      if (!gtk_widget_should_layout (child))
        continue;
      gtk_widget_measure (
        child, GTK_ORIENTATION_HORIZONTAL, -1, &child_minimum, &child_natural, NULL, NULL);
      *natural += child_natural + (n_all++ > 0 ? SPACING : 0);
      if (!is_optional (child))
        *minimum += child_minimum + (n_needed++ > 0 ? SPACING : 0);
    }
}

static void
waxseal_ribbon_strip_measure (GtkWidget *widget,
                              GtkOrientation orientation,
                              int for_size,
                              int *minimum,
                              int *natural,
                              int *minimum_baseline,
                              int *natural_baseline)
{
  GtkWidget *child;

  *minimum = *natural = 0;
  if (orientation == GTK_ORIENTATION_HORIZONTAL)
    {
      measure_row (widget, minimum, natural);
      return;
    }
  for (child = gtk_widget_get_first_child (widget); child != NULL;
       child = gtk_widget_get_next_sibling (child))
    {
      int child_minimum = 0, child_natural = 0;

      if (gtk_widget_should_layout (child))
        gtk_widget_measure (child, orientation, -1, &child_minimum, &child_natural, NULL, NULL);
      *natural = MAX (*natural, child_natural);
    }
  *minimum = *natural;
}

/* What the children that stay get; a child that is dropped gets -1. */
static void
share_width (GArray *sizes, GPtrArray *children, int width)
{
  int left = width - SPACING * MAX (0, (int) children->len - 1);
  guint i, n_expanding = 0;

  for (i = 0; i < children->len; i++)
    left -= g_array_index (sizes, GtkRequestedSize, i).natural_size;
  for (i = children->len; i-- > 0 && left < 0;)
    if (is_optional (g_ptr_array_index (children, i)))
      {
        GtkRequestedSize *size = &g_array_index (sizes, GtkRequestedSize, i);

        left += size->natural_size + SPACING;
        size->minimum_size = -1;
      }
  for (i = 0; i < children->len; i++)
    n_expanding += gtk_widget_get_hexpand (g_ptr_array_index (children, i)) ? 1 : 0;

  /* What is left to shrink is the last ones: they are the add-in's, which scroll. */
  for (i = children->len; i-- > 0;)
    {
      GtkRequestedSize *size = &g_array_index (sizes, GtkRequestedSize, i);
      int missing;

      if (size->minimum_size < 0)
        continue;
      missing = left < 0 ? MIN (-left, size->natural_size - size->minimum_size) : 0;
      left += missing;
      size->minimum_size = size->natural_size - missing;
      if (left > 0 && gtk_widget_get_hexpand (g_ptr_array_index (children, i)))
        size->minimum_size += left / n_expanding;
    }
}

static void
waxseal_ribbon_strip_size_allocate (GtkWidget *widget, int width, int height, int baseline)
{
  g_autoptr (GPtrArray) children = g_ptr_array_new ();
  g_autoptr (GArray) sizes = g_array_new (FALSE, TRUE, sizeof (GtkRequestedSize));
  gboolean is_mirrored = gtk_widget_get_direction (widget) == GTK_TEXT_DIR_RTL;
  GtkWidget *child;
  guint i;
  int x = 0;

  for (child = gtk_widget_get_first_child (widget); child != NULL;
       child = gtk_widget_get_next_sibling (child))
    {
      GtkRequestedSize size = { child, 0, 0 };

      if (!gtk_widget_should_layout (child))
        continue;
      gtk_widget_measure (
        child, GTK_ORIENTATION_HORIZONTAL, -1, &size.minimum_size, &size.natural_size, NULL, NULL);
      g_ptr_array_add (children, child);
      g_array_append_val (sizes, size);
    }
  share_width (sizes, children, width);

  for (i = 0; i < children->len; i++)
    {
      int size = g_array_index (sizes, GtkRequestedSize, i).minimum_size;
      GtkAllocation place = { is_mirrored ? width - x - size : x, 0, size, height };

      child = g_ptr_array_index (children, i);
      gtk_widget_set_child_visible (child, size >= 0);
      if (size < 0)
        continue;
      gtk_widget_size_allocate (child, &place, -1);
      x += size + SPACING;
    }
}

static void
waxseal_ribbon_strip_dispose (GObject *object)
{
  waxseal_ribbon_strip_clear (WAXSEAL_RIBBON_STRIP (object));
  G_OBJECT_CLASS (waxseal_ribbon_strip_parent_class)->dispose (object);
}

static void
waxseal_ribbon_strip_class_init (WaxsealRibbonStripClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = waxseal_ribbon_strip_dispose;
  widget_class->measure = waxseal_ribbon_strip_measure;
  widget_class->size_allocate = waxseal_ribbon_strip_size_allocate;
  gtk_widget_class_set_accessible_role (widget_class, GTK_ACCESSIBLE_ROLE_GROUP);
}

static void
waxseal_ribbon_strip_init (WaxsealRibbonStrip *self)
{
  gtk_widget_set_overflow (GTK_WIDGET (self), GTK_OVERFLOW_HIDDEN);
}

/** waxseal_ribbon_strip_append: @child: (transfer floating): put behind the others. */
void
waxseal_ribbon_strip_append (WaxsealRibbonStrip *self, GtkWidget *child, gboolean is_optional)
{
  if (is_optional)
    g_object_set_data (G_OBJECT (child), "waxseal-optional", child);
  gtk_widget_set_parent (child, GTK_WIDGET (self));
}

/** waxseal_ribbon_strip_clear: Removes all its children. */
void
waxseal_ribbon_strip_clear (WaxsealRibbonStrip *self)
{
  GtkWidget *child;

  while ((child = gtk_widget_get_first_child (GTK_WIDGET (self))) != NULL)
    gtk_widget_unparent (child);
}
