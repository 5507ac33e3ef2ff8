/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "waxseal-manifest-map.h"

#include "waxseal-manifest-tree.h"

/**
 * WaxsealManifestMap:
 *
 * Where the fields of #WaxsealAddinIdentity are in one manifest. Of a field's places the first one
 * gives its value; the others say the same thing again, as long as they have the same value.
 */
struct _WaxsealManifestMap
{
  xmlNode *root;
  GHashTable *children;  /* of the root: name -> the first xmlNode* */
  GPtrArray *overrides;  /* xmlNode*, the innermost first */
  GPtrArray *buttons;    /* xmlNode* or NULL, one for each of them */
  GPtrArray *places;     /* GArray of WaxsealManifestPlace, one for each field */
  GHashTable *mentions;  /* xmlNode* -> property: what only points to a place */
  guint n_references;    /* that were looked up */
  const char *collected; /* the property of the field that is being collected */
};

typedef void (*CollectFunc) (WaxsealManifestMap *self, const char *what, GArray *places);

static const char *const tooltip_path[] = { "Supertip", "Description", NULL };
static const char *const title_path[] = { "Supertip", "Title", NULL };
static const char *const label_path[] = { "Label", NULL };
static const char *const action_path[] = { "Action", "SourceLocation", NULL };
static const char *const icon_path[] = { "Icon", NULL };

static xmlNode *
find_in_root (WaxsealManifestMap *self, const char *name)
{
  return g_hash_table_lookup (self->children, name);
}

static void
add_place (GArray *places, xmlNode *node, const char *attribute)
{
  WaxsealManifestPlace place = { node, attribute };
  guint i;

  for (i = 0; i < places->len; i++)
    if (g_array_index (places, WaxsealManifestPlace, i).node == node)
      return;
  if (node != NULL && places->len < WAXSEAL_MANIFEST_MAP_MAX_PLACES)
    g_array_append_val (places, place);
}

static void
add_reference (WaxsealManifestMap *self, xmlNode *overrides, xmlNode *reference, GArray *places)
{
  if (reference == NULL || self->n_references == WAXSEAL_MANIFEST_MAP_MAX_REFERENCES)
    return;
  self->n_references++;
  g_hash_table_insert (self->mentions, reference, (gpointer) self->collected);
  add_place (places, waxseal_manifest_tree_find_resource (overrides, reference), "DefaultValue");
}

static void
collect_text (WaxsealManifestMap *self, const char *what, GArray *places)
{
  add_place (places, find_in_root (self, what), NULL);
}

static void
collect_value (WaxsealManifestMap *self, const char *what, GArray *places)
{
  add_place (places, find_in_root (self, what), "DefaultValue");
}

/* The name of the add-in is usually the name of its group on the ribbon, too. */
static void
collect_name (WaxsealManifestMap *self, const char *what, GArray *places)
{
  guint i, n_groups = 0;

  collect_value (self, what, places);
  for (i = 0; i < self->overrides->len && places->len > 0; i++)
    {
      xmlNode *top = g_ptr_array_index (self->overrides, i), *node;

      for (node = top; node != NULL; node = waxseal_manifest_tree_next_own (node, top))
        if (waxseal_manifest_tree_is (node, "Group") &&
            n_groups++ < WAXSEAL_MANIFEST_MAP_MAX_GROUPS)
          add_reference (self, top, waxseal_manifest_tree_find_child (node, "Label"), places);
    }
}

static void
collect_description (WaxsealManifestMap *self, const char *what, GArray *places)
{
  guint i;

  collect_value (self, what, places);
  for (i = 0; i < self->overrides->len && places->len > 0; i++)
    {
      xmlNode *top = g_ptr_array_index (self->overrides, i);

      add_reference (self, top, waxseal_manifest_tree_find_child (top, what), places);
    }
}

static void
collect_domains (WaxsealManifestMap *self, const char *what, GArray *places)
{
  xmlNode *domains = find_in_root (self, what);
  xmlNode *node = waxseal_manifest_tree_find_child (domains, "AppDomain");

  if (domains != NULL)
    g_hash_table_insert (self->mentions, domains, (gpointer) self->collected);
  for (; node != NULL; node = xmlNextElementSibling (node))
    {
      WaxsealManifestPlace place = { node, NULL };

      if (waxseal_manifest_tree_is (node, "AppDomain"))
        g_array_append_val (places, place);
    }
}

/* Older samples of Microsoft's write "MailBox". */
static gboolean
names_mailbox (xmlNode *set)
{
  g_autofree char *name = waxseal_manifest_tree_dup_attribute (set, "Name");

  return name != NULL && g_ascii_strcasecmp (name, "Mailbox") == 0;
}

