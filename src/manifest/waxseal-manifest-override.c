/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Override elements: what a text is in another language (manifest.md, rule 10). */
#include "waxseal-manifest-override.h"

#include "waxseal-manifest-tree.h"

/**
 * waxseal_manifest_override_next:
 * @node: an element with a DefaultValue
 * @previous: (nullable): an Override in it, %NULL for the first one
 *
 * Returns: (nullable): the next Override that names a language.
 */
xmlNode *
waxseal_manifest_override_next (xmlNode *node, xmlNode *previous)
{
  xmlNode *next = previous != NULL ? xmlNextElementSibling (previous) : xmlFirstElementChild (node);

  while (next != NULL && !(waxseal_manifest_tree_is (next, "Override") &&
                           xmlHasProp (next, (const xmlChar *) "Locale") != NULL &&
                           !waxseal_manifest_tree_has_attribute (next, "Locale", "")))
    next = xmlNextElementSibling (next);
  return next;
}

/** waxseal_manifest_override_dup_locale: Returns: (transfer full): its language. */
char *
waxseal_manifest_override_dup_locale (xmlNode *override)
{
  return waxseal_manifest_tree_dup_attribute (override, "Locale");
}

/** waxseal_manifest_override_dup_value: Returns: (transfer full): the text, "" if there is none. */
char *
waxseal_manifest_override_dup_value (GHashTable *overrides, const char *locale)
{
  xmlNode *override = g_hash_table_lookup (overrides, locale);
  char *value = override != NULL ? waxseal_manifest_tree_dup_attribute (override, "Value") : NULL;

  return value != NULL ? value : g_strdup ("");
}

/**
 * waxseal_manifest_override_index:
 *
 * Returns: (transfer full): from each language to its Override in @node; the first one counts.
 */
GHashTable *
waxseal_manifest_override_index (xmlNode *node)
{
  GHashTable *overrides = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
  xmlNode *override = waxseal_manifest_override_next (node, NULL);

  for (; override != NULL; override = waxseal_manifest_override_next (node, override))
    {
      g_autofree char *locale = waxseal_manifest_override_dup_locale (override);

      if (!g_hash_table_contains (overrides, locale))
        g_hash_table_insert (overrides, g_steal_pointer (&locale), override);
    }
  return overrides;
}

/**
 * waxseal_manifest_override_dup_text:
 * @node: (nullable): an element with a DefaultValue
 *
 * Returns: (transfer full): its text in that language, else its default, as Outlook picks it; ""
 *   for no element.
 */
char *
waxseal_manifest_override_dup_text (xmlNode *node, const char *locale)
{
  xmlNode *override = node != NULL ? waxseal_manifest_override_next (node, NULL) : NULL;
  char *text = NULL;

  for (; override != NULL; override = waxseal_manifest_override_next (node, override))
    {
      g_autofree char *found = waxseal_manifest_override_dup_locale (override);

      if (g_ascii_strcasecmp (found, locale) != 0)
        continue;
      text = waxseal_manifest_tree_dup_attribute (override, "Value");
      break;
    }
  if (text == NULL && node != NULL)
    text = waxseal_manifest_tree_dup_attribute (node, "DefaultValue");
  return text != NULL ? text : g_strdup ("");
}
