/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "test-manifest-canonical.h"

#include <libxml/parser.h>
#include <string.h>

static const char *
name_of (const xmlNode *node)
{
  return (const char *) node->name;
}

static gboolean
is_element (const xmlNode *node, const char *name)
{
  return node != NULL && node->type == XML_ELEMENT_NODE && g_str_equal (name_of (node), name);
}

/* Whether @node is inside the Resources of a VersionOverrides, or is them. */
static gboolean
is_in_resources (const xmlNode *node)
{
  for (; node->type == XML_ELEMENT_NODE; node = node->parent)
    if (is_element (node, "Resources") && is_element (node->parent, "VersionOverrides"))
      return TRUE;
  return FALSE;
}

static xmlNode *
find_resource (xmlNode *overrides, const char *id)
{
  for (xmlNode *list = xmlFirstElementChild (overrides); list != NULL;
       list = xmlNextElementSibling (list))
    for (xmlNode *kind = is_element (list, "Resources") ? xmlFirstElementChild (list) : NULL;
         kind != NULL;
         kind = xmlNextElementSibling (kind))
      for (xmlNode *one = xmlFirstElementChild (kind); one != NULL;
           one = xmlNextElementSibling (one))
        {
          xmlChar *found = xmlGetNoNsProp (one, (const xmlChar *) "id");
          gboolean same = g_strcmp0 ((const char *) found, id) == 0;

          xmlFree (found);
          if (same)
            return one;
        }
  return NULL;
}

static xmlNode *
resolve (xmlNode *node)
{
  xmlChar *id = xmlGetNoNsProp (node, (const xmlChar *) "resid");
  xmlNode *found = NULL;

  if (id != NULL && !is_in_resources (node))
    for (xmlNode *outer = node; outer->type == XML_ELEMENT_NODE && found == NULL;
         outer = outer->parent)
      if (is_element (outer, "VersionOverrides"))
        found = find_resource (outer, (const char *) id);
  xmlFree (id);
  return found;
}

static xmlNode *
next_of_all (xmlNode *node)
{
  xmlNode *next = xmlFirstElementChild (node);

  for (; next == NULL && node->type == XML_ELEMENT_NODE; node = node->parent)
    next = xmlNextElementSibling (node);
  return next;
}

static int
compare_texts (gconstpointer a, gconstpointer b)
{
  return strcmp (*(char *const *) a, *(char *const *) b);
}

static char *
join_sorted (GPtrArray *texts)
{
  g_ptr_array_sort (texts, compare_texts);
  g_ptr_array_add (texts, NULL);
  return g_strjoinv ("\n", (char **) texts->pdata);
}

static char *
dup_expanded (xmlNode *node, const char *value)
{
  g_auto (GStrv) parts = g_strsplit (value, ":", 2);
  const char *prefix = parts[0] != NULL && parts[1] != NULL ? parts[0] : NULL;
  xmlNs *space = xmlSearchNs (node->doc, node, (const xmlChar *) prefix);

  if (space == NULL)
    return g_strdup (value);
  return g_strdup_printf ("{%s}%s", (const char *) space->href, prefix != NULL ? parts[1] : value);
}

static char *
dup_attributes (xmlNode *node, gboolean without_id, gboolean without_reference)
{
  g_autoptr (GPtrArray) texts = g_ptr_array_new_with_free_func (g_free);

  for (xmlAttr *one = node->properties; one != NULL; one = one->next)
    {
      const char *name = (const char *) one->name;
      xmlChar *value = xmlNodeGetContent ((xmlNode *) one);
      g_autofree char *expanded = one->ns != NULL && g_str_equal (name, "type")
                                    ? dup_expanded (node, (const char *) value)
                                    : g_strdup ((const char *) value);

      xmlFree (value);
      if ((without_id && g_str_equal (name, "id")) ||
          (without_reference && g_str_equal (name, "resid")))
        continue;
      g_ptr_array_add (texts,
                       g_strdup_printf ("{%s}%s=%s",
                                        one->ns != NULL ? (const char *) one->ns->href : "",
                                        name,
                                        expanded));
    }
  return join_sorted (texts);
}

static char *
dup_text (xmlNode *node)
{
  g_autoptr (GString) text = g_string_new (NULL);
  g_autoptr (GPtrArray) runs = g_ptr_array_new_with_free_func (g_free);

  for (xmlNode *child = node->children;; child = child->next)
    {
      if (child == NULL || child->type == XML_ELEMENT_NODE)
        {
          char *run = g_strstrip (g_strdup (text->str));

          g_string_truncate (text, 0);
          if (*run != '\0')
            g_ptr_array_add (runs, run);
          else
            g_free (run);
        }
      else if (child->type == XML_TEXT_NODE || child->type == XML_CDATA_SECTION_NODE)
        g_string_append (text, (const char *) child->content);
      if (child == NULL)
        break;
    }
  g_ptr_array_add (runs, NULL);
  return g_strjoinv ("\1", (char **) runs->pdata);
}

static char *dup_node (xmlNode *node, GHashTable *used);

