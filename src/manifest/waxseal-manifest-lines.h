/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

GArray *waxseal_manifest_lines_new (const char *text);
guint waxseal_manifest_lines_find (GArray *lines, gsize offset);
void waxseal_manifest_lines_locate (GArray *lines,
                                    const char *text,
                                    gsize offset,
                                    guint *line,
                                    guint *column);

G_END_DECLS
