/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Between the list of WaxsealLocaleNames and the Override elements of a manifest. */
#include "waxseal-manifest-names.h"

#include "waxseal-locale-names.h"
#include "waxseal-manifest-escape.h"
#include "waxseal-manifest-map.h"
#include "waxseal-manifest-override.h"

static void
free_name (gpointer data)
{
  WaxsealManifestName *name = data;

  g_free (name->locale);
  g_free (name->text);
  g_free (name);
}

/**
 * waxseal_manifest_names_of:
 * @property: a text of #WaxsealLocaleNames
 *
 * Returns: (transfer full) (element-type WaxsealManifestName): @property in the languages that have
 *   it, each language once.
 */
GPtrArray *
waxseal_manifest_names_of (WaxsealAddinIdentity *identity, const char *property)
{
  GPtrArray *names = g_ptr_array_new_with_free_func (free_name);
  GListModel *locales = G_LIST_MODEL (waxseal_record_get_list (identity, "locales"));
  g_autoptr (GHashTable) seen = g_hash_table_new (g_str_hash, g_str_equal);
  guint i;

  for (i = 0; i < g_list_model_get_n_items (locales); i++)
    {
      g_autoptr (WaxsealRecord) item = g_list_model_get_item (locales, i);
      WaxsealManifestName *name;

      if (*waxseal_record_get_text (item, "locale") == '\0' ||
          *waxseal_record_get_text (item, property) == '\0')
        continue;
      name = g_new0 (WaxsealManifestName, 1);
      name->locale = waxseal_manifest_escape_clean (waxseal_record_get_text (item, "locale"));
      name->text = waxseal_manifest_escape_clean (waxseal_record_get_text (item, property));
      /* Added before it is asked, it would take the place of the key that is there. */
      if (g_hash_table_contains (seen, name->locale))
        {
          free_name (name);
          continue;
        }
      g_hash_table_add (seen, name->locale);
      g_ptr_array_add (names, name);
    }
  return names;
}

static WaxsealLocaleNames *
ensure_item (GPtrArray *items, GHashTable *by_locale, const char *locale)
{
  WaxsealLocaleNames *item = g_hash_table_lookup (by_locale, locale);

  if (item != NULL)
    return item;
  item = g_object_new (WAXSEAL_TYPE_LOCALE_NAMES, "locale", locale, NULL);
  g_ptr_array_add (items, item);
  g_hash_table_insert (by_locale, g_strdup (locale), item);
  return item;
}

static void
read_overrides (xmlNode *node, const char *property, GPtrArray *items, GHashTable *by_locale)
{
  g_autoptr (GHashTable) overrides = waxseal_manifest_override_index (node);
  xmlNode *override = waxseal_manifest_override_next (node, NULL);

  for (; override != NULL; override = waxseal_manifest_override_next (node, override))
    {
      g_autofree char *locale = waxseal_manifest_override_dup_locale (override);
      g_autofree char *text = waxseal_manifest_override_dup_value (overrides, locale);

      if (g_hash_table_lookup (overrides, locale) == override)
        waxseal_record_set_text (ensure_item (items, by_locale, locale), property, text);
    }
}

/**
 * waxseal_manifest_names_read:
 *
 * Replaces the languages of @identity by those of @document, in the order of the text.
 */
void
waxseal_manifest_names_read (WaxsealManifestDocument *document, WaxsealAddinIdentity *identity)
{
  WaxsealManifestMap *map = waxseal_manifest_map_of (document);
  GListStore *locales = waxseal_record_get_list (identity, "locales");
  g_autoptr (GPtrArray) items = g_ptr_array_new_with_free_func (g_object_unref);
  g_autoptr (GHashTable) by_locale = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
  guint i;

  for (i = 0; i < waxseal_manifest_map_n_fields (); i++)
    {
      const WaxsealManifestField *field = waxseal_manifest_map_get_field (i);
      GArray *places = waxseal_manifest_map_get_places (map, i);

      if ((field->flags & WAXSEAL_MANIFEST_FIELD_TRANSLATED) != 0 && places->len > 0)
        read_overrides (g_array_index (places, WaxsealManifestPlace, 0).node,
                        field->property,
                        items,
                        by_locale);
    }
  g_list_store_splice (
    locales, 0, g_list_model_get_n_items (G_LIST_MODEL (locales)), items->pdata, items->len);
}
