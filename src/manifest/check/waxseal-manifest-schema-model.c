/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "waxseal-manifest-schema-model.h"

#include <string.h>

/** Model: every type of every table, found by its name. Made once, never changed, never freed. */
typedef struct
{
  GHashTable *types[WAXSEAL_MANIFEST_N_NAMESPACES];
} Model;

static const char *const uris[WAXSEAL_MANIFEST_N_NAMESPACES] = {
  [WAXSEAL_MANIFEST_NAMESPACE_BASE] = "http://schemas.microsoft.com/office/appforoffice/1.1",
  [WAXSEAL_MANIFEST_NAMESPACE_BASIC] =
    "http://schemas.microsoft.com/office/officeappbasictypes/1.0",
  [WAXSEAL_MANIFEST_NAMESPACE_OVERRIDES_1_0] =
    "http://schemas.microsoft.com/office/mailappversionoverrides",
  [WAXSEAL_MANIFEST_NAMESPACE_OVERRIDES_1_1] =
    "http://schemas.microsoft.com/office/mailappversionoverrides/1.1",
};

/* How the tables write a namespace in front of a name. */
static const char *const prefixes[WAXSEAL_MANIFEST_N_NAMESPACES] = {
  [WAXSEAL_MANIFEST_NAMESPACE_BASE] = NULL,
  [WAXSEAL_MANIFEST_NAMESPACE_BASIC] = "bt:",
  [WAXSEAL_MANIFEST_NAMESPACE_OVERRIDES_1_0] = "1.0:",
  [WAXSEAL_MANIFEST_NAMESPACE_OVERRIDES_1_1] = "1.1:",
};

/** waxseal_manifest_namespace_get_uri: Returns: (transfer none): the namespace's name. */
const char *
waxseal_manifest_namespace_get_uri (WaxsealManifestNamespace space)
{
  return uris[space];
}

/** waxseal_manifest_namespace_find: Returns: whether @uri is one of ours; then @space is set. */
gboolean
waxseal_manifest_namespace_find (const char *uri, WaxsealManifestNamespace *space)
{
  for (guint i = 0; i < WAXSEAL_MANIFEST_N_NAMESPACES; i++)
    if (g_str_equal (uris[i], uri))
      {
        *space = i;
        return TRUE;
      }
  return FALSE;
}

static const char *
skip_prefix (const char *name, WaxsealManifestNamespace *space)
{
  for (guint i = 0; i < WAXSEAL_MANIFEST_N_NAMESPACES; i++)
    if (prefixes[i] != NULL && g_str_has_prefix (name, prefixes[i]))
      {
        *space = i;
        return name + strlen (prefixes[i]);
      }
  return name;
}

static const char *
find_wildcard (const char *name, WaxsealManifestNamespace space)
{
  if (g_str_equal (name, "#any"))
    return NULL;
  if (g_str_equal (name, "#target"))
    return uris[space];
  if (g_str_equal (name, "#signature"))
    return "http://www.w3.org/2000/09/xmldsig#";
  g_assert (g_str_equal (name, "#next"));
  return "http://schemas.microsoft.com/office/mailappversionoverrides/1.2";
}

static void
add_child (Model *model, WaxsealManifestSchemaType *type, const char *item)
{
  WaxsealManifestSchemaChild child = { .particle = type->particles->len };
  WaxsealManifestNamespace name_space = type->name_space;
  WaxsealManifestNamespace type_space = type->name_space;
  const char *equals = strchr (item, '=');

  if (equals == NULL)
    {
      child.uri = find_wildcard (item, type->name_space);
    }
  else
    {
      const char *name = skip_prefix (item, &name_space);
      const char *type_name = skip_prefix (equals + 1, &type_space);

      child.name = g_strndup (name, equals - name);
      child.uri = uris[name_space];
      child.type = g_hash_table_lookup (model->types[type_space], type_name);
      if (child.type == NULL)
        child.value = waxseal_manifest_schema_value_find (type_name);
      g_assert (child.type != NULL || child.value != NULL);
    }
  g_array_append_val (type->children, child);
}

/* Cuts the “?”, “*”, “+” or “{m,n}” off the end of @item. */
static WaxsealManifestSchemaParticle
cut_particle (char *item)
{
  WaxsealManifestSchemaParticle particle = { 1, 1 };
  char *braces = strchr (item, '{');
  gsize last = strlen (item) - 1;

  if (braces != NULL)
    {
      const char *comma = strchr (braces, ',');

      particle.minimum = g_ascii_strtoull (braces + 1, NULL, 10);
      particle.maximum = comma[1] == '}' ? G_MAXUINT : g_ascii_strtoull (comma + 1, NULL, 10);
      *braces = '\0';
    }
  else if (strchr ("?*+", item[last]) != NULL)
    {
      particle.minimum = item[last] == '+' ? 1 : 0;
      particle.maximum = item[last] == '?' ? 1 : G_MAXUINT;
      item[last] = '\0';
    }
  return particle;
}

