/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Walks over two manifests at once. What has the same form on both sides means the same, and is not
 * looked into; whatever has not, ends in at least one difference. */
#include "waxseal-manifest-compare.h"

#include <string.h>

#include "waxseal-manifest-content.h"
#include "waxseal-manifest-differences.h"
#include "waxseal-manifest-judge.h"
#include "waxseal-manifest-node.h"
#include "waxseal-manifest-pairs.h"
#include "waxseal-manifest-words.h"

/* A text that is referred to from many places is looked at for each of them. */
#define MAX_VISITS (4 * 1000 * 1000)

/** Comparison: the two sides, and what was found. */
typedef struct
{
  WaxsealManifestSide *a;
  WaxsealManifestSide *b;
  WaxsealManifestJudge *judge;
  WaxsealManifestDifferences *found;
  guint n_visits;
} Comparison;

/* What only holds others: where it comes or goes, they are what there is to say. */
static const char *const containers[] = {
  "AppDomains",
  "CustomTab",
  "DesktopFormFactor",
  "DesktopSettings",
  "ExtendedPermissions",
  "ExtensionPoint",
  "Form",
  "FormSettings",
  "Group",
  "Host",
  "Hosts",
  "Images",
  "LaunchEvents",
  "LongStrings",
  "MobileFormFactor",
  "OfficeTab",
  "Requirements",
  "Resources",
  "Runtimes",
  "Scopes",
  "Sets",
  "ShortStrings",
  "Urls",
  "VersionOverrides",
  "WebApplicationInfo",
  NULL,
};

static void compare_elements (Comparison *self, const WaxsealManifestSpot *spot);

/* FALSE where there have been too many. */
static gboolean
count_visits (Comparison *self, guint n)
{
  if (self->n_visits < n)
    waxseal_manifest_differences_cut (self->found);
  else
    self->n_visits -= n;
  return !waxseal_manifest_differences_is_cut (self->found);
}

static void
note_change (Comparison *self,
             const WaxsealManifestSpot *spot,
             const char *attribute,
             const char *old_value,
             const char *new_value)
{
  waxseal_manifest_differences_add (
    self->found,
    WAXSEAL_DIFFERENCE_CHANGED,
    spot,
    attribute,
    old_value,
    new_value,
    waxseal_manifest_judge_value (self->judge, spot->at_b, attribute, old_value, new_value));
}

/* Both lists are in the order of the names. */
static void
compare_attributes (Comparison *self, const WaxsealManifestSpot *spot)
{
  g_autoptr (GArray) list_a = waxseal_manifest_content_list_attributes (self->a, spot->at_a);
  g_autoptr (GArray) list_b = waxseal_manifest_content_list_attributes (self->b, spot->at_b);
  guint i = 0, j = 0;

  while (i < list_a->len || j < list_b->len)
    {
      const WaxsealManifestAttribute *a =
        i < list_a->len ? &g_array_index (list_a, WaxsealManifestAttribute, i) : NULL;
      const WaxsealManifestAttribute *b =
        j < list_b->len ? &g_array_index (list_b, WaxsealManifestAttribute, j) : NULL;
      int order = a == NULL ? 1 : b == NULL ? -1 : strcmp (a->name, b->name);

      if (order < 0)
        waxseal_manifest_differences_add (self->found,
                                          WAXSEAL_DIFFERENCE_REMOVED,
                                          spot,
                                          a->name,
                                          a->value,
                                          "",
                                          WAXSEAL_CONSEQUENCE_NONE);
      else if (order > 0)
        waxseal_manifest_differences_add (
          self->found,
          WAXSEAL_DIFFERENCE_ADDED,
          spot,
          b->name,
          "",
          b->value,
          waxseal_manifest_judge_value (self->judge, spot->at_b, b->name, "", b->value));
      else if (!g_str_equal (a->value, b->value))
        note_change (self, spot, a->name, a->value, b->value);
      i += order <= 0;
      j += order >= 0;
    }
}

static void
compare_texts (Comparison *self, const WaxsealManifestSpot *spot)
{
  g_autofree char *a = waxseal_manifest_content_dup_text (spot->at_a);
  g_autofree char *b = waxseal_manifest_content_dup_text (spot->at_b);

  if (!g_str_equal (a, b))
    note_change (self, spot, NULL, a, b);
}

