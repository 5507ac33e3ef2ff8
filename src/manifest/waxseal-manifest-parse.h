/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <glib.h>
#include <libxml/tree.h>

G_BEGIN_DECLS

xmlDoc *waxseal_manifest_parse (const char *text, GArray *lines, GPtrArray *problems);

G_END_DECLS
