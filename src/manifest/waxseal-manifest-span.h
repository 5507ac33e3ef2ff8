/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <glib.h>
#include <libxml/tree.h>

#include "waxseal-manifest-document.h"

G_BEGIN_DECLS

/* Real start tags have ten. libxml2 takes a second for one with 20,000. */
#define WAXSEAL_MANIFEST_SPANS_MAX_ATTRIBUTES 256

GArray *waxseal_manifest_spans_new (const char *text, gsize length, const char **crowded);
void waxseal_manifest_spans_bind (xmlDoc *document);

G_END_DECLS
