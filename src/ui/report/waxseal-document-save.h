/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gtk/gtk.h>

#include "waxseal-document.h"

G_BEGIN_DECLS

void waxseal_document_save (GtkWindow *parent,
                            const char *title,
                            const char *file_name,
                            WaxsealDocument *document,
                            const char *format);

G_END_DECLS
