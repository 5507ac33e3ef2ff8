/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "waxseal-manifest-fix.h"

#include <string.h>

#include "waxseal-manifest-check.h"
#include "waxseal-manifest-fixes.h"
#include "waxseal-manifest-tree.h"

#define N_SEVERITIES (WAXSEAL_SEVERITY_HINT + 1)

/* Where the line and column of @finding are in @text, by the rules of the document's own lines. */
static gsize
find_offset (const char *text, WaxsealFinding *finding)
{
  const char *place = text;

  for (guint line = 1; line < waxseal_finding_get_line (finding); line++)
    {
      place += strcspn (place, "\r\n");
      if (*place == '\0')
        break;
      place += g_str_has_prefix (place, "\r\n") ? 2 : 1;
    }
  for (guint column = 1; column < waxseal_finding_get_column (finding) && *place != '\0'; column++)
    place = g_utf8_next_char (place);
  return place - text;
}

static xmlNode *
find_node (WaxsealManifestDocument *document, WaxsealFinding *finding)
{
  xmlNode *root = waxseal_manifest_document_get_root (document);
  gsize offset = find_offset (waxseal_manifest_document_get_text (document), finding);

  for (xmlNode *node = root; node != NULL; node = waxseal_manifest_tree_next (node, root))
    if (waxseal_manifest_document_get_span (document, node)->start == offset)
      return node;
  return NULL;
}

static void
count (GPtrArray *findings, guint *counts, GHashTable *errors)
{
  for (guint i = 0; i < findings->len; i++)
    {
      WaxsealFinding *finding = g_ptr_array_index (findings, i);
      gpointer rule = (gpointer) waxseal_finding_get_rule (finding);

      counts[waxseal_finding_get_severity (finding)]++;
      if (waxseal_finding_get_severity (finding) == WAXSEAL_SEVERITY_ERROR)
        g_hash_table_insert (errors,
                             rule,
                             GUINT_TO_POINTER (
                               GPOINTER_TO_UINT (g_hash_table_lookup (errors, rule)) + 1));
    }
}

/* Whether there is less to mend in @after, of the worst kind that differs, and no error is new. */
static gboolean
is_better (GPtrArray *before, GPtrArray *after)
{
  g_autoptr (GHashTable) errors_before = g_hash_table_new (g_str_hash, g_str_equal);
  g_autoptr (GHashTable) errors_after = g_hash_table_new (g_str_hash, g_str_equal);
  guint counts_before[N_SEVERITIES] = { 0 };
  guint counts_after[N_SEVERITIES] = { 0 };
  GHashTableIter iter;
  gpointer rule, number;

  count (before, counts_before, errors_before);
  count (after, counts_after, errors_after);
  g_hash_table_iter_init (&iter, errors_after);
  while (g_hash_table_iter_next (&iter, &rule, &number))
    if (GPOINTER_TO_UINT (number) > GPOINTER_TO_UINT (g_hash_table_lookup (errors_before, rule)))
      return FALSE;

  for (guint i = 0; i < N_SEVERITIES; i++)
    if (counts_before[i] != counts_after[i])
      return counts_after[i] < counts_before[i];
  return FALSE;
}

/* The document with the change of @edits, or NULL where it would not be better than @before. */
static WaxsealManifestDocument *
try_edits (WaxsealManifestDocument *document,
           WaxsealManifestEdits *edits,
           GPtrArray *before,
           GBytes **bytes)
{
  g_autofree char *text = waxseal_manifest_edits_apply (edits);
  g_autoptr (GBytes) changed = waxseal_manifest_document_encode (document, text);
  g_autoptr (WaxsealManifestDocument) result = waxseal_manifest_document_new (changed);
  g_autoptr (GPtrArray) after = waxseal_manifest_check (result);

  if (waxseal_manifest_document_get_root (result) == NULL || !is_better (before, after))
    return NULL;
  *bytes = g_steal_pointer (&changed);
  return g_steal_pointer (&result);
}

