/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "waxseal-manifest-explanation.h"

#include "waxseal-manifest-rules.h"

typedef const WaxsealManifestExplanation *(*TableFunc) (void);

static const TableFunc tables[] = {
  waxseal_manifest_explanations_file,    waxseal_manifest_explanations_structure,
  waxseal_manifest_explanations_content, waxseal_manifest_explanations_commands,
  waxseal_manifest_explanations_online,
};

static WaxsealManifestExplanation
complete (const WaxsealManifestExplanation *row)
{
  WaxsealManifestExplanation explanation = *row;
  const WaxsealManifestRule *rule = waxseal_manifest_rule_find (row->id);

  if (rule != NULL)
    {
      explanation.severity = rule->severity;
      explanation.remedy = rule->remedy;
    }
  return explanation;
}

/** waxseal_manifest_explanation_find: @explanation: (out): Returns: whether there is such an @id.
 */
gboolean
waxseal_manifest_explanation_find (const char *id, WaxsealManifestExplanation *explanation)
{
  for (guint i = 0; i < G_N_ELEMENTS (tables); i++)
    for (const WaxsealManifestExplanation *row = tables[i](); row->id != NULL; row++)
      if (g_str_equal (row->id, id))
        {
          *explanation = complete (row);
          return TRUE;
        }
  return FALSE;
}

/** waxseal_manifest_explanation_list: Returns: (transfer full) (element-type
 * WaxsealManifestExplanation): all of them, those of a subject together. */
GArray *
waxseal_manifest_explanation_list (void)
{
  GArray *list = g_array_new (FALSE, FALSE, sizeof (WaxsealManifestExplanation));

  for (guint i = 0; i < G_N_ELEMENTS (tables); i++)
    for (const WaxsealManifestExplanation *row = tables[i](); row->id != NULL; row++)
      {
        WaxsealManifestExplanation explanation = complete (row);

        g_array_append_val (list, explanation);
      }
  return list;
}