static char *
dup_children (xmlNode *node, GHashTable *used)
{
  g_autoptr (GPtrArray) any = g_ptr_array_new_with_free_func (g_free);
  g_autoptr (GString) ordered = g_string_new (NULL);
  g_autofree char *sorted = NULL;

  for (xmlNode *child = xmlFirstElementChild (node); child != NULL;
       child = xmlNextElementSibling (child))
    {
      g_autofree char *text = g_hash_table_contains (used, child) ? NULL : dup_node (child, used);

      if (text == NULL)
        continue;
      if (is_element (child, "Control") || is_element (child, "Group") ||
          is_element (child, "Item"))
        g_string_append (ordered, text);
      else
        g_ptr_array_add (any, g_steal_pointer (&text));
    }
  sorted = join_sorted (any);
  return g_strconcat (sorted, "\2", ordered->str, NULL);
}

/* NULL for an empty list of resources. */
static char *
dup_node (xmlNode *node, GHashTable *used)
{
  xmlNode *resource = resolve (node);
  g_autofree char *attributes =
    dup_attributes (node, g_hash_table_contains (used, node), resource != NULL);
  g_autofree char *text = dup_text (node);
  g_autofree char *meaning = resource != NULL ? dup_node (resource, used) : g_strdup ("");
  g_autofree char *children = dup_children (node, used);
  gboolean is_list = is_in_resources (node) &&
                     (!is_in_resources (node->parent) || !is_in_resources (node->parent->parent));

  if (is_list && *attributes == '\0' && *text == '\0' && g_str_equal (children, "\2"))
    return NULL;
  return g_strdup_printf ("<{%s}%s|%s|%s|%s|%s>",
                          node->ns != NULL ? (const char *) node->ns->href : "",
                          name_of (node),
                          attributes,
                          text,
                          meaning,
                          children);
}

char *
dup_canonical (WaxsealManifestDocument *document)
{
  xmlNode *root = waxseal_manifest_document_get_root (document);
  g_autoptr (GHashTable) used = g_hash_table_new (NULL, NULL);

  for (xmlNode *node = root; node != NULL; node = next_of_all (node))
    {
      xmlNode *resource = resolve (node);

      if (resource != NULL)
        g_hash_table_add (used, resource);
    }
  return dup_node (root, used);
}

static xmlNode *
pick (xmlDoc *tree, GRand *random)
{
  g_autoptr (GPtrArray) nodes = g_ptr_array_new ();

  for (xmlNode *node = xmlDocGetRootElement (tree); node != NULL; node = next_of_all (node))
    g_ptr_array_add (nodes, node);
  return g_ptr_array_index (nodes, g_rand_int_range (random, 0, nodes->len));
}

static void
mutate_attribute (xmlNode *node, GRand *random)
{
  xmlAttr *one = node->properties;

  if (one == NULL || g_rand_boolean (random))
    xmlSetProp (node, (const xmlChar *) "id", (const xmlChar *) "changed");
  else if (g_rand_boolean (random))
    xmlNodeSetContent ((xmlNode *) one, (const xmlChar *) "https://changed.test/");
  else
    xmlRemoveProp (one);
}

static void
swap_with_next (xmlNode *node)
{
  xmlNode *next = xmlNextElementSibling (node);

  if (next != NULL)
    xmlAddPrevSibling (node, next);
}

/* Each resource of that name, and whatever refers to it, is called otherwise. */
static void
rename_resource (xmlDoc *tree, xmlNode *node)
{
  xmlChar *id = xmlGetNoNsProp (node, (const xmlChar *) "resid");

  for (xmlNode *one = id != NULL ? xmlDocGetRootElement (tree) : NULL; one != NULL;
       one = next_of_all (one))
    for (xmlAttr *attribute = one->properties; attribute != NULL; attribute = attribute->next)
      if ((g_str_equal ((const char *) attribute->name, "resid") ||
           g_str_equal ((const char *) attribute->name, "id")) &&
          attribute->children != NULL && xmlStrEqual (attribute->children->content, id))
        xmlNodeSetContent ((xmlNode *) attribute, (const xmlChar *) "another");
  xmlFree (id);
}

static void
apply (xmlDoc *tree, xmlNode *node, GRand *random)
{
  gboolean is_root = node == xmlDocGetRootElement (tree);

  switch (g_rand_int_range (random, 0, 9))
    {
    case 0:
      mutate_attribute (node, random);
      break;
    case 1:
      xmlAddChild (node, xmlNewText ((const xmlChar *) "text"));
      break;
    case 2:
      xmlAddChild (node, xmlNewText ((const xmlChar *) " \n "));
      break;
    case 3:
      xmlAddChild (node, xmlNewComment ((const xmlChar *) "comment"));
      break;
    case 4:
      swap_with_next (node);
      break;
    case 5:
      rename_resource (tree, node);
      break;
    case 6:
      if (!is_root)
        xmlAddNextSibling (node, xmlCopyNode (node, 1));
      break;
    case 7:
      xmlNodeSetName (node, (const xmlChar *) "Renamed");
      break;
    default:
      if (!is_root)
        {
          xmlUnlinkNode (node);
          xmlFreeNode (node);
        }
      break;
    }
}

/* Returns: (transfer full): @document with one random change, which may change nothing. */
WaxsealManifestDocument *
mutate (WaxsealManifestDocument *document, GRand *random)
{
  xmlDoc *tree = xmlCopyDoc (waxseal_manifest_document_get_root (document)->doc, 1);
  g_autoptr (GBytes) bytes = NULL;
  xmlChar *data;
  int size;

  apply (tree, pick (tree, random), random);
  xmlDocDumpMemoryEnc (tree, &data, &size, "UTF-8");
  bytes = g_bytes_new (data, size);
  xmlFree (data);
  xmlFreeDoc (tree);
  return waxseal_manifest_document_new (bytes);
}
