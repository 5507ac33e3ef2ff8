/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "waxseal-manifest-decode.h"

#include <glib/gi18n.h>
#include <string.h>

#include "waxseal-finding.h"
#include "waxseal-manifest-lines.h"

#define RULE            "encoding"
#define SAVE_AS_UTF_8   _ ("Download the file again, or save it as UTF-8 in a text editor.")
#define BYTE_ORDER_MARK "\xef\xbb\xbf"
#define SPACE           " \t\r\n"

/* XML 1.0, appendix F.1: with a byte order mark. The longer marks come first. */
static const struct
{
  const char *encoding;
  gsize size;
  char bytes[5];
} marks[] = {
  { "UTF-32LE", 4, "\xff\xfe\0\0" }, { "UTF-32BE", 4, "\0\0\xfe\xff" },
  { "UTF-8", 3, BYTE_ORDER_MARK },   { "UTF-16LE", 2, "\xff\xfe" },
  { "UTF-16BE", 2, "\xfe\xff" },
};

/* Without one: which of the first bytes are zero, as the text begins with "<" or a blank. */
static const struct
{
  const char *encoding;
  const char *pattern;
} patterns[] = {
  { "UTF-32LE", "x000" },
  { "UTF-32BE", "000x" },
  { "UTF-16LE", "x0" },
  { "UTF-16BE", "0x" },
};

static gboolean
matches_pattern (const char *data, gsize size, const char *pattern)
{
  gsize i;

  if (size < strlen (pattern))
    return FALSE;
  for (i = 0; pattern[i] != '\0'; i++)
    if ((data[i] == 0) != (pattern[i] == '0'))
      return FALSE;
  return TRUE;
}

static const char *
detect_mark (const char *data, gsize size, gsize *mark_size)
{
  gsize i;

  for (i = 0; i < G_N_ELEMENTS (marks); i++)
    if (size >= marks[i].size && memcmp (data, marks[i].bytes, marks[i].size) == 0)
      {
        *mark_size = marks[i].size;
        return marks[i].encoding;
      }
  *mark_size = 0;
  return NULL;
}

static const char *
detect_pattern (const char *data, gsize size)
{
  gsize i;

  for (i = 0; i < G_N_ELEMENTS (patterns); i++)
    if (matches_pattern (data, size, patterns[i].pattern))
      return patterns[i].encoding;
  return NULL;
}

static const char *
skip_space (const char *p)
{
  return p + strspn (p, SPACE);
}

static gboolean
is_of_name (char c)
{
  return g_ascii_isalnum (c) || c == '.' || c == '_' || c == '-';
}

/* The encoding that an XML declaration names, or NULL; @offset: where the name stands. */
static char *
dup_declared (const char *text, gsize *offset)
{
  const char *word, *name;
  gsize length;

  if (!g_str_has_prefix (text, "<?xml") || strchr (SPACE, text[5]) == NULL)
    return NULL;
  word = g_strstr_len (text, 5 + strcspn (text + 5, "?>"), "encoding");
  if (word == NULL || strchr (SPACE, word[-1]) == NULL)
    return NULL;
  name = skip_space (word + strlen ("encoding"));
  if (*name != '=')
    return NULL;
  name = skip_space (name + 1);
  if (*name != '"' && *name != '\'')
    return NULL;

  name++;
  for (length = 0; is_of_name (name[length]); length++)
    ;
  if (!g_ascii_isalpha (*name) || (name[length] != '"' && name[length] != '\''))
    return NULL;
  *offset = name - text;
  return g_strndup (name, length);
}

static gboolean
is_known (const char *encoding)
{
  GIConv converter = g_iconv_open ("UTF-8", encoding);

  if (converter == (GIConv) -1)
    return FALSE;
  g_iconv_close (converter);
  return TRUE;
}

/* Whether text of this encoding cannot begin with the plain bytes of "<?xml". */
static gboolean
is_wide (const char *encoding)
{
  return g_ascii_strncasecmp (encoding, "UTF-16", 6) == 0 ||
         g_ascii_strncasecmp (encoding, "UTF-32", 6) == 0 ||
         g_ascii_strncasecmp (encoding, "UCS", 3) == 0 ||
         g_ascii_strncasecmp (encoding, "ISO-10646", 9) == 0;
}

