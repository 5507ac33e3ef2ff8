/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Finding one's way in the elements of a manifest. Names are local names: which namespace an
 * element should have is a question for the check. */
#include "waxseal-manifest-tree.h"

/* The button that the add-in is known by: the first that is found. "surface" and "type" are values
 * of xsi:type, NULL for any. */
static const struct
{
  const char *surface;
  const char *type;
} button_wishes[] = {
  { "MessageComposeCommandSurface", "Button" },
  { "MessageComposeCommandSurface", NULL },
  { NULL, "Button" },
  { NULL, NULL },
};

/** waxseal_manifest_tree_is: @node: (nullable): Returns: whether it is an element of that name. */
gboolean
waxseal_manifest_tree_is (xmlNode *node, const char *name)
{
  return node != NULL && node->type == XML_ELEMENT_NODE &&
         g_strcmp0 ((const char *) node->name, name) == 0;
}

/** waxseal_manifest_tree_find_child: @node: (nullable): Returns: (nullable): the first one. */
xmlNode *
waxseal_manifest_tree_find_child (xmlNode *node, const char *name)
{
  xmlNode *child = node != NULL ? xmlFirstElementChild (node) : NULL;

  while (child != NULL && !waxseal_manifest_tree_is (child, name))
    child = xmlNextElementSibling (child);
  return child;
}

/** waxseal_manifest_tree_find_path: @names: child, grandchild and so on; %NULL ends them. */
xmlNode *
waxseal_manifest_tree_find_path (xmlNode *node, const char *const *names)
{
  for (; *names != NULL; names++)
    node = waxseal_manifest_tree_find_child (node, *names);
  return node;
}

static xmlNode *
next_behind (xmlNode *node, xmlNode *top)
{
  for (; node != top; node = node->parent)
    {
      xmlNode *next = xmlNextElementSibling (node);

      if (next != NULL)
        return next;
    }
  return NULL;
}

/** waxseal_manifest_tree_next: Returns: (nullable): the next element below @top, in text order. */
xmlNode *
waxseal_manifest_tree_next (xmlNode *node, xmlNode *top)
{
  xmlNode *child = xmlFirstElementChild (node);

  return child != NULL ? child : next_behind (node, top);
}

/**
 * waxseal_manifest_tree_next_own:
 * @top: a VersionOverrides element, or anything else
 *
 * Returns: (nullable): like waxseal_manifest_tree_next(), but without what is inside a
 *   VersionOverrides element below @top.
 */
xmlNode *
waxseal_manifest_tree_next_own (xmlNode *node, xmlNode *top)
{
  xmlNode *next = waxseal_manifest_tree_next (node, top);

  while (next != NULL && waxseal_manifest_tree_is (next, "VersionOverrides"))
    next = next_behind (next, top);
  return next;
}

/** waxseal_manifest_tree_dup_attribute: Returns: (transfer full) (nullable): its value. */
char *
waxseal_manifest_tree_dup_attribute (xmlNode *node, const char *name)
{
  xmlChar *value = xmlGetNoNsProp (node, (const xmlChar *) name);
  char *copy = g_strdup ((const char *) value);

  xmlFree (value);
  return copy;
}

/** waxseal_manifest_tree_dup_text: Returns: (transfer full): the text inside @node. */
char *
waxseal_manifest_tree_dup_text (xmlNode *node)
{
  xmlChar *content = xmlNodeGetContent (node);
  char *copy = g_strdup (content != NULL ? (const char *) content : "");

  xmlFree (content);
  return copy;
}

/** waxseal_manifest_tree_has_attribute: Returns: whether it is there, with that value. */
gboolean
waxseal_manifest_tree_has_attribute (xmlNode *node, const char *name, const char *value)
{
  xmlChar *found = xmlGetProp (node, (const xmlChar *) name);
  gboolean same = g_strcmp0 ((const char *) found, value) == 0;

  xmlFree (found);
  return same;
}

/**
 * waxseal_manifest_tree_list_overrides:
 * @root: the OfficeApp element
 *
 * Returns: (transfer container) (element-type xmlNode): the VersionOverrides elements, the
 * innermost first, as clients that know it take that one alone (manifest.md, rule 26).
 */
GPtrArray *
waxseal_manifest_tree_list_overrides (xmlNode *root)
{
  GPtrArray *overrides = g_ptr_array_new ();
  xmlNode *node = waxseal_manifest_tree_find_child (root, "VersionOverrides");

  for (; node != NULL; node = waxseal_manifest_tree_find_child (node, "VersionOverrides"))
    g_ptr_array_insert (overrides, 0, node);
  return overrides;
}

static gboolean
stands_in_surface (xmlNode *control, xmlNode *top, const char *surface)
{
  xmlNode *node;

  for (node = control; surface != NULL && node != top; node = node->parent)
    if (waxseal_manifest_tree_is (node, "ExtensionPoint"))
      return waxseal_manifest_tree_has_attribute (node, "type", surface);
  return surface == NULL;
}

/** waxseal_manifest_tree_find_button: Returns: (nullable): its Control that people see first. */
xmlNode *
waxseal_manifest_tree_find_button (xmlNode *version_overrides)
{
  xmlNode *node;
  gsize i;

  for (i = 0; i < G_N_ELEMENTS (button_wishes); i++)
    for (node = version_overrides; node != NULL;
         node = waxseal_manifest_tree_next_own (node, version_overrides))
      if (waxseal_manifest_tree_is (node, "Control") &&
          stands_in_surface (node, version_overrides, button_wishes[i].surface) &&
          (button_wishes[i].type == NULL ||
           waxseal_manifest_tree_has_attribute (node, "type", button_wishes[i].type)))
        return node;
  return NULL;
}

static xmlNode *
find_by_id (xmlNode *resources, const char *name, const char *id)
{
  xmlNode *list, *node;

  if (resources == NULL)
    return NULL;
  for (list = xmlFirstElementChild (resources); list != NULL; list = xmlNextElementSibling (list))
    for (node = xmlFirstElementChild (list); node != NULL; node = xmlNextElementSibling (node))
      if (waxseal_manifest_tree_is (node, name) &&
          waxseal_manifest_tree_has_attribute (node, "id", id))
        return node;
  return NULL;
}

/**
 * waxseal_manifest_tree_find_resource:
 * @version_overrides: what @reference belongs to
 * @reference: (nullable): an element with a resid
 *
 * A resid is looked up in its own VersionOverrides first, then in the outer one (manifest.md,
 * rule 28).
 *
 * Returns: (nullable): the bt:Image, bt:Url or bt:String.
 */
xmlNode *
waxseal_manifest_tree_find_resource (xmlNode *version_overrides, xmlNode *reference)
{
  g_autofree char *id =
    reference != NULL ? waxseal_manifest_tree_dup_attribute (reference, "resid") : NULL;
  const char *name = "String";
  xmlNode *found = NULL;

  if (id == NULL)
    return NULL;
  if (waxseal_manifest_tree_is (reference, "Image"))
    name = "Image";
  else if (waxseal_manifest_tree_is (reference, "SourceLocation"))
    name = "Url";

  while (found == NULL && waxseal_manifest_tree_is (version_overrides, "VersionOverrides"))
    {
      found =
        find_by_id (waxseal_manifest_tree_find_child (version_overrides, "Resources"), name, id);
      version_overrides = version_overrides->parent;
    }
  return found;
}
