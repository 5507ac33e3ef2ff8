/* SPDX-License-Identifier: GPL-3.0-or-later */
/* A text on its way into a document: whatever somebody typed or a file says. */
#include "waxseal-document-text.h"

#include <string.h>

#include "waxseal-secret-shape.h"

#define REPLACEMENT     0xfffd
#define CONTROL_PICTURE 0x2400

/* Characters of a text that secrets are looked for in; nothing behind them is written. */
#define MAX_SEARCHED (16 * WAXSEAL_DOCUMENT_TEXT_MAX)

/* What turns the direction of the text around it (Unicode, annex 9), or is no character at all. */
static gboolean
is_trick (gunichar c)
{
  return (c >= 0x202a && c <= 0x202e) || (c >= 0x2066 && c <= 0x2069) || c == 0xfeff ||
         (c & 0xfffe) == 0xfffe || (c >= 0xfdd0 && c <= 0xfdef) || (c >= 0xe0000 && c <= 0xe007f);
}

/* Shown, rather than acted on; line ends of all kinds are one. */
static gunichar
make_visible (gunichar c)
{
  if (c == '\n' || c == '\t')
    return c;
  if (c == 0x85 || c == 0x2028 || c == 0x2029)
    return '\n';
  if (c < 0x20)
    return CONTROL_PICTURE + c;
  if (c == 0x7f)
    return CONTROL_PICTURE + 0x21;
  return (c > 0x7f && c < 0xa0) || is_trick (c) ? REPLACEMENT : c;
}

/** Writer: counts what it has written. */
typedef struct
{
  GString *text;
  guint n_characters;
  gboolean cut;
} Writer;

static gboolean
is_full (Writer *writer)
{
  return writer->n_characters >= WAXSEAL_DOCUMENT_TEXT_MAX;
}

static void
write_until (Writer *writer, const char *text, const char *end)
{
  for (; text < end && !is_full (writer); text = g_utf8_next_char (text))
    {
      gunichar c = g_utf8_get_char (text);

      if (c == '\r' && text[1] == '\n')
        continue;
      g_string_append_unichar (writer->text, c == '\r' ? '\n' : make_visible (c));
      writer->n_characters++;
    }
  writer->cut = writer->cut || text < end;
}

/**
 * waxseal_document_text_new:
 * @text: any text in UTF-8
 *
 * No control is left in it but tabs and line ends, nothing that turns its neighbours around, and no
 * client secret or token that somebody may have typed into a wrong field; it is not endless.
 *
 * Returns: (transfer full): @text, fit for a document.
 */
char *
waxseal_document_text_new (const char *text)
{
  Writer writer = { g_string_new (NULL), 0, FALSE };
  g_autofree char *start = g_utf8_substring (text, 0, MIN (g_utf8_strlen (text, -1), MAX_SEARCHED));
  const char *rest = start;
  const char *secret;
  gsize length;

  while (!is_full (&writer) && (secret = waxseal_secret_shape_find_any (rest, &length)) != NULL)
    {
      const char *words = waxseal_secret_shape_get_words ();

      write_until (&writer, rest, secret);
      write_until (&writer, words, words + strlen (words));
      rest = secret + length;
    }
  write_until (&writer, rest, rest + strlen (rest));
  if (writer.cut)
    g_string_append (writer.text, "…");
  return g_string_free (writer.text, FALSE);
}
