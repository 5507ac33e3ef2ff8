/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "waxseal-manifest-field.h"

#include <string.h>

#include "waxseal-manifest-edits.h"
#include "waxseal-manifest-map.h"
#include "waxseal-manifest-override.h"
#include "waxseal-manifest-tree.h"

/* The property whose value stands in @node itself; what follows it is asked last. */
static const char *
find_property (WaxsealManifestMap *map, xmlNode *node)
{
  const char *following = NULL;
  guint i, j;

  for (i = 0; i < waxseal_manifest_map_n_fields (); i++)
    {
      const WaxsealManifestField *field = waxseal_manifest_map_get_field (i);
      GArray *places = waxseal_manifest_map_get_places (map, i);

      for (j = 0; j < places->len; j++)
        {
          if (g_array_index (places, WaxsealManifestPlace, j).node != node)
            continue;
          if (j == 0 || (field->flags & WAXSEAL_MANIFEST_FIELD_LIST) != 0)
            return field->property;
          following = field->property;
        }
    }
  return following != NULL ? following : waxseal_manifest_map_find_mention (map, node);
}

/**
 * waxseal_manifest_field_of_node:
 * @node: an element of @document
 *
 * Returns: (transfer none) (nullable): the property of #WaxsealAddinIdentity that @node is about,
 *   with "@" and the language for an Override ("display-name@ja-JP"). An interned string.
 */
const char *
waxseal_manifest_field_of_node (WaxsealManifestDocument *document, xmlNode *node)
{
  WaxsealManifestMap *map = waxseal_manifest_map_of (document);
  const char *property;
  g_autofree char *locale = NULL;
  g_autofree char *full = NULL;

  if (node == NULL)
    return NULL;
  property = find_property (map, node);
  if (property != NULL || !waxseal_manifest_tree_is (node, "Override"))
    return property;

  property = find_property (map, node->parent);
  locale = waxseal_manifest_override_dup_locale (node);
  if (property == NULL || locale == NULL)
    return property;
  full = g_strconcat (property, "@", locale, NULL);
  return g_intern_string (full);
}

/* Among @node and its siblings, and what is in them; an inner one before the one around it. */
static const char *
find_on_line (WaxsealManifestDocument *document, xmlNode *node, gsize start, gsize end)
{
  for (; node != NULL; node = xmlNextElementSibling (node))
    {
      const WaxsealManifestSpan *span = waxseal_manifest_document_get_span (document, node);
      const char *property;

      if (span->start >= end)
        return NULL;
      if (span->end <= start)
        continue;
      property = find_on_line (document, xmlFirstElementChild (node), start, end);
      if (property == NULL)
        property = waxseal_manifest_field_of_node (document, node);
      if (property != NULL)
        return property;
    }
  return NULL;
}

/**
 * waxseal_manifest_field_at_line:
 * @line: from 1
 *
 * Returns: (transfer none) (nullable): the property that @line is about, as
 *   waxseal_manifest_field_of_node() names it; the first one if there are several.
 */
const char *
waxseal_manifest_field_at_line (WaxsealManifestDocument *document, guint line)
{
  gsize start, end;

  waxseal_manifest_document_get_line_range (document, line, &start, &end);
  return find_on_line (document, waxseal_manifest_document_get_root (document), start, end);
}

static void
locate_value (WaxsealManifestDocument *document,
              xmlNode *node,
              const char *attribute,
              guint *line,
              guint *column)
{
  g_autoptr (WaxsealManifestEdits) edits = waxseal_manifest_edits_new (document);
  const WaxsealManifestSpan *span = waxseal_manifest_document_get_span (document, node);
  gsize offset, length;

  if (attribute == NULL)
    offset = span->content < span->end ? span->content : span->start;
  else if (!waxseal_manifest_edits_find_attribute (edits, node, attribute, &offset, &length))
    offset = span->start;
  waxseal_manifest_document_get_position (document, offset, line, column);
}

/* Where the translations of a text are, or those into one language. */
static gboolean
locate_override (WaxsealManifestDocument *document,
                 xmlNode *node,
                 const char *locale,
                 guint *line,
                 guint *column)
{
  g_autoptr (GHashTable) overrides = waxseal_manifest_override_index (node);
  xmlNode *override = locale != NULL ? g_hash_table_lookup (overrides, locale)
                                     : waxseal_manifest_override_next (node, NULL);

  if (override == NULL)
    return FALSE;
  locate_value (document, override, "Value", line, column);
  return TRUE;
}

static gboolean
locate_locales (WaxsealManifestDocument *document, guint *line, guint *column)
{
  WaxsealManifestMap *map = waxseal_manifest_map_of (document);
  guint i;

  for (i = 0; i < waxseal_manifest_map_n_fields (); i++)
    {
      GArray *places = waxseal_manifest_map_get_places (map, i);

      if ((waxseal_manifest_map_get_field (i)->flags & WAXSEAL_MANIFEST_FIELD_TRANSLATED) != 0 &&
          places->len > 0 &&
          locate_override (
            document, g_array_index (places, WaxsealManifestPlace, 0).node, NULL, line, column))
        return TRUE;
    }
  return FALSE;
}

/**
 * waxseal_manifest_field_locate:
 * @property: of #WaxsealAddinIdentity; "locales" for the first translation, or for instance
 *   "display-name@ja-JP" for one of them
 * @line: (out): from 1
 * @column: (out): in characters, from 1
 *
 * Returns: whether the value of @property is in @document, and there.
 */
gboolean
waxseal_manifest_field_locate (WaxsealManifestDocument *document,
                               const char *property,
                               guint *line,
                               guint *column)
{
  g_auto (GStrv) parts = g_strsplit (property, "@", 2);
  const WaxsealManifestPlace *place;
  GArray *places;
  int index;

  *line = *column = 0;
  if (g_str_equal (property, "locales"))
    return locate_locales (document, line, column);
  index = waxseal_manifest_map_find_field (parts[0]);
  if (index < 0)
    return FALSE;
  places = waxseal_manifest_map_get_places (waxseal_manifest_map_of (document), index);
  if (places->len == 0)
    return FALSE;

  place = &g_array_index (places, WaxsealManifestPlace, 0);
  if (parts[1] != NULL)
    return locate_override (document, place->node, parts[1], line, column);
  locate_value (document, place->node, place->attribute, line, column);
  return TRUE;
}

/**
 * waxseal_manifest_field_is_available:
 * @property: of #WaxsealAddinIdentity, but not "locales"
 *
 * Returns: whether waxseal_manifest_build() can write @property into @document: it has a place for
 *   it, or can be given one.
 */
gboolean
waxseal_manifest_field_is_available (WaxsealManifestDocument *document, const char *property)
{
  xmlNode *root = waxseal_manifest_document_get_root (document);
  int index = waxseal_manifest_map_find_field (property);

  if (index < 0 || !waxseal_manifest_tree_is (root, "OfficeApp"))
    return FALSE;
  return waxseal_manifest_map_get_field (index)->element != NULL ||
         waxseal_manifest_map_get_places (waxseal_manifest_map_of (document), index)->len > 0;
}
