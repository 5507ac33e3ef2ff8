/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "waxseal-manifest-outline.h"

#include <glib/gi18n.h>

#include "waxseal-manifest-tree.h"
#include "waxseal-manifest-words.h"

#define MAX_VALUE 120

/**
 * WaxsealOutlineItem:
 *
 * An element of a manifest in plain words, with those in it; the outermost item is the whole
 * manifest. What is in an item is worked out when somebody asks for it. Items stay the same ones
 * while the manifest changes around them, so that what is open stays open.
 */
struct _WaxsealOutlineItem
{
  GObject parent_instance;

  WaxsealManifestDocument *document;
  xmlNode *node; /* NULL where no manifest is shown, or for those left out */
  guint depth;

  char *key;
  char *title;
  char *value;
  guint first_line;
  guint last_line;
  GListStore *children;
};

enum
{
  PROP_TITLE = 1,
  PROP_VALUE,
  N_PROPS
};

static GParamSpec *props[N_PROPS];

G_DEFINE_FINAL_TYPE (WaxsealOutlineItem, waxseal_outline_item, G_TYPE_OBJECT)

/* They only hold others, and say nothing themselves. */
static const char *const transparent_names[] = { "Sets", "OfficeTab" };

static void
waxseal_outline_item_get_property (GObject *object, guint prop_id, GValue *value, GParamSpec *pspec)
{
  WaxsealOutlineItem *self = WAXSEAL_OUTLINE_ITEM (object);

  g_value_set_string (value, prop_id == PROP_TITLE ? self->title : self->value);
}

static void
waxseal_outline_item_finalize (GObject *object)
{
  WaxsealOutlineItem *self = WAXSEAL_OUTLINE_ITEM (object);

  g_clear_object (&self->document);
  g_clear_object (&self->children);
  g_free (self->key);
  g_free (self->title);
  g_free (self->value);
  G_OBJECT_CLASS (waxseal_outline_item_parent_class)->finalize (object);
}

static void
waxseal_outline_item_class_init (WaxsealOutlineItemClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  GParamFlags flags = G_PARAM_READABLE | G_PARAM_STATIC_STRINGS;

  object_class->get_property = waxseal_outline_item_get_property;
  object_class->finalize = waxseal_outline_item_finalize;

  props[PROP_TITLE] = g_param_spec_string ("title", NULL, NULL, NULL, flags);
  props[PROP_VALUE] = g_param_spec_string ("value", NULL, NULL, NULL, flags);
  g_object_class_install_properties (object_class, N_PROPS, props);
}

static void
waxseal_outline_item_init (WaxsealOutlineItem *self)
{
  self->key = g_strdup ("");
  self->title = g_strdup ("");
  self->value = g_strdup ("");
}

static void
update_text (WaxsealOutlineItem *self, guint prop_id, char **text, char *new_text)
{
  g_autofree char *owned = new_text;

  if (g_strcmp0 (*text, owned) == 0)
    return;
  g_free (*text);
  *text = g_steal_pointer (&owned);
  g_object_notify_by_pspec (G_OBJECT (self), props[prop_id]);
}

static gboolean
is_transparent (xmlNode *node)
{
  gsize i;

  for (i = 0; i < G_N_ELEMENTS (transparent_names); i++)
    if (waxseal_manifest_tree_is (node, transparent_names[i]))
      return TRUE;
  return FALSE;
}

/* The elements that are shown in @node; one more than are shown where there are more. */
static void
list_nodes (xmlNode *node, GPtrArray *nodes)
{
  xmlNode *child = node != NULL ? xmlFirstElementChild (node) : NULL;

  for (; child != NULL && nodes->len <= WAXSEAL_OUTLINE_MAX_CHILDREN;
       child = xmlNextElementSibling (child))
    if (is_transparent (child) && !is_transparent (node))
      list_nodes (child, nodes);
    else
      g_ptr_array_add (nodes, child);
}

