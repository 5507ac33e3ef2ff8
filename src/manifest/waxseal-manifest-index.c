/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "waxseal-manifest-index.h"

#include <stdlib.h>
#include <string.h>

#include "waxseal-manifest-node.h"

/** Walk: where in the tree the walk stands. */
typedef struct
{
  WaxsealManifestIndex *index;
  WaxsealManifestSite site;
  guint resource_kind; /* inside a section of Resources */
} Walk;

typedef struct
{
  const char *name;
  WaxsealManifestPart part;
} NamedPart;

/* By name, for bsearch(). */
static const NamedPart parts[] = {
  { "Action", WAXSEAL_MANIFEST_PART_ACTION },
  { "AppDomain", WAXSEAL_MANIFEST_PART_APP_DOMAIN },
  { "Control", WAXSEAL_MANIFEST_PART_CONTROL },
  { "Event", WAXSEAL_MANIFEST_PART_EVENT },
  { "ExtendedPermission", WAXSEAL_MANIFEST_PART_EXTENDED_PERMISSION },
  { "ExtensionPoint", WAXSEAL_MANIFEST_PART_EXTENSION_POINT },
  { "Group", WAXSEAL_MANIFEST_PART_GROUP },
  { "Icon", WAXSEAL_MANIFEST_PART_ICON },
  { "Item", WAXSEAL_MANIFEST_PART_CONTROL },
  { "LaunchEvent", WAXSEAL_MANIFEST_PART_LAUNCH_EVENT },
  { "Rule", WAXSEAL_MANIFEST_PART_RULE },
  { "Runtime", WAXSEAL_MANIFEST_PART_RUNTIME },
  { "WebApplicationInfo", WAXSEAL_MANIFEST_PART_WEB_APPLICATION },
};

static const struct
{
  const char *section;
  guint kind;
} sections[] = {
  { "Images", WAXSEAL_MANIFEST_RESOURCE_IMAGE },
  { "Urls", WAXSEAL_MANIFEST_RESOURCE_URL },
  { "ShortStrings", WAXSEAL_MANIFEST_RESOURCE_SHORT_STRING },
  { "LongStrings", WAXSEAL_MANIFEST_RESOURCE_LONG_STRING },
};

/* manifest.md, rule 29. Elements that are not listed may refer to anything. */
static const struct
{
  const char *name;
  guint kinds;
} reference_kinds[] = {
  { "Label", WAXSEAL_MANIFEST_RESOURCE_SHORT_STRING },
  { "Title", WAXSEAL_MANIFEST_RESOURCE_SHORT_STRING },
  { "Tooltip", WAXSEAL_MANIFEST_RESOURCE_SHORT_STRING | WAXSEAL_MANIFEST_RESOURCE_LONG_STRING },
  { "Description", WAXSEAL_MANIFEST_RESOURCE_LONG_STRING },
  { "SourceLocation", WAXSEAL_MANIFEST_RESOURCE_URL },
  { "FunctionFile", WAXSEAL_MANIFEST_RESOURCE_URL },
  { "Runtime", WAXSEAL_MANIFEST_RESOURCE_URL },
  { "Override", WAXSEAL_MANIFEST_RESOURCE_URL },
  { "Image", WAXSEAL_MANIFEST_RESOURCE_IMAGE },
};

static int
compare_part (const void *name, const void *part)
{
  return strcmp (name, ((const NamedPart *) part)->name);
}

static void
note_part (Walk *walk, WaxsealManifestPart part)
{
  g_array_append_val (walk->index->parts[part], walk->site);
}

static void
note_resource (Walk *walk, xmlNode *node, const char *id)
{
  WaxsealManifestOverrides *overrides = walk->site.overrides;
  WaxsealManifestResource *resource = g_hash_table_lookup (overrides->resources_by_id, id);

  if (resource != NULL)
    {
      resource->kinds |= walk->resource_kind;
      g_ptr_array_add (overrides->twins, node);
      return;
    }

  resource = g_new0 (WaxsealManifestResource, 1);
  resource->node = node;
  resource->id = id;
  resource->kinds = walk->resource_kind;
  g_ptr_array_add (overrides->resources, resource);
  g_hash_table_insert (overrides->resources_by_id, (gpointer) id, resource);
}

