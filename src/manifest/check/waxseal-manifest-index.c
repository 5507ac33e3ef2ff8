/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "waxseal-manifest-index.h"

#include <stdlib.h>
#include <string.h>

#include "waxseal-manifest-node.h"
#include "waxseal-manifest-tree.h"

/* What is set aside for the parts of each kind, and for references and for links. */
#define USUAL_PARTS      8
#define USUAL_REFERENCES 32

/** Walk: where in the tree the walk stands. */
typedef struct
{
  WaxsealManifestIndex *index;
  WaxsealManifestSite site;
  guint resource_kind; /* inside a section of Resources */
} Walk;

/** Role: what an element means to the walk, besides being a part. */
typedef enum
{
  ROLE_PART,
  ROLE_EXTENSION_POINT,
  ROLE_FORM_FACTOR,
  ROLE_FUNCTION_FILE,
  ROLE_HOST,
  ROLE_OVERRIDES,
  ROLE_SECTION,
} Role;

/** Known: an element that the walk looks at; @value is a part, or the kind of a section. */
typedef struct
{
  const char *name;
  Role role;
  guint value;
} Known;

/* By name, for bsearch(). */
static const Known known[] = {
  { "Action", ROLE_PART, WAXSEAL_MANIFEST_PART_ACTION },
  { "AppDomain", ROLE_PART, WAXSEAL_MANIFEST_PART_APP_DOMAIN },
  { "Control", ROLE_PART, WAXSEAL_MANIFEST_PART_CONTROL },
  { "DesktopFormFactor", ROLE_FORM_FACTOR, 0 },
  { "Event", ROLE_PART, WAXSEAL_MANIFEST_PART_EVENT },
  { "ExtendedPermission", ROLE_PART, WAXSEAL_MANIFEST_PART_EXTENDED_PERMISSION },
  { "ExtensionPoint", ROLE_EXTENSION_POINT, WAXSEAL_MANIFEST_PART_EXTENSION_POINT },
  { "FunctionFile", ROLE_FUNCTION_FILE, 0 },
  { "Group", ROLE_PART, WAXSEAL_MANIFEST_PART_GROUP },
  { "Host", ROLE_HOST, 0 },
  { "Icon", ROLE_PART, WAXSEAL_MANIFEST_PART_ICON },
  { "Images", ROLE_SECTION, WAXSEAL_MANIFEST_RESOURCE_IMAGE },
  { "Item", ROLE_PART, WAXSEAL_MANIFEST_PART_CONTROL },
  { "LaunchEvent", ROLE_PART, WAXSEAL_MANIFEST_PART_LAUNCH_EVENT },
  { "LongStrings", ROLE_SECTION, WAXSEAL_MANIFEST_RESOURCE_LONG_STRING },
  { "MobileFormFactor", ROLE_FORM_FACTOR, 0 },
  { "Rule", ROLE_PART, WAXSEAL_MANIFEST_PART_RULE },
  { "Runtime", ROLE_PART, WAXSEAL_MANIFEST_PART_RUNTIME },
  { "ShortStrings", ROLE_SECTION, WAXSEAL_MANIFEST_RESOURCE_SHORT_STRING },
  { "Urls", ROLE_SECTION, WAXSEAL_MANIFEST_RESOURCE_URL },
  { "VersionOverrides", ROLE_OVERRIDES, 0 },
  { "WebApplicationInfo", ROLE_PART, WAXSEAL_MANIFEST_PART_WEB_APPLICATION },
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
compare_known (const void *key, const void *one)
{
  const char *name = key;
  const char *other = ((const Known *) one)->name;

  /* The first letter nearly always tells. */
  return *name != *other ? *name - *other : strcmp (name, other);
}

static void
note_part (Walk *walk, WaxsealManifestPart part)
{
  g_array_append_val (walk->index->parts[part], walk->site);
}

/* Whether Outlook loads what the value of @node leads to. */
static gboolean
is_loaded (const xmlNode *node)
{
  static const char *const names[] = {
    "IconUrl", "HighResolutionIconUrl", "SourceLocation", "Image", "Url",
  };

  for (guint i = 0; i < G_N_ELEMENTS (names); i++)
    if (waxseal_manifest_tree_is_name (node->name, names[i]))
      return TRUE;
  return FALSE;
}

static void
note_link (Walk *walk, xmlNode *node, const char *address)
{
  WaxsealManifestLink link = { node, address, WAXSEAL_MANIFEST_FAULT_NONE };

  if (address == NULL || *address == '\0')
    return;
  link.fault = waxseal_manifest_address_find_fault (address);
  g_array_append_val (walk->index->links, link);
}

static void
note_setting (Walk *walk, xmlNode *node, const char *value)
{
  xmlNode *other = NULL;

  note_part (walk, WAXSEAL_MANIFEST_PART_SETTING);
  if (!is_loaded (node))
    return;

  note_link (walk, node, value);
  for (other = waxseal_manifest_node_find_child (node, "Override"); other != NULL;
       other = waxseal_manifest_node_find_sibling (other, "Override"))
    note_link (walk, other, waxseal_manifest_node_get_attribute (other, "Value"));
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
  WaxsealManifestReference reference = {
    node, id, WAXSEAL_MANIFEST_RESOURCE_ANY, walk->site.overrides
  };

  for (guint i = 0; i < G_N_ELEMENTS (reference_kinds); i++)
    if (waxseal_manifest_tree_is_name (node->name, reference_kinds[i].name))
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

/* Inside VersionOverrides, elements refer to resources, and a section of Resources has them. */
static void
note_override (Walk *walk, xmlNode *node)
{
  const char *id =
    waxseal_manifest_node_get_attribute (node, walk->resource_kind != 0 ? "id" : "resid");

  if (id == NULL)
    return;
  if (walk->resource_kind != 0)
    note_resource (walk, node, id);
  else
    note_reference (walk, node, id);
}

static void
note_known (Walk *walk, xmlNode *node, const Known *one)
{
  switch (one->role)
    {
    case ROLE_OVERRIDES:
      enter_overrides (walk, node);
      break;
    case ROLE_HOST:
      walk->site.host = node;
      break;
    case ROLE_FORM_FACTOR:
      walk->site.form_factor = node;
      break;
    case ROLE_FUNCTION_FILE:
      if (walk->site.form_factor != NULL)
        g_hash_table_add (walk->index->function_files, walk->site.form_factor);
      break;
    case ROLE_SECTION:
      if (walk->site.overrides != NULL)
        walk->resource_kind = one->value;
      break;
    case ROLE_EXTENSION_POINT:
      if (walk->site.overrides != NULL)
        g_hash_table_add (walk->site.overrides->extension_points,
                          (gpointer) waxseal_manifest_node_get_type (node));
      note_part (walk, one->value);
      break;
    case ROLE_PART:
    default:
      note_part (walk, one->value);
      break;
    }
}

/* @walk is a copy for the elements below, so that leaving them needs no undoing. */
static void
visit (Walk walk, xmlNode *node)
{
  const char *name = waxseal_manifest_node_get_name (node);
  const Known *one = bsearch (name, known, G_N_ELEMENTS (known), sizeof known[0], compare_known);
  const char *value = waxseal_manifest_node_get_attribute (node, "DefaultValue");

  walk.site.node = node;
  if (walk.site.overrides != NULL)
    note_override (&walk, node);
  if (one != NULL)
    note_known (&walk, node, one);
  if (value != NULL)
    note_setting (&walk, node, value);

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
    self->parts[i] = g_array_sized_new (FALSE, FALSE, sizeof (WaxsealManifestSite), USUAL_PARTS);
  self->references =
    g_array_sized_new (FALSE, FALSE, sizeof (WaxsealManifestReference), USUAL_REFERENCES);
  self->links = g_array_sized_new (FALSE, FALSE, sizeof (WaxsealManifestLink), USUAL_REFERENCES);
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
  g_array_unref (self->links);
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