/* The name, and the namespace where it is not just that of the elements around. */
static void
compare_names (Comparison *self, const WaxsealManifestSpot *spot)
{
  const char *name_a = waxseal_manifest_node_get_name (spot->at_a);
  const char *name_b = waxseal_manifest_node_get_name (spot->at_b);
  const char *uri_a = waxseal_manifest_node_get_uri (spot->at_a);
  const char *uri_b = waxseal_manifest_node_get_uri (spot->at_b);
  gboolean is_inherited = spot->at_a->parent->type == XML_ELEMENT_NODE &&
                          spot->at_b->parent->type == XML_ELEMENT_NODE &&
                          g_str_equal (uri_a, waxseal_manifest_node_get_uri (spot->at_a->parent)) &&
                          g_str_equal (uri_b, waxseal_manifest_node_get_uri (spot->at_b->parent)) &&
                          !g_hash_table_contains (self->a->used, spot->at_a);

  if (!g_str_equal (name_a, name_b))
    note_change (self, spot, "element", name_a, name_b);
  if (!is_inherited && !g_str_equal (uri_a, uri_b))
    note_change (self, spot, "xmlns", uri_a, uri_b);
}

static void
compare_resources (Comparison *self, const WaxsealManifestSpot *spot)
{
  xmlNode *a = waxseal_manifest_side_get_resource (self->a, spot->at_a);
  xmlNode *b = waxseal_manifest_side_get_resource (self->b, spot->at_b);
  WaxsealManifestSpot inner = { spot->a, spot->b, spot->locale, a, b };

  if (a != NULL && b != NULL)
    compare_elements (self, &inner);
  else if (a != NULL || b != NULL)
    {
      g_autofree char *value_a = waxseal_manifest_words_dup_value (self->a, spot->at_a);
      g_autofree char *value_b = waxseal_manifest_words_dup_value (self->b, spot->at_b);

      note_change (self, spot, "DefaultValue", value_a, value_b);
    }
}

/* What the words are about: a translation is said to be that of what it stands in, and what is in a
 * resource to be that of whatever refers to it. */
static WaxsealManifestSpot
find_child_spot (Comparison *self, const WaxsealManifestSpot *spot, xmlNode *a, xmlNode *b)
{
  const xmlNode *any = a != NULL ? a : b;
  const char *locale = waxseal_manifest_node_get_attribute (any, "Locale");
  WaxsealManifestSpot child = { a, b, NULL, a, b };

  if (spot->a != spot->at_a || spot->b != spot->at_b ||
      (locale != NULL && g_str_equal (waxseal_manifest_node_get_name (any), "Override")))
    {
      child.a = spot->a;
      child.b = spot->b;
      child.locale = locale != NULL ? locale : spot->locale;
    }
  return child;
}

static void
note_lone (Comparison *self, const WaxsealManifestSpot *spot)
{
  gboolean is_added = spot->at_b != NULL;
  WaxsealManifestSide *side = is_added ? self->b : self->a;
  xmlNode *node = is_added ? spot->at_b : spot->at_a;
  xmlNode *child = waxseal_manifest_side_first (side, node);
  g_autofree char *value = NULL;

  if (!count_visits (self, 1))
    return;
  if (child != NULL && g_strv_contains (containers, waxseal_manifest_node_get_name (node)))
    {
      for (; child != NULL; child = waxseal_manifest_side_next (side, child))
        {
          WaxsealManifestSpot inner =
            find_child_spot (self, spot, is_added ? NULL : child, is_added ? child : NULL);

          note_lone (self, &inner);
        }
      return;
    }
  value = waxseal_manifest_words_dup_value (side, node);
  waxseal_manifest_differences_add (self->found,
                                    is_added ? WAXSEAL_DIFFERENCE_ADDED
                                             : WAXSEAL_DIFFERENCE_REMOVED,
                                    spot,
                                    NULL,
                                    is_added ? "" : value,
                                    is_added ? value : "",
                                    is_added
                                      ? waxseal_manifest_judge_element (self->judge, self->b, node)
                                      : WAXSEAL_CONSEQUENCE_NONE);
}

static char *
list_ordered (WaxsealManifestSide *side, const xmlNode *node)
{
  GString *names = g_string_new (NULL);

  for (xmlNode *child = waxseal_manifest_side_first (side, node); child != NULL;
       child = waxseal_manifest_side_next (side, child))
    if (waxseal_manifest_side_is_ordered (child))
      {
        g_autofree char *name = waxseal_manifest_words_dup_name (side, child);

        g_string_append_printf (names, "%s%s", names->len > 0 ? ", " : "", name);
      }
  return g_string_free (names, FALSE);
}

