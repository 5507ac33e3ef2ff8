/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <glib.h>
#include <libxml/tree.h>

G_BEGIN_DECLS

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
