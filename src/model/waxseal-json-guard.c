/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Stands before JSON-GLib, which recurses without a bound, reads C comments and octal numbers, cuts
 * texts at a NUL, clamps numbers, and asserts on half a surrogate pair: what passes here is RFC
 * 8259 and comes back from a generator as it was. */
#include "waxseal-json-guard.h"

#include <glib/gi18n.h>
#include <math.h>
#include <string.h>

#include "waxseal-error.h"

typedef enum
{
  EXPECT_VALUE,
  EXPECT_VALUE_OR_END,
  EXPECT_NAME,
  EXPECT_NAME_OR_END,
  EXPECT_COLON,
  EXPECT_COMMA_OR_END,
  EXPECT_NOTHING,
} Expectation;

typedef struct
{
  const char *start;
  const char *at;
  const char *end;
  Expectation expectation;
  guint depth;
  GHashTable *names[WAXSEAL_JSON_MAX_DEPTH]; /* those of the object at each depth; NULL: an array */
  GError **error;
} Guard;

static gboolean
refuse (Guard *guard, const char *at, const char *problem)
{
  const char *line = guard->start;
  const char *c;
  guint n_line = 1;

  for (c = guard->start; c < at; c++)
    if (*c == '\n')
      {
        n_line++;
        line = c + 1;
      }
  g_set_error (guard->error,
               WAXSEAL_ERROR,
               WAXSEAL_ERROR_FILE_DAMAGED,
               /* Translators: a place in a file, then what is wrong there */
               _ ("line %u, column %u: %s"),
               n_line,
               (guint) g_utf8_strlen (line, at - line) + 1,
               problem);
  return FALSE;
}

static gboolean
read_hex (const char *at, const char *end, guint *unit)
{
  guint i;

  *unit = 0;
  if (end - at < 4)
    return FALSE;
  for (i = 0; i < 4; i++)
    {
      if (!g_ascii_isxdigit (at[i]))
        return FALSE;
      *unit = *unit * 16 + g_ascii_xdigit_value (at[i]);
    }
  return TRUE;
}

/* guard->at is behind "\u" */
static gboolean
skip_code_point (Guard *guard)
{
  const char *escape = guard->at - 2;
  guint unit, low;

  if (!read_hex (guard->at, guard->end, &unit))
    return refuse (guard, escape, _ ("an escape sequence that JSON does not have"));
  if (unit == 0)
    return refuse (guard, escape, _ ("a text with a NUL character"));
  guard->at += 4;
  if (unit < 0xD800 || unit > 0xDFFF)
    return TRUE;

  if (unit >= 0xDC00 || guard->end - guard->at < 6 || guard->at[0] != '\\' || guard->at[1] != 'u' ||
      !read_hex (guard->at + 2, guard->end, &low) || low < 0xDC00 || low > 0xDFFF)
    return refuse (guard, escape, _ ("half a surrogate pair"));
  guard->at += 6;
  return TRUE;
}

/* guard->at is at the opening quotation mark */
static gboolean
skip_text (Guard *guard)
{
  for (guard->at++; guard->at < guard->end; guard->at++)
    {
      if (*guard->at == '"')
        {
          guard->at++;
          return TRUE;
        }
      if ((guchar) *guard->at < 0x20)
        return refuse (guard, guard->at, _ ("a control character in a text"));
      if (*guard->at != '\\')
        continue;

      guard->at++;
      if (guard->at == guard->end || strchr ("\"\\/bfnrtu", *guard->at) == NULL)
        return refuse (guard, guard->at - 1, _ ("an escape sequence that JSON does not have"));
      if (*guard->at != 'u')
        continue;
      guard->at++;
      if (!skip_code_point (guard))
        return FALSE;
      guard->at--;
    }
  return refuse (guard, guard->end, _ ("the file ends within a text"));
}

static gsize
skip_digits (Guard *guard)
{
  const char *start = guard->at;

  while (guard->at < guard->end && g_ascii_isdigit (*guard->at))
    guard->at++;
  return guard->at - start;
}

static gboolean
skip_character (Guard *guard, const char *characters)
{
  if (guard->at == guard->end || *guard->at == '\0' || strchr (characters, *guard->at) == NULL)
    return FALSE;
  guard->at++;
  return TRUE;
}

static gboolean
skip_number (Guard *guard)
{
  const char *start = guard->at;
  g_autofree char *number = NULL;
  gboolean is_whole = TRUE;
  gboolean zero, good;

  skip_character (guard, "-");
  zero = guard->at < guard->end && *guard->at == '0';
  good = zero ? (guard->at++, TRUE) : skip_digits (guard) > 0;
  if (good && skip_character (guard, "."))
    {
      is_whole = FALSE;
      good = skip_digits (guard) > 0;
    }
  if (good && skip_character (guard, "eE"))
    {
      is_whole = FALSE;
      skip_character (guard, "+-");
      good = skip_digits (guard) > 0;
    }
  if (!good)
    return refuse (guard, start, _ ("neither a text nor a number nor anything else of JSON"));

  number = g_strndup (start, guard->at - start);
  if (is_whole ? !g_ascii_string_to_signed (number, 10, G_MININT64, G_MAXINT64, NULL, NULL)
               : !isfinite (g_ascii_strtod (number, NULL)))
    return refuse (guard, start, _ ("a number out of range"));
  return TRUE;
}

