/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "waxseal-scroll-link.h"

/**
 * WaxsealScrollLink:
 *
 * Two views of text, of which one scrolls as the other does: to the line that corresponds. Lines
 * that were named are side by side; those between two of them are shared out.
 */
struct _WaxsealScrollLink
{
  GObject parent_instance;

  GtkTextView *views[2]; /* not owned: the link goes with the widget that has them */
  GArray *anchors;       /* of Anchor, ascending */
  gboolean is_following;
};

/** Anchor: two lines that correspond, counted from 0. */
typedef struct
{
  double lines[2];
} Anchor;

G_DEFINE_FINAL_TYPE (WaxsealScrollLink, waxseal_scroll_link, G_TYPE_OBJECT)

static void
waxseal_scroll_link_finalize (GObject *object)
{
  g_array_unref (WAXSEAL_SCROLL_LINK (object)->anchors);
  G_OBJECT_CLASS (waxseal_scroll_link_parent_class)->finalize (object);
}

static void
waxseal_scroll_link_class_init (WaxsealScrollLinkClass *klass)
{
  G_OBJECT_CLASS (klass)->finalize = waxseal_scroll_link_finalize;
}

static void
waxseal_scroll_link_init (WaxsealScrollLink *self)
{
  self->anchors = g_array_new (FALSE, FALSE, sizeof (Anchor));
}

/* The line at the upper edge, with how much of it is above. */
static double
get_line (GtkTextView *view, double y)
{
  GtkTextIter iter;
  int top, height;

  gtk_text_view_get_line_at_y (view, &iter, (int) y, &top);
  gtk_text_view_get_line_yrange (view, &iter, &top, &height);
  return gtk_text_iter_get_line (&iter) + (height > 0 ? CLAMP ((y - top) / height, 0, 1) : 0);
}

static double
get_y (GtkTextView *view, double line)
{
  GtkTextIter iter;
  int top, height;

  gtk_text_buffer_get_iter_at_line (gtk_text_view_get_buffer (view), &iter, (int) line);
  gtk_text_view_get_line_yrange (view, &iter, &top, &height);
  return top + (line - (int) line) * height;
}

static double
translate (WaxsealScrollLink *self, int from, double line)
{
  Anchor before = { { 0, 0 } };

  for (guint i = 0; i < self->anchors->len; i++)
    {
      Anchor after = g_array_index (self->anchors, Anchor, i);
      double length = after.lines[from] - before.lines[from];

      if (line <= after.lines[from] && length > 0)
        return before.lines[!from] +
               (line - before.lines[from]) * (after.lines[!from] - before.lines[!from]) / length;
      before = after;
    }
  return before.lines[!from] + line - before.lines[from];
}

static void
follow (WaxsealScrollLink *self, int from)
{
  GtkScrollable *source = GTK_SCROLLABLE (self->views[from]);
  GtkScrollable *target = GTK_SCROLLABLE (self->views[!from]);
  double line;

  /* Setting the other one comes back here. */
  if (self->is_following)
    return;
  self->is_following = TRUE;
  line = get_line (self->views[from],
                   gtk_adjustment_get_value (gtk_scrollable_get_vadjustment (source)));
  gtk_adjustment_set_value (gtk_scrollable_get_vadjustment (target),
                            get_y (self->views[!from], translate (self, from, line)));
  self->is_following = FALSE;
}

static void
first_scrolled_cb (WaxsealScrollLink *self)
{
  follow (self, 0);
}

static void
second_scrolled_cb (WaxsealScrollLink *self)
{
  follow (self, 1);
}

/** waxseal_scroll_link_new: Returns: (transfer full): a link between the two, which are to be in
 * their scrolled windows already, and to live as long. */
WaxsealScrollLink *
waxseal_scroll_link_new (GtkTextView *first, GtkTextView *second)
{
  WaxsealScrollLink *self = g_object_new (WAXSEAL_TYPE_SCROLL_LINK, NULL);

  self->views[0] = first;
  self->views[1] = second;
  g_signal_connect_object (gtk_scrollable_get_vadjustment (GTK_SCROLLABLE (first)),
                           "value-changed",
                           G_CALLBACK (first_scrolled_cb),
                           self,
                           G_CONNECT_SWAPPED);
  g_signal_connect_object (gtk_scrollable_get_vadjustment (GTK_SCROLLABLE (second)),
                           "value-changed",
                           G_CALLBACK (second_scrolled_cb),
                           self,
                           G_CONNECT_SWAPPED);
  return self;
}

/** waxseal_scroll_link_clear: Forgets which lines correspond: each does with that of its number. */
void
waxseal_scroll_link_clear (WaxsealScrollLink *self)
{
  g_array_set_size (self->anchors, 0);
}

/** waxseal_scroll_link_add: Has these two lines, behind all of before, stand side by side. */
void
waxseal_scroll_link_add (WaxsealScrollLink *self, int first_line, int second_line)
{
  Anchor anchor = { { first_line, second_line } };

  g_array_append_val (self->anchors, anchor);
}
