/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "waxseal-manifest-form.h"

#include "waxseal-manifest-content.h"
#include "waxseal-manifest-node.h"

/* Between the parts of a form, which are texts of a file: no file can have these. */
enum
{
  MARK_SPACE = 1,
  MARK_ATTRIBUTE,
  MARK_VALUE,
  MARK_TEXT,
  MARK_RESOURCE,
  MARK_CHILD,
  MARK_SEQUENCE,
};

static void
append_attributes (GString *form, WaxsealManifestSide *side, const xmlNode *node)
{
  g_autoptr (GArray) list = NULL;

  if (node->properties == NULL)
    return;
  list = waxseal_manifest_content_list_attributes (side, node);
  for (guint i = 0; i < list->len; i++)
    {
      const WaxsealManifestAttribute *one = &g_array_index (list, WaxsealManifestAttribute, i);

      g_string_append_c (form, MARK_ATTRIBUTE);
      g_string_append (form, one->name);
      g_string_append_c (form, MARK_VALUE);
      g_string_append (form, one->value);
    }
}

static int
compare_numbers (gconstpointer a, gconstpointer b)
{
  guint first = *(const guint *) a;
  guint second = *(const guint *) b;

  return (first > second) - (first < second);
}

static void
append_numbers (GString *form, char mark, GArray *numbers)
{
  for (guint i = 0; i < numbers->len; i++)
    g_string_append_printf (form, "%c%u", mark, g_array_index (numbers, guint, i));
}

static void
append_children (GString *form, WaxsealManifestSide *side, xmlNode *node)
{
  g_autoptr (GArray) any = NULL;
  g_autoptr (GArray) ordered = NULL;

  if (node->children == NULL)
    return;
  any = g_array_new (FALSE, FALSE, sizeof (guint));
  ordered = g_array_new (FALSE, FALSE, sizeof (guint));
  for (xmlNode *child = xmlFirstElementChild (node); child != NULL;
       child = xmlNextElementSibling (child))
    {
      guint number = waxseal_manifest_form_compute (side, child);

      if (number == 0 || g_hash_table_contains (side->used, child))
        continue;
      if (waxseal_manifest_side_is_ordered (child))
        g_array_append_val (ordered, number);
      else
        g_array_append_val (any, number);
    }
  g_array_sort (any, compare_numbers);
  append_numbers (form, MARK_CHILD, any);
  append_numbers (form, MARK_SEQUENCE, ordered);
}

/* Resources of a VersionOverrides, or a list of one kind in them. */
static gboolean
is_list_of_resources (const xmlNode *node)
{
  const xmlNode *resources =
    g_str_equal (waxseal_manifest_node_get_name (node), "Resources") ? node : node->parent;

  return resources->type == XML_ELEMENT_NODE && resources->parent->type == XML_ELEMENT_NODE &&
         g_str_equal (waxseal_manifest_node_get_name (resources), "Resources") &&
         g_str_equal (waxseal_manifest_node_get_name (resources->parent), "VersionOverrides");
}

/* The namespace only where it is another one than around it: then one that changes is one
 * difference. A resource that is used stands somewhere else in effect. */
static gboolean
has_own_namespace (WaxsealManifestSide *side, const xmlNode *node)
{
  return node->parent->type != XML_ELEMENT_NODE || g_hash_table_contains (side->used, node) ||
         !g_str_equal (waxseal_manifest_node_get_uri (node),
                       waxseal_manifest_node_get_uri (node->parent));
}

static guint
make_number (WaxsealManifestSide *side, xmlNode *node)
{
  g_autoptr (GString) form = g_string_new (NULL);
  g_autofree char *text = waxseal_manifest_content_dup_text (node);
  xmlNode *resource = waxseal_manifest_side_get_resource (side, node);

  append_attributes (form, side, node);
  if (*text != '\0')
    g_string_append_printf (form, "%c%s", MARK_TEXT, text);
  if (resource != NULL)
    g_string_append_printf (form,
                            "%c%u",
                            MARK_RESOURCE,
                            waxseal_manifest_form_compute (side, resource));
  append_children (form, side, node);
  if (form->len == 0 && is_list_of_resources (node))
    return 0;

  if (has_own_namespace (side, node))
    g_string_append_printf (form, "%c%s", MARK_SPACE, waxseal_manifest_node_get_uri (node));
  g_string_prepend (form, waxseal_manifest_node_get_name (node));
  return waxseal_manifest_interner_intern (side->interner, form->str, form->len);
}

/** waxseal_manifest_form_compute: notes the numbers of @node and of all below it in @side.
 * Returns: that of @node; 0 for a list of resources in which nothing is left that is not used. */
guint
waxseal_manifest_form_compute (WaxsealManifestSide *side, xmlNode *node)
{
  gpointer known;
  guint number;

  if (g_hash_table_lookup_extended (side->forms, node, NULL, &known))
    return GPOINTER_TO_UINT (known);
  number = make_number (side, node);
  g_hash_table_insert (side->forms, node, GUINT_TO_POINTER (number));
  return number;
}
