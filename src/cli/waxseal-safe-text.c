/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "waxseal-safe-text.h"

#include <string.h>

/* What a terminal would act on rather than show: controls, line ends, and marks that turn the
 * direction of the text around or hide in it. */
static gboolean
is_plain (gunichar c)
{
  return g_unichar_isprint (c) && g_unichar_type (c) != G_UNICODE_FORMAT &&
         g_unichar_type (c) != G_UNICODE_LINE_SEPARATOR &&
         g_unichar_type (c) != G_UNICODE_PARAGRAPH_SEPARATOR;
}

/* As JSON wants it: above U+FFFF in two halves. */
static void
append_escape (GString *escaped, gunichar c)
{
  if (c < 0x10000)
    {
      g_string_append_printf (escaped, "\\u%04x", c);
      return;
    }
  c -= 0x10000;
  g_string_append_printf (escaped, "\\u%04x\\u%04x", 0xd800 + (c >> 10), 0xdc00 + (c & 0x3ff));
}

/* How many bytes of @text are ASCII that is safe anywhere, as nearly all are. */
static gsize
measure_plain (const char *text)
{
  const char *end = text;

  while (*end >= 0x20 && *end < 0x7f && *end != '"' && *end != '\\')
    end++;
  return end - text;
}

/**
 * waxseal_safe_text_new:
 * @text: any bytes, such as the name of a file
 *
 * Makes @text safe where @use says. Bytes that are no UTF-8 become “\xNN”.
 *
 * Returns: (transfer full): the safe text, in UTF-8.
 */
char *
waxseal_safe_text_new (const char *text, WaxsealSafeTextUse use)
{
  gboolean is_json = use == WAXSEAL_SAFE_TEXT_JSON;
  GString *escaped = g_string_sized_new (strlen (text) + 1);

  while (*text != '\0')
    {
      gsize plain = measure_plain (text);
      gunichar c;

      if (plain > 0)
        {
          g_string_append_len (escaped, text, plain);
          text += plain;
          continue;
        }
      c = g_utf8_get_char_validated (text, -1);
      if (c == (gunichar) -1 || c == (gunichar) -2)
        {
          g_string_append_printf (escaped, is_json ? "\\\\x%02x" : "\\x%02x", (guchar) *text);
          text++;
          continue;
        }
      if (c == '\\' || (is_json && c == '"'))
        g_string_append_c (escaped, '\\');
      if (is_plain (c))
        g_string_append_unichar (escaped, c);
      else
        append_escape (escaped, c);
      text = g_utf8_next_char (text);
    }
  return g_string_free (escaped, FALSE);
}
