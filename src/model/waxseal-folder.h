/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

int waxseal_folder_lock (const char *folder, int operation);
gboolean waxseal_folder_move (int from_folder, const char *from, int to_folder, const char *to);

G_END_DECLS