static void
compare_children (Comparison *self, const WaxsealManifestSpot *spot)
{
  gboolean reordered = FALSE;
  g_autoptr (GArray) pairs =
    waxseal_manifest_pairs_new (self->a, spot->at_a, self->b, spot->at_b, &reordered);

  if (!count_visits (self, pairs->len))
    return;
  if (reordered)
    {
      g_autofree char *old_order = list_ordered (self->a, spot->at_a);
      g_autofree char *new_order = list_ordered (self->b, spot->at_b);

      note_change (self, spot, "order", old_order, new_order);
    }
  for (guint i = 0; i < pairs->len; i++)
    {
      const WaxsealManifestPair *pair = &g_array_index (pairs, WaxsealManifestPair, i);
      WaxsealManifestSpot child = find_child_spot (self, spot, pair->a, pair->b);

      if (pair->a != NULL && pair->b != NULL)
        compare_elements (self, &child);
      else
        note_lone (self, &child);
    }
}

static void
compare_elements (Comparison *self, const WaxsealManifestSpot *spot)
{
  if (waxseal_manifest_differences_is_cut (self->found) ||
      waxseal_manifest_side_get_form (self->a, spot->at_a) ==
        waxseal_manifest_side_get_form (self->b, spot->at_b))
    return;
  compare_names (self, spot);
  compare_attributes (self, spot);
  compare_texts (self, spot);
  compare_resources (self, spot);
  compare_children (self, spot);
}

static char *
dup_base_text (xmlNode *node)
{
  return node != NULL ? waxseal_manifest_content_dup_text (node) : g_strdup ("");
}

/* An update needs a version that is higher, even if that is not what differs. */
static void
check_version (Comparison *self, xmlNode *root_a, xmlNode *root_b)
{
  xmlNode *a = waxseal_manifest_node_find_child (root_a, "Version");
  xmlNode *b = waxseal_manifest_node_find_child (root_b, "Version");
  WaxsealManifestSpot spot = { a, b, NULL, a, b };
  g_autofree char *id_a = dup_base_text (waxseal_manifest_node_find_child (root_a, "Id"));
  g_autofree char *id_b = dup_base_text (waxseal_manifest_node_find_child (root_b, "Id"));
  g_autofree char *old_version = dup_base_text (a);
  g_autofree char *new_version = dup_base_text (b);

  if (a != NULL && b != NULL && g_str_equal (old_version, new_version) &&
      g_ascii_strcasecmp (id_a, id_b) == 0)
    waxseal_manifest_differences_add (self->found,
                                      WAXSEAL_DIFFERENCE_UNCHANGED,
                                      &spot,
                                      NULL,
                                      old_version,
                                      new_version,
                                      WAXSEAL_CONSEQUENCE_VERSION_NOT_HIGHER);
}

/**
 * waxseal_manifest_compare:
 * @a: the manifest that is in use
 * @b: the one that may take its place
 *
 * Compares what two well-formed manifests mean. The order of the elements, formatting, comments,
 * prefixes, the encoding and the names of resources are no matter; the order of buttons is.
 *
 * Returns: (transfer full) (element-type WaxsealDifference): the differences, the gravest first;
 *   empty if, and only if, the manifests mean the same.
 */
GPtrArray *
waxseal_manifest_compare (WaxsealManifestDocument *a, WaxsealManifestDocument *b)
{
  xmlNode *root_a = waxseal_manifest_document_get_root (a);
  xmlNode *root_b = waxseal_manifest_document_get_root (b);
  WaxsealManifestSpot spot = { root_a, root_b, NULL, root_a, root_b };
  g_autoptr (WaxsealManifestInterner) interner = waxseal_manifest_interner_new ();
  g_autoptr (WaxsealManifestSide) side_a = waxseal_manifest_side_new (a, interner);
  g_autoptr (WaxsealManifestSide) side_b = waxseal_manifest_side_new (b, interner);
  g_autoptr (WaxsealManifestJudge) judge = waxseal_manifest_judge_new (side_a);
  Comparison self = {
    side_a, side_b, judge, waxseal_manifest_differences_new (side_a, side_b), MAX_VISITS
  };

  compare_elements (&self, &spot);
  if (!waxseal_manifest_differences_is_empty (self.found))
    check_version (&self, root_a, root_b);
  return waxseal_manifest_differences_finish (self.found);
}
