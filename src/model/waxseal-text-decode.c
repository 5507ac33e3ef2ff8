/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "waxseal-text-decode.h"

#include <string.h>

/* How far into a text its kind is looked for. */
#define LOOK_AT 4096

typedef struct
{
  const char *mark;
  gsize length;
  const char *encoding;
} Mark;

/* Unicode 15.0, 23.8: byte order marks. */
static const Mark marks[] = {
  { "\xEF\xBB\xBF", 3, "UTF-8" },
  { "\xFF\xFE", 2, "UTF-16LE" },
  { "\xFE\xFF", 2, "UTF-16BE" },
};

/* Without a mark: of ASCII in UTF-16 every other byte is 0. */
static const char *
guess_wide (const char *data, gsize length)
{
  gsize n = MIN (length, LOOK_AT) & ~(gsize) 1;
  gsize n_zeros[2] = { 0, 0 };

  for (gsize i = 0; i < n; i++)
    n_zeros[i % 2] += data[i] == '\0';
  if (n_zeros[1] > n / 4 && n_zeros[1] > 2 * n_zeros[0])
    return "UTF-16LE";
  if (n_zeros[0] > n / 4 && n_zeros[0] > 2 * n_zeros[1])
    return "UTF-16BE";
  return NULL;
}

/* With zeros in it, and one behind it. */
static char *
copy (const char *data, gsize length)
{
  char *text = g_malloc (length + 1);

  memcpy (text, data, length);
  text[length] = '\0';
  return text;
}

static char *
convert (const char *data, gsize length, const char *encoding, gsize *new_length)
{
  /* Half a character at the end is left out. */
  if (g_str_has_prefix (encoding, "UTF-16"))
    length &= ~(gsize) 1;
  return g_convert (data, length, "UTF-8", encoding, NULL, new_length, NULL);
}

static char *
decode_narrow (const char *data, gsize length, gsize *new_length)
{
  /* What Excel on Windows saves as “CSV”, in Japan and in the west. The first is strict. */
  static const char *const encodings[] = { "CP932", "WINDOWS-1252" };
  char *text = NULL;

  if (g_utf8_validate_len (data, length, NULL) || memchr (data, '\0', length) != NULL)
    {
      *new_length = length;
      return copy (data, length);
    }
  for (guint i = 0; i < G_N_ELEMENTS (encodings) && text == NULL; i++)
    text = convert (data, length, encodings[i], new_length);
  if (text != NULL)
    return text;
  *new_length = length;
  return copy (data, length);
}

static char *
decode (const char *data, gsize length, gsize *new_length)
{
  const char *wide = NULL;
  char *text = NULL;

  for (guint i = 0; i < G_N_ELEMENTS (marks); i++)
    if (length >= marks[i].length && memcmp (data, marks[i].mark, marks[i].length) == 0)
      {
        data += marks[i].length;
        length -= marks[i].length;
        wide = marks[i].encoding;
        break;
      }
  if (wide == NULL)
    wide = guess_wide (data, length);
  if (wide != NULL)
    text = convert (data, length, wide, new_length);
  return text != NULL ? text : decode_narrow (data, length, new_length);
}

/**
 * waxseal_text_decode:
 * @data: (array length=length): what was pasted or is in a file; may be anything
 *
 * Returns: (transfer full): the text in UTF-8, without byte order mark and zero bytes; what is no
 *   text in any encoding that is tried has U+FFFD in its places
 */
char *
waxseal_text_decode (const char *data, gsize length)
{
  gsize new_length = 0;
  g_autofree char *text = decode (data, length, &new_length);

  for (char *zero = memchr (text, '\0', new_length); zero != NULL;
       zero = memchr (zero, '\0', text + new_length - zero))
    *zero = ' ';
  return g_utf8_make_valid (text, new_length);
}
