/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "waxseal-manifest-differences.h"

#include <glib/gi18n.h>
#include <string.h>

#include "waxseal-manifest-node.h"
#include "waxseal-manifest-words.h"

#define MAX_DIFFERENCES 1000

/* As much of a value as somebody reads; of two long ones, the part in which they differ. */
#define VALUE_CHARACTERS 300
#define LEAD_CHARACTERS  40

/* Which VersionOverrides, counted from outside, the same difference was found in. */
enum
{
  LAYER_OUTER = 1 << 1, /* for older versions of Outlook */
  LAYER_INNER = 1 << 2, /* for all others (manifest.md, rule 26) */
};

/** Draft: a difference that others may still join. */
typedef struct
{
  WaxsealDifferenceKind kind;
  WaxsealDifferenceSection section;
  WaxsealConsequence consequence;
  char *what;
  char *old_value;
  char *new_value;
  guint old_line;
  guint new_line;
  guint layers;
} Draft;

struct _WaxsealManifestDifferences
{
  WaxsealManifestSide *a;
  WaxsealManifestSide *b;
  GArray *drafts;
  GHashTable *by_text; /* place in @drafts */
  gboolean has_layers;
  gboolean is_cut;
};

static gboolean
has_hosts (const xmlNode *overrides)
{
  return waxseal_manifest_node_find_child (overrides, "Hosts") != NULL;
}

/* Whether older and newer versions of Outlook each have their part. */
static gboolean
has_layers (WaxsealManifestSide *side)
{
  xmlNode *root = waxseal_manifest_document_get_root (side->document);
  xmlNode *outer = waxseal_manifest_node_find_child (root, "VersionOverrides");

  return has_hosts (outer) &&
         has_hosts (waxseal_manifest_node_find_child (outer, "VersionOverrides"));
}

/** waxseal_manifest_differences_new: Returns: (transfer full): an empty list; free it by
 * waxseal_manifest_differences_finish(). */
WaxsealManifestDifferences *
waxseal_manifest_differences_new (WaxsealManifestSide *a, WaxsealManifestSide *b)
{
  WaxsealManifestDifferences *self = g_new0 (WaxsealManifestDifferences, 1);

  self->a = a;
  self->b = b;
  self->drafts = g_array_new (FALSE, FALSE, sizeof (Draft));
  self->by_text = g_hash_table_new (NULL, NULL);
  self->has_layers = has_layers (a) || has_layers (b);
  return self;
}

static guint
find_layer (const xmlNode *node)
{
  guint depth = 0;

  for (; node != NULL && node->type == XML_ELEMENT_NODE; node = node->parent)
    depth += g_str_equal (waxseal_manifest_node_get_name (node), "VersionOverrides");
  return 1u << MIN (depth, 2);
}

/* Where the texts differ, less a few characters before it. */
static gsize
find_start (const char *a, const char *b)
{
  const char *p = a;
  gsize n = 0;

  while (*p != '\0' && a[n] == b[n])
    n++;
  if (g_utf8_strlen (a, n) < VALUE_CHARACTERS)
    return 0;
  p = a + n;
  while ((*p & 0xc0) == 0x80)
    p--;
  return g_utf8_offset_to_pointer (p, -LEAD_CHARACTERS) - a;
}

static char *
dup_excerpt (const char *text, gsize start)
{
  g_autofree char *excerpt = waxseal_manifest_words_excerpt (text + start, VALUE_CHARACTERS);

  return g_strconcat (start > 0 ? "…" : "", excerpt, NULL);
}

static guint
find_text (WaxsealManifestDifferences *self, const Draft *draft)
{
  g_autofree char *text = g_strdup_printf (
    "%d\1%s\1%s\1%s", draft->kind, draft->what, draft->old_value, draft->new_value);

  return waxseal_manifest_interner_intern (self->a->interner, text, strlen (text));
}

static void
clear_draft (Draft *draft)
{
  g_free (draft->what);
  g_free (draft->old_value);
  g_free (draft->new_value);
}

/* The same words with the same values are one difference: a label that several buttons have, or a
 * button that stands in both parts. */
static void
join (WaxsealManifestDifferences *self, Draft *draft)
{
  gpointer key = GUINT_TO_POINTER (find_text (self, draft));
  guint place = GPOINTER_TO_UINT (g_hash_table_lookup (self->by_text, key));

  if (place == 0)
    {
      g_array_append_val (self->drafts, *draft);
      g_hash_table_insert (self->by_text, key, GUINT_TO_POINTER (self->drafts->len));
      return;
    }
  {
    Draft *first = &g_array_index (self->drafts, Draft, place - 1);

    first->layers |= draft->layers;
    first->consequence = MAX (first->consequence, draft->consequence);
  }
  clear_draft (draft);
}

