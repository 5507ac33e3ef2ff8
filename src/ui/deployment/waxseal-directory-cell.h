/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gtk/gtk.h>

#include "waxseal-directory-search.h"

G_BEGIN_DECLS

#define WAXSEAL_TYPE_DIRECTORY_CELL (waxseal_directory_cell_get_type ())
G_DECLARE_FINAL_TYPE (WaxsealDirectoryCell, waxseal_directory_cell, WAXSEAL, DIRECTORY_CELL, GtkBox)

void waxseal_directory_cell_show (WaxsealDirectoryCell *self,
                                  WaxsealDirectoryKind kind,
                                  WaxsealDirectoryEntry *entry,
                                  gboolean added);

G_END_DECLS