static void
compile_content (Model *model, WaxsealManifestSchemaType *type, const char *content)
{
  /* A comma inside braces has no space behind it. */
  g_auto (GStrv) items = g_strsplit (content, ", ", -1);

  for (guint i = 0; items[i] != NULL; i++)
    {
      WaxsealManifestSchemaParticle particle = cut_particle (items[i]);
      g_auto (GStrv) choices = g_strsplit_set (items[i], "(|)", -1);

      for (guint j = 0; choices[j] != NULL; j++)
        if (*choices[j] != '\0')
          add_child (model, type, choices[j]);
      g_array_append_val (type->particles, particle);
    }
  g_assert (type->particles->len <= WAXSEAL_MANIFEST_SCHEMA_MAX_PARTICLES);
}

static void
compile_attributes (WaxsealManifestSchemaType *type, const char *attributes)
{
  g_auto (GStrv) items = g_strsplit (attributes, ", ", -1);

  for (guint i = 0; items[i] != NULL; i++)
    {
      WaxsealManifestSchemaParticle particle = cut_particle (items[i]);
      const char *equals = strchr (items[i], '=');
      WaxsealManifestSchemaAttribute attribute = {
        .name = g_strndup (items[i], equals - items[i]),
        .value = waxseal_manifest_schema_value_find (equals + 1),
        .is_required = particle.minimum > 0,
      };

      g_assert (attribute.value != NULL);
      g_array_append_val (type->attributes, attribute);
    }
}

static void
declare_types (Model *model, WaxsealManifestNamespace space, const WaxsealManifestSchemaRow *rows)
{
  model->types[space] = g_hash_table_new (g_str_hash, g_str_equal);
  for (const WaxsealManifestSchemaRow *row = rows; row->name != NULL; row++)
    {
      WaxsealManifestSchemaType *type = g_new0 (WaxsealManifestSchemaType, 1);

      type->name = row->name;
      type->name_space = space;
      type->is_abstract = row->content == NULL;
      type->particles = g_array_new (FALSE, FALSE, sizeof (WaxsealManifestSchemaParticle));
      type->children = g_array_new (FALSE, FALSE, sizeof (WaxsealManifestSchemaChild));
      type->attributes = g_array_new (FALSE, FALSE, sizeof (WaxsealManifestSchemaAttribute));
      g_hash_table_insert (model->types[space], (gpointer) row->name, type);
    }
}

static void
define_types (Model *model, WaxsealManifestNamespace space, const WaxsealManifestSchemaRow *rows)
{
  for (const WaxsealManifestSchemaRow *row = rows; row->name != NULL; row++)
    {
      WaxsealManifestSchemaType *type = g_hash_table_lookup (model->types[space], row->name);

      if (row->base != NULL)
        type->base = g_hash_table_lookup (model->types[space], row->base);
      if (row->content != NULL && *row->content != '\0')
        compile_content (model, type, row->content);
      if (row->attributes != NULL)
        compile_attributes (type, row->attributes);
    }
}

static gpointer
compile (gpointer data)
{
  const WaxsealManifestSchemaRow *rows[WAXSEAL_MANIFEST_N_NAMESPACES] = {
    [WAXSEAL_MANIFEST_NAMESPACE_BASE] = waxseal_manifest_schema_base_rows (),
    [WAXSEAL_MANIFEST_NAMESPACE_BASIC] = waxseal_manifest_schema_basic_rows (),
    [WAXSEAL_MANIFEST_NAMESPACE_OVERRIDES_1_0] = waxseal_manifest_schema_overrides_1_0_rows (),
    [WAXSEAL_MANIFEST_NAMESPACE_OVERRIDES_1_1] = waxseal_manifest_schema_overrides_1_1_rows (),
  };
  Model *model = g_new0 (Model, 1);

  for (guint i = 0; i < WAXSEAL_MANIFEST_N_NAMESPACES; i++)
    declare_types (model, i, rows[i]);
  for (guint i = 0; i < WAXSEAL_MANIFEST_N_NAMESPACES; i++)
    define_types (model, i, rows[i]);
  return model;
}

/** waxseal_manifest_schema_type_find: Returns: (transfer none) (nullable): the type of that name.
 */
const WaxsealManifestSchemaType *
waxseal_manifest_schema_type_find (WaxsealManifestNamespace space, const char *name)
{
  static GOnce once = G_ONCE_INIT;
  Model *model = g_once (&once, compile, NULL);

  return g_hash_table_lookup (model->types[space], name);
}

/** waxseal_manifest_schema_type_is_a: Returns: whether it may stand in the place of @base. */
gboolean
waxseal_manifest_schema_type_is_a (const WaxsealManifestSchemaType *self,
                                   const WaxsealManifestSchemaType *base)
{
  while (self != NULL && self != base)
    self = self->base;
  return self != NULL;
}
