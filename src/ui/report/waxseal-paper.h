/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gtk/gtk.h>

G_BEGIN_DECLS

/** WaxsealPaper: what a document is printed on, in points, and whose letters it has: the language
 * chooses between Chinese and Japanese ones. */
typedef struct
{
  double width;
  double height;
  PangoLanguage *language;
  PangoDirection direction;
} WaxsealPaper;

void waxseal_paper_init (WaxsealPaper *self, GtkWidget *widget);

G_END_DECLS