/* What makes an item the same one in the manifest of before. */
static char *
dup_key (xmlNode *node)
{
  g_autofree char *id = waxseal_manifest_tree_dup_attribute (node, "id");
  g_autofree char *locale = waxseal_manifest_tree_dup_attribute (node, "Locale");

  return g_strdup_printf ("%s %s %s %s",
                          (const char *) node->name,
                          id != NULL ? id : "",
                          locale != NULL ? locale : "",
                          xmlFirstElementChild (node) != NULL ? "+" : "");
}

static void update_children (WaxsealOutlineItem *self);

static void
locate (WaxsealOutlineItem *self)
{
  const WaxsealManifestSpan *span = waxseal_manifest_document_get_span (self->document, self->node);
  guint column;

  if (span == NULL)
    return;
  waxseal_manifest_document_get_position (self->document, span->start, &self->first_line, &column);
  waxseal_manifest_document_get_position (self->document, span->end - 1, &self->last_line, &column);
}

static void
update (WaxsealOutlineItem *self, WaxsealManifestDocument *document, xmlNode *node)
{
  g_autofree char *title = waxseal_manifest_words_for_title (node);
  g_autofree char *value = waxseal_manifest_words_for_value (node);

  g_set_object (&self->document, document);
  self->node = node;
  locate (self);
  update_text (self, PROP_TITLE, &self->title, waxseal_manifest_words_shorten (title, MAX_VALUE));
  update_text (self, PROP_VALUE, &self->value, waxseal_manifest_words_shorten (value, MAX_VALUE));
  if (self->children != NULL)
    update_children (self);
}

static WaxsealOutlineItem *
create_child (WaxsealOutlineItem *self, xmlNode *node)
{
  WaxsealOutlineItem *child = g_object_new (WAXSEAL_TYPE_OUTLINE_ITEM, NULL);

  child->depth = self->depth + 1;
  g_free (child->key);
  child->key = dup_key (node);
  update (child, self->document, node);
  return child;
}

/* Stands for those that are left out, and leads to the first of them. */
static WaxsealOutlineItem *
create_rest (WaxsealOutlineItem *self, xmlNode *node)
{
  WaxsealOutlineItem *rest = g_object_new (WAXSEAL_TYPE_OUTLINE_ITEM, NULL);

  rest->depth = self->depth + 1;
  rest->document = g_object_ref (self->document);
  rest->node = node;
  locate (rest);
  rest->node = NULL;
  update_text (rest, PROP_TITLE, &rest->title, g_strdup (_ ("More, not listed here")));
  return rest;
}

static gboolean
is_same (WaxsealOutlineItem *self, guint position, xmlNode *node)
{
  g_autoptr (WaxsealOutlineItem) child =
    g_list_model_get_item (G_LIST_MODEL (self->children), position);
  g_autofree char *key = dup_key (node);

  return child->node != NULL && g_str_equal (child->key, key);
}

static void
update_child (WaxsealOutlineItem *self, guint position, xmlNode *node)
{
  g_autoptr (WaxsealOutlineItem) child =
    g_list_model_get_item (G_LIST_MODEL (self->children), position);

  update (child, self->document, node);
}

static void
splice (WaxsealOutlineItem *self, guint position, guint n_removed, GPtrArray *nodes, guint n_added)
{
  g_autoptr (GPtrArray) added = g_ptr_array_new_with_free_func (g_object_unref);
  guint i;

  for (i = position; i < position + n_added; i++)
    g_ptr_array_add (added,
                     i < WAXSEAL_OUTLINE_MAX_CHILDREN
                       ? create_child (self, g_ptr_array_index (nodes, i))
                       : create_rest (self, g_ptr_array_index (nodes, i)));
  if (n_removed > 0 || added->len > 0)
    g_list_store_splice (self->children, position, n_removed, added->pdata, added->len);
}

