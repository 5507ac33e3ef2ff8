/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "waxseal-keyring-item.h"

#include <glib/gi18n.h>

/**
 * WaxsealKeyringItem:
 *
 * What the keyring shows of a stored client secret: whose it is, which one and until when. Never
 * the value itself.
 */
struct _WaxsealKeyringItem
{
  WaxsealRecord parent_instance;
};

G_DEFINE_FINAL_TYPE (WaxsealKeyringItem, waxseal_keyring_item, WAXSEAL_TYPE_RECORD)

static const SecretSchema schema = {
  "io.github.waxseal.Waxseal.ClientSecret",
  SECRET_SCHEMA_NONE,
  {
    { "organization", SECRET_SCHEMA_ATTRIBUTE_STRING },
    { "organization-name", SECRET_SCHEMA_ATTRIBUTE_STRING },
    { "tenant-id", SECRET_SCHEMA_ATTRIBUTE_STRING },
    { "client-id", SECRET_SCHEMA_ATTRIBUTE_STRING },
    { "key-id", SECRET_SCHEMA_ATTRIBUTE_STRING },
    { "expires", SECRET_SCHEMA_ATTRIBUTE_STRING },
    { NULL, 0 },
  },
};

static void
waxseal_keyring_item_class_init (WaxsealKeyringItemClass *klass)
{
  waxseal_record_class_install (klass,
                                waxseal_record_text_pspec ("organization"),
                                waxseal_record_text_pspec ("organization-name"),
                                waxseal_record_text_pspec ("tenant-id"),
                                waxseal_record_text_pspec ("client-id"),
                                waxseal_record_text_pspec ("key-id"),
                                waxseal_record_text_pspec ("expires"),
                                NULL);
}

static void
waxseal_keyring_item_init (WaxsealKeyringItem *self)
{
}

/**
 * waxseal_keyring_item_new_from_attributes:
 * @attributes: (element-type utf8 utf8): as the keyring gives them; an absent one reads as empty
 *
 * Returns: (transfer full): a new item
 */
WaxsealKeyringItem *
waxseal_keyring_item_new_from_attributes (GHashTable *attributes)
{
  WaxsealKeyringItem *self = g_object_new (WAXSEAL_TYPE_KEYRING_ITEM, NULL);
  const SecretSchemaAttribute *attribute;

  for (attribute = schema.attributes; attribute->name != NULL; attribute++)
    waxseal_record_set_text (self,
                             attribute->name,
                             g_hash_table_lookup (attributes, attribute->name));
  return self;
}

/** waxseal_keyring_item_get_schema: Returns: (transfer none): the attributes' names and types. */
const SecretSchema *
waxseal_keyring_item_get_schema (void)
{
  return &schema;
}

/**
 * waxseal_keyring_item_build_attributes:
 *
 * Every attribute is there, an empty one too: so that none of two different items' attributes are
 * a part of the other's, and a search for the one cannot find the other.
 *
 * Returns: (transfer full) (element-type utf8 utf8): to store the item with
 */
GHashTable *
waxseal_keyring_item_build_attributes (WaxsealKeyringItem *self)
{
  GHashTable *attributes = g_hash_table_new_full (g_str_hash, g_str_equal, NULL, g_free);
  const SecretSchemaAttribute *attribute;

  for (attribute = schema.attributes; attribute->name != NULL; attribute++)
    g_hash_table_insert (attributes,
                         (gpointer) attribute->name,
                         g_strdup (waxseal_record_get_text (self, attribute->name)));
  return attributes;
}

/**
 * waxseal_keyring_item_build_query:
 * @organization: (nullable): an organisation's id, or %NULL for all
 * @key_id: (nullable): a key ID, or %NULL for all
 *
 * Returns: (transfer full) (element-type utf8 utf8): attributes to search for
 */
GHashTable *
waxseal_keyring_item_build_query (const char *organization, const char *key_id)
{
  GHashTable *query = g_hash_table_new_full (g_str_hash, g_str_equal, NULL, g_free);

  if (organization != NULL)
    g_hash_table_insert (query, (gpointer) "organization", g_strdup (organization));
  if (key_id != NULL)
    g_hash_table_insert (query, (gpointer) "key-id", g_strdup (key_id));
  return query;
}

/**
 * waxseal_keyring_item_build_label:
 *
 * Returns: (transfer full): a line by which a person recognises the item in a keyring manager, in
 *   the language of the user
 */
char *
waxseal_keyring_item_build_label (WaxsealKeyringItem *self)
{
  const char *expires = waxseal_record_get_text (self, "expires");
  const char *name = waxseal_record_get_text (self, "organization-name");

  if (*name == '\0')
    name = waxseal_record_get_text (self, "organization");
  /* Translators: the name of a keyring item: an organisation, with no expiry known. */
  if (*expires == '\0')
    return g_strdup_printf (_ ("Waxseal: %s, client secret"), name);
  /* Translators: the name of a keyring item: an organisation, and a date such as 2027-05-18. */
  return g_strdup_printf (_ ("Waxseal: %s, client secret until %s"), name, expires);
}
