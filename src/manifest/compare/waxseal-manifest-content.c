/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "waxseal-manifest-content.h"

#include <string.h>

#include "waxseal-manifest-node.h"

static void
clear_attribute (gpointer data)
{
  WaxsealManifestAttribute *attribute = data;

  g_free (attribute->name);
  g_free (attribute->value);
}

static int
compare_attributes (gconstpointer a, gconstpointer b)
{
  return strcmp (((const WaxsealManifestAttribute *) a)->name,
                 ((const WaxsealManifestAttribute *) b)->name);
}

static char *
dup_name (const xmlAttr *attribute)
{
  const char *name = (const char *) attribute->name;

  if (attribute->ns == NULL)
    return g_strdup (name);
  if (g_str_equal ((const char *) attribute->ns->href, WAXSEAL_MANIFEST_XSI))
    return g_strconcat ("xsi:", name, NULL);
  return g_strconcat ("{", (const char *) attribute->ns->href, "}", name, NULL);
}

/* What the first @length bytes of @prefix stand for at @node; NULL where nothing says so. */
static const char *
find_namespace (WaxsealManifestSide *side, const xmlNode *node, const char *prefix, gsize length)
{
  for (; node != NULL && node->type == XML_ELEMENT_NODE; node = node->parent)
    for (const xmlNs *space = node->nsDef; space != NULL; space = space->next)
      {
        const char *other = space->prefix != NULL ? (const char *) space->prefix : "";

        if (side->n_lookups == 0)
          return NULL;
        side->n_lookups--;
        if (strlen (other) == length && memcmp (other, prefix, length) == 0)
          return (const char *) space->href;
      }
  return NULL;
}

/* The value of xsi:type is a name with a prefix, which may be another in another file. A name in
 * the namespace of its element, as they mostly are, stays as it is. */
static char *
dup_type (WaxsealManifestSide *side, const xmlNode *node, const char *value)
{
  const char *colon = strchr (value, ':');
  const char *name = colon != NULL ? colon + 1 : value;
  const char *uri = find_namespace (side, node, value, colon != NULL ? colon - value : 0);

  if (uri == NULL)
    return g_strdup (value);
  if (g_str_equal (uri, waxseal_manifest_node_get_uri (node)))
    return g_strdup (name);
  return g_strconcat ("{", uri, "}", name, NULL);
}

/**
 * waxseal_manifest_content_list_attributes:
 *
 * Returns: (transfer full) (element-type WaxsealManifestAttribute): the attributes by name, without
 *   the resid that leads to a resource, and without the id of one that is used.
 */
GArray *
waxseal_manifest_content_list_attributes (WaxsealManifestSide *side, const xmlNode *node)
{
  GArray *list = g_array_new (FALSE, FALSE, sizeof (WaxsealManifestAttribute));
  gboolean resolved = waxseal_manifest_side_get_resource (side, node) != NULL;
  gboolean used = g_hash_table_contains (side->used, node);

  g_array_set_clear_func (list, clear_attribute);
  for (const xmlAttr *one = node->properties; one != NULL; one = one->next)
    {
      const char *value = waxseal_manifest_attribute_get_value (one);
      WaxsealManifestAttribute attribute = { dup_name (one), NULL };

      if ((resolved && g_str_equal (attribute.name, "resid")) ||
          (used && g_str_equal (attribute.name, "id")))
        {
          g_free (attribute.name);
          continue;
        }
      attribute.value =
        g_str_equal (attribute.name, "xsi:type") ? dup_type (side, node, value) : g_strdup (value);
      g_array_append_val (list, attribute);
    }
  g_array_sort (list, compare_attributes);
  return list;
}

static gboolean
is_blank (char c)
{
  return c == ' ' || c == '\t' || c == '\n' || c == '\r';
}

static void
append_run (GString *text, GString *run)
{
  gsize start = 0, end = run->len;

  while (start < end && is_blank (run->str[start]))
    start++;
  while (end > start && is_blank (run->str[end - 1]))
    end--;
  if (end > start && text->len > 0)
    g_string_append_c (text, '\x1f');
  g_string_append_len (text, run->str + start, end - start);
  g_string_truncate (run, 0);
}

/**
 * waxseal_manifest_content_dup_text:
 *
 * Returns: (transfer full): the text right below @node without blanks around it; a unit separator,
 *   which no file can have, stands where elements part it.
 */
char *
waxseal_manifest_content_dup_text (const xmlNode *node)
{
  GString *text = g_string_new (NULL);
  g_autoptr (GString) run = NULL;

  if (node->children == NULL)
    return g_string_free (text, FALSE);
  run = g_string_new (NULL);
  for (const xmlNode *child = node->children; child != NULL; child = child->next)
    {
      if (child->type == XML_TEXT_NODE || child->type == XML_CDATA_SECTION_NODE)
        g_string_append (run, (const char *) child->content);
      else if (child->type == XML_ELEMENT_NODE)
        append_run (text, run);
    }
  append_run (text, run);
  return g_string_free (text, FALSE);
}
