/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "waxseal-paper.h"

/** waxseal_paper_init: Takes the paper of the user's country, and the language of @widget. */
void
waxseal_paper_init (WaxsealPaper *self, GtkWidget *widget)
{
  PangoContext *context = gtk_widget_get_pango_context (widget);
  GtkPaperSize *size = gtk_paper_size_new (NULL);

  self->width = gtk_paper_size_get_width (size, GTK_UNIT_POINTS);
  self->height = gtk_paper_size_get_height (size, GTK_UNIT_POINTS);
  self->language = pango_context_get_language (context);
  self->direction = pango_context_get_base_dir (context);
  gtk_paper_size_free (size);
}
