/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "waxseal-manifest-addresses.h"

#include <stdlib.h>
#include <string.h>

#include "waxseal-manifest-index.h"
#include "waxseal-manifest-node.h"

/** Lister: what is found so far. */
typedef struct
{
  WaxsealManifestDocument *document;
  GPtrArray *list;
  GHashTable *by_address;
  GHashTable *sizes; /* from the node of a picture to a GArray */
} Lister;

static void
free_address (gpointer data)
{
  WaxsealManifestAddress *self = data;

  g_free (self->address);
  g_array_unref (self->sizes);
  g_free (self);
}

static int
compare_sizes (gconstpointer a, gconstpointer b)
{
  return (int) *(const guint *) a - (int) *(const guint *) b;
}

static void
add_size (GArray *sizes, guint size)
{
  for (guint i = 0; i < sizes->len; i++)
    if (g_array_index (sizes, guint, i) == size)
      return;
  g_array_append_val (sizes, size);
  g_array_sort (sizes, compare_sizes);
}

/* A picture for phones is scaled by as much as each of them wants (manifest.md, rule 35): what its
 * pixels are to be is nowhere said. */
static void
note_reference (Lister *lister, const WaxsealManifestReference *reference)
{
  const char *text = waxseal_manifest_node_get_attribute (reference->node, "size");
  guint size = text != NULL ? (guint) g_ascii_strtoull (text, NULL, 10) : 0;
  GArray *sizes;

  if (reference->resource == NULL || size == 0 || size > 1024 ||
      waxseal_manifest_node_get_attribute (reference->node, "scale") != NULL ||
      !g_str_equal (waxseal_manifest_node_get_name (reference->node), "Image"))
    return;
  sizes = g_hash_table_lookup (lister->sizes, reference->resource->node);
  if (sizes == NULL)
    {
      sizes = g_array_new (FALSE, FALSE, sizeof (guint));
      g_hash_table_insert (lister->sizes, reference->resource->node, sizes);
    }
  add_size (sizes, size);
}

static gboolean
can_be_asked (const char *address)
{
  WaxsealManifestFault fault = waxseal_manifest_address_find_fault (address);

  return fault == WAXSEAL_MANIFEST_FAULT_NONE || fault == WAXSEAL_MANIFEST_FAULT_EXAMPLE ||
         fault == WAXSEAL_MANIFEST_FAULT_LOCAL;
}

static WaxsealManifestAddress *
ensure_address (Lister *lister, const xmlNode *node, const char *text)
{
  g_autofree char *address = g_strndup (text, strcspn (text, "#"));
  WaxsealManifestAddress *self = g_hash_table_lookup (lister->by_address, address);
  const WaxsealManifestSpan *span;

  if (self != NULL)
    return self;
  self = g_new0 (WaxsealManifestAddress, 1);
  self->can_be_asked = can_be_asked (address);
  self->address = g_steal_pointer (&address);
  self->sizes = g_array_new (FALSE, FALSE, sizeof (guint));
  span = waxseal_manifest_document_get_span (lister->document, (xmlNode *) node);
  if (span != NULL)
    waxseal_manifest_document_get_position (lister->document,
                                            span->start,
                                            &self->line,
                                            &self->column);
  g_hash_table_insert (lister->by_address, self->address, self);
  g_ptr_array_add (lister->list, self);
  return self;
}

static void
note_link (Lister *lister, const WaxsealManifestLink *link)
{
  static const struct
  {
    const char *name;
    guint size;
  } icons[] = { { "IconUrl", 64 }, { "HighResolutionIconUrl", 128 }, { "Image", 0 } };
  xmlNode *owner = link->node;
  WaxsealManifestAddress *address;
  GArray *sizes;

  address = ensure_address (lister, link->node, link->address);
  if (g_str_equal (waxseal_manifest_node_get_name (owner), "Override"))
    owner = owner->parent;
  for (guint i = 0; i < G_N_ELEMENTS (icons); i++)
    if (g_str_equal (waxseal_manifest_node_get_name (owner), icons[i].name))
      {
        address->is_icon = TRUE;
        if (icons[i].size > 0)
          add_size (address->sizes, icons[i].size);
      }
  sizes = g_hash_table_lookup (lister->sizes, owner);
  for (guint i = 0; sizes != NULL && i < sizes->len; i++)
    add_size (address->sizes, g_array_index (sizes, guint, i));
}