/* What a Set does not say itself, DefaultMinVersion says for it (manifest.md, rule 17). */
static void
collect_mailbox_version (WaxsealManifestMap *self, const char *what, GArray *places)
{
  xmlNode *sets = waxseal_manifest_tree_find_child (find_in_root (self, "Requirements"), "Sets");
  xmlNode *set = waxseal_manifest_tree_find_child (sets, "Set");

  while (set != NULL && !(waxseal_manifest_tree_is (set, "Set") && names_mailbox (set)))
    set = xmlNextElementSibling (set);
  if (set == NULL)
    return;
  if (xmlHasProp (set, (const xmlChar *) "MinVersion") == NULL &&
      xmlHasProp (sets, (const xmlChar *) "DefaultMinVersion") != NULL)
    add_place (places, sets, "DefaultMinVersion");
  else
    add_place (places, set, "MinVersion");
}

static void
collect_of_button (WaxsealManifestMap *self, const char *const *path, GArray *places)
{
  guint i;

  for (i = 0; i < self->overrides->len; i++)
    {
      xmlNode *top = g_ptr_array_index (self->overrides, i);
      xmlNode *button = g_ptr_array_index (self->buttons, i);

      add_reference (self, top, waxseal_manifest_tree_find_path (button, path), places);
    }
}

/* FormSettings is for clients without add-in commands; it often shows the same page. */
static void
collect_taskpane (WaxsealManifestMap *self, const char *what, GArray *places)
{
  xmlNode *forms = find_in_root (self, "FormSettings"), *node;

  collect_of_button (self, action_path, places);
  for (node = forms; node != NULL; node = waxseal_manifest_tree_next (node, forms))
    if (waxseal_manifest_tree_is (node, "SourceLocation"))
      add_place (places, node, "DefaultValue");
}

static void
collect_label (WaxsealManifestMap *self, const char *what, GArray *places)
{
  collect_of_button (self, label_path, places);
  if (places->len > 0)
    collect_of_button (self, title_path, places);
}

static void
collect_tooltip (WaxsealManifestMap *self, const char *what, GArray *places)
{
  collect_of_button (self, tooltip_path, places);
}

static void
collect_icon (WaxsealManifestMap *self, const char *what, GArray *places)
{
  guint i;

  for (i = 0; i < self->overrides->len; i++)
    {
      xmlNode *top = g_ptr_array_index (self->overrides, i);
      xmlNode *icon =
        waxseal_manifest_tree_find_path (g_ptr_array_index (self->buttons, i), icon_path);
      xmlNode *image = waxseal_manifest_tree_find_child (icon, "Image");

      for (; image != NULL; image = xmlNextElementSibling (image))
        if (waxseal_manifest_tree_has_attribute (image, "size", what))
          add_reference (self, top, image, places);
    }
}

/* The children of OfficeApp are in the order that they need (manifest.md, rule 3). Where two fields
 * have the same place and both are changed, the later one in this table gets it. */
static const struct
{
  WaxsealManifestField field;
  CollectFunc collect;
  const char *what;
} fields[] = {
  { { "id", "Id", WAXSEAL_MANIFEST_FIELD_TEXT }, collect_text, "Id" },
  { { "version", "Version", WAXSEAL_MANIFEST_FIELD_TEXT }, collect_text, "Version" },
  { { "provider-name", "ProviderName", WAXSEAL_MANIFEST_FIELD_TEXT },
    collect_text,
    "ProviderName" },
  { { "default-locale", "DefaultLocale", WAXSEAL_MANIFEST_FIELD_TEXT },
    collect_text,
    "DefaultLocale" },
  { { "display-name", "DisplayName", WAXSEAL_MANIFEST_FIELD_TRANSLATED },
    collect_name,
    "DisplayName" },
  { { "description", "Description", WAXSEAL_MANIFEST_FIELD_TRANSLATED },
    collect_description,
    "Description" },
  { { "icon-url", "IconUrl", WAXSEAL_MANIFEST_FIELD_REMOVABLE }, collect_value, "IconUrl" },
  { { "high-resolution-icon-url", "HighResolutionIconUrl", WAXSEAL_MANIFEST_FIELD_REMOVABLE },
    collect_value,
    "HighResolutionIconUrl" },
  { { "support-url", "SupportUrl", WAXSEAL_MANIFEST_FIELD_REMOVABLE },
    collect_value,
    "SupportUrl" },
  { { "app-domains", "AppDomains", WAXSEAL_MANIFEST_FIELD_LIST }, collect_domains, "AppDomains" },
  { { "mailbox-version", NULL, 0 }, collect_mailbox_version, NULL },
  { { "permissions",
      "Permissions",
      WAXSEAL_MANIFEST_FIELD_TEXT | WAXSEAL_MANIFEST_FIELD_REMOVABLE },
    collect_text,
    "Permissions" },
  { { "taskpane-url", NULL, 0 }, collect_taskpane, NULL },
  { { "button-label", NULL, WAXSEAL_MANIFEST_FIELD_TRANSLATED }, collect_label, NULL },
  { { "button-tooltip", NULL, WAXSEAL_MANIFEST_FIELD_TRANSLATED }, collect_tooltip, NULL },
  { { "button-icon-16", NULL, 0 }, collect_icon, "16" },
  { { "button-icon-32", NULL, 0 }, collect_icon, "32" },
  { { "button-icon-80", NULL, 0 }, collect_icon, "80" },
};

