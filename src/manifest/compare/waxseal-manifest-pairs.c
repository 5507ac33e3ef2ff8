/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "waxseal-manifest-pairs.h"

#include <string.h>

#include "waxseal-manifest-content.h"
#include "waxseal-manifest-node.h"

/** Family: the children of one element; @keys are what they are paired by, 0 for not at all. */
typedef struct
{
  WaxsealManifestSide *side;
  GPtrArray *children;
  guint *keys;
  guint *partners; /* place in the other family, from 1 */
} Family;

typedef guint (*KeyFunc) (WaxsealManifestSide *side, const xmlNode *node);

/* These are what they are called: another name is another one, not the same one renamed. */
static const char *const strict_names[] = {
  "Event",       "ExtendedPermission", "ExtensionPoint", "Form", "Host", "Image",
  "LaunchEvent", "Override",           "Scope",          "Set",  NULL,
};

/* These are told apart by their text. */
static const char *const text_names[] = { "AppDomain", "ExtendedPermission", "Scope", NULL };

/* Others are told apart by these, as far as they have them. */
static const char *const key_attributes[] = { "Locale", "Name", "Type",     "id", "scale",
                                              "size",   "type", "xsi:type", NULL };

static void
family_init (Family *self, WaxsealManifestSide *side, const xmlNode *node)
{
  self->side = side;
  self->children = g_ptr_array_new ();
  for (xmlNode *child = waxseal_manifest_side_first (side, node); child != NULL;
       child = waxseal_manifest_side_next (side, child))
    g_ptr_array_add (self->children, child);
  self->keys = g_new0 (guint, self->children->len);
  self->partners = g_new0 (guint, self->children->len);
}

static void
family_clear (Family *self)
{
  g_ptr_array_unref (self->children);
  g_free (self->keys);
  g_free (self->partners);
}

static void
set_keys (Family *family, KeyFunc get_key)
{
  for (guint i = 0; i < family->children->len; i++)
    family->keys[i] = family->partners[i] == 0
                        ? get_key (family->side, g_ptr_array_index (family->children, i))
                        : 0;
}

/* Pairs the first that has a key with the first of the other family that has it, and so on. */
static void
pair_equal_keys (Family *a, Family *b)
{
  g_autoptr (GHashTable) first = g_hash_table_new (NULL, NULL);
  g_autofree guint *next = g_new0 (guint, a->children->len);

  for (guint i = a->children->len; i > 0; i--)
    if (a->keys[i - 1] != 0)
      {
        gpointer key = GUINT_TO_POINTER (a->keys[i - 1]);

        next[i - 1] = GPOINTER_TO_UINT (g_hash_table_lookup (first, key));
        g_hash_table_insert (first, key, GUINT_TO_POINTER (i));
      }

  for (guint i = 0; i < b->children->len; i++)
    {
      gpointer key = GUINT_TO_POINTER (b->keys[i]);
      guint place = b->keys[i] != 0 ? GPOINTER_TO_UINT (g_hash_table_lookup (first, key)) : 0;

      if (place == 0)
        continue;
      a->partners[place - 1] = i + 1;
      b->partners[i] = place;
      g_hash_table_insert (first, key, GUINT_TO_POINTER (next[place - 1]));
    }
}

static guint
get_identity (WaxsealManifestSide *side, const xmlNode *node)
{
  const char *name = waxseal_manifest_node_get_name (node);
  g_autoptr (GString) key = g_string_new (name);
  g_autoptr (GArray) attributes = waxseal_manifest_content_list_attributes (side, node);

  for (guint i = 0; i < attributes->len; i++)
    {
      const WaxsealManifestAttribute *one =
        &g_array_index (attributes, WaxsealManifestAttribute, i);

      if (g_strv_contains (key_attributes, one->name))
        g_string_append_printf (key, "\1%s\2%s", one->name, one->value);
    }
  if (g_strv_contains (text_names, name))
    {
      g_autofree char *text = waxseal_manifest_content_dup_text (node);

      g_string_append_printf (key, "\3%s", text);
    }
  return waxseal_manifest_interner_intern (side->interner, key->str, key->len);
}

static guint
get_name (WaxsealManifestSide *side, const xmlNode *node)
{
  const char *name = waxseal_manifest_node_get_name (node);

  if (g_strv_contains (strict_names, name))
    return 0;
  return waxseal_manifest_interner_intern (side->interner, name, strlen (name));
}

/* Whoever has brothers of the same name is not known by it. */
static void
drop_common_keys (Family *family)
{
  g_autoptr (GHashTable) counts = g_hash_table_new (NULL, NULL);

  for (guint i = 0; i < family->children->len; i++)
    {
      gpointer key = GUINT_TO_POINTER (family->keys[i]);
      guint count = GPOINTER_TO_UINT (g_hash_table_lookup (counts, key));

      g_hash_table_insert (counts, key, GUINT_TO_POINTER (count + 1));
    }
  for (guint i = 0; i < family->children->len; i++)
    if (GPOINTER_TO_UINT (g_hash_table_lookup (counts, GUINT_TO_POINTER (family->keys[i]))) > 1)
      family->keys[i] = 0;
}

static void
pair_all (Family *a, Family *b)
{
  set_keys (a, waxseal_manifest_side_get_form);
  set_keys (b, waxseal_manifest_side_get_form);
  pair_equal_keys (a, b);
  set_keys (a, get_identity);
  set_keys (b, get_identity);
  pair_equal_keys (a, b);
  set_keys (a, get_name);
  set_keys (b, get_name);
  drop_common_keys (a);
  drop_common_keys (b);
  pair_equal_keys (a, b);
}

static gboolean
is_reordered (Family *a)
{
  guint last = 0;

  for (guint i = 0; i < a->children->len; i++)
    {
      if (a->partners[i] == 0 ||
          !waxseal_manifest_side_is_ordered (g_ptr_array_index (a->children, i)))
        continue;
      if (a->partners[i] < last)
        return TRUE;
      last = a->partners[i];
    }
  return FALSE;
}

/**
 * waxseal_manifest_pairs_new:
 * @reordered: (out): whether children whose order people see stand in another order
 *
 * Returns: (transfer full) (element-type WaxsealManifestPair): the children of @a in their order,
 *   each with the child of @b that is the same one, then those of @b that are in no pair yet.
 */
GArray *
waxseal_manifest_pairs_new (WaxsealManifestSide *side_a,
                            const xmlNode *a,
                            WaxsealManifestSide *side_b,
                            const xmlNode *b,
                            gboolean *reordered)
{
  GArray *pairs = g_array_new (FALSE, FALSE, sizeof (WaxsealManifestPair));
  Family family_a, family_b;

  family_init (&family_a, side_a, a);
  family_init (&family_b, side_b, b);
  pair_all (&family_a, &family_b);
  *reordered = is_reordered (&family_a);

  for (guint i = 0; i < family_a.children->len; i++)
    {
      guint partner = family_a.partners[i];
      WaxsealManifestPair pair = { g_ptr_array_index (family_a.children, i), NULL };

      if (partner != 0)
        pair.b = g_ptr_array_index (family_b.children, partner - 1);
      g_array_append_val (pairs, pair);
    }
  for (guint i = 0; i < family_b.children->len; i++)
    if (family_b.partners[i] == 0)
      {
        WaxsealManifestPair pair = { NULL, g_ptr_array_index (family_b.children, i) };

        g_array_append_val (pairs, pair);
      }
  family_clear (&family_a);
  family_clear (&family_b);
  return pairs;
}