/* "UTF-16" names both byte orders. */
static gboolean
agrees (const char *declared, const char *encoding)
{
  if (g_ascii_strcasecmp (declared, encoding) == 0)
    return TRUE;
  return (g_ascii_strcasecmp (declared, "UTF-16") == 0 && g_str_has_prefix (encoding, "UTF-16")) ||
         (g_ascii_strcasecmp (declared, "UTF-32") == 0 && g_str_has_prefix (encoding, "UTF-32"));
}

/* What the bytes are without a mark or zero bytes: what they declare, if that can be true. */
static char *
choose_declared (const char *data, gsize size)
{
  g_autofree char *head = g_strndup (data, MIN (size, 512));
  g_autofree char *declared = NULL;
  g_autofree char *decoded = NULL;
  gsize offset;

  declared = dup_declared (head, &offset);
  if (declared == NULL || agrees (declared, "UTF-8") || is_wide (declared) || !is_known (declared))
    return g_strdup ("UTF-8");

  decoded = g_convert (head, 5, "UTF-8", declared, NULL, NULL, NULL);
  return g_strdup (g_strcmp0 (decoded, "<?xml") == 0 ? declared : "UTF-8");
}

static void
add_bad_bytes (GPtrArray *problems, const char *encoding, const char *good)
{
  g_autoptr (GArray) lines = waxseal_manifest_lines_new (good);
  guint line, column;

  waxseal_manifest_lines_locate (lines, good, strlen (good), &line, &column);
  g_ptr_array_add (problems,
                   waxseal_finding_new (WAXSEAL_SEVERITY_ERROR,
                                        RULE,
                                        line,
                                        column,
                                        NULL,
                                        g_strdup_printf (_ ("From here on, this file is not %s "
                                                            "text, so that it cannot be read."),
                                                         encoding),
                                        SAVE_AS_UTF_8));
}

/* How many bytes at the start of @text are ASCII and no zero: eight at a time, as most are. */
static gsize
measure_plain (const char *text, gsize size)
{
  guint64 word;
  gsize plain = 0;

  for (; size - plain >= sizeof word; plain += sizeof word)
    {
      memcpy (&word, text + plain, sizeof word);
      if ((((word - 0x0101010101010101u) | word) & 0x8080808080808080u) != 0)
        break;
    }
  while (plain < size && (guchar) (text[plain] - 1) < 0x7f)
    plain++;
  return plain;
}

/* As g_utf8_validate_len(), but in a fraction of the time where the text is mostly ASCII. */
static gboolean
validate (const char *text, gsize size, const char **end)
{
  const char *stop = text + size;

  while (TRUE)
    {
      gunichar c;

      text += measure_plain (text, stop - text);
      *end = text;
      if (text == stop)
        return TRUE;
      c = g_utf8_get_char_validated (text, stop - text);
      if (c == 0 || c == (gunichar) -1 || c == (gunichar) -2)
        return FALSE;
      text = g_utf8_next_char (text);
    }
}

/* The text, or NULL and a problem. A zero is no character of XML, and would end the text here. */
static char *
convert (const char *data, gsize size, const char *encoding, GPtrArray *problems)
{
  g_autofree char *text = NULL;
  g_autofree char *good = NULL;
  gsize length = 0, n_good = 0;
  const char *end;

  if (g_str_equal (encoding, "UTF-8"))
    {
      if (validate (data, size, &end))
        return g_strndup (data, size);
      good = g_strndup (data, end - data);
    }
  else
    {
      text = g_convert (data, size, "UTF-8", encoding, &n_good, &length, NULL);
      if (text != NULL && n_good == size && validate (text, length, &end))
        return g_steal_pointer (&text);
      if (text == NULL)
        text = g_convert (data, n_good, "UTF-8", encoding, NULL, &length, NULL);
      if (text == NULL || !validate (text, length, &end))
        good = g_strndup (text != NULL ? text : "", text != NULL ? end - text : 0);
    }
  add_bad_bytes (problems, encoding, good != NULL ? good : text);
  return NULL;
}