/**
 * waxseal_manifest_differences_add:
 * @spot: where
 * @attribute: (nullable): the attribute that differs; %NULL for the element or its value
 */
void
waxseal_manifest_differences_add (WaxsealManifestDifferences *self,
                                  WaxsealDifferenceKind kind,
                                  const WaxsealManifestSpot *spot,
                                  const char *attribute,
                                  const char *old_value,
                                  const char *new_value,
                                  WaxsealConsequence consequence)
{
  Draft draft = { kind, WAXSEAL_DIFFERENCE_SECTION_OTHER, consequence };
  gsize start = kind == WAXSEAL_DIFFERENCE_CHANGED ? find_start (old_value, new_value) : 0;
  gboolean is_first = spot->a != NULL;

  if (self->drafts->len >= MAX_DIFFERENCES)
    self->is_cut = TRUE;
  if (self->is_cut)
    return;
  draft.what = waxseal_manifest_words_describe (is_first ? self->a : self->b,
                                                is_first ? spot->a : spot->b,
                                                attribute,
                                                spot->locale,
                                                &draft.section);
  draft.old_value = dup_excerpt (old_value, start);
  draft.new_value = dup_excerpt (new_value, start);
  draft.old_line = waxseal_manifest_document_get_line (self->a->document, spot->at_a);
  draft.new_line = waxseal_manifest_document_get_line (self->b->document, spot->at_b);
  draft.layers = find_layer (is_first ? spot->a : spot->b);
  join (self, &draft);
}

/** waxseal_manifest_differences_cut: gives up on finding the rest. */
void
waxseal_manifest_differences_cut (WaxsealManifestDifferences *self)
{
  self->is_cut = TRUE;
}

/** waxseal_manifest_differences_is_empty: Returns: whether there is none yet. */
gboolean
waxseal_manifest_differences_is_empty (WaxsealManifestDifferences *self)
{
  return self->drafts->len == 0 && !self->is_cut;
}

/** waxseal_manifest_differences_is_cut: Returns: whether no more is taken. */
gboolean
waxseal_manifest_differences_is_cut (WaxsealManifestDifferences *self)
{
  return self->is_cut;
}

static char *
add_layer (WaxsealManifestDifferences *self, char *what, guint layers)
{
  g_autofree char *old = what;

  if (self->has_layers && layers == LAYER_OUTER)
    /* Translators: %s is a part of the add-in, such as “Button “Encrypt” when writing mail” */
    return g_strdup_printf (_ ("%s – only in older versions of Outlook"), old);
  if (self->has_layers && layers == LAYER_INNER)
    /* Translators: %s is a part of the add-in, such as “Button “Encrypt” when writing mail” */
    return g_strdup_printf (_ ("%s – only in newer versions of Outlook"), old);
  return g_steal_pointer (&old);
}

static int
compare_differences (gconstpointer a, gconstpointer b)
{
  WaxsealDifference *first = *(WaxsealDifference *const *) a;
  WaxsealDifference *second = *(WaxsealDifference *const *) b;
  int order = (int) waxseal_difference_get_consequence (second) -
              (int) waxseal_difference_get_consequence (first);

  if (order != 0)
    return order;
  return (int) waxseal_difference_get_section (first) -
         (int) waxseal_difference_get_section (second);
}

/**
 * waxseal_manifest_differences_finish:
 *
 * Frees @self.
 *
 * Returns: (transfer full) (element-type WaxsealDifference): the differences, those with the
 * gravest consequence first, then by section, then as they were found.
 */
GPtrArray *
waxseal_manifest_differences_finish (WaxsealManifestDifferences *self)
{
  GPtrArray *list = g_ptr_array_new_with_free_func (g_object_unref);

  for (guint i = 0; i < self->drafts->len; i++)
    {
      Draft *draft = &g_array_index (self->drafts, Draft, i);

      g_ptr_array_add (list,
                       waxseal_difference_new (draft->kind,
                                               draft->section,
                                               draft->consequence,
                                               add_layer (self, draft->what, draft->layers),
                                               draft->old_value,
                                               draft->new_value,
                                               draft->old_line,
                                               draft->new_line));
    }
  g_ptr_array_sort (list, compare_differences);
  if (self->is_cut)
    g_ptr_array_add (list,
                     waxseal_difference_new (WAXSEAL_DIFFERENCE_CHANGED,
                                             WAXSEAL_DIFFERENCE_SECTION_OTHER,
                                             WAXSEAL_CONSEQUENCE_NONE,
                                             g_strdup (_ ("More than can be listed here")),
                                             g_strdup (""),
                                             g_strdup (""),
                                             0,
                                             0));
  g_array_unref (self->drafts);
  g_hash_table_unref (self->by_text);
  g_free (self);
  return list;
}