static void
note_reference (Walk *walk, xmlNode *node, const char *id)
{
  const char *name = waxseal_manifest_node_get_name (node);
  WaxsealManifestReference reference = {
    node, id, WAXSEAL_MANIFEST_RESOURCE_ANY, walk->site.overrides
  };

  for (guint i = 0; i < G_N_ELEMENTS (reference_kinds); i++)
    if (g_str_equal (reference_kinds[i].name, name))
      reference.kinds = reference_kinds[i].kinds;
  g_array_append_val (walk->index->references, reference);
}

static void
enter_overrides (Walk *walk, xmlNode *node)
{
  WaxsealManifestOverrides *overrides = g_new0 (WaxsealManifestOverrides, 1);

  overrides->node = node;
  overrides->parent = walk->site.overrides;
  if (overrides->parent != NULL)
    overrides->parent->inner = overrides;
  overrides->twins = g_ptr_array_new ();
  overrides->resources = g_ptr_array_new_with_free_func (g_free);
  overrides->resources_by_id = g_hash_table_new (g_str_hash, g_str_equal);
  overrides->extension_points = g_hash_table_new (g_str_hash, g_str_equal);
  overrides->requirement = waxseal_manifest_index_read_requirement (
    waxseal_manifest_node_find_child (node, "Requirements"), NULL);
  g_ptr_array_add (walk->index->overrides, overrides);
  walk->site.overrides = overrides;
}

static void
enter_section (Walk *walk, const char *name)
{
  for (guint i = 0; i < G_N_ELEMENTS (sections); i++)
    if (g_str_equal (sections[i].section, name))
      walk->resource_kind = sections[i].kind;
}

/* What stands only inside VersionOverrides. */
static void
note_override (Walk *walk, xmlNode *node)
{
  const char *name = waxseal_manifest_node_get_name (node);
  const char *id = waxseal_manifest_node_get_attribute (node, "resid");

  if (walk->resource_kind != 0)
    {
      id = waxseal_manifest_node_get_attribute (node, "id");
      if (id != NULL)
        note_resource (walk, node, id);
      return;
    }

  if (id != NULL)
    note_reference (walk, node, id);
  if (g_str_equal (name, "ExtensionPoint"))
    g_hash_table_add (walk->site.overrides->extension_points,
                      (gpointer) waxseal_manifest_node_get_type (node));
  else if (g_str_equal (name, "Host"))
    walk->site.host = node;
  else if (g_str_has_suffix (name, "FormFactor"))
    walk->site.form_factor = node;
  else if (g_str_equal (name, "FunctionFile") && walk->site.form_factor != NULL)
    g_hash_table_add (walk->index->function_files, walk->site.form_factor);
  else
    enter_section (walk, name);
}

/* @walk is a copy for the elements below, so that leaving them needs no undoing. */
static void
visit (Walk walk, xmlNode *node)
{
  const char *name = waxseal_manifest_node_get_name (node);
  const NamedPart *found =
    bsearch (name, parts, G_N_ELEMENTS (parts), sizeof parts[0], compare_part);

  walk.site.node = node;
  if (g_str_equal (name, "VersionOverrides"))
    enter_overrides (&walk, node);
  else if (walk.site.overrides != NULL)
    note_override (&walk, node);

  if (found != NULL)
    note_part (&walk, found->part);
  if (waxseal_manifest_node_get_attribute (node, "DefaultValue") != NULL)
    note_part (&walk, WAXSEAL_MANIFEST_PART_SETTING);

  for (xmlNode *child = node->children; child != NULL; child = child->next)
    if (child->type == XML_ELEMENT_NODE)
      visit (walk, child);
}

