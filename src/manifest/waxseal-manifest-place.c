/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "waxseal-manifest-place.h"

#include "waxseal-manifest-tree.h"

/** waxseal_manifest_place_dup_value: Returns: (transfer full): the text there, "" if absent. */
char *
waxseal_manifest_place_dup_value (const WaxsealManifestPlace *place)
{
  char *value;

  if (place->attribute == NULL)
    return waxseal_manifest_tree_dup_text (place->node);
  value = waxseal_manifest_tree_dup_attribute (place->node, place->attribute);
  return value != NULL ? value : g_strdup ("");
}

/**
 * waxseal_manifest_place_follows:
 * @places: (element-type WaxsealManifestPlace): the places of one field
 * @base: the value of the first one
 *
 * Returns: whether the place at @index says the same as the first one, and so follows its changes.
 */
gboolean
waxseal_manifest_place_follows (GArray *places, guint index, const char *base)
{
  g_autofree char *value = NULL;

  if (index == 0)
    return TRUE;
  value = waxseal_manifest_place_dup_value (&g_array_index (places, WaxsealManifestPlace, index));
  return *base != '\0' && g_str_equal (value, base);
}
