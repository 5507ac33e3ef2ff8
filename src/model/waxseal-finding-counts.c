/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "waxseal-finding-counts.h"

#include <glib/gi18n.h>

#include "waxseal-finding.h"

/** waxseal_finding_count: Returns: how many of @findings have @severity. */
guint
waxseal_finding_count (GListModel *findings, WaxsealSeverity severity)
{
  guint i, n = 0;

  for (i = 0; i < g_list_model_get_n_items (findings); i++)
    {
      g_autoptr (WaxsealFinding) finding = g_list_model_get_item (findings, i);

      n += waxseal_finding_get_severity (finding) == severity;
    }
  return n;
}

/** waxseal_finding_describe_all: Returns: (transfer full): “2 errors · 1 hint”, translated. */
char *
waxseal_finding_describe_all (GListModel *findings)
{
  guint errors = waxseal_finding_count (findings, WAXSEAL_SEVERITY_ERROR);
  guint warnings = waxseal_finding_count (findings, WAXSEAL_SEVERITY_WARNING);
  guint hints = waxseal_finding_count (findings, WAXSEAL_SEVERITY_HINT);
  g_autoptr (GPtrArray) parts = g_ptr_array_new_with_free_func (g_free);

  if (errors > 0)
    g_ptr_array_add (parts, g_strdup_printf (ngettext ("%u error", "%u errors", errors), errors));
  if (warnings > 0)
    g_ptr_array_add (parts,
                     g_strdup_printf (ngettext ("%u warning", "%u warnings", warnings), warnings));
  if (hints > 0)
    g_ptr_array_add (parts, g_strdup_printf (ngettext ("%u hint", "%u hints", hints), hints));
  if (parts->len == 0)
    return g_strdup (_ ("Nothing to mend"));
  g_ptr_array_add (parts, NULL);
  return g_strjoinv (" · ", (char **) parts->pdata);
}