static void
note_page (Lister *lister, const xmlNode *node, const char *text)
{
  if (text != NULL && *text != '\0')
    ensure_address (lister, node, text);
}

/* The page of help, which Outlook itself never loads, and which is no link of the index. */
static void
note_support (Lister *lister, const WaxsealManifestIndex *index)
{
  xmlNode *node = waxseal_manifest_node_find_child (index->root, "SupportUrl");
  xmlNode *other = waxseal_manifest_node_find_child (node, "Override");

  if (node == NULL)
    return;
  note_page (lister, node, waxseal_manifest_node_get_attribute (node, "DefaultValue"));
  for (; other != NULL; other = waxseal_manifest_node_find_sibling (other, "Override"))
    note_page (lister, other, waxseal_manifest_node_get_attribute (other, "Value"));
}

static int
compare_places (gconstpointer a, gconstpointer b)
{
  const WaxsealManifestAddress *first = *(WaxsealManifestAddress *const *) a;
  const WaxsealManifestAddress *second = *(WaxsealManifestAddress *const *) b;

  if (first->line != second->line)
    return (int) first->line - (int) second->line;
  return (int) first->column - (int) second->column;
}

/**
 * waxseal_manifest_addresses_list:
 * @has_more: (out): whether there are more than these
 *
 * Lists the addresses of pictures, pages and scripts, in all languages; AppDomains name hosts and
 * no pages. What is claimed of pictures is their size (manifest.md, rules 12 and 34).
 *
 * Returns: (transfer full) (element-type WaxsealManifestAddress): each address once, in the order
 *   of the text; at most %WAXSEAL_MANIFEST_ADDRESSES_MAX
 */
GPtrArray *
waxseal_manifest_addresses_list (WaxsealManifestDocument *document, gboolean *has_more)
{
  xmlNode *root = waxseal_manifest_document_get_root (document);
  Lister lister = { .document = document };
  g_autoptr (WaxsealManifestIndex) index = NULL;

  *has_more = FALSE;
  lister.list = g_ptr_array_new_with_free_func (free_address);
  if (root == NULL)
    return lister.list;
  index = waxseal_manifest_index_new (document, root);
  lister.by_address = g_hash_table_new (g_str_hash, g_str_equal);
  lister.sizes = g_hash_table_new_full (NULL, NULL, NULL, (GDestroyNotify) g_array_unref);
  for (guint i = 0; i < index->references->len; i++)
    note_reference (&lister, &g_array_index (index->references, WaxsealManifestReference, i));
  note_support (&lister, index);
  for (guint i = 0; i < index->links->len; i++)
    if (lister.list->len <= WAXSEAL_MANIFEST_ADDRESSES_MAX)
      note_link (&lister, &g_array_index (index->links, WaxsealManifestLink, i));
  *has_more = lister.list->len > WAXSEAL_MANIFEST_ADDRESSES_MAX;
  if (*has_more)
    g_ptr_array_set_size (lister.list, WAXSEAL_MANIFEST_ADDRESSES_MAX);
  g_ptr_array_sort (lister.list, compare_places);
  g_hash_table_unref (lister.by_address);
  g_hash_table_unref (lister.sizes);
  return lister.list;
}

/** waxseal_manifest_addresses_find: Returns: (transfer none) (nullable): the one that is @address.
 */
WaxsealManifestAddress *
waxseal_manifest_addresses_find (GPtrArray *addresses, const char *address)
{
  for (guint i = 0; i < addresses->len; i++)
    {
      WaxsealManifestAddress *one = g_ptr_array_index (addresses, i);

      if (g_str_equal (one->address, address))
        return one;
    }
  return NULL;
}
