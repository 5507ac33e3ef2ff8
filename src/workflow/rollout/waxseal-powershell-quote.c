/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "waxseal-powershell-quote.h"

#include <glib/gi18n.h>

/* PowerShell ends a single-quoted text at each of these, too (its own
 * CodeGeneration.EscapeSingleQuotedStringContent doubles them). */
static gboolean
is_quote (gunichar c)
{
  return c == '\'' || (c >= 0x2018 && c <= 0x201B);
}

/* What moves other characters about shows a reader another script than the one that runs. */
static gboolean
is_dangerous (gunichar c)
{
  return g_unichar_iscntrl (c) || c == 0x2028 || c == 0x2029 || (c >= 0x202A && c <= 0x202E) ||
         (c >= 0x2066 && c <= 0x2069);
}

/**
 * waxseal_powershell_quote:
 *
 * Nothing in the result is a variable, a command or an escape to PowerShell.
 *
 * Returns: (transfer full): @text as a single-quoted literal; %NULL with
 *   %G_IO_ERROR_INVALID_DATA where it is no UTF-8, or has a control character
 */
char *
waxseal_powershell_quote (const char *text, GError **error)
{
  g_autoptr (GString) quoted = g_string_new ("'");

  if (!g_utf8_validate (text, -1, NULL))
    {
      g_set_error_literal (error,
                           G_IO_ERROR,
                           G_IO_ERROR_INVALID_DATA,
                           _ ("A value for the script is not valid text (UTF-8)."));
      return NULL;
    }
  for (const char *p = text; *p != '\0'; p = g_utf8_next_char (p))
    {
      gunichar c = g_utf8_get_char (p);

      if (is_dangerous (c))
        {
          g_set_error (error,
                       G_IO_ERROR,
                       G_IO_ERROR_INVALID_DATA,
                       /* Translators: a character, such as U+000A, and a text before it */
                       _ ("A value for the script has the control character U+%04X after “%.*s”. "
                          "Type it again."),
                       c,
                       (int) MIN (p - text, 60),
                       text);
          return NULL;
        }
      g_string_append_unichar (quoted, c);
      if (is_quote (c))
        g_string_append_unichar (quoted, c);
    }
  g_string_append_c (quoted, '\'');
  return g_string_free (g_steal_pointer (&quoted), FALSE);
}
