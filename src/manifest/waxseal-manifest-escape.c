/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "waxseal-manifest-escape.h"

#include <string.h>

/* XML 1.0, production 2; the text is valid Unicode already. */
static gboolean
is_allowed (gunichar c)
{
  if (c < 0x20)
    return c == '\t' || c == '\n' || c == '\r';
  return c != 0xfffe && c != 0xffff;
}

/**
 * waxseal_manifest_escape_clean:
 *
 * Returns: (transfer full): @text with U+FFFD for each character that XML cannot have at all.
 */
char *
waxseal_manifest_escape_clean (const char *text)
{
  g_autofree char *valid = g_utf8_make_valid (text, -1);
  GString *clean = g_string_new (NULL);
  const char *p;

  for (p = valid; *p != '\0'; p = g_utf8_next_char (p))
    {
      gunichar c = g_utf8_get_char (p);

      g_string_append_unichar (clean, is_allowed (c) ? c : 0xfffd);
    }
  return g_string_free (clean, FALSE);
}

static void
append_reference (GString *escaped, char c)
{
  switch (c)
    {
    case '&':
      g_string_append (escaped, "&amp;");
      break;
    case '<':
      g_string_append (escaped, "&lt;");
      break;
    case '>':
      g_string_append (escaped, "&gt;");
      break;
    case '"':
      g_string_append (escaped, "&quot;");
      break;
    default:
      g_string_append_printf (escaped, "&#%d;", c);
    }
}

static char *
escape (const char *text, const char *special)
{
  GString *escaped = g_string_new (NULL);
  const char *p;

  for (p = text; *p != '\0'; p++)
    if (strchr (special, *p) != NULL)
      append_reference (escaped, *p);
    else
      g_string_append_c (escaped, *p);
  return g_string_free (escaped, FALSE);
}

/**
 * waxseal_manifest_escape_attribute:
 * @text: clean
 * @quote: the quotation mark around it
 *
 * A line break or tab would come back as a space if it were not written as a reference.
 *
 * Returns: (transfer full): @text as it stands between the quotation marks.
 */
char *
waxseal_manifest_escape_attribute (const char *text, char quote)
{
  return escape (text, quote == '"' ? "&<\"\t\n\r" : "&<'\t\n\r");
}

/** waxseal_manifest_escape_text: Returns: (transfer full): clean @text as it stands in an element.
 */
char *
waxseal_manifest_escape_text (const char *text)
{
  return escape (text, "&<>\r");
}