/* Tries one finding out of @before; NULL where no change is certain. */
static WaxsealManifestDocument *
fix_one (WaxsealManifestDocument *document,
         WaxsealFinding *finding,
         GPtrArray *before,
         GBytes **bytes)
{
  const WaxsealManifestFixRow *row =
    waxseal_manifest_fixes_find (waxseal_finding_get_rule (finding));
  xmlNode *node = row != NULL && waxseal_manifest_document_get_root (document) != NULL
                    ? find_node (document, finding)
                    : NULL;
  WaxsealManifestAttempt attempt = WAXSEAL_MANIFEST_ATTEMPT_FUTILE;

  for (guint i = 0; node != NULL && attempt != WAXSEAL_MANIFEST_ATTEMPT_LAST; i++)
    {
      g_autoptr (WaxsealManifestEdits) edits = waxseal_manifest_edits_new (document);
      WaxsealManifestDocument *result = NULL;

      attempt = row->fix (edits, node, i);
      if (attempt == WAXSEAL_MANIFEST_ATTEMPT_MADE)
        result = try_edits (document, edits, before, bytes);
      if (result != NULL)
        return result;
    }
  return NULL;
}

/** waxseal_manifest_fix_get_fixing: Returns: whether findings of @rule can be fixed at all. */
WaxsealManifestFixing
waxseal_manifest_fix_get_fixing (const char *rule)
{
  const WaxsealManifestFixRow *row = waxseal_manifest_fixes_find (rule);

  return row != NULL ? row->fixing : WAXSEAL_MANIFEST_FIXING_NONE;
}

/**
 * waxseal_manifest_fix:
 * @finding: one that a check of @document found
 *
 * Makes the one right change, and no other: all that it is not about stays, byte for byte. A change
 * after which there were not less findings, or other errors, is not made.
 *
 * Returns: (transfer full) (nullable): the file without @finding; %NULL where no change is certain.
 */
GBytes *
waxseal_manifest_fix (WaxsealManifestDocument *document, WaxsealFinding *finding)
{
  g_autoptr (GPtrArray) before = NULL;
  g_autoptr (WaxsealManifestDocument) result = NULL;
  GBytes *bytes = NULL;

  if (waxseal_manifest_fixes_find (waxseal_finding_get_rule (finding)) == NULL)
    return NULL;
  before = waxseal_manifest_check (document);
  result = fix_one (document, finding, before, &bytes);
  return bytes;
}

/* One way through the findings; whether anything could be fixed. */
static gboolean
fix_pass (WaxsealManifestDocument **document,
          WaxsealManifestFixing least,
          GPtrArray *fixed,
          GBytes **bytes)
{
  g_autoptr (GPtrArray) findings = waxseal_manifest_check (*document);
  gboolean changed = FALSE;
  guint i = 0;

  while (i < findings->len)
    {
      WaxsealFinding *finding = g_ptr_array_index (findings, i);
      WaxsealManifestFixing fixing =
        waxseal_manifest_fix_get_fixing (waxseal_finding_get_rule (finding));
      g_autoptr (WaxsealManifestDocument) result = NULL;
      GBytes *now = NULL;

      if (fixing != WAXSEAL_MANIFEST_FIXING_NONE && fixing >= least)
        result = fix_one (*document, finding, findings, &now);
      if (result == NULL)
        {
          i++;
          continue;
        }
      g_ptr_array_add (fixed, g_object_ref (finding));
      g_clear_pointer (bytes, g_bytes_unref);
      *bytes = now;
      g_set_object (document, result);
      g_ptr_array_unref (findings);
      findings = waxseal_manifest_check (*document);
      changed = TRUE;
    }
  return changed;
}

/**
 * waxseal_manifest_fix_all:
 * @least: %WAXSEAL_MANIFEST_FIXING_CERTAIN, or %WAXSEAL_MANIFEST_FIXING_ON_REQUEST for all
 * @fixed: (element-type WaxsealFinding): what is fixed is added, in the order of the changes
 *
 * Fixes all that can be, until nothing more can.
 *
 * Returns: (transfer full) (nullable): the fixed file; %NULL where nothing was to be fixed.
 */
GBytes *
waxseal_manifest_fix_all (WaxsealManifestDocument *document,
                          WaxsealManifestFixing least,
                          GPtrArray *fixed)
{
  g_autoptr (WaxsealManifestDocument) now = g_object_ref (document);
  GBytes *bytes = NULL;

  while (waxseal_manifest_document_get_root (now) != NULL && fix_pass (&now, least, fixed, &bytes))
    continue;
  return bytes;
}