/** waxseal_manifest_map_n_fields: Returns: how many fields a manifest can have. */
guint
waxseal_manifest_map_n_fields (void)
{
  return G_N_ELEMENTS (fields);
}

/** waxseal_manifest_map_get_field: Returns: (transfer none): the field at @index, from 0. */
const WaxsealManifestField *
waxseal_manifest_map_get_field (guint index)
{
  return &fields[index].field;
}

/** waxseal_manifest_map_find_field: Returns: the index of the field of @property, or -1. */
int
waxseal_manifest_map_find_field (const char *property)
{
  guint i;

  for (i = 0; i < G_N_ELEMENTS (fields); i++)
    if (g_strcmp0 (fields[i].field.property, property) == 0)
      return i;
  return -1;
}

static gboolean
is_primary_of_another (WaxsealManifestMap *self, guint index, xmlNode *node)
{
  guint i;

  for (i = 0; i < self->places->len; i++)
    {
      GArray *places = g_ptr_array_index (self->places, i);

      if (i != index && places->len > 0 &&
          g_array_index (places, WaxsealManifestPlace, 0).node == node)
        return TRUE;
    }
  return FALSE;
}

/* A place that gives another field its value does not follow this one. */
static void
drop_foreign_places (WaxsealManifestMap *self, guint index)
{
  GArray *places = g_ptr_array_index (self->places, index);
  guint i;

  for (i = places->len; i-- > 1;)
    if (is_primary_of_another (self, index, g_array_index (places, WaxsealManifestPlace, i).node))
      g_array_remove_index (places, i);
}

/* In one go, as a file may have millions. */
static GHashTable *
index_children (xmlNode *root)
{
  GHashTable *children = g_hash_table_new (g_str_hash, g_str_equal);
  xmlNode *node = root != NULL ? xmlFirstElementChild (root) : NULL;

  for (; node != NULL; node = xmlNextElementSibling (node))
    if (!g_hash_table_contains (children, node->name))
      g_hash_table_insert (children, (gpointer) node->name, node);
  return children;
}

static WaxsealManifestMap *
create_map (xmlNode *root)
{
  WaxsealManifestMap *self = g_new0 (WaxsealManifestMap, 1);
  guint i;

  self->root = waxseal_manifest_tree_is (root, "OfficeApp") ? root : NULL;
  self->children = index_children (self->root);
  self->overrides = waxseal_manifest_tree_list_overrides (self->root);
  if (self->overrides->len > WAXSEAL_MANIFEST_MAP_MAX_OVERRIDES)
    g_ptr_array_remove_range (self->overrides,
                              0,
                              self->overrides->len - WAXSEAL_MANIFEST_MAP_MAX_OVERRIDES);
  self->buttons = g_ptr_array_new ();
  for (i = 0; i < self->overrides->len; i++)
    g_ptr_array_add (self->buttons,
                     waxseal_manifest_tree_find_button (g_ptr_array_index (self->overrides, i)));
  self->places = g_ptr_array_new_with_free_func ((GDestroyNotify) g_array_unref);
  self->mentions = g_hash_table_new (NULL, NULL);
  for (i = 0; i < G_N_ELEMENTS (fields); i++)
    {
      GArray *places = g_array_new (FALSE, FALSE, sizeof (WaxsealManifestPlace));

      self->collected = fields[i].field.property;
      fields[i].collect (self, fields[i].what, places);
      g_ptr_array_add (self->places, places);
    }
  for (i = 0; i < G_N_ELEMENTS (fields); i++)
    if ((fields[i].field.flags & WAXSEAL_MANIFEST_FIELD_LIST) == 0)
      drop_foreign_places (self, i);
  return self;
}

static void
free_map (gpointer data)
{
  WaxsealManifestMap *self = data;

  g_hash_table_unref (self->children);
  g_ptr_array_unref (self->overrides);
  g_ptr_array_unref (self->buttons);
  g_ptr_array_unref (self->places);
  g_hash_table_unref (self->mentions);
  g_free (self);
}

/**
 * waxseal_manifest_map_of:
 *
 * Returns: (transfer none): the map of @document, which keeps it, as neither ever changes. Not for
 *   use by several threads at once.
 */
WaxsealManifestMap *
waxseal_manifest_map_of (WaxsealManifestDocument *document)
{
  WaxsealManifestMap *self = g_object_get_data (G_OBJECT (document), "waxseal-manifest-map");

  if (self == NULL)
    {
      self = create_map (waxseal_manifest_document_get_root (document));
      g_object_set_data_full (G_OBJECT (document), "waxseal-manifest-map", self, free_map);
    }
  return self;
}

/** waxseal_manifest_map_get_places: Returns: (transfer none): #WaxsealManifestPlace of a field. */
GArray *
waxseal_manifest_map_get_places (WaxsealManifestMap *self, guint index)
{
  return g_ptr_array_index (self->places, index);
}

/** waxseal_manifest_map_find_mention: Returns: (nullable): what a resid at @node is about. */
const char *
waxseal_manifest_map_find_mention (WaxsealManifestMap *self, xmlNode *node)
{
  return g_hash_table_lookup (self->mentions, node);
}
