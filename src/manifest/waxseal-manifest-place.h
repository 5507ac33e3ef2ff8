/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <glib.h>
#include <libxml/tree.h>

G_BEGIN_DECLS

/* WaxsealManifestPlace: where a value stands; "attribute" is NULL for the text in the element. */
typedef struct
{
  xmlNode *node;
  const char *attribute;
} WaxsealManifestPlace;

char *waxseal_manifest_place_dup_value (const WaxsealManifestPlace *place);
gboolean waxseal_manifest_place_follows (GArray *places, guint index, const char *base);

G_END_DECLS
