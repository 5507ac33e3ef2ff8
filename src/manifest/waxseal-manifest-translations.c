/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "waxseal-manifest-translations.h"

#include "waxseal-manifest-escape.h"
#include "waxseal-manifest-map.h"
#include "waxseal-manifest-names.h"
#include "waxseal-manifest-override.h"

/** waxseal_manifest_translations_compose: Returns: (transfer full): an Override for @like. */
char *
waxseal_manifest_translations_compose (WaxsealManifestEdits *edits,
                                       xmlNode *like,
                                       const WaxsealManifestName *name)
{
  g_autofree char *element = waxseal_manifest_edits_dup_name (edits, like, "Override");
  g_autofree char *locale = waxseal_manifest_escape_attribute (name->locale, '"');
  g_autofree char *text = waxseal_manifest_escape_attribute (name->text, '"');

  return g_strdup_printf ("<%s Locale=\"%s\" Value=\"%s\"/>", element, locale, text);
}

/* What one element has to say in other languages, and what it said before. */
typedef struct
{
  xmlNode *node;
  GHashTable *own;   /* locale -> Override in this element */
  GHashTable *first; /* the same of the first place: an Override that differs does not follow */
} Target;

static gboolean
override_follows (const Target *target, const char *locale, const char *base)
{
  g_autofree char *value = waxseal_manifest_override_dup_value (target->own, locale);

  return g_str_equal (value, base);
}

static void
remove_unwanted (WaxsealManifestEdits *edits, const Target *target, GHashTable *wanted)
{
  xmlNode *override = waxseal_manifest_override_next (target->node, NULL);

  for (; override != NULL; override = waxseal_manifest_override_next (target->node, override))
    {
      g_autofree char *locale = waxseal_manifest_override_dup_locale (override);
      g_autofree char *base = waxseal_manifest_override_dup_value (target->first, locale);

      if (*base != '\0' && !g_hash_table_contains (wanted, locale) &&
          override_follows (target, locale, base))
        waxseal_manifest_edits_remove (edits, override);
    }
}

static void
set_wanted (WaxsealManifestEdits *edits, const Target *target, GPtrArray *names)
{
  g_autoptr (GPtrArray) added = g_ptr_array_new_with_free_func (g_free);
  xmlNode *last = xmlLastElementChild (target->node);
  guint i;

  for (i = 0; i < names->len; i++)
    {
      const WaxsealManifestName *name = g_ptr_array_index (names, i);
      xmlNode *override = g_hash_table_lookup (target->own, name->locale);
      g_autofree char *base = waxseal_manifest_override_dup_value (target->first, name->locale);

      if (g_str_equal (name->text, base) || !override_follows (target, name->locale, base))
        continue;
      if (override != NULL)
        waxseal_manifest_edits_set_attribute (edits, override, "Value", name->text);
      else
        g_ptr_array_add (added, waxseal_manifest_translations_compose (edits, target->node, name));
    }
  if (added->len > 0)
    waxseal_manifest_edits_insert (edits, target->node, last, added);
}

/**
 * waxseal_manifest_translations_build:
 * @places: (element-type WaxsealManifestPlace): the places of one field
 * @names: (element-type WaxsealManifestName): what it has to be in other languages
 *
 * Changes, adds and removes Overrides of the first place, and of those that say the same.
 */
void
waxseal_manifest_translations_build (WaxsealManifestEdits *edits, GArray *places, GPtrArray *names)
{
  g_autoptr (GHashTable) wanted = g_hash_table_new (g_str_hash, g_str_equal);
  g_autoptr (GHashTable) first = NULL;
  g_autofree char *base = NULL;
  guint i;

  if (places->len == 0)
    return;
  for (i = 0; i < names->len; i++)
    g_hash_table_add (wanted, ((WaxsealManifestName *) g_ptr_array_index (names, i))->locale);
  first = waxseal_manifest_override_index (g_array_index (places, WaxsealManifestPlace, 0).node);
  base = waxseal_manifest_place_dup_value (&g_array_index (places, WaxsealManifestPlace, 0));

  for (i = 0; i < places->len; i++)
    {
      xmlNode *node = g_array_index (places, WaxsealManifestPlace, i).node;
      g_autoptr (GHashTable) own = waxseal_manifest_override_index (node);
      Target target = { node, own, first };

      if (!waxseal_manifest_place_follows (places, i, base))
        continue;
      remove_unwanted (edits, &target, wanted);
      set_wanted (edits, &target, names);
    }
}