/* Items at the start and at the end that are as before stay; those between are new. */
static void
update_children (WaxsealOutlineItem *self)
{
  g_autoptr (GPtrArray) nodes = g_ptr_array_new ();
  guint n_old = g_list_model_get_n_items (G_LIST_MODEL (self->children));
  guint head = 0, tail = 0, i, n_new;

  list_nodes (self->node, nodes);
  n_new = nodes->len;
  while (head < MIN (n_old, n_new) && is_same (self, head, g_ptr_array_index (nodes, head)))
    head++;
  while (n_new <= WAXSEAL_OUTLINE_MAX_CHILDREN && tail < MIN (n_old, n_new) - head &&
         is_same (self, n_old - 1 - tail, g_ptr_array_index (nodes, n_new - 1 - tail)))
    tail++;

  splice (self, head, n_old - head - tail, nodes, n_new - head - tail);
  for (i = 0; i < n_new; i++)
    if (i < head || i >= n_new - tail)
      update_child (self, i, g_ptr_array_index (nodes, i));
}

/** waxseal_outline_item_new: Returns: (transfer full): an outermost item, with nothing in it. */
WaxsealOutlineItem *
waxseal_outline_item_new (void)
{
  WaxsealOutlineItem *self = g_object_new (WAXSEAL_TYPE_OUTLINE_ITEM, NULL);

  self->children = g_list_store_new (WAXSEAL_TYPE_OUTLINE_ITEM);
  return self;
}

/**
 * waxseal_outline_item_show:
 * @self: an outermost item
 *
 * Shows the elements of @document; none if it is not well-formed.
 */
void
waxseal_outline_item_show (WaxsealOutlineItem *self, WaxsealManifestDocument *document)
{
  g_set_object (&self->document, document);
  self->node = waxseal_manifest_document_get_root (document);
  update_children (self);
}

/** waxseal_outline_item_get_title: Returns: (transfer none): what the element is. */
const char *
waxseal_outline_item_get_title (WaxsealOutlineItem *self)
{
  return self->title;
}

/** waxseal_outline_item_get_value: Returns: (transfer none): what it says; may be empty. */
const char *
waxseal_outline_item_get_value (WaxsealOutlineItem *self)
{
  return self->value;
}

/** waxseal_outline_item_get_line: Returns: where it begins, from 1; 0 for the outermost. */
guint
waxseal_outline_item_get_line (WaxsealOutlineItem *self)
{
  return self->first_line;
}

/**
 * waxseal_outline_item_get_children:
 *
 * Returns: (transfer none) (nullable): the items in it, a list that follows the manifest; %NULL if
 *   none are in it, or they are too deep.
 */
GListModel *
waxseal_outline_item_get_children (WaxsealOutlineItem *self)
{
  if (self->children != NULL)
    return G_LIST_MODEL (self->children);
  if (self->node == NULL || xmlFirstElementChild (self->node) == NULL ||
      self->depth >= WAXSEAL_OUTLINE_MAX_DEPTH)
    return NULL;
  self->children = g_list_store_new (WAXSEAL_TYPE_OUTLINE_ITEM);
  update_children (self);
  return G_LIST_MODEL (self->children);
}

/**
 * waxseal_outline_item_find_line:
 * @line: from 1
 * @position: (out): of the child that stands on @line, the first if there are several
 *
 * Returns: whether there is one.
 */
gboolean
waxseal_outline_item_find_line (WaxsealOutlineItem *self, guint line, guint *position)
{
  GListModel *children = waxseal_outline_item_get_children (self);
  guint n = children != NULL ? g_list_model_get_n_items (children) : 0;

  for (*position = 0; *position < n; (*position)++)
    {
      g_autoptr (WaxsealOutlineItem) child = g_list_model_get_item (children, *position);

      if (child->first_line <= line && line <= child->last_line)
        return TRUE;
    }
  return FALSE;
}