/* A reference is looked up in its own Resources, then in those around (manifest.md, rule 28). */
static void
resolve_references (WaxsealManifestIndex *self)
{
  for (guint i = 0; i < self->references->len; i++)
    {
      WaxsealManifestReference *reference =
        &g_array_index (self->references, WaxsealManifestReference, i);
      WaxsealManifestOverrides *overrides = reference->overrides;

      reference->resource = g_hash_table_lookup (overrides->resources_by_id, reference->id);
      if (reference->resource == NULL && overrides->parent != NULL)
        reference->resource =
          g_hash_table_lookup (overrides->parent->resources_by_id, reference->id);
      if (reference->resource != NULL)
        reference->resource->is_used = TRUE;
    }
}

static void
free_overrides (gpointer data)
{
  WaxsealManifestOverrides *overrides = data;

  g_ptr_array_unref (overrides->resources);
  g_ptr_array_unref (overrides->twins);
  g_hash_table_unref (overrides->resources_by_id);
  g_hash_table_unref (overrides->extension_points);
  g_free (overrides);
}

/** waxseal_manifest_index_new: Returns: (transfer full): the index; @document must stay alive. */
WaxsealManifestIndex *
waxseal_manifest_index_new (WaxsealManifestDocument *document, xmlNode *root)
{
  WaxsealManifestIndex *self = g_new0 (WaxsealManifestIndex, 1);
  Walk walk = { self };

  self->root = root;
  self->document = document;
  for (guint i = 0; i < WAXSEAL_MANIFEST_N_PARTS; i++)
    self->parts[i] = g_array_new (FALSE, FALSE, sizeof (WaxsealManifestSite));
  self->references = g_array_new (FALSE, FALSE, sizeof (WaxsealManifestReference));
  self->overrides = g_ptr_array_new_with_free_func (free_overrides);
  self->function_files = g_hash_table_new (NULL, NULL);
  visit (walk, root);
  resolve_references (self);
  return self;
}

/** waxseal_manifest_index_free: frees the index. */
void
waxseal_manifest_index_free (WaxsealManifestIndex *self)
{
  for (guint i = 0; i < WAXSEAL_MANIFEST_N_PARTS; i++)
    g_array_unref (self->parts[i]);
  g_array_unref (self->references);
  g_ptr_array_unref (self->overrides);
  g_hash_table_unref (self->function_files);
  g_free (self);
}

/* “1.12” as 112; 0 for anything else. */
static guint
read_version (const char *text)
{
  char *end;
  guint64 major = g_ascii_strtoull (text, &end, 10);

  if (end == text || *end != '.' || major > 99)
    return 0;
  return major * 100 + MIN (g_ascii_strtoull (end + 1, NULL, 10), 99);
}

static gboolean
is_mailbox (const xmlNode *set)
{
  const char *name = waxseal_manifest_node_get_attribute (set, "Name");

  return name != NULL && g_ascii_strcasecmp (name, "Mailbox") == 0;
}

/**
 * waxseal_manifest_index_read_requirement:
 * @requirements: (nullable): a Requirements element, base or override
 * @set: (out) (optional) (nullable): its Set that names Mailbox
 *
 * Returns: the Mailbox version it asks for, as 100 * major + minor; 0 where it asks for none.
 */
guint
waxseal_manifest_index_read_requirement (const xmlNode *requirements, xmlNode **set)
{
  xmlNode *sets = waxseal_manifest_node_find_child (requirements, "Sets");
  xmlNode *one = waxseal_manifest_node_find_child (sets, "Set");
  const char *version = NULL;

  while (one != NULL && !is_mailbox (one))
    one = waxseal_manifest_node_find_sibling (one, "Set");

  if (set != NULL)
    *set = one;
  if (one == NULL)
    return 0;

  version = waxseal_manifest_node_get_attribute (one, "MinVersion");
  if (version == NULL)
    version = waxseal_manifest_node_get_attribute (sets, "DefaultMinVersion");
  return read_version (version != NULL ? version : "1.1");
}
