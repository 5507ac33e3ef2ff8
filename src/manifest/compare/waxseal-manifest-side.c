/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "waxseal-manifest-side.h"

#include <string.h>

#include "waxseal-manifest-form.h"
#include "waxseal-manifest-node.h"

/* How many namespace declarations are looked at, at most, to find what prefixes stand for; a file
 * with more of them has its prefixes compared as they are. */
#define MAX_LOOKUPS (4 * 1000 * 1000)

/** Scope: the resources that an element can refer to: of its VersionOverrides, then of those
 * around it. */
typedef struct _Scope Scope;
struct _Scope
{
  GHashTable *by_id;
  const Scope *parent;
};

static void
note_resources (WaxsealManifestSide *self, Scope *scope, const xmlNode *resources)
{
  for (xmlNode *list = xmlFirstElementChild ((xmlNode *) resources); list != NULL;
       list = xmlNextElementSibling (list))
    for (xmlNode *node = xmlFirstElementChild (list); node != NULL;
         node = xmlNextElementSibling (node))
      {
        const char *id = waxseal_manifest_node_get_attribute (node, "id");
        guint number;

        if (id == NULL)
          continue;
        number = waxseal_manifest_interner_intern (self->interner, id, strlen (id));
        if (!g_hash_table_contains (scope->by_id, GUINT_TO_POINTER (number)))
          g_hash_table_insert (scope->by_id, GUINT_TO_POINTER (number), node);
      }
}

static void
resolve (WaxsealManifestSide *self, const Scope *scope, xmlNode *node)
{
  const char *id = waxseal_manifest_node_get_attribute (node, "resid");
  xmlNode *resource = NULL;
  guint number;

  if (id == NULL)
    return;
  number = waxseal_manifest_interner_intern (self->interner, id, strlen (id));
  for (; scope != NULL && resource == NULL; scope = scope->parent)
    resource = g_hash_table_lookup (scope->by_id, GUINT_TO_POINTER (number));
  if (resource == NULL)
    return;
  g_hash_table_insert (self->resources, node, resource);
  g_hash_table_add (self->used, resource);
}

static void
find_references (WaxsealManifestSide *self, const Scope *outer, xmlNode *node)
{
  g_autoptr (GHashTable) by_id = NULL;
  Scope scope = { NULL, outer };
  const Scope *inner = outer;

  if (g_str_equal (waxseal_manifest_node_get_name (node), "VersionOverrides"))
    {
      xmlNode *child = waxseal_manifest_node_find_child (node, "Resources");

      scope.by_id = by_id = g_hash_table_new (NULL, NULL);
      for (; child != NULL; child = waxseal_manifest_node_find_sibling (child, "Resources"))
        note_resources (self, &scope, child);
      inner = &scope;
    }
  if (inner != NULL)
    resolve (self, inner, node);

  for (xmlNode *child = xmlFirstElementChild (node); child != NULL;
       child = xmlNextElementSibling (child))
    if (inner == NULL || !g_str_equal (waxseal_manifest_node_get_name (child), "Resources"))
      find_references (self, inner, child);
}

/** waxseal_manifest_side_new:
 * @document: well-formed; kept
 * @interner: that of both sides; must stay alive
 *
 * Returns: (transfer full): the side. */
WaxsealManifestSide *
waxseal_manifest_side_new (WaxsealManifestDocument *document, WaxsealManifestInterner *interner)
{
  WaxsealManifestSide *self = g_new0 (WaxsealManifestSide, 1);
  xmlNode *root = waxseal_manifest_document_get_root (document);

  self->document = g_object_ref (document);
  self->interner = interner;
  self->forms = g_hash_table_new (NULL, NULL);
  self->resources = g_hash_table_new (NULL, NULL);
  self->used = g_hash_table_new (NULL, NULL);
  self->n_lookups = MAX_LOOKUPS;
  find_references (self, NULL, root);
  waxseal_manifest_form_compute (self, root);
  return self;
}

/** waxseal_manifest_side_free: frees it. */
void
waxseal_manifest_side_free (WaxsealManifestSide *self)
{
  g_object_unref (self->document);
  g_hash_table_unref (self->forms);
  g_hash_table_unref (self->resources);
  g_hash_table_unref (self->used);
  g_free (self);
}

/** waxseal_manifest_side_get_resource: Returns: (transfer none) (nullable): what @node refers to.
 */
xmlNode *
waxseal_manifest_side_get_resource (WaxsealManifestSide *self, const xmlNode *node)
{
  return g_hash_table_lookup (self->resources, node);
}

/** waxseal_manifest_side_get_form: Returns: the number of what @node means. */
guint
waxseal_manifest_side_get_form (WaxsealManifestSide *self, const xmlNode *node)
{
  return GPOINTER_TO_UINT (g_hash_table_lookup (self->forms, node));
}

/* A resource that is used means something where it is used, and an empty list of them nothing. */
static gboolean
has_meaning (WaxsealManifestSide *self, const xmlNode *node)
{
  return !g_hash_table_contains (self->used, node) &&
         waxseal_manifest_side_get_form (self, node) != 0;
}

/** waxseal_manifest_side_next: Returns: (transfer none) (nullable): the next sibling of @child that
 * means something where it stands. */
xmlNode *
waxseal_manifest_side_next (WaxsealManifestSide *self, xmlNode *child)
{
  do
    child = xmlNextElementSibling (child);
  while (child != NULL && !has_meaning (self, child));
  return child;
}

/** waxseal_manifest_side_first: Returns: (transfer none) (nullable): the first child of @node that
 * means something where it stands. */
xmlNode *
waxseal_manifest_side_first (WaxsealManifestSide *self, const xmlNode *node)
{
  xmlNode *child = xmlFirstElementChild ((xmlNode *) node);

  return child == NULL || has_meaning (self, child) ? child
                                                    : waxseal_manifest_side_next (self, child);
}

/** waxseal_manifest_side_is_ordered: Returns: whether people see where among its siblings @node
 * stands: buttons and what holds them. */
gboolean
waxseal_manifest_side_is_ordered (const xmlNode *node)
{
  static const char *const names[] = { "Control", "Group", "Item", NULL };

  return g_strv_contains (names, waxseal_manifest_node_get_name (node));
}
