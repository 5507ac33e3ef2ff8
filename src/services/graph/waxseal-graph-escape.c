/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "waxseal-graph.h"

/**
 * waxseal_graph_escape_literal:
 * @text: as it was typed
 *
 * Returns: (transfer full): @text for between the single quotes of a $filter or of a key in a path,
 *   ready for an address (OData 4.01, URL conventions, 5.1.1.14.1)
 */
char *
waxseal_graph_escape_literal (const char *text)
{
  g_auto (GStrv) parts = g_strsplit (text, "'", -1);
  g_autofree char *doubled = g_strjoinv ("''", parts);

  return g_uri_escape_string (doubled, NULL, FALSE);
}

/**
 * waxseal_graph_escape_search:
 * @text: as it was typed
 *
 * Returns: (transfer full): @text for between the double quotes of a $search, ready for an address
 *   (microsoft.md, 2.6)
 */
char *
waxseal_graph_escape_search (const char *text)
{
  g_autoptr (GString) escaped = g_string_new (NULL);

  for (const char *c = text; *c != '\0'; c++)
    {
      if (*c == '"' || *c == '\\')
        g_string_append_c (escaped, '\\');
      g_string_append_c (escaped, *c);
    }
  return g_uri_escape_string (escaped->str, NULL, FALSE);
}