static gboolean
skip_word (Guard *guard)
{
  static const char *const words[] = { "true", "false", "null" };
  gsize i;

  for (i = 0; i < G_N_ELEMENTS (words); i++)
    {
      gsize length = strlen (words[i]);

      if ((gsize) (guard->end - guard->at) < length || strncmp (guard->at, words[i], length) != 0)
        continue;
      guard->at += length;
      return TRUE;
    }
  return skip_number (guard);
}

static void
expect_next (Guard *guard)
{
  guard->expectation = guard->depth > 0 ? EXPECT_COMMA_OR_END : EXPECT_NOTHING;
}

static gboolean
enter (Guard *guard, gboolean is_object)
{
  if (guard->depth == WAXSEAL_JSON_MAX_DEPTH)
    return refuse (guard, guard->at, _ ("too many levels in each other"));
  guard->names[guard->depth++] =
    is_object ? g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL) : NULL;
  guard->expectation = is_object ? EXPECT_NAME_OR_END : EXPECT_VALUE_OR_END;
  guard->at++;
  return TRUE;
}

static gboolean
leave (Guard *guard)
{
  guard->depth--;
  g_clear_pointer (&guard->names[guard->depth], g_hash_table_unref);
  guard->at++;
  expect_next (guard);
  return TRUE;
}

static gboolean
check_value (Guard *guard)
{
  if (*guard->at == '{' || *guard->at == '[')
    return enter (guard, *guard->at == '{');
  if (*guard->at == ']' && guard->expectation == EXPECT_VALUE_OR_END)
    return leave (guard);
  expect_next (guard);
  return *guard->at == '"' ? skip_text (guard) : skip_word (guard);
}

static gboolean
check_name (Guard *guard)
{
  const char *start = guard->at;

  if (*guard->at == '}' && guard->expectation == EXPECT_NAME_OR_END)
    return leave (guard);
  if (*guard->at != '"')
    return refuse (guard, start, _ ("the name of a member is missing"));
  if (!skip_text (guard))
    return FALSE;
  guard->expectation = EXPECT_COLON;
  if (g_hash_table_add (guard->names[guard->depth - 1], g_strndup (start, guard->at - start)))
    return TRUE;
  return refuse (guard, start, _ ("a member that is there twice"));
}

static gboolean
check_comma (Guard *guard)
{
  gboolean is_object = guard->names[guard->depth - 1] != NULL;

  if (*guard->at == (is_object ? '}' : ']'))
    return leave (guard);
  if (*guard->at != ',')
    return refuse (guard, guard->at, _ ("a comma or a closing bracket is missing"));
  guard->expectation = is_object ? EXPECT_NAME : EXPECT_VALUE;
  guard->at++;
  return TRUE;
}

static gboolean
check_token (Guard *guard)
{
  switch (guard->expectation)
    {
    case EXPECT_VALUE:
    case EXPECT_VALUE_OR_END:
      return check_value (guard);
    case EXPECT_NAME:
    case EXPECT_NAME_OR_END:
      return check_name (guard);
    case EXPECT_COLON:
      if (*guard->at != ':')
        return refuse (guard, guard->at, _ ("a colon is missing"));
      guard->expectation = EXPECT_VALUE;
      guard->at++;
      return TRUE;
    case EXPECT_COMMA_OR_END:
      return check_comma (guard);
    case EXPECT_NOTHING:
    default:
      return refuse (guard, guard->at, _ ("something comes after the end"));
    }
}

static gboolean
check_text (Guard *guard)
{
  const char *valid_end;

  if (!g_utf8_validate (guard->start, guard->end - guard->start, &valid_end))
    return refuse (guard, valid_end, _ ("not UTF-8"));

  while (TRUE)
    {
      while (skip_character (guard, " \t\r\n"))
        ;
      if (guard->at == guard->end)
        break;
      if (!check_token (guard))
        return FALSE;
    }
  return guard->expectation == EXPECT_NOTHING ||
         refuse (guard, guard->end, _ ("it ends too early"));
}

/**
 * waxseal_json_parse:
 * @text: any bytes; they need no NUL at the end
 *
 * Returns: (transfer full): the document, or %NULL with %WAXSEAL_ERROR_FILE_DAMAGED naming line and
 * column where it is no JSON that can be written again as it was.
 */
JsonNode *
waxseal_json_parse (const char *text, gsize length, GError **error)
{
  Guard guard = { .start = text, .at = text, .end = text + length, .error = error };
  gboolean good = check_text (&guard);
  g_autoptr (JsonParser) parser = NULL;

  while (guard.depth > 0)
    g_clear_pointer (&guard.names[--guard.depth], g_hash_table_unref);
  if (!good)
    return NULL;

  parser = json_parser_new_immutable ();
  if (json_parser_load_from_data (parser, text, length, error))
    return json_node_ref (json_parser_get_root (parser));
  if (error != NULL)
    {
      (*error)->domain = WAXSEAL_ERROR;
      (*error)->code = WAXSEAL_ERROR_FILE_DAMAGED;
    }
  return NULL;
}
