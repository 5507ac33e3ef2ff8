/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "waxseal-audience-text.h"

/**
 * waxseal_audience_text_join:
 * @addresses: such as those of waxseal_phase_audience_dup_planned()
 *
 * Returns: (transfer full): a text to paste, with a line for each; what is typed for a group that
 *   has no address may have line breaks of its own, which become blanks
 */
char *
waxseal_audience_text_join (const char *const *addresses)
{
  g_autoptr (GString) text = g_string_new (NULL);

  for (guint i = 0; addresses[i] != NULL; i++)
    {
      if (i > 0)
        g_string_append_c (text, '\n');
      for (const char *p = addresses[i]; *p != '\0'; p = g_utf8_next_char (p))
        {
          gunichar c = g_utf8_get_char (p);
          gboolean breaks = g_unichar_iscntrl (c) || c == 0x2028 || c == 0x2029;

          g_string_append_unichar (text, breaks ? ' ' : c);
        }
    }
  return g_string_free (g_steal_pointer (&text), FALSE);
}
