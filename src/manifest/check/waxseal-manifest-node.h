/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Reading elements, without the copies and the searches that libxml2's own readers make. */
#pragma once

#include <glib.h>
#include <libxml/tree.h>

#include "waxseal-manifest-schema-table.h"

G_BEGIN_DECLS

#define WAXSEAL_MANIFEST_XSI "http://www.w3.org/2001/XMLSchema-instance"

const char *waxseal_manifest_node_get_name (const xmlNode *node);
const char *waxseal_manifest_node_get_uri (const xmlNode *node);
gboolean
waxseal_manifest_node_is (const xmlNode *node, WaxsealManifestNamespace space, const char *name);
const char *waxseal_manifest_node_get_attribute (const xmlNode *node, const char *name);
const char *waxseal_manifest_node_get_type (const xmlNode *node);
char *waxseal_manifest_node_dup_text (const xmlNode *node);
xmlNode *waxseal_manifest_node_find_child (const xmlNode *node, const char *name);
xmlNode *waxseal_manifest_node_find_sibling (const xmlNode *node, const char *name);
const char *waxseal_manifest_attribute_get_value (const xmlAttr *attribute);

G_END_DECLS
