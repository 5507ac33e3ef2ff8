/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "waxseal-manifest-node.h"

#include <string.h>

#include "waxseal-manifest-schema-model.h"
#include "waxseal-manifest-tree.h"

/** waxseal_manifest_node_get_name: Returns: (transfer none): its name without a prefix. */
const char *
waxseal_manifest_node_get_name (const xmlNode *node)
{
  return (const char *) node->name;
}

/** waxseal_manifest_node_get_uri: Returns: (transfer none): its namespace, or "". */
const char *
waxseal_manifest_node_get_uri (const xmlNode *node)
{
  return node->ns != NULL && node->ns->href != NULL ? (const char *) node->ns->href : "";
}

/** waxseal_manifest_node_is: Returns: whether @node is an element of that name and namespace. */
gboolean
waxseal_manifest_node_is (const xmlNode *node, WaxsealManifestNamespace space, const char *name)
{
  return node->type == XML_ELEMENT_NODE && waxseal_manifest_tree_is_name (node->name, name) &&
         g_str_equal (waxseal_manifest_node_get_uri (node),
                      waxseal_manifest_namespace_get_uri (space));
}

/** waxseal_manifest_attribute_get_value: Returns: (transfer none): the value. */
const char *
waxseal_manifest_attribute_get_value (const xmlAttr *attribute)
{
  const xmlNode *text = attribute->children;

  return text != NULL && text->content != NULL ? (const char *) text->content : "";
}

/** waxseal_manifest_node_get_attribute: Returns: (transfer none) (nullable): the value of an
 * attribute without a namespace. */
const char *
waxseal_manifest_node_get_attribute (const xmlNode *node, const char *name)
{
  for (const xmlAttr *attribute = node->properties; attribute != NULL; attribute = attribute->next)
    if (attribute->ns == NULL && waxseal_manifest_tree_is_name (attribute->name, name))
      return waxseal_manifest_attribute_get_value (attribute);
  return NULL;
}

/** waxseal_manifest_node_get_type: Returns: (transfer none): xsi:type without its prefix, or "". */
const char *
waxseal_manifest_node_get_type (const xmlNode *node)
{
  for (const xmlAttr *attribute = node->properties; attribute != NULL; attribute = attribute->next)
    if (attribute->ns != NULL && waxseal_manifest_tree_is_name (attribute->name, "type") &&
        g_str_equal ((const char *) attribute->ns->href, WAXSEAL_MANIFEST_XSI))
      {
        const char *value = waxseal_manifest_attribute_get_value (attribute);
        const char *colon = strchr (value, ':');

        return colon != NULL ? colon + 1 : value;
      }
  return "";
}

/** waxseal_manifest_node_dup_text: Returns: (transfer full): the text right below @node. */
char *
waxseal_manifest_node_dup_text (const xmlNode *node)
{
  GString *text = g_string_new (NULL);

  for (const xmlNode *child = node->children; child != NULL; child = child->next)
    if (child->type == XML_TEXT_NODE || child->type == XML_CDATA_SECTION_NODE)
      g_string_append (text, (const char *) child->content);
  return g_string_free (text, FALSE);
}

static xmlNode *
find_element (xmlNode *node, const char *name)
{
  while (node != NULL &&
         (node->type != XML_ELEMENT_NODE || !waxseal_manifest_tree_is_name (node->name, name)))
    node = node->next;
  return node;
}

/** waxseal_manifest_node_find_child: Returns: (transfer none) (nullable): the first of that name.
 */
xmlNode *
waxseal_manifest_node_find_child (const xmlNode *node, const char *name)
{
  return node != NULL ? find_element (node->children, name) : NULL;
}

/** waxseal_manifest_node_find_sibling: Returns: (transfer none) (nullable): the next of that name.
 */
xmlNode *
waxseal_manifest_node_find_sibling (const xmlNode *node, const char *name)
{
  return find_element (node->next, name);
}
