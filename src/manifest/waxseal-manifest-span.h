/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <glib.h>
#include <libxml/tree.h>

#include "waxseal-manifest-document.h"

G_BEGIN_DECLS

GArray *waxseal_manifest_spans_new (xmlDoc *document, const char *text);

G_END_DECLS
