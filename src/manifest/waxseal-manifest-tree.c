/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Finding one's way in the elements of a manifest. Names are local names: which namespace an
 * element should have is a question for the check. */
#include "waxseal-manifest-tree.h"

#include <string.h>

/* No ribbon has as many; more could only keep Waxseal busy. */
#define MAX_CONTROLS 1024

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
         waxseal_manifest_tree_is_name (node->name, name);
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

/* The value of an attribute in any namespace, or NULL; no document type, so that it is one text. */
static const char *
find_value (const xmlNode *node, const char *name)
{
  const xmlAttr *attribute = node->properties;

  while (attribute != NULL && !waxseal_manifest_tree_is_name (attribute->name, name))
    attribute = attribute->next;
  if (attribute == NULL)
    return NULL;
  return attribute->children != NULL ? (const char *) attribute->children->content : "";
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
  return g_strcmp0 (find_value (node, name), value) == 0;
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

/* The first of the wishes that @control fulfils. */
static gsize
rank_button (xmlNode *control, xmlNode *top)
{
  gsize i;

  for (i = 0; i < G_N_ELEMENTS (button_wishes); i++)
    if ((button_wishes[i].type == NULL ||
         waxseal_manifest_tree_has_attribute (control, "type", button_wishes[i].type)) &&
        stands_in_surface (control, top, button_wishes[i].surface))
      break;
  return i;
}

/** waxseal_manifest_tree_find_button: Returns: (nullable): its Control that people see first. */
xmlNode *
waxseal_manifest_tree_find_button (xmlNode *version_overrides)
{
  xmlNode *node, *best = NULL;
  gsize best_rank = G_N_ELEMENTS (button_wishes);
  guint n_controls = 0;

  for (node = version_overrides; node != NULL && best_rank > 0 && n_controls < MAX_CONTROLS;
       node = waxseal_manifest_tree_next_own (node, version_overrides))
    if (waxseal_manifest_tree_is (node, "Control"))
      {
        gsize rank = rank_button (node, version_overrides);

        if (rank < best_rank)
          best = node;
        best_rank = MIN (rank, best_rank);
        n_controls++;
      }
  return best;
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
