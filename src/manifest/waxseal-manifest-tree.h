/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <glib.h>
#include <libxml/tree.h>
#include <string.h>

G_BEGIN_DECLS

/** waxseal_manifest_tree_is_name: Returns: whether they are equal. The first letter nearly always
 * tells, so that most of the names in a manifest are never called for. */
static inline gboolean
waxseal_manifest_tree_is_name (const xmlChar *name, const char *other)
{
  return (char) *name == *other && strcmp ((const char *) name, other) == 0;
}

gboolean waxseal_manifest_tree_is (xmlNode *node, const char *name);
xmlNode *waxseal_manifest_tree_find_child (xmlNode *node, const char *name);
xmlNode *waxseal_manifest_tree_find_path (xmlNode *node, const char *const *names);
xmlNode *waxseal_manifest_tree_next (xmlNode *node, xmlNode *top);
xmlNode *waxseal_manifest_tree_next_own (xmlNode *node, xmlNode *top);
char *waxseal_manifest_tree_dup_attribute (xmlNode *node, const char *name);
char *waxseal_manifest_tree_dup_text (xmlNode *node);
gboolean waxseal_manifest_tree_has_attribute (xmlNode *node, const char *name, const char *value);

GPtrArray *waxseal_manifest_tree_list_overrides (xmlNode *root);
xmlNode *waxseal_manifest_tree_find_button (xmlNode *version_overrides);
xmlNode *waxseal_manifest_tree_find_resource (xmlNode *version_overrides, xmlNode *reference);

G_END_DECLS