static void
check_declaration (const char *text, const char *encoding, GPtrArray *problems)
{
  g_autoptr (GArray) lines = NULL;
  g_autofree char *declared = NULL;
  gboolean known;
  guint line, column;
  gsize offset;

  declared = dup_declared (text, &offset);
  if (declared == NULL || agrees (declared, encoding))
    return;

  known = is_known (declared);
  lines = waxseal_manifest_lines_new (text);
  waxseal_manifest_lines_locate (lines, text, offset, &line, &column);
  g_ptr_array_add (
    problems,
    waxseal_finding_new (
      known ? WAXSEAL_SEVERITY_WARNING : WAXSEAL_SEVERITY_ERROR,
      RULE,
      line,
      column,
      NULL,
      known ? g_strdup_printf (_ ("The file says that it is “%s”, but its bytes are %s."),
                               declared,
                               encoding)
            : g_strdup_printf (_ ("The file says that it is “%s”, an encoding that is not known "
                                  "here. It was read as %s."),
                               declared,
                               encoding),
      _ ("Write the encoding that the file really has on its first line.")));
}

/**
 * waxseal_manifest_decode:
 * @bytes: a file
 * @encoding: (out) (transfer full): "UTF-8", "UTF-16LE", "UTF-16BE" or another name for iconv
 * @byte_order_mark: (out): whether the file begins with one
 * @problems: (element-type WaxsealFinding): what is wrong with the bytes is added here
 *
 * Goes by the byte order mark, else by the first bytes, else by the XML declaration, as in XML 1.0,
 * appendix F.
 *
 * Returns: (transfer full) (nullable): UTF-8 without a byte order mark; %NULL if @bytes are no
 * text.
 */
char *
waxseal_manifest_decode (GBytes *bytes,
                         char **encoding,
                         gboolean *byte_order_mark,
                         GPtrArray *problems)
{
  gsize size, mark_size;
  const char *data = g_bytes_get_data (bytes, &size);
  const char *detected = detect_mark (data, size, &mark_size);
  char *text;

  *byte_order_mark = mark_size > 0;
  if (detected == NULL)
    detected = detect_pattern (data, size);
  if (size == mark_size)
    {
      *encoding = g_strdup (detected != NULL ? detected : "UTF-8");
      return g_strdup ("");
    }
  *encoding = detected != NULL ? g_strdup (detected) : choose_declared (data, size);

  text = convert (data + mark_size, size - mark_size, *encoding, problems);
  if (text != NULL)
    check_declaration (text, *encoding, problems);
  return text;
}

static gboolean
can_convert (GIConv converter, const char *character, gsize size)
{
  char buffer[32];
  char *in = (char *) character, *out = buffer;
  gsize in_left = size, out_left = sizeof buffer;

  g_iconv (converter, NULL, NULL, NULL, NULL);
  return g_iconv (converter, &in, &in_left, &out, &out_left) == 0;
}

/* Writes what @encoding has no room for as character references. */
static char *
escape_unencodable (const char *text, const char *encoding)
{
  GIConv converter = g_iconv_open (encoding, "UTF-8");
  GString *escaped = g_string_new (NULL);
  const char *p, *next;

  if (converter == (GIConv) -1)
    {
      g_string_free (escaped, TRUE);
      return g_strdup (text);
    }
  for (p = text; *p != '\0'; p = next)
    {
      next = g_utf8_next_char (p);
      if (next - p == 1 || can_convert (converter, p, next - p))
        g_string_append_len (escaped, p, next - p);
      else
        g_string_append_printf (escaped, "&#x%X;", g_utf8_get_char (p));
    }
  g_iconv_close (converter);
  return g_string_free (escaped, FALSE);
}

/**
 * waxseal_manifest_encode:
 * @text: UTF-8
 * @encoding: what waxseal_manifest_decode() said
 *
 * Returns: (transfer full): @text as the bytes of a file. A character that @encoding does not have
 *   becomes a character reference; an encoding that iconv does not know becomes UTF-8.
 */
GBytes *
waxseal_manifest_encode (const char *text, const char *encoding, gboolean byte_order_mark)
{
  g_autofree char *marked = g_strconcat (byte_order_mark ? BYTE_ORDER_MARK : "", text, NULL);
  g_autofree char *escaped = NULL;
  char *data;
  gsize size;

  if (g_str_equal (encoding, "UTF-8"))
    {
      size = strlen (marked);
      return g_bytes_new_take (g_steal_pointer (&marked), size);
    }

  data = g_convert (marked, -1, encoding, "UTF-8", NULL, &size, NULL);
  if (data == NULL)
    {
      escaped = escape_unencodable (marked, encoding);
      data = g_convert (escaped, -1, encoding, "UTF-8", NULL, &size, NULL);
    }
  return data != NULL ? g_bytes_new_take (data, size) : g_bytes_new (marked, strlen (marked));
}
